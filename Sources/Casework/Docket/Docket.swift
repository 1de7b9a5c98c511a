public import Diagnostics
import Foundation
public import Records
public import Store
public import Workflow

/// The rounds of one store and what can be done in them; the same for command line and page.
///
/// Who may do what is decided by the workflow and by who holds which role in the round, never by the caller. An act is
/// decided and written in one transaction, on the state that holds at that moment.
public final class Docket {
  let store: Ledger
  private var held: [RoundID: HeldRound] = [:]
  /// Those that the transaction under way has changed.
  private var changed: [RoundID: HeldRound] = [:]

  /// - Parameter creating: whether to make a store where there is none.
  public init(_ path: String, creating: Bool = false) throws(StoreFault) {
    store = try Ledger(path, creating: creating)
  }

  /// Does something in a store that is made for it, if there is none; where that fails, there is none afterwards either.
  public static func creating<Value>(_ path: String, _ body: (Docket) throws -> Value) throws -> Value {
    guard !FileManager.default.fileExists(atPath: path) else { return try body(Docket(path, creating: true)) }
    let draft = Draft(for: path)
    defer { draft.discard() }
    let docket = try Docket(draft.path, creating: true)
    let value = try body(docket)
    try docket.store.finish()
    return try draft.settle() ? value : body(Docket(path))
  }

  /// To read in it; it need not be writable.
  public init(reading path: String) throws(StoreFault) { store = try Ledger(reading: path) }

  /// There is no such round, or none that is meant.
  public struct NoSuchRound: Error {
    public let diagnostic: Diagnostic
  }

  /// What came of an act.
  public enum Answer: Sendable {
    case done(Receipt)
    /// Nothing was changed.
    case refused(RefusedAct.Cause)
  }

  /// Where an act stands in the log.
  public struct Receipt: Sendable, Hashable {
    public let round: RoundID
    public let entries: ClosedRange<Int>
    /// Of the case, or of the round, once it was done.
    public let version: Int
    /// It had been done before, under the same command id: the same answer, no second act.
    public let isRepeat: Bool
    /// There was nothing to do, so that nothing was recorded: a tick before any deadline.
    public var isIdle = false
    /// A secret ballot was cast.
    public var isSecret = false
    /// Records that were handed in anew, each with what has changed.
    public var superseded: [Superseded] = []
  }

  // MARK: Acts

  /// Carries out what somebody does.
  ///
  /// - Parameters:
  ///   - step: with `if_version` unless it is meant to hold whatever has happened meanwhile.
  ///   - id: the same id with the same content is the same act.
  public func act(_ step: Step, in round: RoundID, at now: Instant, id: String) throws -> Answer {
    let digest = try CommandDigest(step)
    return try transact { writing in
      if let earlier = try writing.reading.command(id) {
        guard earlier.round == round, earlier.digest == nil || earlier.digest == digest.bytes else {
          return .refused(.workflow(Refusal(.commandIDReused, ["id": id])))
        }
        let held = try current(round, writing.reading)
        return .done(receipt(held, step, earlier.entries, isRepeat: true))
      }
      var held = try current(round, writing.reading)
      if let diagnostic = held.objection(to: now, doing: step.command) { return .refused(.facts([diagnostic])) }
      var boxes = StoredBoxes(round: round, writing: writing)
      switch try held.carryOut(step, at: now, &boxes) {
      case .refused(let cause): return .refused(cause)
      case .done(let doing):
        if try !claim(doing.keys, for: round, writing) { return .refused(.workflow(.duplicateInstance)) }
        let secret = doing.events.isSecret
        let entries = try write(doing, by: step.actor, at: now, &held, writing)
        if let entries {
          try writing.note(command: id, digest: secret ? nil : digest.bytes, in: round, entries: entries)
        }
        for further in try held.runRules(at: now, boxes) {
          try write(further, by: .system, at: now, &held, writing)
        }
        try writing.keep(held.summary)
        keep(held)
        var receipt = receipt(held, step, entries ?? held.lastEntry...held.lastEntry, isRepeat: false)
        receipt.isIdle = entries == nil
        receipt.isSecret = secret
        return .done(receipt)
      }
    }
  }

  /// Deadlines that have passed take effect, in one round or in all that are under way.
  ///
  /// - Returns: the rounds in which something happened, with the entries.
  public func tick(at now: Instant, round: RoundID? = nil) throws -> [(round: RoundID, entries: ClosedRange<Int>)] {
    let rounds = try round.map { [$0] } ?? store.read { try $0.rounds().filter { $0.closed == nil }.map(\.id) }
    return try rounds.compactMap { round in
      try transact { writing in
        var held = try current(round, writing.reading)
        if held.closed != nil || now < held.latest { return nil }
        let boxes = StoredBoxes(round: round, writing: writing)
        guard case .done(let doing) = try held.tick(at: now, boxes) else { return nil }
        var entries = try write(doing, by: .system, at: now, &held, writing)
        for further in try held.runRules(at: now, boxes) {
          guard let more = try write(further, by: .system, at: now, &held, writing) else { continue }
          entries = (entries?.lowerBound ?? more.lowerBound)...more.upperBound
        }
        guard let entries else { return nil }
        try writing.keep(held.summary)
        keep(held)
        return (round, entries)
      }
    }
  }

  /// The version that an act about this case, or about the round itself, is decided on.
  public func version(of id: CaseID?, in round: RoundID) throws -> Int {
    try store.read { try current(round, $0).hand.round.version(of: id) }
  }

  @discardableResult
  func write(
    _ doing: RoundInHand.Doing, by actor: ActorID, at now: Instant, _ held: inout HeldRound, _ writing: Writing
  ) throws -> ClosedRange<Int>? {
    if doing.events.isEmpty { return nil }
    let boxes = StoredBoxes(round: held.id, writing: writing)
    let taken = ActTaken(doing.events.isSecret ? nil : doing.command, doing.consultations)
    let subject = doing.command.case
    var drafts = [Writing.Draft(subject, version: doing.versionBefore, at: now, by: actor, .act(taken))]
    for (event, version) in zip(doing.events, doing.versions) { drafts.append(Writing.Draft(event, version: version)) }
    for box in doing.closedBoxes {
      guard let count = try boxes.dispose(of: box) else { continue }
      let version = held.hand.round.version(of: box.case)
      drafts.append(Writing.Draft(box.case, version: version, at: now, by: actor, .counted(count)))
    }
    let entries = try writing.append(drafts, to: held.id)
    for message in doing.messages {
      try writing.post(try message.text, to: message.listener, in: held.id, entry: entries.lowerBound)
    }
    held.keep(doing.events, through: entries.upperBound, at: now)
    for summary in held.changedSummaries(doing.events) { try writing.keep(summary, in: held.id) }
    return entries
  }

  /// Whether nobody has these values yet; a second case of one nominee, award and year is refused.
  func claim(_ keys: [UniqueKey], for round: RoundID, _ writing: Writing) throws -> Bool {
    do {
      try writing.claim(all: keys.map { try $0.text }, for: round)
      return true
    } catch StoreFault.claimed {
      return false
    }
  }

  private func receipt(
    _ held: HeldRound, _ step: Step, _ entries: ClosedRange<Int>, isRepeat: Bool
  ) -> Receipt {
    Receipt(
      round: held.id, entries: entries, version: held.hand.round.version(of: step.command.case), isRepeat: isRepeat)
  }

  // MARK: Rounds at hand

  /// The round as it stands in this state of the store.
  func current(_ id: RoundID, _ reading: Reading) throws -> HeldRound {
    if var known = held[id] {
      try known.catchUp(reading)
      held[id] = known
      return known
    }
    guard let new = try HeldRound(id, reading) else { throw try noSuchRound(id, reading) }
    held[id] = new
    return new
  }

  /// Within a transaction: how a round stands once it is on the disk.
  func keep(_ round: HeldRound) { changed[round.id] = round }

  /// What was decided is held only when it is on the disk; of a transaction that failed nothing stays here either.
  func transact<Value>(_ body: (Writing) throws -> Value) throws -> Value {
    changed = [:]
    defer { changed = [:] }
    let value = try store.write(body)
    held.merge(changed) { $1 }
    return value
  }

  /// A transaction that decides on something; where that is refused, nothing of it stays in the store.
  ///
  /// - Returns: `nil` where the body decided nothing, since a file was wrong.
  func decide(_ body: (Writing) throws -> Answer?) throws -> Answer? {
    do {
      return try transact { writing in
        let answer = try body(writing)
        if case .refused(let cause)? = answer { throw Undone(cause: cause) }
        return answer
      }
    } catch let undone as Undone {
      return .refused(undone.cause)
    }
  }

  /// What was written already is taken back with the transaction.
  struct Undone: Error {
    let cause: RefusedAct.Cause
  }

  func noSuchRound(_ id: RoundID, _ reading: Reading) throws -> NoSuchRound {
    let names = try reading.rounds().map(\.id.rawValue)
    // It stands in the list, and there is nothing of it in the log.
    if names.contains(id.rawValue) { throw StoreFault.damaged }
    return NoSuchRound(
      diagnostic: Diagnostic(.noSuchRound, at: nil, ["name": id.rawValue].naming("names", names)))
  }
}

extension [Event] {
  /// A ballot was cast in secret: of what it says nothing is written outside its box.
  var isSecret: Bool {
    contains { event in if case .accepted(let act) = event.change { act.isSecret } else { false } }
  }
}

extension HeldRound {
  /// Time goes on: nothing is recorded before what was recorded last.
  ///
  /// What is closed is the selection; titles live on, and so does 动态管理.
  func objection(to now: Instant, doing command: Command? = nil) -> Diagnostic? {
    objection(to: now, isForTitles: command.map(hand.round.isManagement) ?? false)
  }

  /// - Parameter isForTitles: whether it is about titles that live on.
  func objection(to now: Instant, isForTitles: Bool) -> Diagnostic? {
    if closed != nil, !isForTitles {
      return Diagnostic(.roundClosed, at: nil, ["name": id.rawValue])
    }
    guard now < latest else { return nil }
    return Diagnostic(.beforeLastAct, at: nil, ["at": now.description, "last": latest.description])
  }
}
