public import Diagnostics
import Foundation
import Workflow
import YAML

extension Desk {
  /// The scenario files meant by paths: of a folder, the files that hold scenarios.
  public func scenarioFiles(_ paths: [String], log: inout DiagnosticLog) throws(Unreadable) -> [ScenarioFile] {
    var found: [ScenarioFile] = []
    for path in paths {
      let files = try files(under: [path])
      for file in files {
        // Of a folder, what is something else is none of our business.
        var own = DiagnosticLog()
        let node = Node.read(try source(file), log: &own)
        if files != [path], node?["scenarios"] == nil { continue }
        log.report(contentsOf: own.diagnostics)
        if let node { found.append(try scenarios(node, log: &log)) }
      }
    }
    return found
  }

  func scenarios(_ node: Node, log: inout DiagnosticLog) throws(Unreadable) -> ScenarioFile {
    var surroundings = ScenarioFile.Surroundings()
    let own = node.span.source.name
    if let workflow = ScenarioFile.reference("workflow", in: node) {
      surroundings.workflow = Node.read(try source(Self.path(workflow, beside: own)), log: &log)
    }
    if let calendars = ScenarioFile.reference("calendars", in: node) {
      surroundings.calendar = try calendar(Self.path(calendars, beside: own), log: &log).0
    }
    return ScenarioFile.read(node, surroundings, log: &log)
  }

  /// A path that is written in a file means what lies beside it.
  private static func path(_ path: String, beside file: String) -> String {
    if path.hasPrefix("/") { return path }
    let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    return folder.isEmpty ? path : "\(folder)/\(path)"
  }
}
