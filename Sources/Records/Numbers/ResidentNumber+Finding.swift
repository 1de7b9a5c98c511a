public import Diagnostics

extension ResidentNumber {
  /// Whether something that looks like a resident number stands in a text.
  public static func occurs(in source: Source) -> Bool { !births(in: source.bytes[...]).isEmpty }

  /// Where a text holds what looks like resident numbers: the eight digits of birth of each, in bytes.
  ///
  /// Wrong ones count, too, and such as people write with blanks or in full width.
  static func births(in bytes: ArraySlice<UInt8>) -> [Range<Int>] {
    var births: [Range<Int>] = []
    var group: [Range<Int>] = []
    var pure: [Range<Int>] = []
    func endGroup() {
      if let birth = birth(group, in: bytes) { births.append(birth) }
      group = []
    }
    func endPure(_ isGroupOver: Bool) {
      if let birth = birth(pure, in: bytes) {
        births.append(birth)
        group = []
      }
      pure = []
      if isGroupOver { endGroup() }
    }
    var offset = bytes.startIndex
    while offset < bytes.endIndex {
      let width = widthOfDigit(bytes[offset...])
      if width > 0 {
        group.append(offset..<offset + width)
        pure.append(offset..<offset + width)
      } else if !pure.isEmpty {
        endPure(bytes[offset] != 0x20 && bytes[offset] != 0x2D)
      } else if !group.isEmpty {
        endGroup()
      }
      offset += max(width, 1)
    }
    endPure(true)
    return births
  }

  /// Whether what looks like one, with a year of birth in its place, stands anywhere in a text.
  public static func isFound(in text: String) -> Bool { !births(in: Array(text.utf8)[...]).isEmpty }

  /// With the digits of birth hidden.
  static func concealed(in text: String) -> String {
    var bytes = Array(text.utf8)
    let births = births(in: bytes[...])
    guard !births.isEmpty else { return text }
    for birth in births.reversed() { bytes.replaceSubrange(birth, with: Array("********".utf8)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The place of the birth in 17 or 18 digits, if a year stands where the year of birth belongs.
  private static func birth(_ digits: [Range<Int>], in bytes: ArraySlice<UInt8>) -> Range<Int>? {
    guard (17...18).contains(digits.count) else { return nil }
    let century = digits[6..<8].map { bytes[$0.upperBound - 1] & 0x0F }
    guard century == [1, 8] || century == [1, 9] || century == [2, 0] else { return nil }
    return digits[6].lowerBound..<digits[13].upperBound
  }

  /// A digit or the letter X, in half or in full width (U+FF10–FF19, U+FF38, U+FF58); 0 for anything else.
  private static func widthOfDigit(_ bytes: ArraySlice<UInt8>) -> Int {
    guard let first = bytes.first else { return 0 }
    switch first {
    case 0x30...0x39, UInt8(ascii: "X"), UInt8(ascii: "x"): return 1
    case 0xEF where bytes.count >= 3:
      let rest = (bytes[bytes.startIndex + 1], bytes[bytes.startIndex + 2])
      let isDigit = rest.0 == 0xBC && ((0x90...0x99).contains(rest.1) || rest.1 == 0xB8)
      return isDigit || rest == (0xBD, 0x98) ? 3 : 0
    default: return 0
    }
  }
}

extension Diagnostic {
  /// The same about a confidential text of which all may be shown but resident numbers.
  public var hidingResidentNumbers: Diagnostic {
    guard let source = span?.source else { return self }
    let all = 0..<source.bytes.count
    return disclosing([all].removing(ResidentNumber.births(in: source.bytes[all])))
  }
}
