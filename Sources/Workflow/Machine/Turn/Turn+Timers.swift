import Outcomes

/// Something that falls due.
private struct Timer {
  enum Kind {
    case reminder, deadline, cutoff
    case notice(CaseID)
    case objection(CaseID, Int)
  }

  let kind: Kind
  let place: Place
  let due: Instant
}

extension Turn {
  /// Everything that has fallen due by now, in the order in which it did; a tick twice is one act (S16).
  mutating func fireTimers() throws(Stop) {
    if !hasTimers { return }
    reckonAnew()
    let isTick = if case .tick = command.act { true } else { false }
    let real = now
    // Each timer is used up when it fires; the bound only guards against a definition that winds up new ones at once.
    for _ in 0..<10_000 {
      let ready = timers().filter { isTick ? $0.due.minutes <= real.minutes : $0.due.minutes < real.minutes }
      try askAhead(ready)
      guard let next = ready.min(by: { ($0.due, $0.place.number) < ($1.due, $1.place.number) }) else { break }
      now = max(next.due, events.last?.at ?? next.due)
      try fire(next)
      try openRoundStages()
    }
    now = real
  }

  /// Whether anything could fall due, now or ever.
  private var hasTimers: Bool {
    if !round.deadlines.isEmpty, round.deadlines.values.contains(where: \.isProvisional) { return true }
    return round.openings.contains(where: { $0.hasTimer })
      || round.cases.contains { item in item.openings.contains { $0.hasTimer } }
  }

  /// Many cases fall due in the same minute: their questions are put together, not one by one.
  private func askAhead(_ ready: [Timer]) throws(Stop) {
    var questions: [Question] = []
    for timer in ready {
      guard case .deadline = timer.kind, let id = timer.place.owner, let item = round.cases[id],
        let stage = stage(timer.place), let phase = stage.phase, case .approve(let approval) = stage.kind,
        approval.noReplyIsPending, stage.grace == nil || (opening(timer.place)?.reminders ?? 0) > 0,
        facts.results[RulesKey(case: id, stage: stage.id)] == nil
      else { continue }
      questions.append(.rules(RulesQuestion(case: id, stage: stage.id, phase: phase, data: item.data)))
    }
    if !questions.isEmpty { throw .needs(questions) }
  }

  private func timers() -> [Timer] {
    guard round.suspension == nil else { return [] }
    var found = round.openings.filter { $0.isOpen }.flatMap { timers($0, nil) }
    for id in round.order {
      guard let item = round.cases[id], !item.state.isFinal, item.suspension == nil else { continue }
      found += item.openOpenings.flatMap { timers($0, id) }
      for objection in item.objections where objection.isOverdue != true {
        guard let deadline = objection.runningDeadline, deadline.isRunning else { continue }
        let place = Place(owner: nil, number: objection.opening)
        found.append(Timer(kind: .objection(id, objection.number), place: place, due: deadline.due))
      }
    }
    return found
  }

  private func timers(_ opening: Opening, _ owner: CaseID?) -> [Timer] {
    let place = Place(owner: owner, number: opening.number)
    var found: [Timer] = []
    if let deadline = opening.deadline, deadline.isRunning, let stage = definition[opening.stage] {
      if !opening.isOverdue { found.append(Timer(kind: .deadline, place: place, due: deadline.due)) }
      let first = calendar.officeHours.first?.lowerBound ?? .midnight
      let morning = Instant(deadline.due.day, first)
      if let limit = stage.remind, opening.reminders < limit, opening.lastRemindedOn != deadline.due.day,
        !opening.isOverdue, morning >= opening.enteredAt
      {
        found.append(Timer(kind: .reminder, place: place, due: morning))
      }
    }
    if let cutoff = opening.cutoff, cutoff.isRunning, !opening.isCutOff {
      found.append(Timer(kind: .cutoff, place: place, due: cutoff.due))
    }
    for id in opening.remaining {
      guard let clock = opening.clocks[id], clock.heldSince == nil, clock.deadline.isRunning,
        round.cases[id]?.suspension == nil
      else { continue }
      found.append(Timer(kind: .notice(id), place: place, due: clock.deadline.due))
    }
    return found
  }

  private mutating func fire(_ timer: Timer) throws(Stop) {
    switch timer.kind {
    case .notice(let id): try endNotice(timer.place, id)
    case .objection(let id, let number): noteLate(id, objection: number)
    case .reminder: remind(timer.place)
    case .deadline: try fallDue(timer.place)
    case .cutoff: try cutOff(timer.place)
    }
  }

  private mutating func remind(_ place: Place) {
    for late in lateOnes(place) { note("remind", late.actor, late.stage, place.owner) }
    emit(.reminded(opening: place.number, on: now.day), place.owner)
  }

  /// Those who are asked in the stage, or in the sub-flow that it holds.
  private func lateOnes(_ place: Place) -> [(actor: ActorID, stage: StageID)] {
    placesInside(place).compactMap(opening).flatMap { opening in
      lateOnes(opening).map { (actor: $0, stage: opening.stage) }
    }
  }

  private func lateOnes(_ opening: Opening) -> [ActorID] {
    if opening.vote != nil { return machine.asked(opening, in: round, on: now.day) }
    var found: [ActorID] = []
    for actor in opening.slots.filter({ $0.isOpen }).flatMap({ $0.asked }) where !found.contains(actor) {
      found.append(actor)
    }
    return found
  }

  /// Late is late, not agreed: remind, escalate, or what the stage says; nothing is ever approved by time.
  private mutating func fallDue(_ place: Place) throws(Stop) {
    guard let opening = opening(place), let stage = stage(place) else { return }
    if let grace = stage.grace, opening.reminders == 0 {
      remind(place)
      return emit(.deadlineChanged(opening: place.number, reckon(grace, from: now, counting: .nextDay)), place.owner)
    }
    for late in lateOnes(place) { note("overdue", late.actor, late.stage, place.owner) }
    emit(.lateNoted(opening: place.number), place.owner)
    if let outcome = opening.overdueOutcome, let id = place.owner {
      return finish(id, state(for: outcome), outcome, at: stage.id, slots: .expired)
    }
    if case .approve(let approval) = stage.kind, approval.noReplyIsPending {
      closeSlots(place, .expired)
      return try pass(place)
    }
    try act(stage.onDue, place, stage, opening)
  }

  /// The common deadline has passed: what comes later is not accepted, or the stage does not hold things up.
  private mutating func cutOff(_ place: Place) throws(Stop) {
    guard let opening = opening(place), let stage = stage(place) else { return }
    for late in lateOnes(place) { note("overdue", late.actor, late.stage, place.owner) }
    emit(.cutOff(opening: place.number), place.owner)
    try act(stage.onUntil, place, stage, opening)
  }

  private mutating func act(_ action: DueAction?, _ place: Place, _ stage: Stage, _ opening: Opening) throws(Stop) {
    switch action {
    case .end(let outcome)?:
      for id in opening.remaining {
        try end(id, as: state(for: outcome), outcome, at: stage.id, branch: opening.branch, slots: .expired)
      }
    case .go(let target)?:
      closeChild(place, .expired)
      closeSlots(place, .expired)
      emit(.closed(opening: place.number, .ended), place.owner)
      for id in opening.remaining { try enter(id, target, branch: opening.branch) }
    case .escalate?: escalate(place, stage)
    case nil: return
    }
  }

  private func state(for outcome: Outcome?) -> Case.State { outcome == .withdrawn ? .withdrawn : .rejected }

  private mutating func escalate(_ place: Place, _ stage: Stage) {
    let superiors = members(stage.escalateTo, of: place.owner)
    for inner in placesInside(place) {
      guard let opening = opening(inner) else { continue }
      for slot in opening.slots where slot.isOpen {
        let new = superiors.filter { !slot.asked.contains($0) && !isRecused($0, stage, place.owner) }
        for superior in new {
          if let late = slot.asked.first { note("escalate", late, whom: superior, opening.stage, place.owner) }
        }
        change(inner, slot.index) { $0.escalatedTo += new }
      }
    }
  }

  /// Deadlines in years that had no calendar, now that there is one.
  private mutating func reckonAnew() {
    for (name, deadline) in round.deadlines where deadline.isProvisional {
      if let firm = firm(deadline) { emit(.namedDeadline(name, firm), nil) }
    }
    let owners: [CaseID?] = [nil] + round.order.map { $0 }
    for owner in owners {
      for opening in owner.map({ round.cases[$0]?.openOpenings ?? [] }) ?? round.openings.filter({ $0.isOpen }) {
        if let deadline = opening.deadline, let firm = firm(deadline) {
          emit(.deadlineChanged(opening: opening.number, firm), owner)
        }
        if let cutoff = opening.cutoff, let firm = firm(cutoff) {
          emit(.cutoffChanged(opening: opening.number, firm), owner)
        }
        for (id, clock) in opening.clocks.sorted(by: { $0.key < $1.key }) {
          guard let firm = firm(clock.deadline) else { continue }
          var anew = clock
          anew.deadline = firm
          emit(.clockChanged(opening: opening.number, of: id, anew), owner)
        }
      }
      for objection in owner.flatMap({ round.cases[$0]?.objections }) ?? [] where objection.isOpen {
        var anew = objection
        if let firm = objection.deadline.flatMap(firm) { anew.deadline = firm }
        if let firm = objection.admissionDeadline.flatMap(firm) { anew.admissionDeadline = firm }
        if anew != objection { emit(.objectionChanged(anew), owner) }
      }
    }
  }

  private func firm(_ deadline: Deadline) -> Deadline? {
    guard deadline.isProvisional, let span = deadline.within else { return nil }
    let anew = reckon(span, from: deadline.from, counting: deadline.counting, endsAt: deadline.due.endsAt)
    return anew.isProvisional ? nil : anew
  }
}

extension Deadline {
  var isRunning: Bool { !isProvisional && pausedAt == nil }
}

extension Instant {
  /// The time of the day at which a period ended; midnight is the end of the day before.
  var endsAt: ClockTime { time == .midnight ? .endOfDay : time }
}

extension Opening {
  fileprivate var hasTimer: Bool {
    self.isOpen && (self.deadline != nil || self.cutoff != nil || !self.clocks.isEmpty)
  }
}
