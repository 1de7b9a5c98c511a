public import Diagnostics
public import FEEL
import Fingerprints

/// A nominee's row: typed values in the order of the schema, each with its place.
public struct Record: Sendable {
  /// What the nominee is called in outputs: the column `编号`, or the key, masked where it is sensitive.
  public let id: String
  /// The name that people know the nominee by.
  public let title: String
  /// Place in the batch, from 0. It never decides anything.
  public let ordinal: Int
  /// One for each field of the schema, in its order; `.unknown` for a missing fact, also within rows. `.null` is what
  /// somebody wrote as `无`.
  public let values: [Value]
  /// Facts that are not there, in the order of the schema.
  public internal(set) var missing: [FactPath]
  /// Where each fact was written.
  let places: Places
  /// Where the record as a whole was written.
  let range: Range<Int>
  /// What tells this nominee from every other: its number, its key fields, as far as they are there.
  let marks: [Mark]
  /// What stands of it in the registers of earlier rounds; in `values`, too, unless the list is not known.
  public internal(set) var additions: [Addition] = []

  struct Mark: Sendable {
    /// The column 编号, or the key fields.
    let fields: [String]
    let text: String
    /// Where the first of the fields was written.
    let range: Range<Int>
  }

  /// The names of the fields, in the order of the schema.
  var names: [String] { places.form.names }

  /// What stands in a field; `nil` where the schema has none of the name.
  public func value(of field: String) -> Value? { names.firstIndex(of: field).map { values[$0] } }

  /// The record as a whole.
  public var span: Span { span(range) }

  /// SHA-256 over `canonicalText`: the same facts, the same fingerprint, in whatever format.
  public var fingerprint: String { Fingerprint(of: canonicalText).description }

  /// The facts as one line of JSON that reads back to the same values: names in the order of their bytes, missing facts
  /// left out, `无` for what is known not to be there.
  public var canonicalText: String { CanonicalText(names: names, values: values).text }

  /// Where a fact was written; of one that was not, the innermost thing around it.
  public func place(of path: FactPath) -> Span {
    if let place = placeInRegister(of: path) { return place }
    var path = path
    while true {
      if let range = places[path] { return span(range) }
      guard let outer = path.enclosing else { return span }
      path = outer
    }
  }

  /// A place in the record, around which all may be shown but what is sensitive.
  func span(_ place: Range<Int>) -> Span {
    Span(places.source, place, disclosing: places.disclosed(in: range))
  }
}
