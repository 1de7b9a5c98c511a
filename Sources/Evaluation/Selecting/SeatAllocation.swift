import FEEL
import Outcomes
import Rules

/// Gives the seats to those who passed the vote: by votes, then rank, then the keys, under the floors
/// (评选办法 第六至八条、第三十三条).
public struct SeatAllocation: Sendable {
  /// In the order in which the seats went.
  public let selected: [String]
  /// Passed, but no seat; in the order in which they would follow.
  public let reserve: [String]
  /// Equal in everything at the last seat: a run-off decides.
  public let undecided: [String]
  /// Seats that stay empty since a floor's group could not fill them, or since too few passed.
  public let emptySeats: Int
  public let floors: [FloorReport]
  /// Why each of the reserve and of the undecided has no seat.
  public let reasons: [String: SeatReason]
  /// 赞成票 of each who took part; all equal where nobody has voted.
  public let votes: [String: Int]
  /// Who had a seat before, in a run-off.
  public let holders: [String]
}

/// Why somebody who passed has no seat.
public enum SeatReason: Sendable, Hashable {
  /// All are taken: the last who took one.
  case full(last: String?)
  /// The seats that a floor leaves for others are taken: by these.
  case floor(Int, holders: [String])
  /// Equal in votes, rank and keys to these, and there is no seat for all of them.
  case tied(with: [String])
  /// It hangs on how these are parted.
  case waits(for: [String])
}

extension Selector {
  /// How the seats would go if everybody on the list passed the vote with equal votes.
  public func forecast(_ selection: Selection) -> SeatAllocation {
    let listed = selection.ranking.filter { $0.outcome == .shortlisted }
    return allocate(passed: Dictionary(uniqueKeysWithValues: listed.map { ($0.id, 0) }), in: selection, [])
  }

  /// - Parameters:
  ///   - votes: 赞成票 of each who passed.
  ///   - assessments: what the rules say by now of whom they were run on again.
  ///   - before: who has a seat already, in a run-off.
  public func allocate(
    passed votes: [String: Int], in selection: Selection, _ assessments: [Assessment], seated before: [String] = []
  ) -> SeatAllocation {
    let ranking = selection.ranking(updatedBy: assessments)
    let holders = ranking.filter { before.contains($0.id) }
    let groups = seatGroups(ranking.filter { votes[$0.id] != nil && !before.contains($0.id) }, votes)
    let order = groups.flatMap(\.self)
    let filling = Filling(
      limits: seatLimits, taken: taken(by: holders), groups: groups.map { $0.map { seatCounters($0.standing) } })
    let seated = holders + zip(order, filling.fates).filter { $1 == .joins }.map(\.0)
    let most = filling.ends.map { $0[0] }.max() ?? seated.count
    return SeatAllocation(
      selected: seated.map(\.id),
      reserve: zip(order, filling.fates).filter { $1.isBlocked }.map(\.0.id),
      undecided: zip(order, filling.fates).filter { $1.isOpen }.map(\.0.id), emptySeats: selection.seats - most,
      floors: quota.floors.indices.map { index in
        FloorReport(
          index: index, needed: quota.floors[index].limit ?? 0,
          listed: seated.count { $0.standing.floors[index].group != nil })
      }, reasons: reasons(groups, filling.fates, holders), votes: votes.filter { !before.contains($0.key) },
      holders: holders.map(\.id))
  }

  /// 递补: the first in rank who passed, has no seat, and breaks neither a cap nor a floor (评选办法 第三十六条).
  public func replacement(
    among candidates: [String], seated: [String], in selection: Selection, _ assessments: [Assessment]
  ) -> String? {
    let ranking = selection.ranking(updatedBy: assessments)
    let counts = taken(by: ranking.filter { seated.contains($0.id) })
    return ranking.first { nominee in
      candidates.contains(nominee.id) && seatCounters(nominee.standing).allSatisfy { counts[$0] < seatLimits[$0] }
    }?.id
  }

  // MARK: Counters

  private var hardFloors: [(index: Int, needed: Int)] {
    quota.floors.enumerated().compactMap { index, floor in
      floor.isSoft ? nil : floor.limit.map { (index, $0) }
    }
  }

  /// The seats; and for each floor of n, which keeps n for its group, the seats that are left for others.
  private var seatLimits: [Int] { [quota.seats] + hardFloors.map { quota.seats - $0.needed } }

  private func seatCounters(_ standing: Standing) -> [Int] {
    [0] + hardFloors.indices.filter { standing.floors[hardFloors[$0].index].group == nil }.map { $0 + 1 }
  }

  private func taken(by holders: [Ranked]) -> [Int] {
    holders.reduce(into: seatLimits.map { _ in 0 }) { counts, holder in
      for counter in seatCounters(holder.standing) { counts[counter] += 1 }
    }
  }

  /// By votes, then by rank; who is equal in both stands in one group.
  private func seatGroups(_ nominees: [Ranked], _ votes: [String: Int]) -> [[Ranked]] {
    func key(_ nominee: Ranked) -> (Int, Int) { (-(votes[nominee.id] ?? 0), nominee.rank) }
    let order = nominees.sorted { (key($0).0, key($0).1, $0.id) < (key($1).0, key($1).1, $1.id) }
    return order.reduce(into: [[Ranked]]()) { groups, nominee in
      if let last = groups.last?.first, key(last) == key(nominee) {
        groups[groups.count - 1].append(nominee)
      } else {
        groups.append([nominee])
      }
    }
  }

  // MARK: Reasons

  private func reasons(
    _ groups: [[Ranked]], _ fates: [Filling.Fate], _ before: [Ranked]
  ) -> [String: SeatReason] {
    var reasons: [String: SeatReason] = [:]
    var ahead = before
    var tied: [String] = []
    var next = fates[...]
    for group in groups {
      let own = zip(group, next.prefix(group.count)).map { (nominee: $0, fate: $1) }
      next = next.dropFirst(group.count)
      let level = own.filter { $0.fate == .tied }.map(\.nominee.id)
      for (nominee, fate) in own {
        switch fate {
        case .joins: continue
        case .blocked(by: 0): reasons[nominee.id] = .full(last: ahead.last?.id)
        case .blocked(let counter):
          let floor = hardFloors[counter - 1].index
          reasons[nominee.id] = .floor(
            floor, holders: ahead.filter { $0.standing.floors[floor].group == nil }.map(\.id))
        case .tied: reasons[nominee.id] = .tied(with: level.filter { $0 != nominee.id })
        case .waits: reasons[nominee.id] = .waits(for: tied)
        }
      }
      ahead += own.filter { !$0.fate.isBlocked }.map(\.nominee)
      tied += level
    }
    return reasons
  }
}

extension Selection {
  /// The same order; groups that a nominee belongs to by what is known now.
  fileprivate func ranking(updatedBy assessments: [Assessment]) -> [Ranked] {
    let standings = Dictionary(assessments.map { ($0.id, $0.standing) }) { first, _ in first }
    return ranking.map { nominee in
      var nominee = nominee
      if let standing = standings[nominee.id] ?? nil { nominee.standing = standing }
      return nominee
    }
  }
}

extension Filling.Fate {
  fileprivate var isOpen: Bool { self == .tied || self == .waits }
}
