import Diagnostics
import Rules

/// By what the rows of one sheet name a record of another: its number, its key fields, or its title.
struct OwnerColumns {
  /// The columns of the nominees' list, and of the sheet of a list.
  let main: [Int]
  let own: [Int]
  /// Which fields; `nil` for the number.
  let fields: [FieldForm]?
  let title: String

  /// What tells the record; `nil` when a part of it is empty.
  func key(_ cells: [TableCell], _ columns: [Int]) -> String? {
    var parts: [String] = []
    for (index, column) in columns.enumerated() where column < cells.count {
      let text = CellText.trimmed(cells[column].text)
      if text.isEmpty { return nil }
      let field = fields?[index].field
      switch field?.format {
      case .residentID, .creditCode: parts.append(CellText.code(text))
      case .mobile: parts.append(CellText.mobile(text))
      case .personName, nil:
        parts.append(field.map { CellText.line(text, isProse: false, isPersonName: $0.isPersonName) } ?? text)
      }
    }
    return parts.count == columns.count ? parts.joined(separator: "\u{1F}") : nil
  }

  /// As it may be shown.
  func shown(_ cells: [TableCell]) -> String {
    own.enumerated().map { index, column in
      let text = CellText.trimmed(cells[column].text)
      return fields?[index].field.shown(text) ?? text
    }.joined(separator: " ")
  }
}

/// A sheet that holds the rows of one list of all records.
struct DetailSheet {
  let field: Int
  let owner: OwnerColumns
  /// By the owner's key, in the order of the sheet. Their cells are looked up when they are wanted: there may be millions.
  private(set) var rows: [String: [Sheet.Row]] = [:]

  private let table: SheetTable
  private let columns: [Column]

  private enum Column {
    case component(Int), value, owner, ignored, unknown(String)

    var isFact: Bool {
      switch self {
      case .component, .value: true
      case .owner, .ignored, .unknown: false
      }
    }

    var isRead: Bool {
      if case .ignored = self { false } else { true }
    }
  }

  /// `nil` when the sheet cannot be read, which is reported.
  init?(
    _ table: SheetTable, _ field: Int, _ form: RowForm, _ main: TableHeader, _ source: Source,
    _ log: inout DiagnosticLog
  ) {
    self.field = field
    guard let top = Self.top(table, field, form), let header = table.sheet.rows.dropFirst(top).first else {
      let names = form.fields[field].inner?.names ?? [form.names[field]]
      let arguments = ["sheet": table.sheet.name].naming("names", names)
      let first = table.sheet.rows.first.map { Span(source, $0.range, disclosing: [$0.range]) }
      log.report(Diagnostic(.untitledList, at: first, arguments))
      return nil
    }
    let titles = table.cells(of: header, width: table.width(of: header))
    let columns = titles.map { Self.column($0.text, field, form) }
    for (title, column) in zip(titles, columns) {
      guard case .unknown(let name) = column else { continue }
      log.report(
        Diagnostic(.csvUnknownColumn, at: Span(source, title.range, disclosing: [header.range]), ["name": name]))
      return nil
    }
    guard let owner = Self.owner(titles, columns, form, main) else {
      let names = ["编号"] + form.keys.map { form.names[$0] } + (form.title.map { [form.names[$0]] } ?? [])
      let arguments = ["sheet": table.sheet.name].naming("columns", names.uniqued)
      log.report(
        Diagnostic(.noOwnerColumn, at: Span(source, header.range, disclosing: [header.range]), arguments))
      return nil
    }
    self.table = table
    self.columns = columns
    self.owner = owner
    for row in table.sheet.rows.dropFirst(top + 1) where !table.isCaption(row) {
      let cells = cells(of: row)
      let says = zip(columns, cells).contains { $0.isFact && !$1.isBlank }
      if !says { continue }
      guard let key = owner.key(cells, owner.own) else {
        log.report(Diagnostic(.noOwner, at: Span(source, row.range), ["column": owner.title]))
        continue
      }
      rows[key, default: []].append(row)
    }
  }

  func cells(of row: Sheet.Row) -> [TableCell] {
    table.cells(of: row, width: columns.count, isRead: { columns[$0].isRead }, isFilled: owner.own.contains)
  }

  /// What belongs to a record.
  func detail(_ key: String, _ source: Source) -> TableDetail? {
    guard let rows = rows[key], let first = rows.first, let last = rows.last else { return nil }
    let lines = rows.map(\.range)
    let said = zip(columns, cells(of: first)).filter { $0.isFact && !$1.isBlank }
    // The one word 无 is about the whole.
    if rows.count == 1, said.count == 1, CellText.trimmed(said[0].1.text) == "无" {
      return TableDetail(field: field, value: .cell(said[0].1, source), lines: lines)
    }
    let values = rows.map { row -> TableValue in
      var parts: [(component: Int, cell: TableCell)] = []
      for (column, cell) in zip(columns, cells(of: row)) {
        switch column {
        case .component(let index): parts.append((index, cell))
        case .value: return .cell(cell, source)
        case .owner, .ignored, .unknown: break
        }
      }
      return .parts(parts, row.range, source)
    }
    return TableDetail(
      field: field, value: .list(values, first.range.lowerBound..<last.range.upperBound), lines: lines)
  }

  // MARK: - Titles

  private static func top(_ table: SheetTable, _ field: Int, _ form: RowForm) -> Int? {
    table.sheet.rows.prefix(20).firstIndex { row in
      table.cells(of: row, width: table.width(of: row)).contains { column($0.text, field, form).isFact }
    }
  }

  private static func column(_ title: String, _ field: Int, _ form: RowForm) -> Column {
    let own = form.fields[field]
    if let inner = own.inner {
      if case .field(let index) = TableTitle(title, inner).column { return .component(index) }
    } else if case .field(field) = TableTitle(title, form).column {
      return .value
    }
    switch TableTitle(title, form).column {
    case .number: return .owner
    case .field(let index) where form.keys.contains(index) || form.title == index: return .owner
    case .ignored: return .ignored
    default: return .unknown(CellText.trimmed(title))
    }
  }

  /// The first way to name a record that both sheets have.
  private static func owner(
    _ titles: [TableCell], _ columns: [Column], _ form: RowForm, _ main: TableHeader
  ) -> OwnerColumns? {
    let own = zip(titles, columns).map { title, column -> TableColumn in
      if case .owner = column { TableTitle(title.text, form).column } else { .ignored }
    }
    let ways: [[TableColumn]] =
      [[.number("编号")], form.keys.map { .field($0) }] + (form.title.map { [[.field($0)]] } ?? [])
    for way in ways where !way.isEmpty {
      let here = way.compactMap { own.firstIndex(of: $0) }
      let there = way.compactMap { main.columns.firstIndex(of: $0) }
      guard here.count == way.count, there.count == way.count else { continue }
      let fields = way.compactMap { if case .field(let index) = $0 { form.fields[index] } else { nil } }
      return OwnerColumns(
        main: there, own: here, fields: fields.isEmpty ? nil : fields,
        title: here.map { CellText.trimmed(titles[$0].text) }.joined(separator: "、"))
    }
    return nil
  }
}

extension [String] {
  fileprivate var uniqued: [String] {
    var seen = Set<String>()
    return filter { seen.insert($0).inserted }
  }
}
