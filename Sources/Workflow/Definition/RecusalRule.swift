/// 回避.
public struct RecusalRule: Sendable, Hashable {
  /// Who is of the nominee's company is left out without being asked.
  public var sameCompany = false
  public var declared = false
  /// Who may order somebody else to stand back.
  public var orderedBy: [Assignee] = []

  public init() {}
}
