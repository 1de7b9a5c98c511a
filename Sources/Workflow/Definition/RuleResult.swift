public import Outcomes

/// What the rules say of a case at some point: casework evaluates, and hands it in as a fact.
public struct RuleResult: Sendable, Hashable, Codable {
  /// `nil`: nothing stands against going on, and no list has been made yet.
  public var outcome: Outcome?
  /// Ids of the conditions, vetoes or missing facts that decided, such as `TY-F4`.
  public var reasons: [String]
  /// Place in the ranking, from 1.
  public var rank: Int?
  /// Points, as printed.
  public var total: String?
  /// Where the whole assessment is kept.
  public var reference: String?

  public init(
    _ outcome: Outcome?, reasons: [String] = [], rank: Int? = nil, total: String? = nil, reference: String? = nil
  ) {
    self.outcome = outcome
    self.reasons = reasons
    self.rank = rank
    self.total = total
    self.reference = reference
  }
}
