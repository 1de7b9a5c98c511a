import Diagnostics

/// Where the facts of a record were written. Kept small: a file has a million records.
struct Places: Sendable {
  let source: Source
  let form: RowForm
  private var fields: [PackedRange]
  private var inner: [FactPath: PackedRange] = [:]
  /// Where something of the record stands outside of its row.
  var further: [Range<Int>] = []

  init(_ source: Source, _ form: RowForm) {
    self.source = source
    self.form = form
    fields = Array(repeating: .none, count: form.fields.count)
  }

  /// `nil` for a fact for which nothing was written; an empty cell has a place, though an empty one.
  subscript(path: FactPath) -> Range<Int>? {
    if !path.components.isEmpty { return inner[path]?.range }
    return form.index(of: path.field).flatMap { self[field: $0] }
  }

  subscript(field index: Int) -> Range<Int>? { fields[index].range }

  mutating func set(field index: Int, _ range: Range<Int>) { fields[index] = PackedRange(range) }

  mutating func set(_ path: FactPath, _ range: Range<Int>) { inner[path] = PackedRange(range) }
}

/// A range of a file of less than 4 GiB in eight bytes.
private struct PackedRange: Sendable {
  private let lower: UInt32
  private let upper: UInt32

  static let none = PackedRange(lower: 1, upper: 0)

  private init(lower: UInt32, upper: UInt32) {
    self.lower = lower
    self.upper = upper
  }

  init(_ range: Range<Int>) {
    lower = UInt32(clamping: range.lowerBound)
    upper = UInt32(clamping: range.upperBound)
  }

  var range: Range<Int>? { lower <= upper ? Int(lower)..<Int(upper) : nil }
}
