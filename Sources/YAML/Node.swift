public import Diagnostics

/// A value of a YAML text that knows where it was written.
public struct Node: Sendable {
  public enum Content: Sendable {
    case scalar(Scalar)
    case sequence([Node])
    case mapping([Entry])
  }

  /// A key with its value. Keys are scalars; within one mapping no text occurs twice.
  public struct Entry: Sendable {
    public let key: Node
    public let value: Node

    public init(key: Node, value: Node) {
      self.key = key
      self.value = value
    }

    /// The key as it is meant, without quotes and escapes.
    public var keyText: String { key.scalar?.text ?? "" }
  }

  public let content: Content
  /// From the first to the last character, without anchor, tag and comments. A value that is not written has an empty
  /// span behind its `:` or `-`. For an alias: the alias; what it stands for keeps its own places.
  public let span: Span
  /// As written out, such as `tag:yaml.org,2002:str`; `nil` where none is written.
  public let tag: String?

  public init(_ content: Content, at span: Span, tag: String? = nil) {
    self.content = content
    self.span = span
    self.tag = tag
  }
}

extension Node {
  public var scalar: Scalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }

  public var sequence: [Node]? {
    if case .sequence(let elements) = content { elements } else { nil }
  }

  public var mapping: [Entry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  /// The value under a key of a mapping; `nil` for other nodes too.
  public subscript(key: String) -> Node? { entry(key)?.value }

  /// The entry under a key of a mapping.
  public func entry(_ key: String) -> Entry? { mapping?.first { $0.keyText == key } }

  /// Whether this is YAML's null: `null`, `~` or nothing at all.
  public var isNull: Bool { scalar?.core == .null }
}
