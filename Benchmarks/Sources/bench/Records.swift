import FEEL
import Foundation

/// Records of the workload: from a file, or made up (the same ones each time).
enum Records {
  static func read(_ path: String?, limit: Int = 20_000) throws -> [[String: Value]] {
    guard let path else { return made(count: limit) }
    let text = try String(contentsOfFile: path, encoding: .utf8)
    return try text.split(separator: "\n").prefix(limit).map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: NSObject] ?? [:]
      return object.mapValues(value)
    }
  }

  private static func value(_ json: NSObject) -> Value {
    switch json {
    case let text as NSString: .string(text as String)
    case let number as NSNumber where String(cString: number.objCType) == "c": .boolean(number.boolValue)
    case let number as NSNumber: FEEL.Decimal("\(number)").map(Value.number) ?? .null
    default: .null
    }
  }

  private static func made(count: Int) -> [[String: Value]] {
    var state: UInt64 = 2026
    func draw(_ bound: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % bound)
    }
    return (0..<count).map { _ in
      Dictionary(
        uniqueKeysWithValues: Criteria.fields.map { field in
          let value: Value =
            switch (field.name, field.type) {
            case (_, .enumeration(let values)): .string(values[draw(UInt64(values.count))])
            case (_, .boolean): .boolean(draw(50) == 0)
            case ("技改收益万元", _), ("民主测评", _): .number(FEEL.Decimal(coefficient: Int64(draw(10_000)), exponent: -2))
            case ("年龄", _): .number(20 + draw(44))
            default: .number(draw(120))
            }
          return (field.name, value)
        })
    }
  }
}
