/// Which of the rows that match make the result (DMN 1.5 §8.2.11).
public enum HitPolicy: Sendable, Hashable {
  /// At most one row matches.
  case unique
  /// Several rows may match, all with the same output.
  case any
  /// Of the rows that match, the one whose output stands first in the list of output values.
  case priority
  /// The first row that matches.
  case first
  /// All outputs, in no order that means something.
  case collect(Aggregation?)
  /// All outputs in the order of the rows.
  case ruleOrder
  /// All outputs in the order of the list of output values.
  case outputOrder

  public enum Aggregation: String, Sendable, Hashable, CaseIterable {
    case sum, minimum = "min", maximum = "max", count
  }

  /// The policy by its name (`first`, `rule order`) or DMN's letter (`F`, `C+`); `nil` for neither.
  public init?(_ text: String) {
    guard let policy = HitPolicy.names[text.lowercased()] else { return nil }
    self = policy
  }

  /// The names that people write in a rule file.
  public static let spelledNames = [
    "unique", "any", "priority", "first", "collect", "collect sum", "collect min", "collect max", "collect count",
    "rule order", "output order",
  ]

  private static let names: [String: HitPolicy] = [
    "unique": .unique, "u": .unique, "any": .any, "a": .any, "priority": .priority, "p": .priority, "first": .first,
    "f": .first, "rule order": .ruleOrder, "r": .ruleOrder, "output order": .outputOrder, "o": .outputOrder,
    "collect": .collect(nil), "c": .collect(nil), "collect sum": .collect(.sum), "c+": .collect(.sum),
    "collect min": .collect(.minimum), "c<": .collect(.minimum), "collect max": .collect(.maximum),
    "c>": .collect(.maximum), "collect count": .collect(.count), "c#": .collect(.count),
  ]

  /// Whether a value that no row matches is a hole in the table; to collect nothing is a result.
  var needsEveryValue: Bool {
    switch self {
    case .unique, .any, .priority, .first: true
    case .collect, .ruleOrder, .outputOrder: false
    }
  }

  /// Whether outputs are ranked by the list of output values.
  var needsOutputValues: Bool { self == .priority || self == .outputOrder }
}
