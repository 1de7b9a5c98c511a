/// What a number format of a workbook makes of a number (ECMA-376 part 1, §18.8.30).
enum NumberFormat: Equatable {
  case number
  case percent
  case date
  /// A date of which the format shows no year: whoever typed 3-1 may not have meant one.
  case dayAndMonth
  case time
  case dateTime
  /// Nothing but noughts: 7 is shown as 007.
  case padded(Int)
  /// What is shown is a thousandth of it, or less: `#,##0.0,`.
  case scaled
  /// A unit behind the number, in which sums may be given: 3.2 is shown as 3.20亿元.
  case unit(String)

  /// A format that has a number only; what it is follows from the Chinese edition where editions differ.
  init(builtIn id: Int) {
    switch id {
    case 9, 10: self = .percent
    case 14, 15, 31, 27, 36, 50, 52, 54, 57, 17: self = .date
    case 16, 28, 29, 30, 51, 53, 58: self = id == 30 ? .date : .dayAndMonth
    case 18...21, 32...35, 45...47, 55, 56: self = .time
    case 22: self = .dateTime
    default: self = .number
    }
  }

  /// A format as it is written: `yyyy"年"m"月"d"日"`, `0.00%`, `[h]:mm`.
  init(code: String) {
    let (code, literal) = Self.bare(code)
    if code.isEmpty || code == "general" || code == "@" || code.contains("通用") {
      self = .number
    } else if code.contains("%") {
      self = .percent
    } else if code.allSatisfy({ $0 == "0" }) {
      self = code.count > 1 ? .padded(code.count) : .number
    } else {
      let hasTime = code.contains("h") || code.contains("s")
      let hasDay = code.contains("d") || code.contains("y") || (code.contains("m") && !hasTime)
      switch (hasDay, hasTime) {
      case (true, true): self = .dateTime
      case (true, false): self = code.contains("y") ? .date : .dayAndMonth
      case (false, true): self = .time
      case (false, false):
        self = Self.isScaled(code) ? .scaled : Self.units.contains(literal) ? .unit(literal) : .number
      }
    }
  }

  private static let units: Set<String> = ["元", "百元", "千元", "万元", "百万元", "千万元", "亿元", "千", "万", "百万", "千万", "亿"]

  /// A comma behind the last digit divides by a thousand.
  private static func isScaled(_ code: String) -> Bool {
    guard let last = code.lastIndex(where: { "0#?".contains($0) }) else { return false }
    return code[code.index(after: last)...].first == ","
  }

  /// The first section, in small letters, without what is shown as it stands and without colours and languages; and what is
  /// shown as it stands.
  private static func bare(_ code: String) -> (code: String, literal: String) {
    var bare = ""
    var literal = ""
    var rest = Array(code)[...]
    loop: while let character = rest.popFirst() {
      switch character {
      case ";": break loop
      case "\"":
        literal += String(rest.prefix { $0 != "\"" })
        rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "!": if let next = rest.popFirst() { literal.append(next) }
      case "_", "*": _ = rest.popFirst()
      case "[":
        let inside = String(rest.prefix { $0 != "]" }).lowercased()
        rest = rest.drop { $0 != "]" }.dropFirst()
        // [h], [mm], [ss]: time that has passed.
        if !inside.isEmpty, inside.allSatisfy({ "hms".contains($0) }) { bare += "h" }
      case "元", "百", "千", "万", "亿": literal.append(character)
      default: bare.append(character)
      }
    }
    return (bare.lowercased(), literal.filter { $0 != " " })
  }
}
