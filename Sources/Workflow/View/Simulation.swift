import Outcomes

/// Who would be asked, in order, if everybody agreed; nothing is changed by looking.
public struct Simulation: Sendable, Hashable {
  /// Those who are asked now come first.
  public let path: [Asking]
  public let end: End

  public enum End: Sendable, Hashable {
    case over(Case.State)
    case incident(Incident)
    /// Nobody said what the rules say, or whether a condition holds.
    case unanswered([Question])
    /// Nobody can do anything now: a year without a calendar, an objection, a suspension.
    case waits
    /// The next act would be refused.
    case refused(Refusal)
    /// The stages lead round and round.
    case endless
  }
}

extension Machine {
  /// Plays the round on to its end with the machine's own rules: forms are handed in, everybody signs and votes in favour,
  /// notices run their days.
  ///
  /// - Parameters:
  ///   - data: what the next form would say.
  ///   - answer: answers a question; false if it cannot be answered.
  public func simulate(
    _ round: Round, data: [String: Datum] = [:], at instant: Instant, answering answer: (Question, inout Facts) -> Bool
  ) -> Simulation {
    var rehearsal = Rehearsal(machine: self, round: round, now: instant)
    for id in round.order where !data.isEmpty {
      rehearsal.round.apply(Event(at: instant, by: .system, case: id, change: .dataSet(data)))
    }
    return rehearsal.run(answer)
  }
}

private struct Rehearsal {
  let machine: Machine
  var round: Round
  var now: Instant
  var path: [Asking] = []
  var facts = Facts()

  init(machine: Machine, round: Round, now: Instant) {
    self.machine = machine
    self.round = round
    self.now = now
  }

  mutating func run(_ answer: (Question, inout Facts) -> Bool) -> Simulation {
    // What has fallen due already has its effect before anybody acts.
    if let end = play(Command(.tick), .system, answer) { return Simulation(path: path, end: end) }
    path = machine.askings(in: round)
    for _ in 0..<mostActs {
      if round.state.isFinal { return Simulation(path: path, end: .over(round.state)) }
      guard let (command, actor) = next() else { return Simulation(path: path, end: stop) }
      if let end = play(command, actor, answer) { return Simulation(path: path, end: end) }
    }
    return Simulation(path: path, end: .endless)
  }

  /// More than any sound flow needs: everybody in every stage, for every case.
  private var mostActs: Int {
    let people = max(10, machine.organization.people.count)
    return 4 * people * (machine.definition(of: round).stages.count + 10) * max(1, round.order.count)
  }

  private var stop: Simulation.End {
    let incident = round.incident ?? round.order.compactMap { round.cases[$0]?.incident }.first
    return incident.map { .incident($0) } ?? .waits
  }

  private mutating func play(
    _ command: Command, _ actor: ActorID, _ answer: (Question, inout Facts) -> Bool
  ) -> Simulation.End? {
    facts = Facts()
    for _ in 0..<100 {
      switch machine.decide(command, by: actor, at: now, facts: facts, in: round) {
      case .refused(let refusal): return .refused(refusal)
      case .needs(let questions):
        for question in questions where !answer(question, &facts) { return .unanswered(questions) }
      case .events(let events, _):
        if events.isEmpty, command.act != .tick { return stop }
        path += machine.askings(by: events, in: round)
        for event in events { round.apply(event) }
        return nil
      }
    }
    return .endless
  }

  /// The next act of somebody who agrees; the stages in the order in which they were entered.
  private mutating func next() -> (Command, ActorID)? {
    if round.suspension != nil { return nil }
    let definition = machine.definition(of: round)
    let open = round.everyOpening.filter { owner, opening in
      let item = owner.flatMap { round.cases[$0] }
      let incidents = owner == nil ? [round.incident].compactMap(\.self) : item?.incidents ?? []
      let hasStopped = incidents.contains { $0.opening == opening.number }
      return opening.isOpen && item?.suspension == nil && !hasStopped
    }
    for (owner, opening) in open {
      guard let stage = definition[opening.stage], let (act, actor) = act(in: opening, stage) else { continue }
      return (Command(act, case: owner, stage: opening.stage, reason: "simulation"), actor)
    }
    let clocks = open.flatMap { _, opening in opening.remaining.compactMap { opening.clocks[$0] } }
    let due = clocks.filter { $0.heldSince == nil && $0.deadline.isRunning }.map(\.deadline.due).min()
    guard let due else { return nil }
    now = max(now, due)
    return (Command(.tick), .system)
  }

  private func act(in opening: Opening, _ stage: Stage) -> (Command.Act, ActorID)? {
    if case .vote(let ballot) = stage.kind, let vote = opening.vote { return act(in: opening, vote, ballot, stage) }
    guard let slot = opening.slots.first(where: { $0.isOpen }), let actor = slot.asked.first else { return nil }
    if !slot.delegates.isEmpty { return (.resolve(opinion: nil), actor) }
    if slot.role == PendingRule.slotRole { return (.sign(.approve, for: nil, override: false), actor) }
    switch stage.kind {
    case .form: return (.submit, actor)
    case .approve(let approval):
      let free = slot.candidates.first { candidate in !opening.slots.contains { $0.holder == candidate } }
      if approval.needsClaim, slot.holder == nil { return free.map { (.claim(slot: slot.role), $0) } }
      return (.sign(approval.act, for: nil, override: false), slot.holder == nil ? free ?? actor : actor)
    case .score(let scoring): return (.score(String(scoring.max)), actor)
    case .rules: return (.autoComplete(taskOf: nil), .system)
    case .notice: return (.sign(.publish, for: nil, override: false), actor)
    case .vote, .objection, .choice, .split, .join, .subflow, .cc, .manage: return nil
    }
  }

  /// All are present, and all are in favour.
  private func act(
    in opening: Opening, _ vote: VoteSession, _ ballot: Ballot, _ stage: Stage
  ) -> (Command.Act, ActorID)? {
    let electors = opening.slots.filter { $0.isInForce }.compactMap { $0.holder }
    guard let teller = vote.tellers.first else {
      let left = electors.filter { !vote.took.contains($0) }
      return (left.first { $0 != vote.chair } ?? left.first).map { (.cast(.choice(.yes)), $0) }
    }
    if !ballot.isReported, !vote.isOpen {
      let isReady = Set(vote.present) == Set(electors)
      return (isReady ? .openVote : .checkIn(electors), teller)
    }
    let present = ballot.isReported ? 1 : vote.present.count
    let subjects = ballot.decidesTies ? round.order.filter { round.cases[$0]?.outcome == .tieOpen } : vote.subjects
    let isEach = stage.scope == .round && !round.isLone && (ballot.subject == .each || ballot.decidesTies)
    // Between the tied somebody has to win: those who come first.
    let winners = vote.isRunOff ? Set(subjects.prefix(vote.seatsLeft ?? 0)) : Set(subjects)
    let counts = subjects.map { ($0, Count(yes: winners.contains($0) ? present : 0)) }
    let report = PaperResult(
      issued: present, returned: present, eligible: present, present: present, count: Count(yes: present),
      cases: isEach ? Dictionary(uniqueKeysWithValues: counts) : [:])
    return (.paperResult(report), teller)
  }
}
