import DMN
import Diagnostics
import FEEL
import Testing

/// The namespaces of the MODEL schemas, DMN 1.1 to 1.5.
@Suite("DMN 的各个版本") struct VersionTests {
  private static let namespaces: [(String, Definitions.Version)] = [
    ("http://www.omg.org/spec/DMN/20151101/dmn.xsd", .dmn11),
    ("http://www.omg.org/spec/DMN/20151101/MODEL/", .dmn11),
    ("http://www.omg.org/spec/DMN/20180521/MODEL/", .dmn12),
    ("https://www.omg.org/spec/DMN/20191111/MODEL/", .dmn13),
    ("https://www.omg.org/spec/DMN/20211108/MODEL/", .dmn14),
    ("https://www.omg.org/spec/DMN/20230324/MODEL/", .dmn15),
  ]

  private static let body =
    XML.item("t级别", "string", allowed: "\"国家\", \"省\", \"市\"") + XML.input("级别", "t级别") + XML.input("次数", "number")
    + XML.knowledge("折算", ["分: number"], XML.feel("分 * 0.5"))
    + XML.decision(
      "荣誉分", "number", inputs: ["级别", "次数"], knowledge: ["折算"],
      """
      <decisionTable hitPolicy="FIRST">
        <input><inputExpression typeRef="string"><text>级别</text></inputExpression></input>
        <input><inputExpression typeRef="number"><text>次数</text></inputExpression></input>
        <output><defaultOutputEntry><text>0</text></defaultOutputEntry></output>
        <rule><inputEntry><text>"国家"</text></inputEntry><inputEntry><text>-</text></inputEntry>
          <outputEntry><text>折算(10)</text></outputEntry></rule>
        <rule><inputEntry><text>"省"</text></inputEntry><inputEntry><text>&gt;= 2</text></inputEntry>
          <outputEntry><text>3</text></outputEntry></rule>
      </decisionTable>
      """)

  @Test("同一个模型，各版本结果相同", arguments: namespaces)
  func same(_ namespace: String, _ version: Definitions.Version) throws {
    let text = ModelText(Self.body, version: namespace)
    #expect(text.findings == [])
    #expect(text.model?.definitions.version == version)
    #expect(text.model?.decisionNames == ["荣誉分"])
    try text.check("荣誉分", "{级别: \"国家\", 次数: 1}", gives: "5")
    try text.check("荣誉分", "{级别: \"省\", 次数: 2}", gives: "3")
    try text.check("荣誉分", "{级别: \"市\", 次数: 9}", gives: "0")
    try text.check("荣誉分", "{级别: \"区\", 次数: 9}", gives: "0｜PX2550 “\"区\"”不是 t级别，结果为 null")
  }

  @Test("同一个模型，元素带前缀也一样", arguments: namespaces)
  func prefixed(_ namespace: String, _ version: Definitions.Version) throws {
    let text = ModelText(
      file: """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- 评选 -->
        <d:definitions xmlns:d="\(namespace)" xmlns:图="https://example.org/图" name="评选" namespace="urn:x">
          <d:decision id="a" name="等次">
            <d:extensionElements><图:decision name="不算"/></d:extensionElements>
            <d:literalExpression><图:text>不算</图:text><d:text>"一等"</d:text></d:literalExpression>
          </d:decision>
        </d:definitions>
        """)
    #expect(text.findings == [])
    #expect(text.model?.definitions.version == version)
    try text.check("等次", gives: "\"一等\"")
  }

  @Test("1.1 写限定名的类型：语言自己的，本模型的")
  func qualifiedNames() throws {
    let text = ModelText(
      file: """
        <definitions xmlns="http://www.omg.org/spec/DMN/20151101/dmn.xsd" namespace="urn:本" name="评选"
            xmlns:feel="http://www.omg.org/spec/FEEL/20140401" xmlns:own="urn:本">
          <itemDefinition name="t分"><typeRef>feel:number</typeRef>
            <allowedValues><text>[0..100]</text></allowedValues></itemDefinition>
          <inputData id="i" name="分"><variable name="分" typeRef="own:t分"/></inputData>
          <decision id="d" name="加一"><variable name="加一" typeRef="feel:number"/>
            <informationRequirement><requiredInput href="#i"/></informationRequirement>
            <literalExpression><text>分 + 1</text></literalExpression></decision>
        </definitions>
        """)
    #expect(text.findings == [])
    try text.check("加一", "{分: 99}", gives: "100")
    #expect(try text.value("加一", "{分: 101}").hasPrefix("null｜PX2550 “101”不是 t分"))
  }

  @Test(
    "不认识的命名空间，说清是哪个",
    arguments: [
      "https://www.omg.org/spec/DMN/20240513/MODEL/", "http://www.omg.org/spec/DMN/20130901", "urn:别的", "",
    ])
  func unknown(_ namespace: String) {
    let text = ModelText(Self.body, version: namespace)
    #expect(text.model == nil)
    #expect(text.findings == ["PX2526 这不是 DMN 1.1 至 1.5 的模型：根元素是“definitions”，命名空间是“\(namespace)”"])
    #expect(text.diagnostics.first?.span?.start == Position(line: 1, column: 1))
  }

  @Test("根元素不是 definitions")
  func otherRoot() {
    let text = ModelText(file: "\n<html xmlns=\"\(ModelText.dmn15)\"/>")
    #expect(text.model == nil)
    #expect(text.findings == ["PX2526 这不是 DMN 1.1 至 1.5 的模型：根元素是“html”，命名空间是“\(ModelText.dmn15)”"])
    #expect(text.diagnostics.first?.span?.start == Position(line: 2, column: 1))
  }
}
