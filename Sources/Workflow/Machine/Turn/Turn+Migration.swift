/// A round that runs is moved to another version: all of it, or nothing (S21).
extension Turn {
  mutating func migrate(to version: Int, _ mapping: [StageID: StageID]) throws(Stop) {
    try requireAdministrator()
    if let id = command.case, !round.isLone {
      throw .refuse(.badTarget, .migratesWhole, ["case": id.rawValue])
    }
    if version == round.definitionVersion {
      throw .refuse(.badTarget, .sameVersion, ["version": String(version)])
    }
    guard let new = machine.shelf.box(version) else {
      throw .refuse(.badTarget, .noSuchVersion, ["version": String(version)])
    }
    let stages = StageMapping(old: definition, new: new.value, said: mapping)
    try stages.check(standings(), isLone: round.isLone)
    try checkSecretVotes()
    try requireReason()
    accept(.migrate, subject)
    emit(.migrated(Migration(from: round.definitionVersion, to: version, stages: names(stages))), nil)
    flow = new
    for place in everyOpenPlace { try relist(place) }
    for place in everyOpenPlace { try advance(place) }
  }

  private var running: [Case] { round.order.compactMap { round.cases[$0] }.filter { !$0.state.isFinal } }

  // MARK: - Where things stand

  private func standings() -> [StageMapping.Standing] {
    var found: [StageMapping.Standing] = []
    for opening in round.openings where opening.isOpen { found.append(.init(stage: opening.stage, blocks: [])) }
    if let incident = round.incident { found.append(.init(stage: incident.stage, blocks: [])) }
    for item in running { found += standings(item) }
    return found
  }

  private func standings(_ item: Case) -> [StageMapping.Standing] {
    var found: [StageMapping.Standing] = []
    for fork in item.forks where !fork.isDone {
      found.append(.init(stage: fork.split, blocks: blocks(around: fork.outer, item)))
    }
    for opening in item.openOpenings {
      found.append(.init(stage: opening.stage, blocks: blocks(around: opening.branch, item)))
    }
    for incident in item.incidents {
      found.append(.init(stage: incident.stage, blocks: blocks(around: incident.branch, item)))
    }
    var named = [item.arrivedAt, item.pendingAt].compactMap(\.self)
    if let point = item.resume { named += [point.stage, point.from] + point.lapsed }
    for objection in item.objections where objection.isOpen { named += [objection.stage, objection.settlingStage] }
    return found + named.map { .init(stage: $0, blocks: nil) }
  }

  private func blocks(around branch: BranchKey?, _ item: Case) -> [StageID] {
    var found: [StageID] = []
    var key = branch
    while let current = key, let fork = item.forks.first(where: { $0.number == current.fork }) {
      found.append(fork.split)
      key = fork.outer
    }
    return found.reversed()
  }

  /// What is in the sealed box was given under the old rules, and nobody can say by whom.
  private func checkSecretVotes() throws(Stop) {
    for place in everyOpenPlace {
      guard case .vote(let ballot)? = stage(place)?.kind, ballot.isSecret, let vote = opening(place)?.vote,
        vote.isOpen || !vote.took.isEmpty
      else { continue }
      throw .refuse(.notAdmissible, .secretVoteRuns)
    }
  }

  /// The stages that are called otherwise now, those of the past among them.
  private func names(_ stages: StageMapping) -> [StageID: StageID] {
    var mentioned = Set(round.openings.map { $0.stage })
    for item in round.cases.values {
      mentioned.formUnion(item.openings.map { $0.stage } + item.passed + Array(item.returns.keys))
      mentioned.formUnion(item.forks.flatMap { [$0.split, $0.join] } + item.results.map { $0.stage })
      mentioned.formUnion([item.outcomeStage, item.arrivedAt, item.pendingAt].compactMap(\.self))
      mentioned.formUnion(item.objections.flatMap { [$0.stage, $0.settlingStage] } + item.incidents.map { $0.stage })
      if let point = item.resume { mentioned.formUnion([point.stage, point.from] + point.lapsed) }
    }
    if let incident = round.incident { mentioned.insert(incident.stage) }
    var found: [StageID: StageID] = [:]
    for stage in mentioned {
      if let target = stages.target(of: stage), target != stage { found[stage] = target }
    }
    return found
  }

  // MARK: - Lists

  /// Those still on the list keep their places and what they gave; others are out; new ones are asked.
  private mutating func relist(_ place: Place) throws(Stop) {
    guard let before = opening(place), let stage = stage(place) else { return }
    let list = startingList(stage, place.owner)
    if list.incident != nil { throw .refuse(.badTarget, .migrationAsksNobody, ["stage": stage.id.rawValue]) }
    var rest = before.slots
    var slots: [Slot] = []
    for wanted in list.slots {
      guard let index = rest.firstIndex(where: { $0.isPlace(of: wanted) }) else {
        slots.append(wanted)
        continue
      }
      var kept = rest.remove(at: index)
      kept.candidates = wanted.candidates
      kept.role = wanted.role
      slots.append(kept)
    }
    for slot in rest where slot.isInForce { remove(slot, place) }
    let left = opening(place)?.slots.filter { slot in rest.contains { $0.index == slot.index } } ?? []
    slots += left
    for index in slots.indices { slots[index].index = index }
    emit(.relisted(opening: place.number, ask(slots, stage)), place.owner)
    // Who stood in the old list already has been told of.
    let known = before.slots.compactMap(\.holder)
    for note in list.notes where !(note.whom.map(known.contains) ?? false) { emit(.noted(note), place.owner) }
    carryVote(place, stage)
    carryClock(place, stage)
  }

  private mutating func remove(_ slot: Slot, _ place: Place) {
    if slot.role == PendingRule.slotRole { return }
    if let signature = slot.signature { note("lapse", signature.actor, opening(place)?.stage, place.owner) }
    change(place, slot.index) { $0.ending = .removed }
  }

  private func ask(_ slots: [Slot], _ stage: Stage) -> [Slot] {
    var slots = slots
    let isSequential = if case .approve(let approval) = stage.kind { approval.mode == .sequential } else { false }
    let waitsForTeller = if case .vote(let ballot) = stage.kind { !ballot.teller.isEmpty } else { false }
    var isNext = true
    for index in slots.indices where slots[index].ending == nil {
      slots[index].isAsked = !waitsForTeller && (isNext || !isSequential)
      isNext = false
    }
    return slots
  }

  private mutating func carryVote(_ place: Place, _ stage: Stage) {
    guard case .vote(let ballot) = stage.kind, let opening = opening(place) else { return }
    let fresh = newSession(ballot, stage, opening.cases, place.owner)
    let electors = electors(opening)
    changeVote(place) { vote in
      vote.tellers = fresh.tellers
      vote.chair = fresh.chair
      vote.present.removeAll { !electors.contains($0) }
      vote.took.removeAll { !electors.contains($0) }
      vote.votes = vote.votes.filter { electors.contains($0.key) }
      if !vote.isRunOff { vote.seatsLeft = fresh.seatsLeft }
    }
  }

  /// A clock that runs is carried; one begins or ends only where one version has a deadline and the other has none.
  private mutating func carryClock(_ place: Place, _ stage: Stage) {
    guard let opening = opening(place) else { return }
    let isOfStage = opening.overdueOutcome == nil
    if isOfStage, (opening.deadline == nil) != (stage.due?.within == nil && stage.due?.at == nil) {
      emit(.deadlineChanged(opening: place.number, deadline(for: stage, last: nil, .walking)), place.owner)
    }
    let cutoff = opening.isAfterReturn ? opening.cutoff : cutoff(for: stage, .walking)
    if cutoff != opening.cutoff { emit(.cutoffChanged(opening: place.number, cutoff), place.owner) }
  }

  /// What is left may be enough to finish the stage.
  private mutating func advance(_ place: Place) throws(Stop) {
    guard let opening = opening(place), opening.isOpen, let stage = stage(place) else { return }
    switch stage.kind {
    case .approve: try advanceApproval(place)
    case .score: try advanceScores(place)
    case .vote: if opening.vote?.tellers.isEmpty == true, opening.vote?.took.isEmpty == false { try decideEarly(place) }
    default: return
    }
  }
}

extension Slot {
  /// Neither removed nor recused.
  var isInForce: Bool { self.ending != .removed && self.ending != .recused }

  /// Whether whoever has this place has that one in a list made anew.
  fileprivate func isPlace(of wanted: Slot) -> Bool {
    guard self.isInForce, self.role != PendingRule.slotRole else { return false }
    guard let person = self.signature?.actor ?? self.holder else {
      return wanted.holder == nil && self.role == wanted.role
    }
    let principal = self.signature?.onBehalfOf ?? person
    return wanted.holder.map { $0 == principal || $0 == self.holder } ?? wanted.candidates.contains(principal)
  }
}
