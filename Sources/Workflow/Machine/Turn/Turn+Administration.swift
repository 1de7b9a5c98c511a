import Outcomes

/// What an administrator may do, each with a reason; never sign, vote, shorten a notice or lower a rule (S22).
extension Turn {
  func requireAdministrator() throws(Stop) {
    guard isAdministrator(actor) else { throw .refuse(.notAssignee) }
  }

  /// A task goes to somebody else; the place of one who stood back is given to a substitute (换补).
  mutating func assign(taskOf holder: ActorID, to other: ActorID) throws(Stop) {
    try requireAdministrator()
    for place in places {
      guard let opening = opening(place), let stage = stage(place) else { continue }
      let held = opening.slots.first { $0.holder == holder && $0.ending == nil && !opening.hasCast($0) }
      guard let slot = held ?? opening.slots.first(where: { $0.holder == holder && $0.ending == .recused }) else {
        continue
      }
      if !organization.knows(other) { throw .refuse(.badTarget, .unknownPerson, ["name": other.rawValue]) }
      if opening.slots.contains(where: { $0.holder == other || $0.signature?.actor == other }) {
        throw .refuse(.duplicateSigner, ["actor": other.rawValue])
      }
      if isRecused(other, stage, place.owner) { throw .refuse(.recused, ["actor": other.rawValue]) }
      try requireReason()
      accept(.assign, place.owner, stage: stage.id, opening: opening.number, whom: [other])
      give(slot, to: other, opening, place)
      return settleIncidents(of: place)
    }
    throw .refuse(.badTarget, .holdsNothing, ["name": holder.rawValue])
  }

  private mutating func give(_ slot: Slot, to other: ActorID, _ opening: Opening, _ place: Place) {
    guard slot.ending == nil else {
      let substitute = Slot(
        index: opening.slots.count, candidates: [other], holder: other, role: slot.role, isAsked: slot.isAsked)
      return emit(.slotChanged(opening: place.number, substitute), place.owner)
    }
    change(place, slot.index) {
      $0.holder = other
      $0.candidates = [other]
      $0.isParked = false
      $0.delegates = []
    }
  }

  /// The place is taken again, and nothing else is wanting there.
  private mutating func settleIncidents(of place: Place) {
    guard let opening = opening(place), let stage = stage(place), !opening.slots.contains(where: \.isParked),
      !lacksElectors(opening, stage)
    else { return }
    guard let id = place.owner else {
      if round.incident?.opening == place.number { emit(.incident(nil), nil) }
      return
    }
    for incident in round.cases[id]?.incidents ?? [] where incident.opening == place.number {
      if incident.cause == .noSuccessor || incident.cause == .tooFewSigners { settle(incident, id) }
    }
  }

  /// Other branches of the case may still stand where they stopped.
  mutating func settle(_ incident: Incident, _ id: CaseID) {
    emit(.incidentSettled(incident), id)
    if let item = round.cases[id], item.incidents.isEmpty, item.state == .incident {
      emit(.stateChanged(.running), id)
    }
  }

  /// 离职交接: every open task goes to the successor, except where he signs already.
  mutating func handOver(tasksOf holder: ActorID, to other: ActorID) throws(Stop) {
    try requireAdministrator()
    if !organization.knows(other) { throw .refuse(.badTarget, .unknownPerson, ["name": other.rawValue]) }
    if other == holder { throw .refuse(.selfTarget) }
    let all = subject.map { openPlaces($0) } ?? everyOpenPlace
    let held = all.filter { place in
      guard let opening = opening(place) else { return false }
      return opening.slots.contains { $0.ending == nil && $0.holder == holder && !opening.hasCast($0) }
    }
    accept(.handover, subject, stage: held.first.flatMap(stage)?.id, whom: [other])
    for place in held {
      guard let opening = opening(place), let stage = stage(place),
        let slot = opening.slots.first(where: { $0.ending == nil && $0.holder == holder })
      else { continue }
      let isTaken = opening.slots.contains { $0.holder == other || $0.signature?.actor == other }
      let hasDecided = place.owner.map { decided(other, $0) } ?? false
      if isTaken || isRecused(other, stage, place.owner) || (hasDecided && excludesDeciders(stage)) {
        change(place, slot.index) { $0.isParked = true }
        fail(place.owner, stage.id, .noSuccessor, opening: opening.number, branch: opening.branch)
      } else {
        change(place, slot.index) {
          $0.holder = other
          $0.candidates = [other]
        }
      }
    }
  }

  private func excludesDeciders(_ stage: Stage) -> Bool {
    if case .approve(let approval) = stage.kind { approval.excludesDeciders } else { false }
  }

  mutating func setData() throws(Stop) {
    guard isAdministrator(actor) || isOffice(actor) else { throw .refuse(.notAssignee) }
    try requireReason()
    accept(.setData, subject)
    if let id = subject { try assessAgain(id) }
  }

  /// Walks on from where the machine stopped.
  mutating func retry() throws(Stop) {
    try requireAdministrator()
    guard let id = subject, let incident = round.cases[id]?.incident else {
      return try retryRound()
    }
    try requireReason()
    accept(.retry, id, stage: incident.stage)
    settle(incident, id)
    guard let number = incident.opening else { return try enter(id, incident.stage, branch: incident.branch) }
    try walkOn(from: Place(owner: id, number: number))
  }

  /// What was wanting may still be wanting: then it stops again.
  private mutating func walkOn(from place: Place) throws(Stop) {
    guard let opening = opening(place), opening.isOpen, let stage = stage(place) else { return }
    if opening.slots.contains(where: \.isParked) {
      return fail(place.owner, stage.id, .noSuccessor, opening: place.number, branch: opening.branch)
    }
    switch stage.kind {
    case .approve, .vote, .score: try reconsider(place, stage)
    default: if !opening.slots.contains(where: { $0.isOpen }) { try pass(place) }
    }
  }

  private mutating func retryRound() throws(Stop) {
    guard let incident = round.incident else { throw .refuse(.notAdmissible, .nothingStopped) }
    try requireReason()
    accept(.retry, nil, stage: incident.stage)
    emit(.incident(nil), nil)
    if let number = incident.opening { try walkOn(from: Place(owner: nil, number: number)) }
  }

  mutating func changeOrganization() throws(Stop) {
    try requireAdministrator()
    accept(.orgChange, subject)
  }

  // MARK: - Suspending and ending

  mutating func suspend() throws(Stop) {
    let may = isAdministrator(actor) || members(definition.maySuspend, of: subject).contains(actor)
    guard may else { throw .refuse(.notAssignee) }
    try requireReason()
    accept(.suspend, subject)
    let state = subject.flatMap { round.cases[$0]?.state } ?? round.state
    emit(.suspensionChanged(Suspension(at: now, before: state)), subject)
    if let id = subject { emit(.stateChanged(.suspended), id) }
  }

  /// The unused working time runs on (S17).
  mutating func resume() throws(Stop) {
    let may = isAdministrator(actor) || members(definition.maySuspend, of: subject).contains(actor)
    guard may else { throw .refuse(.notAssignee) }
    guard let suspension = subject.flatMap({ round.cases[$0]?.suspension }) ?? round.suspension else { return }
    accept(.resume, subject)
    emit(.suspensionChanged(nil), subject)
    if let id = subject { emit(.stateChanged(suspension.before), id) }
    let owners: [CaseID?] = subject.map { [$0] } ?? [nil] + round.order.map { $0 }
    for owner in owners {
      for opening in owner.map({ round.cases[$0]?.openOpenings ?? [] }) ?? round.openings.filter({ $0.isOpen }) {
        runOn(opening, owner, since: suspension.at)
      }
    }
  }

  private mutating func runOn(_ opening: Opening, _ owner: CaseID?, since: Instant) {
    if var deadline = opening.deadline, deadline.pausedAt == nil {
      deadline.pausedAt = since
      emit(.deadlineChanged(opening: opening.number, running(deadline)), owner)
    }
    for id in opening.remaining {
      guard var clock = opening.clocks[id], clock.heldSince == nil else { continue }
      clock.deadline.pausedAt = since
      clock.deadline = running(clock.deadline)
      emit(.clockChanged(opening: opening.number, of: id, clock), owner)
    }
  }

  mutating func terminate() throws(Stop) {
    try requireAdministrator()
    try requireReason()
    accept(.terminate, subject)
    for id in subject.map({ [$0] }) ?? round.order { finish(id, .terminated, .cancelled, at: nil) }
  }

  /// 申诉: by the applicant, in time, so often as the definition allows (S19).
  mutating func appeal() throws(Stop) {
    guard let id = subject, let item = round.cases[id] else { throw .refuse(.badTarget, .caseMissing) }
    guard item.nomination.initiator == actor else { throw .refuse(.notInitiator) }
    guard let rule = definition.appeal, item.state == .rejected, let end = item.endedAt, item.appeals < rule.times
    else { throw .refuse(.notAdmissible, .noAppeal) }
    let last = calendar.end(of: rule.within, from: end, counting: definition.counting, endsAt: definition.endsAt)
    if !last.isProvisional, now.minutes > last.value.minutes { throw .refuse(.tooLate) }
    try requireReason()
    accept(.appeal, id)
    emit(.appealed, id)
    emit(.stateChanged(.running), id)
    try enter(id, rule.stage, branch: nil)
  }
}
