/// A sheet: rows that have something in them, their cells in the text that stands for the workbook.
struct Sheet {
  let name: String
  let isHidden: Bool
  let index: Int
  var rows: [Row] = []
  var cells: [Cell] = []
  var merges: [Merge] = []
  /// How many of the rows nobody sees, for they are filtered or hidden.
  var hiddenRows = 0

  struct Row {
    /// As the spreadsheet numbers it.
    let number: Int
    let cells: Range<Int>
    /// The line of the text.
    let range: Range<Int>
  }

  /// Small, since there are millions.
  struct Cell {
    let start: UInt32
    let length: UInt32
    let column: UInt16
    let nature: CellNature

    var range: Range<Int> { Int(start)..<Int(start) + Int(length) }
  }

  struct Merge {
    let rows: ClosedRange<Int>
    let columns: ClosedRange<Int>
  }

  func cells(of row: Row) -> ArraySlice<Cell> { cells[row.cells] }
}

/// What a cell of a workbook holds; a cell of CSV is always as somebody typed it.
enum CellNature: UInt8, Sendable {
  case typed
  /// A number that is shown as one.
  case number
  case date, dayAndMonth, dateTime, time
  case boolean
  /// `#N/A`, `#REF!` and the like.
  case error
  /// A formula of which the file does not say what it comes to.
  case uncomputed
  /// A number of which the cell shows another: a thousandth.
  case scaled
  /// Part of merged cells, of which the first alone holds something.
  case covered
}

/// A workbook, and the text that stands for it: each row a line.
struct Workbook {
  let system: DateSystem
  var sheets: [Sheet] = []
  var text = WorkbookText()
}

/// The text that stands for a workbook. In it a line break is a blank, for each row is one line; what a cell says exactly is
/// kept beside it.
struct WorkbookText {
  private(set) var bytes: [UInt8] = []
  private var exact: [Int: String] = [:]

  var count: Int { bytes.count }

  mutating func append(_ more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }

  mutating func cut(to count: Int) {
    bytes.removeLast(bytes.count - count)
    if !exact.isEmpty { exact = exact.filter { $0.key < count } }
  }

  /// Where the cell stands then.
  mutating func appendCell(_ text: some Collection<UInt8>) -> Range<Int> {
    let start = bytes.count
    bytes.append(contentsOf: text)
    var isChanged = false
    for index in start..<bytes.count {
      switch bytes[index] {
      case 0x09, 0x0A, 0x0D:
        bytes[index] = 0x20
        isChanged = true
      // The sign that stands between cells.
      case 0xE2 where bytes[index...].starts(with: Self.separator):
        bytes.replaceSubrange(index..<index + 3, with: [0xEF, 0xBD, 0x9C])
        isChanged = true
      default: break
      }
    }
    if isChanged { exact[start] = String(decoding: text, as: UTF8.self) }
    return start..<bytes.count
  }

  private static let separator: [UInt8] = [0xE2, 0x94, 0x82]

  /// What a cell says.
  func text(_ range: Range<Int>) -> String {
    if !exact.isEmpty, let text = exact[range.lowerBound], text.utf8.count == range.count { return text }
    return bytes.withUnsafeBufferPointer {
      String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self)
    }
  }
}
