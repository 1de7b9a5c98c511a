public import Records
public import Rules
import FEEL
import Outcomes

/// Says what a rule set says of records, one at a time.
///
/// One assessor serves one thread: it keeps a frame that each record fills anew.
public final class Assessor {
  public let rules: CompiledRuleSet
  let sheet: Sheet
  let isObserving: Bool
  /// What the panels gave each group, for those that standardise.
  var panels: [String: [Value: Sample]] = [:]
  /// Where a missing fact's value can begin to matter.
  lazy var constants = rules.constants
  lazy var reckoning = Reckoning(rules)
  /// What came of trials: many records of a batch lack the same, and have the same beside it.
  var trials: [TrialCase: Trial.Outcome] = [:]

  /// - Parameter observing: whether results carry traces, from which their sentences are made.
  public init(_ rules: CompiledRuleSet, observing: Bool = false) {
    self.rules = rules
    sheet = Sheet(rules)
    isObserving = observing
  }

  /// - Parameter due: whose facts are due; a missing fact that is not due holds nothing up.
  public func assess(_ record: Record, due: Due = .all) -> Assessment {
    sheet.fill(record.values)
    let facts = FactSheet(record, sheet: sheet, due: due)
    let conditions = rules.eligibility.map { answer($0, facts) }
    let vetoes = rules.vetoes.map { answer($0, facts) }
    let verdict = Verdict(conditions: conditions, vetoes: vetoes, facts: facts)
    // A missing fact of the applicant's leaves nothing to score (评选办法 第二十八条).
    let score = facts.lacksApplicantFacts ? nil : score(facts)
    return Assessment(
      ordinal: record.ordinal, id: record.id, title: record.title,
      outcome: outcome(verdict, score, facts), conditions: conditions, vetoes: vetoes, score: score,
      missing: missing(verdict, facts, score), standing: score.map { standing($0) },
      fingerprintOfRecord: record.fingerprint)
  }

  private func outcome(_ verdict: Verdict, _ score: Score?, _ facts: FactSheet) -> Outcome {
    if let outcome = verdict.outcome { return outcome }
    guard let score else { return .ranked }
    // Without a total somebody's facts are open; those that are not due yet hold nothing up.
    guard let total = score.total else { return facts.isScoreOpen(score) ? .pending : .ranked }
    if let minimum = rules.selection?.quota.minimum, total < minimum { return .belowMinimum }
    return .ranked
  }

  /// Exactly the facts that could change the outcome: with all of them given, it is settled.
  private func missing(_ verdict: Verdict, _ facts: FactSheet, _ score: Score?) -> [MissingFact] {
    switch verdict.outcome {
    case .vetoed, .ineligible: return []
    // When the applicant has given his, those that others owe would still leave it open.
    case .incomplete: return facts.dueMissing + facts.scarce
    default: break
    }
    let open =
      score?.items.reduce(into: Set<FactPath>()) { paths, item in
        if case .open(let facts) = item.state { paths.formUnion(facts) }
      } ?? []
    return facts.dueMissing + facts.scarce.filter { open.contains($0.path) }
  }
}

/// Whose facts should be there by now.
public struct Due: OptionSet, Sendable {
  public let rawValue: Int

  public init(rawValue: Int) { self.rawValue = rawValue }

  public static let applicant = Due(rawValue: 1)
  public static let office = Due(rawValue: 2)
  public static let departments = Due(rawValue: 4)
  public static let experts = Due(rawValue: 8)
  public static let workflow = Due(rawValue: 16)
  public static let all: Due = [.applicant, .office, .departments, .experts, .workflow]

  public func includes(_ supplier: Supplier) -> Bool {
    switch supplier {
    case .applicant: contains(.applicant)
    case .office: contains(.office)
    case .department: contains(.departments)
    case .experts: contains(.experts)
    case .workflow: contains(.workflow)
    }
  }
}
