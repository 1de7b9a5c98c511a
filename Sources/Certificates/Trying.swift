/// Finds who is in by trying: everybody in turn, equals in every order.
///
/// It is short so that it can be read at one sitting, and it knows nothing of how the list was drawn.
struct Trying {
  /// Of each claimant, the limits that it counts against.
  let claims: [[Int]]
  let limits: [Int]
  /// More than these many ways to break the ties are not looked at.
  private static let mostWays = 20_000

  /// Who can be in together at the end, in every way that the equals of each group may be taken; `nil`: too many.
  func ends(_ groups: [[Int]], holding holders: Set<Int>) -> Set<Set<Int>>? {
    var states: Set<Set<Int>> = [holders]
    for group in groups {
      var open = Array(states)
      var seen: Set<Set<Int>> = []
      states = []
      while let joined = open.popLast() {
        guard seen.insert(joined).inserted else { continue }
        if seen.count > Self.mostWays { return nil }
        let fitting = group.filter { !joined.contains($0) && keepsLimits(joined.union([$0])) }
        if fitting.isEmpty {
          states.insert(joined)
        } else if keepsLimits(joined.union(fitting)) {
          open.append(joined.union(fitting))
        } else {
          // Of those who claim the same, any one stands for the others.
          open += Dictionary(grouping: fitting) { claims[$0] }.values.map { joined.union([$0[0]]) }
        }
      }
    }
    return states
  }

  private func keepsLimits(_ joined: Set<Int>) -> Bool {
    var counts = limits
    for claimant in joined { for claim in claims[claimant] { counts[claim] -= 1 } }
    return counts.allSatisfy { $0 >= 0 }
  }

  /// In in every end, in none, or in some of them only.
  func place(_ claimant: Int, among equals: [Int], _ ends: Set<Set<Int>>) -> Certificate.Place {
    let alike = equals.filter { claims[$0] == claims[claimant] }
    let shares = Set(ends.map { end in alike.count { end.contains($0) } })
    return shares == [alike.count] ? .in : shares == [0] ? .out : .open
  }
}
