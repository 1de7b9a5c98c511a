import FEEL
public import Rules
public import Outcomes

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
    let groups = rank(rankGroups(entrants))
    let caps = CapGroups(groups.flatMap(\.self), quota)
    let fates = fill(groups, caps)
    var ranking = groups.flatMap(\.self)
    for (index, fate) in fates.enumerated() { ranking[index].outcome = fate.outcome }
    giveReasons(to: &ranking, fates, caps)
    let listed = ranking.filter { $0.outcome == .shortlisted }
    return Selection(
      seats: quota.seats, places: min(quota.candidates, entrants.count), minimum: quota.minimum, ranking: ranking,
      belowMinimum: short(assessments), line: listed.last?.total,
      floors: quota.floors.enumerated().map { index, floor in
        FloorReport(
          index: index, needed: floor.limit ?? 0, listed: listed.count { $0.standing.floors[index].group != nil })
      },
      caps: caps.reports(ranking))
  }

  /// What becomes of those between whom no key decided, when the committee has voted on them.
  ///
  /// - Parameters:
  ///   - votes: 赞成票 of each who passed that vote.
  ///   - rejected: who did not pass it.
  public func settle(
    _ selection: Selection, votes: [String: Int], rejected: Set<String>
  ) -> [String: Outcome] {
    let groups = Dictionary(grouping: selection.ranking.filter { !rejected.contains($0.id) }) {
      Place(rank: $0.rank, votes: votes[$0.id] ?? 0)
    }.sorted { $0.key < $1.key }.map(\.value)
    let fates = fill(groups, CapGroups(selection.ranking, quota))
    let open = Set(selection.ranking.filter { $0.outcome == .tieOpen }.map(\.id))
    var outcomes = Dictionary(uniqueKeysWithValues: open.map { ($0, Outcome.belowLine) })
    for (nominee, fate) in zip(groups.flatMap(\.self), fates) where open.contains(nominee.id) {
      outcomes[nominee.id] = fate.outcome
    }
    return outcomes
  }

  private struct Place: Hashable, Comparable {
    let rank: Int
    let votes: Int
    static func < (left: Place, right: Place) -> Bool { (left.rank, right.votes) < (right.rank, left.votes) }
  }

  /// The places of the list, and those that each cap leaves its groups.
  private func fill(_ groups: [[Ranked]], _ caps: CapGroups) -> [Filling.Fate] {
    let limits = [quota.candidates] + caps.limits
    let counters = groups.map { $0.map { [0] + caps.numbers(of: $0.standing).map { $0 + 1 } } }
    return Filling(limits: limits, taken: limits.map { _ in 0 }, groups: counters).fates
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

  private func rank(_ groups: [[Entrant]]) -> [[Ranked]] {
    let level = Dictionary(grouping: groups.flatMap(\.self), by: \.total)
    var rank = 1
    return groups.map { group in
      defer { rank += group.count }
      return group.map { entrant in
        Ranked(
          ordinal: entrant.ordinal, id: entrant.id, title: entrant.title, total: entrant.total,
          standing: entrant.standing, rank: rank, outcome: .ranked, reason: nil,
          ties: ties(of: entrant, among: level[entrant.total] ?? []), isPending: entrant.isPending)
      }
    }
  }

  private func ties(of entrant: Entrant, among level: [Entrant]) -> [Tie] {
    level.filter { $0.ordinal != entrant.ordinal }.map { other in
      Tie(
        id: other.id, key: firstKey(entrant.standing, other.standing), isAhead: compare(entrant, other) == .ahead)
    }
  }

  private func firstKey(_ left: Standing, _ right: Standing) -> Int? {
    zip(left.tieBreak, right.tieBreak).enumerated().first { compareKeys($1.0, $1.1) != .equal }?.offset
  }

  private func short(_ assessments: [Assessment]) -> [Short] {
    guard let minimum = quota.minimum else { return [] }
    let short = assessments.compactMap { assessment -> Short? in
      guard assessment.outcome == .belowMinimum, let total = assessment.score?.total,
        let gap = minimum.subtracting(total)
      else { return nil }
      return Short(id: assessment.id, title: assessment.title, total: total, gap: gap)
    }
    return short.sorted { $0.total == $1.total ? $0.id < $1.id : $0.total > $1.total }
  }

  // MARK: Reasons

  private func giveReasons(to ranking: inout [Ranked], _ fates: [Filling.Fate], _ caps: CapGroups) {
    // Whoever would not have been on the list but for the caps stands in for those held back, in order.
    let instead = ranking.indices.filter { fates[$0] == .joins && $0 >= quota.candidates }.map { ranking[$0].id }
    var replacements = instead[...]
    // Those who are on the list, or may come to be.
    var ahead: [Ranked] = []
    var tied: [String] = []
    for index in ranking.indices {
      let nominee = ranking[index]
      switch fates[index] {
      case .joins: break
      case .blocked(by: 0): ranking[index].reason = .full(line(nominee, ahead: ahead.last))
      case .blocked(let counter):
        let group = caps.groups[counter - 1]
        ranking[index].reason = .capped(
          ListReason.Hold(
            cap: group.cap, group: counter - 1, limit: group.limit,
            holders: ahead.filter { $0.rank < nominee.rank && group.members.contains($0.id) }.map(\.id),
            replacedBy: index < quota.candidates ? replacements.popFirst() : nil))
      case .tied:
        let equals = ranking.indices.filter {
          $0 != index && ranking[$0].rank == nominee.rank && fates[$0] == .tied
        }
        ranking[index].reason = .tied(with: equals.map { ranking[$0].id })
        tied.append(nominee.id)
      case .waits: ranking[index].reason = .waits(for: tied)
      }
      if !fates[index].isBlocked { ahead.append(nominee) }
    }
  }

  private func line(_ nominee: Ranked, ahead last: Ranked?) -> ListReason.Line {
    guard let last, let gap = last.total.subtracting(nominee.total) else {
      return ListReason.Line(last: nil, gap: .zero, key: nil)
    }
    return ListReason.Line(
      last: last.id, gap: gap, key: gap.isZero ? firstKey(last.standing, nominee.standing) : nil)
  }
}

extension Filling.Fate {
  fileprivate var outcome: Outcome {
    switch self {
    case .joins: .shortlisted
    case .blocked(by: 0): .belowLine
    case .blocked: .capped
    case .tied, .waits: .tieOpen
    }
  }
}
