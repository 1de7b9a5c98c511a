/// Experts give points; the field of the record is written when the stage is finished.
public struct Scoring: Sendable, Hashable {
  public var field: String
  /// Fewer valid ones, and nothing is scored.
  public var minValid: Int
  /// How many of the highest and of the lowest are left out; the rule set does it, the page shows it.
  public var dropsHighest: Int
  public var dropsLowest: Int
  public var max: Int
  public var alternates: [ActorID]
}
