import Diagnostics
import FEEL
import Records
import Rules
import TestSupport
import Testing

/// What people type into cells (the committee’s list X1–X26), in a workbook and, where a text says it all, in CSV.
@Suite struct TypedCellTests {
  typealias Made = WorkbookMaker.Cell

  /// What becomes of a cell.
  enum Outcome {
    /// The value, and the codes of what is said about it.
    case value(Value, [String] = [])
    case refused(String)
  }

  static let schema = RecordSchema(
    fields: sampleSchema.fields + [
      Field(name: "年份", shape: .integer), Field(name: "职工人数", shape: .integer, range: range(.number(0), nil, ">= 0")),
      Field(name: "手机号", shape: .string, format: .mobile), Field(name: "事迹", shape: .string),
      Field(name: "书记姓名", shape: .string),
    ])

  static let texts: [(rule: String, column: String, cell: String, outcome: Outcome)] =
    [
      ("X1", "年份", "２０２５", .value(.number(2025), ["PX4101"])),
      ("X1", "研发投入", "９８．５", .value(number("98.5"), ["PX4101"])),
      ("X1", "技能等级", "技师", .value(.string("技师"))),
      ("X1", "企业信用代码", "９１３６０２９９ＭＡＸＸ０００１５Ａ", .value(.string("91360299MAXX00015A"), ["PX4117"])),
      ("X1", "事迹", "①ＡＢ㎡（甲），完。", .value(.string("①ＡＢ㎡（甲），完。"))),
      ("X1", "书记姓名", "Ａ．李", .value(.string("Ａ．李"))),
      ("X2", "研发投入", "1,234.50万元", .value(number("1234.5"), ["PX4102"])),
      ("X2", "研发投入", "１，２３４．５０ 万", .value(number("1234.5"), ["PX4101", "PX4102"])),
      ("X4", "计划完成率", "98.5%", .value(number("98.5"), ["PX4104"])),
      ("X4", "计划完成率", "98.5％", .value(number("98.5"), ["PX4101", "PX4104"])),
      ("X4", "计划完成率", "0.985", .value(number("0.985"), ["PX4019"])),
      ("X5", "入职日期", "2025年3月1日", .value(date("2025-03-01"), ["PX4105"])),
      ("X10", "入职日期", "2025年2月29日", .refused("PX4014")), ("X10", "入职日期", "2025-02-30", .refused("PX4014")),
      ("X10", "入职日期", "2025/13/1", .refused("PX4014")), ("X11", "入职日期", "3/1/2025", .refused("PX4111")),
      ("X11", "入职日期", "1-3-25", .refused("PX4111")), ("X11", "入职日期", "25.3.1", .refused("PX4111")),
      ("X13", "姓名", "John Smith", .value(.string("John Smith"))),
      ("X13", "书记姓名", "艾力·买买提", .value(.string("艾力·买买提"))),
      ("X13", "书记姓名", "欧阳　 修", .value(.string("欧阳修"), ["PX4113"])),
      ("X13", "事迹", "甲 乙", .value(.string("甲 乙"))),
      ("X13", "姓名", "A\nB", .refused("PX4023")),
      ("X15", "研发投入", "无", .value(.null)), ("X15", "竞赛获奖", "无", .value(.list([]))),
      ("X15", "专家评分", "无", .value(.list([]))),
      ("X15", "研发投入", "", .value(.unknown)), ("X15", "研发投入", " 　", .value(.unknown)),
      ("X17", "公民身份号码", "36029919880229003x", .value(.string("36029919880229003X"), ["PX4117"])),
      ("X17", "公民身份号码", "36029919880229003Ｘ", .value(.string("36029919880229003X"), ["PX4117"])),
      ("X17", "公民身份号码", "36029919880229003X", .value(.string("36029919880229003X"))),
      ("X19", "企业信用代码", "91360299MAXO00015A", .refused("PX4036")),
      ("X22", "手机号", "138 0000 0000", .value(.string("13800000000"), ["PX4122"])),
      ("X22", "手机号", "+86-138-0000-0000", .value(.string("13800000000"), ["PX4122"])),
      ("X22", "手机号", "１３８００００００００", .value(.string("13800000000"), ["PX4122"])),
      ("X22", "手机号", "13800000000", .value(.string("13800000000"))),
      ("X22", "手机号", "0798-8123456", .refused("PX4145")), ("X22", "手机号", "1380000000", .refused("PX4145")),
      ("X23", "研发投入", "-50", .value(.number(-50))), ("X23", "研发投入", "(50)", .value(.number(-50), ["PX4123"])),
      ("X23", "研发投入", "（50）", .value(.number(-50), ["PX4101", "PX4123"])), ("X23", "职工人数", "-50", .refused("PX4017")),
      ("X", "事迹", "#REF!", .refused("PX4140")), ("X", "研发投入", "#N/A", .refused("PX4140")),
      ("X", "事迹", "#DIV/0!", .refused("PX4140")),
    ]
    + ["2025.3.1", "2025/3/1", "2025-3-1", "20250301", "2025-03-1"].map {
      ("X6", "入职日期", $0, .value(date("2025-03-01"), ["PX4106"]))
    }
    + [" 张三", "张三　", "\u{200B}张三", "张\u{200B}三", "张三\n", "张\n三", "张 三", "张　三"].map {
      ("X13", "姓名", $0, .value(.string("张三"), ["PX4113"]))
    }
    + ["√", "✓", "有", "○", "Y", "1"].map { ("X14", "已退休", $0, .value(.boolean(true), ["PX4114"])) }
    + ["无", "×", "x", "N", "0"].map { ("X14", "已退休", $0, .value(.boolean(false), ["PX4114"])) }
    + [("X14", "已退休", "是", .value(.boolean(true))), ("X14", "已退休", "否", .value(.boolean(false)))]
    + ["/", "-", "—", "－", "N/A"].map { ("X15", "研发投入", $0, .value(.unknown, ["PX4115"])) }
    + ["/", "-", "—", "－", "N/A"].map { ("X15", "事迹", $0, .value(.unknown, ["PX4115"])) }
    + ["≥100", "约100", "100左右", "100+", "90-95", "90～95", "100多"].map { ("X24", "研发投入", $0, .refused("PX4124")) }

  static let cells: [(rule: String, column: String, cell: Made, outcome: Outcome)] = [
    ("X4", "计划完成率", .number("0.985", .percent), .value(number("98.5"), ["PX4104"])),
    ("X4", "计划完成率", .number("0.98499999999999999", .percent), .value(number("98.5"), ["PX4104"])),
    ("X4", "计划完成率", .number("1.2", .percent), .value(number("120"), ["PX4104"])),
    ("X4", "计划完成率", .number("0.985"), .value(number("0.985"), ["PX4019"])),
    ("X4", "研发投入", .number("0.985", .percent), .refused("PX4024")),
    ("X2", "研发投入", .number("1234.5", .inWan), .value(number("1234.5"), ["PX4102"])),
    ("X2", "研发投入", .number("3.2", .inYi), .refused("PX4024")),
    ("X2", "研发投入", .number("12345000", .thousandths), .refused("PX4147")),
    ("X8", "入职日期", .number("45717"), .value(date("2025-03-01"), ["PX4108"])),
    ("X8", "入职日期", .shared("45717"), .value(date("2025-03-01"), ["PX4108"])),
    ("X8", "入职日期", .number("45717", .date), .value(date("2025-03-01"))),
    ("X8", "入职日期", .number("45717", .chineseDate), .value(date("2025-03-01"))),
    ("X8", "入职日期", .number("45717", .coloured), .value(date("2025-03-01"))),
    ("X8", "入职日期", .number("45717", .dayAndMonth), .value(date("2025-03-01"))),
    ("X8", "入职日期", .number("45717.4", .dateTime), .value(date("2025-03-01"), ["PX4107"])),
    ("X8", "入职日期", .formula("45000+717", value: "45717"), .value(date("2025-03-01"), ["PX4108"])),
    ("X8", "入职日期", .isoDate("2025-03-01T00:00:00"), .value(date("2025-03-01"))),
    ("X8", "入职日期", .number("60", .date), .refused("PX4013")), ("X8", "入职日期", .number("2025"), .refused("PX4013")),
    ("X8", "入职日期", .number("202503"), .refused("PX4013")),
    ("X6", "入职日期", .number("20250301"), .value(date("2025-03-01"), ["PX4106"])),
    ("X8", "入职日期", .number("0.35", .time), .refused("PX4142")),
    ("X8", "研发投入", .number("45717", .date), .refused("PX4142")),
    ("X8", "事迹", .number("45717", .date), .value(.string("2025-03-01"), ["PX4109"])),
    ("X8", "事迹", .number("45717", .dayAndMonth), .refused("PX4143")),
    ("X8", "事迹", .number("0.354166666666667", .time), .value(.string("08:30"), ["PX4109"])),
    ("X8", "事迹", .number("1.25", .elapsed), .value(.string("06:00"), ["PX4109"])),
    ("X14", "已退休", .boolean(true), .value(.boolean(true))), ("X14", "已退休", .boolean(false), .value(.boolean(false))),
    ("X14", "已退休", .number("1"), .value(.boolean(true), ["PX4114"])),
    ("X14", "已退休", .number("0"), .value(.boolean(false), ["PX4114"])),
    ("X14", "研发投入", .boolean(true), .refused("PX4142")), ("X14", "事迹", .boolean(true), .refused("PX4142")),
    ("X15", "研发投入", .blank, .value(.unknown)), ("X15", "研发投入", .styled, .value(.unknown)),
    ("X17", "公民身份号码", .number("3.6029919880229E+17"), .refused("PX4144")),
    ("X22", "手机号", .number("13800000000"), .value(.string("13800000000"))),
    ("X23", "研发投入", .number("-50"), .value(.number(-50))),
    ("数", "研发投入", .number("0.30000000000000004"), .value(number("0.3"))),
    ("数", "研发投入", .number("1E-3"), .value(number("0.001"))), ("数", "研发投入", .number("1.5E+3"), .value(number("1500"))),
    ("数", "研发投入", .number("007"), .value(.number(7))), ("数", "年份", .number("7", .padded), .value(.number(7))),
    ("数", "年份", .number("730", .quoted), .value(.number(730))),
    ("文", "事迹", .number("7", .padded), .value(.string("0007"))), ("文", "事迹", .number("12.50"), .value(.string("12.5"))),
    ("文", "事迹", .inline("行内 <&> 文字"), .value(.string("行内 <&> 文字"))),
    ("文", "事迹", .rich(["张", "三", "的事迹"]), .value(.string("张三的事迹"))),
    ("文", "事迹", .formulaText("算出的字"), .value(.string("算出的字"))),
    ("文", "事迹", .shared("第一行\n第二行│三"), .value(.string("第一行\n第二行│三"))),
    ("文", "姓名", .shared("张三\r\n"), .value(.string("张三"), ["PX4113"])),
    ("式", "研发投入", .formula("1+1", value: "2"), .value(.number(2))),
    ("式", "研发投入", .formula("1+1", value: nil), .refused("PX4141")),
    ("式", "专家评分", .formula("1+1", value: nil), .refused("PX4141")),
    ("错", "研发投入", .error("#N/A"), .refused("PX4140")), ("错", "事迹", .error("#REF!"), .refused("PX4140")),
    ("错", "竞赛获奖", .error("#VALUE!"), .refused("PX4140")),
  ]

  @Test(arguments: texts.indices)
  func CSV里(_ index: Int) throws {
    let (rule, column, cell, outcome) = Self.texts[index]
    var log = DiagnosticLog()
    let text = "编号,\(column)\n甲1,\"\(cell)\"\n"
    let batch = RecordBatch.read(Source(name: "名单.csv", text: text), as: .csv, Self.schema, log: &log)
    try check(batch, log, column, outcome, "\(rule) \(cell.debugDescription)")
  }

  @Test(arguments: texts.indices)
  func 工作簿里的文字(_ index: Int) throws {
    let (rule, column, cell, outcome) = Self.texts[index]
    for made in [Made.shared(cell), .inline(cell)] {
      try check(made, column, outcome, "\(rule) \(cell.debugDescription)")
    }
  }

  @Test(arguments: cells.indices)
  func 工作簿里的各种单元格(_ index: Int) throws {
    let (rule, column, cell, outcome) = Self.cells[index]
    try check(cell, column, outcome, "\(rule) \(cell)")
  }

  @Test func 从1904年数起的工作簿() throws {
    for (cell, notes) in [(Made.number("44255"), ["PX4108"]), (.number("44255", .date), [])] {
      var maker = WorkbookMaker([[.shared("编号"), .shared("入职日期")], [.shared("甲1"), cell]])
      maker.is1904 = true
      var log = DiagnosticLog()
      let batch = RecordBatch.read(Source(name: "名单.xlsx", bytes: maker.bytes), as: .xlsx, Self.schema, log: &log)
      try check(batch, log, "入职日期", .value(date("2025-03-01"), notes), "\(cell)")
    }
  }

  private func check(_ cell: Made, _ column: String, _ outcome: Outcome, _ what: String) throws {
    let maker = WorkbookMaker([[.shared("编号"), .shared(column)], [.shared("甲1"), cell]])
    var log = DiagnosticLog()
    let batch = RecordBatch.read(Source(name: "名单.xlsx", bytes: maker.bytes), as: .xlsx, Self.schema, log: &log)
    try check(batch, log, column, outcome, what)
    for diagnostic in log.diagnostics {
      #expect(diagnostic.span?.cell?.description == "名单!B2", "\(what)")
      #expect(diagnostic.notes.first?.text(.zh) == "单元格 名单!B2，“\(column)”列", "\(what)")
    }
  }

  private func check(
    _ batch: RecordBatch, _ log: DiagnosticLog, _ column: String, _ outcome: Outcome, _ what: String
  ) throws {
    let codes = log.diagnostics.map(\.code)
    let said = log.diagnostics.map { $0.text(.zh) }
    switch outcome {
    case .value(let value, let expected):
      #expect(codes == expected, "\(what): \(said)")
      let index = try #require(Self.schema.fields.firstIndex { $0.name == column })
      #expect(batch.records.first?.values[index] == value, "\(what)")
      #expect(batch.refused.isEmpty, "\(what): \(said)")
    case .refused(let code):
      #expect(log.diagnostics.filter { $0.severity == .error }.map(\.code) == [code], "\(what): \(said)")
      #expect(batch.records.isEmpty && batch.refused.count == 1, "\(what)")
    }
    for diagnostic in log.diagnostics where diagnostic.severity == .note {
      let arguments = diagnostic.arguments
      #expect(arguments["before"] != nil, "\(what)")
      for language in Language.allCases { #expect(!diagnostic.text(language).contains("{"), "\(what)") }
    }
  }
}
