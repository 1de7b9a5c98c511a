import DMN
public import Diagnostics
public import FEEL
import Foundation

/// What came of a model's decisions for one set of inputs.
public struct DecisionRun: Sendable {
  public let results: [(decision: String, value: Value)]
  /// Why values are null.
  public let diagnostics: [Diagnostic]
}

extension Desk {
  /// Evaluates a decision of a model, or all of them, with input data from a YAML or JSON file.
  ///
  /// - Returns: `nil` when the model or the inputs cannot be read, or there is no such decision; the log says why.
  public func decide(
    model path: String, inputs: String?, decision: String?, now: CivilDateTime, log: inout DiagnosticLog
  ) throws(Unreadable) -> DecisionRun? {
    let folder = (path as NSString).deletingLastPathComponent
    let name = (path as NSString).lastPathComponent
    guard let model = try model(name, in: folder.isEmpty ? "." : folder, log: &log) else { return nil }
    let before = log.errorCount
    var names = Context()
    if let inputs { names = try context(inputs, log: &log) }
    guard log.errorCount == before else { return nil }
    let decisions = decision.map { [$0] } ?? model.decisionNames
    var results: [(decision: String, value: Value)] = []
    var diagnostics: [Diagnostic] = []
    for decision in decisions {
      guard let answer = model.evaluate(decision, names, now: now) ?? model.evaluate(service: decision, names, now: now)
      else {
        log.report(
          Diagnostic(
            .unknownDecision, at: nil, ["name": decision].naming("names", model.decisionNames)))
        return nil
      }
      results.append((decision, answer.value))
      diagnostics += answer.diagnostics
    }
    return DecisionRun(results: results, diagnostics: diagnostics)
  }
}
