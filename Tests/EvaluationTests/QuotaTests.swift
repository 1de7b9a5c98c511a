import Diagnostics
import Evaluation
import Outcomes
import Records
import Rules
import Testing

/// Caps for each firm, the seats that become free, and a run-off.
@Suite("Quotas")
struct QuotaTests {
  private static func rules(seats: Int) throws -> CompiledRuleSet {
    let text = """
      award: 小样
      edition: 2025
      record:
        名称: {type: string, required: true, key: true}
        得分: {type: number, required: true, range: "[0..100]"}
        企业: {type: string, required: true}
        角色: {type: string, one of: [主机厂所, 配套企业], required: true}
        非公: {type: boolean, required: true}
      scoring: {max: 100, dimensions: [{id: A, name: 甲, max: 100, items: [{id: A1, name: 甲, max: 100, score: 得分, basis: 附件1}]}]}
      selection:
        seats: \(seats)
        candidates: \(seats) * 2
        tie_break: [A]
        at most: [{name: 每家企业, per: [企业], seats: 'if 角色 = "主机厂所" then 3 else 2', basis: 第八条}]
        at least: [{name: 非公, where: 非公, seats: 1, basis: 第八条}]
      """
    var log = DiagnosticLog()
    let rules = RuleSet.read("小样.yaml", log: &log) { Source(name: $0, text: text) }?.compiled(log: &log)
    return try #require(rules, "\(DiagnosticRenderer(language: .en).render(log.sorted))")
  }

  private static func nominee(_ name: String, _ score: Int, _ firm: String, host: Bool = false, isPrivate: Bool = false)
    -> String
  {
    "- {名称: \(name), 得分: \(score), 企业: \(firm), 角色: \(host ? "主机厂所" : "配套企业"), 非公: \(isPrivate)}"
  }

  private static func assess(_ nominees: [String], _ rules: CompiledRuleSet) -> [Assessment] {
    var log = DiagnosticLog()
    let source = Source(name: "名单.yaml", text: nominees.joined(separator: "\n"))
    let assessor = Assessor(rules)
    return RecordBatch.read(source, as: .yaml, rules.schema, log: &log).records.map { assessor.assess($0) }
  }

  @Test("each firm has its own cap, and a 主机厂所 a higher one")
  func perFirm() throws {
    let rules = try Self.rules(seats: 4)
    let nominees =
      (0..<4).map { Self.nominee("主\($0)", 99 - $0, "甲所", host: true) }
      + (0..<3).map { Self.nominee("配\($0)", 90 - $0, "乙厂") } + (0..<3).map { Self.nominee("另\($0)", 80 - $0, "丙厂") }
    let selection = try #require(Selector(rules)).select(Self.assess(nominees, rules))
    let held = selection.ranking.filter { $0.outcome == .capped }.map(\.id)
    #expect(held == ["主3", "配2", "另2"])
    #expect(selection.ranking.filter { $0.outcome == .shortlisted }.count == 7)
    #expect(Set(selection.caps.filter { !$0.heldBack.isEmpty }.map(\.limit)) == [2, 3])
  }

  @Test("递补: the first in rank who passed, if the floor leaves room")
  func replacement() throws {
    let rules = try Self.rules(seats: 2)
    let assessments = Self.assess(
      [
        Self.nominee("甲", 95, "一厂"), Self.nominee("乙", 90, "二厂"), Self.nominee("丙", 85, "三厂", isPrivate: true),
        Self.nominee("丁", 80, "四厂", isPrivate: true),
      ], rules)
    let selector = try #require(Selector(rules))
    let selection = selector.select(assessments)
    let allocation = selector.allocate(passed: ["甲": 8, "乙": 9, "丙": 6, "丁": 6], in: selection, assessments)
    #expect(allocation.selected == ["乙", "丙"])
    #expect(allocation.reserve == ["甲", "丁"])
    func next(_ candidates: [String], seated: [String]) -> String? {
      selector.replacement(among: candidates, seated: seated, in: selection, assessments)
    }
    // 丙 gives up: the floor keeps the seat for 丁, although 甲 stands before.
    #expect(next(["甲", "丁"], seated: ["乙"]) == "丁")
    #expect(next(["甲"], seated: ["乙"]) == nil)
    // 乙 gives up: 甲 may follow.
    #expect(next(["甲", "丁"], seated: ["丙"]) == "甲")
    #expect(next(["甲", "丁"], seated: ["乙", "丙"]) == nil)
  }

  @Test("a run-off gives the last seat beside those who have theirs")
  func runOff() throws {
    let rules = try Self.rules(seats: 2)
    let assessments = Self.assess(
      [
        Self.nominee("甲", 95, "一厂", isPrivate: true), Self.nominee("乙", 90, "二厂"), Self.nominee("丙", 90, "三厂"),
      ], rules)
    let selector = try #require(Selector(rules))
    let selection = selector.select(assessments)
    let first = selector.allocate(passed: ["甲": 9, "乙": 7, "丙": 7], in: selection, assessments)
    #expect(first.selected == ["甲"])
    #expect(Set(first.undecided) == ["乙", "丙"])
    let second = selector.allocate(passed: ["乙": 4, "丙": 5], in: selection, assessments, seated: first.selected)
    #expect(second.selected == ["甲", "丙"])
    #expect(second.reserve == ["乙"])
    #expect(second.undecided.isEmpty)
  }
}
