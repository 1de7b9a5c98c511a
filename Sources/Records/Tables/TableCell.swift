import Diagnostics

/// A cell: what it says, and the bytes that it takes in the file, quotes included.
struct TableCell {
  let text: String
  let range: Range<Int>
  var nature = CellNature.typed
  /// Of merged cells other than the first: where that one is, such as `B2`. One that is filled from it says what it says.
  var mergedWith: String?

  var isBlank: Bool { nature != .uncomputed && nature != .covered && CellText.trimmed(text).isEmpty }

  /// Where each character stands, for a doubled quote is one.
  func fragment(_ source: Source) -> Fragment {
    let quote = UInt8(ascii: "\"")
    let written = source.bytes[range]
    guard source.grid == nil, let open = written.firstIndex(of: quote),
      written[..<open].allSatisfy({ $0 == 0x20 || $0 == 0x09 }),
      let close = written.lastIndex(of: quote), open < close
    else { return verbatim(source) }
    var bytes: [UInt8] = []
    var pieces: [Fragment.Piece] = []
    var offset = open + 1
    while offset < close {
      let width = written[offset] == quote ? 2 : 1
      let piece = Fragment.Piece(decoded: bytes.count..<bytes.count + 1, written: offset..<offset + width)
      bytes.append(written[offset])
      if width == 1, let last = pieces.last, !last.isEscape {
        pieces[pieces.count - 1] = Fragment.Piece(
          decoded: last.decoded.lowerBound..<bytes.count, written: last.written.lowerBound..<offset + 1)
      } else {
        pieces.append(piece)
      }
      offset += width
    }
    guard bytes.elementsEqual(text.utf8) else { return verbatim(source) }
    return Fragment(text: text, source: source, pieces: pieces)
  }

  private func verbatim(_ source: Source) -> Fragment {
    let blanks = source.grid == nil ? source.bytes[range].prefix { $0 == 0x20 || $0 == 0x09 }.count : 0
    let start = range.lowerBound + blanks
    let length = min(text.utf8.count, max(0, range.upperBound - start))
    return Fragment(
      text: text, source: source,
      pieces: [Fragment.Piece(decoded: 0..<text.utf8.count, written: start..<start + length)])
  }
}

extension [TableCell] {
  /// From the first cell to the last.
  var range: Range<Int> { (first?.range.lowerBound ?? 0)..<(last?.range.upperBound ?? 0) }
}
