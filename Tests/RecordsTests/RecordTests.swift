import Diagnostics
import FEEL
import Records
import Rules
import Testing

@Suite struct RecordTests {
  @Test(arguments: sampleTexts.indices)
  func 四种写法读出一样的事实(_ index: Int) throws {
    let (format, text) = sampleTexts[index]
    let (batch, log) = readSample(text, format)
    #expect(log.diagnostics.filter { $0.severity > .note }.map { $0.text(.zh) } == [])
    #expect(batch.refused.isEmpty)
    try #require(batch.records.count == 2)
    let first = batch.records[0]
    #expect(first.id == "360299********003X")
    #expect(first.title == "张航")
    #expect(first.missing.isEmpty)
    #expect(
      first.values == [
        .string("张航"), .string("36029919880229003X"), .string("91360299MAXX00015A"), .string("高级技师"),
        date("2010-07-01"), .number(15), number("100.1"), number("9007199254740993.07"), .boolean(false),
        .list([.number(88), number("90.5")]),
        .list([
          .context(Context([("级别", .string("国家")), ("名次", .number(2)), ("团体", .boolean(true))])),
          .context(Context([("级别", .string("省")), ("名次", .null), ("团体", .boolean(false))])),
        ]),
        .context(Context([("名称", .string("红星")), ("荣誉", .list([]))])),
      ])
    let second = batch.records[1]
    #expect(second.title == "no")
    #expect(second.ordinal == 1)
    #expect(
      second.missing.map(\.description) == [
        "企业信用代码", "技能等级", "入职日期", "一线工龄", "计划完成率", "研发投入", "已退休", "竞赛获奖[1].名次",
      ])
    #expect(second.values[9] == .list([]))
    #expect(
      second.values[10]
        == .list([.context(Context([("级别", .string("市")), ("名次", .unknown), ("团体", .boolean(false))]))]))
    #expect(second.values[11] == .null)
    #expect(batch[heading: "award"]?.text == ([.yaml, .json].contains(format) ? "红星工匠" : nil))
  }

  @Test func 事实相同指纹相同() throws {
    var fingerprints: [Set<String>] = [[], []]
    for (format, text) in sampleTexts {
      let (batch, _) = readSample(text, format)
      for (index, record) in batch.records.enumerated() { fingerprints[index].insert(record.fingerprint) }
    }
    #expect(fingerprints.map(\.count) == [1, 1])
    #expect(fingerprints[0] != fingerprints[1])
  }

  @Test(arguments: sampleTexts.indices)
  func 规范文本读回同样的事实(_ index: Int) {
    let (format, text) = sampleTexts[index]
    for record in readSample(text, format).0.records {
      let again = readSample(record.canonicalText, .ndjson).0.records
      #expect(again.map(\.values) == [record.values])
      #expect(again.map(\.canonicalText) == [record.canonicalText])
    }
  }

  @Test(arguments: sampleTexts.indices)
  func 每项事实知道写在哪里(_ index: Int) throws {
    let (format, text) = sampleTexts[index]
    let record = try #require(readSample(text, format).0.records.first)
    let name = FactPath("姓名")
    #expect(["张航", "\"张航\""].contains(record.place(of: name).text))
    let level = FactPath("竞赛获奖", [.row(1), .name("级别")])
    #expect(["省", "\"省\"", "\"\"省\"\""].contains(record.place(of: level).text))
    #expect(record.place(of: FactPath("竞赛获奖", [.row(1), .name("团体")])).text.hasPrefix("{"))
    #expect(record.place(of: FactPath("没有")) == record.span)
  }

  @Test func 只有一条记录的文件() {
    #expect(readSample("姓名: 甲\n", .yaml).0.records.map(\.title) == ["甲"])
    #expect(readSample("{\"姓名\": \"甲\"}", .json).0.records.map(\.title) == ["甲"])
    #expect(readSample("[{\"姓名\": \"甲\"}]", .json).0.records.map(\.title) == ["甲"])
    #expect(readSample("- 姓名: 甲\n", .yaml).0.records.map(\.title) == ["甲"])
  }

  @Test func 编号列就是称呼() {
    let (batch, log) = readSample("编号,姓名\nGJ-01,甲\n,乙\n", .csv)
    #expect(log.diagnostics.isEmpty)
    #expect(batch.records.map(\.id) == ["GJ-01", "#2"])
  }

  @Test func 按文件名认格式() {
    #expect(RecordFormat(fileName: "a/名单.YML") == .yaml)
    #expect(RecordFormat(fileName: "名单.jsonl") == .ndjson)
    #expect(RecordFormat(fileName: "名单.XLSX") == .xlsx)
    #expect(RecordFormat(fileName: "名单.xls") == nil)
    #expect(RecordFormat(fileName: "名单") == nil)
  }

  @Test(arguments: [
    "007", "no", "on", "2026-01-01", "~x", "1e3", "0x1F", "否", "null值",
  ])
  func 文字就是文字(_ text: String) {
    #expect(readSample("- 姓名: \(text)\n", .yaml).0.records.first?.values.first == .string(text))
    #expect(readSample("姓名\n\(text)\n", .csv).0.records.first?.values.first == .string(text))
    #expect(readSample("[{\"姓名\":\"\(text)\"}]", .json).0.records.first?.values.first == .string(text))
  }

  @Test func 大批量逐条读出() {
    let rows = (0..<3000).map { "{\"姓名\":\"甲\($0)\",\"一线工龄\":\($0 % 60)}" }
    var log = DiagnosticLog()
    var titles: [String] = []
    let source = Source(name: "名单.ndjson", text: rows.joined(separator: "\n"))
    RecordStream(source, as: .ndjson, sampleSchema).read(&log) { outcome in
      if case .taken(let record) = outcome { titles.append(record.title) }
    }
    #expect(titles == (0..<3000).map { "甲\($0)" })
    #expect(log.diagnostics.isEmpty)
  }
}
