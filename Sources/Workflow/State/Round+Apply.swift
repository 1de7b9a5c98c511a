import Outcomes

extension Round {
  /// Folds one event. Total: an event about what is not there changes nothing.
  public mutating func apply(_ event: Event) {
    switch event.change {
    case .began(let new, let version, let isLone): begin(new, version: version, isLone: isLone)
    case .accepted(let act): accept(act, event)
    case .dataSet(let data): change(event.case) { $0.data.merge(data) { $1 } }
    case .entered(let opening): enter(opening, event.case)
    case .slotChanged(let number, let slot): changeSlot(slot, number, event)
    case .voteChanged(let number, let vote): changeOpening(number, event.case) { $0.vote = vote }
    case .clockChanged(let number, let id, let clock): changeOpening(number, event.case) { $0.clocks[id] = clock }
    case .deadlineChanged(let number, let deadline): changeOpening(number, event.case) { $0.deadline = deadline }
    case .cutoffChanged(let number, let deadline): changeOpening(number, event.case) { $0.cutoff = deadline }
    case .cutOff(let number): changeOpening(number, event.case) { $0.isCutOff = true }
    case .objectionChanged(let objection): change(event.case) { $0.keep(objection) }
    case .left(let number, let how): leave(number, how, event)
    case .closed(let number, let ending): close(number, ending, event)
    case .arrived(let stage): change(event.case) { $0.arrivedAt = stage }
    case .stateChanged(let state): changeState(state, event)
    case .assessed(let stage, let phase, let result):
      change(event.case) {
        $0.result = result
        $0.results.append(Case.Assessment(stage: stage, phase: phase, at: event.at, result: result))
      }
    case .outcomeChanged(let outcome, let stage):
      change(event.case) {
        ($0.outcome, $0.outcomeStage) = (outcome, stage)
        if outcome == .named, $0.namedAt == nil { ($0.namedAt, $0.namedStage) = (event.at, stage) }
      }
    case .ranked(let place): change(event.case) { $0.rank = place }
    case .incident(let incident):
      if event.case == nil { self.incident = incident } else { change(event.case) { $0.keep(incident) } }
    case .incidentSettled(let incident): change(event.case) { $0.incidents.removeAll { $0 == incident } }
    case .guardAnswered: break
    case .forked(let fork): change(event.case) { $0.forks.append(fork) }
    case .forkChanged(let fork): change(event.case) { $0.keep(fork) }
    case .resumePoint(let point): change(event.case) { $0.resume = point }
    case .sentBack(let stage, _, let forgotten):
      change(event.case) {
        $0.returns[stage, default: 0] += 1
        $0.passed.removeAll { forgotten.contains($0) }
      }
    case .pendingAccepted(let reasons): change(event.case) { $0.acceptedReasons = reasons }
    case .joined(let number, let clock): join(number, clock, event.case)
    case .lateNoted(let number): changeOpening(number, event.case) { $0.isOverdue = true }
    case .reminded(let number, let day):
      changeOpening(number, event.case) {
        $0.reminders += 1
        $0.lastRemindedOn = day
      }
    case .urged(let number, let day): changeOpening(number, event.case) { $0.urges[day, default: 0] += 1 }
    case .heldPending(let stage): change(event.case) { $0.pendingAt = stage }
    case .namedDeadline(let name, let deadline): deadlines[name] = deadline
    case .suspensionChanged(let suspension): suspend(suspension, event.case)
    case .appealed: change(event.case) { $0.appeals += 1 }
    case .vacated(let id): vacancies.append(Vacancy(of: id, since: event.at))
    case .filled(let vacated, let id): fill(vacated, by: id)
    case .migrated(let migration): move(migration)
    case .relisted(let number, let slots): relist(number, slots, event.case)
    case .noted(let entry): log.append(entry)
    case .stoodBack(let recusal): change(event.case) { $0.recusals.append(recusal) }
    case .recusalAsked(let request): change(event.case) { $0.recusalRequests.append(request) }
    case .recusalDecided(let request): change(event.case) { $0.keep(request) }
    case .drawn(let draw): draws.append(draw)
    case .mergedInto(let other): change(event.case) { $0.mergedInto = other }
    case .revocationOpened(let revocation): change(event.case) { $0.revocations.append(revocation) }
    case .titleChanged(let act):
      change(event.case) {
        $0.titleActs.append(act)
        if act.tally != nil { $0.settledRevocations = $0.revocations.count }
      }
    }
  }

  mutating func change(_ id: CaseID?, _ body: (inout Case) -> Void) {
    if let id { cases.change(id, body) }
  }
}

extension Round {
  private mutating func begin(_ new: [Event.NewCase], version: Int, isLone: Bool) {
    hasBegun = true
    self.isLone = isLone
    definitionVersion = version
    log.reserveCapacity(log.count + 16 * new.count)
    for item in new { cases.add(Case(id: item.id, nomination: item.nomination)) }
  }

  private mutating func accept(_ act: Event.Act, _ event: Event) {
    if let id = act.command.id {
      commands[id] = act.isSecret ? .some(nil) : act.command
    }
    version += 1
    change(event.case) { item in
      item.version += 1
      guard act.verb == .submit else { return }
      let data = act.command.data
      let changed = data.keys.filter { item.data[$0] != data[$0] }.sorted()
      item.submissions.append(Case.Submission(at: event.at, by: event.by, changed: changed))
    }
    let verb = act.isSecret ? "took_part" : act.verb.rawValue
    if act.whom.isEmpty { log.append(LogEntry(verb, event.by, stage: act.stage)) }
    for target in act.whom { log.append(LogEntry(verb, event.by, whom: target, stage: act.stage)) }
  }

  private mutating func enter(_ opening: Opening, _ id: CaseID?) {
    log.append(LogEntry("enter", .system, stage: opening.stage))
    openingCount += 1
    if let id { change(id) { $0.openings.append(opening) } } else { openings.append(opening) }
  }

  private mutating func changeSlot(_ slot: Slot, _ number: Int, _ event: Event) {
    var stage: StageID?
    var before: Slot?
    changeOpening(number, event.case) { opening in
      stage = opening.stage
      if slot.index < opening.slots.count {
        before = opening.slots[slot.index]
        opening.slots[slot.index] = slot
      } else {
        opening.slots.append(slot)
      }
    }
    if let verb = slot.loggedEnding, before?.ending != slot.ending, before?.isAsked ?? true {
      for actor in before?.asked ?? slot.asked { log.append(LogEntry(verb, actor, stage: stage)) }
    }
  }

  mutating func changeOpening(_ number: Int, _ id: CaseID?, _ body: (inout Opening) -> Void) {
    if let id {
      change(id) { item in
        guard let index = item.openings.place(of: number) else { return }
        // If it is copied now, then with room for the stage that is mostly entered next.
        item.openings.reserveCapacity(item.openings.count + 1)
        body(&item.openings[index])
      }
    } else if let index = openings.place(of: number) {
      body(&openings[index])
    }
  }

  private mutating func leave(_ number: Int, _ how: Event.Departure, _ event: Event) {
    let leaving = Opening.Leaving(how: how, at: event.at)
    // Of a round's opening, the case that leaves is the event's, and the opening is the round's.
    guard let id = event.case else { return }
    guard let index = openings.lastIndex(where: { $0.number == number && $0.cases.contains(id) }) else { return }
    openings[index].departures[id] = leaving
    let stage = openings[index].stage
    change(id) {
      if how == .passed { $0.passed.append(stage) }
      if $0.arrivedAt == stage { $0.arrivedAt = nil }
    }
  }

  private mutating func join(_ number: Int, _ clock: NoticeClock, _ id: CaseID?) {
    guard let id else { return }
    changeOpening(number, nil) { opening in
      opening.departures[id] = nil
      if !opening.cases.contains(id) { opening.cases.append(id) }
      opening.clocks[id] = clock
    }
  }

  private mutating func close(_ number: Int, _ ending: Opening.Ending, _ event: Event) {
    changeOpening(number, event.case) {
      $0.ending = ending
      $0.endedAt = event.at
    }
  }

  private mutating func changeState(_ state: Case.State, _ event: Event) {
    change(event.case) {
      $0.state = state
      $0.endedAt = state.isFinal ? event.at : nil
      if state.isFinal {
        $0.arrivedAt = nil
        $0.pendingAt = nil
      }
    }
  }

  private mutating func suspend(_ suspension: Suspension?, _ id: CaseID?) {
    if id == nil { self.suspension = suspension } else { change(id) { $0.suspension = suspension } }
  }

  private mutating func fill(_ vacated: CaseID, by id: CaseID?) {
    guard let index = vacancies.lastIndex(where: { $0.of == vacated && !$0.isFilled }) else { return }
    vacancies[index].isFilled = true
    vacancies[index].by = id
  }
}

extension Case {
  /// `nil`: all of them are settled.
  mutating func keep(_ incident: Incident?) {
    if let incident { self.incidents.append(incident) } else { self.incidents = [] }
  }

  mutating func keep(_ objection: Objection) {
    if let index = self.objections.firstIndex(where: { $0.number == objection.number }) {
      self.objections[index] = objection
    } else {
      self.objections.append(objection)
    }
  }

  mutating func keep(_ request: RecusalRequest) {
    guard
      let index = self.recusalRequests.lastIndex(where: { $0.actor == request.actor && $0.stage == request.stage })
    else { return }
    self.recusalRequests[index] = request
  }

  mutating func keep(_ fork: Fork) {
    if let index = self.forks.lastIndex(where: { $0.number == fork.number }) { self.forks[index] = fork }
  }
}

extension Slot {
  /// Endings that the machine logs itself; a signature is logged as the act it was.
  var loggedEnding: String? {
    switch self.ending {
    case .closedByPeer, .expired, .removed, .cancelled: self.ending?.rawValue
    case .returned: self.signature == nil ? self.ending?.rawValue : nil
    case .approved, .rejected, .abstained, .recused, .migrated, nil: nil
    }
  }

  /// Who can act on it now.
  var asked: [ActorID] {
    if self.isParked { return [] }
    if let last = self.delegates.last { return [last] + self.escalatedTo }
    return (self.holder.map { [$0] } ?? self.candidates) + self.escalatedTo
  }
}
