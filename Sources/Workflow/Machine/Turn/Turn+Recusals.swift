/// 回避 by rule, and on application (第三十九条). What a recusal does to a task is in `Turn+People`.
extension Turn {
  /// Why somebody is left out of a case by rule; `nil`: nothing is known against him.
  func ground(_ actor: ActorID, _ rule: RecusalRule, of id: CaseID?) -> Recusal.Ground? {
    guard let id, let item = round.cases[id] else { return nil }
    if rule.sameCompany, isOfCompany(actor, of: id) { return .company }
    let people = [item.nomination.initiator, item.nomination.subject].compactMap { $0 }
    let company = company(of: id)
    let tie = organization.relations.first { relation in
      rule.relations.contains(relation.kind) && relation.holds(on: now.day, lookback: rule.lookback)
        && relation.ties(
          actor, to: people, company: { name in company.map { organization.areOne($0, name) } ?? false }, nominee: id)
    }
    return tie.map { .relation($0.kind) }
  }

  /// What stands in the record of those whom the list leaves out.
  mutating func noteRecusals(_ opening: Opening, _ stage: Stage) {
    if !stage.namesGrounds { return }
    for id in opening.cases {
      for actor in members(stage.who, of: id) {
        guard let ground = ground(actor, stage.recusal, of: id) else { continue }
        noteRecusal(actor, stage.id, ground, id)
      }
    }
  }

  mutating func noteRecusal(
    _ actor: ActorID, _ stage: StageID, _ ground: Recusal.Ground, _ id: CaseID?, wasFoundLate: Bool = false
  ) {
    guard let id, let item = round.cases[id] else { return }
    if !wasFoundLate, item.recusals.contains(where: { $0.actor == actor && $0.stage == stage }) { return }
    emit(
      .stoodBack(Recusal(actor: actor, stage: stage, ground: ground, at: now, wasFoundLate: wasFoundLate)), id)
  }

  // MARK: On application

  /// 申请回避: until it has been decided, the applicant does nothing in the case.
  mutating func askToStandBack(_ stage: Stage, _ place: Place) throws(Stop) {
    guard let id = command.case ?? place.owner else { throw .refuse(.badTarget, .caseMissing) }
    let before = round.cases[id]?.recusalRequests.first { $0.actor == actor && $0.stage == stage.id }
    if before != nil { throw .refuse(.alreadyActed) }
    accept(.recuse, id, stage: stage.id, opening: place.number)
    emit(
      .recusalAsked(
        RecusalRequest(
          actor: actor, stage: stage.id, opening: place.number, at: now, reason: command.statedReason, decision: nil)),
      id)
  }

  func hasAskedToStandBack(_ actor: ActorID, _ stage: StageID, _ id: CaseID?) -> Bool {
    id.flatMap { round.cases[$0] }?.recusalRequests.contains {
      $0.actor == actor && $0.stage == stage && $0.decision == nil
    } ?? false
  }

  /// 主任决定；主任的回避由副主任决定. Nobody decides about himself.
  func mayDecide(on other: ActorID, _ heads: [Assignee], _ stage: Stage, _ id: CaseID?) -> Bool {
    let deciders = members(heads, of: id)
    if deciders.contains(other) { return other != actor && members(stage.recusal.deputies, of: id).contains(actor) }
    return deciders.contains(actor)
  }

  mutating func decideRecusal(of other: ActorID, isGranted: Bool) throws(Stop) {
    guard let id = subject, let item = round.cases[id] else { throw .refuse(.badTarget, .caseMissing) }
    let open = item.recusalRequests.last {
      $0.actor == other && $0.decision == nil && (command.stage == nil || command.stage == $0.stage)
    }
    guard let request = open, let stage = definition[request.stage] else {
      throw .refuse(.badTarget, .noRecusalRequest, ["name": other.rawValue])
    }
    guard mayDecide(on: other, stage.recusal.decidedBy, stage, id) else { throw .refuse(.notAssignee) }
    if !isGranted { try requireReason() }
    accept(.decideRecusal, id, stage: stage.id, opening: request.opening, whom: [other])
    var decided = request
    decided.decision = RecusalRequest.Decision(
      by: actor, at: now, isGranted: isGranted, reason: command.statedReason)
    emit(.recusalDecided(decided), id)
    if isGranted { try standBack(other, stage, id, request) }
  }

  private mutating func standBack(
    _ other: ActorID, _ stage: Stage, _ id: CaseID, _ request: RecusalRequest
  ) throws(Stop) {
    noteRecusal(other, stage.id, .declared, id)
    let place = Place(owner: stage.scope == .case || round.isLone ? id : nil, number: request.opening)
    guard let opening = opening(place), opening.isOpen else { return }
    if place.owner == nil {
      recuse([other], from: id, place)
    } else {
      recuse(other, stage, place)
    }
    try reconsider(place, stage)
  }
}

extension Machine {
  /// Who has to decide on an application to stand back.
  func deciders(on request: RecusalRequest, of id: CaseID, in round: Round) -> [ActorID] {
    let turn = Turn(
      machine: self, round: round, command: Command(.tick), actor: .system, now: request.at, facts: Facts())
    guard request.decision == nil, let stage = turn.definition[request.stage] else { return [] }
    let heads = turn.members(stage.recusal.decidedBy, of: id)
    let deciders = heads.contains(request.actor) ? turn.members(stage.recusal.deputies, of: id) : heads
    return deciders.filter { $0 != request.actor }
  }
}
