import Diagnostics
import FEEL

/// Reads the cells of a sheet: `xl/worksheets/sheet1.xml`.
final class SheetReader: XMLVisitor {
  enum Fault: Error, Equatable {
    case tooManyCells(limit: Int)
    /// Cells that do not come in their order, or point to nothing.
    case damaged
  }

  /// Of a whole workbook, blanks in front of others included.
  static let mostCells = 20_000_000
  static let mostColumns = 16_384
  static let mostRows = 1_048_576
  static let mostText = 1 << 30
  private static let mostPadding = 255

  private(set) var sheet: Sheet
  private(set) var text: WorkbookText
  private(set) var lines: [Grid.Line]
  private(set) var count: Int
  private(set) var fault: Fault?
  var isDone: Bool { fault != nil }

  private let strings: SharedStrings
  private let formats: [NumberFormat]
  private let system: DateSystem
  private let isUncomputed: Bool

  // The row that is being read.
  private var rowNumber = 0
  private var rowStart = 0
  private var firstCell = 0
  private var column = -1
  private var countInRow = 0
  private var widest = 0
  private var isInRow = false
  private var isRowHidden = false

  // The cell that is being read.
  private var type = CellType.number
  private var style = 0
  private var value: [UInt8] = []
  private var inline = RichText()
  private var isInValue = false
  private var isFormula = false
  private var nextColumn = 0

  private enum CellType { case number, shared, inline, formulaText, boolean, error, isoDate }

  init(
    _ sheet: Sheet, after text: consuming WorkbookText, _ lines: consuming [Grid.Line], count: Int,
    _ strings: SharedStrings, _ formats: [NumberFormat], _ index: WorkbookIndex
  ) {
    self.sheet = sheet
    self.text = text
    self.lines = lines
    self.count = count
    self.strings = strings
    self.formats = formats
    system = index.system
    isUncomputed = index.isUncomputed
  }

  func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "c": beginCell(attributes)
    case "v": isInValue = true
    case "f": isFormula = true
    case "row": beginRow(attributes)
    case "mergeCell": if let area = attributes.text("ref").flatMap(Self.area) { sheet.merges.append(area) }
    default: if type == .inline { inline.begin(name) }
    }
  }

  func end(_ name: XMLName) {
    switch name {
    case "c": endCell()
    case "v": isInValue = false
    case "row": endRow()
    default: if type == .inline { inline.end(name) }
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isInValue { value += bytes } else if type == .inline { inline.take(bytes) }
  }

  // MARK: - Rows

  private func beginRow(_ attributes: XMLAttributes) {
    let number = attributes.number("r") ?? rowNumber + 1
    guard number > rowNumber, number <= Self.mostRows else { return stop(.damaged) }
    isRowHidden = attributes.flag("hidden")
    rowNumber = number
    rowStart = text.count
    firstCell = sheet.cells.count
    column = -1
    countInRow = 0
    isInRow = true
  }

  private func endRow() {
    guard isInRow else { return }
    isInRow = false
    guard sheet.cells.count > firstCell else { return text.cut(to: rowStart) }
    count += countInRow
    if isRowHidden { sheet.hiddenRows += 1 }
    // As wide as the rows above, so that an empty cell at the end has its place, too.
    widest = min(max(widest, column), Self.mostPadding)
    while column < widest {
      text.append(Grid.separator)
      column += 1
    }
    sheet.rows.append(
      Sheet.Row(number: rowNumber, cells: firstCell..<sheet.cells.count, range: rowStart..<text.count))
    lines.append(Grid.Line(sheet: sheet.index, row: rowNumber))
    text.append([0x0A])
  }

  // MARK: - Cells

  private func beginCell(_ attributes: XMLAttributes) {
    value.removeAll(keepingCapacity: true)
    isFormula = false
    style = attributes.value("s").flatMap { Self.number($0) } ?? 0
    type = Self.type(attributes.value("t"))
    if type == .inline { inline.removeAll() }
    let next = attributes.value("r").map { Self.column($0) } ?? column + 1
    guard isInRow, next > column, next < Self.mostColumns else { return stop(.damaged) }
    nextColumn = next
  }

  private func endCell() {
    guard fault == nil, isInRow else { return }
    defer { type = .number }
    let content = content()
    // Blanks in front are counted, for the text shows them; and an empty cell may be merged with another.
    countInRow += nextColumn - column
    guard count + countInRow <= Self.mostCells, text.count + (content?.0.count ?? 0) < Self.mostText else {
      return stop(.tooManyCells(limit: Self.mostCells))
    }
    if column < 0 { column = 0 }
    while column < nextColumn {
      text.append(Grid.separator)
      column += 1
    }
    guard let (bytes, nature) = content, !bytes.isEmpty || nature == .uncomputed else { return }
    let range = text.appendCell(bytes)
    sheet.cells.append(
      Sheet.Cell(
        start: UInt32(range.lowerBound), length: UInt32(range.count), column: UInt16(column), nature: nature))
  }

  private func content() -> (ArraySlice<UInt8>, CellNature)? {
    if isFormula, isUncomputed { return ([], .uncomputed) }
    switch type {
    case .shared:
      guard let index = Int(String(decoding: value, as: UTF8.self)), let text = strings[index] else {
        stop(.damaged)
        return nil
      }
      return (text, .typed)
    case .inline: return (inline.text[...], .typed)
    case .formulaText: return (value[...], .typed)
    case .boolean: return (Array((value.first == 0x31 ? "TRUE" : "FALSE").utf8)[...], .boolean)
    case .error: return (value.isEmpty ? Array("#ERROR!".utf8)[...] : value[...], .error)
    case .isoDate: return isoDate()
    case .number:
      if value.isEmpty { return isFormula ? ([], .uncomputed) : nil }
      return number()
    }
  }

  /// What strict workbooks may write: `2025-03-01T00:00:00`.
  private func isoDate() -> (ArraySlice<UInt8>, CellNature) {
    let day = value.prefix { $0 != UInt8(ascii: "T") }
    let time = value.dropFirst(day.count + 1)
    let isMidnight = time.allSatisfy {
      [UInt8(ascii: "0"), UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "Z")].contains($0)
    }
    return isMidnight ? (day, .date) : (day + [0x20] + time.prefix(5), .dateTime)
  }

  private func number() -> (ArraySlice<UInt8>, CellNature) {
    let format = formats.indices.contains(style) ? formats[style] : .number
    switch format {
    case .number where Self.isPlain(value): return (value[...], .number)
    case .number: return (stored { $0.text() }, .number)
    case .percent: return (stored { $0.text(shiftedBy: 2) + "%" }, .typed)
    case .scaled: return (stored { $0.text() }, .scaled)
    case .unit(let unit): return (stored { $0.text() + unit }, .typed)
    case .padded(let width): return (stored { Self.padded($0.text(), width) }, .number)
    case .date, .dayAndMonth, .time, .dateTime: return instant(format)
    }
  }

  private func stored(_ text: (StoredNumber) -> String) -> ArraySlice<UInt8> {
    guard let number = StoredNumber(value) else { return value[...] }
    return Array(text(number).utf8)[...]
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    guard !text.contains("."), !text.contains("-"), text.utf8.count < width else { return text }
    return String(repeating: "0", count: min(width, 100) - text.utf8.count) + text
  }

  private func instant(_ format: NumberFormat) -> (ArraySlice<UInt8>, CellNature) {
    let written = String(decoding: value, as: UTF8.self)
    guard let serial = Double(written), let instant = SerialInstant(serial, system) else {
      return (stored { $0.text() }, .number)
    }
    func bytes(_ text: String) -> ArraySlice<UInt8> { Array(text.utf8)[...] }
    // 0.35 is a time of day, whatever the format.
    if format == .time || serial < 1, !instant.isMidnight || format == .time { return (bytes(instant.time), .time) }
    guard let date = instant.date else { return (stored { $0.text() }, .number) }
    if !instant.isMidnight { return (bytes("\(date) \(instant.time)"), .dateTime) }
    return (bytes(date.description), format == .dayAndMonth ? .dayAndMonth : .date)
  }

  /// Digits and a point, not more than a workbook keeps: as it should be shown.
  private static func isPlain(_ value: [UInt8]) -> Bool {
    guard value.count <= 15, let first = value.first, let last = value.last, last != UInt8(ascii: ".") else {
      return false
    }
    var points = 0
    for (index, byte) in value.enumerated() {
      switch byte {
      case 0x30...0x39: continue
      case UInt8(ascii: "."): points += 1
      case UInt8(ascii: "-") where index == 0: continue
      default: return false
      }
    }
    return points == 0 ? first != 0x30 || value.count == 1 : points == 1 && first != UInt8(ascii: ".") && last != 0x30
  }

  // MARK: - References

  private static func type(_ name: UnsafePointer<CChar>?) -> CellType {
    guard let name else { return .number }
    if name.holds("s") { return .shared }
    if name.holds("inlineStr") { return .inline }
    if name.holds("str") { return .formulaText }
    if name.holds("b") { return .boolean }
    if name.holds("e") { return .error }
    if name.holds("d") { return .isoDate }
    return .number
  }

  private static func number(_ text: UnsafePointer<CChar>) -> Int? {
    var value = 0
    var place = text
    while (0x30...0x39).contains(place.pointee), value < 1 << 30 {
      value = value * 10 + Int(place.pointee - 0x30)
      place += 1
    }
    return place > text ? value : nil
  }

  /// Of `AB12`, from 0; beyond all columns for what is none.
  private static func column(_ reference: UnsafePointer<CChar>) -> Int {
    var value = 0
    var place = reference
    while (0x41...0x5A).contains(place.pointee), value <= mostColumns {
      value = value * 26 + Int(place.pointee - 0x40)
      place += 1
    }
    return value == 0 ? mostColumns : value - 1
  }

  /// `B2:C5`
  private static func area(_ reference: String) -> Sheet.Merge? {
    let corners = reference.split(separator: ":").map { corner in
      (
        column: corner.withCString { column($0) },
        row: Int(corner.drop { $0.isLetter }) ?? 0
      )
    }
    guard let first = corners.first, let last = corners.last, first.row >= 1, first.row <= last.row,
      first.column <= last.column, last.column < mostColumns, last.row <= mostRows
    else { return nil }
    return Sheet.Merge(rows: first.row...last.row, columns: first.column...last.column)
  }

  private func stop(_ fault: Fault) { self.fault = self.fault ?? fault }
}
