import CCsvSys
import Diagnostics

/// Cells and rows of a CSV text (RFC 4180), by libcsv.
///
/// libcsv gives no places; but it is fed up to the next comma or line break each time, so that a cell that comes out
/// ends with what has just gone in.
struct CSVScanner {
  private let source: Source
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ source: Source, _ bytes: UnsafeBufferPointer<UInt8>) {
    self.source = source
    self.bytes = bytes
  }

  enum Step {
    case row([TableCell], number: Int)
    /// The row with this number cannot be read: a quote is where none belongs.
    case faulty(at: Int, line: Range<Int>, number: Int)
    /// A quote is never closed; where it stands.
    case unclosed(at: Int, number: Int)
  }

  /// Calls `body` for every row that is not blank; rows are numbered as a spreadsheet does, from 1.
  func scan(_ body: (Step) -> Void) {
    var parser = csv_parser()
    guard csv_init(&parser, UInt8(CSV_STRICT | CSV_STRICT_FINI)) == 0 else { return }
    defer { csv_free(&parser) }
    var state = ScanState(start: source.bytes.startOfText)
    while state.offset < bytes.count {
      let piece = state.offset..<endOfPiece(from: state.offset)
      if skipsBlankLine(piece, &state) { continue }
      let taken = feed(&parser, piece, &state)
      state.offset += taken
      if taken == piece.count {
        takeRow(&state, body)
      } else {
        csv_free(&parser)
        _ = csv_init(&parser, UInt8(CSV_STRICT | CSV_STRICT_FINI))
        skipLine(&state, body)
      }
    }
    finish(&parser, &state, body)
  }

  /// Behind the next comma or line break.
  private func endOfPiece(from start: Int) -> Int {
    var offset = start
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      if byte == 0x2C || byte == 0x0A { break }
      if byte == 0x0D {
        // A carriage return belongs to the line feed behind it.
        if offset < bytes.count, bytes[offset] == 0x0A { offset += 1 }
        break
      }
    }
    return offset
  }

  /// libcsv passes over blank lines; they count as rows all the same.
  private func skipsBlankLine(_ piece: Range<Int>, _ state: inout ScanState) -> Bool {
    guard state.cells.isEmpty, state.cellStart == piece.lowerBound, bytes[piece.upperBound - 1] != 0x2C,
      bytes[piece].allSatisfy({ [0x20, 0x09, 0x0A, 0x0D].contains($0) })
    else { return false }
    state.offset = piece.upperBound
    state.cellStart = piece.upperBound
    state.rowNumber += 1
    return true
  }

  /// How many bytes libcsv takes: all, unless a quote is where none belongs.
  private func feed(_ parser: inout csv_parser, _ piece: Range<Int>, _ state: inout ScanState) -> Int {
    guard let base = bytes.baseAddress else { return piece.count }
    state.cellEnd = endOfCell(piece)
    return withUnsafeMutablePointer(to: &state) {
      csv_parse(&parser, base + piece.lowerBound, piece.count, ScanState.takeCell, ScanState.endRow, $0)
    }
  }

  /// Before the comma or the line break.
  private func endOfCell(_ piece: Range<Int>) -> Int {
    var end = piece.upperBound
    if end > piece.lowerBound, bytes[end - 1] == 0x2C { return end - 1 }
    while end > piece.lowerBound, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return end
  }

  private func takeRow(_ state: inout ScanState, _ body: (Step) -> Void) {
    guard state.rowEnded else { return }
    state.rowEnded = false
    state.cellStart = state.offset
    state.rowNumber += 1
    if state.cells.contains(where: { !$0.text.isEmpty }) { body(.row(state.cells, number: state.rowNumber)) }
    state.cells.removeAll(keepingCapacity: true)
  }

  /// Goes on behind the line in which the fault is.
  private func skipLine(_ state: inout ScanState, _ body: (Step) -> Void) {
    let start = state.cells.first?.range.lowerBound ?? state.cellStart
    let end = bytes.end(ofLineAt: state.offset)
    state.rowNumber += 1
    state.cells.removeAll()
    state.rowEnded = false
    body(.faulty(at: state.offset, line: start..<max(start, end), number: state.rowNumber))
    state.offset = min(end + 1, bytes.count)
    state.cellStart = state.offset
  }

  private func finish(_ parser: inout csv_parser, _ state: inout ScanState, _ body: (Step) -> Void) {
    state.cellEnd = bytes.count
    let status = withUnsafeMutablePointer(to: &state) {
      csv_fini(&parser, ScanState.takeCell, ScanState.endRow, $0)
    }
    if status != 0 { return body(.unclosed(at: state.cellStart, number: state.rowNumber + 1)) }
    takeRow(&state, body)
  }
}

/// What libcsv's callbacks write down.
private struct ScanState {
  var offset: Int
  var cellStart: Int
  var cellEnd: Int
  var cells: [TableCell] = []
  var rowEnded = false
  var rowNumber = 0

  init(start: Int) {
    offset = start
    cellStart = start
    cellEnd = start
  }

  static let takeCell: @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = {
    bytes, count, context in
    guard let state = context?.assumingMemoryBound(to: ScanState.self) else { return }
    let text = UnsafeRawBufferPointer(start: bytes, count: bytes == nil ? 0 : count)
    let start = min(state.pointee.cellStart, state.pointee.cellEnd)
    state.pointee.cells.append(
      TableCell(text: String(decoding: text, as: UTF8.self), range: start..<state.pointee.cellEnd))
    state.pointee.cellStart = state.pointee.cellEnd + 1
  }

  static let endRow: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = { _, context in
    context?.assumingMemoryBound(to: ScanState.self).pointee.rowEnded = true
  }
}
