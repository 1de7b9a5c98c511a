import Diagnostics
import Outcomes

/// 票决: sessions, ballots, and who may do what in them. What the count means is in `Turn+Counting`.
extension Turn {
  func newSession(_ ballot: Ballot, _ stage: Stage, _ cases: [CaseID], _ owner: CaseID?) -> VoteSession {
    var session = VoteSession()
    session.tellers = members(ballot.isReported && ballot.teller.isEmpty ? stage.who : ballot.teller, of: owner)
    session.chair = ballot.chairLast ? organization.chair : nil
    session.subjects = cases
    if case .number(let seats)? = ballot.seats { session.seatsLeft = seats }
    if owner == nil {
      for id in cases {
        let recused = members(stage.who, of: nil).filter { ground($0, stage.recusal, of: id) != nil }
        if !recused.isEmpty { session.recusedFrom[id] = recused }
      }
    }
    if session.tellers.isEmpty {
      session.isOpen = true
      session.hasOpened = true
    }
    return session
  }

  /// The vote among what is open, for a teller's command.
  private func session(_ verb: Verb) throws(Stop) -> (Place, Opening, Stage, Ballot, VoteSession) {
    var found: (Place, Opening, Stage, Ballot, VoteSession)?
    for place in places {
      guard let opening = opening(place), let stage = stage(place), case .vote(let ballot) = stage.kind,
        let vote = opening.vote
      else { continue }
      if vote.tellers.contains(actor) { return (place, opening, stage, ballot, vote) }
      found = found ?? (place, opening, stage, ballot, vote)
    }
    throw .refuse(found == nil && hasVoted() ? .voteClosed : .notAssignee)
  }

  private func hasVoted() -> Bool {
    history(subject).contains { !$0.isOpen && $0.vote?.hasOpened == true }
  }

  /// 应到 less the recused, for one case or for all.
  func electors(_ opening: Opening, _ id: CaseID? = nil) -> [ActorID] {
    let all = opening.slots.filter { $0.ending != .recused && $0.ending != .removed }.compactMap { $0.holder }
    guard let id, let recused = opening.vote?.recusedFrom[id] else { return all }
    return all.filter { !recused.contains($0) }
  }

  mutating func checkIn(_ present: [ActorID]) throws(Stop) {
    let (place, opening, stage, _, vote) = try session(.checkIn)
    if vote.isOpen { throw .refuse(.notAdmissible, .voteRuns) }
    let electors = electors(opening)
    for actor in present where !electors.contains(actor) {
      let isRecused = opening.slots.contains { $0.holder == actor && $0.ending == .recused }
      throw .refuse(isRecused ? .recused : .notEligible, ["actor": actor.rawValue])
    }
    accept(.checkIn, place.owner, stage: stage.id, opening: opening.number, whom: [])
    let there = electors.filter(present.contains)
    changeVote(place) { vote in
      vote.present = there
      vote.isVoid = false
    }
  }

  /// 线上参会: only where the rules of the committee provide for it, and only who has proved by two factors who he is.
  mutating func checkIn(_ present: [ActorID], remote: [ActorID], verified: [ActorID]) throws(Stop) {
    let (_, _, stage, ballot, _) = try session(.checkIn)
    if !ballot.allowsRemote {
      throw .refuse(.notAdmissible, .noRemoteVoting, ["stage": stage.name ?? stage.id.rawValue])
    }
    if let unverified = remote.first(where: { !verified.contains($0) }) {
      throw .refuse(.notPresent, .notVerified, ["name": unverified.rawValue])
    }
    try checkIn(present + remote.filter { !present.contains($0) })
  }

  mutating func openVote() throws(Stop) {
    let (place, opening, stage, ballot, vote) = try session(.openVote)
    if vote.isOpen { throw .refuse(.notAdmissible, .voteRuns) }
    try requireSample(place, stage)
    if let missing = missingQuorum(opening, stage, ballot, vote) {
      throw .refuse(.noQuorum, missing.message, missing.arguments)
    }
    accept(.openVote, place.owner, stage: stage.id, opening: opening.number)
    let chairs = members(ballot.chair, of: place.owner).filter(vote.present.contains)
    let chairOf = vote.recusedFrom.compactMapValues { recused -> ActorID? in
      recused.contains(where: { $0 == chairs.first }) ? chairs.first { !recused.contains($0) } : nil
    }
    changeVote(place) { vote in
      vote.presiding = chairs.first
      vote.presidingOver = chairOf.isEmpty ? nil : chairOf
      vote.isOpen = true
      vote.hasOpened = true
      vote.isVoid = false
      vote.took = []
      vote.votes = [:]
    }
  }

  /// Whether so many stand back, from the vote or from one of its cases, that it can never begin.
  func lacksElectors(_ opening: Opening, _ stage: Stage) -> Bool {
    guard case .vote(let ballot) = stage.kind, !ballot.isReported, let vote = opening.vote else { return false }
    return subjects(vote, stage).contains { electors(opening, $0).count < max(1, ballot.minElectors) }
  }

  /// `nil`: enough are entitled, and enough of them are present. Otherwise how many are needed.
  private func missingQuorum(
    _ opening: Opening, _ stage: Stage, _ ballot: Ballot, _ vote: VoteSession
  ) -> (message: Message, arguments: [String: String])? {
    for id in subjects(vote, stage) + countedApart(opening, stage) {
      let electors = electors(opening, id)
      if electors.count < ballot.minElectors {
        let counts = ["count": String(electors.count), "needed": String(ballot.minElectors)]
        return (.tooFewElectors, counts.merging(["case": id?.rawValue ?? ""]) { $1 })
      }
      guard let quorum = ballot.attendance else { continue }
      let present = vote.present.count { electors.contains($0) }
      let all = opening.slots.count { $0.ending != .removed }
      if !quorum.isMet(by: present, of: ballot.recusedLeave ? electors.count : all) {
        return (.noQuorum, ["needed": quorum.share.description, "present": String(present)])
      }
    }
    return nil
  }

  /// Somebody stands back while a vote runs, from it or from one of its cases: what he gave does not count. Nobody can
  /// take a ballot out of a sealed box, and without its quorum no vote goes on: then all vote again.
  mutating func withdrawVotes(of actors: [ActorID], from id: CaseID? = nil, _ place: Place) {
    guard let opening = opening(place), let stage = stage(place), case .vote(let ballot) = stage.kind,
      let vote = opening.vote, vote.isOpen
    else { return }
    let isInBox = ballot.isSecret && actors.contains(where: vote.took.contains)
    let hasTeller = !vote.tellers.isEmpty
    if isInBox || hasTeller && missingQuorum(opening, stage, ballot, vote) != nil {
      let (issued, none) = (vote.took.count, Count())
      return voteAgain(place, tally(opening, nil, none, issued: issued, returned: issued))
    }
    changeVote(place) { vote in
      for actor in actors {
        guard let id else {
          vote.votes[actor] = nil
          vote.took.removeAll { $0 == actor }
          continue
        }
        vote.votes[actor] = vote.votes[actor]?.leavingOut(id)
      }
    }
  }

  /// Cases of a list from which somebody stands back: he votes on the list, and not on them (对该项回避).
  func countedApart(_ opening: Opening, _ stage: Stage) -> [CaseID] {
    guard stage.scope == .round, case .vote(let ballot) = stage.kind, ballot.subject == .list, let vote = opening.vote
    else { return [] }
    return opening.remaining.filter { vote.recusedFrom[$0]?.isEmpty == false }
  }

  /// Each case that is voted on by itself; `nil` where one question is put.
  func subjects(_ vote: VoteSession, _ stage: Stage) -> [CaseID?] {
    guard stage.scope == .round, !round.isLone, case .vote(let ballot) = stage.kind, ballot.subject == .each else {
      return [nil]
    }
    return vote.subjects.map { $0 }
  }

  mutating func cast(_ vote: Vote) throws(Stop) {
    for place in places {
      guard let opening = opening(place), let stage = stage(place), case .vote(let ballot) = stage.kind,
        let session = opening.vote
      else { continue }
      try checkVoter(opening, session)
      try checkBallot(vote, stage, ballot, session)
      accept(.cast, place.owner, stage: stage.id, opening: opening.number, isSecret: ballot.isSecret)
      let voter = actor
      changeVote(place) { session in
        session.took.append(voter)
        if !ballot.isSecret { session.votes[voter] = vote }
      }
      if ballot.isSecret { self.ballot = vote } else { try decideEarly(place) }
      return
    }
    throw .refuse(hasVoted() ? .voteClosed : .notAssignee)
  }

  private func checkVoter(_ opening: Opening, _ session: VoteSession) throws(Stop) {
    if !session.isOpen, session.took.isEmpty { throw .refuse(.voteClosed) }
    if let slot = opening.slots.first(where: { $0.holder == actor }) {
      if slot.ending == .recused { throw .refuse(.recused) }
      if session.took.contains(actor) { throw .refuse(.alreadyActed) }
    } else {
      throw .refuse(.notAssignee)
    }
    if !session.isOpen { throw .refuse(.voteClosed) }
    if !session.tellers.isEmpty, !session.present.contains(actor) { throw .refuse(.notPresent) }
    if session.chair == actor {
      let others = electors(opening).filter { $0 != actor }
      if !others.allSatisfy(session.took.contains) { throw .refuse(.chairLast) }
    }
  }

  private func checkBallot(_ vote: Vote, _ stage: Stage, _ ballot: Ballot, _ session: VoteSession) throws(Stop) {
    let isRound = stage.scope == .round && !round.isLone && ballot.subject == .each
    let named: [CaseID] =
      switch vote {
      case .choice: []
      case .marks(let marks): Array(marks.keys)
      case .names(let names): names
      }
    let fits = if case .choice = vote { !isRound } else { isRound }
    guard fits else { throw .refuse(.badTarget, isRound ? .ballotOnList : .ballotOnCase) }
    guard Set(named).count == named.count, named.allSatisfy(session.subjects.contains) else {
      throw .refuse(.badTarget, .badBallot)
    }
    if named.contains(where: { session.recusedFrom[$0]?.contains(actor) ?? false }) { throw .refuse(.recused) }
    if named.contains(where: { hasAskedToStandBack(actor, stage.id, $0) }) {
      throw .refuse(.notAdmissible, .recusalUndecided)
    }
  }

  /// Asks for a count before the end: an open vote has one for everybody to see, a secret one has none.
  func queryTally() throws(Stop) {
    for place in places {
      guard case .vote(let ballot)? = stage(place)?.kind else { continue }
      throw ballot.isSecret ? .refuse(.secret) : .answered
    }
    throw .refuse(.voteClosed)
  }

  mutating func writeOpinion() throws(Stop) {
    for place in places {
      guard let opening = opening(place), let stage = stage(place), let vote = opening.vote else { continue }
      guard electors(opening).contains(actor) else { throw .refuse(.notAssignee) }
      if vote.present.contains(actor) { throw .refuse(.notAdmissible, .writesThoughPresent) }
      accept(.writtenOpinion, place.owner, stage: stage.id, opening: opening.number)
      changeVote(place) { $0.writtenOpinions += 1 }
      return
    }
    throw .refuse(hasVoted() ? .voteClosed : .notAssignee)
  }

  /// 缓议: the session ends undecided; the next one starts from zero.
  mutating func adjourn() throws(Stop) {
    let (place, opening, stage, ballot, vote) = try session(.adjourn)
    // A sitting that never had its quorum was no deliberation, and uses up none.
    let counts = vote.hasOpened
    if let limit = ballot.maxAdjournments, counts, vote.adjournments >= limit {
      throw .refuse(.notAdmissible, .adjournedOften, ["limit": String(limit)])
    }
    accept(.adjourn, place.owner, stage: stage.id, opening: opening.number)
    let tally = tally(opening, nil, Count(), issued: 0, returned: 0)
    changeVote(place) { vote in
      vote.tally = tally
      vote.earlier.append(tally)
      vote.number += 1
      vote.adjournments += counts ? 1 : 0
      vote.isOpen = false
      vote.hasOpened = false
      vote.present = []
      vote.took = []
      vote.votes = [:]
    }
    if let span = ballot.adjournedFor, counts {
      let end = reckon(span, from: now, counting: definition.counting)
      emit(.deadlineChanged(opening: place.number, end), place.owner)
    }
  }

  mutating func closeVote() throws(Stop) {
    let (place, opening, stage, ballot, vote) = try session(.closeVote)
    guard vote.isOpen else { throw .refuse(.voteClosed) }
    var votes = opening.vote.map { Array($0.votes.values) } ?? []
    if ballot.isSecret {
      guard let box = facts.ballots else {
        throw .needs([.box(BoxQuestion(case: place.owner, opening: opening.number, session: vote.number))])
      }
      votes = box
    }
    let counts = try count(votes, stage, ballot, vote)
    try checkAttendance(vote.took.count, opening, ballot)
    accept(.closeVote, place.owner, stage: stage.id, opening: opening.number)
    // 未投算未到会: who was there and cast nothing was not there.
    changeVote(place) { $0.present = $0.present.filter($0.took.contains) }
    try settle(place, counts, issued: vote.took.count, returned: votes.count)
  }

  /// So many have to have voted as have to be present: who casts nothing is not present (弃权则算到会).
  private func checkAttendance(_ count: Int, _ opening: Opening, _ ballot: Ballot) throws(Stop) {
    guard let quorum = ballot.attendance else { return }
    let all = opening.slots.count { $0.ending != .removed }
    if quorum.isMet(by: count, of: ballot.recusedLeave ? electors(opening).count : all) { return }
    throw .refuse(.noQuorum, .tooFewVoted, ["needed": quorum.share.description, "count": String(count)])
  }

  /// A count by hand ends the voting.
  mutating func report(_ result: PaperResult) throws(Stop) {
    let (place, opening, stage, ballot, vote) = try session(.paperResult)
    if !ballot.isReported, !vote.isOpen { throw .refuse(.voteClosed) }
    if !result.isPossible { throw .refuse(.notAdmissible, .impossibleCount) }
    var counts = VoteCounts()
    counts.question = result.count
    counts.cases = result.cases
    counts.eligible = ballot.isReported ? result.eligible : nil
    counts.present = ballot.isReported ? result.present : nil
    let issued = result.issued ?? result.present ?? vote.present.count
    if !ballot.isReported, issued > vote.present.count {
      throw .refuse(
        .notAdmissible, .issuedBeyondPresent, ["present": String(vote.present.count), "issued": String(issued)])
    }
    let returned = result.returned ?? result.count?.total ?? issued
    try checkReport(counts, stage, ballot, vote, returned: returned, apart: countedApart(opening, stage))
    if ballot.isReported { try checkPosting(result.posting, opening, stage, ballot, counts) }
    accept(.paperResult, place.owner, stage: stage.id, opening: opening.number)
    try settle(place, counts, issued: issued, returned: returned)
  }

  /// 单位内公示: what was passed has been posted in the unit for so many working days, the days over, before it is reported.
  private func checkPosting(
    _ posting: Posting?, _ opening: Opening, _ stage: Stage, _ ballot: Ballot, _ counts: VoteCounts
  ) throws(Stop) {
    guard case .workingDays(let days)? = ballot.unitNotice, case .threshold(let threshold)? = ballot.rule,
      let count = counts.question, let eligible = counts.eligible, let present = counts.present
    else { return }
    let base = threshold.base == .present ? present : threshold.base == .eligible ? eligible : count.total
    if !threshold.isMet(by: count.yes, of: base) { return }
    let arguments = ["stage": stage.name ?? stage.id.rawValue, "days": String(days)]
    guard let posting else { throw .refuse(.notAdmissible, .noUnitNotice, arguments) }
    let end = Instant(posting.last, definition.endsAt ?? calendar.closingTime)
    let counted = calendar.count(from: posting.first, through: posting.last)
    if counted.value < days || posting.first < opening.enteredAt.day || now.minutes < end.minutes {
      throw .refuse(
        .notAdmissible, .unitNoticeTooShort,
        arguments.merging(["first": posting.first.description, "last": posting.last.description]) { $1 })
    }
  }

  private func checkReport(
    _ counts: VoteCounts, _ stage: Stage, _ ballot: Ballot, _ vote: VoteSession, returned: Int, apart: [CaseID]
  ) throws(Stop) {
    let subjects = subjects(vote, stage)
    if subjects == [nil] {
      guard let count = counts.question, count.total <= max(returned, 0) else {
        throw .refuse(.notAdmissible, .impossibleCount)
      }
      if ballot.isReported {
        guard let eligible = counts.eligible, let present = counts.present, present <= eligible else {
          throw .refuse(.notAdmissible, .presentBeyondEligible)
        }
        if let quorum = ballot.attendance, !quorum.isMet(by: present, of: eligible) {
          throw .refuse(.noQuorum, ["needed": quorum.share.description, "present": String(present)])
        }
      }
      let tied = ballot.decidesTies ? round.order.filter { round.cases[$0]?.outcome == .tieOpen } : []
      // A list that is not passed leaves its ties open: whether they were voted on is asked when it has passed.
      let others = tied.filter { counts.cases[$0] != nil && !apart.contains($0) }
      return try checkCounts(counts, of: apart + others, returned: returned)
    }
    try checkCounts(counts, of: vote.subjects, returned: returned)
  }

  /// Each case that is voted on has its count, no other has one, and none has more votes than there are ballots.
  private func checkCounts(_ counts: VoteCounts, of subjects: [CaseID], returned: Int) throws(Stop) {
    for id in counts.cases.keys.sorted() where !subjects.contains(id) {
      throw .refuse(.badTarget, round.cases[id] == nil ? .noSuchCase : .notVotedOn, ["case": id.rawValue])
    }
    for id in subjects {
      guard let count = counts.cases[id] else { throw .refuse(.badTarget, .votesOmitted, ["case": id.rawValue]) }
      guard count.total > max(returned, 0) else { continue }
      throw .refuse(
        .badTarget, .votesBeyondBallots,
        ["case": id.rawValue, "votes": String(count.total), "returned": String(max(returned, 0))])
    }
  }
}
