import DMN
import FEEL
import Records
import Rules

extension Assessor {
  /// Every item, all unrounded; the total is rounded once, at the end (评选办法 第二十四条).
  func score(_ facts: FactSheet) -> Score? {
    guard !rules.dimensions.isEmpty || rules.bonus != nil else { return nil }
    let dimensions = rules.dimensions.map { dimension in
      let items = dimension.items.map { result($0, facts) }
      return DimensionResult(id: dimension.id, points: sum(items.map(\.points)), items: items)
    }
    let subtotal = sum(dimensions.map(\.points))
    let bonus = rules.bonus.map { self.bonus($0, facts) }
    let total = sum([subtotal, bonus?.points ?? .zero])
    let isOpen = (dimensions.flatMap(\.items) + (bonus?.items ?? [])).contains {
      if case .open = $0.state { true } else { false }
    }
    let rounded = isOpen ? nil : total.rounded(scale: rules.total.scale, rules.total.rounding.mode)
    return Score(
      dimensions: dimensions, subtotal: subtotal, bonus: bonus, sum: total, total: rounded,
      grade: rounded.flatMap(grade))
  }

  private func bonus(_ bonus: CompiledBonus, _ facts: FactSheet) -> BonusResult {
    let items = bonus.items.map { result($0, facts) }
    let order = items.indices.sorted { left, right in
      items[left].points == items[right].points ? left < right : items[left].points > items[right].points
    }
    let counted = bonus.best.map { Array(order.prefix($0)).sorted() } ?? Array(items.indices)
    let total = sum(counted.map { items[$0].points })
    let cap = bonus.cap.flatMap { $0.evaluate(sheet.frame).number }
    return BonusResult(
      items: items, counted: counted, sum: total, cap: cap, points: cap.map { min($0, total) } ?? total)
  }

  private func grade(_ total: Decimal) -> String? {
    switch rules.grades {
    case .bands(let of, let table):
      let input = of.map { $0.evaluate(sheet.frame) } ?? .number(total)
      return table.evaluate(sheet.frame, inputs: [input]).output.string
    case .expression(let program): return program.evaluate(sheet.frame).string
    case nil: return nil
    }
  }

  // MARK: Items

  private func result(_ item: CompiledItem, _ facts: FactSheet) -> ItemResult {
    let missing = facts.missing(item.reads)
    let required = missing.filter { !facts.optionalMissing.contains($0) }
    if !required.isEmpty { return unscored(item, .open(required.map(\.path))) }
    if !missing.isEmpty { return unscored(item, .missing(missing.map(\.path))) }
    let scarce = facts.scarce.filter { facts.isRead($0.path, by: item.reads) }
    let (points, working) = evaluate(item.form)
    if !scarce.isEmpty, case .panel = item.form {
      return ItemResult(
        id: item.id, points: .zero, state: .open(scarce.map(\.path)), working: working, uncapped: nil,
        because: because(item.id))
    }
    guard let points else {
      return ItemResult(
        id: item.id, points: .zero, state: .notComputable, working: working, uncapped: nil,
        because: because(item.id))
    }
    let limited = item.max.map { min($0, points) } ?? points
    return ItemResult(
      id: item.id, points: limited, state: .scored, working: working, uncapped: limited == points ? nil : points,
      because: because(item.id))
  }

  private func unscored(_ item: CompiledItem, _ state: ItemResult.State) -> ItemResult {
    ItemResult(id: item.id, points: .zero, state: state, working: .none, uncapped: nil, because: [])
  }

  /// `nil` points: there is no value to score.
  private func evaluate(_ form: CompiledForm) -> (Decimal?, Working) {
    switch form {
    case .bands(let of, let table):
      let input = compute(of)
      let match = self.match(table, [input])
      return (match.points, .bands(input: input, match: match))
    case .table(let inputs, let table):
      let inputs = inputs.map(compute)
      let match = self.match(table, inputs)
      return (match.points, .table(inputs: inputs, match: match))
    case .bestOf(let count, let list, let points): return elements(list, points, best: count)
    case .sumOf(let list, let points): return elements(list, points, best: nil)
    case .parts(let parts): return self.parts(parts)
    case .score(let program):
      let computed = compute(program)
      return (computed.value.number, .score(computed))
    case .panel(let panel): return self.panel(panel)
    case .points(let when, let points):
      let condition = compute(when)
      let holds = condition.value == .boolean(true)
      let amount = holds ? points.evaluate(sheet.frame).number : .zero
      return (amount, .points(condition: condition, holds: holds))
    }
  }

  func compute(_ program: Program) -> Computed {
    guard isObserving else {
      return Computed(program: program, value: program.evaluate(sheet.frame), trace: nil, origin: nil)
    }
    let trace = program.explain(sheet.frame)
    return Computed(program: program, value: trace.value, trace: trace, origin: origin(of: trace))
  }

  private func origin(of trace: Trace) -> Trace? {
    guard trace.value.isNull, case .name(let name) = trace.tree.kind else { return nil }
    return rules.definitions.first { $0.name == name }?.program.explain(sheet.frame)
  }

  private func match(_ table: CompiledTable, _ inputs: [Computed]) -> Match {
    let result = table.evaluate(sheet.frame, inputs: inputs.map(\.value))
    return Match(
      rows: result.hits.isEmpty ? result.matched : result.hits, isDefault: result.isDefault,
      points: result.output.number)
  }

  private func parts(_ parts: [CompiledPart]) -> (Decimal?, Working) {
    var total = Decimal.zero
    var workings: [PartWorking] = []
    for part in parts {
      let (points, working) = evaluate(part.form)
      let own = points ?? .zero
      let limited = part.max.map { min($0, own) } ?? own
      workings.append(PartWorking(name: part.name, points: limited, working: working))
      total = sum([total, limited])
    }
    return (total, .parts(workings))
  }

  // MARK: Elements of lists

  private func elements(
    _ list: Program, _ points: CompiledElementPoints, best: Int?
  ) -> (Decimal?, Working) {
    guard let elements = list.evaluate(sheet.frame).list else { return (nil, .none) }
    // A component may bear the name of a field, and then has its slot.
    let shadowed = points.components.map(\.slot).filter(sheet.isNamed).map { ($0, sheet.frame.value($0)) }
    defer { for (slot, value) in shadowed { sheet.frame.set(slot, value) } }
    let workings = elements.map { element($0, points) }
    let order = workings.indices.sorted { left, right in
      workings[left].points == workings[right].points
        ? left < right : workings[left].points > workings[right].points
    }
    let counted = best.map { Array(order.prefix($0)).sorted() } ?? Array(workings.indices)
    return (
      sum(counted.map { workings[$0].points }),
      .elements(workings, counted: counted, isSum: best == nil)
    )
  }

  private func element(_ element: Value, _ points: CompiledElementPoints) -> ElementWorking {
    for (name, slot) in points.components { sheet.frame.set(slot, element.context?[name] ?? .null) }
    sheet.frame.set(points.item, element)
    let inputs = points.inputs.map(compute)
    let match = self.match(points.table, inputs)
    let factor = points.times?.evaluate(sheet.frame).number
    let addend = points.plus?.evaluate(sheet.frame).number
    let base = match.points ?? .zero
    let times = factor.flatMap { base.multiplied(by: $0) } ?? base
    return ElementWorking(
      element: element, inputs: inputs, match: match, factor: factor, addend: addend,
      points: sum([times, addend ?? .zero]))
  }

  /// Exact up to 34 digits; beyond decimal128's range there are no scores.
  func sum(_ numbers: [Decimal]) -> Decimal { numbers.reduce(.zero) { $0.adding($1) ?? $0 } }
}

extension TotalRule.Rounding {
  var mode: RoundingMode {
    switch self {
    case .halfUp: .halfUp
    case .halfEven: .halfEven
    case .halfDown: .halfDown
    case .up: .up
    case .down: .down
    }
  }
}
