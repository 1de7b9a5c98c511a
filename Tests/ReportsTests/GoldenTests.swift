import Casework
import Diagnostics
import Foundation
import Outcomes
import Reports
import Testing

/// What a committee reads, held against what was read and found good. `make record` rewrites the goldens, and fails.
@Suite("Golden justifications")
struct GoldenTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let award: String
    let year: Int
    let name: String
    var language = Language.zh

    var testDescription: String { "\(year) \(award) \(name) \(language.rawValue)" }
    var file: String { "\(year)-\(award)-\(name)\(language == .zh ? "" : "-en").md" }
  }

  static let cases = [
    Case(award: "党员示范企业", year: 2025, name: "星辰航空部件有限公司"),
    Case(award: "党员示范企业", year: 2025, name: "星辰航空部件有限公司", language: .en),
    Case(award: "党员示范企业", year: 2025, name: "北湖精密铸造有限公司"),
    Case(award: "党员先锋班组", year: 2025, name: "复材铺层一班"),
    Case(award: "红星工匠", year: 2025, name: "张航"),
  ]

  @Test("the justification is the golden one", arguments: cases)
  func golden(_ item: Case) throws {
    let batch = try Repository.batch(item.award, item.year)
    let dossier = try #require(batch.dossiers(named: item.name).first)
    try check(Justification(dossier, in: batch, item.language).markdown, against: item.file)
  }

  /// One nominee for each outcome that a batch without a workflow reaches.
  @Test("each outcome has its golden justification", arguments: ["党员示范企业", "党员先锋班组"])
  func outcomes(_ award: String) throws {
    let batch = try Repository.batch(award, 2025)
    var seen = Set<Outcome>()
    for dossier in batch.inOrder where seen.insert(dossier.outcome).inserted && dossier.outcome != .shortlisted {
      try check(
        Justification(dossier, in: batch, .zh).markdown, against: "2025-\(award)-\(dossier.outcome.rawValue).md")
    }
    #expect(seen.isSuperset(of: [.capped, .belowLine, .incomplete, .ineligible, .vetoed, .pending, .belowMinimum]))
  }

  /// One nominee for each outcome that only a workflow can give, with part 五、程序.
  @Test("each end of a round has its golden justification", arguments: ["党员示范企业", "红星工匠"])
  func rounds(_ award: String) throws {
    let batch = try Repository.round(award, 2025)
    var seen = Set<Outcome>()
    let ends: Set<Outcome> = [.named, .reserve, .voteFailed, .cancelled, .notAccepted, .withdrawn]
    for dossier in batch.inOrder where ends.contains(dossier.outcome) && seen.insert(dossier.outcome).inserted {
      try check(
        Justification(dossier, in: batch, .zh).markdown, against: "2025-\(award)-round-\(dossier.outcome.rawValue).md")
    }
    #expect(seen == ends)
  }

  /// 公示公告 and 命名决定 of all three awards: what everybody reads.
  @Test("public documents are the golden ones", arguments: [Language.zh, .en])
  func papers(_ language: Language) throws {
    let batches = try ["党员示范企业", "党员先锋班组", "红星工匠"].map { try Repository.round($0, 2025) }
    var log = DiagnosticLog()
    let papers = Papers(batches, try Repository.paperSettings(), language)
    for file in papers.files([.notice, .decision], log: &log) {
      guard case .text(_, let markdown) = file.content else { continue }
      try check(markdown, against: "2025-\(file.path).md")
    }
    #expect(!log.hasErrors)
  }

  @Test("the list of a batch is the golden one", arguments: [BatchReport.Format.ndjson, .csv])
  func list(_ format: BatchReport.Format) throws {
    let batch = try Repository.batch("党员示范企业", 2025)
    let text = BatchReport(batch, .zh).text(format)
      .replacing(Repository.root.path + "/", with: "")
    try check(text, against: "2025-党员示范企业-list.\(format.rawValue)")
  }

  /// The timetable of a round: for a terminal, as a picture, as data; and one that goes beyond the calendars.
  @Test("the plan of a round is the golden one")
  func plans() throws {
    let dated = PlanReport(try Repository.plan("党员示范企业", "2025-12-01", pinned: ["public": "2026-02-11"]), .zh)
    try check(dated.text, against: "plan-2025-党员示范企业.txt")
    try check(dated.svg, against: "plan-2025-党员示范企业.svg")
    try check(dated.json.replacing(Repository.root.path + "/", with: ""), against: "plan-2025-党员示范企业.json")
    let open = try Repository.plan("红星工匠", "2026-12-01", pinned: [:])
    try check(PlanReport(open, .zh).svg, against: "plan-2026-红星工匠.svg")
    try check(PlanReport(open, .en).text, against: "plan-2026-红星工匠-en.txt")
  }

  private func check(_ text: String, against name: String) throws {
    let golden = Repository.root.appendingPathComponent("Tests/ReportsTests/Goldens/\(name)")
    if ProcessInfo.processInfo.environment["PINGXUAN_RECORD"] != nil {
      try Data(text.utf8).write(to: golden)
      Issue.record("recorded \(name): read it before you commit it")
      return
    }
    // Byte for byte: reading as a string would drop the mark at the head of the CSV.
    let expected = String(decoding: try Data(contentsOf: golden), as: UTF8.self)
    guard text != expected else { return }
    let lines = zip(text.split(separator: "\n"), expected.split(separator: "\n"))
    let first = lines.first { $0 != $1 }
    Issue.record("\(name) differs, first at:\n  now:    \(first?.0 ?? "(end)")\n  golden: \(first?.1 ?? "(end)")")
  }
}
