public import Diagnostics
public import Rules
public import Workflow
import YAML

extension Desk {
  /// Checks workflow files: what is wrong in each, its soundness, and, where rules are given, whether both belong
  /// together; of scenario files, whether they can be read. Everything at once.
  public func checkWorkflows(
    _ files: [String], rules: CompiledRuleSet?, log: inout DiagnosticLog
  ) throws(Unreadable) {
    for file in files {
      guard let node = Node.read(try source(file), log: &log) else { continue }
      // Beside workflows lie the scenarios that try them out.
      if node["scenarios"] != nil {
        _ = try scenarios(node, log: &log)
        continue
      }
      _ = workflow(node, rules: rules, log: &log)
      guard let rules else { continue }
      var check = RoundCheck(rules)
      check.check(workflow: node)
      log.report(contentsOf: check.log.diagnostics)
    }
  }

  /// A workflow; `nil` when it is none. The log says what is wrong with it.
  public func workflow(_ path: String, log: inout DiagnosticLog) throws(Unreadable) -> WorkflowDefinition? {
    guard let node = Node.read(try source(path), log: &log) else { return nil }
    return workflow(node, log: &log)
  }

  /// The same, with its conditions looked at.
  func workflow(_ node: Node, rules: CompiledRuleSet? = nil, log: inout DiagnosticLog) -> WorkflowDefinition? {
    let definition = WorkflowDefinition.read(node, log: &log)
    let guards = rules.map { GuardCheck($0) } ?? GuardCheck()
    if let definition { guards.check(definition, log: &log) }
    return definition
  }
}
