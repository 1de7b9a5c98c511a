import Casework
import Diagnostics
import Foundation
import TestSupport
import Testing
import YAML

/// The scenarios that were written apart from the product; a user does not have them.
enum SharedScenarios {
  static var file: URL? {
    let file = Checkout.shared?.appending(path: "scenarios/workflow.yaml")
    return file.flatMap { FileManager.default.fileExists(atPath: $0.path) ? $0 : nil }
  }

  static func text() throws -> String { try String(contentsOf: try #require(file), encoding: .utf8) }

  /// Reads a text of scenarios from a file of its own, as the command would.
  static func read(_ text: String, log: inout DiagnosticLog) throws -> ScenarioFile? {
    let url = FileManager.default.temporaryDirectory.appending(path: "pingxuan-\(UUID().uuidString).yaml")
    defer { try? FileManager.default.removeItem(at: url) }
    try Data(text.utf8).write(to: url)
    return try Desk().scenarioFiles([url.path], log: &log).first
  }

  /// What went wrong in which step, as somebody would read it.
  static func complaints(_ results: [ScenarioResult]) -> String {
    results.flatMap { result in
      result.failures.flatMap { failure in
        failure.diagnostics.map { "\(result.scenario.id) \(failure.step ?? 0) \(failure.title): \($0.text(.en))" }
      }
    }.joined(separator: "\n")
  }
}
