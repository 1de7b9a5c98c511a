import Diagnostics
import Foundation
import YAML

@testable import Workflow

/// Something that the runner cannot do yet; the scenario does not count as passed.
struct NotSupported: Error { let what: String }

/// One run of a scenario: plays casework's part around the machine.
struct ScenarioRun {
  let scenario: Scenario
  var machine: Machine
  /// By the numbers that the steps give them.
  private var instances: [Int: Instance] = [:]
  /// The one that the step is about.
  var current = 1
  /// Who has a key already (`unique_by`).
  private var keys = Set<UniqueKey>()
  /// What has not been delivered yet.
  private(set) var outbox: [ListenerMessage] = []
  /// How often the step was refused, by code.
  private(set) var refusals: [String: Int] = [:]
  private(set) var simulated: Simulation?
  var now: Instant
  var savesAfterEachStep = false
  /// What did not turn out as expected.
  var failures: [String] = []
  private var closed: [ActorID: String] = [:]
  private var nominations: [ActsFile.NominationEntry] = []

  struct Instance {
    var round = Round()
    var events: [Event] = []
    var box: [Vote] = []
  }

  var round: Round {
    get { instances[current, default: Instance()].round }
    set { instances[current, default: Instance()].round = newValue }
  }

  var events: [Event] { instances[current, default: Instance()].events }

  private var box: [Vote] {
    get { instances[current, default: Instance()].box }
    set { instances[current, default: Instance()].box = newValue }
  }

  init(_ scenario: Scenario) throws {
    self.scenario = scenario
    var log = DiagnosticLog()
    var organization = scenario.file.root["org"].map { Organization.read($0, log: &log) } ?? Organization()
    if let own = scenario.node["org"] { organization = organization.merging(Organization.read(own, log: &log)) }
    var reader = FileReader()
    organization.proxies = reader.proxies(scenario.node["proxies"])
    let calendar = scenario.file.root["calendars"]?["calendar_2026"].flatMap { WorkCalendar.read($0, log: &log) }
    guard let calendar else { throw NotSupported(what: "calendar") }
    guard log.diagnostics.isEmpty else { throw NotSupported(what: log.diagnostics.map { $0.text(.en) }.joined()) }
    let definition = scenario.definition.flatMap { WorkflowDefinition.read($0, log: &log) }
    let findings = Set(["PX5030", "PX5031", "PX5032", "PX5033", "PX5034", "PX5035", "PX5036", "PX5037"])
    if let bad = log.diagnostics.first(where: { $0.severity == .error && !findings.contains($0.code) }) {
      throw NotSupported(what: "\(bad.code) \(bad.text(.en)) \(bad.span?.description ?? "")")
    }
    machine = Machine(definition ?? WorkflowDefinition(stages: []), calendar: calendar, organization: organization)
    nominations = reader.nominations(scenario.node["nominations"])
    now = Instant("2026-05-11T10:00")!
  }

  mutating func run() throws {
    if scenario.node["table"] != nil { checkTable() }
    let steps = scenario.node["steps"]?.sequence ?? []
    if let first = steps.first, !startsItself(first) { try begin() }
    for (index, step) in steps.enumerated() {
      try run(step, number: index + 1)
      if savesAfterEachStep { try saveAndRestore() }
    }
  }

  private func startsItself(_ step: Node) -> Bool {
    let verb = step["do"]?.scalar?.text
    if verb == "concurrently" { return step["commands"]?.sequence?.first?["do"]?.scalar?.text == "start" }
    return verb == "start" || verb == "validate"
  }

  /// In draft, standing in the first stage.
  private mutating func begin() throws {
    guard let first = machine.definition.stages.first else { throw NotSupported(what: "no stages") }
    let starter = first.who.compactMap { entry in if case .actor(let actor) = entry { actor } else { nil } }.first
    let at = scenario.node["steps"]?.sequence?.first?["at"]?.scalar.flatMap { Instant($0.text) }
    if let at { now = at }
    if let refusal = try carryOut(Command(.start(nominations: [:], subject: nil)), by: starter ?? "office1") {
      throw NotSupported(what: "start: \(refusal.rawValue)")
    }
    // The instance is simply there: nobody has done anything yet.
    round.version = 0
    for id in round.order { round.cases[id]?.version = 0 }
    if events.count > 0 { round.log.removeAll { $0.verb == "start" } }
    outbox = []
  }

  mutating func run(_ node: Node, number: Int) throws {
    current = number_(node["instance"]) ?? 1
    if let at = node["at"]?.scalar.flatMap({ Instant($0.text) }) { now = at }
    closed = [:]
    refusals = [:]
    simulated = nil
    let expect = node["expect"]
    let verb = node["do"]?.scalar?.text ?? ""
    var refusal: Refusal.Code?
    switch verb {
    case "cast_many": refusal = try castMany(node)
    case "ballots": refusal = try castBallots(node)
    case "concurrently": try interleave(node, number)
    case "save_restore": try saveAndRestore()
    case "validate": refusal = validate(expect, number)
    case "simulate": simulate(node)
    case "deliver": break
    case "tamper", "verify_log": throw NotSupported(what: verb)
    case "deploy": refusal = try deploy(node)
    default: refusal = try one(node)
    }
    deliver(node)
    if let other = number_(expect?["instance"]) { current = other }
    if let expect { check(expect, refusal, number, verb) }
  }

  private mutating func one(_ node: Node) throws -> Refusal.Code? {
    var log = DiagnosticLog()
    let step = Step.read(
      node, nominations: nominations, alsoKnown: ["expect", "note", "fault", "instance"], log: &log)
    guard let step, log.diagnostics.isEmpty else {
      throw NotSupported(what: log.diagnostics.map { $0.text(.en) }.joined(separator: "; "))
    }
    let refusal = try carryOut(step.command, by: step.actor)
    if refusal == nil, case .changeOrganization(let roles) = step.command.act {
      var organization = machine.organization
      organization.roles.merge(roles) { $1 }
      machine = Machine(machine.shelf, calendar: machine.calendar, organization: organization)
    }
    return refusal
  }

  private mutating func deploy(_ node: Node) throws -> Refusal.Code? {
    var log = DiagnosticLog()
    guard let new = node["new_def"].flatMap({ WorkflowDefinition.read($0, log: &log) }), log.diagnostics.isEmpty,
      let by = node["by"]?.scalar?.text
    else { throw NotSupported(what: "new_def: \(log.diagnostics.map { $0.text(.en) })") }
    do {
      machine = try machine.deploying(new, by: ActorID(by))
      return nil
    } catch {
      return error.code
    }
  }

  private mutating func simulate(_ node: Node) {
    simulated = machine.simulate(round, data: FileReader().data(node["data"]), at: now) { question, facts in
      guard case .guard(let question) = question, let answer = PlainGuard.answer(question) else { return false }
      facts.guards[question.key] = answer
      return true
    }
  }

  /// What listeners are told after the act; who fails is told again the next time.
  private mutating func deliver(_ node: Node) {
    let failing = (node["fault"]?.mapping ?? []).map(\.keyText)
    outbox.removeAll { !failing.contains($0.listener) }
  }

  /// Asks the machine, answers its questions, and asks again.
  mutating func carryOut(_ command: Command, by actor: ActorID) throws -> Refusal.Code? {
    let new = machine.definition.uniqueKeys(startedBy: command)
    if new.contains(where: keys.contains) { return Refusal.duplicateInstance.code }
    let refusal = try ask(command, by: actor)
    if refusal == nil { keys.formUnion(new) }
    return refusal
  }

  private mutating func ask(_ command: Command, by actor: ActorID) throws -> Refusal.Code? {
    var facts = Facts()
    for _ in 0..<20 {
      switch machine.decide(command, by: actor, at: now, facts: facts, in: round) {
      case .refused(let refusal): return refusal.code
      case .events(let new, let ballot):
        keep(new)
        if let ballot { box.append(ballot) }
        return nil
      case .needs(let questions): for question in questions { try answer(question, &facts) }
      }
    }
    throw NotSupported(what: "questions without end")
  }

  private func answer(_ question: Question, _ facts: inout Facts) throws {
    switch question {
    case .guard(let question):
      guard let answer = PlainGuard.answer(question) else { throw NotSupported(what: question.expression.text) }
      facts.guards[question.key] = answer
    case .box: facts.box = box.shuffled()
    default: throw NotSupported(what: "\(question)")
    }
  }

  private mutating func keep(_ new: [Event]) {
    outbox += machine.messages(following: new, in: round)
    for event in new {
      if case .slotChanged(let number, let slot) = event.change, let before = round.opening(number, of: event.case) {
        noteClosed(before, slot)
      }
      if case .voteChanged(_, let vote) = event.change, !vote.isOpen, vote.took.isEmpty { box = [] }
      instances[current, default: Instance()].round.apply(event)
      instances[current, default: Instance()].events.append(event)
    }
  }

  /// Tasks that a command closed without their holder having acted.
  private mutating func noteClosed(_ opening: Opening, _ slot: Slot) {
    guard slot.index < opening.slots.count else { return }
    let before = opening.slots[slot.index]
    guard before.ending == nil, before.isAsked, let ending = slot.ending else { return }
    if let late = before.holder, let actor = slot.signature?.actor, before.escalatedTo.contains(actor) {
      closed[late] = Slot.Ending.closedByPeer.rawValue
    }
    guard slot.isClosedUnacted else { return }
    for actor in before.asked where before.holder == nil || actor == before.holder { closed[actor] = ending.rawValue }
  }

  private mutating func saveAndRestore() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let stored = try events.map { try encoder.encode($0) }
    let restored = try stored.map { try JSONDecoder().decode(Event.self, from: $0) }
    if restored != events { failures.append("\(scenario.id): events change when stored") }
    var again = Round(restored)
    again.version = round.version
    again.log = round.log
    for id in again.order { again.cases[id]?.version = round.cases[id]?.version ?? 0 }
    if again != round { failures.append("\(scenario.id): the round is not the fold of its events") }
  }

  private mutating func castMany(_ node: Node) throws -> Refusal.Code? {
    for entry in node["choices"]?.mapping ?? [] {
      for voter in entry.value.sequence ?? [] {
        guard let choice = Choice(rawValue: entry.keyText), let name = voter.scalar?.text else { continue }
        if let refusal = try carryOut(Command(.cast(.choice(choice))), by: ActorID(name)) { return refusal }
      }
    }
    return nil
  }

  /// One ballot for each one present; who casts which must not matter.
  private mutating func castBallots(_ node: Node) throws -> Refusal.Code? {
    let openings = round.order.flatMap { round.cases[$0]?.openings ?? [] } + round.openings
    var present = openings.last { $0.isOpen && $0.vote != nil }?.vote?.present.shuffled() ?? []
    for entry in node["count"]?.mapping ?? [] {
      for _ in 0..<(entry.value.scalar.flatMap { Int($0.text) } ?? 0) {
        guard let voter = present.popLast(), let choice = Choice(rawValue: entry.keyText) else { continue }
        if let refusal = try carryOut(Command(.cast(.choice(choice))), by: voter) { return refusal }
      }
    }
    return nil
  }

  /// The same commands in different orders, each from the state before.
  private mutating func interleave(_ node: Node, _ number: Int) throws {
    let commands = node["commands"]?.sequence ?? []
    if let copies = number_(node["copies"]) { return try copy(commands, copies) }
    let before = self
    for order in [commands, commands.reversed()] {
      var run = before
      for command in order { _ = try run.one(command) }
      if let expect = node["expect"] { run.check(expect, nil, number, "concurrently") }
      let found = run.failures.filter { !before.failures.contains($0) }
      self = run
      failures = before.failures + found
      if !found.isEmpty { return }
    }
  }

  /// Each command so often at once; of a `start` each is an instance of its own.
  private mutating func copy(_ commands: [Node], _ copies: Int) throws {
    for command in commands {
      for index in 0..<copies {
        let isStart = command["do"]?.scalar?.text == "start"
        if isStart, index > 0 { current = (instances.keys.max() ?? 0) + 1 }
        if let refusal = try one(command) { refusals[refusal.rawValue, default: 0] += 1 }
      }
    }
    current = 1
  }

  private mutating func validate(_ expect: Node?, _ number: Int) -> Refusal.Code? {
    let findings = machine.definition.findings()
    let found = findings.map { "\($0.stage) \($0.code.text)" }.sorted()
    let expected = (expect?["findings"]?.sequence ?? []).map { item in
      "\(item["stage"]?.scalar?.text ?? "") \(item["code"]?.scalar?.text ?? "")"
    }.sorted()
    if found != expected { failures.append("\(scenario.id) step \(number): findings \(found), expected \(expected)") }
    return findings.isEmpty ? nil : .invalidDefinition
  }

  private mutating func checkTable() {
    for row in scenario.node["table"]?.sequence ?? [] {
      guard let at = row["at"]?.scalar.flatMap({ Instant($0.text) }), let due = row["due"]?.scalar?.text,
        let span = row["add"]?.scalar.flatMap({ TimeSpan($0.text) })
      else {
        failures.append("\(scenario.id): a row cannot be read")
        continue
      }
      let end = machine.calendar.end(of: span, from: at).value
      if end.description != due { failures.append("\(scenario.id): \(at) + \(span) = \(end), expected \(due)") }
    }
  }

  var closedTasks: [ActorID: String] { closed }
}
