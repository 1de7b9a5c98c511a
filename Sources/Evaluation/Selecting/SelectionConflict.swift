import Outcomes
import Rules

/// Something that the seats or a floor ask for and do not get, with the fewest rules that keep it from them.
public struct SelectionConflict: Sendable, Hashable {
  public enum Wish: Sendable, Hashable {
    case seats
    /// By its place in the rule file.
    case floor(Int)
  }

  public enum Rule: Sendable, Hashable {
    case minimum
    /// The number of places on the list.
    case list
    case cap(Int)
    case floor(Int)
  }

  public let wish: Wish
  public let needed: Int
  public let got: Int
  /// With these alone, and these nominees, it would not get it either; none: there are too few nominees.
  public let rules: [Rule]

  public init(wish: Wish, needed: Int, got: Int, rules: [Rule]) {
    self.wish = wish
    self.needed = needed
    self.got = got
    self.rules = rules
  }
}

extension Selector {
  /// What is wanted and not to be had, by rank and before any vote.
  ///
  /// Every few of the rules are tried alone, the fewest first, until they are as much in the way as all together.
  ///
  /// - Parameters:
  ///   - selection: what these assessments came to.
  ///   - forecast: its seats by rank.
  public func conflicts(
    _ assessments: [Assessment], _ selection: Selection, _ forecast: SeatAllocation
  ) -> [SelectionConflict] {
    let all: [SelectionConflict.Rule] =
      (quota.minimum == nil ? [] : [.minimum]) + [.list] + quota.caps.indices.map { .cap($0) }
      + hardFloors.map { .floor($0.index) }
    let wishes: [(SelectionConflict.Wish, Int)] =
      [(.seats, quota.seats)] + hardFloors.map { (.floor($0.index), $0.needed) }
    return wishes.compactMap { wish, needed in
      let got = Self.count(wish, selection, forecast)
      guard got < needed else { return nil }
      let others = all.filter { wish == .seats || $0 != floor(of: wish) }
      let rules = Self.choices(of: others).first { Selector(self, keeping: Set($0)).has(wish, assessments) < needed }
      return SelectionConflict(wish: wish, needed: needed, got: got, rules: rules ?? others)
    }
  }

  /// How many get what the wish is for.
  private func has(_ wish: SelectionConflict.Wish, _ assessments: [Assessment]) -> Int {
    let selection = select(assessments)
    return Self.count(wish, selection, forecast(selection))
  }

  private static func count(
    _ wish: SelectionConflict.Wish, _ selection: Selection, _ forecast: SeatAllocation
  ) -> Int {
    switch wish {
    case .seats: return selection.seats - forecast.emptySeats
    case .floor(let index):
      let members = Set(selection.ranking.filter { $0.standing.floors[index].group != nil }.map(\.id))
      return (forecast.selected + forecast.undecided).count { members.contains($0) }
    }
  }

  private func floor(of wish: SelectionConflict.Wish) -> SelectionConflict.Rule? {
    if case .floor(let index) = wish { .floor(index) } else { nil }
  }

  private static let mostRules = 8

  /// None, each, each two, and so on, in order; of many rules, up to three together.
  private static func choices(of rules: [SelectionConflict.Rule]) -> [[SelectionConflict.Rule]] {
    let most = rules.count <= mostRules ? rules.count : 3
    return (0...most).flatMap { choices(of: $0, from: rules[...]) }
  }

  private static func choices(
    of size: Int, from rules: ArraySlice<SelectionConflict.Rule>
  ) -> [[SelectionConflict.Rule]] {
    guard size > 0 else { return [[]] }
    return rules.indices.flatMap { index in
      choices(of: size - 1, from: rules[(index + 1)...]).map { [rules[index]] + $0 }
    }
  }
}
