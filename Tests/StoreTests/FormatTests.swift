import Foundation
import GRDB
import TestSupport
import Testing

@testable import Store
@testable import Workflow

@Suite("以前的格式永远读得出")
struct FormatTests {
  /// Each format that was ever written, with the last hash of the store that was kept of it.
  static let heads = [
    1: "sha256:a0268f35ad24bb03cee8c2f9fe16dba613be8715194bf3d9ce84ac5814a092b9"
  ]

  @Test("每种格式留有一个库：打得开，链条完好，每一条都读得懂", arguments: heads.keys.sorted())
  func opens(_ format: Int) throws {
    let sample = try Sample()
    let sql = try String(
      contentsOf: Checkout.root.appending(path: "Tests/StoreTests/Formats/\(format).sql"), encoding: .utf8)
    let queue = try DatabaseQueue(path: sample.path)
    // The dump brings its own transaction.
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
    let ledger = try Ledger(sample.path)
    let found = try ledger.verify(against: Self.heads[format])
    #expect(found.fault == nil)
    let round = try #require(try ledger.read { try $0.rounds() }.first)
    let entries = try ledger.read { try $0.entries(of: round.id) }
    let contents = try entries.map { try $0.content() }
    // Written again, each says the same in the same bytes.
    for (entry, content) in zip(entries, contents) { #expect(try content.encoded() == entry.body) }
    let kinds = Set(contents.map(\.kind))
    #expect(kinds == Set(Entry.Kind.allCases), "\(Entry.Kind.allCases.filter { !kinds.contains($0) })")
    var folded = Round()
    for case .event(let event) in contents { folded.apply(event) }
    #expect(
      folded.state == .ended && folded.cases["X-1"]?.state == .approved && folded.cases["X-2"]?.state == .terminated)
    #expect(folded.definitionVersion == 2 && round.closed != nil)
    #expect(votes(of: folded) == 7)
  }

  @Test("每种写过的格式都留了一个库")
  func everyFormat() { #expect(Self.heads.keys.sorted() == Array(1...Ledger.format)) }

  private func votes(of round: Round) -> Int {
    round.cases["X-1"]?.openings.compactMap { $0.vote?.tally?.count.yes }.max() ?? 0
  }
}
