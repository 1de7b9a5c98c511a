import Outcomes

/// One command being decided: the round, and the events that have changed it so far.
struct Turn {
  let machine: Machine
  var round: Round
  /// Back to the round as it was, if nothing comes of the command; of a copy that is thrown away there is none.
  var undo: Undo?
  let command: Command
  let actor: ActorID
  /// The instant of what is being done: that of the command, or of the timer that fires before it.
  var now: Instant
  let facts: Facts
  /// The version that the round runs.
  var flow: Box<WorkflowDefinition>
  var events: [Event] = []
  var ballot: Vote?
  /// Stages entered in this turn: a file whose gateways lead in a circle must not keep it going for ever.
  var steps = 0

  init(machine: Machine, round: Round, command: Command, actor: ActorID, now: Instant, facts: Facts) {
    self.init(
      machine: machine, round: round, flow: machine.flow(of: round), command: command, actor: actor, now: now,
      facts: facts)
  }

  init(
    machine: Machine, round: Round, flow: Box<WorkflowDefinition>, command: Command, actor: ActorID, now: Instant,
    facts: Facts
  ) {
    self.machine = machine
    self.round = round
    self.command = command
    self.actor = actor
    self.now = now
    self.facts = facts
    self.flow = flow
    events.reserveCapacity(8)
  }

  var definition: WorkflowDefinition { _read { yield flow.value } }
  var organization: Organization { machine.organization }
  var calendar: WorkCalendar { machine.calendar }

  mutating func run() throws(Stop) {
    try checkRepetition()
    if definition.stages.isEmpty {
      throw .refuse(.invalidDefinition, .versionMissing, ["version": String(definition.version)])
    }
    if case .start(let nominations, let subject) = command.act {
      try start(nominations, subject)
    } else {
      try checkStanding()
      try fireTimers()
      // What has just run out may have ended it.
      if !events.isEmpty { try checkOpen(subject.flatMap { round.cases[$0] }) }
      try carryOut()
    }
    try openRoundStages()
  }

  mutating func emit(_ change: Event.Change, _ id: CaseID?, by author: ActorID? = nil) {
    let event = Event(at: now, by: author ?? .system, case: id, change: change)
    undo?.remember(round, before: event)
    round.apply(event)
    events.append(event)
  }

  mutating func note(_ verb: String, _ actor: ActorID, whom: ActorID? = nil, _ stage: StageID?, _ id: CaseID?) {
    emit(.noted(LogEntry(verb, actor, whom: whom, stage: stage)), id)
  }

  /// The case that the command is about: the one named, or the only one.
  var subject: CaseID? { command.case ?? (round.isLone ? round.order.first : nil) }

  /// The command is accepted: it is logged, and its data count.
  mutating func accept(
    _ verb: Verb, _ id: CaseID?, stage: StageID? = nil, opening: Int? = nil, whom: [ActorID] = [],
    isSecret: Bool = false
  ) {
    var said = command
    if isSecret {
      // Nothing that could say what the ballot says.
      said.act = .cast(.names([]))
      said.reason = nil
      said.data = [:]
    }
    let act = Event.Act(
      verb: verb, command: said, stage: stage, opening: opening, whom: whom, isSecret: isSecret)
    emit(.accepted(act), id, by: actor)
    guard !said.data.isEmpty else { return }
    if let id {
      emit(.dataSet(command.data), id, by: actor)
    } else {
      for id in round.order where round.cases[id]?.state.isFinal == false {
        emit(.dataSet(command.data), id, by: actor)
      }
    }
  }
}

extension Turn {
  /// The same id with the same content is the same act; with other content it is refused.
  private func checkRepetition() throws(Stop) {
    guard let id = command.id, let earlier = round.commands[id] else { return }
    guard let earlier else { throw .answered }
    if earlier == command { throw .answered }
    throw .refuse(.commandIDReused, ["id": id])
  }

  /// Whether anything can be done at all: not ended, not suspended, not decided on an old picture.
  private func checkStanding() throws(Stop) {
    let item = subject.flatMap { round.cases[$0] }
    if let id = command.case, item == nil { throw .refuse(.badTarget, .noSuchCase, ["case": id.rawValue]) }
    try checkOpen(item)
    try checkSuspension(item)
    if let version = command.ifVersion, version != item?.version ?? round.version {
      throw .refuse(.staleVersion, ["given": String(version), "now": String(item?.version ?? round.version)])
    }
  }

  private func checkOpen(_ item: Case?) throws(Stop) {
    if isClosed(item) { throw .refuse(.instanceClosed, ["state": (item?.state ?? round.state).rawValue]) }
  }

  private func isClosed(_ item: Case?) -> Bool {
    switch command.act {
    case .tick, .appeal, .fillReserve, .draw: false
    case .sign, .reject:
      // A reply to a title that has been given may still be corrected: that opens its revocation.
      item.map { $0.state.isFinal && (!$0.isTitled || replyToCorrect($0.id) == nil) } ?? (round.state == .ended)
    case .changeOrganization:
      // Titles live on, and people change.
      item.map { $0.state.isFinal && !$0.holdsTitle } ?? (round.state == .ended && !round.holdsTitles)
    case let act where act.isAboutTitle: item.map { $0.state.isFinal && !$0.holdsTitle } ?? false
    default: item?.state.isFinal ?? (round.state == .ended)
    }
  }

  private func checkSuspension(_ item: Case?) throws(Stop) {
    let isRoundItself = command.case == nil
    switch command.act {
    case .resume:
      if item?.suspension == nil, !(isRoundItself && round.suspension != nil) { throw .refuse(.notSuspended) }
    case .terminate, .tick, .changeOrganization: return
    default: if round.suspension != nil || item?.suspension != nil { throw .refuse(.suspended) }
    }
  }

  private mutating func carryOut() throws(Stop) {
    switch command.act {
    case .start: return
    case .submit: try submit()
    case .sign(let verb, let principal, let override): try sign(verb, for: principal, override: override)
    case .reject: try reject()
    case .sendBack(let stage): try sendBack(to: stage)
    case .withdraw: try withdraw()
    case .takeBack: try takeBack()
    case .transfer(let other): try transfer(to: other)
    case .delegate(let other): try delegate(to: other)
    case .resolve(let opinion): try resolve(opinion)
    case .setProxy: try setProxy()
    case .addSigners(let who): try addSigners(who)
    case .removeSigners(let who): try removeSigners(who)
    case .claim(let role): try claim(role)
    case .unclaim: try unclaim()
    case .cast(let vote): try cast(vote)
    case .checkIn(let present): try checkIn(present)
    case .openVote: try openVote()
    case .closeVote: try closeVote()
    case .adjourn: try adjourn()
    case .paperResult(let result): try report(result)
    case .writtenOpinion: try writeOpinion()
    case .queryTally: try queryTally()
    case .recuse(let who): try recuse(who)
    case .score(let points): try score(points)
    case .urge: try urge()
    case .object(let named, let evidence, let against, let text):
      try object(named: named, evidence: evidence, against: against, text: text)
    case .settleObjection(let number, let isFounded): try settle(number, isFounded: isFounded)
    case .registerObjection(let objection): try register(objection)
    case .admitObjection(let number, let touchesVeto): try admit(number, true, touchesVeto: touchesVeto)
    case .dismissObjection(let number): try admit(number, false, touchesVeto: false)
    case .prolongObjection(let number): try prolong(number)
    case .withdrawObjection(let number): try withdrawObjection(number)
    case .settleOtherwise(let number, let other): try settle(number, isFounded: false, other)
    case .decideRecusal(let other, let isGranted): try decideRecusal(of: other, isGranted: isGranted)
    case .draw(let draw): try self.draw(draw)
    case .merge(let other): try merge(into: other)
    case .checkInRemote(let present, let remote, let verified):
      try checkIn(present, remote: remote, verified: verified)
    case .amendNotice: try amendNotice()
    case .endNotice: throw .refuse(.notAdmissible, .noticeRunsOn)
    case .appeal: try appeal()
    case .suspend: try suspend()
    case .resume: try resume()
    case .terminate: try terminate()
    case .cancelStage(let stage): try cancel(stage)
    case .autoComplete(let holder): try autoComplete(taskOf: holder)
    case .handover(let holder, let successor): try handOver(tasksOf: holder, to: successor)
    case .assign(let holder, let other): try assign(taskOf: holder, to: other)
    case .setData: try setData()
    case .retry: try retry()
    case .changeOrganization: try changeOrganization()
    case .migrate(let version, let mapping): try migrate(to: version, mapping)
    case .tick: return
    case .fillReserve: try fillReserve()
    case .reviewTitle, .warnTitle, .suspendTitle, .restoreTitle, .openRevocation, .decideRevocation: try manage()
    }
  }
}
