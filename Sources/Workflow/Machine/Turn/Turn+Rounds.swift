import Outcomes

/// Stages of the round (S23).
extension Turn {
  /// A round, or a case on its own, begins; or further cases join a round that runs.
  mutating func start(_ nominations: [CaseID: Nomination], _ subject: ActorID?) throws(Stop) {
    let first = definition.stages[0]
    let isLone = round.hasBegun ? round.isLone : nominations.isEmpty
    if round.hasBegun, nominations.isEmpty || round.isLone { throw .refuse(.duplicateInstance) }
    try checkStarter(first, isLone: isLone)
    let new =
      isLone
      ? [Event.NewCase(id: Round.loneCase, nomination: Nomination(by: actor, subject: subject))]
      : nominations.sorted { $0.key < $1.key }.map { Event.NewCase(id: $0.key, nomination: $0.value) }
    if new.contains(where: { round.cases[$0.id] != nil }) { throw .refuse(.duplicateInstance) }
    try checkUnique()
    let hasPassedFirst = round.hasBegun
    emit(.began(cases: new, version: definition.version, isLone: isLone), nil, by: actor)
    accept(.start, isLone ? Round.loneCase : nil)
    for item in new {
      // Who joins later starts with his own form: the announcement is over.
      let entry = hasPassedFirst && first.scope == .round ? definition.stages.first { $0.scope == .case } : first
      try enter(item.id, (entry ?? first).id, branch: nil)
    }
  }

  /// Within the round itself.
  private func checkUnique() throws(Stop) {
    var keys = Set(round.order.compactMap { id in round.cases[id].flatMap { definition.uniqueKey(of: $0.data) } })
    for key in definition.uniqueKeys(startedBy: command) where !keys.insert(key).inserted {
      throw .refuse(.duplicateInstance)
    }
  }

  private func checkStarter(_ first: Stage, isLone: Bool) throws(Stop) {
    if isLone, first.isForm || !first.who.isEmpty, first.who != [.initiator] {
      if members(first.who, of: nil).contains(actor) || isOffice(actor) { return }
      throw .refuse(.notAssignee)
    }
    if isLone, first.who == [.initiator] { return }
    guard isOffice(actor) else { throw .refuse(.notAssignee, .notOfOffice, ["name": actor.rawValue]) }
  }

  /// A round stage opens when every case has arrived, has dropped out or is held; again for one that is set free later.
  mutating func openRoundStages() throws(Stop) {
    guard !round.isLone, round.hasBegun, round.suspension == nil, round.incident == nil else { return }
    for stage in definition.stages where stage.scope == .round {
      let waiting = round.order.filter { isWaiting($0, at: stage.id) }
      if waiting.isEmpty || round.order.contains(where: { blocks($0, stage.id) }) { continue }
      if let open = round.openings.last(where: { $0.stage == stage.id && $0.isOpen }) {
        joinNotice(open, stage, waiting)
        continue
      }
      try open(stage, waiting, owner: nil, branch: nil)
    }
  }

  private func isWaiting(_ id: CaseID, at stage: StageID) -> Bool {
    guard let item = round.cases[id], item.arrivedAt == stage, !item.isHeld, !item.state.isFinal else { return false }
    return !round.openings.contains { $0.isOpen && $0.stage == stage && $0.remaining.contains(id) }
  }

  private func blocks(_ id: CaseID, _ stage: StageID) -> Bool {
    guard let item = round.cases[id] else { return false }
    if item.state.isFinal || item.isHeld || item.arrivedAt == stage || item.passed.contains(stage) { return false }
    return !isInNoticeOfItsOwn(id, before: stage)
  }

  /// Its notice runs anew after an objection, or began later than the others' (递补): who has served his goes on, and the
  /// stage behind the notice opens again for this one.
  private func isInNoticeOfItsOwn(_ id: CaseID, before stage: StageID) -> Bool {
    round.openings.contains { opening in
      guard opening.isOpen, opening.remaining.contains(id), case .notice? = definition[opening.stage]?.kind,
        roundStage(behind: opening.stage) == stage
      else { return false }
      // One that ends at this very minute has been served by the time its timer fires.
      guard let deadline = opening.clocks[id]?.deadline, !deadline.isProvisional else { return true }
      return deadline.due.minutes > now.minutes
    }
  }

  private func roundStage(behind stage: StageID) -> StageID? {
    let index = definition.stages.firstIndex { $0.id == stage } ?? definition.stages.endIndex
    return definition.stages[index...].dropFirst().first { $0.scope == .round }?.id
  }

  /// A case that comes later has its own days of the notice; the others' run on.
  private mutating func joinNotice(_ open: Opening, _ stage: Stage, _ ids: [CaseID]) {
    guard case .notice(let notice) = stage.kind else { return }
    for id in ids {
      emit(.joined(opening: open.number, newClock(notice, postedAt: now)), id)
    }
  }

  /// A stage of the round has been served: one outcome for each of its cases.
  mutating func passRound(_ place: Place, _ stage: Stage) throws(Stop) {
    guard let opening = opening(place) else { return }
    settleNamedDeadlines(stage.id)
    let ranking = try ranking(stage, opening)
    for id in opening.remaining {
      // Stopped (暂缓): the stage opens again for it when it goes on.
      if round.cases[id]?.suspension != nil {
        emit(.left(opening: place.number, .cancelled), id)
        emit(.arrived(stage.id), id)
        continue
      }
      if let result = ranking?[id] {
        emit(.assessed(stage.id, stage.phase, result), id)
        if let rank = result.rank { emit(.ranked(place: rank), id) }
        if let outcome = result.outcome, outcome.isFinal {
          emit(.left(opening: place.number, .ended), id)
          finish(id, .rejected, outcome, at: stage.id)
          continue
        }
        if let outcome = result.outcome { emit(.outcomeChanged(outcome, at: stage.id), id) }
        // 待核 and without a total: it cannot be ranked, and holds up nobody.
        if result.outcome == .pending, result.rank == nil {
          emit(.left(opening: place.number, .ended), id)
          emit(.heldPending(stage.id), id)
          continue
        }
      }
      emit(.left(opening: place.number, .passed), id)
      if let outcome = stage.gives { emit(.outcomeChanged(outcome, at: stage.id), id) }
      try go(id, stage.next ?? .approved, branch: nil)
    }
    if self.opening(place)?.isOpen == true { emit(.closed(opening: place.number, .passed), nil) }
    closeHeld(stage)
  }

  private func ranking(_ stage: Stage, _ opening: Opening) throws(Stop) -> [CaseID: RuleResult]? {
    guard case .approve(let approval) = stage.kind, approval.confirmsRanking else { return nil }
    if let ranking = facts.ranking { return ranking }
    let data = Dictionary(
      uniqueKeysWithValues: opening.remaining.map { ($0, round.cases[$0]?.data ?? [:]) })
    throw .needs([.ranking(RankingQuestion(stage: stage.id, cases: opening.remaining, data: data))])
  }

  /// 归档: what is still held on the way ends as the stage says (待核 → 取消; the time for 递补 is over).
  private mutating func closeHeld(_ stage: Stage) {
    for (hold, outcome) in stage.closes.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      for id in round.order {
        guard let item = round.cases[id], !item.state.isFinal else { continue }
        let isMeant =
          switch hold {
          case .pending: item.pendingAt != nil
          case .reserve: item.outcome == .reserve
          case .objection: item.objections.contains(where: { $0.isOpen })
          case .suspension: item.suspension != nil
          }
        if isMeant { finish(id, .rejected, outcome, at: stage.id) }
      }
    }
  }

  /// 递补: the highest of the reserve takes a seat that has fallen free, and is published in his turn.
  mutating func fillReserve() throws(Stop) {
    guard isOffice(actor) else { throw .refuse(.notAssignee) }
    guard let rule = definition.reserve else { throw .refuse(.notAdmissible, .noReserve) }
    let vacated = command.case.flatMap { id in round.vacancies.first { $0.of == id && !$0.isFilled } }
    guard let vacancy = vacated else {
      throw .refuse(.badTarget, .noVacancy, ["case": command.case?.rawValue ?? ""])
    }
    // One round of 递补: a seat that fell free by the fall of one who stepped up is not filled again.
    let depth = round.vacancies.filter { $0.by == vacancy.of }.count
    if depth >= rule.rounds {
      throw .refuse(
        .notAdmissible, .reserveOnce, ["rounds": String(rule.rounds), "case": vacancy.of.rawValue])
    }
    if isTooLate(rule) { throw .refuse(.tooLate) }
    guard let replacement = facts.replacement else {
      throw .needs([.replacement(question(vacancy.of))])
    }
    if case .stepsUp(let id) = replacement, round.cases[id]?.outcome != .reserve {
      throw .refuse(.badTarget, .notInReserve, ["case": id.rawValue])
    }
    accept(.fillReserve, nil, stage: rule.stage)
    guard case .stepsUp(let id) = replacement else { return emit(.filled(vacated: vacancy.of, by: nil), nil) }
    emit(.filled(vacated: vacancy.of, by: id), nil)
    emit(.outcomeChanged(.selected, at: rule.stage), id)
    try enter(id, rule.stage, branch: nil)
  }

  private func question(_ vacated: CaseID) -> ReplacementQuestion {
    let candidates = round.order.filter { round.cases[$0]?.outcome == .reserve }
      .sorted { (round.cases[$0]?.rank ?? .max, $0) < (round.cases[$1]?.rank ?? .max, $1) }
    let seated = round.order.filter { id in
      let outcome = round.cases[id]?.outcome
      return outcome == .selected || outcome == .named
    }
    return ReplacementQuestion(vacated: vacated, candidates: candidates, seated: seated)
  }

  /// During the notice, or so long after the end of its last day; never after 命名.
  private func isTooLate(_ rule: ReserveRule) -> Bool {
    if round.order.contains(where: { round.cases[$0]?.outcome == .named }) { return true }
    let clocks = round.openings.filter { $0.stage == rule.stage }.flatMap(\.clocks.values)
    guard let end = clocks.map(\.deadline.due).max() else { return true }
    let last = calendar.end(of: rule.within, from: end, endsAt: definition.endsAt)
    return !last.isProvisional && now.minutes > last.value.minutes
  }
}
