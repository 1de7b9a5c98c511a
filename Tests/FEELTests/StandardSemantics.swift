import FEEL
import Testing

/// The examples of DMN 1.5 §10.3.2.1–§10.3.2.14.
@Suite("标准的例子：语义") struct StandardSemantics {
  private static let employees: World = {
    let fields: [(String, Type)] = [("id", .number), ("name", .string)]
    var world = World()
    world.layout.declareType("Employee1", .context(ContextType(fields)))
    world.layout.declareType("Employee2", .context(ContextType(fields.reversed())))
    world.layout.declareType("Employee3", .context(ContextType(fields + [("age", .number)])))
    return world
  }()

  @Test(
    "值域与相等　DMN 1.5 §10.3.2.1，§10.3.2.2",
    arguments: [
      "[1 + 1, 2 + 2] => [2, 4]", "\"1\" = 1 => null", "is(\"1\", 1) => false",
    ])
  func domain(_ line: String) { check(line) }

  @Test(
    "数　DMN 1.5 §10.3.2.3.1",
    arguments: [
      "number(\"1.000.000,01\", \".\", \",\") => 1000000.01", "1.2*10**3 => 1200", "1 = 1.0 => true",
      "1.0 = 1.00 => true", "-0 = 0 => true", "1 / 0 => null", "10 ** 6111 * 10 ** 34 => null",
    ])
  func numbers(_ line: String) { check(line) }

  @Test(
    "文字　DMN 1.5 §10.3.2.3.2",
    arguments: [
      "\"abc\" => \"abc\"", "string length(\"abc\") => 3", "\"\\U01F40E\" => \"🐎\"",
      "string length(\"\\U01F40E\") => 1",
    ])
  func strings(_ line: String) { check(line) }

  @Test(
    "时间，一日的秒数　DMN 1.5 §10.3.2.3.4",
    arguments: [
      "(time(\"01:01:01\") - time(\"00:00:00\")) / duration(\"PT1S\") => 3661",
      "time(\"00:00:00\") + duration(\"PT3600S\") => time(\"01:00:00\")",
      "time(\"00:00:00\") + duration(\"PT90000S\") => time(\"01:00:00\")",
      "time(\"00:00:00\") + duration(\"-PT3600S\") => time(\"23:00:00\")",
    ])
  func times(_ line: String) { check(line) }

  @Test(
    "日期的年份　DMN 1.5 §10.3.2.3.5，§10.3.2.3.6",
    arguments: [
      "date(999999999, 12, 31) => date(\"999999999-12-31\")", "date(-999999999, 1, 1) => date(\"-999999999-01-01\")",
      "date(1000000000, 1, 1) => null", "date(\"999999999-12-31\") + duration(\"P1D\") => null",
      "date(\"2012-12-25\") = date and time(\"2012-12-25T00:00:00Z\") => true",
    ])
  func years(_ line: String) { check(line) }

  @Test(
    "时长　DMN 1.5 §10.3.2.3.7，§10.3.2.3.8",
    arguments: [
      "duration(\"P0DT25H\") => duration(\"P1DT1H\")", "duration(\"P1DT1H\") / duration(\"PT1S\") => 90000",
      "duration(\"PT90000S\") => duration(\"P1DT1H\")", "duration(\"P0Y13M\") => duration(\"P1Y1M\")",
      "duration(\"P1Y1M\") / duration(\"P1M\") => 13", "duration(\"P13M\") => duration(\"P1Y1M\")",
    ])
  func durations(_ line: String) { check(line) }

  @Test(
    "列表与过滤　DMN 1.5 §10.3.2.5",
    arguments: [
      "[\"甲\", \"乙\", \"丙\"][1] => \"甲\"", "[\"甲\", \"乙\", \"丙\"][-1] => \"丙\"", "[\"甲\", \"乙\", \"丙\"][2] => \"乙\"",
      "[\"甲\", \"乙\", \"丙\"][-3] => \"甲\"", "[\"甲\", \"乙\", \"丙\"][4] => null", "[1, 2, 3, 4][item > 2] => [3, 4]",
      "[{x: 1, y: 2}, {x: 2, y: 3}][x = 1] => [{x: 1, y: 2}]",
      "[{x: 1, y: 2}, {x: null, y: 3}][x < 2] => [{x: 1, y: 2}]", "[{x: 1, y: 2}, {x: 2, y: 3}].y => [2, 3]",
      "[{item: 1}, {item: 2}][item = 2] => [{item: 2}]",
    ])
  func lists(_ line: String) { check(line) }

  @Test(
    "上下文　DMN 1.5 §10.3.2.6",
    arguments: [
      "{key1: 1, \"key2\": 2}.key1 => 1", "get value({key1: 1}, \"key1\") => 1",
      "get entries({key1: \"value1\"})[key = \"key1\"].value => [\"value1\"]", "{a: 1, b: a + 1, c: a + b}.c => 3",
    ])
  func contexts(_ line: String) { check(line) }

  @Test(
    "区间的写法　DMN 1.5 §10.3.2.7",
    arguments: [
      "(< 10) => (< 10)", "(>= date(\"2019-03-31\")) => (>= date(\"2019-03-31\"))",
      "(>= @\"2019-03-31\") => (>= date(\"2019-03-31\"))", "(<= duration(\"PT01H\")) => (<= duration(\"PT1H\"))",
      "(<= @\"PT01H\") => (<= duration(\"PT1H\"))", "[ 5 .. 10 ] => [5..10]",
      "( birthday .. @\"2019-01-01\" ) => (date(\"1990-05-01\")..date(\"2019-01-01\"))",
    ])
  func rangeForms(_ line: String) { check(line, in: World([("birthday", Value(temporal: "1990-05-01") ?? .null)])) }

  @Test(
    "区间的四个属性　DMN 1.5 §10.3.2.7，表 42",
    arguments: [
      "[1..10].start included => true", "[1..10].start => 1", "[1..10].end => 10", "[1..10].end included => true",
      "(1..10].start included => false", "(1..10].start => 1", "(1..10].end => 10", "(1..10].end included => true",
      "(<= 10).start included => false", "(<= 10).start => null", "(<= 10).end => 10", "(<= 10).end included => true",
      "(> 1).start included => false", "(> 1).start => 1", "(> 1).end => null", "(> 1).end included => false",
    ])
  func rangeProperties(_ line: String) { check(line) }

  @Test(
    "值的类型　DMN 1.5 §10.3.2.9，表 43",
    arguments: [
      "123 instance of number => true", "true instance of boolean => true", "\"abc\" instance of string => true",
      "date(\"2017-01-01\") instance of date => true", "[\"a\", \"b\", \"c\"] instance of list<string> => true",
      "[\"a\", true, 123] instance of list<Any> => true", "[\"a\", true, 123] instance of list<string> => false",
      "[1..10) instance of range<number> => true", "(>= @\"2019-01-01\") instance of range<date> => true",
      "{\"name\": \"Peter\", age: 30} instance of context<\"age\": number, \"name\": string> => true",
      "(function(x: number, y: number) x + y) instance of function<number, number> -> number => true",
    ])
  func types(_ line: String) { check(line) }

  @Test(
    "类型的相符　DMN 1.5 §10.3.2.9.3，表 44",
    arguments: [
      "1 instance of number => true", "\"a\" instance of string => true", "\"a\" instance of date => false",
      "date(\"2012-12-25\") instance of date and time => false",
      "{\"id\": 1, \"name\": \"Peter\"} instance of Employee1 => true",
      "{\"id\": 1, \"name\": \"Peter\"} instance of Employee2 => true",
      "{\"id\": 1, \"name\": \"Peter\"} instance of Employee3 => false",
      "{\"id\": 1, \"name\": \"Peter\", \"age\": 45} instance of Employee1 => true",
      "{\"id\": 1, \"name\": \"Peter\", \"age\": 45} instance of Employee3 => true",
      "[1, 2, 3] instance of list<string> => false", "[1, 2, 3] instance of Employee3 => false",
      "[{\"id\": 1, \"name\": \"Peter\", \"age\": 45}] instance of list<Employee3> => true",
      "[{\"id\": 1, \"name\": \"Peter\", \"age\": 45}] instance of Employee3 => false",
      "(function(x: Employee1) x) instance of function<Employee1> -> Employee1 => true",
      "(function(x: Employee1) x) instance of function<Employee1> -> Employee2 => true",
      "(function(x: Employee1) {id: 1, name: \"Peter\", age: 45}) instance of function<Employee1> -> Employee1 => true",
      "(function(x: Employee3) {id: 1, name: \"Peter\"}) instance of function<Employee1> -> Employee1 => false",
      "[1..10] instance of range<number> => true", "(20..100) instance of range<number> => true",
      "[\"a\"..\"x\"] instance of range<number> => false", "[1..10] instance of range<string> => false",
    ])
  func conformance(_ line: String) { check(line, in: Self.employees) }

  @Test(
    "一项与一项的列表　DMN 1.5 §10.3.2.9.4，表 45",
    arguments: [
      "3[item > 2] => [3]", "contains([\"foobar\"], \"of\") => false", "(function(x: number) x)(\"123\") => null",
    ])
  func conversions(_ line: String) { check(line) }

  @Test(
    "函数的名称与参数　DMN 1.5 §10.3.2.13",
    arguments: [
      "{isPositive: function(x) x > 0, isNotNegative: function(x) isPositive(x + 1), result: isNotNegative(0)}.result => true",
      "(function(age) age < 21)(20) => true", "(function(age) age < 21)(age: 21) => false",
      "{f: function(x, y) y = null, r: f(x: 1)}.r => true", "(function(x, y) x)(1) => null", "\"f\"(1) => null",
    ])
  func functions(_ line: String) { check(line) }

  @Test(
    "逐个返回　DMN 1.5 §10.3.2.14",
    arguments: [
      "for i in 0..N return if i = 0 then 1 else i * partial[-1] => [1, 1, 2, 6, 24, 120]",
      "for i in [1, 2, 3] return i => [1, 2, 3]", "for i in a list return i => [\"甲\", \"乙\"]",
      "for i in 1..10 return i => [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]",
      "for i in 50..40 return i => [50, 49, 48, 47, 46, 45, 44, 43, 42, 41, 40]",
      "for i in x..x+10 return i - x => [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]",
      "for i in [\"i1\", \"i2\"], j in [\"j1\", \"j2\"] return i + j => [\"i1j1\", \"i1j2\", \"i2j1\", \"i2j2\"]",
      "for i in [1, 2], j in [1, 2] return count(partial) => [0, 1, 2, 3]",
    ])
  func iterations(_ line: String) {
    check(line, in: World([("N", .number(5)), ("x", .number(3)), ("a list", .list([.string("甲"), .string("乙")]))]))
  }
}
