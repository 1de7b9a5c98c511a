import DMN
import Diagnostics
import FEEL
import Testing

@Suite("命中方式与结果") struct EvaluationTests {
  private let count = Domain.integers(Interval(from: Decimal(0), through: nil))
  private let levels = Domain.enumeration(["国家", "省", "市"])

  private func evaluate(
    _ text: String, _ domains: [String: Domain], _ policy: HitPolicy, outputs: [DecisionTable.Output]? = nil,
    _ inputs: [String: Value]
  ) throws -> TableResult {
    let text = TableText(text, domains)
    let (compiled, _) = text.compiled(policy, outputs: outputs)
    let table = try #require(compiled)
    let frame = Frame(text.layout)
    for (name, value) in inputs { frame.set(try #require(text.layout.slot(of: name)), value) }
    return table.evaluate(frame)
  }

  private let overlapping = "次数 => 分\n>= 12 => 6\n>= 10 => 4\n>= 11 => 4\nelse => 0"

  @Test(
    "一行相符的各种命中方式",
    arguments: [
      (HitPolicy.unique, 10, "4", [1]), (.unique, 5, "0", []), (.first, 12, "6", [0]), (.first, 11, "4", [1]),
      (.any, 11, "4", [1]), (.any, 9, "0", []),
    ] as [(HitPolicy, Int, String, [Int])])
  func single(_ policy: HitPolicy, _ value: Int, _ output: String, _ hits: [Int]) throws {
    let result = try evaluate(overlapping, ["次数": count], policy, ["次数": .number(value)])
    #expect(result.output == Decimal(output).map(Value.number))
    #expect(result.hits == hits)
    #expect(result.isDefault == hits.isEmpty)
    #expect(result.violation == nil)
  }

  @Test("违反命中方式，结果为空并说明哪几行") func violations() throws {
    let unique = try evaluate(overlapping, ["次数": count], .unique, ["次数": .number(12)])
    #expect(unique.output == .null)
    #expect(unique.violation == .severalRows([0, 1, 2]))
    let any = try evaluate(overlapping, ["次数": count], .any, ["次数": .number(12)])
    #expect(any.output == .null)
    #expect(any.violation == .differentOutputs([0, 1, 2]))
  }

  @Test(
    "收集、汇总、按行序",
    arguments: [
      (HitPolicy.collect(nil), 12, "[6, 4, 4]"), (.ruleOrder, 11, "[4, 4]"), (.collect(.sum), 12, "14"),
      (.collect(.count), 12, "3"), (.collect(.minimum), 12, "4"), (.collect(.maximum), 12, "6"),
      (.collect(.sum), 3, "0"),
    ] as [(HitPolicy, Int, String)])
  func collected(_ policy: HitPolicy, _ value: Int, _ output: String) throws {
    let result = try evaluate(overlapping, ["次数": count], policy, ["次数": .number(value)])
    #expect(shown(result.output) == output)
  }

  @Test("按结果取值表排先后") func ranked() throws {
    let text = "次数 => 档\n> 0 => \"丙\"\n> 5 => \"甲\"\n> 3 => \"乙\"\nelse => \"无\""
    let outputs = [DecisionTable.Output(values: ["\"甲\"", "\"乙\"", "\"丙\""].map { Fragment($0) })]
    let best = try evaluate(text, ["次数": count], .priority, outputs: outputs, ["次数": .number(4)])
    #expect(best.output == .string("乙"))
    #expect(best.hits == [2])
    let all = try evaluate(text, ["次数": count], .outputOrder, outputs: outputs, ["次数": .number(9)])
    #expect(all.output == .list([.string("甲"), .string("乙"), .string("丙")]))
    #expect(all.hits == [1, 2, 0])
  }

  @Test("几个结果合成一个情境") func compound() throws {
    let result = try evaluate(
      "次数 => 分 | 档\n> 5 => 3 | \"甲\"\nelse => 0 | \"无\"", ["次数": count], .unique, ["次数": .number(6)])
    #expect(result.output == .context(Context([("分", .number(3)), ("档", .string("甲"))])))
  }

  @Test("空值只落到 - 与 else") func nulls() throws {
    let text = "级别 => 分\nnot(国家) => 3\nelse => 0"
    #expect(try evaluate(text, ["级别": levels], .unique, ["级别": .null]).isDefault)
    let dash = try evaluate("级别 => 分\n国家 => 3\n- => 1", ["级别": levels], .first, ["级别": .null])
    #expect(dash.hits == [1])
    let named = try evaluate("级别 => 分\nnull => 3\nelse => 0", ["级别": levels], .first, ["级别": .null])
    #expect(named.hits == [0])
    let none = try evaluate("次数 => 分\n> 3 => 3\n<= 3 => 1", ["次数": count], .unique, ["次数": .null])
    #expect(none.output == .null)
    #expect(!none.isDefault)
    #expect(none.matched == [])
  }

  @Test(
    "未知的输入只在能改变结果时才使结果未知",
    arguments: [
      // Two rows would answer differently.
      ("级别 | 次数 => 分\n国家 | > 3 => 5\n省, 市 | > 3 => 4\n- | <= 3 => 0", HitPolicy.unique, 9, nil, [], [0, 1]),
      // Whatever the level, the third row decides.
      ("级别 | 次数 => 分\n国家 | > 3 => 5\n省, 市 | > 3 => 4\n- | <= 3 => 0", .unique, 2, "0", [2], []),
      // All possible rows say the same, and none is left out.
      ("级别 | 次数 => 分\n国家 | > 3 => 5\n省, 市 | > 3 => 5\n- | <= 3 => 0", .unique, 9, "5", [], [0, 1]),
      // The default could say something else.
      ("级别 | 次数 => 分\n国家 | > 3 => 5\nelse => 0", .unique, 9, nil, [], [0]),
      ("级别 | 次数 => 分\n国家 | > 3 => 5\nelse => 5", .unique, 9, "5", [], [0]),
      // A row before the first that matches for certain could take its place.
      ("级别 | 次数 => 分\n国家 | > 3 => 5\n- | > 3 => 4\n- | - => 0", .first, 9, nil, [1], [0]),
      ("级别 | 次数 => 分\n- | > 3 => 4\n国家 | - => 5\n- | - => 0", .first, 9, "4", [0], []),
      ("级别 | 次数 => 分\n国家 | > 3 => 5\n- | > 3 => 4", .collect(.sum), 9, nil, [1], [0]),
      ("级别 | 次数 => 分\n国家 | > 3 => 3\n- | > 3 => 4", .collect(.maximum), 9, "4", [1], [0]),
      ("级别 | 次数 => 分\n国家 | > 3 => 0\n- | > 3 => 4", .collect(.sum), 9, "4", [1], [0]),
      ("级别 | 次数 => 分\n国家 | > 3 => 3\n- | > 3 => 4", .collect(.count), 9, nil, [1], [0]),
    ] as [(String, HitPolicy, Int, String?, [Int], [Int])])
  func unknowns(
    _ text: String, _ policy: HitPolicy, _ number: Int, _ output: String?, _ matched: [Int], _ possible: [Int]
  ) throws {
    let result = try evaluate(
      text, ["级别": levels, "次数": count], policy, ["级别": .unknown, "次数": .number(number)])
    #expect(result.output == (output.flatMap { Decimal($0) }.map(Value.number) ?? .unknown))
    #expect(result.matched == matched)
    #expect(result.possible == possible)
  }

  @Test("命中方式的写法") func names() {
    for name in HitPolicy.spelledNames { #expect(HitPolicy(name) != nil) }
    #expect(HitPolicy("C+") == .collect(.sum))
    #expect(HitPolicy("F") == .first)
    #expect(HitPolicy("随便") == nil)
  }

  private func shown(_ value: Value) -> String {
    switch value {
    case .number(let number): number.description
    case .list(let values): "[" + values.map(shown).joined(separator: ", ") + "]"
    default: "\(value)"
    }
  }
}
