/// 回避.
public struct RecusalRule: Sendable, Hashable {
  /// Who is of the nominee's company is left out without being asked.
  public var sameCompany = false
  /// Ties by which somebody is left out without being asked (亲属、师徒、结对…).
  public var relations: Set<Relation.Kind> = []
  /// For so long employment, shares, pairing and stewardship count after they have ended.
  public var lookback: TimeSpan?
  public var declared = false
  /// Who decides on a declared one; nobody: declaring is enough.
  public var decidedBy: [Assignee] = []
  /// Who decides about those who decide.
  public var deputies: [Assignee] = []
  /// Who may order somebody else to stand back.
  public var orderedBy: [Assignee] = []

  public init() {}
}
