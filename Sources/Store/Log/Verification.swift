public import Workflow
import Fingerprints
import Foundation
import GRDB

/// What came of reading the whole log.
public struct Verification: Sendable, Hashable {
  /// Entries that are sound, from the first on.
  public let sound: Int
  /// The hash of the last of them, to be written down elsewhere: whoever knows it notices a log that was made anew.
  public let head: String
  /// `nil`: everything is intact.
  public let fault: Fault?

  public struct Fault: Sendable, Hashable {
    /// The first entry that is not as it was written; `nil` where all are, but the file around them is damaged.
    public let entry: Int?
    public let cause: Cause

    public init(entry: Int?, cause: Cause) {
      self.entry = entry
      self.cause = cause
    }
  }

  public enum Cause: Sendable, Hashable {
    /// It was changed, or one before it.
    case altered
    /// It is not there, though later ones are, or the store says that the log goes on.
    case missing
    /// There is more than the store ever wrote.
    case surplus
    /// It says what nothing can be made of.
    case unreadable
    /// Its version is not the one that follows from what happened before.
    case version
    /// A file that it names is gone or is another.
    case document(String)
    /// The log is sound as far as it goes; the line that says how far it goes is gone.
    case headless
    /// The log is sound, but a list that follows from it says something else.
    case list(List, RoundID, CaseID?)
    /// All entries are sound, but SQLite finds its file damaged: an index that leads elsewhere, for one.
    case file
    /// The log is sound, but is not the one whose last hash was written down.
    case other
  }

  /// What is folded from the log when it is written.
  public enum List: String, Sendable, Hashable, CaseIterable {
    case rounds, cases, records, assessments
  }

  public init(sound: Int, head: String, fault: Fault?) {
    self.sound = sound
    self.head = head
    self.fault = fault
  }
}

extension Ledger {
  /// Reads the log from its first entry to its last, and says where it stops being what was written. What the lists say
  /// is not asked: see `Docket.verify`.
  ///
  /// - Parameters:
  ///   - head: the last hash as it was written down elsewhere, if it was; it has to occur in the log.
  ///   - progress: told now and then how many entries are read, of how many.
  public func verify(
    against head: String? = nil, progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> Verification {
    var check = ChainCheck(head)
    do {
      try read { reading in
        try check.run(reading, progress)
      }
    } catch let fault as StoreFault {
      // A file that cannot be read on is broken behind the last entry that could be.
      guard fault == .damaged || fault == .foreign else { throw fault }
      check.fail(.unreadable)
    }
    return check.verification
  }
}

private struct ChainCheck {
  private let wanted: String?
  private var sound = 0
  private var hash = Chain.start
  private var fault: Verification.Fault?
  private var hasWanted: Bool
  private var rounds: [RoundID: Round] = [:]
  private var documents: [String: Bool] = [:]
  private let decoder = JSONDecoder()

  init(_ head: String?) {
    wanted = head
    hasWanted = head == nil
  }

  var verification: Verification {
    Verification(sound: sound, head: Self.text(hash), fault: fault)
  }

  mutating func fail(_ cause: Verification.Cause) {
    if fault == nil { fault = Verification.Fault(entry: sound + 1, cause: cause) }
  }

  mutating func run(_ reading: Reading, _ progress: (Int, Int) -> Void) throws {
    let written = try reading.writtenHead()
    let (last, lastHash) = written ?? (0, Chain.start)
    let cursor = try Row.fetchCursor(reading.db, sql: "SELECT * FROM entry ORDER BY seq")
    while fault == nil, let row = try cursor.next() {
      try take(row, reading)
      if sound.isMultiple(of: 256) { progress(sound, last) }
    }
    guard fault == nil else { return }
    if written == nil, sound > 0 {
      fault = Verification.Fault(entry: nil, cause: .headless)
      return
    }
    // A log that was cut off with what is said of its end: something beside it may still name what was there.
    if try sound < max(last, reading.lastMentioned()) { fail(.missing) }
    if sound > last {
      sound = last
      fail(.surplus)
    }
    if fault == nil, lastHash != hash {
      sound -= 1
      fail(.altered)
    }
    if fault == nil, !hasWanted { fault = Verification.Fault(entry: nil, cause: .other) }
    if fault == nil, try String.fetchOne(reading.db, sql: "PRAGMA integrity_check(1)") != "ok" {
      fault = Verification.Fault(entry: nil, cause: .file)
    }
  }

  private mutating func take(_ row: Row, _ reading: Reading) throws {
    guard let entry = try? Entry(row) else { return fail(.unreadable) }
    if entry.seq != sound + 1 { return fail(.missing) }
    let found = Chain.hash(
      after: hash, seq: entry.seq, round: entry.round.rawValue, subject: entry.subject?.rawValue,
      version: entry.version, act: entry.act, at: entry.at.description, by: entry.by.rawValue, format: entry.format,
      kind: entry.kind.rawValue, body: entry.body)
    if found != entry.hash { return fail(.altered) }
    guard let content = try? entry.content(decoder) else { return fail(.unreadable) }
    if let cause = try check(content, entry, reading) { return fail(cause) }
    hash = found
    sound += 1
    if Self.text(hash) == wanted { hasWanted = true }
  }

  private mutating func check(_ content: Content, _ entry: Entry, _ reading: Reading) throws -> Verification.Cause? {
    if case .event(let event) = content { rounds[entry.round, default: Round()].apply(event) }
    if entry.version != rounds[entry.round]?.version(of: entry.subject) ?? 0 { return .version }
    for document in content.documents {
      let isSound: Bool
      if let known = documents[document.fingerprint] {
        isSound = known
      } else {
        isSound = try reading.content(of: document).map { Fingerprint(of: $0).description } == document.fingerprint
        documents[document.fingerprint] = isSound
      }
      if !isSound { return .document(document.name) }
    }
    return nil
  }

  private static func text(_ hash: [UInt8]) -> String {
    "sha256:" + hash.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

extension Content {
  /// The files that it names.
  public var documents: [Document] {
    switch self {
    case .opened(let charter): charter.rules + [charter.workflow] + charter.calendars
    case .records(let documents): documents
    case .amended(let amendment): [amendment.workflow].compactMap { $0 } + (amendment.calendars ?? [])
    case .act, .event, .counted, .people, .closed: []
    }
  }
}
