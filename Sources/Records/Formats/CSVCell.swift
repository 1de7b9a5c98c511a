import Diagnostics
import Rules

/// A cell of a table, or a row of cells.
enum CSVValue: WrittenValue {
  case cell(CSVCell, Source)
  case row(CSVRow, Source)

  var kind: WrittenKind {
    switch self {
    case .cell: .cell
    case .row: .row
    }
  }

  var range: Range<Int> {
    switch self {
    case .cell(let cell, _): cell.range
    case .row(let row, _): row.range
    }
  }

  var text: String {
    switch self {
    case .cell(let cell, _): cell.text
    case .row: ""
    }
  }

  var elements: [CSVValue] { [] }
  var fixes: FixIt.Applicability { .display }

  func forEachField(in form: RowForm, _ body: (FieldName, Range<Int>, CSVValue) -> Void) {
    guard case .row(let row, let source) = self else { return }
    for (column, cell) in zip(row.columns, row.cells) {
      if let name = column { body(name, cell.range, .cell(cell, source)) }
    }
  }

  func plainFact(_ form: FieldForm) -> PlainFact? {
    guard case .cell(let cell, _) = self else { return nil }
    return cell.text.utf8.withContiguousStorageIfAvailable { PlainFact($0, .cell, form) } ?? nil
  }

  var fragment: Fragment? {
    guard case .cell(let cell, let source) = self else { return nil }
    return cell.fragment(source)
  }
}

/// A cell: what it says, and the bytes that it takes between its separators, quotes included.
struct CSVCell {
  let text: String
  let range: Range<Int>

  /// Where each character stands, for a doubled quote is one.
  func fragment(_ source: Source) -> Fragment {
    let quote = UInt8(ascii: "\"")
    let written = source.bytes[range]
    guard let open = written.firstIndex(of: quote), written[..<open].allSatisfy({ $0 == 0x20 || $0 == 0x09 }),
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
    let blanks = source.bytes[range].prefix { $0 == 0x20 || $0 == 0x09 }.count
    let start = range.lowerBound + blanks
    let length = min(text.utf8.count, max(0, range.upperBound - start))
    return Fragment(
      text: text, source: source,
      pieces: [Fragment.Piece(decoded: 0..<text.utf8.count, written: start..<start + length)])
  }
}

/// The cells of a row, under the columns of the header.
struct CSVRow {
  let cells: [CSVCell]
  /// `nil` for a column that says nothing about the nominee.
  let columns: [FieldName?]
  let range: Range<Int>
}
