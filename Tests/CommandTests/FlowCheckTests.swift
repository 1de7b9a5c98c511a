import Foundation
import Testing

@Suite("flow check")
struct FlowCheckTests {
  static let awards = ["党员示范企业", "党员先锋班组", "红星工匠"]

  @Test("the workflows that we ship are sound, and belong to their rules", arguments: awards)
  func shipped(_ award: String) throws {
    for year in ["2025", "2026"] {
      let result = try Program.run(
        "flow", "check", "workflows/\(award).yaml", "--rules", "rules/\(year)/\(award).yaml")
      #expect(result.code == 0 && result.output.isEmpty)
      #expect(result.complaints == "检查了 1 个文件，没有错误\n")
    }
  }

  @Test("everything that is wrong is said at once, each at its place")
  func broken() throws {
    let scratch = try Scratch()
    let file = try scratch.file(
      "乱.yaml",
      """
      stages:
        - {id: apply, type: form, who: [{initiator: true}], next: pick}
        - {id: pick, type: choice, branches: [{when: 'kind = "org', next: unit}, {default: true, next: nowhere}]}
        - {id: unit, type: approve, mood: any, who: [], next: approved}
        - {id: orphan, type: approve, who: [office], next: approved}

      """)
    let result = try Program.run("flow", "check", file.path)
    #expect(result.code == 1 && result.output.isEmpty)
    for (code, place) in [
      ("PX2006", ":3:56"), ("PX5031", ":3:98"), ("PX5001", ":4:31"), ("PX5033", ":4:10"), ("PX5032", ":5:10"),
    ] {
      #expect(result.complaints.contains("错误[\(code)]"), "\(code) \(result.complaints)")
      #expect(result.complaints.contains("乱.yaml\(place)\n"), "\(code) \(place) \(result.complaints)")
    }
    #expect(result.complaints.hasSuffix("共 5 处错误\n"), "\(result.complaints)")
  }

  @Test("with rules: another award, a parameter and a name in a condition that the rules do not have")
  func withRules() throws {
    let scratch = try Scratch()
    let text = try String(contentsOf: Program.root.appendingPathComponent("workflows/党员示范企业.yaml"), encoding: .utf8)
    let changed = text.replacing("name: 党员示范企业", with: "name: 红星工匠").replacing("seats: 名额", with: "seats: 名数")
      .replacing("rule: {more_than: 1/2, of: eligible}          #", with: "rule: {expr: '成立日期 = 开业日期'}          #")
    let file = try scratch.file("改.yaml", changed)
    #expect(try Program.run("flow", "check", file.path).code == 0)
    let result = try Program.run("flow", "check", file.path, "--rules", CommandTests.rules)
    #expect(result.code == 1)
    for code in ["PX7120", "PX7121", "PX2104"] { #expect(result.complaints.contains(code), "\(result.complaints)") }
    #expect(result.complaints.hasSuffix("共 3 处错误\n"), "\(result.complaints)")
  }

  @Test("what cannot run is exit code 2")
  func couldNotRun() throws {
    let missing = try Program.run("flow", "check", "workflows/没有.yaml")
    #expect(missing.code == 2 && missing.complaints.contains("PX7002"))
    let rules = try Program.run("flow", "check", "workflows", "--rules", "rules/没有.yaml")
    #expect(rules.code == 2 && rules.complaints.contains("PX7002"))
    let nothing = try Program.run("flow", "check", "docs")
    #expect(nothing.code == 2 && nothing.complaints.contains("PX9003"))
  }
}
