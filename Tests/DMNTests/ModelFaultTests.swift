import DMN
import Diagnostics
import FEEL
import Testing

/// Well-formed files that are no good models. ⟦⟧ stand around what is pointed at.
@Suite("写错的模型") struct ModelFaultTests {
  private static let one = XML.feel("1")

  @Test(
    "指到原处",
    arguments: [
      // References.
      (
        "PX2540 模型中没有编号为“没有”的元素",
        "<decision id='d' name='甲'><informationRequirement>⟦<requiredInput href='#没有'/>⟧</informationRequirement>\(one)</decision>"
      ),
      (
        "PX2540 模型中没有编号为“”的元素",
        "<decision name='甲'><informationRequirement>⟦<requiredDecision href='#'/>⟧</informationRequirement>\(one)</decision>"
      ),
      (
        "PX2527 “requiredKnowledge”没有写明指向哪个元素（href）",
        "<decision id='d' name='甲'><knowledgeRequirement>⟦<requiredKnowledge/>⟧</knowledgeRequirement>\(one)</decision>"
      ),
      (
        "PX2527 “requiredInput”没有写明指向哪个元素（href）",
        "<decision id='d' name='甲'><informationRequirement>⟦<requiredInput href='甲'/>⟧</informationRequirement>\(one)</decision>"
      ),
      ("PX2540 模型中没有编号为“x”的元素", "<decisionService id='s' name='服务'>⟦<outputDecision href='#x'/>⟧</decisionService>"),
      // Names and ids.
      ("PX2528 “decision”没有名称", "⟦<decision id='d'>⟧\(one)</decision>"),
      ("PX2528 “inputData”没有名称", "⟦<inputData id='i' name=' '/>⟧"),
      ("PX2528 “itemDefinition”没有名称", "⟦<itemDefinition>⟧<typeRef>number</typeRef></itemDefinition>"),
      ("PX2542 “甲”出现了两次", "<decision id='d' name='甲'>\(one)</decision>⟦<decision id='e' name='甲'>⟧\(one)</decision>"),
      ("PX2542 “甲”出现了两次", "<inputData id='e' name='甲'/>⟦<decision id='d' name='甲'>⟧\(one)</decision>"),
      (
        "PX2542 “t甲”出现了两次",
        "<itemDefinition name='t甲'><typeRef>number</typeRef></itemDefinition>⟦<itemDefinition name='t甲'>⟧<typeRef>string</typeRef></itemDefinition>"
      ),
      (
        "PX2549 编号“d”出现了两次，引用它的只找得到前一个",
        "<decision id='d' name='甲'>\(one)</decision>⟦<decision id='d' name='乙'>⟧\(one)</decision>"
      ),
      // What is missing in an expression.
      ("PX2529 “literalExpression”里没有表达式", "<decision id='d' name='甲'>⟦<literalExpression/>⟧</decision>"),
      (
        "PX2529 “contextEntry”里没有表达式",
        "<decision id='d' name='甲'><context>⟦<contextEntry>⟧<variable name='a'/></contextEntry></context></decision>"
      ),
      (
        "PX2529 “encapsulatedLogic”里没有表达式",
        "<businessKnowledgeModel id='k' name='甲'>⟦<encapsulatedLogic/>⟧</businessKnowledgeModel>"
      ),
      (
        "PX2529 “functionDefinition”里没有表达式",
        "<decision id='d' name='甲'>⟦<functionDefinition>⟧<formalParameter name='a'/></functionDefinition></decision>"
      ),
      (
        "PX2529 “conditional”里没有表达式",
        "<decision id='d' name='甲'>⟦<conditional>⟧<if>\(one)</if><then>\(one)</then></conditional></decision>"
      ),
      (
        "PX2529 “then”里没有表达式",
        "<decision id='d' name='甲'><conditional><if>\(one)</if>⟦<then/>⟧<else>\(one)</else></conditional></decision>"
      ),
      ("PX2529 “match”里没有表达式", "<decision id='d' name='甲'><filter><in>\(one)</in>⟦<match/>⟧</filter></decision>"),
      ("PX2529 “invocation”里没有表达式", "<decision id='d' name='甲'>⟦<invocation/>⟧</decision>"),
      ("PX2528 “for”没有名称", "<decision id='d' name='甲'>⟦<for>⟧<in>\(one)</in><return>\(one)</return></for></decision>"),
      (
        "PX2529 “input”里没有表达式",
        "<decision id='d' name='甲'><decisionTable>⟦<input>⟧</input><output/></decisionTable></decision>"
      ),
      (
        "PX2529 “inputEntry”里没有表达式",
        "<decision id='d' name='甲'><decisionTable><input><inputExpression><text>1</text></inputExpression></input><output/>"
          + "<rule>⟦<inputEntry/>⟧<outputEntry><text>1</text></outputEntry></rule></decisionTable></decision>"
      ),
      (
        "PX2529 “outputEntry”里没有表达式",
        "<decision id='d' name='甲'><decisionTable><output/><rule>⟦<outputEntry/>⟧</rule></decisionTable></decision>"
      ),
      // Names that stand twice, and parts that do not fit.
      (
        "PX2542 “a”出现了两次",
        "<decision id='d' name='甲'><context><contextEntry><variable name='a'/>\(one)</contextEntry>"
          + "<contextEntry>⟦<variable name='a'/>⟧\(one)</contextEntry></context></decision>"
      ),
      (
        "PX2542 “a”出现了两次",
        "<decision id='d' name='甲'><functionDefinition><formalParameter name='a'/>⟦<formalParameter name='a'/>⟧\(one)"
          + "</functionDefinition></decision>"
      ),
      (
        "PX2542 “a”出现了两次",
        "<decision id='d' name='甲'><relation><column name='a'/>⟦<column name='a'/>⟧<row>\(one)\(one)</row></relation>"
          + "</decision>"
      ),
      (
        "PX2533 这一行有 2 格，而表头有 1 列",
        "<decision id='d' name='甲'><relation><column name='a'/>⟦<row>⟧\(one)\(one)</row></relation></decision>"
      ),
      (
        "PX2528 “binding”没有名称",
        "<decision id='d' name='甲'><invocation>\(XML.feel("abs"))⟦<binding>⟧\(one)</binding></invocation></decision>"
      ),
      // Other languages than FEEL.
      (
        "PX2532 这个表达式用 juel 写成：只认 FEEL",
        "<decision id='d' name='甲'>⟦<literalExpression expressionLanguage='juel'>⟧<text>${1}</text></literalExpression>"
          + "</decision>"
      ),
    ])
  func faults(_ finding: String, _ body: String) throws {
    let marked = Marked(ModelText.file(body))
    let text = ModelText(file: marked.text)
    #expect(text.findings == [finding])
    #expect(text.diagnostics.compactMap { $0.span?.range } == marked.ranges)
    for decision in text.model?.decisionNames ?? [] { _ = try text.value(decision) }
  }

  @Test("整个模型的语言：写明 FEEL 的照读，别的不读") func languages() throws {
    func text(_ language: String) -> ModelText {
      ModelText(
        file: """
          <definitions xmlns="\(ModelText.dmn15)" namespace="urn:x" name="x" expressionLanguage="\(language)">
          \(XML.decision("甲", XML.feel("1 + 1")))
          </definitions>
          """)
    }
    for language in ["https://www.omg.org/spec/DMN/20230324/FEEL/", "http://www.omg.org/spec/FEEL/20140401", "feel"] {
      try text(language).check("甲", gives: "2")
    }
    let other = text("http://www.java.com/java")
    #expect(other.findings == ["PX2532 这个表达式用 http://www.java.com/java 写成：只认 FEEL"])
    try other.check("甲", gives: "null")
  }

  @Test("没有逻辑的决策与知识：读得进来，求值时说明") func noLogic() throws {
    let text = ModelText(
      "<decision id='d' name='甲'/><businessKnowledgeModel id='k' name='乙'/>"
        + XML.decision("丙", decisions: ["d"], XML.feel("甲"))
        + XML.decision("丁", knowledge: ["k"], XML.feel("乙()")))
    #expect(text.findings == [])
    try text.check("甲", gives: "null｜PX2560 “甲”没有写明逻辑，结果为 null")
    #expect(try text.value("丙").hasPrefix("null｜PX2560 “甲”没有写明逻辑，结果为 null"))
    #expect(try text.value("丁").hasPrefix("null｜PX2560 “乙”没有写明逻辑，结果为 null"))
  }

  @Test("一处写错，其余照算") func restIsFine() throws {
    let text = ModelText(
      XML.decision("坏", XML.feel("1 +")) + XML.decision("好", XML.feel("2"))
        + XML.decision("用坏的", decisions: ["坏"], XML.feel("if 坏 = null then \"无\" else \"有\"")))
    #expect(text.findings.count == 1)
    try text.check("好", gives: "2")
    try text.check("坏", gives: "null")
    try text.check("用坏的", gives: "\"无\"")
  }

  /// The place of a fault in FEEL, to the sign, however the XML writes the text.
  @Test(
    "FEEL 里的错指到 XML 里的字",
    arguments: [
      ("<text>⟦没有的名称⟧ + 1</text>", 3, 28),
      ("<text>1 + ⟦没有⟧</text>", 3, 32),
      ("<text>\n  1 &lt; 2 and\n  ⟦没有⟧ &gt; 1\n</text>", 5, 3),
      ("<text>\r\n  1 &lt; 2 and\r\n  ⟦没有⟧ &gt; 1</text>", 5, 3),
      ("<text><![CDATA[1 < 2 and ⟦没有⟧]]></text>", 3, 47),
      ("<text><![CDATA[1 < 2 and\n\n ⟦没有⟧]]></text>", 5, 2),
      ("<text>1 &lt; 2 <!-- 注 <x> --> and <![CDATA[⟦没有⟧]]> = 3</text>", 3, 65),
      ("<text>\"&#x4E2D;&#20013;&amp;\" = ⟦没有⟧</text>", 3, 54),
      ("<text>⟦&#x6CA1;&#x6709;⟧ + 1</text>", 3, 28),
      ("<text>1 + ⟦&#x00006CA1;有⟧</text>", 3, 32),
      ("<text>1 + <?编辑器 注?>⟦没有⟧</text>", 3, 41),
    ])
  func places(_ body: String, _ line: Int, _ column: Int) throws {
    let marked = Marked(
      ModelText.file("<decision id=\"甲\" name=\"甲\">\n  <literalExpression>\(body)</literalExpression></decision>"))
    let span = try #require(ModelText(file: marked.text).diagnostics.first?.span)
    #expect(span.range == marked.ranges[0])
    #expect(span.start == Position(line: line, column: column))
  }

  @Test("格子、取值、类型限制里的错也指到字") func placesOfCells() throws {
    let marked = Marked(
      ModelText.file(
        """
        <itemDefinition name="t"><typeRef>number</typeRef>
          <allowedValues><text>&gt;= ⟦零⟧</text></allowedValues></itemDefinition>
        <inputData id="i" name="次数"/>
        <decision id="d" name="分"><informationRequirement><requiredInput href="#i"/></informationRequirement>
        <decisionTable>
          <input><inputExpression><text>⟦次敷⟧</text></inputExpression></input>
          <output/>
          <rule><inputEntry><text>&gt;= ⟦十⟧</text></inputEntry><outputEntry><text>⟦甲⟧ + 1</text></outputEntry></rule>
        </decisionTable></decision>
        """))
    let text = ModelText(file: marked.text)
    #expect(text.diagnostics.compactMap { $0.span?.range } == marked.ranges)
  }

  @Test("没有写错也有的话：文字原样，实体、CDATA、换行都还原") func contents() throws {
    let text = ModelText(
      XML.decision("甲", XML.feel("\"&lt;&#x4E2D;&#65;&apos;&#x00004E2D;\" + <![CDATA[\"<&lt;\"]]> <!-- 注 -->"))
        + XML.decision("乙", XML.feel("\"一\r\n二\""))
        + XML.decision("丙", XML.feel("<![CDATA[\"一\r\n二\"]]>")))
    #expect(text.findings == [])
    try text.check("甲", gives: "\"<中A'中<&lt;\"")
    try text.check("乙", gives: "\"一\\n二\"")
    try text.check("丙", gives: "\"一\\n二\"")
  }
}
