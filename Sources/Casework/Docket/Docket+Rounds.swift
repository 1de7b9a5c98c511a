public import Diagnostics
import Fingerprints
public import Records
public import Rules
public import Store
public import Workflow
import YAML

extension Docket {
  /// Opens a round: keeps all that it goes by, and begins the cases of the acts file's nominations.
  ///
  /// - Parameters:
  ///   - files: paths of the workflow, the people and nominations (an acts file; its other steps are left alone), the calendars.
  ///   - earlier: what earlier rounds' registers say; their titles are in the records.
  ///   - actor: of the office; without one, whoever starts it in the acts file.
  ///   - instant: without one, when it starts in the acts file, and where that does not say, `clock`.
  ///   - id: by default `2025-红星工匠`.
  /// - Returns: `nil` when a file is wrong; the log says what.
  public func open(
    _ files: RoundFiles, rules: CompiledRuleSet, records: RecordBatch, earlier: EarlierTitles? = nil,
    by actor: ActorID?, at instant: Instant?, clock: Instant, id: RoundID?, log: inout DiagnosticLog
  ) throws -> Answer? {
    let kit = try RoundKit(
      workflow: files.workflow, acts: files.people, calendars: files.calendars, rules: rules, records: records,
      log: &log)
    guard let kit else { return nil }
    if kit.acts.nominations.isEmpty {
      log.report(Diagnostic(.noStart, at: nil))
      return nil
    }
    // The rule file itself goes first, what it builds on after it.
    let names = rules.files.map(\.name)
    let sources = try ([files.rules] + names.filter { $0 != files.rules }).map { try Desk().source($0) }
    let round = id ?? RoundID("\(rules.edition)-\(rules.award)")
    let given = kit.acts.steps.first { $0.verb == .start }
    let step = Step(starting: kit.acts.nominations, by: actor ?? given?.actor ?? .anonymous)
    let now = instant ?? given?.at ?? clock
    let machine = Machine(kit.definition, calendar: kit.calendar, organization: kit.acts.organization)

    return try decide { writing in
      if try !writing.reading.entries(of: round).isEmpty {
        return .refused(.facts([Diagnostic(.roundExists, at: nil, ["name": round.rawValue])]))
      }
      let charter = Charter(
        award: rules.award, edition: "\(rules.edition)", rules: try sources.map { try writing.keep($0) },
        workflow: try writing.keep(kit.manifest.workflow),
        calendars: try kit.manifest.calendars.map { try writing.keep($0) },
        organization: kit.acts.organization, earlier: try earlier?.registers.documents { try writing.keep($0) },
        engine: Engine.version)
      let hand = RoundInHand(machine, rules: rules, records: nil)
      var held = HeldRound(round, charter, hand, earlier ?? EarlierTitles(rules), at: now)
      held.receive(records)
      // Whether it may be opened is asked before anything is written of it.
      var boxes = StoredBoxes(round: round, writing: writing)
      let doing: RoundInHand.Doing
      switch try held.carryOut(step, at: now, &boxes) {
      case .refused(let cause): return .refused(cause)
      case .done(let done): doing = done
      }
      if try !claim(doing.keys, for: round, writing) { return .refused(.workflow(.duplicateInstance)) }
      let document = try writing.keep(records.source.bytes, named: records.source.name, sheet: records.sheet)
      let opening = try writing.append(
        [
          Writing.Draft(nil, version: 0, at: now, by: step.actor, .opened(charter)),
          Writing.Draft(nil, version: 0, at: now, by: step.actor, .records([document])),
        ], to: round)
      for record in records.records {
        try writing.keepRevision(
          of: held.hand.answers.names.of(record: record.id), in: round, entry: opening.upperBound, document: document)
      }
      let entries = try write(doing, by: step.actor, at: now, &held, writing) ?? opening
      for further in try held.runRules(at: now, boxes) { try write(further, by: .system, at: now, &held, writing) }
      // Of a file of acts that starts the round, the start is done.
      if let given, given.actor == step.actor {
        let number = (kit.acts.steps.firstIndex { $0.verb == .start } ?? 0) + 1
        let name = try CommandName.of(given, at: given.at ?? now, number: number, in: round)
        try writing.note(
          command: name, digest: try CommandDigest(given).bytes, in: round,
          entries: opening.lowerBound...entries.upperBound)
      }
      try writing.keep(held.summary)
      keep(held)
      return .done(
        Receipt(
          round: round, entries: opening.lowerBound...entries.upperBound, version: held.hand.round.version,
          isRepeat: false))
    }
  }

  /// Takes in records that come after the opening: of nominees who join now, and anew those of nominees who still have their papers
  /// in hand; the last one counts, and the earlier ones stay in the log.
  ///
  /// - Parameters:
  ///   - sheet: which sheet of a workbook lists the nominees, where more than one could.
  ///   - people: an acts file with the people and nominations that join, if any do.
  ///   - progress: told now and then how many thousandths of the file are read.
  /// - Returns: `nil` when a file is wrong; the log says what.
  public func receive(
    _ path: String, sheet: String? = nil, people: String?, in id: RoundID, by actor: ActorID, at now: Instant,
    log: inout DiagnosticLog, progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> Answer? {
    let source = try Desk().source(path)
    let acts = try people.flatMap { try Desk().acts($0, log: &log)?.0 }
    if log.hasErrors { return nil }
    return try decide { writing in
      var held = try current(id, writing.reading)
      if let diagnostic = held.objection(to: now) { return .refused(.facts([diagnostic])) }
      guard held.hand.machine.isOffice(actor, in: held.hand.round) else {
        return .refused(.facts([Diagnostic(.notOffice, at: nil, ["actor": actor.rawValue])]))
      }
      let rules = held.hand.answers.rules
      let read = Desk.records(source, rules: rules, sheet: sheet, log: &log, progress: progress)
      guard let read, !log.hasErrors else { return nil }
      let batch = held.earlier.adding(to: read, log: &log)
      if let objection = held.objection(to: batch) { return .refused(.facts([objection])) }
      let replaced =
        batch.superseded
        + batch.records.compactMap { record in
          held.records.first { $0.id == record.id }.map { Superseded($0, by: record) }
        }
      let version = held.hand.round.version
      let document = try writing.keep(source.bytes, named: source.name, sheet: sheet)
      var drafts = [Writing.Draft(nil, version: version, at: now, by: actor, .records([document]))]
      if let acts {
        drafts.append(Writing.Draft(nil, version: version, at: now, by: actor, .people(acts.organization)))
      }
      let entries = try writing.append(drafts, to: id)
      held.receive(batch)
      held.receive(acts?.organization ?? Organization(), at: now, entry: entries.upperBound)
      let last = try begin(acts?.nominations ?? [], by: actor, at: now, &held, writing) ?? entries.upperBound
      for record in batch.records {
        let subject = held.hand.answers.names.of(record: record.id)
        try writing.keepRevision(of: subject, in: id, entry: entries.lowerBound, document: document)
      }
      for summary in held.changedSummaries() { try writing.keep(summary, in: id) }
      try writing.keep(held.summary)
      keep(held)
      var receipt = Receipt(
        round: id, entries: entries.lowerBound...last, version: held.hand.round.version, isRepeat: false)
      receipt.superseded = replaced
      return .done(receipt)
    }
  }

  /// Further cases join a round that runs.
  private func begin(
    _ nominations: [ActsFile.NominationEntry], by actor: ActorID, at now: Instant, _ held: inout HeldRound,
    _ writing: Writing
  ) throws -> Int? {
    let new = nominations.filter { held.hand.round.cases[$0.id] == nil }
    if new.isEmpty { return nil }
    var boxes = StoredBoxes(round: held.id, writing: writing)
    switch try held.carryOut(Step(starting: new, by: actor), at: now, &boxes) {
    case .refused(let cause): throw Undone(cause: cause)
    case .done(let doing):
      if try !claim(doing.keys, for: held.id, writing) { throw Undone(cause: .workflow(.duplicateInstance)) }
      var last = try write(doing, by: actor, at: now, &held, writing)?.upperBound
      for further in try held.runRules(at: now, boxes) {
        last = try write(further, by: .system, at: now, &held, writing)?.upperBound ?? last
      }
      return last
    }
  }

  /// A new version of a round's workflow: for what begins from now on; whoever has begun is moved by `migrate`.
  ///
  /// - Parameter path: the workflow file, with a higher `version`.
  /// - Returns: `nil` when the file is wrong; the log says what.
  public func amend(
    _ id: RoundID, workflow path: String, by actor: ActorID, at now: Instant, reason: String?,
    log: inout DiagnosticLog
  ) throws -> Answer? {
    let source = try Desk().source(path)
    return try transact { writing -> Answer? in
      var held = try current(id, writing.reading)
      if let diagnostic = held.objection(to: now) { return .refused(.facts([diagnostic])) }
      guard let node = Node.read(source, log: &log),
        let new = Desk().workflow(node, rules: held.hand.answers.rules, log: &log)
      else { return nil }
      var check = RoundCheck(held.hand.answers.rules)
      check.check(workflow: node)
      log.report(contentsOf: check.log.diagnostics)
      if log.hasErrors { return nil }
      guard let reason, !reason.isEmpty else { return .refused(.workflow(Workflow.Refusal(.reasonRequired, [:]))) }
      do throws(Workflow.Refusal) {
        _ = try held.hand.machine.deploying(new, by: actor)
      } catch {
        return .refused(.workflow(error))
      }
      let amendment = Amendment(workflow: try writing.keep(source), reason: reason)
      let version = held.hand.round.version
      let entries = try writing.append(
        [Writing.Draft(nil, version: version, at: now, by: actor, .amended(amendment))], to: id)
      held.amend(new, at: now, entry: entries.upperBound)
      keep(held)
      return .done(Receipt(round: id, entries: entries, version: version, isRepeat: false))
    }
  }

  /// Calendars of further years for a round that runs: deadlines that were provisional are reckoned anew with the next act
  /// or tick. Years that the round has a calendar for keep it.
  ///
  /// - Parameter path: a folder of calendar files, or one such file; files that the round has already are passed over.
  /// - Returns: `nil` when a file is wrong; the log says what.
  public func extend(
    _ id: RoundID, calendars path: String, by actor: ActorID, at now: Instant, log: inout DiagnosticLog
  ) throws -> Answer? {
    let (calendar, sources) = try Desk().calendar(path, log: &log)
    guard calendar != nil, !log.hasErrors else { return nil }
    return try transact { writing -> Answer? in
      var held = try current(id, writing.reading)
      // Titles are reviewed in years to come.
      let isForTitles = held.hand.round.holdsTitles
      if let diagnostic = held.objection(to: now, isForTitles: isForTitles) {
        return .refused(.facts([diagnostic]))
      }
      guard held.hand.machine.isOffice(actor, in: held.hand.round) else {
        return .refused(.facts([Diagnostic(.notOffice, at: nil, ["actor": actor.rawValue])]))
      }
      let known = held.hand.machine.calendar.years
      let stored = Set(held.calendars.map(\.fingerprint))
      var new: [(years: WorkCalendar, source: Source)] = []
      for source in sources where !stored.contains(Fingerprint(of: source.bytes).description) {
        guard let node = Node.read(source, log: &log), let read = WorkCalendar.read(node, log: &log) else { return nil }
        if let year = read.years.sorted().first(where: known.contains) {
          return .refused(.facts([Diagnostic(.calendarStands, at: nil, ["year": "\(year)", "path": source.name])]))
        }
        new.append((read, source))
      }
      if new.isEmpty { return .refused(.facts([Diagnostic(.noNewCalendar, at: nil, ["path": path])])) }
      let version = held.hand.round.version
      let documents = try new.map { (years: $0.years, document: try writing.keep($0.source)) }
      let amendment = Amendment(calendars: documents.map(\.document))
      let entries = try writing.append(
        [Writing.Draft(nil, version: version, at: now, by: actor, .amended(amendment))], to: id)
      held.extend(documents, at: now, entry: entries.upperBound)
      keep(held)
      return .done(Receipt(round: id, entries: entries, version: version, isRepeat: false))
    }
  }

  /// Gives the messages that wait to whoever delivers them; one that fails waits for the next time, and holds nothing up.
  ///
  /// One process does this at a time, so that none is given twice, unless the power fails between a message and its note.
  ///
  /// - Parameter send: `true` when the message has arrived.
  /// - Returns: how many arrived, and how many wait; `nil` while another process is delivering.
  public func deliver(at now: Instant, _ send: (OutboxItem) throws -> Bool) throws -> (sent: Int, waiting: Int)? {
    guard let lock = try store.deliveryLock() else { return nil }
    return try withExtendedLifetime(lock) {
      let waiting = try store.read { try $0.waiting() }
      var sent = 0
      for item in waiting {
        let arrived = try send(item)
        try transact { try $0.noteDelivery(of: item.id, at: arrived ? now : nil) }
        if arrived { sent += 1 }
      }
      return (sent, waiting.count - sent)
    }
  }

  /// Ends a round for good: every nominee has an outcome. What is closed is the selection:
  /// of its titles, 动态管理 goes on.
  public func close(_ id: RoundID, by actor: ActorID, at now: Instant) throws -> Answer {
    try transact { writing in
      var held = try current(id, writing.reading)
      let arguments = ["name": id.rawValue, "actor": actor.rawValue]
      if let diagnostic = held.objection(to: now) { return .refused(.facts([diagnostic])) }
      guard held.hand.machine.isOffice(actor, in: held.hand.round) else {
        return .refused(.facts([Diagnostic(.notOffice, at: nil, arguments)]))
      }
      let open = held.hand.round.cases.values.count { !$0.state.isFinal }
      if open > 0 {
        return .refused(.facts([Diagnostic(.roundGoesOn, at: nil, ["name": id.rawValue, "count": "\(open)"])]))
      }
      let version = held.hand.round.version
      let entries = try writing.append([Writing.Draft(nil, version: version, at: now, by: actor, .closed)], to: id)
      held.close(at: now, entry: entries.upperBound)
      try writing.keep(held.summary)
      keep(held)
      return .done(Receipt(round: id, entries: entries, version: version, isRepeat: false))
    }
  }

  /// Carries out the acts of a file one by one, each once, however often the file is given.
  ///
  /// - Parameter each: told of each act once it is on the disk.
  /// - Returns: how many were done, how many had been done before, and those refused.
  public func carryOut(
    _ acts: ActsFile, in round: RoundID, each: (Receipt) throws -> Void = { _ in }
  ) throws -> ActsDone {
    let rules = try store.read { try current(round, $0) }.hand.answers.rules
    let other = acts.heading.flatMap { rules.mismatch($0.name, $0.text, at: $0.span) }
    if !other.isEmpty { throw UnreadableRound(id: round, diagnostics: other) }
    var done = ActsDone()
    guard var now = acts.steps.lazy.compactMap(\.at).first else { return done }
    for (index, step) in acts.steps.enumerated() {
      now = step.at ?? now
      let name = try step.command.id ?? CommandName.of(step, at: now, number: index + 1, in: round)
      switch try act(step, in: round, at: now, id: name) {
      case .done(let receipt):
        if receipt.isRepeat || receipt.isIdle { done.repeated += 1 } else { done.accepted += 1 }
        try each(receipt)
      case .refused(let cause): done.refused.append(RefusedAct(number: index + 1, step: step, cause: cause))
      }
    }
    return done
  }
}

/// What came of a file of acts.
public struct ActsDone: Sendable {
  public var accepted = 0
  public var repeated = 0
  public var refused: [RefusedAct] = []
}

/// The files of a round besides its records.
public struct RoundFiles: Sendable {
  public let rules: String
  public let workflow: String
  public let people: String
  public let calendars: String

  public init(rules: String, workflow: String, people: String, calendars: String) {
    self.rules = rules
    self.workflow = workflow
    self.people = people
    self.calendars = calendars
  }
}

/// Command ids that follow from where a command stands.
enum CommandName {
  /// The same act at the same place of a file, even if more has been written after it since.
  static func of(_ step: Step, at now: Instant, number: Int, in round: RoundID) throws -> String {
    let digest = try CommandDigest(step).bytes + Array("\(now)".utf8)
    return "acts/\(round)/\(number)/\(Fingerprint(of: digest).description.dropFirst(7).prefix(16))"
  }
}

extension [Register] {
  /// `nil` for none: what was never there leaves no trace in the log.
  fileprivate func documents(_ keep: (Source) throws -> Document) rethrows -> [Document]? {
    isEmpty ? nil : try compactMap(\.source).map(keep)
  }
}

extension Writing {
  func keep(_ source: Source) throws -> Document { try keep(source.bytes, named: source.name) }
}
