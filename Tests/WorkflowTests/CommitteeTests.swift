import Diagnostics
import Outcomes
import Testing

@testable import Workflow

/// domain §4.1, E31 to E36, and the votes of §3.
@Suite("边界情形：表决与回避")
struct CommitteeTests {
  /// 应到会 9 人，都没有回避情形。
  private static let nine = AwardRun.people.replacing(
    "m6: {company: 云岭精密}", with: "m6: {}\n    m7: {}\n    m8: {}\n    m9: {}"
  )
  .replacing("[m1, m2, m3, m4, m5, m6]", with: "[m1, m2, m3, m4, m5, m6, m7, m8, m9]")

  private func opened(_ present: String, _ people: String = CommitteeTests.nine) throws -> AwardRun {
    var run = try AwardRun.ranked(people)
    try run.rankAndDeliberate(AwardRun.shortlist)
    try run.play(
      "- {do: check_in, by: teller, present: [\(present)], at: \"2026-02-06T09:00\"}\n- {do: open_vote, by: teller}")
    return run
  }

  @Test("E33 应到 9、到会 6、赞成 5、弃权 1：通过；赞成 4 未过半数")
  func nineMembers() throws {
    var few = try AwardRun.ranked(Self.nine)
    try few.rankAndDeliberate(AwardRun.shortlist)
    try few.play("- {do: check_in, by: teller, present: [m1, m2, m3, m4, m5], at: \"2026-02-06T09:00\"}")
    #expect(try few.refused("{do: open_vote, by: teller}") == .noQuorum, "5 不到 9 的三分之二")
    var run = try opened("m1, m2, m3, m4, m5, m6")
    run.seats = ["c1": .selected]
    try run.play(
      "- {do: paper_result, by: teller, votes: {c1: {\"yes\": 5, abstain: 1}, c2: {\"yes\": 4, \"no\": 2}, c3: {\"yes\": 4, abstain: 2}}}"
    )
    #expect(run.state("c1") == "running selected @public")
    #expect(["c2", "c3"].map { run.state(CaseID($0)) } == ["rejected vote_failed", "rejected vote_failed"])
    let tally = try #require(run.round.openings.last { $0.stage == "vote" }?.vote?.caseTallies["c1"])
    #expect([tally.eligible, tally.present, tally.count.yes, tally.count.abstain] == [9, 6, 5, 1])
  }

  @Test("E32 评审委主任所在企业入围：主任对该项回避，副主任主持该项，分母扣除")
  func chairStandsBack() throws {
    let people = AwardRun.people.replacing("p1: {}", with: "p1: {company: 云岭精密}")
      .replacing(
        "    评审委员会: [p1, p2, p3]",
        with: "    评审委员会: [p1, p2, p3, v1, v2]\n    评审委员会主任: [p1]\n    评审委员会副主任: [p2]")
    var run = try AwardRun.ranked(people)
    run.ranking = Dictionary(uniqueKeysWithValues: AwardRun.shortlist.map { (CaseID($0.key), $0.value) })
    try run.play(
      """
      - {do: confirm, by: office1, at: "2026-01-23T10:00"}
      - {do: check_in, by: teller, present: [p1, p2, p3, v1, v2], at: "2026-01-30T09:00"}
      - {do: open_vote, by: teller}
      """)
    let session = try #require(run.round.openings.last { $0.stage == "panel" }?.vote)
    #expect(session.presiding == "p1" && session.presidingOver == ["c2": "p2"])
    #expect(try run.refused("{do: paper_result, by: teller, count: {\"yes\": 5}}") == .badTarget, "回避的一项要另计票")
    var failing = run
    try failing.play("- {do: paper_result, by: teller, count: {\"yes\": 5}, votes: {c2: {\"yes\": 2, \"no\": 2}}}")
    #expect(failing.state("c2") == "rejected vote_failed", "2 不超过 4 的半数")
    #expect(failing.state("c1") == "running shortlisted @vote")
    try run.play("- {do: paper_result, by: teller, count: {\"yes\": 5}, votes: {c2: {\"yes\": 3, \"no\": 1}}}")
    let tally = try #require(run.round.openings.last { $0.stage == "panel" }?.vote?.caseTallies["c2"])
    #expect([tally.eligible, tally.present, tally.recused] == [4, 4, 1])
    #expect(run.state("c2") == "running shortlisted @vote")
    let history = try #require(run.machine.history(of: "c2", in: run.round))
    #expect(history.stages.first { $0.stage == "panel" }?.presiding == "p2")
    #expect(history.recusals.contains { $0.actor == "p1" && $0.ground == .company })
  }

  @Test("扣除回避者后不足 3 人：不得表决，报上级")
  func tooFewLeft() throws {
    let people = AwardRun.people.replacing("p1: {}", with: "p1: {company: 云岭精密}")
    var run = try AwardRun.ranked(people)
    run.ranking = Dictionary(uniqueKeysWithValues: AwardRun.shortlist.map { (CaseID($0.key), $0.value) })
    try run.play(
      """
      - {do: confirm, by: office1, at: "2026-01-23T10:00"}
      - {do: recuse, by: p2, case: c2, reason: 亲属}
      - {do: decide_recusal, by: director, case: c2, who: p2, result: granted}
      - {do: check_in, by: teller, present: [p1, p2, p3], at: "2026-01-30T09:00"}
      """)
    let refusal = try #require(try run.refusal("{do: open_vote, by: teller}"))
    #expect(refusal.code == .noQuorum)
    #expect(refusal.diagnostic.text(.zh).contains("“c2”回避之后可以表决的只有 1 人，不足 3 人：不得表决，报上级"))
  }

  @Test("E35 线上参会：没有规定的不计到会；有规定的，须双因子核验")
  func remote() throws {
    var run = try AwardRun.ranked(Self.nine)
    try run.rankAndDeliberate(AwardRun.shortlist)
    let remote =
      "{do: check_in, by: teller, present: [m1, m2, m3, m4, m5], online: [m6], verified: [m6], at: \"2026-02-06T09:00\"}"
    #expect(try run.refused(remote) == .notAdmissible)
    var definition = run.machine.definition
    let index = try #require(definition.stages.firstIndex { $0.id == "vote" })
    guard case .vote(var ballot) = definition.stages[index].kind else { return #expect(Bool(false)) }
    ballot.allowsRemote = true
    definition.stages[index].kind = .vote(ballot)
    run.machine = Machine(definition, calendar: run.machine.calendar, organization: run.machine.organization)
    #expect(try run.refused(remote.replacing("verified: [m6]", with: "verified: []")) == .notPresent)
    try run.play("- \(remote)\n- {do: open_vote, by: teller}")
    #expect(run.round.openings.last { $0.stage == "vote" }?.vote?.present.count == 6)
  }

  @Test("E36 弃权算到会不算赞成；到会而未投的算未到会：投票的不足三分之二，不能结束")
  func castNothing() throws {
    var definition = try Awards.definition("党员示范企业")
    let index = try #require(definition.stages.firstIndex { $0.id == "vote" })
    guard case .vote(var ballot) = definition.stages[index].kind else { return #expect(Bool(false)) }
    ballot.isSecret = true
    definition.stages[index].kind = .vote(ballot)
    var run = try AwardRun.ranked(Self.nine)
    run.machine = Machine(definition, calendar: run.machine.calendar, organization: run.machine.organization)
    try run.rankAndDeliberate(AwardRun.shortlist)
    try run.play(
      """
      - {do: check_in, by: teller, present: [m1, m2, m3, m4, m5, m6, m7], at: "2026-02-06T09:00"}
      - {do: open_vote, by: teller}
      """)
    for member in ["m1", "m2", "m3", "m4", "m5"] {
      try run.play("- {do: cast, by: \(member), marks: {c1: \"yes\", c2: abstain, c3: \"no\"}}")
    }
    let refusal = try #require(try run.refusal("{do: close_vote, by: teller}"))
    #expect(refusal.code == .noQuorum && refusal.diagnostic.text(.zh).contains("未投票的算未到会"))
    try run.play("- {do: cast, by: m6, marks: {c1: abstain, c2: abstain, c3: abstain}}")
    run.seats = ["c1": .selected]
    try run.play("- {do: close_vote, by: teller}")
    let vote = try #require(run.round.openings.last { $0.stage == "vote" }?.vote)
    #expect(vote.tally?.present == 6, "m7 到会而未投")
    #expect(run.state("c1") == "running selected @public", "赞成 5，弃权 1")
    #expect(run.state("c2") == "rejected vote_failed", "弃权不算赞成")
  }

  // MARK: 回避的关系表

  private static let related = AwardRun.people.replacing(
    "  superior: {v1: director}",
    with: """
        relations:
          - {who: e1, kind: mentor, to: ent_a}
          - {who: ent_a, kind: kin, to: e2}
          - {who: e3, kind: pairing, company: 晨曦航材, until: 2023-06-30}
          - {who: e4, kind: employment, company: 晨曦航材, until: 2022-06-30}
          - {who: e5, kind: steward, company: 晨曦精工}
          - {who: m1, kind: kin, case: c3}
        groups: {晨曦集团: [晨曦航材, 晨曦精工]}
        superior: {v1: director}
      """)

  @Test("E31 师徒、亲属、近三年结对、同一集团：按关系表自动回避；离职满三年的不算")
  func relations() throws {
    var run = try AwardRun("党员示范企业", Self.related)
    try run.apply(["c1"])
    try run.accept(["c1"])
    try run.clear(["c1"])
    try run.visit("c1")
    #expect(run.active("c1") == ["expert": ["e4", "e6"]])
    #expect(try run.refused("{do: score, by: e1, case: c1, points: 90}") == .recused)
    let recusals = run.round.cases["c1"]?.recusals.filter { $0.stage == "expert" } ?? []
    #expect(
      recusals.map { [$0.actor.rawValue, "\($0.ground)"].joined(separator: " ") } == [
        "e1 relation(Workflow.Relation.Kind.mentor)", "e2 relation(Workflow.Relation.Kind.kin)",
        "e3 relation(Workflow.Relation.Kind.pairing)", "e5 relation(Workflow.Relation.Kind.steward)", "e7 company",
      ])
    #expect(recusals.allSatisfy { !$0.wasFoundLate })
  }

  @Test("票决：委员的近亲属是候选人，对该项回避，分母扣除")
  func relatedMember() throws {
    let kin = AwardRun.people.replacing(
      "  superior: {v1: director}",
      with: "  relations: [{who: m1, kind: kin, case: c3}]\n  superior: {v1: director}")
    let run = try opened("m1, m2, m3, m4, m5", kin)
    let vote = try #require(run.round.openings.last { $0.stage == "vote" }?.vote)
    #expect(vote.recusedFrom["c3"] == ["m1"])
    #expect(run.round.cases["c3"]?.recusals.contains { $0.actor == "m1" && $0.ground == .relation(.kin) } == true)
  }

  @Test("主动申请由主任决定，决定之前不得打分；不同意的照常办理；主任的由副主任决定")
  func applications() throws {
    var run = try AwardRun(
      "党员示范企业", AwardRun.people.replacing("[e1, e2, e3, e4, e5, e6, e7]", with: "[e1, e2, e3, e4, e5, e6, director]"))
    try run.apply(["c1"])
    try run.accept(["c1"])
    try run.clear(["c1"])
    try run.visit("c1")
    try run.play("- {do: recuse, by: e1, case: c1, reason: 曾为同事}\n- {do: recuse, by: director, case: c1, reason: 分管}")
    #expect(try run.refused("{do: score, by: e1, case: c1, points: 90}") == .notAdmissible)
    #expect(run.active("c1")["expert"]?.contains("vice") == true, "等副主任决定")
    #expect(try run.refused("{do: decide_recusal, by: vice, case: c1, who: e1, result: granted}") == .notAssignee)
    #expect(
      try run.refused("{do: decide_recusal, by: director, case: c1, who: director, result: granted}") == .notAssignee)
    #expect(try run.refused("{do: decide_recusal, by: director, case: c1, who: e2, result: granted}") == .badTarget)
    #expect(try run.refused("{do: decide_recusal, by: director, case: c1, who: e1, result: denied}") == .reasonRequired)
    try run.play(
      """
      - {do: decide_recusal, by: director, case: c1, who: e1, result: denied, reason: 离职已满十年}
      - {do: decide_recusal, by: vice, case: c1, who: director, result: granted}
      - {do: score, by: e1, case: c1, points: 90}
      """)
    #expect(try run.refused("{do: recuse, by: e1, case: c1}") == .alreadyActed)
    #expect(try run.refused("{do: score, by: director, case: c1, points: 90}") == .recused)
    #expect(run.active("c1") == ["expert": ["e2", "e3", "e4", "e5", "e6"]])
  }

  // MARK: 抽取

  @Test("专家没有抽取的停下来，抽了接着走；数目不对、不在库里、没有凭据的不算")
  func experts() throws {
    var run = try AwardRun("党员示范企业")
    run.round = Round(run.events.filter { if case .drawn = $0.change { false } else { true } })
    run.events = []
    try run.apply(["c1"])
    try run.accept(["c1"])
    try run.clear(["c1"])
    try run.visit("c1")
    #expect(run.round.cases["c1"]?.incident?.cause == .notDrawn)
    let seven = "drawn: [e1, e2, e3, e4, e5, e6, e7]"
    #expect(try run.refused("{do: draw, by: v1, stage: expert, \(seven), minutes: 记录}") == .notAssignee)
    #expect(try run.refused("{do: draw, by: office1, stage: expert, \(seven)}") == .reasonRequired)
    #expect(
      try run.refused("{do: draw, by: office1, stage: expert, drawn: [e1, e2, e3, e4, e5], minutes: 记录}")
        == .notAdmissible)
    #expect(
      try run.refused(
        "{do: draw, by: office1, stage: expert, from: [e1, e2, e3, e4, e5, e6, v1], drawn: [e1, e2, e3, e4, e5, e6, v1], minutes: 记录}"
      )
        == .badTarget)
    #expect(try run.refused("{do: draw, by: office1, stage: rank, drawn: [c1], minutes: 记录}") == .badTarget)
    try run.play("- {do: draw, by: office1, stage: expert, \(seven), seed: 2025-12-01}")
    #expect(run.active("c1") == ["expert": ["e1", "e2", "e3", "e4", "e5", "e6"]])
    #expect(run.round.draws.last { $0.stage == "expert" }?.seed == "2025-12-01")
  }

  @Test("佐证可以早抽：抽到的是佐证，不是人")
  func drawnEarly() throws {
    var run = try AwardRun("党员示范企业")
    try run.play(
      "- {do: draw, by: office1, stage: visit, case: c1, from: [ZZ-001, ZZ-002], drawn: [ZZ-002], minutes: 记录}")
    try run.apply(["c1"])
    try run.accept(["c1"])
    try run.clear(["c1"])
    #expect(run.active("c1") == ["visit": ["v1", "v2"]])
  }

  @Test("实地核查：先抽出不少于 30% 的佐证，再签核查结论")
  func evidence() throws {
    var run = try AwardRun("党员示范企业")
    try run.apply(["c1"])
    try run.accept(["c1"])
    try run.clear(["c1"])
    #expect(try run.refused("{do: approve, by: v1, case: c1}") == .notAdmissible)
    let four = "from: [ZZ-001, ZZ-002, ZZ-003, ZZ-004]"
    #expect(
      try run.refused("{do: draw, by: office1, stage: visit, case: c1, \(four), drawn: [ZZ-004], minutes: 记录}")
        == .notAdmissible,
      "4 件的 30% 是 2 件")
    #expect(
      try run.refused("{do: draw, by: office1, stage: visit, case: c1, \(four), drawn: [ZZ-004, ZZ-009], minutes: 记录}")
        == .badTarget)
    #expect(
      try run.refused("{do: draw, by: office1, stage: visit, \(four), drawn: [ZZ-001, ZZ-004], minutes: 记录}")
        == .badTarget)
    try run.play(
      "- {do: draw, by: office1, stage: visit, case: c1, \(four), drawn: [ZZ-001, ZZ-004], minutes: 记录}\n- {do: approve, by: v1, case: c1}"
    )
  }
}
