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
  /// A round of the examples in a store of its own, published.
  private func opened() throws -> (docket: Docket, round: RoundID, folder: URL) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pingxuan-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    func path(_ name: String) -> String { Checkout.root.appending(path: name).path }
    let award = "党员示范企业"
    var log = DiagnosticLog()
    let rules = try #require(try Desk().rules(path("rules/2025/\(award).yaml"), log: &log))
    let records = try #require(
      try Desk().records(path("examples/2025/\(award)/records.yaml"), rules: rules, log: &log))
    let docket = try Docket(folder.appendingPathComponent("案卷.db").path, creating: true)
    let files = RoundFiles(
      rules: path("rules/2025/\(award).yaml"), workflow: path("workflows/\(award).yaml"),
      people: path("examples/2025/\(award)/acts.yaml"), calendars: path("calendars"))
    let answer = try docket.open(
      files, rules: rules, records: records, by: nil, at: nil, clock: at, id: nil, log: &log)
    guard case .done(let receipt)? = answer else { throw StoreFault.absent }
    guard case .done = try docket.act(step("{do: publish, by: 评选办经办人}"), in: receipt.round, at: at, id: "p") else {
      throw StoreFault.absent
    }
    return (docket, receipt.round, folder)
  }

  private var at: Instant { Instant("2025-12-01T09:30")! }

  private func step(_ text: String) throws -> Step {
    var log = DiagnosticLog()
    return try #require(Desk().step(text, log: &log))
  }

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
