import Diagnostics
import FEEL
import Records
import Rules
import TestSupport
import Testing

/// Several copies of one nomination, and several nominations of one nominee, in one file.
@Suite("重复递交和重复推荐")
struct SubmissionTests {
  static let rules = """
    award: 样例
    edition: 2025
    subject: individual
    regulation: {title: 样例办法, short: 样例办法, number: 样例〔2025〕1号, approval_number: none}
    parameters:
      基准日: {value: 2025-12-01, type: date, basis: 第一条}
    record:
      姓名: {type: string, required: true, title: true}
      公民身份号码: {type: string, required: true, format: resident-id, key: true, sensitive: true}
      所属企业: {type: string, required: true}
      推荐单位: {type: string, required: false}
      递交时间: {type: string, required: false}
      带徒数: {type: integer, required: true}
      手机: {type: string, required: false, sensitive: true}
      荣誉: {type: list, of: {名称: {type: string}}, required: false}
    eligibility:
      - {id: T1, name: 带徒, require: 带徒数 >= 1, basis: 第三条}

    """

  static let submission = """
    submission:
      time: 递交时间
      deadline: 2025-12-19T17:30
      by: 推荐单位
      stays: 推荐单位 = 所属企业
      basis: 第九条

    """

  private func compiled(_ submission: String = submission) throws -> CompiledRuleSet {
    var log = DiagnosticLog()
    let text = Self.rules + submission
    let rules = RuleSet.read("规则.yaml", log: &log) { Source(name: $0, text: text) }?.compiled(log: &log)
    return try #require(rules, "\(DiagnosticRenderer(language: .zh).render(log.sorted))")
  }

  private func read(_ rows: [String], _ submission: String = submission) throws -> (RecordBatch, DiagnosticLog) {
    var log = DiagnosticLog()
    let rules = try compiled(submission)
    let source = Source(name: "名单.yaml", text: rows.map { "- {\($0)}\n" }.joined())
    return (RecordBatch.read(source, as: .yaml, rules.schema, settling: rules, log: &log), log)
  }

  private static let zhang = "姓名: 张航, 公民身份号码: 36029919880229003X, 所属企业: 星辰航空"

  private static func row(_ id: String, _ by: String, _ time: String, _ more: String = "带徒数: 2") -> String {
    "编号: \(id), \(zhang), 推荐单位: \(by), 递交时间: \"\(time)\", \(more)"
  }

  @Test("E1 同一单位递交三次，以截止前最后一次为准，逐项列出改动；行的先后不起作用")
  func resubmission() throws {
    let rows = [
      Self.row("甲-1", "星辰航空", "2025-12-03T10:00", "带徒数: 1, 手机: 13800000001"),
      Self.row("甲-1", "星辰航空", "2025-12-10 09:00", "带徒数: 3, 手机: 13800000002"),
      Self.row("甲-1", "星辰航空", "2025-12-05", "带徒数: 2, 手机: 13800000001"),
      "编号: 乙-1, 姓名: 李敏, 公民身份号码: \"360299198512310020\", 所属企业: 星辰航空, 带徒数: 1",
    ]
    var random = SplitMix(seed: 45)
    for _ in 0..<12 {
      let (batch, log) = try read(rows.shuffled(using: &random))
      #expect(log.diagnostics.isEmpty && batch.refused.isEmpty)
      #expect(batch.records.map(\.id).sorted() == ["乙-1", "甲-1"])
      let kept = try #require(batch.records.first { $0.id == "甲-1" })
      #expect(kept.values[5] == .number(3))
      #expect(Set(batch.superseded.map(\.time)) == ["2025-12-03 10:00", "2025-12-05"])
      #expect(batch.superseded.allSatisfy { $0.laterTime == "2025-12-10 09:00" })
      #expect(Set(batch.superseded.flatMap(\.differences).map(\.field)) == ["带徒数", "手机"])
    }
  }

  @Test("逾期递交的不予受理，此前的一份照旧有效；当日 17:30 不算逾期")
  func late() throws {
    let (batch, log) = try read([
      Self.row("甲-1", "星辰航空", "2025-12-19T17:30"), Self.row("甲-1", "星辰航空", "2025-12-19T17:31", "带徒数: 9"),
    ])
    #expect(batch.records.map { $0.values[5] } == [.number(2)])
    #expect(batch.refused.map { $0.diagnostics.map(\.code) } == [["PX4201"]])
    #expect(log.diagnostics.map { $0.text(.zh) } == ["“甲-1”递交于 2025-12-19 17:31，已过截止时间 2025-12-19 17:30，不予受理"])
    let (_, unread) = try read([Self.row("甲-1", "星辰航空", "上周三")])
    #expect(unread.diagnostics.map(\.code) == ["PX4202"])
  }

  @Test("E1 企业和协会双重推荐：留劳动关系所在企业的一份，缺的由另一份补上，另一份并入；行的先后不起作用")
  func doubleNomination() throws {
    let rows = [
      Self.row("甲-1", "星辰航空", "2025-12-03", "带徒数: 2"),
      Self.row("协-7", "航空产业协会", "2025-12-08", "带徒数: 5, 荣誉: [{名称: 先锋}]"),
    ]
    for rows in [rows, rows.reversed()] {
      let (batch, log) = try read(rows)
      #expect(log.diagnostics.isEmpty && batch.refused.isEmpty && batch.superseded.isEmpty)
      let kept = try #require(batch.records.first)
      #expect(batch.records.count == 1 && kept.id == "甲-1" && kept.values[5] == .number(2))
      #expect(kept.values[7].list?.count == 1 && !kept.missing.contains(FactPath("荣誉")))
      let merger = try #require(batch.mergers.first)
      #expect(merger.record.id == "协-7" && merger.into == "甲-1" && merger.filled == ["荣誉"])
      #expect(merger.differences.map(\.field) == ["带徒数"])
      #expect(merger.differences.map(\.before) == [.number(5)] && merger.differences.map(\.after) == [.number(2)])
    }
  }

  @Test("两个单位各递交几次：先各取最后一次，再看留哪一份")
  func both() throws {
    let (batch, _) = try read([
      Self.row("甲-1", "星辰航空", "2025-12-03"), Self.row("协-7", "航空产业协会", "2025-12-08", "带徒数: 5"),
      Self.row("甲-1", "星辰航空", "2025-12-04", "带徒数: 4"), Self.row("协-7", "航空产业协会", "2025-12-09", "带徒数: 6"),
    ])
    #expect(batch.records.map { $0.values[5] } == [.number(4)])
    #expect(batch.mergers.map { $0.record.values[5] } == [.number(6)])
    #expect(Set(batch.superseded.map(\.id)) == ["协-7", "甲-1"])
  }

  @Test(
    "说不准以哪一份为准的，两份都不收，都指出来",
    arguments: [
      ["甲-1 协会 2025-12-03", "甲-2 学会 2025-12-04"], ["甲-1 星辰航空 2025-12-03", "甲-2 星辰航空 2025-12-03"],
      ["甲-1 星辰航空 2025-12-03", "甲-2 星辰航空 "],
    ])
  func undecided(_ rows: [String]) throws {
    let written = rows.enumerated().map { index, row in
      let parts = row.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      return Self.row(parts[0], parts[1], parts[2], "带徒数: \(index + 1)")
    }
    let (batch, log) = try read(written)
    #expect(batch.records.isEmpty && batch.mergers.isEmpty && batch.superseded.isEmpty)
    #expect(batch.refused.map { $0.diagnostics.map(\.code) } == [["PX4005"], ["PX4005"]])
    let shown = DiagnosticRenderer(language: .zh).render(log.sorted)
    #expect(!shown.contains("19880229"), "\(shown)")
    #expect(shown.contains("分不出以哪一份为准") || shown.contains("定不出保留哪一份"), "\(shown)")
  }

  @Test("规则没有写 submission 的，照旧两份都不收；没有写 by 的，都是同一份申报")
  func without() throws {
    let rows = [Self.row("甲-1", "星辰航空", "2025-12-03"), Self.row("协-7", "协会", "2025-12-08")]
    #expect(try read(rows, "").0.refused.count == 2)
    let (batch, _) = try read(rows, "submission: {time: 递交时间}\n")
    #expect(batch.records.map(\.id) == ["协-7"] && batch.superseded.map(\.id) == ["甲-1"])
  }

  @Test("E44 同名不同人：身份号码不同，各是各的；编号相同而人不同，是编错了，都不收")
  func namesakes() throws {
    let other = "姓名: 张航, 公民身份号码: \"360299198512310020\", 所属企业: 星辰航空, 递交时间: 2025-12-03, 带徒数: 1"
    let (batch, _) = try read([Self.row("甲-1", "星辰航空", "2025-12-03"), "编号: 甲-2, \(other)"])
    #expect(batch.records.count == 2)
    let (mistaken, log) = try read([Self.row("甲-1", "星辰航空", "2025-12-03"), "编号: 甲-1, \(other)"])
    #expect(mistaken.records.isEmpty && Set(log.diagnostics.map(\.code)) == ["PX4006"])
  }
}
