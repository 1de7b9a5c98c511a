extension Compiler {
  /// Code for shapes that are frequent and have something faster than a closure for each node.
  mutating func fused(_ tree: Tree) -> Code? { nil }
}
