import DMN
import Diagnostics
import FEEL
import Testing

/// Files of test cases in the form of the conformance kit.
@Suite("用例文件") struct SuiteTests {
  private static let now = CivilDateTime("2026-06-15T12:00:00+08:00")!

  private static let model = ModelText(
    XML.item("t级别", "string", allowed: "\"国家\", \"省\"") + XML.input("值") + XML.input("级别", "t级别")
      + XML.decision("原样", inputs: ["值"], XML.feel("值")) + XML.decision("定级", inputs: ["级别"], XML.feel("级别"))
      + XML.decision("三分之一", XML.feel("1 / 3")) + XML.decision("今天", XML.feel("today()"))
      + XML.decision("文字", XML.feel("number(\"十\")"))
        + """
        <decisionService id="s" name="评定"><outputDecision href="#原样"/><outputDecision href="#三分之一"/>
          <inputData href="#值"/></decisionService>
        <decisionService id="t" name="只评一项"><outputDecision href="#原样"/><inputData href="#值"/></decisionService>
        """)

  private static func file(_ cases: String) -> Source {
    Source(
      name: "用例.xml",
      text: """
        <testCases xmlns="http://www.omg.org/spec/DMN/20160719/testcase" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
            xmlns:xsd="http://www.w3.org/2001/XMLSchema">
        <modelName>评选.dmn</modelName>
        \(cases)
        </testCases>
        """)
  }

  private static func value(_ type: String, _ text: String) -> String {
    "<value xsi:type=\"xsd:\(type)\">\(text)</value>"
  }

  /// What fails: `id name: expected ≠ actual`.
  private func failures(_ cases: String) throws -> [String] {
    var log = DiagnosticLog()
    let suite = try #require(ConformanceSuite.read(Self.file(cases), log: &log))
    #expect(log.diagnostics.isEmpty)
    return suite.run(try #require(Self.model.model), name: "用例", now: Self.now).compactMap { result in
      result.failure.map { "\(result.id) \($0.name): \($0.expected.feelText) ≠ \($0.actual.feelText)" }
    }
  }

  /// One case for the decision that gives its input back.
  private func same(_ input: String, _ expected: String) throws -> Bool {
    try failures(
      """
      <testCase id="1"><inputNode name="值">\(input)</inputNode>
      <resultNode name="原样" type="decision"><expected>\(expected)</expected></resultNode></testCase>
      """
    ).isEmpty
  }

  @Test("模型的名称，对的与错的各算各的") func counts() throws {
    let cases = """
      <testCase id="对"><inputNode name="值">\(Self.value("decimal", "12"))</inputNode>
        <resultNode name="原样" type="decision"><expected>\(Self.value("decimal", "12.0"))</expected></resultNode></testCase>
      <testCase id="错"><description>说明</description><inputNode name="值">\(Self.value("string", "甲"))</inputNode>
        <resultNode name="三分之一"><expected>\(Self.value("decimal", "0.333333333333"))</expected></resultNode>
        <resultNode name="原样"><expected>\(Self.value("string", "乙"))</expected></resultNode></testCase>
      """
    var log = DiagnosticLog()
    let suite = try #require(ConformanceSuite.read(Self.file(cases), log: &log))
    #expect(suite.modelName == "评选.dmn")
    #expect(suite.cases.map(\.id) == ["对", "错"])
    #expect(suite.cases.map { $0.span.start.line } == [4, 6])
    let results = suite.run(try #require(Self.model.model), name: "用例", now: Self.now)
    #expect(results.map(\.passed) == [true, false])
    #expect(results.map(\.suite) == ["用例", "用例"])
    #expect(try failures(cases) == ["错 原样: \"乙\" ≠ \"甲\""])
  }

  @Test(
    "各种值都读得出、比得对",
    arguments: [
      ("decimal", "1.50", "1.5", "1.6"), ("double", "1e3", "1000", "1001"), ("integer", "-7", "-7", "7"),
      ("string", " 甲 ", " 甲 ", "甲"), ("string", "", "", " "), ("boolean", "true", "true", "false"),
      ("date", "2025-02-28", "2025-02-28", "2025-03-01"), ("time", "08:00:00Z", "16:00:00+08:00", "08:00:00"),
      ("dateTime", "2025-03-01T00:00:00", "2025-03-01T00:00:00", "2025-03-01T00:00:00Z"),
      ("duration", "P1Y", "P12M", "P11M"), ("duration", "P1DT12H", "PT36H", "PT35H"),
    ])
  func values(_ type: String, _ input: String, _ right: String, _ wrong: String) throws {
    #expect(try same(Self.value(type, input), Self.value(type, right)))
    #expect(try !same(Self.value(type, input), Self.value(type, wrong)))
    #expect(try !same(Self.value(type, input), Self.value(type == "string" ? "boolean" : "string", input)))
    #expect(try !same(Self.value(type, input), "<value xsi:nil=\"true\"/>"))
  }

  @Test("表：个数、次序、里面的表与 null") func lists() throws {
    func list(_ items: String...) -> String { "<list>\(items.map { "<item>\($0)</item>" }.joined())</list>" }
    let (one, two, null) = (Self.value("decimal", "1"), Self.value("decimal", "2"), "<value xsi:nil=\"true\"/>")
    #expect(try same(list(one, two), list(one, two)))
    #expect(try !same(list(one, two), list(two, one)))
    #expect(try !same(list(one, two), list(one)))
    #expect(try same(list(), list()))
    #expect(try !same(list(), null))
    #expect(try same(list(list(one), null), list(list(one), null)))
    #expect(try !same(list(list(one), null), list(list(two), null)))
    #expect(try same("<list xsi:nil=\"true\"/>", null))
  }

  @Test("情境：成分不论次序，多一个少一个都不行") func contexts() throws {
    func part(_ name: String, _ value: String) -> String { "<component name=\"\(name)\">\(value)</component>" }
    let (one, two) = (part("甲", Self.value("decimal", "1")), part("乙", Self.value("date", "2025-03-01")))
    #expect(try same(one + two, two + one))
    #expect(try !same(one + two, one))
    #expect(try !same(one, one + two))
    #expect(try same(part("内", one), part("内", one)))
    #expect(try !same(part("内", one), part("内", two)))
    #expect(try same(part("甲", "<value xsi:nil=\"true\"/>"), part("甲", "<value xsi:nil=\"true\"/>")))
  }

  @Test("null 与期望的错误") func nulls() throws {
    let nothing = "<expected><value xsi:nil=\"true\"/></expected>"
    let bad = "<inputNode name=\"级别\">\(Self.value("string", "县"))</inputNode>"
    #expect(
      try failures(
        """
        <testCase id="1">\(bad)<resultNode name="定级" type="decision" errorResult="true">\(nothing)</resultNode></testCase>
        <testCase id="2">\(bad)<resultNode name="定级" errorResult="true"><expected xsi:nil="true"/></resultNode></testCase>
        <testCase id="3"><resultNode name="文字" errorResult="true"/></testCase>
        <testCase id="4"><resultNode name="定级">\(nothing)</resultNode></testCase>
        <testCase id="5"><inputNode name="级别">\(Self.value("string", "省"))</inputNode>
          <resultNode name="定级" errorResult="true">\(nothing)</resultNode></testCase>
        <testCase id="6"><resultNode name="三分之一">\(nothing)</resultNode></testCase>
        """) == ["5 定级: null ≠ \"省\"", "6 三分之一: null ≠ 0.3333333333333333333333333333333333"])
  }

  @Test("没有的决策、读不出的值，都算不过") func unreadable() throws {
    let date = Self.value("date", "2025-02-30")
    #expect(
      try failures(
        """
        <testCase id="1"><resultNode name="没有"><expected><value xsi:nil="true"/></expected></resultNode></testCase>
        <testCase id="2"><inputNode name="值">\(date)</inputNode>
          <resultNode name="原样"><expected>\(date)</expected></resultNode></testCase>
        """) == ["1 没有: null ≠ null", "2 原样: null ≠ null"])
  }

  @Test("决策服务：几项输出各自比，一项输出直接比") func services() throws {
    func item(_ id: String, _ service: String, _ output: String, _ expected: String) -> String {
      """
      <testCase id="\(id)" type="decisionService" invocableName="\(service)">
        <inputNode name="值">\(Self.value("decimal", "7"))</inputNode>
        <resultNode name="\(output)"><expected>\(expected)</expected></resultNode></testCase>
      """
    }
    let (seven, eight) = (Self.value("decimal", "7"), Self.value("decimal", "8"))
    #expect(
      try failures(
        item("1", "评定", "原样", seven) + item("2", "评定", "原样", eight) + item("3", "只评一项", "原样", seven)
          + item("4", "只评一项", "只评一项", seven) + item("5", "没有", "原样", seven))
        == ["2 原样: 8 ≠ 7", "5 原样: 7 ≠ null"])
  }

  @Test("今天是谁给的，就是哪一天") func today() throws {
    let day =
      "<testCase id=\"1\"><resultNode name=\"今天\"><expected>\(Self.value("date", "2026-06-15"))</expected></resultNode></testCase>"
    #expect(try failures(day) == [])
  }

  @Test("不是用例的 XML 不算，坏的 XML 说明白") func otherFiles() {
    var log = DiagnosticLog()
    #expect(ConformanceSuite.read(Self.model.source, log: &log) == nil)
    #expect(log.diagnostics.isEmpty)
    #expect(ConformanceSuite.read(Source(name: "坏.xml", text: "<testCases>\n<testCase></testCases>"), log: &log) == nil)
    #expect(log.diagnostics.map(\.code) == ["PX2521"])
    #expect(log.diagnostics.first?.span?.start.line == 2)
  }
}
