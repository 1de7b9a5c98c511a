public import Diagnostics
public import FEEL

/// A copy of a nomination for which a later one counts.
public struct Superseded: Sendable, Hashable {
  public let id: String
  public let title: String
  /// When it was handed in, as written; empty where nothing says so.
  public let time: String
  /// What the copy that counts is called, and when it was handed in.
  public let later: String
  public let laterTime: String
  /// What is not the same in the copy that counts.
  public let differences: [Difference]

  /// - Parameter others: fields of which nothing is to be said.
  public init(
    _ copy: Record, by later: Record, time: String = "", laterTime: String = "", except others: [String] = []
  ) {
    id = copy.id
    title = copy.title
    self.time = time
    self.later = later.id
    self.laterTime = laterTime
    differences = copy.differences(to: later, except: others)
  }
}

/// A second nomination of a nominee, and the one that has taken it up.
public struct Merger: Sendable {
  public let record: Record
  /// The nomination that stays.
  public let into: String
  /// Facts that the one that stays lacked, and has from this one.
  public let filled: [String]
  /// What both say, and not the same; `after` is what stays.
  public let differences: [Difference]

  /// For those to whom it is a record that takes no part.
  public var diagnostic: Diagnostic {
    Diagnostic(.mergedInto, at: record.span, ["id": record.id, "other": into])
  }
}

/// A fact that two copies give differently.
public struct Difference: Sendable, Hashable {
  public let field: String
  public let before: Value
  public let after: Value
}

extension Record {
  /// How another copy's facts differ from these, in the order of the schema.
  ///
  /// - Parameter others: fields of which nothing is to be said.
  func differences(to later: Record, except others: [String] = []) -> [Difference] {
    zip(names, zip(values, later.values)).compactMap { name, pair in
      pair.0 == pair.1 || others.contains(name) ? nil : Difference(field: name, before: pair.0, after: pair.1)
    }
  }
}
