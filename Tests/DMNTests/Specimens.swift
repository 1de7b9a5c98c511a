/// Models that between them hold every construct, for tests that damage them.
enum Specimens {
  static let shared = ModelText.file(
    XML.item("t级别", "string", allowed: "\"国家\", \"省\", \"市\"") + "\n"
      + XML.knowledge("折算", ["分: number"], XML.feel("分 / 2")),
    namespace: "urn:共用")

  /// Values for whatever inputs a model has.
  static let inputs = """
    {党龄: 12, 级别: "省", 荣誉: [{级别: "省", 取得日期: date("2025-03-01"), 分: 3}, {级别: "国家", 取得日期: null, 分: 9}],
    民主测评: 88.5}
    """

  static let all = [decisions, boxed, tables, shared]

  private static let decisions = ModelText.file(
    """
    <import name="共用" namespace="urn:共用" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>
    <itemDefinition name="t荣誉" isCollection="false">
      <itemComponent name="级别"><typeRef>共用.t级别</typeRef></itemComponent>
      <itemComponent name="取得日期"><typeRef>date</typeRef></itemComponent>
      <itemComponent name="分"><typeRef>t分</typeRef></itemComponent>
    </itemDefinition>
    <itemDefinition name="t荣誉表" isCollection="true"><typeRef>t荣誉</typeRef>
      <typeConstraint><text>count(?) &lt;= 20</text></typeConstraint></itemDefinition>
    <itemDefinition name="t分"><typeRef>number</typeRef><allowedValues><text>[0..100]</text></allowedValues></itemDefinition>
    <itemDefinition name="t算法"><functionItem outputTypeRef="number"><parameters name="x" typeRef="t分"/></functionItem>
    </itemDefinition>
    \(XML.input("党龄", "number"))
    \(XML.input("荣誉", "t荣誉表"))
    \(XML.input("民主测评", "t分"))
    \(XML.decision("荣誉分", "t分", inputs: ["荣誉"], XML.feel("sum(for 项 in 荣誉 return 项.分)")))
    <decision id="总分" name="总分"><variable name="总分" typeRef="t分"/>
      <informationRequirement><requiredDecision href="#荣誉分"/></informationRequirement>
      <informationRequirement><requiredInput href="#民主测评"/></informationRequirement>
      <knowledgeRequirement><requiredKnowledge href="urn:共用#折算"/></knowledgeRequirement>
      <literalExpression><text><![CDATA[if 荣誉分 < 60 then 荣誉分 + 共用.折算(民主测评) else]]> 100 <!-- 封顶 --></text></literalExpression>
    </decision>
    <decisionService id="评定" name="评定"><outputDecision href="#总分"/><encapsulatedDecision href="#荣誉分"/>
      <inputData href="#民主测评"/><inputData href="#荣誉"/></decisionService>
    \(XML.decision("试评", inputs: ["荣誉"], knowledge: ["评定"], XML.feel("评定(80, 荣誉)")))
    """)

  private static let boxed = ModelText.file(
    """
    \(XML.input("党龄", "number"))
    \(XML.knowledge("封顶", ["x: number", "顶: number"], XML.feel("min(x, 顶)")))
    <decision id="d1" name="综合"><knowledgeRequirement><requiredKnowledge href="#封顶"/></knowledgeRequirement>
      <informationRequirement><requiredInput href="#党龄"/></informationRequirement>
      <context>
        <contextEntry><variable name="年限分" typeRef="number"/><invocation>\(XML.feel("封顶"))
          <binding><parameter name="x"/>\(XML.feel("党龄"))</binding><binding><parameter name="顶"/>\(XML.feel("10"))</binding>
        </invocation></contextEntry>
        <contextEntry><variable name="名单"/><relation><column name="姓名"/><column name="分" typeRef="number"/>
          <row>\(XML.feel("\"张航\""))\(XML.feel("90"))</row><row>\(XML.feel("\"李明\""))\(XML.feel("年限分"))</row>
        </relation></contextEntry>
        <contextEntry><variable name="加倍"/><functionDefinition kind="FEEL">\(XML.formal(["y: number"]))\(XML.feel("y * 2"))
        </functionDefinition></contextEntry>
        <contextEntry><variable name="高分"/><filter><in>\(XML.feel("名单"))</in><match>\(XML.feel("分 &gt;= 60"))</match></filter>
        </contextEntry>
        <contextEntry><variable name="逐个"/><for iteratorVariable="i"><in>\(XML.feel("[1..3]"))</in>
          <return>\(XML.feel("加倍(i) + count(partial)"))</return></for></contextEntry>
        <contextEntry><variable name="都够"/><every iteratorVariable="n"><in>\(XML.feel("名单"))</in>
          <satisfies>\(XML.feel("n.分 &gt; 0"))</satisfies></every></contextEntry>
        <contextEntry><variable name="有高分"/><some iteratorVariable="n"><in>\(XML.feel("名单"))</in>
          <satisfies>\(XML.feel("n.分 &gt; 80"))</satisfies></some></contextEntry>
        <contextEntry><conditional><if>\(XML.feel("都够 and 有高分"))</if><then><list>\(XML.feel("逐个"))\(XML.feel("高分"))</list>
          </then><else>\(XML.feel("null"))</else></conditional></contextEntry>
      </context>
    </decision>
    """, version: "https://www.omg.org/spec/DMN/20211108/MODEL/")

  private static let tables = ModelText.file(
    (["UNIQUE", "ANY", "PRIORITY", "FIRST", "RULE ORDER", "OUTPUT ORDER", "COLLECT"] + ["SUM", "MIN", "MAX", "COUNT"])
      .map { policy in
        let isAggregation = ["SUM", "MIN", "MAX", "COUNT"].contains(policy)
        return XML.decision(
          policy, inputs: ["党龄", "级别"],
          """
          <decisionTable hitPolicy="\(isAggregation ? "COLLECT\" aggregation=\"\(policy)" : policy)">
            <input label="党龄"><inputExpression typeRef="number"><text>党龄</text></inputExpression></input>
            <input><inputExpression><text>级别</text></inputExpression>
              <inputValues><text>"国家", "省", "市"</text></inputValues></input>
            <output name="分" typeRef="number"><outputValues><text>9, 6, 3</text></outputValues>
              <defaultOutputEntry><text>0</text></defaultOutputEntry></output>
            <rule><inputEntry><text>&gt;= 10</text></inputEntry><inputEntry><text>-</text></inputEntry>
              <outputEntry><text>6</text></outputEntry></rule>
            <rule><inputEntry><text>[3..20]</text></inputEntry><inputEntry><text>not("市")</text></inputEntry>
              <outputEntry><text>9</text></outputEntry></rule>
          </decisionTable>
          """)
      }
      .joined(separator: "\n") + "\n" + XML.input("党龄", "number") + "\n" + XML.input("级别", "string"),
    version: "http://www.omg.org/spec/DMN/20180521/MODEL/")
}
