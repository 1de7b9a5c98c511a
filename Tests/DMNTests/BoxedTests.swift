import DMN
import Diagnostics
import FEEL
import Testing

@Suite("盒式表达式") struct BoxedTests {
  /// The value of a decision with this logic, and why it is null; nothing is to be found in the model itself.
  private func check(
    _ logic: String, _ inputs: [(name: String, type: String?, value: String)] = [], gives: String
  ) throws {
    let text = ModelText(
      inputs.map { XML.input($0.name, $0.type) }.joined()
        + XML.decision("结果", inputs: inputs.map(\.name), logic))
    #expect(text.findings == [])
    let values = inputs.map { "\($0.name): \($0.value)" }.joined(separator: ", ")
    try text.check("结果", "{\(values)}", gives: gives)
  }

  private func entry(_ name: String, _ feel: String, _ type: String? = nil) -> String {
    "<contextEntry>\(XML.variable(name, type))\(XML.feel(feel))</contextEntry>"
  }

  // MARK: Contexts, lists, relations

  @Test("情境：后面的条目用得到前面的") func context() throws {
    try check(
      "<context>\(entry("基础 分", "60"))\(entry("加分", "基础 分 / 10"))\(entry("合计", "基础 分 + 加分", "number"))</context>",
      gives: "{基础 分: 60, 加分: 6, 合计: 66}")
    try check("<context/>", gives: "{}")
  }

  @Test("情境的结果条目：只给它的值") func contextResult() throws {
    let result = "<contextEntry>\(XML.feel("基础 * 2"))</contextEntry>"
    try check("<context>\(entry("基础", "21"))\(result)</context>", gives: "42")
    try check("<context>\(result.replacing("基础 * 2", with: "\"无\""))</context>", gives: "\"无\"")
  }

  @Test("情境里套情境、表、函数") func nested() throws {
    try check(
      """
      <context>
        <contextEntry><variable name="内"/><context>\(entry("甲", "1"))\(entry("乙", "甲 + 1"))</context></contextEntry>
        <contextEntry><variable name="加倍"/><functionDefinition>\(XML.formal(["x: number"]))\(XML.feel("x * 内.乙"))
          </functionDefinition></contextEntry>
        <contextEntry>\(XML.feel("[内.甲, 加倍(5)]"))</contextEntry>
      </context>
      """, gives: "[1, 10]")
  }

  @Test("条目的值不合它的类型，只有它是 null") func entryType() throws {
    try check(
      "<context>\(entry("甲", "\"十\"", "number"))\(entry("乙", "2"))</context>",
      gives: "{甲: null, 乙: 2}｜PX2550 “\"十\"”不是 number，结果为 null")
  }

  @Test("表与关系") func lists() throws {
    try check(
      "<list>\(XML.feel("1"))\(XML.feel("\"甲\""))<list>\(XML.feel("2"))</list></list>", gives: "[1, \"甲\", [2]]")
    try check("<list/>", gives: "[]")
    let row = { (name: String, score: String) in "<row>\(XML.feel(name))\(XML.feel(score))</row>" }
    try check(
      """
      <relation><column name="姓名" typeRef="string"/><column name="得 分" typeRef="number"/>
        \(row("\"张航\"", "90"))\(row("\"李明\"", "80 + 5"))</relation>
      """, gives: "[{姓名: \"张航\", 得 分: 90}, {姓名: \"李明\", 得 分: 85}]")
    try check("<relation><column name=\"姓名\"/></relation>", gives: "[]")
    try check(
      "<relation><column name=\"得分\" typeRef=\"number\"/><row>\(XML.feel("\"九十\""))</row></relation>",
      gives: "[{得分: null}]｜PX2550 “\"九十\"”不是 number，结果为 null")
  }

  // MARK: Functions

  private func invocation(_ function: String, _ bindings: [(String, String?)]) -> String {
    let parts = bindings.map { "<binding><parameter name=\"\($0)\"/>\($1.map(XML.feel) ?? "")</binding>" }
    return "<invocation>\(function)\(parts.joined())</invocation>"
  }

  @Test("调用：按参数名给值，不给就是 null") func invocations() throws {
    let function = "<functionDefinition>\(XML.formal(["甲: number", "乙"]))\(XML.feel("[甲, 乙]"))</functionDefinition>"
    try check(invocation(function, [("乙", "2"), ("甲", "1")]), gives: "[1, 2]")
    try check(invocation(function, [("甲", "1")]), gives: "[1, null]")
    try check(invocation(function, [("甲", "1"), ("乙", nil)]), gives: "[1, null]")
    try check(invocation(function, [("丙", "1")]), gives: "null｜PX2552 函数没有参数“丙”，有的是：甲、乙")
    try check(invocation(XML.feel("3"), [("甲", "1")]), gives: "null｜PX2551 要调用的不是函数")
    try check(invocation(XML.feel("sum"), [("list", "[1, 2]")]), gives: "3")
    try check(
      invocation(function, [("甲", "\"一\"")]), gives: "null｜PX2550 “\"一\"”不是 number，结果为 null")
  }

  @Test("函数定义是值：记得周围的名称，各写各的参数") func functionDefinitions() throws {
    try check(
      """
      <context>
        \(entry("折扣", "0.5"))
        <contextEntry><variable name="打折"/><functionDefinition>\(XML.formal(["分", "次"]))
          <functionDefinition>\(XML.formal(["再"]))\(XML.feel("分 * 折扣 + 次 + 再"))</functionDefinition>
        </functionDefinition></contextEntry>
        <contextEntry>\(XML.feel("打折(10, 1)(100)"))</contextEntry>
      </context>
      """, gives: "106")
  }

  @Test(
    "用 Java、PMML 写的函数拒绝运行，指到函数处",
    arguments: [("Java", "java.lang.Math", "max(double,double)"), ("PMML", "模型.pmml", "评分")])
  func foreign(_ kind: String, _ place: String, _ method: String) throws {
    let body = """
      <context><contextEntry><variable name="class"/>\(XML.feel("\"\(place)\""))</contextEntry>
      <contextEntry><variable name="method signature"/>\(XML.feel("\"\(method)\""))</contextEntry></context>
      """
    let marked = Marked(
      ModelText.file(
        """
        <businessKnowledgeModel id="k" name="外来"><encapsulatedLogic kind="\(kind)">\(XML.formal(["a", "b"]))\(body)
        </encapsulatedLogic></businessKnowledgeModel>
        <decision id="d" name="甲"><knowledgeRequirement><requiredKnowledge href="#k"/></knowledgeRequirement>
        \(XML.feel("外来(1, 2)"))</decision>
        <decision id="e" name="乙"><context><contextEntry><variable name="f"/>
        ⟦<functionDefinition kind="\(kind)">⟧\(XML.formal(["a"]))\(body)</functionDefinition></contextEntry>
        <contextEntry>\(XML.feel("f(1)"))</contextEntry></context></decision>
        """))
    let text = ModelText(file: marked.text)
    let sentence = "PX2545 用 \(kind) 写的函数不能运行：只运行 FEEL 写的函数"
    #expect(text.findings == [sentence, sentence])
    #expect(text.diagnostics[0].span?.range == marked.ranges[0])
    #expect(text.diagnostics[0].text(.en) == "a function written in \(kind) is not run: only those in FEEL are")
    #expect(text.diagnostics[1].span?.text == "<encapsulatedLogic kind=\"\(kind)\">")
    #expect(try text.value("甲").hasPrefix("null"))
    #expect(try text.value("乙").hasPrefix("null"))
  }

  @Test("FEEL 里写的 Java 函数也拒绝") func foreignInFEEL() throws {
    let java = "function(a) external {java: {class: \"java.lang.Math\", method signature: \"abs(double)\"}}"
    let text = ModelText(XML.decision("甲", XML.feel("(\(java))(1)")))
    #expect(text.findings.count == 1)
    #expect(text.findings.first?.hasPrefix("PX2020") == true)
    #expect(try text.value("甲").hasPrefix("null"))
  }

  @Test("不认识的函数种类") func unknownKind() {
    let text = ModelText(
      XML.decision("甲", "<functionDefinition kind=\"Python\">\(XML.feel("1"))</functionDefinition>"))
    #expect(text.findings == ["PX2530 没有“Python”这种函数，只有 FEEL、Java、PMML"])
  }
}
