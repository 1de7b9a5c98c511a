internal import Diagnostics

extension Compiler {
  mutating func negation(_ operand: Tree, _ tree: Tree) -> Code {
    let code = compile(operand)
    let (range, text) = (operand.range, operand.text)
    return Code { frame in
      let cell = code(frame)
      if cell.isUnknown { return .unknown }
      return frame.negate(cell) ?? frame.null(.nullOperand, at: range, ["text": text])
    }
  }

  mutating func arithmetic(_ operation: Tree.Arithmetic, _ left: Tree, _ right: Tree, _ tree: Tree) -> Code {
    let (a, b) = (compile(left), compile(right))
    return Code { frame in
      let (left, right) = (a(frame), b(frame))
      if left.isUnknown || right.isUnknown { return .unknown }
      return frame.apply(operation, left, right) ?? frame.null(operation, left, right, tree)
    }
  }

  mutating func comparison(_ comparison: Tree.Comparison, _ left: Tree, _ right: Tree, _ tree: Tree) -> Code {
    let (a, b) = (compile(left), compile(right))
    let test = Test(comparison, tree.range)
    return Code { frame in test.apply(frame, a(frame), b(frame)) }
  }

  // MARK: Logic

  /// False if one is; else unknown, null, true in this order (DMN 1.5 table 49, Kleene for missing facts).
  mutating func conjunction(_ operands: [Tree]) -> Code {
    let codes = operands.map { compile($0) }
    return Code { frame in
      var result = Cell.true
      for code in codes {
        let cell = code(frame)
        if cell.isTrue { continue }
        if cell.isFalse { return .false }
        if cell.isUnknown { result = .unknown } else if !result.isUnknown { result = .null }
      }
      return result
    }
  }

  mutating func disjunction(_ operands: [Tree]) -> Code {
    let codes = operands.map { compile($0) }
    return Code { frame in
      var result = Cell.false
      for code in codes {
        let cell = code(frame)
        if cell.isFalse { continue }
        if cell.isTrue { return .true }
        if cell.isUnknown { result = .unknown } else if !result.isUnknown { result = .null }
      }
      return result
    }
  }

  /// Without an answer both branches are tried: if they agree, it does not matter.
  mutating func ifElse(_ condition: Tree, _ then: Tree, _ otherwise: Tree) -> Code {
    let (condition, then, otherwise) = (compile(condition), compile(then), compile(otherwise))
    return Code { frame in
      let cell = condition(frame)
      if cell.isTrue { return then(frame) }
      guard cell.isUnknown else { return otherwise(frame) }
      let (first, second) = (then(frame), otherwise(frame))
      return frame.equal(first, second) == .yes ? first : .unknown
    }
  }

  mutating func instanceOf(_ value: Tree, _ type: Tree.TypeName) -> Code {
    let code = compile(value)
    guard let type = type.type else { return Code { _ in .null } }
    return Code { frame in
      let cell = code(frame)
      return cell.isUnknown ? .unknown : .boolean(frame.conforms(cell, to: type))
    }
  }

  // MARK: Tests

  mutating func between(_ value: Tree, _ low: Tree, _ high: Tree, _ tree: Tree) -> Code {
    let (value, low, high) = (compile(value), compile(low), compile(high))
    let range = tree.range
    return Code { frame in
      let (cell, low, high) = (value(frame), low(frame), high(frame))
      let above = frame.order(cell, low).outcome(.greaterOrEqual)
      let outcome = above.and(frame.order(cell, high).outcome(.lessOrEqual))
      return outcome == .null
        ? frame.null(.notComparable, at: range, [:].naming("left", frame.kind(cell)).naming("right", frame.kind(low)))
        : outcome.cell
    }
  }

  mutating func membership(_ value: Tree, _ tests: [Tree]) -> Code {
    let code = compile(value)
    let place = window.allocate()
    let codes = tests.map { test($0, at: place) }
    return Code { frame in
      frame.locals[place] = code(frame)
      return anyOf(codes, frame)
    }
  }

  mutating func unaryTests(_ tests: [Tree], negated: Bool) -> Code {
    let place = window.local(.input)
    let codes = tests.map { test($0, at: place) }
    guard negated else { return Code { frame in anyOf(codes, frame) } }
    return Code { frame in
      let cell = anyOf(codes, frame)
      return cell.tag == .boolean ? .boolean(cell.bits == 0) : cell
    }
  }

  /// One test of what lies in a local. An observer sees the test with its outcome, and the value within it.
  private mutating func test(_ tree: Tree, at place: Int) -> Code {
    observed(tree, plainTest(tree, at: place))
  }

  private mutating func plainTest(_ tree: Tree, at place: Int) -> Code {
    switch tree.kind {
    case .anything:
      return Code { _ in .true }
    case .test(let comparison, let operand):
      let code = compile(operand)
      let test = Test(comparison, tree.range)
      return Code { frame in test.apply(frame, frame.locals[place], code(frame)) }
    case .range(let low, let lowIncluded, let high, let highIncluded):
      return rangeTest(low, lowIncluded, high, highIncluded, tree, at: place)
    default:
      return valueTest(tree, at: place)
    }
  }

  private mutating func rangeTest(
    _ low: Tree?, _ lowIncluded: Bool, _ high: Tree?, _ highIncluded: Bool, _ tree: Tree, at place: Int
  ) -> Code {
    let ends = RangeEnds(low: low.map { compile($0) }, high: high.map { compile($0) }, range: tree.range)
    return Code { frame in
      let cell = frame.locals[place]
      let (low, high) = ends.get(frame)
      if ends.lack(low, high) { return frame.null(.nullEnd, at: ends.range) }
      if cell.tag == .range || cell.tag == .list {
        guard !low.isUnknown, !high.isUnknown, !cell.isUnknown else { return .unknown }
        let range = Cell(
          .range,
          index: frame.object(
            .range(low: low, lowIncluded: lowIncluded, high: high, highIncluded: highIncluded)))
        return frame.passes(cell, range).cell
      }
      return frame.isIn(cell, low: low, lowIncluded: lowIncluded, high: high, highIncluded: highIncluded).cell
    }
  }

  private mutating func valueTest(_ tree: Tree, at place: Int) -> Code {
    let code = compile(tree)
    switch checked.modes[tree.id] ?? .dynamic {
    case .condition: return code
    case .equality: return Code { frame in frame.equal(frame.locals[place], code(frame)).cell }
    case .membership: return Code { frame in frame.passes(frame.locals[place], code(frame)).cell }
    case .dynamic:
      return Code { frame in
        let (input, test) = (frame.locals[place], code(frame))
        // A condition that speaks of something else than the input.
        if test.tag == .boolean, input.tag != .boolean, !input.isUnknown, !input.isNull { return test }
        return frame.passes(input, test).cell
      }
    }
  }
}

/// Whether one of the tests holds.
private func anyOf(_ codes: [Code], _ frame: Frame) -> Cell {
  var result = Cell.false
  for code in codes {
    let cell = code(frame)
    if cell.isTrue { return .true }
    if cell.isUnknown { result = .unknown } else if cell.tag != .boolean, !result.isUnknown { result = .null }
  }
  return result
}

/// A comparison that has been chosen.
struct Test: Sendable {
  let comparison: Tree.Comparison
  /// Bit 0: whether less is a yes; bit 1: the same; bit 2: greater.
  let holds: UInt8
  private let isEquality: Bool
  let range: Range<Int>

  init(_ comparison: Tree.Comparison, _ range: Range<Int>) {
    self.comparison = comparison
    self.range = range
    isEquality = comparison == .equal || comparison == .notEqual
    holds = [Order.less, .same, .greater].enumerated().reduce(0) { holds, order in
      order.element.outcome(comparison) == .yes ? holds | 1 << UInt8(order.offset) : holds
    }
  }

  @inline(__always)
  func apply(_ frame: Frame, _ left: Cell, _ right: Cell) -> Cell {
    if left.meta == right.meta, isDecidedByBits(left) { return .boolean(Test.holds(holds, left.bits, right.bits)) }
    return applyAny(frame, left, right)
  }

  /// Whether the bits tell, beside a cell with the same `meta`: numbers of one exponent, dates, texts that are the
  /// same or not.
  @inline(__always)
  func isDecidedByBits(_ cell: Cell) -> Bool { cell.isOrderedByBits || cell.tag == .string && isEquality }

  @inline(__always)
  static func holds(_ holds: UInt8, _ left: Int64, _ right: Int64) -> Bool {
    holds >> (left < right ? 0 : left == right ? 1 : 2) & 1 == 1
  }

  @inline(never)
  private func applyAny(_ frame: Frame, _ left: Cell, _ right: Cell) -> Cell {
    if left.isSmallNumber, right.isSmallNumber, let (a, b) = Cell.aligned(left, right) {
      return .boolean(Test.holds(holds, a, b))
    }
    let outcome =
      switch comparison {
      case .equal: frame.equal(left, right)
      case .notEqual: frame.equal(left, right).negated
      default: frame.order(left, right).outcome(comparison)
      }
    return outcome == .null ? null(frame, left, right) : outcome.cell
  }

  private func null(_ frame: Frame, _ left: Cell, _ right: Cell) -> Cell {
    // What is null for a reason of its own keeps that reason.
    if left.isNull || right.isNull { return .null }
    return frame.null(
      .notComparable, at: range, [:].naming("left", frame.kind(left)).naming("right", frame.kind(right)))
  }
}

extension Frame {
  /// DMN 1.5 §10.3.2.9.3.
  func conforms(_ cell: Cell, to type: Type) -> Bool {
    switch (type, cell.tag) {
    case (.any, _): !cell.isNull
    case (.null, .null): true
    case (.boolean, .boolean), (.number, .number), (.number, .bigNumber), (.string, .string), (.date, .date),
      (.time, .time), (.dateTime, .dateTime), (.daysDuration, .daysDuration), (.daysDuration, .fineDuration),
      (.yearsDuration, .yearsDuration):
      true
    case (.enumeration(let values), .string): values.contains(text(cell))
    case (.list(let element), .list):
      element == .any
        || (0..<cell.count).allSatisfy {
          self.element($0, of: cell).isNull || conforms(self.element($0, of: cell), to: element)
        }
    case (.context(let context), .context): conforms(cell, to: context)
    case (.range(let element), .range): conforms(range: cell, to: element)
    case (.function(let parameters, let result), .function): conforms(function: cell, parameters, result)
    default: false
    }
  }

  private func conforms(_ cell: Cell, to context: ContextType) -> Bool {
    context.fields.allSatisfy { field in
      component(id(of: field.name.normalized), of: cell).map { $0.isNull || conforms($0, to: field.type) } ?? false
    }
  }

  private func conforms(range cell: Cell, to element: Type) -> Bool {
    guard element != .any else { return true }
    guard case .range(let low, _, let high, _) = object(cell) else { return false }
    return (low.isNull || conforms(low, to: element)) && (high.isNull || conforms(high, to: element))
  }

  /// Parameters the other way round: whoever takes more may stand for whoever takes less.
  private func conforms(function cell: Cell, _ parameters: [Type], _ result: Type) -> Bool {
    if parameters.isEmpty, result == .any { return true }
    guard case .function(let function) = value(of: cell) else { return false }
    guard function.parameters.count == parameters.count else { return false }
    let takes = zip(function.parameters, parameters).allSatisfy { $0.type == .any || $1 == $0.type || $1 == .any }
    return takes && (result == .any || function.result.kind == result.kind)
  }
}
