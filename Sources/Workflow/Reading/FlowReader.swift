import Diagnostics
import YAML

extension FileReader {
  static let flowKeys = ["name", "stages", "flows"]

  mutating func readFlows(_ keys: Keys, _ definition: inout WorkflowDefinition) {
    guard let node = keys["flows"] else { return }
    guard let entries = node.mapping else { return report(.notAMapping, at: node.span) }
    for entry in entries {
      definition.flows[entry.keyText] = flow(entry.value)
      if definition.flows[entry.keyText] == nil { unreadFlows.insert(entry.keyText) }
    }
  }

  private mutating func flow(_ node: Node) -> WorkflowDefinition? {
    for entry in node.mapping ?? [] where isOfWholeFile(entry.keyText) {
      report(.keyOfWholeFile, at: entry.key.span, ["name": entry.keyText])
    }
    let rest = (node.mapping ?? []).filter { !isOfWholeFile($0.keyText) }
    let own = node.mapping == nil ? node : Node(.mapping(rest), at: node.span)
    guard let keys = keys(own, Self.flowKeys), var flow = stages(keys, node) else { return nil }
    flow.name = text(keys["name"])
    readFlows(keys, &flow)
    return flow
  }

  private func isOfWholeFile(_ key: String) -> Bool {
    Self.definitionKeys.contains(key) && !Self.flowKeys.contains(key)
  }

  /// What flows must not say, and flows that nobody holds.
  mutating func checkFlows(_ keys: Keys, _ definition: WorkflowDefinition) {
    checkScopes(keys["stages"]) { $0["type"]?.scalar?.text == StageType.subflow.rawValue }
    checkFlows(keys["flows"], definition.deadlines.map { $0.name }, usedAround: flowNames(keys["stages"]))
  }

  private mutating func checkFlows(_ flows: Node?, _ deadlines: [String], usedAround: [String]) {
    let entries = flows?.mapping ?? []
    let used = usedAround + entries.flatMap { allFlowNames($0.value) }
    for entry in entries {
      if !used.contains(entry.keyText) { report(.unusedFlow, at: entry.key.span, ["name": entry.keyText]) }
      let stages = entry.value["stages"]
      checkScopes(stages) { _ in true }
      checkDeadlines(stages, deadlines)
      checkFlows(entry.value["flows"], deadlines, usedAround: flowNames(stages))
    }
  }

  private mutating func checkScopes(_ stages: Node?, where isMeant: (Node) -> Bool) {
    for stage in stages?.sequence ?? [] where isMeant(stage) {
      guard let scope = stage["scope"], scope.scalar?.text == Stage.Scope.round.rawValue else { continue }
      report(.roundInFlow, at: scope.span)
    }
  }

  /// Of a flow and of those in it.
  private func allFlowNames(_ flow: Node) -> [String] {
    flowNames(flow["stages"]) + (flow["flows"]?.mapping ?? []).flatMap { allFlowNames($0.value) }
  }

  private func flowNames(_ stages: Node?) -> [String] {
    (stages?.sequence ?? []).compactMap { $0["flow"]?.scalar?.text }
  }
}
