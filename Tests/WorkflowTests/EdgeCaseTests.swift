import Diagnostics
import Outcomes
import Testing

@testable import Workflow

/// domain §4.1: the cases that concern stages, notices and objections, each by its number.
@Suite("边界情形：环节、公示、异议")
struct EdgeCaseTests {
  @Test("E1 同一人两份推荐：一份并入另一份，结论重复推荐并入，材料合并")
  func merging() throws {
    var run = try AwardRun("党员示范企业")
    try run.apply(["c1"])
    try run.play("- {do: submit, by: ent_b, case: c2, data: {协会推荐意见: 同意}}")
    #expect(try run.refused("{do: merge, by: ent_b, case: c2, into: c1, reason: 同一主体}") == .notAssignee)
    #expect(try run.refused("{do: merge, by: office1, case: c2, into: c1}") == .reasonRequired)
    #expect(try run.refused("{do: merge, by: office1, case: c2, into: c2, reason: 同一主体}") == .badTarget)
    try run.play("- {do: merge, by: office1, case: c2, into: c1, reason: 同一主体，保留劳动关系所在企业的一份}")
    #expect(run.state("c2") == "rejected merged")
    #expect(run.round.cases["c2"]?.mergedInto == "c1")
    #expect(run.round.cases["c1"]?.data["协会推荐意见"] == .text("同意"))
    #expect(run.state("c1") == "running @intake")
  }

  @Test("E15 票决也同：仍是并列待决，交链党委在总名额内定，不扩名额")
  func stillTied() throws {
    var run = try AwardRun.ranked()
    run.ranking = [
      "c1": RuleResult(.shortlisted, rank: 1), "c2": RuleResult(.tieOpen, rank: 2), "c3": RuleResult(.tieOpen, rank: 2),
    ]
    run.seats = ["c2": .tieOpen, "c3": .tieOpen]
    try run.play(
      """
      - {do: confirm, by: office1, at: "2026-01-23T10:00"}
      - {do: check_in, by: teller, present: [p1, p2, p3], at: "2026-01-30T09:00"}
      - {do: open_vote, by: teller}
      - {do: paper_result, by: teller, count: {"yes": 3}, votes: {c2: 2, c3: 2}}
      """)
    #expect(["c2", "c3"].map { run.state(CaseID($0)) } == ["running tie_open @vote", "running tie_open @vote"])
    run.seats = ["c1": .selected, "c2": .selected, "c3": .reserve]
    try run.play(
      """
      - {do: check_in, by: teller, present: [m1, m2, m3, m4, m5], at: "2026-02-06T09:00"}
      - {do: open_vote, by: teller}
      - {do: paper_result, by: teller, votes: {c1: 5, c2: 5, c3: 4}}
      """)
    #expect(run.round.order.filter { run.round.cases[$0]?.outcome == .selected }.count == 2)
    #expect(run.state("c3") == "running reserve @public")
  }

  @Test("E16 候选少于名额：照样逐名过半，不凑数")
  func fewerThanSeats() throws {
    var run = try AwardRun.ranked()
    run.parameters["名额"] = 10
    try run.rankAndDeliberate(AwardRun.shortlist)
    run.seats = ["c1": .selected]
    try run.play(
      """
      - {do: check_in, by: teller, present: [m1, m2, m3, m4, m5], at: "2026-02-06T09:00"}
      - {do: open_vote, by: teller}
      - {do: paper_result, by: teller, votes: {c1: 5, c2: 2, c3: 3}}
      """)
    #expect(["c2", "c3"].map { run.state(CaseID($0)) } == ["rejected vote_failed", "rejected vote_failed"])
    #expect(run.round.order.filter { run.round.cases[$0]?.outcome == .selected } == ["c1"])
  }

  @Test("E26 公示 2026-02-11 起，当日起算到 02-24 17:30；春节不计，02-14 周六计")
  func notice() throws {
    var run = try AwardRun.voted()
    try run.play("- {do: tick, at: \"2026-02-24T17:29\"}")
    #expect(run.state("c1") == "running selected @public")
    try run.play("- {do: tick, at: \"2026-02-24T17:30\"}")
    #expect(run.state("c1") == "running selected @name")
  }

  @Test("E27 17:29 收到、17:31 登记：以收到为准，已往下走的退回公示；邮戳当日有效")
  func received() throws {
    var run = try AwardRun.voted()
    try run.play("- {do: tick, at: \"2026-02-24T17:30\"}")
    #expect(run.state("c1") == "running selected @name")
    let late =
      "{do: object, by: office1, for: citizen, case: c1, evidence: 1, received: \"2026-02-24T17:31\", at: \"2026-02-24T17:32\"}"
    #expect(try run.refused(late) == .outOfWindow)
    let own =
      "{do: object, by: citizen, for: citizen, case: c1, evidence: 1, received: \"2026-02-24T17:29\", at: \"2026-02-24T17:32\"}"
    #expect(try run.refused(own) == .notAssignee, "收到的时间由评选办登记")
    try run.play(
      "- {do: object, by: office1, for: citizen, case: c1, evidence: 1, received: \"2026-02-24T17:29\", at: \"2026-02-24T17:32\"}"
    )
    #expect(run.state("c1") == "running selected @public")
    #expect(run.active("c1") == ["objection": ["v1", "v2", "monitor"]])
    let objection = try #require(run.round.cases["c1"]?.objections.first)
    #expect(objection.by == "citizen" && objection.registeredBy == "office1")
    #expect(objection.receivedAt?.description == "2026-02-24T17:29")
    // 其余对象照常命名；信函以邮戳日为准，窗口期过了也收。
    #expect(
      try run.refused(
        "{do: object, by: office1, for: citizen, case: c2, evidence: 1, received: 2026-02-25, at: \"2026-02-26T09:00\"}"
      )
        == .outOfWindow)
    try run.play(
      "- {do: object, by: office1, for: citizen, case: c2, evidence: 1, received: 2026-02-24, at: \"2026-02-26T09:00\"}"
    )
    #expect(run.state("c2") == "running selected @public")
    #expect(Round(run.events) == run.round)
  }

  @Test("E27 已经命名的，登记得再早也不退回")
  func receivedButNamed() throws {
    var run = try AwardRun.voted()
    try run.play("- {do: tick, at: \"2026-02-24T17:30\"}\n- {do: name, by: chief, at: \"2026-02-25T10:00\"}")
    let late =
      "{do: object, by: office1, for: citizen, case: c1, evidence: 1, received: \"2026-02-24T10:00\", at: \"2026-02-25T11:00\"}"
    #expect(try run.refused(late) == .outOfWindow)
    #expect(run.state("c1") == "running named @archive")
  }

  @Test("E28 最后一日收到异议，未核完：停在异议核查，其余照常命名")
  func lastDay() throws {
    var run = try AwardRun.voted()
    try run.play(
      """
      - {do: object, by: citizen, case: c2, evidence: 1, at: "2026-02-24T17:30"}
      - {do: tick, at: "2026-02-24T17:31"}
      - {do: name, by: chief, at: "2026-02-25T10:00"}
      """)
    #expect(run.state("c1") == "running named @archive")
    #expect(run.state("c2") == "running selected @public")
    #expect(run.active("c2") == ["objection": ["v1", "v2", "monitor"]])
  }

  @Test("E29 匿名而有线索：不作实名异议，转纪检核查；主任可以暂缓命名")
  func clue() throws {
    var run = try AwardRun.voted()
    try run.play(
      "- {do: object, by: anonymous, case: c1, named: false, evidence: 2, text: 有照片, at: \"2026-02-12T10:00\"}")
    let clue = try #require(run.round.cases["c1"]?.objections.first)
    #expect(clue.isClue == true && clue.settlers == ["monitor"] && !clue.isOpen)
    #expect(run.round.log.contains { $0.verb == "forward_clue" })
    #expect(run.machine.view(of: "c1", in: run.round, at: run.now).due?.description == "2026-02-24T17:30", "公示不停")
    try run.play(
      """
      - {do: tick, at: "2026-02-24T17:30"}
      - {do: suspend, by: director, case: c1, reason: 线索核查，暂缓命名}
      - {do: name, by: chief, at: "2026-02-25T10:00"}
      """)
    #expect(run.state("c2") == "running named @archive")
    #expect(run.round.cases["c1"]?.outcome == .selected, "暂缓的没有命名")
    try run.play("- {do: resume, by: director, case: c1, at: \"2026-02-26T10:00\"}\n- {do: name, by: chief}")
    #expect(run.state("c1") == "running named @archive")
  }

  @Test("E30 异议人撤回：核查不因此终止；涉及否决的须查清，其余两人同意才能终止核查")
  func takenBack() throws {
    var run = try AwardRun.voted()
    try run.play(
      """
      - {do: object, by: citizen, case: c1, evidence: 1, at: "2026-02-12T10:00"}
      - {do: admit_objection, by: v1, case: c1, touches_veto: true}
      - {do: object, by: citizen, case: c2, evidence: 1}
      - {do: admit_objection, by: v1, case: c2}
      """)
    #expect(try run.refused("{do: settle_objection, by: v1, case: c2, result: dropped, reason: 撤回}") == .notAdmissible)
    #expect(try run.refused("{do: withdraw_objection, by: ent_b, case: c2}") == .notAssignee)
    try run.play("- {do: withdraw_objection, by: citizen, case: c1}\n- {do: withdraw_objection, by: citizen, case: c2}")
    #expect(run.active("c2") == ["objection": ["v1", "v2", "monitor"]], "撤回了，核查还在")
    let refusal = try #require(
      try run.refusal("{do: settle_objection, by: v1, case: c1, result: dropped, reason: 撤回}"))
    #expect(refusal.diagnostic.text(.zh).contains("须查清"))
    try run.play(
      """
      - {do: settle_objection, by: v1, case: c2, result: dropped, reason: 异议人撤回，无否决情形}
      - {do: settle_objection, by: v2, case: c2, result: dropped, reason: 异议人撤回，无否决情形}
      - {do: settle_objection, by: v1, case: c1, result: unfounded, reason: 查清不实}
      - {do: settle_objection, by: v2, case: c1, result: unfounded, reason: 查清不实}
      """)
    #expect(run.active("c1").isEmpty && run.active("c2").isEmpty)
    #expect(run.machine.view(of: "c2", in: run.round, at: run.now).due?.description == "2026-02-25T17:30")
  }

  @Test("E40 流程中调离：公示前复核不符合条件的终结；命名以后不再跑，称号不受影响")
  func leftTheFirm() throws {
    var run = try AwardRun.ranked()
    run.results["c1 recheck_public"] = RuleResult(.ineligible, reasons: ["GJ-T1"])
    try run.rankAndDeliberate(AwardRun.shortlist)
    run.seats = ["c1": .selected, "c2": .selected, "c3": .reserve]
    try run.play(
      """
      - {do: check_in, by: teller, present: [m1, m2, m3, m4, m5], at: "2026-02-06T09:00"}
      - {do: open_vote, by: teller}
      - {do: paper_result, by: teller, votes: {c1: 5, c2: 5, c3: 4}}
      """)
    #expect(run.state("c1") == "rejected ineligible")
    #expect(run.round.cases["c1"]?.outcomeStage == "recheck_public")
    #expect(run.round.vacancies.map(\.of) == ["c1"])
    try run.play(
      """
      - {do: publish, by: office1, at: "2026-02-11T09:00"}
      - {do: tick, at: "2026-02-24T17:30"}
      - {do: name, by: chief, at: "2026-03-02T10:00"}
      """)
    for stage in ["recheck_public", "recheck_name", "archive"] {
      run.results["c2 \(stage)"] = RuleResult(.ineligible, reasons: ["GJ-T1"])
    }
    try run.play("- {do: archive, by: office1, at: \"2026-03-10T10:00\"}")
    #expect(run.state("c2") == "approved named")
  }

  @Test("E41 候选人去世：该案终止，结论取消；其余照常")
  func died() throws {
    var run = try AwardRun.voted()
    try run.play("- {do: terminate, by: director, case: c2, reason: 候选人去世, at: \"2026-02-12T10:00\"}")
    #expect(run.state("c2") == "terminated cancelled")
    try run.play("- {do: tick, at: \"2026-02-24T17:30\"}\n- {do: name, by: chief, at: \"2026-02-25T10:00\"}")
    #expect(run.state("c1") == "running named @archive")
  }
}
