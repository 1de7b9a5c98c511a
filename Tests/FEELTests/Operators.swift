import FEEL
import Testing

@Suite("运算") struct Operators {
  @Test(
    "字面值",
    arguments: [
      "1.50 => 1.5", ".5 => 0.5", "1.5e3 => 1500", "\"甲\\n\\u4e59\\\"\" => \"甲\\n乙\\\"\"",
      "\"\\uD83D\\uDE00\" => \"😀\"",
      "\"\\U01F600\" => \"😀\"", "true => true", "null => null", "@\"2025-01-01\" => date(\"2025-01-01\")",
      "@\"P1Y2M\" => duration(\"P1Y2M\")", "@\"12:30:00\" => time(\"12:30:00\")",
      "@\"2025-01-01T12:30:00+08:00\" => date and time(\"2025-01-01T12:30:00+08:00\")", "1 // 注\n + 2 => 3",
      "1 /* 注 */ + 2 => 3",
      "[1, \"a\", null] => [1, \"a\", null]", "{甲: 1, \"b c\": 2} => {甲: 1, b c: 2}", "[1..5) => [1..5)",
      "]1..5[ => (1..5)",
      "(>= 3) => (>= 3)", "{a: 1, b: a + 1} => {a: 1, b: 2}", "[] => []", "{} => {}",
    ])
  func literals(_ line: String) { check(line) }

  @Test(
    "算术",
    arguments: [
      "1 + 2 => 3", "0.1 + 0.2 => 0.3", "7 / 2 => 3.5", "2 ** 10 => 1024", "-3 ** 2 => 9", "2 * 3 + 4 => 10",
      "2 + 3 * 4 => 14", "(2 + 3) * 4 => 20", "10 - 2 - 3 => 5", "1 / 0 => null", "1 + null => null",
      "\"a\" + \"b\" => \"ab\"", "\"a\" + 1 => null", "-(-2) => 2", "1 / 3 => 0.3333333333333333333333333333333333",
      "9223372036854775807 + 1 => 9223372036854775808", "-9223372036854775808 - 1 => -9223372036854775809",
      "99999999999999999999 * 99999999999999999999 => 9999999999999999999800000000000000000000",
      "78.485 * 100 => 7848.5", "2 ** 0.5 => 1.414213562373095048801688724209698",
    ])
  func arithmetic(_ line: String) { check(line) }

  @Test(
    "日期与时长",
    arguments: [
      "date(\"2025-12-01\") - duration(\"P3Y\") => date(\"2022-12-01\")",
      "(date(\"2025-12-01\") - date(\"2025-11-01\")) / duration(\"P1D\") => 30",
      "@\"2024-02-29\" + duration(\"P1Y\") => date(\"2025-02-28\")",
      "@\"2028-02-29\" - @\"P3Y\" => date(\"2025-02-28\")",
      "@\"2024-01-31\" + @\"P1M\" => date(\"2024-02-29\")", "@\"2025-01-01\" + @\"P1D\" => date(\"2025-01-02\")",
      "@\"P1D\" + @\"PT12H\" => duration(\"P1DT12H\")", "@\"P1Y\" * 2 => duration(\"P2Y\")",
      "@\"P1Y\" / 2 => duration(\"P6M\")",
      "@\"P1Y\" / @\"P1M\" => 12", "@\"P1D\" > @\"P1Y\" => null", "@\"2025-01-01\" < @\"2025-01-02\" => true",
      "@\"2025-01-01T08:00:00+08:00\" = @\"2025-01-01T00:00:00Z\" => true",
      "@\"12:00:00\" + @\"PT13H\" => time(\"01:00:00\")",
      "@\"2025-03-01\".month => 3", "@\"2025-03-01\".weekday => 6", "@\"P1Y2M\".months => 2", "@\"P1DT2H\".hours => 2",
      "@\"12:00:00+08:00\".time offset => duration(\"PT8H\")",
      "@\"2025-01-01\" - @\"P1Y\" - @\"P1D\" => date(\"2023-12-31\")",
      "-@\"P1D\" => duration(\"-P1D\")", "date(\"2025-3-1\") => null", "@\"2025-03-01\" + 1 => null",
    ])
  func dates(_ line: String) { check(line) }

  @Test(
    "三值",
    arguments: [
      "null = null => true", "null = true => false", "null and false => false", "null and true => null",
      "null or true => true", "null or false => null", "not(null) => null", "not(true) => false",
      "1 = \"1\" => null", "1 < \"1\" => null", "null in (\"甲\", \"乙\") => false", "null < 1 => null",
      "null != 1 => true",
      "1 and true => null", "1 and false => false", "\"a\" or true => true", "true and true and null => null",
      "false or null or true => true", "if null then 1 else 2 => 2", "if \"a\" then 1 else 2 => 2",
      "some x in [null, true] satisfies x => true", "some x in [null, false] satisfies x => null",
      "every x in [null, true] satisfies x => null", "every x in [null, false] satisfies x => false",
      "every x in [] satisfies x => true", "some x in [] satisfies x => false", "some x in null satisfies x => null",
      "null between 1 and 2 => null", "[1, null] = [1, null] => true", "[1] = [\"a\"] => false",
      "{a: 1} = {a: 1, b: 2} => false",
      "{a: 1, b: 2} = {b: 2, a: 1} => true",
    ])
  func logic(_ line: String) { check(line) }

  @Test(
    "属于与比较",
    arguments: [
      "3 between 1 and 5 => true", "5 in [1..5) => false", "5 in (1, < 3, [4..6]) => true", "1 in [1, 2] => true",
      "5 in (> 3) => true", "5 in > 3 => true", "5 in !=4 => true", "\"b\" in [\"a\"..\"c\"] => true",
      "1 in [[2..4], [1..3]] => true",
      "3 in (1..5) => true", "\"男\" in [\"男\", \"女\"] => true", "null in [1..10] => null", "5 in [1..null] => null",
      "2 in (1, 2) and true => true", "[1, 2] in ([1, 2], 3) => true", "5 in (null, 5) => true",
      "\"乙\" > \"甲\" => false",
      "[1..5].start => 1", "[1..5).end included => false",
      "@\"2025-06-01\" in [@\"2025-01-01\"..@\"2025-12-31\"] => true",
      "1 instance of number => true", "[1] instance of list<string> => false", "null instance of number => false",
      "{a: 1} instance of context<a: number> => true", "1 instance of list<number> => false",
    ])
  func membership(_ line: String) { check(line) }

  @Test(
    "属于括号里的条件，? 是 in 之前的值",
    arguments: [
      "5 in (? > 4) => true", "5 in (? > 3 and ? < 4) => false", "5 in (1, even(?), ? = 5) => true",
      "null in (? > 4) => null", "5 in (some x in [4, 5] satisfies x = ?) => true", "[1, 5][item in (? > 2)] => [5]",
      "{f: function(x) x in (? > 2), r: f(3)}.r => true", "7 in (? > 2 and 3 in (? < 4)) => true",
      "\"工人先锋号\" in (starts with(?, \"工人\")) => true",
    ])
  func conditions(_ line: String) { check(line) }

  @Test(
    "格子里的 ? 是格子的输入，in 括号里的条件另有自己的",
    arguments: [("\"甲\" in ?", true), ("\"丙\" in ?", false), ("count(?) in (? > 1, 0)", true), ("1 in (? > 1)", false)])
  func inputs(_ test: String, _ expected: Bool) throws {
    let world = World()
    let program = try #require(world.program(test, input: .list(.string), tests: true).0)
    let frame = world.frame
    let list = Value.list([.string("甲"), .string("乙")])
    #expect(program.evaluate(frame, input: list) == .boolean(expected))
    #expect(program.explain(frame, input: list).value == .boolean(expected))
  }

  @Test(
    "控制",
    arguments: [
      "if 1 < 2 then \"a\" else \"b\" => \"a\"", "for x in [1, 2, 3] return x * 2 => [2, 4, 6]",
      "for x in 1..3, y in 1..2 return x * y => [1, 2, 2, 4, 3, 6]", "for x in 3..1 return x => [3, 2, 1]",
      "for i in 1..5 return if i = 1 then 1 else i * partial[-1] => [1, 2, 6, 24, 120]",
      "for d in @\"2025-02-28\"..@\"2025-03-01\" return d => [date(\"2025-02-28\"), date(\"2025-03-01\")]",
      "for x in [[1, 2], [3]], y in x return y => [1, 2, 3]", "for x in null return x => null",
      "for x in 5 return x => [5]",
      "some x in [1, 2], y in [2, 3] satisfies x = y => true", "every x in [1, 2] satisfies x > 0 => true",
      "for i in [3..1] return i => null",
    ])
  func control(_ line: String) { check(line) }

  @Test(
    "过滤与路径",
    arguments: [
      "[1, 2, 3][2] => 2", "[1, 2, 3][-1] => 3", "[1, 2, 3][4] => null", "[1, 2, 3][0] => null",
      "[1, 2, 3][1.5] => null",
      "[1, 2, 3][item > 1] => [2, 3]",
      "[{a: 1}, {a: 2}][a > 1] => [{a: 2}]", "[{a: 1}, {a: 2}].a => [1, 2]", "[{a: 1}, {b: 2}].a => [1, null]",
      "{a: {b: 5}}.a.b => 5", "{a: 1}.b => null", "[{item: 1}, {item: 2}][item >= 2] => [{item: 2}]", "5[1] => 5",
      "5[2] => null",
      "null[1] => null", "[1, 2][true] => [1, 2]", "[1, 2][null] => []", "[[1, 2], [3]][count(item) = 1] => [[3]]",
      "{a: 3, r: [1, 2, 3, 4][item > a]}.r => [4]", "[{a: 1, b: [{a: 2}]}].b => [[{a: 2}]]",
      "[1, 2, 3][item > 1][1] => 2",
      "[{a: 1}, {a: 2}][a = 2].a[1] => 2", "{x: 1, l: [{x: 5}, {y: 6}][x = 1]}.l => [{y: 6}]",
    ])
  func filters(_ line: String) { check(line) }

  @Test(
    "函数",
    arguments: [
      "(function(x) x + 1)(2) => 3", "{f: function(a, b) a - b, r: f(b: 1, a: 5)}.r => 4",
      "{y: 10, f: function(x) x + y, r: f(1)}.r => 11", "(function(x: number) x)(\"a\") => null",
      "(function() 1)() => 1",
      "{add: function(a) function(b) a + b, r: add(1)(2)}.r => 3", "(function(x) x)(1, 2) => null", "1(2) => null",
      "for f in [function(x) x + 1, function(x) x * 2] return f(5) => [6, 10]",
      "sort([3, 1, 2], function(a, b) a < b) => [1, 2, 3]", "{f: function(x) [1, 2, 3][item > x], r: f(1)}.r => [2, 3]",
    ])
  func functions(_ line: String) { check(line) }

  @Test(
    "名称：空格、符号、汉字，取最长的",
    arguments: [
      "first name + 1 => 2", "first  name + 1 => 2", "a-b => 3", "a - b => 6", "近三年营收（万元） => 4", "first => 5",
      "for first name in [9] return first name => [9]", "row.up to => 7", "rows[up to > 1].up to => [7]",
      "{new key: 1, x: new key + 1}.x => 2", "{new key: 1}.new key => 1",
    ])
  func names(_ line: String) {
    let row = Value.context(Context([("up to", .number(7))]))
    check(
      line,
      in: World([
        ("first name", .number(1)), ("a-b", .number(3)), ("a", .number(8)), ("b", .number(2)),
        ("近三年营收（万元）", .number(4)),
        ("first", .number(5)), ("row", row), ("rows", .list([row])),
      ]))
  }
}
