import Diagnostics
import YAML

/// Stages and deadlines that are named elsewhere than in the way through the stages.
extension FileReader {
  mutating func checkNames(_ keys: Keys, _ definition: WorkflowDefinition) {
    let names = definition.stages.map(\.id.rawValue) + unread.map(\.rawValue).sorted()
    for entry in keys["deadlines"]?.mapping ?? [] { checkStage(entry.value["from"], names) }
    checkStage(keys["withdraw"]?["until"], names + ["first_action"])
    checkStage(keys["withdraw"]?["given_up_after"], names)
    checkStage(keys["appeal"]?["stage"], names)
    checkStage(keys["pending"]?["may_pass_until"], names)
    for node in keys["pending"]?["stops_before"]?.sequence ?? [] { checkStage(node, names) }
    checkStage(keys["reserve"]?["stage"], names)
    checkStage(keys["afterwards"], names)
    checkDeadlines(keys["stages"], definition.deadlines.map { $0.name })
  }

  /// The common deadlines are the file's, for the stages of its flows too.
  mutating func checkDeadlines(_ stages: Node?, _ deadlines: [String]) {
    for stage in stages?.sequence ?? [] {
      for key in ["until", "not_before"] {
        guard let node = stage["due"]?[key], let name = node.scalar?.text, !deadlines.contains(name) else { continue }
        unknown(.unknownDeadline, name, at: node.span, among: deadlines)
      }
    }
  }

  private mutating func checkStage(_ node: Node?, _ names: [String]) {
    guard let node, let name = node.scalar?.text, !names.contains(name) else { return }
    unknown(.unknownStage, name, at: node.span, among: names)
  }
}
