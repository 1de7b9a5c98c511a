public import Diagnostics
import Fingerprints
import Outcomes
import Records
import Rules
public import Store
import Workflow
import YAML

/// A round of the store as far as it has been read, and what comes after.
struct HeldRound {
  let id: RoundID
  let charter: Charter
  let opened: Instant
  /// What earlier rounds' registers say of its nominees.
  let earlier: EarlierTitles
  private(set) var hand: RoundInHand
  /// Of all that happened, for reports.
  private(set) var events: [Event] = []
  /// As they were handed in last, in the order of the first time.
  private(set) var records: [Record] = []
  private(set) var recordsDocument = Document(name: "", fingerprint: "")
  private var recordsFingerprint = Fingerprint(of: "")
  /// Those of the opening, and of years that were added.
  private(set) var calendars: [Document]
  private(set) var closed: Instant?
  /// When something happened last.
  private(set) var latest: Instant
  /// The last entry of this round that is in it.
  private(set) var lastEntry: Int
  /// How each case stood in the list when it was last written.
  private(set) var listed: [CaseID: CaseSummary] = [:]

  /// - Returns: `nil` if there is no such round.
  init?(_ id: RoundID, _ reading: Reading) throws {
    let entries = try reading.entries(of: id)
    guard let first = entries.first else { return nil }
    try self.init(opening: first, id, reading)
    try absorb(entries, reading)
  }

  /// As its first entry leaves it: nothing has happened yet.
  init(opening first: Entry, _ id: RoundID, _ reading: Reading) throws {
    guard case .opened(let charter) = try first.content() else { throw StoreFault.damaged }
    let papers = try RoundPapers(charter, reading)
    var log = DiagnosticLog()
    let parts = (papers.rules(log: &log), papers.workflow(log: &log), papers.calendar(log: &log))
    guard let rules = parts.0, let workflow = parts.1, let calendar = parts.2,
      let earlier = papers.earlier(rules, log: &log)
    else {
      throw UnreadableRound(id: id, diagnostics: log.diagnostics)
    }
    let machine = Machine(workflow, calendar: calendar, organization: charter.organization)
    self.init(id, charter, RoundInHand(machine, rules: rules, records: nil), earlier, at: first.at)
  }

  init(_ id: RoundID, _ charter: Charter, _ hand: RoundInHand, _ earlier: EarlierTitles, at opened: Instant) {
    self.id = id
    self.earlier = earlier
    self.charter = charter
    self.hand = hand
    self.opened = opened
    calendars = charter.calendars
    latest = opened
    lastEntry = 0
  }

  /// What others have written since.
  mutating func catchUp(_ reading: Reading) throws {
    try absorb(try reading.entries(of: id, after: lastEntry), reading)
  }

  mutating func absorb(_ entries: [Entry], _ reading: Reading) throws {
    for entry in entries {
      switch try entry.content() {
      case .opened, .counted: break
      case .amended(let amendment):
        if let workflow = amendment.workflow { try amend(workflow, reading) }
        for calendar in amendment.calendars ?? [] { try extend(calendar, reading) }
      case .records(let documents): for document in documents { try receive(document, reading) }
      case .act(let act): hand.absorb(act.consultations)
      case .event(let event):
        hand.absorb(event)
        events.append(event)
      case .people(let organization): hand.absorb(organization)
      case .closed: closed = entry.at
      }
      latest = max(latest, entry.at)
      lastEntry = entry.seq
    }
    for summary in summaries(of: hand.round.order) { listed[summary.id] = summary }
  }

  private mutating func amend(_ document: Document, _ reading: Reading) throws {
    let bytes = try reading.soundContent(of: document)
    var log = DiagnosticLog()
    let node = Node.read(Source(name: document.name, bytes: bytes), log: &log)
    guard let new = node.flatMap({ WorkflowDefinition.read($0, log: &log) }) else {
      throw UnreadableRound(id: id, diagnostics: log.diagnostics)
    }
    hand.absorb(new)
  }

  private mutating func extend(_ document: Document, _ reading: Reading) throws {
    let bytes = try reading.soundContent(of: document)
    var log = DiagnosticLog()
    let node = Node.read(Source(name: document.name, bytes: bytes), log: &log)
    guard let year = node.flatMap({ WorkCalendar.read($0, log: &log) }) else {
      throw UnreadableRound(id: id, diagnostics: log.diagnostics)
    }
    extend(year, document)
  }

  private mutating func extend(_ years: WorkCalendar, _ document: Document) {
    hand.absorb(years)
    calendars.append(document)
  }

  mutating func extend(_ new: [(years: WorkCalendar, document: Document)], at now: Instant, entry: Int) {
    for (years, document) in new { extend(years, document) }
    keep([], through: entry, at: now)
  }

  mutating func amend(_ new: WorkflowDefinition, at now: Instant, entry: Int) {
    hand.absorb(new)
    keep([], through: entry, at: now)
  }

  private mutating func receive(_ document: Document, _ reading: Reading) throws {
    receive(try batch(of: document, reading))
  }

  /// The records that a stored file holds.
  func batch(of document: Document, _ reading: Reading) throws -> RecordBatch {
    let bytes = try reading.soundContent(of: document)
    var log = DiagnosticLog()
    let source = Source(name: document.name, bytes: bytes)
    guard let batch = Desk.records(source, rules: hand.answers.rules, sheet: document.sheet, log: &log) else {
      throw UnreadableRound(id: id, diagnostics: log.diagnostics)
    }
    return earlier.adding(to: batch, log: &log)
  }

  mutating func receive(_ people: Organization, at now: Instant, entry: Int) {
    hand.absorb(people)
    keep([], through: entry, at: now)
  }

  mutating func receive(_ batch: RecordBatch) {
    hand.absorb(batch)
    var places = Dictionary(records.enumerated().map { ($1.id, $0) }) { first, _ in first }
    for record in batch.records {
      if let index = places[record.id] {
        records[index] = record
      } else {
        places[record.id] = records.count
        records.append(record)
      }
    }
    recordsFingerprint = Fingerprint(of: batch.source.bytes)
    recordsDocument = Document(name: batch.source.name, fingerprint: recordsFingerprint.description)
  }

  // MARK: Acts

  mutating func carryOut(_ step: Step, at now: Instant, _ boxes: inout some BallotBoxes) throws -> RoundInHand.Answer {
    try hand.carryOut(step, at: now, &boxes)
  }

  mutating func runRules(at now: Instant, _ boxes: some BallotBoxes) throws -> [RoundInHand.Doing] {
    try hand.runRules(at: now, boxes)
  }

  mutating func tick(at now: Instant, _ boxes: some BallotBoxes) throws -> RoundInHand.Answer {
    try hand.tick(at: now, boxes)
  }

  /// What was decided is on its way into the log.
  mutating func keep(_ new: [Event], through entry: Int, at now: Instant) {
    events += new
    lastEntry = entry
    latest = max(latest, now)
  }

  mutating func close(at now: Instant, entry: Int) {
    closed = now
    keep([], through: entry, at: now)
  }

  /// What would follow from a command today; `nil`: it would be refused.
  mutating func decideAgain(_ command: Command, by actor: ActorID, at now: Instant) throws -> [Event]? {
    try hand.decideAgain(command, by: actor, at: now)
  }

  // MARK: How it stands

  var batch: Batch { hand.batch(records, events, source: (recordsDocument.name, recordsFingerprint)) }

  var summary: RoundSummary {
    RoundSummary(
      id: id, award: charter.award, edition: charter.edition, state: hand.round.state.rawValue,
      version: hand.round.version, opened: opened, closed: closed)
  }

  /// Cases that stand otherwise than the list says, among those that these events touch.
  mutating func changedSummaries(_ events: [Event]) -> [CaseSummary] {
    let isOfAll = events.contains { $0.case == nil }
    return changedSummaries(of: isOfAll ? hand.round.order : Array(Set(events.compactMap(\.case))))
  }

  /// Among all of them, if nothing else is said.
  mutating func changedSummaries(of cases: [CaseID]? = nil) -> [CaseSummary] {
    let changed = summaries(of: cases ?? hand.round.order).filter { listed[$0.id] != $0 }
    for summary in changed { listed[summary.id] = summary }
    return changed
  }

  /// Why records cannot be taken in; `nil`: they can.
  func objection(to batch: RecordBatch) -> Diagnostic? {
    if batch.records.isEmpty { return Diagnostic(.nothingToImport, at: nil) }
    let late = batch.records.map { hand.answers.names.of(record: $0.id) }.filter { hand.round.hasHandedIn($0) }
    if late.isEmpty { return nil }
    return Diagnostic(.underReview, at: nil, [:].naming("cases", late.map(\.rawValue)))
  }

  private func summaries(of ids: [CaseID]) -> [CaseSummary] {
    let titles = Dictionary(records.map { (hand.answers.names.of(record: $0.id), $0.title) }) { first, _ in first }
    return ids.compactMap { id in
      guard let item = hand.round.cases[id] else { return nil }
      let common = hand.round.openings.last { $0.isOpen && $0.remaining.contains(id) }
      let stage = item.state.isFinal ? nil : item.openOpenings.first?.stage ?? common?.stage ?? item.arrivedAt
      return CaseSummary(
        id: id, title: titles[id] ?? id.rawValue, state: item.state.rawValue, outcome: item.outcome?.rawValue,
        stage: stage.map { hand.definition[$0]?.name ?? $0.rawValue }, version: item.version)
    }
  }
}

extension Round {
  /// Whether the papers are out of the nominee's hands: then a record is not simply replaced.
  fileprivate func hasHandedIn(_ id: CaseID) -> Bool {
    guard let item = cases[id] else { return false }
    return item.state.isFinal
      || item.openings.contains { opening in opening.slots.contains { $0.signature?.verb == .submit } }
  }
}

/// The files of a round, as they lie in the store, are not understood by this program.
public struct UnreadableRound: Error {
  public let id: RoundID
  public let diagnostics: [Diagnostic]
}
