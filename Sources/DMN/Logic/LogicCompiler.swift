internal import Diagnostics
internal import FEEL

/// Compiles boxed expressions in a scope that grows with each variable.
struct LogicCompiler {
  let types: TypeTable
  /// The names in scope.
  var layout: Layout
  var log = DiagnosticLog()

  init(types: TypeTable, layout: Layout) {
    self.types = types
    self.layout = layout
  }

  /// The logic with what is known of its result.
  mutating func compile(_ expression: BoxedExpression) -> (Logic, Type) {
    let (logic, type) = plain(expression)
    return converted(logic, type, expression.type)
  }

  /// The logic with a conversion to a type that is asked for.
  mutating func converted(_ logic: Logic, _ type: Type, _ reference: TypeReference?) -> (Logic, Type) {
    guard let reference else { return (logic, type) }
    let wanted = types.type(reference, log: &log)
    let known = types.feelType(wanted)
    if case .plain(.any) = wanted.shape { return (logic, type) }
    return (.converted(logic, wanted, to: reference), known)
  }

  private mutating func plain(_ expression: BoxedExpression) -> (Logic, Type) {
    switch expression.kind {
    case .literal(let fragment): literal(fragment)
    case .table(let table): self.table(table)
    case .context(let entries): context(entries)
    case .list(let elements): list(elements)
    case .relation(let columns, let rows): relation(columns, rows)
    case .invocation(let function, let bindings): invocation(function, bindings, expression.span)
    case .function(let function): self.function(function)
    case .conditional(let condition, let then, let otherwise):
      conditional(condition, then, otherwise, expression.span)
    case .filter(let list, let condition): filter(list, condition, expression.span)
    case .iteration(let iteration, let variable, let domain, let body):
      self.iteration(iteration, variable, domain, body, expression.span)
    }
  }

  /// FEEL that cannot be read gives nothing; what the standard lets run, runs.
  mutating func literal(_ fragment: Fragment) -> (Logic, Type) {
    guard let program = program(fragment) else { return (.nothing, .any) }
    return (.literal(program), program.type)
  }

  mutating func program(_ fragment: Fragment) -> Program? {
    Expression.parse(fragment, in: layout, log: &log)?.compiled(in: layout, strictly: false, log: &log)
  }

  private func joined(_ left: Type, _ right: Type) -> Type { left == right ? left : .any }

  // MARK: Contexts and lists

  private mutating func context(_ entries: [BoxedEntry]) -> (Logic, Type) {
    let outer = layout
    defer { layout = outer }
    var compiled: [Logic.Entry] = []
    var fields: [(String, Type)] = []
    var result: (Logic, Type)?
    for entry in entries {
      let (plain, known) = compile(entry.value)
      guard let variable = entry.variable else {
        result = (plain, known)
        continue
      }
      let (value, type) = converted(plain, known, variable.type)
      compiled.append(Logic.Entry(name: variable.name, slot: layout.declare(variable.name, type), value: value))
      fields.append((variable.name, type))
    }
    return (.context(compiled, result: result?.0), result?.1 ?? .context(ContextType(fields)))
  }

  private mutating func list(_ elements: [BoxedExpression]) -> (Logic, Type) {
    let compiled = elements.map { compile($0) }
    let element = compiled.dropFirst().reduce(compiled.first?.1 ?? .any) { joined($0, $1.1) }
    return (.list(compiled.map(\.0)), .list(element))
  }

  private mutating func relation(_ columns: [InformationItem], _ rows: [[BoxedExpression]]) -> (Logic, Type) {
    var types = [Type?](repeating: nil, count: columns.count)
    var compiled: [[Logic]] = []
    for row in rows {
      var cells: [Logic] = []
      for (index, cell) in row.enumerated() where index < columns.count {
        let (plain, known) = compile(cell)
        let (value, type) = converted(plain, known, columns[index].type)
        types[index] = types[index].map { joined($0, type) } ?? type
        cells.append(value)
      }
      compiled.append(cells)
    }
    let fields = zip(columns, types).map { ($0.name, $1 ?? .any) }
    return (.relation(columns: columns.map(\.name), rows: compiled), .list(.context(ContextType(fields))))
  }

  // MARK: Functions

  private mutating func invocation(
    _ function: BoxedExpression, _ bindings: [BoxedBinding], _ span: Span
  ) -> (Logic, Type) {
    let (callee, type) = compile(function)
    let values = bindings.map { binding -> (name: String, value: Logic?) in
      guard let expression = binding.value else { return (binding.parameter.name, nil) }
      let (plain, known) = compile(expression)
      return (binding.parameter.name, converted(plain, known, binding.parameter.type).0)
    }
    let result: Type = if case .function(_, let result) = type { result } else { .any }
    return (.invocation(function: callee, bindings: values, span: span), result)
  }

  /// Functions in Java or PMML are refused: they could do anything, and give another answer tomorrow.
  mutating func function(_ function: BoxedFunction) -> (Logic, Type) {
    guard function.kind == .feel else {
      log.report(Diagnostic(.foreignFunction, at: function.span, ["kind": function.kind.rawValue]))
      return (.nothing, .any)
    }
    let outer = layout
    defer { layout = outer }
    let captures = layout.names.compactMap { layout.slot(of: $0) }
    let parameters = function.parameters.map { parameter in
      let type = types.type(parameter.type, log: &log)
      return FunctionLogic.Parameter(
        name: parameter.name, slot: layout.declare(parameter.name, types.feelType(type)), type: type,
        reference: parameter.type)
    }
    let (body, result) = function.body.map { compile($0) } ?? (.nothing, .any)
    let logic = FunctionLogic(
      parameters: parameters, body: body, layout: layout, captures: captures, levels: body.levels, span: function.span)
    return (.function(logic), .function(parameters: parameters.map { _ in .any }, result: result))
  }

  // MARK: Control

  private mutating func conditional(
    _ condition: BoxedExpression, _ then: BoxedExpression, _ otherwise: BoxedExpression, _ span: Span
  ) -> (Logic, Type) {
    let (test, _) = compile(condition)
    let (first, a) = compile(then)
    let (second, b) = compile(otherwise)
    return (.conditional(test, then: first, otherwise: second, span: span), joined(a, b))
  }

  private mutating func filter(_ list: BoxedExpression, _ condition: BoxedExpression, _ span: Span) -> (Logic, Type) {
    let (base, type) = compile(list)
    let outer = layout
    defer { layout = outer }
    let element: Type = if case .list(let element) = type { element } else { type }
    var components: [(name: String, slot: Slot)] = []
    if case .context(let context) = element {
      components = context.fields.map { ($0.name, layout.declare($0.name, $0.type)) }
    }
    let item = layout.declare("item", element)
    let (test, tested) = compile(condition)
    return (
      .filter(list: base, condition: test, item: item, components: components, span: span),
      tested == .number ? element : .list(element)
    )
  }

  private mutating func iteration(
    _ iteration: BoxedExpression.Iteration, _ variable: InformationItem, _ domain: BoxedExpression,
    _ body: BoxedExpression, _ span: Span
  ) -> (Logic, Type) {
    let (list, type) = compile(domain)
    let outer = layout
    defer { layout = outer }
    let element: Type =
      switch type {
      case .list(let element), .range(let element): element
      default: .any
      }
    let slot = layout.declare(variable.name, element)
    let partial = iteration == .forEach ? layout.declare("partial", .list(.any)) : nil
    let (logic, result) = compile(body)
    return (
      .iteration(iteration, variable: slot, partial: partial, domain: list, body: logic, span: span),
      iteration == .forEach ? .list(result) : .boolean
    )
  }
}
