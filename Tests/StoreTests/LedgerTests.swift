import Foundation
import GRDB
import Testing

@testable import Store
@testable import Workflow

@Suite("案卷库")
struct LedgerTests {
  @Test("没有就说没有；不是案卷库的文件不碰；更新的格式不读")
  func opening() throws {
    let sample = try Sample()
    #expect(throws: StoreFault.absent) { try Ledger(sample.path) }
    #expect(!FileManager.default.fileExists(atPath: sample.path))
    let other = sample.folder.appendingPathComponent("说明.txt")
    try Data("这不是案卷库，只是一段文字".utf8).write(to: other)
    #expect(throws: StoreFault.foreign) { try Ledger(other.path) }
    let database = sample.folder.appendingPathComponent("别的.db").path
    let queue = try DatabaseQueue(path: database)
    try queue.write { try $0.execute(sql: "CREATE TABLE t (x); PRAGMA application_id = 7") }
    try queue.close()
    #expect(throws: StoreFault.foreign) { try Ledger(database, creating: true) }
    _ = try sample.filled(1)
    let rights = try FileManager.default.attributesOfItem(atPath: sample.path)[.posixPermissions] as? Int
    #expect(rights == 0o600, "nobody else reads it")
    try sample.tamper("PRAGMA user_version = 99")
    #expect(throws: StoreFault.newer(format: 99)) { try Ledger(sample.path) }
    #expect(throws: StoreFault.self) {
      try Ledger(sample.folder.appendingPathComponent("无/此/夹.db").path, creating: true)
    }
  }

  @Test("磁盘满了，不管是哪个文件先写不下，都说磁盘满；存档的文件被改过，不拿来用")
  func faults() throws {
    for code in [ResultCode.SQLITE_FULL, .SQLITE_IOERR_SHMSIZE] {
      #expect(StoreFault(DatabaseError(resultCode: code)) == .full)
    }
    #expect(StoreFault(DatabaseError(resultCode: .SQLITE_IOERR_READ)) == .other(code: 266))
    let sample = try Sample()
    let document = try sample.ledger().write { try $0.keep(Array("甲".utf8), named: "甲.yaml") }
    #expect(try sample.ledger().read { try $0.soundContent(of: document) } == Array("甲".utf8))
    try sample.tamper("UPDATE document SET content = CAST('乙' AS BLOB)")
    #expect(throws: StoreFault.document("甲.yaml")) {
      try sample.ledger().read { try $0.soundContent(of: document) }
    }
  }

  @Test("写到一半出错，什么也没有发生")
  func rollback() throws {
    struct Stop: Error {}
    let sample = try Sample()
    let ledger = try sample.filled(3)
    let before = try ledger.verify()
    #expect(throws: Stop.self) {
      try ledger.write { writing in
        var round = Round(Sample.history.prefix(3).flatMap(\.self))
        try writing.append(Sample.drafts(Sample.history[3], &round), to: Sample.round)
        throw Stop()
      }
    }
    #expect(try ledger.verify() == before)
  }

  @Test("写不下了：动作要么已经记下，要么被拒绝，此前的完好")
  func full() throws {
    let sample = try Sample()
    let ledger = try sample.filled(3)
    let before = try ledger.verify()
    // SQLite says the same when the disk is full as when the file may not grow.
    try ledger.pool.writeWithoutTransaction { db in
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      try db.execute(sql: "PRAGMA max_page_count = \(pages)")
    }
    let big = Event(
      at: Sample.start, by: "a", case: "A-1", change: .dataSet(["材料": .text(String(repeating: "证", count: 200_000))]))
    let round = Round(Sample.history.prefix(3).flatMap(\.self))
    #expect(throws: StoreFault.full) {
      try ledger.write { try $0.append([.init(big, version: round.version(of: "A-1"))], to: Sample.round) }
    }
    #expect(try ledger.verify() == before)
    #expect(try sample.ledger().verify() == before)
  }

  @Test("两处同时写：一处等另一处，谁的也不丢，链条不断")
  func writers() async throws {
    let sample = try Sample()
    _ = try sample.filled(1)
    let round = Round(Sample.history.prefix(1).flatMap(\.self))
    let path = sample.path
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          let ledger = try Ledger(path)
          for number in 0..<25 {
            let event = Event(
              at: Sample.start, by: "a", case: "A-1", change: .dataSet(["\(writer)": .number("\(number)")]))
            try ledger.write { try $0.append([.init(event, version: round.version(of: "A-1"))], to: Sample.round) }
          }
        }
      }
      try await group.waitForAll()
    }
    let ledger = try sample.ledger()
    #expect(try ledger.verify().fault == nil)
    let events = try ledger.read { try $0.entries(of: "A-1", in: Sample.round) }
    #expect(events.count { $0.body.contains("dataSet") } == 100)
  }

  @Test("命令编号只用一次；只许一份的值只给一份")
  func once() throws {
    let sample = try Sample()
    let ledger = try sample.filled(1)
    try ledger.write { try $0.note(command: "c1", digest: [1, 2], in: Sample.round, entries: 2...5) }
    #expect(throws: StoreFault.commandReused("c1")) {
      try ledger.write { try $0.note(command: "c1", digest: [1, 2], in: Sample.round, entries: 6...7) }
    }
    let known = try ledger.read { try $0.command("c1") }
    #expect(known?.entries == 2...5 && known?.digest == [1, 2])
    try ledger.write { try $0.claim("先锋班组|2026|A-1", for: Sample.round) }
    #expect(throws: StoreFault.claimed) { try ledger.write { try $0.claim("先锋班组|2026|A-1", for: Sample.round) } }
  }

  @Test("几份值一起要：有一份已被占，就一份也不给，哪怕别的照样写下")
  func allOrNone() throws {
    let sample = try Sample()
    let ledger = try sample.filled(1)
    try ledger.write { try $0.claim("A-2", for: Sample.round) }
    let isRefused = try ledger.write { writing in
      do {
        try writing.claim(all: ["A-1", "A-2", "A-3"], for: Sample.round)
        return false
      } catch StoreFault.claimed {
        return true
      }
    }
    #expect(isRefused)
    try ledger.write { try $0.claim(all: ["A-1", "A-3"], for: Sample.round) }
    #expect(throws: StoreFault.claimed) { try ledger.write { try $0.claim("A-3", for: Sample.round) } }
  }

  @Test("收件方失败，消息留着，再送一次就没有了")
  func outbox() throws {
    let sample = try Sample()
    let ledger = try sample.filled(1)
    try ledger.write { writing in
      try writing.post("{}", to: "sms", in: Sample.round, entry: 2)
      try writing.post("{}", to: "sms", in: Sample.round, entry: 2)
    }
    let first = try ledger.read { try $0.waiting() }
    #expect(first.count == 2)
    try ledger.write { writing in
      try writing.noteDelivery(of: first[0].id, at: nil)
      try writing.noteDelivery(of: first[1].id, at: Sample.start)
    }
    let left = try ledger.read { try $0.waiting() }
    #expect(left.map(\.id) == [first[0].id] && left[0].attempts == 1)
  }

  @Test("记录重新递交，每次都是新的一版")
  func revisions() throws {
    let sample = try Sample()
    let ledger = try sample.filled(1)
    let document = Document(name: "记录.yaml", fingerprint: "sha256:1")
    try ledger.write { writing in
      for entry in [2, 9] { try writing.keepRevision(of: "A-1", in: Sample.round, entry: entry, document: document) }
    }
    let found = try ledger.read { try Int.fetchAll($0.db, sql: "SELECT revision FROM record ORDER BY entry") }
    #expect(found == [1, 2])
  }
}
