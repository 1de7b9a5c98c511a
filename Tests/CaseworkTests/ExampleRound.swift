import Casework
import Diagnostics
import Foundation
import Records
import Rules
import TestSupport
import Testing
import Workflow

/// A round of the examples, as it stands in the repository or with some of its texts changed.
struct ExampleRound {
  static let root = Checkout.root

  let award: String
  let year: Int
  var workflow: String
  var records: String
  var acts: String

  init(_ award: String, _ year: Int) throws {
    self.award = award
    self.year = year
    workflow = try Self.text("workflows/\(award).yaml")
    records = try Self.text("examples/\(year)/\(award)/records.yaml")
    acts = try Self.text("examples/\(year)/\(award)/acts.yaml")
  }

  /// The people and nominations of the example, with other steps; the notice is published first.
  func steps(_ text: String) -> ExampleRound {
    var other = self
    let head = acts.components(separatedBy: "\nsteps:").first ?? ""
    other.acts =
      head + "\nsteps:\n" + """
          - {do: start, by: 评选办经办人, at: "2025-12-01T09:00"}
          - {do: publish, by: 评选办经办人}

        """ + text.split(separator: "\n").map { "  \($0)\n" }.joined()
    return other
  }

  func replacing(_ path: WritableKeyPath<ExampleRound, String>, _ old: String, _ new: String) -> ExampleRound {
    var other = self
    #expect(self[keyPath: path].contains(old), "nothing to replace: \(old)")
    other[keyPath: path] = self[keyPath: path].replacing(old, with: new)
    return other
  }

  /// What came of it, and what was said.
  func run() throws -> (run: RoundRun?, log: DiagnosticLog) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pingxuan-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func file(_ name: String, _ text: String) throws -> String {
      let url = folder.appendingPathComponent(name)
      try Data(text.utf8).write(to: url)
      return url.path
    }
    var log = DiagnosticLog()
    let desk = Desk()
    let compiled = try desk.rules(Self.path("rules/\(year)/\(award).yaml"), log: &log)
    let rules = try #require(compiled)
    let read = try desk.records(try file("records.yaml", records), rules: rules, log: &log)
    let batch = try #require(read)
    var found = DiagnosticLog()
    let result = try desk.run(
      workflow: try file("workflow.yaml", workflow), acts: try file("acts.yaml", acts),
      calendars: Self.path("calendars"), rules: rules, records: batch, log: &found)
    return (result?.0, found)
  }

  /// Each diagnostic as `code word`.
  func findings() throws -> [String] {
    try run().log.sorted.map { diagnostic in
      [diagnostic.code, diagnostic.span?.text ?? ""].joined(separator: " ")
    }
  }

  static func path(_ relative: String) -> String { root.appendingPathComponent(relative).path }

  private static func text(_ relative: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(relative), encoding: .utf8)
  }
}
