import Outcomes
import Diagnostics
import Testing
import YAML

import Outcomes
@testable import Workflow

@Suite("班组与工匠：与企业不同的地方")
struct OtherAwardsTests {
  /// Up to the two branches of the clearance.
  private func accepted(_ run: inout AwardRun, helper: String) throws {
    try run.play(
      """
      - do: paper_result
        by: sec_a
        case: c1
        at: "2025-12-09T10:00"
        posted: 2025-12-04..2025-12-08
        eligible: 7
        attended: 6
        count: {"yes": 5, "no": 1}
        stage: nominate
      - {do: approve, by: \(helper), case: c1}
      - {do: approve, by: office1, case: c1, at: "2025-12-22T10:00"}
      - {do: approve, by: office2, case: c1}
      """)
  }

  @Test("班组民主评议：到会不足五分之四不得表决，同意率不足 80% 不符合条件")
  func appraisal() throws {
    var run = try AwardRun("党员先锋班组")
    try run.play("- {do: submit, by: ent_a, case: c1, at: \"2025-12-03T10:00\"}")
    let few = "{do: paper_result, by: sec_a, case: c1, eligible: 16, attended: 12, count: {\"yes\": 12}}"
    #expect(try run.refused(few) == .noQuorum)
    var failing = run
    try failing.play(
      "- {do: paper_result, by: sec_a, case: c1, eligible: 16, attended: 16, count: {\"yes\": 12, \"no\": 4}}")
    #expect(failing.state("c1") == "rejected ineligible")
    try run.play(
      """
      - do: paper_result
        by: sec_a
        case: c1
        eligible: 16
        attended: 16
        count: {"yes": 15, "no": 1}
        data: {民主评议同意率: 93.75}
      """)
    #expect(run.state("c1") == "running @nominate")
    #expect(run.round.cases["c1"]?.data["民主评议同意率"] == .number("93.75"))
  }

  @Test("联审与质安会签两路并行：都回来才出结论；企业已被否决的到此终止")
  func clearance() throws {
    var run = try AwardRun(
      "党员先锋班组",
      AwardRun.people.replacing("红链管家: [guide]", with: "车间党支部: [guide]\n    质安部门: [zhian]")
        .replacing("guide: {name: 庚某", with: "guide: {company: 晨曦航材, name: 庚某"))
    try run.play(
      """
      - {do: submit, by: ent_a, case: c1, at: "2025-12-03T10:00"}
      - {do: paper_result, by: sec_a, case: c1, eligible: 16, attended: 16, count: {"yes": 16}}
      """)
    try accepted(&run, helper: "guide")
    #expect(run.active("c1").keys.sorted() == ["joint", "quality"])
    for department in AwardRun.departments where department != "haiguan" {
      try run.play("- {do: approve, by: \(department), case: c1}")
    }
    #expect(run.active("c1") == ["quality": ["zhian"]])
    run.results["c1 clearance"] = RuleResult(.ineligible, reasons: ["BZ-T8"])
    try run.play("- {do: approve, by: zhian, case: c1}")
    #expect(run.state("c1") == "rejected ineligible")
    #expect(run.round.cases["c1"]?.outcomeStage == "clearance")
  }

  @Test("工匠：无记名圈选，多圈作废，记录里没有谁投了谁")
  func secretBallot() throws {
    var run = try votingRun()
    run.parameters["名额"] = 1
    try run.play(
      "- {do: check_in, by: teller, present: [m1, m2, m3, m4, m5], at: \"2026-02-06T09:00\"}\n- {do: open_vote, by: teller}"
    )
    #expect(try run.refused("{do: cast, by: m1, choice: \"yes\"}") == .badTarget)
    #expect(try run.refused("{do: cast, by: m6, names: [c1]}") == .notPresent)
    try run.play(
      """
      - {do: cast, by: m1, names: [c1], command_id: k1}
      - {do: cast, by: m2, names: [c1]}
      - {do: cast, by: m3, names: [c1]}
      - {do: cast, by: m4, names: [c1, c2]}
      - {do: cast, by: m5, names: [c1]}
      """)
    #expect(try run.refused("{do: query_tally, by: m1}") == .secret)
    run.seats = ["c1": .selected]
    try run.play("- {do: close_vote, by: teller}")
    let vote = try #require(run.round.openings.last { $0.stage == "vote" }?.vote)
    #expect(vote.caseTallies["c1"]?.count.yes == 4, "多圈的一张作废")
    #expect(vote.tally?.count.spoiled == 1)
    #expect(vote.votes.isEmpty)
    #expect(run.round.log.count { $0.verb == "took_part" } == 5)
    for event in run.events {
      guard case .accepted(let act) = event.change, act.verb == .cast else { continue }
      #expect(act.command.act == .cast(.names([])))
    }
    #expect(run.state("c1") == "running selected @public")
    #expect(run.state("c2") == "rejected vote_failed")
  }

  private func votingRun() throws -> AwardRun {
    let people = AwardRun.people.replacing("红链管家: [guide]", with: "带徒验证人: [guide]\n    质安部门: [zhian, zhian_b]")
      .replacing("zhian: {company: 晨曦航材}", with: "zhian: {company: 晨曦航材}\n    zhian_b: {company: 云岭精密}")
      .replacing("  c3: {by: ent_c}\n", with: "")
    var run = try AwardRun("红星工匠", people)
    try run.apply(["c1", "c2"])
    try run.accept(["c1", "c2"])
    for (id, quality) in [("c1", "zhian"), ("c2", "zhian_b")] {
      for department in AwardRun.departments where department != "haiguan" {
        try run.play("- {do: approve, by: \(department), case: \(id), at: \"2025-12-23T10:00\"}")
      }
      try run.play("- {do: approve, by: \(quality), case: \(id)}")
    }
    try run.visitAndScore(["c1", "c2"])
    try run.rankAndDeliberate(AwardRun.shortlist.filter { $0.key != "c3" })
    return run
  }
}
