import Diagnostics

/// Reads a scalar as written once more, to learn where each of its characters stands, for libyaml does not say.
enum ScalarDecoder {
  /// If this reading and libyaml's should ever differ, the whole scalar is one piece, which is true though coarse.
  static func fragment(of scalar: Scalar) -> Fragment {
    var decoded = decoded(scalar)
    guard decoded.isText(scalar.text) else {
      let whole = Fragment.Piece(decoded: 0..<scalar.text.utf8.count, written: scalar.span.range)
      return Fragment(text: scalar.text, source: scalar.span.source, pieces: [whole])
    }
    return Fragment(text: scalar.text, source: scalar.span.source, pieces: decoded.finished())
  }

  /// Whether every character's place is known.
  static func isExact(_ scalar: Scalar) -> Bool { decoded(scalar).isText(scalar.text) }

  private static func decoded(_ scalar: Scalar) -> DecodedText {
    let written = WrittenText(scalar.span)
    switch scalar.style {
    case .plain: return FlowScalar(written, .plain).decoded()
    case .singleQuoted: return FlowScalar(written, .singleQuoted).decoded()
    case .doubleQuoted: return FlowScalar(written, .doubleQuoted).decoded()
    case .literal, .folded: return BlockScalar(scalar).decoded()
    }
  }
}

/// A stretch of a source that is being walked through.
struct WrittenText {
  let bytes: [UInt8]
  var offset: Int
  let end: Int

  init(_ span: Span) {
    bytes = span.source.bytes
    offset = span.range.lowerBound
    end = span.range.upperBound
  }

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    offset = range.lowerBound
    end = range.upperBound
  }

  var isAtEnd: Bool { offset >= end }
  var current: UInt8? { offset < end ? bytes[offset] : nil }
  var isBlank: Bool { current == 0x20 || current == 0x09 }

  func peek(_ distance: Int) -> UInt8? { offset + distance < end ? bytes[offset + distance] : nil }

  /// How a line ends here, and what libyaml makes of it: it still counts U+0085, U+2028 and U+2029 among line breaks.
  var lineBreak: (width: Int, decoded: [UInt8])? {
    switch (current, peek(1), peek(2)) {
    case (0x0D, 0x0A, _): (2, [0x0A])
    case (0x0D, _, _), (0x0A, _, _): (1, [0x0A])
    case (0xC2, 0x85, _): (2, [0x0A])
    case (0xE2, 0x80, 0xA8): (3, [0xE2, 0x80, 0xA8])
    case (0xE2, 0x80, 0xA9): (3, [0xE2, 0x80, 0xA9])
    default: nil
    }
  }
}

/// What has been decoded so far, and where it was written.
struct DecodedText {
  private var bytes: [UInt8] = []
  private var pieces: [Fragment.Piece] = []
  /// Where an empty text would stand.
  private let start: Int

  init(from start: Int) { self.start = start }

  /// Bytes that stand for what was written at `written`.
  mutating func append(_ decoded: some Collection<UInt8>, writtenAt written: Range<Int>) {
    guard !decoded.isEmpty else { return }
    let lower = bytes.count
    bytes.append(contentsOf: decoded)
    let isVerbatim = decoded.count == written.count
    if isVerbatim, let last = pieces.last, !last.isEscape, last.written.upperBound == written.lowerBound {
      pieces[pieces.count - 1] = Fragment.Piece(
        decoded: last.decoded.lowerBound..<bytes.count, written: last.written.lowerBound..<written.upperBound)
    } else {
      pieces.append(Fragment.Piece(decoded: lower..<bytes.count, written: written))
    }
  }

  mutating func append(_ part: Part) { append(part.decoded, writtenAt: part.written) }

  /// A line break that has been read, and may count later.
  struct Part {
    let decoded: [UInt8]
    let written: Range<Int>
  }

  func isText(_ text: String) -> Bool { bytes.elementsEqual(text.utf8) }

  mutating func finished() -> [Fragment.Piece] {
    pieces.isEmpty ? [Fragment.Piece(decoded: 0..<0, written: start..<start)] : pieces
  }
}
