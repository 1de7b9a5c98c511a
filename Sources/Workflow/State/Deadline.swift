/// When something is due. A provisional one lies in a year without a calendar: it fires nothing until it is reckoned anew.
public struct Deadline: Sendable, Hashable, Codable {
  public internal(set) var due: Instant
  public internal(set) var isProvisional: Bool
  /// From when, so that it can be reckoned again.
  public let from: Instant
  public let within: TimeSpan?
  public let counting: Counting
  /// While the papers are with the applicant, or the case is suspended, it does not run.
  public internal(set) var pausedAt: Instant?
}
