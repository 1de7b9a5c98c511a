internal import Diagnostics

extension Checker {
  mutating func temporal(_ text: String, _ tree: Tree) -> Type {
    guard let value = Value(temporal: text) else {
      report(.badTemporal, at: tree.range, ["text": text])
      return .any
    }
    return value.type
  }

  mutating func inputType(_ tree: Tree) -> Type {
    guard let input else {
      report(.inputOutsideTests, at: tree.range)
      return .any
    }
    return input
  }

  mutating func name(_ name: String, _ tree: Tree) -> Type {
    guard let (reference, type) = resolve(name) else {
      unknownName(name, tree)
      checked.references[tree.id] = .nothing
      return .any
    }
    if case .builtin = reference {
      // The standard knows functions as values; in a rule it is parentheses that were forgotten.
      if isStrict { report(.functionWithoutArguments, at: tree.range, ["name": name]) }
      checked.references[tree.id] = isStrict ? .nothing : reference
      return isStrict ? .any : type
    }
    if case .variable(let variable) = reference { checked.usedVariables.insert(variable) }
    checked.references[tree.id] = reference
    return type
  }

  /// What a name means here: the innermost declaration; functions of the language come last.
  mutating func resolve(_ name: String) -> (Reference, Type)? {
    resolve(name, outside: scopes.count)
  }

  private mutating func resolve(_ name: String, outside depth: Int) -> (Reference, Type)? {
    for index in stride(from: depth - 1, through: 0, by: -1) {
      switch scopes[index] {
      case .variable(let variable, let type):
        if variable.name == name { return (.variable(variable), type) }
      case .element(let variable, let type):
        if name == "item", !type.mayHold(component: name) { return (.variable(variable), type) }
        if let found = component(name, of: variable, type, outside: index) { return found }
      }
    }
    if let slot = layout.slot(of: name) {
      checked.reads.add(name)
      return (.slot(slot.index), layout.type(of: name) ?? .any)
    }
    return Builtin.named(name).map { (.builtin($0), .function(parameters: [], result: .any)) }
  }

  private mutating func component(
    _ name: String, of variable: Variable, _ type: Type, outside index: Int
  ) -> (Reference, Type)? {
    if name == "item", !type.isContextOfKnownNames {
      return (.component(variable, name, otherwise: .variable(variable)), .any)
    }
    switch type {
    case .context(let context) where !context.isOpen:
      guard let field = context[name] else { return nil }
      read(name, of: context)
      // Rows of a declared type have all its components; others were only put together from what is written.
      let otherwise = context.name == nil ? outer(name, outside: index) : .nothing
      return (.component(variable, name, otherwise: otherwise), field)
    case .any, .context, .null:
      // It may have such a component, or not: that is known when it is there.
      return (.component(variable, name, otherwise: outer(name, outside: index)), .any)
    default:
      return nil
    }
  }

  private mutating func outer(_ name: String, outside index: Int) -> Reference {
    guard let (reference, _) = resolve(name, outside: index) else { return .nothing }
    if case .builtin = reference { return .nothing }
    return reference
  }

  mutating func read(_ component: String, of context: ContextType) {
    if let name = context.name { checked.reads.components.insert([name, component]) }
  }

  private mutating func unknownName(_ name: String, _ tree: Tree) {
    let nearest = nearestName(to: name, among: namesInScope)
    report(.unknownName, at: tree.range, ["name": name], suggestion: nearest)
  }

  private var namesInScope: [String] {
    scopes.flatMap { scope -> [String] in
      switch scope {
      case .variable(let variable, _): [variable.name]
      case .element(_, .context(let type)): type.names
      case .element: []
      }
    } + layout.names
  }

  // MARK: Components

  mutating func path(_ base: Tree, _ component: Tree.Component) -> Type {
    self.component(component, of: check(base))
  }

  private mutating func component(_ component: Tree.Component, of type: Type) -> Type {
    switch type {
    case .any, .null: return .any
    case .list(let element): return .list(self.component(component, of: element))
    case .context(let context):
      if let field = context[component.name] {
        read(component.name, of: context)
        return field
      }
      if !context.isOpen { unknownComponent(component, among: context.names) }
      return .any
    default:
      guard let properties = TemporalProperty.of(type) else {
        report(.noComponents, at: component.range, ["name": component.name].naming("type", type.phrase))
        return .any
      }
      if let result = properties[component.name] { return result }
      unknownComponent(component, among: properties.keys.sorted())
      return .any
    }
  }

  private mutating func unknownComponent(_ component: Tree.Component, among names: [String]) {
    report(
      .unknownComponent, at: component.range,
      ["name": component.name].naming("names", names),
      suggestion: nearestName(to: component.name, among: names))
  }
}

extension Type {
  /// Whether an element of this type may have a component of a name that stands for the element itself.
  fileprivate func mayHold(component name: String) -> Bool {
    switch self {
    case .any: true
    case .context(let context): context.isOpen || context[name] != nil
    default: false
    }
  }

  fileprivate var isContextOfKnownNames: Bool {
    if case .context(let context) = self { !context.isOpen } else { false }
  }
}
