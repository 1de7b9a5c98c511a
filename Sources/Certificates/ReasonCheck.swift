import FEEL

/// Whether a reason holds: each names its witnesses, and they have to be the ones.
struct ReasonCheck {
  let certificate: Certificate
  /// Those before who are in, or may come to be, in the order in which they came.
  private var ahead: [(nominee: Certificate.Nominee, place: Certificate.Place)] = []
  /// Those before whom nothing parts.
  private var tied: [String] = []

  init(certificate: Certificate) { self.certificate = certificate }

  /// Goes on behind a group of equals.
  mutating func pass(_ group: [(Certificate.Nominee, Certificate.Place, Certificate.Reason?)]) {
    for (nominee, place, reason) in group {
      if place != .out { ahead.append((nominee, place)) }
      if reason?.code == "tied" { tied.append(nominee.id) }
    }
  }

  /// - Parameter level: the equals of the nominee that are open, too.
  func holdsOnList(_ nominee: Certificate.Nominee, level: [String]) -> Bool {
    guard let reason = nominee.reason else { return nominee.list == .in }
    switch (reason.code, nominee.list) {
    case ("full", .out): return isLine(reason, of: nominee) && ahead.count >= certificate.places
    case ("capped", .out):
      guard let number = reason.number, nominee.caps.contains(number) else { return false }
      return areHolders(reason.others, certificate.caps[number - 1].limit) { $0.caps.contains(number) }
        && reason.instead == replacement(of: nominee)
    default: return isOpen(reason, nominee.list, level)
    }
  }

  func holdsAtSeats(_ nominee: Certificate.Nominee, _ place: Certificate.Place, level: [String]) -> Bool {
    guard let reason = nominee.seatReason else { return place == .in }
    switch (reason.code, place) {
    case ("full", .out):
      return reason.last == ahead.last?.nominee.id && ahead.count >= certificate.seats
    case ("floor", .out):
      guard let number = reason.number, certificate.floors.indices.contains(number - 1),
        !certificate.floors[number - 1].isSoft, !nominee.floors.contains(number)
      else { return false }
      let left = certificate.seats - certificate.floors[number - 1].limit
      return areHolders(reason.others, left) { !$0.floors.contains(number) }
    default: return isOpen(reason, place, level)
    }
  }

  /// The last on the list, how far it is ahead, and, if not by its total, by which key.
  private func isLine(_ reason: Certificate.Reason, of nominee: Certificate.Nominee) -> Bool {
    guard let last = ahead.last?.nominee else { return reason.last == nil }
    let key = zip(last.keys, nominee.keys).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    return reason.last == last.id && reason.gap == last.total.subtracting(nominee.total)
      && reason.key == (last.total == nominee.total ? key.map { $0 + 1 } : nil)
  }

  /// Exactly those of a group who are in before, and as many as there may be.
  private func areHolders(_ ids: [String], _ limit: Int, _ belongs: (Certificate.Nominee) -> Bool) -> Bool {
    let holders = ahead.filter { belongs($0.nominee) }
    let isSure = holders.allSatisfy { $0.place == .in }
    return ids == holders.map(\.nominee.id) && (isSure ? holders.count == max(limit, 0) : holders.count >= limit)
  }

  /// Who would not be on the list but for the caps stands in for those held back, in order.
  private func replacement(of nominee: Certificate.Nominee) -> String? {
    let ranking = certificate.ranking
    guard ranking.prefix(certificate.places).contains(where: { $0.id == nominee.id }) else { return nil }
    let held = ranking.prefix { $0.id != nominee.id }.count { $0.reason?.code == "capped" }
    return ranking.dropFirst(certificate.places).filter { $0.list == .in }.dropFirst(held).first?.id
  }

  private func isOpen(_ reason: Certificate.Reason, _ place: Certificate.Place, _ level: [String]) -> Bool {
    switch (reason.code, place) {
    case ("tied", .open): !level.isEmpty && Set(reason.others) == Set(level)
    case ("waits", .open): !tied.isEmpty && Set(reason.others) == Set(tied)
    default: false
    }
  }
}
