import Outcomes

/// What is handed in or answered again: a later version, a corrected reply, a second case of the same nominee.
extension Turn {
  /// 截止前重复提交: the last one counts, the earlier ones stay in the record. True if that is what it is.
  mutating func resubmit() throws(Stop) -> Bool {
    guard let id = subject, let item = round.cases[id], item.nomination.initiator == actor,
      let form = definition.firstForm, form.takesResubmissions,
      let served = item.openings.last(where: { $0.stage == form.id }), served.ending == .passed
    else { return false }
    guard let name = form.due?.until, let deadline = served.cutoff ?? round.deadlines[name] else { return false }
    if !deadline.isProvisional, now.minutes > deadline.due.minutes { throw .refuse(.tooLate, .submittedTooLate) }
    let isTaken = item.openings.contains { opening in
      definition[opening.stage]?.due?.until != name && opening.slots.contains { $0.signature != nil }
    }
    if isTaken { throw .refuse(.tooLate, .alreadyReviewed) }
    accept(.submit, id, stage: form.id, opening: served.number)
    return true
  }

  // MARK: Corrected replies

  /// 更正回函: the latest reply counts, the earlier one stays beside it. True if that is what it is.
  mutating func correctReply(_ verb: Verb, _ ending: Slot.Ending) throws(Stop) -> Bool {
    guard let id = subject, let (opening, slot) = replyToCorrect(id), let old = slot.signature else { return false }
    if old.verb == verb, command.data.isEmpty { return false }
    try requireReason()
    accept(verb, id, stage: opening.stage, opening: opening.number)
    let given = signature(verb, role: slot.role)
    change(Place(owner: id, number: opening.number), slot.index) { slot in
      slot.superseded = (slot.superseded ?? []) + [old]
      slot.signature = given
      slot.ending = ending
    }
    if round.cases[id]?.isTitled == true {
      // 已命名的启动撤销: the title stands until that has been decided.
      emit(.revocationOpened(Revocation(at: now, by: actor, stage: opening.stage, reason: command.statedReason)), id)
      return true
    }
    if opening.isOpen {
      let place = Place(owner: id, number: opening.number)
      if let stage = stage(place) { try assessReply(place, stage) }
    } else {
      try judgeAgain(id)
    }
    return true
  }

  /// The reply of this actor that a new one would replace; he has nothing else to answer in the case.
  func replyToCorrect(_ id: CaseID) -> (Opening, Slot)? {
    guard definition.takesCorrections, let item = round.cases[id] else { return nil }
    if item.openOpenings.contains(where: { slot(of: actor, in: $0) != nil }) { return nil }
    for opening in item.openings.reversed() {
      guard case .approve(let approval)? = definition[opening.stage]?.kind, approval.takesCorrections,
        command.stage == nil || command.stage == opening.stage,
        item.openings.last(where: { $0.stage == opening.stage })?.number == opening.number
      else { continue }
      let own = opening.slots.first { $0.signature?.actor == actor && $0.role != PendingRule.slotRole }
      if let own { return (opening, own) }
    }
    return nil
  }

  /// The facts have changed behind the rules' last word.
  private mutating func judgeAgain(_ id: CaseID) throws(Stop) {
    guard let item = round.cases[id], let last = item.results.last(where: { $0.phase != nil }), let phase = last.phase
    else { return }
    if last.result.outcome == .pending { return try assessAgain(id) }
    guard let result = facts.results[RulesKey(case: id, stage: last.stage)] else {
      throw .needs([.rules(RulesQuestion(case: id, stage: last.stage, phase: phase, data: item.data))])
    }
    emit(.assessed(last.stage, phase, result), id)
    if let outcome = result.outcome, outcome.isFinal { finish(id, .rejected, outcome, at: last.stage) }
  }

  /// 随每条回复增量运行: what the rules say of what is known so far. It decides nothing until all have replied.
  mutating func assessReply(_ place: Place, _ stage: Stage) throws(Stop) {
    guard case .approve(let approval) = stage.kind, approval.assessesReplies, let id = place.owner,
      let opening = opening(place), opening.isOpen, let item = round.cases[id]
    else { return }
    guard let result = facts.results[RulesKey(case: id, stage: stage.id)] else {
      throw .needs([.rules(RulesQuestion(case: id, stage: stage.id, phase: .intake, data: item.data))])
    }
    if item.results.last?.stage == stage.id, item.results.last?.result == result { return }
    emit(.assessed(stage.id, .intake, result), id)
  }

  // MARK: One nominee, two cases

  /// 重复推荐并入: the other case goes on, with what this one knew besides.
  mutating func merge(into other: CaseID) throws(Stop) {
    guard isOffice(actor) else { throw .refuse(.notAssignee) }
    guard let id = command.case, let item = round.cases[id] else { throw .refuse(.badTarget, .caseMissing) }
    guard let kept = round.cases[other], other != id, !kept.state.isFinal else {
      throw .refuse(.badTarget, .noSuchCase, ["case": other.rawValue])
    }
    try requireReason()
    accept(.merge, id, stage: item.arrivedAt ?? item.openOpenings.first?.stage)
    let more = item.data.filter { kept.data[$0.key] == nil }
    if !more.isEmpty { emit(.dataSet(more), other) }
    emit(.mergedInto(other), id)
    finish(id, .rejected, .merged, at: item.arrivedAt ?? item.openOpenings.first?.stage)
  }
}
