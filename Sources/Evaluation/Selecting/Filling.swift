/// Fills limited places by rank, and finds whose place hangs on a tie that nothing breaks.
///
/// Places, caps and floors are one thing here, counters with limits: whoever joins raises its counters by one each, and
/// may join only while none of them is full. Equals are taken in every order, so that no order decides.
struct Filling {
  enum Fate: Hashable {
    case joins
    /// In no order of the equals; the first counter that is full.
    case blocked(by: Int)
    /// Some of its equals can join, and not all of them.
    case tied
    /// It hangs on how a tie further up is broken.
    case waits

    var isBlocked: Bool { if case .blocked = self { true } else { false } }
  }

  /// One for each claimant, group by group.
  private(set) var fates: [Fate] = []
  /// What the counters can stand at when all is done.
  private(set) var ends: Set<[Int]>

  private let limits: [Int]
  /// The ways to break the ties are too many to look at: what comes below is not known.
  private var isLost = false

  /// - Parameters:
  ///   - limits: of each counter; the first is that of the places, which everybody claims.
  ///   - taken: what the counters begin with.
  ///   - groups: by rank; the equals of each, and of each of those the counters that it raises.
  init(limits: [Int], taken: [Int], groups: [[[Int]]]) {
    self.limits = limits
    ends = [taken]
    for group in groups { place(group) }
  }

  private mutating func place(_ group: [[Int]]) {
    if isLost { return fates += group.map { _ in .waits } }
    let kinds = Dictionary(grouping: group.indices) { group[$0] }.map { Kind(counters: $0.key, members: $0.value) }
      .sorted { $0.members[0] < $1.members[0] }
    var seen = [Set<Share>](repeating: [], count: kinds.count)
    var blocks = [Int?](repeating: nil, count: kinds.count)
    var isContested = false
    var next: Set<[Int]> = []
    for state in ends {
      guard let ways = ways(kinds, from: state) else {
        isLost = true
        return fates += group.map { _ in .tied }
      }
      isContested = isContested || ways.count > 1 || ways.contains { $0.isSplit }
      for way in ways {
        for (index, share) in way.shares.enumerated() {
          seen[index].insert(share)
          guard share == .none, blocks[index] == nil || blocks[index] == 0 else { continue }
          blocks[index] = kinds[index].counters.first { state[$0] >= limits[$0] }
        }
        next.insert(way.counts)
      }
    }
    ends = next
    isLost = next.count > Self.mostWays
    var own = [Fate](repeating: .waits, count: group.count)
    for (index, kind) in kinds.enumerated() {
      let fate: Fate =
        seen[index] == [.all]
        ? .joins : seen[index] == [.none] ? .blocked(by: blocks[index] ?? 0) : isContested ? .tied : .waits
      for member in kind.members { own[member] = fate }
    }
    fates += own
  }

  // MARK: Ways to break a tie

  /// Equals that raise the same counters: nothing tells them apart.
  private struct Kind {
    let counters: [Int]
    let members: [Int]
  }

  private enum Share { case all, some, none }

  /// One way for the equals to join until no more fit.
  private struct Way {
    let shares: [Share]
    let counts: [Int]
    var isSplit: Bool { shares.contains(.some) }
  }

  private static let mostWays = 4_000

  /// `nil`: too many.
  private func ways(_ kinds: [Kind], from state: [Int]) -> [Way]? {
    let all = kinds.map(\.members.count)
    if let counts = adding(all, of: kinds, to: state) {
      return [Way(shares: kinds.map { _ in .all }, counts: counts)]
    }
    if let way = fightForPlaces(kinds, from: state) { return [way] }
    var found: [Way] = []
    var known: Set<[Int]> = []
    var open = [kinds.map { _ in 0 }]
    while let taken = open.popLast() {
      guard known.insert(taken).inserted else { continue }
      if known.count > Self.mostWays { return nil }
      let counts = adding(taken, of: kinds, to: state) ?? state
      let fitting = kinds.indices.filter { index in
        taken[index] < all[index] && kinds[index].counters.allSatisfy { counts[$0] < limits[$0] }
      }
      if fitting.isEmpty { found.append(Way(shares: zip(taken, all).map(Self.share), counts: counts)) }
      for index in fitting {
        var more = taken
        more[index] += 1
        open.append(more)
      }
    }
    return found
  }

  private static func share(_ taken: Int, _ all: Int) -> Share { taken == all ? .all : taken == 0 ? .none : .some }

  /// `nil` when that would break a limit.
  private func adding(_ taken: [Int], of kinds: [Kind], to state: [Int]) -> [Int]? {
    var counts = state
    for (kind, count) in zip(kinds, taken) where count > 0 {
      for counter in kind.counters {
        counts[counter] += count
        if counts[counter] > limits[counter] { return nil }
      }
    }
    return counts
  }

  /// More equals than there are places, and each under one tight limit at most: every one of them can have a place and
  /// can miss it, and whoever comes after finds none. So many equals would make too many ways to look at.
  private func fightForPlaces(_ kinds: [Kind], from state: [Int]) -> Way? {
    let fits = kinds.map { $0.counters.allSatisfy { state[$0] < limits[$0] } }
    var claims: [Int: Int] = [:]
    for (kind, _) in zip(kinds, fits).filter(\.1) {
      for counter in kind.counters where counter > 0 { claims[counter, default: 0] += kind.members.count }
    }
    var available = claims.reduce(0) { sum, claim in
      claim.value > limits[claim.key] - state[claim.key] ? sum + limits[claim.key] - state[claim.key] : sum
    }
    for (kind, _) in zip(kinds, fits).filter(\.1) {
      let tight = kind.counters.count { $0 > 0 && (claims[$0] ?? 0) > limits[$0] - state[$0] }
      if tight > 1 { return nil }
      if tight == 0 { available += kind.members.count }
    }
    guard available > limits[0] - state[0], state[0] < limits[0] else { return nil }
    var counts = state
    counts[0] = limits[0]
    return Way(shares: fits.map { $0 ? .some : .none }, counts: counts)
  }
}
