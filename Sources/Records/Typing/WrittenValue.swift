import Diagnostics

/// A value as a file holds it, before anybody knows what it ought to be. Each format has its own.
protocol WrittenValue {
  var kind: WrittenKind { get }
  /// In the file, quotes and brackets included.
  var range: Range<Int> { get }
  /// What a text, a word or a cell says.
  var text: String { get }
  /// Of a list.
  var elements: [Self] { get }
  /// Calls `body` for the fields of a row, in the order of the file: which one of the form, or what unknown name; where
  /// the name stands; its value.
  func forEachField(in form: RowForm, _ body: (FieldName, Range<Int>, Self) -> Void)
  /// The value, if there is nothing to say about it.
  func plainFact(_ form: FieldForm) -> PlainFact?
  /// Of a cell: what it says, and where each of its characters stands.
  var fragment: Fragment? { get }
  /// Of a cell: what a workbook says that it holds.
  var nature: CellNature { get }
  /// Of a cell that is merged with others: the first of them.
  var mergedWith: String? { get }
  /// Of a row: where else something of it stands.
  var furtherRanges: [Range<Int>] { get }
  /// Whether a change that a diagnostic proposes can simply be written into the file.
  var fixes: FixIt.Applicability { get }
}

extension WrittenValue {
  func plainFact(_ form: FieldForm) -> PlainFact? { nil }
  var fragment: Fragment? { nil }
  var nature: CellNature { .typed }
  var mergedWith: String? { nil }
  var furtherRanges: [Range<Int>] { [] }
}

enum WrittenKind: Equatable {
  /// YAML's and JSON's null, an empty cell.
  case missing
  /// A plain scalar of YAML: what it is, its field says.
  case plain
  /// In quotes, or a block of YAML.
  case text
  /// A number of JSON.
  case number
  /// `true` or `false` of JSON.
  case boolean(Bool)
  /// A cell of a table, as people type it.
  case cell
  case list
  case row
  /// A text that the format does not allow; why.
  case broken(Message)
}

enum FieldName {
  case known(Int)
  case unknown(String)
}

extension WrittenKind {
  /// What it is, for people: “这里是……”, “this is …”.
  var words: (zh: String, en: String) {
    switch self {
    case .missing: ("空的", "nothing")
    case .plain, .text, .cell: ("一段文字", "a text")
    case .number: ("一个数", "a number")
    case .boolean: (" true 或 false", "true or false")
    case .list: ("列表", "a list")
    case .row: ("一组字段", "a row of fields")
    case .broken: ("读不懂的内容", "something unreadable")
    }
  }
}
