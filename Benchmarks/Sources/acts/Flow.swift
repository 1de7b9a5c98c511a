import Diagnostics
import Workflow
import YAML

/// The flow of the peers: a first approval, a parallel pair, two more.
struct Flow {
  let machine: Machine
  /// Who approves what, in the order in which it falls due.
  let approvals: [(stage: StageID, by: ActorID)] = [
    ("first", "office"), ("left", "dep1"), ("right", "dep2"), ("panel", "expert"), ("committee", "chair"),
  ]

  init() {
    let stages = """
      stages:
        - {id: apply, type: form, who: [{initiator: true}], next: first}
        - {id: first, type: approve, mode: any, who: [office], next: split}
        - {id: split, type: split, mode: parallel, branches: [{next: left}, {next: right}], join: join}
        - {id: left, type: approve, mode: any, who: [dep1], next: join}
        - {id: right, type: approve, mode: any, who: [dep2], next: join}
        - {id: join, type: join, next: panel}
        - {id: panel, type: approve, mode: any, who: [expert], next: committee}
        - {id: committee, type: approve, mode: any, who: [chair], next: approved}
      """
    let calendar = """
      zone: Asia/Shanghai
      covers: 2026
      office_hours: ["09:00-17:00"]
      holidays: []
      workdays: []
      """
    var log = DiagnosticLog()
    guard let definition = Self.node(stages, &log).flatMap({ WorkflowDefinition.read($0, log: &log) }),
      let calendar = Self.node(calendar, &log).flatMap({ WorkCalendar.read($0, log: &log) })
    else { fatalError(log.diagnostics.map { $0.text(.en) }.joined(separator: "\n")) }
    let people: [ActorID] = ["applicant", "office", "dep1", "dep2", "expert", "chair"]
    machine = Machine(
      definition, calendar: calendar,
      organization: Organization(people: Dictionary(uniqueKeysWithValues: people.map { ($0, Person()) })))
  }

  /// A case that waits for its first approval.
  func begun(at now: Instant) -> Round {
    var round = Round()
    _ = carryOut(Command(.start(nominations: [:], subject: nil)), by: "applicant", at: now, in: &round)
    _ = carryOut(Command(.submit), by: "applicant", at: now, in: &round)
    return round
  }

  func carryOut(_ command: Command, by actor: ActorID, at now: Instant, in round: inout Round) -> [Event] {
    guard case .events(let events, _) = machine.carryOut(command, by: actor, at: now, in: &round) else {
      fatalError("\(actor) cannot \(command.act)")
    }
    return events
  }

  private static func node(_ text: String, _ log: inout DiagnosticLog) -> Node? {
    Node.read(Source(name: "flow", bytes: Array(text.utf8)), log: &log)
  }
}
