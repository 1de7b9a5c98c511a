import FEEL
import TestSupport
import Testing

/// The shapes of criteria that run as one step (a name and a constant, bands, chains of `if`): explaining takes them
/// apart, and must give the same.
@Suite("合在一起算的写法") struct PropertiesFused {
  private struct Shapes {
    var dice: SplitMix

    private static let names = ["数", "分", "级", "日", "是", "空", "任"]
    private static let numbers = [
      "0", "1", "12", "12.0", "12.50", "-3", "60", "0.1", "9223372036854775807", "12345678901234567890", "10 ** 2",
    ]

    private mutating func constant() -> String {
      switch dice.next() % 8 {
      case 0: dice.pick(["\"优秀\"", "\"合格\"", "\"\""])
      case 1: dice.pick(["date(\"2025-12-01\")", "@\"2022-12-01\"", "@\"P3Y\"", "@\"P30D\""])
      case 2: dice.pick(["true", "false", "null"])
      default: dice.pick(Shapes.numbers)
      }
    }

    private mutating func number() -> String { dice.pick(Shapes.numbers) }

    private mutating func name() -> String { dice.pick(Shapes.names) }

    private mutating func comparison() -> String { dice.pick(["=", "!=", "<", "<=", ">", ">="]) }

    mutating func condition(_ depth: Int = 1) -> String {
      switch dice.next() % (depth > 0 ? 8 : 6) {
      case 0, 1: "\(name()) \(comparison()) \(constant())"
      case 2: "\(constant()) \(comparison()) \(name())"
      case 3: "\(name()) in \(dice.pick(["[", "("]))\(number())..\(number())\(dice.pick(["]", ")"]))"
      case 4: "\(name()) between \(number()) and \(number())"
      case 5: dice.pick(["是", "任", "空"])
      case 6: "\(condition(depth - 1)) and \(condition(depth - 1))"
      default: "(\(condition(depth - 1)) or not(\(condition(depth - 1))))"
      }
    }

    mutating func value(_ depth: Int = 2) -> String {
      switch dice.next() % (depth > 0 ? 7 : 3) {
      case 0: "\(name()) \(dice.pick(["+", "-", "*", "/", "**"])) \(constant())"
      case 1: name()
      case 2: constant()
      case 3: "\(dice.pick(["min", "max"]))(\(value(depth - 1)), \(value(depth - 1)))"
      case 4: chain(depth)
      case 5: "(\(value(depth - 1)) \(dice.pick(["+", "*", "-"])) \(value(depth - 1)))"
      default: "round half up(\(value(depth - 1)), 2)"
      }
    }

    private mutating func chain(_ depth: Int) -> String {
      let steps = (0...dice.next() % 4).map { _ in "if \(condition()) then \(constant()) else " }
      return "(\(steps.joined())\(value(depth - 1)))"
    }

    mutating func fact() -> Value {
      let numbers: [Value] = Shapes.numbers.dropLast().compactMap { Decimal($0).map(Value.number) }
      switch dice.next() % 10 {
      case 0: return .null
      case 1, 2: return .unknown
      case 3: return .string(dice.pick(["优秀", "合格", "良好"]))
      case 4: return Value(temporal: dice.pick(["2025-12-01", "2020-02-29", "P3Y", "P30D"])) ?? .null
      case 5: return .boolean(dice.next() % 2 == 0)
      default: return dice.pick(numbers)
      }
    }

    /// A fact of a type, or none.
    mutating func fact(_ type: Type) -> Value {
      for _ in 0..<40 {
        let value = fact()
        if value.isNull || value.isUnknown || type == .any || value.type == type { return value }
      }
      return .unknown
    }
  }

  private static let types: [(String, Type)] = [
    ("数", .number), ("分", .number), ("级", .string), ("日", .date), ("是", .boolean), ("空", .boolean), ("任", .any),
  ]

  private static let world: World = {
    var world = World()
    for (name, type) in types { world.declare(name, type) }
    return world
  }()

  @Test("普通运行与解释，结果相同", arguments: [5, 20_251_201, 99, 31_337] as [UInt64])
  func explained(_ seed: UInt64) {
    var shapes = Shapes(dice: SplitMix(seed: seed))
    let world = Self.world
    let frame = world.frame
    var kinds: Set<String> = []
    for round in 0..<rounds(300) {
      let text = round % 3 == 0 ? shapes.condition(2) : shapes.value()
      guard let program = world.program(text, strictly: false).0 else {
        Issue.record("seed \(seed), round \(round): no FEEL: \(text)")
        return
      }
      for _ in 0..<4 {
        let facts = Self.types.map { ($0.0, shapes.fact($0.1)) }
        for (name, value) in facts { world.layout.slot(of: name).map { frame.set($0, value) } }
        let (value, explained) = (program.evaluate(frame), program.explain(frame).value)
        let given = facts.map { "\($0.0) \($0.1.feelText)" }.joined(separator: ", ")
        #expect(
          value.feelText == explained.feelText,
          "seed \(seed), round \(round): \(text), where \(given): \(value.feelText)")
        kinds.insert("\(value.type)")
      }
    }
    #expect(kinds.count > 5, "seed \(seed): \(kinds)")
  }
}
