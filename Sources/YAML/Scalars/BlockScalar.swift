import Diagnostics

/// A literal or folded scalar: indentation goes, and at the end what the header says (YAML 1.2.2 §8.1).
struct BlockScalar {
  private var written: WrittenText
  private let isFolded: Bool
  private let value: String
  private var text: DecodedText
  private var header = Header()

  private struct Header {
    var indentation: Int?
    var chomping = Chomping.clip
  }

  private enum Chomping {
    case strip, clip, keep
  }

  init(_ scalar: Scalar) {
    let bytes = scalar.span.source.bytes
    // The blank lines behind the last character, which `+` keeps, do not belong to the span.
    let end = bytes[scalar.span.range.upperBound...].firstIndex { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    written = WrittenText(bytes, scalar.span.range.lowerBound..<(end ?? bytes.count))
    isFolded = scalar.style == .folded
    value = scalar.text
    text = DecodedText(from: scalar.span.range.upperBound)
  }

  /// An indentation that is written in the header counts from the parent's, which is not known here; but only one fits
  /// the value.
  consuming func decoded() -> DecodedText {
    takeHeader()
    let (first, deepest) = leadingSpaces()
    guard let least = header.indentation else { return body(max(deepest, 1)) }
    for indentation in least..<max(least, min(first, least + 200)) {
      let attempt = body(indentation)
      if attempt.isText(value) { return attempt }
    }
    return body(max(least, first))
  }

  private func body(_ indentation: Int) -> DecodedText {
    var body = self
    body.takeBody(indentation)
    return body.text
  }

  private mutating func takeBody(_ indentation: Int) {
    var trailing = takeBreaks(indentation)
    var leading: DecodedText.Part?
    var beganBlank = false
    while column == indentation, !written.isAtEnd {
      let isBlank = written.isBlank
      if isFolded, let fold = leading, fold.decoded == [0x0A], !beganBlank, !isBlank {
        if trailing.isEmpty { text.append([0x20], writtenAt: fold.written.lowerBound..<written.offset) }
      } else if let leading {
        text.append(leading)
      }
      for part in trailing { text.append(part) }
      beganBlank = isBlank
      takeLine()
      leading = takeBreak()
      trailing = takeBreaks(indentation)
    }
    chomp(leading, trailing)
  }

  private mutating func chomp(_ leading: DecodedText.Part?, _ trailing: [DecodedText.Part]) {
    if header.chomping != .strip, let leading { text.append(leading) }
    if header.chomping == .keep { for part in trailing { text.append(part) } }
  }

  // MARK: - Header

  private mutating func takeHeader() {
    written.offset += 1
    while let byte = written.current, written.lineBreak == nil {
      switch byte {
      case UInt8(ascii: "+"): header.chomping = .keep
      case UInt8(ascii: "-"): header.chomping = .strip
      case 0x31...0x39: header.indentation = Int(byte - 0x30)
      default: return skipRestOfHeader()
      }
      written.offset += 1
    }
    _ = takeBreak()
  }

  private mutating func skipRestOfHeader() {
    while !written.isAtEnd, written.lineBreak == nil { written.offset += 1 }
    _ = takeBreak()
  }

  // MARK: - Indentation

  /// How many spaces the first line begins with that has something in it, and the most that any up to it begins with.
  private func leadingSpaces() -> (first: Int, deepest: Int) {
    var ahead = written
    var deepest = 0
    while true {
      let spaces = Self.takeSpaces(&ahead)
      deepest = max(deepest, spaces)
      guard let lineBreak = ahead.lineBreak else { return (spaces, deepest) }
      ahead.offset += lineBreak.width
    }
  }

  private static func takeSpaces(_ text: inout WrittenText) -> Int {
    let start = text.offset
    while text.current == 0x20 { text.offset += 1 }
    return text.offset - start
  }

  // MARK: - Lines

  private var lineStart = 0
  private var column: Int { written.offset - lineStart }

  private mutating func takeLine() {
    let start = written.offset
    while !written.isAtEnd, written.lineBreak == nil { written.offset += 1 }
    text.append(written.bytes[start..<written.offset], writtenAt: start..<written.offset)
  }

  private mutating func takeBreak() -> DecodedText.Part? {
    let start = written.offset
    guard let lineBreak = written.lineBreak else { return nil }
    written.offset += lineBreak.width
    lineStart = written.offset
    return DecodedText.Part(decoded: lineBreak.decoded, written: start..<written.offset)
  }

  /// Empty lines, and the indentation of the next that is not empty.
  private mutating func takeBreaks(_ indentation: Int) -> [DecodedText.Part] {
    var breaks: [DecodedText.Part] = []
    while true {
      while column < indentation, written.current == 0x20 { written.offset += 1 }
      guard let lineBreak = takeBreak() else { return breaks }
      breaks.append(lineBreak)
    }
  }
}
