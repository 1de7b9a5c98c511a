import Outcomes

/// 动态管理: yearly review, warning, suspension and revocation of a title. No deadline does any of it by itself.
extension Turn {
  private struct Title {
    let item: Case
    let stage: Stage
    let rules: Management
  }

  mutating func manage() throws(Stop) {
    guard let id = subject, let item = round.cases[id] else { throw .refuse(.badTarget, .caseMissing) }
    guard let stage = definition.afterwards.flatMap({ definition[$0] }), case .manage(let rules) = stage.kind else {
      throw .refuse(.notAdmissible, .noManagement)
    }
    let title = Title(item: item, stage: stage, rules: rules)
    if case .decideRevocation(let result) = command.act { return try decideRevocation(of: title, result) }
    guard members(stage.who, of: id).contains(actor) else { throw .refuse(.notAssignee) }
    if isRecused(actor, stage, id) { throw .refuse(.recused, ["actor": actor.rawValue]) }
    try requireTitle(title)
    if case .openRevocation = command.act { return try openRevocation(of: title) }
    if let end = item.lastDay(rules, definition), now.day > end {
      throw .refuse(.tooLate, .titleExpired, ["case": id.rawValue, "day": end.description])
    }
    switch command.act {
    case .reviewTitle: try review(title)
    case .warnTitle: try warn(title)
    case .suspendTitle: try suspend(title)
    default: try restore(title)
    }
  }

  private func requireTitle(_ title: Title) throws(Stop) {
    if !title.item.holdsTitle { throw .refuse(.notAdmissible, .noTitle, ["case": title.item.id.rawValue]) }
  }

  /// 年度复核: the rules are run again over what is known now; a veto asks for the revocation.
  private mutating func review(_ title: Title) throws(Stop) {
    let id = title.item.id
    accept(.reviewTitle, id, stage: title.stage.id)
    guard let item = round.cases[id] else { return }
    guard let result = facts.results[RulesKey(case: id, stage: title.stage.id)] else {
      let phase = title.stage.phase ?? .final
      throw .needs([.rules(RulesQuestion(case: id, stage: title.stage.id, phase: phase, data: item.data))])
    }
    let wasLate = item.nextReview(title.rules, definition, calendar)?.isMissed(at: now) ?? false
    record(.reviewed, id, wasLate: wasLate, result: result)
    if result.outcome == .vetoed, item.openRevocation == nil {
      emit(.revocationOpened(Revocation(at: now, by: .system, stage: title.stage.id, reason: nil)), id)
    }
  }

  private mutating func warn(_ title: Title) throws(Stop) {
    let id = title.item.id
    if title.item.outcome == .suspended { throw .refuse(.suspended, .titleSuspended, ["case": id.rawValue]) }
    try requireReason()
    accept(.warnTitle, id, stage: title.stage.id)
    record(.warned, id, due: title.rules.warning.map { calendar.deadline($0, from: now, definition) })
  }

  private mutating func suspend(_ title: Title) throws(Stop) {
    let id = title.item.id
    if title.item.outcome == .suspended { throw .refuse(.suspended, .titleSuspended, ["case": id.rawValue]) }
    try requireReason()
    accept(.suspendTitle, id, stage: title.stage.id)
    record(.suspended, id, due: title.rules.suspension.map { calendar.deadline($0, from: now, definition) })
    emit(.outcomeChanged(.suspended, at: title.stage.id), id)
  }

  /// Lifts a warning or a suspension; not while a revocation is undecided.
  private mutating func restore(_ title: Title) throws(Stop) {
    let id = title.item.id
    guard let censure = title.item.standingCensure else {
      throw .refuse(.notSuspended, .nothingToRestore, ["case": id.rawValue])
    }
    if title.item.openRevocation != nil { throw .refuse(.notAdmissible, .revocationUndecided, ["case": id.rawValue]) }
    try requireReason()
    accept(.restoreTitle, id, stage: title.stage.id)
    record(.restored, id, wasLate: censure.due?.isMissed(at: now) ?? false)
    if title.item.outcome == .suspended { emit(.outcomeChanged(.named, at: title.item.namedStage), id) }
  }

  // MARK: - Revocation

  private mutating func openRevocation(of title: Title) throws(Stop) {
    let id = title.item.id
    if title.rules.revocation == nil { throw .refuse(.notAdmissible, .noManagement) }
    if title.item.openRevocation != nil { throw .refuse(.notAdmissible, .revocationUndecided, ["case": id.rawValue]) }
    try requireReason()
    accept(.openRevocation, id, stage: title.stage.id)
    emit(.revocationOpened(Revocation(at: now, by: actor, stage: title.stage.id, reason: command.statedReason)), id)
  }

  /// 票决撤销: the count as the teller reports it; who stands back leaves the electorate.
  private mutating func decideRevocation(of title: Title, _ result: PaperResult) throws(Stop) {
    let id = title.item.id
    guard let rule = title.rules.revocation else { throw .refuse(.notAdmissible, .noManagement) }
    guard members(rule.teller, of: id).contains(actor) else { throw .refuse(.notAssignee) }
    try requireTitle(title)
    guard let opened = title.item.openRevocation else {
      throw .refuse(.notAdmissible, .noRevocation, ["case": id.rawValue])
    }
    var tally = try tally(of: title, rule, result)
    let passed = rule.rule.isMet(by: tally.count.yes, of: base(rule.rule.base, tally, weights: tally.eligible))
    tally.passed = passed
    accept(.decideRevocation, id, stage: title.stage.id)
    let due = rule.within.map { calendar.deadline($0, from: opened.at, definition) }
    record(passed ? .revoked : .kept, id, wasLate: due?.isMissed(at: now) ?? false, tally: tally)
    if passed { emit(.outcomeChanged(.revoked, at: title.stage.id), id) }
  }

  private func tally(of title: Title, _ rule: RevocationRule, _ result: PaperResult) throws(Stop) -> Tally {
    let id = title.item.id
    let all = members(rule.electors, of: id)
    let eligible = all.count { !isRecused($0, title.stage, id) }
    if eligible < rule.minElectors {
      throw .refuse(
        .noQuorum, .tooFewElectors,
        ["case": id.rawValue, "count": String(eligible), "needed": String(rule.minElectors)])
    }
    guard result.isPossible, let count = result.count else { throw .refuse(.notAdmissible, .impossibleCount) }
    guard let present = result.present, present <= eligible, result.eligible ?? eligible == eligible else {
      throw .refuse(.notAdmissible, .presentBeyondEligible)
    }
    if count.total > present { throw .refuse(.notAdmissible, .impossibleCount) }
    let tally = Tally(
      eligible: eligible, present: present, issued: result.issued ?? present, returned: result.returned ?? count.total,
      count: count, recused: all.count - eligible, passed: nil)
    if let attendance = rule.attendance,
      !attendance.isMet(by: present, of: base(attendance.base, tally, weights: eligible))
    {
      throw .refuse(.noQuorum)
    }
    return tally
  }

  private mutating func record(
    _ kind: TitleAct.Kind, _ id: CaseID, due: Deadline? = nil, wasLate: Bool = false, result: RuleResult? = nil,
    tally: Tally? = nil
  ) {
    let act = TitleAct(
      kind, at: now, by: actor, reason: command.statedReason, due: due, wasLate: wasLate, result: result, tally: tally)
    emit(.titleChanged(act), id)
  }
}
