import Diagnostics
import Records
public import Store
public import Workflow

extension Docket {
  public func rounds() throws -> [RoundSummary] { try store.read { try $0.rounds() } }

  public func cases(of round: RoundID? = nil) throws -> [(round: RoundID, item: CaseSummary)] {
    try store.read { reading in
      if let round { _ = try check(round, reading) }
      return try reading.cases(of: round)
    }
  }

  /// The round that is meant: the one named, or the only one.
  public func round(_ name: RoundID?) throws -> RoundID {
    try store.read { reading in
      if let name { return try check(name, reading) }
      let rounds = try reading.rounds().map(\.id)
      if rounds.count == 1 { return rounds[0] }
      throw NoSuchRound(
        diagnostic: rounds.isEmpty
          ? Diagnostic(.emptyStore, at: nil)
          : Diagnostic(.severalRounds, at: nil, [:].naming("rounds", rounds.map(\.rawValue))))
    }
  }

  /// The case that somebody means by its number, its nominee's name, or another number that tells it from others; and its round.
  ///
  /// - Returns: where nothing bears this name, a case of this number.
  public func find(_ name: String, in round: RoundID?) throws -> (round: RoundID, case: CaseID) {
    let all = try cases(of: round)
    let numbered = all.filter { $0.item.id.rawValue == name }
    let found = numbered.isEmpty ? all.filter { $0.item.title == name } : numbered
    if Set(found.map(\.round)).count > 1 {
      let rounds = found.map(\.round.rawValue)
      throw NoSuchRound(
        diagnostic: Diagnostic(.caseInSeveralRounds, at: nil, ["name": name].naming("rounds", rounds)))
    }
    if found.count > 1 { throw severalCases(name, found.map(\.item.id)) }
    if let only = found.first { return (only.round, only.item.id) }
    let id = try self.round(round)
    let held = try store.read { try current(id, $0) }
    let dossiers = held.batch.dossiers(named: name).map { held.hand.answers.names.of(record: $0.record.id) }
    if dossiers.count > 1 { throw severalCases(name, dossiers) }
    return (id, dossiers.first ?? CaseID(name))
  }

  private func severalCases(_ name: String, _ ids: [CaseID]) -> NoSuchRound {
    NoSuchRound(
      diagnostic: Diagnostic(
        .severalCases, at: nil, ["name": name, "count": "\(ids.count)"].naming("ids", ids.map(\.rawValue))))
  }

  private func check(_ name: RoundID, _ reading: Reading) throws -> RoundID {
    let names = try reading.rounds().map(\.id)
    guard names.contains(name) else {
      throw NoSuchRound(
        diagnostic: Diagnostic(
          .noSuchRound, at: nil, ["name": name.rawValue].naming("names", names.map(\.rawValue))))
    }
    return name
  }

  /// A round with its nominees, as reports want it.
  public func standing(of round: RoundID) throws -> RoundRun {
    let held = try store.read { try current(round, $0) }
    return RoundRun(
      batch: held.batch, round: held.hand.round, definition: held.hand.definition,
      organization: held.hand.machine.organization, events: held.events, refusedActs: [],
      keepsRefusedActs: false)
  }

  /// The files that a round went by, and the end of its log, for the manifest of its documents.
  public func manifest(of round: RoundID) throws -> Manifest {
    let head = try store.verify().head
    return try store.read { reading in
      let held = try current(round, reading)
      func source(_ document: Document) throws -> Source {
        Source(name: document.name, bytes: try reading.soundContent(of: document))
      }
      return Manifest(
        workflow: try source(held.charter.workflow), records: try source(held.recordsDocument), acts: nil, log: head,
        calendars: try held.calendars.map(source), earlier: try (held.charter.earlier ?? []).map(source))
    }
  }

  /// The zone that the instants of a round are told in: that of its calendar.
  public func zone(of round: RoundID) throws -> String {
    try store.read { try current(round, $0) }.hand.machine.calendar.zone
  }

  /// Who can act now in a case, or in the round itself, and until when.
  public func view(of id: CaseID?, in round: RoundID, at now: Instant) throws -> View {
    let held = try store.read { try current(round, $0) }
    let (machine, round) = (held.hand.machine, held.hand.round)
    return id.map { machine.view(of: $0, in: round, at: now) } ?? machine.view(round, at: now)
  }

  /// All entries about a case, in their order; without one, all of the round.
  public func entries(of id: CaseID?, in round: RoundID) throws -> [Entry] {
    try store.read { reading in
      _ = try check(round, reading)
      guard let id else { return try reading.entries(of: round) }
      let found = try reading.entries(of: id, in: round)
      if found.isEmpty {
        throw NoSuchRound(
          diagnostic: Diagnostic(.noSuchCase, at: nil, ["name": id.rawValue, "round": round.rawValue]))
      }
      return found
    }
  }

  /// When something happened last in a round; `nil` before anything has.
  public func lastInstant(of round: RoundID) throws -> Instant { try store.read { try current(round, $0) }.latest }
}
