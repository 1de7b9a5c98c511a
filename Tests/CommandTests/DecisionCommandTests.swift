import Foundation
import Testing

/// `pingxuan dmn evaluate` and `pingxuan dmn test`, over models that each test writes for itself.
@Suite("dmn：决策模型的命令")
struct DecisionCommandTests {
  private static let model = """
    <?xml version="1.0" encoding="UTF-8"?>
    <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" namespace="https://example.org/评选" name="评选">
      <inputData id="i" name="党龄"><variable name="党龄" typeRef="number"/></inputData>
      <inputData id="j" name="入党日期"><variable name="入党日期" typeRef="date"/></inputData>
      <decision id="d" name="年限分"><variable name="年限分" typeRef="number"/>
        <informationRequirement><requiredInput href="#i"/></informationRequirement>
        <literalExpression><text>min(党龄 * 0.5, 10)</text></literalExpression></decision>
      <decision id="e" name="结论"><variable name="结论"/>
        <informationRequirement><requiredDecision href="#d"/></informationRequirement>
        <informationRequirement><requiredInput href="#j"/></informationRequirement>
        <literalExpression><text>{够: 年限分 &gt;= 3, 年份: 入党日期.year}</text></literalExpression></decision>
      <decisionService id="s" name="算分"><outputDecision href="#d"/><inputData href="#i"/></decisionService>
    </definitions>

    """

  private let scratch: Scratch
  private let path: String

  init() throws {
    scratch = try Scratch()
    path = try scratch.file("模型.dmn", Self.model).path
  }

  private func evaluate(_ arguments: String...) throws -> Program.Result {
    try Program.run(["dmn", "evaluate", path] + arguments)
  }

  private func input(_ text: String, _ name: String = "输入.yaml") throws -> String {
    try scratch.file(name, text).path
  }

  @Test("全部决策，一行一项；YAML 与 JSON 的输入一样")
  func all() throws {
    let expected = "年限分: 6\n结论: {够: true, 年份: 2013}\n"
    let yaml = try evaluate("--input", try input("党龄: 12\n入党日期: '@\"2013-07-01\"'\n"))
    #expect(yaml.code == 0)
    #expect(yaml.output == expected)
    #expect(yaml.complaints.isEmpty)
    let json = try evaluate("--input", try input("{\"党龄\": 12, \"入党日期\": \"@\\\"2013-07-01\\\"\"}", "输入.json"))
    #expect(json.code == 0)
    #expect(json.output == expected)
  }

  @Test("只求一项：决策或决策服务", arguments: ["年限分", "算分"])
  func one(_ name: String) throws {
    let result = try evaluate("--input", try input("党龄: 30\n"), "--decision", name)
    #expect(result.code == 0)
    #expect(result.output == "10\n")
    #expect(result.complaints.isEmpty)
  }

  @Test("给程序读的 JSON")
  func json() throws {
    let result = try evaluate("--input", try input("党龄: 12\n入党日期: '@\"2013-07-01\"'\n"), "--format", "json")
    #expect(result.code == 0)
    let parsed = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    #expect(parsed?.isEmpty == false)
    #expect(result.output.contains("年限分") && result.output.contains("2013"))
  }

  @Test("少了输入：照算，并说明少哪一项、在模型的哪里")
  func missing() throws {
    for arguments in [[], ["--input", try input("工龄: 3\n")]] {
      let result = try Program.run(["dmn", "evaluate", path, "--decision", "年限分"] + arguments)
      #expect(result.code == 0)
      #expect(result.output == "null\n")
      #expect(result.complaints.contains("PX2559") && result.complaints.contains("没有给出输入“党龄”"))
      #expect(result.complaints.contains("模型.dmn:3:"))
    }
  }

  @Test("输入不合类型：null，并说明")
  func wrongType() throws {
    let result = try evaluate("--input", try input("党龄: 十二年\n"), "--decision", "年限分", "--lang", "en")
    #expect(result.output == "null\n")
    #expect(result.complaints.contains("PX2550") && result.complaints.contains("“\"十二年\"” is no number"))
  }

  @Test("没有这项决策：列出有的")
  func unknownDecision() throws {
    let result = try evaluate("--decision", "年限")
    #expect(result.code == 2)
    #expect(result.output.isEmpty)
    #expect(result.complaints.contains("“年限”") && result.complaints.contains("年限分、结论"))
  }

  @Test(
    "读不了的模型：退出码 2，说出文件、行、元素，不说 Swift 的话",
    arguments: [
      ("", "PX2520"), ("党龄: 12\n", "PX2520"),
      (model.replacing("</decisionService>", with: ""), "PX2521"),
      (model.replacing("<definitions", with: "<!DOCTYPE d [<!ENTITY x \"1\">]>\n<definitions"), "PX2525"),
      (model.replacing("20230324", with: "20990101"), "PX2526"),
    ])
  func broken(_ text: String, _ code: String) throws {
    let path = try scratch.file("坏.dmn", text).path
    let result = try Program.run("dmn", "evaluate", path, "--input", try input("党龄: 12\n"))
    #expect(result.code == 2)
    #expect(result.output.isEmpty)
    #expect(result.complaints.contains(code) && result.complaints.contains("坏.dmn"))
    #expect(!result.complaints.contains("Fatal error") && !result.complaints.contains("Swift."))
  }

  @Test("没有模型文件、没有输入文件、输入读不了：退出码 2")
  func unreadable() throws {
    #expect(try Program.run("dmn", "evaluate", scratch.folder.path + "/没有.dmn").code == 2)
    #expect(try evaluate("--input", scratch.folder.path + "/没有.yaml").code == 2)
    #expect(try evaluate("--input", try input("党龄: [\n")).code == 2)
    #expect(try evaluate("--input", try input("- 1\n")).code == 2)
  }

  @Test("一处写错，其余照算，错处指明行列；退出码 1")
  func halfBroken() throws {
    let path = try scratch.file("半坏.dmn", Self.model.replacing("min(党龄 * 0.5, 10)", with: "min(党龄 * 0.5, 10")).path
    let result = try Program.run("dmn", "evaluate", path, "--input", try input("党龄: 12\n入党日期: '@\"2013-07-01\"'\n"))
    #expect(result.code == 1)
    #expect(result.output == "年限分: null\n结论: {够: null, 年份: 2013}\n")
    #expect(result.complaints.contains("半坏.dmn:7:"))
  }

  @Test("导入的模型在同一文件夹里找")
  func imports() throws {
    let importing = try scratch.file(
      "导入.dmn",
      """
      <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" namespace="urn:二" name="二">
      <import name="一" namespace="https://example.org/评选" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>
      <decision id="d" name="翻倍"><informationRequirement><requiredDecision href="https://example.org/评选#d"/>
        </informationRequirement><literalExpression><text>一.年限分 * 2</text></literalExpression></decision>
      </definitions>
      """)
    let result = try Program.run("dmn", "evaluate", importing.path, "--input", try input("一: {党龄: 12}\n"))
    #expect(result.code == 0)
    #expect(result.output == "翻倍: 12\n")
  }

  // MARK: Suites

  private func suite(_ name: String, _ expected: String, model: String = "模型.dmn") throws {
    _ = try scratch.file(
      name,
      """
      <testCases xmlns="http://www.omg.org/spec/DMN/20160719/testcase" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
          xmlns:xsd="http://www.w3.org/2001/XMLSchema"><modelName>\(model)</modelName>
      <testCase id="一"><inputNode name="党龄"><value xsi:type="xsd:decimal">12</value></inputNode>
        <resultNode name="年限分" type="decision"><expected><value xsi:type="xsd:decimal">6</value></expected></resultNode>
      </testCase>
      <testCase id="二"><inputNode name="党龄"><value xsi:type="xsd:decimal">99</value></inputNode>
        <resultNode name="年限分" type="decision"><expected><value xsi:type="xsd:decimal">\(expected)</value></expected>
        </resultNode></testCase>
      </testCases>
      """)
  }

  @Test("dmn test：都对是 0，有错是 1，说出哪个用例、期望与所得")
  func suites() throws {
    try suite("对.xml", "10")
    let right = try Program.run("dmn", "test", scratch.folder.path)
    #expect(right.code == 0)
    #expect(right.output == "2 passed, 0 failed, 0 skipped\n")
    try suite("错.xml", "11")
    let wrong = try Program.run("dmn", "test", scratch.folder.path)
    #expect(wrong.code == 1)
    #expect(wrong.output == "错 二 年限分\n  - 11\n  + 10\n3 passed, 1 failed, 0 skipped\n")
  }

  @Test("dmn test：模型读不了的用例算跳过，也是退出码 1")
  func skipped() throws {
    _ = try scratch.file("坏.dmn", "<definitions>")
    try suite("跳过.xml", "10", model: "坏.dmn")
    let result = try Program.run("dmn", "test", scratch.folder.path)
    #expect(result.code == 1)
    #expect(result.output == "0 passed, 0 failed, 2 skipped\n")
    #expect(result.complaints.contains("坏.dmn"))
  }

  @Test("dmn test：一个用例也没有，说明白")
  func nothing() throws {
    let result = try Program.run("dmn", "test", scratch.folder.path)
    #expect(result.code == 2)
    #expect(!result.complaints.isEmpty)
    #expect(try Program.run("dmn", "test", scratch.folder.path + "/没有").code == 2)
  }
}
