public import Diagnostics
public import Evaluation
public import Fingerprints
public import Records
public import Rules
import Workflow
import Outcomes

/// A whole batch of nominees, judged by one rule set.
public struct Batch: Sendable {
  public let rules: CompiledRuleSet
  /// In the order of the records.
  public let dossiers: [Dossier]
  /// Records that take no part, each with what is wrong with it.
  public let refused: [RefusedRecord]
  /// Copies of nominations for which later ones count.
  public let superseded: [Superseded]
  /// `nil` when the rule set selects nobody.
  public let selection: Selection?
  /// How the seats were given out; `nil` before a vote.
  public let allocation: SeatAllocation?
  /// How they would go if everybody on the list passed with equal votes; `nil` where a workflow has been run.
  public let forecast: SeatAllocation?
  /// What the seats and the floors want and do not get, by rank; empty where a workflow has been run.
  public let conflicts: [SelectionConflict]
  /// `nil` when no workflow was run.
  public let course: Course?
  public let recordsName: String
  public let recordsFingerprint: Fingerprint

  public init(
    rules: CompiledRuleSet, dossiers: [Dossier], refused: [RefusedRecord], superseded: [Superseded] = [],
    selection: Selection?, allocation: SeatAllocation? = nil, course: Course? = nil, recordsName: String,
    recordsFingerprint: Fingerprint
  ) {
    self.rules = rules
    self.dossiers = dossiers
    self.refused = refused
    self.superseded = superseded
    self.selection = selection
    self.allocation = allocation
    let selector = course == nil ? Selector(rules) : nil
    let forecast = selection.flatMap { selector?.forecast($0) }
    self.forecast = forecast
    let assessments = dossiers.map(\.assessment)
    conflicts =
      if let selector, let selection, let forecast {
        selector.conflicts(assessments, selection, forecast)
      } else {
        []
      }
    self.course = course
    self.recordsName = recordsName
    self.recordsFingerprint = recordsFingerprint
  }

  /// By rank; then the others, by outcome and id. The order of the records shows nowhere.
  public var inOrder: [Dossier] {
    let order = Dictionary(uniqueKeysWithValues: Outcome.allCases.enumerated().map { ($1, $0) })
    return dossiers.sorted { left, right in
      switch (left.ranked?.rank, right.ranked?.rank) {
      case (let a?, let b?) where a != b: return a < b
      case (_?, nil): return true
      case (nil, _?): return false
      default: break
      }
      let (a, b) = (order[left.outcome] ?? 0, order[right.outcome] ?? 0)
      return a == b ? left.record.id < right.record.id : a < b
    }
  }

  /// By the number of the recommendation, the identity, or the name.
  public func dossiers(named name: String) -> [Dossier] {
    let exact = dossiers.filter { $0.record.id == name }
    return exact.isEmpty ? dossiers.filter { $0.record.isKnown(as: name) } : exact
  }
}

/// A record that takes no part in the batch.
public struct RefusedRecord: Sendable {
  /// As far as it could be read.
  public let id: String?
  public let title: String?
  /// From 1.
  public let number: Int
  public let diagnostics: [Diagnostic]

  public init(id: String?, title: String?, number: Int, diagnostics: [Diagnostic]) {
    self.id = id
    self.title = title
    self.number = number
    self.diagnostics = diagnostics
  }
}
