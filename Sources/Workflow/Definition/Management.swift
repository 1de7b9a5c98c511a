/// 动态管理: how a title is looked after once the selection is over. A time that is not given does not run.
public struct Management: Sendable, Hashable {
  /// 有效期, counted from the day of the naming; after it only a revocation is possible.
  public var valid: TimeSpan?
  /// 年度复核: so long after the naming, and after the last review.
  public var review: TimeSpan?
  /// 整改: what a warning is about has to be put right within this time.
  public var warning: TimeSpan?
  public var suspension: TimeSpan?
  /// `nil`: the title cannot be revoked.
  public var revocation: RevocationRule?

  public init() {}
}

/// 撤销须经票决: who votes, and when it is passed. The teller reports the count.
public struct RevocationRule: Sendable, Hashable {
  public var electors: [Assignee]
  public var teller: [Assignee]
  public var attendance: Ballot.Threshold?
  public var rule: Ballot.Threshold
  /// Below so many who do not stand back, nobody may vote.
  public var minElectors = 1
  /// From the day on which it was asked for.
  public var within: TimeSpan?
  /// So long after it the nominee is not accepted again.
  public var barred: TimeSpan?
}
