import Diagnostics
import Outcomes
import Workflow

/// Sets what is expected after a step against what there is.
struct Comparison {
  private let expectation: Expectation
  private let effects: StepEffects
  private let world: ScenarioWorld
  private var found: [Diagnostic] = []

  init(_ expectation: Expectation, _ effects: StepEffects, _ world: ScenarioWorld) {
    self.expectation = expectation
    self.effects = effects
    self.world = world
  }

  /// Everything that is not as expected, each at its own place.
  mutating func run() -> [Diagnostic] {
    compareRefusal()
    for (code, count) in expectation.refusedCounts {
      compare("refused_count \(code.rawValue)", count, effects.refusals.count { $0.code == code })
    }
    compareFindings()
    if let path = expectation.path {
      compare("path", path, effects.path ?? []) { "[\($0.map(\.description).joined(separator: ", "))]" }
    }
    if let entry = expectation.entry { compare("entry", entry, effects.verification?.entry) }
    for (listener, count) in expectation.outbox {
      compare("outbox \(listener)", count, ((try? world.vault.waiting()) ?? [:])[listener] ?? 0)
    }
    if let round = world.instances[expectation.instance] {
      compare(round)
    } else if expectation.needsInstance {
      found.append(
        Diagnostic(.noInstance, at: expectation.span, ["number": "\(expectation.instance)"]))
    }
    return found
  }

  private mutating func compareRefusal() {
    let actual = effects.isConcurrent ? effects.commonRefusal : effects.refusals.first
    if let expected = expectation.refused {
      if expected.value == actual?.code { return }
      found.append(.refused(actual, at: expected.span, expecting: expected.value))
    } else if let actual, !effects.isConcurrent {
      found.append(.refused(actual, at: expectation.span, expecting: nil))
    }
  }

  private mutating func compareFindings() {
    guard let findings = expectation.findings else { return }
    if findings.value.sorted() == effects.findings?.sorted() { return }
    found.append(
      .other("findings", at: findings.span, Self.list(findings.value), effects.findings.map { Self.list($0) }))
  }

  // MARK: An instance

  private mutating func compare(_ round: Round) {
    let machine = world.machine
    let lone = round.isLone ? round.order.first : nil
    // A case on its own is its whole round.
    let closed = effects.closed(nil).merging(lone.map { effects.closed($0) } ?? [:]) { $1 }
    compare(expectation.view, machine.view(round, at: world.now), closed: closed, lone, round, "")
    for (id, view) in expectation.cases {
      compare(view, machine.view(of: id, in: round, at: world.now), closed: effects.closed(id), id, round, "\(id) ")
    }
    if let version = expectation.stateVersion { compare("state_version", version, round.version(of: lone)) }
    if let version = expectation.definitionVersion { compare("def_version", version, round.definitionVersion) }
    compareLog(round.log)
  }

  private mutating func compareLog(_ log: [LogEntry]) {
    var rest = expectation.log[...]
    for entry in log { if let next = rest.first, next.value.matches(entry) { rest = rest.dropFirst() } }
    if let missing = rest.first {
      let arguments = ["pattern": missing.value.description, "log": log.map(\.description).joined(separator: "; ")]
      found.append(Diagnostic(.logLacks, at: missing.span, arguments))
    }
    for (pattern, count) in expectation.logCounts {
      compare("log_count \(pattern.description)", count, log.count { pattern.matches($0) })
    }
  }

  private mutating func compare(
    _ expected: ExpectedView, _ view: View, closed: [ActorID: Slot.Ending], _ id: CaseID?, _ round: Round,
    _ whose: String
  ) {
    if let state = expected.state { compare(whose + "state", state, view.state) { $0.rawValue } }
    if let active = expected.active, Self.sorted(active.value) != Self.sorted(view.active) {
      found.append(
        .other(whose + "active", at: active.span, Self.text(active.value), Self.text(view.active)))
    }
    if let expected = expected.closed { compare(whose + "closed", expected, closed) { Self.text($0) } }
    if let due = expected.due { compare(whose + "due", due, view.due) { $0.description } }
    if let incident = expected.incident {
      let actual = view.incident.map { ExpectedIncident(stage: $0.stage, cause: $0.cause.code) }
      compare(whose + "incident", incident, actual) { "\($0.stage): \($0.cause)" }
    }
    if let stage = expected.standsAt { compare(whose + "stands_at", stage, view.standsAt) { $0.rawValue } }
    if let outcome = expected.outcome {
      let actual = outcomes(view)
      if !actual.contains(outcome.value) {
        found.append(
          .other(whose + "outcome", at: outcome.span, outcome.value, actual.isEmpty ? nil : Self.list(actual)))
      }
    }
    for (key, count) in expected.tally {
      compare(whose + "tally \(key.rawValue)", count, tally(key, view, id, round))
    }
  }

  /// Of the log that was looked at, of a ballot, and of the case itself.
  private func outcomes(_ view: View) -> [String] {
    if let verification = effects.verification { return [verification.isIntact ? "intact" : "broken"] }
    let standing = view.isVoid ? "void" : view.standing?.rawValue
    return [standing, view.outcome?.rawValue].compactMap(\.self)
  }

  private func tally(_ key: TallyKey, _ view: View, _ id: CaseID?, _ round: Round) -> Int? {
    let own = id.flatMap { round.cases[$0]?.openings } ?? []
    let common = round.openings.filter { opening in id.map { opening.cases.contains($0) } ?? true }
    let opening = (own + common).filter { $0.vote != nil || !$0.slots.isEmpty }.max { $0.sequence < $1.sequence }
    switch key {
    case .approve: return opening?.approvals
    case .reject: return opening?.rejections
    case .written: return opening?.vote?.writtenOpinions
    case .seatsLeft: return opening?.vote?.seatsLeft
    case .eligible: return view.tally?.eligible
    case .present: return view.tally?.present
    case .issued: return view.tally?.issued
    case .returned: return view.tally?.returned
    case .recused: return view.tally?.recused
    case .yes: return view.tally?.count.yes
    case .no: return view.tally?.count.no
    case .abstain: return view.tally?.count.abstain
    case .spoiled: return view.tally?.count.spoiled
    }
  }

  // MARK: Values

  private mutating func compare<Value: Equatable>(
    _ key: String, _ expected: Expected<Value>, _ actual: Value?, _ text: (Value) -> String = { "\($0)" }
  ) {
    if expected.value == actual { return }
    found.append(.other(key, at: expected.span, text(expected.value), actual.map(text)))
  }

  private static func sorted(_ active: [StageID: [ActorID]]) -> [StageID: [ActorID]] {
    active.mapValues { $0.sorted() }
  }

  private static func text(_ active: [StageID: [ActorID]]) -> String {
    let stages = active.sorted { $0.key < $1.key }.map { stage, actors in
      "\(stage): \(list(actors.sorted().map(\.rawValue)))"
    }
    return "{\(stages.joined(separator: ", "))}"
  }

  private static func text(_ closed: [ActorID: Slot.Ending]) -> String {
    let tasks = closed.sorted { $0.key < $1.key }.map { "\($0): \($1.rawValue)" }
    return "{\(tasks.joined(separator: ", "))}"
  }

  private static func list(_ words: [String]) -> String { "[\(words.joined(separator: ", "))]" }
}

extension PathStep {
  var description: String { "[\(stage), \(actor)]" }
}

extension Expectation {
  /// Whether it says anything about how an instance stands.
  fileprivate var needsInstance: Bool {
    !view.isEmpty || !cases.isEmpty || !log.isEmpty || !logCounts.isEmpty || stateVersion != nil
      || definitionVersion != nil
  }
}

extension ExpectedView {
  fileprivate var isEmpty: Bool {
    state == nil && active == nil && closed == nil && tally.isEmpty && due == nil && incident == nil && outcome == nil
      && standsAt == nil
  }
}

extension Refusal {
  /// The code, and what it says.
  var said: Phrase {
    Phrase(zh: "\(code.rawValue)（\(diagnostic.text(.zh))）", en: "\(code.rawValue) (\(diagnostic.text(.en)))")
  }
}

extension Diagnostic {
  /// A command was refused that should not have been, or not for this reason, or was accepted.
  static func refused(_ actual: Refusal?, at span: Span, expecting code: Refusal.Code?) -> Diagnostic {
    let expected = code.map { Phrase(zh: $0.rawValue, en: $0.rawValue) } ?? .nothing
    return Diagnostic(
      .otherThanExpected, at: span,
      ["key": "refused"].naming("expected", expected).naming("actual", actual?.said ?? .nothing))
  }

  /// Something is not as expected; `nil`: there is nothing.
  static func other(_ key: String, at span: Span, _ expected: String?, _ actual: String?) -> Diagnostic {
    func phrase(_ text: String?) -> Phrase { text.map { Phrase(zh: $0, en: $0) } ?? .nothing }
    return Diagnostic(
      .otherThanExpected, at: span,
      ["key": key].naming("expected", phrase(expected)).naming("actual", phrase(actual)))
  }
}
