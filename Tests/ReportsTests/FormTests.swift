import Casework
import Diagnostics
import Foundation
import Records
import Reports
import Rules
import TestSupport
import Testing

/// A form that was filled in reads back without a single note.
@Suite struct FormTests {
  static let examples: [String] = {
    let folder = Checkout.root.appending(path: "examples").path(percentEncoded: false)
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix("/records.yaml") }.sorted().map { String($0.dropLast("/records.yaml".count)) }
  }()

  @Test(arguments: examples)
  func 填好的申报表读回同样的事实(_ award: String) throws {
    let (rules, batch) = try read(award)
    #expect(!batch.records.isEmpty)
    try withFile { path in
      try FormFile(FormPlan(rules, isWhole: true), .zh).write(to: path, rules.schema, records: batch.records)
      var log = DiagnosticLog()
      let again = try #require(try Desk().records(path, rules: rules, log: &log))
      // Half a per cent may always be fifty.
      let said = log.diagnostics.filter { $0.code != "PX4019" }
      #expect(said.map { "\($0.span?.description ?? "") \($0.text(.zh))" } == [])
      for (one, other) in zip(again.records, batch.records) { #expect(one.canonicalText == other.canonicalText) }
      #expect(again.records.map(\.fingerprint) == batch.records.map(\.fingerprint))
    }
  }

  @Test(arguments: ["2025/红星工匠", "2026/党员示范企业", "2025/党员先锋班组"])
  func 空的申报表里没有记录(_ award: String) throws {
    let (rules, _) = try read(award)
    for language in Language.allCases {
      try withFile { path in
        try FormFile(FormPlan(rules), language).write(to: path, rules.schema)
        var log = DiagnosticLog()
        let batch = try #require(try Desk().records(path, rules: rules, log: &log))
        #expect(batch.records.isEmpty && batch.refused.isEmpty)
        #expect(log.diagnostics.map(\.code) == ["PX4052"])
      }
    }
  }

  @Test func 同样的表是同样的文件() throws {
    let (rules, batch) = try read("2025/红星工匠")
    var files: Set<[UInt8]> = []
    for _ in 0..<2 {
      try withFile { path in
        try FormFile(FormPlan(rules), .zh).write(to: path, rules.schema, records: batch.records)
        files.insert([UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
      }
    }
    #expect(files.count == 1)
  }

  @Test func 列名带单位和星号() throws {
    let (rules, _) = try read("2025/党员示范企业")
    let plan = FormPlan(rules)
    let titles = plan.sheets[0].columns.map(\.title)
    #expect(titles.first == "编号")
    #expect(titles.contains("统一社会信用代码*") && titles.contains { $0.hasSuffix("（万元）*") })
    #expect(plan.sheets.count > 1)
    #expect(plan.sheets[0].columns.contains { !$0.clauses.isEmpty })
  }

  @Test func 写不了的地方说得出缘由() throws {
    let (rules, _) = try read("2025/红星工匠")
    #expect(throws: FileFault.folderAbsent) {
      try FormFile(FormPlan(rules), .zh).write(to: "/no/such/folder/a.xlsx", rules.schema)
    }
  }

  private func read(_ award: String) throws -> (CompiledRuleSet, RecordBatch) {
    func path(_ name: String) -> String { Checkout.root.appending(path: name).path(percentEncoded: false) }
    var log = DiagnosticLog()
    let rules = try #require(try Desk().rules(path("rules/\(award).yaml"), log: &log))
    let batch = try #require(try Desk().records(path("examples/\(award)/records.yaml"), rules: rules, log: &log))
    return (rules, batch)
  }

  private func withFile(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.appending(path: "申报表.xlsx").path(percentEncoded: false))
  }
}
