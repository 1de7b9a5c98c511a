import FEEL
import Outcomes
import Rules

/// Every group that a cap limits, numbered, with its limit: the least that any of its members' facts say.
struct CapGroups {
  struct Group {
    let cap: Int
    let key: [Value]
    let limit: Int
    let members: Set<String>
  }

  let groups: [Group]
  private let index: [Key: Int]

  private struct Key: Hashable {
    let cap: Int
    let group: [Value]
  }

  /// - Parameter ranking: by rank, which gives the groups their order.
  init(_ ranking: [Ranked], _ quota: SelectionQuota) {
    var order: [Key] = []
    var members: [Key: [Ranked]] = [:]
    for cap in quota.caps.indices {
      // A group by condition has its limit though nobody belongs to it.
      if quota.caps[cap].isSingleGroup { order.append(Key(cap: cap, group: [])) }
      for nominee in ranking {
        guard let group = nominee.standing.caps[cap].group else { continue }
        let key = Key(cap: cap, group: group)
        if members[key] == nil, !quota.caps[cap].isSingleGroup { order.append(key) }
        members[key, default: []].append(nominee)
      }
    }
    groups = order.map { key in
      let own = members[key] ?? []
      let limit = own.compactMap { $0.standing.caps[key.cap].limit }.min() ?? quota.caps[key.cap].limit
      return Group(cap: key.cap, key: key.group, limit: limit ?? quota.candidates, members: Set(own.map(\.id)))
    }
    index = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
  }

  var limits: [Int] { groups.map(\.limit) }

  /// The groups that a nominee belongs to, in the order of the rule file.
  func numbers(of standing: Standing) -> [Int] {
    standing.caps.enumerated().compactMap { cap, membership in
      membership.group.flatMap { index[Key(cap: cap, group: $0)] }
    }
  }

  func reports(_ ranking: [Ranked]) -> [CapReport] {
    groups.map { group in
      let members = ranking.filter { group.members.contains($0.id) }
      return CapReport(
        index: group.cap, group: group.key, limit: group.limit,
        listed: members.count { $0.outcome == .shortlisted },
        heldBack: members.filter { $0.cappedBy == group.cap }.map(\.id))
    }
  }
}
