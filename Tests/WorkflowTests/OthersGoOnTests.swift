import Diagnostics
import Outcomes
import Testing

@testable import Workflow

@Suite("一件的事不拖延别的件；不予办理的话说得清")
struct OthersGoOnTests {
  @Test("异议只停该对象：别的对象公示届满就命名，重新公示的以后再命名")
  func othersAreNamed() throws {
    var run = try AwardRun.voted()
    try run.object(to: "c2", at: "2026-02-12T10:00", "unfounded", at: "2026-02-13T15:00")
    try run.play("- {do: tick, at: \"2026-02-24T17:30\"}")
    #expect(run.state("c2") == "running selected @public")
    #expect(run.active == ["name": ["chief"], "public": []])
    try run.play("- {do: name, by: chief, at: \"2026-02-25T10:00\"}")
    #expect(run.state("c1") == "running named @archive")
    #expect(run.active == ["public": []], "归档等到都命名了")
    try run.play("- {do: tick, at: \"2026-02-27T17:30\"}\n- {do: name, by: chief, at: \"2026-02-28T10:00\"}")
    #expect(run.state("c2") == "running named @archive")
    #expect(run.active["archive"] != nil)
  }

  @Test("公示同时届满的，一次命名")
  func namedTogether() throws {
    var run = try AwardRun.voted()
    try run.play("- {do: tick, at: \"2026-02-24T17:30\"}\n- {do: name, by: chief, at: \"2026-02-25T10:00\"}")
    #expect(["c1", "c2"].map { run.state(CaseID($0)) } == ["running named @archive", "running named @archive"])
    #expect(run.round.openings.filter { $0.stage == "name" }.count == 1)
  }

  @Test("递补的另行公示，不拖延别的对象命名", arguments: ["2026-02-24T10:00", "2026-02-25T10:00"])
  func othersAreNamedBeforeTheReserve(_ filled: String) throws {
    var run = try AwardRun.voted()
    try run.object(to: "c2", at: "2026-02-12T10:00", "founded", at: "2026-02-13T10:00")
    run.replacement = .stepsUp("c3")
    try run.play(
      "- {do: fill_reserve, by: office1, case: c2, at: \"\(filled)\"}\n- {do: tick, at: \"2026-02-25T17:30\"}")
    #expect(run.state("c3") == "running selected @public")
    #expect(run.active["name"] == ["chief"])
    try run.play("- {do: name, by: chief, at: \"2026-02-26T10:00\"}")
    #expect(run.state("c1") == "running named @archive")
  }

  @Test("后来才票决的，名额里扣除已经给出的")
  func seatsGivenBefore() throws {
    var run = try AwardRun.ranked()
    run.results["c1 recheck_vote"] = RuleResult(.pending, reasons: ["TY-F4"])
    try run.rankAndDeliberate(AwardRun.shortlist)
    run.seats = ["c2": .selected, "c3": .selected]
    let vote = """
      - {do: check_in, by: teller, present: [m1, m2, m3, m4, m5], at: "2026-02-06T09:00"}
      - {do: open_vote, by: teller}

      """
    try run.play(vote + "- {do: paper_result, by: teller, votes: {c2: 4, c3: 4}}")
    run.results["c1 recheck_vote"] = RuleResult(nil)
    run.results["c1 joint"] = RuleResult(.pending, reasons: ["TY-F4"])
    try run.play("- {do: set_data, by: admin, case: c1, reason: 函复, data: {安全事故: []}}")
    run.seats = ["c1": .reserve]
    try run.play(vote + "- {do: paper_result, by: teller, votes: {c1: 5}}")
    let seats = run.asked.compactMap { if case .seats(let question) = $0 { question } else { nil } }.last
    #expect(seats?.seated == ["c2", "c3"])
  }

  @Test("初审不得以“不同意”了结：先看是不是轮到他，再看能不能这样做")
  func intakeCannotReject() throws {
    var run = try AwardRun("党员示范企业")
    try run.apply(["c1"])
    #expect(try run.refused("{do: reject, by: citizen, case: c1, reason: 业绩一般}") == .notAssignee)
    let refusal = try #require(try run.refusal("{do: reject, by: office1, case: c1, reason: 业绩一般}"))
    #expect(refusal.code == .notAdmissible)
    #expect(refusal.diagnostic.text(.zh).contains("受理初审") && refusal.diagnostic.text(.zh).contains("退回补正"))
    #expect(run.state("c1") == "running @intake")
  }

  @Test(
    "票数不对，各说各的",
    arguments: [
      ("c1: {\"yes\": 99}, c2: 4, c3: 4", "多于收回的选票 5 张"), ("c1: 4, c2: 4", "没有报告“c3”的票数"),
      ("c1: 4, c2: 4, c3: 4, c9: 4", "本轮没有“c9”这一件"),
    ])
  func badCounts(_ votes: String, _ sentence: String) throws {
    var run = try AwardRun.ranked()
    try run.rankAndDeliberate(AwardRun.shortlist)
    try run.play(
      """
      - {do: check_in, by: teller, present: [m1, m2, m3, m4, m5], at: "2026-02-06T09:00"}
      - {do: open_vote, by: teller}
      """)
    let refusal = try #require(try run.refusal("{do: paper_result, by: teller, votes: {\(votes)}}"))
    #expect(refusal.code == .badTarget)
    #expect(refusal.diagnostic.text(.zh).contains(sentence), "\(refusal.diagnostic.text(.zh))")
  }
}
