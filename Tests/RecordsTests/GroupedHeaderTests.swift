import Diagnostics
import FEEL
import Records
import Rules
import TestSupport
import Testing

/// Headers of two rows, as forms that people hand round have them, and nominees who take several rows.
@Suite struct GroupedHeaderTests {
  typealias Made = WorkbookMaker.Cell
  typealias Sheet = WorkbookMaker.Sheet

  private static let honours: Shape = .list(
    .row([
      Field(name: "名称", shape: .string), Field(name: "级别", shape: .string, oneOf: ["国家级", "省级"]),
      Field(name: "授予日期", shape: .date),
    ]))

  private static let schema = RecordSchema(fields: [
    Field(name: "姓名", shape: .string, isTitle: true),
    Field(name: "公民身份号码", aliases: ["身份证号"], shape: .string, format: .residentID, isSensitive: true, isKey: true),
    Field(name: "所属企业", aliases: ["名称"], shape: .string, fillsDown: true), Field(name: "工龄", shape: .integer),
    Field(name: "荣誉", shape: honours),
    Field(name: "专利", shape: .list(.row([Field(name: "专利号", shape: .string), Field(name: "排名", shape: .integer)]))),
    Field(name: "评分", shape: .list(.plain(.number))),
    Field(name: "品牌", shape: .record([Field(name: "品牌名", shape: .string), Field(name: "年", shape: .integer)])),
    Field(name: "出生日期", shape: .date), Field(name: "营业收入上年", shape: .number, unit: "万元"),
    Field(name: "营业收入前年", shape: .number, unit: "万元"), Field(name: "营业收入本年", shape: .number, unit: "万元"),
    Field(name: "本年", shape: .integer),
  ])

  private static func honour(_ name: String, _ level: String, _ day: String) -> Value {
    .context(Context([("名称", .string(name)), ("级别", .string(level)), ("授予日期", date(day))]))
  }

  private static func patent(_ number: String, _ place: Int) -> Value {
    .context(Context([("专利号", .string(number)), ("排名", .number(Decimal(place)))]))
  }

  // MARK: - Titles over titles

  @Test func 上一行的标题管它下面几列() {
    let rows = [
      ["姓名", "工龄", "荣誉", "", "", "品牌", ""], ["", "", "名称", "级别", "授予日期", "品牌名", "年"],
      ["甲", "15", "先锋", "省级", "2025.3.1", "红星", "2020"], ["乙", "3", "无", "", "", "无", ""],
    ]
    for merges in [["A1:A2", "B1:B2", "C1:E1", "F1:G1"], ["C1:E1", "F1:G1"]] {
      let (batch, log) = read(rows, merges)
      #expect(log.diagnostics.map(\.code) == ["PX4106"])
      #expect(batch.records.map(\.title) == ["甲", "乙"])
      #expect(
        batch.records.map { $0.values[4] } == [.list([Self.honour("先锋", "省级", "2025-03-01")]), .list([])])
      #expect(
        batch.records.map { $0.values[7] }
          == [.context(Context([("品牌名", .string("红星")), ("年", .number(2020))])), .null])
    }
  }

  @Test func 上面还可以有表名() {
    let (batch, log) = read(
      [
        ["2025年度申报汇总表", "", ""], ["单位：某公司", "", "填表日期"], ["姓名", "荣誉", ""], ["", "名称", "级别"],
        ["甲", "先锋", "省级"], ["填表人：某某", "", ""],
      ], ["A1:C1", "A2:B2", "A3:A4", "B3:C3", "A6:C6"])
    #expect(log.diagnostics.map(\.code) == ["PX4163"])
    #expect(batch.records.map(\.title) == ["甲"])
  }

  @Test func 只作分组的标题不碍事() {
    let (batch, log) = read(
      [
        ["基本情况", "", "", "荣誉", ""], ["姓名", "身份证号", "工龄", "名称", "级别"],
        ["甲", "36029919880229003X", "15", "先锋", "省级"],
      ], ["A1:C1", "D1:E1"])
    #expect(log.diagnostics.isEmpty)
    #expect(batch.records.first?.values[3] == .number(15))
    #expect(
      batch.records.first?.values[4]
        == .list([.context(Context([("名称", .string("先锋")), ("级别", .string("省级")), ("授予日期", .unknown)]))]))
  }

  @Test(arguments: [
    ["荣誉", "", "荣誉", ""], ["荣誉1", "", "荣誉2", ""], ["荣誉（1）", "", "荣誉（2）", ""],
  ])
  func 同一列表可以并排几组(_ groups: [String]) {
    let (batch, log) = read(
      [["姓名"] + groups, ["", "名称", "级别", "名称", "级别"], ["甲", "先锋", "省级", "标兵", "国家级"]],
      ["A1:A2", "B1:C1", "D1:E1"])
    #expect(log.diagnostics.isEmpty)
    guard case .list(let rows)? = batch.records.first?.values[4] else { return #expect(Bool(false)) }
    #expect(rows.count == 2)
  }

  @Test func 分数可以并排() {
    let (batch, log) = read(
      [["姓名", "评分", "", ""], ["", "专家1", "专家2", "专家3"], ["甲", "88", "90.5", ""]], ["A1:A2", "B1:D1"])
    #expect(log.diagnostics.isEmpty)
    #expect(batch.records.first?.values[6] == .list([.number(88), number("90.5")]))
  }

  @Test(arguments: ["营业收入", "营业收入（万元）"])
  func 上下两行合成一个字段名(_ group: String) {
    let (batch, log) = read(
      [["姓名", group, "", "其他", ""], ["", "上年", "前年", "工龄", "荣誉"], ["甲", "1", "2", "3", "无"]],
      ["A1:A2", "B1:C1", "D1:E1"])
    #expect(log.diagnostics.isEmpty)
    #expect(batch.records.first?.values[9] == .number(1) && batch.records.first?.values[10] == .number(2))
    #expect(batch.records.first?.values[4] == .list([]))
  }

  @Test func 没有合并的标题看下面几列() {
    let (batch, log) = read(
      [["姓名", "荣誉", "", "工龄"], ["", "级别", "授予日期", ""], ["甲", "省级", "2025-03-01", "15"]], [])
    #expect(log.diagnostics.isEmpty)
    #expect(batch.records.first?.values[3] == .number(15))
    #expect(
      batch.records.first?.values[4]
        == .list([
          .context(Context([("名称", .unknown), ("级别", .string("省级")), ("授予日期", date("2025-03-01"))]))
        ]))
  }

  @Test(arguments: [
    // 名称 is a name of 所属企业, too.
    ([["姓名", "荣誉", ""], ["", "名称", "级别"]], ["A1:A2"], "PX4136", "B2"),
    ([["姓名", "营业收入", ""], ["", "本年", ""]], ["A1:A2", "B1:C1"], "PX4136", "B2"),
    ([["姓名", "荣誉", ""], ["", "名次", "级别"]], ["A1:A2", "B1:C1"], "PX4134", "B2"),
    ([["姓名", "评分", ""], ["", "专家1", "平均"]], ["A1:A2", "B1:C1"], "PX4134", "C2"),
    ([["姓名", "出生日期", "", ""], ["", "年", "月", "日"]], ["A1:A2", "B1:D1"], "PX4135", "B2"),
    ([["姓名", "荣誉", "", ""], ["", "名称", "级别", ""]], ["A1:A2", "B1:D1"], "PX4137", "B1"),
    ([["姓名", "荣誉", ""], ["", "级别", "级别"], ["甲", "省级", "省级"]], ["A1:A2", "B1:C1"], "", ""),
    ([["姓名", "荣誉", "", "荣誉1"], ["", "级别", "名称", "级别"]], ["A1:A2", "B1:C1"], "PX4072", "D2"),
    ([["姓名", "其他", ""], ["", "奖金", "级别"]], ["A1:A2", "B1:C1"], "PX4071", "B2"),
  ])
  func 分不清的标题指到单元格(_ header: [[String]], _ merges: [String], _ code: String, _ cell: String) {
    let rows = header.count == 2 ? header + [header[0].map { $0.isEmpty ? "" : "甲" }] : header
    let (batch, log) = read(rows, merges)
    let errors = log.diagnostics.filter { $0.severity == .error }
    #expect(errors.first?.code ?? "" == code, "\(errors.map { $0.text(.zh) })")
    #expect(errors.first?.span?.cell?.address ?? "" == cell)
    #expect(batch.records.isEmpty == !code.isEmpty)
  }

  // MARK: - Nominees with several rows

  private static let several: [[String]] = [
    ["序号", "姓名", "身份证号", "所属企业", "荣誉", "", "", "专利", ""], ["", "", "", "", "名称", "级别", "授予日期", "专利号", "排名"],
    ["1", "甲", "36029919880229003X", "云岭", "先锋", "省级", "2025-03-01", "ZL1", "1"],
    ["", "", "", "", "标兵", "国家级", "2024年5月1日", "", ""],
    ["2", "乙", "360299198512310020", "", "能手", "省级", "2023-05-01", "ZL2", "2"],
    ["", "", "", "", "", "", "", "ZL3", "3"], ["3", "丙", "360299199001011015", "", "无", "", "", "无", ""],
  ]
  private static let severalMerges = [
    "A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:G1", "H1:I1", "A3:A4", "B3:B4", "C3:C4", "D3:D7", "A5:A6", "B5:B6",
    "C5:C6",
  ]

  @Test(arguments: [[], ["H3:H4", "I3:I4", "E5:E6", "F5:F6", "G5:G6"]])
  func 一名对象可以占几行(_ more: [String]) {
    let (batch, log) = read(Self.several, Self.severalMerges + more)
    #expect(log.diagnostics.map(\.code) == ["PX4105", "PX4120", "PX4120"])
    #expect(batch.records.map(\.title) == ["甲", "乙", "丙"])
    #expect(batch.records.map { $0.values[2] } == Array(repeating: .string("云岭"), count: 3))
    #expect(
      batch.records.map { $0.values[4] } == [
        .list([Self.honour("先锋", "省级", "2025-03-01"), Self.honour("标兵", "国家级", "2024-05-01")]),
        .list([Self.honour("能手", "省级", "2023-05-01")]), .list([]),
      ])
    #expect(
      batch.records.map { $0.values[5] } == [
        .list([Self.patent("ZL1", 1)]), .list([Self.patent("ZL2", 2), Self.patent("ZL3", 3)]), .list([]),
      ])
    #expect(batch.records[0].place(of: FactPath("荣誉", [.row(1), .name("级别")])).cell?.address == "F4")
  }

  @Test func 没有写是谁的一行() {
    let (_, log) = read(Self.several, Self.severalMerges.filter { !["A3:A4", "B3:B4", "C3:C4"].contains($0) })
    let errors = log.diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.code) == ["PX4138"] && errors.first?.span?.cell?.row == 4)
  }

  @Test func 同一名对象的事实写了两次() {
    var rows = Self.several
    rows[0].append("工龄")
    rows[1].append("")
    rows[2].append("15")
    rows[3].append("16")
    let (_, log) = read(rows, Self.severalMerges)
    let errors = log.diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.code) == ["PX4139"] && errors.first?.span?.cell?.address == "J4")
  }

  @Test func 几行里的敏感事实也遮住() {
    var rows = Self.several
    rows[3][5] = "部级"
    let (batch, log) = read(rows, Self.severalMerges)
    #expect(batch.records.map(\.title) == ["乙", "丙"] && log.diagnostics.contains { $0.code == "PX4016" })
    let shown = DiagnosticRenderer(language: .zh).render(log.diagnostics)
    #expect(shown.contains("部级") && !shown.contains("19880229"), "\(shown)")
  }

  // MARK: - Which sheet

  private static let sheets = [
    Sheet(name: "第一批", rows: [[.shared("姓名"), .shared("工龄")], [.shared("甲"), .number("1")]]),
    Sheet(name: "第二批", rows: [[.shared("姓名"), .shared("工龄")], [.shared("乙"), .number("2")]]),
    Sheet(
      name: "存底", rows: [[.shared("姓名"), .shared("工龄")], [.shared("丙"), .number("3")]], state: "hidden"),
  ]

  @Test(arguments: [("第一批", "甲"), ("第二批", "乙"), ("第 二 批", "乙"), ("存底", "丙")])
  func 指明读哪张工作表(_ sheet: String, _ title: String) {
    let (batch, log) = read(WorkbookMaker(Self.sheets), sheet: sheet)
    #expect(batch.records.map(\.title) == [title])
    #expect(!log.hasErrors && batch.sheet == sheet)
  }

  @Test func 没有那张工作表() {
    let (batch, log) = read(WorkbookMaker(Self.sheets), sheet: "第三批")
    #expect(batch.records.isEmpty && log.diagnostics.map(\.code) == ["PX4132"])
    #expect(log.diagnostics.first?.text(.zh) == "“名单.xlsx”里没有名为“第三批”的工作表，有的是：第一批、第二批")
    var other = DiagnosticLog()
    _ = RecordBatch.read(
      Source(name: "名单.csv", text: "姓名\n甲\n"), as: .csv, Self.schema, sheet: "第一批", log: &other)
    #expect(other.diagnostics.map(\.code) == ["PX4133"])
  }

  // MARK: -

  private func read(_ rows: [[String]], _ merges: [String]) -> (RecordBatch, DiagnosticLog) {
    let cells = rows.map { $0.map { $0.isEmpty ? Made.blank : .shared($0) } }
    return read(WorkbookMaker(cells, merges: merges))
  }

  private func read(_ maker: WorkbookMaker, sheet: String? = nil) -> (RecordBatch, DiagnosticLog) {
    var log = DiagnosticLog()
    let source = Source(name: "名单.xlsx", bytes: maker.bytes)
    return (RecordBatch.read(source, as: .xlsx, Self.schema, sheet: sheet, log: &log), log)
  }
}
