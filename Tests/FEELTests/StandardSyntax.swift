import FEEL
import Testing

/// The examples of DMN 1.5 §10.2 and §10.3.1. All suites that begin with `Standard` hold expressions and results of
/// chapter 10 of the standard; those that cannot hold are in `StandardDisputes`.
@Suite("标准的例子：写法") struct StandardSyntax {
  private static let world = World([
    ("Phone Number", .number(1)), ("Income+Expenses", .number(2)), ("a", .number(7)), ("b", .number(3)),
    ("a-b", .number(10)), ("what if?", .number(11)), ("Profit and loss", .number(12)), ("Profit", .boolean(true)),
    ("loss", .boolean(true)),
  ])

  @Test(
    "区间的比较　DMN 1.5 §10.2.2.1，表 39",
    arguments: [
      "5 in (<=5) => true", "5 in ((5..10]) => false", "5 in ([5..10]) => true", "5 in (4, 5, 6) => true",
      "5 in (<5, >5) => false", "@\"2012-12-31\" in ((@\"2012-12-25\"..@\"2013-02-14\")) => true",
    ])
  func comparisons(_ line: String) { check(line) }

  @Test(
    "数　DMN 1.5 §10.2.2.2，表 40",
    arguments: [
      "decimal(1, 2) => 1", ".25 + .2 => 0.45", ".10 * 30.00 => 3", "1 + 3/2*2 - 2**3 => -4",
      "1/3 => 0.3333333333333333333333333333333333", "decimal(1/3, 2) => 0.33", "1 = 1.000 => true",
      "1.01/2 => 0.505", "decimal(0.505, 2) => 0.5", "decimal(0.515, 2) => 0.52", "1.0*10**3 => 1000",
    ])
  func numbers(_ line: String) { check(line) }

  @Test(
    "表中所写的尾数 0　DMN 1.5 §10.2.2.2，表 40",
    arguments: [
      "decimal(1, 2) = 1.00 => true", ".10 * 30.00 = 3.0000 => true", "1 + 3/2*2 - 2**3 = -4.0 => true",
      "decimal(0.505, 2) = 0.50 => true", "1.0*10**3 = 1000.0 => true",
    ])
  func trailingZeros(_ line: String) { check(line) }

  @Test(
    "优先与结合，注释　DMN 1.5 §10.3.1.2",
    arguments: [
      "1 + 2 * 3 => 7", "1 + 2 < 4 => true", "8 - 4 - 2 => 2", "8 - 4 + 2 => 6", "1 + 1 // 至行末\n => 2",
      "1 /* 中间 */ + 1 => 2",
    ])
  func precedence(_ line: String) { check(line) }

  @Test(
    "嵌套的列表，路径不拆　DMN 1.5 §10.3.1.5",
    arguments: [
      "[{a: {b: [1]}}, {a: {b: [2.1, 2.2]}}, {a: {b: [3]}}, {a: {b: [4, 5]}}].a.b => [[1], [2.1, 2.2], [3], [4, 5]]",
      "[{b: [1]}, {b: [2.1, 2.2]}, {b: [3]}, {b: [4, 5]}].b => [[1], [2.1, 2.2], [3], [4, 5]]",
      "flatten([[1], [2.1, 2.2], [3], [4, 5]]) => [1, 2.1, 2.2, 3, 4, 5]",
    ])
  func nestedLists(_ line: String) { check(line) }

  @Test(
    "名称是记号的序列，空白多少都一样　DMN 1.5 §10.3.1.4",
    arguments: [
      "Phone Number => 1", "Phone   Number => 1", "Phone\n Number => 1", "Income+Expenses => 2",
    ])
  func spaces(_ line: String) { check(line, in: Self.world) }

  @Test(
    "像运算的名称，取最长的　DMN 1.5 §10.3.1.6",
    arguments: [
      "a-b => 10", "(a)-(b) => 4", "what if? => 11", "Profit and loss => 12", "Profit and loss + 1 => 13",
      "{what if?: 1, r: what if? + 1}.r => 2",
    ])
  func ambiguity(_ line: String) { check(line, in: Self.world) }
}
