import Diagnostics
import Evaluation
import Outcomes
import Records
import Rules
import TestSupport
import Testing

/// 是, 否 or 待核 with exactly the facts that matter: held against trying every value of every missing fact.
@Suite struct MissingFactsTests {
  @Test func 三百个条件与穷举一致() throws {
    let seed = UInt64.random(in: 0..<UInt64.max)
    var random = SplitMix(seed: seed)
    let formulas = (0..<300).map { _ in Formula.random(depth: 3, &random) }
    let rules = try compile(formulas)
    for number in 0..<12 {
      let world = World(random: &random)
      let missing = Set((0..<(1 + number % 4)).map { _ in Int.random(in: World.facts.indices, using: &random) })
      try compare(rules, formulas, world, missing) { formula, expected, answer in
        #expect(answer == expected, "\(formula.text), \(world.text(without: missing)), seed \(seed)")
      }
    }
  }

  /// Too many combinations to try each: what is said to matter does, and what is said to be settled is.
  @Test func 事实全缺() throws {
    var random = SplitMix(seed: 20_251_201)
    let formulas = (0..<40).map { _ in Formula.random(depth: 3, &random) }
    let rules = try compile(formulas)
    try compare(rules, formulas, World(random: &random), Set(World.facts.indices)) { formula, expected, answer in
      switch (expected, answer) {
      case (.open(let all), .open(let some)): #expect(some.isSubset(of: all) && !some.isEmpty, "\(formula.text)")
      default: #expect(answer == expected, "\(formula.text)")
      }
    }
  }

  /// What is reckoned from a missing number can pass by all the values that are tried: nobody is out for that.
  @Test(arguments: [
    "增长率 in [10..20]", "(本年 - 上年) / 上年 * 100 between 10 and 20", "增长率 >= 10 and 增长率 < 10.5",
    "sum([本年, 3]) in [1150..1151]", "本年 in [1100..1200]", "人数 / 上年 * 100 between 2.03 and 2.14",
  ])
  func 由缺的数算出的(_ condition: String) throws {
    var log = DiagnosticLog()
    let text = """
      award: 小奖
      edition: 2026
      subject: enterprise
      regulation: {title: 小奖办法, short: 小奖办法, number: 小〔2026〕1号, approval_number: none}
      parameters: {}
      record:
        编号: {type: string, required: true, key: true}
        名称: {type: string, required: true, title: true}
        上年: {type: number, required: true}
        本年: {type: number, required: true, from: office}
        人数: {type: integer, required: true, from: office}
      definitions:
        增长率: (本年 - 上年) / 上年 * 100
      eligibility:
        - {id: T1, name: 增长, require: '\(condition)', basis: 第二条}

      """
    let rules = RuleSet.read("rules.yaml", log: &log) { Source(name: $0, text: text) }?.compiled(log: &log)
    let compiled = try #require(rules, "\(log.diagnostics.map(\.code))")
    let source = Source(name: "records.yaml", text: "records:\n  - {编号: X-1, 名称: 甲, 上年: 1000}\n")
    let record = try #require(RecordBatch.read(source, as: .yaml, compiled.schema, log: &log).records.first)
    let assessment = Assessor(compiled).assess(record)
    let fact = condition.hasPrefix("人数") ? "人数" : "本年"
    #expect(assessment.conditions[0].answer == .open([FactPath(fact)]), "\(condition)")
    #expect(assessment.outcome == .pending, "\(condition)")
  }

  /// What an assessor remembers of records before changes nothing.
  @Test func 一批里的与单独评的一样() throws {
    let seed = UInt64.random(in: 0..<UInt64.max)
    var random = SplitMix(seed: seed)
    let rules = try compile((0..<40).map { _ in Formula.random(depth: 3, &random) })
    let shared = Assessor(rules)
    for number in 0..<120 {
      let missing = Set((0..<(number % 4)).map { _ in Int.random(in: World.facts.indices, using: &random) })
      var log = DiagnosticLog()
      let source = Source(name: "records.yaml", text: World(random: &random).text(without: missing))
      let record = try #require(RecordBatch.read(source, as: .yaml, rules.schema, log: &log).records.first)
      let (one, other) = (shared.assess(record), Assessor(rules).assess(record))
      #expect(one.conditions.map(\.answer) == other.conditions.map(\.answer), "\(source.text), seed \(seed)")
    }
  }

  private enum Finding: Equatable {
    case yes, no, open(Set<String>), other
  }

  private func compare(
    _ rules: CompiledRuleSet, _ formulas: [Formula], _ world: World, _ missing: Set<Int>,
    _ judge: (Formula, Finding, Finding) -> Void
  ) throws {
    var log = DiagnosticLog()
    let source = Source(name: "records.yaml", text: world.text(without: missing))
    let record = try #require(RecordBatch.read(source, as: .yaml, rules.schema, log: &log).records.first)
    let assessment = Assessor(rules).assess(record)
    for (formula, result) in zip(formulas, assessment.conditions) {
      let found: Finding =
        switch result.answer {
        case .yes: .yes
        case .no: .no
        case .open(let paths): .open(Set(paths.map(\.description)))
        default: .other
        }
      judge(formula, exhaustive(formula, world, missing.sorted()), found)
    }
  }

  /// Every value of every missing fact that the formula reads.
  private func exhaustive(_ formula: Formula, _ world: World, _ missing: [Int]) -> Finding {
    var relevant = Set<String>()
    var results = Set<Bool>()
    let read = missing.filter(formula.facts.contains)
    func visit(_ world: World, _ rest: ArraySlice<Int>) {
      guard let fact = rest.first else {
        let result = formula.holds(in: world)
        results.insert(result)
        for fact in read where !relevant.contains(World.facts[fact].path) {
          let differs = (0..<World.facts[fact].values.count).contains {
            formula.holds(in: world.with(fact, $0)) != result
          }
          if differs { relevant.insert(World.facts[fact].path) }
        }
        return
      }
      for value in World.facts[fact].values.indices { visit(world.with(fact, value), rest.dropFirst()) }
    }
    visit(world, read[...])
    if results.count == 1 { return results.contains(true) ? .yes : .no }
    return .open(relevant)
  }

  private func compile(_ formulas: [Formula]) throws -> CompiledRuleSet {
    let text = """
      award: 条件
      edition: 2025
      record:
        名称: {type: string, required: true, key: true}
        真一: {type: boolean, required: true}
        真二: {type: boolean, required: true}
        真三: {type: boolean, required: true}
        等级: {type: string, one of: [优, 良, 差], required: true}
        状态: {type: string, one of: [在, 退], required: true}
        数一: {type: integer, range: "[0..4]", required: true}
        数二: {type: integer, range: "[0..4]", required: true}
        行:
          type: list
          of:
            注: {type: string}
            级: {type: string, one of: [上, 下]}
            量: {type: integer, range: "[0..2]"}
          required: true
      eligibility:

      """
      + formulas.enumerated().map { "  - {id: T\($0), name: T\($0), require: '\($1.text)', basis: 第一条}\n" }.joined()
    var log = DiagnosticLog()
    let rules = RuleSet.read("条件.yaml", log: &log) { Source(name: $0, text: text) }?.compiled(log: &log)
    return try #require(rules, "\(DiagnosticRenderer(language: .en).render(log.sorted.prefix(3)))")
  }
}

/// A record as the numbers of its facts' values.
private struct World: Sendable {
  struct Fact: Sendable {
    let path: String
    let values: [String]
  }

  static let facts =
    ["真一", "真二", "真三"].map { Fact(path: $0, values: ["false", "true"]) } + [
      Fact(path: "等级", values: ["优", "良", "差"]), Fact(path: "状态", values: ["在", "退"]),
      Fact(path: "数一", values: (0...4).map(String.init)), Fact(path: "数二", values: (0...4).map(String.init)),
      Fact(path: "行[1].级", values: ["上", "下"]), Fact(path: "行[1].量", values: ["0", "1", "2"]),
      Fact(path: "行[2].级", values: ["上", "下"]), Fact(path: "行[2].量", values: ["0", "1", "2"]),
    ]

  private(set) var values: [Int]

  init(random: inout SplitMix) {
    values = Self.facts.map { Int.random(in: $0.values.indices, using: &random) }
  }

  func with(_ fact: Int, _ value: Int) -> World {
    var world = self
    world.values[fact] = value
    return world
  }

  /// Whether row 0 or 1 is 上, and how much it has.
  func row(_ index: Int) -> (isUpper: Bool, amount: Int) { (values[7 + 2 * index] == 0, values[8 + 2 * index]) }

  func text(without missing: Set<Int>) -> String {
    func written(_ fact: Int, _ name: String) -> String {
      missing.contains(fact) ? "" : ", \(name): \(Self.facts[fact].values[values[fact]])"
    }
    let rows = [0, 1].map { "{注: 有\(written(7 + 2 * $0, "级"))\(written(8 + 2 * $0, "量"))}" }
    return
      "- {名称: 某\((0..<7).map { written($0, Self.facts[$0].path) }.joined()), 行: [\(rows.joined(separator: ", "))]}\n"
  }
}

/// A condition that is written in FEEL and, apart from it, worked out here.
private indirect enum Formula: Sendable {
  case truth(Int)
  /// A fact is one of some values.
  case among(fact: Int, Set<Int>)
  case compare(Int, Comparison, Int)
  /// One number against the other.
  case against(Comparison)
  case sum(Comparison, Int)
  case double(Comparison, Int)
  /// Rows that are 上 and have so much.
  case some(Int)
  case every(Int)
  case count(Int)
  case not(Formula)
  case and(Formula, Formula)
  case or(Formula, Formula)
  case choose(Formula, Formula, Formula)

  enum Comparison: String, CaseIterable {
    case less = "<"
    case notMore = "<="
    case more = ">"
    case notLess = ">="
    case equal = "="
    case other = "!="

    func holds(_ left: Int, _ right: Int) -> Bool {
      switch self {
      case .less: left < right
      case .notMore: left <= right
      case .more: left > right
      case .notLess: left >= right
      case .equal: left == right
      case .other: left != right
      }
    }

    static func random(_ random: inout SplitMix) -> Comparison { allCases[Int.random(in: 0..<6, using: &random)] }
  }

  static func random(depth: Int, _ random: inout SplitMix) -> Formula {
    switch Int.random(in: 0..<(depth > 0 ? 17 : 9), using: &random) {
    case 0: .truth(Int.random(in: 0..<3, using: &random))
    case 1:
      if Bool.random(using: &random) {
        .among(fact: 3, [Int.random(in: 0..<3, using: &random), Int.random(in: 0..<3, using: &random)])
      } else {
        .among(fact: 4, [Int.random(in: 0..<2, using: &random)])
      }
    case 2: .compare(Int.random(in: 5...6, using: &random), .random(&random), Int.random(in: 0...4, using: &random))
    case 3: .against(.random(&random))
    case 4: .sum(.random(&random), Int.random(in: 0...8, using: &random))
    case 5: .double(.random(&random), Int.random(in: 0...8, using: &random))
    case 6: .some(Int.random(in: 0...2, using: &random))
    case 7: .every(Int.random(in: 0...2, using: &random))
    case 8: .count(Int.random(in: 0...2, using: &random))
    case 9, 10: .not(Formula.random(depth: depth - 1, &random))
    case 11, 12, 13: .and(Formula.random(depth: depth - 1, &random), Formula.random(depth: depth - 1, &random))
    case 14, 15: .or(Formula.random(depth: depth - 1, &random), Formula.random(depth: depth - 1, &random))
    default:
      .choose(
        Formula.random(depth: depth - 1, &random), Formula.random(depth: depth - 1, &random),
        Formula.random(depth: depth - 1, &random))
    }
  }

  var text: String {
    switch self {
    case .truth(let fact): World.facts[fact].path
    case .among(let fact, let values):
      "\(World.facts[fact].path) in (\(values.sorted().map { "\"\(World.facts[fact].values[$0])\"" }.joined(separator: ", ")))"
    case .compare(let fact, let comparison, let number): "\(World.facts[fact].path) \(comparison.rawValue) \(number)"
    case .against(let comparison): "数一 \(comparison.rawValue) 数二"
    case .sum(let comparison, let number): "数一 + 数二 \(comparison.rawValue) \(number)"
    case .double(let comparison, let number): "数一 * 2 \(comparison.rawValue) \(number)"
    case .some(let amount): "(some r in 行 satisfies r.级 = \"上\" and r.量 >= \(amount))"
    case .every(let amount): "(every r in 行 satisfies r.级 = \"上\" or r.量 >= \(amount))"
    case .count(let number): "count(行[级 = \"上\"]) >= \(number)"
    case .not(let formula): "not(\(formula.text))"
    case .and(let left, let right): "(\(left.text) and \(right.text))"
    case .or(let left, let right): "(\(left.text) or \(right.text))"
    case .choose(let condition, let then, let other): "(if \(condition.text) then \(then.text) else \(other.text))"
    }
  }

  func holds(in world: World) -> Bool {
    switch self {
    case .truth(let fact): world.values[fact] == 1
    case .among(let fact, let values): values.contains(world.values[fact])
    case .compare(let fact, let comparison, let number): comparison.holds(world.values[fact], number)
    case .against(let comparison): comparison.holds(world.values[5], world.values[6])
    case .sum(let comparison, let number): comparison.holds(world.values[5] + world.values[6], number)
    case .double(let comparison, let number): comparison.holds(world.values[5] * 2, number)
    case .some(let amount): [0, 1].contains { world.row($0).isUpper && world.row($0).amount >= amount }
    case .every(let amount): [0, 1].allSatisfy { world.row($0).isUpper || world.row($0).amount >= amount }
    case .count(let number): [0, 1].count { world.row($0).isUpper } >= number
    case .not(let formula): !formula.holds(in: world)
    case .and(let left, let right): left.holds(in: world) && right.holds(in: world)
    case .or(let left, let right): left.holds(in: world) || right.holds(in: world)
    case .choose(let condition, let then, let other):
      condition.holds(in: world) ? then.holds(in: world) : other.holds(in: world)
    }
  }

  /// The facts that the formula reads.
  var facts: Set<Int> {
    switch self {
    case .truth(let fact): [fact]
    case .among(let fact, _): [fact]
    case .compare(let fact, _, _): [fact]
    case .against, .sum: [5, 6]
    case .double: [5]
    case .some, .every: [7, 8, 9, 10]
    case .count: [7, 9]
    case .not(let formula): formula.facts
    case .and(let left, let right), .or(let left, let right): left.facts.union(right.facts)
    case .choose(let condition, let then, let other): condition.facts.union(then.facts).union(other.facts)
    }
  }
}
