import Diagnostics
import FEEL
import Records
import Rules
import Testing

@Suite struct FaultTests {
  @Test(arguments: yamlFaults)
  func YAML里指到原处(_ code: String, _ marked: String) { check(code, marked, .yaml) }

  @Test(arguments: jsonFaults)
  func JSON里指到原处(_ code: String, _ marked: String) { check(code, marked, .json) }

  @Test(arguments: ndjsonFaults)
  func NDJSON里一行有错不碍其余(_ code: String, _ marked: String, _ taken: Int) {
    let batch = check(code, marked, .ndjson)
    #expect(batch.records.count == taken)
    #expect(batch.refused.count == 1)
  }

  @Test(arguments: csvFaults)
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
    #expect(log.diagnostics.filter { $0.severity > .note }.map { $0.text(.zh) } == [])
    let index = try #require(sampleSchema.fields.firstIndex { $0.name == column })
    #expect(batch.records.first?.values[index] == value)
  }

  @Test(arguments: [
    ("", RecordFormat.csv), ("姓名\n", .csv), ("\u{FEFF}姓名,一线工龄\n\n,\n", .csv), ("\n\n", .csv), ("", .yaml),
    ("# 还没有\n", .yaml),
    ("[]\n", .yaml), ("award: 甲\nrecords: []\n", .yaml), ("", .json), (" \n", .json), ("[]", .json),
    ("{\"records\": []}", .json),
    ("", .ndjson), ("\n \n", .ndjson),
  ])
  func 没有记录是一个错误(_ text: String, _ format: RecordFormat) {
    let log = readSample(text, format).1
    #expect(log.diagnostics.map(\.code) == ["PX4052"])
    #expect(log.hasErrors)
  }

  @Test func 重复的都不收() {
    let text = "公民身份号码,姓名\n36029919880229003X,甲\n360299198512310020,乙\n36029919880229003X,丙\n36029919880229003X,丁\n"
    let (batch, log) = readSample(text, .csv)
    #expect(batch.records.map(\.title) == ["乙"])
    #expect(batch.refused.map(\.ordinal) == [0, 2, 3])
    #expect(log.diagnostics.map(\.code) == ["PX4005", "PX4005", "PX4005"])
    #expect(log.diagnostics.allSatisfy { !$0.text(.zh).contains("19880229") })
  }

  @Test func 编号重复的也都不收() {
    let text = """
      编号,公民身份号码,姓名
      GJ-1,36029919880229003X,甲
      GJ-2,360299198512310020,乙
      GJ-1,360299198802290013,丙
      ,360299199001011015,丁
      GJ-3,36029919880229003X,戊

      """
    let (batch, log) = readSample(text, .csv)
    #expect(batch.records.map(\.title) == ["乙", "丁"])
    #expect(batch.refused.map(\.ordinal) == [0, 2, 4])
    #expect(log.diagnostics.map(\.code) == ["PX4006", "PX4005", "PX4006", "PX4005"])
    #expect(
      log.diagnostics.map { $0.span?.text } == ["GJ-1", "36029919880229003X", "GJ-1", "36029919880229003X"])
    #expect(
      log.diagnostics.map { $0.text(.zh) } == [
        "两条记录的“编号”都是 GJ-1；请改正其中一个，或只留一条", "两条记录的“公民身份号码”相同：GJ-1 与 GJ-3；请只留一条",
        "两条记录的“编号”都是 GJ-1；请改正其中一个，或只留一条", "两条记录的“公民身份号码”相同：GJ-3 与 GJ-1；请只留一条",
      ])
  }

  @Test func 没有编号时按先后称呼() {
    let text = "- 公民身份号码: 36029919880229003X\n- 公民身份号码: 36029919880229003X\n"
    #expect(readSample(text, .yaml).1.diagnostics.map { $0.text(.zh) }.first == "两条记录的“公民身份号码”相同：#1 与 #2；请只留一条")
  }

  @Test func 长长的值只引开头() {
    let log = readSample("- 一线工龄: \(String(repeating: "九", count: 9999))\n", .yaml).1
    #expect(log.diagnostics.map { $0.text(.zh).count } == [91])
  }

  @Test func 成段的文字可以换行() {
    let (batch, log) = readSample("- 党建品牌: {名称: \"第一行\\n第二行\\t完\"}\n", .yaml)
    #expect(batch.records.count == 1 && log.diagnostics.isEmpty)
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
