/// Code for the shapes that criteria are made of, which need no closure for each node.
extension Compiler {
  mutating func fused(_ tree: Tree) -> Code? {
    switch tree.kind {
    case .compare:
      guard let test = slotTest(tree) else { return nil }
      return Code { frame in test.apply(frame) }
    case .between(let value, let low, let high):
      return within(value, low, true, high, true)
    case .isIn(let value, let tests) where tests.count == 1:
      guard case .range(let low?, let lowIncluded, let high?, let highIncluded) = tests[0].kind else { return nil }
      return within(value, low, lowIncluded, high, highIncluded)
    case .ifElse: return choice(tree)
    case .arithmetic(let operation, let left, let right): return fusedArithmetic(operation, left, right)
    default: return nil
    }
  }

  /// A slot that can be read where the tree stands.
  private func slot(_ tree: Tree) -> Int? {
    guard window.parent == nil, case .name = tree.kind, case .slot(let index)? = checked.references[tree.id] else {
      return nil
    }
    return index
  }

  /// `name = constant` and its kin, and a name alone that is known to be a boolean.
  private func slotTest(_ tree: Tree) -> SlotTest? {
    if let slot = slot(tree), type(tree) == .boolean {
      return SlotTest(slot: slot, comparison: .equal, constant: .true, range: tree.range)
    }
    guard case .compare(let comparison, let left, let right) = tree.kind else { return nil }
    if let slot = slot(left), let constant = constantCell(right) {
      return SlotTest(slot: slot, comparison: comparison, constant: constant, range: tree.range)
    }
    if let slot = slot(right), let constant = constantCell(left) {
      return SlotTest(slot: slot, comparison: comparison.reversed, constant: constant, range: tree.range)
    }
    return nil
  }

  /// A number between two constants.
  private mutating func within(
    _ value: Tree, _ low: Tree, _ lowIncluded: Bool, _ high: Tree, _ highIncluded: Bool
  ) -> Code? {
    guard let slot = slot(value), type(value) == .number, let low = constantCell(low), let high = constantCell(high)
    else { return nil }
    guard low.tag == .number, high.tag == .number else { return nil }
    return Code { frame in
      let cell = frame.slots[slot]
      if cell.meta == low.meta, cell.meta == high.meta {
        let isAbove = lowIncluded ? cell.bits >= low.bits : cell.bits > low.bits
        return .boolean(isAbove && (highIncluded ? cell.bits <= high.bits : cell.bits < high.bits))
      }
      return frame.isIn(cell, low: low, lowIncluded: lowIncluded, high: high, highIncluded: highIncluded).cell
    }
  }

  /// A chain of conditions on names, each with a constant for its result: bands and levels.
  private mutating func choice(_ tree: Tree) -> Code? {
    var steps: [Choice.Step] = []
    var rest = tree
    while case .ifElse(let condition, let then, let otherwise) = rest.kind, let test = slotTest(condition),
      let result = constantCell(then)
    {
      steps.append(Choice.Step(test: test, result: result))
      rest = otherwise
    }
    guard !steps.isEmpty else { return nil }
    let choice = Choice(steps: steps, otherwise: compile(rest))
    return Code { frame in choice.result(frame) }
  }

  /// A name and a constant.
  private func fusedArithmetic(_ operation: Tree.Arithmetic, _ left: Tree, _ right: Tree) -> Code? {
    guard let slot = slot(left), let constant = constantCell(right) else { return nil }
    func code(_ apply: @escaping @Sendable (Frame, Cell, Cell) -> Cell?) -> Code {
      Code { frame in
        let cell = frame.slots[slot]
        return cell.isUnknown ? .unknown : apply(frame, cell, constant) ?? .null
      }
    }
    return switch operation {
    case .add: code { $0.add($1, $2) }
    case .subtract: code { $0.subtract($1, $2) }
    case .multiply: code { $0.multiply($1, $2) }
    case .divide: code { $0.divide($1, $2) }
    case .power: code { $0.power($1, $2) }
    }
  }
}

extension Tree.Comparison {
  /// The same comparison with the sides changed.
  var reversed: Tree.Comparison {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }
}

/// A name's value compared with a constant.
final class SlotTest: Sendable {
  let slot: Int
  let constant: Cell
  let test: Test

  init(slot: Int, comparison: Tree.Comparison, constant: Cell, range: Range<Int>) {
    self.slot = slot
    self.constant = constant
    test = Test(comparison, range)
  }

  @inline(__always)
  func apply(_ frame: Frame) -> Cell { test.apply(frame, frame.slots[slot], constant) }
}
