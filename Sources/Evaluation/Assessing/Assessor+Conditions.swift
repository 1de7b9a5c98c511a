import FEEL
import Records
import Rules
import Outcomes

extension Assessor {
  /// 是, 否 or 待核. A program says unknown when a missing fact may decide; whether one really can is then tried with
  /// the values that the missing facts could have.
  func answer(_ condition: CompiledCondition, _ facts: FactSheet) -> ConditionResult {
    let trace = isObserving ? condition.program.explain(sheet.frame) : nil
    let value = trace?.value ?? condition.program.evaluate(sheet.frame)
    return ConditionResult(
      id: condition.id, answer: answer(condition, value, facts),
      values: isObserving ? condition.reads.direct.compactMap(sheet.named) : [], trace: trace,
      because: because(condition.id))
  }

  /// The office's own sentence for a rule, with its values.
  func because(_ id: String) -> [BecausePiece] {
    guard isObserving, let template = rules.because[id] else { return [] }
    return template.pieces.map { piece in
      switch piece {
      case .text(let text): .text(text)
      case .value(let program): .value(program.evaluate(sheet.frame), of: program.tree)
      }
    }
  }

  /// More different cases than these are not kept.
  private static let mostTrials = 10_000

  private func trial(_ condition: CompiledCondition, _ record: Record, _ paths: [FactPath]) -> Trial.Outcome {
    let key = TrialCase(
      condition: condition.id, paths: paths, values: condition.reads.fields.compactMap(record.value))
    if let known = trials[key] { return known }
    let trial = Trial(
      condition.program, sheet, record, paths, constants: constants, reckoning, reads: condition.reads)
    let outcome = trial.outcome
    if trials.count >= Self.mostTrials { trials = [:] }
    trials[key] = outcome
    return outcome
  }

  private func answer(_ condition: CompiledCondition, _ value: Value, _ facts: FactSheet) -> Answer {
    switch value {
    case .boolean(let holds): return holds ? .yes : .no
    case .unknown: break
    default: return .fault
    }
    let missing = facts.missing(condition.reads)
    // Nothing is asked of anybody yet: what could come of it does not matter.
    guard missing.contains(where: { facts.due.includes($0.supplier) }) else { return .notYet(missing.map(\.path)) }
    switch trial(condition, facts.record, missing.map(\.path)) {
    case .always(.boolean(let holds)): return holds ? .yes : .no
    case .always: return .fault
    case .depends(let paths):
      let owed = missing.filter { paths.contains($0.path) }
      let isDue = owed.contains { facts.due.includes($0.supplier) }
      return isDue ? .open(owed.map(\.path)) : .notYet(owed.map(\.path))
    }
  }
}
