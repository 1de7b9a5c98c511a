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
