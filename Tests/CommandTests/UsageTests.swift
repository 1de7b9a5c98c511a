import Foundation
import Testing

@Suite("Usage")
struct UsageTests {
  @Test(
    "what is wrong with a command line is said in Chinese, then as the parser says it",
    arguments: [
      (["evaluate"], "错误[PX9010] 用法有误：缺少“--rules <rules>”", "Missing expected argument"),
      (["check"], "错误[PX9010] 用法有误：缺少“<paths> ...”", "Missing expected argument"),
      (["evaluate", "--rules"], "错误[PX9011] 用法有误：“--rules <rules>”后面缺少值", "Missing value"),
      (["check", "rules", "--nonsense"], "错误[PX9012] 用法有误：没有“--nonsense”这个选项", "Unknown option"),
      (["evaluat"], "错误[PX9014] 用法有误：多出了“evaluat”", "Unexpected argument"),
      (["evaluate", "a", "b", "--rules", "c", "--records", "d"], "错误[PX9014] 用法有误：多出了“a b”", "unexpected arguments"),
      (["feel", "1", "--lang", "fr"], "错误[PX9013] 用法有误：“fr”不能作“--lang <lang>”的值，可以是 zh、en", "'fr' is invalid"),
      (
        ["feel", "1", "--format", "xml"], "错误[PX9013] 用法有误：“xml”不能作“--format <format>”的值，可以是 text、json",
        "'xml' is invalid"
      ),
      (["feel", "1", "2"], "错误[PX9016] 用法有误：请给出一个表达式，或用 --batch 给出文件", ""),
      (["feel"], "错误[PX9016] 用法有误：请给出一个表达式，或用 --batch 给出文件", ""),
    ])
  func wrong(_ arguments: [String], _ chinese: String, _ english: String) throws {
    let result = try Program.run(arguments)
    #expect(result.code == 2 && result.output.isEmpty)
    let lines = result.complaints.split(separator: "\n")
    #expect(lines.first.map(String.init) == chinese)
    #expect(english.isEmpty ? lines.count == 1 : lines[1].hasPrefix("Error: ") && lines[1].contains(english))
    let other = try Program.run(arguments.filter { $0 != "--lang" && $0 != "fr" } + ["--lang", "en"])
    #expect(!other.complaints.contains("用法有误"))
  }

  @Test("--lang may stand alone, in front and behind", arguments: [["--lang", "en"], ["--lang=en"]])
  func language(_ option: [String]) throws {
    let alone = try Program.run(option)
    #expect(alone.code == 0 && alone.output.contains("SUBCOMMANDS"))
    for arguments in [option + ["feel", "1 +"], ["feel", "1 +"] + option] {
      let result = try Program.run(arguments)
      #expect(result.code == 2 && result.complaints.hasPrefix("error[PX2011] the expression ends too early"))
    }
    #expect(try Program.run(option + ["evaluate"]).complaints.hasPrefix("Error: Missing expected argument"))
  }

  @Test("an expression may begin with a minus sign", arguments: [("-1 + 2", "1"), ("-(3)", "-3"), ("- 1", "-1")])
  func minus(_ expression: String, _ value: String) throws {
    #expect(try Program.run("feel", expression).output == value + "\n")
  }

  @Test("what is wrong with an expression is said once")
  func once() throws {
    let result = try Program.run("feel", "\"a\" + 1")
    #expect(result.output == "null\n")
    #expect(result.complaints.components(separatedBy: "PX2").count == 2)
  }

  @Test("a text that looks like a date is pointed out where the result is null")
  func dates() throws {
    let scratch = try Scratch()
    let plain = try scratch.file("plain.yaml", "基准日: 2025-12-01\n另一日: 2025-12-02\n")
    let result = try Program.run("feel", "基准日 < date(\"2026-01-01\")", "--context", plain.path)
    #expect(result.output == "null\n")
    #expect(result.complaints.contains("提示[PX7012] “基准日”在这里是一段文字，不是日期；要作日期，写成 @\"2025-12-01\""))
    #expect(!result.complaints.contains("另一日"))
    let date = try scratch.file("date.yaml", "基准日: '@\"2025-12-01\"'\n")
    #expect(try Program.run("feel", "基准日 < date(\"2026-01-01\")", "--context", date.path).output == "true\n")
    #expect(try Program.run("feel", "基准日 = \"2025-12-01\"", "--context", plain.path).complaints.isEmpty)
  }
}
