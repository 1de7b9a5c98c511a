import Casework
import Diagnostics
import Evaluation
import FEEL
import Foundation
import Outcomes
import Records
import Rules
import Testing

@testable import Reports

/// What a round leaves to the next ones, and what those say of it.
@Suite("Registers of titles in reports")
struct EarlierReportTests {
  private func register(_ award: String) throws -> (run: RoundRun, text: String) {
    let (run, manifest) = try Repository.run(award, 2025)
    let documents = RoundReport(run, manifest, .zh).documents
    #expect(documents.last?.text.contains("\"file\": \"register.json\"") == true, "the manifest lists it")
    return (run, try #require(documents.first { $0.path == "register.json" }).text)
  }

  @Test(
    "a round writes its titles in the order in which they were given, and reads them again",
    arguments: ["党员示范企业", "红星工匠"])
  func written(_ award: String) throws {
    let (run, text) = try register(award)
    var log = DiagnosticLog()
    let read = try #require(Register.read(Source(name: "register.json", text: text), log: &log))
    #expect(log.diagnostics.isEmpty && read.award == award && read.edition == 2025)
    let named = run.batch.dossiers.filter(\.outcome.hasBeenNamed)
    #expect(Set(read.entries.map(\.id)) == Set(named.map(\.record.id)) && !named.isEmpty)
    #expect(read.entries.map(\.number) == Array(1...named.count))
    #expect(read.entries.map(\.named) == read.entries.map(\.named).sorted())
    #expect(read.rules == "\(run.batch.rules.fingerprint)")
    #expect(read.entries.allSatisfy { $0.outcome != .revoked || $0.changed != nil })
  }

  @Test("no number of a person or a firm stands in it")
  func concealed() throws {
    for award in ["党员示范企业", "红星工匠"] {
      let (run, text) = try register(award)
      let keys = run.batch.rules.schema.keys.map(\.name)
      for dossier in run.batch.dossiers {
        for (field, value) in zip(run.batch.rules.schema.fields, dossier.record.values) where keys.contains(field.name)
        {
          if let number = value.string { #expect(!text.contains(number)) }
        }
      }
    }
  }

  /// The example of 2026 with the register that the example of 2025 wrote.
  private func next(_ language: Language) throws -> (batch: Batch, pages: [String: Justification]) {
    let (_, text) = try register("党员示范企业")
    var log = DiagnosticLog()
    let rules = try #require(try Desk().rules(Repository.path("rules/2026/党员示范企业.yaml"), log: &log))
    let records = try #require(
      try Desk().records(Repository.path("examples/2026/党员示范企业/records.yaml"), rules: rules, log: &log))
    let register = try #require(Register.read(Source(name: "out/register.json", text: text), log: &log))
    let earlier = try #require(EarlierTitles([register], rules, log: &log))
    let batch = Batch(earlier.adding(to: records, log: &log), rules: rules)
    let pages = batch.dossiers.map { ($0.record.id, Justification($0, in: batch, language)) }
    return (batch, Dictionary(uniqueKeysWithValues: pages))
  }

  @Test("whoever holds the title is excluded, and each sentence that tells its row says where it stands")
  func cited() throws {
    let (batch, pages) = try next(.zh)
    let excluded = batch.dossiers.filter { !$0.record.additions.isEmpty }
    #expect(!excluded.isEmpty)
    for dossier in excluded where dossier.assessment.failedConditions.contains(where: { $0.id == "QY-T11" }) {
      let page = try #require(pages[dossier.record.id])
      let reference = try #require(dossier.record.additions.first).reference
      let pointer = "见2025年度“党员示范企业”登记册第\(reference.number)条（\(reference.id)）"
      #expect(page.reasonList.contains { $0.code == "QY-T11" && $0.text.contains(pointer) }, "\(page.reasonList)")
      #expect(page.text.contains("往届称号　荣誉第") && page.text.contains(pointer))
      #expect(page.json.contains("\"entry\": \(reference.number)"))
      #expect(BatchReport(batch, .zh).text(.csv).contains(pointer))
    }
    let english = try next(.en)
    let one = try #require(excluded.first { $0.assessment.failedConditions.contains { $0.id == "QY-T11" } })
    let reference = try #require(one.record.additions.first).reference
    let page = try #require(english.pages[one.record.id]).text
    #expect(page.contains("see entry \(reference.number) (\(reference.id)) in the 2025 register of “党员示范企业”"))
  }

  @Test("a second nomination is merged into the one that stays, with a pointer; what is sensitive is masked")
  func merged() throws {
    var log = DiagnosticLog()
    let rules = try #require(try Desk().rules(Repository.path("rules/2025/红星工匠.yaml"), log: &log))
    let text = try String(contentsOfFile: Repository.path("examples/2025/红星工匠/records.yaml"), encoding: .utf8)
    let parts = text.components(separatedBy: "\n- 编号: ")
    let own = try #require(parts.first { $0.contains("姓名: 张航\n") })
    let firm = try #require(own.firstMatch(of: #/  所属企业: (.*)\n/#)).1
    let id = own.prefix { $0 != "\n" }
    func copy(_ number: String, _ unit: Substring, _ time: String) -> String {
      "\(number)\(own.dropFirst(id.count))\n  推荐单位: \(unit)\n  递交时间: \(time)"
    }
    let others = parts.filter { $0 != own }
    let copies =
      [copy(String(id), firm, "2025-12-03"), copy("XH-01", "航空产业协会", "2025-12-05")]
      + [copy(String(id), firm, "2025-12-02").replacing("  职称: 无", with: "  职称: 初级")]
    let source = Source(name: "records.yaml", text: (others + copies).joined(separator: "\n- 编号: ") + "\n")
    let records = RecordBatch.read(source, as: .yaml, rules.schema, settling: rules, log: &log)
    let batch = Batch(records, rules: rules)
    let dossier = try #require(batch.dossiers(named: "XH-01").first)
    #expect(dossier.outcome == .merged && dossier.ranked == nil)
    let reason = try #require(Justification(dossier, in: batch, .zh).reasonList.first)
    #expect(reason.clause == "第九条" && reason.text == "与 \(id)“张航”是同一对象，属重复推荐，并入该件", "\(reason)")
    #expect(Justification(dossier, in: batch, .zh).text.contains("评分　已并入另一件，不单独评分"))
    #expect(batch.superseded.map(\.id) == [String(id)])
    let lines = ResubmissionReport(batch.superseded, rules, .zh).lines
    #expect(
      lines.count == 1 && lines[0].hasPrefix("“张航”重新递交，2025-12-02 的一份由 2025-12-03 的一份代替；改动："), "\(lines)")
    let whole = BatchReport(batch, .zh).text(.json) + BatchReport(batch, .en).text(.table)
    #expect(!whole.contains("36029919880229003X"))
  }
}
