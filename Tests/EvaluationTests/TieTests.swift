import Casework
import Diagnostics
import Evaluation
import Outcomes
import Records
import Rules
import Testing

/// domain §4.1, E15 with E18 and E19: ties that meet a cap or a floor, and what cannot be had at all.
@Suite("Ties under caps and floors")
struct TieTests {
  private static func batch(
    seats: Int, surplus: Int = 0, minimum: Int = 60, caps: String = "", floors: String = "", _ nominees: [String]
  ) throws -> Batch {
    let text = """
      award: 试选
      edition: 2025
      record:
        名称: {type: string, required: true, key: true, title: true}
        得分: {type: number, required: true}
        企业: {type: string, required: true}
        类别: {type: string, required: true}
        非公: {type: boolean, required: true}
      scoring: {max: 100, dimensions: [{id: A, name: 甲, max: 100, items: [{id: A1, name: 甲, max: 100, score: 得分, basis: 一}]}]}
      selection:
        seats: \(seats)
        candidates: seats plus \(surplus)%
        minimum: \(minimum)
        tie_break: [A]
        at most: [\(caps)]
        at least: [\(floors)]
        basis: {seats: 第六条, minimum: 第七条, tie_break: 第二十五条}
      """
    var log = DiagnosticLog()
    let compiled = RuleSet.read("试选.yaml", log: &log) { Source(name: $0, text: text) }?.compiled(log: &log)
    let rules = try #require(compiled, "\(DiagnosticRenderer(language: .en).render(log.sorted))")
    let source = Source(name: "名单.yaml", text: nominees.joined(separator: "\n") + "\n")
    return Batch(RecordBatch.read(source, as: .yaml, rules.schema, log: &log), rules: rules)
  }

  private static func nominee(
    _ name: String, _ score: Int, firm: String = "", kind: String = "配套", isPrivate: Bool = false
  ) -> String {
    "- {名称: \(name), 得分: \(score), 企业: \(firm.isEmpty ? name : firm), 类别: \(kind), 非公: \(isPrivate)}"
  }

  private static let hosts = "{name: 主机, where: '类别 = \"主机\"', seats: 1, basis: 第八条}"
  private static let firms = "{name: 同一企业, per: [企业], seats: 1, basis: 第八条}"

  private static func outcomes(_ batch: Batch) -> [String: Outcome] {
    Dictionary(uniqueKeysWithValues: batch.dossiers.map { ($0.record.title, $0.outcome) })
  }

  @Test("E15, E18: equals under a cap with one place left are undecided; whoever has a place in any case is not")
  func underCap() throws {
    let batch = try Self.batch(
      seats: 3, caps: Self.hosts,
      [
        Self.nominee("甲", 90, kind: "主机"), Self.nominee("乙", 90, kind: "主机"), Self.nominee("丙", 80),
        Self.nominee("丁", 70), Self.nominee("戊", 65), Self.nominee("己", 64, kind: "主机"),
      ])
    #expect(
      Self.outcomes(batch) == [
        "甲": .tieOpen, "乙": .tieOpen, "丙": .shortlisted, "丁": .shortlisted, "戊": .belowLine, "己": .belowLine,
      ])
  }

  @Test("whose place hangs on a tie further up waits for it, and the committee's vote settles both")
  func waiting() throws {
    let batch = try Self.batch(
      seats: 4, caps: Self.hosts + "," + Self.firms,
      [
        Self.nominee("甲", 90, firm: "一厂", kind: "主机"), Self.nominee("乙", 90, firm: "二厂", kind: "主机"),
        Self.nominee("丙", 80, firm: "一厂"), Self.nominee("丁", 70, firm: "三厂"),
      ])
    #expect(Self.outcomes(batch) == ["甲": .tieOpen, "乙": .tieOpen, "丙": .tieOpen, "丁": .shortlisted])
    let selection = try #require(batch.selection)
    #expect(selection["丙"]?.reason == .waits(for: ["乙", "甲"]) || selection["丙"]?.reason == .waits(for: ["甲", "乙"]))
    let selector = try #require(Selector(batch.rules))
    let first = selector.settle(selection, votes: ["甲": 6, "乙": 4], rejected: [])
    #expect(first == ["甲": .shortlisted, "乙": .belowLine, "丙": .belowLine])
    let second = selector.settle(selection, votes: ["甲": 4, "乙": 6], rejected: [])
    #expect(second == ["甲": .belowLine, "乙": .shortlisted, "丙": .shortlisted])
    // Equal in votes, too: the 链党委 decides, within the places that there are.
    let level = selector.settle(selection, votes: ["甲": 5, "乙": 5], rejected: [])
    #expect(level == ["甲": .tieOpen, "乙": .tieOpen, "丙": .tieOpen])
    let rejected = selector.settle(selection, votes: ["乙": 6], rejected: ["甲"])
    #expect(rejected == ["甲": .belowLine, "乙": .shortlisted, "丙": .shortlisted])
  }

  @Test("E15, E19: equals at the last seat that a floor leaves are undecided, not seated by their names")
  func atFloor() throws {
    let batch = try Self.batch(
      seats: 2, surplus: 100, floors: "{name: 非公, where: 非公, seats: 1, basis: 第八条}",
      [Self.nominee("甲", 90), Self.nominee("乙", 90), Self.nominee("丙", 80, isPrivate: true), Self.nominee("丁", 70)])
    let forecast = try #require(batch.forecast)
    #expect(forecast.selected == ["丙"])
    #expect(Set(forecast.undecided) == ["甲", "乙"])
    #expect(forecast.reserve == ["丁"] && forecast.emptySeats == 0)
    #expect(forecast.reasons["丁"] == .floor(0, holders: ["乙", "甲"]) || forecast.reasons["丁"] == .full(last: "丙"))
  }

  @Test("hundreds of equals are undecided at once")
  func many() throws {
    let batch = try Self.batch(
      seats: 10, surplus: 20, caps: Self.firms, (0..<300).map { Self.nominee("对象\($0)", 80, firm: "厂\($0 % 60)") })
    #expect(batch.dossiers.allSatisfy { $0.outcome == .tieOpen })
  }

  // MARK: What cannot be had

  @Test("E16: fewer nominees than seats: nothing is in the way but their number")
  func tooFew() throws {
    let batch = try Self.batch(seats: 4, (0..<3).map { Self.nominee("对象\($0)", 80 + $0) })
    #expect(batch.conflicts == [SelectionConflict(wish: .seats, needed: 4, got: 3, rules: [])])
  }

  @Test("the minimum against the seats")
  func minimum() throws {
    let batch = try Self.batch(
      seats: 4, caps: Self.hosts,
      (0..<3).map { Self.nominee("对象\($0)", 80 + $0) } + [Self.nominee("甲", 59), Self.nominee("乙", 58)])
    #expect(batch.conflicts == [SelectionConflict(wish: .seats, needed: 4, got: 3, rules: [.minimum])])
  }

  @Test("two caps together against a floor, each of which alone would do no harm")
  func caps() throws {
    let batch = try Self.batch(
      seats: 3, surplus: 100, caps: Self.hosts + "," + Self.firms,
      floors: "{name: 非公, where: 非公, seats: 2, basis: 第八条}",
      [
        Self.nominee("甲", 90, firm: "一厂", kind: "主机", isPrivate: true),
        Self.nominee("乙", 85, firm: "一厂", isPrivate: true),
        Self.nominee("丙", 80, firm: "二厂", kind: "主机", isPrivate: true), Self.nominee("丁", 75), Self.nominee("戊", 70),
      ])
    #expect(batch.conflicts.contains(SelectionConflict(wish: .floor(0), needed: 2, got: 1, rules: [.cap(0), .cap(1)])))
  }
}
