import Diagnostics
import Rules

/// A cell of a table, a row of cells, or a list that is spread over several cells or rows.
enum TableValue: WrittenValue {
  case cell(TableCell, Source)
  case row(TableRow, Source)
  case list([TableValue], Range<Int>)
  /// A row within a row: which components, and the cell of each.
  case parts([(component: Int, cell: TableCell)], Range<Int>, Source)

  var kind: WrittenKind {
    switch self {
    case .cell: .cell
    case .row, .parts: .row
    case .list: .list
    }
  }

  var range: Range<Int> {
    switch self {
    case .cell(let cell, _): cell.range
    case .row(let row, _): row.range
    case .list(_, let range), .parts(_, let range, _): range
    }
  }

  var furtherRanges: [Range<Int>] {
    if case .row(let row, _) = self { row.details.flatMap(\.lines) + row.further.map(\.range) } else { [] }
  }

  var text: String { cell?.text ?? "" }
  var nature: CellNature { cell?.nature ?? .typed }
  var mergedWith: String? { cell?.mergedWith }
  var fixes: FixIt.Applicability { .display }

  private var cell: TableCell? {
    if case .cell(let cell, _) = self { cell } else { nil }
  }

  var elements: [TableValue] {
    if case .list(let elements, _) = self { elements } else { [] }
  }

  func forEachField(in form: RowForm, _ body: (FieldName, Range<Int>, TableValue) -> Void) {
    switch self {
    case .row(let row, let source): row.forEachField(source, body)
    case .parts(let parts, _, let source):
      for (component, cell) in parts { body(.known(component), cell.range, .cell(cell, source)) }
    case .cell, .list: break
    }
  }

  func plainFact(_ form: FieldForm) -> PlainFact? {
    guard case .cell(let cell, _) = self, cell.mergedWith == nil else { return nil }
    switch (cell.nature, form.plain) {
    case (.typed, _), (.number, .integer), (.number, .number), (.date, .date), (.dayAndMonth, .date): break
    default: return nil
    }
    return cell.text.utf8.withContiguousStorageIfAvailable { PlainFact($0, .cell, form) } ?? nil
  }

  var fragment: Fragment? {
    guard case .cell(let cell, let source) = self else { return nil }
    return cell.fragment(source)
  }
}

/// The cells of a row, under the columns of the header.
struct TableRow {
  let cells: [TableCell]
  let header: TableHeader
  let range: Range<Int>
  /// Lists of which the rows stand on other sheets.
  var details: [TableDetail] = []
  /// What stands in further rows of the table: more of its lists.
  var further: [(cells: [TableCell], range: Range<Int>)] = []

  func forEachField(_ source: Source, _ body: (FieldName, Range<Int>, TableValue) -> Void) {
    for (column, cell) in zip(header.columns, cells) {
      switch column {
      case .field(let index):
        // A list that has a sheet of its own may have a column for saying that there is nothing.
        if cell.isBlank, details.contains(where: { $0.field == index }) { continue }
        body(.known(index), cell.range, .cell(cell, source))
      case .number(let name): body(.unknown(name), cell.range, .cell(cell, source))
      case .part, .unknown, .ignored: break
      }
    }
    for spread in header.spreads {
      let more = header.openLists.contains(spread.field) ? further.map(\.cells) : []
      if let value = spread.value([cells] + more, source) { body(.known(spread.field), value.range, value) }
    }
    for detail in details { body(.known(detail.field), detail.value.range, detail.value) }
  }
}

/// The rows of a list on a sheet of its own that belong to one record.
struct TableDetail {
  let field: Int
  let value: TableValue
  let lines: [Range<Int>]
}

/// A list or a row of fields that is spread over columns: `荣誉.1.名称`, `荣誉.1.级别`, `荣誉.2.名称`.
struct TableSpread {
  let field: Int
  /// For each row of the list, or the one row, which column holds what; `nil` for a list of plain values.
  let rows: [[(component: Int?, column: Int)]]
  let isList: Bool

  /// `nil` when all its cells are empty.
  ///
  /// - Parameter lines: the row, and those that go on with it.
  func value(_ lines: [[TableCell]], _ source: Source) -> TableValue? {
    let written = lines.enumerated().flatMap { index, cells in
      rows.map { row in
        let slots = row.map { (component: $0.component, cell: cells[$0.column]) }.filter { !$0.cell.isBlank }
        // One that is merged over all rows of the nominee stands in the first.
        return index > 0 && slots.allSatisfy { $0.cell.mergedWith != nil } ? [] : slots
      }
    }
    let cells = written.joined().map(\.cell)
    guard let first = cells.first, let end = cells.map(\.range.upperBound).max() else { return nil }
    // The one word 无 is about the whole.
    if cells.count == 1, CellText.trimmed(first.text) == "无" { return .cell(first, source) }
    let range = first.range.lowerBound..<max(first.range.upperBound, end)
    let values = written.filter { !$0.isEmpty }.map { row -> TableValue in
      guard row[0].component != nil else { return .cell(row[0].cell, source) }
      let parts = row.compactMap { slot in slot.component.map { ($0, slot.cell) } }
      let last = parts.map(\.1.range.upperBound).max() ?? 0
      return .parts(parts, row[0].cell.range.lowerBound..<max(row[0].cell.range.upperBound, last), source)
    }
    return isList ? .list(values, range) : values.first
  }
}
