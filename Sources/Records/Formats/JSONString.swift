/// What stands between the quotes of a JSON string (RFC 8259 §7). simdjson has made sure that it is UTF-8 without
/// control characters.
enum JSONString {
  /// Whether every escape is one.
  static func isWellFormed(_ written: UnsafeBufferPointer<UInt8>) -> Bool {
    guard written.contains(backslash) else { return true }
    return decode(written) != nil
  }

  /// Faulty escapes become U+FFFD.
  static func decoded(_ written: UnsafeBufferPointer<UInt8>) -> String {
    guard written.contains(backslash) else { return String(decoding: written, as: UTF8.self) }
    return decode(written) ?? "\u{FFFD}"
  }

  private static let backslash = UInt8(ascii: "\\")

  private static func decode(_ written: UnsafeBufferPointer<UInt8>) -> String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(written.count)
    var rest = written[...]
    while let byte = rest.popFirst() {
      guard byte == backslash else {
        bytes.append(byte)
        continue
      }
      guard let scalar = takeEscape(&rest) else { return nil }
      bytes.append(contentsOf: String(Character(scalar)).utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func takeEscape(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>) -> Unicode.Scalar? {
    switch rest.popFirst() {
    case UInt8(ascii: "\""): "\""
    case UInt8(ascii: "\\"): "\\"
    case UInt8(ascii: "/"): "/"
    case UInt8(ascii: "b"): "\u{08}"
    case UInt8(ascii: "f"): "\u{0C}"
    case UInt8(ascii: "n"): "\n"
    case UInt8(ascii: "r"): "\r"
    case UInt8(ascii: "t"): "\t"
    case UInt8(ascii: "u"): takeCodePoint(&rest)
    default: nil
    }
  }

  /// A character beyond U+FFFF is written as two surrogates.
  private static func takeCodePoint(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>) -> Unicode.Scalar? {
    guard let unit = takeUnit(&rest) else { return nil }
    guard (0xD800...0xDBFF).contains(unit) else { return Unicode.Scalar(unit) }
    guard rest.starts(with: "\\u".utf8) else { return nil }
    rest = rest.dropFirst(2)
    guard let low = takeUnit(&rest), (0xDC00...0xDFFF).contains(low) else { return nil }
    return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
  }

  private static func takeUnit(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>) -> UInt32? {
    let digits = rest.prefix(4)
    rest = rest.dropFirst(digits.count)
    guard digits.count == 4 else { return nil }
    var unit: UInt32 = 0
    for digit in digits {
      guard let value = Character(Unicode.Scalar(digit)).hexDigitValue else { return nil }
      unit = unit << 4 | UInt32(value)
    }
    return unit
  }
}
