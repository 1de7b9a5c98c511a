import Diagnostics
import FEEL
import TestSupport
import Testing

/// Writes expressions: of all constructs, often of types that do not fit.
struct Writer {
  var dice: SplitMix
  private var names = ["n", "m", "文", "是", "日", "表", "名单", "行", "缺", "区"]

  init(seed: UInt64) { dice = SplitMix(seed: seed) }

  static let world: World = {
    let row = ContextType(name: "表", [("甲", .number), ("乙", .enumeration(["A", "B", "C"])), ("丙", .date)])
    func value(_ n: Value, _ text: Value) -> Value {
      .context(Context([("甲", n), ("乙", text), ("丙", Value(temporal: "2025-01-02") ?? .null)]))
    }
    let rows = [
      value(.number(1), .string("A")), value(.unknown, .string("B")), value(.null, .unknown),
      value(.number(4), .string("C")),
    ]
    var world = World()
    world.declare("n", .number, .number(3))
    world.declare("m", .number, .null)
    world.declare("文", .string, .string("A"))
    world.declare("是", .boolean, .boolean(true))
    world.declare("日", .date, Value(temporal: "2025-06-01") ?? .null)
    world.declare("表", .list(.context(row)), .list(rows))
    world.declare("名单", .list(.string), .list([.string("A"), .string("甲"), .unknown]))
    world.declare("行", .context(row), rows[0])
    world.declare("缺", .any, .unknown)
    world.declare("区", .range(.number), .range(RangeValue(.number(1), .number(5))))
    return world
  }()

  mutating func expression(_ depth: Int) -> String {
    guard depth > 0 else { return leaf() }
    switch dice.next() % 20 {
    case 0...2: return "(\(expression(depth - 1)) \(dice.pick(["+", "-", "*", "/", "**"])) \(expression(depth - 1)))"
    case 3...5:
      return "(\(expression(depth - 1)) \(dice.pick(["=", "!=", "<", "<=", ">", ">="])) \(expression(depth - 1)))"
    case 6: return "(\(expression(depth - 1)) and \(expression(depth - 1)) and \(expression(depth - 1)))"
    case 7: return "(\(expression(depth - 1)) or \(expression(depth - 1)))"
    case 8: return "(if \(expression(depth - 1)) then \(expression(depth - 1)) else \(expression(depth - 1)))"
    case 9: return "(\(dice.pick(["some", "every"])) \(bound(in: depth, "satisfies")))"
    case 10: return "(for \(bound(in: depth, "return")))"
    case 11, 12: return "\(list(depth - 1))[\(expression(depth - 1))]"
    case 13: return "\(list(depth - 1)).\(dice.pick(["甲", "乙", "丙", "month"]))"
    case 14: return "(\(expression(depth - 1)) in (\(test(depth - 1)), \(test(depth - 1))))"
    case 15: return "[\(expression(depth - 1)), \(expression(depth - 1))]"
    case 16: return "{a: \(expression(depth - 1)), b: a}.b"
    case 17: return "(\(expression(depth - 1)) between \(expression(depth - 1)) and \(expression(depth - 1)))"
    default: return call(depth - 1)
    }
  }

  private mutating func leaf() -> String {
    switch dice.next() % 4 {
    case 0:
      dice.pick([
        "0", "1", "2.5", "-3", "\"A\"", "\"甲\"", "true", "false", "null", "@\"2025-01-02\"", "@\"P1Y\"", "@\"P2D\"",
        "[]",
      ])
    default: dice.pick(names)
    }
  }

  private mutating func list(_ depth: Int) -> String {
    dice.next() % 3 == 0 ? "(\(expression(depth)))" : dice.pick(["表", "名单", "[1, 2, 3]", "行"])
  }

  private mutating func bound(in depth: Int, _ keyword: String) -> String {
    let name = dice.pick(["x", "y", "n"])
    let domain = dice.next() % 4 == 0 ? "1..\(dice.pick(["3", "n", "m"]))" : list(depth - 1)
    names.append(name)
    defer { names.removeLast() }
    return "\(name) in \(domain) \(keyword) \(expression(depth - 1))"
  }

  private mutating func test(_ depth: Int) -> String {
    switch dice.next() % 4 {
    case 0: "> \(leaf())"
    case 1: "[\(leaf())..\(leaf())]"
    default: expression(depth)
    }
  }

  private mutating func call(_ depth: Int) -> String {
    let one = [
      "count", "sum", "min", "max", "not", "floor", "distinct values", "flatten", "string", "all", "any", "sort",
      "reverse", "mean",
    ]
    let two = ["list contains", "contains", "concatenate", "append", "decimal", "is", "min", "index of", "modulo"]
    switch dice.next() % 3 {
    case 0: return "\(dice.pick(two))(\(expression(depth)), \(expression(depth)))"
    case 1: return "(function(x, y) \(expression(depth)))(\(expression(depth)), \(expression(depth)))"
    default: return "\(dice.pick(one))(\(expression(depth)))"
    }
  }
}

@Suite("随机生成") struct Generated {
  @Test("普通运行与解释，结果相同", arguments: [20_250_101, 7, 42, 20_261_124] as [UInt64])
  func explained(_ seed: UInt64) {
    var writer = Writer(seed: seed)
    let frame = Writer.world.frame
    var unknowns = 0
    var nulls = 0
    for round in 0..<700 {
      let text = writer.expression(4)
      let (program, log) = Writer.world.program(text, strictly: false)
      guard let program else {
        Issue.record("seed \(seed), round \(round): \(text): \(log.described)")
        return
      }
      let value = program.evaluate(frame)
      let trace = program.explain(frame)
      #expect(
        same(value, trace.value), "seed \(seed), round \(round): \(text): \(value.feelText) ≠ \(trace.value.feelText)")
      #expect(same(value, program.evaluate(frame)), "seed \(seed), round \(round): the second time differs: \(text)")
      if value.isUnknown { unknowns += 1 }
      if value.isNull { nulls += 1 }
    }
    #expect(unknowns > 50 && nulls > 50)
  }

  /// Functions are made anew each time.
  private func same(_ left: Value, _ right: Value) -> Bool { left.feelText == right.feelText }

  @Test("少一段、换一个字符，也不会崩", arguments: [1, 2, 3] as [UInt64])
  func damaged(_ seed: UInt64) {
    var writer = Writer(seed: seed)
    var dice = SplitMix(seed: seed &* 31)
    let strange =
      Array("()[]{}\"“”，。＞.-*/?@:<>=\\\u{0}\u{301}é且 \n'…—".unicodeScalars)
      + Array("if then for in some function not date and time".unicodeScalars)
    let frame = Writer.world.frame
    for _ in 0..<1500 {
      var scalars = Array(writer.expression(3).unicodeScalars)
      for _ in 0...(dice.next() % 3) where !scalars.isEmpty {
        let place = Int(dice.next() % UInt64(scalars.count))
        switch dice.next() % 3 {
        case 0: scalars.removeSubrange(place..<min(scalars.count, place + Int(dice.next() % 6)))
        case 1: scalars[place] = dice.pick(strange)
        default: scalars.insert(dice.pick(strange), at: place)
        }
      }
      run(String(String.UnicodeScalarView(scalars)), frame)
    }
  }

  @Test("随意的字节，也不会崩", arguments: [11, 12] as [UInt64])
  func bytes(_ seed: UInt64) {
    var dice = SplitMix(seed: seed)
    let frame = Writer.world.frame
    for _ in 0..<2000 {
      let bytes = (0..<dice.next() % 40).map { _ in
        UInt8(truncatingIfNeeded: dice.next() % 3 == 0 ? dice.next() : 32 + dice.next() % 95)
      }
      run(String(decoding: bytes, as: UTF8.self), frame)
    }
  }

  private func run(_ text: String, _ frame: Frame) {
    _ = Writer.world.program(text, input: .number, tests: true, strictly: false)
    let (program, log) = Writer.world.program(text, strictly: false)
    for diagnostic in log.diagnostics { #expect(diagnostic.span != nil) }
    guard let program else {
      #expect(log.hasErrors, "\(text)")
      return
    }
    #expect(same(program.evaluate(frame), program.explain(frame).value), "\(text)")
  }

  @Test("写出去再读回来，是同一个值", arguments: [5] as [UInt64])
  func texts(_ seed: UInt64) {
    var writer = Writer(seed: seed)
    let frame = Writer.world.frame
    for _ in 0..<1000 {
      guard let value = Writer.world.program(writer.expression(3), strictly: false).0?.evaluate(frame),
        !value.containsUnknown,
        !value.feelText.contains("function")
      else { continue }
      #expect(World().value(value.feelText, strictly: false) == value, "\(value.feelText)")
    }
  }
}

@Suite("大小与深浅") struct Sizes {
  @Test(
    "嵌套过深，说出来而不崩", arguments: ["(", "[", "-", "not(", "{a: ", "if true then 1 else ", "1 + (", "x[", "function(x) "])
  func deep(_ opening: String) {
    let text = String(repeating: opening, count: 20_000) + "1"
    let (program, log) = World([("x", .list([]))]).program(text)
    #expect(program == nil)
    #expect(log.marks.first?.hasPrefix("PX2021") == true, "\(log.marks.first ?? "")")
  }

  @Test("长而不深的可以", arguments: [" and true", " or false"])
  func long(_ part: String) {
    #expect(World().value("true" + String(repeating: part, count: 5_000)) == .boolean(true))
  }

  @Test("一百四十层还能运行")
  func nested() {
    let text = String(repeating: "(1 + ", count: 140) + "1" + String(repeating: ")", count: 140)
    #expect(World().value(text) == .number(141))
  }

  @Test("加法链过长，说出来")
  func chain() {
    let (program, log) = World().program(String(repeating: "1 + ", count: 10_000) + "1")
    #expect(program == nil && log.marks.first?.hasPrefix("PX2021") == true)
  }

  @Test("时间随长度成正比")
  func linear() {
    func time(_ count: Int) -> Duration {
      let text = "[" + String(repeating: "f(x).甲[y > 1].乙 in (“a”, 2), ", count: count) + "1]"
      // The least of some runs: others may be busy on the machine.
      return (0..<3).map { _ in ContinuousClock().measure { _ = World().program(text) } }.min() ?? .zero
    }
    _ = time(100)
    let (short, long) = (time(500), time(4_000))
    // Eight times the text: sixty-four times the time would be quadratic.
    #expect(long < short * 24, "\(short) \(long)")
  }

  @Test(
    "不会停不下来，也不会占满内存",
    arguments: [
      "some x in 1..1000000000, y in 1..1000000000 satisfies false => null", "for x in 1..1000000000 return x => null",
      "{f: function(f, n) f(f, n + 1), r: f(f, 1)}.r => null",
      "count({a: [1,2,3,4,5,6,7,8], b: concatenate(a,a,a,a,a,a,a,a), c: concatenate(b,b,b,b,b,b,b,b), d: concatenate(c,c,c,c,c,c,c,c), e: concatenate(d,d,d,d,d,d,d,d), f: concatenate(e,e,e,e,e,e,e,e), g: concatenate(f,f,f,f,f,f,f,f), h: concatenate(g,g,g,g,g,g,g,g), i: concatenate(h,h,h,h,h,h,h,h), j: concatenate(i,i,i,i,i,i,i,i)}.j) => null",
    ])
  func endless(_ line: String) { check(line) }
}
