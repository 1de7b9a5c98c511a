public import FEEL

extension Domain {
  /// What the values of an expression can be, as far as its text says so: `count(有效徒弟)` is a whole number from 0.
  ///
  /// - Parameter names: the domains of names, where they are known.
  public static func inferred(from program: Program, names: [String: Domain] = [:]) -> Domain {
    DomainInference(names: names).domain(program.tree) ?? Domain(of: program.type)
  }
}

/// Never too narrow: a value that the expression can have lies in what is inferred.
private struct DomainInference {
  let names: [String: Domain]

  /// `nil`: nothing is known.
  func domain(_ tree: Tree) -> Domain? {
    switch tree.kind {
    case .name(let name): names[name]
    case .ifElse(_, let then, let otherwise): either(then, otherwise)
    case .string(let text): .enumeration([text])
    case .boolean, .compare, .isIn, .between: .booleans
    default: numbers(tree).map { .numbers($0.interval, step: $0.isWhole ? .one : nil) }
    }
  }

  private func either(_ left: Tree, _ right: Tree) -> Domain? {
    // Null is in no domain.
    if left.kind == .null { return domain(right) }
    if right.kind == .null { return domain(left) }
    if let left = numbers(left), let right = numbers(right) {
      let union = left.union(right)
      return .numbers(union.interval, step: union.isWhole ? .one : nil)
    }
    switch (domain(left), domain(right)) {
    case (.enumeration(let some)?, .enumeration(let more)?):
      return .enumeration(some + more.filter { !some.contains($0) })
    case (let one?, let other?) where one == other: return one
    default: return nil
    }
  }

  private func numbers(_ tree: Tree) -> NumberSet? {
    switch tree.kind {
    case .number(let value): return NumberSet(value)
    case .name(let name): return names[name].flatMap(NumberSet.init)
    case .negate(let operand): return numbers(operand)?.negated
    case .ifElse: return domain(tree).flatMap(NumberSet.init)
    case .arithmetic(let operation, let left, let right):
      guard let left = numbers(left), let right = numbers(right) else { return nil }
      return left.combined(operation, right)
    case .call(let callee, .positional(let arguments)):
      guard case .name(let function) = callee.kind else { return nil }
      return result(of: function, arguments)
    default: return nil
    }
  }

  private func result(of function: String, _ arguments: [Tree]) -> NumberSet? {
    let operands = arguments.compactMap { numbers($0) }
    let areNumbers = operands.count == arguments.count
    switch function {
    case "count", "string length": return NumberSet(lower: .zero, upper: nil, isWhole: true)
    case "floor" where areNumbers && operands.count == 1: return operands[0].map(\.floor)
    case "ceiling" where areNumbers && operands.count == 1: return operands[0].map(\.ceiling)
    case "abs" where areNumbers && operands.count == 1:
      return NumberSet(lower: .zero, upper: nil, isWhole: operands[0].isWhole)
    case "min" where areNumbers && !operands.isEmpty: return operands.dropFirst().reduce(operands[0]) { $0.least($1) }
    case "max" where areNumbers && !operands.isEmpty:
      return operands.dropFirst().reduce(operands[0]) { $0.greatest($1) }
    default: return nil
    }
  }
}

/// Numbers from one end to the other, both included, perhaps only the whole ones.
private struct NumberSet {
  let lower: Decimal?
  let upper: Decimal?
  let isWhole: Bool

  init(lower: Decimal?, upper: Decimal?, isWhole: Bool) {
    self.lower = lower
    self.upper = upper
    self.isWhole = isWhole
  }

  init(_ value: Decimal) { self.init(lower: value, upper: value, isWhole: value.isInteger) }

  init?(_ domain: Domain) {
    guard case .numbers(let interval, let step) = domain else { return nil }
    self.init(lower: interval.lower?.value, upper: interval.upper?.value, isWhole: step?.isInteger == true)
  }

  var interval: Interval<Decimal> { Interval(from: lower, through: upper) }

  var negated: NumberSet {
    NumberSet(lower: upper.map(\.negated), upper: lower.map(\.negated), isWhole: isWhole)
  }

  /// By a function that rises and gives whole numbers.
  func map(_ transform: (Decimal) -> Decimal) -> NumberSet {
    NumberSet(lower: lower.map(transform), upper: upper.map(transform), isWhole: true)
  }

  func union(_ other: NumberSet) -> NumberSet {
    NumberSet(
      lower: both(lower, other.lower, min), upper: both(upper, other.upper, max), isWhole: isWhole && other.isWhole)
  }

  /// The smaller of two.
  func least(_ other: NumberSet) -> NumberSet {
    NumberSet(
      lower: both(lower, other.lower, min), upper: either(upper, other.upper, min), isWhole: isWhole && other.isWhole)
  }

  /// The greater of two.
  func greatest(_ other: NumberSet) -> NumberSet {
    NumberSet(
      lower: either(lower, other.lower, max), upper: both(upper, other.upper, max), isWhole: isWhole && other.isWhole)
  }

  func combined(_ operation: Tree.Arithmetic, _ other: NumberSet) -> NumberSet? {
    switch operation {
    case .add:
      NumberSet(
        lower: sum(lower, other.lower), upper: sum(upper, other.upper), isWhole: isWhole && other.isWhole)
    case .subtract: combined(.add, other.negated)
    case .multiply where isNotNegative && other.isNotNegative:
      NumberSet(
        lower: product(lower, other.lower), upper: product(upper, other.upper), isWhole: isWhole && other.isWhole)
    case .multiply: NumberSet(lower: nil, upper: nil, isWhole: isWhole && other.isWhole)
    case .divide where isNotNegative && other.isNotNegative: NumberSet(lower: .zero, upper: nil, isWhole: false)
    default: nil
    }
  }

  private var isNotNegative: Bool { lower.map { $0 >= .zero } ?? false }

  private func both(_ left: Decimal?, _ right: Decimal?, _ choose: (Decimal, Decimal) -> Decimal) -> Decimal? {
    guard let left, let right else { return nil }
    return choose(left, right)
  }

  private func either(_ left: Decimal?, _ right: Decimal?, _ choose: (Decimal, Decimal) -> Decimal) -> Decimal? {
    guard let left, let right else { return left ?? right }
    return choose(left, right)
  }

  /// An end that overflows is no end.
  private func sum(_ left: Decimal?, _ right: Decimal?) -> Decimal? {
    guard let left, let right else { return nil }
    return left.adding(right)
  }

  private func product(_ left: Decimal?, _ right: Decimal?) -> Decimal? {
    guard let left, let right else { return nil }
    return left.multiplied(by: right)
  }
}
