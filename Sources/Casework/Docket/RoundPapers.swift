import Diagnostics
import Records
import Rules
import Store
import Workflow
import YAML

/// The files that a round goes by, as they lie in the store.
struct RoundPapers {
  let charter: Charter
  private let contents: [String: Source]

  init(_ charter: Charter, _ reading: Reading) throws {
    self.charter = charter
    var contents: [String: Source] = [:]
    for document in charter.rules + [charter.workflow] + charter.calendars + (charter.earlier ?? []) {
      contents[document.name] = Source(name: document.name, bytes: try reading.soundContent(of: document))
    }
    self.contents = contents
  }

  func rules(log: inout DiagnosticLog) -> CompiledRuleSet? {
    guard let first = charter.rules.first else { return nil }
    return RuleSet.read(first.name, log: &log) { contents[$0] }?.compiled(log: &log)
  }

  /// What earlier rounds' registers say, by these rules.
  func earlier(_ rules: CompiledRuleSet, log: inout DiagnosticLog) -> EarlierTitles? {
    var registers: [Register] = []
    for document in charter.earlier ?? [] {
      guard let source = contents[document.name], let register = Register.read(source, log: &log) else { return nil }
      registers.append(register)
    }
    return EarlierTitles(registers, rules, log: &log)
  }

  func workflow(log: inout DiagnosticLog) -> WorkflowDefinition? {
    guard let source = contents[charter.workflow.name], let node = Node.read(source, log: &log) else { return nil }
    return WorkflowDefinition.read(node, log: &log)
  }

  func calendar(log: inout DiagnosticLog) -> WorkCalendar? {
    var shelf = CalendarShelf()
    var merged: WorkCalendar?
    for document in charter.calendars {
      guard let source = contents[document.name], let node = Node.read(source, log: &log),
        let year = shelf.read(node, log: &log)
      else { continue }
      merged = merged?.merging(year) ?? year
    }
    return merged
  }
}
