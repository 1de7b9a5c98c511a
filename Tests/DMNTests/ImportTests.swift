import DMN
import Diagnostics
import FEEL
import Testing

@Suite("导入别的模型") struct ImportTests {
  private static let shared = ModelText(
    XML.item("t级别", "string", allowed: "\"国家\", \"省\"") + XML.input("级别", "t级别")
      + XML.knowledge("折算", ["分: number"], XML.feel("分 / 2"))
      + XML.decision("级别分", "number", inputs: ["级别"], XML.feel("if 级别 = \"国家\" then 10 else 5"))
      + "<decisionService id='定级' name='定级'><outputDecision href='#级别分'/><inputData href='#级别'/></decisionService>",
    namespace: "urn:共用")

  private static func importing(_ name: String, _ body: String, _ others: [ModelText] = [shared]) -> ModelText {
    ModelText("<import name='\(name)' namespace='urn:共用' importType='\(ModelText.dmn15)'/>\n" + body, others: others)
  }

  private static func needs(_ kind: String, _ id: String, _ namespace: String = "urn:共用") -> String {
    let outer = kind == "requiredKnowledge" ? "knowledgeRequirement" : "informationRequirement"
    return "<\(outer)><\(kind) href='\(namespace)#\(id)'/></\(outer)>"
  }

  @Test("决策、输入、知识、服务、类型都用得到，写在导入的名称之下") func everything() throws {
    let text = Self.importing(
      "共用",
      """
      <itemDefinition name="t荣誉"><itemComponent name="级"><typeRef>共用.t级别</typeRef></itemComponent></itemDefinition>
      <inputData id="荣誉" name="荣誉"><variable name="荣誉" typeRef="t荣誉"/></inputData>
      <decision id="d" name="得分"><variable name="得分" typeRef="number"/>
        \(Self.needs("requiredInput", "级别"))\(Self.needs("requiredDecision", "级别分"))
        \(Self.needs("requiredKnowledge", "折算"))\(Self.needs("requiredKnowledge", "定级"))
        <informationRequirement><requiredInput href="#荣誉"/></informationRequirement>
        \(XML.feel("共用.折算(共用.级别分) + 共用.定级(荣誉.级) + (if 共用.级别 = \"省\" then 100 else 0)"))
      </decision>
      """)
    #expect(text.findings == [])
    try text.check("得分", "{共用: {级别: \"省\"}, 荣誉: {级: \"国家\"}}", gives: "112.5")
    try text.check("得分", "{级别: \"国家\", 荣誉: {级: \"省\"}}", gives: "10")
    #expect(try text.value("得分", "{级别: \"市\", 荣誉: {级: \"省\"}}").contains("PX2550 “\"市\"”不是 t级别"))
    #expect(try text.value("得分", "{级别: \"省\", 荣誉: {级: \"市\"}}").contains("PX2550 “{级: \"市\"}”不是 t荣誉"))
  }

  @Test("没有名称的导入：直接用原名（DMN 1.5 §6.3.3）") func nameless() throws {
    let text = Self.importing(
      "",
      """
      <inputData id="x" name="另一级"><variable name="另一级" typeRef="t级别"/></inputData>
      <decision id="d" name="得分">\(Self.needs("requiredDecision", "级别分"))\(Self.needs("requiredKnowledge", "折算"))
        <informationRequirement><requiredInput href="#x"/></informationRequirement>
        \(XML.feel("折算(级别分) + (if 另一级 = null then 0 else 1)"))</decision>
      """)
    #expect(text.findings == [])
    try text.check("得分", "{级别: \"国家\", 另一级: \"省\"}", gives: "6")
    #expect(try text.value("得分", "{级别: \"国家\", 另一级: \"县\"}").hasPrefix("5｜PX2550 “\"县\"”不是 t级别"))
  }

  @Test("1.1 用前缀指另一个模型的类型") func prefixes() throws {
    let text = ModelText(
      file: """
        <definitions xmlns="http://www.omg.org/spec/DMN/20151101/dmn.xsd" xmlns:g="urn:共用" namespace="urn:x" name="x">
        <import namespace="urn:共用" importType="http://www.omg.org/spec/DMN/20151101/dmn.xsd"/>
        <inputData id="i" name="级"><variable name="级" typeRef="g:t级别"/></inputData>
        <decision id="d" name="原样"><informationRequirement><requiredInput href="#i"/></informationRequirement>
          \(XML.feel("级"))</decision>
        </definitions>
        """, others: [Self.shared])
    #expect(text.findings == [])
    try text.check("原样", "{级: \"省\"}", gives: "\"省\"")
    #expect(try text.value("原样", "{级: \"县\"}").hasPrefix("null｜PX2550"))
  }

  @Test("导入的导入：各自的名称各自管") func chain() throws {
    let middle = ModelText(
      """
      <import name="底" namespace="urn:共用" importType="\(ModelText.dmn15)"/>
      <decision id="m" name="加一">\(Self.needs("requiredDecision", "级别分"))\(XML.feel("底.级别分 + 1"))</decision>
      """, namespace: "urn:中", others: [Self.shared])
    let text = ModelText(
      """
      <import name="中" namespace="urn:中" importType="\(ModelText.dmn15)"/>
      <decision id="d" name="加二">\(Self.needs("requiredDecision", "m", "urn:中"))\(XML.feel("中.加一 + 1"))</decision>
      """, others: [Self.shared, middle])
    #expect(text.findings == [])
    try text.check("加二", "{中: {底: {级别: \"国家\"}}}", gives: "12")
    try text.check("加二", "{级别: \"省\"}", gives: "7")
  }

  @Test("找不到模型、绕成圈、没有导入就引用") func faults() throws {
    let missing = Self.importing("共用", "", [])
    #expect(missing.findings == ["PX2543 找不到要导入的模型“共用”（urn:共用）"])
    #expect(missing.diagnostics.first?.span?.start == Position(line: 2, column: 1))

    let back = ModelText("<import name='回' namespace='\(ModelText.namespace)'/>", namespace: "urn:共用")
    let circle = Self.importing("去", XML.decision("甲", XML.feel("1")), [back])
    #expect(circle.findings == ["PX2544 导入“回”绕成了一个圈"])
    try circle.check("甲", gives: "1")

    let itself = ModelText("<import name='自己' namespace='\(ModelText.namespace)'/>")
    #expect(itself.findings == ["PX2544 导入“自己”绕成了一个圈"])

    let unsaid = ModelText(
      "<decision id='d' name='甲'>\(Self.needs("requiredDecision", "级别分"))\(XML.feel("1"))</decision>",
      others: [Self.shared])
    #expect(unsaid.findings == ["PX2540 模型中没有编号为“级别分”的元素"])
  }

  @Test("导入的模型里的错，指到它自己的文件") func places() {
    var log = DiagnosticLog()
    let broken = Source(
      name: "别的.dmn", text: ModelText.file(XML.decision("坏", XML.feel("1 +")), namespace: "urn:共用"))
    let main = Source(name: "主.dmn", text: ModelText.file("<import name='共用' namespace='urn:共用'/>"))
    _ = DecisionModel(reading: main, others: [broken], log: &log)
    #expect(log.diagnostics.map { $0.span?.source.name } == ["别的.dmn"])
  }
}
