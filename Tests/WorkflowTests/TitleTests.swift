import Foundation
import Outcomes
import Testing

@testable import Workflow

@Suite("动态管理：命名之后的年审、警示、暂停、撤销")
struct TitleTests {
  /// Named on 2026-02-25 and archived; c3 is the reserve.
  static func archived() throws -> AwardRun {
    var run = try AwardRun.voted()
    try run.play(
      """
      - {do: tick, at: "2026-02-24T17:30"}
      - {do: name, by: chief, at: "2026-02-25T10:00"}
      - {do: archive, by: office1, at: "2026-03-10T10:00"}
      """)
    #expect(run.state("c1") == "approved named" && run.round.state == .ended)
    return run
  }

  private func title(_ run: AwardRun, _ id: CaseID = "c1") throws -> TitleHistory {
    try #require(run.machine.history(of: id, in: run.round)?.title)
  }

  @Test("归档以前没有动态管理；没有称号的、件名不对的，不予办理")
  func onlyTitles() throws {
    var early = try AwardRun.voted()
    #expect(try early.refused("{do: warn_title, by: office1, case: c1, reason: 早了}") == .notAdmissible)
    var run = try Self.archived()
    #expect(run.round.cases["c3"]?.holdsTitle == false)
    #expect(try run.refused("{do: warn_title, by: office1, case: c3, reason: 没有称号}") == .instanceClosed)
    #expect(try run.refused("{do: warn_title, by: office1, reason: 没写哪一件}") == .badTarget)
    #expect(try run.refused("{do: warn_title, by: ent_a, case: c1, reason: 申报人}") == .notAssignee)
    #expect(try run.refused("{do: approve, by: office1, case: c1}") == .instanceClosed)
    #expect(try run.refused("{do: suspend, by: admin, case: c1, reason: 中止}") == .instanceClosed)
  }

  @Test("警示须写理由，三个月内整改；解除也须写理由，逾期的记逾期")
  func warning() throws {
    var run = try Self.archived()
    #expect(try run.refused("{do: warn_title, by: monitor, case: c1, at: \"2026-04-01T10:00\"}") == .reasonRequired)
    #expect(try run.refused("{do: restore_title, by: monitor, case: c1, reason: 无}") == .notSuspended)
    try run.play("- {do: warn_title, by: monitor, case: c1, reason: 宣讲义务未履行}")
    #expect(run.state("c1") == "approved named", "警示不改变结论")
    let warned = try #require(run.round.cases["c1"]?.standingCensure)
    #expect(warned.kind == .warned && warned.due?.due == Instant("2026-07-01T17:30"))
    #expect(try run.refused("{do: restore_title, by: office1, case: c1}") == .reasonRequired)
    try run.play("- {do: restore_title, by: office1, case: c1, reason: 已补, at: \"2026-07-02T09:00\"}")
    #expect(run.round.cases["c1"]?.standingCensure == nil)
    #expect(run.round.cases["c1"]?.titleActs.map(\.wasLate) == [false, true])
  }

  @Test("暂停：结论为暂停，不能再警示、再暂停；恢复后仍是已命名；到期不自动恢复")
  func suspension() throws {
    var run = try Self.archived()
    try run.play("- {do: suspend_title, by: office1, case: c1, reason: 停产整顿, at: \"2026-04-01T10:00\"}")
    #expect(run.state("c1") == "approved suspended")
    #expect(run.state("c2") == "approved named")
    #expect(try run.refused("{do: suspend_title, by: office1, case: c1, reason: 又}") == .suspended)
    #expect(try run.refused("{do: warn_title, by: office1, case: c1, reason: 又}") == .suspended)
    try run.play("- {do: tick, at: \"2026-11-02T10:00\"}")
    #expect(run.state("c1") == "approved suspended")
    try run.play("- {do: restore_title, by: office1, case: c1, reason: 验收合格}")
    #expect(run.state("c1") == "approved named")
    #expect(run.round.cases["c1"]?.outcomeStage == "name")
    #expect(run.round.cases["c1"]?.titleActs.last?.wasLate == true)
  }

  @Test("年审：否决规则复跑，没有否决的顺延一年；触发否决的提请撤销；待核的不算审过")
  func review() throws {
    var run = try Self.archived()
    #expect(try title(run).nextReview?.due.day == Day("2027-02-25"))
    #expect(try title(run).lastDay == Day("2029-02-25"))
    run.results["c1 manage"] = RuleResult(.pending, reasons: ["TY-F4"])
    try run.play("- {do: review_title, by: office1, case: c1, at: \"2026-12-01T10:00\"}")
    #expect(try title(run).nextReview?.due.day == Day("2027-02-25"))
    run.results["c1 manage"] = RuleResult(.ineligible, reasons: ["QY-T1"])
    try run.play("- {do: review_title, by: office1, case: c1, at: \"2026-12-02T10:00\"}")
    #expect(try title(run).nextReview?.due.day == Day("2027-12-02"), "条件是评选时的，年审只看否决")
    #expect(run.round.cases["c1"]?.openRevocation == nil)
    run.results["c1 manage"] = RuleResult(.vetoed, reasons: ["TY-F4"])
    let before = run.round.cases["c1"]?.result
    try run.play("- {do: review_title, by: office1, case: c1, data: {安全事故: 有}, at: \"2026-12-03T10:00\"}")
    #expect(run.round.cases["c1"]?.openRevocation?.by == .system)
    #expect(run.state("c1") == "approved named", "撤销须经票决")
    #expect(run.round.cases["c1"]?.result == before, "评选时的结论不动")
    let asked = run.asked.compactMap { if case .rules(let question) = $0 { question } else { nil } }.last
    #expect(asked?.stage == "manage" && asked?.phase == .final && asked?.data["安全事故"] == .text("有"))
  }

  @Test("撤销须经票决：到会、过半、回避都照规定；未获通过的称号不变，可以再提请")
  func revocation() throws {
    var run = try Self.archived()
    let vote = "do: decide_revocation, by: teller, case: c2"
    #expect(try run.refused("{\(vote), attended: 5, count: {\"yes\": 5}, at: \"2026-04-01T10:00\"}") == .notAdmissible)
    #expect(try run.refused("{do: open_revocation, by: office1, case: c2}") == .reasonRequired)
    try run.play("- {do: open_revocation, by: office1, case: c2, reason: 弄虚作假}")
    #expect(try run.refused("{do: open_revocation, by: monitor, case: c2, reason: 同上}") == .notAdmissible)
    #expect(try title(run, "c2").decisionDue?.due == Instant("2026-04-30T17:30"))
    #expect(
      try run.refused("{do: decide_revocation, by: office1, case: c2, attended: 5, count: {\"yes\": 5}}")
        == .notAssignee)
    // m6 is of the same company as c2: five are entitled.
    #expect(try run.refused("{\(vote), attended: 6, count: {\"yes\": 5}}") == .notAdmissible)
    #expect(try run.refused("{\(vote), attended: 3, count: {\"yes\": 3}}") == .noQuorum)
    #expect(try run.refused("{\(vote), attended: 4, count: {\"yes\": 5}}") == .notAdmissible)
    #expect(try run.refused("{\(vote), attended: 4}") == .notAdmissible)
    try run.play("- {\(vote), attended: 4, count: {\"yes\": 2, \"no\": 2}}")
    #expect(run.state("c2") == "approved named")
    #expect(run.round.cases["c2"]?.openRevocation == nil)
    #expect(run.round.cases["c2"]?.titleActs.last?.tally?.recused == 1)
    try run.play(
      """
      - {do: suspend_title, by: office1, case: c2, reason: 又查出一份假证书}
      - {do: open_revocation, by: office1, case: c2, reason: 又查出一份假证书}
      """)
    #expect(try run.refused("{do: restore_title, by: office1, case: c2, reason: 先恢复}") == .notAdmissible)
    try run.play("- {\(vote), attended: 4, count: {\"yes\": 3, \"no\": 1}, at: \"2026-06-01T10:00\"}")
    #expect(run.state("c2") == "approved revoked")
    #expect(run.round.cases["c2"]?.titleActs.last?.wasLate == true)
    #expect(try title(run, "c2").barredThrough == Day("2031-06-01"))
    #expect(try title(run, "c2").nextReview == nil)
    for act in ["warn_title", "review_title", "restore_title", "open_revocation"] {
      #expect(try run.refused("{do: \(act), by: office1, case: c2, reason: 已撤销}") == .instanceClosed)
    }
    #expect(Round(run.events) == run.round)
  }

  @Test("E38 已命名的：部门更正回函启动撤销，由链党委票决")
  func corrected() throws {
    var run = try Self.archived()
    try run.play(
      """
      - {do: suspend_title, by: office1, case: c1, reason: 事故调查, at: "2026-03-20T10:00"}
      - {do: reject, by: yingji, case: c1, reason: 事故责任认定书已出具, at: "2026-04-01T10:00"}
      - {do: decide_revocation, by: teller, case: c1, attended: 6, count: {"yes": 6}}
      """)
    #expect(run.state("c1") == "approved revoked")
    #expect(try run.refused("{do: approve, by: yingji, case: c1, reason: 再更正}") == .instanceClosed)
  }

  @Test("有效期三年：期满不再复核、警示、暂停，撤销仍然可以")
  func expired() throws {
    var run = try Self.archived()
    try run.play("- {do: warn_title, by: office1, case: c1, reason: 末日, at: \"2029-02-25T23:00\"}")
    for act in ["warn_title", "review_title", "suspend_title", "restore_title"] {
      #expect(
        try run.refused("{do: \(act), by: office1, case: c1, reason: 过期, at: \"2029-02-26T09:00\"}") == .tooLate)
    }
    try run.play(
      """
      - {do: open_revocation, by: office1, case: c1, reason: 当年材料造假}
      - {do: decide_revocation, by: teller, case: c1, attended: 6, count: {"yes": 4, "no": 2}}
      """)
    #expect(run.state("c1") == "approved revoked")
  }

  @Test("应当回避的不能经办；人换了由管理员调整；全部撤销以后不再调整")
  func people() throws {
    var run = try Self.archived()
    try run.play("- {do: org_change, by: admin, roles: {评选办: [office2, m6]}, at: \"2026-05-06T10:00\"}")
    run.machine = Machine(
      run.machine.definition, calendar: run.machine.calendar,
      organization: Organization(
        people: run.machine.organization.people,
        roles: run.machine.organization.roles.merging(["评选办": ["office2", "m6"]]) { $1 }))
    #expect(try run.refused("{do: warn_title, by: office1, case: c2, reason: 已调离}") == .notAssignee)
    #expect(try run.refused("{do: warn_title, by: m6, case: c2, reason: 同一单位}") == .recused)
    try run.play("- {do: warn_title, by: m6, case: c1, reason: 别的单位}")
    for id in ["c1", "c2"] {
      try run.play("- {do: open_revocation, by: office2, case: \(id), reason: 造假}")
      try run.play("- {do: decide_revocation, by: teller, case: \(id), attended: 5, count: {\"yes\": 5}}")
    }
    #expect(try run.refused("{do: org_change, by: admin, roles: {评选办: [office1]}}") == .instanceClosed)
  }

  @Test("三个奖项都写了动态管理", arguments: ["党员示范企业", "党员先锋班组", "红星工匠"])
  func awards(_ award: String) throws {
    let definition = try Awards.definition(award)
    guard case .manage(let rules)? = definition.afterwards.flatMap({ definition[$0]?.kind }) else {
      Issue.record("no management")
      return
    }
    #expect(rules.valid == .years(3) && rules.review == .years(1) && rules.revocation?.barred == .years(5))
    #expect(definition.findings().isEmpty)
  }
}
