import FEEL
import Testing

/// The rows of the tables of DMN 1.5 §10.3.2.15, each with values.
@Suite("标准的例子：语义的各表") struct StandardMappings {
  @Test(
    "条件与量词　DMN 1.5 §10.3.2.15",
    arguments: [
      "if true then 1 else 2 => 1", "if false then 1 else 2 => 2", "if null then 1 else 2 => 2",
      "if \"true\" then 1 else 2 => 2", "some x in [] satisfies x > 0 => false",
      "every x in [] satisfies x > 0 => true", "some x in [1, 2], y in [2, 3] satisfies x > y => false",
      "some x in [1, 2], y in [1, 3] satisfies x > y => true",
      "every x in [1, 2], y in [3, 4] satisfies x < y => true", "null = null => true", "1 = null => false",
      "null = 1 => false", "1 != null => true", "null != 1 => true", "null != null => false",
    ])
  func control(_ line: String) { check(line) }

  @Test(
    "与、或　DMN 1.5 §10.3.2.15，表 50",
    arguments: [
      "true and true => true", "true or true => true", "true and false => false", "true or false => true",
      "true and null => null", "true or null => true", "false and true => false", "false or true => true",
      "false and false => false", "false or false => false", "false and null => false", "false or null => null",
      "null and true => null", "null or true => true", "null and false => false", "null or false => null",
      "null and null => null", "null or null => null",
    ])
  func logic(_ line: String) { check(line) }

  @Test(
    "既不是真也不是假的，作 null 看待　DMN 1.5 §10.3.2.15，表 50",
    arguments: [
      "true and \"其他\" => null", "true or \"其他\" => true", "false and 1 => false", "false or 1 => null",
      "1 and true => null", "[] or true => true", "{} and false => false", "1 or false => null",
      "1 and \"其他\" => null", "1 or \"其他\" => null",
    ])
  func otherwise(_ line: String) { check(line) }

  @Test(
    "非　DMN 1.5 §10.3.2.15，表 51",
    arguments: [
      "not(true) => false", "not(false) => true", "not(null) => null", "not(1) => null", "not(\"true\") => null",
    ])
  func negation(_ line: String) { check(line) }

  @Test(
    "相等　DMN 1.5 §10.3.2.15，表 52、表 53",
    arguments: [
      "1 = \"1\" => null", "[1, 2] = [1, 2] => true", "[1, 2] = [2, 1] => false", "[1, 2] = [1] => false",
      "{a: 1, b: 2} = {b: 2, a: 1} => true", "{a: 1} = {a: 2} => false", "{a: 1} = {b: 1} => false",
      "[1..3] = [1..3] => true", "[1..3] = [1..3) => false", "(>= 1) = (>= 1) => true", "(>= 1) = (> 1) => false",
      "1 = 1.0 => true", "\"a\" = \"a\" => true", "\"a\" = \"A\" => false",
      "@\"2012-12-24\" = @\"2012-12-24\" => true",
      "@\"2012-12-24T10:00:00Z\" = @\"2012-12-24T11:00:00+01:00\" => true",
      "@\"10:00:00Z\" = @\"11:00:00+01:00\" => true", "@\"P1D\" = @\"PT24H\" => true", "@\"P1Y\" = @\"P12M\" => true",
      "true = true => true", "true = false => false", "1 != 2 => true", "1 != \"1\" => null",
      "{f: function(x) x, r: f = f}.r => true",
    ])
  func equality(_ line: String) { check(line) }

  @Test(
    "大小　DMN 1.5 §10.3.2.15，表 54",
    arguments: [
      "1 < 1.5 => true", "1.0 < 1 => false", "\"a\" < \"b\" => true", "\"ab\" < \"abc\" => true",
      "\"b\" < \"abc\" => false", "\"a\" < \"a\" => false", "@\"2012-12-24\" < @\"2013-01-01\" => true",
      "@\"2012-11-24\" < @\"2012-12-01\" => true", "@\"2012-12-24\" < @\"2012-12-25\" => true",
      "@\"2012-12-24T10:00:00Z\" < @\"2012-12-24T10:00:00-01:00\" => true", "@\"10:00:00\" < @\"10:00:01\" => true",
      "@\"P1D\" < @\"PT25H\" => true", "@\"P11M\" < @\"P1Y\" => true", "1 <= 1 => true", "2 > 1 => true",
      "2 >= 3 => false", "true < false => null", "[1] < [2] => null",
    ])
  func order(_ line: String) { check(line) }

  @Test(
    "比较的简写　DMN 1.5 §10.3.2.15，表 55",
    arguments: [
      "5 between 1 and 5 => true", "6 between 1 and 5 => false", "1 in [2, 3, 1] => true", "4 in [2, 3, 1] => false",
      "1 in [[2..4], [1..3]] => true", "5 in [[2..4], [1..3]] => false", "5 in <= 5 => true", "5 in < 5 => false",
      "5 in >= 5 => true", "5 in > 5 => false", "5 in (5..6) => false", "6 in (5..6) => false",
      "5 in (5..6] => false", "6 in (5..6] => true", "5 in [5..6) => true", "6 in [5..6) => false",
      "5 in [5..6] => true", "6 in [5..6] => true", "5 in five => true", "6 in five => false", "5 in numbers => true",
      "6 in numbers => false", "5 in (? > 4) => true",
    ])
  func membership(_ line: String) {
    check(line, in: World([("five", .number(5)), ("numbers", .list([.number(4), .number(5)]))]))
  }

  @Test(
    "加减　DMN 1.5 §10.3.2.15，表 56、表 57",
    arguments: [
      "1 + 2 => 3", "1 - 2 => -1", "@\"2012-12-24T23:59:00\" - @\"2012-12-22T03:45:00\" => duration(\"P2DT20H14M\")",
      "@\"2012-12-25\" - @\"2012-12-24T00:00:00Z\" => duration(\"P1D\")",
      "@\"2012-12-24T10:00:00Z\" - @\"2012-12-24T09:00:00\" => null",
      "@\"2012-12-24T10:00:00\" + @\"2012-12-24T10:00:00\" => null",
      "@\"10:00:00\" - @\"09:00:00\" => duration(\"PT1H\")", "@\"10:00:00\" + @\"09:00:00\" => null",
      "@\"P1Y\" + @\"P1M\" => duration(\"P1Y1M\")", "@\"P1Y\" - @\"P1M\" => duration(\"P11M\")",
      "@\"P1D\" + @\"PT1H\" => duration(\"P1DT1H\")", "@\"P1D\" - @\"PT1H\" => duration(\"PT23H\")",
      "@\"2012-12-24T10:00:00\" + @\"P1M\" => date and time(\"2013-01-24T10:00:00\")",
      "@\"2012-12-24T10:00:00\" - @\"P1Y\" => date and time(\"2011-12-24T10:00:00\")",
      "@\"P1M\" + @\"2012-12-24T10:00:00\" => date and time(\"2013-01-24T10:00:00\")",
      "@\"P1M\" - @\"2012-12-24T10:00:00\" => null",
      "@\"2012-12-24T10:00:00\" + @\"PT14H\" => date and time(\"2012-12-25T00:00:00\")",
      "@\"2012-12-24T10:00:00\" - @\"PT11H\" => date and time(\"2012-12-23T23:00:00\")",
      "@\"PT14H\" + @\"2012-12-24T10:00:00\" => date and time(\"2012-12-25T00:00:00\")",
      "@\"PT14H\" - @\"2012-12-24T10:00:00\" => null", "@\"23:00:00\" + @\"PT2H\" => time(\"01:00:00\")",
      "@\"01:00:00\" - @\"PT2H\" => time(\"23:00:00\")", "@\"PT2H\" + @\"23:00:00\" => time(\"01:00:00\")",
      "@\"PT2H\" - @\"23:00:00\" => null", "\"foo\" + \"bar\" => \"foobar\"", "\"foo\" - \"bar\" => null",
      "@\"2012-12-24\" + @\"P1M\" => date(\"2013-01-24\")", "@\"2012-12-24\" - @\"P13M\" => date(\"2011-11-24\")",
      "@\"P1M\" + @\"2012-12-24\" => date(\"2013-01-24\")", "@\"P1M\" - @\"2012-12-24\" => null",
      "@\"2012-12-24\" + @\"P8D\" => date(\"2013-01-01\")", "@\"2012-12-24\" - @\"P24D\" => date(\"2012-11-30\")",
      "@\"2012-12-24\" + @\"PT25H\" => date(\"2012-12-25\")", "@\"P8D\" + @\"2012-12-24\" => date(\"2013-01-01\")",
      "@\"P8D\" - @\"2012-12-24\" => null", "1 + \"1\" => null", "@\"2012-12-24\" + 1 => null",
      "@\"P1Y\" + @\"P1D\" => null",
    ])
  func sums(_ line: String) { check(line) }

  @Test(
    "乘除　DMN 1.5 §10.3.2.15，表 58、表 59",
    arguments: [
      "3 * 0.5 => 1.5", "3 / 2 => 1.5", "3 / 0 => null", "@\"P1Y\" * 2 => duration(\"P2Y\")",
      "@\"P1Y\" / 2 => duration(\"P6M\")", "@\"P1Y\" / 0 => null", "2 * @\"P1Y\" => duration(\"P2Y\")",
      "2 / @\"P1Y\" => null", "@\"P1Y\" / @\"P1M\" => 12", "@\"P1Y\" / @\"P0M\" => null",
      "@\"P1Y\" * @\"P1M\" => null", "@\"P1D\" * 2 => duration(\"P2D\")", "@\"P1D\" / 2 => duration(\"PT12H\")",
      "@\"P1D\" / 0 => null", "2 * @\"P1D\" => duration(\"P2D\")", "2 / @\"P1D\" => null",
      "@\"P1D\" / @\"PT1H\" => 24", "@\"P1D\" / @\"PT0H\" => null", "@\"P1D\" * @\"PT1H\" => null",
      "\"a\" * 2 => null",
    ])
  func products(_ line: String) { check(line) }

  @Test(
    "乘方与负数　DMN 1.5 §10.3.2.15，表 60、表 62",
    arguments: [
      "2 ** 3 => 8", "2 ** -1 => 0.5", "2 ** 0 => 1", "10 ** 7000 => null", "\"2\" ** 2 => null", "-(5) => -5",
      "-(-5) => 5", "0 - 5 = -5 => true",
    ])
  func powers(_ line: String) { check(line) }

  @Test(
    "类型的判断　DMN 1.5 §10.3.2.15，表 61",
    arguments: [
      "[123] instance of list<number> => true", "\"abc\" instance of string => true",
      "123 instance of string => false", "null instance of Null => true", "null instance of number => false",
      "123 instance of 没有的类型 => null", "123 instance of list => null",
    ])
  func typeChecks(_ line: String) { check(line) }

  @Test(
    "调用　DMN 1.5 §10.3.2.15，表 63",
    arguments: [
      "(function(a, b) a - b)(5, 3) => 2", "(function(a, b) a - b)(b: 5, a: 3) => -2",
      "(function(a, b) a - b)(5) => null", "(function(a: number) a)(\"5\") => null",
      "substring(\"foobar\", 3) => \"obar\"", "substring(start position: 3, string: \"foobar\") => \"obar\"",
      "substring(\"foobar\") => null",
    ])
  func invocations(_ line: String) { check(line) }

  @Test(
    "日期、时间、时长的属性　DMN 1.5 §10.3.2.15，表 64—66",
    arguments: [
      "@\"2012-03-07\".year => 2012", "@\"2012-03-07\".month => 3", "@\"2012-03-07\".day => 7",
      "@\"2012-03-07\".weekday => 3", "@\"2012-03-07T10:20:30+08:00\".year => 2012",
      "@\"2012-03-07T10:20:30+08:00\".month => 3", "@\"2012-03-07T10:20:30+08:00\".day => 7",
      "@\"2012-03-07T10:20:30+08:00\".weekday => 3", "@\"2012-03-07T10:20:30+08:00\".hour => 10",
      "@\"2012-03-07T10:20:30+08:00\".minute => 20", "@\"2012-03-07T10:20:30+08:00\".second => 30",
      "@\"2012-03-07T10:20:30+08:00\".time offset => duration(\"PT8H\")",
      "@\"2012-03-07T10:20:30\".time offset => null",
      "@\"2012-03-07T10:20:30@Asia/Shanghai\".timezone => \"Asia/Shanghai\"",
      "@\"2012-03-07T10:20:30+08:00\".timezone => null", "@\"10:20:30+08:00\".hour => 10",
      "@\"10:20:30+08:00\".minute => 20", "@\"10:20:30+08:00\".second => 30",
      "@\"10:20:30+08:00\".time offset => duration(\"PT8H\")", "@\"10:20:30\".time offset => null",
      "@\"10:20:30@Asia/Shanghai\".timezone => \"Asia/Shanghai\"", "@\"P26M\".years => 2", "@\"P26M\".months => 2",
      "@\"P26M\".days => null", "@\"P1DT2H3M4S\".days => 1", "@\"P1DT2H3M4S\".hours => 2",
      "@\"P1DT2H3M4S\".minutes => 3", "@\"P1DT2H3M4S\".seconds => 4", "@\"P1DT2H3M4S\".years => null",
    ])
  func properties(_ line: String) { check(line) }

  @Test(
    "区间的属性　DMN 1.5 §10.3.2.15，表 67",
    arguments: [
      "[1..3).start => 1", "[1..3).end => 3", "[1..3).start included => true", "[1..3).end included => false",
      "(@\"2012-01-01\"..@\"2012-12-31\").start => date(\"2012-01-01\")",
    ])
  func rangeProperties(_ line: String) { check(line) }

  @Test(
    "列表与过滤　DMN 1.5 §10.3.2.15，表 68",
    arguments: [
      "[1, 2, 3][2] => 2", "5[1] => 5", "5[2] => null", "[1, 2, 3][item > 1] => [2, 3]",
      "[{a: 1}, {a: 2}][a = 2] => [{a: 2}]", "5[item > 1] => [5]", "5[item > 5] => []", "{a: 1}[a = 1] => [{a: 1}]",
      "{a: 1}[a = 2] => []",
    ])
  func filters(_ line: String) { check(line) }

  @Test(
    "上下文与列表的写法　DMN 1.5 §10.3.2.15，表 69",
    arguments: [
      "{n1: 1, n2: n1 + 1} => {n1: 1, n2: 2}", "{\"n1\": 1, \"n2\": n1 + 1} => {n1: 1, n2: 2}",
      "[1 + 1, [2]] => [2, [2]]",
    ])
  func contexts(_ line: String) { check(line) }
}
