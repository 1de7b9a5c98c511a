import Foundation
import GRDB

/// What people did, for ever: one SQLite file, to which entries are added and from which none is taken.
///
/// Every write is one transaction, and is on the disk when it returns (WAL, `synchronous = FULL`). Several processes may have
/// the file open; one writes at a time.
public final class Ledger: Sendable {
  /// The format that this program writes; it reads all earlier ones.
  public static let format = 1

  public let path: String
  let pool: any DatabaseWriter
  let keys: KeyFile
  private let isForReading: Bool

  /// Opens a store.
  ///
  /// - Parameter creating: whether to make one where there is none.
  public init(_ path: String, creating: Bool = false) throws(StoreFault) {
    self.path = path
    keys = KeyFile(beside: path)
    isForReading = false
    do {
      if !FileManager.default.fileExists(atPath: path) {
        guard creating else { throw StoreFault.absent }
        // Nominees' papers lie in it: nobody else is to read them. What SQLite puts beside it has the same rights.
        let file = open(path, O_CREAT | O_RDWR, 0o600)
        guard file >= 0 else { throw StoreFault.noPlace }
        close(file)
      } else {
        try Ledger.checkHeader(path, mayBeEmpty: creating)
      }
      pool = try DatabasePool(path: path, configuration: Ledger.configuration)
      try pool.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON")
        try Schema.bringUp(db)
      }
    } catch {
      throw StoreFault(opening: error)
    }
  }

  /// Opens a store to read in it: nothing is written, and neither the file nor its folder has to be writable.
  public init(reading path: String) throws(StoreFault) {
    self.path = path
    keys = KeyFile(beside: path)
    isForReading = true
    do {
      guard FileManager.default.fileExists(atPath: path) else { throw StoreFault.absent }
      try Ledger.checkHeader(path, mayBeEmpty: false)
      pool = try Ledger.queue(reading: path)
    } catch {
      throw StoreFault(opening: error)
    }
  }

  /// All of it is in the one file then, and this no longer reads or writes it.
  public func finish() throws {
    try faulting {
      _ = try pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
      try pool.close()
    }
  }

  /// A connection that writes nothing. SQLite wants to make two files beside the store, even to read in it; where it may not, and
  /// nothing waits in the log of writes, the file is read as one that stays as it is.
  private static func queue(reading path: String) throws -> DatabaseQueue {
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.read(Schema.check)
      return queue
    } catch let error as DatabaseError
      where [.SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_IOERR].contains(error.resultCode)
    {
      let log = try? FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int
      guard (log ?? 0) == 0 else { throw error.resultCode == .SQLITE_IOERR ? error : StoreFault.unfinished }
      var configuration = configuration
      configuration.readonly = true
      let name = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
      let queue = try DatabaseQueue(path: "file:\(name)?immutable=1", configuration: configuration)
      try queue.read(Schema.check)
      return queue
    }
  }

  /// Reads one consistent state, however long it takes.
  public func read<Value>(_ body: (Reading) throws -> Value) throws -> Value {
    try faulting { try pool.read { db in try body(Reading(db, keys)) } }
  }

  /// One transaction: all of it happens, or nothing. Whoever else writes waits, up to ten seconds.
  @discardableResult
  public func write<Value>(_ body: (Writing) throws -> Value) throws -> Value {
    try faulting {
      if isForReading { throw StoreFault.readOnly }
      return try pool.writeWithoutTransaction { db in
        let writing = Writing(db, keys)
        var value: Value?
        try db.inTransaction(.immediate) {
          value = try body(writing)
          return .commit
        }
        if writing.touchedBox { forgetOldBoxes(db) }
        // The transaction was committed, so that there is a value.
        return value!
      }
    }
  }

  /// No frame of the log of writes shows how a box grew, and no key opens what was.
  private func forgetOldBoxes(_ db: Database) {
    do {
      // Keys are added by whoever may write; so nobody is adding one now.
      try db.inTransaction(.immediate) {
        try keys.keep(Set(String.fetchAll(db, sql: "SELECT key FROM box")))
        return .commit
      }
      // Others may be reading: then the old frames, which no key opens any more, go with a later checkpoint.
      try db.checkpoint(.truncate)
    } catch {}
  }

  private func faulting<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw StoreFault(error)
    }
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.label = "pingxuan"
    configuration.maximumReaderCount = 4
    return configuration
  }

  /// Tells a store from other files before SQLite touches them.
  private static func checkHeader(_ path: String, mayBeEmpty: Bool) throws(StoreFault) {
    guard let file = FileHandle(forReadingAtPath: path) else { throw .unreadable }
    defer { try? file.close() }
    guard let head = try? file.read(upToCount: 72) else { throw .unreadable }
    // One that was made, and never written: whoever opens a round may begin with it.
    if head.isEmpty, mayBeEmpty { return }
    guard head.starts(with: Data("SQLite format 3\0".utf8)) else { throw .foreign }
    guard head.count == 72 else { throw .damaged }
    // Bytes 68 to 71 hold the application id.
    let id = head[68..<72].reduce(0) { $0 << 8 | Int($1) }
    if id != 0, id != Schema.applicationID { throw .foreign }
  }
}
