internal import Diagnostics

extension Checker {
  mutating func call(_ callee: Tree, _ arguments: Tree.Arguments, _ tree: Tree) -> Type {
    if case .name(let name) = callee.kind, let builtin = builtin(name) {
      checked.references[callee.id] = .builtin(builtin)
      if isStrict, builtin.readsClock { report(.clockInRule, at: callee.range, ["function": name]) }
      return call(builtin, callee, arguments, tree)
    }
    if case .name(let name) = callee.kind, resolve(name) == nil {
      unknownFunction(name, callee)
      for argument in arguments.values { check(argument) }
      return .any
    }
    let type = check(callee)
    let types = arguments.values.map { check($0) }
    switch type {
    case .any, .null: return .any
    case .function(let parameters, let result):
      guard case .positional(let trees) = arguments else { return result }
      // A type `function` without parameters stands for any function.
      if parameters.isEmpty, result == .any { return .any }
      if trees.count != parameters.count {
        wrongCount(callee, trees.count, "\(parameters.count)")
      } else {
        for (index, parameter) in parameters.enumerated() { require(trees[index], types[index], parameter) }
      }
      return result
    default:
      report(.notAFunction, at: callee.range, ["text": callee.text].naming("type", type.phrase))
      return .any
    }
  }

  /// The language's function of a name, unless something that can be called has that name here.
  private mutating func builtin(_ name: String) -> Builtin? {
    guard let builtin = Builtin.named(name) else { return nil }
    let reads = checked.reads
    switch resolve(name) {
    case (.builtin, _)?, nil: return builtin
    case (_, .function)?: return nil
    case (.component, .any)?, (.variable, .any)?: return nil
    case (_, _)?:
      // A field such as `date` does not hide the function.
      checked.reads = reads
      return builtin
    }
  }

  private mutating func unknownFunction(_ name: String, _ callee: Tree) {
    let nearest = nearestName(to: name, among: Builtin.names + layout.names.filter { layout.type(of: $0).isFunction })
    report(.unknownFunction, at: callee.range, ["name": name], suggestion: nearest)
    checked.references[callee.id] = .nothing
  }

  private mutating func wrongCount(_ callee: Tree, _ count: Int, _ wanted: String) {
    report(.wrongArgumentCount, at: callee.range, ["name": callee.text, "count": "\(count)", "wanted": wanted])
  }

  // MARK: Functions of the language

  private mutating func call(
    _ builtin: Builtin, _ callee: Tree, _ arguments: Tree.Arguments, _ tree: Tree
  ) -> Type {
    let trees = arguments.values
    guard let (signature, places) = matched(builtin, callee, arguments) else {
      for tree in trees { check(tree) }
      return .any
    }
    var types = [Type](repeating: .any, count: max(signature.parameters.count, trees.count))
    for (index, tree) in trees.enumerated() {
      let type = check(tree, hints: signature.hints(types))
      check(tree, type, against: signature.parameters[places[index]], of: builtin)
      switch arguments {
      case .positional: types[index] = type
      case .named: types[places[index]] = type
      }
    }
    guard case .positional(let trees) = arguments else { return signature.result(types) }
    lookCloser(builtin, trees, types)
    return constant(builtin, trees, tree)?.type ?? signature.result(types)
  }

  /// `date("2025-01-01")`, `duration("P1D")` and the like: the value is known, or known not to be.
  private mutating func constant(_ builtin: Builtin, _ trees: [Tree], _ tree: Tree) -> Value? {
    guard trees.count == 1, case .string(let text) = trees[0].kind,
      let (value, message) = Checker.constant(builtin.name, text)
    else { return nil }
    guard let value else {
      report(message, at: trees[0].range, ["text": text])
      return nil
    }
    checked.constants[tree.id] = value
    return value
  }

  private static func constant(_ function: String, _ text: String) -> (Value?, Message)? {
    switch function {
    case "date": (CivilDate(text).map(Value.date), .noSuchDate)
    case "time": (CivilTime(text).map(Value.time), .noSuchTime)
    case "date and time":
      (
        CivilDateTime(text).map(Value.dateTime)
          ?? CivilDate(text).map { .dateTime(CivilDateTime(date: $0, time: .midnight)) }, .noSuchTime
      )
    case "duration":
      (
        YearsDuration(text).map(Value.yearsDuration) ?? DaysDuration(text).map(Value.daysDuration), .noSuchDuration
      )
    default: nil
    }
  }

  /// What the functions about lists and contexts say beyond the types of their arguments.
  private mutating func lookCloser(_ builtin: Builtin, _ trees: [Tree], _ types: [Type]) {
    guard trees.count >= 2, case .string(let text) = trees[1].kind else { return }
    switch (builtin.name, types[0]) {
    case ("list contains", .list(.enumeration(let values))), ("index of", .list(.enumeration(let values))):
      if !values.contains(text), !trees[0].isLiteralList { foreign(text, trees[1], values) }
    case ("get value", .context(let context)):
      if context[text] != nil { read(text, of: context) }
    default:
      break
    }
  }

  /// The signature that a call means, and the parameter of each argument.
  private mutating func matched(
    _ builtin: Builtin, _ callee: Tree, _ arguments: Tree.Arguments
  ) -> (Builtin.Signature, [Int])? {
    switch arguments {
    case .positional(let trees):
      if let signature = builtin.signatures.first(where: { $0.accepts(count: trees.count) }) {
        return (signature, signature.places(count: trees.count))
      }
      wrongCount(callee, trees.count, builtin.counts)
    case .named(let entries):
      let names = entries.map(\.key)
      if let signature = builtin.signature(names: names) {
        // By the standard what is left out is null; in a rule it was forgotten.
        if names.count < signature.parameters.count { wrongCount(callee, names.count, builtin.counts) }
        return (signature, names.compactMap { name in signature.parameters.firstIndex { $0.name == name } })
      }
      wrongNames(builtin, callee, entries)
    }
    return nil
  }

  private mutating func wrongNames(_ builtin: Builtin, _ callee: Tree, _ entries: [Tree.Entry]) {
    let known = builtin.signatures.flatMap { $0.parameters.map(\.name) }
    guard let entry = entries.first(where: { !known.contains($0.key) }) else {
      return wrongCount(callee, entries.count, builtin.counts)
    }
    report(
      .unknownParameter, at: entry.keyRange, ["name": entry.key, "function": builtin.name],
      suggestion: nearestName(to: entry.key, among: known))
  }

  private mutating func check(
    _ tree: Tree, _ type: Type, against parameter: Builtin.Parameter, of builtin: Builtin
  ) {
    guard !parameter.accepts(type) else { return }
    report(
      .wrongArgument, at: tree.range,
      ["function": builtin.name, "parameter": parameter.name, "text": tree.text].naming("type", type.phrase))
  }
}

extension Type? {
  fileprivate var isFunction: Bool { if case .function? = self { true } else { false } }
}

extension Tree {
  fileprivate var isLiteralList: Bool { if case .list = kind { true } else { false } }
}
