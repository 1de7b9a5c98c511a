import Casework
import Diagnostics
import Testing
import Workflow

/// Facts that acts fill in, and cases that never begin.
@Suite("What acts fill in")
struct FilledInTests {
  private func refusals(_ round: ExampleRound) throws -> [String] {
    let (run, log) = try round.run()
    let found = try #require(run, "\(DiagnosticRenderer(language: .zh).render(log.sorted))")
    return found.refusedActs.map { act in
      switch act.cause {
      case .workflow(let refusal): refusal.code.rawValue
      case .facts(let diagnostics):
        diagnostics.map { "\($0.code) \($0.span?.text ?? "") \($0.span?.start.line == act.step.span.start.line)" }
          .joined(separator: "; ")
      }
    }
  }

  private func submit(_ data: String) throws -> ExampleRound {
    try ExampleRound("红星工匠", 2025).steps(
      "- {do: submit, by: GJ-2025-001申报人, case: GJ-2025-001, at: \"2025-12-03T10:00\", data: {\(data)}}")
  }

  @Test(
    "the applicant does not change what cannot change any more",
    arguments: [
      ("从事本工种起始日期: 1999-01-01", "PX7134 1999-01-01 true"), ("从事本工种起始日期: 2009-08-15", ""), ("学历: 本科", ""),
    ])
  func unchangeable(_ data: String, _ expected: String) throws {
    #expect(try refusals(submit(data)) == (expected.isEmpty ? [] : [expected]))
  }

  @Test("what contradicts the rest of the record is refused, and changes nothing")
  func contradiction() throws {
    let round = try ExampleRound("党员示范企业", 2025).steps(
      "- {do: submit, by: QY-2025-001申报人, case: QY-2025-001, at: \"2025-12-03T10:00\", data: {高技能人才数: 99999}}")
    #expect(try refusals(round) == ["PX7001 99999 true"])
    let run = try #require(try round.run().run)
    #expect(run.round.cases["QY-2025-001"]?.state == .draft)
    #expect(run.round.cases["QY-2025-001"]?.data.isEmpty == true)
  }

  @Test("nor may anybody else write what contradicts it")
  func contradictionByOthers() throws {
    let round = try ExampleRound("红星工匠", 2025).steps(
      "- {do: set_data, by: 系统管理员, case: GJ-2025-001, at: \"2025-12-03T10:00\", reason: 补录, data: {出生日期: 1950-01-01}}")
    #expect(try refusals(round) == ["PX7001 1950-01-01 true"])
  }

  @Test("whose act it is comes first")
  func whoseAct() throws {
    let round = try ExampleRound("红星工匠", 2025).steps(
      "- {do: submit, by: GJ-2025-002申报人, case: GJ-2025-001, at: \"2025-12-03T10:00\", data: {性别: 女}}")
    #expect(try refusals(round) == ["NOT_ASSIGNEE"])
  }

  @Test("a case without a valid record never begins")
  func withoutRecord() throws {
    let round = try ExampleRound("党员示范企业", 2025).steps(
      "- {do: submit, by: QY-2025-026申报人, case: QY-2025-026, at: \"2025-12-03T10:00\"}")
    #expect(try refusals(round) == ["PX7132 QY-2025-026 true"])
    let run = try #require(try round.run().run)
    #expect(run.round.cases["QY-2025-026"] == nil)
    #expect(run.round.order.count == 26)
    #expect(run.batch.dossiers.count == 26)
    #expect(run.batch.refused.compactMap(\.id) == ["QY-2025-026"])
  }

  @Test("a vetoed firm ends its team's case when the clearance ends (第十三条（八）)")
  func vetoedFirm() throws {
    let run = try #require(try ExampleRound("党员先锋班组", 2025).run().run)
    let item = try #require(run.round.cases["BZ-2025-027"])
    #expect(item.outcomeStage == "clearance")
  }

  @Test("同意率 is the ballot's, not what anybody writes")
  func share() throws {
    let round = try ExampleRound("党员先锋班组", 2025).steps(
      """
      - {do: submit, by: BZ-2025-002申报人, case: BZ-2025-002, at: "2025-12-03T10:00"}
      - {do: paper_result, by: 赣岳直升机总装有限责任公司书记, case: BZ-2025-002, eligible: 12, attended: 11, count: {"yes": 10, "no": 1}, data: {民主评议同意率: 93.3}}
      """)
    let run = try #require(try round.run().run)
    #expect(
      run.round.cases["BZ-2025-002"]?.data["民主评议同意率"] == .number("90.90909090909090909090909090909090"))
  }
}
