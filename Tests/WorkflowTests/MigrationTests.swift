import Testing

@testable import Workflow

@Suite("流程换版：已开始的照旧；要改就整轮改，先查后改")
struct MigrationTests {
  static let first = """
    version: 1
    stages:
      - {id: apply, type: form, who: [ent], next: joint}
      - {id: joint, name: 联审, type: approve, mode: sequential, who: [a, b, c], next: head}
      - {id: head, type: approve, who: [boss], next: approved}
    """
  static let second = """
    version: 2
    stages:
      - {id: apply, type: form, who: [ent], next: review}
      - {id: review, name: 会审, type: approve, mode: sequential, who: [d, a, c], next: head}
      - {id: head, type: approve, mode: any, who: [boss, x], next: approved}
    """

  private func run(_ first: String = first, then second: String = second, cases: [CaseID] = []) throws -> LoneRun {
    var run = try LoneRun(first, cases: cases)
    try run.deploy(second)
    return run
  }

  @Test("启用新版：管理员，版本号更高，没有毛病；后开始的用新版")
  func deploy() throws {
    var run = try run()
    #expect(run.round.definitionVersion == 1)
    #expect(throws: Refusal.self) { try run.machine.deploying(Play.definition(Self.second), by: "admin") }
    let code = { (actor: ActorID, text: String) throws -> Refusal.Code? in
      do {
        _ = try run.machine.deploying(Play.definition(text), by: actor)
        return nil
      } catch let refusal as Refusal { return refusal.code }
    }
    #expect(try code("office", Self.second.replacing("version: 2", with: "version: 3")) == .notAssignee)
    #expect(try code("admin", Self.second) == .invalidDefinition)
    #expect(try code("admin", Self.second.replacing("version: 2", with: "version: 3")) == nil)
    let later = LoneRun(run.machine)
    #expect(later.round.definitionVersion == 2)
    try run.act("- {do: submit, by: ent}")
    #expect(run.active == "joint: a")
  }

  @Test("手头没有那一版，就什么也不办")
  func missing() throws {
    let run = try run()
    let other = Machine(
      try Play.definition(Self.second), calendar: run.machine.calendar, organization: Play.organization())
    guard case .refused(let refusal) = other.decide(Command(.submit), by: "ent", at: run.play.now, in: run.round) else {
      Issue.record("not refused")
      return
    }
    #expect(refusal.code == .invalidDefinition)
  }

  @Test("名单按新版：还在的连签署带过去，不在的去掉，新来的补请；顺序按新版")
  func lists() throws {
    var run = try run()
    try run.act("- {do: submit, by: ent}\n- {do: approve, by: a}\n- {do: approve, by: b}")
    try run.act("- {do: migrate, by: admin, to_version: 2, mapping: {joint: review}, reason: 职能划转}")
    #expect(run.round.definitionVersion == 2)
    #expect(run.active == "review: d", "新版中 d 在最前，先由他签")
    #expect(run.log("migrate") == ["migrate admin"])
    #expect(run.log("lapse") == ["lapse b review"], "b 签过，而新版不再要他签")
    #expect(try run.refused("{do: approve, by: b}") != nil)
    try run.act("- {do: approve, by: d}\n- {do: approve, by: c}")
    #expect(run.active == "head: boss x")
    let history = try #require(run.machine.history(of: "1", in: run.round))
    #expect(history.stages.map(\.name) == [nil, "会审", nil])
    #expect(history.stages[1].acts.map(\.actor) == ["d", "a", "c", "b"])
    #expect(history.stages[1].acts.map(\.ending) == [.approved, .approved, .approved, .removed])
  }

  @Test("够了就算办完")
  func complete() throws {
    var run = try run(then: Self.second.replacing("who: [d, a, c]", with: "who: [a]"))
    try run.act("- {do: submit, by: ent}\n- {do: approve, by: a}")
    try run.act("- {do: migrate, by: admin, to_version: 2, mapping: {joint: review}, reason: 职能划转}")
    #expect(run.active == "head: boss x")
  }

  @Test("已办完的环节仍按当时的名称说，退回时按新名找")
  func past() throws {
    var run = try run()
    try run.act("- {do: submit, by: ent}\n- {do: approve, by: a}\n- {do: approve, by: b}\n- {do: approve, by: c}")
    try run.act("- {do: migrate, by: admin, to_version: 2, mapping: {joint: review}, reason: 职能划转}")
    #expect(run.active == "head: boss x", "环节同名的不必写")
    let history = try #require(run.machine.history(of: "1", in: run.round))
    #expect(history.stages.map(\.stage) == ["apply", "joint", "head"])
    #expect(history.stages[1].name == "联审")
    #expect(try run.refused("{do: return, by: boss, to_stage: joint, reason: 再议}") == .badTarget)
    try run.act("- {do: return, by: boss, to_stage: review, reason: 再议}")
    #expect(run.active == "review: a", "退回：按上次的名单")
  }

  @Test(
    "不能改的，整个不改",
    arguments: [
      ("{do: migrate, by: office, to_version: 2, mapping: {joint: review}, reason: x}", "NOT_ASSIGNEE"),
      ("{do: migrate, by: admin, to_version: 1, mapping: {}, reason: x}", "BAD_TARGET"),
      ("{do: migrate, by: admin, to_version: 7, mapping: {}, reason: x}", "BAD_TARGET"),
      ("{do: migrate, by: admin, to_version: 2, mapping: {}, reason: x}", "UNMAPPED_STAGE"),
      ("{do: migrate, by: admin, to_version: 2, mapping: {joint: apply}, reason: x}", "BAD_TARGET"),
      ("{do: migrate, by: admin, to_version: 2, mapping: {joint: reviw}, reason: x}", "BAD_TARGET"),
      ("{do: migrate, by: admin, to_version: 2, mapping: {jiont: review}, reason: x}", "BAD_TARGET"),
      ("{do: migrate, by: admin, to_version: 2, mapping: {joint: review}}", "REASON_REQUIRED"),
    ])
  func refused(_ step: String, _ code: String) throws {
    var run = try run()
    try run.act("- {do: submit, by: ent}")
    let before = run.round
    #expect(try run.refused(step)?.rawValue == code)
    #expect(run.round == before)
  }

  @Test("新版无人可办：不改")
  func nobody() throws {
    var run = try run(then: Self.second.replacing("who: [d, a, c]", with: "who: {role: nobody}"))
    try run.act("- {do: submit, by: ent}")
    let step = "{do: migrate, by: admin, to_version: 2, mapping: {joint: review}, reason: x}"
    #expect(try run.refused(step) == .badTarget)
  }

  static let parallel = """
    version: 1
    stages:
      - {id: apply, type: form, who: [ent], next: fork}
      - {id: fork, type: split, join: merge, branches: [{next: left}, {next: right}]}
      - {id: left, type: approve, who: [a], next: merge}
      - {id: right, type: approve, who: [b], next: merge}
      - {id: merge, type: join, next: approved}
    """

  @Test("并行支路：对应到新版的对应支路，汇合照等")
  func branches() throws {
    let new = Self.parallel.replacing("version: 1", with: "version: 2").replacing("left", with: "links")
      .replacing("fork", with: "gabel").replacing("merge", with: "treff")
    var run = try run(Self.parallel, then: new)
    try run.act("- {do: submit, by: ent}\n- {do: approve, by: b}")
    let partly = "{do: migrate, by: admin, to_version: 2, mapping: {left: links}, reason: x}"
    #expect(try run.refused(partly) == .unmappedStage)
    try run.act(
      "- {do: migrate, by: admin, to_version: 2, mapping: {left: links, fork: gabel, merge: treff}, reason: 更名}")
    #expect(run.active == "links: a")
    try run.act("- {do: approve, by: a}")
    #expect(run.state == .approved)
  }

  @Test("并行里的不能改到并行之外")
  func outOfTheBlock() throws {
    let new = """
      version: 2
      stages:
        - {id: apply, type: form, who: [ent], next: fork}
        - {id: fork, type: split, join: merge, branches: [{next: right}, {next: more}]}
        - {id: right, type: approve, who: [b], next: merge}
        - {id: more, type: approve, who: [c], next: merge}
        - {id: merge, type: join, next: left}
        - {id: left, type: approve, who: [a], next: approved}
      """
    var run = try run(Self.parallel, then: new)
    try run.act("- {do: submit, by: ent}")
    #expect(try run.refused("{do: migrate, by: admin, to_version: 2, mapping: {}, reason: x}") == .badTarget)
    let both = "{do: migrate, by: admin, to_version: 2, mapping: {left: right}, reason: x}"
    #expect(try run.refused(both) == .badTarget, "两个环节不能并成一个")
    try run.act("- {do: migrate, by: admin, to_version: 2, mapping: {left: more}, reason: 调整}")
    #expect(run.active == "more: c; right: b")
  }

  @Test("子流程里的跟着上一级改")
  func children() throws {
    let new = SubflowTests.visit.replacing("id: check", with: "id: inspect").replacing(
      "next: check", with: "next: inspect")
    var run = try run(SubflowTests.visit, then: "version: 2\n" + new)
    try run.act("- {do: submit, by: ent}\n- {do: approve, by: a}\n- {do: approve, by: c}")
    try run.act("- {do: migrate, by: admin, to_version: 2, mapping: {check: inspect}, reason: 更名}")
    #expect(run.active == "inspect/go: b")
    try run.act("- {do: approve, by: b}\n- {do: approve, by: boss}")
    #expect(run.state == .approved)
  }

  @Test("公示：已过的天数照算")
  func notices() throws {
    let old = """
      version: 1
      stages:
        - {id: apply, type: form, who: [ent], next: public}
        - {id: public, type: notice, days: 3 working days, objection_to: [a], on_founded: end, next: approved}
      """
    var run = try run(
      old, then: old.replacing("version: 1", with: "version: 2").replacing("3 working", with: "9 working"))
    try run.act("- {do: submit, by: ent, at: \"2026-03-02T10:00\"}")
    try run.act("- {do: migrate, by: admin, to_version: 2, mapping: {}, reason: 修订, at: \"2026-03-04T10:00\"}")
    #expect(run.machine.view(run.round, at: run.play.now).due == Instant("2026-03-05T17:30"))
  }

  @Test("无记名投票进行之中不改，计票之前也不改；还没开始投就可以")
  func secretVotes() throws {
    let old = VotingRecusalTests.vote(true)
    let new = "version: 2\n" + old.replacing("who: [a, b, c]", with: "who: [a, b, d]")
    let migrate = "do: migrate, by: admin, to_version: 2, mapping: {}, reason: 改选"
    var run = try run(old, then: new)
    try run.act("- {do: submit, by: ent}\n- {do: check_in, by: clerk, present: [a, b]}\n- {do: open_vote, by: clerk}")
    #expect(try run.refused("{\(migrate)}") == .notAdmissible)
    try run.act("- {do: adjourn, by: clerk}\n- {\(migrate)}")
    #expect(try run.refused("{do: check_in, by: clerk, present: [a, c]}") == .notEligible)
    try run.act("- {do: check_in, by: clerk, present: [a, d]}\n- {do: open_vote, by: clerk}")
    try run.act(
      "- {do: cast, by: a, choice: \"yes\"}\n- {do: cast, by: d, choice: \"yes\"}\n- {do: close_vote, by: clerk}")
    #expect(run.state == .approved)
  }

  @Test("记名表决：离开的人，票也去掉；够了就决定")
  func openVotes() throws {
    let old = """
      version: 1
      stages:
        - {id: apply, type: form, who: [ent], next: vote}
        - {id: vote, type: vote, who: [a, b, c], rule: {more_than: 1/2, of: eligible}, on_reject: end, next: approved}
      """
    var run = try run(old, then: old.replacing("version: 1", with: "version: 2").replacing("[a, b, c]", with: "[b, c]"))
    try run.act("- {do: submit, by: ent}\n- {do: cast, by: a, choice: \"yes\"}\n- {do: cast, by: c, choice: \"yes\"}")
    #expect(run.state == .approved)
    var other = try self.run(
      old, then: old.replacing("version: 1", with: "version: 2").replacing("[a, b, c]", with: "[b, c]"))
    try other.act("- {do: submit, by: ent}\n- {do: cast, by: a, choice: \"yes\"}\n- {do: cast, by: b, choice: \"no\"}")
    try other.act("- {do: migrate, by: admin, to_version: 2, mapping: {}, reason: 调整}")
    #expect(other.state == .rejected, "二人中一人反对，不能过半")
  }

  @Test("整轮：各件一起改，后加入的也用这一轮的版本；不能只改一件")
  func rounds() throws {
    let old = """
      version: 1
      stages:
        - {id: apply, type: form, who: [ent], next: joint}
        - {id: joint, type: approve, who: [a, b], next: rank}
        - {id: rank, type: shortlist, scope: round, who: [office], next: approved}
      """
    let new = old.replacing("version: 1", with: "version: 2").replacing("joint", with: "review").replacing(
      "rank", with: "order")
    var run = try run(old, then: new, cases: ["c1", "c2"])
    try run.act(
      """
      - {do: submit, by: ent, case: c1}
      - {do: submit, by: ent, case: c2}
      - {do: approve, by: a, case: c1}
      - {do: approve, by: b, case: c1}
      """)
    let one = "{do: migrate, by: admin, case: c2, to_version: 2, mapping: {joint: review, rank: order}, reason: x}"
    #expect(try run.refused(one) == .badTarget)
    #expect(
      try run.refused("{do: migrate, by: admin, to_version: 2, mapping: {joint: review}, reason: x}") == .unmappedStage,
      "c1 等在 rank")
    try run.act("- {do: migrate, by: admin, to_version: 2, mapping: {joint: review, rank: order}, reason: 更名}")
    try run.act("- {do: approve, by: a, case: c2}\n- {do: approve, by: b, case: c2}")
    #expect(run.active == "order: office")
  }

  @Test("一轮开始之后启用的新版，后来加入的件不用")
  func joiningLater() throws {
    var run = try run(cases: ["c1"])
    let late = Command(.start(nominations: ["c2": Nomination(by: "ent")], subject: nil))
    let outcome = run.play.act(late, by: "office") { _, _ in }
    #expect(outcome == .accepted)
    #expect(run.round.definitionVersion == 1)
  }
}

extension LoneRun {
  mutating func deploy(_ text: String) throws {
    play.machine = try play.machine.deploying(Play.definition(text), by: "admin")
  }
}
