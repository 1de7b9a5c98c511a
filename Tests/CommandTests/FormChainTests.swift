import Foundation
import TestSupport
import Testing

/// From the empty form, filled in as people do, to the packet that a committee opens.
@Suite(.enabled(if: ForeignMaker.openpyxl.isThere, "没有 openpyxl，跳过 openpyxl is missing: skipped"))
struct FormChainTests {
  struct Award: Sendable, CustomTestStringConvertible {
    let name: String
    /// Good ones, of one firm where the award has firms.
    let good: [String]
    let bad: String
    /// Titles of the good ones.
    let titles: [String]
    /// What is put in order, at least.
    let notes: Set<String>
    var testDescription: String { name }
  }

  static let common: Set<String> = ["PX4101", "PX4102", "PX4104", "PX4105", "PX4106", "PX4108", "PX4114", "PX4117"]
  static let awards = [
    Award(
      name: "红星工匠", good: ["GJ-2025-017", "GJ-2025-018"], bad: "GJ-2025-001", titles: ["文向东", "朱玉成"],
      notes: common.union(["PX4113", "PX4120"])),
    Award(
      name: "党员先锋班组", good: ["BZ-2025-017", "BZ-2025-018"], bad: "BZ-2025-028", titles: ["接头装配班", "三坐标检测班"],
      notes: common.union(["PX4120"])),
    Award(
      name: "党员示范企业", good: ["QY-2025-006", "QY-2025-020"], bad: "QY-2025-024",
      titles: ["星辰航空部件有限公司", "鸣泉钣金制造有限公司"], notes: common),
  ]

  @Test(arguments: awards)
  func 从空表到评审包(_ award: Award) throws {
    let scratch = try Scratch()
    func path(_ name: String) -> String { scratch.folder.appendingPathComponent(name).path }
    let rules = "rules/2025/\(award.name).yaml"
    let (empty, full) = (path("空.xlsx"), path("全.xlsx"))
    #expect(try Program.run("template", "--rules", rules, "--all", "-o", empty).code == 0)
    _ = try Program.run(
      "template", "--rules", rules, "--all", "--records", "examples/2025/\(award.name)/records.yaml", "-o", full)
    let (filled, clean) = (path("申报表.xlsx"), path("净.xlsx"))
    try ForeignMaker.fillForm([empty, full, filled, clean] + award.good + [award.bad])

    let checked = try Program.run("check", "--rules", rules, filled, "--notes")
    #expect(checked.code == 1, "\(checked.complaints)")
    let said = checked.complaints
    for code in award.notes { #expect(said.contains("说明[\(code)]"), "\(code)") }
    for code in ["PX4124", "PX4014", "PX4039"] { #expect(said.contains("错误[\(code)]"), "\(code)") }
    #expect(said.contains("3 份记录，1 份要改"), "\(said)")

    let (one, other) = try (evaluate(rules, filled), evaluate(rules, clean))
    #expect(one.code == 1 && other.code == 0 && one.output == other.output, "\(one) \(other)")
    #expect(award.titles.allSatisfy(one.output.contains) && !one.output.contains("待补正"), "\(one.output)")

    let html = path("评审包.html")
    let packet = try Program.run("report", "packet", "--rules", rules, "--records", filled, "-o", html)
    #expect(packet.code == 1 && packet.complaints.contains("已写入 \(html)"), "\(packet.complaints)")
    guard Browser.found != nil else { return }
    let browser = try Browser(scratch)
    let opened = try browser.page(html, "id=\(award.good[0])")
    #expect(opened.contains("id=\"nominee\" data-id=\"\(award.good[0])\"") && opened.contains(award.titles[0]))
  }

  private func evaluate(_ rules: String, _ records: String) throws -> Program.Result {
    try Program.run("evaluate", "--rules", rules, "--records", records, "--format", "csv")
  }
}
