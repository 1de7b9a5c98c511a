public import Store
public import Workflow

extension Docket {
  /// Reads the log from its first entry to its last, see `Ledger.verify`, and then holds the lists against it.
  ///
  /// - Parameter progress: told now and then how many thousandths are done.
  public func verify(
    against head: String? = nil, progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> Verification {
    let chain = try store.verify(against: head) { progress($0 * 500 / max(1, $1), 1000) }
    if chain.fault != nil { return chain }
    do {
      let cause = try store.read { try ListCheck($0).fault { progress(500 + $0 * 500 / max(1, $1), 1000) } }
      guard let cause else { return chain }
      return Verification(sound: chain.sound, head: chain.head, fault: .init(entry: nil, cause: cause))
    } catch StoreFault.damaged {
      return Verification(sound: chain.sound, head: chain.head, fault: .init(entry: nil, cause: .file))
    }
  }

  /// Decides every act of a round again, with the rules and records that it had, and holds what follows against what was written.
  ///
  /// What a ballot box held is gone with its key: a count is taken as it stands in the log.
  ///
  /// - Parameter progress: told how many acts are decided again, of how many.
  public func replay(_ id: RoundID, progress: (Int, Int) -> Void = { _, _ in }) throws -> Replay {
    try store.read { reading in
      let entries = try reading.entries(of: id)
      guard let first = entries.first else { throw try noSuchRound(id, reading) }
      var replay = Replay(round: id)
      var held = try HeldRound(opening: first, id, reading)
      let acts = entries.chunked()
      for (index, act) in acts.enumerated() {
        progress(index, acts.count)
        try replay.decide(act, &held, reading)
      }
      return replay
    }
  }

  /// Every entry, one after the other, with what it says and its hash.
  public func forEachEntry(_ body: (Entry) throws -> Void) throws { try store.read { try $0.forEachEntry(body) } }
}

/// What came of deciding a round again.
public struct Replay: Sendable {
  public let round: RoundID
  /// Acts that were decided again, with the same events to the byte.
  public private(set) var same = 0
  /// Acts that cannot be decided again, because a ballot was secret.
  public private(set) var taken = 0
  public private(set) var differences: [Difference] = []

  public struct Difference: Sendable {
    /// The first entry of the act.
    public let entry: Int
    public let written: [Event]
    /// `nil`: it would be refused today.
    public let found: [Event]?
  }

  init(round: RoundID) { self.round = round }

  mutating func decide(_ entries: [Entry], _ held: inout HeldRound, _ reading: Reading) throws {
    let contents = try entries.map { try $0.content() }
    let events = contents.compactMap { content in if case .event(let event) = content { event } else { nil } }
    guard case .act(let act)? = contents.first, let first = entries.first else {
      return try held.absorb(entries, reading)
    }
    let isCount = contents.contains { if case .counted = $0 { true } else { false } }
    guard let command = act.command, !isCount else {
      taken += 1
      return try held.absorb(entries, reading)
    }
    var other = held
    let found = try other.decideAgain(command, by: first.by, at: first.at)
    try held.absorb(entries, reading)
    if found == events {
      same += 1
    } else {
      differences.append(Difference(entry: first.seq, written: events, found: found))
    }
  }
}

extension [Entry] {
  /// Act by act.
  fileprivate func chunked() -> [[Entry]] {
    var acts: [[Entry]] = []
    for entry in self {
      if acts.last?.first?.act == entry.act { acts[acts.count - 1].append(entry) } else { acts.append([entry]) }
    }
    return acts
  }
}
