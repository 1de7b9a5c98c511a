import FEEL
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
  /// Seats that stay empty since a floor's group could not fill them, by floor.
  public let emptySeats: Int
  public let floors: [FloorReport]
}

extension Selector {
  /// - Parameters:
  ///   - votes: 赞成票 of each who passed.
  ///   - before: who has a seat already, in a run-off.
  public func allocate(
    passed votes: [String: Int], in selection: Selection, _ assessments: [Assessment], seated before: [String] = []
  ) -> SeatAllocation {
    let standings = Dictionary(assessments.map { ($0.id, $0.standing) }) { first, _ in first }
    let order = selection.ranking.filter { votes[$0.id] != nil && !before.contains($0.id) }.sorted { left, right in
      let (a, b) = (votes[left.id] ?? 0, votes[right.id] ?? 0)
      if a != b { return a > b }
      return left.rank == right.rank ? left.id < right.id : left.rank < right.rank
    }
    var seated = selection.ranking.filter { before.contains($0.id) }
    var passedOver: [Ranked] = []
    for nominee in order {
      if seated.count < selection.seats, leavesRoomForFloors(nominee, seated, standings) {
        seated.append(nominee)
      } else {
        passedOver.append(nominee)
      }
    }
    let undecided = equalsAtTheLastSeat(seated, passedOver, votes)
    return SeatAllocation(
      selected: seated.map(\.id).filter { !undecided.contains($0) },
      reserve: passedOver.map(\.id).filter { !undecided.contains($0) },
      undecided: undecided,
      emptySeats: selection.seats - seated.count,
      floors: quota.floors.indices.map { index in
        FloorReport(
          index: index, needed: quota.floors[index].limit ?? 0,
          listed: seated.count { isMember(standings[$0.id] ?? nil, ofFloor: index) })
      })
  }

  /// 递补: the first in rank who passed, has no seat, and breaks neither a cap nor a floor (评选办法 第三十六条).
  public func replacement(
    among candidates: [String], seated: [String], in selection: Selection, _ assessments: [Assessment]
  ) -> String? {
    let standings = Dictionary(assessments.map { ($0.id, $0.standing) }) { first, _ in first }
    let holders = selection.ranking.filter { seated.contains($0.id) }
    guard holders.count < selection.seats else { return nil }
    return selection.ranking.first { nominee in
      candidates.contains(nominee.id) && leavesRoomForFloors(nominee, holders, standings)
    }?.id
  }

  /// A floor of n keeps n seats for its group: others take at most the seats less n.
  private func leavesRoomForFloors(
    _ nominee: Ranked, _ seated: [Ranked], _ standings: [String: Standing?]
  ) -> Bool {
    quota.floors.enumerated().allSatisfy { index, floor in
      guard !floor.isSoft, let needed = floor.limit, !isMember(standings[nominee.id] ?? nil, ofFloor: index) else {
        return true
      }
      let others = seated.count { !isMember(standings[$0.id] ?? nil, ofFloor: index) }
      return others + 1 <= quota.seats - needed
    }
  }

  private func isMember(_ standing: Standing?, ofFloor index: Int) -> Bool {
    standing?.floors[index].group != nil
  }

  private func equalsAtTheLastSeat(_ seated: [Ranked], _ passedOver: [Ranked], _ votes: [String: Int]) -> [String] {
    guard seated.count == quota.seats, let last = seated.last else { return [] }
    func isEqual(_ other: Ranked) -> Bool { other.rank == last.rank && votes[other.id] == votes[last.id] }
    guard passedOver.contains(where: isEqual) else { return [] }
    return (seated + passedOver).filter(isEqual).map(\.id)
  }
}
