/// The line in which a place is, as a terminal shows it: what is not for every eye hidden, without characters that
/// would move the cursor, and no longer than a line of the terminal.
struct Excerpt {
  let line: String
  /// Cells of the terminal in front of the place.
  let indent: Int
  /// Cells that the place takes, at least one.
  let carets: Int

  /// The widest line that is shown whole, and the widest part of a wider one.
  private static let widest = 100
  /// How much of a wider line is shown in front of the place.
  private static let widestBefore = 40

  init(_ span: Span) {
    let whole = span.source.line(span.start.line)
    let lower = min(span.range.lowerBound, whole.endIndex)
    let upper = min(max(span.range.upperBound, lower), whole.endIndex)
    let bytes = Self.near(lower, in: whole)
    let cells = Cell.cells(bytes, of: span)
    let place = (cells.firstIndex { $0.offset >= lower } ?? cells.count)..<cells.count
    let first = cells[place].first.map { $0.offset > lower ? place.lowerBound - 1 : place.lowerBound }
    let start = max(first ?? cells.count, 0)
    let end = cells[start...].firstIndex { $0.offset >= upper } ?? cells.count
    let window = Self.window(cells, around: start)
    let cutBefore = window.lowerBound > 0 || bytes.startIndex > whole.startIndex
    let cutAfter = window.upperBound < cells.count || bytes.endIndex < whole.endIndex
    line = (cutBefore ? "…" : "") + cells[window].map(\.text).joined() + (cutAfter ? "…" : "")
    indent = (cutBefore ? 1 : 0) + cells[window.lowerBound..<start].width
    carets = max(1, cells[start..<max(start, min(end, window.upperBound))].width)
  }

  /// The bytes about a place that could be shown, from the beginning of a character: a file can be one long line.
  private static func near(_ place: Int, in line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let reach = 1000
    var start = max(line.startIndex, place - reach)
    while start > line.startIndex, start < place, line[start] & 0xC0 == 0x80 { start += 1 }
    var end = min(line.endIndex, place + reach)
    while end < line.endIndex, end > place, line[end] & 0xC0 == 0x80 { end -= 1 }
    return line[start..<end]
  }

  /// The cells that are shown of a line too wide to be shown whole.
  private static func window(_ cells: [Cell], around start: Int) -> Range<Int> {
    guard cells[...].width > widest else { return 0..<cells.count }
    var lower = start
    var upper = start
    var before = 0
    while lower > 0, before + cells[lower - 1].width <= widestBefore {
      lower -= 1
      before += cells[lower].width
    }
    var room = widest - before
    while upper < cells.count, cells[upper].width <= room {
      room -= cells[upper].width
      upper += 1
    }
    // Near the end of the line there is more to see in front.
    while lower > 0, cells[lower - 1].width <= room {
      lower -= 1
      room -= cells[lower].width
    }
    return lower..<upper
  }
}

/// A character of the line: what is shown of it, and how many cells that takes.
private struct Cell {
  let text: String
  let width: Int
  /// In the source.
  let offset: Int

  static func cells(_ bytes: ArraySlice<UInt8>, of span: Span) -> [Cell] {
    var cells: [Cell] = []
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    var offset = bytes.startIndex
    var disclosed = span.disclosed[...]
    while true {
      let scalar: Unicode.Scalar
      let length: Int
      switch parser.parseScalar(from: &rest) {
      case .valid(let encoded): (scalar, length) = (Unicode.UTF8.decode(encoded), encoded.count)
      case .error(let count): (scalar, length) = ("\u{FFFD}", count)
      case .emptyInput: return cells
      }
      while let first = disclosed.first, first.upperBound <= offset { disclosed.removeFirst() }
      let isShown = !span.source.isConfidential || disclosed.first.map { $0.contains(offset) } ?? false
      // A mark at the very beginning belongs to the file, not to its text.
      if offset > 0 || scalar != "\u{FEFF}" { cells.append(Cell(scalar, at: offset, isShown: isShown)) }
      offset += length
    }
  }

  private init(_ scalar: Unicode.Scalar, at offset: Int, isShown: Bool) {
    self.offset = offset
    if !isShown, !scalar.isPunctuation {
      width = cellWidth(scalar)
      text = String(repeating: "*", count: width)
    } else if scalar == "\t" {
      (text, width) = (" ", 1)
    } else {
      text = scalar.picture ?? String(Character(scalar))
      width = scalar.picture.map(displayWidth) ?? cellWidth(scalar)
    }
  }
}

extension ArraySlice<Cell> {
  fileprivate var width: Int { reduce(0) { $0 + $1.width } }
}

extension Unicode.Scalar {
  /// Blanks and signs, which say how a text is built, not what it says.
  fileprivate var isPunctuation: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark, .unassigned, .privateUse:
      false
    default: true
    }
  }
}
