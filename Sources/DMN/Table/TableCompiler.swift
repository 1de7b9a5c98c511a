public import Diagnostics
public import FEEL

extension DecisionTable {
  /// The table as programs, after a search for gaps, overlaps and rows that are never reached.
  ///
  /// - Parameters:
  ///   - layout: the names that inputs, cells and outputs may use.
  ///   - domains: what is known of the values of names; an input without a domain of its own has the one that its
  ///     expression has over these.
  ///   - known: names whose values are fixed, such as parameters; cells that compare with them can be analysed.
  ///   - log: what is wrong with the table. A table that compiles may still have errors of analysis.
  /// - Returns: `nil` when a part could not be compiled.
  public func compiled(
    in layout: Layout, domains: [String: Domain] = [:], known: [String: Value] = [:], log: inout DiagnosticLog
  ) -> CompiledTable? {
    var compiler = TableCompiler(table: self, layout: layout, domains: domains, isModel: false)
    guard let programs = compiler.compile() else {
      log.report(contentsOf: compiler.log.diagnostics)
      return nil
    }
    log.report(contentsOf: compiler.log.diagnostics)
    var analysis = TableAnalysis(table: self, programs: programs, layout: layout, known: known)
    analysis.run()
    log.report(contentsOf: analysis.log.diagnostics)
    let expression = TableExpression(table: self, programs: programs, isDisjoint: analysis.isDisjoint)
    return CompiledTable(
      table: self, programs: programs, isComplete: analysis.isComplete, isDisjoint: analysis.isDisjoint,
      expression: expression.program(in: layout))
  }
}

extension DecisionTable {
  /// The table of a decision model as programs. The standard runs whatever can be read: a gap is null, an overlap a
  /// violation of the hit policy when it is met, a test that does not fit fails.
  func compiled(asModelIn layout: Layout, log: inout DiagnosticLog) -> CompiledTable? {
    var compiler = TableCompiler(table: self, layout: layout, domains: [:], isModel: true)
    let programs = compiler.compile()
    log.report(contentsOf: compiler.log.diagnostics)
    return programs.map {
      CompiledTable(table: self, programs: $0, isComplete: false, isDisjoint: false, expression: nil)
    }
  }
}

/// The programs of a table, row by row.
struct TablePrograms: Sendable {
  /// A condition cell.
  enum Cell: Sendable {
    /// `-`
    case anything
    case test(Program, mentionsNull: Bool)
  }

  let inputs: [Program]
  let domains: [Domain]
  let cells: [[Cell]]
  let outputs: [[Program]]
  let defaults: [Program]?
  /// For each output, its values from best to worst; empty where there is no such list.
  let ranking: [[Value]]
}

private struct TableCompiler {
  let table: DecisionTable
  let layout: Layout
  let domains: [String: Domain]
  /// Of a decision model: texts are FEEL to the letter, and what is provably null is only warned of.
  let isModel: Bool
  var log = DiagnosticLog()

  init(table: DecisionTable, layout: Layout, domains: [String: Domain], isModel: Bool) {
    self.table = table
    self.layout = layout
    self.domains = domains
    self.isModel = isModel
  }

  /// Everything is looked at before it gives up, so that all errors are reported at once.
  mutating func compile() -> TablePrograms? {
    let hasShape = checkShape()
    let inputs = table.inputs.map { input in expression(input.expression) }
    let domains = zip(table.inputs, inputs).map { input, program in
      input.domain ?? program.map { .inferred(from: $0, names: self.domains) } ?? .open
    }
    var cells: [[TablePrograms.Cell?]] = []
    var outputs: [[Program?]] = []
    for rule in table.rules {
      cells.append(zip(rule.tests, inputs.indices).map { cell($0, of: $1, inputs[$1], domains[$1]) })
      outputs.append(zip(rule.outputs, table.outputs).map { output($0, of: $1) })
    }
    let defaults = table.defaultOutput.map { zip($0, table.outputs).map { output($0, of: $1) } }
    let ranking = table.outputs.map { constants($0) }
    guard hasShape, !log.hasErrors, let inputs = complete(inputs), let cells = complete(cells.map(complete)),
      let outputs = complete(outputs.map(complete))
    else { return nil }
    return TablePrograms(
      inputs: inputs, domains: domains, cells: cells, outputs: outputs, defaults: defaults.flatMap(complete),
      ranking: ranking)
  }

  private mutating func checkShape() -> Bool {
    let before = log.errorCount
    if table.rules.isEmpty, !isModel { log.report(Diagnostic(.tableIsEmpty, at: table.place)) }
    for rule in table.rules {
      check(rule.tests, count: table.inputs.count, .wrongCellCount)
      check(rule.outputs, count: table.outputs.count, .wrongOutputCount)
    }
    if let defaults = table.defaultOutput { check(defaults, count: table.outputs.count, .wrongOutputCount) }
    if table.hitPolicy.needsOutputValues, table.outputs.allSatisfy(\.values.isEmpty) {
      let policy = table.hitPolicy == .priority ? "priority" : "output order"
      log.report(Diagnostic(.outputValuesMissing, at: table.place, ["policy": policy]))
    }
    if case .collect(let aggregation?) = table.hitPolicy, table.outputs.count > 1 {
      log.report(
        Diagnostic(.severalOutputsAggregated, at: table.place, ["aggregation": aggregation.rawValue]))
    }
    return log.errorCount == before
  }

  private mutating func check(_ fragments: [Fragment], count: Int, _ message: Message) {
    guard fragments.count != count else { return }
    let place = fragments.last.map(\.span) ?? table.place
    log.report(Diagnostic(message, at: place, ["found": "\(fragments.count)", "expected": "\(count)"]))
  }

  private mutating func expression(_ fragment: Fragment, expecting type: Type? = nil) -> Program? {
    Expression.parse(fragment, in: layout, log: &log)?
      .compiled(in: layout, expecting: type, strictly: !isModel, log: &log)
  }

  private mutating func cell(
    _ fragment: Fragment, of column: Int, _ input: Program?, _ domain: Domain
  ) -> TablePrograms.Cell? {
    let text = CellText(
      cell: fragment, allowed: isModel ? [] : domain.bareValues, names: layout.names,
      label: table.inputs[column].label)
    guard let feel = text.asFEEL(log: &log),
      let tests = Expression.parseUnaryTests(feel, in: layout, log: &log)
    else { return nil }
    if tests.tree.kind == .anything { return .anything }
    let type = table.inputs[column].type ?? domain.type ?? input?.type
    return tests.compiled(in: layout, input: type, strictly: !isModel, log: &log)
      .map { .test($0, mentionsNull: tests.tree.mentionsNull) }
  }

  private mutating func output(_ fragment: Fragment, of column: DecisionTable.Output) -> Program? {
    var allowed: [String] = []
    if case .enumeration(let values)? = column.type { allowed = values }
    let text = CellText(cell: fragment, allowed: allowed, names: layout.names, label: column.name)
    return text.asFEEL(log: &log).flatMap { expression($0, expecting: column.type) }
  }

  private mutating func constants(_ output: DecisionTable.Output) -> [Value] {
    let frame = Frame(layout)
    return output.values.compactMap { self.output($0, of: output)?.evaluate(frame) }
  }
}

extension Domain {
  /// What FEEL's checks may know of the input; `nil`: no more than its expression says.
  fileprivate var type: Type? {
    switch self {
    case .numbers: .number
    case .dates: .date
    case .enumeration(let values): .enumeration(values)
    case .booleans: .boolean
    case .texts: .string
    case .open: nil
    }
  }
}

extension Tree {
  fileprivate var mentionsNull: Bool { kind == .null || children.contains(where: \.mentionsNull) }

  var mentionsInput: Bool { kind == .input || children.contains(where: \.mentionsInput) }
}

/// All of them, if none is missing.
private func complete<Element>(_ elements: [Element?]) -> [Element]? {
  let present = elements.compactMap(\.self)
  return present.count == elements.count ? present : nil
}
