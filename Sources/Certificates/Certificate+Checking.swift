public import Diagnostics
import FEEL

extension Certificate {
  /// Everything in it that is not so; empty when it holds.
  public var faults: [Diagnostic] {
    var ids: Set<String> = []
    let twice = (ranking.map { ($0.id, $0.span) } + belowMinimum.map { ($0.id, $0.span) })
      .filter { !ids.insert($0.0).inserted }
      .map { Diagnostic(.namedTwice, at: $0.1, ["id": $0.0]) }
    // With a wrong order nothing else can be told.
    let order = twice + orderFaults
    guard order.isEmpty else { return order }
    return minimumFaults + listFaults + seatFaults + countFaults
  }

  // MARK: Order and minimum

  private var orderFaults: [Diagnostic] {
    ranking.indices.compactMap { index in
      let nominee = ranking[index]
      let ahead = ranking.count { Self.isAhead($0, of: nominee) }
      let isSorted = index == 0 || !Self.isAhead(nominee, of: ranking[index - 1])
      guard nominee.rank != ahead + 1 || !isSorted else { return nil }
      return Diagnostic(
        .wrongOrder, at: nominee.span,
        ["name": nominee.name, "claimed": "\(nominee.rank)", "found": "\(ahead + 1)"])
    }
  }

  /// By total, then key by key, the greater first; what has no number comes last.
  private static func isAhead(_ one: Nominee, of other: Nominee) -> Bool {
    if one.total != other.total { return one.total > other.total }
    guard let (a, b) = zip(one.keys, other.keys).first(where: { $0 != $1 }) else { return false }
    guard let a, let b else { return a != nil }
    return a > b
  }

  private var minimumFaults: [Diagnostic] {
    let low = ranking.filter { $0.total < minimum ?? $0.total }.map { ($0.name, $0.total, Decimal.zero, $0.span) }
    let short = belowMinimum.filter { minimum == nil || minimum != $0.total.adding($0.gap) || $0.gap <= .zero }
      .map { ($0.name, $0.total, $0.gap, $0.span) }
    return (low + short).map { name, total, gap, span in
      Diagnostic(
        .wrongMinimum, at: span,
        [
          "name": name, "total": total.description, "minimum": minimum?.description ?? "-", "gap": gap.description,
        ])
    }
  }

  // MARK: The list

  private var listFaults: [Diagnostic] {
    let trying = Trying(claims: ranking.map { [0] + $0.caps }, limits: [places] + caps.map(\.limit))
    let groups = Dictionary(grouping: ranking.indices) { ranking[$0].rank }.sorted { $0.key < $1.key }.map(\.value)
    guard let ends = trying.ends(groups, holding: []) else { return [Diagnostic(.tooManyWays, at: nil)] }
    var check = ReasonCheck(certificate: self)
    return groups.flatMap { group in
      defer { check.pass(group.map { (ranking[$0], ranking[$0].list, ranking[$0].reason) }) }
      return group.compactMap { index -> Diagnostic? in
        let nominee = ranking[index]
        let found = trying.place(index, among: group, ends)
        guard found == nominee.list else { return wrong(.wrongPlace, nominee, nominee.list, found) }
        let level = group.filter { $0 != index && ranking[$0].list == .open }.map { ranking[$0].id }
        return check.holdsOnList(nominee, level: level) ? nil : wrong(nominee.reason, nominee)
      }
    }
  }

  // MARK: The seats

  private var seatFaults: [Diagnostic] {
    let running = ranking.filter { $0.votes != nil || $0.holdsSeat }
    let trying = Trying(
      claims: running.map { nominee in [0] + hardFloors.filter { !nominee.floors.contains($0) } },
      limits: [seats] + floors.map { seats - $0.limit })
    let holders = running.indices.filter { running[$0].holdsSeat }
    let groups = Dictionary(grouping: running.indices.filter { !running[$0].holdsSeat }) {
      [-(running[$0].votes ?? 0), running[$0].rank]
    }.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
    guard let ends = trying.ends(groups, holding: Set(holders)) else { return [Diagnostic(.tooManyWays, at: nil)] }
    var faults = ranking.filter { $0.votes == nil && !$0.holdsSeat && ($0.seat != nil || $0.seatReason != nil) }
      .map { wrong(.wrongSeat, $0, $0.seat, .out) }
    faults += holders.filter { running[$0].seat != .in }.map { wrong(.wrongSeat, running[$0], running[$0].seat, .in) }
    var check = ReasonCheck(certificate: self)
    check.pass(holders.map { (running[$0], .in, nil) })
    for group in groups {
      for index in group {
        let nominee = running[index]
        let found = trying.place(index, among: group, ends)
        let level = group.filter { $0 != index && running[$0].seat == .open }.map { running[$0].id }
        if found != nominee.seat {
          faults.append(wrong(.wrongSeat, nominee, nominee.seat, found))
        } else if !check.holdsAtSeats(nominee, found, level: level) {
          faults.append(wrong(nominee.seatReason, nominee))
        }
      }
      check.pass(group.map { (running[$0], running[$0].seat ?? .out, running[$0].seatReason) })
    }
    return faults + emptySeatFaults(seats - (ends.map(\.count).max() ?? 0))
  }

  /// Numbers of the floors that keep seats; a soft one keeps none.
  private var hardFloors: [Int] { floors.indices.filter { !floors[$0].isSoft }.map { $0 + 1 } }

  // MARK: Counts

  private func emptySeatFaults(_ found: Int) -> [Diagnostic] {
    counts.filter { $0.name == "empty_seats" && $0.value != found }.map {
      wrongCount($0.name, $0.value, found, $0.span)
    }
  }

  private var countFaults: [Diagnostic] {
    let found = [
      "ranked": ranking.count, "listed": ranking.count { $0.list == .in }, "open": ranking.count { $0.list == .open },
      "below_minimum": belowMinimum.count, "seated": ranking.count { $0.seat == .in },
      "reserve": ranking.count { $0.seat == .out }, "undecided": ranking.count { $0.seat == .open },
    ]
    var faults = counts.compactMap { count in
      found[count.name].flatMap { $0 == count.value ? nil : wrongCount(count.name, count.value, $0, count.span) }
    }
    for (index, cap) in caps.enumerated() {
      let listed = ranking.count { $0.list == .in && $0.caps.contains(index + 1) }
      if listed != cap.listed { faults.append(wrongCount(cap.name, cap.listed, listed, cap.span)) }
    }
    for (index, floor) in floors.enumerated() {
      let members = ranking.filter { $0.floors.contains(index + 1) }
      let listed = members.count { $0.list == .in }
      let seated = members.count { $0.seat == .in }
      if listed != floor.listed { faults.append(wrongCount(floor.name, floor.listed, listed, floor.span)) }
      if let claimed = floor.seated, claimed != seated {
        faults.append(wrongCount(floor.name, claimed, seated, floor.span))
      }
    }
    return faults
  }

  // MARK: Faults

  private func wrongCount(_ what: String, _ claimed: Int, _ found: Int, _ span: Span) -> Diagnostic {
    Diagnostic(.wrongCount, at: span, ["what": what, "claimed": "\(claimed)", "found": "\(found)"])
  }

  private func wrong(_ message: Message, _ nominee: Nominee, _ claimed: Place?, _ found: Place) -> Diagnostic {
    Diagnostic(
      message, at: nominee.span,
      ["name": nominee.name].naming("claimed", (claimed ?? .out).phrase).naming("found", found.phrase))
  }

  private func wrong(_ reason: Reason?, _ nominee: Nominee) -> Diagnostic {
    Diagnostic(.wrongReason, at: nominee.span, ["name": nominee.name, "code": reason?.code ?? "-"])
  }
}
