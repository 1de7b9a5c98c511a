public import FEEL

/// What a table says of some inputs. Rows count from 0.
public struct TableResult: Sendable, Hashable {
  /// The values that were tested, one for each input.
  public let inputs: [Value]
  /// The rows that match, in their order.
  public let matched: [Int]
  /// The rows that may match: an input that is unknown decides.
  public let possible: [Int]
  /// The rows whose outputs make the result, best first; none for a default.
  public let hits: [Int]
  /// `.unknown` when an unknown input could decide between different outputs; null where no row matches and there is
  /// no default, or where the hit policy is violated.
  public let output: Value
  /// Whether the output is that of `else`.
  public let isDefault: Bool
  public let violation: Violation?

  /// How the rows that match break their hit policy.
  public enum Violation: Sendable, Hashable {
    /// `unique`, and several rows match.
    case severalRows([Int])
    /// `any`, and the outputs of these rows differ.
    case differentOutputs([Int])
  }
}
