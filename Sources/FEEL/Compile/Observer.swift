internal import Diagnostics

/// Collects what the nodes of an observed program give.
final class Observer {
  let fragment: Fragment
  private var finished: [Trace] = []
  private var reason: NullReason?
  private var seen = 0
  /// Lists and contexts, by their cells: each is made a value once, however often it is looked at.
  private var made: [Cell: Value] = [:]

  /// Once so many parts have been seen, the steps of iterations are no longer kept.
  static let limit = 100_000

  init(fragment: Fragment) { self.fragment = fragment }

  var trace: Trace? { finished.last }

  func value(of cell: Cell, in frame: Frame) -> Value {
    guard cell.tag == .list || cell.tag == .context else { return frame.value(of: cell) }
    if let value = made[cell] { return value }
    let value = frame.value(of: cell)
    made[cell] = value
    return value
  }

  /// Where the parts of a node that is begun will stand.
  func begin() -> Int {
    reason = nil
    return finished.count
  }

  /// The node gave a value; what was finished since it began are its parts.
  func end(_ tree: Tree, _ value: Value, since start: Int) {
    seen += 1
    let children = Array(finished[start...])
    finished.removeSubrange(start...)
    let null = value.isNull ? cause(among: children) : nil
    reason = nil
    finished.append(Trace(tree: tree, value: value, children: children, null: null, bindings: []))
  }

  /// What was finished last is one step of an iteration.
  func bind(_ bindings: @autoclosure () -> [Trace.Binding]) {
    guard let last = finished.popLast(), seen <= Observer.limit else { return }
    finished.append(
      Trace(
        tree: last.tree, value: last.value, children: last.children, null: last.null, bindings: bindings()))
  }

  /// That an operand was null is no reason while the operand has one.
  private func cause(among children: [Trace]) -> NullReason? {
    let inner = children.last { $0.null != nil }?.null
    guard let reason else { return inner }
    return reason.message == .nullOperand || reason.message == .nullArgument ? inner ?? reason : reason
  }

  /// A node is about to give null.
  func report(_ message: Message, at range: Range<Int>, _ arguments: [String: String]) {
    reason = NullReason(message: message, span: fragment.span(range), arguments: arguments)
  }
}
