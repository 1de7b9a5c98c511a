import Outcomes

extension Turn {
  /// 退回补正: back to an earlier stage, with a reason, so often as the stage allows.
  mutating func sendBack(to target: StageID) throws(Stop) {
    let task = try task(.sendBack) { stage in
      switch stage.kind {
      case .approve, .score, .vote: true
      default: false
      }
    }
    guard let stage = stage(task.place), let id = subject ?? task.place.owner else {
      throw .refuse(.badTarget, .noWayBack, ["stage": target.rawValue])
    }
    try checkReturn(id, from: task.place, to: target)
    if let limit = stage.returns.limit, round.cases[id]?.returns[stage.id] ?? 0 >= limit {
      throw .refuse(.returnLimit, ["limit": String(limit)])
    }
    try requireReason()
    accept(.sendBack, id, stage: stage.id, opening: task.place.number)
    if task.place.owner != nil { sign(task, .sendBack, .returned) }
    let entry = Entry.returning(overdue: stage.returns.overdue, within: stage.returns.within)
    try goBack(id, from: task.place, to: target, .returned, entry)
  }

  private func checkReturn(_ id: CaseID, from place: Place, to target: StageID) throws(Stop) {
    let bad = Stop.refuse(.badTarget, .noWayBack, ["stage": target.rawValue])
    guard let item = round.cases[id], let stage = definition[target], !stage.isGateway, opening(place)?.stage != target
    else { throw bad }
    let current = opening(place)?.branch
    if stage.scope == .round, !round.isLone {
      if !item.passed.contains(target) { throw bad }
      return
    }
    guard let visited = item.openings.last(where: { $0.stage == target }) else { throw bad }
    if !encloses(visited.branch, current, item) { throw bad }
  }

  /// Whether a branch is the same as, or lies around, another one.
  func encloses(_ outer: BranchKey?, _ inner: BranchKey?, _ item: Case) -> Bool {
    var key = inner
    while true {
      if key == outer { return true }
      guard let current = key, let fork = item.forks.first(where: { $0.number == current.fork }) else { return false }
      key = fork.outer
    }
  }

  /// Closes what lies ahead of the target, siblings in a split included, and enters it again (S8, S9).
  mutating func goBack(
    _ id: CaseID, from place: Place, to target: StageID, _ ending: Slot.Ending, _ entry: Entry
  ) throws(Stop) {
    guard let stage = stage(place), let item = round.cases[id] else { return }
    let visited = item.openings.last { $0.stage == target }
    let branch = visited?.branch
    let resumes = stage.returns.policy == .resumeHere
    if place.owner == nil {
      emit(.left(opening: place.number, .returned), id)
      closeIfEmpty(place)
    }
    for opening in item.openOpenings where encloses(branch, opening.branch, item) {
      let inner = Place(owner: id, number: opening.number)
      pauseClock(inner)
      closeSlots(inner, ending)
      emit(.closed(opening: opening.number, ending == .returned ? .returned : .rejected), id)
    }
    endForks(id, inside: branch)
    settleIncidents(id, inside: branch)
    emit(.sentBack(from: stage.id, to: target, forgets: definition.stages(from: target)), id)
    let resumed = outermost(place, outside: branch, item)
    emit(
      .resumePoint(
        resumes ? ResumePoint(stage: resumed, opening: place.number, from: target, data: item.data, lapsed: []) : nil),
      id)
    try enter(id, target, branch: branch, entry)
  }

  /// Where the case does not stand any more, nothing is to be put right.
  mutating func settleIncidents(_ id: CaseID, inside branch: BranchKey?) {
    guard let item = round.cases[id] else { return }
    for incident in item.incidents where encloses(branch, incident.branch, item) { settle(incident, id) }
  }

  /// The stage itself, or the outermost split or sub-flow that the return has left: that is activated anew (S8).
  private func outermost(_ place: Place, outside branch: BranchKey?, _ item: Case) -> StageID {
    guard let opening = opening(place) else { return "" }
    var found = opening.stage
    var key = opening.branch
    while key != branch, let current = key, let fork = item.forks.first(where: { $0.number == current.fork }) {
      found = fork.split
      key = fork.outer
    }
    return found
  }

  /// The papers are back: earlier signatures stand unless what they were given for has changed (S9).
  mutating func resumeWalking(_ id: CaseID, _ point: ResumePoint, branch: BranchKey?) throws(Stop) {
    guard let item = round.cases[id] else { return }
    var point = point
    if point.lapsed.isEmpty { point.lapsed = lapsed(item, point) } else { point.lapsed.removeFirst() }
    if let first = point.lapsed.first {
      point.from = first
      emit(.resumePoint(point), id)
      return try enter(id, first, branch: lastBranch(of: first, item), .resuming)
    }
    emit(.resumePoint(nil), id)
    try enter(id, point.stage, branch: lastBranch(of: point.stage, item), .resuming)
  }

  /// Where a stage stood the last time; a split itself has no opening.
  private func lastBranch(of stage: StageID, _ item: Case) -> BranchKey? {
    if let opening = item.openings.last(where: { $0.stage == stage }) { return opening.branch }
    return item.forks.last { $0.split == stage }?.outer
  }

  private mutating func lapsed(_ item: Case, _ point: ResumePoint) -> [StageID] {
    var found: [StageID] = []
    for opening in item.openings where opening.ending == .passed && opening.stage != point.from {
      guard let stage = definition[opening.stage], case .approve(let approval) = stage.kind,
        item.openings.last(where: { $0.stage == opening.stage })?.number == opening.number,
        approval.allSignedFields.contains(where: { item.data[$0] != point.data[$0] })
      else { continue }
      found.append(stage.id)
      for slot in opening.slots {
        let own = slot.role.flatMap { approval.fieldsOfRole[$0] }
        let isOut = own.map { $0.contains { item.data[$0] != point.data[$0] } } ?? approval.fieldsOfRole.isEmpty
        if isOut, let signature = slot.signature { note("lapse", signature.actor, stage.id, item.id) }
      }
    }
    return found
  }

  /// 撤回: by the applicant alone, until the definition says it is too late.
  mutating func withdraw() throws(Stop) {
    guard let id = subject, let item = round.cases[id], item.nomination.initiator == actor else {
      throw .refuse(.notInitiator)
    }
    guard let rule = definition.withdrawal else { throw .refuse(.notAdmissible, .noWithdrawal) }
    let isTooLate = rule.until.map { wasEntered($0, item) } ?? somebodyElseActed(item)
    if isTooLate { throw .refuse(.tooLate) }
    accept(.withdraw, id, stage: item.openOpenings.first?.stage)
    if let outcome = rule.outcome {
      let isGivenUp = rule.givenUpAfter.map { item.passed.contains($0) } ?? false
      return finish(
        id, .withdrawn, isGivenUp ? .cancelled : outcome, at: item.arrivedAt ?? item.openOpenings.first?.stage)
    }
    for opening in item.openOpenings {
      closeSlots(Place(owner: id, number: opening.number), .cancelled)
      emit(.closed(opening: opening.number, .withdrawn), id)
    }
    endForks(id, inside: nil)
    settleIncidents(id, inside: nil)
    guard let form = definition.firstForm else { return finish(id, .withdrawn, .withdrawn, at: nil) }
    try enter(id, form.id, branch: nil, .returning(overdue: nil, within: nil))
    emit(.stateChanged(.draft), id)
  }

  private func wasEntered(_ stage: StageID, _ item: Case) -> Bool {
    item.openings.contains { $0.stage == stage }
      || round.openings.contains { $0.stage == stage && $0.cases.contains(item.id) }
  }

  private func somebodyElseActed(_ item: Case) -> Bool {
    item.openings.contains { opening in
      opening.slots.contains { $0.signature.map { $0.actor != item.nomination.initiator } ?? false }
        || opening.vote?.took.isEmpty == false
    }
      || round.openings.contains {
        $0.cases.contains(item.id) && $0.ending == .passed && $0.stage != definition.stages.first?.id
      }
  }

  /// 拿回: by the last handler, until the next one has acted; never out of a running 会签 unless the stage says so.
  mutating func takeBack() throws(Stop) {
    guard let id = subject, let item = round.cases[id] else { throw .refuse(.notAssignee) }
    for opening in item.openOpenings {
      guard let slot = opening.slots.first(where: { stands($0) }) else { continue }
      guard takeBackRule(opening.stage) == .untilNextActs else { throw .refuse(.tooLate) }
      accept(.takeBack, id, stage: opening.stage, opening: opening.number)
      change(Place(owner: id, number: opening.number), slot.index) {
        $0.ending = nil
        $0.signature = nil
      }
      return
    }
    let last = item.openings.last { $0.ending == .passed }
    guard let last, let slot = last.slots.last(where: { stands($0) }) else {
      throw .refuse(.notAssignee)
    }
    let later = item.openOpenings.filter { $0.number > last.number }
    if takeBackRule(last.stage) == .never { throw .refuse(.tooLate) }
    // What a return has undone is not taken back, but done again.
    if later.isEmpty || item.incident != nil || later.contains(where: \.isAfterReturn)
      || later.contains(where: { $0.slots.contains { $0.signature != nil } || $0.vote?.took.isEmpty == false })
      || later.contains(where: { $0.branch != last.branch })
    {
      throw .refuse(.tooLate)
    }
    accept(.takeBack, id, stage: last.stage, opening: last.number)
    for opening in later {
      closeSlots(Place(owner: id, number: opening.number), .cancelled)
      emit(.closed(opening: opening.number, .cancelled), id)
    }
    guard let stage = definition[last.stage] else { return }
    _ = reopen(last, id, stage) { other in
      // Who was not needed any more is asked again.
      if other.ending == .closedByPeer, other.signature == nil { other.ending = nil }
      guard other.index == slot.index else { return }
      other.ending = nil
      other.signature = nil
    }
  }

  /// What he gave, and what has not become void since.
  private func stands(_ slot: Slot) -> Bool {
    slot.signature?.actor == actor && (slot.ending == .approved || slot.ending == .rejected)
  }

  private func takeBackRule(_ id: StageID) -> Approval.TakeBack? {
    if case .approve(let approval)? = definition[id]?.kind { approval.takeBack } else { nil }
  }

  /// The stage again, with the signatures as they stand but for what `body` changes.
  mutating func reopen(_ last: Opening, _ id: CaseID, _ stage: Stage, _ body: (inout Slot) -> Void) -> Place {
    let number = (round.cases[id]?.openings.count ?? 0) + 1
    var opening = Opening(
      number: number, sequence: round.openingCount + 1, stage: stage.id, at: now, cases: [id], slots: last.slots,
      branch: last.branch, isAfterReturn: true)
    for index in opening.slots.indices { body(&opening.slots[index]) }
    opening.deadline = deadline(for: stage, last: last, .walking)
    emit(.entered(opening), id)
    return Place(owner: id, number: number)
  }
}

extension Stage.Fields {
  /// Signatures and points of which one can turn out to be void.
  var canBeVoided: Bool {
    switch kind {
    case .approve, .score: scope == .case
    default: false
    }
  }
}
