internal import Diagnostics

/// The text between two tags as it is meant: entities put in, CDATA opened, comments left out.
struct ContentText {
  private let source: Source
  private let bytes: ArraySlice<UInt8>
  private var position: Int
  private var text: [UInt8] = []
  private var pieces: [Fragment.Piece] = []

  /// - Parameter range: well-formed content without elements in it.
  static func fragment(_ source: Source, _ range: Range<Int>) -> Fragment {
    var content = ContentText(source, range)
    content.read()
    return Fragment(text: String(decoding: content.text, as: UTF8.self), source: source, pieces: content.pieces)
  }

  private init(_ source: Source, _ range: Range<Int>) {
    self.source = source
    bytes = source.bytes[range]
    position = range.lowerBound
  }

  private mutating func read() {
    while position < bytes.endIndex {
      let start = position
      switch bytes[position] {
      case UInt8(ascii: "&"): entity()
      case UInt8(ascii: "<"): markup()
      case 0x0D: lineBreak()
      default: plain { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "<") || $0 == 0x0D }
      }
      // What is not understood is let stand: the place of a text matters less than getting on.
      if position == start { copy(start..<start + 1) }
    }
    // An empty text has a place, too.
    if pieces.isEmpty { pieces = [Fragment.Piece(decoded: 0..<0, written: bytes.startIndex..<bytes.startIndex)] }
  }

  private mutating func plain(until stops: (UInt8) -> Bool) {
    let end = bytes[position...].firstIndex(where: stops) ?? bytes.endIndex
    copy(position..<end)
  }

  private mutating func copy(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    pieces.append(Fragment.Piece(decoded: text.count..<text.count + range.count, written: range))
    text += bytes[range]
    position = range.upperBound
  }

  private mutating func put(_ added: some Collection<UInt8>, writtenAt range: Range<Int>) {
    pieces.append(Fragment.Piece(decoded: text.count..<text.count + added.count, written: range))
    text += added
    position = range.upperBound
  }

  /// XML 1.0 §2.11: a line break is one line feed.
  private mutating func lineBreak() {
    let isPair = position + 1 < bytes.endIndex && bytes[position + 1] == 0x0A
    put([0x0A], writtenAt: position..<position + (isPair ? 2 : 1))
  }

  private mutating func entity() {
    guard let end = bytes[position...].firstIndex(of: UInt8(ascii: ";")) else { return }
    let name = String(decoding: bytes[position + 1..<end], as: UTF8.self)
    guard let scalar = ContentText.scalar(name) else { return }
    put(Array(String(Character(scalar)).utf8), writtenAt: position..<end + 1)
  }

  private static func scalar(_ name: String) -> Unicode.Scalar? {
    switch name {
    case "lt": "<"
    case "gt": ">"
    case "amp": "&"
    case "quot": "\""
    case "apos": "'"
    default:
      if name.hasPrefix("#x") {
        UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
      } else if name.hasPrefix("#") {
        UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init)
      } else {
        nil
      }
    }
  }

  private mutating func markup() {
    if let end = end(of: "<![CDATA[", "]]>") {
      position += 9
      while position < end - 3 {
        if bytes[position] == 0x0D { lineBreak() }
        copy(position..<(bytes[position..<end - 3].firstIndex(of: 0x0D) ?? end - 3))
      }
      position = end
    } else if let end = end(of: "<!--", "-->") ?? end(of: "<?", "?>") {
      position = end
    }
  }

  private func end(of opening: String, _ closing: String) -> Int? {
    let rest = bytes[position...]
    guard rest.starts(with: opening.utf8) else { return nil }
    return rest.firstRange(of: Array(closing.utf8))?.upperBound
  }
}
