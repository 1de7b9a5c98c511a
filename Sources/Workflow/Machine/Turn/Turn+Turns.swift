/// A task that somebody may act on now.
struct OpenTask {
  let place: Place
  let stage: Stage
  let slot: Slot
  /// Whom he acts for, if not for himself.
  let principal: ActorID?
}

extension Turn {
  /// The task of the actor among what is open, or the reason why there is none for him.
  ///
  /// - Parameter isMeant: whether the act is one for this place in the stage.
  func task(
    _ verb: Verb, for principal: ActorID? = nil, where fits: (Stage) -> Bool = { _ in true },
    slot isMeant: (Stage, Slot) -> Bool = { _, _ in true }
  ) throws(Stop) -> OpenTask {
    let places = places
    if let principal { try checkProxy(of: principal) }
    for place in places {
      guard let (opening, stage) = opening(place, fits, isMeant) else { continue }
      if hasAskedToStandBack(actor, opening.stage, place.owner) {
        throw .refuse(.notAdmissible, .recusalUndecided)
      }
      if let slot = slot(of: principal ?? actor, in: opening) {
        return try checked(OpenTask(place: place, stage: stage, slot: slot, principal: principal), verb)
      }
    }
    // A deputy acts for whoever is asked, if he names nobody.
    for principal in organization.principals(of: actor, on: now.day) {
      for place in places {
        guard let (opening, stage) = opening(place, fits, isMeant), let slot = slot(of: principal, in: opening) else {
          continue
        }
        if opening.slots.contains(where: { $0.signature?.actor == actor }) { throw .refuse(.alreadyActed) }
        return OpenTask(place: place, stage: stage, slot: slot, principal: principal)
      }
    }
    throw .refuse(whyNot(places.filter { stage($0).map(fits) ?? false }))
  }

  /// The opening, if its stage is one of those meant, with only those of its slots open that are meant.
  private func opening(
    _ place: Place, _ fits: (Stage) -> Bool, _ isMeant: (Stage, Slot) -> Bool
  ) -> (opening: Opening, stage: Stage)? {
    guard let opening = opening(place), let stage = definition[opening.stage], fits(stage) else { return nil }
    guard opening.slots.contains(where: { $0.isAsked && !isMeant(stage, $0) }) else { return (opening, stage) }
    var narrowed = opening
    for index in narrowed.slots.indices where !isMeant(stage, narrowed.slots[index]) {
      narrowed.slots[index].isAsked = false
    }
    return (narrowed, stage)
  }

  private func checkProxy(of principal: ActorID) throws(Stop) {
    if organization.principals(of: actor, on: now.day).contains(principal) { return }
    let hasOther = organization.proxies.contains { $0.deputy == actor && $0.principal == principal }
    throw .refuse(hasOther ? .proxyWindow : .notAssignee)
  }

  /// The slot that this actor would act on: his own first, then one that he may take.
  func slot(of actor: ActorID, in opening: Opening) -> Slot? {
    let slots = opening.slots
    let own = slots.first { $0.isOpen && ($0.holder == actor || $0.delegates.contains(actor)) }
    if let own { return own }
    // For one who is late; but one person, one signature.
    if let late = slots.first(where: { $0.isOpen && $0.escalatedTo.contains(actor) }) {
      let isOut = opening.slots.contains { slot in
        slot.signature?.actor == actor || (slot.ending == .recused && slot.holder == actor)
      }
      return isOut ? nil : late
    }
    guard !holdsOrSigned(actor, opening) else { return nil }
    return slots.first { $0.isOpen && $0.holder == nil && $0.candidates.contains(actor) }
  }

  /// One person, one signature in a round, unless the stage says otherwise.
  func holdsOrSigned(_ actor: ActorID, _ opening: Opening) -> Bool {
    opening.slots.contains { slot in
      slot.signature?.actor == actor || (slot.holder == actor && slot.ending == nil)
    }
  }

  private func checked(_ task: OpenTask, _ verb: Verb) throws(Stop) -> OpenTask {
    if !task.slot.delegates.isEmpty, verb != .resolve, verb != .delegate {
      throw .refuse(.delegationPending)
    }
    guard case .approve(let approval) = task.stage.kind else { return task }
    if approval.needsClaim, task.slot.holder == nil { throw .refuse(.notClaimed) }
    return task
  }

  /// Why an actor has nothing to do here; in the order in which the codes are given.
  private func whyNot(_ places: [Place]) -> Refusal.Code {
    let openings = places.compactMap(opening)
    for opening in openings {
      for slot in opening.slots where slot.ending == .recused {
        if slot.holder == actor || slot.candidates == [actor] { return .recused }
      }
      for slot in opening.slots {
        if slot.ending == nil, !slot.isAsked, slot.holder == actor { return .notYourTurn }
        if slot.signature?.actor == actor { return .alreadyActed }
      }
    }
    if isLeftOut(openings) { return .recused }
    if openings.contains(where: { hasProxyOutOfWindow($0) }) { return .proxyWindow }
    let wasAsked = history(subject).flatMap { $0.slots }.contains { slot in
      let isHis = slot.holder == actor || slot.candidates.contains(actor)
      let isDoneByAnother = slot.signature.map { slot.escalatedTo.contains($0.actor) && $0.actor != actor } ?? false
      return isHis && (slot.isClosedUnacted || isDoneByAnother)
    }
    if wasAsked { return .taskClosed }
    return .notAssignee
  }

  /// Left out by rule when the list was made: he would be asked, but for his company.
  private func isLeftOut(_ openings: [Opening]) -> Bool {
    openings.contains { opening in
      guard let stage = definition[opening.stage], let id = opening.cases.first, stage.scope == .case || round.isLone
      else { return false }
      return members(stage.who, of: id).contains(actor) && ground(actor, stage.recusal, of: id) != nil
    }
  }

  private func hasProxyOutOfWindow(_ opening: Opening) -> Bool {
    opening.slots.filter { $0.isOpen }.contains { slot in
      organization.proxies.contains { proxy in
        proxy.deputy == actor && slot.asked.contains(proxy.principal) && !proxy.holds(on: now.day)
      }
    }
  }

  func isOfCompany(_ actor: ActorID, of id: CaseID?) -> Bool {
    guard let company = company(of: id) else { return false }
    return organization.company(of: actor).map { organization.areOne($0, company) } ?? false
  }
}
