import DMN
import FEEL
import Testing

@Suite("盒式的条件、筛选与逐个") struct ControlTests {
  private func check(_ logic: String, gives: String) throws {
    let text = ModelText(XML.decision("结果", logic))
    #expect(text.findings == [])
    try text.check("结果", gives: gives)
  }

  @Test(
    "条件：null 当否，不是是否的没有结果（DMN 1.5 §10.2.2.9）",
    arguments: [
      ("true", "\"是\""), ("1 &gt; 2", "\"否\""), ("null", "\"否\""),
      ("\"也许\"", "null｜PX2558 “\"也许\"”不是条件（是或否），结果为 null"),
    ])
  func conditional(_ condition: String, _ value: String) throws {
    let logic = """
      <conditional><if>\(XML.feel(condition))</if><then>\(XML.feel("\"是\""))</then><else>\(XML.feel("\"否\""))</else>
      </conditional>
      """
    let text = ModelText(XML.decision("结果", logic))
    let reasons = try text.value("结果").split(separator: "｜")
    #expect(([reasons[0]] + reasons.filter { $0.hasPrefix("PX2558") }).joined(separator: "｜") == value)
  }

  private func filter(_ list: String, _ match: String) -> String {
    "<filter><in>\(XML.feel(list))</in><match>\(XML.feel(match))</match></filter>"
  }

  @Test(
    "筛选：条件、成分的名称、次序、单个值",
    arguments: [
      ("[1, 5, 10]", "item &gt;= 5", "[5, 10]"), ("[{分: 1}, {分: 9}]", "分 &gt; 5", "[{分: 9}]"),
      ("[{分: 1}, {分: 9}]", "item.分 &gt; 5", "[{分: 9}]"), ("[1, 5, 10]", "2", "5"), ("[1, 5, 10]", "-1", "10"),
      ("[1, 5, 10]", "4", "null"), ("[1, 5, 10]", "0", "null"), ("[]", "true", "[]"), ("5", "item = 5", "[5]"),
      ("[1, null]", "item &gt; 0", "[1]"), ("null", "true", "null"),
      ("[1]", "-9223372036854775808", "null"), ("[1]", "1.5", "null"), ("[1]", "10**40", "null"),
    ])
  func filters(_ list: String, _ match: String, _ value: String) throws {
    let text = ModelText(XML.decision("结果", filter(list, match)))
    #expect(try text.value("结果").split(separator: "｜").first.map(String.init) == value)
  }

  @Test("筛选的条件不是是否：没有结果") func badFilter() throws {
    let text = ModelText(XML.decision("结果", filter("[1]", "\"甲\"")))
    #expect(try text.value("结果").hasSuffix("null｜PX2558 “\"甲\"”不是条件（是或否），结果为 null"))
  }

  private func iteration(_ kind: String, _ variable: String, _ list: String, _ body: String) -> String {
    let inner = kind == "for" ? "return" : "satisfies"
    return
      "<\(kind) iteratorVariable=\"\(variable)\"><in>\(XML.feel(list))</in><\(inner)>\(XML.feel(body))</\(inner)></\(kind)>"
  }

  @Test(
    "逐个：表、区间、日期、单个值、已得的部分",
    arguments: [
      ("[1, 2, 3]", "项 * 2", "[2, 4, 6]"), ("[1..3]", "项", "[1, 2, 3]"), ("(1..3)", "项", "[2]"), ("(1..2)", "项", "[]"),
      ("[date(\"2025-02-27\")..date(\"2025-03-01\")]", "string(项)", "[\"2025-02-27\", \"2025-02-28\", \"2025-03-01\"]"),
      ("7", "项 + 1", "[8]"), ("[]", "项", "[]"), ("[1, 2, 3]", "项 + sum(partial)", "[null, null, null]"),
      ("[1, 2, 3]", "项 + count(partial)", "[1, 3, 5]"),
    ])
  func forEach(_ list: String, _ body: String, _ value: String) throws {
    let text = ModelText(XML.decision("结果", iteration("for", "项", list, body)))
    #expect(try text.value("结果").split(separator: "｜").first.map(String.init) == value)
  }

  @Test(
    "没有东西可逐个",
    arguments: [
      "null", "[1.5..3]", "[1..1000000000000]", "[-9223372036854775807..9223372036854775807]",
      "(9223372036854775807..9223372036854775807]", "[\"a\"..\"c\"]",
    ])
  func nothingToIterate(_ list: String) throws {
    let text = ModelText(XML.decision("结果", iteration("for", "项", list, "项")))
    #expect(try text.value("结果").hasPrefix("null｜"))
    #expect(try text.value("结果").contains("PX2553 要逐个查看的列表没有值"))
  }

  @Test(
    "有一个、每一个",
    arguments: [
      ("some", "[1, 9]", "项 &gt; 5", "true"), ("some", "[1, 2]", "项 &gt; 5", "false"),
      ("some", "[]", "项 &gt; 5", "false"),
      ("every", "[6, 9]", "项 &gt; 5", "true"), ("every", "[1, 9]", "项 &gt; 5", "false"),
      ("every", "[]", "项 &gt; 5", "true"), ("some", "[null, 9]", "项 &gt; 5", "true"),
      ("some", "[null, 1]", "项 &gt; 5", "null"), ("every", "[null, 9]", "项 &gt; 5", "null"),
      ("every", "[null, 1]", "项 &gt; 5", "false"), ("every", "[1]", "项", "null"), ("some", "[1]", "项", "null"),
    ])
  func quantified(_ kind: String, _ list: String, _ body: String, _ value: String) throws {
    let text = ModelText(XML.decision("结果", iteration(kind, "项", list, body)))
    #expect(try text.value("结果").split(separator: "｜").first.map(String.init) == value)
  }

  @Test("逐个里套筛选，用得到外面的名称") func nested() throws {
    let inner = """
      <filter><in>\(XML.feel("[1, 2, 3]"))</in><match>\(XML.feel("item &lt; 线"))</match></filter>
      """
    try check(
      "<for iteratorVariable=\"线\"><in>\(XML.feel("[2, 3]"))</in><return>\(inner)</return></for>",
      gives: "[[1], [1, 2]]")
  }
}
