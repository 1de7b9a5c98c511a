public import FEEL

extension CompiledTable {
  /// Computes the inputs in the frame and decides.
  public func evaluate(_ frame: Frame) -> TableResult {
    evaluate(frame, inputs: programs.inputs.map { $0.evaluate(frame) })
  }

  /// Decides over inputs that are computed already, one for each column.
  ///
  /// A null matches only `-` (and a cell that says null), and so falls to the default; an unknown input leaves rows
  /// that *may* match, and the output is unknown only if those could change it.
  public func evaluate(_ frame: Frame, inputs: [Value]) -> TableResult {
    var matched: [Int] = []
    var possible: [Int] = []
    for row in programs.cells.indices {
      switch match(row, inputs, frame) {
      case .yes: matched.append(row)
      case .perhaps: possible.append(row)
      case .no: continue
      }
      if !matched.isEmpty, oneRowDecides { break }
    }
    return Resolution(table: self, frame: frame, inputs: inputs, matched: matched, possible: possible).result
  }

  /// The result alone, as fast as FEEL can say it: what `evaluate` gives as output.
  public func output(_ frame: Frame) -> Value {
    guard let expression else { return evaluate(frame).output }
    let value = expression.evaluate(frame)
    // An unknown input may still leave one answer only; that takes looking at all rows.
    return value.isUnknown ? evaluate(frame).output : value
  }

  /// Whether the rows after the first that matches cannot matter.
  private var oneRowDecides: Bool { table.hitPolicy == .first || (table.hitPolicy == .unique && isDisjoint) }

  private enum Match {
    case yes, no, perhaps
  }

  private func match(_ row: Int, _ inputs: [Value], _ frame: Frame) -> Match {
    var match = Match.yes
    for (cell, input) in zip(programs.cells[row], inputs) {
      switch self.match(cell, input, frame) {
      case .no: return .no
      case .perhaps: match = .perhaps
      case .yes: continue
      }
    }
    return match
  }

  private func match(_ cell: TablePrograms.Cell, _ input: Value, _ frame: Frame) -> Match {
    guard case .test(let program, let mentionsNull) = cell else { return .yes }
    if input.isNull, !mentionsNull, table.nullInput == .matchesOnlyAnything { return .no }
    switch program.evaluate(frame, input: input) {
    case .boolean(true): return .yes
    case .unknown: return .perhaps
    default: return .no
    }
  }
}

/// From the rows that match to the result (DMN 1.5 §10.3.2.10).
private struct Resolution {
  let table: CompiledTable
  let frame: Frame
  let inputs: [Value]
  let matched: [Int]
  let possible: [Int]

  var result: TableResult {
    switch table.table.hitPolicy {
    case .unique: matched.count > 1 ? violated(.severalRows(matched)) : single(matched.first, rivals: possible)
    case .any: any
    case .first: single(matched.first, rivals: possible.filter { $0 < matched.first ?? .max })
    case .priority: priority
    case .ruleOrder, .collect(nil): several(matched)
    case .outputOrder: several(ranked(matched))
    case .collect(let aggregation?): aggregated(aggregation)
    }
  }

  // MARK: One row

  private var any: TableResult {
    let outputs = matched.map(output)
    if let first = outputs.first, outputs.contains(where: { $0 != first }) {
      return violated(.differentOutputs(matched))
    }
    return single(matched.first, rivals: possible)
  }

  private var priority: TableResult {
    let best = ranked(matched).first
    let order = ranked(possible + (best.map { [$0] } ?? []))
    let position = best.flatMap(order.firstIndex) ?? order.count
    return single(best, rivals: Array(order[..<position]))
  }

  /// The row that decides if none of its rivals turns out to match; the default stands in for no row.
  private func single(_ row: Int?, rivals: [Int]) -> TableResult {
    // With `unique` and `any` a second row would be a violation, not another answer.
    let hasOneAnswer = table.table.hitPolicy == .unique || table.table.hitPolicy == .any
    if rivals.isEmpty || (row != nil && hasOneAnswer) {
      return finished(row.map(output) ?? defaultOutput, hits: row.map { [$0] } ?? [], isDefault: row == nil)
    }
    var answers = rivals.map(output)
    if let row {
      answers.append(output(row))
    } else if !table.isComplete {
      answers.append(defaultOutput)
    }
    let areEqual = answers.dropFirst().allSatisfy { $0 == answers[0] }
    return finished(areEqual ? answers[0] : .unknown, hits: [], isDefault: false)
  }

  // MARK: Several rows

  private func several(_ rows: [Int]) -> TableResult {
    guard possible.isEmpty else { return finished(.unknown, hits: rows, isDefault: false) }
    guard !rows.isEmpty else { return finished(defaultOutput, hits: [], isDefault: true) }
    return finished(.list(rows.map(output)), hits: rows, isDefault: false)
  }

  private func aggregated(_ aggregation: HitPolicy.Aggregation) -> TableResult {
    if matched.isEmpty, possible.isEmpty { return finished(defaultOutput, hits: [], isDefault: true) }
    let outputs = matched.map(output)
    let value = matched.isEmpty ? nil : aggregation.value(outputs)
    guard possible.isEmpty || changesNothing(aggregation, value, outputs) else {
      return finished(.unknown, hits: matched, isDefault: false)
    }
    return finished(value ?? .null, hits: matched, isDefault: false)
  }

  /// Whether the result stays the same whichever of the possible rows match.
  private func changesNothing(_ aggregation: HitPolicy.Aggregation, _ value: Value?, _ outputs: [Value]) -> Bool {
    guard let value else { return false }
    let others = possible.map(output)
    switch aggregation {
    case .count: return false
    case .sum: return others.allSatisfy { $0.number?.isZero == true }
    case .minimum, .maximum: return aggregation.value(outputs + others) == value
    }
  }

  // MARK: Parts

  private func finished(_ output: Value, hits: [Int], isDefault: Bool) -> TableResult {
    TableResult(
      inputs: inputs, matched: matched, possible: possible, hits: hits, output: output,
      isDefault: isDefault && table.defaults != nil, violation: nil)
  }

  private func violated(_ violation: TableResult.Violation) -> TableResult {
    TableResult(
      inputs: inputs, matched: matched, possible: possible, hits: [], output: .null, isDefault: false,
      violation: violation)
  }

  private func output(_ row: Int) -> Value { value(table.programs.outputs[row]) }

  private var defaultOutput: Value { table.defaults.map(value) ?? .null }

  private func value(_ programs: [Program]) -> Value {
    let names = table.table.outputs.map(\.name)
    if programs.count == 1 { return programs[0].evaluate(frame) }
    return .context(Context(zip(names, programs).map { ($0, $1.evaluate(frame)) }))
  }

  /// By the lists of output values, the first output first; equal ranks keep the order of the rows.
  private func ranked(_ rows: [Int]) -> [Int] {
    let ranks = Dictionary(uniqueKeysWithValues: rows.map { ($0, rank($0)) })
    return rows.sorted { left, right in
      let (a, b) = (ranks[left] ?? [], ranks[right] ?? [])
      return a == b ? left < right : a.lexicographicallyPrecedes(b)
    }
  }

  private func rank(_ row: Int) -> [Int] {
    zip(table.programs.outputs[row], table.programs.ranking).map { program, values in
      values.firstIndex(of: program.evaluate(frame)) ?? values.count
    }
  }
}

extension HitPolicy.Aggregation {
  /// `nil` when the outputs cannot be added up or compared.
  fileprivate func value(_ outputs: [Value]) -> Value? {
    switch self {
    case .count: return .number(outputs.count)
    case .sum:
      var sum = Decimal.zero
      for output in outputs {
        guard let number = output.number, let next = sum.adding(number) else { return nil }
        sum = next
      }
      return .number(sum)
    case .minimum: return extreme(outputs) { $0 < $1 }
    case .maximum: return extreme(outputs) { $0 > $1 }
    }
  }

  private func extreme(_ outputs: [Value], _ precedes: (OrderedValue, OrderedValue) -> Bool) -> Value? {
    guard var best = outputs.first.flatMap(OrderedValue.init) else { return nil }
    for output in outputs.dropFirst() {
      guard let value = OrderedValue(output), value.isComparable(with: best) else { return nil }
      if precedes(value, best) { best = value }
    }
    return best.value
  }
}

/// A value with an order among its like.
private struct OrderedValue {
  let value: Value

  init?(_ value: Value) {
    switch value {
    case .number, .string, .date, .daysDuration, .yearsDuration: self.value = value
    default: return nil
    }
  }

  func isComparable(with other: OrderedValue) -> Bool {
    switch (value, other.value) {
    case (.number, .number), (.string, .string), (.date, .date), (.daysDuration, .daysDuration),
      (.yearsDuration, .yearsDuration):
      true
    default: false
    }
  }

  static func < (left: OrderedValue, right: OrderedValue) -> Bool {
    switch (left.value, right.value) {
    case (.number(let a), .number(let b)): a < b
    case (.string(let a), .string(let b)): a.unicodeScalars.lexicographicallyPrecedes(b.unicodeScalars)
    case (.date(let a), .date(let b)): a < b
    case (.daysDuration(let a), .daysDuration(let b)): a < b
    case (.yearsDuration(let a), .yearsDuration(let b)): a < b
    default: false
    }
  }

  static func > (left: OrderedValue, right: OrderedValue) -> Bool { right < left }
}
