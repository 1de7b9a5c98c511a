import FEEL
import Testing

@Suite("内置函数") struct Functions {
  @Test(
    "转换",
    arguments: [
      "date(2025, 3, 1) => date(\"2025-03-01\")", "date(2025, 2, 30) => null",
      "date(@\"2025-03-01T10:00:00\") => date(\"2025-03-01\")",
      "time(12, 30, 5.5) => time(\"12:30:05.5\")", "time(12, 30, 5, duration(\"PT8H\")) => time(\"12:30:05+08:00\")",
      "time(25, 0, 0) => null",
      "date and time(@\"2025-03-01\", @\"12:00:00\") => date and time(\"2025-03-01T12:00:00\")",
      "date and time(\"2025-03-01\") => date and time(\"2025-03-01T00:00:00\")",
      "duration(\"P1Y6M\") => duration(\"P1Y6M\")",
      "duration(\"1年\") => null", "years and months duration(@\"2024-02-29\", @\"2025-02-28\") => duration(\"P11M\")",
      "number(\"1,000.5\", \",\", \".\") => 1000.5", "number(\"1 000\", \" \", null) => 1000",
      "number(\"abc\") => null",
      "number(from: \"1\", grouping separator: null, decimal separator: null) => 1", "string(1.50) => \"1.5\"",
      "string(@\"2025-03-01\") => \"2025-03-01\"", "string([1, \"a\"]) => \"[1, \\\"a\\\"]\"", "string(null) => null",
      "string(\"甲\") => \"甲\"",
      "string(true) => \"true\"", "range(\"[18..21)\") => [18..21)", "range(\"[3..1]\") => null",
      "context([{key: \"a\", value: 1}]) => {a: 1}",
    ])
  func conversions(_ line: String) { check(line) }

  @Test(
    "文字",
    arguments: [
      "substring(\"foobar\", 3) => \"obar\"", "substring(\"foobar\", 3, 3) => \"oba\"",
      "substring(\"foobar\", -2, 1) => \"a\"",
      "substring(\"𠮷野家\", 2) => \"野家\"", "substring(\"abc\", 0) => null", "substring(\"abc\", 4) => null",
      "string length(\"𠮷\") => 1",
      "string length(\"党员\") => 2", "string length(\"\") => 0", "upper case(\"aBc\") => \"ABC\"",
      "lower case(\"aBc\") => \"abc\"",
      "substring before(\"工人先锋号\", \"先锋\") => \"工人\"", "substring after(\"工人先锋号\", \"先锋\") => \"号\"",
      "substring before(\"abc\", \"x\") => \"\"", "contains(\"全国工人先锋号\", \"工人先锋号\") => true",
      "contains(\"abc\", \"\") => true",
      "contains(\"ababac\", \"abac\") => true", "starts with(\"abc\", \"ab\") => true",
      "ends with(\"abc\", \"bc\") => true",
      "ends with(\"abc\", \"ab\") => false", "string join([\"a\", null, \"b\"], \"、\") => \"a、b\"",
      "string join([\"a\"]) => \"a\"",
      "string join([1]) => null", "contains(null, \"a\") => null", "contains(1, \"a\") => null",
      "upper case([\"a\"]) => \"A\"",
    ])
  func texts(_ line: String) { check(line) }

  @Test(
    "列表",
    arguments: [
      "list contains([1, null], null) => true", "list contains([1, 2], 3) => false", "count([1, null]) => 2",
      "count([]) => 0",
      "count(null) => null", "min([3, 1, 2]) => 1", "min(3, 1) => 1", "max(\"a\", \"b\") => \"b\"", "min([]) => null",
      "max(1, \"a\") => null",
      "min(5, null) => null", "max(@\"2025-01-01\", @\"2025-02-01\") => date(\"2025-02-01\")", "sum([1, 2.5]) => 3.5",
      "sum([]) => null", "sum(1, 2) => 3",
      "sum([1, \"a\"]) => null", "sum([1, null]) => null", "mean([1, 2]) => 1.5", "product([2, 3, 4]) => 24",
      "median([3, 1, 2]) => 2",
      "median([1, 2, 3, 4]) => 2.5", "stddev([2, 4, 7, 5]) => 2.081665999466132735282297706979931",
      "stddev([1]) => null",
      "mode([6, 3, 9, 6, 6]) => [6]", "mode([6, 1, 9, 6, 1]) => [1, 6]", "mode([]) => []", "all([true, null]) => null",
      "all([]) => true",
      "all([false, null]) => false", "any([true, null]) => true", "any([]) => false", "any(false, null) => null",
      "sublist([4, 5, 6], 2) => [5, 6]", "sublist([4, 5, 6], 1, 2) => [4, 5]", "sublist([4, 5, 6], -2) => [5, 6]",
      "sublist([1], 2) => null",
      "append([1], 2, 3) => [1, 2, 3]", "concatenate([1], [2, 3]) => [1, 2, 3]",
      "insert before([1, 3], 1, 2) => [2, 1, 3]",
      "remove([1, 2, 3], 2) => [1, 3]", "remove([1], 3) => null", "reverse([1, 2, 3]) => [3, 2, 1]",
      "index of([1, 2, 3, 2], 2) => [2, 4]",
      "union([1, 2], [2, 3]) => [1, 2, 3]", "distinct values([1, 2, 1, null, null]) => [1, 2, null]",
      "flatten([[1, [2]], 3, []]) => [1, 2, 3]", "list replace([2, 4, 7], 2, 5) => [2, 5, 7]",
      "list replace([2, 4, 7], function(item, newItem) item < newItem, 5) => [5, 5, 7]", "sort([3, 1, 2]) => [1, 2, 3]",
      "sort([\"b\", \"a\"]) => [\"a\", \"b\"]",
      "sort([{n: 2, k: \"a\"}, {n: 1, k: \"b\"}, {n: 2, k: \"c\"}], function(x, y) x.n < y.n).k => [\"b\", \"a\", \"c\"]",
      "sort(list: [2, 1], precedes: function(a, b) a < b) => [1, 2]", "count(5) => 1",
      "list contains([[1], [2]], [1]) => true",
    ])
  func lists(_ line: String) { check(line) }

  @Test(
    "数",
    arguments: [
      "decimal(1 / 3, 2) => 0.33", "decimal(1.5, 0) => 2", "decimal(2.5, 0) => 2", "floor(1.5) => 1",
      "floor(-1.56, 1) => -1.6", "ceiling(1.5) => 2",
      "ceiling(-1.5) => -1", "ceiling(20 * 0.7) => 14", "ceiling(18 * 0.7) => 13", "round half up(78.485, 2) => 78.49",
      "round half up(85.235, 2) => 85.24", "round half up(86.125, 2) => 86.13", "round half down(86.125, 2) => 86.12",
      "round up(1.121, 2) => 1.13",
      "round down(1.129, 2) => 1.12", "round up(-5.5, 0) => -6", "abs(-2.5) => 2.5",
      "abs(duration(\"-P1D\")) => duration(\"P1D\")",
      "modulo(-12, 5) => 3", "modulo(12, 0) => null", "sqrt(16) => 4", "sqrt(-1) => null", "log(0) => null",
      "exp(0) => 1", "odd(3) => true",
      "even(3) => false", "odd(1.5) => null", "even(-2) => true", "floor(\"a\") => null", "decimal(1, 7000) => null",
    ])
  func numbers(_ line: String) { check(line) }

  @Test(
    "上下文与日期",
    arguments: [
      "get value({a: 1}, \"a\") => 1", "get value({a: 1}, \"b\") => null",
      "get entries({a: 1}) => [{key: \"a\", value: 1}]",
      "context put({a: 1}, \"b\", 2) => {a: 1, b: 2}", "context put({a: {b: 1}}, [\"a\", \"b\"], 2) => {a: {b: 2}}",
      "context merge([{a: 1}, {a: 2, b: 3}]) => {a: 2, b: 3}", "day of year(@\"2025-03-01\") => 60",
      "day of week(@\"2025-03-01\") => \"Saturday\"",
      "month of year(@\"2025-03-01\") => \"March\"", "week of year(@\"2025-12-29\") => 1", "is(1, 1.0) => true",
      "is(1, \"1\") => false",
      "is(@\"12:00:00Z\", @\"12:00:00+00:00\") => true", "is(null, null) => true",
    ])
  func contexts(_ line: String) { check(line) }

  @Test(
    "区间",
    arguments: [
      "before(1, 10) => true", "before(1, [1..5]) => false", "before(1, (1..5]) => true",
      "after([5..10], [1..5)) => true",
      "meets([1..5], [5..10]) => true", "met by([5..10], [1..5)) => false", "overlaps([1..5], [5..8]) => true",
      "overlaps([1..5), [5..8]) => false",
      "overlaps before([1..5], [3..8]) => true", "overlaps after([3..8], [1..5]) => true",
      "finishes(5, [1..5]) => true",
      "finished by([1..5], (3..5]) => true", "includes([1..10], 5) => true", "during(10, [1..10)) => false",
      "starts(1, [1..5]) => true",
      "started by([1..5], [1..3]) => true", "coincides([1..5], [1..5)) => false", "before(1, \"a\") => null",
      "during(5, (>= 3)) => true",
    ])
  func ranges(_ line: String) { check(line) }

  @Test("引擎不知道今天是哪天", arguments: ["now()", "today()"])
  func clocks(_ text: String) { #expect(World().program(text).0 == nil) }
}
