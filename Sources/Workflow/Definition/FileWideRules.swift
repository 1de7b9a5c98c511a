public import Outcomes

/// A common deadline: so long after the stage `from` has been passed.
public struct NamedDeadline: Sendable, Hashable, Codable {
  public let name: String
  public let from: StageID
  public let within: TimeSpan
  public let counting: Counting
}

/// Until when an applicant may take his application back, and what comes of it.
public struct Withdrawal: Sendable, Hashable, Codable {
  /// `nil`: until somebody else has acted. Otherwise until this stage has been entered.
  public let until: StageID?
  /// `nil`: the case is in draft again. Otherwise it ends so.
  public let outcome: Outcome?
  /// From the moment this stage has been passed, giving up means `cancelled`.
  public let givenUpAfter: StageID?
}

/// Against a rejection, decided by people who did not decide before.
public struct AppealRule: Sendable, Hashable, Codable {
  public let within: TimeSpan
  public let times: Int
  public let stage: StageID
  public let onUpheld: Action
  public let onDismissed: Action
}

/// How a case with an open fact (待核) may go on.
public struct PendingRule: Sendable, Hashable, Codable {
  /// The last stage that it may reach.
  public let mayPassUntil: StageID
  /// Who answers for it with a written reason, as 评选办主任.
  public let by: [Assignee]
  /// Stages that it must not enter.
  public let stopsBefore: [StageID]
}

/// 递补: who takes a seat that falls free.
public struct ReserveRule: Sendable, Hashable, Codable {
  /// Working days after the end of the notice during which a seat may be filled again.
  public let within: TimeSpan
  public let rounds: Int
  /// The notice that the one who steps up still needs.
  public let stage: StageID
}

public struct Listener: Sendable, Hashable, Codable {
  public let event: String
  public let call: String
}
