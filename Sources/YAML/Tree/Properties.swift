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
    if start + 1 < limit, bytes[start] == UInt8(ascii: "!"), bytes[start + 1] == UInt8(ascii: "<") {
      return bytes[start..<limit].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? limit
    }
    return bytes[start..<limit].firstIndex { " \t\r\n,[]{}".utf8.contains($0) } ?? limit
  }

  private static func skipBlanksAndComments(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Int {
    var offset = start
    while offset < limit {
      switch bytes[offset] {
      case 0x20, 0x09, 0x0A, 0x0D:
        offset += 1
      case UInt8(ascii: "#") where offset > start:
        offset = bytes[offset..<limit].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? limit
      default:
        return offset
      }
    }
    return offset
  }
}
