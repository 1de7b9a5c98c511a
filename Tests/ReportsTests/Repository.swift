import Casework
import Diagnostics
import Foundation
import Records
import Rules

/// The files of the repository, as a user has them.
enum Repository {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

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
  static func round(_ award: String, _ year: Int) throws -> Batch {
    var log = DiagnosticLog()
    let rules = try Desk().rules(path("rules/\(year)/\(award).yaml"), log: &log)
    guard let rules,
      let records = try Desk().records(path("examples/\(year)/\(award)/records.yaml"), rules: rules, log: &log),
      let (run, _) = try Desk().run(
        workflow: path("workflows/\(award).yaml"), acts: path("examples/\(year)/\(award)/acts.yaml"),
        calendars: path("calendars"), rules: rules, records: records, log: &log)
    else { throw Broken(log) }
    return run.batch
  }

  static func path(_ relative: String) -> String { root.appendingPathComponent(relative).path }

  struct Broken: Error, CustomStringConvertible {
    let description: String

    init(_ log: DiagnosticLog) { description = DiagnosticRenderer(language: .en).render(log.sorted) }
  }
}
