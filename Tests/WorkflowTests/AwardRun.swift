import Outcomes
import Diagnostics
import Testing
import YAML

@testable import Workflow

/// A round of an award played from an acts file; what the rules would say is laid down by the test.
struct AwardRun {
  var machine: Machine
  var round = Round()
  var events: [Event] = []
  /// What the rules say of a case at a stage; not laid down: nothing against it.
  var results: [String: RuleResult] = [:]
  var ranking: [CaseID: RuleResult] = [:]
  var seats: [CaseID: Outcome] = [:]
  var replacement: Facts.Replacement = .nobody
  var parameters = ["名额": 2]
  var asked: [Question] = []
  /// The sealed box of a secret ballot.
  var box: [Vote] = []
  var now = Instant("2025-12-01T09:00")!
  private var nominations: [ActsFile.NominationEntry] = []

  init(_ award: String, _ acts: String = AwardRun.people) throws {
    var log = DiagnosticLog()
    let node = try #require(SharedFiles.node(acts))
    let read = ActsFile.read(node, log: &log)
    let file = try #require(read)
    #expect(log.diagnostics.isEmpty, "\(log.diagnostics.map { "\($0.text(.zh)) \($0.span?.description ?? "")" })")
    machine = Machine(
      try Awards.definition(award), calendar: try Calendars.read(), organization: file.organization)
    nominations = file.nominations
    for step in file.steps { try play(step) }
    try drawExperts(file.organization.roles["评审专家"] ?? [])
  }

  /// As many as the award's workflow asks for.
  private mutating func drawExperts(_ pool: [ActorID]) throws {
    guard case .people(let least, let most, _)? = machine.definition["expert"]?.draw else { return }
    let drawn = pool.prefix(min(most, max(least, pool.count))).map(\.rawValue).joined(separator: ", ")
    try play("- {do: draw, by: office1, stage: expert, drawn: [\(drawn)], minutes: 专家抽取记录}")
  }

  /// Steps, one a line, as they would stand in an acts file; all of them must be accepted.
  mutating func play(_ text: String) throws {
    for node in try #require(SharedFiles.node(text)?.sequence) {
      var log = DiagnosticLog()
      let step = Step.read(node, nominations: nominations, log: &log)
      #expect(log.diagnostics.isEmpty, "\(log.diagnostics.map { $0.text(.zh) })")
      try play(try #require(step))
    }
  }

  private mutating func play(_ step: Step) throws {
    if let at = step.at { now = at }
    let refusal = try carryOut(step.command, by: step.actor)
    #expect(
      refusal == nil, "\(step.span.description) \(step.verb.rawValue) by \(step.actor): \(refusal?.code.rawValue ?? "")"
    )
    try runRules()
  }

  /// The code of the refusal of one step.
  mutating func refused(_ text: String) throws -> Refusal.Code? { try refusal(text)?.code }

  mutating func refusal(_ text: String) throws -> Refusal? {
    var log = DiagnosticLog()
    let node = try #require(SharedFiles.node(text))
    let read = Step.read(node, nominations: nominations, log: &log)
    let step = try #require(read)
    if let at = step.at { now = at }
    return try carryOut(step.command, by: step.actor)
  }

  /// Casework's part: stages that wait for nothing but the rules.
  private mutating func runRules() throws {
    for _ in 0..<50 {
      let tasks = machine.automaticTasks(in: round)
      if tasks.isEmpty { return }
      for task in tasks {
        let command = Command(.autoComplete(taskOf: nil), case: task.case, stage: task.stage)
        let refusal = try carryOut(command, by: .system)
        #expect(refusal == nil, "auto_complete \(task): \(refusal?.code.rawValue ?? "")")
      }
    }
  }

  private mutating func carryOut(_ command: Command, by actor: ActorID) throws -> Refusal? {
    var facts = Facts()
    for _ in 0..<50 {
      switch machine.decide(command, by: actor, at: now, facts: facts, in: round) {
      case .refused(let refusal): return refusal
      case .events(let new, let ballot):
        if let ballot { box.append(ballot) }
        for event in new { round.apply(event) }
        events += new
        return nil
      case .needs(let questions):
        asked += questions
        for question in questions { answer(question, &facts) }
      }
    }
    Issue.record("questions without end")
    return nil
  }

  private func answer(_ question: Question, _ facts: inout Facts) {
    switch question {
    case .rules(let question):
      facts.answer(question, results["\(question.case) \(question.stage)"] ?? RuleResult(nil))
    case .ranking: facts.ranking = ranking
    case .seats: facts.seats = seats
    case .parameter(let name): facts.parameters[name] = parameters[name]
    case .replacement: facts.replacement = replacement
    case .box: facts.ballots = box.shuffled()
    case .guard: Issue.record("\(question)")
    }
  }

  func state(_ id: CaseID) -> String {
    let view = machine.view(of: id, in: round, at: now)
    return [view.state.rawValue, view.outcome?.rawValue, view.standsAt.map { "@\($0)" }].compactMap { $0 }
      .joined(separator: " ")
  }

  var active: [StageID: [ActorID]] { machine.view(round, at: now).active }
  func active(_ id: CaseID) -> [StageID: [ActorID]] { machine.view(of: id, in: round, at: now).active }
}
