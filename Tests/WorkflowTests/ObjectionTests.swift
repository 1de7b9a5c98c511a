import Diagnostics
import Outcomes
import Testing

@testable import Workflow

@Suite("异议核查：受理 3 日、核查 10 日、延长 20 日，两人以上，部分成立")
struct ObjectionTests {
  private func objected(at instant: String = "2026-02-12T10:00") throws -> AwardRun {
    var run = try AwardRun.voted()
    try run.play("- {do: object, by: citizen, case: c2, evidence: 1, text: 业绩不实, at: \"\(instant)\"}")
    return run
  }

  private func due(_ run: AwardRun, _ id: CaseID = "c2") -> String? {
    run.machine.history(of: id, in: run.round)?.whereabouts?.deadline?.due.description
  }

  @Test("受理须在 3 个工作日内；过期记下，不替人决定；自受理起 10 个工作日")
  func admission() throws {
    var run = try objected()
    // 02-13、02-14（周六上班）、02-24。
    #expect(due(run) == "2026-02-24T17:30")
    #expect(
      try run.refused("{do: settle_objection, by: v1, case: c2, result: founded, reason: 查实}") == .notAdmissible,
      "没有受理，不得认定")
    try run.play("- {do: tick, at: \"2026-02-25T09:00\"}")
    #expect(run.round.log.count { $0.description == "overdue v1 objection" } == 1)
    #expect(run.round.cases["c2"]?.objections.first?.isOverdue == true)
    #expect(run.state("c2") == "running selected @public", "过期不等于不受理")
    try run.play("- {do: admit_objection, by: v1, case: c2}")
    // 02-26、27、28（周六上班），03-02 至 06，03-09、10。
    #expect(due(run) == "2026-03-10T17:30")
    #expect(try run.refused("{do: admit_objection, by: v2, case: c2}") == .notAdmissible)
  }

  @Test("复杂的延长一次 20 个工作日，须写明理由，届满之前")
  func prolongation() throws {
    var run = try objected()
    #expect(try run.refused("{do: prolong_objection, by: v1, case: c2, reason: 复杂}") == .notAdmissible, "先受理")
    try run.play("- {do: admit_objection, by: v1, case: c2}")
    #expect(due(run) == "2026-03-04T17:30")
    #expect(try run.refused("{do: prolong_objection, by: v1, case: c2}") == .reasonRequired)
    #expect(try run.refused("{do: prolong_objection, by: citizen, case: c2, reason: 复杂}") == .notAssignee)
    var late = run
    #expect(
      try late.refused("{do: prolong_objection, by: v1, case: c2, reason: 复杂, at: \"2026-03-04T17:31\"}") == .tooLate)
    try run.play("- {do: prolong_objection, by: v1, case: c2, reason: 须调取三年账册, at: \"2026-03-04T17:30\"}")
    #expect(due(run) == "2026-04-01T17:30")
    #expect(try run.refused("{do: prolong_objection, by: v1, case: c2, reason: 再延}") == .notAdmissible)
  }

  @Test("不予受理：公示视为没有中断；已经届满的接着往下走")
  func dismissal() throws {
    var run = try objected()
    #expect(try run.refused("{do: dismiss_objection, by: v1, case: c2}") == .reasonRequired)
    var soon = run
    try soon.play("- {do: dismiss_objection, by: v1, case: c2, reason: 不属异议范围, at: \"2026-02-13T10:00\"}")
    #expect(soon.machine.view(of: "c2", in: soon.round, at: soon.now).due?.description == "2026-02-24T17:30")
    try soon.play("- {do: tick, at: \"2026-02-24T17:30\"}")
    #expect(soon.state("c2") == "running selected @name")
    try run.play("- {do: dismiss_objection, by: v1, case: c2, reason: 不属异议范围, at: \"2026-02-25T10:00\"}")
    #expect(run.state("c2") == "running selected @name")
    #expect(run.round.cases["c2"]?.objections.first?.isOpen == false)
  }

  @Test("一人认定不算；同一人不能认定两次；各说各的，等到有两人一致")
  func twoSettlers() throws {
    var run = try objected()
    try run.play(
      """
      - {do: admit_objection, by: v1, case: c2}
      - {do: settle_objection, by: v1, case: c2, result: founded, reason: 查实, at: "2026-02-13T10:00"}
      """)
    #expect(try run.refused("{do: settle_objection, by: v1, case: c2, result: founded, reason: 查实}") == .alreadyActed)
    #expect(
      try run.refused("{do: settle_objection, by: citizen, case: c2, result: founded, reason: 查实}") == .notAssignee)
    try run.play("- {do: settle_objection, by: v2, case: c2, result: unfounded, reason: 证据不足}")
    #expect(run.state("c2") == "running selected @public")
    try run.play("- {do: settle_objection, by: monitor, case: c2, result: unfounded, reason: 证据不足}")
    let objection = try #require(run.round.cases["c2"]?.objections.first)
    #expect(objection.settlement?.isFounded == false && objection.findings?.count == 3)
    #expect(run.machine.view(of: "c2", in: run.round, at: run.now).due?.description == "2026-02-27T17:30")
  }

  @Test("部分成立：更正事实，重跑规则；规则仍容许的，更正后重新公示")
  func partly() throws {
    var run = try AwardRun.voted()
    try run.object(
      to: "c2", at: "2026-02-12T09:00", "partly", at: "2026-02-12T15:00", by: ["v1", "v2"], ", data: {活动次数: 3}")
    #expect(run.round.cases["c2"]?.data["活动次数"] == .number("3"))
    let asked = run.asked.compactMap { if case .rules(let question) = $0 { question } else { nil } }.last
    #expect(asked?.stage == "objection" && asked?.phase == .final)
    #expect(asked?.data["活动次数"] == .number("3"))
    // 中断不足 2 日，也因更正而重新公示全部 5 日：13、14、24、25、26。
    #expect(run.machine.view(of: "c2", in: run.round, at: run.now).due?.description == "2026-02-26T17:30")
    #expect(run.machine.view(of: "c1", in: run.round, at: run.now).due?.description == "2026-02-24T17:30")
  }

  @Test("部分成立而规则不再容许：按规则的结论终结，空出名额", arguments: [Outcome.vetoed, .ineligible, .belowMinimum])
  func partlyEnds(_ outcome: Outcome) throws {
    var run = try AwardRun.voted()
    run.results["c2 objection"] = RuleResult(outcome, reasons: ["TY-F12"])
    try run.object(to: "c2", at: "2026-02-12T09:00", "partly", at: "2026-02-12T15:00")
    #expect(run.state("c2") == "rejected \(outcome.rawValue)")
    #expect(run.round.vacancies.map(\.of) == ["c2"])
  }

  @Test("成立：取消，空出的名额可以递补")
  func founded() throws {
    var run = try AwardRun.voted()
    try run.object(to: "c2", at: "2026-02-12T09:00", "founded", at: "2026-02-13T15:00")
    #expect(run.state("c2") == "rejected cancelled")
    #expect(run.round.vacancies.map(\.of) == ["c2"])
  }

  @Test("被投诉的人不核查，由其上级代之；纪检监督员也在其列")
  func complainedOf() throws {
    var run = try AwardRun.voted()
    try run.play("- {do: object, by: citizen, case: c2, evidence: 1, against: v1, at: \"2026-02-12T10:00\"}")
    #expect(run.active("c2") == ["objection": ["director", "v2", "monitor"]])
    #expect(try run.refused("{do: admit_objection, by: v1, case: c2}") == .notAssignee)
  }
}
