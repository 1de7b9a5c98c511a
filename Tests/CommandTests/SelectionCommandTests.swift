import Foundation
import Testing

/// The list as people get it, the certificate that goes with it, and how judges scored.
@Suite("Selection on the command line")
struct SelectionCommandTests {
  private static func evaluate(_ scratch: Scratch, _ award: String) throws -> URL {
    let file = scratch.folder.appendingPathComponent("\(award).json")
    _ = try Program.run(
      "evaluate", "--rules", "rules/2025/\(award).yaml", "--records", "examples/2025/\(award)/records.yaml", "--format",
      "json", "-o", file.path)
    return file
  }

  @Test("evaluate says how the list came about, with caps, floors and the seats by rank")
  func summary() throws {
    let result = try Program.run("evaluate", "--rules", CommandTests.rules, "--records", CommandTests.records)
    for line in [
      "名额 10，入围名额 12；参加排序 18，入围 12；入围线 78.63（“沐风航空紧固件有限公司”）", "上限“主机厂所和链主企业”至多 3：入围 3，因上限未入 1：赣岳直升机总装有限责任公司",
      "底线“非公企业”至少 5：入围 5，预推有名额 5", "有名额 10，递补候选 2（远岫航空标准件有限公司、重山锻造有限公司），空缺 0",
    ] { #expect(result.output.contains(line), "\(line)") }
    #expect(result.output.contains("按排名预推没有名额：底线“非公企业”须 5 名，其余对象至多 5 个名额"))
    let english = try Program.run(
      "evaluate", "--rules", CommandTests.rules, "--records", CommandTests.records, "--lang", "en", "--format", "md")
    #expect(english.output.contains("- 10 seats, 12 places on the list; 18 ranked, 12 on it; the line is 78.63"))
  }

  @Test("the certificate of each award holds", arguments: ["党员示范企业", "党员先锋班组", "红星工匠"])
  func holds(_ award: String) throws {
    let scratch = try Scratch()
    let result = try Program.run("verify-selection", try Self.evaluate(scratch, award).path)
    #expect(result.code == 0 && result.complaints.contains("核对无误"), "\(result.complaints)")
  }

  @Test("so does that of a round that has voted", arguments: ["党员示范企业", "党员先锋班组", "红星工匠"])
  func afterTheVote(_ award: String) throws {
    let scratch = try Scratch()
    let examples = "examples/2025/\(award)"
    _ = try Program.run(
      "run", "--workflow", "workflows/\(award).yaml", "--rules", "rules/2025/\(award).yaml", "--records",
      "\(examples)/records.yaml", "--acts", "\(examples)/acts.yaml", "-o", scratch.folder.path)
    let result = try Program.run(
      "verify-selection", scratch.folder.appendingPathComponent("selection.json").path, "--lang", "en")
    #expect(result.code == 0 && result.complaints.contains("it holds"), "\(result.complaints)")
  }

  @Test("a certificate that was changed does not, and what is not so is named at its place")
  func changed() throws {
    let scratch = try Scratch()
    let text = try String(contentsOf: try Self.evaluate(scratch, "党员示范企业"), encoding: .utf8)
    let line = "\"name\": \"赣岳直升机总装有限责任公司\",\n        \"rank\": 4"
    #expect(text.contains(line))
    let spoiled = try scratch.file("改.json", text.replacing(line, with: line.replacing("4", with: "1")))
    let result = try Program.run("verify-selection", spoiled.path)
    #expect(result.code == 1)
    #expect(result.complaints.contains("错误[PX6503] “赣岳直升机总装有限责任公司”的名次写作 1，按总分和同分键应是第 4 名"))
    #expect(result.complaints.contains("改.json:"))
    let other = try Program.run("verify-selection", try scratch.file("他.json", "{\"a\": 1}").path, "--lang", "en")
    #expect(other.code == 2 && other.complaints.contains("PX6501"))
    #expect(try Program.run("verify-selection", "没有.json").code == 2)
  }

  @Test("quotas that cannot hold together are an error of the rule file, and each is pointed at")
  func conflict() throws {
    let scratch = try Scratch()
    let text = try String(contentsOf: Program.root.appendingPathComponent("rules/2025/红星工匠.yaml"), encoding: .utf8)
      .replacing(
        "    - name: 一线职工\n", with: "    - {name: 专技骨干, where: 人员类别 = \"专业技术人员\", seats: 7}\n    - name: 一线职工\n"
      )
      .replacing("../共同条款.yaml", with: Program.root.appendingPathComponent("rules/共同条款.yaml").path)
    let result = try Program.run("check", try scratch.file("红星工匠.yaml", text).path)
    #expect(result.code == 1)
    #expect(result.complaints.contains("错误[PX3042] 这几条不能同时满足：“专业技术人员”至多 6、“专技骨干”至少 7"), "\(result.complaints)")
    #expect(result.complaints.contains("与它相抵的：“专业技术人员”至多 6"))
  }

  private static let header = "评委,对象,分数,状态,评委单位,对象单位\n"

  @Test("judges report: what there is to look into, or 样本不足")
  func judges() throws {
    let scratch = try Scratch()
    let noise = ["0", "1", "-1", "0.5", "-0.5", "1.5", "-1.5"]
    let rows = (0..<7).flatMap { judge in
      (0..<10).map { nominee -> String in
        let chance = Double(noise[(judge * 3 + nominee * 5 + judge * nominee) % 7]) ?? 0
        let score = Double(70 + nominee * 2) + chance - (judge == 2 ? 8 : 0) + (judge == 4 && nominee == 4 ? 10 : 0)
        let unit = judge == 4 && nominee == 4 ? "四厂" : "厂\(nominee + 10)"
        return "评委\(judge),对象\(nominee),\(score),,\(judge == 4 ? "四厂" : "单位\(judge)"),\(unit)\n"
      }
    }
    let sheet = try scratch.file("评分表.csv", Self.header + rows.joined())
    let result = try Program.run("judges", "report", sheet.path)
    #expect(result.code == 1, "\(result.complaints)")
    let lines = result.output.split(separator: "\n").map(String.init)
    #expect(lines.contains { $0.hasPrefix("评委2") && $0.contains("偏严 ") }, "\(result.output)")
    #expect(lines.contains { $0.hasPrefix("评委4") && $0.contains("本单位对象偏高 ") && $0.contains("应回避而评分：对象4") })
    #expect(lines.count { $0.hasSuffix("未见异常") } == 5)
    let few = try scratch.file("少.csv", Self.header + rows.filter { $0.contains("对象1,") }.joined())
    let short = try Program.run("judges", "report", few.path)
    #expect(short.code == 0 && short.output.contains("样本不足（有效评分须 5 份") && short.output.contains("一致性：样本不足"))
    let json = try Program.run("judges", "report", sheet.path, "--format", "json")
    #expect(json.output.contains("\"severity_found\": true") && json.output.contains("\"own_unit_found\": true"))
    let bad = try Program.run("judges", "report", try scratch.file("坏.csv", Self.header + "甲,乙,120,,,\n").path)
    #expect(bad.code == 2 && bad.complaints.contains("PX4017"))
  }
}
