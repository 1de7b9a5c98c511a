import FEEL
import Rules

/// A schema made ready for reading many rows: names found by their bytes, rows within rows prepared.
///
/// A class, so that a million rows share it without counting the references of each field.
final class RowForm: Sendable {
  let fields: [FieldForm]
  let names: [String]
  /// Indices of the fields that say who the nominee is.
  let keys: [Int]
  /// Index of the field by whose value people know the nominee.
  let title: Int?
  /// Whether a value in such a row is sensitive.
  let hides: Bool
  private let indices: [String: Int]
  /// By the titles that people give columns, in `CellText.titleKey`.
  private let titles: [String: Int]

  init(_ fields: [Field], title: String? = nil) {
    self.fields = fields.map { FieldForm($0) }
    names = fields.map(\.name)
    hides = self.fields.contains(where: \.hides)
    keys = fields.indices.filter { fields[$0].isKey }
    self.title = title.flatMap { name in fields.firstIndex { $0.name == name } }
    indices = Dictionary(fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    // Names go before other titles.
    let names = fields.enumerated().map { (CellText.titleKey($1.name), $0) }
    let others = fields.enumerated().flatMap { index, field in
      field.aliases.map { (CellText.titleKey($0), index) }
    }
    titles = Dictionary(names + others, uniquingKeysWith: { first, _ in first })
  }

  /// The index of a field; rows mostly name their fields in the same order, so that `expected` is tried first.
  func index(of name: UnsafeBufferPointer<UInt8>, expecting expected: Int) -> Int? {
    if expected < fields.count, fields[expected].name.holds(name) { return expected }
    return indices[String(decoding: name, as: UTF8.self)]
  }

  func index(of name: String) -> Int? { indices[name] }

  func index(titled key: String) -> Int? { titles[key] }
}

/// A field made ready.
final class FieldForm: Sendable {
  let field: Field
  /// The form of its rows, if it has any.
  let inner: RowForm?
  let name: ByteText
  /// The admissible texts, each with the one copy of it that all records share.
  let choices: [(bytes: ByteText, value: Value)]?
  /// What `PlainFact` may do with its values.
  let plain: PlainFact.Kind
  let isBounded: Bool
  let isPercentage: Bool
  /// Whether blanks between its characters are none of its own.
  let isPersonName: Bool
  /// Whether its value, or one in its rows, is sensitive.
  let hides: Bool

  init(_ field: Field) {
    self.field = field
    plain = PlainFact.Kind(field)
    isBounded = field.range != nil || field.usual != nil
    isPercentage = field.unit == "%"
    isPersonName = field.isPersonName
    inner = field.shape.rowFields.map { RowForm($0) }
    hides = field.isSensitive || inner?.hides == true
    name = ByteText(field.name)
    choices = field.oneOf.map { $0.map { (ByteText($0), .string($0)) } }
  }
}

/// A text for comparing it with others byte by byte.
struct ByteText: Sendable {
  private let bytes: [UInt8]

  init(_ text: String) { bytes = Array(text.utf8) }

  func holds(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count == text.count else { return false }
    for index in bytes.indices where bytes[index] != text[index] { return false }
    return true
  }
}

extension Shape {
  /// The components of a record or of the rows of a list.
  fileprivate var rowFields: [Field]? {
    switch self {
    case .record(let fields), .list(.row(let fields)): fields
    case .list(.plain(let shape)): shape.rowFields
    case .string, .boolean, .integer, .number, .date: nil
    }
  }
}
