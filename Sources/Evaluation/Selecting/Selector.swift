import FEEL
public import Rules
import Outcomes

/// Draws the list: ranking by total, tie-break keys, places with a surplus, caps, the line.
public struct Selector: Sendable {
  let rules: CompiledRuleSet
  let quota: SelectionQuota

  /// `nil` when the rule set selects nobody.
  public init?(_ rules: CompiledRuleSet) {
    guard let quota = rules.selection?.quota else { return nil }
    self.rules = rules
    self.quota = quota
  }

  /// - Parameter admitted: ids of 待核 cases that the director has let on with a written reason.
  public func select(_ assessments: [Assessment], admitted: Set<String> = []) -> Selection {
    let entrants = assessments.compactMap { Entrant($0, minimum: quota.minimum, admitted: admitted) }
    let groups = rankGroups(entrants)
    var ranking = rank(groups)
    let places = min(quota.candidates, entrants.count)
    let filled = fill(groups, into: &ranking)
    nameReplacements(in: &ranking, places: quota.candidates)
    return Selection(
      seats: quota.seats, places: places, minimum: quota.minimum, ranking: ranking,
      line: filled.last.flatMap { ordinal in ranking.first { $0.ordinal == ordinal }?.total },
      floors: floorReports(listed: filled, entrants), caps: capReports(ranking, listed: filled, entrants))
  }

  /// Entrants by total, then by the keys; those equal in all stand in one group, in an order that says nothing.
  private func rankGroups(_ entrants: [Entrant]) -> [[Entrant]] {
    let sorted = entrants.sorted { left, right in
      switch compare(left, right) {
      case .ahead: true
      case .behind: false
      case .equal: left.id < right.id
      }
    }
    return sorted.reduce(into: [[Entrant]]()) { groups, entrant in
      if let last = groups.last?.first, compare(last, entrant) == .equal {
        groups[groups.count - 1].append(entrant)
      } else {
        groups.append([entrant])
      }
    }
  }

  private func rank(_ groups: [[Entrant]]) -> [Ranked] {
    var ranking: [Ranked] = []
    let all = groups.flatMap { $0 }
    for group in groups {
      let rank = ranking.count + 1
      ranking += group.map { entrant in
        Ranked(
          ordinal: entrant.ordinal, id: entrant.id, title: entrant.title, total: entrant.total, rank: rank,
          outcome: .ranked, ties: ties(of: entrant, among: all), isPending: entrant.isPending)
      }
    }
    return ranking
  }

  private func ties(of entrant: Entrant, among all: [Entrant]) -> [Tie] {
    all.filter { $0.ordinal != entrant.ordinal && $0.total == entrant.total }.map { other in
      let key = zip(entrant.tieBreak, other.tieBreak).enumerated().first { compareKeys($1.0, $1.1) != .equal }
      return Tie(id: other.id, key: key?.offset, isAhead: compare(entrant, other) == .ahead)
    }
  }

  // MARK: Filling the list

  /// Gives the places by rank; returns who is on the list, in order.
  private func fill(_ groups: [[Entrant]], into ranking: inout [Ranked]) -> [Int] {
    var listed: [Int] = []
    var taken = CapCount()
    var places = quota.candidates
    var outcomes: [Int: (Outcome, cap: Int?)] = [:]
    for group in groups {
      let decision = decide(group, places: places, taken: taken)
      for (ordinal, outcome) in decision.outcomes { outcomes[ordinal] = outcome }
      listed += decision.listed.map(\.ordinal)
      for entrant in decision.listed { taken.add(entrant.caps) }
      places -= decision.placesUsed
    }
    for index in ranking.indices {
      guard let (outcome, cap) = outcomes[ranking[index].ordinal] else { continue }
      ranking[index].outcome = outcome
      ranking[index].cappedBy = cap
    }
    return listed
  }

  private struct Decision {
    var outcomes: [Int: (Outcome, cap: Int?)] = [:]
    var listed: [Entrant] = []
    var placesUsed = 0
  }

  /// One group of equals: all on the list, all held back, or a tie that the rules do not break.
  private func decide(_ group: [Entrant], places: Int, taken: CapCount) -> Decision {
    var decision = Decision()
    guard places > 0 else {
      for entrant in group { decision.outcomes[entrant.ordinal] = (.belowLine, nil) }
      return decision
    }
    var contenders: [Entrant] = []
    for entrant in group {
      if let cap = taken.broken(by: entrant.caps) {
        decision.outcomes[entrant.ordinal] = (.capped, cap)
      } else {
        contenders.append(entrant)
      }
    }
    let contested = contendersForCaps(contenders, taken: taken)
    let free = contenders.filter { !contested.contains($0.ordinal) }
    let certain = contested.isEmpty ? contenders : free
    if contenders.count <= places, contested.isEmpty {
      decision.listed = contenders
      decision.placesUsed = contenders.count
      for entrant in contenders { decision.outcomes[entrant.ordinal] = (.shortlisted, nil) }
    } else if contenders.count <= places {
      decision.listed = certain
      for entrant in certain { decision.outcomes[entrant.ordinal] = (.shortlisted, nil) }
      for entrant in contenders where contested.contains(entrant.ordinal) {
        decision.outcomes[entrant.ordinal] = (.tieOpen, nil)
      }
      decision.placesUsed = certain.count + roomLeft(for: contenders.filter { contested.contains($0.ordinal) }, taken)
    } else {
      for entrant in contenders { decision.outcomes[entrant.ordinal] = (.tieOpen, nil) }
      decision.placesUsed = places
    }
    return decision
  }

  /// Those among equals whose caps have room for some of them, but not for all.
  private func contendersForCaps(_ contenders: [Entrant], taken: CapCount) -> Set<Int> {
    var together = taken
    for entrant in contenders { together.add(entrant.caps) }
    return Set(contenders.filter { together.exceeded(by: $0.caps) != nil }.map(\.ordinal))
  }

  /// How many of the contested can be taken before a cap is full.
  private func roomLeft(for contested: [Entrant], _ taken: CapCount) -> Int {
    var taken = taken
    return contested.reduce(into: 0) { room, entrant in
      if taken.broken(by: entrant.caps) == nil {
        taken.add(entrant.caps)
        room += 1
      }
    }
  }

  /// Whoever would not have been on the list but for the caps stands in for those held back, in order.
  private func nameReplacements(in ranking: inout [Ranked], places: Int) {
    let heldBack = ranking.indices.filter { ranking[$0].outcome == .capped && $0 < places }
    let replacements = ranking.indices.filter { ranking[$0].outcome == .shortlisted && $0 >= places }
    for (index, replacement) in zip(heldBack, replacements) {
      ranking[index].replacedBy = ranking[replacement].id
    }
  }

  // MARK: Reports

  private func floorReports(listed: [Int], _ entrants: [Entrant]) -> [FloorReport] {
    quota.floors.enumerated().map { index, floor in
      let members = entrants.filter { listed.contains($0.ordinal) && $0.floors[index].group != nil }
      return FloorReport(index: index, needed: floor.limit ?? 0, listed: members.count)
    }
  }

  private func capReports(_ ranking: [Ranked], listed: [Int], _ entrants: [Entrant]) -> [CapReport] {
    var reports: [CapReport] = []
    for index in quota.caps.indices {
      let groups = Dictionary(grouping: entrants.filter { $0.caps[index].group != nil }) { $0.caps[index].group! }
      for (group, members) in groups.sorted(by: { $0.value[0].id < $1.value[0].id }) {
        let heldBack = ranking.filter { nominee in
          nominee.cappedBy == index && members.contains { $0.ordinal == nominee.ordinal }
        }
        let count = members.count { listed.contains($0.ordinal) }
        guard !heldBack.isEmpty || quota.caps[index].isSingleGroup else { continue }
        reports.append(
          CapReport(
            index: index, group: group, limit: members[0].caps[index].limit ?? quota.seats, listed: count,
            heldBack: heldBack.map(\.id)))
      }
    }
    return reports
  }
}

/// A nominee in the ranking.
struct Entrant {
  let ordinal: Int
  let id: String
  let title: String
  let total: Decimal
  let tieBreak: [Value]
  let caps: [Membership]
  let floors: [Membership]
  let isPending: Bool

  /// `nil` for whoever takes no part: not scored, below the minimum, or 待核 and not let on.
  init?(_ assessment: Assessment, minimum: Decimal?, admitted: Set<String>) {
    guard let total = assessment.score?.total, let standing = assessment.standing else { return nil }
    switch assessment.outcome {
    case .pending:
      guard admitted.contains(assessment.id) else { return nil }
      if let minimum, total < minimum { return nil }
    case .ranked: break
    default: return nil
    }
    ordinal = assessment.ordinal
    id = assessment.id
    title = assessment.title
    self.total = total
    tieBreak = standing.tieBreak
    caps = standing.caps
    floors = standing.floors
    isPending = assessment.outcome == .pending
  }
}

enum Order { case ahead, equal, behind }

/// By total, then key by key, the greater first.
func compare(_ left: Entrant, _ right: Entrant) -> Order {
  if left.total != right.total { return left.total > right.total ? .ahead : .behind }
  for (a, b) in zip(left.tieBreak, right.tieBreak) {
    let order = compareKeys(a, b)
    if order != .equal { return order }
  }
  return .equal
}

/// Numbers by size; what is no number comes after every number.
func compareKeys(_ left: Value, _ right: Value) -> Order {
  switch (left, right) {
  case (.number(let a), .number(let b)): a == b ? .equal : a > b ? .ahead : .behind
  case (.number, _): .ahead
  case (_, .number): .behind
  default: .equal
  }
}

/// How many of each capped group are on the list.
struct CapCount {
  private var counts: [Key: Int] = [:]

  private struct Key: Hashable {
    let cap: Int
    let group: [Value]
  }

  mutating func add(_ memberships: [Membership]) {
    for (cap, membership) in memberships.enumerated() {
      if let group = membership.group { counts[Key(cap: cap, group: group), default: 0] += 1 }
    }
  }

  /// The first cap that one more would break.
  func broken(by memberships: [Membership]) -> Int? { first(memberships) { $0 >= $1 } }

  /// The first cap that is broken already.
  func exceeded(by memberships: [Membership]) -> Int? { first(memberships) { $0 > $1 } }

  private func first(_ memberships: [Membership], where full: (Int, Int) -> Bool) -> Int? {
    memberships.indices.first { cap in
      guard let group = memberships[cap].group, let limit = memberships[cap].limit else { return false }
      return full(counts[Key(cap: cap, group: group)] ?? 0, limit)
    }
  }
}
