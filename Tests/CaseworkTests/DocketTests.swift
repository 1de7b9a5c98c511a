import Diagnostics
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Casework
@testable import Store
@testable import Workflow

@Suite("案卷：办不成的什么也不留下")
struct DocketTests {
  private var at: Instant { OpenedExample.at }

  private func opened() throws -> (docket: Docket, round: RoundID, folder: URL) {
    let example = try OpenedExample()
    return (example.docket, example.round, example.folder)
  }

  private func step(_ text: String) throws -> Step { try OpenedExample.step(text) }

  @Test("写不下时拒绝；手里的案卷与磁盘上的一样，腾出地方接着办")
  func fullDisk() throws {
    let (docket, round, folder) = try opened()
    defer { try? FileManager.default.removeItem(at: folder) }
    let before = (try docket.version(of: "QY-2025-001", in: round), try docket.verify())
    func limit(_ pages: String) throws {
      try docket.store.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = \(pages)") }
    }
    let pages = try docket.store.read { try Int.fetchOne($0.db, sql: "PRAGMA page_count") ?? 0 }
    try limit("\(pages)")
    let long = String(repeating: "证", count: 60_000)
    let submit = "{do: submit, by: QY-2025-001申报人, case: QY-2025-001, reason: \"\(long)\"}"
    #expect(throws: StoreFault.full) { try docket.act(step(submit), in: round, at: at, id: "s") }
    #expect(try docket.version(of: "QY-2025-001", in: round) == before.0)
    #expect(try docket.verify() == before.1)
    try limit("1073741823")
    guard case .done(let receipt) = try docket.act(step(submit), in: round, at: at, id: "s") else {
      Issue.record("the same act is refused once there is room")
      return
    }
    #expect(!receipt.isRepeat && receipt.version == before.0 + 1)
    #expect(try docket.verify().fault == nil)
    // Whoever opens the store anew finds the same.
    let other = try Docket(docket.store.path)
    #expect(try other.standing(of: round).round == docket.standing(of: round).round)
  }

  @Test("两处各持一份，先后办理：后办的看见先办的，旧版本办不成")
  func twoHolders() throws {
    let (docket, round, folder) = try opened()
    defer { try? FileManager.default.removeItem(at: folder) }
    let other = try Docket(docket.store.path)
    #expect(try other.version(of: "QY-2025-002", in: round) == 0)
    let submit = "{do: submit, by: QY-2025-002申报人, case: QY-2025-002, if_version: 0}"
    guard case .done = try docket.act(step(submit), in: round, at: at, id: "a") else {
      Issue.record("refused")
      return
    }
    guard case .refused(.workflow(let refusal)) = try other.act(step(submit), in: round, at: at, id: "b") else {
      Issue.record("done twice")
      return
    }
    #expect(refusal.code == .staleVersion)
    #expect(try other.standing(of: round).round == docket.standing(of: round).round)
  }
}

@Suite("清单与记录对得上")
struct ListCheckTests {
  @Test(
    "清单改动一处，核对时就指出是哪张清单的哪一件",
    arguments: [
      ("UPDATE round SET state = 'ended'", Verification.List.rounds, nil),
      ("UPDATE round SET opened = '2024-01-01T09:00:00'", .rounds, nil),
      ("UPDATE item SET outcome = 'granted' WHERE subject = 'QY-2025-002'", .cases, "QY-2025-002"),
      ("UPDATE item SET title = '别的厂' WHERE subject = 'QY-2025-003'", .cases, "QY-2025-003"),
      ("UPDATE item SET stage = '公示' WHERE subject = 'QY-2025-003'", .cases, "QY-2025-003"),
      ("DELETE FROM item WHERE subject = 'QY-2025-001'", .cases, "QY-2025-001"),
      ("UPDATE record SET document = 'sha256:00' WHERE subject = 'QY-2025-001'", .records, "QY-2025-001"),
      ("UPDATE record SET revision = 2 WHERE subject = 'QY-2025-001'", .records, "QY-2025-001"),
      ("DELETE FROM record WHERE subject = 'QY-2025-004'", .records, "QY-2025-004"),
      (
        "INSERT INTO assessment VALUES (3, '2025-党员示范企业', 'QY-2025-001', 'apply', NULL, '99', NULL)", .assessments,
        "QY-2025-001"
      ),
    ])
  func changed(_ sql: String, _ list: Verification.List, _ subject: CaseID?) throws {
    let example = try OpenedExample()
    defer { example.remove() }
    #expect(try example.docket.verify().fault == nil)
    try example.docket.store.pool.writeWithoutTransaction { db in
      try db.execute(sql: sql)
      #expect(db.changesCount > 0, "\(sql)")
    }
    let fault = try example.docket.verify().fault
    #expect(fault == .init(entry: nil, cause: .list(list, example.round, subject)), "\(sql)")
  }
}
