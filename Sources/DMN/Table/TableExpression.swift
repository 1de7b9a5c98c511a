internal import Diagnostics
internal import FEEL

/// A table written as one expression of FEEL: `if 次数 in (>= 12) then 6 else if … else 0`.
///
/// Only for tables in which the first row that matches decides, whatever the policy is called, and whose cells
/// compare with values that do not mention the input. Everything else is left to `CompiledTable.evaluate`.
struct TableExpression {
  let table: DecisionTable
  let programs: TablePrograms
  let isDisjoint: Bool

  /// More branches would make a tree that is too deep.
  private static let rowLimit = 100

  /// `nil` when the table cannot be written so.
  func program(in layout: Layout) -> Program? {
    guard let text else { return nil }
    var scratch = DiagnosticLog()
    return Expression.parse(Fragment(text), in: layout, log: &scratch)?.compiled(in: layout, log: &scratch)
  }

  private var text: String? {
    guard firstRowDecides, table.outputs.count == 1, programs.cells.count <= TableExpression.rowLimit else {
      return nil
    }
    var text = ""
    for (cells, outputs) in zip(programs.cells, programs.outputs) {
      guard let condition = condition(cells) else { return nil }
      text += "if \(condition) then (\(outputs[0].fragment.text)) else "
    }
    return text + (programs.defaults.map { "(\($0[0].fragment.text))" } ?? "null")
  }

  private var firstRowDecides: Bool {
    switch table.hitPolicy {
    case .first: true
    case .unique, .any, .priority: isDisjoint
    case .collect, .ruleOrder, .outputOrder: false
    }
  }

  private func condition(_ cells: [TablePrograms.Cell]) -> String? {
    var parts: [String] = []
    for (cell, input) in zip(cells, programs.inputs) {
      guard case .test(let test, _) = cell else { continue }
      guard let part = condition(test, on: "(\(input.fragment.text))") else { return nil }
      parts.append(part)
    }
    return parts.isEmpty ? "true" : parts.joined(separator: " and ")
  }

  private func condition(_ test: Program, on input: String) -> String? {
    guard !test.tree.mentionsInput else { return nil }
    let tests = test.tree.children.map(\.text).joined(separator: ", ")
    switch test.tree.kind {
    case .tests: return "\(input) in (\(tests))"
    case .noneOf where table.nullInput == .matchesAsFEEL: return "not(\(input) in (\(tests)))"
    case .noneOf: return "\(input) != null and not(\(input) in (\(tests)))"
    default: return nil
    }
  }
}
