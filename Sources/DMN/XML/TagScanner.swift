/// Finds where the tags of a document stand, in its bytes; the parser that understands them gives no exact places.
///
/// It relies on the document being well-formed: the parser stops at the first fault, and then nobody asks for more.
struct TagScanner {
  private let bytes: [UInt8]
  private var position = 0
  /// The end of an element that was written `<name/>`, as an empty end tag behind it.
  private var selfClosed: Int?

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next start tag; `nil` at the end of the document.
  mutating func nextStart() -> Range<Int>? {
    while let tag = nextTag() {
      if !tag.isEnd { return tag.range }
    }
    return nil
  }

  /// The next end tag, which is empty for `<name/>`.
  mutating func nextEnd() -> Range<Int>? {
    while let tag = nextTag() {
      if tag.isEnd { return tag.range }
    }
    return nil
  }

  private mutating func nextTag() -> (range: Range<Int>, isEnd: Bool)? {
    if let end = selfClosed {
      selfClosed = nil
      return (end..<end, true)
    }
    while let open = find("<", from: position) {
      if skip("<!--", to: "-->", at: open) || skip("<![CDATA[", to: "]]>", at: open) || skip("<?", to: "?>", at: open) {
        continue
      }
      let end = endOfTag(from: open)
      position = end
      if open + 1 < bytes.count, bytes[open + 1] == UInt8(ascii: "/") { return (open..<end, true) }
      if end >= 2, bytes[end - 2] == UInt8(ascii: "/") { selfClosed = end }
      return (open..<end, false)
    }
    position = bytes.count
    return nil
  }

  private mutating func skip(_ opening: String, to closing: String, at start: Int) -> Bool {
    guard holds(opening, at: start) else { return false }
    position = find(closing, from: start + opening.utf8.count).map { $0 + closing.utf8.count } ?? bytes.count
    return true
  }

  /// Behind the `>` that is in no quoted attribute.
  private func endOfTag(from start: Int) -> Int {
    var quote: UInt8?
    for index in start..<bytes.count {
      switch bytes[index] {
      case let byte where byte == quote: quote = nil
      case UInt8(ascii: "\""), UInt8(ascii: "'"): if quote == nil { quote = bytes[index] }
      case UInt8(ascii: ">") where quote == nil: return index + 1
      default: continue
      }
    }
    return bytes.count
  }

  private func holds(_ text: String, at start: Int) -> Bool {
    let end = start + text.utf8.count
    return end <= bytes.count && bytes[start..<end].elementsEqual(text.utf8)
  }

  private func find(_ text: String, from start: Int) -> Int? {
    guard let first = text.utf8.first else { return nil }
    var index = start
    while index < bytes.count {
      if bytes[index] == first, holds(text, at: index) { return index }
      index += 1
    }
    return nil
  }
}
