import Diagnostics
import Rules

/// The rows of the sheet that lists the nominees.
struct NomineeList {
  private let table: SheetTable
  private let rows: ArraySlice<Sheet.Row>
  private let header: TableHeader
  private let form: RowForm
  private let source: Source
  /// The columns that say who the nominee is, each with its field, if it is one.
  private let identity: [(column: Int, name: String)]

  init(_ table: SheetTable, rows: ArraySlice<Sheet.Row>, _ header: TableHeader, _ form: RowForm, _ source: Source) {
    self.table = table
    self.rows = rows
    self.header = header
    self.form = form
    self.source = source
    identity = header.columns.enumerated().compactMap { index, column in
      switch column {
      case .number(let name): (index, name)
      case .field(let field) where form.keys.contains(field) || form.title == field: (index, form.names[field])
      default: nil
      }
    }
  }

  /// - Parameter before: errors in the log before anything was read of the sheets. With rows of lists that are nobody’s no record
  ///   is taken; what is wrong with the records is told all the same.
  func read(
    _ details: [DetailSheet], _ system: DateSystem, errorsBefore before: Int, _ log: inout DiagnosticLog,
    _ body: (RecordOutcome) -> Void
  ) {
    for detail in details { checkOwners(detail, &log) }
    let isSound = log.errorCount == before
    var ordinal = 0
    forEachNominee(&log) { nominee, log in
      var reader = FactReader(source, form, tableRow: nominee.number, dateSystem: system)
      let own = details.compactMap { detail in
        detail.owner.key(nominee.cells, detail.owner.main).flatMap { detail.detail($0, source) }
      }
      let record = TableRow(
        cells: nominee.cells, header: header, range: nominee.range, details: own, further: nominee.further)
      let outcome = reader.outcome(TableValue.row(record, source), ordinal: ordinal, log: &log)
      if isSound { body(outcome) }
      ordinal += 1
    }
    if ordinal == 0, isSound { log.report(Diagnostic(.noRecords, at: Span(source, 0..<0))) }
  }

  // MARK: - Nominees

  private struct Nominee {
    let number: Int
    let cells: [TableCell]
    let range: Range<Int>
    /// Rows in which their lists go on.
    var further: [(cells: [TableCell], range: Range<Int>)] = []
  }

  private func forEachNominee(_ log: inout DiagnosticLog, _ body: (Nominee, inout DiagnosticLog) -> Void) {
    var current: Nominee?
    for row in rows {
      if table.isCaption(row) {
        log.report(Diagnostic(.captionRow, at: Span(source, row.range, disclosing: [row.range])))
        continue
      }
      if table.isTotal(row) {
        log.report(Diagnostic(.totalRow, at: Span(source, row.range, disclosing: [row.range])))
        continue
      }
      let cells = cells(of: row)
      if let nominee = current, goesOn(cells, nominee) {
        for fault in faults(of: cells, row) { log.report(fault) }
        current?.further.append((cells, row.range))
        continue
      }
      guard says(cells) else { continue }
      if let fault = nameless(cells, row) {
        log.report(fault)
        continue
      }
      if let nominee = current { body(nominee, &log) }
      let nominee = Nominee(number: row.number, cells: cells, range: row.range)
      current = header.openLists.isEmpty ? nil : nominee
      if header.openLists.isEmpty { body(nominee, &log) }
    }
    if let current { body(current, &log) }
  }

  private func cells(of row: Sheet.Row) -> [TableCell] {
    table.cells(
      of: row, width: header.columns.count, isRead: { header.columns[$0] != .ignored },
      isFilled: { column in
        switch header.columns[column] {
        case .field(let index): form.fields[index].field.fillsDown
        case .part(let field, _, let component?): form.fields[field].inner?.fields[component].field.fillsDown ?? false
        default: false
        }
      })
  }

  /// Whether somebody wrote something about a nominee: not just a number of the row in advance.
  private func says(_ cells: [TableCell]) -> Bool {
    zip(header.columns, cells).contains { column, cell in
      column != .ignored && cell.mergedWith == nil && !cell.isBlank
    }
  }

  // MARK: - Nominees with several rows

  /// Whether a row belongs to the nominee above: who it is stands there, in cells that are merged with those of this row.
  private func goesOn(_ cells: [TableCell], _ nominee: Nominee) -> Bool {
    guard !header.openLists.isEmpty else { return false }
    var isMerged = false
    for (column, _) in identity {
      guard let first = cells[column].mergedWith else {
        if cells[column].isBlank { continue }
        return false
      }
      guard let row = Int(first.drop { $0.isLetter }), row >= nominee.number else { return false }
      isMerged = true
    }
    return isMerged
  }

  /// Facts that stand in such a row although they are of no list.
  private func faults(of cells: [TableCell], _ row: Sheet.Row) -> [Diagnostic] {
    zip(header.columns, cells).compactMap { column, cell in
      guard !isOpen(column), column != .ignored, cell.mergedWith == nil, !cell.isBlank else { return nil }
      return Diagnostic(.writtenTwice, at: Span(source, cell.range), ["column": name(of: column)])
    }
  }

  /// A row of a list of which nobody says whose it is, though it may be meant of the nominee above.
  private func nameless(_ cells: [TableCell], _ row: Sheet.Row) -> Diagnostic? {
    guard !header.openLists.isEmpty, let first = identity.first else { return nil }
    guard identity.allSatisfy({ cells[$0.column].isBlank && cells[$0.column].mergedWith == nil }) else { return nil }
    let isOfList = zip(header.columns, cells).contains { isOpen($0) && !$1.isBlank }
    guard isOfList else { return nil }
    return Diagnostic(.nobodysRow, at: Span(source, row.range), ["column": first.name])
  }

  private func isOpen(_ column: TableColumn) -> Bool {
    if case .part(let field, _, _) = column { header.openLists.contains(field) } else { false }
  }

  private func name(of column: TableColumn) -> String {
    switch column {
    case .field(let field), .part(let field, _, _): form.names[field]
    case .number(let name), .unknown(let name): name
    case .ignored: ""
    }
  }

  // MARK: - Owners

  /// Rows of a list belong to one record each.
  private func checkOwners(_ detail: DetailSheet, _ log: inout DiagnosticLog) {
    var count: [String: Int] = [:]
    var ignored = DiagnosticLog()
    forEachNominee(&ignored) { nominee, _ in
      if let key = detail.owner.key(nominee.cells, detail.owner.main) { count[key, default: 0] += 1 }
    }
    let lost = detail.rows.filter { count[$0.key] != 1 }.flatMap { key, rows in rows.map { (key, $0) } }
      .sorted { $0.1.number < $1.1.number }
    for (key, row) in lost {
      let cells = detail.cells(of: row)
      let place = Span(source, cells[detail.owner.own[0]].range)
      log.report(
        Diagnostic(
          count[key] == nil ? .unknownOwner : .severalOwners, at: place,
          ["column": detail.owner.title, "owner": detail.owner.shown(cells)]))
    }
  }
}
