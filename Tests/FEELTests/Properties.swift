import FEEL
import Foundation
import TestSupport
import Testing

/// What must hold for all values; where it does not, the seed and the texts are printed.
@Suite("性质") struct Properties {
  static let seeds: [UInt64] = [3, 20_251_201, 77, 4_096]

  // MARK: Equality

  @Test("相等：自己等于自己，左右无别，可以传递", arguments: seeds)
  func equality(_ seed: UInt64) {
    var scribe = Scribe(seed: seed)
    var equals = 0
    for round in 0..<rounds(40) {
      let a = scribe.value(2)
      let (b, c) = (scribe.again(a), scribe.again(a))
      let (x, y, z) = (a.text, scribe.dice.next() % 3 == 0 ? scribe.value(2).text : b.text, c.text)
      let place = "seed \(seed), round \(round)"
      #expect(answer("\(x) = \(x)") == "true", "\(place): \(x)")
      #expect(answer("\(x) != \(x)") == "false", "\(place): \(x)")
      let (xy, yz) = (answer("\(x) = \(y)"), answer("\(y) = \(z)"))
      #expect(xy == answer("\(y) = \(x)"), "\(place): \(x) and \(y)")
      #expect(answer("\(x) != \(y)") == answer("not(\(x) = \(y))"), "\(place): \(x) and \(y)")
      if xy == "true", yz == "true" {
        equals += 1
        #expect(answer("\(x) = \(z)") == "true", "\(place): \(x), \(y), \(z)")
      }
      // Whoever compares within lists compares the same way.
      #expect(answer("list contains([\(y)], \(x))") == (xy == "true" ? "true" : "false"), "\(place): \(x) in [\(y)]")
      #expect(answer("count(distinct values([\(x), \(y)]))") == (xy == "true" ? "1" : "2"), "\(place): \(x), \(y)")
      #expect(answer("[\(x)] = [\(y)]") == (xy == "true" ? "true" : "false"), "\(place): [\(x)], [\(y)]")
    }
    #expect(equals > rounds(20), "seed \(seed)")
  }

  @Test("写法不同、值相同的，确实相等", arguments: seeds)
  func spellings(_ seed: UInt64) {
    var scribe = Scribe(seed: seed)
    for round in 0..<rounds(40) {
      let value = scribe.value(2)
      let other = scribe.again(value)
      #expect(
        answer("\(value.text) = \(other.text)") == "true", "seed \(seed), round \(round): \(value.text), \(other.text)")
    }
  }

  // MARK: Order

  @Test("排序：一个也不少，从小到大，再排不变", arguments: seeds)
  func sorting(_ seed: UInt64) {
    var scribe = Scribe(seed: seed)
    for round in 0..<rounds(15) {
      let kind = scribe.dice.pick(Scribe.Kind.ordered)
      let texts = (0..<scribe.dice.next() % 12).map { _ in scribe.value(of: kind, 0).text }
      let place = "seed \(seed), round \(round): \(texts)"
      let list = "[\(texts.joined(separator: ", "))]"
      let ascends = "every i in 1..count(s) - 1 satisfies s[i] <= s[i + 1]"
      let kept = "every x in l satisfies count(index of(s, x)) = count(index of(l, x))"
      for sorted in ["sort(l)", "sort(l, function(x, y) x < y)"] {
        let checks = "count(s) = count(l) and (count(l) < 2 or (\(ascends))) and (\(kept)) and sort(s) = s"
        #expect(answer("{l: \(list), s: \(sorted), r: \(checks)}.r") == "true", "\(place): \(sorted)")
      }
      #expect(answer("{l: \(list), r: sort(l, function(x, y) x > y) = reverse(sort(l))}.r") == "true", "\(place)")
    }
  }

  @Test("排序：并列的保持原来的先后", arguments: seeds)
  func stability(_ seed: UInt64) {
    var scribe = Scribe(seed: seed)
    for round in 0..<rounds(20) {
      let keys = (0..<scribe.dice.next() % 40).map { _ in Int(scribe.dice.next() % 5) }
      let list = keys.enumerated().map { "{k: \($1), i: \($0)}" }.joined(separator: ", ")
      let expected = keys.enumerated().sorted { ($0.element, $0.offset) < ($1.element, $1.offset) }.map(\.offset)
      #expect(
        answer("sort([\(list)], function(x, y) x.k < y.k).i") == "\(expected)", "seed \(seed), round \(round): \(keys)")
    }
  }

  @Test("大小：三者必居其一，可以传递，与 between、in、min、max 一致", arguments: seeds)
  func order(_ seed: UInt64) {
    var scribe = Scribe(seed: seed)
    for round in 0..<rounds(20) {
      let kind = scribe.dice.pick(Scribe.Kind.ordered)
      let (a, b, c) = (scribe.value(of: kind, 0).text, scribe.value(of: kind, 0).text, scribe.value(of: kind, 0).text)
      let names = "{a: \(a), b: \(b), c: \(c), r: "
      let place = "seed \(seed), round \(round): \(a), \(b), \(c)"
      for law in [
        "count([a < b, a = b, a > b][item]) = 1", "(a < b) = (b > a)", "(a <= b) = not(b < a)",
        "not(a < b and b < c) or a < c", "(a between b and c) = (a >= b and a <= c)",
        "b > c or (a in [b..c]) = (a >= b and a <= c)", "b > c or (a in (b..c)) = (a > b and a < c)",
        "min(a, b, c) = sort([a, b, c])[1]", "max([a, b, c]) = sort([a, b, c])[-1]", "min(a, b) = min(b, a)",
        "b > c or (a in [b..c]) = includes([b..c], a)", "before(a, b) = (a < b)",
      ] {
        #expect(answer("\(names)\(law)}.r") == "true", "\(place): \(law)")
      }
    }
  }

  // MARK: Whatever the order

  @Test("合计、最大、最小、平均、与、或：次序不要紧", arguments: seeds)
  func shuffled(_ seed: UInt64) {
    var scribe = Scribe(seed: seed)
    let frame = Writer.world.frame
    func answer(_ text: String) -> String {
      Writer.world.program(text, strictly: false).0?.evaluate(frame).feelText ?? "?"
    }
    for round in 0..<rounds(20) {
      let numbers = (0..<scribe.dice.next() % 9).map { _ in scribe.exactNumber() }
      let facts = (0..<1 + scribe.dice.next() % 6).map { _ in
        scribe.dice.pick(["true", "false", "null", "缺", "1", "是", "n > 2", "m > 2"])
      }
      let mixed = (0..<1 + scribe.dice.next() % 5).map { _ in
        scribe.dice.pick(["1", "2.50", "n", "缺", "m", "\"A\"", "日", "true"])
      }
      for (list, functions) in [
        (numbers, ["sum", "min", "max", "mean", "median", "mode", "count"]), (facts, ["all", "any"]),
        (mixed, ["sum", "min", "max", "median", "count"]),
      ] {
        let other = list.shuffled(using: &scribe.dice)
        for function in functions {
          let (one, two) = (list.joined(separator: ", "), other.joined(separator: ", "))
          #expect(
            answer("\(function)([\(one)])") == answer("\(function)([\(two)])"),
            "seed \(seed), round \(round): \(function) of \(one)")
        }
      }
      let other = facts.shuffled(using: &scribe.dice)
      for sign in [" and ", " or "] {
        #expect(
          answer(facts.joined(separator: sign)) == answer(other.joined(separator: sign)),
          "seed \(seed), round \(round): \(facts)\(sign)")
      }
    }
  }

  /// The canonical text of a value, of plain running and explaining alike.
  private func answer(_ text: String, _ location: SourceLocation = #_sourceLocation) -> String {
    let world = World()
    guard let program = world.program(text, strictly: false).0 else { return "no FEEL: \(text)" }
    let value = program.evaluate(world.frame).feelText
    let explained = program.explain(world.frame).value.feelText
    #expect(value == explained, "\(text)", sourceLocation: location)
    return value
  }
}

/// How often to try: at night many more times.
func rounds(_ count: Int) -> Int {
  Patience.hasTheNight ? count * 50 : count
}

/// Writes values, and writes the same value in another way.
struct Scribe {
  enum Kind: CaseIterable {
    case null, boolean, number, string, date, time, dateTime, days, years, list, context, range

    static let ordered: [Kind] = [.number, .string, .date, .time, .dateTime, .days, .years]
  }

  /// What is written, by parts, so that it can be written again.
  indirect enum Written {
    /// Texts that mean the same.
    case one([String])
    case list([Written])
    case context([(String, Written)])
    case range(Written, Written, String, String)

    var text: String {
      switch self {
      case .one(let texts): texts[0]
      case .list(let elements): "[\(elements.map(\.text).joined(separator: ", "))]"
      case .context(let entries): "{\(entries.map { "\($0.0): \($0.1.text)" }.joined(separator: ", "))}"
      case .range(let low, let high, let opening, let closing): "\(opening)\(low.text)..\(high.text)\(closing)"
      }
    }
  }

  var dice: SplitMix

  init(seed: UInt64) { dice = SplitMix(seed: seed) }

  /// The same value, perhaps written otherwise: the entries of contexts come in another order.
  mutating func again(_ written: Written) -> Written {
    switch written {
    case .one(let texts): .one(texts.shuffled(using: &dice))
    case .list(let elements): .list(elements.map { again($0) })
    case .context(let entries): .context(entries.map { ($0.0, again($0.1)) }.shuffled(using: &dice))
    case .range(let low, let high, let opening, let closing): .range(again(low), again(high), opening, closing)
    }
  }

  mutating func value(_ depth: Int) -> Written { value(of: dice.pick(Kind.allCases), depth) }

  mutating func value(of kind: Kind, _ depth: Int) -> Written {
    switch kind {
    case .null: return .one(["null"])
    case .boolean: return .one([dice.next() % 2 == 0 ? "true" : "false"])
    case .number: return .one(number())
    case .string: return .one(["\"\(dice.pick(["", "a", "b", "ab", "甲", "甲乙", "é", "𠮷", "0"]))\""])
    case .date:
      return .one([dice.pick(["2024-02-29", "2025-01-01", "2025-12-01", "-0044-03-15"])].map { "@\"\($0)\"" })
    case .time: return .one(times().map { "time(\"\($0)\")" })
    case .dateTime: return .one(times().map { "date and time(\"2025-06-15T\($0)\")" })
    case .days:
      return .one(dice.pick([["@\"P1D\"", "@\"PT24H\"", "@\"PT1440M\""], ["@\"PT1S\""], ["-@\"P2D\"", "@\"-P2D\""]]))
    case .years: return .one(dice.pick([["@\"P1Y\"", "@\"P12M\""], ["@\"P1M\""], ["@\"P0M\"", "@\"P0Y\""]]))
    case .list:
      return .list((0..<(depth > 0 ? dice.next() % 4 : 0)).map { _ in value(depth - 1) })
    case .context:
      let names = ["甲", "乙", "丙", "b c"].shuffled(using: &dice).prefix(depth > 0 ? Int(dice.next() % 4) : 0)
      return .context(names.map { ($0, value(depth - 1)) })
    case .range:
      let kind = dice.pick(Kind.ordered)
      return .range(value(of: kind, 0), value(of: kind, 0), dice.pick(["[", "("]), dice.pick(["]", ")"]))
    }
  }

  /// With and without zeros at the end, small and too big for an Int64.
  private mutating func number() -> [String] {
    dice.pick([
      ["1", "1.0", "1.00", "1000 / 1000"], ["0", "0.0", "-0"], ["-2.5", "-2.50"], ["3", "3.000"], ["0.1", "0.10"],
      ["12345678901234567890", "12345678901234567890.0"], ["1234567890123456789012345678901234"],
      ["10 ** 30", "1" + String(repeating: "0", count: 30)], ["0.3333333333333333333333333333333333", "1 / 3"],
    ])
  }

  /// All have a zone: a local time equals times that differ from each other.
  private mutating func times() -> [String] {
    dice.pick([
      ["10:00:00Z", "18:00:00+08:00", "10:00:00+00:00"], ["10:00:01Z"], ["09:59:59.5Z", "08:59:59.500-01:00"],
      ["12:00:00Z", "13:00:00+01:00"],
    ])
  }

  /// So few digits that no sum is rounded.
  mutating func exactNumber() -> String {
    let whole = Int(dice.next() % 2_000) - 1_000
    return dice.pick(["\(whole)", "\(whole).\(dice.next() % 1_000)", "\(whole)0000000000", "\(whole).0"])
  }
}
