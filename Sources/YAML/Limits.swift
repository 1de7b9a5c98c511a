/// How much a text may ask for before it is refused.
public struct Limits: Sendable, Hashable {
  /// Of the text.
  public var bytes: Int
  /// Of mappings and sequences within each other, aliases followed.
  public var depth: Int
  /// Nodes written in the text.
  public var nodes: Int
  /// Nodes that aliases stand for, all together.
  public var aliasedNodes: Int

  public init(bytes: Int, depth: Int, nodes: Int, aliasedNodes: Int) {
    self.bytes = bytes
    self.depth = depth
    self.nodes = nodes
    self.aliasedNodes = aliasedNodes
  }

  public static let `default` = Limits(
    bytes: 256 << 20, depth: 64, nodes: 20_000_000, aliasedNodes: 100_000)
}
