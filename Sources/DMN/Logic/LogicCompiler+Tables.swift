internal import Diagnostics
internal import FEEL

extension LogicCompiler {
  mutating func table(_ table: BoxedTable) -> (Logic, Type) {
    let outputs = table.outputs.map { column($0.type, $0.values, label: $0.name ?? "", span: $0.span) }
    let inputs = table.inputs.map {
      column($0.type, $0.values, label: $0.label ?? $0.expression.text, span: table.span)
    }
    let written = DecisionTable(
      hitPolicy: table.hitPolicy,
      inputs: zip(table.inputs, inputs).map { input, column in
        DecisionTable.Input(input.expression, label: input.label, type: column.known)
      },
      outputs: table.outputs.map { output in
        DecisionTable.Output(name: output.name ?? "", type: nil, values: values(output.values))
      },
      rules: table.rules.map { DecisionTable.Rule(tests: $0.inputs, outputs: $0.outputs) },
      defaultOutput: defaults(table), nullInput: .matchesAsFEEL, place: table.span)
    guard let compiled = written.compiled(asModelIn: layout, log: &log) else { return (.nothing, .any) }
    let logic = TableLogic(
      table: compiled, inputs: inputs.map(\.column), outputs: outputs.map(\.column), span: table.span)
    return (.table(logic), type(of: table, outputs.map(\.known)))
  }

  private mutating func column(
    _ reference: TypeReference?, _ values: Fragment?, label: String, span: Span
  ) -> (column: TableLogic.Column, known: Type) {
    let type = types.type(reference, log: &log)
    let known = types.feelType(type)
    let column = TableLogic.Column(
      label: label, type: type, reference: reference, tests: UnaryTests(values, of: known, log: &log),
      span: values?.span ?? span)
    return (column, known)
  }

  /// The values of an output, each a constant: `"Approved", "Declined"`.
  private func values(_ fragment: Fragment?) -> [Fragment] {
    var scratch = DiagnosticLog()
    guard let fragment, let tests = Expression.parseUnaryTests(fragment, in: Layout(), log: &scratch) else { return [] }
    return tests.tree.parts.map { fragment.part($0.range) }
  }

  /// All outputs need a default, or none has one.
  private func defaults(_ table: BoxedTable) -> [Fragment]? {
    guard table.outputs.contains(where: { $0.defaultEntry != nil }) else { return nil }
    return table.outputs.map { $0.defaultEntry ?? Fragment("null") }
  }

  private func type(of table: BoxedTable, _ outputs: [Type]) -> Type {
    let row: Type =
      outputs.count == 1
      ? outputs[0] : .context(ContextType(zip(table.outputs, outputs).map { ($0.name ?? "", $1) }))
    switch table.hitPolicy {
    case .collect(.some): return .any
    case .collect(nil), .ruleOrder, .outputOrder: return .list(row)
    default: return row
    }
  }
}

extension Tree {
  /// The tests of a cell, or the one that it is.
  fileprivate var parts: [Tree] { if case .tests(let tests) = kind { tests } else { [self] } }
}
