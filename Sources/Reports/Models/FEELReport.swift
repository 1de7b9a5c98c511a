public import Casework
public import Diagnostics
import FEEL

/// Answers to expressions and decisions, for programs.
public enum FEELReport {
  /// `{"id": …, "value": "…", "diagnostics": […]}` on one line; the value is FEEL in canonical form.
  public static func line(_ response: FEELResponse, _ language: Language) -> String {
    let value = response.value.map { JSON.string($0.feelText) } ?? .null
    let diagnostics = JSON.array(response.diagnostics.map { json($0, language) })
    return JSON.object(["id": JSON(response.id), "value": value, "diagnostics": diagnostics]).line
  }

  /// A diagnostic with its place: line and column from 1.
  public static func json(_ diagnostic: Diagnostic, _ language: Language) -> JSON {
    var members: [JSON.Member] = [
      JSON.Member(name: "code", value: .string(diagnostic.code)),
      JSON.Member(name: "severity", value: .string(diagnostic.severity.rawValue)),
      JSON.Member(name: "text", value: .string(diagnostic.text(language))),
    ]
    if let span = diagnostic.span {
      members.append(JSON.Member(name: "start", value: json(span.start)))
      members.append(JSON.Member(name: "end", value: json(span.end)))
    }
    return .object(members)
  }

  private static func json(_ position: Position) -> JSON {
    .object(["line": .number(position.line), "column": .number(position.column)])
  }

  /// Each decision with its value.
  public static func json(_ run: DecisionRun) -> String {
    JSON.object(run.results.map { JSON.Member(name: $0.decision, value: JSON($0.value)) }).pretty
  }
}
