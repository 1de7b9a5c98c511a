import Diagnostics
import Rules

/// Records in a workbook: a sheet that lists the nominees, and perhaps a sheet for each of their lists.
struct WorkbookRecords {
  private let source: Source
  private let form: RowForm
  /// The sheet that lists the nominees, if somebody says which.
  private let sheet: String?

  init(_ source: Source, _ form: RowForm, sheet: String?) {
    self.source = source
    self.form = form
    self.sheet = sheet
  }

  /// - Parameter opened: told now and then how much of the workbook has been opened, up to 1.
  func read(
    _ log: inout DiagnosticLog, _ opened: (Double) -> Void, _ body: (RecordOutcome) -> Void
  ) -> [RecordBatch.Heading] {
    guard let (workbook, text) = WorkbookReader(source).read(&log, opened) else { return [] }
    let shown = form.hides ? text.confidential : text
    guard let main = mainSheet(workbook, shown, &log), let header = main.header.header(form, shown, &log) else {
      return []
    }
    for table in [main.table] + main.details.map(\.table) where table.sheet.hiddenRows > 0 {
      let first = table.sheet.rows.first.map { Span(shown, $0.range) }
      log.report(
        Diagnostic(.hiddenRows, at: first, ["sheet": table.sheet.name, "count": "\(table.sheet.hiddenRows)"]))
    }
    let before = log.errorCount
    let details = main.details.compactMap { DetailSheet($0.table, $0.field, form, header, shown, &log) }
    let rows = main.table.sheet.rows.dropFirst(main.header.bottom + 1)
    let list = NomineeList(main.table, rows: rows, header, form, shown)
    list.read(details, workbook.system, errorsBefore: before, &log, body)
    return []
  }

  // MARK: - Sheets

  private struct Main {
    let table: SheetTable
    let header: SheetHeader
    let details: [(field: Int, table: SheetTable)]
  }

  /// Sheets that explain how to fill in the others.
  private static let explaining: Set<String> = ["填表说明", "填写说明", "说明"]

  private func mainSheet(_ workbook: Workbook, _ shown: Source, _ log: inout DiagnosticLog) -> Main? {
    guard let named = named(workbook, &log) else { return nil }
    var tables: [SheetTable] = []
    var details: [(field: Int, table: SheetTable)] = []
    for sheet in workbook.sheets where !sheet.isHidden && !sheet.rows.isEmpty && sheet.index != named.index {
      let table = SheetTable(sheet, workbook.text)
      if case .field(let field) = TableTitle(sheet.name, form).column, form.fields[field].isList {
        details.append((field, table))
      } else if !Self.explaining.contains(CellText.titleKey(sheet.name)) {
        tables.append(table)
      }
    }
    let candidates = named.sheet.map { [SheetTable($0, workbook.text)] } ?? tables
    guard let (chosen, header) = lists(candidates, shown, &log) else { return nil }
    for table in tables where table.sheet.index != chosen.sheet.index {
      log.report(
        Diagnostic(
          .unreadSheet, at: table.sheet.rows.first.map { Span(shown, $0.range) }, ["sheet": table.sheet.name]))
    }
    return Main(table: chosen, header: header, details: details)
  }

  /// The sheet that somebody asks for, hidden or not; `nil` when there is none of that name, which is reported.
  private func named(_ workbook: Workbook, _ log: inout DiagnosticLog) -> (sheet: Sheet?, index: Int?)? {
    guard let name = sheet else { return (nil, nil) }
    let key = CellText.titleKey(name)
    let found =
      workbook.sheets.first { $0.name == name } ?? workbook.sheets.first { CellText.titleKey($0.name) == key }
    if let found { return (found, found.index) }
    let names = workbook.sheets.filter { !$0.isHidden }.map(\.name)
    log.report(
      Diagnostic(.noSuchSheet, at: nil, ["path": source.name, "name": name].naming("names", names)))
    return nil
  }

  /// The one table that lists nominees.
  private func lists(
    _ tables: [SheetTable], _ shown: Source, _ log: inout DiagnosticLog
  ) -> (SheetTable, SheetHeader)? {
    func headers(leniently isLenient: Bool) -> [(SheetTable, SheetHeader)] {
      tables.compactMap { table in
        SheetHeader(table, form, shown, leniently: isLenient).map { (table, $0) }
      }
    }
    var found = headers(leniently: false)
    if found.isEmpty { found = headers(leniently: true) }
    guard let first = found.first else {
      let row = tables.first?.sheet.rows.first
      log.report(Diagnostic(row == nil ? .noRecords : .csvHeaderMissing, at: row.map { Span(shown, $0.range) }))
      return nil
    }
    guard let (other, header) = found.dropFirst().first else { return first }
    let arguments = ["sheet": first.0.sheet.name, "other": other.sheet.name]
    log.report(Diagnostic(.severalSheets, at: Span(shown, header.range, disclosing: [header.range]), arguments))
    return nil
  }
}

extension FieldForm {
  fileprivate var isList: Bool {
    if case .list = field.shape { true } else { false }
  }
}
