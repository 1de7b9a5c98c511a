internal import Diagnostics

extension Checker {
  mutating func forEach(_ iterators: [Tree.Iterator], _ body: Tree, _ tree: Tree) -> Type {
    let depth = scopes.count
    defer { scopes.removeSubrange(depth...) }
    iterate(iterators, tree)
    // The results so far (DMN 1.5 §10.3.2.14).
    scopes.insert(.variable(declare("partial", by: tree), .list(.any)), at: depth)
    return .list(check(body))
  }

  mutating func quantified(_ iterators: [Tree.Iterator], _ condition: Tree, _ tree: Tree) -> Type {
    let depth = scopes.count
    defer { scopes.removeSubrange(depth...) }
    iterate(iterators, tree)
    require(condition, check(condition), .boolean, .notACondition)
    return .boolean
  }

  private mutating func iterate(_ iterators: [Tree.Iterator], _ tree: Tree) {
    for iterator in iterators {
      let type = iterator.counts ? counted(iterator.domain) : element(of: check(iterator.domain), iterator.domain)
      scopes.append(.variable(declare(iterator.name, by: tree), type))
    }
  }

  /// `low..high` without brackets.
  private mutating func counted(_ domain: Tree) -> Type {
    let type = check(domain)
    guard case .range(let element) = type else { return .any }
    require(domain, element, element == .date ? .date : .number)
    return element.isKnown ? element : .number
  }

  private mutating func element(of type: Type, _ domain: Tree) -> Type {
    switch type {
    case .list(let element): return element
    case .range(let element): return element
    case .any, .null: return .any
    default:
      report(.notAList, at: domain.range, ["text": domain.text].naming("type", type.phrase))
      return type
    }
  }

  mutating func filter(_ base: Tree, _ condition: Tree, _ tree: Tree) -> Type {
    let type = check(base)
    let element = type.element
    scopes.append(.element(declare("item", by: tree), element))
    let conditionType = check(condition)
    scopes.removeLast()
    switch conditionType.kind {
    case .number: return element
    case .boolean, .null: return .list(element)
    case .any: return isCondition(condition) ? .list(element) : .any
    default:
      report(.notAFilter, at: condition.range, ["text": condition.text].naming("type", conditionType.phrase))
      return .any
    }
  }

  /// What can only be a condition, whatever its parts are.
  private func isCondition(_ tree: Tree) -> Bool {
    switch tree.kind {
    case .compare, .and, .or, .between, .isIn, .quantified, .instanceOf: true
    default: false
    }
  }

  mutating func list(_ elements: [Tree]) -> Type {
    let types = elements.map { check($0) }
    guard let first = types.first else { return .list(.any) }
    return .list(types.dropFirst().reduce(first) { $0.joined($1) })
  }

  mutating func context(_ entries: [Tree.Entry], _ tree: Tree) -> Type {
    let depth = scopes.count
    defer { scopes.removeSubrange(depth...) }
    var fields: [ContextType.Field] = []
    for entry in entries {
      let type = check(entry.value)
      fields.append(ContextType.Field(entry.key, type))
      scopes.append(.variable(declare(entry.key, by: tree), type))
    }
    return .context(ContextType(fields: fields))
  }

  mutating func function(
    _ parameters: [Tree.Parameter], _ body: Tree, _ hints: [Type], _ tree: Tree
  ) -> Type {
    let depth = scopes.count
    defer { scopes.removeSubrange(depth...) }
    var types: [Type] = []
    for (index, parameter) in parameters.enumerated() {
      if let type = parameter.type, type.type == nil { report(.unknownType, at: type.range, ["name": type.name]) }
      let type = parameter.type?.type ?? (index < hints.count ? hints[index] : .any)
      types.append(type)
      scopes.append(.variable(declare(parameter.name, by: tree), type))
    }
    return .function(parameters: types, result: check(body))
  }
}
