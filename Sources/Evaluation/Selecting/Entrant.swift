import FEEL
import Outcomes
import Rules

/// A nominee in the ranking.
struct Entrant {
  let ordinal: Int
  let id: String
  let title: String
  let total: Decimal
  let standing: Standing
  let isPending: Bool

  /// `nil` for whoever takes no part: not scored, below the minimum, or 待核 and not let on.
  init?(_ assessment: Assessment, minimum: Decimal?, admitted: Set<String>) {
    guard let total = assessment.score?.total, let standing = assessment.standing else { return nil }
    switch assessment.outcome {
    case .pending:
      guard admitted.contains(assessment.id) else { return nil }
      if let minimum, total < minimum { return nil }
    case .ranked: break
    default: return nil
    }
    ordinal = assessment.ordinal
    id = assessment.id
    title = assessment.title
    self.total = total
    self.standing = standing
    isPending = assessment.outcome == .pending
  }
}

enum Order { case ahead, equal, behind }

/// By total, then key by key, the greater first (评选办法 第二十五条).
func compare(_ left: Entrant, _ right: Entrant) -> Order {
  if left.total != right.total { return left.total > right.total ? .ahead : .behind }
  for (a, b) in zip(left.standing.tieBreak, right.standing.tieBreak) {
    let order = compareKeys(a, b)
    if order != .equal { return order }
  }
  return .equal
}

/// Numbers by size; what is no number comes after every number.
func compareKeys(_ left: Value, _ right: Value) -> Order {
  switch (left, right) {
  case (.number(let a), .number(let b)): a == b ? .equal : a > b ? .ahead : .behind
  case (.number, _): .ahead
  case (_, .number): .behind
  default: .equal
  }
}
