import Diagnostics
import Evaluation
import FEEL
import Records
import Rules
import Workflow
import YAML

/// What acts fill in.
extension Answers {
  /// Why the facts that an act fills in cannot stand: what its applicant may not change any more, and what contradicts
  /// the rest of the record.
  func objections(to step: Step, in round: Round) -> [Diagnostic] {
    let data = step.command.data
    if data.isEmpty { return [] }
    var log = DiagnosticLog()
    if let node = step.data, node.mapping != nil { _ = reader.read(node, log: &log) }
    if log.hasErrors { return log.diagnostics }
    let ids = step.command.case.map { [$0] } ?? round.order.filter { round.cases[$0]?.state.isFinal == false }
    for id in ids {
      guard let item = round.cases[id], let facts = facts(of: id) else { continue }
      let found = changesOfOld(facts, item, step) + contradictions(facts, item, step)
      if !found.isEmpty { return found }
    }
    return []
  }

  private func changesOfOld(_ facts: CaseFacts, _ item: Case, _ step: Step) -> [Diagnostic] {
    guard step.actor == item.nomination.initiator else { return [] }
    return rules.schema.fields.filter { !$0.isChangeable }.compactMap { field in
      guard let datum = step.command.data[field.name] else { return nil }
      let before = facts.value(of: field, data: item.data)
      guard !before.isUnknown, before != reader.value(datum.yaml, of: field) else { return nil }
      let place = step.data?[field.name]?.span
      return Diagnostic(
        .unchangeable, at: place, ["field": field.name, "text": field.shown(place?.text ?? datum.yaml)])
    }
  }

  private func contradictions(_ facts: CaseFacts, _ item: Case, _ step: Step) -> [Diagnostic] {
    let record = facts.record(at: .final, data: item.data.merging(step.command.data) { $1 })
    return assessor.failedChecks(record).map { check in
      let field = check.reads.fields.first { step.command.data[$0] != nil }
      return Diagnostic(
        .checkFailed, at: field.flatMap { step.data?[$0]?.span },
        ["record": record.title, "check": check.name, "id": check.id])
    }
  }
}
