import Diagnostics
import Rules

/// A schema made ready for reading many rows: names found by their bytes, rows within rows prepared.
struct RowForm: Sendable {
  let fields: [Field]
  let names: [String]
  /// For each field the form of its rows, if it has any.
  let inner: [RowForm?]
  /// Indices of the fields that say who the nominee is.
  let keys: [Int]
  /// Index of the field by whose value people know the nominee.
  let title: Int?
  private let bytes: [[UInt8]]
  private let indices: [String: Int]

  init(_ fields: [Field], title: String? = nil) {
    self.fields = fields
    names = fields.map(\.name)
    inner = fields.map(\.shape.rowFields).map { $0.map { RowForm($0) } }
    keys = fields.indices.filter { fields[$0].isKey }
    self.title = title.flatMap { name in fields.firstIndex { $0.name == name } }
    bytes = fields.map { Array($0.name.utf8) }
    indices = Dictionary(fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The index of a field; rows mostly name their fields in the same order, so that `expected` is tried first.
  func index(of name: UnsafeBufferPointer<UInt8>, expecting expected: Int) -> Int? {
    if expected < bytes.count, bytes[expected].elementsEqual(name) { return expected }
    return indices[String(decoding: name, as: UTF8.self)]
  }

  func index(of name: String) -> Int? { indices[name] }
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
