import Diagnostics
import Testing

@testable import Workflow

@Suite("子流程：上一级等着，随上一级停、退、终")
struct SubflowTests {
  static let visit = """
    stages:
      - {id: apply, type: form, who: [ent], next: check}
      - {id: check, type: subflow, flow: visit, on_child_rejected: "return:apply", due: 20 working days, next: head}
      - {id: head, type: approve, who: [boss], next: approved}
    flows:
      visit:
        name: 实地核查
        stages:
          - {id: plan, type: approve, who: [a], next: go}
          - {id: go, type: approve, who: [b, c], due: 2 working days, on_due: escalate, escalate_to: [boss],
             on_reject: end, recusal: {ordered_by: [office]}, alternates: [x], next: approved}
    """

  @Test("子环节写作“环节/子环节”，走完了上一级接着走")
  func walks() throws {
    var run = try LoneRun(Self.visit)
    try run.act("- {do: submit, by: ent}")
    #expect(run.active == "check/plan: a")
    #expect(run.machine.view(run.round, at: run.play.now).standsAt == "check")
    try run.act("- {do: approve, by: a}\n- {do: approve, by: b}\n- {do: approve, by: c}")
    #expect(run.active == "head: boss")
    try run.act("- {do: approve, by: boss}")
    #expect(run.state == .approved)
    let history = try #require(run.machine.history(of: "1", in: run.round))
    #expect(history.stages.map(\.stage) == ["apply", "check", "check/plan", "check/go", "head"])
    #expect(history.stages.map(\.ending) == [.passed, .passed, .passed, .passed, .passed])
  }

  @Test("退回子流程里的前一环节，子流程还是这一个；退回上一级的环节，子流程从头再来")
  func returns() throws {
    var run = try LoneRun(Self.visit)
    try run.act(
      "- {do: submit, by: ent}\n- {do: approve, by: a}\n- {do: return, by: b, to_stage: check/plan, reason: 改期}")
    #expect(run.active == "check/plan: a")
    #expect(run.round.cases["1"]?.openings.count { $0.stage == "check" } == 1)
    try run.act("- {do: approve, by: a}\n- {do: return, by: c, to_stage: apply, reason: 缺材料}\n- {do: submit, by: ent}")
    #expect(run.active == "check/plan: a")
    #expect(run.round.cases["1"]?.openings.count { $0.stage == "check" } == 2)
    #expect(try run.refused("{do: return, by: a, to_stage: check/go, reason: 还没有走到}") == .badTarget)
    #expect(try run.refused("{do: return, by: a, to_stage: go, reason: 没有这个环节}") == .badTarget)
  }

  @Test("子流程被否：上一级照 on_child_rejected；没有写的退回申报表", arguments: ["return:apply", "end", ""])
  func rejected(_ action: String) throws {
    let rule = "on_child_rejected: \"return:apply\", "
    var run = try LoneRun(
      Self.visit.replacing(rule, with: action.isEmpty ? "" : "on_child_rejected: \"\(action)\", "))
    try run.act("- {do: submit, by: ent}\n- {do: approve, by: a}\n- {do: reject, by: b, reason: 现场不符}")
    #expect(run.state == (action == "end" ? .rejected : .running))
    #expect(run.active == (action == "end" ? "" : "apply: ent"))
    #expect(run.log("closed_by_peer") == ["closed_by_peer c check/go"])
  }

  @Test("子流程里的期限照常；整个子流程也有期限")
  func deadlines() throws {
    var run = try LoneRun(
      Self.visit.replacing("due: 20 working days, next", with: "due: 5 working days, on_due: end, next"))
    try run.act("- {do: submit, by: ent, at: \"2026-03-02T10:00\"}\n- {do: approve, by: a}")
    try run.act("- {do: tick, at: \"2026-03-04T17:30\"}")
    #expect(run.active == "check/go: b boss c")
    #expect(run.machine.view(run.round, at: run.play.now).due == Instant("2026-03-04T17:30"))
    try run.act("- {do: tick, at: \"2026-03-09T17:30\"}")
    #expect(run.state == .rejected)
    let overdue = run.log("overdue").map { $0.split(separator: " ")[1] }
    #expect(overdue == ["b", "c", "b", "boss", "c"])
  }

  @Test("上一级中止、终止，子流程跟着")
  func suspendedAndEnded() throws {
    var run = try LoneRun(Self.visit)
    try run.act("- {do: submit, by: ent, at: \"2026-03-02T10:00\"}\n- {do: approve, by: a}")
    try run.act("- {do: suspend, by: admin, reason: 查核, at: \"2026-03-03T10:00\"}")
    #expect(run.active == "")
    #expect(try run.refused("{do: approve, by: b, at: \"2026-03-20T10:00\"}") == .suspended)
    try run.act("- {do: resume, by: admin, reason: 已核}")
    #expect(run.active == "check/go: b c")
    #expect(run.machine.view(run.round, at: run.play.now).due == Instant("2026-03-23T17:30"), "停表期间不算")
    try run.act("- {do: terminate, by: admin, reason: 撤销}")
    #expect(run.log("cancelled") == ["cancelled b check/go", "cancelled c check/go"])
  }

  @Test("子流程办完之后才发现应当回避：子流程重开在那一环节，办完再接着走")
  func recusedLater() throws {
    var run = try LoneRun(Self.visit)
    try run.act("- {do: submit, by: ent}\n- {do: approve, by: a}\n- {do: approve, by: b}\n- {do: approve, by: c}")
    try run.act("- {do: recuse, by: office, who: [b], reason: 亲属}")
    #expect(run.active == "check/go: x")
    try run.act("- {do: approve, by: x}")
    #expect(run.active == "head: boss")
  }

  @Test("并行支路里的子流程、子流程里的并行与子流程")
  func nested() throws {
    var run = try LoneRun(
      """
      stages:
        - {id: apply, type: form, who: [ent], next: fork}
        - {id: fork, type: split, join: merge, branches: [{next: inspect}, {next: right}]}
        - {id: inspect, type: subflow, flow: inspection, next: merge}
        - {id: right, type: approve, who: [c], next: merge}
        - {id: merge, type: join, next: approved}
      flows:
        inspection:
          stages:
            - {id: both, type: split, join: done, branches: [{next: docs}, {next: site}]}
            - {id: docs, type: approve, who: [a], on_reject: end, next: done}
            - {id: site, type: subflow, flow: trip, next: done}
            - {id: done, type: join, next: approved}
          flows:
            trip: {stages: [{id: go, type: approve, who: [b], next: approved}]}
      """)
    try run.act("- {do: submit, by: ent}")
    #expect(run.active == "inspect/docs: a; inspect/site/go: b; right: c")
    try run.act("- {do: approve, by: b}\n- {do: approve, by: c}")
    #expect(run.active == "inspect/docs: a")
    try run.act("- {do: reject, by: a, reason: 不符}")
    #expect(run.active == "apply: ent", "子流程没有写被否怎么办：退回申报表")
    try run.act("- {do: submit, by: ent}\n- {do: approve, by: a}\n- {do: approve, by: b}\n- {do: approve, by: c}")
    #expect(run.state == .approved)
  }

  // MARK: - 读文件

  private func check(_ text: String, _ expected: [String]) throws {
    var log = DiagnosticLog()
    _ = WorkflowDefinition.read(try #require(SharedFiles.node(text)), log: &log)
    #expect(log.sorted.map { "\($0.code) \($0.span?.text ?? "")" } == expected, "\(log.sorted.map { $0.text(.zh) })")
  }

  @Test("子流程里的毛病一样查：去向、汇合、走不完；没有的、没人走的、走回自己的")
  func findings() throws {
    try check(
      """
      stages:
        - {id: apply, type: form, who: [a], next: one}
        - {id: one, type: subflow, flow: first, next: two}
        - {id: two, type: subflow, flow: secnd, next: three}
        - {id: three, type: subflow, flow: round, next: approved}
      flows:
        first:
          stages:
            - {id: x, type: approve, who: [], next: yy}
            - {id: y, type: approve, who: [a], next: y}
        second: {stages: [{id: z, type: join, next: approved}]}
        round:
          stages:
            - {id: again, type: subflow, flow: round, next: approved}
      """,
      [
        "PX5043 two", "PX5033 x", "PX5031 yy", "PX5037 y", "PX5045 second", "PX5036 z", "PX5044 again",
      ])
  }

  @Test("子流程里只写环节；整批环节不能在子流程里；代号里没有“/”")
  func onlyStages() throws {
    try check(
      """
      deadlines: {截止: {from: apply, within: 5 working days}}
      stages:
        - {id: apply, type: form, who: [a], next: one}
        - {id: one, type: subflow, flow: first, scope: round, next: approved}
      flows:
        first:
          version: 2
          oficce: [a]
          stages:
            - {id: x/y, type: approve, who: [a], scope: round, due: {until: 截止}, next: z}
            - {id: z, type: approve, who: [a], due: {until: 截至}, next: approved}
      """,
      [
        "PX5047 round", "PX5046 version", "PX5001 oficce", "PX5048 x/y", "PX5047 round", "PX5039 截至",
      ])
  }

  @Test("再长的环节名也找得完")
  func longNames() throws {
    let definition = try Play.definition(Self.visit)
    #expect(definition["check/go"]?.id == "check/go")
    #expect(definition["check/go"]?.next == .approved)
    #expect(definition["check/plan"]?.next == .stage("check/go"))
    for name in ["check/", "/check", "check/go/x", "head/go", String(repeating: "check/", count: 100_000)] {
      #expect(definition[StageID(name)] == nil)
    }
  }
}
