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
  /// Everybody who was kept out by the minimum, the first first.
  public let belowMinimum: [Short]
  /// The total of the last on the list.
  public let line: Decimal?
  public let floors: [FloorReport]
  /// One for each cap and each of its groups that anybody belongs to.
  public let caps: [CapReport]
  private let byID: [String: Int]

  init(
    seats: Int, places: Int, minimum: Decimal?, ranking: [Ranked], belowMinimum: [Short], line: Decimal?,
    floors: [FloorReport], caps: [CapReport]
  ) {
    self.seats = seats
    self.places = places
    self.minimum = minimum
    self.ranking = ranking
    self.belowMinimum = belowMinimum
    self.line = line
    self.floors = floors
    self.caps = caps
    byID = Dictionary(zip(ranking.map(\.id), ranking.indices)) { first, _ in first }
  }

  public subscript(id: String) -> Ranked? { byID[id].map { ranking[$0] } }
}

public struct Ranked: Sendable {
  public let ordinal: Int
  public let id: String
  public let title: String
  public let total: Decimal
  /// The keys, and the groups that it belongs to.
  public internal(set) var standing: Standing
  /// From 1.
  public let rank: Int
  public internal(set) var outcome: Outcome
  /// Why it is not on the list; `nil` for those on it.
  public internal(set) var reason: ListReason?
  /// Others with the same total, and the key that parted them; empty when nobody has it.
  public let ties: [Tie]
  /// Whether the nominee is 待核 and was let on with a reason.
  public let isPending: Bool

  /// The cap that held the nominee back, by its place in the rule file.
  public var cappedBy: Int? { if case .capped(let hold) = reason { hold.cap } else { nil } }
  /// Who has the place instead.
  public var replacedBy: String? { if case .capped(let hold) = reason { hold.replacedBy } else { nil } }
}

/// Why somebody who is ranked is not on the list.
public enum ListReason: Sendable, Hashable {
  /// Those ahead have all the places: the last of them, and how far it is ahead.
  case full(Line)
  case capped(Hold)
  /// Equal in every key to these, and there is no place for all of them.
  case tied(with: [String])
  /// The place hangs on how these are parted.
  case waits(for: [String])

  public struct Line: Sendable, Hashable {
    /// `nil` where nobody has a place.
    public let last: String?
    public let gap: Decimal
    /// With the same total: the key that parted them, by its place in the rule file.
    public let key: Int?
  }

  public struct Hold: Sendable, Hashable {
    /// By its place in the rule file.
    public let cap: Int
    /// The place of its group in `Selection.caps`.
    public let group: Int
    public let limit: Int
    /// Those of the group who are on the list, or fight for a place there.
    public let holders: [String]
    /// Who has the place instead.
    public var replacedBy: String?
  }
}

/// A nominee who was scored and did not reach the minimum.
public struct Short: Sendable {
  public let id: String
  public let title: String
  public let total: Decimal
  public let gap: Decimal
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
  /// The least that any of the group says, where each nominee's own facts say it.
  public let limit: Int
  public let listed: Int
  public let heldBack: [String]
}
