public import Outcomes

/// The answers.
public struct Facts: Sendable, Hashable, Codable {
  public var guards: [GuardKey: GuardAnswer] = [:]
  public var results: [RulesKey: RuleResult] = [:]
  public var ranking: [CaseID: RuleResult]?
  /// `selected`, `reserve`, or `tieOpen` for those between whom a run-off decides; for ties `shortlisted` or `belowLine`.
  public var seats: [CaseID: Outcome]?
  public var box: [Vote]?
  public var parameters: [String: Int] = [:]
  public var replacement: Replacement?

  public enum Replacement: Sendable, Hashable, Codable {
    case stepsUp(CaseID)
    case nobody
  }

  public init() {}

  /// What the rules say of a case at a stage.
  public mutating func answer(_ question: RulesQuestion, _ result: RuleResult) {
    results[RulesKey(case: question.case, stage: question.stage)] = result
  }
}

public struct RulesKey: Sendable, Hashable, Codable {
  public let `case`: CaseID
  public let stage: StageID
}

public enum GuardAnswer: Sendable, Hashable, Codable {
  case holds
  case fails
  /// The first name, in reading order, that nothing was known of.
  case unknown(name: String)
}
