import Foundation
import FoundationXML
import Testing

@Suite("pingxuan flow plan")
struct FlowPlanTests {
  private static let enterprise = ["flow", "plan", "--workflow", "workflows/党员示范企业.yaml"]

  @Test("a table, data and a picture; each to a file as well")
  func formats() throws {
    let plan = Self.enterprise + ["--start", "2025-12-01", "--at", "public=2026-02-11"]
    let table = try Program.run(plan)
    #expect(table.code == 0 && table.complaints.isEmpty)
    #expect(table.output.contains("命名授牌") && table.output.contains("2026-03-02 周一"))
    #expect(table.output.contains("第 4 日　2026-02-14 周六，调休上班"))
    let data = try Program.run(plan + ["--format", "json"])
    let object = try #require(try JSONSerialization.jsonObject(with: Data(data.output.utf8)) as? [String: Any])
    #expect(object["format_version"] as? Int == 1)
    let scratch = try Scratch()
    let file = scratch.folder.appendingPathComponent("图.svg")
    let picture = try Program.run(plan + ["--format", "svg", "-o", file.path, "--lang", "en"])
    #expect(picture.code == 0 && picture.output.isEmpty)
    let svg = try XMLDocument(data: try Data(contentsOf: file))
    #expect(svg.rootElement()?.name == "svg")
  }

  @Test("beyond the calendars it is provisional, and says so")
  func provisional() throws {
    let plan = try Program.run(Self.enterprise + ["--start", "2026-12-01"])
    #expect(plan.code == 0)
    #expect(plan.complaints.contains("PX7152") && plan.complaints.contains("2027"))
    #expect(plan.output.contains("（暂定）"))
  }

  @Test("a stage set to a day before the start is refused; to one that it cannot keep, warned of")
  func pinnedEarly() throws {
    let before = try Program.run(Self.enterprise + ["--start", "2025-12-01", "--at", "public=2025-11-03"])
    #expect(before.code == 2 && before.complaints.contains("PX7153"), "\(before)")
    let early = try Program.run(Self.enterprise + ["--start", "2025-12-01", "--at", "public=2025-12-02"])
    #expect(early.code == 0 && early.complaints.contains("警告[PX7154]"), "\(early)")
    let scratch = try Scratch()
    let empty = try scratch.file("空.yaml", "name: x\nversion: 1\nstages: []\n").path
    #expect(try Program.run("flow", "check", empty).complaints.contains("PX5354"))
  }

  @Test("a rest day is no day of a notice")
  func restDay() throws {
    let plan = try Program.run(Self.enterprise + ["--start", "2026-02-16"])
    #expect(plan.complaints.contains("PX7151") && plan.output.contains("2026-02-24 起的时间表"))
  }

  @Test(
    "what is wrong with the command line",
    arguments: [
      (["--start", "2025-12-1"], "PX9031"), (["--start", "2025-12-01", "--at", "public"], "PX9032"),
      (["--start", "2025-12-01", "--at", "publi=2026-02-11"], "PX7150"),
      (["--start", "2025-12-01", "--calendars", "nowhere"], "PX7002"),
    ])
  func wrong(_ more: [String], _ code: String) throws {
    let plan = try Program.run(Self.enterprise + more)
    #expect(plan.code == 2 && plan.output.isEmpty)
    #expect(plan.complaints.contains(code), "\(plan.complaints)")
  }
}
