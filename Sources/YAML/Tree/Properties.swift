import Diagnostics

/// Where a node's anchor, its tag and what follows them were written; libyaml's marks begin with the first of these.
struct Properties {
  private(set) var anchor: Span?
  private(set) var tag: Span?
  let content: Span

  init(_ event: Event, in text: CheckedText) {
    var lower = text.byteOffset(event.start)
    let upper = max(lower, text.byteOffset(event.end))
    let bytes = text.source.bytes
    for _ in 0..<(event.anchor == nil ? 0 : 1) + (event.tag == nil ? 0 : 1) {
      guard lower < upper, bytes[lower] == UInt8(ascii: "&") || bytes[lower] == UInt8(ascii: "!") else { break }
      let end = Self.propertyEnd(bytes, lower, upper)
      let place = Span(text.source, lower..<end)
      if bytes[lower] == UInt8(ascii: "&") { anchor = place } else { tag = place }
      lower = Self.skipBlanksAndComments(bytes, end, upper)
    }
    content = Span(text.source, lower..<upper)
  }

  private static func propertyEnd(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Int {
    var text = WrittenText(bytes, start..<limit)
    if text.peek(0) == UInt8(ascii: "!"), text.peek(1) == UInt8(ascii: "<") {
      return bytes[start..<limit].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? limit
    }
    if text.current == UInt8(ascii: "&") { return anchorEnd(bytes, start, limit) }
    while let byte = text.current, !" \t,[]{}".utf8.contains(byte), text.lineBreak == nil { text.offset += 1 }
    return text.offset
  }

  /// libyaml takes `&a:b` for the anchor `a` of `:b`.
  private static func anchorEnd(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Int {
    bytes[(start + 1)..<limit].firstIndex {
      switch $0 {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: "-"):
        false
      default: true
      }
    } ?? limit
  }

  private static func skipBlanksAndComments(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Int {
    var text = WrittenText(bytes, start..<limit)
    while !text.isAtEnd {
      if text.isBlank {
        text.offset += 1
      } else if let lineBreak = text.lineBreak {
        text.offset += lineBreak.width
      } else if text.current == UInt8(ascii: "#"), text.offset > start {
        while !text.isAtEnd, text.lineBreak == nil { text.offset += 1 }
      } else {
        break
      }
    }
    return text.offset
  }
}
