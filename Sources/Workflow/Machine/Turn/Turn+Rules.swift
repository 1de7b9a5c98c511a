import Outcomes

/// What the rules say, and what becomes of the case for it.
extension Turn {
  /// Asks what the rules say at the end of a stage. False if the case does not go on from here.
  mutating func heed(_ id: CaseID, _ place: Place, _ stage: Stage) throws(Stop) -> Bool {
    guard let phase = stage.phase, let item = round.cases[id] else { return true }
    guard let result = facts.results[RulesKey(case: id, stage: stage.id)] else {
      throw .needs([.rules(RulesQuestion(case: id, stage: stage.id, phase: phase, data: item.data))])
    }
    if hasAnswered(result, item, place) { return true }
    emit(.assessed(stage.id, phase, result), id)
    if let rank = result.rank { emit(.ranked(place: rank), id) }
    switch result.outcome {
    case .incomplete?: try askForPapers(id, place, stage)
    case .pending?: return try !stopPending(id, place, stage, result)
    case let outcome? where outcome.isFinal:
      emit(.closed(opening: place.number, .rejected), id)
      finish(id, .rejected, outcome, at: stage.id)
    default:
      free(id)
      return true
    }
    return false
  }

  /// The director has just answered for these open facts in this very opening.
  private func hasAnswered(_ result: RuleResult, _ item: Case, _ place: Place) -> Bool {
    guard result.outcome == .pending, let accepted = item.acceptedReasons else { return false }
    return item.results.last?.result == result && Set(result.reasons).isSubset(of: accepted)
      && opening(place)?.stage == item.results.last?.stage
  }

  /// Nothing is open any more. Who was ranked as 待核 has had a place on the list since then.
  private mutating func free(_ id: CaseID) {
    guard let item = round.cases[id] else { return }
    if item.pendingAt != nil { emit(.heldPending(nil), id) }
    if item.outcome == .pending, let stage = item.outcomeStage { emit(.outcomeChanged(.shortlisted, at: stage), id) }
  }

  /// A required fact of the applicant is missing: 退回补正, and 不予受理 when that has been tried often enough.
  private mutating func askForPapers(_ id: CaseID, _ place: Place, _ stage: Stage) throws(Stop) {
    guard let form = definition.firstForm, let item = round.cases[id] else { return }
    let limit = stage.returns.limit ?? 0
    if item.returns[stage.id] ?? 0 >= limit {
      return finish(id, .rejected, stage.returns.exhausted ?? .notAccepted, at: stage.id)
    }
    note("return", .system, stage.id, id)
    let entry = Entry.returning(overdue: stage.returns.overdue, within: stage.returns.within)
    try goBack(id, from: place, to: form.id, .returned, entry)
  }

  /// 待核 never passes silently. True if the case stays where it is.
  private mutating func stopPending(
    _ id: CaseID, _ place: Place, _ stage: Stage, _ result: RuleResult
  ) throws(Stop) -> Bool {
    guard let rule = definition.pending, let item = round.cases[id] else { return false }
    if let accepted = item.acceptedReasons, Set(result.reasons).isSubset(of: accepted), !isBeyond(rule, item) {
      return false
    }
    if case .rules = stage.kind, isBeyond(rule, item) {
      emit(.heldPending(stage.id), id)
      return true
    }
    askDirector(id, place, rule)
    return true
  }

  /// Whether the case has served the last stage that an open fact may reach.
  private func isBeyond(_ rule: PendingRule, _ item: Case) -> Bool {
    item.passed.contains(rule.mayPassUntil)
      || item.openings.contains { $0.stage == rule.mayPassUntil && $0.ending == .passed }
  }

  /// Someone answers for it with a written reason, or the facts come in.
  private mutating func askDirector(_ id: CaseID, _ place: Place, _ rule: PendingRule) {
    guard let opening = opening(place) else { return }
    if opening.slots.contains(where: { $0.isOpen && $0.role == PendingRule.slotRole }) { return }
    let directors = members(rule.by, of: id)
    guard !directors.isEmpty else {
      return fail(id, opening.stage, .noAssignee, opening: opening.number, branch: opening.branch)
    }
    let slot = Slot(
      index: opening.slots.count, candidates: directors, holder: directors.count == 1 ? directors.first : nil,
      role: PendingRule.slotRole, isAsked: true)
    emit(.slotChanged(opening: opening.number, slot), id)
  }

  func isAnsweringForPending(_ task: OpenTask) -> Bool { task.slot.role == PendingRule.slotRole }

  /// The written reason stands: the case goes on, marked.
  mutating func answerForPending(_ place: Place) throws(Stop) -> Bool {
    guard let id = place.owner, let opening = opening(place), let slot = opening.slots.last,
      slot.role == PendingRule.slotRole, slot.ending == .approved, let result = round.cases[id]?.result,
      let stage = definition[opening.stage]
    else { return false }
    emit(.pendingAccepted(reasons: result.reasons), id, by: slot.signature?.actor)
    emit(.closed(opening: place.number, .passed), id)
    settleNamedDeadlines(stage.id)
    try walkOn(id, stage, branch: opening.branch)
    return true
  }

  /// A case with an open fact does not enter the stages that it must not enter.
  mutating func holdIfPending(_ id: CaseID, _ stage: Stage) {
    guard let rule = definition.pending, rule.stopsBefore.contains(stage.id),
      round.cases[id]?.result?.outcome == .pending
    else { return }
    emit(.heldPending(stage.id), id)
  }

  /// 未回复 was never taken for agreement; a reply that comes late is still a reply.
  mutating func replyLate(_ verb: Verb, _ ending: Slot.Ending) throws(Stop) -> Bool {
    guard definition.takesLateReplies, let id = subject, let item = round.cases[id] else { return false }
    for opening in item.openings.reversed() {
      guard case .approve(let approval)? = definition[opening.stage]?.kind, approval.noReplyIsPending else { continue }
      let late = opening.slots.first { slot in
        let isHis = slot.holder.map { $0 == actor } ?? slot.candidates.contains(actor)
        return isHis && slot.ending == .expired && slot.signature == nil
      }
      guard let slot = late else { continue }
      if verb == .reject { try requireReason() }
      accept(verb, id, stage: opening.stage, opening: opening.number)
      let given = signature(verb, role: slot.role)
      change(Place(owner: id, number: opening.number), slot.index) { slot in
        slot.holder = given.actor
        slot.signature = given
      }
      try assessAgain(id)
      return true
    }
    return false
  }

  /// New facts in a case that has open ones: what do the rules say now?
  mutating func assessAgain(_ id: CaseID) throws(Stop) {
    guard let item = round.cases[id], item.result?.outcome == .pending, let last = item.results.last,
      let phase = last.phase
    else { return }
    guard let result = facts.results[RulesKey(case: id, stage: last.stage)] else {
      throw .needs([.rules(RulesQuestion(case: id, stage: last.stage, phase: phase, data: item.data))])
    }
    emit(.assessed(last.stage, phase, result), id)
    if let outcome = result.outcome, outcome.isFinal { return finish(id, .rejected, outcome, at: last.stage) }
    guard result.outcome != .pending else { return }
    free(id)
    for opening in item.openOpenings
    where opening.slots.contains(where: { $0.isOpen && $0.role == PendingRule.slotRole }) {
      let place = Place(owner: id, number: opening.number)
      closeSlots(place, .cancelled)
      emit(.closed(opening: opening.number, .passed), id)
      if let stage = definition[opening.stage] { try walkOn(id, stage, branch: opening.branch) }
    }
    for opening in item.openOpenings where opening.stage == last.stage {
      if case .rules? = definition[opening.stage]?.kind { try pass(Place(owner: id, number: opening.number)) }
    }
  }

  // MARK: - Experts

  /// 打分: a number from 0 to the highest, as it was given.
  mutating func score(_ points: String) throws(Stop) {
    let task = try task(.score) { stage in
      if case .score = stage.kind { true } else { false }
    }
    guard let stage = stage(task.place), case .score(let scoring) = stage.kind else { return }
    guard isScore(points, upTo: scoring.max) else {
      throw .refuse(
        .notAdmissible, .scoreOutOfRange, ["points": points, "highest": String(scoring.max)])
    }
    accept(.score, task.place.owner, stage: stage.id, opening: task.place.number)
    sign(task, .score, .approved)
    change(task.place, task.slot.index) { $0.score = points }
    try advanceScores(task.place)
  }

  private func isScore(_ text: String, upTo highest: Int) -> Bool {
    let halves = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let areDigits = halves.allSatisfy { half in
      !half.isEmpty && half.utf8.count <= 6 && half.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    guard areDigits, let first = halves.first, let whole = Int(first) else { return false }
    let hasRest = halves.count == 2 && halves[1].contains { $0 != "0" }
    return whole < highest || (whole == highest && !hasRest)
  }

  mutating func advanceScores(_ place: Place) throws(Stop) {
    guard let opening = opening(place), let stage = stage(place), case .score(let scoring) = stage.kind else { return }
    if opening.slots.contains(where: { $0.isOpen }) { return }
    let valid = opening.slots.count { $0.score != nil }
    if valid >= scoring.minValid { return try pass(place) }
    fail(place.owner, stage.id, .tooFewSigners, opening: place.number, branch: opening.branch)
  }

  /// The valid points go into the record's field, in the order of the list.
  mutating func writeScores(_ place: Place, _ stage: Stage) {
    guard case .score(let scoring) = stage.kind, let id = place.owner, let opening = opening(place) else { return }
    let scores = opening.slots.compactMap { slot in slot.score.map { Datum.number($0) } }
    emit(.dataSet([scoring.field: .list(scores)]), id)
  }
}

extension PendingRule {
  /// The slot in which somebody answers for what is open.
  static let slotRole = RoleName("待核")
}
