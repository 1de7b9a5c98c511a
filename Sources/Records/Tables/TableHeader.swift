import Diagnostics
import Rules

/// What stands under one title of a table.
enum TableColumn: Hashable {
  case field(Int)
  /// Part of a list or a row of fields: in which of its rows, from 0, and which component.
  case part(field: Int, row: Int?, component: Int?)
  /// The nominee's number, 编号, which need not be a field.
  case number(String)
  /// It says nothing about the nominee.
  case ignored
  case unknown(String)

  var isKnown: Bool {
    switch self {
    case .field, .part: true
    case .number, .ignored, .unknown: false
    }
  }
}

/// The row of a table that names the fields.
final class TableHeader {
  let columns: [TableColumn]
  let spreads: [TableSpread]
  /// Lists of which a nominee may have further rows of the table.
  let openLists: Set<Int>

  /// `nil` when a column has no field; every such column is reported.
  convenience init?(_ cells: [TableCell], _ form: RowForm, _ source: Source, _ log: inout DiagnosticLog) {
    let columns = cells.map { TableTitle($0.text, form).column }
    self.init(cells, columns, within: cells.range, openLists: [], form, source, &log)
  }

  /// - Parameter range: the row, or the two, that name the columns.
  init?(
    _ cells: [TableCell], _ columns: [TableColumn], within range: Range<Int>, openLists: Set<Int>, _ form: RowForm,
    _ source: Source, _ log: inout DiagnosticLog
  ) {
    self.columns = columns
    self.openLists = openLists
    spreads = TableHeader.spreads(columns, form)
    guard columns.contains(where: \.isKnown) || cells.count == 1 else {
      log.report(Diagnostic(.csvHeaderMissing, at: Span(source, range)))
      return nil
    }
    let faults = TableHeader.faults(cells, columns, form, source)
    // What names columns is for every eye.
    let disclosed = [range].removing(ResidentNumber.births(in: source.bytes[range]))
    log.report(contentsOf: faults.map { $0.disclosing(disclosed) })
    guard faults.isEmpty else { return nil }
  }

  private static func faults(
    _ cells: [TableCell], _ columns: [TableColumn], _ form: RowForm, _ source: Source
  ) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    var seen: [TableColumn: Range<Int>] = [:]
    // A list stands in one cell or in several, not in both.
    var whole: [Int: Range<Int>] = [:]
    var parts: [Int: Range<Int>] = [:]
    for (cell, column) in zip(cells, columns) {
      let name = CellText.trimmed(cell.text)
      let place = Span(source, cell.range)
      if case .unknown(let name) = column {
        let candidates = nearestName(to: name, among: form.names)
        let notes = candidates.map { [Note(.perhapsMeant, ["name": $0])] } ?? []
        faults.append(Diagnostic(.csvUnknownColumn, at: place, ["name": name], notes: notes))
      }
      guard column != .ignored else { continue }
      var first = seen.updateValue(cell.range, forKey: column)
      switch column {
      case .field(let field):
        first = first ?? parts[field]
        whole[field] = whole[field] ?? cell.range
      case .part(let field, _, _):
        first = first ?? whole[field]
        parts[field] = parts[field] ?? cell.range
      case .number, .ignored, .unknown: break
      }
      if let first {
        faults.append(
          Diagnostic(
            .csvDuplicateColumn, at: place, ["name": name], notes: [Note(.firstColumn, at: Span(source, first))]))
      }
    }
    return faults
  }

  private static func spreads(_ columns: [TableColumn], _ form: RowForm) -> [TableSpread] {
    var rows: [Int: [Int: [(component: Int?, column: Int)]]] = [:]
    for (index, column) in columns.enumerated() {
      guard case .part(let field, let row, let component) = column else { continue }
      rows[field, default: [:]][row ?? 0, default: []].append((component, index))
    }
    return rows.keys.sorted().map { field in
      let ordered = (rows[field] ?? [:]).sorted { $0.key < $1.key }.map(\.value)
      if case .list = form.fields[field].field.shape {
        return TableSpread(field: field, rows: ordered, isList: true)
      }
      return TableSpread(field: field, rows: ordered, isList: false)
    }
  }
}
