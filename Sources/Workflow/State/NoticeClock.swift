/// How much of a notice one case has served.
public struct NoticeClock: Sendable, Hashable, Codable {
  /// Posting, or the day after a settlement.
  public internal(set) var from: Day
  public internal(set) var counting: Counting
  /// Working days still to be served from `from` on.
  public internal(set) var daysLeft: Int
  public internal(set) var deadline: Deadline
  public internal(set) var heldSince: Instant?
  public internal(set) var restarts: Int
  public internal(set) var postedAt: Instant
}
