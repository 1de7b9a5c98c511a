import FEEL
import Rules

/// The straight way for values about which there is nothing to say, as nearly all values of a large file are.
///
/// It knows no diagnostics: what is not beyond doubt is `nil` here, and `FactReader` looks at it closely. What it does
/// read, it reads as `FactReader` would; a test holds them together.
struct PlainFact {
  /// How the bytes of a value stand in their file.
  enum Writing {
    /// Between the quotes of JSON, without escapes.
    case quoted
    /// A number, `true` or `false` of JSON.
    case word
    /// A plain scalar of YAML.
    case plain
    /// A cell of a table.
    case cell
  }

  /// What a field holds, as far as it matters here.
  enum Kind {
    case text, boolean, integer, number, date
    /// Lists, rows, texts with a check digit.
    case other

    init(_ field: Field) {
      switch field.shape {
      case .string: self = field.format == nil || field.format == .personName ? .text : .other
      case .boolean: self = .boolean
      case .integer: self = .integer
      case .number: self = .number
      case .date: self = .date
      case .list, .record: self = .other
      }
    }
  }

  let value: Value

  init?(_ bytes: UnsafeBufferPointer<UInt8>, _ writing: Writing, _ form: FieldForm) {
    let value: Value? =
      switch form.plain {
      case .text: Self.string(bytes, writing, form)
      case .boolean: Self.boolean(bytes, writing)
      case .integer: Self.number(bytes, writing, form, isInteger: true)
      case .number: Self.number(bytes, writing, form, isInteger: false)
      case .date: Self.date(bytes, writing, form)
      case .other: nil
      }
    guard let value else { return nil }
    self.value = value
  }

  // MARK: - Texts

  private static func string(
    _ bytes: UnsafeBufferPointer<UInt8>, _ writing: Writing, _ form: FieldForm
  ) -> Value? {
    guard writing != .word, bytes.allSatisfy(isVisible) else { return nil }
    // Blanks between the characters of a name, and what a spreadsheet writes in place of a value.
    if writing == .cell, bytes.first == UInt8(ascii: "#") || form.isPersonName && bytes.contains(where: isBlank) {
      return nil
    }
    if let choices = form.choices {
      for choice in choices where choice.bytes.holds(bytes) { return isSomething(bytes, writing) ? choice.value : nil }
      return nil
    }
    return isSomething(bytes, writing) ? .string(String(decoding: bytes, as: UTF8.self)) : nil
  }

  /// Begins and ends with a character that is certainly no blank, and is none of the words and marks for nothing.
  private static func isSomething(_ bytes: UnsafeBufferPointer<UInt8>, _ writing: Writing) -> Bool {
    guard let first = bytes.first, let last = bytes.last, isSolid(first) else { return false }
    if last < 0x80 {
      guard isSolid(last) else { return false }
    } else {
      // Chinese characters take three bytes.
      guard bytes.count >= 3, (0xE4...0xE9).contains(bytes[bytes.count - 3]) else { return false }
    }
    return writing == .quoted || bytes.count > 6 || (0xE4...0xE9).contains(first)
  }

  /// No control character, and not the beginning of one that nobody sees (U+0080–9F, U+2000–206F, U+FEFF).
  private static func isVisible(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != 0x7F && byte != 0xC2 && byte != 0xE2 && byte != 0xEF
  }

  /// A blank, or the beginning of the ideographic one.
  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0xE3 }

  /// A printing character of ASCII, or the beginning of a Chinese one.
  private static func isSolid(_ byte: UInt8) -> Bool { (0x21...0x7E).contains(byte) || (0xE4...0xE9).contains(byte) }

  // MARK: - Booleans

  private static let yes = ByteText("true")
  private static let no = ByteText("false")
  private static let 是 = ByteText("是")
  private static let 否 = ByteText("否")

  private static func boolean(_ bytes: UnsafeBufferPointer<UInt8>, _ writing: Writing) -> Value? {
    if writing == .quoted { return nil }
    if yes.holds(bytes) { return .boolean(true) }
    if no.holds(bytes) { return .boolean(false) }
    if writing != .cell { return nil }
    return 是.holds(bytes) ? .boolean(true) : 否.holds(bytes) ? .boolean(false) : nil
  }

  // MARK: - Numbers

  private static func number(
    _ bytes: UnsafeBufferPointer<UInt8>, _ writing: Writing, _ form: FieldForm, isInteger: Bool
  ) -> Value? {
    guard writing != .quoted, let number = decimal(bytes, isInteger: isInteger) else { return nil }
    if writing == .cell, form.isPercentage, number <= .one { return nil }
    return admitted(.number(number), form)
  }

  /// At most 18 digits, without superfluous zeros in front.
  private static func decimal(_ bytes: UnsafeBufferPointer<UInt8>, isInteger: Bool) -> Decimal? {
    let isNegative = bytes.first == UInt8(ascii: "-")
    let start = isNegative ? 1 : 0
    guard bytes.count > start, bytes.count - start <= 19 else { return nil }
    var coefficient: Int64 = 0
    var point: Int?
    for index in start..<bytes.count {
      switch bytes[index] {
      case UInt8(ascii: ".") where point == nil && index > start: point = index
      case 0x30...0x39: coefficient = coefficient &* 10 &+ Int64(bytes[index] - 0x30)
      default: return nil
      }
    }
    let places = point.map { bytes.count - 1 - $0 } ?? 0
    let whole = (point ?? bytes.count) - start
    guard whole + places <= 18, point == nil || (places > 0 && !isInteger), whole == 1 || bytes[start] != 0x30 else {
      return nil
    }
    return Decimal(
      coefficient: isNegative ? -coefficient : coefficient, exponent: coefficient == 0 ? 0 : Int16(-places))
  }

  private static func admitted(_ value: Value, _ form: FieldForm) -> Value? {
    guard form.isBounded else { return value }
    if let range = form.field.range, !range.contains(value) { return nil }
    if let usual = form.field.usual, !usual.contains(value) { return nil }
    return value
  }

  // MARK: - Dates

  /// `2025-03-01` and nothing else.
  private static func date(
    _ bytes: UnsafeBufferPointer<UInt8>, _ writing: Writing, _ form: FieldForm
  ) -> Value? {
    guard writing != .word, bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = digits(bytes, 0..<4), let month = digits(bytes, 5..<7), let day = digits(bytes, 8..<10), year > 0,
      let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    return admitted(.date(date), form)
  }

  private static func digits(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    var value = 0
    for index in range {
      guard (0x30...0x39).contains(bytes[index]) else { return nil }
      value = value * 10 + Int(bytes[index] - 0x30)
    }
    return value
  }
}
