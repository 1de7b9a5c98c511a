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

  static func path(_ relative: String) -> String { root.appendingPathComponent(relative).path }

  struct Broken: Error, CustomStringConvertible {
    let description: String

    init(_ log: DiagnosticLog) { description = DiagnosticRenderer(language: .en).render(log.sorted) }
  }
}
