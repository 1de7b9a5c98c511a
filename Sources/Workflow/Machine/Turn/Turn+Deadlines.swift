extension Turn {
  func reckon(
    _ span: TimeSpan, from start: Instant, counting: Counting, endsAt: ClockTime? = nil
  ) -> Deadline {
    let end = calendar.end(of: span, from: start, counting: counting, endsAt: endsAt ?? definition.endsAt)
    return Deadline(
      due: end.value, isProvisional: end.isProvisional, from: start, within: span, counting: counting, pausedAt: nil)
  }

  /// When a stage entered now is due: the earlier of its period and its instant.
  func deadline(for stage: Stage, last: Opening?, _ entry: Entry) -> Deadline? {
    if case .returning(_, let within?) = entry { return reckon(within, from: now, counting: definition.counting) }
    if stage.clock == .pauseWhileReturned, let paused = last?.deadline, paused.pausedAt != nil {
      return running(paused)
    }
    guard let rule = stage.due else { return nil }
    var found: [Deadline] = []
    let start = max(now, rule.notBefore.flatMap { round.deadlines[$0]?.due } ?? now)
    if let span = rule.within {
      found.append(reckon(span, from: start, counting: rule.counting ?? definition.counting))
    }
    if let instant = rule.at { found.append(fixed(instant)) }
    return found.min { $0.due < $1.due }
  }

  /// The common deadline that ends the stage; papers that were sent back have a time of their own.
  func cutoff(for stage: Stage, _ entry: Entry) -> Deadline? {
    guard case .walking = entry else { return nil }
    return stage.due?.until.flatMap { round.deadlines[$0] }
  }

  private func fixed(_ instant: Instant) -> Deadline {
    Deadline(
      due: instant, isProvisional: !calendar.covers(instant.day) && !calendar.years.isEmpty, from: now, within: nil,
      counting: .nextDay, pausedAt: nil)
  }

  mutating func settleNamedDeadlines(_ stage: StageID) {
    for rule in definition.deadlines where rule.from == stage && round.deadlines[rule.name] == nil {
      emit(.namedDeadline(rule.name, reckon(rule.within, from: now, counting: rule.counting)), nil)
    }
  }

  /// While the papers are with the applicant, the reviewer's clock stands.
  mutating func pauseClock(_ place: Place) {
    guard stage(place)?.clock == .pauseWhileReturned, var deadline = opening(place)?.deadline else { return }
    deadline.pausedAt = now
    emit(.deadlineChanged(opening: place.number, deadline), place.owner)
  }

  /// The unused working time runs on from now. Working days are whole: the day of the pause is used up, today is not counted.
  func running(_ paused: Deadline) -> Deadline {
    guard let since = paused.pausedAt else { return paused }
    var anew = paused
    anew.pausedAt = nil
    switch paused.within {
    case nil: return anew
    case .minutes: anew.due = Instant(minutes: now.minutes + max(0, paused.due.minutes - since.minutes))
    case .workingHours:
      let end = calendar.end(ofWorkingMinutes: calendar.workingMinutes(from: since, to: paused.due), from: now)
      (anew.due, anew.isProvisional) = (end.value, end.isProvisional)
    case .workingDays:
      let left = calendar.count(from: since.day.next, through: paused.due.lastDay).value
      let end = calendar.lastDay(of: max(1, left), from: now.day, counting: left == 0 ? .sameDay : .nextDay)
      (anew.due, anew.isProvisional) = (Instant(end.value, paused.due.endsAt), end.isProvisional)
    case .days, .months, .years:
      let left = max(0, paused.due.lastDay.number - since.day.number)
      let end = calendar.workingDay(onOrAfter: now.day.adding(left))
      (anew.due, anew.isProvisional) = (Instant(end.value, paused.due.endsAt), end.isProvisional)
    }
    return anew
  }
}

extension Instant {
  /// The last day of a period that ends here.
  var lastDay: Day { time == .midnight ? day.adding(-1) : day }
}
