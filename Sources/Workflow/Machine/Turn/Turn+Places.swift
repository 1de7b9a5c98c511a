/// An opening, and whose it is.
struct Place: Hashable {
  /// `nil`: a stage of the round.
  let owner: CaseID?
  let number: Int
}

extension Turn {
  func opening(_ place: Place) -> Opening? { round.opening(place.number, of: place.owner) }

  func stage(_ place: Place) -> Stage? { opening(place).flatMap { definition[$0.stage] } }

  /// The latest opening of a stage, of the case or of a round stage in which it stood; without a case, of the round.
  func lastOpening(of stage: StageID, _ id: CaseID?) -> Opening? {
    let own = id.flatMap { round.cases[$0] }?.openings.last { $0.stage == stage }
    let common = round.openings.last { opening in
      opening.stage == stage && (id.map { opening.cases.contains($0) } ?? true)
    }
    guard let own, let common else { return own ?? common }
    return own.sequence > common.sequence ? own : common
  }

  /// Everything that is open: of one case with the round stages in which it stands, or, without a case, of the round.
  func openPlaces(_ id: CaseID?, at stage: StageID? = nil) -> [Place] {
    var places: [Place] = []
    if let id, let item = round.cases[id] {
      for opening in item.openings where opening.isOpen && (stage == nil || opening.stage == stage) {
        places.append(Place(owner: id, number: opening.number))
      }
    }
    for opening in round.openings where opening.isOpen && (stage == nil || opening.stage == stage) {
      if let id, !opening.remaining.contains(id) { continue }
      places.append(Place(owner: nil, number: opening.number))
    }
    return places
  }

  /// Of the round, then of the cases that are not over.
  var everyOpenPlace: [Place] {
    let running = round.order.filter { round.cases[$0]?.state.isFinal == false }
    return openPlaces(nil)
      + running.flatMap { id in
        round.cases[id]?.openOpenings.map { Place(owner: id, number: $0.number) } ?? []
      }
  }

  /// Those in which the command may act.
  var places: [Place] { openPlaces(subject, at: command.stage) }

  /// All that ever was open, newest first.
  func history(_ id: CaseID?) -> [Opening] {
    let own = id.flatMap { round.cases[$0] }?.openings ?? []
    let common = round.openings.filter { opening in id.map { opening.cases.contains($0) } ?? true }
    return (own + common).sorted { $0.sequence > $1.sequence }
  }

  /// The name of the case's nominee's company, by who stands for him.
  func company(of id: CaseID?) -> String? {
    id.flatMap { round.cases[$0] }.flatMap { organization.company(of: $0.nomination.initiator) }
  }

  mutating func change(_ place: Place, _ index: Int, _ body: (inout Slot) -> Void) {
    guard var slot = slot(index, in: place) else { return }
    body(&slot)
    emit(.slotChanged(opening: place.number, slot), place.owner)
  }

  private func slot(_ index: Int, in place: Place) -> Slot? {
    guard let slots = opening(place)?.slots, index < slots.count else { return nil }
    return slots[index]
  }

  mutating func changeVote(_ place: Place, _ body: (inout VoteSession) -> Void) {
    guard var vote = opening(place)?.vote else { return }
    body(&vote)
    emit(.voteChanged(opening: place.number, vote), place.owner)
  }

  /// Those who stand in `who`, as things are now; not reduced by recusal.
  func members(_ who: [Assignee], of id: CaseID?, signers: [ActorID] = []) -> [ActorID] {
    if who.count == 1, case .actor(let actor) = who[0] { return [actor] }
    var found: [ActorID] = []
    for entry in who {
      for actor in members(entry, of: id, signers: signers) where !found.contains(actor) { found.append(actor) }
    }
    return found
  }

  /// Who stands in a list twice is asked once.
  func members(_ entry: Assignee, of id: CaseID?, signers: [ActorID] = []) -> [ActorID] {
    var found = listed(entry, of: id, signers: signers)
    for index in found.indices.reversed() where found[..<index].contains(found[index]) { found.remove(at: index) }
    return found
  }

  private func listed(_ entry: Assignee, of id: CaseID?, signers: [ActorID]) -> [ActorID] {
    if case .actor(let actor) = entry { return [actor] }
    let item = id.flatMap { round.cases[$0] }
    switch entry {
    case .actor(let actor): return [actor]
    case .role(let role, let sameCompany):
      if let own = item?.nomination.roles[role] { return own }
      let all = organization.roles[role] ?? []
      guard sameCompany, let company = company(of: id) else { return all }
      return all.filter { organization.company(of: $0) == company }
    case .superior(let actor): return organization.superiors[actor].map { [$0] } ?? []
    case .initiator: return item.map { [$0.nomination.initiator] } ?? []
    case .signers: return signers
    }
  }

  func isAdministrator(_ actor: ActorID) -> Bool { members(definition.administrators, of: nil).contains(actor) }
  func isOffice(_ actor: ActorID) -> Bool { members(definition.office, of: nil).contains(actor) }

  func requireReason() throws(Stop) {
    if command.statedReason == nil { throw .refuse(.reasonRequired) }
  }

  func signature(_ verb: Verb, role: RoleName?, for principal: ActorID? = nil) -> Signature {
    let person = organization.people[actor]
    return Signature(
      Signature.Fields(
        actor: actor, name: person?.name, title: person?.title, role: role,
        onBehalfOf: principal, verb: verb, at: now, reason: command.statedReason, data: command.data))
  }
}
