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
    ["", "/", "-", "—", "－", "–", "——", "N/A", "n/a"].contains(trimmed)
  }

  /// What a spreadsheet writes where a formula went wrong.
  static func isError(_ trimmed: String) -> Bool {
    [
      "#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA",
      "#ERROR!",
    ].contains(trimmed)
  }

  /// A title without what does not count in it: blanks, width, the star of a required field.
  static func titleKey(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy {
      $0 > 0x20 && $0 != UInt8(ascii: "*") && $0 != 0xE2 && $0 != 0xE3 && $0 != 0xEF
    }
    if isPlain { return text }
    return String(
      String.UnicodeScalarView(halfWidth(text).unicodeScalars.filter { !isBlank($0) && $0 != "*" && $0 != "\u{2060}" }))
  }

  /// `1,234.50 万元` is `1234.50`, `(50)` is `-50`; `nil` when no plain number comes out.
  static func number(_ text: String, unit: String?) -> Tidied? {
    var tidied = Tidied(text)
    tidied.trim()
    tidied.become(halfWidth(tidied.text), .tidyWidth)
    tidied.trim()
    if let suffix = unitSuffixes(unit).first(where: tidied.text.hasSuffix) {
      let bare = trimmed(String(tidied.text.dropLast(suffix.count)))
      tidied.become(bare, suffix == "%" ? .tidyPercent : .tidyUnit)
    }
    if tidied.text.hasPrefix("("), tidied.text.hasSuffix(")") {
      tidied.become("-" + tidied.text.dropFirst().dropLast(), .tidyNegative)
    }
    tidied.become(tidied.text.replacing("−", with: "-"), .tidyWidth)
    tidied.become(withoutSeparators(tidied.text) ?? tidied.text, .tidyUnit)
    return PlainNumber(tidied.text) == nil ? nil : tidied
  }

  /// `约100`, `100左右`, `100+`, `≥100`, `90-95`: digits, and a word or a sign that makes less than a number of them.
  static func isInexact(_ text: String) -> Bool {
    let text = halfWidth(trimmed(text))
    guard text.unicodeScalars.contains(where: { ("0"..."9").contains($0) }) else { return false }
    let words = [
      "约", "近", "左右", "上下", "以上", "以下", "以内", "余", "多", "不足", "超过", "逾", "至", "到", "≥", "≤", "≧", "≦", ">", "<", "≈",
      "~",
    ]
    if text.hasSuffix("+") || words.contains(where: text.contains) { return true }
    let halves = text.split(omittingEmptySubsequences: false) { "-—–".contains($0) }
    return halves.count == 2
      && halves.allSatisfy { half in
        half.contains(where: \.isWholeNumber) && half.allSatisfy { $0.isWholeNumber || $0 == "." || $0 == "%" }
      }
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
  static func date(_ text: String) -> Tidied? {
    var tidied = Tidied(text)
    tidied.trim()
    tidied.become(halfWidth(tidied.text), .tidyWidth)
    tidied.trim()
    let text = tidied.text
    if text.utf8.count == 8, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      tidied.become("\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))", .tidyDate)
      return tidied
    }
    let given = parts(text)
    guard given.count == 3, separatorsFit(text), given[0].count == 4, (1...2).contains(given[1].count),
      (1...2).contains(given[2].count)
    else { return nil }
    let normal = "\(given[0])-\(padded(given[1]))-\(padded(given[2]))"
    tidied.become(normal, text.contains("年") ? .tidyChineseDate : .tidyDate)
    return tidied
  }

  /// `3/1/2025`, `1-3-25`: three numbers of which none is certainly the year, or the year is not where it belongs.
  static func isAmbiguousDate(_ text: String) -> Bool {
    let text = trimmed(halfWidth(text))
    let given = parts(text)
    return given.count == 3 && !text.contains("年") && given[0].count <= 2 && given[1].count <= 2
      && [1, 2, 4].contains(given[2].count)
  }

  /// The numbers between the signs of a date; empty when there is anything else.
  private static func parts(_ text: String) -> ArraySlice<Substring> {
    let parts = text.split(omittingEmptySubsequences: false) { "年月日号.-/ ".contains($0) }
    let given = parts.last?.isEmpty == true ? parts.dropLast() : parts[...]
    return given.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } } ? given : []
  }

  private static func separatorsFit(_ text: String) -> Bool {
    let separators = text.filter { "年月日号.-/ ".contains($0) }
    return ["年月日", "年月号", "年月", "..", "--", "//"].contains(separators)
  }

  private static func padded(_ digits: Substring) -> String { digits.count == 1 ? "0" + digits : String(digits) }

  /// 是/否, 有/无, √/×, ○/×, Y/N, TRUE/FALSE, 1/0.
  static func boolean(_ text: String) -> Bool? {
    switch halfWidth(trimmed(text)) {
    case "是", "有", "√", "✓", "✔", "○", "Y", "y", "1", "true", "True", "TRUE": true
    case "否", "无", "×", "✗", "✘", "x", "X", "N", "n", "0", "false", "False", "FALSE": false
    default: nil
    }
  }

  /// A code as it is stored: usual width, capitals, no blanks.
  static func code(_ text: String) -> String {
    halfWidth(text).filter { !$0.isWhitespace }.uppercased()
  }

  /// `138 0000 0000`, `+86-138…`: the digits alone, without the country.
  static func mobile(_ text: String) -> String {
    let text = halfWidth(text).filter { !$0.isWhitespace && !"-—–·()".contains($0) }
    for country in ["+86", "0086", "86"] where text.hasPrefix(country) && text.count == 11 + country.count {
      return String(text.dropFirst(country.count))
    }
    return text
  }

  /// A text as it stands in a cell, without what nobody sees, and without what does not belong on its one line: breaks beside
  /// Chinese characters, and between those of a name blanks.
  static func line(_ text: String, isProse: Bool, isPersonName: Bool) -> String {
    let scalars = Array(trimmed(text).unicodeScalars.filter { !["\u{200B}", "\u{FEFF}", "\u{2060}"].contains($0) })
    var kept = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      if isBlank(scalar), index > 0, !isProse || isPersonName {
        let before = kept.last.map(isHan) ?? false
        let after = scalars[index...].first { !isBlank($0) }.map(isHan) ?? false
        let isBreak = scalar == "\n" || scalar == "\r" || scalar == "\t"
        if isBreak && (before || after) || isPersonName && before && after { continue }
      }
      kept.append(scalar)
    }
    return String(kept)
  }

  private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: true
    default: false
    }
  }
}
