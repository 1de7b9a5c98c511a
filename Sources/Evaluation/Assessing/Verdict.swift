import FEEL
import Records
import Rules
import Outcomes

/// What conditions and vetoes come to, before any score (the order of domain outcomes: a veto, a failed condition,
/// a fact that the applicant owes, a fact that others owe).
struct Verdict {
  /// `nil`: the score decides.
  let outcome: Outcome?
  /// The facts on which an open condition or veto hangs.
  let openFacts: Set<FactPath>

  init(conditions: [ConditionResult], vetoes: [ConditionResult], facts: FactSheet) {
    openFacts = (conditions + vetoes).reduce(into: []) { paths, result in
      if case .open(let facts) = result.answer { paths.formUnion(facts) }
    }
    if vetoes.contains(where: { $0.answer == .yes }) {
      outcome = .vetoed
    } else if conditions.contains(where: { $0.answer == .no }) {
      outcome = .ineligible
    } else if facts.lacksApplicantFacts {
      outcome = .incomplete
    } else if !openFacts.isEmpty || !facts.dueMissing.isEmpty
      || (conditions + vetoes).contains(where: { $0.answer == .fault })
    {
      outcome = .pending
    } else {
      outcome = nil
    }
  }
}
