public import Workflow
import Foundation
import GRDB
import Outcomes

/// What stands where: rows that are folded from the log when it is written, for lists.
extension Reading {
  public func rounds() throws -> [RoundSummary] {
    try Row.fetchAll(db, sql: "SELECT * FROM round ORDER BY opened, id").map { row in
      let closed = row.optionalText("closed")
      guard let opened = Instant(try row.text("opened")), closed == nil || closed.flatMap({ Instant($0) }) != nil
      else { throw StoreFault.damaged }
      return RoundSummary(
        id: RoundID(try row.text("id")), award: try row.text("award"), edition: try row.text("edition"),
        state: try row.text("state"), version: try row.number("version"), opened: opened,
        closed: closed.flatMap { Instant($0) })
    }
  }

  public func cases(of round: RoundID? = nil) throws -> [(round: RoundID, item: CaseSummary)] {
    let sql = "SELECT * FROM item\(round == nil ? "" : " WHERE round = ?") ORDER BY round, subject"
    let arguments: StatementArguments = round.map { [$0.rawValue] } ?? []
    return try Row.fetchAll(db, sql: sql, arguments: arguments).map { row in
      (
        RoundID(try row.text("round")),
        CaseSummary(
          id: CaseID(try row.text("subject")), title: try row.text("title"), state: try row.text("state"),
          outcome: row.optionalText("outcome"), stage: row.optionalText("stage"), version: try row.number("version"))
      )
    }
  }

  /// Records as they were handed in, in the order of the log.
  public func revisions() throws -> [RecordRevision] {
    try Row.fetchAll(db, sql: "SELECT * FROM record ORDER BY entry, round, subject, revision").map { row in
      RecordRevision(
        round: RoundID(try row.text("round")), subject: CaseID(try row.text("subject")),
        revision: try row.number("revision"), entry: try row.number("entry"), document: try row.text("document"))
    }
  }

  /// What the rules said, in the order of the log.
  public func assessments() throws -> [AssessmentLine] {
    try Row.fetchAll(db, sql: "SELECT * FROM assessment ORDER BY entry").map { row in
      AssessmentLine(
        entry: try row.number("entry"), round: RoundID(try row.text("round")),
        subject: CaseID(try row.text("subject")), stage: StageID(try row.text("stage")),
        outcome: row.optionalText("outcome"), total: row.optionalText("total"),
        reference: row.optionalText("reference"))
    }
  }

  /// The rounds that the log knows, in the order in which they were opened.
  public func loggedRounds() throws -> [RoundID] {
    try String.fetchAll(db, sql: "SELECT round FROM entry GROUP BY round ORDER BY min(seq)").map { RoundID($0) }
  }

  /// The last entry that anything beside the log names, 1 where something is kept that names none.
  func lastMentioned() throws -> Int {
    let entries = ["last) FROM command", "entry) FROM outbox", "entry) FROM record", "entry) FROM assessment"]
      .map { "max(\($0)" }
    let kept = ["round", "item"].map { "count(*) > 0 FROM \($0)" }
    let found = try (entries + kept).map { try Int.fetchOne(db, sql: "SELECT \($0)") ?? 0 }
    return found.max() ?? 0
  }

  // MARK: The outbox

  public func waiting() throws -> [OutboxItem] {
    try Row.fetchAll(
      db, sql: "SELECT id, round, listener, body, attempts FROM outbox WHERE delivered IS NULL ORDER BY id"
    ).map { row in
      OutboxItem(
        id: try row.number("id"), round: RoundID(try row.text("round")), listener: try row.text("listener"),
        body: try row.text("body"), attempts: try row.number("attempts"))
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

/// A record that was handed in.
public struct RecordRevision: Sendable, Hashable {
  public let round: RoundID
  public let subject: CaseID
  /// From 1.
  public let revision: Int
  public let entry: Int
  /// SHA-256 of the file that holds it.
  public let document: String

  public init(round: RoundID, subject: CaseID, revision: Int, entry: Int, document: String) {
    self.round = round
    self.subject = subject
    self.revision = revision
    self.entry = entry
    self.document = document
  }
}

/// What the rules said of a case.
public struct AssessmentLine: Sendable, Hashable {
  public let entry: Int
  public let round: RoundID
  public let subject: CaseID
  public let stage: StageID
  public let outcome: String?
  public let total: String?
  public let reference: String?
}

extension AssessmentLine {
  /// `nil`: the entry is no assessment.
  public init?(_ entry: Entry, _ content: Content) {
    guard case .event(let event) = content, case .assessed(let stage, _, let result) = event.change,
      let subject = event.case
    else { return nil }
    self.init(
      entry: entry.seq, round: entry.round, subject: subject, stage: stage, outcome: result.outcome?.rawValue,
      total: result.total, reference: result.reference)
  }
}

/// A value that is not what its column holds is damage, and never a trap.
extension Row {
  func text(_ column: String) throws(StoreFault) -> String {
    guard let text = String.fromDatabaseValue(self[column]) else { throw .damaged }
    return text
  }

  func number(_ column: String) throws(StoreFault) -> Int {
    guard let number = Int.fromDatabaseValue(self[column]) else { throw .damaged }
    return number
  }

  func optionalText(_ column: String) -> String? { String.fromDatabaseValue(self[column]) }
}
