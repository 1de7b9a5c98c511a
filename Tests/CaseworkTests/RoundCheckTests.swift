import Casework
import Diagnostics
import Testing
import Workflow

/// What is wrong between workflow, rules, records and acts is said before anything runs.
@Suite("Files that do not belong together")
struct RoundCheckTests {
  private func round() throws -> ExampleRound { try ExampleRound("党员示范企业", 2025).steps("") }

  @Test(
    "a workflow that the rules do not know",
    arguments: [
      ("name: 党员示范企业", "name: 红星工匠", "PX7120 红星工匠"), ("seats: 名额", "seats: 席位", "PX7121 席位"),
      ("seats: 名额", "seats: 更高称号", "PX7121 更高称号"), ("field: 专家评分", "field: 专家评", "PX7123 专家评"),
      ("field: 专家评分", "field: 职工总数", "PX7124 职工总数"),
      ("drop: {highest: 1, lowest: 1}", "drop: {highest: 2, lowest: 1}", "PX7126 {highest: 2, lowest: 1}"),
      ("    drop: {highest: 1, lowest: 1}\n", "", "PX7126 专家评分"),
      ("valid: {at_least: 5}", "valid: {at_least: 3}", "PX7127 3"),
    ])
  func workflow(_ old: String, _ new: String, _ finding: String) throws {
    let changed = try round().replacing(\.workflow, old, new)
    #expect(try changed.findings() == [finding])
    #expect(try changed.run().run == nil)
  }

  @Test("the nearest name is offered")
  func nearest() throws {
    let log = try round().replacing(\.workflow, "field: 专家评分", "field: 专家评").run().log
    #expect(log.diagnostics.compactMap { $0.fixIts.first?.replacement } == ["专家评分"])
  }

  @Test("each nomination has a record, and each record a nomination")
  func nominations() throws {
    let unknown = try round().replacing(
      \.acts, "\n  QY-2025-003: {", "\n  QY-2025-0O3: {")
    let log = try unknown.run().log
    #expect(
      log.sorted.map { "\($0.code) \($0.arguments["name"] ?? "")" }.sorted() == [
        "PX7130 QY-2025-0O3", "PX7131 QY-2025-003",
      ])
    #expect(log.diagnostics.first { $0.code == "PX7130" }?.fixIts.first?.replacement == "QY-2025-003")
  }

  @Test(
    "what an act fills in is read like a record: range, choice, number, list, check digit, name",
    arguments: [
      ("职工满意度: 104", "PX4017 104"), ("党费收缴率: 1e400", "PX4010 1e400"), ("正式党员数: -5", "PX4017 -5"),
      ("统一社会信用代码: abc", "PX4034 abc"), ("企业规模: 特大型", "PX4016 特大型"), ("成立日期: 2025-02-30", "PX4014 2025-02-30"),
      ("荣誉: [{级别: 省级, 年份: 2025}]", "PX4002 年份"), ("主题党次数: 11", "PX4002 主题党次数"), ("编号: QY-1", "PX4002 编号"),
    ])
  func data(_ data: String, _ finding: String) throws {
    let changed = try round().steps(
      "- {do: submit, by: QY-2025-001申报人, case: QY-2025-001, at: \"2025-12-03T10:00\", data: {\(data)}}")
    #expect(try changed.findings() == [finding])
  }

  @Test("what an act fills in may be none, as in a record")
  func none() throws {
    let changed = try round().steps(
      "- {do: submit, by: QY-2025-001申报人, case: QY-2025-001, at: \"2025-12-03T10:00\", data: {荣誉: 无, 资质: [], 主题党日次数: 12}}"
    )
    let (run, log) = try changed.run()
    #expect(log.diagnostics.isEmpty)
    #expect(try #require(run).refusedActs.isEmpty)
  }
}
