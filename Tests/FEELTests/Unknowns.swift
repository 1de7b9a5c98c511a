import FEEL
import Testing

/// Missing facts: `缺` is one; lists and rows hold others.
@Suite("缺项") struct Unknowns {
  private let world: World = {
    var world = World()
    world.declare("缺", .any, .unknown)
    world.declare("缺数", .number, .unknown)
    world.declare("缺表", .list(.number), .unknown)
    world.declare("数", .number, .number(5))
    world.declare("名单", .list(.string), .list([.string("甲"), .unknown]))
    let row = ContextType(name: "事故", [("责任", .enumeration(["有", "无"])), ("数", .number)])
    world.declare(
      "事故", .list(.context(row)),
      .list([
        .context(Context([("责任", .string("无")), ("数", .number(1))])),
        .context(Context([("责任", .unknown), ("数", .number(2))])),
      ]))
    world.declare("行", .context(row), .context(Context([("责任", .unknown), ("数", .number(9))])))
    return world
  }()

  @Test(
    "逻辑",
    arguments: [
      "false and 缺 => false", "缺 and false => false", "true and 缺 => unknown", "true or 缺 => true", "缺 or true => true",
      "false or 缺 => unknown",
      "not(缺) => unknown", "null and 缺 => unknown", "null or 缺 => unknown", "缺 and null and false => false",
      "if 缺 then 1 else 2 => unknown", "if 缺 then 1 else 1.0 => 1", "if 缺 then 缺 else 缺 => unknown",
      "if true then 1 else 缺 => 1",
    ])
  func logic(_ line: String) { check(line, in: world) }

  @Test(
    "运算",
    arguments: [
      "缺数 + 1 => unknown", "缺数 > 1 => unknown", "缺 = 缺 => unknown", "缺 = null => unknown", "-缺数 => unknown",
      "缺 between 1 and 2 => unknown",
      "5 between 缺 and 2 => false", "缺 instance of number => unknown", "[1, 缺] = [2, 1] => false",
      "[1, 缺] = [1, 1] => unknown",
      "[缺] = [1, 2] => false", "{a: 缺} = {a: 1} => unknown", "{a: 缺, b: 1} = {a: 1, b: 2} => false",
      "缺数 / 0 => unknown",
      "数 + null => null",
    ])
  func operators(_ line: String) { check(line, in: world) }

  @Test(
    "属于",
    arguments: [
      "5 in (缺, 5) => true", "5 in (缺, 6) => unknown", "缺 in (1, 2) => unknown", "5 in [1..缺] => unknown",
      "0 in [1..缺] => false",
      "5 in [缺, 5] => true", "list contains(名单, \"甲\") => true", "list contains(名单, \"乙\") => unknown",
      "5 in (> 缺, < 6) => true",
      "index of(名单, \"甲\") => unknown", "distinct values([1, 1, 缺]) => unknown",
    ])
  func membership(_ line: String) { check(line, in: world) }

  @Test(
    "逐个看",
    arguments: [
      "some x in 事故 satisfies x.责任 = \"无\" => true", "some x in 事故 satisfies x.责任 = \"有\" => unknown",
      "every x in 事故 satisfies x.责任 = \"有\" => false", "every x in 事故 satisfies x.责任 = \"无\" => unknown",
      "some x in 缺表 satisfies x > 1 => unknown", "some x in 事故 satisfies x.责任 = \"有\" and x.数 > 5 => false",
      "事故[责任 = \"有\"] => unknown", "count(事故[数 > 1]) => 1", "事故.数 => [1, 2]", "事故.责任 => [\"无\", unknown]",
      "count(事故) => 2",
      "count(事故.责任) => 2", "行.责任 => unknown", "行.数 => 9", "for x in 事故 return x.责任 => [\"无\", unknown]",
      "for x in 缺表 return x => unknown",
      "事故[缺数] => unknown", "缺表[1] => unknown", "缺.a => unknown", "some x in [1, 2], y in 缺表 satisfies x > 5 => unknown",
    ])
  func iterations(_ line: String) { check(line, in: world) }

  @Test(
    "函数",
    arguments: [
      "sum([1, 缺]) => unknown", "min(5, 缺) => unknown", "max([]) => null", "count(缺表) => unknown", "count([缺]) => 1",
      "all([false, 缺]) => false",
      "all([true, 缺]) => unknown", "any([缺, true]) => true", "any([null, 缺]) => unknown",
      "append([1], 缺) => [1, unknown]",
      "concatenate([缺], [1]) => [unknown, 1]", "reverse([缺, 1]) => [1, unknown]", "contains(缺, \"a\") => unknown",
      "string(缺) => unknown",
      "sort([缺, 1]) => unknown", "flatten([[1], 缺]) => unknown", "(function(x) 1)(缺) => 1", "is(缺, 1) => unknown",
      "string join([\"a\", 缺]) => unknown",
      "get value({a: 缺}, \"a\") => unknown", "mean([缺]) => unknown", "sublist([缺, 1], 2) => [1]",
      "list replace([1, 缺], 1, 2) => [2, unknown]",
    ])
  func functions(_ line: String) { check(line, in: world) }

  @Test("责任未认定：近三年内的待核，更早的不触发")
  func accident() {
    let row = ContextType(name: "安全事故", [("责任", .enumeration(["主要责任", "无责任"])), ("日期", .date)])
    func decide(_ day: String) -> Value? {
      var world = World()
      world.declare("近三年起", .date, Value(temporal: "2022-12-01") ?? .null)
      let accident = Context([("责任", .unknown), ("日期", Value(temporal: day) ?? .null)])
      world.declare("安全事故", .list(.context(row)), .list([.context(accident)]))
      return world.value("some x in 安全事故 satisfies x.责任 in (\"主要责任\") and x.日期 >= 近三年起", strictly: true)
    }
    #expect(decide("2023-01-01") == .unknown)
    #expect(decide("2022-11-30") == .boolean(false))
  }
}
