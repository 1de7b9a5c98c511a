import Diagnostics
import Fingerprints
import Records
import Rules
import Workflow

/// A round that somebody is working on: how it stands, what the machine says of an act, what the rules answer.
struct RoundInHand {
  private(set) var machine: Machine
  private(set) var round = Round()
  private(set) var answers: Answers

  init(_ machine: Machine, rules: CompiledRuleSet, records: RecordBatch?) {
    self.machine = machine
    answers = Answers(rules: rules)
    if let records { answers.receive(records) }
  }

  /// What follows from an act that was accepted.
  struct Doing {
    let command: Command
    let events: [Event]
    /// Of what each event is about, once it has happened.
    let versions: [Int]
    /// Of what the command is about, before anything had happened.
    let versionBefore: Int
    let consultations: [Consultation]
    /// Ballots that ended with it: counted, or given up.
    let closedBoxes: [BallotKey]
    /// Values that the cases begun with it have to themselves, in all rounds of the store.
    let keys: [UniqueKey]
    /// What the workflow's listeners are to be told.
    let messages: [ListenerMessage]
  }

  enum Answer {
    case done(Doing)
    case refused(RefusedAct.Cause)
  }

  // MARK: Acts

  /// Carries out what somebody does. A refusal changes nothing.
  mutating func carryOut(_ step: Step, at now: Instant, _ boxes: inout some BallotBoxes) throws -> Answer {
    if let id = step.command.case, !answers.knows(id) {
      let isRefused = answers.refused.contains { $0.id == id.rawValue }
      let diagnostic = Diagnostic(
        isRefused ? .recordRefused : .unknownCase, at: step.place(of: "case"),
        ["case": id.rawValue, "name": id.rawValue])
      return .refused(.facts([diagnostic]))
    }
    var command = step.command
    if round.hasBegun {
      switch StageNames(definition: definition).resolved(command) {
      case .known(let resolved): command = resolved
      case .unknown(let key, let message, let arguments):
        return .refused(.facts([Diagnostic(message, at: step.place(of: key), arguments)]))
      }
    }
    if case .start(let nominations, let subject) = command.act, !nominations.isEmpty {
      let valid = nominations.filter { answers.knows($0.key, $0.value) }
      // A round of nobody would be taken for a case on its own.
      if valid.isEmpty { return .refused(.facts([Diagnostic(.nobodyToStart, at: step.span)])) }
      command.act = .start(nominations: valid, subject: subject)
      command.data.merge(plannedPosting(from: now)) { given, _ in given }
    }
    if case .draw(let draw) = command.act {
      guard let lots = draw.carriedOut(by: machine, in: round) else {
        return .refused(
          .facts([Diagnostic(.lotsNotOfSeed, at: step.place(of: "drawn"), ["seed": draw.seed ?? ""])]))
      }
      command.act = .draw(lots)
    }
    let before = self
    let (answer, ballot) = try decide(command, by: step.actor, at: now, boxes)
    guard case .done(let doing) = answer, !doing.events.isEmpty else { return answer }
    // What is wrong with the facts is said last: first whether the act was his to do at all.
    let objections = before.answers.objections(to: step, in: before.round)
    if !objections.isEmpty {
      self = before
      return .refused(.facts(objections))
    }
    if let ballot, let box = round.openBox(for: command) {
      _ = try boxes.ballots(in: box, of: before.round)
      try boxes.drop(ballot, into: box, length: round.ballotLength)
    }
    return answer
  }

  /// 公示起日: until the notice is posted, the day on which it would be if every period is used up.
  private func plannedPosting(from start: Instant) -> [String: Datum] {
    for stage in definition.stages {
      guard case .notice(let notice) = stage.kind, let field = notice.postedField,
        answers.rules.schema[field] != nil
      else { continue }
      let plan = Timetable(of: definition, from: start.day, calendar: machine.calendar)
      let first = plan.rows.first { $0.stage == stage.id }?[.latest]?.first
      return first.map { [field: .text($0.description)] } ?? [:]
    }
    return [:]
  }

  /// Stages that wait for nobody but the rules, until none is left.
  mutating func runRules(at now: Instant, _ boxes: some BallotBoxes) throws -> [Doing] {
    var done: [Doing] = []
    for _ in 0..<Machine.questionLimit {
      var isMoving = false
      for task in machine.automaticTasks(in: round) {
        let command = Command(.autoComplete(taskOf: nil), case: task.case, stage: task.stage)
        guard case .done(let doing) = try decide(command, by: .system, at: now, boxes).0 else { continue }
        isMoving = true
        done.append(doing)
      }
      if !isMoving { break }
    }
    return done
  }

  /// Deadlines that have passed by now take effect.
  mutating func tick(at now: Instant, _ boxes: some BallotBoxes) throws -> Answer {
    try decide(Command(.tick), by: .system, at: now, boxes).0
  }

  /// The machine is asked until it has no questions left; of a refusal nothing stays.
  private mutating func decide(
    _ command: Command, by actor: ActorID, at now: Instant, _ boxes: some BallotBoxes
  ) throws -> (Answer, ballot: Vote?) {
    var consultations: [Consultation] = []
    var answers = answers
    let round = round
    let decision = try machine.decide(command, by: actor, at: now, in: round) { question, facts in
      if case .box(let box) = question {
        facts.ballots = try boxes.ballots(in: BallotKey(box), of: round)
      } else {
        answers.answer(question, round: round, into: &facts)
      }
      if let consultation = Consultation(question) { consultations.append(consultation) }
    }
    switch decision {
    case .needs: throw EndlessQuestions(act: "\(command.act)")
    case .refused(let refusal): return (.refused(.workflow(refusal)), nil)
    case .events(let events, let ballot):
      self.answers = answers
      let open = round.openBoxes
      let messages = machine.messages(following: events, in: round)
      let versions = events.map { event in
        absorb(event)
        return self.round.version(of: event.case)
      }
      let stillOpen = self.round.openBoxes
      let doing = Doing(
        command: command, events: events, versions: versions, versionBefore: round.version(of: command.case),
        consultations: consultations, closedBoxes: open.filter { !stillOpen.contains($0) },
        keys: definition.uniqueKeys(startedBy: command), messages: messages)
      return (.done(doing), ballot)
    }
  }

  /// What would follow from a command; `nil`: it would be refused. No ballot box is opened for it.
  mutating func decideAgain(_ command: Command, by actor: ActorID, at now: Instant) throws -> [Event]? {
    guard case .done(let doing) = try decide(command, by: actor, at: now, LooseBoxes()).0 else { return nil }
    return doing.events
  }

  // MARK: What happened before

  /// Something that has happened: the round moves on, and who holds which role with it.
  mutating func absorb(_ event: Event) {
    round.apply(event)
    if case .began(let cases, _, _) = event.change { answers.learn(cases) }
    machine = machine.after(event)
  }

  /// What the rules were asked then: the list and the assessments of then are those of now.
  mutating func absorb(_ consultations: [Consultation]) {
    var ignored = Facts()
    for consultation in consultations { answers.answer(consultation.question, round: round, into: &ignored) }
  }

  /// People joined.
  mutating func absorb(_ people: Organization) {
    machine = machine.with(machine.organization.merging(people))
  }

  /// A new version of the workflow, for what begins from now on.
  mutating func absorb(_ new: WorkflowDefinition) {
    var shelf = machine.shelf
    shelf.put(new)
    machine = Machine(shelf, calendar: machine.calendar, organization: machine.organization)
  }

  /// Calendars of further years: what was provisional is reckoned anew with the next act or tick.
  mutating func absorb(_ years: WorkCalendar) {
    machine = Machine(
      machine.shelf, calendar: machine.calendar.merging(years), organization: machine.organization)
  }

  /// Records handed in take the place of those before.
  mutating func absorb(_ records: RecordBatch) { answers.receive(records) }

  // MARK: How it stands

  /// The version of the workflow that it goes by.
  var definition: WorkflowDefinition { machine.definition(of: round) }

  /// The nominees with what the rules and the workflow say of each.
  func batch(_ records: [Record], _ events: [Event], source: (name: String, fingerprint: Fingerprint)) -> Batch {
    let sideActs = SideAct.byCase(events)
    let dossiers = records.compactMap { record in
      let id = answers.names.of(record: record.id)
      return answers.dossier(
        record, machine.history(of: id, in: round), sideActs: sideActs[id] ?? [], people: machine.organization.people)
    }
    let course = Course(
      definition: definition, vacancies: round.vacancies,
      provisionalAfter: events.contains(where: \.isProvisional) ? machine.calendar.years.max() : nil)
    return Batch(
      rules: answers.rules, dossiers: dossiers, refused: answers.refused, superseded: answers.superseded,
      selection: answers.selection, allocation: answers.allocation, course: course, recordsName: source.name,
      recordsFingerprint: source.fingerprint)
  }
}
