import GRDB

/// The tables. A store written in any earlier format is brought up when it is opened; what stands in it stays as it is.
enum Schema {
  /// "评选" as the file's own mark (`PRAGMA application_id`).
  static let applicationID = 0x5058_4544

  static func bringUp(_ db: Database) throws {
    let format = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    let id = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    if format == Ledger.format, id == applicationID { return }
    if format > Ledger.format { throw StoreFault.newer(format: format) }
    if id != 0, id != applicationID { throw StoreFault.foreign }
    try db.inTransaction(.immediate) {
      // Somebody else may have been first.
      let format = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
      if format == 0 {
        guard try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0 else { throw StoreFault.foreign }
        try db.execute(sql: tables)
      }
      try db.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(Ledger.format)")
      return .commit
    }
  }

  /// For whoever only reads: says why it is no store that can be read.
  static func check(_ db: Database) throws {
    let format = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    let id = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    if format > Ledger.format { throw StoreFault.newer(format: format) }
    if id != 0, id != applicationID { throw StoreFault.foreign }
    guard format == 0 else { return }
    // One that was made, and never written.
    let isEmpty = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0
    throw isEmpty ? StoreFault.absent : StoreFault.foreign
  }

  /// An entry that is written is not written over.
  static let entriesStay =
    "CREATE TRIGGER entry_stays BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'entries stay as they are'); END;"

  private static let tables = """
    -- The log. Entries are added at the end, and neither changed nor taken away.
    CREATE TABLE entry (
      seq INTEGER PRIMARY KEY,
      round TEXT NOT NULL,
      subject TEXT,
      version INTEGER NOT NULL,
      act INTEGER NOT NULL,
      at TEXT NOT NULL,
      actor TEXT NOT NULL,
      format INTEGER NOT NULL,
      kind TEXT NOT NULL,
      body TEXT NOT NULL,
      hash BLOB NOT NULL
    ) STRICT;
    CREATE INDEX entry_by_subject ON entry (round, subject, seq);
    \(entriesStay)
    CREATE TRIGGER entry_remains BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'entries are never deleted'); END;

    -- How far the log goes, so that a cut is found.
    CREATE TABLE head (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      seq INTEGER NOT NULL,
      hash BLOB NOT NULL
    ) STRICT;

    -- Files that rounds were opened with and records handed in, by their SHA-256.
    CREATE TABLE document (
      fingerprint TEXT PRIMARY KEY,
      content BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- Commands carried out: the same id is the same act. Of a ballot that is secret nothing but the id is kept.
    CREATE TABLE command (
      id TEXT PRIMARY KEY,
      round TEXT NOT NULL,
      digest BLOB,
      first INTEGER NOT NULL,
      last INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- Values that only one case may have.
    CREATE TABLE claim (
      key TEXT PRIMARY KEY,
      round TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- Sealed ballot boxes, outside the log.
    CREATE TABLE box (
      round TEXT NOT NULL,
      subject TEXT NOT NULL,
      opening INTEGER NOT NULL,
      session INTEGER NOT NULL,
      key TEXT NOT NULL,
      sealed BLOB NOT NULL,
      PRIMARY KEY (round, subject, opening, session)
    ) STRICT, WITHOUT ROWID;

    -- Messages to listeners.
    CREATE TABLE outbox (
      id INTEGER PRIMARY KEY,
      round TEXT NOT NULL,
      entry INTEGER NOT NULL,
      listener TEXT NOT NULL,
      body TEXT NOT NULL,
      attempts INTEGER NOT NULL DEFAULT 0,
      delivered TEXT
    ) STRICT;
    CREATE INDEX outbox_waiting ON outbox (id) WHERE delivered IS NULL;

    -- What stands where, for lists; folded from the log at any time.
    CREATE TABLE round (
      id TEXT PRIMARY KEY,
      award TEXT NOT NULL,
      edition TEXT NOT NULL,
      state TEXT NOT NULL,
      version INTEGER NOT NULL,
      opened TEXT NOT NULL,
      closed TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE item (
      round TEXT NOT NULL,
      subject TEXT NOT NULL,
      title TEXT NOT NULL,
      state TEXT NOT NULL,
      outcome TEXT,
      stage TEXT,
      version INTEGER NOT NULL,
      PRIMARY KEY (round, subject)
    ) STRICT, WITHOUT ROWID;

    -- Records as they were handed in, each time anew; and what the rules said of them.
    CREATE TABLE record (
      round TEXT NOT NULL,
      subject TEXT NOT NULL,
      revision INTEGER NOT NULL,
      entry INTEGER NOT NULL,
      document TEXT NOT NULL,
      PRIMARY KEY (round, subject, revision)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE assessment (
      entry INTEGER PRIMARY KEY,
      round TEXT NOT NULL,
      subject TEXT NOT NULL,
      stage TEXT NOT NULL,
      outcome TEXT,
      total TEXT,
      reference TEXT
    ) STRICT;
    CREATE INDEX assessment_by_subject ON assessment (round, subject, entry);
    """
}
