internal import Diagnostics

extension Compiler {
  // MARK: Definitions

  mutating func function(_ parameters: [Tree.Parameter], _ body: Tree, _ tree: Tree) -> Code {
    let outer = window
    let inner = Window(parent: outer)
    for variable in checked.variables[tree.id] ?? [] { _ = inner.declare(variable) }
    window = inner
    let code = compile(body)
    window = outer
    let sources = inner.captures.map(\.source)
    let function = FunctionCode(
      parameters: zip(parameters, parameterTypes(tree)).map { FunctionValue.Parameter($0.name, $1) },
      result: type(body), symbols: symbols, captures: inner.captures.map(\.local), localCount: inner.count,
      levels: body.height, code: code)
    let fetch = sources.map { captured($0) }
    let range = tree.range
    return Code { frame in
      guard let captures = frame.list(fetch.map { $0(frame) }) else { return frame.null(.tooLong, at: range) }
      return Cell(.function, index: frame.object(.function(.own(function, captures: captures, nil))))
    }
  }

  /// What the parameters were declared as; what was only inferred does not bind a caller.
  private func parameterTypes(_ tree: Tree) -> [Type] {
    guard case .function(let parameters, _) = tree.kind else { return [] }
    return parameters.map { $0.type?.type ?? .any }
  }

  private mutating func captured(_ source: Window.Source) -> Code {
    if case .slot(let index) = source, window.parent == nil { return Code { $0.slots[index] } }
    let local = window.local(source)
    return Code { $0.locals[local] }
  }

  // MARK: Calls

  mutating func call(_ callee: Tree, _ arguments: Tree.Arguments, _ tree: Tree) -> Code {
    if let value = checked.constants[tree.id], !isObserved { return constant(value) }
    if case .builtin(let builtin)? = checked.references[callee.id] { return call(builtin, arguments, tree) }
    let function = compile(callee)
    let codes = arguments.values.map { compile($0) }
    let site = Site(name: callee.text, range: tree.range)
    let names: [String]? = if case .named(let entries) = arguments { entries.map(\.key) } else { nil }
    return Code { frame in
      let cell = function(frame)
      let cells = codes.map { $0(frame) }
      if cell.isUnknown { return .unknown }
      guard let names else { return frame.call(cell, cells, site) }
      guard let ordered = frame.ordered(cells, names, for: cell) else {
        return frame.null(
          .wrongArgumentCount, at: site.range, ["name": site.name, "count": "\(cells.count)", "wanted": "?"])
      }
      return frame.call(cell, ordered, site)
    }
  }

  private mutating func call(_ builtin: Builtin, _ arguments: Tree.Arguments, _ tree: Tree) -> Code {
    let site = Site(name: builtin.name, range: tree.range)
    guard let (signature, trees) = builtin.arranged(arguments) else {
      return Code { frame in
        frame.null(
          .wrongArgumentCount, at: site.range,
          ["name": site.name, "count": "\(arguments.values.count)", "wanted": builtin.counts])
      }
    }
    let places = signature.places(count: trees.count)
    let codes = zip(trees, places).map { tree, place in
      Argument(
        code: tree.map { compile($0) } ?? Code { _ in .null }, parameter: signature.parameters[place],
        knowsUnknowns: signature.knowsUnknowns, site: site, range: tree?.range ?? site.range)
    }
    return invocation(signature, codes, site)
  }

  private func invocation(_ signature: Builtin.Signature, _ arguments: [Argument], _ site: Site) -> Code {
    switch signature.body {
    case .none(let body):
      return Code { frame in body(frame, site) }
    case .one(let body):
      let first = arguments[0]
      return Code { frame in
        var cell = Cell.null
        return first.get(frame, &cell) ? body(frame, site, cell) : cell
      }
    case .two(let body):
      let (first, second) = (arguments[0], arguments[1])
      return Code { frame in
        var (a, b) = (Cell.null, Cell.null)
        guard first.get(frame, &a) else { return a }
        guard second.get(frame, &b) else { return b }
        return body(frame, site, a, b)
      }
    case .three(let body):
      let (first, second, third) = (arguments[0], arguments[1], arguments[2])
      return Code { frame in
        var (a, b, c) = (Cell.null, Cell.null, Cell.null)
        guard first.get(frame, &a) else { return a }
        guard second.get(frame, &b) else { return b }
        guard third.get(frame, &c) else { return c }
        return body(frame, site, a, b, c)
      }
    case .all(_, .some(let body)) where arguments.count == 2:
      let (first, second) = (arguments[0], arguments[1])
      return Code { frame in
        var (a, b) = (Cell.null, Cell.null)
        guard first.get(frame, &a) else { return a }
        guard second.get(frame, &b) else { return b }
        return body(frame, site, a, b)
      }
    case .all(let body, _):
      return Code { frame in
        guard let offset = frame.allocate(arguments.count) else { return frame.null(.tooLong, at: site.range) }
        for index in arguments.indices {
          var cell = Cell.null
          guard arguments[index].get(frame, &cell) else { return cell }
          frame.arena[offset + index] = cell
        }
        return body(frame, site, Cell(.list, offset: offset, count: arguments.count))
      }
    }
  }
}

extension Builtin {
  /// The signature that a call means, and its arguments in the order of the parameters; `nil` for one that was left
  /// out.
  func arranged(_ arguments: Tree.Arguments) -> (Signature, [Tree?])? {
    switch arguments {
    case .positional(let trees):
      return signatures.first { $0.accepts(count: trees.count) }.map { ($0, trees) }
    case .named(let entries):
      guard let signature = signature(names: entries.map(\.key)) else { return nil }
      return (signature, signature.parameters.map { parameter in entries.first { $0.key == parameter.name }?.value })
    }
  }
}

/// An argument of a function of the language, fitted to its parameter.
struct Argument: Sendable {
  let code: Code
  let parameter: Builtin.Parameter
  let knowsUnknowns: Bool
  let site: Site
  let range: Range<Int>
  /// A bit for each tag of a cell that fits as it is.
  private let fits: UInt32

  init(code: Code, parameter: Builtin.Parameter, knowsUnknowns: Bool, site: Site, range: Range<Int>) {
    self.code = code
    self.parameter = parameter
    self.knowsUnknowns = knowsUnknowns
    self.site = site
    self.range = range
    fits = Cell.Tag.allCases.reduce(0) { fits, tag in
      let kinds = Builtin.Kinds(tag)
      return kinds.isEmpty || !parameter.kinds.contains(kinds) ? fits : fits | 1 << UInt32(tag.rawValue)
    }
  }

  /// False when the call has its result without being made: then the cell is that result.
  @inline(__always)
  func get(_ frame: Frame, _ cell: inout Cell) -> Bool {
    cell = code(frame)
    if fits >> UInt32(cell.tag.rawValue) & 1 == 1 { return true }
    return frame.fit(&cell, parameter, knowsUnknowns: knowsUnknowns, site, range)
  }
}

extension Frame {
  /// Fits an argument to a parameter of a function of the language. False when the call has its result without being
  /// made: then the cell is that result.
  func fit(
    _ cell: inout Cell, _ parameter: Builtin.Parameter, knowsUnknowns: Bool, _ site: Site, _ range: Range<Int>
  ) -> Bool {
    if cell.isUnknown { return knowsUnknowns }
    if cell.isNull {
      if parameter.takesNull { return true }
      cell = null(.nullArgument, at: range, ["function": site.name])
      return false
    }
    if parameter.kinds.contains(Builtin.Kinds(cell.tag)) { return true }
    // A single value is a list of one, and a list of one is that value (DMN 1.5 §10.3.2.9.4).
    if parameter.kinds.contains(.list), let list = list([cell]) {
      cell = list
      return true
    }
    if cell.tag == .list, cell.count == 1 {
      let only = element(0, of: cell)
      if only.isUnknown, !knowsUnknowns {
        cell = .unknown
        return false
      }
      if parameter.kinds.contains(Builtin.Kinds(only.tag)), !only.isNull {
        cell = only
        return true
      }
    }
    cell = null(
      .wrongArgument, at: range,
      [
        "function": site.name, "parameter": parameter.name, "text": value(of: cell).feelText,
      ].naming("type", kind(cell)))
    return false
  }

  /// Calls a function of the language that was passed around as a value.
  func call(_ builtin: Builtin, _ arguments: [Cell], _ site: Site) -> Cell {
    guard let signature = builtin.signatures.first(where: { $0.accepts(count: arguments.count) }) else {
      return null(
        .wrongArgumentCount, at: site.range,
        ["name": builtin.name, "count": "\(arguments.count)", "wanted": builtin.counts])
    }
    var cells: [Cell] = []
    for (argument, place) in zip(arguments, signature.places(count: arguments.count)) {
      var cell = argument
      let parameter = signature.parameters[place]
      guard fit(&cell, parameter, knowsUnknowns: signature.knowsUnknowns, site, site.range) else { return cell }
      cells.append(cell)
    }
    switch signature.body {
    case .none(let body): return body(self, site)
    case .one(let body): return body(self, site, cells[0])
    case .two(let body): return body(self, site, cells[0], cells[1])
    case .three(let body): return body(self, site, cells[0], cells[1], cells[2])
    case .all(let body, _): return list(cells).map { body(self, site, $0) } ?? null(.tooLong, at: site.range)
    }
  }
}

extension Frame {
  /// Calls what should be a function; arguments that do not conform to its parameters make the result null.
  func call(_ function: Cell, _ arguments: [Cell], _ site: Site) -> Cell {
    guard function.tag == .function, case .function(let function) = object(function) else {
      return null(.notAFunction, at: site.range, ["text": site.name].naming("type", kind(function)))
    }
    switch function {
    case .foreign(let value):
      guard fit(arguments, value.parameters) else { return wrongArguments(arguments, value.parameters, site) }
      return cell(of: value(arguments.map { self.value(of: $0) }, depth: callDepth))
    case .builtin(let builtin): return call(builtin, arguments, site)
    case .own(let code, let captures, _):
      guard fit(arguments, code.parameters) else { return wrongArguments(arguments, code.parameters, site) }
      return run(code, captures, arguments) ?? null(.tooDeepCalls, at: site.range)
    }
  }

  private func fit(_ arguments: [Cell], _ parameters: [FunctionValue.Parameter]) -> Bool {
    arguments.count == parameters.count
      && zip(arguments, parameters).allSatisfy { cell, parameter in
        parameter.type == .any || cell.isNull || cell.isUnknown || conforms(cell, to: parameter.type)
      }
  }

  private func wrongArguments(
    _ arguments: [Cell], _ parameters: [FunctionValue.Parameter], _ site: Site
  ) -> Cell {
    null(
      .wrongArgumentCount, at: site.range,
      ["name": site.name, "count": "\(arguments.count)", "wanted": "\(parameters.count)"])
  }

  private func run(_ code: FunctionCode, _ captures: Cell, _ arguments: [Cell]) -> Cell? {
    call(levels: code.levels, locals: code.localCount) {
      for (index, argument) in arguments.enumerated() { locals[index] = argument }
      for (index, local) in code.captures.enumerated() { locals[local] = element(index, of: captures) }
      return code.code(self)
    }
  }

  /// Named arguments in the order of a function's parameters: those left out are null (DMN 1.5 §10.3.2.13.6). `nil` if
  /// a name is no parameter's, or stands twice.
  func ordered(_ arguments: [Cell], _ names: [String], for function: Cell) -> [Cell]? {
    guard function.tag == .function, case .function(let function) = object(function) else { return arguments }
    let parameters =
      switch function {
      case .builtin(let builtin): builtin.valueParameters
      case .foreign(let value): value.parameters
      case .own(let code, _, _): code.parameters
      }
    guard Set(names).count == names.count, Set(names).isSubset(of: parameters.map(\.name)) else { return nil }
    return parameters.map { parameter in names.firstIndex(of: parameter.name).map { arguments[$0] } ?? .null }
  }
}
