import Diagnostics
import Rules

/// Records in a workbook: a sheet that lists the nominees, and perhaps a sheet for each of their lists.
struct WorkbookRecords {
  private let source: Source
  private let form: RowForm

  init(_ source: Source, _ form: RowForm) {
    self.source = source
    self.form = form
  }

  func read(_ log: inout DiagnosticLog, _ body: (RecordOutcome) -> Void) -> [RecordBatch.Heading] {
    guard let (workbook, text) = WorkbookReader(source).read(&log) else { return [] }
    let shown = form.hides ? text.confidential : text
    guard let main = mainSheet(workbook, shown, &log) else { return [] }
    let row = main.table.sheet.rows[main.top]
    let titles = main.table.cells(of: row, width: main.table.width(of: row))
    guard let header = TableHeader(titles, form, shown, &log) else { return [] }
    let before = log.errorCount
    let details = main.details.compactMap { DetailSheet($0.table, $0.field, form, header, shown, &log) }
    guard log.errorCount == before else { return [] }
    let list = NomineeList(main.table, rows: main.table.sheet.rows.dropFirst(main.top + 1), header, form, shown)
    list.read(details, workbook.system, &log, body)
    return []
  }

  // MARK: - Sheets

  private struct Main {
    let table: SheetTable
    /// Which of its rows names the fields.
    let top: Int
    let details: [(field: Int, table: SheetTable)]
  }

  /// Sheets that explain how to fill in the others.
  private static let explaining: Set<String> = ["填表说明", "填写说明", "说明"]

  private func mainSheet(_ workbook: Workbook, _ shown: Source, _ log: inout DiagnosticLog) -> Main? {
    var tables: [SheetTable] = []
    var details: [(field: Int, table: SheetTable)] = []
    for sheet in workbook.sheets where !sheet.isHidden && !sheet.rows.isEmpty {
      let table = SheetTable(sheet, workbook.text)
      if case .field(let field) = TableTitle(sheet.name, form).column, form.fields[field].isList {
        details.append((field, table))
      } else if !Self.explaining.contains(CellText.titleKey(sheet.name)) {
        tables.append(table)
      }
    }
    guard let (chosen, top) = lists(tables, shown, &log) else { return nil }
    for table in tables where table.sheet.index != chosen.sheet.index {
      log.report(
        Diagnostic(
          .unreadSheet, at: table.sheet.rows.first.map { Span(shown, $0.range) }, ["sheet": table.sheet.name]))
    }
    return Main(table: chosen, top: top, details: details)
  }

  /// The one table that lists nominees.
  private func lists(
    _ tables: [SheetTable], _ shown: Source, _ log: inout DiagnosticLog
  ) -> (SheetTable, top: Int)? {
    var found = tables.compactMap { table in top(of: table, leniently: false).map { (table, $0) } }
    if found.isEmpty { found = tables.compactMap { table in top(of: table, leniently: true).map { (table, $0) } } }
    guard let first = found.first else {
      let row = tables.first?.sheet.rows.first
      log.report(Diagnostic(row == nil ? .noRecords : .csvHeaderMissing, at: row.map { Span(shown, $0.range) }))
      return nil
    }
    guard let (other, row) = found.dropFirst().first else { return first }
    let line = other.sheet.rows[row].range
    let arguments = ["sheet": first.0.sheet.name, "other": other.sheet.name]
    log.report(Diagnostic(.severalSheets, at: Span(shown, line, disclosing: [line]), arguments))
    return nil
  }

  /// The row that names the fields; what stands above it is a title of the form.
  ///
  /// - Parameter isLenient: whether one known title among unknown ones will do.
  private func top(of table: SheetTable, leniently isLenient: Bool) -> Int? {
    table.sheet.rows.prefix(20).firstIndex { row in
      let titles = table.cells(of: row, width: table.width(of: row)).filter { !$0.isBlank }
        .map { TableTitle($0.text, form).column }
      let known = titles.count(where: \.isKnown)
      let isAllNamed = titles.allSatisfy { if case .unknown = $0 { false } else { true } }
      return known >= 2 || known == 1 && (isAllNamed || isLenient)
    }
  }
}

/// The rows of the sheet that lists the nominees.
private struct NomineeList {
  private let table: SheetTable
  private let rows: ArraySlice<Sheet.Row>
  private let header: TableHeader
  private let form: RowForm
  private let source: Source

  init(_ table: SheetTable, rows: ArraySlice<Sheet.Row>, _ header: TableHeader, _ form: RowForm, _ source: Source) {
    self.table = table
    self.rows = rows
    self.header = header
    self.form = form
    self.source = source
  }

  func read(
    _ details: [DetailSheet], _ system: DateSystem, _ log: inout DiagnosticLog, _ body: (RecordOutcome) -> Void
  ) {
    let before = log.errorCount
    for detail in details { checkOwners(detail, &log) }
    guard log.errorCount == before else { return }
    var ordinal = 0
    for row in rows {
      if table.isCaption(row) {
        log.report(Diagnostic(.captionRow, at: Span(source, row.range, disclosing: [row.range])))
        continue
      }
      let cells = cells(of: row)
      guard says(cells) else { continue }
      var reader = FactReader(source, form, tableRow: row.number, dateSystem: system)
      let own = details.compactMap { detail in
        detail.owner.key(cells, detail.owner.main).flatMap { detail.detail($0, source) }
      }
      let record = TableRow(cells: cells, header: header, range: row.range, details: own)
      body(reader.outcome(TableValue.row(record, source), ordinal: ordinal, log: &log))
      ordinal += 1
    }
    if ordinal == 0 { log.report(Diagnostic(.noRecords, at: Span(source, 0..<0))) }
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

  /// Rows of a list belong to one record each.
  private func checkOwners(_ detail: DetailSheet, _ log: inout DiagnosticLog) {
    var count: [String: Int] = [:]
    for row in rows where !table.isCaption(row) {
      if let key = detail.owner.key(cells(of: row), detail.owner.main) { count[key, default: 0] += 1 }
    }
    let lost = detail.rows.filter { count[$0.key] != 1 }.flatMap { key, rows in rows.map { (key, $0) } }
      .sorted { $0.1.line.lowerBound < $1.1.line.lowerBound }
    for (key, row) in lost {
      let place = Span(source, row.cells[detail.owner.own[0]].range)
      log.report(
        Diagnostic(
          count[key] == nil ? .unknownOwner : .severalOwners, at: place,
          ["column": detail.owner.title, "owner": detail.owner.shown(row.cells)]))
    }
  }
}

extension FieldForm {
  fileprivate var isList: Bool {
    if case .list = field.shape { true } else { false }
  }
}
