import Casework
import Diagnostics
import FEEL
import Records
public import Rules

/// The form that nominees fill in, as a workbook has it: a sheet with a row for each, and one for each list.
public struct FormPlan: Sendable {
  public let sheets: [FormSheet]

  /// - Parameter isWhole: also what others than the applicant give: the office, departments, experts, the workflow.
  public init(_ rules: CompiledRuleSet, isWhole: Bool = false) {
    let schema = rules.schema
    let fields = schema.fields.filter { $0.supplier == .applicant || isWhole }.inFormOrder
    let lists = fields.filter { $0.rows != nil && $0.hasOwnSheet }
    let number: [FormColumn] = schema["编号"] == nil ? [FormColumn(.number)] : []
    let main = FormSheet(
      name: Self.mainName(schema), list: nil, columns: number + fields.flatMap { Self.columns($0, rules) })
    sheets =
      [main]
      + lists.map { list in
        let rows = list.rows ?? []
        return FormSheet(
          name: list.name, list: list.name,
          columns: Self.owner(of: rows, schema) + rows.map { FormColumn(.component(list.name, $0), rules) })
      }
  }

  private static func mainName(_ schema: RecordSchema) -> String {
    ["申报表", "名单", "申报表1"].first { schema[$0] == nil } ?? "申报表"
  }

  private static func columns(_ field: Field, _ rules: CompiledRuleSet) -> [FormColumn] {
    if case .record(let parts) = field.shape { return parts.map { FormColumn(.part(field, $0), rules) } }
    if field.rows != nil, !field.hasOwnSheet { return [FormColumn(.inCell(field), rules)] }
    return [FormColumn(field.rows == nil ? .field(field) : .listColumn(field), rules)]
  }

  /// By what the rows of a list say whose they are: the first way that none of their own columns stands in.
  private static func owner(of rows: [Field], _ schema: RecordSchema) -> [FormColumn] {
    func isFree(_ name: String) -> Bool { !rows.contains { $0.name == name || $0.aliases.contains(name) } }
    if schema["编号"] == nil, isFree("编号") { return [FormColumn(.number)] }
    if !schema.keys.isEmpty, schema.keys.allSatisfy({ isFree($0.name) }) {
      return schema.keys.map { FormColumn(.owner($0)) }
    }
    return schema.title.map { [FormColumn(.owner($0))] } ?? []
  }
}

extension [Field] {
  /// Who it is, what the applicant gives, then the others’ part; in each the order of the rule file.
  fileprivate var inFormOrder: [Field] {
    let ranks: [(Field) -> Bool] = [
      { $0.isTitle }, { $0.isKey }, { $0.supplier == .applicant }, { $0.supplier != .applicant },
    ]
    return enumerated().map { offset, field in (ranks.firstIndex { $0(field) } ?? ranks.count, offset, field) }
      .sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }
}

public struct FormSheet: Sendable {
  public let name: String
  /// The list whose rows it holds; `nil` for the sheet of the nominees.
  let list: String?
  public let columns: [FormColumn]
}

public struct FormColumn: Sendable {
  enum Content: Sendable {
    /// 编号
    case number
    case field(Field)
    /// A component of a field that is a row.
    case part(Field, Field)
    /// A list that has a sheet of its own: here one says that there is nothing.
    case listColumn(Field)
    /// A list that is written in one cell.
    case inCell(Field)
    case component(String, Field)
    /// Whose a row of a list is.
    case owner(Field)
  }

  let content: Content
  /// The rules that read it, each with its clause.
  public let clauses: [String]

  init(_ content: Content, _ rules: CompiledRuleSet? = nil) {
    self.content = content
    clauses = rules.map { Self.clauses(content, $0) } ?? []
  }

  /// What is asked for; `nil` for the number.
  var field: Field? {
    switch content {
    case .number: nil
    case .field(let field), .part(_, let field), .listColumn(let field), .inCell(let field), .component(_, let field),
      .owner(let field):
      field
    }
  }

  /// `研发投入（万元）*`: with its unit, and a star where it must be filled in.
  public var title: String {
    guard let field else { return "编号" }
    let name = if case .part(let whole, _) = content { "\(whole.name).\(field.name)" } else { field.name }
    if case .owner = content { return name }
    return name + (field.unit.map { "（\($0)）" } ?? "") + (field.requirement == .required ? "*" : "")
  }

  private static func clauses(_ content: Content, _ rules: CompiledRuleSet) -> [String] {
    let isRead: (FactReads) -> Bool
    switch content {
    case .number, .owner: return []
    case .field(let field), .listColumn(let field), .inCell(let field), .part(let field, _):
      isRead = { $0.fields.contains(field.name) }
    case .component(let list, let field): isRead = { $0.readsComponent([list, field.name]) }
    }
    let conditions = (rules.eligibility + rules.vetoes).filter { isRead($0.reads) }.map { ($0.id, $0.name, $0.basis) }
    let items = rules.dimensions.flatMap(\.items).filter { isRead($0.reads) }.map { ($0.id, $0.name, $0.basis) }
    return (conditions + items).map { $0.2.isEmpty ? "\($0.0) \($0.1)" : "\($0.0) \($0.1)（\($0.2)）" }
  }
}

extension Field {
  /// The components of its rows, if it is a list of rows.
  var rows: [Field]? {
    if case .list(.row(let fields)) = shape { fields } else { nil }
  }

  /// Whether a sheet can bear its name.
  fileprivate var hasOwnSheet: Bool {
    name.utf16.count <= 31 && !name.contains { "[]:*?/\\'".contains($0) }
  }
}
