import Diagnostics
import Foundation
import GRDB
import Testing
import YAML

@testable import Store
@testable import Workflow

/// A folder of its own with a ledger in it, gone when nobody needs it.
final class Sample {
  let folder: URL
  let path: String
  static let round = RoundID("2026-样例")
  static let start = Instant("2026-05-11T09:00")!

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("pingxuan-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.appendingPathComponent("样例.db").path
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func ledger() throws -> Ledger { try Ledger(path, creating: true) }

  /// A ledger with the acts of a small round: each its own transaction.
  func filled(_ acts: Int = 12) throws -> Ledger {
    let ledger = try ledger()
    var round = Round()
    for (index, events) in Self.history.prefix(acts).enumerated() {
      try ledger.write { writing in
        if index == 0 {
          let document = try writing.keep(Array("stages: []".utf8), named: "流程.yaml")
          try writing.append([Self.opening(document)], to: Self.round)
        }
        try writing.append(Self.drafts(events, &round), to: Self.round)
      }
    }
    return ledger
  }

  static func opening(_ document: Document) -> Writing.Draft {
    let charter = Charter(
      award: "样例", edition: "2026", rules: [], workflow: document, calendars: [],
      organization: Organization(people: ["office1": Person(name: "某甲", title: "初审员")], roles: ["office": ["office1"]]),
      engine: "test")
    return Writing.Draft(nil, version: 0, at: start, by: "office1", .opened(charter))
  }

  static func drafts(_ events: [Event], _ round: inout Round) -> [Writing.Draft] {
    events.map { event in
      round.apply(event)
      return Writing.Draft(event, version: round.version(of: event.case))
    }
  }

  /// The events of each act of a case: handed in, sent back, handed in again, signed; then another.
  static let history: [[Event]] = {
    var log = DiagnosticLog()
    let text = """
      stages:
        - {id: apply, type: form, who: [{initiator: true}], next: review}
        - {id: review, type: approve, mode: sequential, who: [office1, office2], next: joint}
        - {id: joint, type: approve, mode: all, who: [dep1, dep2], next: approved}
      """
    let calendar = """
      zone: Asia/Shanghai
      office_hours: ["09:00-17:00"]
      covers: 2026
      holidays: []
      workdays: []
      """
    let definition = WorkflowDefinition.read(node(text)!, log: &log)!
    let organization = Organization(
      people: Dictionary(
        uniqueKeysWithValues: ["a", "b", "office1", "office2", "dep1", "dep2"].map { (ActorID($0), Person()) }),
      roles: ["office": ["office1"]])
    let machine = Machine(
      definition, calendar: WorkCalendar.read(node(calendar)!, log: &log)!, organization: organization)
    var round = Round()
    let nominations: [CaseID: Nomination] = ["A-1": Nomination(by: "a"), "B-1": Nomination(by: "b")]
    let steps: [(Command, ActorID)] = [
      (Command(.start(nominations: nominations, subject: nil)), "office1"), (Command(.submit, case: "A-1"), "a"),
      (Command(.sendBack(to: "apply"), case: "A-1", reason: "缺\"证明\"\n两份"), "office1"),
      (Command(.submit, case: "A-1", data: ["党龄": .number("12.5")]), "a"),
      (Command(.sign(.approve, for: nil, override: false), case: "A-1"), "office1"),
      (Command(.submit, case: "B-1"), "b"),
      (Command(.sign(.approve, for: nil, override: false), case: "A-1"), "office2"),
      (Command(.sign(.approve, for: nil, override: false), case: "A-1"), "dep2"),
      (Command(.sign(.approve, for: nil, override: false), case: "B-1"), "office1"),
      (Command(.sign(.approve, for: nil, override: false), case: "A-1"), "dep1"),
      (Command(.sign(.approve, for: nil, override: false), case: "B-1"), "office2"),
      (Command(.withdraw, case: "B-1"), "b"),
    ]
    return steps.compactMap { command, actor in
      guard case .events(let events, _) = machine.decide(command, by: actor, at: start, in: round) else { return nil }
      for event in events { round.apply(event) }
      return events
    }
  }()

  private static func node(_ text: String) -> Node? {
    var log = DiagnosticLog()
    return Node.read(Source(name: "样例", bytes: Array(text.utf8)), log: &log)
  }

  /// Does what no program of ours does.
  func tamper(_ sql: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "DROP TRIGGER IF EXISTS entry_stays; DROP TRIGGER IF EXISTS entry_remains; \(sql)")
      try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
  }

  func checkpoint() throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
  }
}
