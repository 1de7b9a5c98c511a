import DMN
import Diagnostics
import FEEL

extension RuleCompiler {
  /// A decision table of the rule file; gaps, overlaps and rows that give more than the maximum are reported.
  func compile(
    _ table: Table, inputs: [Program], of components: [Field] = [], in layout: Layout, points: PointBounds?,
    log: inout DiagnosticLog
  ) -> CompiledTable? {
    guard let policy = HitPolicy(table.hitPolicy) else {
      log.report(
        .notOneOf(
          table.hitPolicy, at: table.hitPolicySpan ?? table.span, choices: HitPolicy.spelledNames))
      return nil
    }
    if let points { checkPoints(of: table, points, log: &log) }
    let rows = table.rows.filter { !$0.isDefault }
    let decision = DecisionTable(
      hitPolicy: policy,
      inputs: zip(table.inputs, inputs).map {
        DecisionTable.Input($0, domain: domain(of: $1, named: $0.text, components))
      },
      outputs: [DecisionTable.Output(type: .any)],
      rules: rows.map { DecisionTable.Rule(tests: $0.cells, outputs: [$0.output]) },
      defaultOutput: table.rows.first(where: \.isDefault).map { [$0.output] },
      place: table.span)
    return decision.compiled(in: layout, known: constants, log: &log)
  }

  /// A row of more points than the item has would be cut without anybody's having meant it.
  private func checkPoints(of table: Table, _ bounds: PointBounds, log: inout DiagnosticLog) {
    for row in table.rows {
      if let points = Decimal(row.output.text) { checkPoints(points, at: row.output.span, bounds, log: &log) }
    }
  }

  /// What the input can be, as far as the schema says.
  private func domain(of program: Program, named name: String, _ components: [Field]) -> Domain? {
    if let field = components.first(where: { $0.name == name }) ?? rules.schema[name] { return Domain(field) }
    // What counts something is a whole number from 0.
    if case .call(let callee, _) = program.tree.kind, case .name("count") = callee.kind {
      return .integers(Interval(from: .zero, through: nil))
    }
    return Domain(of: program.type)
  }

  /// The components of a list's rows, with what the schema says of them.
  func components(of list: Type) -> [Field] {
    guard case .list(.context(let type)) = list, let path = type.name else { return [] }
    let names = path.split(separator: ".").map(String.init)
    var fields = rules.schema.fields
    for name in names { fields = fields.first { $0.name == name }?.shape.components ?? [] }
    return fields
  }
}

extension Interval<Decimal> {
  fileprivate init(_ range: ValueRange?) {
    func end(_ value: Value?, _ isIncluded: Bool) -> End? { value?.number.map { End($0, isIncluded: isIncluded) } }
    self.init(
      lower: range.flatMap { end($0.lower, $0.lowerIncluded) },
      upper: range.flatMap { end($0.upper, $0.upperIncluded) })
  }
}

extension Domain {
  fileprivate init(_ field: Field) {
    switch field.shape {
    case .boolean: self = .booleans
    case .integer: self = .integers(Interval(field.range))
    case .number: self = .numbers(Interval(field.range))
    case .string: self = field.oneOf.map(Domain.enumeration) ?? .texts
    case .date: self = .dates(Interval())
    case .list, .record: self = .open
    }
  }
}
