public import Diagnostics
import Workflow

/// What came of one scenario.
public struct ScenarioResult: Sendable {
  public let scenario: Scenario
  public let failures: [ScenarioFailure]

  public var hasPassed: Bool { failures.isEmpty }
}

/// A step after which something is not as expected.
public struct ScenarioFailure: Sendable {
  /// From 1; `nil`: the scenario as a whole.
  public let step: Int?
  /// The command, and who gave it.
  public let title: String
  /// Where the step is written.
  public let span: Span
  public let circumstance: Circumstance?
  public let diagnostics: [Diagnostic]

  public enum Circumstance: Sendable, Hashable {
    /// The commands of the step in this order, counted from 1 as they are written.
    case order([Int])
    /// Saved and restored after each step; the scenario of this id.
    case saved(scenario: String)
  }
}

/// One run of a scenario, casework's part around the machine.
struct ScenarioRun {
  private let scenario: Scenario
  private var world: ScenarioWorld
  private let savesAfterEachStep: Bool
  private(set) var failures: [ScenarioFailure] = []

  /// - Returns: `nil` for a scenario without a workflow, which has a table only.
  init?(_ scenario: Scenario, vault: any ScenarioVault, savesAfterEachStep: Bool) {
    guard let definition = scenario.definition, let calendar = scenario.calendar else { return nil }
    self.scenario = scenario
    self.savesAfterEachStep = savesAfterEachStep
    world = ScenarioWorld(scenario, definition, calendar, vault: vault)
  }

  mutating func run() throws {
    guard let first = (scenario.prelude + scenario.steps).first else { return }
    if !first.beginsItself, let refusal = try world.begin() {
      let diagnostic = Diagnostic(.cannotBegin, at: scenario.span, [:].naming("why", refusal.said))
      failures.append(
        ScenarioFailure(step: nil, title: "", span: scenario.span, circumstance: nil, diagnostics: [diagnostic]))
      return
    }
    // What came before is looked at in the scenario where it stands.
    for step in scenario.prelude {
      world.now = step.at ?? world.now
      var effects = StepEffects()
      let concurrent: Concurrency? = if case .concurrently(let concurrency) = step.act { concurrency } else { nil }
      for step in concurrent?.commands ?? [step] { _ = try perform(step, &effects) }
    }
    for (index, step) in scenario.steps.enumerated() {
      try run(step, number: index + 1)
      guard savesAfterEachStep else { continue }
      report(try restore(at: step), step, index + 1, nil)
    }
  }

  private mutating func run(_ step: ScenarioStep, number: Int) throws {
    world.now = step.at ?? world.now
    if case .concurrently(let concurrency) = step.act { return try run(concurrency, of: step, number: number) }
    var effects = StepEffects()
    let faults = try perform(step, &effects)
    report(faults + compare(step, effects), step, number, nil)
  }

  /// The commands in several orders, each from the state before; what comes after goes on from the last of them.
  private mutating func run(_ concurrency: Concurrency, of step: ScenarioStep, number: Int) throws {
    world.givens.merge(step.givens)
    let before = world
    for order in concurrency.orders {
      world = try before.forked()
      var effects = StepEffects()
      effects.isConcurrent = true
      var faults: [Diagnostic] = []
      for index in order {
        for _ in 0..<concurrency.copies { faults += try perform(concurrency.commands[index], &effects) }
      }
      let found = faults + compare(step, effects)
      report(found, step, number, concurrency.interleavings > 1 ? .order(order.map { $0 + 1 }) : nil)
      if !found.isEmpty { return }
    }
  }

  private mutating func perform(_ step: ScenarioStep, _ effects: inout StepEffects) throws -> [Diagnostic] {
    world.givens.merge(step.givens)
    do {
      try carryOut(step, &effects)
    } catch let fault as ScenarioFault {
      return [fault.diagnostic(at: step.span)]
    }
    return step.act.isRestoring ? try restore(at: step) : []
  }

  private mutating func carryOut(_ step: ScenarioStep, _ effects: inout StepEffects) throws {
    func act(_ command: Command, by actor: ActorID) throws {
      try world.act(command, by: actor, in: step.instance, failing: step.faults, &effects)
    }
    switch step.act {
    case .commands(let commands):
      for command in commands {
        try act(command.command, by: command.actor)
        if !effects.refusals.isEmpty, !effects.isConcurrent { return }
      }
    case .castMany(let casts, let id):
      for cast in casts {
        try act(Command(.cast(.choice(cast.choice)), case: id), by: cast.voter)
        if !effects.refusals.isEmpty, !effects.isConcurrent { return }
      }
    case .ballots(let count, let id): try castBallots(count, id, step, act)
    case .validate:
      effects.findings = world.findings
      if effects.findings?.isEmpty == false { effects.refusals.append(Refusal(.invalidDefinition, [:])) }
    case .simulate(let data): effects.path = try world.simulate(data, in: step.instance ?? 1)
    case .deploy(let definition, let actor):
      effects.findings = definition.findings().map(\.text)
      if let refusal = world.deploy(definition, by: actor) {
        effects.refusals.append(refusal)
      } else {
        effects.accepted += 1
      }
    case .deliver: try world.deliver(failing: step.faults)
    case .tamper(let entry, let change):
      if !(try world.tamper(entry, change)) { throw ScenarioFault.noEntry(entry) }
    case .verifyLog:
      let entry = try world.vault.firstBadEntry()
      effects.verification = (isIntact: entry == nil, entry: entry)
    case .saveRestore, .concurrently: return
    }
  }

  /// One ballot for each one present; who casts which must not matter.
  private func castBallots(
    _ count: Count, _ id: CaseID?, _ step: ScenarioStep, _ act: (Command, ActorID) throws -> Void
  ) throws {
    guard let voters = world.voters(of: id, in: step.instance ?? 1) else { throw ScenarioFault.noVoteOpen }
    let choices: [Choice] =
      [Choice](repeating: .yes, count: count.yes) + [Choice](repeating: .no, count: count.no)
      + [Choice](repeating: .abstain, count: count.abstain)
    guard choices.count == voters.count else {
      throw ScenarioFault.ballots(given: choices.count, present: voters.count)
    }
    for (voter, choice) in zip(voters, choices) { try act(Command(.cast(.choice(choice)), case: id), voter) }
  }

  // MARK: What came of it

  private func compare(_ step: ScenarioStep, _ effects: StepEffects) -> [Diagnostic] {
    guard let expectation = step.expectation else {
      // A step of which nothing is expected is one that is to happen.
      return effects.refusals.first.map { [.refused($0, at: step.span, expecting: nil)] } ?? []
    }
    var comparison = Comparison(expectation, effects, world)
    return comparison.run()
  }

  private mutating func restore(at step: ScenarioStep) throws -> [Diagnostic] {
    try world.saveAndRestore().map { number in
      Diagnostic(.restoredDifferently, at: step.span, ["number": "\(number)"])
    }
  }

  private mutating func report(
    _ diagnostics: [Diagnostic], _ step: ScenarioStep, _ number: Int, _ circumstance: ScenarioFailure.Circumstance?
  ) {
    if diagnostics.isEmpty { return }
    failures.append(
      ScenarioFailure(
        step: number, title: step.title, span: step.span, circumstance: circumstance, diagnostics: diagnostics))
  }
}

extension ScenarioStep {
  /// Whether it makes the first instance itself, or needs none.
  fileprivate var beginsItself: Bool {
    switch act {
    case .commands(let steps): steps.first?.verb == .start
    case .concurrently(let concurrency): concurrency.commands.first?.beginsItself ?? false
    case .validate: true
    default: false
    }
  }

  fileprivate var title: String { [word, actor?.rawValue].compactMap(\.self).joined(separator: " ") }
}

extension ScenarioAct {
  fileprivate var isRestoring: Bool { if case .saveRestore = self { true } else { false } }
}

extension Concurrency {
  /// Different orders of the commands, as many as are wanted or as there are; the one written comes first.
  var orders: [[Int]] {
    var found: [[Int]] = []
    var order = Array(commands.indices)
    repeat { found.append(order) } while found.count < interleavings && order.advance()
    return found
  }
}

extension [Int] {
  /// The next order by size (Narayana); `false` after the last.
  fileprivate mutating func advance() -> Bool {
    guard count > 1, let fall = (0..<count - 1).last(where: { self[$0] < self[$0 + 1] }),
      let other = indices.last(where: { self[$0] > self[fall] })
    else { return false }
    swapAt(fall, other)
    self[(fall + 1)...].reverse()
    return true
  }
}

extension ScenarioFault {
  fileprivate func diagnostic(at span: Span) -> Diagnostic {
    switch self {
    case .noInstance(let number): Diagnostic(.noInstance, at: span, ["number": "\(number)"])
    case .noVoteOpen: Diagnostic(.noVoteOpen, at: span)
    case .ballots(let given, let present):
      Diagnostic(.ballotsDoNotAddUp, at: span, ["given": "\(given)", "present": "\(present)"])
    case .noEntry(let entry): Diagnostic(.noSuchEntry, at: span, ["entry": "\(entry)"])
    }
  }
}
