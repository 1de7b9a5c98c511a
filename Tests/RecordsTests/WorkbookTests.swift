import Diagnostics
import FEEL
import Records
import Rules
import TestSupport
import Testing

@Suite struct WorkbookTests {
  typealias Made = WorkbookMaker.Cell
  typealias Sheet = WorkbookMaker.Sheet

  // MARK: - The same facts

  @Test func 与其他写法事实相同() {
    let header = [
      "序号", "姓名*", "公民身份号码", "企业信用代码", "技能等级", "入职日期", "一线工龄（年）", "计划完成率", "研发投入（万元）", "已退休", "专家评分",
      "竞赛获奖", "党建品牌", "备注",
    ].map { Made.shared($0) }
    let maker = WorkbookMaker([
      header,
      [
        .number("1"), .rich(["张", "航"]), .shared("36029919880229003X"), .inline("91360299MAXX00015A"), .shared("高级技师"),
        .number("40360", .chineseDate), .number("15"), .number("1.001", .percent), .shared("9007199254740993.07"),
        .boolean(false), .shared("[88, 90.5]"),
        .shared("[{级别: 国家, 名次: 2, 团体: true}, {\"级别\": \"省\", 名次: 无}]"), .shared("{名称: 红星, 荣誉: []}"), .shared("好"),
      ],
      [
        .number("2"), .shared("no"), .shared("360299198512310020"), .blank, .blank, .blank, .styled, .blank, .blank,
        .blank,
        .shared("无"), .shared("[{级别: 市}]"), .shared("无"),
      ],
    ])
    let (batch, log) = read(maker)
    #expect(log.diagnostics.map(\.code) == ["PX4104"])
    let others = readSample(sampleTexts[0].text, .yaml).0.records
    #expect(batch.records.map(\.fingerprint) == others.map(\.fingerprint))
    #expect(batch.records.map(\.id) == others.map(\.id))
  }

  @Test func 带前缀的XML也读() {
    var maker = WorkbookMaker([["姓名", "一线工龄"], ["甲", "3"]])
    maker.prefix = "x:"
    #expect(read(maker).0.records.map(\.title) == ["甲"])
  }

  // MARK: - Titles

  @Test(arguments: ["姓 名", "姓　名", " 姓名 ", "姓名*", "＊姓名", "姓\n名", "申报人", "申报人 姓名"])
  func 列名不计空格和全半角也可用别名(_ title: String) {
    let schema = RecordSchema(fields: [Field(name: "姓名", aliases: ["申报人", "申报人姓名"], shape: .string, isTitle: true)])
    for format in [RecordFormat.csv, .xlsx] {
      var log = DiagnosticLog()
      let bytes = format == .csv ? Array("\"\(title)\"\n甲\n".utf8) : WorkbookMaker([[title], ["甲"]]).bytes
      let batch = RecordBatch.read(Source(name: "名单", bytes: bytes), as: format, schema, log: &log)
      #expect(batch.records.map(\.title) == ["甲"])
      #expect(log.diagnostics.isEmpty)
    }
  }

  @Test func 单位和全角括号() {
    let (batch, log) = read(WorkbookMaker([["姓名", "研发投入 (万元)", "计划完成率（％）"], ["甲", "3", "98"]]))
    #expect(log.diagnostics.isEmpty)
    #expect(batch.records.first?.values[7] == .number(3))
  }

  @Test func 表头上面可以有标题() {
    let maker = WorkbookMaker(
      [
        [.shared("2025年度汇总表"), .styled, .styled], [], [.shared("姓名"), .shared("一线工龄")], [.shared("甲"), .number("3")],
      ],
      merges: ["A1:C1"])
    #expect(read(maker).0.records.map(\.title) == ["甲"])
  }

  @Test func 表末合并成一行的文字不是记录() {
    let maker = WorkbookMaker(
      [[.shared("姓名"), .shared("一线工龄")], [.shared("甲"), .number("3")], [.shared("填表人：某某"), .styled]], merges: ["A3:B3"])
    let (batch, log) = read(maker)
    #expect(batch.records.map(\.title) == ["甲"])
    #expect(log.diagnostics.map(\.code) == ["PX4163"])
  }

  @Test(arguments: ["合计", "合　计", "小计"])
  func 合计不是记录(_ word: String) {
    let (batch, log) = read(WorkbookMaker([["序号", "姓名", "一线工龄"], ["1", "甲", "3"], [word, "", "3"]]))
    #expect(batch.records.map(\.title) == ["甲"])
    #expect(log.diagnostics.map(\.code) == ["PX4149"])
    #expect(read(WorkbookMaker([["姓名", "一线工龄"], ["甲", "3"], [word, "3"]])).0.records.count == 1)
  }

  @Test func 隐藏的行也读_但要提示() {
    var maker = WorkbookMaker([["姓名", "一线工龄"], ["甲", "3"], ["乙", "4"]])
    maker.parts["xl/worksheets/sheet1.xml"] = """
      <worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c></row>\
      <row r="2" hidden="1"><c r="A2" t="inlineStr"><is><t>甲</t></is></c></row></sheetData></worksheet>
      """
    let (batch, log) = read(maker)
    #expect(batch.records.map(\.title) == ["甲"])
    #expect(log.diagnostics.map { $0.text(.zh) } == ["工作表“名单”有 1 行是隐藏或筛掉的，照样读了；不要的请删去"])
  }

  @Test func 只填了序号的行不是记录() {
    let (batch, log) = read(WorkbookMaker([["序号", "姓名"], ["1", "甲"], ["2", ""], ["3", ""]]))
    #expect(batch.records.map(\.title) == ["甲"])
    #expect(log.diagnostics.isEmpty)
  }

  // MARK: - Merged cells

  private static let filling = RecordSchema(fields: [
    Field(name: "姓名", shape: .string, isTitle: true), Field(name: "所属企业", shape: .string, fillsDown: true),
    Field(name: "工龄", shape: .integer),
  ])

  private func merged(_ column: Int, _ reference: String, styled: Bool = true) -> WorkbookMaker {
    var rows: [[Made]] = [[.shared("姓名"), .shared("所属企业"), .shared("工龄")]]
    for index in 0..<3 {
      var row: [Made] = [.shared("人\(index)"), .shared("企业\(index)"), .number("\(index + 1)")]
      if index > 0 { row[column] = styled ? .styled : .blank }
      rows.append(row)
    }
    return WorkbookMaker(rows, merges: [reference])
  }

  @Test(arguments: [true, false])
  func 合并的单元格在声明的列里向下填充(_ styled: Bool) {
    let (batch, log) = read(merged(1, "B2:B4", styled: styled), Self.filling)
    #expect(batch.records.map { $0.values[1] } == Array(repeating: .string("企业0"), count: 3))
    #expect(log.diagnostics.map(\.code) == ["PX4120", "PX4120"])
    #expect(log.diagnostics.map { $0.span?.cell?.address } == ["B3", "B4"])
    #expect(log.diagnostics.first?.text(.zh) == "“所属企业”与 B2 是合并的单元格，按“企业0”读")
  }

  @Test(arguments: [true, false])
  func 没有声明的列里合并的单元格拒收(_ styled: Bool) {
    let (batch, log) = read(merged(2, "C2:C4", styled: styled), Self.filling)
    #expect(batch.records.map(\.title) == ["人0"])
    #expect(log.diagnostics.map(\.code) == ["PX4121", "PX4121"])
    #expect(log.diagnostics.map { $0.span?.cell?.address } == ["C3", "C4"])
  }

  @Test func 横向合并拒收() {
    let (batch, log) = read(
      WorkbookMaker(
        [[.shared("姓名"), .shared("所属企业"), .shared("工龄")], [.shared("甲"), .shared("企业"), .styled]], merges: ["B2:C2"]),
      Self.filling)
    #expect(batch.records.isEmpty)
    #expect(log.diagnostics.map(\.code) == ["PX4121"])
  }

  // MARK: - Lists

  private static let lists = RecordSchema(fields: [
    Field(name: "姓名", shape: .string, isTitle: true),
    Field(name: "公民身份号码", shape: .string, format: .residentID, isSensitive: true, isKey: true),
    Field(
      name: "荣誉", aliases: ["近三年荣誉"],
      shape: .list(
        .row([
          Field(name: "名称", shape: .string), Field(name: "级别", shape: .string, oneOf: ["国家级", "省级"]),
          Field(name: "年份", shape: .integer),
        ]))),
    Field(name: "专家评分", shape: .list(.plain(.number))),
    Field(name: "品牌", shape: .record([Field(name: "名称", shape: .string), Field(name: "年", shape: .integer)])),
  ])

  private static func honour(_ name: String, _ level: String, _ year: Value) -> Value {
    .context(Context([("名称", .string(name)), ("级别", .string(level)), ("年份", year)]))
  }

  @Test(arguments: [RecordFormat.csv, .xlsx])
  func 列表可以摊成几列(_ format: RecordFormat) {
    let rows = [
      ["姓名", "荣誉.1.名称", "荣誉．１．级别", "荣誉.1.年份", "荣誉.2.名称", "荣誉.2.级别", "荣誉.2.年份", "专家评分.1", "专家评分.2", "品牌.名称", "品牌.年"],
      ["甲", "先锋", "省级", "2024", "标兵", "国家级", "", "88", "90.5", "红星", "2020"],
      ["乙", "", "", "", "标兵", "国家级", "2023", "", "", "", ""], ["丙", "无", "", "", "", "", "", "无", "", "无", ""],
      ["丁", "", "", "", "", "", "", "", "", "", ""],
    ]
    let (batch, log) = table(rows, format, Self.lists)
    #expect(log.diagnostics.map { $0.text(.zh) } == [])
    let values = batch.records.map(\.values)
    #expect(
      values.map { $0[2] } == [
        .list([Self.honour("先锋", "省级", .number(2024)), Self.honour("标兵", "国家级", .unknown)]),
        .list([Self.honour("标兵", "国家级", .number(2023))]), .list([]), .unknown,
      ])
    #expect(values.map { $0[3] } == [.list([.number(88), number("90.5")]), .unknown, .list([]), .unknown])
    #expect(
      values.map { $0[4] } == [
        .context(Context([("名称", .string("红星")), ("年", .number(2020))])), .unknown, .null, .unknown,
      ])
    #expect(batch.records[0].missing.map(\.description) == ["公民身份号码", "荣誉[2].年份"])
    #expect(batch.records[0].place(of: FactPath("荣誉", [.row(1), .name("级别")])).text == "国家级")
  }

  @Test(arguments: [
    (["姓名", "荣誉.1.名次"], "PX4071"), (["姓名", "荣誉.零.名称"], "PX4071"), (["姓名", "荣誉.1.名称", "荣誉.1.名称"], "PX4072"),
    (["姓名", "荣誉", "荣誉.1.名称"], "PX4072"), (["姓名", "荣誉.1.名称", "荣誉"], "PX4072"),
  ])
  func 摊开的列名有错(_ titles: [String], _ code: String) {
    for format in [RecordFormat.csv, .xlsx] {
      let (batch, log) = table([titles, titles.map { _ in "甲" }], format, Self.lists)
      #expect(batch.records.isEmpty)
      #expect(log.diagnostics.map(\.code).contains(code))
    }
  }

  private func book(_ titles: [String], _ details: [[String]], sheet: String = "荣誉") -> WorkbookMaker {
    func rows(_ texts: [[String]]) -> [[Made]] { texts.map { $0.map { $0.isEmpty ? .blank : .shared($0) } } }
    let people = [
      ["编号": "1", "姓名": "甲", "公民身份号码": "36029919880229003X"], ["编号": "2", "姓名": "乙", "公民身份号码": "360299198512310020"],
      ["编号": "3", "姓名": "丙", "公民身份号码": "360299199001011015"],
    ]
    return WorkbookMaker([
      Sheet(name: sheet, rows: rows(details)),
      Sheet(name: "名单", rows: rows([titles] + people.map { person in titles.map { person[$0] ?? "" } })),
      Sheet(name: "填表说明", rows: rows([["照实填写"]])), Sheet(name: "Sheet3", rows: []),
      Sheet(name: "下拉", rows: rows([["姓名"], ["甲"]]), state: "hidden"),
    ])
  }

  @Test(arguments: [
    (["编号", "姓名", "公民身份号码"], "编号", ["2", "1", "2", "3"]),
    (
      ["姓名", "公民身份号码"], "公民身份号码",
      ["360299198512310020", "36029919880229003x", "360299198512310020", "360299199001011015"]
    ),
    (["姓名"], "姓 名", ["乙", "甲", "乙 ", "丙"]),
  ])
  func 列表可以是另一张工作表(_ titles: [String], _ key: String, _ keys: [String]) {
    let details = [
      [key, "名称", "级别", "年份"], [keys[0], "先锋", "省级", "2024"], [keys[1], "标兵", "国家级", "2023"],
      [keys[2], "能手", "省级", ""],
      [keys[3], "无", "", ""],
    ]
    for sheet in ["荣誉", "近三年荣誉"] {
      let (batch, log) = read(book(titles, details, sheet: sheet), Self.lists)
      #expect(log.diagnostics.map { $0.text(.zh) } == [])
      #expect(
        batch.records.map { $0.values[2] } == [
          .list([Self.honour("标兵", "国家级", .number(2023))]),
          .list([Self.honour("先锋", "省级", .number(2024)), Self.honour("能手", "省级", .unknown)]), .list([]),
        ])
      #expect(batch.records[1].place(of: FactPath("荣誉", [.row(1), .name("名称")])).cell?.description == "\(sheet)!B4")
    }
  }

  @Test func 另一张工作表里谁的一列可以合并() {
    var maker = book(
      ["编号", "姓名"], [["编号", "名称", "级别", "年份"], ["1", "先锋", "省级", "2024"], ["", "标兵", "国家级", "2023"]])
    maker.sheets[0].rows[2][0] = .styled
    maker.sheets[0].merges = ["A2:A3"]
    let (batch, log) = read(maker, Self.lists)
    #expect(log.diagnostics.isEmpty)
    #expect(
      batch.records[0].values[2]
        == .list([Self.honour("先锋", "省级", .number(2024)), Self.honour("标兵", "国家级", .number(2023))]))
  }

  @Test(arguments: [
    ([["编号", "名称"], ["9", "先锋"]], "PX4165", "荣誉!A2"), ([["编号", "名称"], ["", "先锋"]], "PX4166", "荣誉!A2"),
    ([["名称"], ["先锋"]], "PX4164", "荣誉!A1"), ([["编号", "名称", "名次"], ["1", "先锋", "2"]], "PX4071", "荣誉!C1"),
    ([["编号", "名称", "级别"], ["1", "先锋", "部级"]], "PX4016", "荣誉!C2"),
    ([["编号", "荣誉名称", "等级"], ["1", "先锋", "省级"]], "PX4146", "荣誉!A1"),
  ])
  func 另一张工作表里的错指到单元格(_ details: [[String]], _ code: String, _ cell: String) {
    let (batch, log) = read(book(["编号", "姓名"], details), Self.lists)
    #expect(log.diagnostics.map(\.code) == [code])
    #expect(log.diagnostics.map { $0.span?.cell?.description } == [cell])
    #expect(batch.records.count == (code == "PX4016" ? 2 : 0))
  }

  @Test func 有一行不知是谁的也说出各条记录的错() {
    var maker = book(["编号", "姓名"], [["编号", "名称", "级别"], ["9", "先锋", "省级"], ["1", "标兵", "部级"]])
    maker.sheets[1].rows[0].append(.shared("品牌.年"))
    maker.sheets[1].rows[2].append(.shared("约20"))
    let (batch, log) = read(maker, Self.lists)
    #expect(batch.records.isEmpty && batch.refused.isEmpty)
    #expect(log.diagnostics.map(\.code) == ["PX4165", "PX4016", "PX4124"])
  }

  @Test func 同名的人要用编号() {
    var maker = book(["姓名"], [["姓名", "名称"], ["甲", "先锋"]])
    maker.sheets[1].rows[2][0] = .shared("甲")
    #expect(read(maker, Self.lists).1.diagnostics.map(\.code) == ["PX4167"])
  }

  @Test func 两张都像名单就不读() {
    let rows: [[Made]] = [[.shared("姓名"), .shared("一线工龄")], [.shared("甲"), .number("1")]]
    let (batch, log) = read(WorkbookMaker([Sheet(name: "一", rows: rows), Sheet(name: "二", rows: rows)]))
    #expect(batch.records.isEmpty)
    #expect(log.diagnostics.map(\.code) == ["PX4161"])
  }

  @Test func 别的工作表说明没有读() {
    let rows: [[Made]] = [[.shared("姓名"), .shared("一线工龄")], [.shared("甲"), .number("1")]]
    let (batch, log) = read(
      WorkbookMaker([Sheet(name: "名单", rows: rows), Sheet(name: "统计", rows: [[.shared("合计"), .number("1")]])]))
    #expect(batch.records.count == 1)
    #expect(log.diagnostics.map(\.code) == ["PX4162"])
  }

  // MARK: - What is not shown

  @Test func 敏感的从不示人() {
    let maker = book(
      ["姓名", "公民身份号码"],
      [["公民身份号码", "名称", "级别"], ["36029919880229003x", "先锋", "部级"], ["360299198802290013", "标兵", "省级"]])
    let (batch, log) = read(maker, Self.lists)
    let shown = Language.allCases.map { DiagnosticRenderer(language: $0) }
      .map { $0.render(log.diagnostics) + $0.render(batch.refused.flatMap(\.diagnostics)) }.joined()
    #expect(log.hasErrors && !shown.contains("19880229"), "\(shown)")
    var other = book(["姓名", "公民身份号码"], [["公民身份号码", "名称", "级别"], ["36029919880229003x", "先锋", "部级"]])
    other.sheets[1].rows[1][1] = .shared("36029919880229003ｘ")
    let (_, second) = read(other, Self.lists)
    let text = DiagnosticRenderer(language: .zh).render(second.diagnostics)
    #expect(second.diagnostics.map(\.code).sorted() == ["PX4016", "PX4117"])
    #expect(!text.contains("19880229") && text.contains("名单.xlsx:荣誉!C2") && text.contains("部级"), "\(text)")
  }

  // MARK: - Encoding of CSV

  @Test func GB18030的CSV() {
    // 姓名,技能等级 / 张航,技师 in GB18030, with a character of four bytes.
    let bytes: [UInt8] =
      [0xD0, 0xD5, 0xC3, 0xFB, 0x2C, 0xBC, 0xBC, 0xC4, 0xDC, 0xB5, 0xC8, 0xBC, 0xB6, 0x0D, 0x0A]
      + [0xD5, 0xC5, 0x95, 0x32, 0x82, 0x36, 0x2C, 0xBC, 0xBC, 0xCA, 0xA6, 0x0D, 0x0A]
    var log = DiagnosticLog()
    let batch = RecordBatch.read(Source(name: "名单.csv", bytes: bytes), as: .csv, sampleSchema, log: &log)
    #expect(batch.records.map(\.title) == ["张𠀀"])
    #expect(log.diagnostics.map(\.code) == ["PX4131"])
  }

  // MARK: -

  private func table(
    _ rows: [[String]], _ format: RecordFormat, _ schema: RecordSchema
  ) -> (RecordBatch, DiagnosticLog) {
    if format == .xlsx { return read(WorkbookMaker(rows), schema) }
    var log = DiagnosticLog()
    let source = Source(name: "名单.csv", text: rows.map { $0.joined(separator: ",") }.joined(separator: "\n"))
    return (RecordBatch.read(source, as: .csv, schema, log: &log), log)
  }

  private func read(_ maker: WorkbookMaker, _ schema: RecordSchema = sampleSchema) -> (RecordBatch, DiagnosticLog) {
    var log = DiagnosticLog()
    return (RecordBatch.read(Source(name: "名单.xlsx", bytes: maker.bytes), as: .xlsx, schema, log: &log), log)
  }
}
