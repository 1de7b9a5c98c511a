import FEEL

/// A decimal number written with nothing but digits, a point and a sign, whose value is kept whole.
struct PlainNumber {
  let value: Decimal

  /// The most digits that a number of FEEL has (DMN 1.5 §10.3.2.3.1).
  static let digits = 34

  /// `nil` for any other form, for one with more digits than there is room for, and for one that could not be written
  /// out again.
  init?(_ text: String) {
    guard Self.hasForm(text.utf8, exponentAllowed: false), !Self.isTooLong(text), let value = Decimal(text),
      Self.hasForm(value.description.utf8, exponentAllowed: false)
    else { return nil }
    self.value = value
  }

  /// Whether a text is a number but for its length.
  static func isTooLong(_ text: String) -> Bool {
    let mantissa = text.utf8.prefix { $0 != UInt8(ascii: "e") && $0 != UInt8(ascii: "E") }
    guard mantissa.count > digits else { return false }
    let digits = mantissa.filter { (0x30...0x39).contains($0) }.drop { $0 == 0x30 }
    return (digits.lastIndex { $0 != 0x30 }.map { $0 - digits.startIndex + 1 } ?? 0) > self.digits
  }

  static func hasForm(_ text: String.UTF8View, exponentAllowed: Bool) -> Bool {
    var rest = text[...]
    func takeDigits() -> Bool {
      let count = rest.prefix { (0x30...0x39).contains($0) }.count
      rest = rest.dropFirst(count)
      return count > 0
    }
    func take(_ bytes: UInt8...) -> Bool {
      guard let first = rest.first, bytes.contains(first) else { return false }
      rest = rest.dropFirst()
      return true
    }
    _ = take(UInt8(ascii: "-"))
    guard takeDigits() else { return false }
    if take(UInt8(ascii: ".")), !takeDigits() { return false }
    if exponentAllowed, take(UInt8(ascii: "e"), UInt8(ascii: "E")) {
      _ = take(UInt8(ascii: "-"), UInt8(ascii: "+"))
      if !takeDigits() { return false }
    }
    return rest.isEmpty
  }
}
