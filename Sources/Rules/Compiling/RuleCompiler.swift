import DMN
import Diagnostics
import FEEL
import Fingerprints

/// Compiles one rule set: the room where layouts grow and what rules read is gathered.
struct RuleCompiler {
  let rules: RuleSet
  var layout = Layout()
  /// The widest of the layouts for elements of lists.
  var widest = Layout()
  var widestCount = 0
  var parameterSlots: [Slot] = []
  var fieldSlots: [Slot] = []
  var definitions: [CompiledDefinition] = []
  /// Values known at load, for the analysis of tables.
  var constants: [String: Value] = [:]

  init(_ rules: RuleSet) { self.rules = rules }

  mutating func compile(log: inout DiagnosticLog) -> CompiledRuleSet? {
    declareNames()
    compileDefinitions(log: &log)
    widest = layout
    widestCount = layout.names.count
    let checks = rules.checks.compactMap { compile($0, log: &log) }
    let eligibility = rules.eligibility.compactMap { compile($0, log: &log) }
    let vetoes = rules.vetoes.compactMap { compile($0, log: &log) }
    var dimensions: [CompiledDimension] = []
    for dimension in rules.scoring?.dimensions ?? [] { dimensions.append(compile(dimension, log: &log)) }
    var bonus: CompiledBonus?
    if let written = rules.bonus { bonus = compile(written, log: &log) }
    var grades: CompiledGrades?
    if let written = rules.grades { grades = compile(written, log: &log) }
    var selection: CompiledSelection?
    if let written = rules.selection { selection = compile(written, log: &log) }
    var earlier: [CompiledEarlier] = []
    for rule in rules.earlier { if let compiled = compile(rule, log: &log) { earlier.append(compiled) } }
    var submission: CompiledSubmission?
    if let written = rules.submission { submission = compile(written, log: &log) }
    let because = compileBecause(log: &log)
    let componentConditions = compileComponentConditions(log: &log)
    let schema = settleRequirements(eligibility + vetoes, log: &log)
    return CompiledRuleSet(
      award: rules.award, edition: rules.edition, subject: rules.subject, regulation: rules.regulation,
      schema: schema, parameters: rules.parameters, layout: layout, widestLayout: widest,
      parameterSlots: parameterSlots, fieldSlots: fieldSlots, definitions: definitions, checks: checks,
      eligibility: eligibility, vetoes: vetoes, dimensions: dimensions, maximum: rules.scoring?.max, bonus: bonus,
      total: rules.total, grades: grades, selection: selection, earlier: earlier, submission: submission,
      because: because,
      componentConditions: componentConditions,
      fingerprint: Fingerprint(of: rules.sources.map { Fingerprint(of: $0.bytes) }),
      files: rules.sources.map { ($0.name, Fingerprint(of: $0.bytes)) })
  }

  // MARK: Names

  private mutating func declareNames() {
    for parameter in rules.parameters {
      parameterSlots.append(layout.declare(parameter.name, parameter.type))
      constants[parameter.name] = parameter.value
    }
    for field in rules.schema.fields {
      fieldSlots.append(layout.declare(field.name, field.shape.type(named: field.name, oneOf: field.oneOf)))
    }
  }

  private mutating func compileDefinitions(log: inout DiagnosticLog) {
    let (order, circular) = DefinitionOrder(rules.definitions, in: layout).sorted(log: &log)
    // What runs in a circle has no type; what hangs on it is not blamed for that.
    for name in circular { layout.declare(name, .any) }
    for definition in order where !circular.contains(definition.name) {
      // A definition may name any other: all names are known to the parser before any has a type.
      guard let expression = Expression.parse(definition.expression, in: namesOfAll(), log: &log) else {
        layout.declare(definition.name, .any)
        continue
      }
      guard let program = expression.compiled(in: layout, log: &log) else {
        layout.declare(definition.name, .any)
        continue
      }
      checkDivisors(of: program, log: &log)
      let reads = self.reads(of: [program])
      let slot = layout.declare(definition.name, program.type)
      definitions.append(
        CompiledDefinition(name: definition.name, slot: slot, program: program, reads: reads))
    }
  }

  private func namesOfAll() -> Layout {
    var names = layout
    for definition in rules.definitions where names.type(of: definition.name) == nil {
      names.declare(definition.name, .any)
    }
    return names
  }

  // MARK: Expressions

  func program(
    _ fragment: Fragment, in layout: Layout? = nil, expecting: Type? = nil, log: inout DiagnosticLog
  ) -> Program? {
    let layout = layout ?? self.layout
    let program = Expression.parse(fragment, in: layout, log: &log)?
      .compiled(in: layout, expecting: expecting, log: &log)
    if let program { checkDivisors(of: program, log: &log) }
    return program
  }

  /// What programs read, through definitions.
  func reads(of programs: [Program?], except inner: Set<String> = []) -> FactReads {
    var reads = FactReads()
    var fields = Set<String>()
    for case let program? in programs {
      reads.components.formUnion(program.reads.components)
      for name in program.reads.names where !inner.contains(name) {
        if !reads.direct.contains(name) { reads.direct.append(name) }
        if let definition = definitions.first(where: { $0.name == name }) {
          fields.formUnion(definition.reads.fields)
          reads.components.formUnion(definition.reads.components)
        } else if rules.schema[name] != nil {
          fields.insert(name)
        }
      }
    }
    reads.fields = rules.schema.fields.map(\.name).filter(fields.contains)
    return reads
  }

  // MARK: Conditions

  private func compile(_ condition: Condition, log: inout DiagnosticLog) -> CompiledCondition? {
    guard let program = program(condition.require, expecting: .boolean, log: &log) else { return nil }
    return CompiledCondition(
      id: condition.id, name: condition.name, program: program, reads: reads(of: [program]),
      basis: condition.basis, sources: [], lookback: "", evidence: nil, isCitedFirst: false)
  }

  private func compile(_ veto: Veto, log: inout DiagnosticLog) -> CompiledCondition? {
    guard let program = program(veto.when, expecting: .boolean, log: &log) else { return nil }
    return CompiledCondition(
      id: veto.id, name: veto.name, program: program, reads: reads(of: [program]), basis: veto.basis,
      sources: veto.sources, lookback: veto.lookback, evidence: veto.evidence,
      isCitedFirst: veto.isCitedFirst)
  }

  /// Whatever a condition or a veto reads is required; a field that says otherwise is an error.
  private func settleRequirements(_ rules: [CompiledCondition], log: inout DiagnosticLog) -> RecordSchema {
    var readers: [String: CompiledCondition] = [:]
    for rule in rules {
      for field in rule.reads.fields where readers[field] == nil { readers[field] = rule }
    }
    let fields = self.rules.schema.fields.map { field in
      if field.requirement == .optional, let reader = readers[field.name] {
        log.report(
          Diagnostic(
            .optionalButDecides, at: reader.program.fragment.span,
            ["field": field.name, "rule": " \(reader.id) "]))
      }
      // Required where its condition holds: what is asked for only sometimes is never just optional.
      if field.requiredWhen != nil { return field.with(requirement: .required) }
      guard field.requirement == .unsaid else { return field }
      return field.with(requirement: readers[field.name] == nil ? .optional : .required)
    }
    return RecordSchema(fields: fields)
  }

  // MARK: Sentences

  private func compileBecause(log: inout DiagnosticLog) -> [String: Template] {
    rules.because.sorted { $0.key < $1.key }.reduce(into: [:]) { templates, entry in
      templates[entry.key] = Template(entry.value, log: &log) { fragment, log in
        program(fragment, log: &log)
      }
    }
  }

  private mutating func compileComponentConditions(log: inout DiagnosticLog) -> [String: ComponentCondition] {
    var conditions: [String: ComponentCondition] = [:]
    for field in rules.schema.fields {
      if let when = field.requiredWhen, let program = program(when, expecting: .boolean, log: &log) {
        conditions[field.name] = ComponentCondition(components: [], program: program)
      }
      for component in field.shape.components {
        guard let when = component.requiredWhen else { continue }
        let scope = elementScope(field.shape.type(named: field.name))
        guard let program = program(when, in: scope.layout, expecting: .boolean, log: &log) else { continue }
        conditions["\(field.name).\(component.name)"] = ComponentCondition(
          components: scope.components, program: program)
      }
    }
    return conditions
  }

  // MARK: Elements of lists

  struct ElementScope {
    let layout: Layout
    let path: String?
    let components: [(name: String, slot: Slot)]
    let item: Slot
  }

  /// The names inside a table over the elements of a list: their components, and `item`.
  mutating func elementScope(_ list: Type) -> ElementScope {
    var inner = layout
    let element: Type = if case .list(let type) = list { type } else { .any }
    var components: [(name: String, slot: Slot)] = []
    var path: String?
    if case .context(let type) = element {
      path = type.name
      components = type.fields.map { ($0.name, inner.declare($0.name, $0.type)) }
    }
    let item = inner.declare("item", element)
    widen(inner)
    return ElementScope(layout: inner, path: path, components: components, item: item)
  }

  /// One frame must hold the slots of every layout.
  mutating func widen(_ inner: Layout) {
    guard inner.names.count > widestCount else { return }
    widest = inner
    widestCount = inner.names.count
  }
}

extension Field {
  func with(requirement: Requirement) -> Field {
    Field(
      name: name, aliases: aliases, shape: shape, requirement: requirement, requiredWhen: requiredWhen,
      supplier: supplier,
      oneOf: oneOf, range: range, usual: usual, format: format, isSensitive: isSensitive, isKey: isKey,
      isTitle: isTitle, fillsDown: fillsDown, isEvidence: isEvidence, isChangeable: isChangeable, unit: unit,
      note: note,
      defaultValue: defaultValue)
  }
}
