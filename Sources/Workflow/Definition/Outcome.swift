/// What has come of a case: the twenty outcomes of one vocabulary, never mixed.
public enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
  case incomplete, ineligible, vetoed, pending
  case belowMinimum = "below_minimum"
  case ranked, shortlisted
  case belowLine = "below_line"
  case capped
  case tieOpen = "tie_open"
  case reserve, selected
  case notAccepted = "not_accepted"
  case withdrawn
  case voteFailed = "vote_failed"
  case cancelled, named, suspended, revoked, merged
}

extension Outcome {
  /// With it a case is over; `belowLine` and `capped` once the list is confirmed, `reserve` when the time for 递补 is over.
  public var isFinal: Bool {
    switch self {
    case .incomplete, .pending, .ranked, .shortlisted, .tieOpen, .reserve, .selected, .named, .suspended: false
    case .ineligible, .vetoed, .belowMinimum, .belowLine, .capped, .notAccepted, .withdrawn, .voteFailed, .cancelled,
      .revoked, .merged:
      true
    }
  }
}

/// Which suppliers' facts are due when a stage has the rules run.
public enum Phase: String, Sendable, Hashable, Codable, CaseIterable {
  /// The applicant's facts are due; whatever else is known is used.
  case intake
  /// Also those of the clearing departments.
  case joint
  /// Also the office's own, the findings of the site visit among them; points are reckoned.
  case scoring = "before_autoscore"
  /// Everything is due, the experts' scores and the workflow's own facts too.
  case final
}

/// What the rules say of a case at some point: casework evaluates, and hands it in as a fact.
public struct RuleResult: Sendable, Hashable, Codable {
  /// `nil`: nothing stands against going on, and no list has been made yet.
  public var outcome: Outcome?
  /// Ids of the conditions, vetoes or missing facts that decided, such as `TY-F4`.
  public var reasons: [String]
  /// Place in the ranking, from 1.
  public var rank: Int?
  /// Points, as printed.
  public var total: String?
  /// Where the whole assessment is kept.
  public var reference: String?

  public init(
    _ outcome: Outcome?, reasons: [String] = [], rank: Int? = nil, total: String? = nil, reference: String? = nil
  ) {
    self.outcome = outcome
    self.reasons = reasons
    self.rank = rank
    self.total = total
    self.reference = reference
  }
}
