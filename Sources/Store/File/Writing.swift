public import Workflow
import Fingerprints
import Foundation
import GRDB
import Outcomes

/// What can be done within one transaction; see `Ledger.write`.
public final class Writing {
  let db: Database
  let keys: KeyFile
  /// A secret ballot's box was changed: older states of it have to be forgotten.
  var touchedBox = false

  init(_ db: Database, _ keys: KeyFile) {
    self.db = db
    self.keys = keys
  }

  public var reading: Reading { Reading(db, keys) }

  /// An entry to be written.
  public struct Draft {
    public let subject: CaseID?
    public let version: Int
    public let at: Instant
    public let by: ActorID
    public let content: Content

    public init(_ subject: CaseID?, version: Int, at: Instant, by: ActorID, _ content: Content) {
      self.subject = subject
      self.version = version
      self.at = at
      self.by = by
      self.content = content
    }

    public init(_ event: Event, version: Int) {
      self.init(event.case, version: version, at: event.at, by: event.by, .event(event))
    }
  }

  /// Adds the entries of one act at the end of the log.
  ///
  /// - Returns: the first and the last of them.
  @discardableResult
  public func append(_ drafts: [Draft], to round: RoundID) throws -> ClosedRange<Int> {
    guard !drafts.isEmpty else { throw StoreFault.other(code: 0) }
    var (last, hash) = try reading.head()
    let first = last + 1
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO entry (seq, round, subject, version, act, at, actor, format, kind, body, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for draft in drafts {
      last += 1
      let body = try draft.content.encoded()
      let (at, kind) = (draft.at.description, draft.content.kind.rawValue)
      hash = Chain.hash(
        after: hash, seq: last, round: round.rawValue, subject: draft.subject?.rawValue, version: draft.version,
        act: first, at: at, by: draft.by.rawValue, format: Ledger.format, kind: kind, body: body)
      statement.setUncheckedArguments([
        last, round.rawValue, draft.subject?.rawValue, draft.version, first, at, draft.by.rawValue, Ledger.format,
        kind, body, Data(hash),
      ])
      try statement.execute()
      if case .event(let event) = draft.content, case .assessed(let stage, _, let result) = event.change {
        try keep(result, stage, event.case, round, entry: last)
      }
    }
    try db.cachedStatement(
      sql: """
        INSERT INTO head (one, seq, hash) VALUES (1, ?, ?)
        ON CONFLICT DO UPDATE SET seq = excluded.seq, hash = excluded.hash
        """
    ).execute(arguments: [last, Data(hash)])
    return first...last
  }

  private func keep(_ result: RuleResult, _ stage: StageID, _ subject: CaseID?, _ round: RoundID, entry: Int) throws {
    guard let subject else { return }
    try db.cachedStatement(
      sql: """
        INSERT INTO assessment (entry, round, subject, stage, outcome, total, reference) VALUES (?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      entry, round.rawValue, subject.rawValue, stage.rawValue, result.outcome?.rawValue, result.total, result.reference,
    ])
  }

  /// Keeps a file's content under its SHA-256.
  public func keep(_ content: [UInt8], named name: String, sheet: String? = nil) throws -> Document {
    let fingerprint = Fingerprint(of: content).description
    try db.cachedStatement(sql: "INSERT OR IGNORE INTO document (fingerprint, content) VALUES (?, ?)")
      .execute(arguments: [fingerprint, Data(content)])
    return Document(name: name, fingerprint: fingerprint, sheet: sheet)
  }

  /// Notes that a command was carried out.
  ///
  /// - Parameter digest: what it said; `nil` for a secret ballot, of which nothing is kept.
  public func note(command id: String, digest: [UInt8]?, in round: RoundID, entries: ClosedRange<Int>) throws {
    do {
      try db.cachedStatement(sql: "INSERT INTO command (id, round, digest, first, last) VALUES (?, ?, ?, ?, ?)")
        .execute(arguments: [
          id, round.rawValue, digest.map { Data($0) }, entries.lowerBound, entries.upperBound,
        ])
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      throw StoreFault.commandReused(id)
    }
  }

  /// Takes values that only one case may have.
  public func claim(_ key: String, for round: RoundID) throws {
    do {
      try db.cachedStatement(sql: "INSERT INTO claim (key, round) VALUES (?, ?)")
        .execute(arguments: [key, round.rawValue])
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      throw StoreFault.claimed
    }
  }

  /// Takes all of them or, where one is taken, none: what goes on within the transaction may be a refusal.
  public func claim(all keys: [String], for round: RoundID) throws {
    let statement = try db.cachedStatement(sql: "SELECT count(*) FROM claim WHERE key = ?")
    for key in keys where try Int.fetchOne(statement, arguments: [key]) != 0 { throw StoreFault.claimed }
    for key in keys { try claim(key, for: round) }
  }

  // MARK: What stands where

  public func keep(_ summary: RoundSummary) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO round (id, award, edition, state, version, opened, closed) VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET state = excluded.state, version = excluded.version, closed = excluded.closed
        """
    ).execute(arguments: [
      summary.id.rawValue, summary.award, summary.edition, summary.state, summary.version,
      summary.opened.description, summary.closed?.description,
    ])
  }

  public func keep(_ item: CaseSummary, in round: RoundID) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO item (round, subject, title, state, outcome, stage, version) VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET title = excluded.title, state = excluded.state, outcome = excluded.outcome,
          stage = excluded.stage, version = excluded.version
        """
    ).execute(arguments: [
      round.rawValue, item.id.rawValue, item.title, item.state, item.outcome, item.stage, item.version,
    ])
  }

  /// A record was handed in, the first time or again.
  public func keepRevision(of subject: CaseID, in round: RoundID, entry: Int, document: Document) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO record (round, subject, revision, entry, document)
        SELECT ?1, ?2, 1 + coalesce(max(revision), 0), ?3, ?4 FROM record WHERE round = ?1 AND subject = ?2
        """
    ).execute(arguments: [round.rawValue, subject.rawValue, entry, document.fingerprint])
  }

  // MARK: The outbox

  public func post(_ message: String, to listener: String, in round: RoundID, entry: Int) throws {
    try db.cachedStatement(sql: "INSERT INTO outbox (round, entry, listener, body) VALUES (?, ?, ?, ?)")
      .execute(arguments: [round.rawValue, entry, listener, message])
  }

  /// `at` is `nil` when the listener failed: the message waits for the next time.
  public func noteDelivery(of id: Int, at instant: Instant?) throws {
    try db.cachedStatement(sql: "UPDATE outbox SET attempts = attempts + 1, delivered = ? WHERE id = ?")
      .execute(arguments: [instant?.description, id])
  }
}
