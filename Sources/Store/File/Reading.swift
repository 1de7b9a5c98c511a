public import Workflow
import Fingerprints
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
  func head() throws -> (seq: Int, hash: [UInt8]) { try writtenHead() ?? (0, Chain.start) }

  /// `nil`: nothing was ever written, or the line that says how far the log goes is gone.
  func writtenHead() throws -> (seq: Int, hash: [UInt8])? {
    try db.cachedStatement(sql: "SELECT seq, hash FROM head").head
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

  /// The content of a document, if it is what was stored: nothing is decided by another.
  public func soundContent(of document: Document) throws -> [UInt8] {
    guard let content = try content(of: document), Fingerprint(of: content).description == document.fingerprint else {
      throw StoreFault.document(document.name)
    }
    return content
  }

  /// What was carried out under a command id: where, what it said (`nil` for a secret ballot), and its entries.
  public func command(_ id: String) throws -> (round: RoundID, digest: [UInt8]?, entries: ClosedRange<Int>)? {
    let statement = try db.cachedStatement(sql: "SELECT round, digest, first, last FROM command WHERE id = ?")
    guard let row = try Row.fetchOne(statement, arguments: [id]) else { return nil }
    let (first, last) = (try row.number("first"), try row.number("last"))
    let digest = Data.fromDatabaseValue(row["digest"])
    return (RoundID(try row.text("round")), digest.map { [UInt8]($0) }, first...max(first, last))
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
