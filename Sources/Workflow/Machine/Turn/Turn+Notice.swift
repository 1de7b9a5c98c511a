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
    }
  }

  private func notice(of id: CaseID, in places: [Place]) -> (Place, Stage, Notice, NoticeClock)? {
    for place in places {
      if let stage = stage(place), case .notice(let notice) = stage.kind, let clock = opening(place)?.clocks[id] {
        return (place, stage, notice, clock)
      }
    }
    return nil
  }

  mutating func object(named: Bool, evidence: Int, against: ActorID?, text: String?) throws(Stop) {
    guard let id = subject, let item = round.cases[id], let (place, stage, notice, clock) = notice(of: id, in: places)
    else {
      throw .refuse(.outOfWindow)
    }
    let isOwn = actor == item.nomination.initiator || actor == item.nomination.subject
    if isOwn { throw .refuse(.notAdmissible, .objectingToOwn) }
    let isOver = !clock.deadline.isProvisional && clock.heldSince == nil && now.minutes > clock.deadline.due.minutes
    if isOver { throw .refuse(.outOfWindow) }
    let isRecordedOnly = notice.recordsAnonymousOnly && !named && evidence == 0
    accept(.object, id, stage: stage.id, opening: place.number)
    let settling = notice.objectionStage.flatMap { definition[$0] }
    let objection = Objection(
      number: item.objections.count + 1, stage: stage.id, opening: place.number, by: actor, at: now, isNamed: named,
      evidence: evidence, text: text, against: against, settlers: settlers(notice, settling, id, against),
      settlingStage: settling?.id ?? stage.id, isRecordedOnly: isRecordedOnly,
      deadline: isRecordedOnly ? nil : settling.flatMap { deadline(for: $0, last: nil, .walking) }, settlement: nil)
    emit(.objectionChanged(objection), id)
    if isRecordedOnly { return note("record_objection", actor, stage.id, id) }
    if clock.heldSince == nil { hold(place, id, clock) }
  }

  /// Never the one complained of: his superior instead.
  private func settlers(_ notice: Notice, _ stage: Stage?, _ id: CaseID, _ against: ActorID?) -> [ActorID] {
    let who = stage.map { $0.who } ?? notice.objectionTo
    var found: [ActorID] = []
    for actor in members(who.isEmpty ? notice.objectionTo : who, of: id) {
      let person = actor == against ? organization.superiors[actor] : actor
      if let person, person != against, !found.contains(person) { found.append(person) }
    }
    return found
  }

  /// Only days served whole count: the day of the objection does not.
  private mutating func hold(_ place: Place, _ id: CaseID, _ clock: NoticeClock) {
    var held = clock
    let first = clock.counting == .sameDay ? clock.from : clock.from.next
    let served = calendar.count(from: first, through: now.day.adding(-1)).value
    held.daysLeft = max(0, clock.daysLeft - served)
    held.heldSince = now
    emit(.clockChanged(opening: place.number, of: id, held), place.owner)
  }

  mutating func settle(_ number: Int?, isFounded: Bool) throws(Stop) {
    guard let id = subject, let item = round.cases[id] else { throw .refuse(.badTarget, .caseMissing) }
    let open = item.objections.filter { $0.isOpen && (number == nil || $0.number == number) }
    guard let objection = open.first, number != nil || open.count == 1 else {
      let isKnown = item.objections.contains { $0.settlers.contains(actor) }
      throw open.isEmpty && !isKnown
        ? .refuse(.notAssignee) : .refuse(.badTarget, .noSuchObjection)
    }
    guard objection.settlers.contains(actor) else { throw .refuse(.notAssignee) }
    try requireReason()
    accept(.settleObjection, id, stage: objection.settlingStage, opening: objection.opening)
    var settled = objection
    settled.settlement = Objection.Settlement(
      by: actor, at: now, isFounded: isFounded, reason: command.statedReason)
    emit(.objectionChanged(settled), id)
    let objected = openPlaces(id).filter { place in
      opening(place)?.stage == objection.stage && place.number == objection.opening
    }
    guard let (place, stage, notice, clock) = notice(of: id, in: objected) else { return }
    if isFounded { return try uphold(id, place, stage, notice) }
    let others = round.cases[id]?.objections.filter { $0.isOpen && $0.opening == objection.opening } ?? []
    if others.contains(where: { $0.stage == objection.stage }) { return }
    runOn(place, id, notice, clock)
  }

  private mutating func uphold(_ id: CaseID, _ place: Place, _ stage: Stage, _ notice: Notice) throws(Stop) {
    var action = notice.onFounded ?? .end(nil)
    if notice.onFounded == nil, case .objection(let inquiry)? = notice.objectionStage.flatMap({ definition[$0]?.kind })
    {
      action = inquiry.onFounded
    }
    try turnDown(id, place, action)
    if place.owner == nil { closeIfEmpty(place) }
  }

  /// The rest runs from the day after the settlement, or all of it if the interruption was long enough.
  private mutating func runOn(_ place: Place, _ id: CaseID, _ notice: Notice, _ clock: NoticeClock) {
    guard let heldSince = clock.heldSince else { return }
    let interrupted = calendar.count(from: heldSince.day, through: now.day).value
    let restarts = notice.restartAfter.map { interrupted >= $0 } ?? false
    var next = self.clock(
      notice, from: now, counting: .nextDay, days: restarts ? days(notice) : clock.daysLeft, postedAt: clock.postedAt)
    next.restarts = clock.restarts + (restarts ? 1 : 0)
    emit(.clockChanged(opening: place.number, of: id, next), place.owner)
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
