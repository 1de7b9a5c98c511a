import Rules

/// A title of a column or a sheet, as people write it: `研发投入（万元）` names the field 研发投入, if that is its unit; `姓名*` the
/// required field 姓名; `荣誉.1.名称` a component of the first row of a list. Blanks and width do not count, and a field may have
/// other titles (`aliases`).
struct TableTitle {
  let column: TableColumn

  /// Columns that say nothing about the nominee and may stand in any table.
  private static let ignored: Set<String> = ["序号", "备注"]
  private static let number = "编号"
  /// The most rows of a list that can be spread over columns.
  private static let mostRows = 1000

  init(_ written: String, _ form: RowForm) {
    let name = CellText.trimmed(written)
    column = Self.column(name, form)
  }

  private static func column(_ name: String, _ form: RowForm) -> TableColumn {
    if let index = form.index(of: name) { return .field(index) }
    let key = CellText.titleKey(name)
    if let index = form.index(titled: key) { return .field(index) }
    if key.isEmpty || ignored.contains(key) { return .ignored }
    if key == number { return .number(number) }
    return withUnit(key, form) ?? part(key, form) ?? .unknown(name)
  }

  /// Keys are in their usual width.
  private static func withUnit(_ key: String, _ form: RowForm) -> TableColumn? {
    guard let open = key.lastIndex(of: "("), key.last == ")" else { return nil }
    let unit = key[key.index(after: open)...].dropLast()
    let base = String(key[..<open])
    func fits(_ field: Field) -> Bool { field.unit.map { CellText.titleKey($0) == unit } ?? false }
    if let index = form.index(titled: base) { return fits(form.fields[index].field) ? .field(index) : nil }
    guard let part = part(base, form), case .part(let field, _, let component?) = part,
      let inner = form.fields[field].inner, fits(inner.fields[component].field)
    else { return nil }
    return part
  }

  private static func part(_ key: String, _ form: RowForm) -> TableColumn? {
    let steps = key.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard steps.count >= 2, let index = form.index(titled: steps[0]) else { return nil }
    let field = form.fields[index]
    func component(_ name: String) -> Int? { field.inner?.index(of: name) ?? field.inner?.index(titled: name) }
    switch field.field.shape {
    case .list(.row):
      guard steps.count == 3, let row = row(steps[1]), let component = component(steps[2]) else { return nil }
      return .part(field: index, row: row, component: component)
    case .list(.plain):
      guard steps.count == 2, let row = row(steps[1]) else { return nil }
      return .part(field: index, row: row, component: nil)
    case .record:
      guard steps.count == 2, let component = component(steps[1]) else { return nil }
      return .part(field: index, row: nil, component: component)
    case .string, .boolean, .integer, .number, .date: return nil
    }
  }

  /// Rows are counted from 1 in titles.
  private static func row(_ text: String) -> Int? {
    guard let row = Int(text), (1...mostRows).contains(row) else { return nil }
    return row - 1
  }
}
