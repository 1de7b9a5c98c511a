import Outcomes

/// A ballot over the cases of a round: who passes, who has a seat, and the run-off between the tied.
extension Turn {
  mutating func settleCases(
    _ place: Place, _ opening: Opening, _ stage: Stage, _ ballot: Ballot, _ counts: VoteCounts, _ common: Tally
  ) throws(Stop) {
    guard let session = opening.vote else { return }
    var tallies = session.caseTallies
    var passed: [CaseID] = []
    for id in session.subjects {
      var tally = tally(opening, id, counts.cases[id] ?? Count(), issued: common.issued, returned: common.returned)
      let isMet: Bool
      switch ballot.rule {
      case .threshold(let threshold)?:
        isMet = threshold.isMet(by: tally.count.yes, of: caseBase(threshold.base, tally, common))
      case .expression(let condition)?:
        guard let holds = try holds(condition, tally, of: id, place, stage, opening) else { return }
        isMet = holds
      case nil: isMet = false
      }
      tally.passed = isMet
      tallies[id] = tally
      if isMet { passed.append(id) }
    }
    let seated = round.order.filter { session.standings[$0] == .elected || hasSeat($0, but: session.subjects) }
    let standings = try standings(stage, ballot, session, tallies, passed, seated)
    record(place, tallies, standings, common, seats: try seatsLeft(ballot, session))
    try moveCases(place, stage, session)
  }

  /// From an earlier count: a case that was held is voted on when the others have their seats.
  private func hasSeat(_ id: CaseID, but subjects: [CaseID]) -> Bool {
    guard !subjects.contains(id), let outcome = round.cases[id]?.outcome else { return false }
    return outcome == .selected || outcome == .named
  }

  /// Where names are marked, who left a name out has cast a ballot all the same.
  private func caseBase(_ base: Ballot.Base, _ tally: Tally, _ common: Tally) -> Int {
    switch base {
    case .eligible, .weight: tally.eligible
    case .present: tally.present
    case .cast: common.returned
    case .castWithoutAbstain: tally.count.yes + tally.count.no
    }
  }

  private func seatsLeft(_ ballot: Ballot, _ session: VoteSession) throws(Stop) -> Int? {
    if let left = session.seatsLeft { return left }
    guard ballot.moreThanSeats.isEmpty, let seats = ballot.seats else { return nil }
    return try number(seats)
  }

  private func standings(
    _ stage: Stage, _ ballot: Ballot, _ session: VoteSession, _ tallies: [CaseID: Tally], _ passed: [CaseID],
    _ seated: [CaseID]
  ) throws(Stop) -> [CaseID: VoteSession.Standing] {
    var standings = session.standings
    for id in session.subjects { standings[id] = .notElected }
    if !ballot.moreThanSeats.isEmpty {
      let answers = try seats(stage, ballot, session, tallies, passed, seated)
      for id in passed { standings[id] = standing(answers[id]) }
      return standings
    }
    guard let seats = try seatsLeft(ballot, session) else {
      for id in passed { standings[id] = .elected }
      return standings
    }
    let order = passed.sorted { (tallies[$0]?.count.yes ?? 0, $1) > (tallies[$1]?.count.yes ?? 0, $0) }
    for (id, standing) in cut(order, at: seats, tallies, runsOff: ballot.runsOff) { standings[id] = standing }
    return standings
  }

  /// The first `seats` are elected; whoever is level across the line votes again.
  private func cut(
    _ order: [CaseID], at seats: Int, _ tallies: [CaseID: Tally], runsOff: Bool
  ) -> [(CaseID, VoteSession.Standing)] {
    guard order.count > seats, seats > 0 else { return order.map { ($0, seats > 0 ? .elected : .notElected) } }
    let line = tallies[order[seats - 1]]?.count.yes ?? 0
    let isTied = tallies[order[seats]]?.count.yes == line
    return order.enumerated().map { index, id in
      let votes = tallies[id]?.count.yes ?? 0
      if isTied, votes == line { return (id, .runOff) }
      return (id, index < seats ? .elected : .reserve)
    }
  }

  private func seats(
    _ stage: Stage, _ ballot: Ballot, _ session: VoteSession, _ tallies: [CaseID: Tally], _ passed: [CaseID],
    _ seated: [CaseID]
  ) throws(Stop) -> [CaseID: Outcome] {
    if let seats = facts.seats { return seats }
    let votes = tallies.filter { session.subjects.contains($0.key) }.mapValues(\.count)
    throw .needs([
      .seats(
        SeatsQuestion(
          purpose: .seats, stage: stage.id, keys: ballot.moreThanSeats, votes: votes, passed: passed,
          seated: seated))
    ])
  }

  private func standing(_ outcome: Outcome?) -> VoteSession.Standing {
    switch outcome {
    case .selected?: .elected
    case .reserve?: .reserve
    case .tieOpen?: .runOff
    default: .notElected
    }
  }

  private mutating func record(
    _ place: Place, _ tallies: [CaseID: Tally], _ standings: [CaseID: VoteSession.Standing], _ common: Tally,
    seats: Int?
  ) {
    let tied = round.order.filter { standings[$0] == .runOff }
    changeVote(place) { vote in
      let won = vote.subjects.count { standings[$0] == .elected }
      vote.tally = common
      vote.caseTallies = tallies
      vote.standings = standings
      vote.isOpen = false
      vote.seatsLeft = seats.map { max(0, $0 - won) }
      guard !tied.isEmpty else { return }
      vote.earlier.append(common)
      vote.number += 1
      vote.isRunOff = true
      vote.subjects = tied
      vote.took = []
      vote.votes = [:]
    }
  }

  /// The cases move when the stage ends, not before.
  private mutating func moveCases(_ place: Place, _ stage: Stage, _ session: VoteSession) throws(Stop) {
    guard let standings = opening(place)?.vote?.standings, !standings.values.contains(.runOff) else { return }
    closeVoters(place)
    let action = stage.onReject ?? .end(.voteFailed)
    for id in opening(place)?.remaining ?? [] {
      switch standings[id] {
      case .elected?, .reserve?:
        emit(.left(opening: place.number, .passed), id)
        let isReserve = standings[id] == .reserve
        if isReserve {
          emit(.outcomeChanged(.reserve, at: stage.id), id)
        } else if let outcome = stage.gives {
          emit(.outcomeChanged(outcome, at: stage.id), id)
        }
        if isReserve, definition.reserve == nil {
          finish(id, .rejected, nil, at: stage.id)
        } else {
          try go(id, stage.next ?? .approved, branch: nil)
        }
      case .notElected?, .runOff?, nil: try turnDown(id, place, action)
      }
    }
    emit(.closed(opening: place.number, .passed), place.owner)
  }

  private mutating func closeVoters(_ place: Place) {
    let took = opening(place)?.vote?.took ?? []
    for slot in opening(place)?.slots ?? [] where slot.ending == nil {
      if slot.holder.map(took.contains) ?? false { change(place, slot.index) { $0.ending = .approved } }
    }
  }
}
