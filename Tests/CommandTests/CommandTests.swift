import Foundation
import Testing

@Suite("The command line")
struct CommandTests {
  static let rules = "rules/2025/党员示范企业.yaml"
  static let records = "examples/2025/党员示范企业/records.yaml"

  @Test("check finds nothing in what we ship")
  func checkShipped() throws {
    let result = try Program.run("check", "rules", "workflows", "calendars", "examples")
    #expect(result.code == 0)
    #expect(result.output.isEmpty)
    #expect(!result.complaints.contains("PX"))
  }

  @Test("check says what it has not checked, and when there was nothing")
  func halfChecked() throws {
    let all = try Program.run("check", "rules", "examples/2025/红星工匠")
    #expect(all.code == 0)
    #expect(all.complaints.contains("检查了 18 个文件，没有错误"))
    #expect(all.complaints.contains("其中 7 个是申报记录或规则测试，只查了 YAML 写法"))
    let whole = try Program.run("check", "rules/共同条款.yaml", "--lang", "en")
    #expect(whole.complaints == "1 file checked, no errors\n")
    let none = try Program.run("check", "docs")
    #expect(none.code == 2 && none.complaints.contains("PX9003") && !none.complaints.contains("没有错误"))
  }

  @Test("check shows no resident number, whatever is wrong with the file")
  func checkedNumbers() throws {
    let scratch = try Scratch()
    for text in [
      "records:\n- {姓名: 甲, 公民身份号码: \"360299198802290013\", 姓名: 乙}\n", "records:\n- 公民身份号码: \"360299198802290013\n",
      "records:\n\t- 公民身份号码: 360299198802290013\n", "- 公民身份号码: @360299198802290013\n",
    ] {
      let result = try Program.run("check", try scratch.file("记录.yaml", text).path)
      #expect(result.code == 1 && result.complaints.contains("PX1"), "\(result.complaints)")
      #expect(!result.complaints.contains("19880229"), "\(result.complaints)")
    }
  }

  @Test("a calendar has a zone that there is, and its year to itself")
  func calendars() throws {
    let scratch = try Scratch()
    let text = try String(contentsOf: Program.root.appendingPathComponent("calendars/中国-2025.yaml"), encoding: .utf8)
    _ = try scratch.file("一.yaml", text)
    _ = try scratch.file("二.yaml", text.replacing("zone: Asia/Shanghai", with: "zone: Asia/Shangha"))
    let result = try Program.run("check", scratch.folder.path)
    #expect(result.code == 1)
    #expect(result.complaints.contains("错误[PX7010] 没有名为“Asia/Shangha”的时区"))
    #expect(result.complaints.contains("错误[PX7011] 2025 年有两份日历"))
    let run = try Program.run(
      "run", "--workflow", "workflows/党员示范企业.yaml", "--rules", Self.rules, "--records", Self.records, "--acts",
      "examples/2025/党员示范企业/acts.yaml", "--calendars", scratch.folder.path, "-o", scratch.folder.path)
    #expect(run.code == 2 && run.complaints.contains("PX7011"))
  }

  @Test("a rule file with nothing in it is no rule file")
  func emptyRules() throws {
    let scratch = try Scratch()
    let result = try Program.run("check", try scratch.file("空.yaml", "# 说明\naward: 甲\nedition: 2025\n").path)
    #expect(result.code == 1 && result.complaints.contains("PX3041") && result.complaints.contains(":2:1"))
  }

  @Test("data on standard output, the rest on standard error; refused records are exit code 1")
  func evaluate() throws {
    let result = try Program.run("evaluate", "--rules", Self.rules, "--records", Self.records, "--format", "ndjson")
    #expect(result.code == 1)
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 26)
    for line in lines {
      for key in ["id", "outcome", "grade", "total", "rank", "items", "missing", "reasons"] {
        #expect(line.contains("\"\(key)\":"))
      }
      #expect(JSONSerialization.isValidJSONObject(try JSONSerialization.jsonObject(with: Data(line.utf8))))
    }
    #expect(result.complaints.contains("PX4017"))
    #expect(result.complaints.contains("拒收 1 份"))
  }

  @Test("one input changed by the command line alone: 主题党日次数 12 → 11 gives 80.34")
  func oneInputChanged() throws {
    let scratch = try Scratch()
    var text = try String(contentsOf: Program.root.appendingPathComponent(Self.records), encoding: .utf8)
    let name = try #require(text.range(of: "企业名称: 星辰航空部件有限公司"))
    let field = try #require(text.range(of: "主题党日次数: 12", range: name.upperBound..<text.endIndex))
    text.replaceSubrange(field, with: "主题党日次数: 11")
    let changed = try scratch.file("records.yaml", text)
    let before = try Program.run(
      "explain", "--rules", Self.rules, "--records", Self.records, "--id", "星辰航空部件有限公司")
    let after = try Program.run("explain", "--rules", Self.rules, "--records", changed.path, "--id", "星辰航空部件有限公司")
    #expect(before.code == 0 && after.code == 0)
    #expect(before.output.contains("82.34分") && before.output.contains("A2 主题党日　6／6"))
    #expect(after.output.contains("80.34分") && after.output.contains("A2 主题党日　4／6"))
  }

  @Test(
    "explain --set shows what another fact would have changed, and leaves the records alone",
    arguments: [
      ("主题党日次数=11", "A2 主题党日　4／6", "80.34分"), ("主题党日次数=", "待补正", "缺“主题党日次数”"),
      ("安全事故=[{等级: 一般, 责任: 主要责任, 日期: 2022-12-01}]", "一票否决", "TY-F4"),
    ])
  func whatIf(_ change: String, _ one: String, _ other: String) throws {
    let result = try Program.run(
      "explain", "--rules", Self.rules, "--records", Self.records, "--id", "星辰航空部件有限公司", "--set", change)
    #expect(result.code == 0)
    #expect(result.output.contains(one) && result.output.contains(other))
    #expect(result.complaints.contains("记录本身未改"))
  }

  @Test("explain --set says what does not fit", arguments: ["主题党次数=11", "主题党日次数=十一", "主题党日次数", "荣誉=[{"])
  func badWhatIf(_ change: String) throws {
    let result = try Program.run(
      "explain", "--rules", Self.rules, "--records", Self.records, "--id", "星辰航空部件有限公司", "--set", change)
    #expect(result.code == 2)
    #expect(result.output.isEmpty && result.complaints.contains("--set"))
  }

  @Test("E50: records and acts are judged by the rules of their own award and year")
  func ownRules() throws {
    let year = try Program.run("evaluate", "--rules", "rules/2026/党员示范企业.yaml", "--records", Self.records)
    #expect(year.code == 2 && year.complaints.contains("PX7009") && year.output.isEmpty)
    let award = try Program.run("evaluate", "--rules", "rules/2025/红星工匠.yaml", "--records", Self.records)
    #expect(award.code == 2 && award.complaints.contains("PX7008") && award.output.isEmpty)
    let scratch = try Scratch()
    let acts = try Program.run(
      "run", "--workflow", "workflows/党员示范企业.yaml", "--rules", Self.rules, "--records", Self.records, "--acts",
      "examples/2026/党员示范企业/acts.yaml", "-o", scratch.folder.path)
    #expect(acts.code == 2 && acts.complaints.contains("PX7009"))
  }

  @Test("run: 0 when nothing was refused, 1 when an act was, 2 when acts make no sense; the same folder twice")
  func runExitCodes() throws {
    let scratch = try Scratch()
    func text(_ path: String) throws -> String {
      try String(contentsOf: Program.root.appendingPathComponent(path), encoding: .utf8)
    }
    let records = try scratch.file("records.yaml", text(Self.records).replacing("职工满意度: 103", with: "职工满意度: 93"))
    let head = try text("examples/2025/党员示范企业/acts.yaml").components(separatedBy: "\nsteps:\n")[0]
    let begun = "\nsteps:\n  - {do: start, by: 评选办经办人, at: \"2025-12-01T09:00\"}\n"
    func run(_ steps: String) throws -> Program.Result {
      let acts = try scratch.file("acts.yaml", head + begun + steps)
      return try Program.run(
        "run", "--workflow", "workflows/党员示范企业.yaml", "--rules", Self.rules, "--records", records.path, "--acts",
        acts.path, "-o", scratch.folder.appendingPathComponent("out").path)
    }
    #expect(try run("  - {do: publish, by: 评选办经办人}\n").code == 0)
    let refused = try run("  - {do: publish, by: 群众甲}\n")
    #expect(refused.code == 1 && refused.complaints.contains("1 个动作未被接受"))
    let wrong = try run("  - {do: publish, by: 评选办经办人, data: {党费收缴率: 104}}\n")
    #expect(wrong.code == 2 && wrong.complaints.contains("PX4017") && wrong.complaints.contains("acts.yaml:"))
  }

  @Test("a nominee can be named by number, credit code or name", arguments: ["星辰航空部件有限公司", "91360299MAXX00015A"])
  func naming(_ id: String) throws {
    let result = try Program.run("explain", "--rules", Self.rules, "--records", Self.records, "--id", id)
    #expect(result.code == 0)
    #expect(result.output.hasPrefix("星辰航空部件有限公司"))
  }

  @Test("of several nominees with one name none is picked", arguments: [[], ["--set", "承诺兑现率=80"]])
  func sameName(_ more: [String]) throws {
    let batch = ["--rules", "rules/2025/红星工匠.yaml", "--records", "examples/2025/红星工匠/records.yaml"]
    let both = try Program.run(["explain"] + batch + ["--id", "周思源"] + more)
    #expect(both.code == 2 && both.output.isEmpty)
    #expect(both.complaints == "错误[PX9004] 有 2 名申报对象叫“周思源”：GJ-2025-024、GJ-2025-038；请用编号指明一名\n")
    let one = try Program.run(["explain"] + batch + ["--id", "GJ-2025-038"] + more)
    #expect(one.code == 0 && one.output.contains("GJ-2025-038"))
  }

  @Test("a number that is tried out is masked, too")
  func maskedTrial() throws {
    let batch = ["--rules", "rules/2025/红星工匠.yaml", "--records", "examples/2025/红星工匠/records.yaml"]
    for number in ["360299198802290013", "360299198802290014", "36029919880229"] {
      let result = try Program.run(["explain"] + batch + ["--id", "张航", "--set", "公民身份号码='\(number)'"])
      #expect(!(result.complaints + result.output).contains("19880229"), "\(result.complaints)")
    }
  }

  @Test("what cannot run is exit code 2, with a sentence and no Swift error")
  func couldNotRun() throws {
    let scratch = try Scratch()
    let broken = try scratch.file("broken.yaml", "award: 甲\nedition: 2025\nrecrod: {}\n")
    let attempts: [[String]] = [
      ["evaluate", "--rules", "rules/2025/没有.yaml", "--records", Self.records],
      ["evaluate", "--rules", Self.rules, "--records", "没有.yaml"],
      ["evaluate", "--rules", Self.rules, "--records", "README.md"],
      ["evaluate", "--rules", broken.path, "--records", Self.records],
      ["evaluate", "--rules", Self.rules], ["evaluate", "--nonsense"], ["nonsense"],
      ["explain", "--rules", Self.rules, "--records", Self.records, "--id", "无此企业"],
      ["feel", "1 +"], ["check", "没有这个目录"], ["feel", "--lang", "fr", "1"],
    ]
    for attempt in attempts {
      let result = try Program.run(attempt)
      #expect(result.code == 2, "\(attempt): \(result.code) \(result.complaints)")
      #expect(!result.complaints.isEmpty)
      #expect(!result.complaints.contains("Fatal error") && !result.complaints.contains("Swift."))
      #expect(result.output.isEmpty, "\(attempt)")
    }
  }

  @Test("help and version are no failures", arguments: ["--help", "--version"])
  func help(_ flag: String) throws {
    let result = try Program.run(flag)
    #expect(result.code == 0)
    #expect(!result.output.isEmpty)
  }

  @Test(
    "feel evaluates an expression",
    arguments: [
      ("0.1 + 0.2", "0.3"), ("date(\"2024-02-29\") + duration(\"P1Y\")", "date(\"2025-02-28\")"),
      ("round half up(86.125, 2)", "86.13"), ("every x in [] satisfies x", "true"), ("null = true", "false"),
      ("1 / 3", "0.3333333333333333333333333333333333"),
    ])
  func feel(_ expression: String, _ value: String) throws {
    let result = try Program.run("feel", expression)
    #expect(result.code == 0)
    #expect(result.output == value + "\n")
  }

  @Test("feel takes names from a file")
  func feelContext() throws {
    let scratch = try Scratch()
    let context = try scratch.file("context.yaml", "职工总数: 212\n高技能人才数: 62\n")
    let result = try Program.run("feel", "高技能人才数 / 职工总数 > 0.29", "--context", context.path)
    #expect(result.output == "true\n")
  }

  @Test("the same bytes in any locale and time zone, and whatever the order of the records")
  func sameBytes() throws {
    let plain = try Program.run("evaluate", "--rules", Self.rules, "--records", Self.records, "--format", "ndjson")
    for environment in [
      ["LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati"], ["LC_ALL": "C", "TZ": "America/St_Johns"],
      ["LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8", "TZ": "Asia/Kathmandu"],
    ] {
      let other = try Program.run(
        ["evaluate", "--rules", Self.rules, "--records", Self.records, "--format", "ndjson"], environment: environment)
      #expect(other.output == plain.output)
    }
  }

  @Test("no resident number stands whole in anything that is shown")
  func masked() throws {
    let result = try Program.run(
      "explain", "--rules", "rules/2025/红星工匠.yaml", "--records", "examples/2025/红星工匠/records.yaml", "--id", "张航",
      "--format", "json")
    #expect(result.code == 0)
    #expect(!result.output.contains("36029919880229003X"))
  }

  @Test("English sentences for those who ask")
  func english() throws {
    let result = try Program.run(
      "explain", "--rules", Self.rules, "--records", Self.records, "--id", "星辰航空部件有限公司", "--lang", "en")
    #expect(result.output.contains("Conclusion: shortlisted"))
  }
}
