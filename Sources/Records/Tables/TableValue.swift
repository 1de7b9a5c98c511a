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
    if case .row(let row, _) = self { row.details.flatMap(\.lines) } else { [] }
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
      if let value = spread.value(cells, source) { body(.known(spread.field), value.range, value) }
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
  func value(_ cells: [TableCell], _ source: Source) -> TableValue? {
    let written = rows.map { row in row.filter { !cells[$0.column].isBlank } }
    let first = written.joined().first
    guard let first, let last = written.joined().max(by: { $0.column < $1.column }) else { return nil }
    // The one word 无 is about the whole.
    let only = cells[first.column]
    if written.joined().count == 1, CellText.trimmed(only.text) == "无" { return .cell(only, source) }
    let range = only.range.lowerBound..<max(only.range.upperBound, cells[last.column].range.upperBound)
    let values = written.filter { !$0.isEmpty }.map { row -> TableValue in
      guard let one = row.first, one.component != nil else { return .cell(cells[row[0].column], source) }
      let parts = row.compactMap { slot in slot.component.map { ($0, cells[slot.column]) } }
      return .parts(
        parts, cells[one.column].range.lowerBound..<(parts.map(\.1.range.upperBound).max() ?? 0), source)
    }
    return isList ? .list(values, range) : values.first
  }
}
