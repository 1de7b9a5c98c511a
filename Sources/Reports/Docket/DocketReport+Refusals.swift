public import Casework
import Diagnostics
import Workflow

/// Acts that changed nothing.
extension DocketReport {
  /// Which act of a file it was: its number, its place, what was to be done, by whom.
  public func heading(_ act: RefusedAct) -> String {
    let (step, span) = (act.step, act.step.span)
    let place = "\(span.source.name):\(span.start.line)"
    let subject = step.command.case.map { "\($0)" }
    return language == .zh
      ? "第 \(act.number) 个动作未被接受（\(place)，"
        + [subject, step.actor.rawValue, step.verb.phrase.text(.zh)].compactMap(\.self).joined(separator: " ") + "）："
      : "act \(act.number) was refused (\(place), "
        + [subject, step.actor.rawValue, step.verb.rawValue].compactMap(\.self).joined(separator: " ") + "):"
  }

  /// For a program that asked for one act.
  public func json(_ cause: RefusedAct.Cause) -> String {
    JSON.object([
      "format_version": .number(1), "engine": .string(Engine.version), "refused": refusal(cause),
    ]).pretty
  }

  /// On one line, for a program that reads along.
  public func line(_ act: RefusedAct) -> String {
    let span = act.step.span
    return JSON.object([
      "step": .number(act.number), "file": .string(span.source.name), "line": .number(span.start.line),
      "do": .string(act.step.verb.rawValue), "case": .optional(act.step.command.case?.rawValue),
      "by": .string(act.step.actor.rawValue), "refused": refusal(act.cause),
    ]).line + "\n"
  }

  private func refusal(_ cause: RefusedAct.Cause) -> JSON {
    let (code, diagnostics) =
      switch cause {
      case .workflow(let refusal): (refusal.code.rawValue, [refusal.diagnostic])
      case .facts(let diagnostics): (diagnostics.first?.code ?? "", diagnostics)
      }
    return .object([
      "code": .string(code),
      "messages": .array(
        diagnostics.map { .object(["code": .string($0.code), "text": .string($0.text(language))]) }),
    ])
  }
}
