import Outcomes

/// 公示 and 异议 (S18).
extension Turn {
  func newClock(_ notice: Notice, postedAt instant: Instant) -> NoticeClock {
    clock(
      notice, from: instant, counting: notice.counting ?? definition.counting, days: days(notice), postedAt: instant)
  }

  private func days(_ notice: Notice) -> Int {
    if case .workingDays(let days) = notice.days { days } else { 0 }
  }

  private func clock(
    _ notice: Notice, from instant: Instant, counting: Counting, days: Int, postedAt: Instant
  ) -> NoticeClock {
    let span = if case .workingDays = notice.days { TimeSpan.workingDays(days) } else { notice.days }
    let deadline = reckon(
      span, from: instant, counting: counting, endsAt: notice.endsAt ?? definition.endsAt)
    return NoticeClock(
      from: instant.day, counting: counting, daysLeft: days, deadline: deadline, heldSince: nil, restarts: 0,
      postedAt: postedAt)
  }

  /// 发布公示: the clocks start.
  mutating func post(_ place: Place, _ notice: Notice) {
    for id in opening(place)?.remaining ?? [] {
      emit(.clockChanged(opening: place.number, of: id, newClock(notice, postedAt: now)), place.owner)
      if let field = notice.postedField { emit(.dataSet([field: .text(now.day.description)]), id) }
    }
  }

  /// The notice in which a case stands, among these places; without them, among all that is open.
  func notice(of id: CaseID, in places: [Place]? = nil) -> (Place, Stage, Notice, NoticeClock)? {
    for place in places ?? openPlaces(id) {
      if let stage = stage(place), case .notice(let notice) = stage.kind, let clock = opening(place)?.clocks[id] {
        return (place, stage, notice, clock)
      }
    }
    return nil
  }

  /// Only days served whole count: the day of the objection does not.
  mutating func hold(_ place: Place, _ id: CaseID, _ clock: NoticeClock) {
    var held = clock
    let first = clock.counting == .sameDay ? clock.from : clock.from.next
    let served = calendar.count(from: first, through: now.day.adding(-1)).value
    held.daysLeft = max(0, clock.daysLeft - served)
    held.heldSince = now
    emit(.clockChanged(opening: place.number, of: id, held), place.owner)
  }

  /// The rest runs from the day after the settlement, or all of it if the interruption was long enough.
  mutating func runOn(
    _ place: Place, _ id: CaseID, _ notice: Notice, _ clock: NoticeClock, isCorrected: Bool = false
  ) {
    guard let heldSince = clock.heldSince else { return }
    let interrupted = calendar.count(from: heldSince.day, through: now.day).value
    let restarts = isCorrected || notice.restartAfter.map { interrupted >= $0 } ?? false
    var next = self.clock(
      notice, from: now, counting: .nextDay, days: restarts ? days(notice) : clock.daysLeft, postedAt: clock.postedAt)
    next.restarts = clock.restarts + (restarts ? 1 : 0)
    emit(.clockChanged(opening: place.number, of: id, next), place.owner)
  }

  /// An objection that was not admitted has interrupted nothing: the notice ends when it would have.
  mutating func runOnUninterrupted(_ place: Place, _ id: CaseID, _ clock: NoticeClock) throws(Stop) {
    var next = clock
    let first = clock.counting == .sameDay ? clock.from : clock.from.next
    next.daysLeft = calendar.count(from: first, through: clock.deadline.due.lastDay).value
    next.heldSince = nil
    emit(.clockChanged(opening: place.number, of: id, next), place.owner)
    if next.deadline.isRunning, next.deadline.due.minutes < now.minutes { try endNotice(place, id) }
  }

  /// A corrected list is published anew.
  mutating func amendNotice() throws(Stop) {
    for place in places {
      guard let stage = stage(place), case .notice(let notice) = stage.kind, let opening = opening(place) else {
        continue
      }
      let publishers = stage.who.isEmpty ? members(definition.office, of: nil) : members(stage.who, of: place.owner)
      guard publishers.contains(actor) else { throw .refuse(.notAssignee) }
      accept(.amendNotice, place.owner, stage: stage.id, opening: opening.number)
      guard notice.restartsOnChange else { return }
      for id in opening.remaining {
        guard let clock = opening.clocks[id] else { continue }
        var anew = newClock(notice, postedAt: now)
        anew.heldSince = clock.heldSince
        anew.restarts = clock.restarts + 1
        emit(.clockChanged(opening: place.number, of: id, anew), place.owner)
      }
      return
    }
    throw .refuse(.outOfWindow)
  }

  /// A notice has run its days for a case: it goes on, unless an objection holds it.
  mutating func endNotice(_ place: Place, _ id: CaseID) throws(Stop) {
    guard let stage = stage(place), opening(place)?.remaining.contains(id) == true else { return }
    if place.owner != nil { return try pass(place) }
    emit(.left(opening: place.number, .passed), id)
    if let outcome = stage.gives { emit(.outcomeChanged(outcome, at: stage.id), id) }
    try go(id, stage.next ?? .approved, branch: nil)
    if opening(place)?.remaining.isEmpty == true { emit(.closed(opening: place.number, .passed), nil) }
  }
}
