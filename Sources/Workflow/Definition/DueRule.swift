public import Outcomes

/// When a stage is late: a period from its entry or a fixed instant; and a common deadline that ends it.
public struct DueRule: Sendable, Hashable {
  public var within: TimeSpan?
  public var at: Instant?
  /// The period begins no earlier than this common deadline (初审 begins when 推荐 has closed).
  public var notBefore: String?
  public var until: String?
  public var counting: Counting?

  public init(
    within: TimeSpan? = nil, at: Instant? = nil, notBefore: String? = nil, until: String? = nil,
    counting: Counting? = nil
  ) {
    self.within = within
    self.at = at
    self.notBefore = notBefore
    self.until = until
    self.counting = counting
  }
}

/// What lateness does; there is none that approves.
public enum DueAction: Sendable, Hashable, Codable {
  case end(Outcome?)
  case go(StageID)
  case escalate
}

public enum ClockRule: String, Sendable, Hashable, Codable, CaseIterable {
  case restart
  case pauseWhileReturned = "pause_while_returned"
}
