public import Diagnostics
public import Records
public import Rules
public import Workflow
import Fingerprints

/// What came of carrying a whole batch through its workflow.
public struct RoundRun: Sendable {
  public let batch: Batch
  public let round: Round
  public let definition: WorkflowDefinition
  public let organization: Organization
  public let events: [Event]
  /// Acts that changed nothing, each with the reason.
  public let refusedActs: [RefusedAct]
  /// Not where it comes from a store, whose log holds what was done and nothing else.
  public let keepsRefusedActs: Bool
}

/// An act that was refused.
public struct RefusedAct: Sendable {
  /// From 1, in the acts file.
  public let number: Int
  public let step: Step
  public let cause: Cause

  public enum Cause: Sendable {
    /// By the workflow.
    case workflow(Workflow.Refusal)
    /// By what the act fills in, or for want of a record: one sentence or several.
    case facts([Diagnostic])
  }

  /// What the workflow said; `nil` where it was not asked, or had nothing against it.
  public var refusal: Workflow.Refusal? {
    if case .workflow(let refusal) = cause { refusal } else { nil }
  }
}

/// The machine asked again and again for the same command: a fault of ours.
public struct EndlessQuestions: Error, Sendable {
  public let act: String
}

/// Carries acts through a workflow, one after the other: the machine decides, the rules answer what it asks.
public struct RoundRunner {
  private var hand: RoundInHand
  private var boxes = LooseBoxes()
  private var events: [Event] = []
  private var refused: [RefusedAct] = []
  private let records: RecordBatch

  public init(
    _ definition: WorkflowDefinition, calendar: WorkCalendar, organization: Organization, rules: CompiledRuleSet,
    records: RecordBatch
  ) {
    let machine = Machine(definition, calendar: calendar, organization: organization)
    hand = RoundInHand(machine, rules: rules, records: records)
    self.records = records
  }

  /// - Parameter progress: told how many steps are done, of how many.
  public mutating func carryOut(
    _ steps: [Step], progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> RoundRun {
    // The first step bears an instant: the reader of acts files sees to it.
    guard var now = steps.lazy.compactMap(\.at).first else { return result }
    for (index, step) in steps.enumerated() {
      progress(index, steps.count)
      now = step.at ?? now
      switch try hand.carryOut(step, at: now, &boxes) {
      case .done(let doing): events += doing.events
      case .refused(let cause): refused.append(RefusedAct(number: index + 1, step: step, cause: cause))
      }
      for doing in try hand.runRules(at: now, boxes) { events += doing.events }
    }
    return result
  }

  private var result: RoundRun {
    let batch = hand.batch(
      records.records, events, source: (records.source.name, Fingerprint(of: records.source.bytes)))
    return RoundRun(
      batch: batch, round: hand.round, definition: hand.definition, organization: hand.machine.organization,
      events: events, refusedActs: refused, keepsRefusedActs: true)
  }
}

extension Event {
  /// Whether a deadline or the end of a notice lies beyond the calendars.
  var isProvisional: Bool {
    switch change {
    case .entered(let opening):
      ([opening.deadline, opening.cutoff] + opening.clocks.values.map(\.deadline)).contains {
        $0?.isProvisional == true
      }
    case .namedDeadline(_, let deadline): deadline.isProvisional
    case .deadlineChanged(_, let deadline), .cutoffChanged(_, let deadline): deadline?.isProvisional == true
    case .clockChanged(_, _, let clock), .joined(_, let clock): clock.deadline.isProvisional
    default: false
    }
  }
}
