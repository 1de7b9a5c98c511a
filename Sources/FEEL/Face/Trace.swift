/// What each part of an expression gave: the same program, watched.
public struct Trace: Sendable {
  /// A variable of an iteration, at one of its elements.
  public struct Binding: Sendable, Hashable {
    public let name: String
    public let value: Value
  }

  public let tree: Tree
  public let value: Value
  /// The parts that were evaluated, in order: not the branch that was not taken, nor what a decided `and` left out.
  ///
  /// For `for`, `some`, `every` and filters: the domains first, then one *step* for each element that was looked at.
  public let children: [Trace]
  /// Why the value is null, if it is.
  public let null: NullReason?
  /// Not empty in a step: the element of each iterator (`item` in a filter).
  public let bindings: [Binding]

  /// The evaluations of the body of an iteration, in order.
  public var steps: [Trace] { children.filter { !$0.bindings.isEmpty } }

  /// The trace of a part, if it was evaluated; of a part within an iteration the first one.
  public func first(_ tree: Tree) -> Trace? {
    if self.tree.id == tree.id { return self }
    for child in children {
      if let found = child.first(tree) { return found }
    }
    return nil
  }
}
