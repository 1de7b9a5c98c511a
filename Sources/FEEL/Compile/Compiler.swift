internal import Diagnostics

/// Turns a checked tree into closures. Everything that can be decided before there are values is decided here.
struct Compiler {
  let checked: Checked
  let symbols: Symbols
  /// Whether each node tells the frame's observer what it gave. Then nothing is fused.
  let isObserved: Bool
  var window = Window(parent: nil)

  init(_ checked: Checked, symbols: Symbols, isObserved: Bool) {
    self.checked = checked
    self.symbols = symbols
    self.isObserved = isObserved
  }

  mutating func compile(_ tree: Tree) -> Code {
    if isObserved { return observed(tree, plain(tree)) }
    return fused(tree) ?? plain(tree)
  }

  func type(_ tree: Tree) -> Type { checked.types[tree.id] }

  func observed(_ tree: Tree, _ code: Code) -> Code {
    guard isObserved else { return code }
    return Code { frame in
      guard let observer = frame.observer else { return code(frame) }
      let start = observer.begin()
      let cell = code(frame)
      observer.end(tree, observer.value(of: cell, in: frame), since: start)
      return cell
    }
  }

  private mutating func plain(_ tree: Tree) -> Code {
    switch tree.kind {
    case .null: constant(.null)
    case .boolean(let value): constant(.boolean(value))
    case .number(let value): constant(.number(value))
    case .string(let text): constant(.string(text))
    case .temporal(let text): constant(Value(temporal: text) ?? .null)
    case .name: name(tree)
    case .input: input()
    case .negate(let operand): negation(operand, tree)
    case .arithmetic(let operation, let left, let right): arithmetic(operation, left, right, tree)
    case .compare(let comparison, let left, let right): self.comparison(comparison, left, right, tree)
    case .and(let operands): conjunction(operands)
    case .or(let operands): disjunction(operands)
    case .between(let value, let low, let high): between(value, low, high, tree)
    case .isIn(let value, let tests): membership(value, tests)
    case .test, .anything: unaryTests([tree], negated: false)
    case .tests(let tests): unaryTests(tests, negated: false)
    case .noneOf(let tests): unaryTests(tests, negated: true)
    case .range(let low, let lowIncluded, let high, let highIncluded):
      range(low, lowIncluded, high, highIncluded, tree)
    case .point(let value): point(value, tree)
    case .ifElse(let condition, let then, let otherwise): ifElse(condition, then, otherwise)
    case .forEach(let iterators, let body): forEach(iterators, body, tree)
    case .quantified(let quantifier, let iterators, let condition):
      quantified(quantifier, iterators, condition, tree)
    case .filter(let base, let condition): filter(base, condition, tree)
    case .path(let base, let component): path(base, component, tree)
    case .list(let elements): list(elements, tree)
    case .context(let entries): context(entries, tree)
    case .function(let parameters, let body): function(parameters, body, tree)
    case .call(let callee, let arguments): call(callee, arguments, tree)
    case .instanceOf(let value, let type): instanceOf(value, type)
    }
  }

  // MARK: Constants and names

  /// A cell that needs no arena is made once.
  func constant(_ value: Value) -> Code {
    if let cell = constantCell(value) { return Code { _ in cell } }
    return Code { frame in frame.cell(of: value) }
  }

  func constantCell(_ value: Value) -> Cell? {
    switch value {
    case .null: .null
    case .boolean(let value): .boolean(value)
    case .number(let value): value.smallParts.map { Cell(coefficient: $0.coefficient, exponent: $0.exponent) }
    case .string(let text): Cell(.string, Int64(symbols.intern(text)))
    case .date(let value): Cell(.date, value.epochDays)
    case .yearsDuration(let value): Cell(.yearsDuration, value.months)
    case .daysDuration(let value): value.nanoseconds == 0 ? Cell(.daysDuration, value.seconds) : nil
    default: nil
    }
  }

  /// The cell of a part that is the same in every frame.
  func constantCell(_ tree: Tree) -> Cell? {
    switch tree.kind {
    case .null: .null
    case .boolean(let value): .boolean(value)
    case .number(let value): constantCell(.number(value))
    case .string(let text): constantCell(.string(text))
    case .temporal(let text): Value(temporal: text).flatMap { constantCell($0) }
    case .negate(let operand):
      if case .number(let value) = operand.kind { constantCell(.number(value.negated)) } else { nil }
    case .name:
      if case .text(let text)? = checked.references[tree.id] { constantCell(.string(text)) } else { nil }
    case .call: checked.constants[tree.id].flatMap { constantCell($0) }
    default: nil
    }
  }

  private mutating func name(_ tree: Tree) -> Code {
    reference(checked.references[tree.id] ?? .nothing)
  }

  private mutating func reference(_ reference: Reference) -> Code {
    switch reference {
    case .slot(let index): slot(index)
    case .variable(let variable): local(.variable(variable))
    case .component(let variable, let name, let otherwise): component(variable, name, otherwise)
    case .text(let text): constant(.string(text))
    case .builtin(let builtin): Code { frame in Cell(.function, index: frame.object(.function(.builtin(builtin)))) }
    case .nothing: Code { _ in .null }
    }
  }

  /// In a function the slot's cell is captured, so that the function may leave its frame.
  private mutating func slot(_ index: Int) -> Code {
    guard window.parent == nil else { return local(.slot(index)) }
    return Code { $0.slots[index] }
  }

  private mutating func local(_ source: Window.Source) -> Code {
    let index = window.local(source)
    return Code { $0.locals[index] }
  }

  private mutating func input() -> Code { local(.input) }

  /// A component of the element that a filter looks at.
  private mutating func component(_ variable: Variable, _ name: String, _ otherwise: Reference) -> Code {
    let local = window.local(.variable(variable))
    let name = symbols.intern(name)
    let outside = reference(otherwise)
    return Code { frame in
      let element = frame.locals[local]
      switch element.tag {
      case .context: return frame.component(name, of: element) ?? outside(frame)
      case .unknown: return .unknown
      default: return outside(frame)
      }
    }
  }

  private mutating func path(_ base: Tree, _ component: Tree.Component, _ tree: Tree) -> Code {
    let code = compile(base)
    let access = ComponentAccess(component.name, id: symbols.intern(component.name), range: component.range)
    guard case .context(let type) = type(base), let index = type.names.firstIndex(of: component.name) else {
      return Code { frame in frame.path(code(frame), access) }
    }
    // Records are made in the order of their type.
    let shape = symbols.intern(shape: type.names)
    return Code { frame in
      let cell = code(frame)
      return cell.tag == .context && cell.aux == shape ? frame.element(index, of: cell) : frame.path(cell, access)
    }
  }

  // MARK: Making values

  private mutating func list(_ elements: [Tree], _ tree: Tree) -> Code {
    let codes = elements.map { compile($0) }
    let range = tree.range
    return Code { frame in
      var cells: [Cell] = []
      cells.reserveCapacity(codes.count)
      for code in codes { cells.append(code(frame)) }
      return frame.list(cells) ?? frame.null(.tooLong, at: range)
    }
  }

  private mutating func context(_ entries: [Tree.Entry], _ tree: Tree) -> Code {
    let variables = checked.variables[tree.id] ?? []
    var parts: [(code: Code, local: Int)] = []
    for (entry, variable) in zip(entries, variables) {
      let code = compile(entry.value)
      parts.append((code, window.declare(variable)))
    }
    let steps = parts
    let shape = symbols.intern(shape: entries.map(\.key))
    let range = tree.range
    return Code { frame in
      for step in steps { frame.locals[step.local] = step.code(frame) }
      guard let offset = frame.allocate(steps.count) else { return frame.null(.tooLong, at: range) }
      for (index, step) in steps.enumerated() { frame.arena[offset + index] = frame.locals[step.local] }
      return Cell(.context, offset: offset, count: steps.count, aux: shape)
    }
  }

  private mutating func range(
    _ low: Tree?, _ lowIncluded: Bool, _ high: Tree?, _ highIncluded: Bool, _ tree: Tree
  ) -> Code {
    let ends = RangeEnds(low: low.map { compile($0) }, high: high.map { compile($0) }, range: tree.range)
    return Code { frame in
      let (low, high) = ends.get(frame)
      if low.isUnknown || high.isUnknown { return .unknown }
      if ends.lack(low, high) { return frame.null(.nullEnd, at: ends.range) }
      return Cell(
        .range,
        index: frame.object(
          .range(low: low, lowIncluded: lowIncluded, high: high, highIncluded: highIncluded)))
    }
  }
}

extension Compiler {
  private mutating func point(_ value: Tree, _ tree: Tree) -> Code {
    let code = compile(value)
    let range = tree.range
    return Code { frame in
      let cell = code(frame)
      if cell.isUnknown { return .unknown }
      return cell.isNull ? frame.null(.nullEnd, at: range) : frame.point(cell)
    }
  }
}

/// The ends of a range as it is written: one that is not there is unbounded, one that is null has no range.
struct RangeEnds: Sendable {
  let low: Code?
  let high: Code?
  let range: Range<Int>

  init(low: Code?, high: Code?, range: Range<Int>) {
    self.low = low
    self.high = high
    self.range = range
  }

  func get(_ frame: Frame) -> (Cell, Cell) { (low?(frame) ?? .null, high?(frame) ?? .null) }

  func lack(_ lowCell: Cell, _ highCell: Cell) -> Bool {
    (low != nil && lowCell.isNull) || (high != nil && highCell.isNull)
  }
}

/// What a path asks for.
struct ComponentAccess: Sendable {
  let name: String
  let id: Int32
  let range: Range<Int>

  init(_ name: String, id: Int32, range: Range<Int>) {
    self.name = name
    self.id = id
    self.range = range
  }
}

extension Frame {
  /// A component of a context, of each context of a list, or a property (DMN 1.5 §10.3.2.5).
  func path(_ base: Cell, _ access: ComponentAccess) -> Cell {
    switch base.tag {
    case .unknown: return .unknown
    case .null: return null(.nullBase, at: access.range, ["name": access.name])
    case .context:
      return component(access.id, of: base) ?? null(.noSuchComponent, at: access.range, ["name": access.name])
    case .list:
      var cells: [Cell] = []
      cells.reserveCapacity(base.count)
      for index in 0..<base.count { cells.append(path(element(index, of: base), access)) }
      return list(cells) ?? null(.tooLong, at: access.range)
    default:
      return property(access.name, of: base)
        ?? null(.noComponents, at: access.range, ["name": access.name].naming("type", kind(base)))
    }
  }
}
