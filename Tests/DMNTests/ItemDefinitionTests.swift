import DMN
import Diagnostics
import FEEL
import Testing

@Suite("类型定义") struct ItemDefinitionTests {
  private static let definitions =
    XML.item("t等次", "string", allowed: "\"一等\", \"二等\", \"三等\"") + XML.item("t百分", "number", allowed: "[0..100]")
    + XML.item("t测评分", "t百分", allowed: "&gt;= 60")
      + """
      <itemDefinition name="t荣誉">
        <itemComponent name="级别"><typeRef>string</typeRef>
          <allowedValues><text>"国家", "省"</text></allowedValues></itemComponent>
        <itemComponent name="取得 日期"><typeRef>date</typeRef></itemComponent>
        <itemComponent name="名次"><typeRef>t百分</typeRef></itemComponent>
      </itemDefinition>
      <itemDefinition name="t荣誉表" isCollection="true"><typeRef>t荣誉</typeRef></itemDefinition>
      <itemDefinition name="t等次表" isCollection="true"><typeRef>string</typeRef>
        <allowedValues><text>"一等", "二等"</text></allowedValues></itemDefinition>
      <itemDefinition name="t三项" isCollection="true"><typeRef>number</typeRef>
        <typeConstraint><text>count(?) = 3</text></typeConstraint></itemDefinition>
      <itemDefinition name="t短名"><typeRef>string</typeRef>
        <typeConstraint><text>string length(?) &lt;= 4</text></typeConstraint></itemDefinition>
      <itemDefinition name="t班组">
        <itemComponent name="名称"><typeRef>string</typeRef></itemComponent>
        <itemComponent name="组长"><itemComponent name="姓名"><typeRef>string</typeRef></itemComponent></itemComponent>
        <itemComponent name="荣誉" isCollection="true"><typeRef>t荣誉</typeRef></itemComponent>
      </itemDefinition>
      <itemDefinition name="t单位">
        <itemComponent name="名称"><typeRef>string</typeRef></itemComponent>
        <itemComponent name="下属" isCollection="true"><typeRef>t单位</typeRef></itemComponent>
      </itemDefinition>
      <itemDefinition name="t算法">
        <functionItem outputTypeRef="number"><parameters name="分" typeRef="number"/></functionItem>
      </itemDefinition>
      <itemDefinition name="t日期"><typeRef>dateTime</typeRef></itemDefinition>
      """

  /// What an input of a type makes of a value; what does not conform is null, and the reason says so.
  private func check(_ type: String, _ value: String, gives: String) throws {
    let text = ModelText(
      Self.definitions + XML.input("值", type) + XML.decision("原样", inputs: ["值"], XML.feel("值")))
    #expect(text.findings == [])
    try text.check("原样", "{值: \(value)}", gives: gives)
  }

  @Test(
    "取值在允许之内的原样通过",
    arguments: [
      ("t等次", "\"一等\""), ("t等次", "null"), ("t百分", "0"), ("t百分", "100"), ("t测评分", "60"),
      ("t荣誉", "{级别: \"省\", \"取得 日期\": date(\"2025-03-01\"), 名次: 1}"),
      ("t荣誉", "{级别: null, \"取得 日期\": null, 名次: null}"),
      ("t荣誉表", "[]"), ("t荣誉表", "[{级别: \"国家\", \"取得 日期\": date(\"2025-03-01\"), 名次: 1}]"),
      ("t等次表", "[\"一等\", \"二等\", \"一等\"]"), ("t三项", "[1, 2, 3]"), ("t短名", "\"红星班组\""),
      (
        "t班组",
        "{名称: \"焊接班\", 组长: {姓名: \"张航\"}, 荣誉: [{级别: \"省\", \"取得 日期\": date(\"2025-03-01\"), 名次: 1}]}"
      ),
      ("t单位", "{名称: \"总厂\", 下属: [{名称: \"一车间\", 下属: []}, {名称: \"二车间\", 下属: []}]}"),
    ])
  func conforming(_ type: String, _ value: String) throws {
    try check(type, value, gives: value.replacing("\"取得 日期\":", with: "取得 日期:"))
  }

  @Test(
    "不在允许之内、少了成分、种类不对：null 并说明",
    arguments: [
      ("t等次", "\"四等\""), ("t等次", "1"), ("t百分", "100.5"), ("t百分", "-1"), ("t测评分", "59"), ("t测评分", "101"),
      ("t荣誉", "{级别: \"市\", 取得 日期: date(\"2025-03-01\"), 名次: 1}"),
      ("t荣誉", "{级别: \"省\", 取得 日期: \"三月\", 名次: 1}"),
      ("t荣誉", "{级别: \"省\", 取得 日期: date(\"2025-03-01\"), 名次: 101}"),
      ("t荣誉", "{级别: \"省\", 名次: 1}"), ("t荣誉", "\"省\""),
      ("t荣誉表", "[{级别: \"市\", 取得 日期: date(\"2025-03-01\"), 名次: 1}]"),
      ("t等次表", "[\"一等\", \"三等\"]"), ("t三项", "[1, 2]"), ("t三项", "[1, 2, \"三\"]"), ("t短名", "\"红星先锋班组\""),
      ("t班组", "{名称: \"焊接班\", 组长: {姓名: 1}, 荣誉: []}"), ("t班组", "{名称: \"焊接班\", 组长: {}, 荣誉: []}"),
      ("t单位", "{名称: \"总厂\", 下属: [{名称: \"一车间\", 下属: [{名称: 1, 下属: []}]}]}"), ("t算法", "1"),
    ])
  func violating(_ type: String, _ value: String) throws {
    let written = value.replacing("取得 日期:", with: "\"取得 日期\":")
    try check(type, written, gives: "null｜PX2550 “\(value)”不是 \(type)，结果为 null")
  }

  @Test(
    "隐含的转换：一个值成表，只有一个值的表成值，日期成零点（DMN 1.5 §10.3.2.9.4）",
    arguments: [
      ("t等次表", "\"一等\"", "[\"一等\"]"), ("t等次", "[\"一等\"]", "\"一等\""),
      ("t日期", "date(\"2025-03-01\")", "date and time(\"2025-03-01T00:00:00Z\")"),
    ])
  func conversions(_ type: String, _ value: String, _ result: String) throws {
    try check(type, value, gives: result)
  }

  @Test("决策的结果也要合变量的类型") func results() throws {
    let text = ModelText(Self.definitions + XML.decision("等次", "t等次", XML.feel("\"特等\"")))
    try text.check("等次", gives: "null｜PX2550 “\"特等\"”不是 t等次，结果为 null")
  }

  @Test("表达式自己的类型也要合") func ownType() throws {
    let text = ModelText(
      XML.decision("分", "<literalExpression typeRef=\"number\"><text>\"十\"</text></literalExpression>"))
    try text.check("分", gives: "null｜PX2550 “\"十\"”不是 number，结果为 null")
  }

  @Test("函数类型：参数个数要合，可以传来用") func functions() throws {
    let text = ModelText(
      Self.definitions + XML.knowledge("套用", ["算法: t算法", "分: number"], XML.feel("算法(分)"))
        + XML.decision("加倍", knowledge: ["套用"], XML.feel("套用(function(分) 分 * 2, 4)"))
        + XML.decision("不合", knowledge: ["套用"], XML.feel("套用(function(a, b) a + b, 4)")))
    #expect(text.findings == [])
    try text.check("加倍", gives: "8")
    #expect(try text.value("不合").hasPrefix("null｜PX2550 “function(a, b)”不是 t算法"))
  }

  @Test("FEEL 里用类型的名称") func instanceOf() throws {
    let text = ModelText(
      Self.definitions
        + XML.decision("是", XML.feel("[\"一等\" instance of t等次, 100 instance of t百分, [] instance of t等次表]")))
    #expect(text.findings == [])
    try text.check("是", gives: "[true, true, true]")
  }

  @Test(
    "没有的类型，指到写它的地方，并猜是哪个",
    arguments: [
      (
        XML.item("t等次", "string") + "<inputData id='i' name='甲'>⟦<variable name='甲' typeRef='t等级'/>⟧</inputData>", "t等级"
      ),
      ("⟦<itemDefinition name=\"t甲\">⟧<typeRef>numbr</typeRef></itemDefinition>", "numbr"),
      (
        "<itemDefinition name='t甲'>⟦<itemComponent name='乙'>⟧<typeRef>strin</typeRef></itemComponent></itemDefinition>",
        "strin"
      ),
    ])
  func unknownTypes(_ body: String, _ name: String) {
    let marked = Marked(ModelText.file(body))
    let text = ModelText(file: marked.text)
    #expect(text.findings == ["PX2541 没有名为“\(name)”的类型"])
    #expect(text.diagnostics.compactMap { $0.span?.range } == marked.ranges)
    #expect(text.diagnostics.first?.notes.count == 1)
  }

  @Test(
    "类型只拿自己当自己：说明白，不绕圈子",
    arguments: [
      ("⟦<itemDefinition name='a'>⟧<typeRef>a</typeRef></itemDefinition>", "a"),
      (
        "⟦<itemDefinition name='a'>⟧<typeRef>b</typeRef></itemDefinition><itemDefinition name='b'><typeRef>a</typeRef>"
          + "</itemDefinition>", "a"
      ),
    ])
  func circular(_ body: String, _ type: String) throws {
    let marked = Marked(
      ModelText.file(body + XML.input("值", type) + XML.decision("原样", inputs: ["值"], XML.feel("值"))))
    let text = ModelText(file: marked.text)
    #expect(text.findings == ["PX2548 类型“a”绕了一圈又是它自己"])
    #expect(text.diagnostics.compactMap { $0.span?.range } == marked.ranges)
    try text.check("原样", "{值: 1}", gives: "1")
    try text.check("原样", "{值: [1]}", gives: "[1]")
  }

  @Test("表里还是自己的类型，没有值放得进，也不绕圈子") func circularLists() throws {
    let text = ModelText(
      "<itemDefinition name='a' isCollection='true'><typeRef>a</typeRef></itemDefinition>" + XML.input("值", "a")
        + XML.decision("原样", inputs: ["值"], XML.feel("值")))
    #expect(text.findings == [])
    try text.check("原样", "{值: [[], [[]]]}", gives: "[[], [[]]]")
    #expect(try text.value("原样", "{值: 1}").hasPrefix("null｜PX2550"))
  }

  @Test("一层层加倍的类型、互相包含的类型，都读得完", .timeLimit(.minutes(1))) func explosion() throws {
    func definition(_ name: String, _ components: [String]) -> String {
      let parts = components.enumerated().map {
        "<itemComponent name=\"c\($0)\"><typeRef>\($1)</typeRef></itemComponent>"
      }
      return "<itemDefinition name=\"\(name)\">\(parts.joined())</itemDefinition>"
    }
    let doubling = (0..<60).map { definition("t\($0)", ["t\($0 + 1)", "t\($0 + 1)"]) }.joined()
    let names = (0..<15).map { "m\($0)" }
    let mutual = names.map { definition($0, names) }.joined()
    let text = ModelText(
      doubling + XML.item("t60", "number") + mutual + XML.input("甲", "t0") + XML.input("乙", "m0")
        + XML.decision("加", inputs: ["甲", "乙"], XML.feel("if 甲 = null and 乙 = null then 1 else 2")))
    #expect(text.findings == [])
    try text.check("加", "{甲: null, 乙: null}", gives: "1")
  }

  @Test("isCollection 也可以写成 1") func oneIsTrue() throws {
    let text = ModelText(
      "<itemDefinition name='a' isCollection='1'><typeRef>number</typeRef></itemDefinition>" + XML.input("值", "a")
        + XML.decision("原样", inputs: ["值"], XML.feel("值")))
    try text.check("原样", "{值: 1}", gives: "[1]")
  }
}
