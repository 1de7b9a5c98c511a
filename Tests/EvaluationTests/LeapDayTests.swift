import Casework
import Diagnostics
import Evaluation
import Foundation
import Records
import Rules
import Testing
import YAML

/// 29 February, both as the reference day and as somebody's birthday, under the rules as they are shipped.
@Suite("Leap days")
struct LeapDayTests {
  /// A later edition that changes a few lines and leaves the rest.
  private static func rules(extending award: String, _ changes: String) throws -> CompiledRuleSet {
    let root = ClauseFile.root.path
    let path = "\(root)/rules/2028/\(award).yaml"
    let edition = Source(
      name: path, text: "award: \(award)\nedition: 2028\nextends: ../2026/\(award).yaml\n" + changes)
    var log = DiagnosticLog()
    let rules = RuleSet.read(path, log: &log) { $0 == path ? edition : try? Desk().source($0) }
    let compiled = rules?.compiled(log: &log)
    return try #require(compiled, "\(DiagnosticRenderer(language: .en).render(log.sorted))")
  }

  private static func answer(
    _ id: String, _ rules: CompiledRuleSet, _ award: String, _ change: String
  ) throws -> Answer {
    var log = DiagnosticLog()
    let read = Node.read(Source(name: "change", text: change), log: &log)
    let node = try #require(read)
    let file = try ClauseFile(award, 2026)
    let text = file.record((node.mapping ?? []).map { ($0.keyText, $0.value) })
    let batch = RecordBatch.read(Source(name: "records.yaml", text: text), as: .yaml, rules.schema, log: &log)
    let record = try #require(batch.records.first, "\(DiagnosticRenderer(language: .en).render(log.sorted))")
    let assessment = Assessor(rules).assess(record)
    return try #require((assessment.conditions + assessment.vetoes).first { $0.id == id }).answer
  }

  @Test(
    "E7: three years before 2028-02-29 begin on 2025-02-28",
    arguments: [("2025-02-28", Answer.yes), ("2025-02-27", .no)])
  func threeYearsBack(_ day: String, _ expected: Answer) throws {
    let rules = try Self.rules(
      extending: "党员示范企业", "parameters: {基准日: {value: 2028-02-29}, 评选年度: {value: 2028}}\n")
    let answer = try Self.answer(
      "TY-F4", rules, "党员示范企业", "安全事故: [{等级: 一般, 责任: 主要责任, 日期: \(day)}]")
    #expect(answer == expected)
  }

  @Test(
    "E9: who was born on 2008-02-29 is 18 on 2026-02-28, unless the rule file says the day after",
    arguments: [
      ("2026-02-28", "<=", Answer.yes), ("2026-02-27", "<=", .no), ("2026-02-28", "<", .no), ("2026-03-01", "<", .yes),
    ])
  func eighteen(_ reference: String, _ sign: String, _ expected: Answer) throws {
    let rules = try Self.rules(
      extending: "红星工匠",
      """
      parameters: {基准日: {value: \(reference)}}
      eligibility:
        - id: GJ-T2
          name: 年满18周岁且未达法定退休年龄
          require: 出生日期 + duration("P18Y") \(sign) 基准日 and not(已退休)
          basis: 第十四条（二）
      """)
    let answer = try Self.answer(
      "GJ-T2", rules, "红星工匠", "{出生日期: 2008-02-29, 公民身份号码: 36029920080229003X, 性别: 男}")
    #expect(answer == expected)
  }
}
