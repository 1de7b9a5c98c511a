internal import Diagnostics
internal import FEEL

extension Run {
  /// What logic gives, with the names of its scope in a frame.
  func evaluate(_ logic: Logic, _ frame: Frame) -> Value {
    switch logic {
    case .nothing: .null
    case .literal(let program): literal(program, frame)
    case .table(let table): self.table(table, frame)
    case .context(let entries, let result): context(entries, result, frame)
    case .list(let elements): .list(elements.map { evaluate($0, frame) })
    case .relation(let columns, let rows):
      .list(rows.map { row in .context(Context(zip(columns, row).map { ($0, evaluate($1, frame)) })) })
    case .invocation(let function, let bindings, let span): invocation(function, bindings, span, frame)
    case .function(let function): .function(made(function, frame))
    case .conditional(let condition, let then, let otherwise, let span):
      conditional(condition, then, otherwise, span, frame)
    case .filter(let list, let condition, let item, let components, let span):
      filter(list, condition, item, components, span, frame)
    case .iteration(let iteration, let variable, let partial, let domain, let body, let span):
      self.iteration(iteration, variable, partial, domain, body, span, frame)
    case .converted(let logic, let type, let reference):
      converted(evaluate(logic, frame), type, reference)
    }
  }

  /// A null has its reason noted.
  private func literal(_ program: Program, _ frame: Frame) -> Value {
    let value = program.evaluate(frame)
    if value.isNull, let reason = nullReason(program, frame) {
      report(reason.diagnostic)
    }
    return value
  }

  func converted(_ value: Value, _ type: ItemType, _ reference: TypeReference?) -> Value {
    if let fitting = model.types.converted(value, to: type) { return fitting }
    guard let reference else { return .null }
    return null(.doesNotConform, at: reference.span, ["value": value.feelText, "type": reference.text])
  }

  // MARK: Contexts

  private func context(_ entries: [Logic.Entry], _ result: Logic?, _ frame: Frame) -> Value {
    var context = Context()
    for entry in entries {
      let value = evaluate(entry.value, frame)
      frame.set(entry.slot, value)
      context[entry.name] = value
    }
    return result.map { evaluate($0, frame) } ?? .context(context)
  }

  // MARK: Functions

  private func invocation(
    _ function: Logic, _ bindings: [(name: String, value: Logic?)], _ span: Span, _ frame: Frame
  ) -> Value {
    guard case .function(let callee) = evaluate(function, frame) else { return null(.noFunction, at: span) }
    let names = callee.parameters.map(\.name)
    if let wrong = bindings.first(where: { !names.contains($0.name) }) {
      return null(.noParameter, at: span, ["name": wrong.name].naming("names", names))
    }
    let arguments = names.map { name in
      bindings.first { $0.name == name }?.value.map { evaluate($0, frame) } ?? .null
    }
    return callee(arguments, depth: depth)
  }

  /// A function with what is around it, as it is now.
  func made(_ function: FunctionLogic, _ frame: Frame) -> FunctionValue {
    let around = function.captures.map { ($0, frame.value($0)) }
    return FunctionValue(function.parameters.map { FunctionValue.Parameter($0.name) }) { arguments, depth in
      self.deeper(at: function.span, levels: function.levels, from: depth) { self.call(function, around, arguments) }
    }
  }

  /// An argument that does not conform leaves the call without a result (DMN 1.5 §10.3.2.13.2).
  private func call(_ function: FunctionLogic, _ around: [(Slot, Value)], _ arguments: [Value]) -> Value {
    let frame = frame(function.layout)
    for (slot, value) in around { frame.set(slot, value) }
    for (parameter, argument) in zip(function.parameters, arguments) {
      let value = converted(argument, parameter.type, parameter.reference)
      if value.isNull, !argument.isNull { return .null }
      frame.set(parameter.slot, value)
    }
    return evaluate(function.body, frame)
  }

  /// Null is no; anything else that is no boolean leaves the conditional without a result (DMN 1.5 §10.2.2.9).
  private func conditional(
    _ condition: Logic, _ then: Logic, _ otherwise: Logic, _ span: Span, _ frame: Frame
  ) -> Value {
    switch evaluate(condition, frame) {
    case .boolean(true): evaluate(then, frame)
    case .boolean(false), .null: evaluate(otherwise, frame)
    case let other: null(.notACondition, at: span, ["value": other.feelText])
    }
  }

  // MARK: Iterations

  private func filter(
    _ list: Logic, _ condition: Logic, _ item: Slot, _ components: [(name: String, slot: Slot)], _ span: Span,
    _ frame: Frame
  ) -> Value {
    let base = evaluate(list, frame)
    guard !base.isNull else { return .null }
    let elements = base.list ?? [base]
    var kept: [Value] = []
    for element in elements {
      frame.set(item, element)
      for (name, slot) in components { frame.set(slot, element.context?[name] ?? .null) }
      switch evaluate(condition, frame) {
      case .boolean(true): kept.append(element)
      case .boolean(false), .null: continue
      case .number(let position): return self.element(position, of: elements)
      case let other: return null(.notACondition, at: span, ["value": other.feelText])
      }
    }
    return .list(kept)
  }

  /// Counted from 1, negative ones from the end.
  private func element(_ position: Decimal, of elements: [Value]) -> Value {
    guard let position = position.intValue, position != 0, position.magnitude <= UInt(elements.count) else {
      return .null
    }
    return elements[position > 0 ? position - 1 : elements.count + position]
  }

  private func iteration(
    _ iteration: BoxedExpression.Iteration, _ variable: Slot, _ partial: Slot?, _ domain: Logic, _ body: Logic,
    _ span: Span, _ frame: Frame
  ) -> Value {
    guard let elements = elements(evaluate(domain, frame)) else { return null(.noList, at: span) }
    var results: [Value] = []
    for element in elements {
      frame.set(variable, element)
      if let partial { frame.set(partial, .list(results)) }
      results.append(evaluate(body, frame))
    }
    switch iteration {
    case .forEach: return .list(results)
    case .some: return quantified(results, decisive: true, span)
    case .every: return quantified(results, decisive: false, span)
    }
  }

  private func quantified(_ results: [Value], decisive: Bool, _ span: Span) -> Value {
    if let other = results.first(where: { !$0.isNull && $0.boolean == nil }) {
      return null(.notACondition, at: span, ["value": other.feelText])
    }
    if results.contains(.boolean(decisive)) { return .boolean(decisive) }
    return results.allSatisfy { $0 == .boolean(!decisive) } ? .boolean(!decisive) : .null
  }

  /// The elements of a list, the whole numbers or days of a range; a single value stands alone.
  private func elements(_ domain: Value) -> [Value]? {
    switch domain {
    case .list(let elements): elements
    case .null: nil
    case .range(let range): range.elements
    default: [domain]
    }
  }

  // MARK: Tables

  private func table(_ logic: TableLogic, _ frame: Frame) -> Value {
    var inputs: [Value] = []
    for (program, column) in zip(logic.table.inputs, logic.inputs) {
      let value = converted(program.evaluate(frame), column.type, column.reference)
      if let tests = column.tests, !value.isNull, !tests.admits(value) {
        return null(.inputNotAdmitted, at: column.span, ["value": value.feelText, "input": column.label])
      }
      inputs.append(value)
    }
    let result = logic.table.evaluate(frame, inputs: inputs)
    if let violation = result.violation { return violated(violation, logic) }
    return outputs(of: result, logic)
  }

  private func violated(_ violation: TableResult.Violation, _ logic: TableLogic) -> Value {
    switch violation {
    case .severalRows(let rows): null(.severalRowsMatch, at: logic.span, [:].naming("rows", text(rows)))
    case .differentOutputs(let rows): null(.outputsDiffer, at: logic.span, [:].naming("rows", text(rows)))
    }
  }

  private func text(_ rows: [Int]) -> [String] { rows.map { "\($0 + 1)" } }

  private func outputs(of result: TableResult, _ logic: TableLogic) -> Value {
    guard case .collect(.some) = logic.table.table.hitPolicy else {
      if case .list(let rows) = result.output, logic.table.table.hitPolicy.givesList {
        return .list(rows.map { row($0, logic) })
      }
      return row(result.output, logic)
    }
    return result.output
  }

  /// One row's outputs, each as its column wants it.
  private func row(_ value: Value, _ logic: TableLogic) -> Value {
    guard logic.outputs.count > 1 else {
      return logic.outputs.first.map { converted(value, $0.type, $0.reference) } ?? value
    }
    guard case .context(var context) = value else { return value }
    for column in logic.outputs {
      context[column.label] = converted(context[column.label] ?? .null, column.type, column.reference)
    }
    return .context(context)
  }
}

extension HitPolicy {
  /// Whether the result is a list of the outputs of all rows that match.
  var givesList: Bool {
    switch self {
    case .collect(nil), .ruleOrder, .outputOrder: true
    default: false
    }
  }
}

extension RangeValue {
  private static let longest = 1_000_000

  /// Whole numbers or days from one end up to the other; `nil` if there are none to count, or too many.
  fileprivate var elements: [Value]? {
    switch (low, high) {
    case (.number(let first), .number(let last)):
      guard let first = first.intValue, let last = last.intValue else { return nil }
      return counted(Int64(first), Int64(last))?.map { .number(Int($0)) }
    case (.date(let first), .date(let last)):
      return counted(first.epochDays, last.epochDays)?.compactMap { CivilDate(epochDays: $0).map(Value.date) }
    default: return nil
    }
  }

  private func counted(_ first: Int64, _ last: Int64) -> [Int64]? {
    let start = first.addingReportingOverflow(lowIncluded ? 0 : 1)
    let end = last.subtractingReportingOverflow(highIncluded ? 0 : 1)
    let distance = end.partialValue.subtractingReportingOverflow(start.partialValue)
    guard !start.overflow, !end.overflow, !distance.overflow, distance.partialValue < Int64(RangeValue.longest) else {
      return nil
    }
    return distance.partialValue < 0 ? [] : Array(start.partialValue...end.partialValue)
  }
}
