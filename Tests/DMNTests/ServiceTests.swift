import DMN
import FEEL
import Testing

@Suite("决策服务") struct ServiceTests {
  private let text = ModelText(
    XML.input("党龄", "number") + XML.input("民主测评", "number")
      + XML.decision("年限分", "number", inputs: ["党龄"], XML.feel("min(党龄, 10)"))
      + XML.decision("测评分", "number", inputs: ["民主测评"], XML.feel("民主测评 / 10"))
      + XML.decision("总分", "number", decisions: ["年限分", "测评分"], XML.feel("年限分 + 测评分"))
      + XML.decision("等次", "string", decisions: ["总分"], XML.feel("if 总分 >= 15 then \"一等\" else \"二等\""))
        + """
        <decisionService id="评定" name="评定"><variable name="评定"/>
          <outputDecision href="#等次"/><outputDecision href="#总分"/>
          <encapsulatedDecision href="#年限分"/><encapsulatedDecision href="#测评分"/>
          <inputData href="#党龄"/><inputData href="#民主测评"/>
        </decisionService>
        <decisionService id="只评等次" name="只评等次"><variable name="只评等次" typeRef="string"/>
          <outputDecision href="#等次"/><encapsulatedDecision href="#总分"/>
          <inputDecision href="#年限分"/><inputData href="#民主测评"/><inputDecision href="#测评分"/>
        </decisionService>
        """
      + XML.decision("试评", knowledge: ["只评等次"], XML.feel("只评等次(100, 5, 9)"))
      + XML.decision("按名试评", knowledge: ["只评等次"], XML.feel("只评等次(测评分: 1, 年限分: 2, 民主测评: 0)"))
      + XML.decision(
        "盒式试评", knowledge: ["评定"],
        """
        <invocation>\(XML.feel("评定"))
          <binding><parameter name="党龄"/>\(XML.feel("4"))</binding>
          <binding><parameter name="民主测评"/>\(XML.feel("90"))</binding>
        </invocation>
        """))

  @Test("几个输出合成一个情境；封装在内的决策照算") func outputs() throws {
    #expect(text.findings == [])
    #expect(try text.value(service: "评定", "{党龄: 12, 民主测评: 85}") == "{等次: \"一等\", 总分: 18.5}")
    try text.check("盒式试评", gives: "{等次: \"二等\", 总分: 13}")
  }

  @Test("给定的输入决策不再算；先输入数据，后输入决策") func inputDecisions() throws {
    #expect(try text.value(service: "只评等次", "{年限分: 10, 测评分: 5, 党龄: 0, 民主测评: 0}") == "\"一等\"")
    #expect(try text.value(service: "只评等次", "{年限分: 9, 测评分: 5, 民主测评: 0}") == "\"二等\"")
    // 100 is the input data 民主测评, which nobody asks for once 测评分 is given.
    try text.check("试评", gives: "\"二等\"")
    try text.check("按名试评", gives: "\"二等\"")
    #expect(text.model?.evaluate(service: "没有", Context()) == nil)
  }

  @Test("不合类型的参数使服务没有结果") func badArgument() throws {
    #expect(
      try text.value(service: "评定", "{党龄: \"十年\", 民主测评: 85}").hasPrefix("null｜PX2550 “\"十年\"”不是 number"))
  }

  @Test("决策里服务看不见外面的值") func isolated() throws {
    let text = ModelText(
      XML.input("分", "number") + XML.decision("甲", inputs: ["分"], XML.feel("分"))
        + """
        <decisionService id="服务" name="服务"><outputDecision href="#甲"/></decisionService>
        """
        + XML.decision("乙", inputs: ["分"], knowledge: ["服务"], XML.feel("[分, 服务()]")))
    #expect(try text.value("乙", "{分: 7}").hasPrefix("[7, null]"))
  }

  @Test("没有输出决策的服务，说明白") func noOutput() {
    let text = ModelText("<decisionService id=\"s\" name=\"空\"/>" + XML.decision("甲", XML.feel("1")))
    #expect(text.findings == ["PX2547 决策服务“空”没有输出决策"])
  }
}
