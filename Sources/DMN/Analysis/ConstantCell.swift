internal import FEEL

/// What a cell compares its input with, if it compares with constants only.
///
/// Between two neighbouring constants such a cell cannot change its mind: that is what the analysis stands on.
struct ConstantCell {
  /// In no order; empty for `-`.
  private(set) var constants: [Tree] = []
  /// Whether it asks for less or more, and not only for the same.
  private(set) var comparesOrder = false

  /// `nil` when the cell says something else, such as `count(?) > 2` or `? * 2 < 10`.
  init?(_ tree: Tree) {
    guard collect(tree) else { return nil }
  }

  private mutating func collect(_ tree: Tree) -> Bool {
    switch tree.kind {
    case .anything: true
    case .tests(let tests), .noneOf(let tests), .and(let tests), .or(let tests): collectAll(tests)
    case .test(let comparison, let bound): compare(comparison, bound)
    case .range(let low, _, let high, _): order([low, high].compactMap(\.self))
    case .compare(let comparison, let left, let right):
      isInput(left) ? compare(comparison, right) : isInput(right) && compare(comparison, left)
    case .between(let value, let low, let high): isInput(value) && order([low, high])
    case .isIn(let value, let tests): isInput(value) && collectAll(tests)
    case .call(let callee, .positional(let arguments)) where callee.kind == .name("not"): collectAll(arguments)
    default: constant(tree)
    }
  }

  private mutating func collectAll(_ trees: [Tree]) -> Bool {
    for tree in trees where !collect(tree) { return false }
    return true
  }

  private mutating func compare(_ comparison: Tree.Comparison, _ bound: Tree) -> Bool {
    comparison == .equal || comparison == .notEqual ? constant(bound) : order([bound])
  }

  private mutating func order(_ bounds: [Tree]) -> Bool {
    comparesOrder = true
    for bound in bounds where !constant(bound) { return false }
    return true
  }

  private func isInput(_ tree: Tree) -> Bool { tree.kind == .input }

  private mutating func constant(_ tree: Tree) -> Bool {
    guard !tree.mentionsInput else { return false }
    constants.append(tree)
    return true
  }
}
