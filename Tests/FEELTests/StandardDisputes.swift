import FEEL
import Testing

/// Examples of chapter 10 that do not hold: by the standard's own rules, by the conformance kit, or because we read
/// them differently. What the text says stands beside what comes out.
@Suite("标准的例子：不成立的") struct StandardDisputes {
  struct Dispute: CustomTestStringConvertible {
    let line: String
    let said: String
    let reason: String

    init(_ line: String, says said: String, _ reason: String) {
      self.line = line
      self.said = said
      self.reason = reason
    }

    var testDescription: String { "\(line)（标准所写：\(said)；\(reason)）" }
  }

  @Test(
    "写着另一个结果",
    arguments: [
      Dispute(
        "get entries({key1: \"value1\"})[key = \"key1\"].value = \"value1\" => null", says: "true",
        "§10.3.2.6：过滤之后是列表，列表与文字不同类，依表 53 为 null"),
      Dispute(
        "date and time(\"2012-03-07Z\").year => null", says: "2012",
        "§10.3.2.15：依 §10.3.4.1，日期之后要有时间才能有时区"),
      Dispute("time(\"23:59:00z\") => null", says: "time(\"23:59:00Z\")", "§10.3.4.1：XML Schema 只用大写 Z"),
      Dispute(
        "is(time(\"23:00:50z\"), time(\"23:00:50+00:00\")) => false", says: "true", "§10.3.4.6：XML Schema 只用大写 Z"),
      Dispute("1.2e3 => 1200", says: "不合语法", "§10.3.2.3.1：一致性测试集 0068 用了指数的写法"),
      Dispute(
        "\"\\U01F40E\" = \"ὀ\" => false", says: "true", "§10.3.2.3.2：U+1F40E 是 🐎，ὀ 是 U+1F40"),
      Dispute("log(10) = 2.30258509299 => false", says: "true", "§10.3.4.5：表 76 只写了前 12 位"),
      Dispute("exp(5) = 148.413159102577 => false", says: "true", "§10.3.4.5：表 76 只写了前 15 位"),
    ])
  func otherResults(_ dispute: Dispute) { check(dispute.line) }

  @Test(
    "名称里的符号两边加了空格，就是运算",
    arguments: [
      Dispute("a - b => 4", says: "名称 a-b 的值 10", "§10.3.1.6：写规则的人加了空格，要的是减"),
      Dispute("x + y => 5", says: "名称 x+y 的值 10", "§10.3.1.4：同上"),
    ])
  func spacedNames(_ dispute: Dispute) {
    let values: [(String, Value)] = [
      ("a", .number(7)), ("b", .number(3)), ("a-b", .number(10)), ("x", .number(2)), ("y", .number(3)),
      ("x+y", .number(10)),
    ]
    check(dispute.line, in: World(values))
  }
}
