import DMN
import Diagnostics
import FEEL
import Testing

@Suite("取值范围") struct DomainTests {
  private let names: [String: Domain] = [
    "次数": .integers(Interval(from: Decimal(0), through: Decimal(60))),
    "率": .numbers(Interval(from: Decimal(0), through: Decimal(100))), "级别": .enumeration(["国家", "省"]),
    "负数": .integers(Interval(from: Decimal(-5), through: Decimal(-1))),
  ]

  private func inferred(_ expression: String) throws -> Domain {
    var layout = Layout()
    for name in ["次数", "率", "负数"] { layout.declare(name, .number) }
    layout.declare("级别", .enumeration(["国家", "省"]))
    layout.declare("徒弟", .list(.context(ContextType(fields: []))))
    layout.declare("日期", .date)
    var log = DiagnosticLog()
    let program = Expression.parse(Fragment(expression), in: layout, log: &log)?.compiled(in: layout, log: &log)
    return Domain.inferred(from: try #require(program, "\(log.diagnostics)"), names: names)
  }

  private func check(_ expression: String, _ domain: Domain) throws {
    #expect(try inferred(expression) == domain)
  }

  @Test("由表达式推出取值范围") func inference() throws {
    let fromZero = Domain.integers(Interval(from: .zero, through: nil))
    try check("次数", .integers(Interval(from: .zero, through: Decimal(60))))
    try check("count(徒弟)", fromZero)
    try check("count(徒弟) + 次数", fromZero)
    try check("次数 * 2 + 1", .integers(Interval(from: Decimal(1), through: Decimal(121))))
    try check("次数 * 1.5", .numbers(Interval(from: .zero, through: Decimal(90))))
    try check("次数 - 负数", .integers(Interval(from: Decimal(1), through: Decimal(65))))
    try check("次数 * 负数", .integers())
    try check("count(徒弟) / 次数", .numbers(Interval(from: .zero, through: nil)))
    try check("-次数", .integers(Interval(from: Decimal(-60), through: .zero)))
    try check("if 率 > 0 then 次数 else null", .integers(Interval(from: .zero, through: Decimal(60))))
    try check("if 率 > 0 then 次数 else -1", .integers(Interval(from: Decimal(-1), through: Decimal(60))))
    try check("if 率 > 0 then \"甲\" else if 率 = 0 then \"乙\" else \"甲\"", .enumeration(["甲", "乙"]))
    try check("floor(率 / 3)", fromZero)
    try check("min(6, 次数)", .integers(Interval(from: .zero, through: Decimal(6))))
    try check("max(6, 次数, 率)", .numbers(Interval(from: Decimal(6), through: Decimal(100))))
    try check("abs(负数)", fromZero)
    try check("率 > 3", .booleans)
    try check("级别", .enumeration(["国家", "省"]))
    try check("日期", .dates(Interval()))
    try check("徒弟", .open)
  }

  @Test(
    "范围的写法",
    arguments: [
      ("[0..100]", "0", true, "100", true), ("(0..1.5]", "0", false, "1.5", true), (">= 1", "1", true, nil, false),
      ("> -2", "-2", false, nil, false), ("<= 5", nil, false, "5", true), ("<5", nil, false, "5", false),
      ("[ 1 .. 3 )", "1", true, "3", false),
    ] as [(String, String?, Bool, String?, Bool)])
  func ranges(_ text: String, _ low: String?, _ lowIsIncluded: Bool, _ high: String?, _ highIsIncluded: Bool) throws {
    let interval = try #require(Interval<Decimal>(text))
    #expect(interval.lower?.value.description == low)
    #expect(interval.upper?.value.description == high)
    #expect(interval.lower?.isIncluded ?? false == lowIsIncluded)
    #expect(interval.upper?.isIncluded ?? false == highIsIncluded)
  }

  @Test("不是范围的写法", arguments: ["", "1", "[1..2", "1..2", "[5..1]", ">= 甲", "[..1]", "[1..]", "[]", ">=", "[1.2]"])
  func notRanges(_ text: String) {
    #expect(Interval<Decimal>(text) == nil)
  }

  @Test("日期的范围") func dateRanges() throws {
    let interval = try #require(Interval<CivilDate>("[2020-01-01..2025-12-31]"))
    #expect(interval.contains(try #require(CivilDate("2025-12-31"))))
    #expect(!interval.contains(try #require(CivilDate("2019-12-31"))))
  }
}
