import Casework
import Diagnostics
import Foundation
import Records
import Rules
import TestSupport
import Workflow

/// The files of the repository, as a user has them.
enum Repository {
  static let root = Checkout.root

  static func batch(_ award: String, _ year: Int) throws -> Batch {
    var log = DiagnosticLog()
    let rules = try Desk().rules(path("rules/\(year)/\(award).yaml"), log: &log)
    guard let rules else { throw Broken(log) }
    guard let records = try Desk().records(path("examples/\(year)/\(award)/records.yaml"), rules: rules, log: &log)
    else { throw Broken(log) }
    return Batch(records, rules: rules)
  }

  /// The same batch with some facts of one nominee changed.
  static func batch(_ award: String, _ year: Int, _ nominee: String, _ changes: String...) throws -> Batch {
    try batch(award, year, nominee, changing: changes)
  }

  static func batch(_ award: String, _ year: Int, _ nominee: String, changing changes: [String]) throws -> Batch {
    var log = DiagnosticLog()
    let rules = try Desk().rules(path("rules/\(year)/\(award).yaml"), log: &log)
    guard let rules else { throw Broken(log) }
    let records = try Desk().records(path("examples/\(year)/\(award)/records.yaml"), rules: rules, log: &log)
    let trials = changes.compactMap(RecordBatch.Trial.init)
    guard let records, let record = records.records.first(where: { $0.isKnown(as: nominee) }),
      let changed = records.changing(trials, of: record, rules.schema, log: &log)
    else { throw Broken(log) }
    return Batch(changed, rules: rules)
  }

  /// The batch carried through its workflow by the acts of the example.
  static func round(_ award: String, _ year: Int) throws -> Batch { try run(award, year).0.batch }

  /// - Parameter until: the first act with this verb, and all after it, are left out.
  static func run(_ award: String, _ year: Int, until verb: String? = nil) throws -> (RoundRun, Manifest) {
    var log = DiagnosticLog()
    let acts = path("examples/\(year)/\(award)/acts.yaml")
    var file = acts
    if let verb {
      let text = try String(contentsOfFile: acts, encoding: .utf8)
      let parts = text.components(separatedBy: "\nsteps:\n")
      let steps = parts[1].components(separatedBy: "\n").prefix { !$0.hasPrefix("  - {do: \(verb),") }
      file = FileManager.default.temporaryDirectory.appendingPathComponent("pingxuan-\(UUID().uuidString).yaml").path
      let kept = steps.isEmpty ? "\nsteps: []\n" : "\nsteps:\n" + steps.joined(separator: "\n") + "\n"
      try Data((parts[0] + kept).utf8).write(to: URL(fileURLWithPath: file))
    }
    defer { if file != acts { try? FileManager.default.removeItem(atPath: file) } }
    let rules = try Desk().rules(path("rules/\(year)/\(award).yaml"), log: &log)
    guard let rules,
      let records = try Desk().records(path("examples/\(year)/\(award)/records.yaml"), rules: rules, log: &log),
      let found = try Desk().run(
        workflow: path("workflows/\(award).yaml"), acts: file, calendars: path("calendars"), rules: rules,
        records: records, log: &log)
    else { throw Broken(log) }
    return found
  }

  /// The timetable of a round; the clock and the acts have no part in it.
  static func plan(_ award: String, _ start: String, pinned: [String: String]) throws -> Plan {
    var log = DiagnosticLog()
    guard let first = Day(start),
      let plan = try Desk().plan(
        workflow: path("workflows/\(award).yaml"), from: first, calendars: path("calendars"),
        pinned: pinned.compactMap { stage, day in Day(day).map { (stage, $0) } }, log: &log)
    else { throw Broken(log) }
    return plan
  }

  /// The settings for documents, with some of their text changed.
  static func paperSettings(_ changes: (String, String)...) throws -> PaperSettings {
    var log = DiagnosticLog()
    let settings = try paperSettings(changing: changes, log: &log)
    guard let settings else { throw Broken(log) }
    return settings
  }

  static func paperSettings(changing changes: [(String, String)], log: inout DiagnosticLog) throws -> PaperSettings? {
    var text = try String(contentsOfFile: path("documents/文书设置.yaml"), encoding: .utf8)
    for (old, new) in changes {
      guard text.contains(old) else { throw Absent(text: old) }
      text = text.replacing(old, with: new)
    }
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("pingxuan-\(UUID().uuidString).yaml")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try Desk().paperSettings(file.path, log: &log)
  }

  /// A test that changes what is not there tests nothing.
  struct Absent: Error {
    let text: String
  }

  static func path(_ relative: String) -> String { root.appendingPathComponent(relative).path }

  struct Broken: Error, CustomStringConvertible {
    let description: String

    init(_ log: DiagnosticLog) { description = DiagnosticRenderer(language: .en).render(log.sorted) }
  }
}
