/// A name of one kind of thing, so that a role is never taken for a person.
///
/// As a key of a dictionary it stands as plain text in what is stored.
public protocol Name: Sendable, Hashable, Comparable, ExpressibleByStringLiteral, TextCodable, CodingKeyRepresentable {
  var rawValue: String { get }
  init(_ text: String)
}

extension Name {
  public init(stringLiteral text: String) { self.init(text) }
  public var description: String { rawValue }
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Who acts: a person of the organization, `system`, or somebody unknown.
public struct ActorID: Name {
  private let text: Interned
  public var rawValue: String { text.value }
  public init(_ text: String) { self.text = Interned(text) }

  /// The machine itself.
  public static let system = ActorID("system")
  /// Nobody in particular: an objection without a name.
  public static let anonymous = ActorID("anonymous")
}

/// A role of the organization, such as 评选办 or 评审专家.
public struct RoleName: Name {
  private let text: Interned
  public var rawValue: String { text.value }
  public init(_ text: String) { self.text = Interned(text) }
}

/// A stage of a workflow.
public struct StageID: Name {
  private let text: Interned
  var number: UInt { text.number }
  public var rawValue: String { text.value }
  public init(_ text: String) { self.text = Interned(text) }
}

/// One nominee's case in a round.
public struct CaseID: Name {
  private let text: Interned
  public var rawValue: String { text.value }
  public init(_ text: String) { self.text = Interned(text) }
}

extension Name {
  public var codingKey: any CodingKey { NameKey(stringValue: rawValue) }
  public init?<Key: CodingKey>(codingKey: Key) { self.init(codingKey.stringValue) }
}

struct NameKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }
  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}
