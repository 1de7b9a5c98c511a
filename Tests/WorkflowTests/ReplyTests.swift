import Diagnostics
import Outcomes
import Testing

@testable import Workflow

@Suite("重复提交、更正回函、单位内公示、增量联审")
struct ReplyTests {
  @Test("X26 截止前重复提交：以最后一次为准，推荐和佐证不必重来；开始审查或截止之后一律不收")
  func resubmission() throws {
    var run = try AwardRun("党员示范企业")
    try run.apply(["c1"])
    try run.play("- {do: submit, by: ent_a, case: c1, data: {职工总数: 210}, at: \"2025-12-10T10:00\"}")
    try run.play("- {do: submit, by: ent_a, case: c1, data: {职工总数: 212}, at: \"2025-12-19T17:30\"}")
    #expect(run.round.cases["c1"]?.data["职工总数"] == .number("212"))
    #expect(run.round.cases["c1"]?.submissions.map(\.changed) == [[], ["职工总数"], ["职工总数"]])
    #expect(run.state("c1") == "running @intake")
    #expect(try run.refused("{do: submit, by: ent_b, case: c1, data: {职工总数: 1}}") == .notAssignee)
    var late = run
    #expect(
      try late.refused("{do: submit, by: ent_a, case: c1, data: {职工总数: 213}, at: \"2025-12-19T17:31\"}") == .tooLate)
    #expect(late.round.cases["c1"]?.data["职工总数"] == .number("212"))
    try run.play("- {do: approve, by: office1, case: c1}")
    #expect(try run.refused("{do: submit, by: ent_a, case: c1, data: {职工总数: 213}}") == .tooLate)
  }

  @Test("截止之后退回补正的，照常补交")
  func correctionAfterDeadline() throws {
    var run = try AwardRun("党员示范企业")
    try run.apply(["c1"])
    try run.play(
      """
      - {do: return, by: office1, case: c1, to_stage: apply, reason: 缺审计报告, at: "2025-12-23T10:00"}
      - {do: submit, by: ent_a, case: c1, data: {审计报告: 已附}, at: "2025-12-24T10:00"}
      """)
    #expect(run.active("c1") == ["intake": ["office1"]])
  }

  @Test("E38 先同意后更正为不同意：以最新回函为准，两函都保留，规则重跑")
  func corrected() throws {
    var run = try AwardRun("党员示范企业")
    try run.apply(["c1"])
    try run.accept(["c1"])
    try run.clear(["c1"])
    #expect(run.state("c1") == "running @visit")
    let correction = "{do: reject, by: yingji, case: c1, data: {安全事故: 有}, at: \"2026-01-05T10:00\"}"
    #expect(try run.refused(correction) == .reasonRequired)
    #expect(try run.refused("{do: approve, by: yingji, case: c1}") == .notAssignee, "同样的回复不是更正")
    run.results["c1 joint"] = RuleResult(.vetoed, reasons: ["TY-F4"])
    try run.play("- \(correction.replacing("data:", with: "reason: 事故责任认定书已出具, data:"))")
    #expect(run.state("c1") == "rejected vetoed")
    let slot = try #require(
      run.round.cases["c1"]?.openings.last { $0.stage == "joint" }?.slots.first { $0.holder == "yingji" })
    #expect(slot.signature?.verb == .reject && slot.superseded?.map(\.verb) == [.approve])
    #expect(
      run.machine.history(of: "c1", in: run.round)?.stages.last { $0.stage == "joint" }?.acts.contains {
        !$0.superseded.isEmpty
      } == true)
  }

  @Test("E38 联审还没有回齐时更正：只记最新的，不惊动别的部门")
  func correctedBeforeTheEnd() throws {
    var run = try AwardRun("党员示范企业")
    try run.apply(["c1"])
    try run.accept(["c1"])
    try run.play(
      """
      - {do: approve, by: yingji, case: c1, at: "2025-12-29T10:00"}
      - {do: reject, by: yingji, case: c1, reason: 更正, data: {安全事故: 有}}
      """)
    #expect(run.active("c1")["joint"]?.count == 10)
    #expect(run.round.cases["c1"]?.data["安全事故"] == .text("有"))
  }

  @Test("E38 已命名的：更正照收，启动撤销，称号在撤销之前不变")
  func correctedAfterNaming() throws {
    var run = try AwardRun.voted()
    try run.play(
      """
      - {do: tick, at: "2026-02-24T17:30"}
      - {do: name, by: chief, at: "2026-02-25T10:00"}
      - {do: archive, by: office1, at: "2026-03-10T10:00"}
      """)
    #expect(run.state("c1") == "approved named")
    try run.play("- {do: reject, by: yingji, case: c1, reason: 事故责任认定书已出具, at: \"2026-04-01T10:00\"}")
    #expect(run.state("c1") == "approved named")
    #expect(run.round.cases["c1"]?.revocations.map(\.by) == ["yingji"])
    #expect(try run.refused("{do: reject, by: office1, case: c1, reason: 无关}") == .instanceClosed)
  }

  @Test("否决规则随每条回复运行一次；有一条已触发否决，仍等各部门都说完")
  func eachReply() throws {
    var run = try AwardRun("党员示范企业")
    try run.apply(["c1"])
    try run.accept(["c1"])
    run.results["c1 joint"] = RuleResult(.vetoed, reasons: ["TY-F4"])
    try run.play("- {do: reject, by: yingji, case: c1, reason: 有事故, data: {安全事故: 有}, at: \"2025-12-29T10:00\"}")
    let asked = run.asked.compactMap { if case .rules(let question) = $0 { question } else { nil } }.last
    #expect(asked?.stage == "joint" && asked?.phase == .intake)
    #expect(run.round.cases["c1"]?.result?.outcome == .vetoed)
    #expect(run.state("c1") == "running @joint", "都说完再定")
    for department in AwardRun.departments where department != "yingji" {
      try run.play("- {do: approve, by: \(department), case: c1}")
    }
    #expect(run.state("c1") == "rejected vetoed")
  }

  @Test("退回以后只有所填事实有变的部门重签，其余的签署仍然有效")
  func onlyWhatChanged() throws {
    let text = """
      ends_at: "17:30"
      stages:
        - {id: apply, type: form, who: [{initiator: true}], next: joint}
        - id: joint
          type: approve
          expand: one_per_role
          who: [{role: 应急}, {role: 税务}, {role: 法院}]
          signed_fields: {应急: [安全事故], 税务: [纳税等级]}
          next: check
        - {id: check, type: approve, who: [head], returns: {policy: resume_here}, next: approved}
      """
    var log = DiagnosticLog()
    let node = try #require(SharedFiles.node(text))
    let read = WorkflowDefinition.read(node, log: &log)
    var organization = Organization(
      people: Dictionary(uniqueKeysWithValues: ["a", "y", "s", "f", "head"].map { (ActorID($0), Person()) }),
      roles: ["应急": ["y"], "税务": ["s"], "法院": ["f"], "office": ["head"]])
    organization.roles["administrator"] = ["head"]
    let machine = Machine(try #require(read), calendar: try Calendars.read(), organization: organization)
    var round = Round()
    func play(_ act: Command.Act, _ actor: ActorID, _ reason: String? = nil, _ data: [String: Datum] = [:]) throws {
      let decision = machine.decide(
        Command(act, reason: reason, data: data), by: actor, at: try #require(Instant("2026-03-02T10:00")), in: round)
      guard case .events(let events, _) = decision else {
        Issue.record("\(act): \(decision)")
        return
      }
      for event in events { round.apply(event) }
    }
    func asked() -> [StageID: [ActorID]] { machine.view(of: "1", in: round, at: Instant("2026-03-02T10:00")!).active }
    let sign = Command.Act.sign(.approve, for: nil, override: false)
    try play(.start(nominations: [:], subject: nil), "a")
    try play(.submit, "a", nil, ["安全事故": .text("无"), "纳税等级": .text("A")])
    for actor: ActorID in ["y", "s", "f"] { try play(sign, actor) }
    try play(.sendBack(to: "apply"), "head", "纳税等级有误")
    try play(.submit, "a", nil, ["纳税等级": .text("B")])
    #expect(asked() == ["joint": ["s"]], "应急的事实没有变；法院没有写所签的事实，也不重签")
    #expect(
      round.log.contains { $0.description == "lapse s joint" }
        && !round.log.contains { $0.description == "lapse y joint" })
    try play(sign, "s")
    #expect(asked() == ["check": ["head"]])
  }

  @Test("推荐：单位内公示不少于 3 个工作日，届满后报告；不推荐的不必公示")
  func unitNotice() throws {
    var run = try AwardRun("党员示范企业")
    try run.play("- {do: submit, by: ent_a, case: c1, at: \"2025-12-03T10:00\"}")
    func report(_ posted: String, _ at: String, yes: Int = 6) -> String {
      "{do: paper_result, by: sec_a, case: c1, eligible: 7, attended: 6, count: {\"yes\": \(yes)}\(posted), at: \"\(at)\"}"
    }
    let none = try #require(try run.refusal(report("", "2025-12-08T18:00")))
    #expect(none.code == .notAdmissible && none.diagnostic.text(.zh).contains("单位内公示不少于 3 个工作日"))
    for (posted, at) in [
      ("2025-12-04..2025-12-05", "2025-12-08T18:00"), ("2025-12-04..2025-12-07", "2025-12-08T18:00"),
      ("2025-12-02..2025-12-04", "2025-12-08T18:00"), ("2025-12-04..2025-12-08", "2025-12-08T17:29"),
    ] {
      #expect(try run.refused(report(", posted: \(posted)", at)) == .notAdmissible, "\(posted) \(at)")
    }
    var declined = run
    try declined.play("- \(report("", "2025-12-08T18:00", yes: 3))")
    #expect(declined.state("c1") == "rejected withdrawn")
    try run.play("- \(report(", posted: 2025-12-04..2025-12-08", "2025-12-08T18:00"))")
    #expect(run.state("c1") == "running @steward")
  }
}
