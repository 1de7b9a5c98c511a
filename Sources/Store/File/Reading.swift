public import Workflow
import Foundation
import GRDB

/// What can be read from one consistent state; see `Ledger.read`.
public struct Reading {
  let db: Database
  let keys: KeyFile

  init(_ db: Database, _ keys: KeyFile) {
    self.db = db
    self.keys = keys
  }

  /// The number and the hash of the last entry; 0 for an empty log.
  func head() throws -> (seq: Int, hash: [UInt8]) {
    let row = try db.cachedStatement(sql: "SELECT seq, hash FROM head").head
    return row ?? (0, Chain.start)
  }

  public func lastEntry() throws -> Int { try head().seq }

  // MARK: Entries

  /// In their order. `subject`: those of one case and those of the round itself.
  public func entries(of round: RoundID, after seq: Int = 0) throws -> [Entry] {
    let statement = try db.cachedStatement(sql: "SELECT * FROM entry WHERE round = ? AND seq > ? ORDER BY seq")
    return try Row.fetchCursor(statement, arguments: [round.rawValue, seq]).entries()
  }

  public func entries(of subject: CaseID, in round: RoundID) throws -> [Entry] {
    let statement = try db.cachedStatement(sql: "SELECT * FROM entry WHERE round = ? AND subject = ? ORDER BY seq")
    return try Row.fetchCursor(statement, arguments: [round.rawValue, subject.rawValue]).entries()
  }

  public func entries(_ range: ClosedRange<Int>) throws -> [Entry] {
    let statement = try db.cachedStatement(sql: "SELECT * FROM entry WHERE seq BETWEEN ? AND ? ORDER BY seq")
    return try Row.fetchCursor(statement, arguments: [range.lowerBound, range.upperBound]).entries()
  }

  /// One after the other, without holding more than one.
  public func forEachEntry(_ body: (Entry) throws -> Void) throws {
    let cursor = try Row.fetchCursor(db, sql: "SELECT * FROM entry ORDER BY seq")
    while let row = try cursor.next() { try body(try Entry(row)) }
  }

  /// The content of a document; `nil` if there is none.
  public func content(of document: Document) throws -> [UInt8]? {
    let statement = try db.cachedStatement(sql: "SELECT content FROM document WHERE fingerprint = ?")
    return try Data.fetchOne(statement, arguments: [document.fingerprint]).map { [UInt8]($0) }
  }

  /// What was carried out under a command id: where, what it said (`nil` for a secret ballot), and its entries.
  public func command(_ id: String) throws -> (round: RoundID, digest: [UInt8]?, entries: ClosedRange<Int>)? {
    let statement = try db.cachedStatement(sql: "SELECT round, digest, first, last FROM command WHERE id = ?")
    guard let row = try Row.fetchOne(statement, arguments: [id]) else { return nil }
    let (first, last): (Int, Int) = (row[2], row[3])
    return (RoundID(row[0]), (row[1] as Data?).map { [UInt8]($0) }, first...max(first, last))
  }

  // MARK: What stands where

  public func rounds() throws -> [RoundSummary] {
    try Row.fetchAll(db, sql: "SELECT * FROM round ORDER BY opened, id").map { try RoundSummary($0) }
  }

  public func cases(of round: RoundID? = nil) throws -> [(round: RoundID, item: CaseSummary)] {
    let sql = "SELECT * FROM item\(round == nil ? "" : " WHERE round = ?") ORDER BY round, subject"
    let arguments: StatementArguments = round.map { [$0.rawValue] } ?? []
    return try Row.fetchAll(db, sql: sql, arguments: arguments).map { row in
      (
        RoundID(row["round"]),
        CaseSummary(
          id: CaseID(row["subject"]), title: row["title"], state: row["state"], outcome: row["outcome"],
          stage: row["stage"], version: row["version"])
      )
    }
  }

  /// In which rounds there is a case of this name.
  public func rounds(with subject: CaseID) throws -> [RoundID] {
    try String.fetchAll(
      db, sql: "SELECT round FROM item WHERE subject = ? ORDER BY round", arguments: [subject.rawValue]
    )
    .map { RoundID($0) }
  }

  // MARK: The outbox

  public func waiting() throws -> [OutboxItem] {
    try Row.fetchAll(
      db, sql: "SELECT id, round, listener, body, attempts FROM outbox WHERE delivered IS NULL ORDER BY id"
    ).map { row in
      OutboxItem(id: row[0], round: RoundID(row[1]), listener: row[2], body: row[3], attempts: row[4])
    }
  }
}

/// A message that a listener has not taken yet.
public struct OutboxItem: Sendable, Hashable {
  public let id: Int
  public let round: RoundID
  public let listener: String
  /// JSON.
  public let body: String
  public let attempts: Int
}

/// A round in a list.
public struct RoundSummary: Sendable, Hashable {
  public let id: RoundID
  public let award: String
  public let edition: String
  public var state: String
  public var version: Int
  public let opened: Instant
  public var closed: Instant?

  public init(
    id: RoundID, award: String, edition: String, state: String, version: Int, opened: Instant, closed: Instant? = nil
  ) {
    self.id = id
    self.award = award
    self.edition = edition
    self.state = state
    self.version = version
    self.opened = opened
    self.closed = closed
  }
}

/// A case in a list.
public struct CaseSummary: Sendable, Hashable {
  public let id: CaseID
  public let title: String
  public let state: String
  public let outcome: String?
  public let stage: String?
  public let version: Int

  public init(id: CaseID, title: String, state: String, outcome: String?, stage: String?, version: Int) {
    self.id = id
    self.title = title
    self.state = state
    self.outcome = outcome
    self.stage = stage
    self.version = version
  }
}

extension RoundSummary {
  fileprivate init(_ row: Row) throws {
    guard let opened = Instant(row["opened"] as String) else { throw StoreFault.damaged }
    self.init(
      id: RoundID(row["id"]), award: row["award"], edition: row["edition"], state: row["state"],
      version: row["version"], opened: opened, closed: (row["closed"] as String?).flatMap { Instant($0) })
  }
}

extension Statement {
  fileprivate var head: (seq: Int, hash: [UInt8])? {
    get throws {
      guard let row = try Row.fetchOne(self) else { return nil }
      guard let seq = Int.fromDatabaseValue(row[0]), let hash = Data.fromDatabaseValue(row[1]) else {
        throw StoreFault.damaged
      }
      return (seq, [UInt8](hash))
    }
  }
}

extension RowCursor {
  fileprivate func entries() throws -> [Entry] {
    var entries: [Entry] = []
    while let row = try next() { entries.append(try Entry(row)) }
    return entries
  }
}

extension Entry {
  /// A row whose values are not what they should be is damaged, and never a trap.
  init(_ row: Row) throws(StoreFault) {
    guard let seq = Int.fromDatabaseValue(row[0]), let round = String.fromDatabaseValue(row[1]),
      let version = Int.fromDatabaseValue(row[3]), let act = Int.fromDatabaseValue(row[4]),
      let moment = String.fromDatabaseValue(row[5]), let at = Instant(moment), at.description == moment,
      let actor = String.fromDatabaseValue(row[6]), let format = Int.fromDatabaseValue(row[7]),
      let word = String.fromDatabaseValue(row[8]), let kind = Kind(rawValue: word),
      let body = String.fromDatabaseValue(row[9]), let hash = Data.fromDatabaseValue(row[10])
    else { throw .damaged }
    let subject = String.fromDatabaseValue(row[2])
    self.init(
      seq: seq, round: RoundID(round), subject: subject.map { CaseID($0) }, version: version, act: act, at: at,
      by: ActorID(actor), format: format, kind: kind, body: body, hash: [UInt8](hash))
  }
}
