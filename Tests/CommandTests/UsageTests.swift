import Foundation
import Testing

@Suite("Usage")
struct UsageTests {
  @Test(
    "what is wrong with a command line is said with a code, in the language asked for, and how the command is called",
    arguments: [
      (
        ["evaluate"], "错误[PX9010] 用法有误：缺少“--rules <rules>”", "error[PX9010] wrong usage: “--rules <rules>” is missing"
      ),
      (["check"], "错误[PX9010] 用法有误：缺少“<paths> ...”", "error[PX9010] wrong usage: “<paths> ...” is missing"),
      (
        ["evaluate", "--rules"], "错误[PX9011] 用法有误：“--rules <rules>”后面缺少值",
        "error[PX9011] wrong usage: “--rules <rules>” is given without a value"
      ),
      (
        ["check", "rules", "--nonsense"], "错误[PX9012] 用法有误：没有“--nonsense”这个选项",
        "error[PX9012] wrong usage: there is no option “--nonsense”"
      ),
      (
        ["act", "submit", "--sore", "a"], "错误[PX9012] 用法有误：没有“--sore”这个选项；是不是“--store”？",
        "error[PX9012] wrong usage: there is no option “--sore”; did you mean “--store”?"
      ),
      (
        ["evaluate", "a", "b", "--rules", "c", "--records", "d"], "错误[PX9014] 用法有误：多出了“a b”",
        "error[PX9014] wrong usage: “a b” is not expected"
      ),
      (
        ["feel", "1", "--format", "xml"], "错误[PX9013] 用法有误：“xml”不能作“--format <format>”的值，可以是 text、json",
        "error[PX9013] wrong usage: “xml” is no value for “--format <format>”: text, json"
      ),
    ])
  func wrong(_ arguments: [String], _ chinese: String, _ english: String) throws {
    let result = try Program.run(arguments)
    #expect(result.code == 2 && result.output.isEmpty)
    let lines = result.complaints.split(separator: "\n").map(String.init)
    #expect(lines.count == 3 && lines[0] == chinese, "\(result.complaints)")
    #expect(lines[1].hasPrefix("用法：pingxuan \(arguments[0]) ") && lines[2] == "  详见 pingxuan \(arguments[0]) --help")
    // The option may be what the parser stumbles over, when it comes last.
    let other = try Program.run(["--lang=en"] + arguments)
    #expect(other.code == 2 && other.complaints.hasPrefix(english + "\nUsage: pingxuan"), "\(other.complaints)")
    #expect(!other.complaints.contains { $0.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } })
  }

  @Test(
    "what a command itself finds wrong is one line",
    arguments: [
      (["feel", "1", "--lang", "fr"], "错误[PX9013] 用法有误：“fr”不能作“--lang <lang>”的值，可以是 zh、en"),
      (["feel", "1", "2"], "错误[PX9016] 用法有误：请给出一个表达式，或用 --batch 给出文件"),
      (["feel"], "错误[PX9016] 用法有误：请给出一个表达式，或用 --batch 给出文件"),
    ])
  func found(_ arguments: [String], _ chinese: String) throws {
    let result = try Program.run(arguments)
    #expect(result.code == 2 && result.output.isEmpty)
    #expect(result.complaints.split(separator: "\n").first.map(String.init) == chinese)
  }

  @Test("a command that there is not is answered with those that there are; so is an act")
  func commands() throws {
    let root = try Program.run("evaluat")
    #expect(root.code == 2 && root.complaints.hasPrefix("错误[PX9019] 用法有误：“pingxuan”没有子命令“evaluat”，有的是：check、evaluate"))
    let round = try Program.run("round", "foo")
    #expect(round.complaints == "错误[PX9019] 用法有误：“pingxuan round”没有子命令“foo”，有的是：open、import、list、report、amend、close\n")
    for arguments in [["round", "foo", "--lang", "en"], ["--lang", "en", "round", "foo"]] {
      let english = try Program.run(arguments)
      #expect(
        english.code == 2
          && english.complaints.hasPrefix(
            "error[PX9019] wrong usage: “pingxuan round” has no subcommand “foo”; it has: open, ")
      )
    }
    let act = try Program.run("act")
    #expect(act.code == 2 && act.complaints.hasPrefix("错误[PX9027]") && act.complaints.contains("approve（同意）"))
    #expect(act.complaints.hasSuffix("decide_revocation（票决撤销）\n"), "none is left out: \(act.complaints)")
    #expect(try Program.run("act", "--lang", "en").complaints.contains("\nsubmit, approve"))
    #expect(try Program.run("help", "round").code == 0)
  }

  @Test("--lang may stand alone, in front and behind", arguments: [["--lang", "en"], ["--lang=en"]])
  func language(_ option: [String]) throws {
    let alone = try Program.run(option)
    #expect(alone.code == 0 && alone.output.contains("SUBCOMMANDS"))
    for arguments in [option + ["feel", "1 +"], ["feel", "1 +"] + option] {
      let result = try Program.run(arguments)
      #expect(result.code == 2 && result.complaints.hasPrefix("error[PX2011] the expression ends too early"))
    }
    #expect(try Program.run(option + ["evaluate"]).complaints.hasPrefix("error[PX9010] wrong usage"))
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
