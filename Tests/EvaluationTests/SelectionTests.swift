import Casework
import Diagnostics
import Evaluation
import FEEL
import Foundation
import Outcomes
import Records
import Rules
import TestSupport
import Testing

/// The list: places, ties, caps, floors, and independence of the order of the records.
@Suite("Selection")
struct SelectionTests {
  private static func rules(
    seats: Int, surplus: Int = 20, minimum: Int = 60, caps: String = "[]", floors: String = "[]"
  ) throws -> CompiledRuleSet {
    let text = """
      award: 试选
      edition: 2025
      parameters:
        名额: {value: \(seats), type: integer}
      record:
        名称: {type: string, required: true, key: true, title: true}
        得分: {type: number, required: true, range: "[0..100]"}
        次分: {type: number, required: true}
        类别: {type: string, required: true, one of: [主机, 配套]}
        非公: {type: boolean, required: true}
      scoring:
        max: 100
        dimensions:
          - {id: A, name: 得分, max: 100, items: [{id: A1, name: 得分, max: 100, score: 得分, basis: 附件1}]}
      selection:
        seats: 名额
        candidates: seats plus \(surplus)%
        minimum: \(minimum)
        tie_break: [次分]
        then: 评审委员会合议
        at most: \(caps)
        at least: \(floors)
      """
    var log = DiagnosticLog()
    let source = Source(name: "试选.yaml", text: text)
    let compiled = RuleSet.read("试选.yaml", log: &log) { _ in source }?.compiled(log: &log)
    return try #require(compiled, "\(DiagnosticRenderer(language: .en).render(log.sorted))")
  }

  private static func nominee(
    _ name: String, _ score: String, second: Int = 0, kind: String = "配套", isPrivate: Bool = true
  ) -> String {
    "- {名称: \(name), 得分: \(score), 次分: \(second), 类别: \(kind), 非公: \(isPrivate)}"
  }

  private static func assess(_ nominees: [String], _ rules: CompiledRuleSet) -> [Assessment] {
    var log = DiagnosticLog()
    let source = Source(name: "名单.yaml", text: nominees.joined(separator: "\n") + "\n")
    let batch = RecordBatch.read(source, as: .yaml, rules.schema, log: &log)
    let assessor = Assessor(rules)
    return batch.records.map { assessor.assess($0) }
  }

  private static func select(_ nominees: [String], _ rules: CompiledRuleSet) throws -> Selection {
    try #require(Selector(rules)).select(assess(nominees, rules))
  }

  private static func outcomes(_ selection: Selection) -> [String: Outcome] {
    Dictionary(uniqueKeysWithValues: selection.ranking.map { ($0.title, $0.outcome) })
  }

  @Test("差额 is reckoned in decimals and rounded up", arguments: [(10, 20, 12), (7, 20, 9), (18, 25, 23), (20, 20, 24)])
  func surplus(_ seats: Int, _ percent: Int, _ places: Int) throws {
    #expect(try Self.rules(seats: seats, surplus: percent).selection?.quota.candidates == places)
  }

  @Test("E15: equal totals are parted by the keys; equal in all keys at the line is undecided")
  func ties() throws {
    let rules = try Self.rules(seats: 2, surplus: 0)
    let parted = try Self.select(
      [Self.nominee("甲", "90"), Self.nominee("乙", "80", second: 1), Self.nominee("丙", "80", second: 2)], rules)
    #expect(Self.outcomes(parted) == ["甲": .shortlisted, "丙": .shortlisted, "乙": .belowLine])
    let open = try Self.select([Self.nominee("甲", "90"), Self.nominee("乙", "80"), Self.nominee("丙", "80")], rules)
    #expect(Self.outcomes(open) == ["甲": .shortlisted, "丙": .tieOpen, "乙": .tieOpen])
    #expect(open["乙"]?.rank == 2 && open["丙"]?.rank == 2)
    let above = try Self.select([Self.nominee("乙", "80"), Self.nominee("丙", "80"), Self.nominee("丁", "70")], rules)
    #expect(Self.outcomes(above) == ["乙": .shortlisted, "丙": .shortlisted, "丁": .belowLine])
  }

  @Test(
    "E13, E14: one rounding, half up, on the unrounded sum",
    arguments: [("78.485", "78.49"), ("85.235", "85.24"), ("86.125", "86.13")])
  func rounding(_ score: String, _ total: String) throws {
    let assessment = Self.assess([Self.nominee("甲", score)], try Self.rules(seats: 1))
    #expect(assessment.first?.score?.total == Decimal(total))
  }

  @Test("E16: fewer nominees than seats are all on the list")
  func few() throws {
    let selection = try Self.select((0..<8).map { Self.nominee("企业\($0)", "\(70 + $0)") }, try Self.rules(seats: 10))
    #expect(selection.places == 8)
    #expect(selection.ranking.allSatisfy { $0.outcome == .shortlisted })
  }

  @Test("E18: a cap holds the fourth back, and the next takes the place")
  func caps() throws {
    let rules = try Self.rules(
      seats: 5, surplus: 0, caps: "[{name: 主机厂所, where: '类别 = \"主机\"', seats: 3, basis: 第八条}]")
    let hosts = (0..<4).map { Self.nominee("主机\($0)", "\(99 - $0)", kind: "主机") }
    let others = (0..<4).map { Self.nominee("配套\($0)", "\(80 - $0)") }
    let selection = try Self.select(hosts + others, rules)
    let fourth = selection.ranking.first { $0.title == "主机3" }
    #expect(fourth?.outcome == .capped)
    #expect(fourth?.replacedBy == selection.ranking.first { $0.title == "配套1" }?.id)
    #expect(Self.outcomes(selection)["配套1"] == .shortlisted)
    #expect(Self.outcomes(selection)["配套2"] == .belowLine)
  }

  @Test("E19: a floor that cannot be filled leaves seats empty")
  func floors() throws {
    let rules = try Self.rules(seats: 10, surplus: 20, floors: "[{name: 非公, where: 非公, share: 50%, basis: 第八条}]")
    let nominees =
      (0..<8).map { Self.nominee("国企\($0)", "\(95 - $0)", isPrivate: false) }
      + (0..<4).map { Self.nominee("民企\($0)", "\(80 - $0)") }
    let assessments = Self.assess(nominees, rules)
    let selector = try #require(Selector(rules))
    let selection = selector.select(assessments)
    let votes = Dictionary(uniqueKeysWithValues: selection.ranking.map { ($0.id, 9) })
    let allocation = selector.allocate(passed: votes, in: selection, assessments)
    #expect(allocation.selected.count == 9)
    #expect(allocation.emptySeats == 1)
    #expect(allocation.reserve.count == 3)
    #expect(allocation.selected.count { $0.hasPrefix("民企") } == 4)
  }

  @Test("more pass than there are seats: votes, then rank; equal in both is for a run-off")
  func seats() throws {
    let rules = try Self.rules(seats: 2, surplus: 100)
    let assessments = Self.assess(
      [Self.nominee("甲", "90"), Self.nominee("乙", "85"), Self.nominee("丙", "80"), Self.nominee("丁", "80")], rules)
    let selector = try #require(Selector(rules))
    let selection = selector.select(assessments)
    let byVotes = selector.allocate(passed: ["甲": 6, "乙": 8, "丙": 9], in: selection, assessments)
    #expect(byVotes.selected == ["丙", "乙"] && byVotes.reserve == ["甲"])
    let level = selector.allocate(passed: ["甲": 9, "丙": 7, "丁": 7], in: selection, assessments)
    #expect(level.selected == ["甲"] && Set(level.undecided) == ["丙", "丁"])
  }

  @Test("the order of the records decides nothing: 100 shuffles")
  func shuffles() throws {
    let seed = UInt64.random(in: 0..<UInt64.max)
    var generator = SplitMix(seed: seed)
    let rules = try Self.rules(
      seats: 6, caps: "[{name: 主机, where: '类别 = \"主机\"', seats: 2}]", floors: "[{name: 非公, where: 非公, share: 50%}]")
    let nominees = (0..<20).map {
      Self.nominee("对象\($0)", "\(60 + $0 % 9)", second: $0 % 3, kind: $0 % 4 == 0 ? "主机" : "配套", isPrivate: $0 % 2 == 0)
    }
    let expected = Self.outcomes(try Self.select(nominees, rules))
    for _ in 0..<100 {
      let shuffled = try Self.select(nominees.shuffled(using: &generator), rules)
      #expect(Self.outcomes(shuffled) == expected, "seed \(seed)")
    }
  }

  @Test("a batch of an award gives the same list in any order", arguments: ["党员示范企业", "党员先锋班组", "红星工匠"])
  func awards(_ award: String) throws {
    var log = DiagnosticLog()
    let root = ClauseFile.root
    let compiled = try Desk().rules(root.appendingPathComponent("rules/2025/\(award).yaml").path, log: &log)
    let rules = try #require(compiled)
    let path = root.appendingPathComponent("examples/2025/\(award)/records.yaml").path
    let read = try Desk().records(path, rules: rules, log: &log)
    let records = try #require(read).records
    let seed = UInt64.random(in: 0..<UInt64.max)
    var generator = SplitMix(seed: seed)
    let plain = Assessor(rules)
    let watched = Assessor(rules, observing: true)
    let assessments = records.map { plain.assess($0) }
    for (record, assessment) in zip(records, assessments) {
      let observed = watched.assess(record)
      #expect(observed.outcome == assessment.outcome, "explaining is not a second evaluator")
      #expect(observed.score?.sum == assessment.score?.sum)
    }
    let selector = try #require(Selector(rules))
    let expected = selector.select(assessments).ranking.map { "\($0.id) \($0.rank) \($0.outcome)" }
    for _ in 0..<100 {
      let shuffled = selector.select(assessments.shuffled(using: &generator)).ranking
      #expect(shuffled.map { "\($0.id) \($0.rank) \($0.outcome)" } == expected, "seed \(seed)")
    }
  }
}
