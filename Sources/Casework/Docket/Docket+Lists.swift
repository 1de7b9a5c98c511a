import Diagnostics
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

  /// The round that is meant: the one named, the one in which there is such a case, or the only one.
  public func round(_ name: RoundID?, with subject: CaseID? = nil) throws -> RoundID {
    try store.read { reading in
      if let name { return try check(name, reading) }
      if let subject {
        let rounds = try reading.rounds(with: subject)
        if rounds.count == 1 { return rounds[0] }
        if rounds.count > 1 {
          throw NoSuchRound(
            diagnostic: Diagnostic(
              .caseInSeveralRounds, at: nil,
              ["name": subject.rawValue].naming("rounds", rounds.map(\.rawValue))))
        }
      }
      let rounds = try reading.rounds().map(\.id)
      if rounds.count == 1 { return rounds[0] }
      throw NoSuchRound(
        diagnostic: rounds.isEmpty
          ? Diagnostic(.emptyStore, at: nil)
          : Diagnostic(.severalRounds, at: nil, [:].naming("rounds", rounds.map(\.rawValue))))
    }
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
      organization: held.hand.machine.organization, events: held.events, refusedActs: [])
  }

  /// The files that a round went by, and the end of its log, for the manifest of its documents.
  public func manifest(of round: RoundID) throws -> Manifest {
    let head = try store.verify().head
    return try store.read { reading in
      let held = try current(round, reading)
      func source(_ document: Document) throws -> Source {
        guard let bytes = try reading.content(of: document) else { throw StoreFault.damaged }
        return Source(name: document.name, bytes: bytes)
      }
      return Manifest(
        workflow: try source(held.charter.workflow), records: try source(held.recordsDocument), acts: nil, log: head,
        calendars: try held.charter.calendars.map(source))
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
