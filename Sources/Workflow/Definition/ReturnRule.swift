public import Outcomes

/// 退回补正.
public struct ReturnRule: Sendable, Hashable {
  public enum Policy: String, Sendable, Hashable, Codable, CaseIterable {
    case runAgain = "run_again"
    case resumeHere = "resume_here"
  }

  public var limit: Int?
  public var within: TimeSpan?
  /// What comes of it if nothing is handed in within that time: 视为撤回.
  public var overdue: Outcome?
  /// What comes of it if papers are still missing after the last return: 不予受理.
  public var exhausted: Outcome?
  public var policy = Policy.runAgain

  public init() {}
}
