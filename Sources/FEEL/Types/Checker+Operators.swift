internal import Diagnostics

extension Checker {
  mutating func negation(_ operand: Tree) -> Type {
    let type = check(operand)
    switch type {
    case .number, .daysDuration, .yearsDuration, .any: return type
    case .null: return .any
    default:
      report(.wrongOperand, at: operand.range, ["operator": "-", "text": operand.text].naming("type", type.phrase))
      return .any
    }
  }

  mutating func arithmetic(
    _ operation: Tree.Arithmetic, _ left: Tree, _ right: Tree, _ tree: Tree
  ) -> Type {
    let (a, b) = (check(left).kind, check(right).kind)
    guard a.isKnown || b.isKnown else { return .any }
    let results = Checker.results(operation, a, b)
    guard let first = results.first else {
      wrongOperands(operation, left, a, right, b)
      return .any
    }
    return results.allSatisfy { $0 == first } ? first : .any
  }

  /// The operand that fits nowhere is to blame; if each fits somewhere, it is that they do not fit each other.
  private mutating func wrongOperands(
    _ operation: Tree.Arithmetic, _ left: Tree, _ a: Type, _ right: Tree, _ b: Type
  ) {
    let sign = operation.rawValue
    if Checker.results(operation, a, .any).isEmpty {
      report(.wrongOperand, at: left.range, ["operator": sign, "text": left.text].naming("type", a.phrase))
    } else if Checker.results(operation, .any, b).isEmpty {
      report(.wrongOperand, at: right.range, ["operator": sign, "text": right.text].naming("type", b.phrase))
    } else {
      report(
        .operandsDoNotFit, at: left.range.lowerBound..<right.range.upperBound,
        ["operator": sign].naming("left", a.phrase).naming("right", b.phrase))
    }
  }

  /// The types that an operation may give for operands of which these types are known (DMN 1.5 tables 45–54).
  private static func results(_ operation: Tree.Arithmetic, _ left: Type, _ right: Type) -> [Type] {
    signatures(operation).filter { $0.0.overlapsExactly(left) && $0.1.overlapsExactly(right) }.map(\.2)
  }

  private static func signatures(_ operation: Tree.Arithmetic) -> [(Type, Type, Type)] {
    switch operation {
    case .add: additions
    case .subtract: subtractions
    case .multiply: multiplications
    case .divide: divisions
    case .power: [(.number, .number, .number)]
    }
  }

  private static let additions: [(Type, Type, Type)] = [
    (.number, .number, .number), (.string, .string, .string),
    (.date, .daysDuration, .date), (.date, .yearsDuration, .date),
    (.daysDuration, .date, .date), (.yearsDuration, .date, .date),
    (.dateTime, .daysDuration, .dateTime), (.dateTime, .yearsDuration, .dateTime),
    (.daysDuration, .dateTime, .dateTime), (.yearsDuration, .dateTime, .dateTime),
    (.time, .daysDuration, .time), (.daysDuration, .time, .time),
    (.daysDuration, .daysDuration, .daysDuration), (.yearsDuration, .yearsDuration, .yearsDuration),
  ]

  private static let subtractions: [(Type, Type, Type)] = [
    (.number, .number, .number),
    (.date, .date, .daysDuration), (.dateTime, .dateTime, .daysDuration), (.date, .dateTime, .daysDuration),
    (.dateTime, .date, .daysDuration), (.time, .time, .daysDuration),
    (.date, .daysDuration, .date), (.date, .yearsDuration, .date),
    (.dateTime, .daysDuration, .dateTime), (.dateTime, .yearsDuration, .dateTime),
    (.time, .daysDuration, .time),
    (.daysDuration, .daysDuration, .daysDuration), (.yearsDuration, .yearsDuration, .yearsDuration),
  ]

  private static let multiplications: [(Type, Type, Type)] = [
    (.number, .number, .number),
    (.daysDuration, .number, .daysDuration), (.number, .daysDuration, .daysDuration),
    (.yearsDuration, .number, .yearsDuration), (.number, .yearsDuration, .yearsDuration),
  ]

  private static let divisions: [(Type, Type, Type)] = [
    (.number, .number, .number),
    (.daysDuration, .number, .daysDuration), (.daysDuration, .daysDuration, .number),
    (.yearsDuration, .number, .yearsDuration), (.yearsDuration, .yearsDuration, .number),
  ]

  // MARK: Comparison

  mutating func comparison(_ comparison: Tree.Comparison, _ left: Tree, _ right: Tree) -> Type {
    let (a, b) = (check(left), check(right))
    compare(comparison, left, a, right, b)
    return .boolean
  }

  /// - Parameter left: `nil` when it is the input of a unary test.
  private mutating func compare(
    _ comparison: Tree.Comparison, _ left: Tree?, _ a: Type, _ right: Tree, _ b: Type
  ) {
    if comparison != .equal, comparison != .notEqual {
      guard orders(left ?? right, a), orders(right, b) else { return }
    }
    if a.overlaps(b) { return partlyForeign(left, a, right, b) }
    let range = (left?.range.lowerBound ?? right.range.lowerBound)..<right.range.upperBound
    if case .enumeration(let values) = a, case .enumeration = b {
      return foreignText(left, values, right, b)
    }
    report(.neverEqual, at: range, [:].naming("left", a.phrase).naming("right", b.phrase))
  }

  /// Whether values of a type have an order.
  private mutating func orders(_ tree: Tree, _ type: Type) -> Bool {
    switch type {
    case .boolean, .list, .context, .range, .function:
      report(.noOrder, at: tree.range, ["text": tree.text].naming("type", type.phrase))
      return false
    default:
      return true
    }
  }

  /// Of a list of texts some may be foreign to an enumeration although others are not.
  private mutating func partlyForeign(_ left: Tree?, _ a: Type, _ right: Tree, _ b: Type) {
    guard case .list(let elements) = right.kind, case .list(.enumeration(let values)) = a else { return }
    for element in elements {
      if case .string(let text) = element.kind, !values.contains(text) { foreign(text, element, values) }
    }
  }

  private mutating func foreignText(_ left: Tree?, _ values: [String], _ right: Tree, _ b: Type) {
    guard case .enumeration(let others) = b else { return }
    if case .string(let text) = right.kind {
      if case .string? = left?.kind { return }
      foreign(text, right, values)
    } else if let left, case .string(let text) = left.kind {
      foreign(text, left, others)
    } else {
      let range = (left?.range.lowerBound ?? right.range.lowerBound)..<right.range.upperBound
      report(
        .noCommonValue, at: range, [:].naming("left", values).naming("right", others))
    }
  }

  /// A text that is no value of an enumeration.
  mutating func foreign(_ text: String, _ tree: Tree, _ values: [String]) {
    report(
      .notAValue, at: tree.range, ["text": text].naming("values", values),
      suggestion: nearestName(to: text, among: values).map { "\"\($0)\"" })
  }

  mutating func between(_ value: Tree, _ low: Tree, _ high: Tree) -> Type {
    let type = check(value)
    compare(.greaterOrEqual, value, type, low, check(low))
    compare(.lessOrEqual, value, type, high, check(high))
    return .boolean
  }

  // MARK: Logic

  mutating func conjunction(_ operands: [Tree]) -> Type {
    for operand in operands { require(operand, check(operand), .boolean, .notACondition) }
    return .boolean
  }

  mutating func ifElse(_ condition: Tree, _ then: Tree, _ otherwise: Tree) -> Type {
    require(condition, check(condition), .boolean, .notACondition)
    let type = check(then)
    return type.joined(check(otherwise))
  }

  mutating func instanceOf(_ value: Tree, _ type: Tree.TypeName) -> Type {
    check(value)
    if type.type == nil { report(.unknownType, at: type.range, ["name": type.name]) }
    return .boolean
  }

  // MARK: Tests

  mutating func membership(_ value: Tree, _ tests: [Tree]) -> Type {
    let type = check(value)
    for test in tests { self.test(test, of: type, value) }
    return .boolean
  }

  mutating func unaryTests(_ tests: [Tree]) -> Type {
    for test in tests { self.test(test, of: input ?? .any, nil) }
    return .boolean
  }

  mutating func test(_ comparison: Tree.Comparison, _ operand: Tree, _ input: Type) -> Type {
    compare(comparison, nil, input, operand, check(operand))
    return .boolean
  }

  /// - Parameter value: what stands before `in`; `nil` for the input.
  private mutating func test(_ tree: Tree, of type: Type, _ value: Tree?) {
    if case .test(let comparison, let operand) = tree.kind {
      checked.types[tree.id] = .boolean
      return compare(comparison, value, type, operand, check(operand))
    }
    if value == nil, case .name(let name) = tree.kind, case .enumeration(let values) = type, values.contains(name) {
      checked.references[tree.id] = .text(name)
      checked.types[tree.id] = .enumeration([name])
      checked.modes[tree.id] = .equality
      return
    }
    let own = check(tree)
    let mode = self.mode(of: tree, own, input: type, isUnaryTest: value == nil)
    checked.modes[tree.id] = mode
    fits(tree, own, type, mode)
  }

  private func mode(of tree: Tree, _ type: Type, input: Type, isUnaryTest: Bool) -> TestMode {
    if isUnaryTest, tree.readsInput { return .condition }
    switch type {
    case .any, .null: return .dynamic
    case .boolean:
      if !isUnaryTest { return .equality }
      return input == .boolean ? .equality : input.isKnown ? .condition : .dynamic
    case .list(let element):
      if case .list = input { return .dynamic }
      return element.isKnown ? .membership : .dynamic
    case .range: return .membership
    default:
      if case .list = input { return .dynamic }
      return .equality
    }
  }

  private mutating func fits(_ tree: Tree, _ own: Type, _ type: Type, _ mode: TestMode) {
    switch (mode, own) {
    case (.condition, _): require(tree, own, .boolean, .notACondition)
    case (.equality, _): isPossible(tree, own, type)
    case (.membership, .list(let element)): elementsArePossible(tree, element, type)
    case (.membership, .range(let element)):
      if !element.overlaps(type) { neverHolds(tree, element, type) }
    default: break
    }
  }

  private mutating func elementsArePossible(_ tree: Tree, _ element: Type, _ type: Type) {
    if case .list(let elements) = tree.kind, case .enumeration(let values) = type {
      for part in elements {
        if case .string(let text) = part.kind, !values.contains(text) { foreign(text, part, values) }
      }
    } else if case .range(let inner) = element {
      if !inner.overlaps(type) { neverHolds(tree, inner, type) }
    } else if !element.overlaps(type), element != .list(.any) {
      neverHolds(tree, element, type)
    }
  }

  private mutating func isPossible(_ tree: Tree, _ own: Type, _ type: Type) {
    guard !own.overlaps(type) else { return }
    if case .string(let text) = tree.kind, case .enumeration(let values) = type { return foreign(text, tree, values) }
    neverHolds(tree, own, type)
  }

  private mutating func neverHolds(_ tree: Tree, _ own: Type, _ type: Type) {
    report(.neverEqual, at: tree.range, [:].naming("left", type.phrase).naming("right", own.phrase))
  }

  mutating func range(_ low: Tree?, _ high: Tree?) -> Type {
    let types = [low, high].compactMap { end in end.map { ($0, check($0).kind) } }
    for (tree, type) in types { _ = orders(tree, type) }
    guard let first = types.first else { return .range(.any) }
    guard let last = types.last, types.count == 2 else { return .range(first.1) }
    if !first.1.overlaps(last.1) {
      report(
        .neverEqual, at: first.0.range.lowerBound..<last.0.range.upperBound,
        [:].naming("left", first.1.phrase).naming("right", last.1.phrase))
    }
    return .range(first.1.isKnown ? first.1 : last.1)
  }
}

extension Type {
  /// Whether a value of this type is one of a signature's; null fits none of them, and is let pass.
  fileprivate func overlapsExactly(_ other: Type) -> Bool { !other.isKnown || self == other }
}

extension Tree {
  /// Whether `?` is in it.
  var readsInput: Bool {
    if case .input = kind { return true }
    return children.contains(where: \.readsInput)
  }
}
