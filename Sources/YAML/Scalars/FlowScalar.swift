import Diagnostics

/// A plain or quoted scalar: lines are folded, and in quotes there are escapes (YAML 1.2.2 §7.3).
struct FlowScalar {
  private var written: WrittenText
  private let style: Scalar.Style
  private var text: DecodedText

  init(_ written: WrittenText, _ style: Scalar.Style) {
    let isQuoted = style != .plain && written.end - written.offset >= 2
    self.written =
      isQuoted ? WrittenText(written.bytes, written.offset + 1..<written.end - 1) : written
    self.style = style
    text = DecodedText(from: self.written.offset)
  }

  consuming func decoded() -> DecodedText {
    while !written.isAtEnd {
      takeWord()
      takeSpace()
    }
    return text
  }

  /// Up to the next blank or line break.
  private mutating func takeWord() {
    while !written.isAtEnd, !written.isBlank, written.lineBreak == nil {
      let start = written.offset
      switch (style, written.current, written.peek(1)) {
      case (.singleQuoted, UInt8(ascii: "'"), UInt8(ascii: "'")):
        written.offset += 2
        text.append([UInt8(ascii: "'")], writtenAt: start..<written.offset)
      case (.doubleQuoted, UInt8(ascii: "\\"), _):
        guard takeEscape() else { return }
      case (_, let byte?, _):
        written.offset += 1
        text.append(CollectionOfOne(byte), writtenAt: start..<written.offset)
      case (_, nil, _):
        return
      }
    }
  }

  /// Blanks stay as they are unless a line break is among them; then one break becomes a space, and of more all but
  /// the first stay.
  private mutating func takeSpace(behindEscapedBreak: Bool = false) {
    let start = written.offset
    var blanksEnd: Int? = behindEscapedBreak ? start : nil
    var leading: DecodedText.Part?
    var trailing: [DecodedText.Part] = []
    while !written.isAtEnd {
      let offset = written.offset
      if let lineBreak = written.lineBreak {
        written.offset += lineBreak.width
        let part = DecodedText.Part(decoded: lineBreak.decoded, written: offset..<written.offset)
        if blanksEnd == nil {
          blanksEnd = offset
          leading = part
        } else {
          trailing.append(part)
        }
      } else if written.isBlank {
        written.offset += 1
      } else {
        break
      }
    }
    guard blanksEnd != nil else {
      return text.append(written.bytes[start..<written.offset], writtenAt: start..<written.offset)
    }
    fold(leading, trailing, start..<written.offset)
  }

  private mutating func fold(_ leading: DecodedText.Part?, _ trailing: [DecodedText.Part], _ range: Range<Int>) {
    if let leading, leading.decoded != [0x0A] { text.append(leading) }
    if leading?.decoded == [0x0A], trailing.isEmpty { text.append([0x20], writtenAt: range) }
    for part in trailing { text.append(part) }
  }

  // MARK: - Escapes (YAML 1.2.2 §5.7)

  /// `false` behind an escaped line break, for the blanks of the next line go with it.
  private mutating func takeEscape() -> Bool {
    let start = written.offset
    written.offset += 1
    if let lineBreak = written.lineBreak {
      written.offset += lineBreak.width
      takeSpace(behindEscapedBreak: true)
      return false
    }
    guard let letter = written.current else { return true }
    written.offset += 1
    let digits = Self.digits[letter] ?? 0
    let scalar = digits > 0 ? hexadecimal(digits) : Self.simple[letter]
    guard let scalar, let character = Unicode.Scalar(scalar) else { return true }
    text.append(Array(String(character).utf8), writtenAt: start..<written.offset)
    return true
  }

  private mutating func hexadecimal(_ count: Int) -> UInt32? {
    guard written.offset + count <= written.end else { return nil }
    let digits = written.bytes[written.offset..<written.offset + count]
    written.offset += count
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  private static let digits: [UInt8: Int] = [
    UInt8(ascii: "x"): 2, UInt8(ascii: "u"): 4, UInt8(ascii: "U"): 8,
  ]

  private static let simple: [UInt8: UInt32] = [
    UInt8(ascii: "0"): 0x00, UInt8(ascii: "a"): 0x07, UInt8(ascii: "b"): 0x08, UInt8(ascii: "t"): 0x09,
    0x09: 0x09, UInt8(ascii: "n"): 0x0A, UInt8(ascii: "v"): 0x0B, UInt8(ascii: "f"): 0x0C,
    UInt8(ascii: "r"): 0x0D, UInt8(ascii: "e"): 0x1B, 0x20: 0x20, UInt8(ascii: "\""): 0x22,
    UInt8(ascii: "/"): 0x2F, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "N"): 0x85, UInt8(ascii: "_"): 0xA0,
    UInt8(ascii: "L"): 0x2028, UInt8(ascii: "P"): 0x2029,
  ]
}
