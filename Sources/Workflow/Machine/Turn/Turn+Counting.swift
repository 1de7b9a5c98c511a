import Outcomes

/// What was counted: on the one question, or for each case.
struct VoteCounts {
  var question: Count?
  var cases: [CaseID: Count] = [:]
  /// Where the teller reports them.
  var eligible: Int?
  var present: Int?
  var spoiled = 0
}

extension Turn {
  func count(
    _ votes: [Vote], _ stage: Stage, _ ballot: Ballot, _ session: VoteSession
  ) throws(Stop) -> VoteCounts {
    var counts = VoteCounts()
    let isEach = subjects(session, stage) != [nil]
    if isEach { for id in session.subjects { counts.cases[id] = Count() } } else { counts.question = Count() }
    let most = try mostNames(ballot, session)
    for vote in votes {
      switch vote {
      case .choice(let choice): counts.question?.add(choice)
      case .marks(let marks): for (id, choice) in marks { counts.cases[id]?.add(choice) }
      case .names(let names) where most.map({ names.count > $0 }) ?? false: counts.spoiled += 1
      case .names(let names): for id in names { counts.cases[id]?.add(.yes) }
      }
    }
    return counts
  }

  /// How many names a ballot may bear; in a run-off as many as seats are left.
  private func mostNames(_ ballot: Ballot, _ session: VoteSession) throws(Stop) -> Int? {
    if session.isRunOff, let left = session.seatsLeft { return left }
    return try ballot.maxChoices.map { amount throws(Stop) in try number(amount) }
  }

  func number(_ amount: Amount) throws(Stop) -> Int {
    switch amount {
    case .number(let number): return Count.bounded(number)
    case .parameter(let name):
      guard let number = facts.parameters[name] else { throw .needs([.parameter(name)]) }
      return Count.bounded(number)
    }
  }

  func tally(_ opening: Opening, _ id: CaseID?, _ count: Count, issued: Int, returned: Int) -> Tally {
    let electors = electors(opening, id)
    let present = opening.vote?.present.filter(electors.contains).count ?? 0
    let all = opening.slots.count { $0.ending != .removed }
    return Tally(
      eligible: recusedLeave(opening) ? electors.count : all, present: present, issued: issued, returned: returned,
      count: count,
      recused: all - electors.count, passed: nil)
  }

  func recusedLeave(_ opening: Opening) -> Bool {
    if case .vote(let ballot)? = definition[opening.stage]?.kind { ballot.recusedLeave } else { true }
  }

  func base(_ base: Ballot.Base, _ tally: Tally, weights: Int) -> Int {
    switch base {
    case .eligible: tally.eligible
    case .present: tally.present
    case .cast: tally.count.total
    case .castWithoutAbstain: tally.count.yes + tally.count.no
    case .weight: weights
    }
  }

  /// An open vote without a teller: decided as soon as nothing can change it, or when all have voted (S5).
  mutating func decideEarly(_ place: Place) throws(Stop) {
    guard let opening = opening(place), let stage = stage(place), case .vote(let ballot) = stage.kind,
      let vote = opening.vote, vote.tellers.isEmpty
    else { return }
    let electors = electors(opening)
    var count = Count()
    for (voter, cast) in vote.votes where electors.contains(voter) {
      if case .choice(let choice) = cast { count.add(choice, weight: weight(of: voter, ballot)) }
    }
    let open = electors.filter { !vote.took.contains($0) }
    var tally = tally(opening, nil, count, issued: electors.count, returned: vote.took.count)
    let weights = electors.reduce(0) { $0 + weight(of: $1, ballot) }
    let left = open.reduce(0) { $0 + weight(of: $1, ballot) }
    let recorded = tally
    changeVote(place) { $0.tally = recorded }
    switch ballot.rule {
    case .threshold(let threshold)?:
      guard let passed = verdict(threshold, tally, left: left, weights: weights, isLast: open.isEmpty, ballot) else {
        return
      }
      tally.passed = passed
      try conclude(place, tally, passed)
    case .expression(let condition)? where open.isEmpty:
      switch try answer(condition, stage, place.owner, self.opening(place)) {
      case .holds: try conclude(place, tally, true)
      case .fails: try conclude(place, tally, false)
      case .unknown(let name):
        fail(place.owner, stage.id, .unknownName(name), opening: place.number, branch: opening.branch)
      }
    default: if open.isEmpty { try conclude(place, tally, false) }
    }
  }

  private func weight(of voter: ActorID, _ ballot: Ballot) -> Int {
    ballot.weights.isEmpty ? 1 : ballot.weights[voter] ?? 0
  }

  /// `nil`: still open. The worst case has all who are left against, the best all in favour.
  private func verdict(
    _ threshold: Ballot.Threshold, _ tally: Tally, left: Int, weights: Int, isLast: Bool, _ ballot: Ballot
  ) -> Bool? {
    if isLast { return threshold.isMet(by: tally.count.yes, of: base(threshold.base, tally, weights: weights)) }
    guard ballot.decidesEarly else { return nil }
    var (worst, best) = (tally, tally)
    worst.count.no += left
    best.count.yes += left
    if threshold.isMet(by: worst.count.yes, of: base(threshold.base, worst, weights: weights)) { return true }
    if !threshold.isMet(by: best.count.yes, of: base(threshold.base, best, weights: weights)) { return false }
    return nil
  }

  private mutating func conclude(_ place: Place, _ tally: Tally, _ passed: Bool) throws(Stop) {
    var tally = tally
    tally.passed = passed
    let final = tally
    changeVote(place) { vote in
      vote.tally = final
      vote.isOpen = false
    }
    let took = opening(place)?.vote?.took ?? []
    for slot in opening(place)?.slots ?? [] where slot.ending == nil && slot.holder.map(took.contains) ?? false {
      change(place, slot.index) { $0.ending = .approved }
    }
    writeShare(place, final)
    if passed { try pass(place) } else { try rejected(place) }
  }

  /// The share of the votes in favour goes into the record's field, by the base that the stage's rule names.
  private mutating func writeShare(_ place: Place, _ tally: Tally) {
    guard let id = place.owner, case .vote(let ballot)? = stage(place)?.kind, let field = ballot.shareField,
      case .threshold(let threshold)? = ballot.rule,
      let share = Fraction.percentage(tally.count.yes, of: base(threshold.base, tally, weights: tally.eligible))
    else { return }
    emit(.dataSet([field: .number(share)]), id)
  }

  /// After a count with a teller: void, decided, or a run-off.
  mutating func settle(_ place: Place, _ counts: VoteCounts, issued: Int, returned: Int) throws(Stop) {
    guard let opening = opening(place), let stage = stage(place), case .vote(let ballot) = stage.kind else { return }
    var count = counts.question ?? Count()
    count.spoiled += counts.spoiled
    var tally = tally(opening, nil, count, issued: issued, returned: returned)
    if let eligible = counts.eligible, let present = counts.present {
      tally.eligible = eligible
      tally.present = present
    }
    if returned > issued { return voteAgain(place, tally) }
    if subjects(opening.vote ?? VoteSession(), stage) != [nil] {
      return try settleCases(place, opening, stage, ballot, counts, tally)
    }
    let passed: Bool
    switch ballot.rule {
    case .threshold(let threshold)?:
      passed = threshold.isMet(by: count.yes, of: base(threshold.base, tally, weights: tally.eligible))
    case .expression(let condition)?:
      guard let holds = try holds(condition, tally, of: place.owner, place, stage, opening) else { return }
      passed = holds
    case nil: passed = false
    }
    if passed, ballot.decidesTies { try settleTies(place, opening, ballot, counts, tally) }
    if passed { settleApart(place, opening, stage, ballot, counts, tally) }
    try conclude(place, tally, passed)
  }

  /// What a condition says of a count; `nil`: it cannot be answered, and the vote stops here.
  mutating func holds(
    _ condition: GuardText, _ tally: Tally, of id: CaseID?, _ place: Place, _ stage: Stage, _ opening: Opening
  ) throws(Stop) -> Bool? {
    var counted = opening
    counted.vote?.tally = tally
    switch try answer(condition, stage, id, counted) {
    case .holds: return true
    case .fails: return false
    case .unknown(let name):
      fail(place.owner, stage.id, .unknownName(name), opening: place.number, branch: opening.branch)
      return nil
    }
  }

  /// 对该项回避: a case from which somebody stands back needs its own majority of those who may vote on it.
  private mutating func settleApart(
    _ place: Place, _ opening: Opening, _ stage: Stage, _ ballot: Ballot, _ counts: VoteCounts, _ common: Tally
  ) {
    guard case .threshold(let threshold)? = ballot.rule else { return }
    for id in countedApart(opening, stage) where round.cases[id]?.state.isFinal == false {
      var tally = tally(opening, id, counts.cases[id] ?? Count(), issued: common.issued, returned: common.returned)
      let passed = threshold.isMet(by: tally.count.yes, of: base(threshold.base, tally, weights: tally.eligible))
      tally.passed = passed
      let final = tally
      changeVote(place) { $0.caseTallies[id] = final }
      if passed { continue }
      emit(.left(opening: place.number, .rejected), id)
      finish(id, .rejected, .voteFailed, at: opening.stage)
    }
  }

  /// More ballots back than were given out, or one in the box that does not belong there: void.
  mutating func voteAgain(_ place: Place, _ tally: Tally) {
    changeVote(place) { vote in
      vote.isVoid = true
      vote.tally = tally
      vote.earlier.append(tally)
      vote.number += 1
      vote.isOpen = false
      vote.took = []
      vote.votes = [:]
    }
  }

  /// 并列待决: those whom the ranking left level at the line, decided by their votes here.
  private mutating func settleTies(
    _ place: Place, _ opening: Opening, _ ballot: Ballot, _ counts: VoteCounts, _ common: Tally
  ) throws(Stop) {
    let tied = opening.remaining.filter { round.cases[$0]?.outcome == .tieOpen }
    if tied.isEmpty { return }
    for id in tied where counts.cases[id] == nil { throw .refuse(.badTarget, .votesOmitted, ["case": id.rawValue]) }
    guard let seats = facts.seats else {
      throw .needs([
        .seats(
          SeatsQuestion(
            purpose: .ties, stage: opening.stage, keys: ballot.moreThanSeats,
            votes: counts.cases.filter { tied.contains($0.key) }, passed: tied, seated: []))
      ])
    }
    for id in tied {
      guard let outcome = seats[id] else { continue }
      var tally = common
      tally.count = counts.cases[id] ?? Count()
      tally.passed = !outcome.isFinal
      changeVote(place) { $0.tieTallies[id] = tally }
      if outcome.isFinal {
        finish(id, .rejected, outcome, at: opening.stage)
      } else {
        emit(.outcomeChanged(outcome, at: opening.stage), id)
      }
    }
  }
}
