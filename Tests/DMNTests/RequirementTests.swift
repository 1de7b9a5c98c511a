import DMN
import Diagnostics
import FEEL
import Testing

@Suite("决策、输入数据与业务知识") struct RequirementTests {
  @Test("决策用得到它所需要的，各算一次")
  func chain() throws {
    let text = ModelText(
      XML.input("党龄", "number") + XML.input("基层 年限", "number")
        + XML.decision("年限合计", "number", inputs: ["党龄", "基层 年限"], XML.feel("党龄 + 基层 年限"))
        + XML.decision("够格", "boolean", decisions: ["年限合计"], XML.feel("年限合计 >= 10")))
    #expect(text.findings == [])
    try text.check("够格", "{党龄: 6, \"基层 年限\": 4}", gives: "true")
    try text.check("够格", "{党龄: 6, \"基层 年限\": 3}", gives: "false")
    try text.check("年限合计", "{党龄: 6, \"基层 年限\": 3}", gives: "9")
    #expect(text.model?.evaluate("没有", Context()) == nil)
  }

  @Test("没有写进需求的名称不在眼前")
  func notRequired() throws {
    let text = ModelText(XML.input("党龄", "number") + XML.decision("够格", XML.feel("党龄 >= 3")))
    #expect(text.findings.count == 1)
    #expect(text.findings[0].contains("党龄"))
    #expect(try text.value("够格", "{党龄: 6}").hasPrefix("null"))
  }

  @Test("没有给的输入是 null，并说明缺哪一项")
  func missingInput() throws {
    let text = ModelText(
      XML.input("党龄", "number") + XML.input("工龄", "number")
        + XML.decision("加五", "number", inputs: ["党龄", "工龄"], XML.feel("if 党龄 = null then 0 else 党龄 + 5")))
    try text.check("加五", "{工龄: 1}", gives: "0｜PX2559 没有给出输入“党龄”，按 null 计")
    try text.check("加五", "{工龄: 1, 党龄: null}", gives: "0")
  }

  @Test("变量另有名称：求值两个名称都认")
  func variableName() throws {
    let text = ModelText(
      """
      <decision id="d" name="核定 总分"><variable name="总分"/>\(XML.feel("3"))</decision>
      """
        + "<decision id=\"e\" name=\"翻倍\"><informationRequirement><requiredDecision href=\"#d\"/></informationRequirement>"
        + XML.feel("总分 * 2") + "</decision>")
    #expect(text.findings == [])
    try text.check("核定 总分", gives: "3")
    try text.check("总分", gives: "3")
    try text.check("翻倍", gives: "6")
  }

  @Test("业务知识：按位置、按名称调用，参数有类型，可再用别的知识")
  func knowledge() throws {
    let text = ModelText(
      XML.input("分", "number") + XML.knowledge("折半", ["x: number"], XML.feel("x / 2"))
        + XML.knowledge("封顶 折半", ["x: number", "顶: number"], knowledge: ["折半"], XML.feel("min(折半(x), 顶)"))
        + XML.decision("甲", inputs: ["分"], knowledge: ["封顶 折半"], XML.feel("封顶 折半(分, 10)"))
        + XML.decision("乙", inputs: ["分"], knowledge: ["封顶 折半"], XML.feel("封顶 折半(顶: 1, x: 分)"))
        + XML.decision("丙", knowledge: ["折半"], XML.feel("折半(\"十\")")))
    #expect(text.findings == [])
    try text.check("甲", "{分: 30}", gives: "10")
    try text.check("甲", "{分: 8}", gives: "4")
    try text.check("乙", "{分: 30}", gives: "1")
    #expect(try text.value("丙").hasPrefix("null｜PX2550 “\"十\"”不是 number，结果为 null"))
  }

  @Test("函数调用自己：不过深就算得完，过深为 null")
  func recursion() throws {
    let text = ModelText(
      XML.input("n", "number")
        + XML.knowledge("累计", ["自己", "n: number"], XML.feel("if n = 0 then 0 else n + 自己(自己, n - 1)"))
        + XML.decision("合计", inputs: ["n"], knowledge: ["累计"], XML.feel("累计(累计, n)")))
    try text.check("合计", "{n: 10}", gives: "55")
    #expect(try text.value("合计", "{n: 1000}").contains("PX2557 函数与决策相互调用过深"))
  }

  @Test(
    "需求绕成圈：每个圈说一次，指到其中一处",
    arguments: [
      (
        "<decision id='a' name='甲'><informationRequirement>⟦<requiredDecision href='#a'/>⟧</informationRequirement>",
        "甲 → 甲"
      ),
      (
        """
        <decision id='b' name='乙'><informationRequirement><requiredDecision href='#a'/></informationRequirement>
        <literalExpression><text>1</text></literalExpression></decision>
        <decision id='a' name='甲'><informationRequirement>⟦<requiredDecision href='#b'/>⟧</informationRequirement>
        """, "乙 → 甲 → 乙"
      ),
    ])
  func circles(_ marked: String, _ path: String) throws {
    let marked = Marked(ModelText.file(marked + XML.feel("1") + "</decision>"))
    let text = ModelText(file: marked.text)
    #expect(text.findings == ["PX2546 需求绕成了一个圈：\(path)"])
    #expect(text.diagnostics.compactMap { $0.span?.range } == marked.ranges)
    try text.check("甲", gives: "1")
  }

  @Test("又深又套的函数：不用尽栈", arguments: ["list", "feel", "context"])
  func deepAndNested(_ kind: String) throws {
    let call = "自己(自己, n - 1)"
    let (before, after) =
      switch kind {
      case "list": ("<list>", "</list>")
      case "context": ("<context><contextEntry>", "</contextEntry></context>")
      default: ("", "")
      }
    let depth = kind == "context" ? 90 : 180
    let nested = String(repeating: "[", count: 90) + call + String(repeating: "]", count: 90)
    let body =
      String(repeating: before, count: depth) + XML.feel(kind == "feel" ? nested : call)
      + String(repeating: after, count: depth)
    let text = ModelText(
      XML.input("n", "number") + XML.knowledge("套", ["自己", "n: number"], body)
        + XML.decision("结果", inputs: ["n"], knowledge: ["套"], XML.feel("套(套, n)")))
    #expect(text.findings == [])
    #expect(try text.value("结果", "{n: 1000}").contains("PX2557 函数与决策相互调用过深"))
  }

  @Test("一层层的知识都给 null：每层只说一次理由，也不成倍地重算", .timeLimit(.minutes(1)))
  func reasons() throws {
    let count = 60
    let knowledge = (1..<count).map { XML.knowledge("k\($0)", [], knowledge: ["k\($0 + 1)"], XML.feel("k\($0 + 1)()")) }
    let text = ModelText(
      knowledge.joined() + XML.knowledge("k\(count)", [], XML.feel("number(\"十\")"))
        + XML.decision("d", knowledge: ["k1"], XML.feel("k1()")))
    let reasons = try text.value("d").split(separator: "｜").dropFirst()
    #expect(reasons.first?.contains("十") == true)
    #expect(reasons.count <= count + 1)
  }

  @Test("很长的一串决策、很长的一串知识，都不会把栈用尽")
  func longChains() throws {
    let count = 3_000
    let decisions = (1...count).map {
      "<decision id=\"d\($0)\" name=\"d\($0)\"><informationRequirement><requiredDecision href=\"#d\($0 + 1)\"/>"
        + "</informationRequirement>\(XML.feel("1"))</decision>"
    }
    let last = XML.decision("d\(count + 1)", XML.feel("1"))
    #expect(try ModelText(decisions.joined() + last).value("d1").hasPrefix("1"))
    let knowledge = (1...count).map { XML.knowledge("k\($0)", [], knowledge: ["k\($0 + 1)"], XML.feel("1")) }
    let text = ModelText(
      knowledge.joined() + XML.knowledge("k\(count + 1)", [], XML.feel("1"))
        + XML.decision("d", knowledge: ["k1"], XML.feel("k1()")))
    #expect(try text.value("d").hasPrefix("1"))
  }
}
