import Casework
import Diagnostics
import Evaluation
import FEEL
import Outcomes
import Records
import Rules
import TestSupport
import Testing

/// Judges' scores as rule files bring them to one number: void and recused ones, the median, and Z scores in a group.
@Suite("Panels")
struct PanelTests {
  private static func rules(_ panel: String) throws -> CompiledRuleSet {
    let text = """
      award: 试评
      edition: 2025
      record:
        名称: {type: string, required: true, key: true, title: true}
        评审组: {type: string, required: true}
        打分: {type: list, required: true, from: experts, of: {评委: {type: string}, 分数: {type: number}, 状态: {type: string, one of: [有效, 回避, 作废], default: 有效}}}
      definitions:
        有效打分: 打分[状态 = "有效"].分数
      scoring:
        max: 100
        dimensions: [{id: A, name: 专家, max: 100, items: [{id: A1, name: 专家, max: 100, panel: {\(panel)}, basis: 附件1}]}]
      total: {scale: 2, round: half up}
      selection: {seats: 2, candidates: 3}
      """
    var log = DiagnosticLog()
    let rules = RuleSet.read("试评.yaml", log: &log) { Source(name: $0, text: text) }?.compiled(log: &log)
    return try #require(rules, "\(DiagnosticRenderer(language: .en).render(log.sorted))")
  }

  private static func batch(_ rules: CompiledRuleSet, _ nominees: [String]) -> Batch {
    var log = DiagnosticLog()
    let source = Source(name: "名单.yaml", text: nominees.joined(separator: "\n") + "\n")
    return Batch(RecordBatch.read(source, as: .yaml, rules.schema, log: &log), rules: rules)
  }

  private static func nominee(_ name: String, group: String = "一", _ scores: [String]) -> String {
    let rows = scores.enumerated().map { index, score -> String in
      let words = score.split(separator: " ")
      let state = words.count > 1 ? ", 状态: \(words[1])" : ""
      return "{评委: 评委\(index), 分数: \(words[0])\(state)}"
    }
    return "- {名称: \(name), 评审组: \(group), 打分: [\(rows.joined(separator: ", "))]}"
  }

  @Test("E31: a void score is left out and the mean is reckoned anew; below five valid ones it is 待核")
  func void() throws {
    let rules = try Self.rules("scores: 有效打分, drop: one highest and one lowest, at least: 5, times: 1")
    let batch = Self.batch(
      rules,
      [
        Self.nominee("甲", ["88", "90", "86", "92", "85", "100 作废"]),
        Self.nominee("乙", ["88", "90", "86", "92", "100 作废"]),
        Self.nominee("丙", ["88", "90", "86", "92", "85", "0 回避"]),
      ])
    let found = Dictionary(uniqueKeysWithValues: batch.dossiers.map { ($0.record.title, $0) })
    #expect(found["甲"]?.assessment.score?.total == Decimal(88))
    #expect(found["丙"]?.assessment.score?.total == Decimal(88))
    #expect(found["乙"]?.outcome == .pending)
    #expect(found["乙"]?.assessment.missing.map(\.path.description) == ["打分"])
  }

  @Test("the median")
  func median() throws {
    let rules = try Self.rules("scores: 有效打分, aggregate: median, times: 0.5")
    let batch = Self.batch(rules, [Self.nominee("甲", ["70", "90", "91", "99"])])
    #expect(batch.dossiers.first?.assessment.score?.total == Decimal("45.25"))
  }

  @Test("跨组: Z scores bring a severe and a lenient group to one mean and one deviation")
  func standardized() throws {
    let rules = try Self.rules(
      "scores: 有效打分, times: 1, standardize: {within: 评审组, mean: 85, deviation: 5, at least: 3}")
    let batch = Self.batch(
      rules,
      [
        Self.nominee("甲", group: "一", ["60", "60"]), Self.nominee("乙", group: "一", ["70", "70"]),
        Self.nominee("丙", group: "一", ["80", "80"]), Self.nominee("丁", group: "二", ["90", "90"]),
        Self.nominee("戊", group: "二", ["92", "92"]), Self.nominee("己", group: "二", ["94", "94"]),
        Self.nominee("庚", group: "三", ["99", "99"]),
      ])
    let totals = Dictionary(uniqueKeysWithValues: batch.dossiers.map { ($0.record.title, $0.assessment.score?.total) })
    // √(200/3) = 8.165: 10 ÷ 8.165 × 5 = 6.12.
    #expect(totals["丙"] == Decimal("91.12") && totals["己"] == Decimal("91.12"))
    #expect(totals["乙"] == Decimal(85) && totals["戊"] == Decimal(85) && totals["甲"] == Decimal("78.88"))
    // One alone is no group: 样本不足, as it is.
    #expect(totals["庚"] == Decimal(99))
    guard case .panel(let panel)? = batch.dossiers.last?.assessment.score?.items.first?.working else {
      Issue.record("no panel")
      return
    }
    #expect(panel.standing == .tooFew(1, needed: 3))
  }

  @Test("E12: a group in which nobody differs counts as it is")
  func level() throws {
    let rules = try Self.rules(
      "scores: 有效打分, times: 1, standardize: {within: 评审组, mean: 85, deviation: 5, at least: 2}")
    let batch = Self.batch(rules, [Self.nominee("甲", ["88", "88"]), Self.nominee("乙", ["88", "88"])])
    #expect(batch.dossiers.allSatisfy { $0.assessment.score?.total == Decimal(88) })
  }
}
