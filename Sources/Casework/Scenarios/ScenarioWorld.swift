import Store
import Workflow

/// Where a scenario happens: its instances, its people, its clock, and what was kept.
struct ScenarioWorld {
  let scenario: Scenario
  /// By the numbers that the steps give them: each one round, or one case on its own.
  private(set) var instances: [Int: Round] = [:]
  var now: Instant
  /// What the rules say.
  var givens = Givens()
  private(set) var vault: any ScenarioVault
  /// With all versions of the workflow, and the people as they are now.
  private(set) var machine: Machine

  /// Without `at`, the first step happens then.
  static let beginning = Instant("2026-05-11T10:00")!

  init(_ scenario: Scenario, _ definition: WorkflowDefinition, _ calendar: WorkCalendar, vault: any ScenarioVault) {
    self.scenario = scenario
    self.vault = vault
    machine = Machine(definition, calendar: calendar, organization: scenario.organization)
    now = (scenario.prelude + scenario.steps).first?.at ?? Self.beginning
  }

  /// The same, kept apart from now on.
  func forked() throws -> ScenarioWorld {
    var copy = self
    copy.vault = try vault.fork()
    return copy
  }

  // MARK: Beginning

  /// The one instance that is there unless the first step starts one: nobody has done anything in it yet.
  ///
  /// - Returns: why it cannot be.
  mutating func begin() throws -> Refusal? {
    instances[1] = Round()
    let command = Command(.start(nominations: nominations, subject: nil))
    let answer = try decide(command, by: starter, in: 1)
    guard case .events(let events, _) = answer else {
      if case .refused(let refusal) = answer { return refusal }
      return nil
    }
    let happened = events.filter { if case .accepted = $0.change { false } else { true } }
    var effects = StepEffects()
    try keep(happened, nil, command, by: starter, in: 1, tellsListeners: false, &effects)
    return nil
  }

  private var nominations: [CaseID: Nomination] {
    Dictionary(scenario.nominations.map { ($0.id, $0.nomination) }) { first, _ in first }
  }

  /// Somebody whom the first stage asks; where it asks nobody by name, who acts first, or the office.
  private var starter: ActorID {
    let (definition, organization) = (machine.definition, machine.organization)
    let asked = definition.stages.first?.who ?? []
    let named = asked.flatMap { entry -> [ActorID] in
      switch entry {
      case .actor(let actor): [actor]
      case .role(let role, _): organization.roles[role] ?? []
      case .superior, .initiator, .signers: []
      }
    }
    let office = definition.office.flatMap { entry -> [ActorID] in
      if case .role(let role, _) = entry { organization.roles[role] ?? [] } else { [] }
    }
    let first = (scenario.prelude + scenario.steps).first?.actor
    if !nominations.isEmpty { return office.first ?? first ?? .system }
    if let first, named.contains(first) { return first }
    return named.first ?? (asked.isEmpty ? office.first : first) ?? .system
  }

  /// A new instance, on the definition of now; in a round that goes on, cases join it.
  private mutating func start(
    _ command: Command, by actor: ActorID, in wanted: Int?, _ effects: inout StepEffects
  ) throws -> Refusal? {
    if let number = wanted ?? (scenario.nominations.isEmpty ? nil : 1), instances[number] != nil {
      return try carryOut(command, by: actor, in: number, &effects)
    }
    let number = wanted ?? (1...).first { instances[$0] == nil }!
    instances[number] = Round()
    let refusal = try carryOut(command, by: actor, in: number, &effects)
    if refusal != nil { instances[number] = nil }
    return refusal
  }

  // MARK: Acting

  /// Carries out a command, and then what waits for nobody but the rules.
  ///
  /// - Parameter wanted: the instance; by default the first.
  mutating func act(
    _ command: Command, by actor: ActorID, in wanted: Int?, failing: Set<String> = [], _ effects: inout StepEffects
  ) throws {
    let number = wanted ?? 1
    let refusal: Refusal?
    if case .start = command.act {
      refusal = try start(command, by: actor, in: wanted, &effects)
    } else if instances[number] == nil {
      throw ScenarioFault.noInstance(number)
    } else {
      refusal = try carryOut(command, by: actor, in: number, &effects)
    }
    if let refusal { effects.refusals.append(refusal) } else { effects.accepted += 1 }
    for number in instances.keys.sorted() { try runRules(in: number, &effects) }
    // Whoever listens is told after the act, and may fail without harm to it.
    try vault.deliver(failing: failing, at: now)
  }

  /// `nil` when the command was accepted.
  private mutating func carryOut(
    _ command: Command, by actor: ActorID, in number: Int, _ effects: inout StepEffects
  ) throws -> Refusal? {
    switch try decide(command, by: actor, in: number) {
    case .refused(let refusal): return refusal
    case .needs: throw EndlessQuestions(act: "\(command.act)")
    case .events(let events, let ballot):
      do {
        try keep(events, ballot, command, by: actor, in: number, &effects)
      } catch StoreFault.claimed {
        return Refusal(.duplicateInstance, [:])
      }
      for event in events { machine = machine.after(event) }
      return nil
    }
  }

  private func decide(_ command: Command, by actor: ActorID, in number: Int) throws -> Decision {
    guard let round = instances[number] else { throw ScenarioFault.noInstance(number) }
    return try machine.decide(command, by: actor, at: now, in: round) { question, facts in
      if case .box(let box) = question {
        facts.ballots = try vault.ballots(in: BallotKey(box), of: number)
      } else {
        answer(question, in: round, &facts)
      }
    }
  }

  private mutating func keep(
    _ events: [Event], _ ballot: Vote?, _ command: Command, by actor: ActorID, in number: Int,
    tellsListeners: Bool = true, _ effects: inout StepEffects
  ) throws {
    guard let before = instances[number] else { throw ScenarioFault.noInstance(number) }
    if events.isEmpty { return }
    var round = before
    var noted = effects
    let versioned = events.map { event in
      noted.note(event, in: round)
      round.apply(event)
      return (event: event, version: round.version(of: event.case))
    }
    let box = ballot.flatMap { vote in
      round.openBox(for: command).map { (vote: vote, box: $0, length: round.ballotLength) }
    }
    let open = round.openBoxes
    try vault.keep(
      Writ(
        instance: number, command: command, actor: actor, at: now, events: versioned,
        versionBefore: before.version(of: command.case), ballot: box,
        closedBoxes: before.openBoxes.filter { !open.contains($0) },
        messages: tellsListeners ? machine.messages(following: events, in: before) : [],
        claims: machine.definition.uniqueKeys(startedBy: command)))
    (instances[number], effects) = (round, noted)
  }

  /// Stages that wait for nobody but the rules.
  private mutating func runRules(in number: Int, _ effects: inout StepEffects) throws {
    for _ in 0..<Machine.questionLimit {
      guard let round = instances[number] else { return }
      var isMoving = false
      for task in machine.automaticTasks(in: round) {
        let command = Command(.autoComplete(taskOf: nil), case: task.case, stage: task.stage)
        if try carryOut(command, by: .system, in: number, &effects) == nil { isMoving = true }
      }
      if !isMoving { return }
    }
  }

  /// A new version of the workflow, for what begins from now on.
  ///
  /// - Returns: why it cannot be used.
  mutating func deploy(_ definition: WorkflowDefinition, by actor: ActorID) -> Refusal? {
    do throws(Refusal) {
      machine = try machine.deploying(definition, by: actor)
      return nil
    } catch {
      return error
    }
  }

  // MARK: How it stands

  /// What is wrong with the definition of now.
  var findings: [String] { machine.definition.findings().map(\.text) }

  /// Who would be asked from here on, if everybody agreed.
  func simulate(_ data: [String: Datum], in number: Int) throws -> [PathStep] {
    guard let round = instances[number] else { throw ScenarioFault.noInstance(number) }
    let simulation = machine.simulate(round, data: data, at: now) { question, facts in
      if case .box = question { return false }
      answer(question, in: round, &facts)
      return true
    }
    return simulation.path.map { PathStep(stage: $0.stage, actor: $0.actor) }
  }

  /// Who can cast a ballot now; `nil`: no vote is open.
  func voters(of id: CaseID?, in number: Int) -> [ActorID]? {
    guard let round = instances[number] else { return nil }
    let own = (id ?? (round.isLone ? round.order.first : nil)).flatMap { round.cases[$0]?.openings } ?? []
    let open = (own + round.openings).last { $0.isOpen && $0.vote?.isOpen == true }
    return open?.vote.map { vote in vote.present.filter { !vote.took.contains($0) } }
  }

  // MARK: Through the store and back

  /// Every instance is made anew from what was kept, and so is who holds which role.
  ///
  /// - Returns: the instances that are not what they were.
  mutating func saveAndRestore() throws -> [Int] {
    var changed: [Int] = []
    var all: [Event] = []
    try vault.reopen()
    for (number, round) in instances.sorted(by: { $0.key < $1.key }) {
      let events = try vault.events(of: number)
      all += events
      let restored = Round(events)
      if restored != round { changed.append(number) }
      instances[number] = restored
    }
    machine = machine.with(scenario.organization)
    for event in all.sorted(by: { $0.at < $1.at }) { machine = machine.after(event) }
    return changed
  }

  mutating func deliver(failing: Set<String>) throws { try vault.deliver(failing: failing, at: now) }

  mutating func tamper(_ entry: Int, _ change: [String: Datum]) throws -> Bool { try vault.tamper(entry, change) }
}

extension Finding {
  /// `review: no_assignee`.
  var text: String { "\(stage): \(code.text)" }
}

/// What a scenario asks for that cannot be.
enum ScenarioFault: Error {
  case noInstance(Int)
  /// Nobody can cast a ballot: no vote is open.
  case noVoteOpen
  /// One ballot for each one present: not so many.
  case ballots(given: Int, present: Int)
  case noEntry(Int)
}
