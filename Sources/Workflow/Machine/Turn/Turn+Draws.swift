/// Lots: they are drawn elsewhere, with a seed or by hand; here they are checked, recorded, and heeded.
extension Turn {
  mutating func draw(_ draw: Draw) throws(Stop) {
    guard isOffice(actor) else { throw .refuse(.notAssignee) }
    guard let stage = definition[draw.stage], let rule = stage.draw else {
      throw .refuse(.badTarget, .nothingToDraw, ["stage": draw.stage.rawValue])
    }
    for id in draw.cases where round.cases[id] == nil {
      throw .refuse(.badTarget, .noSuchCase, ["case": id.rawValue])
    }
    let draw = filled(draw, stage, rule)
    try check(draw, rule, stage)
    if draw.seed == nil, draw.minutes == nil { throw .refuse(.reasonRequired, .drawWithoutProof) }
    accept(.draw, draw.cases.count == 1 ? draw.cases.first : nil, stage: stage.id)
    emit(.drawn(draw), nil)
    for id in round.order where draw.covers(id) { try goOn(id, stage.id) }
  }

  /// Where it is not said what was in the box, it is what the stage would ask, or what stands in it.
  func filled(_ draw: Draw, _ stage: Stage, _ rule: DrawRule) -> Draw {
    guard draw.pool.isEmpty else { return draw }
    var filled = draw
    switch rule {
    case .people: filled.pool = members(stage.who, of: draw.cases.first).map(\.rawValue)
    case .share(_, of: .evidence): break
    case .share(_, of: .cases): filled.pool = standing(in: stage)
    }
    return filled
  }

  private func standing(in stage: Stage) -> [String] {
    (round.openings.last { $0.isOpen && $0.stage == stage.id }?.remaining ?? []).map(\.rawValue)
  }

  /// All lots were in the box, none twice, as many as the stage asks for, and the box held what it should.
  private func check(_ draw: Draw, _ rule: DrawRule, _ stage: Stage) throws(Stop) {
    let lots = Set(draw.drawn)
    guard lots.count == draw.drawn.count, Set(draw.pool).count == draw.pool.count, lots.isSubset(of: draw.pool) else {
      throw .refuse(.badTarget, .badDraw)
    }
    switch rule {
    case .people:
      let known = Set(members(stage.who, of: draw.cases.first).map(\.rawValue))
      if let stranger = draw.pool.first(where: { !known.contains($0) }) {
        throw .refuse(.badTarget, .unknownPerson, ["name": stranger])
      }
    case .share(_, of: .evidence): if draw.cases.count != 1 { throw .refuse(.badTarget, .caseMissing) }
    case .share(_, of: .cases):
      if Set(draw.pool) != Set(standing(in: stage)) { throw .refuse(.badTarget, .badDraw) }
    }
    guard rule.admits(draw.drawn.count, of: draw.pool.count) else {
      throw .refuse(
        .notAdmissible, .drawOfOtherSize, ["count": String(draw.drawn.count), "total": String(draw.pool.count)])
    }
  }

  /// A case that waited for the lots goes on.
  private mutating func goOn(_ id: CaseID, _ stage: StageID) throws(Stop) {
    let waiting = round.cases[id]?.incidents.filter { $0.cause == .notDrawn && $0.stage == stage } ?? []
    for incident in waiting {
      settle(incident, id)
      try enter(id, stage, branch: incident.branch)
    }
  }

  /// Those who were drawn last for the case, or for all; `nil`: nobody has been, or nobody has to be.
  func drawn(for stage: Stage, _ id: CaseID?) -> [String]? {
    guard stage.draw != nil else { return nil }
    return round.draws.last { $0.stage == stage.id && !$0.cases.isEmpty && $0.covers(id) }?.drawn
      ?? round.draws.last { $0.stage == stage.id && $0.cases.isEmpty }?.drawn
  }

  /// 抽查: nothing is signed or voted on before the sample has been drawn.
  func requireSample(_ place: Place, _ stage: Stage) throws(Stop) {
    guard stage.draw != nil, case .share(let share, let pool)? = stage.draw else { return }
    let isDrawn =
      switch pool {
      case .evidence: drawn(for: stage, place.owner) != nil
      case .cases:
        // Who comes onto a list that is made anew was in no box yet: it is drawn from again.
        round.draws.contains { draw in
          draw.stage == stage.id && Set(opening(place)?.remaining.map(\.rawValue) ?? []).isSubset(of: draw.pool)
        }
      }
    if isDrawn { return }
    throw .refuse(
      .notAdmissible, .sampleMissing, ["stage": stage.name ?? stage.id.rawValue, "share": share.description])
  }
}

extension Machine {
  /// What lies in the box for a draw, and how many lots are drawn from it; `nil`: the stage has nothing to draw.
  public func box(for draw: Draw, in round: Round) -> (pool: [String], count: Int)? {
    let turn = Turn(
      machine: self, round: round, command: Command(.tick), actor: .system, now: Instant(.first, .midnight),
      facts: Facts())
    guard let stage = turn.definition[draw.stage], let rule = stage.draw else { return nil }
    let pool = turn.filled(draw, stage, rule).pool
    return (pool, (0...pool.count).first { rule.admits($0, of: pool.count) } ?? pool.count)
  }
}
