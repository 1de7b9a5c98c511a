import Outcomes

/// Transfers, delegations, added and removed signers, recusals.
extension Turn {
  mutating func transfer(to other: ActorID) throws(Stop) {
    let task = try task(.transfer) {
      !$0.isForm
    } slot: {
      isHis($1)
    }
    guard let opening = opening(task.place), let stage = stage(task.place) else { return }
    if case .vote(let ballot) = stage.kind, ballot.isSecret { throw .refuse(.notAdmissible, .secretVoteStays) }
    if opening.hasCast(task.slot) { throw .refuse(.alreadyActed) }
    if other == actor { throw .refuse(.selfTarget) }
    try checkNewHolder(other, opening, stage, task.place.owner)
    accept(.transfer, task.place.owner, stage: stage.id, opening: opening.number, whom: [other])
    change(task.place, task.slot.index) {
      $0.holder = other
      $0.candidates = [other]
    }
  }

  /// Who is asked only because another is late may act, but not give the other's task away.
  private func isHis(_ slot: Slot) -> Bool { slot.holder == actor || !slot.escalatedTo.contains(actor) }

  /// Known, not in this round already, not recused, and not a decider where deciders are left out.
  private func checkNewHolder(_ other: ActorID, _ opening: Opening, _ stage: Stage, _ id: CaseID?) throws(Stop) {
    if !organization.knows(other) { throw .refuse(.badTarget, .unknownPerson, ["name": other.rawValue]) }
    let isThere = opening.slots.contains { slot in
      slot.ending != .recused && (slot.holder == other || slot.signature?.actor == other)
    }
    if isThere { throw .refuse(.duplicateSigner, ["actor": other.rawValue]) }
    if case .approve(let approval) = stage.kind, approval.excludesDeciders, let id, decided(other, id) {
      throw .refuse(.sameDecider, ["actor": other.rawValue])
    }
    if isRecused(other, stage, id) { throw .refuse(.recused, ["actor": other.rawValue]) }
  }

  mutating func delegate(to other: ActorID) throws(Stop) {
    let task = try task(.delegate) { stage in
      if case .approve = stage.kind { true } else { false }
    } slot: {
      isHis($1)
    }
    guard let opening = opening(task.place), let stage = stage(task.place), case .approve(let approval) = stage.kind
    else { return }
    if let current = task.slot.delegates.last {
      if current != actor { throw .refuse(.delegationPending) }
      if !approval.redelegates { throw .refuse(.redelegation) }
    }
    if other == actor { throw .refuse(.selfTarget) }
    try checkNewHolder(other, opening, stage, task.place.owner)
    accept(.delegate, task.place.owner, stage: stage.id, opening: opening.number, whom: [other])
    change(task.place, task.slot.index) { $0.delegates.append(other) }
  }

  /// The delegate gives his opinion; the owner signs.
  mutating func resolve(_ opinion: String?) throws(Stop) {
    for place in places {
      guard let opening = opening(place), let stage = stage(place),
        let slot = opening.slots.first(where: { $0.isOpen && $0.delegates.last == actor })
      else { continue }
      accept(.resolve, place.owner, stage: stage.id, opening: opening.number)
      let given = Slot.Opinion(by: actor, text: opinion, at: now)
      change(place, slot.index) {
        $0.delegates = []
        $0.opinions.append(given)
      }
      return
    }
    throw .refuse(.notAssignee)
  }

  /// Proxies stand in the organization with their dates; in a ballot there are none.
  func setProxy() throws(Stop) {
    throw .refuse(.notAdmissible, .noProxyAct)
  }

  mutating func addSigners(_ who: [Assignee]) throws(Stop) {
    guard let (place, opening, stage) = approvalPlace() else { throw .refuse(.notAssignee) }
    guard case .approve(let approval) = stage.kind, may(approval.mayAdd, opening, place) else {
      throw .refuse(.notAssignee)
    }
    var added: [ActorID] = []
    for entry in who {
      for other in members([entry], of: place.owner) {
        if added.contains(other) { throw .refuse(.duplicateSigner, ["actor": other.rawValue]) }
        if opening.slots.contains(where: { $0.holder == other || $0.signature?.actor == other }) {
          throw .refuse(.duplicateSigner, ["actor": other.rawValue])
        }
        try checkNewHolder(other, opening, stage, place.owner)
        added.append(other)
      }
    }
    if added.isEmpty { throw .refuse(.badTarget, .nobodyNamed) }
    accept(.addSign, place.owner, stage: stage.id, opening: opening.number, whom: added)
    for (offset, other) in added.enumerated() {
      let slot = Slot(
        index: opening.slots.count + offset, candidates: [other], holder: other, role: nil,
        isAsked: approval.mode != .sequential)
      emit(.slotChanged(opening: place.number, slot), place.owner)
    }
  }

  mutating func removeSigners(_ who: [Assignee]) throws(Stop) {
    guard let (place, opening, stage) = approvalPlace() else { throw .refuse(.notAssignee) }
    guard case .approve(let approval) = stage.kind, may(approval.mayRemove, opening, place) else {
      throw .refuse(.notAssignee)
    }
    let removed = members(who, of: place.owner)
    let slots = opening.slots.filter { slot in slot.holder.map(removed.contains) ?? false }
    if slots.count < removed.count { throw .refuse(.badTarget, .holdsNothing, ["name": removed.first?.rawValue ?? ""]) }
    if slots.contains(where: { $0.ending != nil }) { throw .refuse(.alreadyActed) }
    let left = opening.slots.count { $0.ending != .removed && $0.ending != .recused } - slots.count
    if left < max(1, stage.minSigners) { throw .refuse(.lastSigner) }
    accept(.removeSign, place.owner, stage: stage.id, opening: opening.number, whom: removed)
    for slot in slots { change(place, slot.index) { $0.ending = .removed } }
    try advanceApproval(place)
  }

  private func approvalPlace() -> (Place, Opening, Stage)? {
    for place in places {
      if let opening = opening(place), let stage = stage(place), case .approve = stage.kind {
        return (place, opening, stage)
      }
    }
    return nil
  }

  private func may(_ who: [Assignee], _ opening: Opening, _ place: Place) -> Bool {
    let signers = opening.slots.filter { $0.ending != .removed }.compactMap { $0.holder }
    return members(who, of: place.owner, signers: signers).contains(actor)
  }

  /// 回避, declared by oneself or ordered: closes the task, or voids what was given; it lowers the electorate (S14).
  mutating func recuse(_ who: [Assignee]) throws(Stop) {
    let others = members(who, of: subject)
    for place in places {
      guard let opening = opening(place), let stage = stage(place) else { continue }
      let targets = others.isEmpty ? [actor] : others
      let slots = opening.slots.filter { slot in
        slot.holder.map(targets.contains) ?? false && slot.ending != .recused && slot.ending != .removed
      }
      if slots.isEmpty { continue }
      let isOrdered = !others.isEmpty && others != [actor]
      try checkRecusal(targets, slots, stage, place, isOrdered: isOrdered)
      if !isOrdered, !stage.recusal.decidedBy.isEmpty { return try askToStandBack(stage, place) }
      accept(.recuse, place.owner, stage: stage.id, opening: opening.number, whom: others)
      for target in targets {
        let late = slots.contains { $0.holder == target && $0.signature != nil }
        noteRecusal(
          target, stage.id, isOrdered ? .ordered : .declared, command.case ?? place.owner, wasFoundLate: late)
      }
      if let id = command.case, place.owner == nil {
        recuse(targets, from: id, place)
        return try reconsider(place, stage)
      }
      for slot in slots { if let holder = slot.holder { recuse(holder, stage, place) } }
      withdrawVotes(of: targets, place)
      return try reconsider(place, stage)
    }
    if !others.isEmpty, try voidLater(others) { return }
    throw .refuse(.notAssignee)
  }

  /// Found out after the stage was served: what he gave is void, and the stage is open again without him (第三十九条).
  private mutating func voidLater(_ targets: [ActorID]) throws(Stop) -> Bool {
    guard let id = subject, let item = round.cases[id] else { return false }
    for last in item.openings.reversed() where last.ending == .passed {
      guard let stage = definition[last.stage], stage.canBeVoided,
        item.openings.last(where: { $0.stage == last.stage })?.number == last.number, !wasGivenUp(last.branch, item)
      else { continue }
      let given = last.slots.filter { $0.ending == .approved && ($0.holder.map(targets.contains) ?? false) }
      if given.isEmpty { continue }
      let place = Place(owner: id, number: last.number)
      try checkRecusal(targets, given, stage, place, isOrdered: true)
      accept(.recuse, id, stage: stage.id, opening: last.number, whom: targets)
      for holder in given.compactMap(\.holder) { noteRecusal(holder, stage.id, .ordered, id, wasFoundLate: true) }
      withdrawFrom(id, behind: stage, last.branch)
      let again = reopen(last, id, stage) { slot in
        // Who was not needed any more is asked again.
        if slot.ending == .closedByPeer, slot.signature == nil { slot.ending = nil }
        if given.contains(where: { $0.index == slot.index }) {
          slot.ending = .recused
          slot.score = nil
        }
      }
      for slot in given {
        let now = opening(again)?.slots.first { $0.holder == slot.holder && $0.ending == .recused }
        stepIn(for: now ?? slot, stage, again)
      }
      try reconsider(again, stage)
      return true
    }
    return false
  }

  /// Whether the activation in which a branch lies was left by a return: what was done in it counts no more anyway.
  private func wasGivenUp(_ branch: BranchKey?, _ item: Case) -> Bool {
    var key = branch
    while let current = key, let fork = item.forks.first(where: { $0.number == current.fork }) {
      if fork.isDone, fork.branches.contains(.running) { return true }
      key = fork.outer
    }
    return false
  }

  /// What has been done behind a stage has to be done again; siblings in a split that runs are not concerned.
  private mutating func withdrawFrom(_ id: CaseID, behind stage: Stage, _ branch: BranchKey?) {
    guard let item = round.cases[id] else { return }
    let level = running(branch, item)
    for opening in item.openOpenings where encloses(level, opening.branch, item) {
      closeSlots(Place(owner: id, number: opening.number), .cancelled)
      emit(.closed(opening: opening.number, .cancelled), id)
    }
    endForks(id, inside: level)
    settleIncidents(id, inside: level)
    revive(branch, id)
    for opening in round.openings where opening.isOpen && opening.remaining.contains(id) {
      emit(.left(opening: opening.number, .cancelled), id)
      closeIfEmpty(Place(owner: nil, number: opening.number))
    }
    emit(.sentBack(from: stage.id, to: stage.id, forgets: definition.stages(from: stage.id)), id)
    if round.cases[id]?.pendingAt != nil { emit(.heldPending(nil), id) }
    if let item = round.cases[id], item.arrivedAt != nil { emit(.arrived(nil), id) }
  }

  /// The innermost branch around this one whose split still waits.
  private func running(_ branch: BranchKey?, _ item: Case) -> BranchKey? {
    var key = branch
    while let current = key, let fork = item.forks.first(where: { $0.number == current.fork }) {
      if !fork.isDone { return key }
      key = fork.outer
    }
    return nil
  }

  /// A branch that had arrived is walked again, and waited for again.
  private mutating func revive(_ branch: BranchKey?, _ id: CaseID) {
    guard let branch, var fork = fork(branch, id), fork.branches[branch.index] != .running else { return }
    revive(fork.outer, id)
    if fork.isChild, let place = holder(of: fork, id), let last = opening(place), let stage = stage(place) {
      _ = reopen(last, id, stage) { _ in }
    }
    fork.branches[branch.index] = .running
    fork.isDone = false
    emit(.forkChanged(fork), id)
  }

  private func checkRecusal(
    _ targets: [ActorID], _ slots: [Slot], _ stage: Stage, _ place: Place, isOrdered: Bool
  ) throws(Stop) {
    if isOrdered {
      let may = targets.allSatisfy { mayDecide(on: $0, stage.recusal.orderedBy, stage, place.owner) }
      guard may else { throw .refuse(.notAssignee) }
      return try requireReason()
    }
    if !stage.recusal.declared {
      throw .refuse(.notAdmissible, .noDeclaredRecusal, ["stage": stage.name ?? stage.id.rawValue])
    }
    if slots.contains(where: { $0.signature != nil }) { throw .refuse(.alreadyActed) }
  }

  /// In a stage of the round: he has no part in this case, and goes on with the others.
  mutating func recuse(_ actors: [ActorID], from id: CaseID, _ place: Place) {
    changeVote(place) { vote in
      let before = vote.recusedFrom[id] ?? []
      vote.recusedFrom[id] = before + actors.filter { !before.contains($0) }
    }
    withdrawVotes(of: actors, from: id, place)
  }

  mutating func recuse(_ holder: ActorID, _ stage: Stage, _ place: Place) {
    let mine = opening(place)?.slots.filter { $0.holder == holder && $0.isInForce } ?? []
    guard let slot = mine.first else { return }
    change(place, slot.index) {
      $0.ending = .recused
      $0.score = nil
    }
    stepIn(for: slot, stage, place)
  }

  private mutating func stepIn(for slot: Slot, _ stage: Stage, _ place: Place) {
    guard let opening = opening(place), let holder = slot.holder else { return }
    let taken = opening.slots.compactMap { $0.holder }
    guard let next = nextAlternate(stage, place.owner, taken) else { return }
    note("alternate", holder, whom: next, stage.id, place.owner)
    guard case .approve(let approval) = stage.kind, approval.mode == .sequential else {
      let stepping = Slot(index: opening.slots.count, candidates: [next], holder: next, role: slot.role, isAsked: true)
      return emit(.slotChanged(opening: place.number, stepping), place.owner)
    }
    // In a line he stands where the other stood, and is asked when it comes to him.
    var slots = opening.slots
    let stepping = Slot(index: 0, candidates: [next], holder: next, role: slot.role, isAsked: false)
    let position = min(slot.index + 1, slots.count)
    slots.insert(stepping, at: position)
    for index in slots.indices {
      slots[index].index = index
      // Whose turn had come behind him waits again.
      if index > position, slots[index].ending == nil { slots[index].isAsked = false }
    }
    emit(.relisted(opening: place.number, slots), place.owner)
  }

  /// After somebody left: too few is an incident; whoever is left may be enough to finish.
  mutating func reconsider(_ place: Place, _ stage: Stage) throws(Stop) {
    guard let opening = opening(place) else { return }
    let left = opening.slots.count { $0.ending != .removed && $0.ending != .recused }
    if left < max(1, stage.minSigners) || lacksElectors(opening, stage) {
      let isKnown = place.owner == nil && round.incident?.opening == place.number
      if !isKnown { fail(place.owner, stage.id, .tooFewSigners, opening: place.number, branch: opening.branch) }
      return
    }
    switch stage.kind {
    case .approve: try advanceApproval(place)
    case .score: try advanceScores(place)
    case .vote: if opening.vote?.tellers.isEmpty == true { try decideEarly(place) }
    default: return
    }
  }
}
