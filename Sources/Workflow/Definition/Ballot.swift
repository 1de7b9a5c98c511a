/// 票签 and 票决.
public struct Ballot: Sendable, Hashable {
  public enum Base: String, Sendable, Hashable, Codable, CaseIterable {
    case eligible, present, cast
    case castWithoutAbstain = "cast_without_abstain"
    case weight
  }

  /// `more_than: 1/2, of: eligible`, always written out.
  public struct Threshold: Sendable, Hashable {
    public let share: Fraction
    public let isStrict: Bool
    public let base: Base

    func isMet(by count: Int, of base: Int) -> Bool {
      let order = share.compare(count, of: base)
      return isStrict ? order > 0 : order >= 0
    }
  }

  public enum Rule: Sendable, Hashable {
    case threshold(Threshold)
    case expression(GuardText)
  }

  /// What is voted on in a round: each case, or the list as a whole.
  public enum Subject: String, Sendable, Hashable, Codable, CaseIterable {
    case each, list
  }

  /// Who counts: a fixed actor or those of a role.
  public var rule: Rule?
  public var attendance: Threshold?
  public var isSecret = false
  public var decidesEarly = true
  public var teller: [Assignee] = []
  public var subject = Subject.each
  public var weights: [ActorID: Int] = [:]
  public var chairLast = false
  public var seats: Amount?
  public var maxChoices: Amount?
  public var runsOff = false
  /// 赞成票, 排名, 同分键, 再次投票: how seats are given out if more pass than there are seats. Evaluation does it.
  public var moreThanSeats: [SeatKey] = []
  public var forbidsProxies = false
  /// The teller reports how many are entitled and present; nobody is asked by name (支委会, 班组民主评议).
  public var isReported = false
  /// 缓议: how often the session may end undecided, and by when it meets again. `nil`: no limit.
  public var maxAdjournments: Int?
  public var adjournedFor: TimeSpan?
  /// Below so many who are not recused, nobody may vote.
  public var minElectors = 1
  /// Whether who stands back is no longer counted among 应到.
  public var recusedLeave = true
  public var alternates: [ActorID] = []
  /// Ties that the ranking left at the line are decided here.
  public var decidesTies = false
  /// The field of the record that gets the share of the votes in favour, in per cent: 民主评议同意率.
  public var shareField: String?
  /// Who presides: the first of these who is present and does not stand back.
  public var chair: [Assignee] = []
  /// 线上参会 counts, if two factors say who it is.
  public var allowsRemote = false
  /// 单位内公示: so long the decision has been posted in the unit before it is reported.
  public var unitNotice: TimeSpan?

  public enum SeatKey: String, Sendable, Hashable, Codable, CaseIterable {
    case yesVotes = "yes_votes"
    case rank
    case tieBreak = "tie_break"
    case runOff = "run_off"
  }

  public init() {}
}

/// A number written out, or a parameter of the rule set that casework knows, such as 名额.
public enum Amount: Sendable, Hashable, Codable {
  case number(Int)
  case parameter(String)
}
