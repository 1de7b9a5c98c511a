internal import Diagnostics

extension Compiler {
  private mutating func walk(_ iterators: [Tree.Iterator], _ variables: ArraySlice<Variable>) -> Walk {
    var levels: [Walk.Level] = []
    for (iterator, variable) in zip(iterators, variables) {
      let domain = compile(iterator.domain)
      levels.append(
        Walk.Level(
          name: iterator.name, local: window.declare(variable), domain: domain, counts: iterator.counts,
          range: iterator.domain.range))
    }
    return Walk(levels: levels)
  }

  /// A body, after which an observer learns for which elements it was run.
  private func step(_ body: Code, _ walk: Walk) -> Code {
    guard isObserved else { return body }
    return Code { frame in
      let cell = body(frame)
      guard let observer = frame.observer else { return cell }
      observer.bind(
        walk.levels.map { level in
          Trace.Binding(name: level.name, value: observer.value(of: frame.locals[level.local], in: frame))
        })
      return cell
    }
  }

  mutating func forEach(_ iterators: [Tree.Iterator], _ body: Tree, _ tree: Tree) -> Code {
    // The checker declares `partial` last.
    let variables = checked.variables[tree.id] ?? []
    let walk = walk(iterators, variables.dropLast())
    let partial = variables.last.flatMap { checked.usedVariables.contains($0) ? window.declare($0) : nil }
    let code = step(compile(body), walk)
    let range = tree.range
    return Code { frame in
      var results: [Cell] = []
      var isTooLong = false
      let end = walk.run(frame, tolerates: false) {
        if let partial { frame.locals[partial] = frame.list(results) ?? .null }
        results.append(code(frame))
        isTooLong = results.count > Frame.arenaLimit
        return !isTooLong
      }
      if case .missing(let cell) = end { return cell }
      return isTooLong ? frame.null(.tooLong, at: range) : frame.list(results) ?? frame.null(.tooLong, at: range)
    }
  }

  /// `some` is decided by one true, `every` by one false; else unknown, null, or the contrary (DMN 1.5 §10.3.2.15).
  mutating func quantified(
    _ quantifier: Tree.Quantifier, _ iterators: [Tree.Iterator], _ condition: Tree, _ tree: Tree
  ) -> Code {
    let walk = walk(iterators, (checked.variables[tree.id] ?? [])[...])
    let code = step(compile(condition), walk)
    let decisive = Cell.boolean(quantifier == .some)
    let otherwise = Cell.boolean(quantifier == .every)
    return Code { frame in
      var result = otherwise
      let end = walk.run(frame, tolerates: true) {
        let cell = code(frame)
        if cell == decisive {
          result = decisive
          return false
        }
        if cell.isUnknown { result = .unknown } else if cell.tag != .boolean, !result.isUnknown { result = .null }
        return true
      }
      guard case .missing(let cell) = end else { return result }
      return cell.isUnknown || result.isUnknown ? .unknown : cell
    }
  }

  // MARK: Filters

  mutating func filter(_ base: Tree, _ condition: Tree, _ tree: Tree) -> Code {
    let base = compile(base)
    let item = window.declare((checked.variables[tree.id] ?? [Variable(id: -1, name: "item")])[0])
    let plain = compile(condition)
    let filter = Filter(
      item: item, condition: plain, step: itemStep(plain, item), range: tree.range, conditionRange: condition.range)
    switch type(condition).kind {
    case .number: return Code { frame in filter.pick(frame, base(frame)) }
    case .boolean: return Code { frame in filter.select(frame, base(frame)) }
    default: return Code { frame in filter.apply(frame, base(frame)) }
    }
  }

  private func itemStep(_ condition: Code, _ item: Int) -> Code {
    guard isObserved else { return condition }
    return Code { frame in
      let cell = condition(frame)
      guard let observer = frame.observer else { return cell }
      observer.bind([Trace.Binding(name: "item", value: observer.value(of: frame.locals[item], in: frame))])
      return cell
    }
  }
}

/// `list[…]`: an element by its place, or all elements for which a condition holds (DMN 1.5 §10.3.2.5).
struct Filter: Sendable {
  let item: Int
  let condition: Code
  /// The condition at one element, as an observer sees it.
  let step: Code
  let range: Range<Int>
  let conditionRange: Range<Int>

  /// The condition is a number.
  func pick(_ frame: Frame, _ base: Cell) -> Cell {
    guard let list = list(frame, base) else { return base }
    frame.locals[item] = list.count > 0 ? frame.element(0, of: list) : .null
    return element(frame, list, condition(frame))
  }

  /// The condition is a boolean: null is no.
  func select(_ frame: Frame, _ base: Cell) -> Cell {
    guard let list = list(frame, base) else { return base }
    return select(frame, list, from: 0)
  }

  /// The condition may be either: the first element tells.
  func apply(_ frame: Frame, _ base: Cell) -> Cell {
    guard let list = list(frame, base) else { return base }
    frame.locals[item] = list.count > 0 ? frame.element(0, of: list) : .null
    let first = step(frame)
    if first.isNumber { return element(frame, list, first) }
    if list.count == 0 { return list }
    if first.isUnknown { return .unknown }
    return select(frame, list, from: 1, startingWith: first.isTrue ? [frame.element(0, of: list)] : [])
  }

  private func select(_ frame: Frame, _ list: Cell, from start: Int, startingWith first: [Cell] = []) -> Cell {
    var kept = first
    for index in start..<max(start, list.count) {
      guard frame.mayGoOn() else { return frame.null(.tooLong, at: range) }
      let element = frame.element(index, of: list)
      frame.locals[item] = element
      let cell = step(frame)
      if cell.isUnknown { return .unknown }
      if cell.isTrue { kept.append(element) }
    }
    return frame.list(kept) ?? frame.null(.tooLong, at: range)
  }

  private func element(_ frame: Frame, _ list: Cell, _ position: Cell) -> Cell {
    if position.isUnknown { return .unknown }
    guard position.isNumber else { return frame.null(.nullArgument, at: conditionRange, ["function": "[]"]) }
    guard frame.decimal(position).isInteger, let index = frame.index(position, in: list) else {
      return frame.null(
        .noSuchElement, at: conditionRange, ["position": frame.decimal(position).description, "count": "\(list.count)"])
    }
    return frame.element(index, of: list)
  }

  /// What is filtered: a single value as a list of one. `nil` for null and for what is missing.
  private func list(_ frame: Frame, _ base: Cell) -> Cell? {
    switch base.tag {
    case .list: return base
    case .unknown, .null: return nil
    default: return frame.list([base])
    }
  }
}
