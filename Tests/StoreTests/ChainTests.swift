import Foundation
import GRDB
import TestSupport
import Testing

@testable import Store
@testable import Workflow

@Suite("记录的链条：改、删、换、截，都看得出来")
struct ChainTests {
  @Test("没动过的，从第一条到最后一条都完好；读回来的就是写下的")
  func intact() throws {
    let sample = try Sample()
    let ledger = try sample.filled()
    let found = try ledger.verify()
    #expect(found.fault == nil)
    let entries = try ledger.read { try $0.entries(of: Sample.round) }
    #expect(found.sound == entries.count)
    let events = try entries.compactMap { entry in
      if case .event(let event) = try entry.content() { event } else { nil }
    }
    #expect(events == Sample.history.flatMap(\.self))
    #expect(Sample.history.count >= 11)
    #expect(try ledger.verify(against: found.head).fault == nil)
    #expect(try ledger.verify(against: "sha256:00").fault == .init(entry: nil, cause: .other))
  }

  @Test(
    "每一栏改动一处，都指出第一处不对",
    arguments: [
      "actor = 'dep2'", "at = '2026-05-11T09:01'", "round = '2025-样例'", "subject = 'B-1'", "version = version + 1",
      "act = act - 1", "kind = 'act'", "format = 2", "body = replace(body, '\"', '\" ')",
      "hash = randomblob(32)", "body = 'x'", "body = CAST(x'ff' AS TEXT)",
    ])
  func changed(_ change: String) throws {
    for number in [2, 7, 20] {
      let sample = try Sample()
      let count = try sample.filled().verify().sound
      try sample.tamper("UPDATE entry SET \(change) WHERE seq = \(number)")
      let found = try sample.ledger().verify()
      #expect(found.fault?.entry == number, "\(change): \(found)")
      #expect(found.sound == number - 1 && count > 20)
    }
  }

  @Test("少一条、换次序、插一条、截去尾巴")
  func dropped() throws {
    func fault(_ sql: String) throws -> Verification.Fault? {
      let sample = try Sample()
      _ = try sample.filled()
      try sample.tamper(sql)
      return try sample.ledger().verify().fault
    }
    let sample = try Sample()
    let last = try sample.filled().verify().sound
    #expect(try fault("DELETE FROM entry WHERE seq = 5") == .init(entry: 5, cause: .missing))
    #expect(try fault("DELETE FROM entry WHERE seq = 1") == .init(entry: 1, cause: .missing))
    #expect(try fault("DELETE FROM entry WHERE seq = \(last)") == .init(entry: last, cause: .missing))
    #expect(try fault("DELETE FROM entry") == .init(entry: 1, cause: .missing))
    #expect(
      try fault(
        "UPDATE entry SET seq = -5 WHERE seq = 5; UPDATE entry SET seq = 5 WHERE seq = 6; UPDATE entry SET seq = 6 WHERE seq = -5"
      )
        == .init(entry: 5, cause: .altered))
    #expect(
      try fault(
        "INSERT INTO entry SELECT seq + 1, round, subject, version, act, at, actor, format, kind, body, hash FROM entry WHERE seq = \(last)"
      )?
      .entry == last + 1)
    // Dropped with what the store says of its end: the hash that was written down elsewhere tells.
    let head = try sample.ledger().verify().head
    try sample.tamper(
      "DELETE FROM entry WHERE seq = \(last); UPDATE head SET seq = \(last - 1), hash = (SELECT hash FROM entry WHERE seq = \(last - 1))"
    )
    #expect(try sample.ledger().verify().fault == nil)
    #expect(try sample.ledger().verify(against: head).fault?.cause == .other)
  }

  @Test("记着末条的一行不见了，不说成有人添了记录；整份记录连同这一行都没有了，还有评选在列，就是缺失")
  func headless() throws {
    let sample = try Sample()
    let count = try sample.filled().verify().sound
    try sample.tamper("DELETE FROM head")
    let found = try sample.ledger().verify()
    #expect(found.fault == .init(entry: nil, cause: .headless) && found.sound == count)
    try sample.tamper("DELETE FROM entry")
    #expect(try sample.ledger().verify().fault == nil, "nothing at all is left that names the log")
    try sample.tamper("INSERT INTO round VALUES ('2026-样例', '样例', '2026', 'running', 1, '2026-05-11T09:00:00', NULL)")
    #expect(try sample.ledger().verify().fault == .init(entry: 1, cause: .missing))
  }

  @Test("尾巴连同记着末条的一行一起截去：旁边还有提到它的，就看得出来")
  func cutOff() throws {
    let sample = try Sample()
    let ledger = try sample.filled()
    let last = try ledger.verify().sound
    try ledger.write { try $0.note(command: "c", digest: nil, in: Sample.round, entries: last...last) }
    try sample.tamper(
      "DELETE FROM entry WHERE seq = \(last); UPDATE head SET seq = \(last - 1), hash = (SELECT hash FROM entry WHERE seq = \(last - 1))"
    )
    #expect(try sample.ledger().verify().fault == .init(entry: last, cause: .missing))
  }

  @Test("所附文件改动一个字节，开启的那一条就不对")
  func document() throws {
    let sample = try Sample()
    _ = try sample.filled()
    try sample.tamper("UPDATE document SET content = CAST(content || x'20' AS BLOB)")
    #expect(try sample.ledger().verify().fault == .init(entry: 1, cause: .document("流程.yaml")))
  }

  @Test("数据库文件里，每条正文的任何一个字节改动一位，都指出那一条")
  func everyByte() throws {
    let sample = try Sample()
    let entries = try sample.filled().read { try $0.entries(of: Sample.round) }
    try sample.checkpoint()
    let file = URL(fileURLWithPath: sample.path)
    let clean = try Data(contentsOf: file)
    var tried = 0
    var random = SplitMix(seed: 20_260_511)
    for entry in entries {
      let body = Data(entry.body.utf8)
      guard body.count > 12, let place = clean.range(of: body) else { continue }
      // Equal texts lie in several entries; the place belongs to one of them.
      let twins = entries.filter { $0.body.contains(entry.body) }.map(\.seq)
      for _ in 0..<4 {
        var other = clean
        let offset = place.lowerBound + random.below(body.count)
        other[offset] ^= UInt8(1 << random.below(8))
        try other.write(to: file)
        let fault = try sample.ledger().verify().fault
        #expect(
          fault?.entry.map { twins.contains($0) } == true,
          "entry \(entry.seq), byte \(offset): \(String(describing: fault))")
        tried += 1
      }
    }
    #expect(tried > 100)
  }

  @Test("文件里任意位置的字节改坏，不崩，也不会把改坏的记录说成完好")
  func anyByte() throws {
    let sample = try Sample()
    let entries = try sample.filled().read { try $0.entries(of: Sample.round) }
    try sample.checkpoint()
    let file = URL(fileURLWithPath: sample.path)
    let clean = try Data(contentsOf: file)
    var random = SplitMix(seed: Patience.seed ?? 7)
    for _ in 0..<(Patience.hasTheNight ? 4_000 : 200) {
      var other = clean
      let offset = 100 + random.below(clean.count - 100)
      other[offset] ^= UInt8(1 << random.below(8))
      try other.write(to: file)
      do {
        let ledger = try sample.ledger()
        if try ledger.verify().fault == nil {
          // Then what was changed is not the log.
          #expect(try ledger.read { try $0.entries(of: Sample.round) } == entries, "byte \(offset)")
        }
      } catch is StoreFault {
      }
      for rest in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: sample.path + rest) }
    }
  }

  @Test("程序自己也改不了、删不了")
  func triggers() throws {
    let sample = try Sample()
    let ledger = try sample.filled()
    for sql in ["UPDATE entry SET body = '{}' WHERE seq = 3", "DELETE FROM entry WHERE seq = 3"] {
      #expect(throws: StoreFault.self) { try ledger.write { try $0.db.execute(sql: sql) } }
    }
    #expect(try ledger.verify().fault == nil)
  }
}
