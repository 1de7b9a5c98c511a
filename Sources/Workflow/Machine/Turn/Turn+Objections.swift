import Outcomes

/// 异议: received, admitted or not, looked into, settled (S18, 第三十五条).
extension Turn {
  mutating func object(named: Bool, evidence: Int, against: ActorID?, text: String?) throws(Stop) {
    try receive(
      ReceivedObjection(
        objector: actor, receivedAt: now, isNamed: named, evidence: evidence, against: against, text: text),
      registeredBy: nil)
  }

  /// Entered by the office for somebody else. What counts is when it came in, not when it is entered.
  mutating func register(_ objection: ReceivedObjection) throws(Stop) {
    guard isOffice(actor) else { throw .refuse(.notAssignee) }
    if objection.receivedAt > now { throw .refuse(.notAdmissible, .receivedLater) }
    try receive(objection, registeredBy: actor)
  }

  private mutating func receive(_ received: ReceivedObjection, registeredBy registrar: ActorID?) throws(Stop) {
    guard let id = subject, let item = round.cases[id] else { throw .refuse(.outOfWindow) }
    if notice(of: id) == nil { try recall(id, received.receivedAt) }
    guard let (place, stage, notice, clock) = notice(of: id, in: places) else { throw .refuse(.outOfWindow) }
    let isOwn = received.objector == item.nomination.initiator || received.objector == item.nomination.subject
    if isOwn { throw .refuse(.notAdmissible, .objectingToOwn) }
    let isOver =
      !clock.deadline.isProvisional && clock.heldSince == nil
      && received.receivedAt.minutes > clock.deadline.due.minutes
    if isOver || received.receivedAt.day < clock.postedAt.day { throw .refuse(.outOfWindow) }
    accept(.object, id, stage: stage.id, opening: place.number)
    let objection = objection(received, registrar, id, stage, notice, place)
    emit(.objectionChanged(objection), id)
    if objection.isRecordedOnly { return note("record_objection", received.objector, stage.id, id) }
    if objection.isClue == true { return note("forward_clue", received.objector, stage.id, id) }
    if clock.heldSince == nil { hold(place, id, clock) }
  }

  private func objection(
    _ received: ReceivedObjection, _ registrar: ActorID?, _ id: CaseID, _ stage: Stage, _ notice: Notice,
    _ place: Place
  ) -> Objection {
    let settling = notice.objectionStage.flatMap { definition[$0] }
    let isBare = !received.isNamed && received.evidence == 0
    let isClue = !received.isNamed && received.evidence > 0 && !notice.cluesTo.isEmpty
    let isRecordedOnly = notice.recordsAnonymousOnly && isBare
    var objection = Objection(
      number: (round.cases[id]?.objections.count ?? 0) + 1, stage: stage.id, opening: place.number,
      by: received.objector, at: now, isNamed: received.isNamed, evidence: received.evidence, text: received.text,
      against: received.against,
      settlers: isClue
        ? members(notice.cluesTo, of: id) : settlers(notice, settling, id, received.against),
      settlingStage: settling?.id ?? stage.id, isRecordedOnly: isRecordedOnly)
    if received.receivedAt != now { objection.receivedAt = received.receivedAt }
    objection.registeredBy = registrar
    if isClue { objection.isClue = true }
    if isRecordedOnly || isClue { return objection }
    if let within = inquiry(of: notice)?.admission {
      objection.admissionDeadline = reckon(within, from: now, counting: definition.counting)
    } else {
      objection.deadline = settling.flatMap { deadline(for: $0, last: nil, .walking) }
    }
    return objection
  }

  /// It came in before the notice ended, and was entered after: the case comes back from where it has gone since.
  private mutating func recall(_ id: CaseID, _ receivedAt: Instant) throws(Stop) {
    guard let item = round.cases[id], !item.state.isFinal, item.outcome != .named else { return }
    let served = round.openings.last { opening in
      if case .notice? = definition[opening.stage]?.kind { opening.cases.contains(id) } else { false }
    }
    guard let served, let clock = served.clocks[id], served.departures[id]?.how == .passed,
      receivedAt.minutes <= clock.deadline.due.minutes, receivedAt.day >= clock.postedAt.day
    else { return }
    comeBack(id, to: served.stage)
    var again = Opening(
      number: round.openings.count + 1, sequence: round.openingCount + 1, stage: served.stage, at: now, cases: [id],
      isAfterReturn: true)
    again.clocks[id] = clock
    emit(.entered(again), nil)
    emit(.arrived(served.stage), id)
  }

  /// What has been done behind the notice has to be done again.
  private mutating func comeBack(_ id: CaseID, to stage: StageID) {
    for opening in round.cases[id]?.openOpenings ?? [] {
      closeSlots(Place(owner: id, number: opening.number), .cancelled)
      emit(.closed(opening: opening.number, .cancelled), id)
    }
    for opening in round.openings where opening.isOpen && opening.remaining.contains(id) {
      emit(.left(opening: opening.number, .cancelled), id)
      closeIfEmpty(Place(owner: nil, number: opening.number))
    }
    let index = definition.stages.firstIndex { $0.id == stage } ?? 0
    emit(.sentBack(from: stage, to: stage, forgets: definition.stages[index...].map(\.id)), id)
    if round.cases[id]?.pendingAt != nil { emit(.heldPending(nil), id) }
  }

  private func inquiry(of notice: Notice) -> Inquiry? {
    if case .objection(let inquiry)? = notice.objectionStage.flatMap({ definition[$0]?.kind }) { inquiry } else { nil }
  }

  /// Never the one complained of: his superior instead.
  private func settlers(_ notice: Notice, _ stage: Stage?, _ id: CaseID, _ against: ActorID?) -> [ActorID] {
    let who = stage.map(\.who) ?? notice.objectionTo
    var found: [ActorID] = []
    for actor in members(who.isEmpty ? notice.objectionTo : who, of: id) {
      let person = actor == against ? organization.superiors[actor] : actor
      if let person, person != against, !found.contains(person) { found.append(person) }
    }
    return found
  }

  // MARK: Admission, prolongation, withdrawal

  /// The open objection that is meant, for one of those who look into it.
  private func openObjection(_ number: Int?, settlersOnly: Bool = true) throws(Stop) -> (CaseID, Objection) {
    guard let id = subject, let item = round.cases[id] else { throw .refuse(.badTarget, .caseMissing) }
    let open = item.objections.filter { $0.isOpen && (number == nil || $0.number == number) }
    guard let objection = open.first, number != nil || open.count == 1 else {
      let isKnown = item.objections.contains { $0.settlers.contains(actor) || $0.by == actor }
      throw open.isEmpty && !isKnown ? .refuse(.notAssignee) : .refuse(.badTarget, .noSuchObjection)
    }
    if settlersOnly, !objection.settlers.contains(actor) { throw .refuse(.notAssignee) }
    return (id, objection)
  }

  /// 受理 or 不予受理, within its time.
  mutating func admit(_ number: Int?, _ isAdmitted: Bool, touchesVeto: Bool) throws(Stop) {
    let (id, objection) = try openObjection(number)
    guard objection.awaitsAdmission else { throw .refuse(.notAdmissible, .admittedAlready) }
    if !isAdmitted { try requireReason() }
    accept(
      isAdmitted ? .admitObjection : .dismissObjection, id, stage: objection.settlingStage, opening: objection.opening)
    var changed = objection
    changed.admission = Objection.Admission(
      by: actor, at: now, isAdmitted: isAdmitted, touchesVeto: touchesVeto, reason: command.statedReason)
    changed.isOverdue = nil
    if isAdmitted {
      changed.deadline = definition[objection.settlingStage].flatMap { deadline(for: $0, last: nil, .walking) }
    }
    emit(.objectionChanged(changed), id)
    if isAdmitted || isHeld(id, by: objection) { return }
    if let (place, _, _, clock) = notice(of: id, objectedTo: objection) { try runOnUninterrupted(place, id, clock) }
  }

  /// 复杂的可延长, once, and before the time is up; the reason is what those concerned are told.
  mutating func prolong(_ number: Int?) throws(Stop) {
    let (id, objection) = try openObjection(number)
    guard case .objection(let inquiry)? = definition[objection.settlingStage]?.kind, let span = inquiry.prolongation,
      var deadline = objection.deadline, objection.prolongation == nil
    else { throw .refuse(.notAdmissible, .noProlongation) }
    if !deadline.isProvisional, now.minutes > deadline.due.minutes { throw .refuse(.tooLate) }
    try requireReason()
    accept(.prolongObjection, id, stage: objection.settlingStage, opening: objection.opening)
    let longer = reckon(span, from: deadline.due, counting: definition.counting)
    deadline.due = longer.due
    deadline.isProvisional = deadline.isProvisional || longer.isProvisional
    var changed = objection
    changed.deadline = deadline
    changed.prolongation = Objection.Prolongation(by: actor, at: now, reason: command.statedReason)
    emit(.objectionChanged(changed), id)
  }

  /// 撤回异议: noted. Whether it is looked into any further is for those who do.
  mutating func withdrawObjection(_ number: Int?) throws(Stop) {
    let (id, objection) = try openObjection(number, settlersOnly: false)
    guard objection.by == actor || (isOffice(actor) && objection.registeredBy != nil) else {
      throw .refuse(.notAssignee)
    }
    if objection.withdrawnAt != nil { throw .refuse(.alreadyActed) }
    accept(.withdrawObjection, id, stage: objection.settlingStage, opening: objection.opening)
    var changed = objection
    changed.withdrawnAt = now
    emit(.objectionChanged(changed), id)
  }

  // MARK: Settlement

  mutating func settle(_ number: Int?, isFounded: Bool, _ other: Objection.Settlement.Other? = nil) throws(Stop) {
    let (id, objection) = try openObjection(number)
    let inquiry: Inquiry? =
      if case .objection(let inquiry)? = definition[objection.settlingStage]?.kind { inquiry } else { nil }
    try checkFinding(objection, inquiry, other)
    try requireReason()
    accept(.settleObjection, id, stage: objection.settlingStage, opening: objection.opening)
    let finding = Objection.Settlement(
      by: actor, at: now, isFounded: isFounded, reason: command.statedReason, other: other)
    var changed = objection
    if let least = inquiry?.minSettlers, least > 1 {
      let findings = (objection.findings ?? []) + [finding]
      changed.findings = findings
      if findings.count(where: { $0.agrees(with: finding) }) < least {
        return emit(.objectionChanged(changed), id)
      }
    }
    changed.settlement = finding
    emit(.objectionChanged(changed), id)
    try act(on: finding, id, objection)
  }

  private func checkFinding(
    _ objection: Objection, _ inquiry: Inquiry?, _ other: Objection.Settlement.Other?
  ) throws(Stop) {
    if objection.findings?.contains(where: { $0.by == actor }) == true { throw .refuse(.alreadyActed) }
    switch other {
    case .dropped:
      if objection.withdrawnAt == nil { throw .refuse(.notAdmissible, .notTakenBack) }
      if objection.admission?.touchesVeto == true { throw .refuse(.notAdmissible, .vetoToBeCleared) }
      return
    case .partly: if inquiry?.partlyRunsRules != true { throw .refuse(.notAdmissible, .noPartlyFounded) }
    case nil: break
    }
    if objection.awaitsAdmission { throw .refuse(.notAdmissible, .notAdmittedYet) }
  }

  private mutating func act(on finding: Objection.Settlement, _ id: CaseID, _ objection: Objection) throws(Stop) {
    guard let (place, stage, notice, clock) = notice(of: id, objectedTo: objection) else { return }
    if finding.isFounded { return try uphold(id, place, stage, notice) }
    if finding.other == .partly, try endsByRules(id, place, objection.settlingStage) { return }
    if isHeld(id, by: objection) { return }
    let isCorrected = round.cases[id]?.objections.contains {
      $0.settlement?.other == .partly && $0.opening == objection.opening
    }
    runOn(place, id, notice, clock, isCorrected: isCorrected ?? false)
  }

  /// The very notice that was objected to: a case may stand in several, in branches of its own.
  private func notice(of id: CaseID, objectedTo objection: Objection) -> (Place, Stage, Notice, NoticeClock)? {
    let objected = openPlaces(id).filter { place in
      opening(place)?.stage == objection.stage && place.number == objection.opening
    }
    return notice(of: id, in: objected)
  }

  /// Another objection to the same notice is still open.
  private func isHeld(_ id: CaseID, by objection: Objection) -> Bool {
    round.cases[id]?.objections.contains {
      $0.isOpen && $0.opening == objection.opening && $0.stage == objection.stage
    } ?? false
  }

  private mutating func uphold(_ id: CaseID, _ place: Place, _ stage: Stage, _ notice: Notice) throws(Stop) {
    try turnDown(id, place, notice.onFounded ?? inquiry(of: notice)?.onFounded ?? .end(nil))
    if place.owner == nil { closeIfEmpty(place) }
  }

  /// 部分成立: the facts have been put right; the rules say what becomes of the case (计分、条件、否决重跑).
  private mutating func endsByRules(_ id: CaseID, _ place: Place, _ stage: StageID) throws(Stop) -> Bool {
    guard let item = round.cases[id] else { return false }
    guard let result = facts.results[RulesKey(case: id, stage: stage)] else {
      throw .needs([.rules(RulesQuestion(case: id, stage: stage, phase: .final, data: item.data))])
    }
    emit(.assessed(stage, .final, result), id)
    guard let outcome = result.outcome, outcome.isFinal else { return false }
    finish(id, .rejected, outcome, at: stage)
    return true
  }

  /// Nobody has said whether it is admitted, or looked into it, in time: noted, and nothing decided.
  mutating func noteLate(_ id: CaseID, objection number: Int) {
    guard let objection = round.cases[id]?.objections.first(where: { $0.number == number }) else { return }
    for settler in objection.settlers { note("overdue", settler, objection.settlingStage, id) }
    var changed = objection
    changed.isOverdue = true
    emit(.objectionChanged(changed), id)
  }
}
