import Diagnostics
import FEEL
import YAML

/// Reads the two ways to write a decision table: bands over one input, and rows over several.
enum TableReader {
  /// `[[test, points], …, [else, 0]]`.
  static func readBands(_ node: Node, of input: Fragment?, log: inout DiagnosticLog) -> Table? {
    guard node.sequence != nil else {
      log.report(.expected(.list, at: node.headSpan))
      return nil
    }
    let rows = node.readList(log: &log).compactMap { readRow($0, inputs: 1, log: &log) }
    return Table(
      hitPolicy: "unique", hitPolicySpan: nil, inputs: input.map { [$0] } ?? [], rows: rows, span: node.span)
  }

  /// `{hit policy, inputs, rows}`.
  static func readTable(_ node: Node, log: inout DiagnosticLog) -> Table? {
    guard let section = Section(node, .table, log: &log) else { return nil }
    let inputs = (section.required("inputs", log: &log)?.readList(log: &log) ?? [])
      .compactMap { $0.readFragment(log: &log) }
    let rows = (section.required("rows", log: &log)?.readList(log: &log) ?? [])
      .compactMap { readRow($0, inputs: inputs.count, log: &log) }
    guard !inputs.isEmpty else { return nil }
    return Table(
      hitPolicy: section.text("hit policy", log: &log) ?? "unique", hitPolicySpan: section["hit policy"]?.span,
      inputs: inputs, rows: rows, span: node.headSpan)
  }

  private static func readRow(_ node: Node, inputs: Int, log: inout DiagnosticLog) -> Table.Row? {
    guard let cells = node.sequence else {
      log.report(.expected(.row, at: node.headSpan))
      return nil
    }
    let fragments = cells.compactMap { $0.readFragment(log: &log) }
    guard fragments.count == cells.count else { return nil }
    if cells.count == 2, let first = cells[0].scalar, first.style == .plain, first.text == "else" {
      return Table.Row(cells: [], output: fragments[1], isDefault: true, span: node.span)
    }
    guard cells.count == inputs + 1 else {
      log.report(
        Diagnostic(
          .rowLength, at: node.span,
          ["expected": "\(inputs + 1)", "inputs": "\(inputs)", "actual": "\(cells.count)"]))
      return nil
    }
    return Table.Row(
      cells: Array(fragments.dropLast()), output: fragments[inputs], isDefault: false, span: node.span)
  }
}
