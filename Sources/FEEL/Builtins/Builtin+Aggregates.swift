internal import Diagnostics

/// DMN 1.5 §10.3.4.4, those that make one value of a list: of the list, or of the arguments themselves.
extension Builtin {
  private static let numbersOf = [Parameter("list", [.list, .number], takesNull: true, repeats: true)]
  private static let valuesOf = [Parameter("list", .any, repeats: true)]
  private static let booleansOf = [Parameter("list", [.list, .boolean], takesNull: true, repeats: true)]

  @Sendable private static func extreme(_ types: [Type]) -> Type {
    types.count == 1 ? types[0].element : types.reduce(.null) { $0.joined($1) }
  }

  private static func extreme(_ name: String, _ wanted: Order) -> Builtin {
    Builtin(
      name,
      Signature(
        valuesOf, extreme, knowsUnknowns: true,
        .all({ $0.extreme(of: $2, wanted, $1) }, two: { $0.extreme(of: $2, $3, wanted, $1) })))
  }

  static let aggregates: [Builtin] = [
    extreme("min", .less), extreme("max", .greater),
    Builtin("sum", Signature(numbersOf, .number, knowsUnknowns: true, .all { $0.fold($2, $1, Decimal.sum) })),
    Builtin("mean", Signature(numbersOf, .number, knowsUnknowns: true, .all { $0.fold($2, $1, Decimal.mean) })),
    Builtin("product", Signature(numbersOf, .number, knowsUnknowns: true, .all { $0.fold($2, $1, Decimal.product) })),
    Builtin("median", Signature(numbersOf, .number, knowsUnknowns: true, .all { $0.fold($2, $1, Decimal.median) })),
    Builtin("stddev", Signature(numbersOf, .number, knowsUnknowns: true, .all { $0.fold($2, $1, Decimal.deviation) })),
    Builtin("mode", Signature(numbersOf, .list(.number), knowsUnknowns: true, .all { $0.mode($2, $1) })),
    Builtin(
      "all", Signature(booleansOf, .boolean, knowsUnknowns: true, .all { $0.quantify($2, decidedBy: false, $1) })),
    Builtin("any", Signature(booleansOf, .boolean, knowsUnknowns: true, .all { $0.quantify($2, decidedBy: true, $1) })),
  ]
}

extension Frame {
  /// One argument that is a list stands for its elements.
  private func spread(_ arguments: Cell) -> Cell {
    guard arguments.count == 1 else { return arguments }
    let only = element(0, of: arguments)
    return only.tag == .list || only.isNull || only.isUnknown ? only : arguments
  }

  fileprivate func extreme(of arguments: Cell, _ wanted: Order, _ site: Site) -> Cell {
    let list = spread(arguments)
    guard list.tag == .list else { return list }
    guard list.count > 0 else { return null(.emptyList, at: site.range, ["function": site.name]) }
    var best = element(0, of: list)
    var isUnknown = best.isUnknown
    for index in 0..<list.count {
      let candidate = element(index, of: list)
      if candidate.isUnknown {
        isUnknown = true
        continue
      }
      if best.isUnknown { best = candidate }
      let order = order(candidate, best)
      if order == .none { return notComparable(candidate, best, site) }
      if order == wanted { best = candidate }
    }
    return isUnknown ? .unknown : best
  }

  fileprivate func extreme(of first: Cell, _ second: Cell, _ wanted: Order, _ site: Site) -> Cell {
    if first.isSmallNumber, second.isSmallNumber, let (a, b) = Cell.aligned(first, second) {
      return (wanted == .less ? b < a : b > a) ? second : first
    }
    // Beside what is missing, the other must at least have an order.
    if first.isUnknown || second.isUnknown {
      let known = first.isUnknown ? second : first
      return order(known, known) == .none ? notComparable(known, known, site) : .unknown
    }
    let order = order(second, first)
    if order == .none { return notComparable(second, first, site) }
    return order == wanted ? second : first
  }

  private func notComparable(_ left: Cell, _ right: Cell, _ site: Site) -> Cell {
    null(.notComparable, at: site.range, [:].naming("left", kind(left)).naming("right", kind(right)))
  }

  fileprivate func fold(_ arguments: Cell, _ site: Site, _ combine: ([Decimal]) -> Decimal?) -> Cell {
    let list = spread(arguments)
    guard list.tag == .list else { return list }
    var numbers: [Decimal] = []
    numbers.reserveCapacity(list.count)
    var isUnknown = false
    for index in 0..<list.count {
      let element = element(index, of: list)
      if element.isUnknown {
        isUnknown = true
      } else if element.isNumber {
        numbers.append(decimal(element))
      } else {
        return null(.notANumber, at: site.range, ["function": site.name].naming("type", kind(element)))
      }
    }
    if isUnknown { return .unknown }
    guard !numbers.isEmpty else { return null(.emptyList, at: site.range, ["function": site.name]) }
    return combine(numbers).map(cell) ?? noResult(site)
  }

  /// The numbers that occur most often, in ascending order; of no numbers none.
  fileprivate func mode(_ arguments: Cell, _ site: Site) -> Cell {
    let list = spread(arguments)
    guard list.tag == .list, list.count > 0 else { return list }
    var numbers: [Decimal] = []
    for index in 0..<list.count {
      let element = element(index, of: list)
      if element.isUnknown { return .unknown }
      guard element.isNumber else {
        return null(.notANumber, at: site.range, ["function": site.name].naming("type", kind(element)))
      }
      numbers.append(decimal(element))
    }
    var counts: [Decimal: Int] = [:]
    for number in numbers { counts[number, default: 0] += 1 }
    let most = counts.values.max() ?? 0
    return self.list(counts.filter { $0.value == most }.keys.sorted().map(cell), site)
  }

  /// `all` is decided by one false, `any` by one true; else null if something is no boolean.
  fileprivate func quantify(_ arguments: Cell, decidedBy decisive: Bool, _ site: Site) -> Cell {
    let list = spread(arguments)
    guard list.tag == .list else { return list }
    var result = Outcome(!decisive)
    for index in 0..<list.count {
      let element = element(index, of: list)
      if element.tag == .boolean {
        if (element.bits != 0) == decisive { return .boolean(decisive) }
      } else if element.isUnknown {
        result = .unknown
      } else if result != .unknown {
        result = .null
      }
    }
    if case .null = result { return noResult(site) }
    return result.cell
  }
}

extension Decimal {
  fileprivate static func sum(_ numbers: [Decimal]) -> Decimal? {
    numbers.dropFirst().reduce(numbers[0]) { $0?.adding($1) }
  }

  fileprivate static func product(_ numbers: [Decimal]) -> Decimal? {
    numbers.dropFirst().reduce(numbers[0]) { $0?.multiplied(by: $1) }
  }

  fileprivate static func mean(_ numbers: [Decimal]) -> Decimal? {
    sum(numbers)?.divided(by: Decimal(numbers.count))
  }

  fileprivate static func median(_ numbers: [Decimal]) -> Decimal? {
    let sorted = numbers.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1
      ? sorted[middle] : sorted[middle - 1].adding(sorted[middle])?.divided(by: Decimal(2))
  }

  /// Of a sample: divided by one less than there are.
  fileprivate static func deviation(_ numbers: [Decimal]) -> Decimal? {
    guard numbers.count > 1, let mean = mean(numbers) else { return nil }
    let squares = numbers.map { number in
      number.subtracting(mean).flatMap { $0.multiplied(by: $0) }
    }
    guard squares.allSatisfy({ $0 != nil }) else { return nil }
    return sum(squares.compactMap(\.self))?.divided(by: Decimal(numbers.count - 1))?.squareRoot
  }
}
