import Diagnostics
import Foundation
import YAML

@testable import Workflow

/// One scenario of the shared file.
struct Scenario: Sendable {
  let id: String
  let node: Node
  let file: ScenarioFile

  var title: String { node["title"]?.scalar?.text ?? "" }

  /// The body under `def`, with `same_as` and `with` carried out.
  var definition: Node? { node["def"].flatMap { file.resolved($0) } }
}

/// The shared scenarios with what holds for all of them.
struct ScenarioFile: Sendable {
  let root: Node

  static func read() throws -> ScenarioFile? {
    guard let url = SharedFiles.scenarios else { return nil }
    var log = DiagnosticLog()
    return try SharedFiles.node(url, log: &log).map { ScenarioFile(root: $0) }
  }

  var scenarios: [Scenario] {
    (root["scenarios"]?.sequence ?? []).compactMap { node in
      node["id"]?.scalar.map { Scenario(id: $0.text, node: node, file: self) }
    }
  }

  func scenario(_ id: String) -> Scenario? { scenarios.first { $0.id == id } }

  func resolved(_ def: Node) -> Node? {
    guard let other = def["same_as"]?.scalar?.text else { return def }
    guard let base = scenario(other)?.definition, let with = def["with"] else { return scenario(other)?.definition }
    let stages = (base["stages"]?.sequence ?? []).map { stage in
      (stage["id"]?.scalar?.text).flatMap { with[$0] }.map { merged(stage, $0) } ?? stage
    }
    let entries = (base.mapping ?? []).map { entry in
      entry.keyText == "stages"
        ? Node.Entry(key: entry.key, value: Node(.sequence(stages), at: entry.value.span)) : entry
    }
    return Node(.mapping(entries), at: base.span)
  }

  private func merged(_ base: Node, _ other: Node) -> Node {
    let new = other.mapping ?? []
    let old = (base.mapping ?? []).filter { entry in !new.contains { $0.keyText == entry.keyText } }
    return Node(.mapping(old + new), at: base.span)
  }
}
