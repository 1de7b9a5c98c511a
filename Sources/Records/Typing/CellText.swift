/// What people type into a cell, in the form in which it can be read (domain tables: full-width digits, units,
/// thousands separators, Chinese dates).
enum CellText {
  /// Without blanks around it, ideographic and invisible ones included.
  static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isBlank($0) }), let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    if first == scalars.startIndex, scalars.index(after: last) == scalars.endIndex { return text }
    return String(scalars[first...last])
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x200B...0x200D, 0x2028, 0x2029, 0x3000, 0xFEFF: true
    default: false
    }
  }

  /// Full-width ASCII (U+FF01–FF5E) in its usual width. Not for names and prose, which it would change.
  static func halfWidth(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { (0xFF01...0xFF5E).contains($0.value) || $0.value == 0x3000 }) else {
      return text
    }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          if scalar.value == 0x3000 { return " " }
          guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
          return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        }))
  }

  /// What a cell holds that is to stay empty.
  static func meansNothing(_ trimmed: String) -> Bool {
    ["", "/", "-", "—", "－", "–", "——", "N/A", "n/a", "#N/A"].contains(trimmed)
  }

  /// `1,234.50 万元` is `1234.50`, `(50)` is `-50`; `nil` when no plain number comes out.
  static func number(_ text: String, unit: String?) -> String? {
    var text = trimmed(halfWidth(text))
    if let suffix = unitSuffixes(unit).first(where: text.hasSuffix) {
      text = trimmed(String(text.dropLast(suffix.count)))
    }
    if text.hasPrefix("("), text.hasSuffix(")") { text = "-" + text.dropFirst().dropLast() }
    text = text.replacing("−", with: "-")
    text = withoutSeparators(text) ?? text
    return PlainNumber(text) == nil ? nil : text
  }

  /// A number with a unit behind it that is not the field's; the unit, and the whole as written.
  static func foreignUnit(_ text: String, unit: String) -> (unit: String, text: String)? {
    let folded = trimmed(halfWidth(text))
    guard number(folded, unit: unit) == nil, let given = units.first(where: folded.hasSuffix),
      number(String(folded.dropLast(given.count)), unit: nil) != nil
    else { return nil }
    return (given, text)
  }

  /// Longer ones first, so that 万元 is not taken for 元.
  private static let units = [
    "百万元", "千万元", "分钟", "小时", "学时", "人次", "平方米", "千元", "万元", "亿元", "百万", "千万", "元", "万", "亿", "%", "‰", "年", "月", "天",
    "日", "人",
    "名", "次", "份", "项", "件", "个", "家", "岁", "分", "周",
  ]

  private static func unitSuffixes(_ unit: String?) -> [String] {
    guard let unit, !unit.isEmpty else { return [] }
    return unit == "万元" ? ["万元", "万"] : [halfWidth(unit)]
  }

  /// Thousands separators only where they belong: `1,234,567.5`.
  private static func withoutSeparators(_ text: String) -> String? {
    guard text.contains(",") else { return nil }
    let whole = text.prefix { $0 != "." }
    let groups = whole.drop { $0 == "-" }.split(separator: ",", omittingEmptySubsequences: false)
    guard let first = groups.first, (1...3).contains(first.count), groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    return whole.filter { $0 != "," } + text.dropFirst(whole.count)
  }

  /// `2025年3月1日`, `2025.3.1`, `2025/3/1`, `2025-3-1`, `20250301` as `2025-03-01`; whether there is such a day is
  /// another question.
  static func date(_ text: String) -> String? {
    let text = trimmed(halfWidth(text))
    if text.utf8.count == 8, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      return "\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))"
    }
    let parts = text.split(omittingEmptySubsequences: false) { "年月日.-/ ".contains($0) }
    let given = parts.last?.isEmpty == true ? parts.dropLast() : parts[...]
    guard given.count == 3, separatorsFit(text), given.allSatisfy({ $0.allSatisfy(\.isASCII) && Int($0) != nil }),
      given[0].count == 4, (1...2).contains(given[1].count), (1...2).contains(given[2].count)
    else { return nil }
    return "\(given[0])-\(padded(given[1]))-\(padded(given[2]))"
  }

  private static func separatorsFit(_ text: String) -> Bool {
    let separators = text.filter { "年月日.-/ ".contains($0) }
    return ["年月日", "年月", "..", "--", "//"].contains(separators)
  }

  private static func padded(_ digits: Substring) -> String { digits.count == 1 ? "0" + digits : String(digits) }

  /// 是/否, 有/无, √/×, Y/N, TRUE/FALSE, 1/0.
  static func boolean(_ text: String) -> Bool? {
    switch halfWidth(trimmed(text)) {
    case "是", "有", "√", "✓", "✔", "Y", "y", "1", "true", "True", "TRUE": true
    case "否", "无", "×", "✗", "✘", "x", "X", "N", "n", "0", "false", "False", "FALSE": false
    default: nil
    }
  }

  /// A code as it is stored: usual width, capitals, no blanks.
  static func code(_ text: String) -> String {
    halfWidth(text).filter { !$0.isWhitespace }.uppercased()
  }
}
