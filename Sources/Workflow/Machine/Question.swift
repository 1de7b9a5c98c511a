/// What the machine has to know before it can decide, because it evaluates nothing and counts no sealed box.
///
/// Casework answers from the rules (evaluation) and from the box, and asks for the decision again with the answers.
public enum Question: Sendable, Hashable {
  /// A FEEL condition over the case's data.
  case `guard`(GuardQuestion)
  /// What the rules say of the case, with what is due in this phase.
  case rules(RulesQuestion)
  /// The list of a round: who is in (入围), who is not, in which place.
  case ranking(RankingQuestion)
  /// Who gets a seat of those who have passed the vote (第三十三条; caps and floors are the rule set's).
  case seats(SeatsQuestion)
  /// What the sealed box of a secret ballot holds.
  case box(BoxQuestion)
  /// A parameter of the rule set: 名额.
  case parameter(String)
  /// Who of the reserve steps up, in the order of the ranking, caps and floors kept.
  case replacement(ReplacementQuestion)
}

public struct GuardQuestion: Sendable, Hashable {
  public let `case`: CaseID?
  public let stage: StageID
  public let expression: GuardText
  /// The case's data, the command's included.
  public let data: [String: Datum]
  public let approvals: Int
  public let rejections: Int
  public let pending: Int

  public var key: GuardKey {
    GuardKey(
      case: `case`, stage: stage, expression: expression.text, approvals: approvals, rejections: rejections,
      pending: pending)
  }
}

/// Identifies a guard's answer: the same text over other counts is another question.
public struct GuardKey: Sendable, Hashable, Codable {
  public let `case`: CaseID?
  public let stage: StageID
  public let expression: String
  public let approvals: Int
  public let rejections: Int
  public let pending: Int
}

public struct RulesQuestion: Sendable, Hashable, Codable {
  public let `case`: CaseID
  public let stage: StageID
  public let phase: Phase
  public let data: [String: Datum]
}

public struct RankingQuestion: Sendable, Hashable, Codable {
  public let stage: StageID
  /// Those that have arrived, in the order of the round.
  public let cases: [CaseID]
  public let data: [CaseID: [String: Datum]]
}

public struct SeatsQuestion: Sendable, Hashable, Codable {
  /// A seat each, or the last places of the list (并列待决).
  public enum Purpose: String, Sendable, Hashable, Codable {
    case seats, ties
  }

  public let purpose: Purpose
  public let stage: StageID
  public let keys: [Ballot.SeatKey]
  /// The votes of each case that was voted on.
  public let votes: [CaseID: Count]
  /// Those who meet the rule of the vote.
  public let passed: [CaseID]
  /// Those who have a seat already, in a run-off.
  public let seated: [CaseID]
}

public struct BoxQuestion: Sendable, Hashable {
  public let `case`: CaseID?
  public let opening: Int
  public let session: Int
}

public struct ReplacementQuestion: Sendable, Hashable, Codable {
  public let vacated: CaseID
  /// Those who passed the vote and have no seat, by rank.
  public let candidates: [CaseID]
  /// Those who have one.
  public let seated: [CaseID]
}

/// A question that the rules answered, as it is kept: what was known of whom, and when.
///
/// Guards and boxes are not among them: the answer to a guard is an event, and what a box held is kept nowhere.
public enum Consultation: Sendable, Hashable, Codable {
  case rules(RulesQuestion)
  case ranking(RankingQuestion)
  case seats(SeatsQuestion)
  case replacement(ReplacementQuestion)

  public init?(_ question: Question) {
    switch question {
    case .rules(let question): self = .rules(question)
    case .ranking(let question): self = .ranking(question)
    case .seats(let question): self = .seats(question)
    case .replacement(let question): self = .replacement(question)
    case .guard, .box, .parameter: return nil
    }
  }

  public var question: Question {
    switch self {
    case .rules(let question): .rules(question)
    case .ranking(let question): .ranking(question)
    case .seats(let question): .seats(question)
    case .replacement(let question): .replacement(question)
    }
  }
}
