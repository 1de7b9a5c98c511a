public import Diagnostics
public import FEEL

/// A nominee's row: typed values in the order of the schema, each with its place.
public struct Record: Sendable {
  /// What the nominee is called in outputs: the column `编号`, or the key, masked where it is sensitive.
  public let id: String
  /// The name that people know the nominee by.
  public let title: String
  /// Place in the batch, from 0. It never decides anything.
  public let ordinal: Int
  /// One for each field of the schema, in its order; `.unknown` for a missing fact, also within rows.
  public let values: [Value]
  /// Facts that are not there, in the order of the schema.
  public let missing: [FactPath]
  /// Where each fact was written.
  public let places: [FactPath: Span]
  /// The record as a whole.
  public let span: Span
  /// SHA-256 over the values in canonical form: the same facts, the same fingerprint, in whatever format.
  public let fingerprint: String
}
