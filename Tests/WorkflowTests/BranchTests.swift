import Testing

@testable import Workflow

@Suite("并行支路：停下、退回、事后回避，各支互不拖累")
struct BranchTests {
  static let split = """
    stages:
      - {id: apply, type: form, who: [ent], next: fork}
      - {id: fork, type: split, join: merge, branches: [{next: left}, {next: right}]}
      - {id: left, type: approve, who: [a], recusal: {ordered_by: [office]}, alternates: [x], next: leftmost}
      - {id: leftmost, type: approve, who: [b], return_policy: resume_here, next: merge}
      - {id: right, type: approve, who: [c], next: merge}
      - {id: merge, type: join, next: head}
      - {id: head, type: approve, who: [boss], next: approved}
    """

  @Test("两支都停下：各自恢复，一支不漏")
  func twoIncidents() throws {
    var run = try LoneRun(
      """
      stages:
        - {id: apply, type: form, who: [ent], next: fork}
        - {id: fork, type: split, join: merge, branches: [{next: left}, {next: right}]}
        - {id: left, type: approve, who: {role: lefts}, next: merge}
        - {id: right, type: approve, who: {role: rights}, next: merge}
        - {id: merge, type: join, next: approved}
      """)
    try run.act("- {do: submit, by: ent}")
    #expect(run.state == .incident)
    #expect(run.round.cases["1"]?.incidents.map(\.stage) == ["left", "right"])
    try run.act("- {do: retry, by: admin, reason: 再试}")
    #expect(run.round.cases["1"]?.incidents.map(\.stage) == ["right", "left"], "没有补上人，照样停下")
    run.staff(["lefts": ["a"], "rights": ["b"]])
    try run.act("- {do: retry, by: admin, reason: 已补人}\n- {do: retry, by: admin, reason: 已补人}")
    #expect(run.active == "left: a; right: b")
    try run.act("- {do: approve, by: a}\n- {do: approve, by: b}")
    #expect(run.state == .approved)
  }

  @Test("一支停下，另一支退回到分支之前：不再有待处理的事")
  func returnClearsIncident() throws {
    var run = try LoneRun(BranchTests.split.replacing("who: [a], ", with: "who: {role: lefts}, "))
    try run.act("- {do: submit, by: ent}")
    #expect(run.state == .incident)
    try run.act("- {do: return, by: c, to_stage: apply, reason: 缺材料}")
    #expect(run.state == .running)
    #expect(run.active == "apply: ent")
    #expect(try run.refused("{do: retry, by: admin, reason: 再试}") == .notAdmissible)
  }

  @Test("事后回避，本支已到汇合、另一支还在办：本支重办，另一支不动")
  func recusalWhileTheOtherRuns() throws {
    var run = try LoneRun(BranchTests.split)
    try run.act("- {do: submit, by: ent}\n- {do: approve, by: a}\n- {do: approve, by: b}")
    #expect(run.active == "right: c")
    try run.act("- {do: recuse, by: office, who: [a], reason: 亲属}")
    #expect(run.active == "left: x; right: c")
    try run.act("- {do: approve, by: c}\n- {do: approve, by: x}\n- {do: approve, by: b}")
    #expect(run.active == "head: boss")
  }

  @Test("事后回避，汇合已过：汇合之后的撤下，本支重办后再汇合，另一支不重办")
  func recusalBehindTheJoin() throws {
    var run = try LoneRun(BranchTests.split)
    try run.act("- {do: submit, by: ent}\n- {do: approve, by: a}\n- {do: approve, by: b}\n- {do: approve, by: c}")
    try run.act("- {do: recuse, by: office, who: [a], reason: 亲属}")
    #expect(run.active == "left: x")
    try run.act("- {do: approve, by: x}\n- {do: approve, by: b}\n- {do: approve, by: boss}")
    #expect(run.state == .approved)
  }

  @Test("支路里退回到分支之前，补回后分支重新走，不停在汇合处")
  func resumesAtTheSplit() throws {
    var run = try LoneRun(BranchTests.split)
    try run.act("- {do: submit, by: ent}\n- {do: approve, by: c}\n- {do: approve, by: a}")
    try run.act("- {do: return, by: b, to_stage: apply, reason: 缺材料}\n- {do: submit, by: ent}")
    #expect(run.active == "left: a; right: c")
  }

  @Test("分支直接通到办结")
  func choiceToTheEnd() throws {
    let flow = """
      stages:
        - {id: apply, type: form, who: [ent], next: fork}
        - {id: fork, type: choice, branches: [{when: small, next: approved}, {default: true, next: review}]}
        - {id: review, type: approve, who: [a], next: approved}
      """
    var small = try LoneRun(flow)
    small.holds = ["small"]
    try small.act("- {do: submit, by: ent}")
    #expect(small.state == .approved)
    var large = try LoneRun(flow)
    try large.act("- {do: submit, by: ent}")
    #expect(large.active == "review: a")
  }

  @Test("并行的两个公示：异议只停它所针对的那个")
  func twoNotices() throws {
    var run = try LoneRun(
      """
      stages:
        - {id: apply, type: form, who: [ent], next: fork}
        - {id: fork, type: split, join: merge, branches: [{next: short}, {next: long}]}
        - {id: short, type: notice, days: 1 working days, objection_to: [a], on_founded: end, next: merge}
        - {id: long, type: notice, days: 3 working days, objection_to: [b], on_founded: end, next: merge}
        - {id: merge, type: join, next: approved}
      """)
    try run.act(
      """
      - {do: submit, by: ent, at: "2026-03-02T10:00"}
      - {do: object, by: citizen, stage: long, evidence: 1, at: "2026-03-03T10:00"}
      - {do: tick, at: "2026-03-03T17:30"}
      """)
    #expect(run.active == "long: b")
    try run.act("- {do: settle_objection, by: b, result: unfounded, reason: 查否, at: \"2026-03-04T10:00\"}")
    try run.act("- {do: tick, at: \"2026-03-09T17:30\"}")
    #expect(run.state == .approved)
  }
}

extension LoneRun {
  /// Who holds which role from now on.
  mutating func staff(_ roles: [RoleName: [ActorID]]) {
    var organization = play.machine.organization
    organization.roles.merge(roles) { $1 }
    play.machine = Machine(play.machine.shelf, calendar: play.machine.calendar, organization: organization)
  }
}
