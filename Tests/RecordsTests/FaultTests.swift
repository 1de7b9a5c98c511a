import Diagnostics
import FEEL
import Records
import Rules
import Testing

@Suite struct FaultTests {
  @Test(arguments: [
    ("PX4001", "- ⟦甲⟧\n"),
    ("PX4002", "- ⟦名姓⟧: 甲\n"),
    ("PX4002", "- 竞赛获奖: [{级别: 省, ⟦名词⟧: 1}]\n"),
    ("PX1006", "- 姓名: 甲\n  ⟦姓名⟧: 乙\n"),
    ("PX4004", "- 竞赛获奖: ⟦一等⟧\n"),
    ("PX4004", "- 竞赛获奖: [⟦省⟧]\n"),
    ("PX4004", "- 党建品牌: ⟦[]⟧\n"),
    ("PX4004", "- 姓名: ⟦[甲]⟧\n"),
    ("PX4004", "- 一线工龄: ⟦'15'⟧\n"),
    ("PX4004", "- 已退休: ⟦'true'⟧\n"),
    ("PX4005", "- 公民身份号码: ⟦36029919880229003X⟧\n- 公民身份号码: ⟦36029919880229003x⟧\n"),
    ("PX4010", "- 一线工龄: ⟦十五⟧\n"),
    ("PX4010", "- 一线工龄: ⟦１５⟧\n"),
    ("PX4010", "- 研发投入: ⟦1,234.50⟧\n"),
    ("PX4010", "- 研发投入: ⟦≥100⟧\n"),
    ("PX4010", "- 研发投入: ⟦1e3⟧\n"),
    ("PX4010", "- 研发投入: ⟦0x1F⟧\n"),
    ("PX4010", "- 研发投入: ⟦.inf⟧\n"),
    ("PX4010", "- 专家评分: [88, ⟦九十⟧]\n"),
    ("PX4011", "- 一线工龄: ⟦15.5⟧\n"),
    ("PX4012", "- 研发投入: ⟦1234567890123456789012345678901234.5⟧\n"),
    ("PX4013", "- 入职日期: ⟦2025-3-1⟧\n"),
    ("PX4013", "- 入职日期: ⟦2025年3月1日⟧\n"),
    ("PX4013", "- 入职日期: ⟦3/1/2025⟧\n"),
    ("PX4013", "- 入职日期: ⟦去年⟧\n"),
    ("PX4014", "- 入职日期: ⟦2025-02-30⟧\n"),
    ("PX4015", "- 已退休: ⟦否⟧\n"),
    ("PX4015", "- 已退休: ⟦no⟧\n"),
    ("PX4016", "- 技能等级: ⟦高极技师⟧\n"),
    ("PX4017", "- 一线工龄: ⟦61⟧\n"),
    ("PX4017", "- 入职日期: ⟦1949-12-31⟧\n"),
    ("PX4017", "- 专家评分: [88, ⟦100.5⟧]\n"),
    ("PX4017", "- 竞赛获奖: [{级别: 省, 名次: ⟦0⟧}]\n"),
    ("PX4030", "- 公民身份号码: ⟦3602991988⟧\n"),
    ("PX4033", "- 公民身份号码: ⟦360299198802290014⟧\n"),
    ("PX4036", "- 企业信用代码: ⟦91360299MAXO00015A⟧\n"),
    ("PX4053", "⟦甲⟧\n"),
    ("PX4053", "records: ⟦甲⟧\n"),
    ("PX4054", "⟦awards⟧: 甲\nrecords: [{姓名: 甲}]\n"),
  ])
  func YAML里指到原处(_ code: String, _ marked: String) { check(code, marked, .yaml) }

  @Test(arguments: [
    ("PX4001", "[⟦1⟧]"),
    ("PX4002", "[{⟦\"名姓\"⟧: \"甲\"}]"),
    ("PX4003", "[{\"姓名\": \"甲\", ⟦\"姓名\"⟧: \"乙\"}]"),
    ("PX4004", "[{\"姓名\": ⟦7⟧}]"),
    ("PX4004", "[{\"一线工龄\": ⟦\"15\"⟧}]"),
    ("PX4010", "[{\"一线工龄\": ⟦true⟧}]"),
    ("PX4013", "[{\"入职日期\": ⟦20250301⟧}]"),
    ("PX4015", "[{\"已退休\": ⟦0⟧}]"),
    ("PX4012", "[{\"研发投入\": ⟦1234567890123456789012345678901234.5⟧}]"),
    ("PX4060", "[{\"姓名\": \"甲\" ⟦\"⟧一线工龄\": 1}]"),
    ("PX4060", "[{\"姓名\": \"甲\"},⟦]⟧"),
    ("PX4061", "[{\"姓名\": \"甲\"}⟦⟧"),
    ("PX4062", "[{\"姓名\": \"甲\"}] ⟦x⟧"),
    ("PX4064", "[{\"姓名\": ⟦\"⟧甲}]"),
    ("PX4065", "[{\"姓名\": \"甲⟦\n⟧\"}]"),
    ("PX4066", "[{\"姓名\": ⟦甲⟧}]"),
    ("PX4066", "[{\"一线工龄\": ⟦015⟧}]"),
    ("PX4067", "[{\"姓名\": ⟦\"\\x\"⟧}]"),
    ("PX4067", "[{\"姓名\": ⟦\"\\ud800\"⟧}]"),
    ("PX4053", "⟦1⟧2"),
    ("PX4053", "⟦⟧"),
  ])
  func JSON里指到原处(_ code: String, _ marked: String) { check(code, marked, .json) }

  @Test(arguments: [
    ("PX4061", "{\"姓名\": \"甲\"}\n{\"姓名\": ⟦⟧\n{\"姓名\": \"丙\"}\n", 2),
    ("PX4062", "{\"姓名\": \"甲\"}\n{\"姓名\": \"乙\"} ⟦{⟧}\n", 1),
    ("PX4001", "⟦[{\"姓名\": \"甲\"}]⟧\n{\"姓名\": \"乙\"}", 1),
    ("PX4064", "{\"姓名\": ⟦\"⟧甲}\n{\"姓名\": \"乙\"}\n", 1),
  ])
  func NDJSON里一行有错不碍其余(_ code: String, _ marked: String, _ taken: Int) {
    let batch = check(code, marked, .ndjson)
    #expect(batch.records.count == taken)
    #expect(batch.refused.count == 1)
  }

  @Test(arguments: [
    ("PX4010", "姓名,一线工龄\n甲,⟦约15⟧\n"),
    ("PX4010", "姓名,研发投入\n甲,⟦\"1,23\"⟧\n"),
    ("PX4010", "姓名,研发投入\n甲,⟦1.23E+11⟧\n"),
    ("PX4010", "姓名,研发投入\n甲,⟦98.5%⟧\n"),
    ("PX4014", "姓名,入职日期\n甲,⟦2025年2月29日⟧\n"),
    ("PX4013", "姓名,入职日期\n甲,⟦1-3-25⟧\n"),
    ("PX4015", "姓名,已退休\n甲,⟦○⟧\n"),
    ("PX4016", "姓名,技能等级\n\"甲\n乙\",⟦\"技 师\"⟧\n"),
    ("PX4019", "姓名,计划完成率\n甲,⟦0.985⟧\n"),
    ("PX4020", "姓名,专家评分\n甲,⟦88;90⟧\n"),
    ("PX4021", "姓名,党建品牌\n甲,⟦红星⟧\n"),
    ("PX4017", "姓名,专家评分\n甲,\"[88, ⟦101⟧]\"\n"),
    ("PX4002", "姓名,党建品牌\n甲,\"{名称: '红\"\"星', ⟦荣玉⟧: []}\"\n"),
    ("PX1030", "姓名,专家评分\n甲,\"[88, 90⟦⟧\"\n"),
    ("PX4070", "⟦⟧"),
    ("PX4071", "姓名,⟦工灵⟧\n甲,1\n"),
    ("PX4072", "姓名,⟦姓名⟧\n甲,1\n"),
    ("PX4073", "姓名,一线工龄\n⟦甲⟧\n"),
    ("PX4073", "姓名,一线工龄\n甲,1,⟦2⟧\n"),
    ("PX4074", "姓名,一线工龄\n\"甲\"⟦乙,1⟧\n"),
    ("PX4075", "姓名,一线工龄\n甲,⟦\"⟧1\n"),
  ])
  func CSV里指到原处(_ code: String, _ marked: String) { check(code, marked, .csv) }

  @Test func CSV里一行有错不碍其余() {
    let text = "\r\n姓名,一线工龄\r\n甲,1\r\n\r\n\"乙\"丙,2\r\n丁,x\r\n,\r\n戊,\"5\"\r\n己,6,7\r\n庚,8"
    let (batch, log) = readSample(text, .csv)
    #expect(batch.records.map(\.title) == ["甲", "戊", "庚"])
    #expect(batch.records.map(\.ordinal) == [0, 3, 5])
    #expect(batch.refused.map(\.ordinal) == [1, 2, 4])
    #expect(log.diagnostics.map(\.code) == ["PX4074", "PX4010", "PX4073"])
    #expect(log.diagnostics.map { $0.span?.start.line } == [5, 6, 9])
    #expect(log.diagnostics[1].notes.map { $0.text(.zh) } == ["表格第 6 行，“一线工龄”列"])
  }

  @Test func 警告不拒收() {
    let (batch, log) = readSample("- {姓名: 甲, 计划完成率: 250}\n", .yaml)
    #expect(batch.records.count == 1)
    #expect(log.diagnostics.map(\.code) == ["PX4018"])
  }

  @Test func 一条记录的错处全都指出() {
    let (batch, log) = readSample("- {姓名: [], 一线工龄: x, 技能等级: y, 没有: 1}\n- {姓名: 乙}\n", .yaml)
    #expect(batch.records.map(\.title) == ["乙"])
    #expect(batch.refused.map { $0.diagnostics.map(\.code) } == [["PX4004", "PX4010", "PX4016", "PX4002"]])
    #expect(log.errorCount == 4)
  }

  @Test(arguments: [
    ("- 技能等级: 高极技师\n", RecordFormat.yaml, "高级技师"),
    ("[{\"技能等级\": \"高极技师\"}]", .json, "\"高级技师\""),
    ("[{\"一线工龄\": \"15\"}]", .json, "15"),
    ("[{\"姓名\": 7}]", .json, "\"7\""),
    ("[{\"入职日期\": \"2025/3/1\"}]", .json, "\"2025-03-01\""),
    ("- 研发投入: 1,234.50万元\n", .yaml, "1234.50"),
    ("- 研发投入: （50）\n", .yaml, "-50"),
    ("- 已退休: 是\n", .yaml, "true"),
    ("- 名姓: 甲\n", .yaml, "姓名"),
  ])
  func 改法(_ text: String, _ format: RecordFormat, _ replacement: String) {
    #expect(readSample(text, format).1.diagnostics.flatMap(\.fixIts).map(\.replacement) == [replacement])
  }

  @Test(arguments: [
    ("一线工龄", "１５", Value.number(15)), ("一线工龄", "15年", .number(15)), ("一线工龄", " 15　", .number(15)),
    ("研发投入", "１，２３４．５０ 万", number("1234.5")), ("研发投入", "(50)", .number(-50)),
    ("研发投入", "−50", .number(-50)), ("研发投入", "无", .null), ("研发投入", "N/A", .unknown),
    ("计划完成率", "98.5％", number("98.5")), ("入职日期", "2025.3.1", date("2025-03-01")),
    ("入职日期", "20250301", date("2025-03-01")), ("入职日期", "２０２５/３/1", date("2025-03-01")),
    ("入职日期", "无", .null), ("入职日期", "—", .unknown), ("已退休", "√", .boolean(true)),
    ("已退休", "无", .boolean(false)), ("已退休", "×", .boolean(false)), ("已退休", "TRUE", .boolean(true)),
    ("已退休", "0", .boolean(false)), ("专家评分", "无", .list([])), ("专家评分", "[]", .list([])),
    ("专家评分", "", .unknown), ("党建品牌", "无", .null), ("姓名", "\u{200B} 张三 ", .string("张三")),
    ("姓名", "无", .string("无")), ("公民身份号码", "360299 19880229 003x", .string("36029919880229003X")),
  ])
  func 表格里人怎么填(_ column: String, _ cell: String, _ value: Value) throws {
    let (batch, log) = readSample("备注,\(column)\n行,\"\(cell)\"\n", .csv)
    #expect(log.diagnostics.map { $0.text(.zh) } == [])
    let index = try #require(sampleSchema.fields.firstIndex { $0.name == column })
    #expect(batch.records.first?.values[index] == value)
  }

  @Test func 重复的都不收() {
    let text = "公民身份号码,姓名\n36029919880229003X,甲\n360299198512310020,乙\n36029919880229003X,丙\n36029919880229003X,丁\n"
    let (batch, log) = readSample(text, .csv)
    #expect(batch.records.map(\.title) == ["乙"])
    #expect(batch.refused.map(\.ordinal) == [0, 2, 3])
    #expect(log.diagnostics.map(\.code) == ["PX4005", "PX4005", "PX4005"])
    #expect(log.diagnostics.allSatisfy { !$0.text(.zh).contains("19880229") })
  }

  @Test(arguments: RecordFormat.allCases)
  func 不是UTF8(_ format: RecordFormat) {
    var log = DiagnosticLog()
    let bytes = Array("姓名\n张".utf8) + [0xBA, 0xBD] + Array("\n".utf8)
    let source = Source(name: "名单", bytes: format == .json || format == .ndjson ? Array("{\"".utf8) + bytes : bytes)
    let batch = RecordBatch.read(source, as: format, sampleSchema, log: &log)
    #expect(batch.records.isEmpty)
    #expect(log.hasErrors)
    if format == .csv { #expect(log.diagnostics.map { $0.span?.range } == [10..<11]) }
  }

  @discardableResult
  private func check(_ code: String, _ marked: String, _ format: RecordFormat) -> RecordBatch {
    let text = Marked(marked)
    let (batch, log) = readSample(text.text, format)
    #expect(log.diagnostics.map(\.code) == text.ranges.map { _ in code }, "\(marked)")
    #expect(log.diagnostics.compactMap { $0.span?.range } == text.ranges, "\(marked)")
    for diagnostic in log.diagnostics {
      for language in Language.allCases { #expect(!diagnostic.text(language).contains("{\(diagnostic.code)")) }
    }
    return batch
  }
}
