import Diagnostics
import Testing

@testable import Workflow

@Suite("签署、收回、回避：一人一签，作废的不算")
struct SigningTests {
  static let joint = """
    stages:
      - {id: apply, type: form, who: [ent], next: joint}
      - {id: joint, type: approve, mode: all, who: [a, b], recusal: {ordered_by: [office]}, alternates: [x], next: head}
      - {id: head, type: approve, who: [boss], next: approved}
    """

  @Test(
    "申报表要提交，打分要打分，投票要投票：不能以“同意”代替",
    arguments: [
      "type: form, who: [a]", "type: score, field: points, who: [a]",
      "type: vote, who: [a], rule: {more_than: 1/2, of: eligible}", "type: rules",
    ])
  func onlyItsOwnAct(_ stage: String) throws {
    var run = try LoneRun(
      """
      stages:
        - {id: apply, type: form, who: [ent], next: it}
        - {id: it, \(stage), next: approved}
      """)
    #expect(try run.refused("{do: approve, by: ent}") == .notAssignee)
    try run.act("- {do: submit, by: ent}")
    #expect(try run.refused("{do: approve, by: a}") == .notAssignee)
    #expect(try run.refused("{do: approve, by: system}") == .notAssignee)
    #expect(run.active.hasPrefix("it: "))
  }

  @Test("退回之后不能再收回退回之前的签署")
  func takeBackBehindAReturn() throws {
    var run = try LoneRun(Self.joint)
    try run.act("- {do: submit, by: ent}\n- {do: approve, by: a}\n- {do: approve, by: b}")
    try run.act("- {do: return, by: boss, to_stage: joint, reason: 再看}")
    #expect(try run.refused("{do: take_back, by: b}") == .tooLate)
    #expect(run.active == "joint: a b")
  }

  @Test("作废的签署不能收回")
  func takeBackOfAVoidSignature() throws {
    var run = try LoneRun(Self.joint)
    try run.act("- {do: submit, by: ent}\n- {do: approve, by: a}\n- {do: approve, by: b}")
    try run.act("- {do: recuse, by: office, who: [a], reason: 亲属}\n- {do: approve, by: x}")
    #expect(run.active == "head: boss")
    #expect(try run.refused("{do: take_back, by: a}") == .notAssignee)
  }

  @Test("或签里减签：还没有人签过，不能因为减了一个人就算办完")
  func removalFromAnyOne() throws {
    var run = try LoneRun(
      Self.joint.replacing("mode: all", with: "mode: any, may_remove: [office]"))
    try run.act("- {do: submit, by: ent}\n- {do: remove_sign, by: office, who: [b]}")
    #expect(run.active == "joint: a")
    try run.act("- {do: approve, by: a}")
    #expect(run.active == "head: boss")
  }

  @Test("顺签里签过的人被责令回避：替补先签，后面的人再等")
  func alternateInALine() throws {
    var run = try LoneRun(Self.joint.replacing("mode: all", with: "mode: sequential"))
    try run.act("- {do: submit, by: ent}\n- {do: approve, by: a}")
    #expect(run.active == "joint: b")
    try run.act("- {do: recuse, by: office, who: [a], reason: 亲属}")
    #expect(run.active == "joint: x")
    #expect(try run.refused("{do: approve, by: b}") == .notYourTurn)
    try run.act("- {do: approve, by: x}\n- {do: approve, by: b}")
    #expect(run.active == "head: boss")
  }

  @Test("报告的选票不能比到会的人多")
  func ballotsBeyondThosePresent() throws {
    var run = try LoneRun(
      """
      stages:
        - {id: apply, type: form, who: [ent], next: vote}
        - {id: vote, type: vote, who: [a, b, c], teller: [clerk], attendance: {at_least: 2/3, of: eligible},
           rule: {more_than: 1/2, of: eligible}, next: approved, on_reject: end}
      """)
    try run.act("- {do: submit, by: ent}\n- {do: check_in, by: clerk, present: [a, b]}\n- {do: open_vote, by: clerk}")
    let reported = "{do: paper_result, by: clerk, issued: 3, returned: 3, count: {\"yes\": 3}}"
    #expect(try run.refused(reported) == .notAdmissible)
    try run.act("- {do: paper_result, by: clerk, issued: 2, returned: 2, count: {\"yes\": 2}}")
    #expect(run.active == "")
  }

  @Test("收回之后，当初因提前结束而不必签的人重新待签")
  func takeBackAfterAnEarlyEnd() throws {
    var run = try LoneRun(Self.joint.replacing("mode: all", with: "mode: any"))
    try run.act("- {do: submit, by: ent}\n- {do: approve, by: a}")
    #expect(run.active == "head: boss")
    try run.act("- {do: take_back, by: a}")
    #expect(run.active == "joint: a b")
    try run.act("- {do: approve, by: b}")
    #expect(run.active == "head: boss")
  }

  @Test("或签之后签的人应当回避：其余的人重新待签")
  func voidAfterAnEarlyEnd() throws {
    var run = try LoneRun(Self.joint.replacing("mode: all", with: "mode: any"))
    try run.act("- {do: submit, by: ent}\n- {do: approve, by: a}")
    try run.act("- {do: recuse, by: office, who: [a], reason: 亲属}")
    #expect(run.active == "joint: b x")
  }

  @Test("顺签中替补站在原来的位置上，轮到才签")
  func alternateInLine() throws {
    var run = try LoneRun(
      """
      stages:
        - {id: apply, type: form, who: [ent], next: line}
        - {id: line, type: approve, mode: sequential, who: [a, b, c], recusal: {declared: true}, alternates: [x, y],
           next: approved}
      """)
    try run.act("- {do: submit, by: ent}\n- {do: recuse, by: a}")
    #expect(run.active == "line: x")
    #expect(try run.refused("{do: approve, by: b}") == .notYourTurn)
    try run.act("- {do: recuse, by: b, stage: line}")
    #expect(run.active == "line: x")
    try run.act("- {do: approve, by: x}\n- {do: approve, by: y}\n- {do: approve, by: c}")
    #expect(run.state == .approved)
  }

  @Test("上级只能替一个逾期的人签")
  func oneSignatureEach() throws {
    var run = try LoneRun(
      """
      stages:
        - {id: apply, type: form, who: [ent], next: joint}
        - {id: joint, type: approve, who: [a, b], due: 1 working day, on_due: escalate, escalate_to: [boss],
           next: approved}
      """)
    try run.act("- {do: submit, by: ent, at: \"2026-03-02T10:00\"}\n- {do: tick, at: \"2026-03-03T17:30\"}")
    #expect(run.active == "joint: a b boss")
    #expect(try run.refused("{do: transfer, by: boss, to: x}") == .notAssignee, "别人的任务，不能由他转出")
    try run.act("- {do: approve, by: boss, at: \"2026-03-04T10:00\"}")
    #expect(run.active == "joint: b")
    #expect(try run.refused("{do: approve, by: boss}") == .alreadyActed)
    try run.act("- {do: approve, by: b}")
    #expect(run.state == .approved)
  }

  @Test("应当回避的上级，逾期升级不到他")
  func escalationPastTheRecused() throws {
    var run = try LoneRun(
      """
      stages:
        - {id: apply, type: form, who: [ent], next: joint}
        - {id: joint, type: approve, who: [a, boss], due: 1 working day, on_due: escalate, escalate_to: [boss, y],
           recusal: {declared: true}, alternates: [x], next: approved}
      """)
    try run.act("- {do: submit, by: ent, at: \"2026-03-02T10:00\"}\n- {do: recuse, by: boss}")
    try run.act("- {do: tick, at: \"2026-03-03T17:30\"}")
    #expect(run.active == "joint: a x y")
  }

  @Test("离职交接：整轮的，各件手里的任务都交")
  func handover() throws {
    var run = try LoneRun(
      """
      stages:
        - {id: apply, type: form, who: [ent], next: joint}
        - {id: joint, type: approve, who: [a, b], next: rank}
        - {id: rank, type: shortlist, scope: round, who: [a], next: approved}
      """, cases: ["c1", "c2"])
    try run.act(
      "- {do: submit, by: ent, case: c1}\n- {do: submit, by: ent, case: c2}\n- {do: approve, by: a, case: c2}")
    try run.act("- {do: handover, by: admin, task_of: b, to: x, reason: 离职}")
    #expect(try run.refused("{do: approve, by: b, case: c1}") == .notAssignee)
    try run.act("- {do: approve, by: x, case: c1}\n- {do: approve, by: a, case: c1}\n- {do: approve, by: x, case: c2}")
    #expect(run.active == "rank: a")
  }

  @Test("停在算不出的条件上：换人不算处理好")
  func assignDoesNotAnswer() throws {
    var run = try LoneRun(
      """
      stages:
        - {id: apply, type: form, who: [ent], next: line}
        - {id: line, type: approve, mode: sequential, who: [a, b], stop_when: done, next: approved}
      """)
    run.unknown = ["done"]
    try run.act("- {do: submit, by: ent}\n- {do: approve, by: a}")
    #expect(run.state == .incident)
    try run.act("- {do: assign, by: admin, task_of: b, to: x, reason: 换人}")
    #expect(run.state == .incident)
    run.unknown = []
    try run.act("- {do: retry, by: admin, reason: 已补}\n- {do: approve, by: x}")
    #expect(run.state == .approved)
  }

  @Test("须认领的，认领之前不能转办")
  func transferUnclaimed() throws {
    var run = try LoneRun(
      """
      stages:
        - {id: apply, type: form, who: [ent], next: desk}
        - {id: desk, type: approve, claim: required, who: [a, b], next: approved}
      """)
    try run.act("- {do: submit, by: ent}")
    #expect(try run.refused("{do: transfer, by: a, to: x}") == .notClaimed)
    try run.act("- {do: claim, by: a}\n- {do: transfer, by: a, to: x}")
    #expect(run.active == "desk: x")
  }

  @Test("期限先到，件已终结：迟到的动作不再办")
  func endedByItsDeadline() throws {
    var run = try LoneRun(
      """
      stages:
        - {id: apply, type: form, who: [ent], next: first}
        - {id: first, type: approve, who: [a], recusal: {ordered_by: [office]}, alternates: [x], next: second}
        - {id: second, type: approve, who: [b], due: 1 working day, on_due: end, next: approved}
      """)
    try run.act("- {do: submit, by: ent, at: \"2026-03-02T10:00\"}\n- {do: approve, by: a}")
    let late = "{do: recuse, by: office, who: [a], reason: 亲属, at: \"2026-03-09T10:00\"}"
    #expect(try run.refused(late) == .instanceClosed)
    try run.act("- {do: tick, at: \"2026-03-09T10:00\"}")
    #expect(run.state == .rejected)
  }
}

@Suite("投过的票留在投票人名下")
struct CastVoteTests {
  static let flow = """
    stages:
      - {id: apply, type: form, who: [ent], next: vote}
      - {id: vote, type: vote, who: [a, b, c], rule: {more_than: 1/2, of: eligible}, on_reject: end, next: approved}
    """

  @Test("投了票的，不能再转给别人、移交、换人")
  func stays() throws {
    var run = try LoneRun(Self.flow)
    try run.act("- {do: submit, by: ent}\n- {do: cast, by: a, choice: \"no\"}")
    #expect(try run.refused("{do: transfer, by: a, to: x}") == .alreadyActed)
    #expect(try run.refused("{do: assign, by: admin, task_of: a, to: x, reason: 换人}") == .badTarget)
    try run.act("- {do: handover, by: admin, task_of: a, to: x, reason: 离职}")
    #expect(run.active == "vote: b c")
    #expect(try run.refused("{do: cast, by: x, choice: \"yes\"}") == .notAssignee)
  }

  @Test("还没投的可以转")
  func moves() throws {
    var run = try LoneRun(Self.flow)
    try run.act(
      "- {do: submit, by: ent}\n- {do: transfer, by: a, to: x}\n- {do: handover, by: admin, task_of: b, to: y, reason: 离职}"
    )
    #expect(run.active == "vote: c x y")
    try run.act("- {do: cast, by: x, choice: \"yes\"}\n- {do: cast, by: y, choice: \"yes\"}")
    #expect(run.state == .approved)
  }
}

@Suite("表决的条件：票数是多少，就是多少")
struct VotingConditionTests {
  @Test("条件里的 approvals 是赞成票；计票员报的、逐件的也一样", arguments: ["", "teller: [clerk], "])
  func counts(_ teller: String) throws {
    var run = try LoneRun(
      """
      stages:
        - {id: apply, type: form, who: [ent], next: vote}
        - {id: vote, type: vote, who: [a, b, c], \(teller)rule: {expr: enough}, on_reject: end, next: approved}
      """)
    run.needed = ["enough": 2]
    try run.act("- {do: submit, by: ent}")
    if !teller.isEmpty { try run.act("- {do: check_in, by: clerk, present: [a, b, c]}\n- {do: open_vote, by: clerk}") }
    try run.act(
      "- {do: cast, by: a, choice: \"yes\"}\n- {do: cast, by: b, choice: \"no\"}\n- {do: cast, by: c, choice: \"yes\"}")
    if !teller.isEmpty { try run.act("- {do: close_vote, by: clerk}") }
    #expect(run.state == .approved)
  }

  @Test("整轮逐件：每件各算各的")
  func eachCase() throws {
    var run = try LoneRun(
      """
      stages:
        - {id: apply, type: form, who: [ent], next: elect}
        - {id: elect, type: vote, scope: round, who: [a, b, c], teller: [clerk], ballot: each, rule: {expr: enough},
           on_reject: end, next: approved}
      """, cases: ["c1", "c2"])
    run.needed = ["enough": 2]
    try run.act("- {do: submit, by: ent, case: c1}\n- {do: submit, by: ent, case: c2}")
    try run.act("- {do: check_in, by: clerk, present: [a, b, c]}\n- {do: open_vote, by: clerk}")
    try run.act(
      "- {do: paper_result, by: clerk, issued: 3, returned: 3, votes: {c1: {\"yes\": 2, \"no\": 1}, c2: {\"yes\": 1, \"no\": 2}}}"
    )
    #expect(run.round.cases["c1"]?.state == .approved)
    #expect(run.round.cases["c2"]?.state == .rejected)
  }

  @Test("条件算不出：停下，票还在，补了数据再计")
  func unknown() throws {
    var run = try LoneRun(
      VotingRecusalTests.vote(false).replacing("rule: {more_than: 1/2, of: eligible}", with: "rule: {expr: enough}"))
    run.unknown = ["enough"]
    try run.act("- {do: submit, by: ent}\n- {do: check_in, by: clerk, present: [a, b]}\n- {do: open_vote, by: clerk}")
    // Both cast: who is there and casts nothing is not there, and one of three is no quorum.
    try run.act(
      "- {do: cast, by: a, choice: \"yes\"}\n- {do: cast, by: b, choice: abstain}\n- {do: close_vote, by: clerk}")
    #expect(run.state == .incident)
    run.unknown = []
    run.holds = ["enough"]
    try run.act("- {do: retry, by: admin, reason: 已补}\n- {do: close_vote, by: clerk}")
    #expect(run.state == .approved)
  }

  @Test("无记名表决没有计票员：流程文件有毛病")
  func noTeller() throws {
    var log = DiagnosticLog()
    let text = VotingRecusalTests.vote(true).replacing("teller: [clerk], ", with: "")
    _ = WorkflowDefinition.read(try #require(SharedFiles.node(text)), log: &log)
    #expect(log.sorted.map(\.code) == ["PX5049"])
  }
}

@Suite("表决中回避：票不算数；取不出来的重新投")
struct VotingRecusalTests {
  static func vote(_ secret: Bool) -> String {
    """
    stages:
      - {id: apply, type: form, who: [ent], next: vote}
      - {id: vote, type: vote, who: [a, b, c], teller: [clerk], secret: \(secret),
         attendance: {at_least: 2/3, of: eligible}, rule: {more_than: 1/2, of: eligible},
         recusal: {ordered_by: [office]}, on_reject: end, next: approved}
    """
  }

  @Test("无记名：已投的人应当回避，票箱里分不出来，重新投票")
  func secret() throws {
    var run = try LoneRun(Self.vote(true))
    try run.act(
      "- {do: submit, by: ent}\n- {do: check_in, by: clerk, present: [a, b, c]}\n- {do: open_vote, by: clerk}")
    try run.act("- {do: cast, by: a, choice: \"yes\"}\n- {do: cast, by: b, choice: \"yes\"}")
    try run.act("- {do: recuse, by: office, who: [a], reason: 亲属}")
    #expect(run.machine.view(run.round, at: run.play.now).isVoid)
    #expect(try run.refused("{do: close_vote, by: clerk}") == .voteClosed)
    try run.act("- {do: check_in, by: clerk, present: [b, c]}\n- {do: open_vote, by: clerk}")
    #expect(try run.refused("{do: cast, by: a, choice: \"yes\"}") == .recused)
    try run.act(
      "- {do: cast, by: b, choice: \"yes\"}\n- {do: cast, by: c, choice: \"no\"}\n- {do: close_vote, by: clerk}")
    #expect(run.state == .rejected, "二人应到，一票赞成，不过半")
  }

  @Test("记名：回避者的票抽出，其余照计")
  func open() throws {
    var run = try LoneRun(Self.vote(false))
    try run.act(
      "- {do: submit, by: ent}\n- {do: check_in, by: clerk, present: [a, b, c]}\n- {do: open_vote, by: clerk}")
    try run.act("- {do: cast, by: a, choice: \"yes\"}\n- {do: cast, by: b, choice: \"yes\"}")
    try run.act("- {do: recuse, by: office, who: [a], reason: 亲属}\n- {do: cast, by: c, choice: \"no\"}")
    try run.act("- {do: close_vote, by: clerk}")
    #expect(run.state == .rejected)
  }

  @Test("回避使到会不足：本次表决作废")
  func quorumLost() throws {
    var run = try LoneRun(Self.vote(false))
    try run.act("- {do: submit, by: ent}\n- {do: check_in, by: clerk, present: [a, b]}\n- {do: open_vote, by: clerk}")
    try run.act("- {do: recuse, by: office, who: [a], reason: 亲属}")
    #expect(try run.refused("{do: cast, by: b, choice: \"yes\"}") == .voteClosed)
    #expect(try run.refused("{do: open_vote, by: clerk}") == .noQuorum)
  }

  @Test("整轮表决：某一件人人回避，停下等管理员换补；圈选也不得选应当回避的")
  func caseWithoutElectors() throws {
    var run = try LoneRun(
      """
      stages:
        - {id: apply, type: form, who: [ent], next: elect}
        - {id: elect, type: vote, scope: round, who: [a, b], teller: [clerk], secret: true, ballot: each,
           rule: {more_than: 1/2, of: eligible}, recusal: {ordered_by: [office]}, on_reject: end, next: approved}
      """, cases: ["c1", "c2"])
    try run.act("- {do: submit, by: ent, case: c1}\n- {do: submit, by: ent, case: c2}")
    try run.act("- {do: recuse, by: office, case: c1, who: [a], reason: 亲属}")
    try run.act("- {do: check_in, by: clerk, present: [a, b]}\n- {do: open_vote, by: clerk}")
    #expect(try run.refused("{do: cast, by: a, names: [c1, c2]}") == .recused)
    try run.act("- {do: cast, by: a, names: [c2]}")
    try run.act("- {do: recuse, by: office, case: c1, who: [b], reason: 亲属}")
    #expect(run.round.incident?.cause == .tooFewSigners)
    try run.act("- {do: retry, by: admin, reason: 再试}")
    #expect(run.round.incident?.cause == .tooFewSigners)
  }
}
