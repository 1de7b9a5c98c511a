public import Casework
public import Diagnostics
import FEEL
import Foundation
public import Records
public import Rules

/// Writes a form as an .xlsx file: titles with units, drop-downs, validation, remarks with meanings and clauses, and a sheet
/// that explains it. What was filled in before can stand in it.
public struct FormFile {
  private let plan: FormPlan
  private let words: FormWords
  /// How many rows below the titles are made ready.
  private static let rows = 2000

  public init(_ plan: FormPlan, _ language: Language) {
    self.plan = plan
    words = FormWords(language)
  }

  /// - Parameter records: whose facts stand in it; none for an empty form.
  public func write(to path: String, _ schema: RecordSchema, records: [Record] = []) throws(FileFault) {
    let book = try FormBook(path)
    let options = FormOptions(plan, words, book)
    for sheet in plan.sheets { write(sheet, options, book, schema, records) }
    writeGuide(book)
    options.write(book)
    try book.close()
  }

  private func write(
    _ sheet: FormSheet, _ options: FormOptions, _ book: FormBook, _ schema: RecordSchema, _ records: [Record]
  ) {
    let page = book.addSheet(sheet.name)
    for (index, column) in sheet.columns.enumerated() {
      let style = FormStyle(column)
      page.setColumn(index, width: max(10, min(28, displayWidth(column.title) + 4)), style)
      page.write(column.title, 0, index, column.field?.requirement == .required ? .required : .title)
      page.remark(words.remark(column), 0, index)
      if let rule = options.validation(of: column) { page.validate(index, rows: 1...Self.rows, rule, words) }
    }
    page.freeze(rows: 1, columns: sheet.list == nil ? min(2, sheet.columns.count) : 1)
    for (index, row) in FormRows(sheet, schema).rows(records).enumerated() {
      for (column, value) in row.enumerated() {
        page.write(value, index + 1, column, FormStyle(sheet.columns[column]))
      }
    }
  }

  private func writeGuide(_ book: FormBook) {
    let page = book.addSheet(words.guideName)
    var row = 0
    for line in words.guideLines {
      page.write(line, row, 0, .plain)
      row += 1
    }
    row += 1
    for (index, title) in words.guideTitles.enumerated() { page.write(title, row, index, .title) }
    for sheet in plan.sheets {
      for column in sheet.columns {
        row += 1
        let cells = [
          sheet.name, column.title, words.isRequired(column.field), words.kind(column), words.choices(column.field),
          column.field?.note ?? "", column.clauses.joined(separator: "；"),
        ]
        for (index, text) in cells.enumerated() where !text.isEmpty { page.write(text, row, index, .plain) }
      }
    }
    for (index, width) in [14, 26, 6, 30, 40, 40, 60].enumerated() { page.setColumn(index, width: width, .plain) }
  }
}

/// What the rows of a sheet say of records.
struct FormRows {
  private let sheet: FormSheet
  private let indices: [String: Int]

  init(_ sheet: FormSheet, _ schema: RecordSchema) {
    self.sheet = sheet
    indices = Dictionary(
      schema.fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func rows(_ records: [Record]) -> [[FormCell]] {
    guard let list = sheet.list else { return records.map { main($0) } }
    return records.flatMap { record -> [[FormCell]] in
      guard case .list(let rows)? = value(list, record) else { return [] }
      return rows.map { row in sheet.columns.map { self.detail($0, row, record) } }
    }
  }

  private func value(_ name: String, _ record: Record) -> Value? { indices[name].map { record.values[$0] } }

  private func main(_ record: Record) -> [FormCell] {
    var said = Set<String>()
    return sheet.columns.map { column in
      switch column.content {
      case .number: return .text(number(record))
      case .field(let field), .owner(let field): return FormCell(value(field.name, record), field)
      case .inCell(let field): return FormCell(value(field.name, record), field)
      case .listColumn(let field):
        if case .list(let rows)? = value(field.name, record), rows.isEmpty { return .text("无") }
        return .blank
      case .part(let whole, let field):
        switch value(whole.name, record) {
        case .context(let context)?: return FormCell(context[field.name], field)
        // Once is enough.
        case .null?: return said.insert(whole.name).inserted ? .text("无") : .blank
        default: return .blank
        }
      case .component: return .blank
      }
    }
  }

  private func detail(_ column: FormColumn, _ row: Value, _ record: Record) -> FormCell {
    switch column.content {
    case .number: return .text(number(record))
    case .owner(let field): return FormCell(value(field.name, record), field)
    case .component(_, let field):
      guard case .context(let context) = row else { return .blank }
      return FormCell(context[field.name], field)
    case .field, .part, .listColumn, .inCell: return .blank
    }
  }

  /// What is masked or counted only is no number.
  private func number(_ record: Record) -> String {
    record.id.contains("*") || record.id.hasPrefix("#") ? "\(record.ordinal + 1)" : record.id
  }
}

/// What stands in a cell of a form.
enum FormCell {
  case blank
  case text(String)
  case number(Double)
  /// Days since 1970-01-01.
  case day(Int)

  init(_ value: Value?, _ field: Field) {
    switch value {
    case .string(let text)?: self = .text(text)
    case .boolean(let holds)?: self = .text(holds ? "是" : "否")
    case .date(let date)?:
      // Earlier days a spreadsheet does not count.
      self = date.epochDays > -25_500 ? .day(Int(date.epochDays)) : .text(date.description)
    case .number(let number)?:
      let text = number.description
      // A spreadsheet keeps fifteen digits.
      let digits = text.utf8.count { (0x30...0x39).contains($0) }
      if digits <= 15, let double = Double(text) { self = .number(double) } else { self = .text(text) }
    case .null?: self = .text("无")
    case .list(let list)? where list.isEmpty: self = .text("无")
    case .list?, .context?: self = value.map { .text(Self.flow($0)) } ?? .blank
    default: self = .blank
    }
  }

  /// As YAML writes it on one line.
  private static func flow(_ value: Value) -> String {
    switch value {
    case .string(let text): JSON.string(text).line
    case .list(let list): "[" + list.map(flow).joined(separator: ", ") + "]"
    case .context(let context):
      "{" + context.entries.map { JSON.string($0.name).line + ": " + flow($0.value) }.joined(separator: ", ") + "}"
    case .null: "无"
    case .number(let number): number.description
    case .boolean(let holds): holds ? "true" : "false"
    case .date(let date): date.description
    default: "null"
    }
  }
}
