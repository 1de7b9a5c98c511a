import Outcomes
import Foundation
import Testing
import YAML
import Diagnostics

@testable import Workflow

/// A round being played with everything watched that must always be so.
struct Play {
  var machine: Machine { didSet { recount = Recount(machine, after: recount) } }
  var round = Round()
  var now: Instant
  private(set) var events: [Event] = []
  private(set) var box: [Vote] = []
  private(set) var recount: Recount
  private(set) var failures: [String] = []
  /// What was tried, in order.
  private(set) var acts: [Attempt] = []

  struct Attempt: CustomStringConvertible {
    let command: Command
    let actor: ActorID
    let at: Instant
    var refusal: Refusal.Code?

    var description: String {
      let place = [command.case?.rawValue, command.stage?.rawValue, refusal.map { "✗ \($0.rawValue)" }]
      return "\(at) \(actor) \(command.act) \(place.compactMap(\.self).joined(separator: " "))"
    }
  }

  var story: String { acts.map(\.description).joined(separator: "\n") }

  static let people: [ActorID] = [
    "ent", "a", "b", "c", "d", "x", "y", "boss", "clerk", "office", "admin", "citizen",
  ]

  static func organization() -> Organization {
    Organization(
      people: Dictionary(uniqueKeysWithValues: people.map { ($0, Person(name: $0.rawValue)) }),
      superiors: ["a": "boss", "b": "boss", "c": "boss", "ent": "boss"],
      roles: [
        "office": ["office"], "administrator": ["admin"], "signers": ["a", "b", "c"], "electors": ["a", "b", "c"],
      ],
      chair: "c")
  }

  /// - Parameter flow: the body of a workflow file.
  static func definition(_ flow: String) throws -> WorkflowDefinition {
    var log = DiagnosticLog()
    let node = Node.read(Source(name: "flow.yaml", text: flow), log: &log)
    let read = WorkflowDefinition.read(try #require(node), log: &log)
    #expect(log.diagnostics.isEmpty, "\(log.diagnostics.map { "\($0.code) \($0.text(.en))" })\n\(flow)")
    return try #require(read)
  }

  init(_ definition: WorkflowDefinition, _ calendar: WorkCalendar, cases: [CaseID] = []) {
    self.init(Machine(definition, calendar: calendar, organization: Play.organization()), cases: cases)
  }

  init(_ machine: Machine, cases: [CaseID] = []) {
    self.machine = machine
    recount = Recount(machine)
    now = Instant("2026-03-02T10:00")!
    let nominations = Dictionary(uniqueKeysWithValues: cases.map { ($0, Nomination(by: "ent")) })
    let starter: ActorID = cases.isEmpty ? "ent" : "office"
    _ = act(Command(.start(nominations: nominations, subject: nil)), by: starter) { _, _ in }
  }

  enum Outcome: Hashable { case accepted, answered, refused(Refusal.Code) }

  /// - Parameter answer: answers the machine's questions; the box is answered here.
  @discardableResult
  mutating func act(
    _ command: Command, by actor: ActorID, answering answer: (Question, inout Facts) -> Void
  ) -> Outcome {
    acts.append(Attempt(command: command, actor: actor, at: now))
    var facts = Facts()
    for _ in 0..<60 {
      let decision = machine.decide(command, by: actor, at: now, facts: facts, in: round)
      checkCarryingOut(command, actor, facts, decision)
      switch decision {
      case .refused(let refusal):
        acts[acts.count - 1].refusal = refusal.code
        return .refused(refusal.code)
      case .needs(let questions):
        for question in questions {
          if case .box = question { facts.ballots = box } else { answer(question, &facts) }
        }
      case .events(let new, let ballot):
        if let ballot { box.append(ballot) }
        return accept(new)
      }
    }
    failures.append("questions without end")
    return .answered
  }

  /// `carryOut` changes the round in place, and puts it back if nothing comes of the command.
  private mutating func checkCarryingOut(_ command: Command, _ actor: ActorID, _ facts: Facts, _ decision: Decision) {
    var tried = round
    let other = machine.carryOut(command, by: actor, at: now, facts: facts, in: &tried)
    if other != decision { failures.append("carryOut decides otherwise than decide") }
    var expected = round
    if case .events(let new, _) = decision { for event in new { expected.apply(event) } }
    if tried != expected { failures.append("after \(command.act) carryOut leaves another round") }
  }

  private mutating func accept(_ new: [Event]) -> Outcome {
    let before = round
    for event in new {
      // The counter looks first: it must not learn from the state what has come of the act.
      recount.note(event, box: box)
      if case .voteChanged(_, let vote) = event.change, vote.took.isEmpty { box = [] }
      round.apply(event)
    }
    events += new
    let accepted = new.count { if case .accepted = $0.change { true } else { false } }
    check(from: before, accepted: accepted)
    return accepted == 0 ? .answered : .accepted
  }

  private mutating func check(from before: Round, accepted: Int) {
    if accepted > 1 { failures.append("one command was accepted \(accepted) times") }
    if round.version != before.version + accepted {
      failures.append("version \(before.version) became \(round.version) by \(accepted) accepted command")
    }
    if !round.log.starts(with: before.log) { failures.append("the log has lost or changed an entry") }
    for id in round.order { check(id, before) }
    for opening in round.openings where !opening.isOpen { checkClosed(opening) }
    failures += recount.failures.filter { !failures.contains($0) }
  }

  private mutating func check(_ id: CaseID, _ before: Round) {
    guard let item = round.cases[id] else { return failures.append("\(id) has vanished") }
    let old = before.cases[id]?.openings.count ?? 0
    if item.openings.count < old { failures.append("\(id) has lost an opening") }
    for opening in item.openings where !opening.isOpen { checkClosed(opening) }
    let standing = round.openings.filter { $0.isOpen && $0.remaining.contains(id) }
    let open = item.openOpenings
    if item.state.isFinal {
      if !open.isEmpty || !standing.isEmpty { failures.append("\(id) is over, and \(open.map(\.stage)) are open") }
      if !item.incidents.isEmpty { failures.append("\(id) is over, and has an incident") }
    } else if open.isEmpty, standing.isEmpty, item.arrivedAt == nil, item.incidents.isEmpty, item.pendingAt == nil {
      failures.append("\(id) is nowhere")
    }
    if (item.state == .incident) != !item.incidents.isEmpty, item.suspension == nil, !item.state.isFinal {
      failures.append("\(id) is in state \(item.state) with \(item.incidents.count) incidents")
    }
  }

  /// Every task that was somebody's has one end.
  private mutating func checkClosed(_ opening: Opening) {
    for slot in opening.slots where slot.isAsked && slot.ending == nil {
      failures.append("\(opening.stage) is closed, and \(slot.holder?.rawValue ?? "a pool") still has a task in it")
    }
  }

  /// Stored, read again and folded, it is the same; the same command has the same consequences.
  mutating func saveAndRestore() throws {
    let stored = try JSONEncoder().encode(events)
    let restored = try JSONDecoder().decode([Event].self, from: stored)
    if restored != events { failures.append("events change when they are stored") }
    let again = Round(restored)
    if again != round { failures.append("the round is not the fold of its events") }
    let tick = Command(.tick)
    if machine.decide(tick, by: .system, at: now, in: again) != machine.decide(tick, by: .system, at: now, in: round) {
      failures.append("a restored round decides otherwise")
    }
    round = again
  }

  /// From wherever it stands, if everybody agrees, it comes to an end, or says what is to be put right.
  mutating func checkWayOut(_ answer: (Question, inout Facts) -> Bool) {
    let isHeld = round.order.contains { id in round.cases[id].map { $0.isHeld || $0.suspension != nil } ?? false }
    if isHeld || round.suspension != nil { return }
    let simulation = machine.simulate(round, at: now, answering: answer)
    switch simulation.end {
    case .over, .incident: return
    case .unanswered, .waits, .endless, .refused: failures.append("no way out: \(simulation.end), \(standing)")
    }
  }

  private var standing: String {
    let open = round.everyOpening.filter { $0.opening.isOpen }.map { owner, opening in
      let slots = opening.slots.filter { $0.ending == nil }.map { "\($0.candidates) \($0.holder?.rawValue ?? "-")" }
      return "\(owner?.rawValue ?? "round") \(opening.stage) \(slots)"
    }
    return open.joined(separator: ", ")
  }
}
