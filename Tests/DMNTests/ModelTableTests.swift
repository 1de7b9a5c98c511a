import DMN
import Diagnostics
import FEEL
import Testing

/// Decision tables as a model's XML writes them.
@Suite("模型里的决策表") struct ModelTableTests {
  /// Rows `10 | 省 => 3`; inputs 次数 (number) and 级别 (string), one output.
  private func table(_ attributes: String, _ rows: [String], output: String = "", typed: String = "number") -> ModelText
  {
    ModelText(
      XML.input("次数", "number") + XML.input("级别", "string")
        + XML.decision(
          "分", inputs: ["次数", "级别"],
          """
          <decisionTable \(attributes)>
          <input label="获奖次数"><inputExpression typeRef="number"><text>次数</text></inputExpression></input>
          <input><inputExpression typeRef="string"><text>级别</text></inputExpression></input>
          <output typeRef="\(typed)">\(output)</output>
          \(rows.map(rule).joined(separator: "\n"))
          </decisionTable>
          """))
  }

  private func rule(_ row: String) -> String {
    let parts = row.split(separator: "=>").map(String.init)
    let tests = parts[0].split(separator: "|").map { "<inputEntry><text>\($0)</text></inputEntry>" }
    let outputs = parts[1].split(separator: "|").map { "<outputEntry><text>\($0)</text></outputEntry>" }
    return "<rule>\(tests.joined())\(outputs.joined())</rule>"
  }

  private let overlapping = ["&gt;= 3 | - => 6", "&gt;= 2 | \"省\" => 4", "- | \"省\" => 4", "&gt;= 9 | \"国家\" => 9"]
  private let ranking = "<outputValues><text>9, 4, 6</text></outputValues>"

  @Test(
    "每种命中方式",
    arguments: [
      // 3 次、省: rows 1, 2, 3. 2 次、省: rows 2, 3. 9 次、国家: rows 1, 4. 1 次、市: none.
      ("hitPolicy='UNIQUE'", 3, "省", "null｜PX2555 命中方式 unique 只许一行相符，第 1、2、3 行都符合"),
      ("hitPolicy='UNIQUE'", 3, "市", "6"), ("", 3, "市", "6"), ("", 1, "市", "null"),
      ("hitPolicy='ANY'", 2, "省", "4"), ("hitPolicy='ANY'", 1, "市", "null"),
      ("hitPolicy='ANY'", 3, "省", "null｜PX2556 命中方式 any 要求结果相同，第 1、2、3 行的结果不同"),
      ("hitPolicy='FIRST'", 3, "省", "6"), ("hitPolicy='FIRST'", 2, "省", "4"), ("hitPolicy='FIRST'", 1, "市", "null"),
      ("hitPolicy='PRIORITY'", 3, "省", "4"), ("hitPolicy='PRIORITY'", 9, "国家", "9"),
      ("hitPolicy='PRIORITY'", 1, "市", "null"),
      ("hitPolicy='RULE ORDER'", 3, "省", "[6, 4, 4]"), ("hitPolicy='RULE ORDER'", 9, "国家", "[6, 9]"),
      ("hitPolicy='OUTPUT ORDER'", 3, "省", "[4, 4, 6]"), ("hitPolicy='OUTPUT ORDER'", 9, "国家", "[9, 6]"),
      ("hitPolicy='COLLECT'", 3, "省", "[6, 4, 4]"), ("hitPolicy='COLLECT'", 3, "市", "[6]"),
      ("hitPolicy='COLLECT' aggregation='SUM'", 3, "省", "14"), ("hitPolicy='COLLECT' aggregation='MIN'", 3, "省", "4"),
      ("hitPolicy='COLLECT' aggregation='MAX'", 9, "国家", "9"), ("hitPolicy='COLLECT' aggregation='COUNT'", 3, "省", "3"),
      ("hitPolicy='COLLECT' aggregation='SUM'", 1, "市", "null"),
    ])
  func policies(_ attributes: String, _ count: Int, _ level: String, _ value: String) throws {
    let text = table(attributes, overlapping, output: ranking)
    #expect(text.findings == [])
    try text.check("分", "{次数: \(count), 级别: \"\(level)\"}", gives: value)
  }

  @Test(
    "没有一行相符时的缺省结果",
    arguments: [
      ("UNIQUE", "0"), ("FIRST", "0"), ("ANY", "0"), ("PRIORITY", "0"), ("COLLECT", "[0]"), ("RULE ORDER", "[0]"),
      ("OUTPUT ORDER", "[0]"), ("COLLECT' aggregation='SUM", "0"), ("COLLECT' aggregation='COUNT", "0"),
    ])
  func defaults(_ policy: String, _ value: String) throws {
    let text = table(
      "hitPolicy='\(policy)'", ["&gt;= 3 | - => 6"],
      output: ranking + "<defaultOutputEntry><text>0</text></defaultOutputEntry>")
    #expect(text.findings == [])
    let answer = try text.value("分", "{次数: 1, 级别: \"市\"}")
    // Whether the default of a list is the value or a list of it, the standard leaves open; we give the value.
    #expect(answer == value || "[\(answer)]" == value)
  }

  @Test("没有要求的格子写 -，几个值用逗号，not、区间、日期、问号") func cells() throws {
    let text = table(
      "hitPolicy='FIRST'",
      [
        "- | \"国家\", \"省\" => 1", "not(1, 2) | not(\"市\") => 2", "[3..5] | - => 3", "? = 9 and 级别 != null | - => 4",
        "null | - => 5", "- | - => 6",
      ])
    for (count, level, value) in [
      ("1", "\"省\"", "1"), ("3", "\"县\"", "2"), ("3", "\"市\"", "3"), ("9", "\"市\"", "4"), ("null", "\"市\"", "5"),
      ("1", "\"县\"", "6"), ("1", "null", "6"),
    ] {
      try text.check("分", "{次数: \(count), 级别: \(level)}", gives: value)
    }
  }

  @Test("输入的允许取值：不在之内为 null 并说明，null 不受限") func inputValues() throws {
    let text = ModelText(
      XML.input("级别")
        + XML.decision(
          "分", inputs: ["级别"],
          """
          <decisionTable hitPolicy="FIRST">
          <input label="荣誉级别"><inputExpression><text>级别</text></inputExpression>
            <inputValues><text>"国家", "省"</text></inputValues></input>
          <output/>
          \(rule("\"国家\" => 9"))\(rule("- => 1"))
          </decisionTable>
          """))
    #expect(text.findings == [])
    try text.check("分", "{级别: \"国家\"}", gives: "9")
    try text.check("分", "{级别: \"省\"}", gives: "1")
    try text.check("分", "{级别: null}", gives: "1")
    try text.check("分", "{级别: \"市\"}", gives: "null｜PX2554 “\"市\"”不在“荣誉级别”允许的取值之内")
  }

  private func wide(_ attributes: String, _ outputs: String, _ rows: [String]) -> ModelText {
    ModelText(
      XML.input("次数", "number")
        + XML.decision(
          "结果", inputs: ["次数"],
          """
          <decisionTable \(attributes)><input><inputExpression><text>次数</text></inputExpression></input>
          \(outputs)\(rows.map(rule).joined())</decisionTable>
          """))
  }

  @Test("几个结果合成情境，缺省各有各的") func severalOutputs() throws {
    let text = wide(
      "hitPolicy='UNIQUE'",
      """
      <output name="等次" typeRef="string"><defaultOutputEntry><text>"无"</text></defaultOutputEntry></output>
      <output name="奖 金" typeRef="number"/>
      """, ["&gt;= 5 => \"一等\" | 1000", "[3..5) => \"二等\" | \"五百\""])
    #expect(text.findings == [])
    try text.check("结果", "{次数: 6}", gives: "{等次: \"一等\", 奖 金: 1000}")
    try text.check("结果", "{次数: 1}", gives: "{等次: \"无\", 奖 金: null}")
    try text.check("结果", "{次数: 3}", gives: "{等次: \"二等\", 奖 金: null}｜PX2550 “\"五百\"”不是 number，结果为 null")
  }

  @Test("几个结果按取值表排先后：先看前一个，再看后一个") func rankedOutputs() throws {
    let outputs = """
      <output name="等次"><outputValues><text>"一等", "二等"</text></outputValues></output>
      <output name="奖金"><outputValues><text>1000, 500, 100</text></outputValues></output>
      """
    let rows = ["&gt;= 1 => \"二等\" | 1000", "&gt;= 2 => \"一等\" | 100", "&gt;= 3 => \"一等\" | 500"]
    let priority = wide("hitPolicy='PRIORITY'", outputs, rows)
    #expect(priority.findings == [])
    try priority.check("结果", "{次数: 9}", gives: "{等次: \"一等\", 奖金: 500}")
    try priority.check("结果", "{次数: 1}", gives: "{等次: \"二等\", 奖金: 1000}")
    let ordered = wide("hitPolicy='OUTPUT ORDER'", outputs, rows)
    try ordered.check(
      "结果", "{次数: 9}", gives: "[{等次: \"一等\", 奖金: 500}, {等次: \"一等\", 奖金: 100}, {等次: \"二等\", 奖金: 1000}]")
  }

  @Test("汇总文字、日期、不可比的值") func aggregates() throws {
    func gives(_ aggregation: String, _ values: String...) throws -> String {
      try wide("hitPolicy='COLLECT' aggregation='\(aggregation)'", "<output/>", values.map { "- => \($0)" })
        .value("结果", "{次数: 1}")
    }
    #expect(try gives("MAX", "date(\"2025-01-01\")", "date(\"2025-03-01\")") == "date(\"2025-03-01\")")
    #expect(try gives("MIN", "\"乙\"", "\"丙\"") == "\"丙\"")
    #expect(try gives("MAX", "1", "\"乙\"").hasPrefix("null"))
    #expect(try gives("SUM", "1", "null").hasPrefix("null"))
    #expect(try gives("COUNT", "\"乙\"", "null") == "2")
  }

  @Test("没有行、没有输入的表") func small() throws {
    try wide("", "<output/>", []).check("结果", "{次数: 1}", gives: "null")
    let text = ModelText(
      XML.decision(
        "结果", "<decisionTable><output/><rule><outputEntry><text>7</text></outputEntry></rule></decisionTable>"))
    #expect(text.findings == [])
    try text.check("结果", gives: "7")
  }

  @Test(
    "表写错了：指到哪里，说什么",
    arguments: [
      ("hitPolicy='LAST'", ["- | - => 1"], "PX2531 没有“LAST”这种命中方式"),
      ("hitPolicy='COLLECT' aggregation='AVG'", ["- | - => 1"], "PX2531 没有“AVG”这种命中方式"),
      ("hitPolicy='PRIORITY'", ["- | - => 1"], "PX2511 命中方式“priority”按结果取值表排先后，但没有给出结果取值表"),
      ("", ["- => 1"], "PX2502 这一行有 1 格条件，而表头有 2 个输入"),
      ("", ["- | - => 1 | 2"], "PX2503 这一行有 2 个结果，应为 1 个"),
    ])
  func broken(_ attributes: String, _ rows: [String], _ finding: String) throws {
    let text = table(attributes, rows)
    #expect(text.findings == [finding])
    #expect(text.diagnostics.allSatisfy { $0.span?.source == text.source })
    _ = try text.value("分", "{次数: 1, 级别: \"省\"}")
  }

  @Test("多个结果不能汇总") func aggregatedOutputs() {
    let text = wide("hitPolicy='COLLECT' aggregation='SUM'", "<output name='a'/><output name='b'/>", ["- => 1 | 2"])
    #expect(text.findings == ["PX2512 有多个结果的表不能汇总（sum）"])
  }

  @Test("多个结果要各有名称") func namelessOutputs() {
    let text = wide("", "<output name='a'/><output/>", ["- => 1 | 2"])
    #expect(text.findings == ["PX2528 “output”没有名称"])
  }
}
