public import FEEL
public import Outcomes

/// The list drawn from a batch, and why each of the others is not on it (评选办法 第六至八条、第二十五条).
public struct Selection: Sendable {
  public let seats: Int
  /// How many places the list has; fewer when there are fewer nominees.
  public let places: Int
  public let minimum: Decimal?
  /// Everybody who is ranked, the first first; those who are equal in all keys have the same rank.
  public let ranking: [Ranked]
  /// The total of the last on the list.
  public let line: Decimal?
  public let floors: [FloorReport]
  public let caps: [CapReport]

  public subscript(id: String) -> Ranked? { ranking.first { $0.id == id } }
}

public struct Ranked: Sendable {
  public let ordinal: Int
  public let id: String
  public let title: String
  public let total: Decimal
  /// From 1.
  public let rank: Int
  public var outcome: Outcome
  /// Others with the same total, and the key that parted them; empty when nobody has it.
  public let ties: [Tie]
  /// The cap that held the nominee back, by its place in the rule file.
  public var cappedBy: Int?
  /// Who has the place instead.
  public var replacedBy: String?
  /// Whether the nominee is 待核 and was let on with a reason.
  public let isPending: Bool
}

public struct Tie: Sendable {
  public let id: String
  /// The first key that differs, by its place in the rule file; `nil`: none does.
  public let key: Int?
  public let isAhead: Bool
}

/// How far a floor is met by those on the list.
public struct FloorReport: Sendable {
  public let index: Int
  public let needed: Int
  public let listed: Int
}

/// How many of a cap's group are on the list.
public struct CapReport: Sendable {
  public let index: Int
  public let group: [Value]
  public let limit: Int
  public let listed: Int
  public let heldBack: [String]
}
