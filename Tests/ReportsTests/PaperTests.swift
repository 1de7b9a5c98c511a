import Casework
import Diagnostics
import Evaluation
import FEEL
import Foundation
import Outcomes
import Records
import Rules
import Testing

@testable import Reports

@Suite("文书")
struct PaperTests {
  private static let awards = ["党员示范企业", "党员先锋班组", "红星工匠"]

  private func files(
    _ batches: [Batch], _ kinds: Set<Papers.Kind>, _ settings: PaperSettings? = nil, _ language: Language = .zh
  ) throws -> (files: [Papers.File], codes: [String]) {
    var log = DiagnosticLog()
    let files = Papers(batches, try settings ?? Repository.paperSettings(), language).files(kinds, log: &log)
    return (files, log.diagnostics.map(\.code))
  }

  private func text(_ file: Papers.File) -> (html: String, markdown: String) {
    if case .text(let html, let markdown) = file.content { (html, markdown) } else { ("", "") }
  }

  private func sheets(_ file: Papers.File) -> [Book.Sheet] {
    if case .book(let workbook) = file.content { workbook.book.sheets } else { [] }
  }

  // MARK: What everybody may read

  /// 公开文书 (评选办法 第三十四条): no identity number, no telephone of a person, no score, nobody who was not selected.
  @Test("公开的文书里没有身份号码、手机、得分和落选的人", arguments: [Language.zh, .en])
  func nothingPrivate(_ language: Language) throws {
    let batches = try Self.awards.map { try Repository.round($0, 2025) }
    let (papers, codes) = try files(batches, [.notice, .decision], nil, language)
    #expect(papers.count == 4 && codes == ["PX7239"], "\(codes)")
    for paper in papers {
      let (html, markdown) = text(paper)
      for text in [html, markdown] {
        #expect(text.matches(of: /\d{17}[\dXx]/).isEmpty, "\(paper.path)")
        #expect(text.matches(of: /(?:^|[^0-9])1[3-9]\d{9}(?:[^0-9]|$)/).isEmpty, "\(paper.path)")
        #expect(!text.contains("<script") && text.matches(of: /https?:/).isEmpty)
      }
      for dossier in batches.flatMap(\.dossiers) {
        if let total = dossier.assessment.score?.total, !total.description.isShort {
          #expect(!markdown.contains(total.description), "\(paper.path): \(total)")
        }
        guard !dossier.outcome.standsPublicly else { continue }
        let line = "．\(dossier.record.title)"
        #expect(
          !markdown.contains(line + "（") && !markdown.contains(line + " (") && !markdown.contains(line + "\n"),
          "\(paper.path): \(dossier.record.title) \(dossier.outcome)")
      }
    }
    // And those who are in: each once in a decision.
    let decided = papers.filter { $0.path.contains("决定") || $0.path.contains("decision") }.map { text($0).markdown }
      .joined()
    for dossier in batches.flatMap(\.dossiers) where dossier.outcome == .named {
      #expect(decided.contains("．\(dossier.record.title)"), "\(dossier.record.title)")
    }
  }

  @Test("公示期间由引擎算出：2026年2月11日起，当日起算5个工作日，至24日") func period() throws {
    let (papers, _) = try files([try Repository.round("红星工匠", 2025)], [.notice])
    let notice = text(try #require(papers.first)).markdown
    #expect(notice.contains("2026年2月11日至2026年2月24日（5个工作日）"))
    #expect(notice.contains("关于2025年度“红星工匠”拟命名对象的公示"))
    #expect(notice.contains("截止时间为2026年2月24日17:30") && notice.contains("按姓氏笔画排序"))
    // 递补 has a notice of its own; 28 February, a Saturday, is worked.
    #expect(papers.count == 2 && text(papers[1]).markdown.contains("2026年2月25日至2026年3月2日（5个工作日）"))
  }

  @Test("名单的次序：笔画、名次、编号，名单上都写明", arguments: [("strokes", "按名称笔画排序"), ("rank", "按评选名次排序"), ("number", "按编号排序，不分先后")])
  func order(_ order: String, _ told: String) throws {
    let batch = try Repository.round("党员示范企业", 2025)
    let (papers, _) = try files([batch], [.notice], try Repository.paperSettings(("order: strokes", "order: \(order)")))
    let markdown = text(try #require(papers.first)).markdown
    #expect(markdown.contains(told))
    let names = markdown.split(separator: "\n").filter { $0.first?.isNumber == true && $0.contains("．") }
      .map { String($0.split(separator: "．")[1]) }
    let listed = batch.dossiers.filter { names.contains($0.record.title) }
    #expect(listed.count == names.count && names.count > 5)
    let expected =
      switch order {
      case "rank": listed.sorted { ($0.ranked?.rank ?? 0) < ($1.ranked?.rank ?? 0) }.map(\.record.title)
      case "number": listed.sorted { $0.record.id < $1.record.id }.map(\.record.title)
      // 云 has 4 strokes, 天 4, 长 4, 青 8, 鸣 8, 星 9, 重 9, 朗 10.
      default: ["云", "天", "长", "青", "鸣", "星", "重", "朗"].flatMap { first in names.filter { $0.hasPrefix(first) } }
      }
    #expect(names == expected)
  }

  @Test("日历没有收录的年份：期限是暂定的，公示公告和命名决定都不写") func provisional() throws {
    let (papers, codes) = try files([try Repository.round("红星工匠", 2026)], [.notice, .decision, .report])
    #expect(codes.contains("PX7238") && papers.map(\.path) == ["评审报告-红星工匠"], "\(codes) \(papers.map(\.path))")
    #expect(text(papers[0]).markdown.contains("暂定：日历收录到 2026 年"))
  }

  @Test("没有发布公示、没有命名的，不写公告和决定") func tooEarly() throws {
    let (run, _) = try Repository.run("党员示范企业", 2025, until: "publish")
    let (papers, codes) = try files([run.batch], [.notice, .decision])
    #expect(papers.isEmpty && codes == ["PX7236", "PX7237"], "\(codes)")
  }

  @Test("出现“表彰”而没有批准文号：警告") func commendation() throws {
    let settings = try Repository.paperSettings(("  addressees:", "  purpose: 为表彰先进，\n  addressees:"))
    let (papers, codes) = try files([try Repository.round("党员示范企业", 2025)], [.decision], settings)
    #expect(!papers.isEmpty && codes.contains("PX7240"), "\(codes)")
    #expect(text(papers[0]).markdown.contains("为表彰先进，根据"))
    let (_, clean) = try files([try Repository.round("党员示范企业", 2025)], [.decision])
    #expect(!clean.contains("PX7240"))
  }

  @Test("写成以后还要再查一遍：设置里带进来的身份号码、手机，也不写出")
  func guarded() throws {
    let batch = try Repository.round("红星工匠", 2025)
    for leak in ["经手人 36029919880229003X", "经手人 13900000001"] {
      let settings = try Repository.paperSettings(("示例路1号", "示例路1号，\(leak)"))
      let (papers, codes) = try files([batch], [.notice], settings)
      #expect(papers.isEmpty && Set(codes).isSuperset(of: ["PX7243"]), "\(codes)")
    }
  }

  @Test("两名写法相同：警告，请加一个能区分的字段") func twins() throws {
    let settings = try Repository.paperSettings(("behind: [所属企业, 工种]", "behind: [国籍]"))
    var batch = try Repository.round("红星工匠", 2025)
    let named = batch.dossiers.filter { $0.outcome == .named }
    let double = named[0]
    batch = Batch(
      rules: batch.rules, dossiers: batch.dossiers + [double], refused: batch.refused, selection: batch.selection,
      allocation: batch.allocation, course: batch.course, recordsName: batch.recordsName,
      recordsFingerprint: batch.recordsFingerprint)
    let (_, codes) = try files([batch], [.decision], settings)
    #expect(codes.contains("PX7247"), "\(codes)")
  }

  // MARK: Settings

  @Test(
    "设置写错了，当场说明",
    arguments: [
      ("航链党发〔2026〕2号", "航链党发（2026）第2号", "PX7230"), ("航链党发〔2026〕2号", "航链党发〔2026〕02号", "PX7230"),
      ("telephone: 0798-0000001", "telephone: \"13900000001\"", "PX7234"),
      ("supervision: 0798-0000002", "supervision: 139 0000 0001", "PX7234"),
      ("order: strokes", "order: 姓氏", "PX5"), ("organ: 中共景德镇高新区航空产业链委员会\n", "", "PX5"),
    ])
  func faults(_ old: String, _ new: String, _ code: String) throws {
    var log = DiagnosticLog()
    let settings = try Repository.paperSettings(changing: [(old, new)], log: &log)
    #expect(settings == nil && log.diagnostics.contains { $0.code.hasPrefix(code) }, "\(log.diagnostics.map(\.code))")
    #expect(log.diagnostics.allSatisfy { $0.span != nil })
  }

  @Test(
    "设置与规则不合：没有这个字段、敏感的字段、没有这个奖项、缺受理方式",
    arguments: [
      ("behind: [所属企业, 工种]", "behind: [所属企业, 班次]", "PX7231"),
      ("behind: [所属企业, 工种]", "behind: [公民身份号码]", "PX7232"), ("  红星工匠:", "  红星能手:", "PX7233"),
      ("  email: pingxuan@example.org\n", "", "PX7235"),
    ])
  func mismatches(_ old: String, _ new: String, _ code: String) throws {
    let (papers, codes) = try files(
      [try Repository.round("红星工匠", 2025)], [.notice], try Repository.paperSettings((old, new)))
    #expect(papers.isEmpty && codes == [code], "\(codes)")
  }

  @Test("两个年度不写在一起") func editions() throws {
    let batches = [try Repository.batch("红星工匠", 2025), try Repository.batch("红星工匠", 2026)]
    let (papers, codes) = try files(batches, [.summary])
    #expect(papers.isEmpty && codes == ["PX7244"], "\(codes)")
  }

  @Test("表格里编号和词不拆开，只有指纹可以折行") func wrapping() throws {
    var paper = Paper(.report, name: "试")
    let digest = String(repeating: "0123456789abcdef", count: 4)
    paper.add(.table(PaperTable([[.init(text: "GJ-2025-001 Missing sha256:\(digest)")]])))
    let html = paper.html(.en)
    #expect(html.contains("<span class=\"nb\">GJ-2025-001</span> Missing sha256:0123456789abcdef<wbr>"))
    #expect(html.withoutTags.contains(digest) && !html.contains("overflow-wrap: anywhere"))
  }

  // MARK: Forms

  @Test("推荐表：每名一份，所填的都在，身份号码遮盖；主要事迹超长的不截断，那一份不写") func forms() throws {
    let batch = try Repository.batch("红星工匠", 2025)
    let (papers, codes) = try files([batch], [.form])
    #expect(papers.count == batch.dossiers.count && codes.isEmpty)
    let form = text(try #require(papers.first { $0.path == "推荐表/GJ-2025-001" }))
    for word in [
      "张航", "360299********003X", "数控铣工", "薄壁接头铣削变形控制", "ZL202310004321.0", "附件3-10", "ZZ-001", "所在支部意见", "照片",
    ] {
      #expect(form.html.withoutTags.contains(word), "\(word)")
      #expect(form.markdown.replacing("\\", with: "").contains(word), "\(word)")
    }
    #expect(!form.html.contains("36029919880229003X"))
    // What judges gave is no self-assessment.
    #expect(form.markdown.contains("| E1 | 专家评审与答辩 | 附件3-12 | 15 | 待评 |  |"))
    let settings = try Repository.paperSettings(("deeds: {limit: 2000}", "deeds: {field: 车间班组, limit: 5}"))
    let (fewer, told) = try files([batch], [.form], settings)
    let long = batch.dossiers.filter { ($0.record.value(of: "车间班组")?.string ?? "").count > 5 }
    #expect(!long.isEmpty && fewer.count == batch.dossiers.count - long.count)
    #expect(told == long.map { _ in "PX7241" })
  }

  // MARK: Tables

  @Test("汇总表：按奖项分表，序号连续，人人都在；结论与评审一致") func summary() throws {
    let batches = try Self.awards.map { try Repository.round($0, 2025) }
    let (papers, _) = try files(batches, [.summary])
    let sheets = sheets(try #require(papers.first))
    #expect(sheets.map(\.name) == Self.awards)
    for (sheet, batch) in zip(sheets, batches) {
      #expect(sheet.rows.count == batch.dossiers.count)
      #expect(sheet.rows.enumerated().allSatisfy { $1[0].number == Double($0 + 1) })
      #expect(sheet.rows.allSatisfy { $0.count == sheet.header.count && sheet.widths.count == sheet.header.count })
      for row in sheet.rows {
        let dossier = try #require(batch.dossiers.first { $0.record.id == row[1].text })
        #expect((row[7].text == "符合") == dossier.assessment.conditions.allSatisfy { $0.answer == .yes }, "\(row[1])")
        #expect(row[8].text?.hasPrefix("触发") == !dossier.assessment.vetoesThatHold.isEmpty)
      }
      #expect(sheet.notes[0].hasPrefix("合计 \(batch.dossiers.count)"))
    }
  }

  private func scoreSheets(_ batch: Batch) throws -> [Book.Sheet] {
    let book = try files([batch], [.scores]).files.first
    return book.map(sheets) ?? []
  }

  @Test("评分表：各维度加起来是总分，每个分都点得到它的依据") func scores() throws {
    let batch = try Repository.round("红星工匠", 2025)
    let sheets = try scoreSheets(batch)
    let overall = try #require(sheets.first)
    let named = sheets.filter { $0.name == "依据" }
    let grounds = try #require(named.first)
    let dimensions = batch.rules.dimensions.count
    for row in overall.rows {
      let points = (3..<3 + dimensions + 1).compactMap { row[$0].number }
      guard let total = row[3 + dimensions + 1].number else { continue }
      #expect(abs(points.reduce(0, +) - total) < 0.03, "\(row[2].text ?? "")")
      for (index, column) in (3..<3 + dimensions).enumerated() {
        guard let link = row[column].link else {
          Issue.record("no link")
          continue
        }
        let target = grounds.rows[link.row - Book.Sheet.line(of: 0)]
        #expect(link.sheet == "依据" && target[0].text == row[1].text)
        #expect(target[2].text?.hasPrefix(batch.rules.dimensions[index].id + " ") == true)
      }
    }
  }

  @Test("评分表：专家各一张，有效平均是去高去低以后的") func judges() throws {
    let sheets = try scoreSheets(try Repository.round("红星工匠", 2025))
    let panels = sheets.filter { $0.name.hasPrefix("专家汇总") }
    let panel = try #require(panels.first)
    let judges = panel.header.count { $0.hasPrefix("专家") }
    #expect(judges > 6 && sheets.count { $0.title.contains("专家个人评分表") } == judges)
    for row in panel.rows {
      let given = row[2..<2 + judges].compactMap(\.number).sorted()
      guard given.count > 2, let mean = row[2 + judges + 2].number else { continue }
      #expect(row[2 + judges].number == given.last && row[2 + judges + 1].number == given.first)
      let kept = given.dropFirst().dropLast()
      #expect(abs(kept.reduce(0, +) / Double(kept.count) - mean) < 0.006, "\(row[1].text ?? "")")
    }
    // Names of sheets are all different, and short enough for any spreadsheet.
    #expect(Set(sheets.map(\.name)).count == sheets.count && sheets.allSatisfy { $0.name.utf16.count <= 31 })
  }

  @Test("评审报告：十二部分都在，图是图，没有入围的都有理由", arguments: [Language.zh, .en]) func report(_ language: Language) throws {
    let batch = try Repository.round("党员示范企业", 2025)
    let paper = text(try #require(try files([batch], [.report], nil, language).files.first))
    #expect(paper.markdown.matches(of: /\n##\s/).count == 12)
    #expect(paper.html.matches(of: /<svg\s/).count >= 3)
    for dossier in batch.dossiers where [.belowLine, .capped, .ineligible, .vetoed].contains(dossier.outcome) {
      let reason = try #require(Reasons(batch, language).reasons(dossier).first)
      #expect(paper.html.withoutTags.contains(SVG.escaped(String(reason.text.prefix(12)))), "\(dossier.record.title)")
    }
    #expect(paper.html.matches(of: /\d{17}[\dXx]/).isEmpty)
  }

  @Test("年份、日期、序数照公文的写法") func words() throws {
    let words = PaperWords(language: .zh)
    #expect([1, 10, 11, 20, 21, 99].map(\.chineseNumeral) == ["一", "十", "十一", "二十", "二十一", "九十九"])
    #expect(words.percent(1, of: 3) == "33.3%" && words.percent(1, of: 1) == "100%")
    #expect([Chart.number(-0.4), Chart.number(2.25), Chart.number(3)] == ["-0.4", "2.3", "3"])
  }
}

extension Book.Cell {
  // Inlined into a test, the optimiser of Swift 6.3 takes them for faulty and stops.
  var text: String? {
    @inline(never) get { if case .text(let text) = content { text } else { nil } }
  }
  var number: Double? {
    @inline(never) get { if case .number(let number, _) = content { number } else { nil } }
  }
}

extension String {
  /// What a reader sees of a page.
  fileprivate var withoutTags: String { replacing(/<[^>]*>/, with: "") }

  /// A round number such as 75 may stand in any text.
  fileprivate var isShort: Bool { count < 5 }
}
