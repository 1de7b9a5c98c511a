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
  private let machine: Machine
  private let rules: CompiledRuleSet
  private var answers: Answers
  private var round = Round()
  private var events: [Event] = []
  private var refused: [RefusedAct] = []
  private let records: RecordBatch

  /// More rounds of questions than any decision needs.
  private static let questionLimit = 64

  public init(
    _ definition: WorkflowDefinition, calendar: WorkCalendar, organization: Organization, rules: CompiledRuleSet,
    records: RecordBatch
  ) {
    machine = Machine(definition, calendar: calendar, organization: organization)
    self.rules = rules
    self.records = records
    answers = Answers(rules: rules, records: records)
  }

  public mutating func carryOut(_ steps: [Step]) throws(EndlessQuestions) -> RoundRun {
    // The first step bears an instant: the reader of acts files sees to it.
    guard var now = steps.lazy.compactMap(\.at).first else { return result }
    for (index, step) in steps.enumerated() {
      now = step.at ?? now
      if let cause = try carryOut(step, at: now) {
        refused.append(RefusedAct(number: index + 1, step: step, cause: cause))
      }
      try runRules(at: now)
    }
    return result
  }

  /// `nil` when the act was accepted.
  private mutating func carryOut(_ step: Step, at now: Instant) throws(EndlessQuestions) -> RefusedAct.Cause? {
    if let id = step.command.case, !answers.knows(id) {
      return .facts([Diagnostic(.recordRefused, at: step.place(of: "case"), ["case": id.rawValue])])
    }
    var command = step.command
    if case .start(let nominations, let subject) = command.act, !nominations.isEmpty {
      let valid = nominations.filter { answers.knows($0.key) }
      // A round of nobody would be taken for a case on its own.
      if valid.isEmpty { return .facts([Diagnostic(.nobodyToStart, at: step.span)]) }
      command.act = .start(nominations: valid, subject: subject)
    }
    let (before, count) = (self, events.count)
    if let refusal = try carryOut(command, by: step.actor, at: now) { return .workflow(refusal) }
    // What is wrong with the facts is said last: first whether the act was his to do at all.
    let objections = before.answers.objections(to: step, in: before.round)
    if objections.isEmpty || events.count == count { return nil }
    self = before
    return .facts(objections)
  }

  /// Stages that wait for nobody but the rules.
  private mutating func runRules(at now: Instant) throws(EndlessQuestions) {
    for _ in 0..<Self.questionLimit {
      let tasks = machine.automaticTasks(in: round)
      if tasks.isEmpty { return }
      var isMoving = false
      for task in tasks {
        let command = Command(.autoComplete(taskOf: nil), case: task.case, stage: task.stage)
        if try carryOut(command, by: .system, at: now) == nil { isMoving = true }
      }
      if !isMoving { return }
    }
  }

  /// `nil` when the act was accepted.
  private mutating func carryOut(
    _ command: Command, by actor: ActorID, at now: Instant
  ) throws(EndlessQuestions) -> Workflow.Refusal? {
    var facts = Facts()
    for _ in 0..<Self.questionLimit {
      switch machine.decide(command, by: actor, at: now, facts: facts, in: round) {
      case .refused(let refusal): return refusal
      case .events(let new, let ballot):
        for event in new { round.apply(event) }
        events += new
        if let ballot { answers.drop(ballot, for: command, in: round) }
        return nil
      case .needs(let questions):
        for question in questions { answers.answer(question, round: round, into: &facts) }
      }
    }
    throw EndlessQuestions(act: "\(command.act)")
  }

  private var result: RoundRun {
    let sideActs = SideAct.byCase(events)
    let dossiers = records.records.compactMap { record in
      let id = CaseID(record.id)
      return answers.dossier(
        record, machine.history(of: id, in: round), sideActs: sideActs[id] ?? [], people: machine.organization.people)
    }
    let course = Course(
      definition: machine.definition(of: round), vacancies: round.vacancies,
      provisionalAfter: events.contains(where: \.isProvisional) ? machine.calendar.years.max() : nil)
    return RoundRun(
      batch: Batch(
        rules: rules, dossiers: dossiers, refused: answers.refused, selection: answers.selection,
        allocation: answers.allocation, course: course, recordsName: records.source.name,
        recordsFingerprint: Fingerprint(of: records.source.bytes)),
      round: round, definition: machine.definition(of: round), organization: machine.organization, events: events,
      refusedActs: refused)
  }
}

extension Event {
  /// Whether a deadline or the end of a notice lies beyond the calendars.
  fileprivate var isProvisional: Bool {
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
