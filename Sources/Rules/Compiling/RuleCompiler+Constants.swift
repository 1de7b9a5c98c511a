import Diagnostics
import FEEL

/// What is the same for every nominee is known at load, and with it what cannot be meant.
extension RuleCompiler {
  /// More seats than any selection has; a larger number is a slip.
  static let mostSeats = 100_000

  /// The value of an expression that reads no facts; `nil` for any other.
  func constant(_ program: Program) -> Value? {
    guard program.reads.names.allSatisfy(isConstant) else { return nil }
    return program.evaluate(parameterFrame())
  }

  func isConstant(_ name: String) -> Bool {
    if let definition = definitions.first(where: { $0.name == name }) { return definition.reads.fields.isEmpty }
    return constants[name] != nil
  }

  func parameterFrame() -> Frame {
    let frame = Frame(layout)
    for slot in fieldSlots { frame.set(slot, .null) }
    for (slot, parameter) in zip(parameterSlots, rules.parameters) { frame.set(slot, parameter.value) }
    for definition in definitions { frame.set(definition.slot, definition.program.evaluate(frame)) }
    return frame
  }

  // MARK: Points

  /// What the points of one place may be.
  struct PointBounds {
    let max: Decimal?
    /// In a sum some rows may take away what others give.
    var mayBeNegative = false
  }

  func checkPoints(_ points: Decimal, at span: Span, _ bounds: PointBounds, log: inout DiagnosticLog) {
    if points.isNegative, !bounds.mayBeNegative {
      log.report(Diagnostic(.negativePoints, at: span, ["points": points.description]))
    } else if let max = bounds.max, points > max {
      log.report(
        Diagnostic(.pointsAboveMaximum, at: span, ["points": points.description, "max": max.description]))
    }
  }

  /// Looks at every number that an expression can come to, as far as they are known.
  func checkPoints(of program: Program, _ bounds: PointBounds, log: inout DiagnosticLog) {
    for (number, span) in results(of: program) { checkPoints(number, at: span, bounds, log: &log) }
  }

  /// The numbers that an expression comes to whatever the facts are, or that it may come to in one of its branches.
  func results(of program: Program) -> [(Decimal, Span)] {
    if case .number(let number)? = constant(program) { return [(number, program.fragment.span)] }
    return branches(of: program.tree).compactMap { tree in
      tree.number.map { ($0, program.fragment.span(tree.range)) }
    }
  }

  private func branches(of tree: Tree) -> [Tree] {
    guard case .ifElse(_, let then, let otherwise) = tree.kind else { return [tree] }
    return branches(of: then) + branches(of: otherwise)
  }

  // MARK: Divisors

  /// A divisor that is 0 whatever the facts are. One with a name in a branch is left alone: its condition may be there
  /// to keep the 0 away.
  func checkDivisors(of program: Program, log: inout DiagnosticLog) {
    for divisor in program.tree.divisors(inBranch: false) {
      guard let value = constant(divisor, of: program), value.number?.isZero == true else { continue }
      log.report(
        Diagnostic(
          .alwaysDividesByZero, at: program.fragment.span(divisor.range), ["text": divisor.text]))
    }
  }

  private func constant(_ tree: Tree, of program: Program) -> Value? {
    if let number = tree.number { return .number(number) }
    guard tree.namesWithin.allSatisfy({ isConstant($0) }) else { return nil }
    var silent = DiagnosticLog()
    return Expression.parse(program.fragment.part(tree.range), in: layout, log: &silent)?
      .compiled(in: layout, log: &silent).flatMap(constant)
  }
}

extension Tree {
  /// A number written out, with a sign if it has one.
  fileprivate var number: Decimal? {
    switch kind {
    case .number(let number): number
    case .negate(let operand): operand.number.flatMap { Decimal.zero.subtracting($0) }
    default: nil
    }
  }

  fileprivate var namesWithin: [String] {
    if case .name(let name) = kind { return [name] }
    return children.flatMap(\.namesWithin)
  }

  /// What is divided by.
  fileprivate func divisors(inBranch: Bool) -> [Tree] {
    let own: [Tree]
    if case .arithmetic(.divide, _, let right) = kind, !inBranch || right.namesWithin.isEmpty {
      own = [right]
    } else {
      own = []
    }
    let isBranch = if case .ifElse = kind { true } else { inBranch }
    return own + children.flatMap { $0.divisors(inBranch: isBranch) }
  }
}
