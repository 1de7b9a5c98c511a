import Outcomes

/// How a stage came to be entered.
enum Entry {
  case walking
  /// By a return: the slots stand as they stood, and nobody is skipped.
  case returning(overdue: Outcome?, within: TimeSpan?)
  /// After the papers came back: straight to the one who returned them.
  case resuming

  var isReturn: Bool { if case .walking = self { false } else { true } }
  var overdueOutcome: Outcome? { if case .returning(let outcome, _) = self { outcome } else { nil } }
}

extension Turn {
  /// The case walks into a stage. Gateways are gone through at once.
  mutating func enter(_ id: CaseID, _ target: StageID, branch: BranchKey?, _ entry: Entry = .walking) throws(Stop) {
    guard let stage = definition[target] else { return }
    steps += 1
    if steps > Turn.mostSteps(round) { return fail(id, target, .noBranch, branch: branch) }
    if stage.scope == .round, !round.isLone {
      emit(.arrived(target), id)
      if round.cases[id]?.state == .draft { emit(.stateChanged(.running), id) }
      holdIfPending(id, stage)
      return
    }
    switch stage.kind {
    case .choice(let branches): try choose(id, stage, branches, branch)
    case .split(let split): try fork(id, stage, split, branch)
    case .join: try join(id, stage, branch)
    case .cc: try copy(id, stage, branch)
    case .subflow: try beginChild(id, stage, branch, entry)
    case .form, .approve, .vote, .score, .rules, .notice, .objection, .manage:
      try open(stage, [id], owner: id, branch: branch, entry)
    }
  }

  static func mostSteps(_ round: Round) -> Int { 300 + 10 * round.order.count }

  mutating func go(_ id: CaseID, _ target: Target, branch: BranchKey?) throws(Stop) {
    switch target {
    case .stage(let stage): try enter(id, stage, branch: branch)
    case .approved:
      if let child = child(around: branch, id) { return try endChild(child, id, isApproved: true) }
      finish(id, .approved, nil, at: nil)
    }
  }

  /// A stage says that it is over: the case, or in a sub-flow the child alone, is turned down.
  mutating func end(
    _ id: CaseID, as state: Case.State = .rejected, _ outcome: Outcome?, at stage: StageID?, branch: BranchKey?,
    slots ending: Slot.Ending = .cancelled
  ) throws(Stop) {
    if state == .rejected, let child = child(around: branch, id) {
      return try endChild(child, id, isApproved: false, outcome, slots: ending)
    }
    finish(id, state, outcome, at: stage, slots: ending)
  }

  /// Makes an opening of a stage in which something happens; `owner` nil for a stage of the round.
  mutating func open(
    _ stage: Stage, _ ids: [CaseID], owner: CaseID?, branch: BranchKey?, _ entry: Entry = .walking
  ) throws(Stop) {
    let number = (owner.map { round.cases[$0]?.openings.count ?? 0 } ?? round.openings.count) + 1
    let last = lastOpening(of: stage.id, owner)
    let list = list(for: stage, owner, last, entry)
    if let cause = list.incident {
      for note in list.notes { emit(.noted(note), owner) }
      fail(owner, stage.id, cause, branch: branch)
      return
    }
    var opening = Opening(
      number: number, sequence: round.openingCount + 1, stage: stage.id, at: now, cases: ids, slots: list.slots,
      branch: branch, deadline: deadline(for: stage, last: last, entry), cutoff: cutoff(for: stage, entry),
      isAfterReturn: entry.isReturn, overdueOutcome: entry.overdueOutcome)
    equip(&opening, stage, owner)
    emit(.entered(opening), owner)
    for note in list.notes { emit(.noted(note), owner) }
    if case .walking = entry { noteRecusals(opening, stage) }
    if let owner { settleDraft(owner, stage, isFirst: last == nil) }
    let place = Place(owner: owner, number: number)
    if list.isSkipped, opening.slots.isEmpty { return try pass(place) }
    if lacksElectors(opening, stage) {
      return fail(owner, stage.id, .tooFewSigners, opening: number, branch: branch)
    }
    try skipConsecutive(place, stage, entry)
  }

  /// A case is in draft as long as its first form has never been handed in.
  private mutating func settleDraft(_ id: CaseID, _ stage: Stage, isFirst: Bool) {
    let isForm = stage.isForm && stage.id == definition.firstForm?.id
    switch round.cases[id]?.state {
    case .draft? where !isForm: emit(.stateChanged(.running), id)
    case .running? where isForm && isFirst: emit(.stateChanged(.draft), id)
    default: return
    }
  }

  private func list(for stage: Stage, _ owner: CaseID?, _ last: Opening?, _ entry: Entry) -> AskedList {
    var list =
      if entry.isReturn, let last, !last.slots.isEmpty {
        AskedList(slots: reusedSlots(last, stage, of: owner))
      } else {
        startingList(stage, owner)
      }
    if case .vote(let ballot) = stage.kind, !ballot.teller.isEmpty {
      // In a session nobody is asked until the teller has checked him in.
      for index in list.slots.indices { list.slots[index].isAsked = false }
    }
    return list
  }

  func startingList(_ stage: Stage, _ owner: CaseID?) -> AskedList {
    switch stage.kind {
    case .rules:
      AskedList(slots: [Slot(index: 0, candidates: [.system], holder: .system, role: nil, isAsked: true)])
    case .notice where stage.who.isEmpty: AskedList()
    case .subflow: AskedList()
    case .vote(let ballot) where ballot.isReported: AskedList()
    default: askedList(stage, of: owner)
    }
  }

  /// What a vote or a notice needs besides the list.
  private func equip(_ opening: inout Opening, _ stage: Stage, _ owner: CaseID?) {
    switch stage.kind {
    case .vote(let ballot): opening.vote = newSession(ballot, stage, opening.cases, owner)
    case .notice(let notice) where stage.who.isEmpty:
      for id in opening.cases { opening.clocks[id] = newClock(notice, postedAt: now) }
    default: break
    }
  }

  /// 连续审批去重: who signed the stage just before is not asked again, unless a human sent it back.
  private mutating func skipConsecutive(_ place: Place, _ stage: Stage, _ entry: Entry) throws(Stop) {
    guard definition.dedupsConsecutive, case .walking = entry, case .approve = stage.kind, let id = place.owner,
      let opening = opening(place), let before = previous(opening, id)
    else { return }
    let signers = before.slots.compactMap { $0.ending == .approved ? $0.signature?.actor : nil }
    for slot in opening.slots where slot.holder.map(signers.contains) ?? false {
      change(place, slot.index) { $0.ending = .approved }
      if let holder = slot.holder { note("auto_skip", holder, stage.id, id) }
      try advanceApproval(place)
      if self.opening(place)?.isOpen != true { return }
    }
  }

  private func previous(_ opening: Opening, _ id: CaseID) -> Opening? {
    let before = round.cases[id]?.openings.last { $0.number < opening.number && $0.ending == .passed }
    guard let before, let stage = definition[before.stage], case .approve = stage.kind else { return nil }
    return before
  }

  /// The stage has been served: close it, ask the rules if it says so, and go on.
  mutating func pass(_ place: Place) throws(Stop) {
    if let stage = stage(place) { try pass(place, stage) }
  }

  mutating func pass(_ place: Place, _ stage: Stage) throws(Stop) {
    closeSlots(place, .closedByPeer)
    writeScores(place, stage)
    guard let id = place.owner else { return try passRound(place, stage) }
    if stage.phase != nil, try !heed(id, place, stage) { return }
    emit(.closed(opening: place.number, .passed), id)
    settleNamedDeadlines(stage.id)
    if let outcome = stage.gives { emit(.outcomeChanged(outcome, at: stage.id), id) }
    if let point = round.cases[id]?.resume, point.from == stage.id {
      return try resumeWalking(id, point, branch: opening(place)?.branch)
    }
    try walkOn(id, stage, branch: opening(place)?.branch)
  }

  mutating func walkOn(_ id: CaseID, _ stage: Stage, branch: BranchKey?) throws(Stop) {
    if let appeal = definition.appeal, appeal.stage == stage.id { return try perform(appeal.onUpheld, id, branch) }
    try go(id, stage.next ?? .approved, branch: branch)
  }

  /// A stage that says no: what `on_reject` says, by default back to the form.
  mutating func rejected(_ place: Place, _ action: Action? = nil) throws(Stop) {
    guard let opening = opening(place), let stage = definition[opening.stage] else { return }
    closeSlots(place, .closedByPeer)
    let action = action ?? stage.onReject ?? definition.form(for: stage.id).map { Action.sendBack($0) } ?? .end(nil)
    if let appeal = definition.appeal, appeal.stage == stage.id, let id = place.owner {
      emit(.closed(opening: place.number, .rejected), id)
      return try perform(appeal.onDismissed, id, opening.branch)
    }
    for id in opening.remaining { try turnDown(id, place, action) }
    if self.opening(place)?.isOpen == true { emit(.closed(opening: place.number, .rejected), place.owner) }
  }

  /// One case of a stage is turned down.
  mutating func turnDown(_ id: CaseID, _ place: Place, _ action: Action) throws(Stop) {
    guard let stage = stage(place) else { return }
    if place.owner == nil, case .sendBack = action {
    } else if place.owner == nil {
      emit(.left(opening: place.number, .rejected), id)
    }
    switch action {
    case .end(let outcome): try end(id, outcome, at: stage.id, branch: opening(place)?.branch)
    case .sendBack(let target):
      try goBack(id, from: place, to: target, .closedByPeer, .returning(overdue: nil, within: nil))
    case .go(let target), .reopen(let target):
      let branch = opening(place)?.branch
      if place.owner != nil { emit(.closed(opening: place.number, .rejected), id) }
      try enter(id, target, branch: branch)
    case .leaveToRules: try walkOn(id, stage, branch: opening(place)?.branch)
    }
  }

  mutating func perform(_ action: Action, _ id: CaseID, _ branch: BranchKey?) throws(Stop) {
    switch action {
    case .end(let outcome): finish(id, .rejected, outcome, at: nil)
    case .go(let target), .reopen(let target), .sendBack(let target): try enter(id, target, branch: branch)
    case .leaveToRules: return
    }
  }

  /// Those who have not acted are out of it.
  mutating func closeSlots(_ place: Place, _ ending: Slot.Ending) {
    for slot in opening(place)?.slots ?? [] where slot.ending == nil && slot.isAsked {
      change(place, slot.index) { $0.ending = ending }
    }
  }

  /// The case is over: everything of it that is open is closed, and the round goes on without it.
  mutating func finish(
    _ id: CaseID, _ state: Case.State, _ outcome: Outcome?, at stage: StageID?, slots ending: Slot.Ending = .cancelled
  ) {
    guard round.cases[id]?.state.isFinal == false else { return }
    let outcomeBefore = round.cases[id]?.outcome
    let hadSeat = outcomeBefore == .selected || outcomeBefore == .named
    for number in round.cases[id]?.openOpenings.map({ $0.number }) ?? [] {
      let place = Place(owner: id, number: number)
      closeSlots(place, ending)
      emit(.closed(opening: number, ending == .cancelled ? .cancelled : .ended), id)
    }
    for opening in round.openings where opening.isOpen && opening.remaining.contains(id) {
      emit(.left(opening: opening.number, state == .approved ? .passed : .ended), id)
      closeIfEmpty(Place(owner: nil, number: opening.number))
    }
    if round.cases[id]?.incident != nil { emit(.incident(nil), id) }
    if let outcome { emit(.outcomeChanged(outcome, at: stage), id) }
    emit(.stateChanged(state), id)
    if hadSeat, state != .approved { emit(.vacated(id), nil) }
  }

  /// A stage of the round that no case is in any more.
  mutating func closeIfEmpty(_ place: Place) {
    guard let opening = opening(place), opening.isOpen, opening.remaining.isEmpty else { return }
    closeSlots(place, .cancelled)
    emit(.closed(opening: place.number, .ended), place.owner)
  }

  /// The machine stops here; an administrator puts it right and says `retry`.
  mutating func fail(_ id: CaseID?, _ stage: StageID, _ cause: Incident.Cause, opening: Int? = nil, branch: BranchKey?)
  {
    emit(.incident(Incident(stage: stage, cause: cause, opening: opening, branch: branch)), id)
    note("incident", .system, stage, id)
    if id != nil { emit(.stateChanged(.incident), id) }
  }
}
