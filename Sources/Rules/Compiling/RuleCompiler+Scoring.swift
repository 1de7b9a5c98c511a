import DMN
import Diagnostics
import FEEL

extension RuleCompiler {
  mutating func compile(_ dimension: Dimension, log: inout DiagnosticLog) -> CompiledDimension {
    var items: [CompiledItem] = []
    for item in dimension.items {
      if let compiled = compile(item, log: &log) { items.append(compiled) }
    }
    return CompiledDimension(id: dimension.id, name: dimension.name, max: dimension.max, items: items)
  }

  mutating func compile(_ bonus: Bonus, log: inout DiagnosticLog) -> CompiledBonus {
    var items: [CompiledItem] = []
    for item in bonus.items {
      if let compiled = compile(item, log: &log) { items.append(compiled) }
    }
    let cap = bonus.cap.flatMap { program($0, expecting: .number, log: &log) }
    for (value, span) in cap.map(results) ?? [] where value.isNegative {
      log.report(Diagnostic(.negativeCap, at: span, ["value": value.description]))
    }
    return CompiledBonus(
      cap: cap, basis: bonus.basis, best: bonus.best,
      items: items)
  }

  private mutating func compile(_ item: Item, log: inout DiagnosticLog) -> CompiledItem? {
    guard let form = compile(item.form, PointBounds(max: item.max), log: &log) else { return nil }
    return CompiledItem(
      id: item.id, name: item.name, max: item.max, basis: item.basis, unit: item.unit, form: form,
      reads: reads(of: form))
  }

  /// What a form reads; inside a table over elements a component's name means that component.
  private func reads(of form: CompiledForm) -> FactReads {
    switch form {
    case .bestOf(_, let list, let points), .sumOf(let list, let points):
      var reads = self.reads(of: [list])
      let names = Set(points.components.map(\.name))
      let inner = points.inputs + points.table.allPrograms + [points.times, points.plus].compactMap(\.self)
      reads.merge(self.reads(of: inner, except: names))
      for program in inner {
        for name in program.reads.names where names.contains(name) {
          if let path = points.path { reads.components.insert([path, name]) }
        }
      }
      return reads
    case .parts(let parts):
      return parts.reduce(into: FactReads()) { $0.merge(reads(of: $1.form)) }
    default: return reads(of: form.programs)
    }
  }

  private mutating func compile(_ form: Form, _ bounds: PointBounds, log: inout DiagnosticLog) -> CompiledForm? {
    switch form {
    case .bands(let of, let table): return compileBands(of, table, bounds, log: &log)
    case .bestOf(let count, let list, let points):
      return compileElements(list, points, points.isFinal ? bounds : nil, log: &log) {
        .bestOf(count: count, list: $0, $1)
      }
    case .sumOf(let list, let points):
      let row = PointBounds(max: bounds.max, mayBeNegative: true)
      return compileElements(list, points, points.isFinal ? row : nil, log: &log) { .sumOf(list: $0, $1) }
    case .table(let table): return compileTable(table, bounds, log: &log)
    case .parts(let parts): return compileParts(parts, bounds, log: &log)
    case .score(let expression):
      let score = program(expression, expecting: .number, log: &log)
      if let score { checkPoints(of: score, bounds, log: &log) }
      return score.map(CompiledForm.score)
    case .panel(let panel): return compilePanel(panel, log: &log)
    case .points(let when, let points):
      let condition = program(when, expecting: .boolean, log: &log)
      let amount = program(points, expecting: .number, log: &log)
      guard let condition, let amount else { return nil }
      checkPoints(of: amount, bounds, log: &log)
      return .points(when: condition, points: amount)
    }
  }

  private func compileBands(
    _ of: Fragment, _ table: Table, _ bounds: PointBounds, log: inout DiagnosticLog
  ) -> CompiledForm? {
    guard let input = program(of, log: &log),
      let table = compile(table, inputs: [input], in: layout, points: bounds, log: &log)
    else { return nil }
    return .bands(of: input, table)
  }

  private func compileTable(_ table: Table, _ bounds: PointBounds, log: inout DiagnosticLog) -> CompiledForm? {
    let inputs = table.inputs.compactMap { program($0, log: &log) }
    guard inputs.count == table.inputs.count,
      let compiled = compile(table, inputs: inputs, in: layout, points: bounds, log: &log)
    else { return nil }
    return .table(inputs: inputs, compiled)
  }

  private mutating func compileElements(
    _ list: Fragment, _ points: ElementPoints, _ bounds: PointBounds?, log: inout DiagnosticLog,
    make: (Program, CompiledElementPoints) -> CompiledForm
  ) -> CompiledForm? {
    guard let program = program(list, log: &log) else { return nil }
    // A definition with a fault has no type, and has been spoken of.
    if program.type == .any, log.hasErrors { return nil }
    guard case .list = program.type else {
      log.report(
        Diagnostic(
          .elementsNeeded, at: list.span, [:].naming("type", program.type.phrase)))
      return nil
    }
    let scope = elementScope(program.type)
    let inputs = points.table.inputs.compactMap { self.program($0, in: scope.layout, log: &log) }
    guard inputs.count == points.table.inputs.count,
      let table = compile(
        points.table, inputs: inputs, of: components(of: program.type), in: scope.layout, points: bounds,
        log: &log)
    else { return nil }
    return make(
      program,
      CompiledElementPoints(
        path: scope.path, components: scope.components, item: scope.item, inputs: inputs, table: table,
        times: points.times.flatMap { self.program($0, in: scope.layout, expecting: .number, log: &log) },
        plus: points.plus.flatMap { self.program($0, in: scope.layout, expecting: .number, log: &log) }))
  }

  private mutating func compileParts(
    _ parts: [Item], _ bounds: PointBounds, log: inout DiagnosticLog
  ) -> CompiledForm? {
    var compiled: [CompiledPart] = []
    for part in parts {
      if let form = compile(part.form, PointBounds(max: part.max ?? bounds.max), log: &log) {
        compiled.append(CompiledPart(name: part.name, max: part.max, form: form))
      }
    }
    return compiled.count == parts.count ? .parts(compiled) : nil
  }

  private func compilePanel(_ panel: Panel, log: inout DiagnosticLog) -> CompiledForm? {
    let scores = program(panel.scores, expecting: .list(.number), log: &log)
    let times = program(panel.times, expecting: .number, log: &log)
    guard let scores, let times else { return nil }
    var standardize: CompiledStandardization?
    if let written = panel.standardize {
      guard let within = program(written.within, log: &log) else { return nil }
      standardize = CompiledStandardization(
        within: within, mean: written.mean, deviation: written.deviation, atLeast: written.atLeast)
    }
    return .panel(
      CompiledPanel(
        scores: scores, dropsExtremes: panel.dropsExtremes, atLeast: panel.atLeast, aggregate: panel.aggregate,
        standardize: standardize, times: times))
  }

  mutating func compile(_ grades: Grades, log: inout DiagnosticLog) -> CompiledGrades? {
    if let expression = grades.expression {
      return program(expression, expecting: .string, log: &log).map(CompiledGrades.expression)
    }
    guard let table = grades.table.map(Self.naming) else { return nil }
    if let of = grades.of {
      guard let input = program(of, log: &log) else { return nil }
      return compile(table, inputs: [input], in: layout, points: nil, log: &log).map { .bands(of: input, $0) }
    }
    // Bands over the total, which has a name of its own here.
    let total = "总分"
    var inner = layout
    inner.declare(total, .number)
    widen(inner)
    let over = Table(
      hitPolicy: table.hitPolicy, hitPolicySpan: table.hitPolicySpan,
      inputs: [Fragment(total, name: "<\(total)>")], rows: table.rows, span: table.span)
    return program(over.inputs[0], in: inner, log: &log)
      .flatMap { compile(over, inputs: [$0], in: inner, points: nil, log: &log) }
      .map { .bands(of: nil, $0) }
  }
}

extension RuleCompiler {
  /// The names of grades stand bare; for FEEL they are texts.
  private static func naming(_ table: Table) -> Table {
    Table(
      hitPolicy: table.hitPolicy, hitPolicySpan: table.hitPolicySpan, inputs: table.inputs,
      rows: table.rows.map { row in
        Table.Row(cells: row.cells, output: row.output.quoted, isDefault: row.isDefault, span: row.span)
      }, span: table.span)
  }
}

extension Fragment {
  /// A text literal that points at the bare words.
  fileprivate var quoted: Fragment {
    guard !text.hasPrefix("\"") else { return self }
    let literal = "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    return Fragment(
      text: literal, source: source,
      pieces: [Piece(decoded: 0..<literal.utf8.count, written: span.range)])
  }
}

extension ElementPoints {
  /// Whether a row's points are the element's points: nothing is multiplied or added.
  fileprivate var isFinal: Bool { times == nil && plus == nil }
}

extension CompiledForm {
  /// Every program that reads facts of the record.
  var programs: [Program?] {
    switch self {
    case .bands(let of, let table): [of] + table.allPrograms
    case .bestOf(_, let list, let points), .sumOf(let list, let points):
      [list, points.times, points.plus] + points.inputs + points.table.allPrograms
    case .table(let inputs, let table): inputs + table.allPrograms
    case .parts(let parts): parts.flatMap { $0.form.programs }
    case .score(let program): [program]
    case .panel(let panel): [panel.scores, panel.standardize?.within, panel.times]
    case .points(let when, let points): [when, points]
    }
  }
}
