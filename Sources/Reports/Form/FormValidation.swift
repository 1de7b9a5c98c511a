import FEEL
import Rules

/// What a cell of a form admits.
enum FormValidation {
  case choices([String])
  /// Choices that stand on a sheet of their own, since there are too many for a cell: where.
  case area(String)
  case number(lower: Double?, upper: Double?, isWhole: Bool)
  case day(lower: Double?, upper: Double?)
  case length(Int)
}

/// The choices that are too many to stand in a cell, on a hidden sheet.
struct FormOptions {
  private static let name = "选项"
  /// How long a list in a cell may be.
  private static let longest = 250
  private let lists: [[String]]

  init(_ plan: FormPlan, _ words: FormWords, _ book: FormBook) {
    var lists: [[String]] = []
    for column in plan.sheets.flatMap(\.columns) {
      guard let choices = column.field?.oneOf, Self.isLong(choices), !lists.contains(choices) else { continue }
      lists.append(choices)
    }
    self.lists = lists
  }

  func write(_ book: FormBook) {
    guard !lists.isEmpty else { return }
    let page = book.addSheet(Self.name)
    page.hide()
    for (column, choices) in lists.enumerated() {
      for (row, choice) in choices.enumerated() { page.write(choice, row, column, .plain) }
    }
  }

  func validation(of column: FormColumn) -> FormValidation? {
    switch column.content {
    case .listColumn: return .choices(["无"])
    case .number, .inCell: return nil
    case .owner(let field): return field.format.flatMap(Self.length)
    case .field(let field), .part(_, let field), .component(_, let field): return validation(of: field)
    }
  }

  private func validation(of field: Field) -> FormValidation? {
    if let choices = field.oneOf, field.shape == .string {
      guard Self.isLong(choices) else { return .choices(choices) }
      return lists.firstIndex(of: choices).map { index in
        let column = String(UnicodeScalar(UInt8(65 + index % 26)))
        return .area("=\(Self.name)!$\(column)$1:$\(column)$\(choices.count)")
      }
    }
    switch field.shape {
    case .boolean: return .choices(["是", "否"])
    case .integer, .number:
      let (lower, upper) = (Self.double(field.range?.lower), Self.double(field.range?.upper))
      return .number(lower: lower, upper: upper, isWhole: field.shape == .integer)
    case .date: return .day(lower: Self.double(field.range?.lower), upper: Self.double(field.range?.upper))
    case .string: return field.format.flatMap(Self.length)
    case .list, .record: return nil
    }
  }

  private static func isLong(_ choices: [String]) -> Bool {
    choices.joined(separator: ",").utf8.count > longest || choices.contains { $0.contains(",") }
  }

  private static func length(_ format: Format) -> FormValidation? {
    switch format {
    case .residentID, .creditCode: .length(18)
    case .mobile: .length(11)
    case .personName: nil
    }
  }

  private static func double(_ value: Value?) -> Double? {
    switch value {
    case .number(let number)?: Double(number.description)
    case .date(let date)?: Double(date.epochDays + 25_569)
    default: nil
    }
  }
}

/// How a cell looks.
enum FormStyle: CaseIterable {
  case plain, title, required, text, date

  /// Of the cells below a title: what is to stay as it is typed is text.
  init(_ column: FormColumn) {
    switch (column.content, column.field?.shape) {
    case (.number, _), (_, .string?), (_, .list?), (_, .record?): self = .text
    case (_, .date?): self = .date
    default: self = .plain
    }
  }
}
