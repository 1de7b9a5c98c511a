import Casework
import Diagnostics
import Evaluation
import FEEL
import Fingerprints
import Outcomes
import Records
import Rules
import Workflow

/// 评审报告 of one award: what was done, what came of it, and on what it rests; kept within the office.
struct ReviewPaper {
  let batch: Batch
  let words: PaperWords
  let values: ValueText
  /// The hash of the last entry of the store's log, where the batch comes from one.
  private let log: String?
  private let settings: PaperSettings
  let outcomes: OutcomeWords
  private let reasons: Reasons

  init(_ batch: Batch, log: String?, _ settings: PaperSettings, _ words: PaperWords) {
    self.batch = batch
    self.words = words
    self.log = log
    self.settings = settings
    values = ValueText(batch.rules, words.language)
    outcomes = OutcomeWords(batch, values)
    reasons = Reasons(batch, words.language)
  }

  var paper: Paper {
    let name = words.word("评审报告-\(rules.award)", "report-\(rules.award)").asFileName
    var paper = Paper(.report, name: name)
    paper.add(
      .title(
        words.word(
          "\(rules.edition)年度\(words.quoted(rules.award))\n评审报告",
          "\(rules.award) \(rules.edition)\nReport on the selection")))
    if let year = batch.course?.provisionalAfter {
      paper.add(
        .caution(
          words.word(
            "暂定：日历收录到 \(year) 年，此后的期限是推算的，补上日历后重算；不得据以发布正式公告",
            "Provisional: the calendars end with \(year); what lies beyond is reckoned anew once the year is added")))
    }
    for (index, part) in parts.enumerated() {
      paper.add(words.heading(index + 1, part.title))
      let blocks = part.blocks
      for block in blocks.isEmpty ? [.paragraph(words.word("无。", "None."))] : blocks { paper.add(block) }
    }
    paper.add(
      .signers([
        words.word("经办", "Prepared by"), words.word("复核", "Checked by"), words.word("评选办主任", "Director"),
        words.word("纪检监督员", "Monitor"),
      ]))
    addGrounds(to: &paper)
    return paper
  }

  var rules: CompiledRuleSet { batch.rules }

  private var parts: [(title: String, blocks: [Paper.Block])] {
    [
      (words.word("评选概况", "The selection"), overview),
      (words.word("申报与推荐", "Nominations"), nominations),
      (words.word("条件审查", "Conditions"), excluded(.ineligible)),
      (words.word("否决审查", "Vetoes"), excluded(.vetoed) + pending),
      (words.word("审查与核查", "Checks"), checks),
      (words.word("评分", "Scores"), scores),
      (words.word("排名与入围", "Ranking and list"), ranking),
      (words.word("会议与票决", "Votes"), votes),
      (words.word("公示与异议", "Notice and objections"), notices),
      (words.word("名额与递补", "Seats and successors"), seats),
      (words.word("建议名单", "Proposed names"), proposal),
      (words.word("审计轨迹", "Audit trail"), trail),
    ]
  }

  func table(_ header: [String], _ rows: [[String]], widths: [Int] = [], numbers: Set<Int> = []) -> [Paper.Block] {
    rows.isEmpty ? [] : [.table(PaperTable(header: header, rows: rows, widths: widths, numbers: numbers))]
  }

  func fixed(_ decimal: Decimal) -> String { values.fixed(decimal, scale: rules.total.scale) }

  // MARK: 一、二

  private var overview: [Paper.Block] {
    let moments = batch.dossiers.compactMap(\.history).flatMap(\.stages).map(\.enteredAt)
    var text = words.word(
      "依据《\(rules.regulation.title)》（\(rules.regulation.number)）开展。",
      "Held under 《\(rules.regulation.title)》 (\(rules.regulation.number)).")
    if let first = moments.min(), let last = moments.max() {
      text += words.word(
        "自\(words.day(first.day))受理申报，最后一个环节始于\(words.day(last.day))。",
        " From \(words.day(first.day)); the last stage was entered on \(words.day(last.day)).")
    }
    text += words.word(
      "申报 \(batch.dossiers.count)，拒收 \(batch.refused.count)。",
      " \(batch.dossiers.count) nominees; refused records: \(batch.refused.count).")
    let counts = Outcome.allCases.compactMap { outcome -> [String]? in
      let group = batch.dossiers.filter { $0.outcome == outcome }
      return group.first.map {
        [outcomes.word($0), "\(group.count)", words.percent(group.count, of: batch.dossiers.count)]
      }
    }
    return [.paragraph(text)]
      + table(
        [words.word("结论", "Outcome"), words.word("件数", "Count"), words.word("占比", "Share")], counts, numbers: [1, 2])
  }

  /// By what the settings call the category, and by who recommended.
  private var nominations: [Paper.Block] {
    var blocks: [Paper.Block] = []
    let fields = [settings[rules.award]?.category].compactMap(\.self).map(\.name)
    for field in fields {
      let groups = Dictionary(grouping: batch.dossiers) {
        $0.record.text(field, values) ?? words.word("未填", "not given")
      }
      blocks.append(.heading(2, words.word("按\(field)", "By \(field)")))
      blocks += table(
        [field, words.word("申报", "Nominated"), words.word("入围以上", "Listed or better"), words.word("占申报", "Share")],
        merged(groups).map { key, group in
          [
            key, "\(group.count)", "\(group.count(where: isListed))",
            words.percent(group.count(where: isListed), of: group.count),
          ]
        }, numbers: [1, 2, 3])
    }
    let refused = batch.refused.map { record in
      [
        "\(record.number)", record.id ?? "", record.title ?? "",
        record.diagnostics.map { $0.text(words.language) }.joined(separator: words.word("；", "; ")),
      ]
    }
    if !refused.isEmpty {
      blocks.append(.heading(2, words.word("拒收的记录", "Refused records")))
      blocks += table(
        [words.word("序号", "#"), words.word("编号", "No."), words.word("名称", "Name"), words.word("原因", "Reason")], refused,
        widths: [8, 18, 24, 50])
    }
    return blocks
  }

  /// The largest first; of very many kinds the small ones stand together.
  private func merged(_ groups: [String: [Dossier]]) -> [(String, [Dossier])] {
    let most = 15
    let sorted = groups.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map { ($0.key, $0.value) }
    guard sorted.count > most else { return sorted }
    let rest = sorted.dropFirst(most - 1)
    return sorted.prefix(most - 1) + [
      (words.word("其余 \(rest.count) 类", "\(rest.count) others"), rest.flatMap(\.1))
    ]
  }

  private func isListed(_ dossier: Dossier) -> Bool {
    dossier.ranked?.outcome == .shortlisted || dossier.outcome.hasBeenNamed || dossier.outcome == .selected
  }

  // MARK: 三、四

  private func excluded(_ outcome: Outcome) -> [Paper.Block] {
    reasonTable(batch.inOrder.filter { $0.outcome == outcome })
  }

  private var pending: [Paper.Block] {
    let open = batch.inOrder.filter { $0.outcome == .pending || $0.outcome == .incomplete }
    return open.isEmpty ? [] : [.heading(2, words.word("待核、待补正", "Open"))] + reasonTable(open)
  }

  func reasonTable(_ dossiers: [Dossier]) -> [Paper.Block] {
    table(
      [words.word("编号", "No."), words.word("对象", "Nominee"), words.word("条款", "Clause"), words.word("理由", "Reason")],
      dossiers.flatMap { dossier in
        reasons.reasons(dossier).enumerated().map { index, reason in
          [index == 0 ? dossier.record.id : "", index == 0 ? dossier.record.title : "", reason.clause, reason.text]
        }
      }, widths: [15, 22, 18, 45])
  }

  // MARK: 五

  /// What people signed for each nominee: how many came, how many were sent back, who was late.
  private var checks: [Paper.Block] {
    guard let definition = batch.course?.definition else { return [] }
    let all = batch.dossiers.compactMap(\.history).flatMap(\.stages).filter { $0.scope == .case }
    let rows = definition.stages.compactMap { stage -> [String]? in
      guard case .approve = stage.kind, stage.scope == .case else { return nil }
      let entries = all.filter { $0.stage == stage.id }
      guard !entries.isEmpty else { return nil }
      let filled = entries.flatMap(\.acts).count { $0.signature?.data.isEmpty == false }
      return [
        stage.name ?? stage.id.rawValue, stage.basis ?? "", "\(entries.count)",
        "\(entries.count { $0.ending == .returned })", "\(entries.count(where: \.wasLate))", "\(filled)",
      ]
    }
    return table(
      [
        words.word("环节", "Stage"), words.word("依据", "Clause"), words.word("件次", "Times"), words.word("退回", "Returned"),
        words.word("逾期", "Late"), words.word("填报事实", "Facts given"),
      ], rows, numbers: [2, 3, 4, 5])
  }

  // MARK: 十二

  private var trail: [Paper.Block] {
    var rows = rules.files.map { [words.word("规则", "Rules"), $0.name, $0.fingerprint.description] }
    rows.append([words.word("申报记录", "Records"), batch.recordsName, batch.recordsFingerprint.description])
    if let log { rows.append([words.word("案卷库末条", "Last entry of the store"), "", log]) }
    return table(
      [words.word("内容", "What"), words.word("文件", "File"), words.word("指纹（SHA-256）", "Fingerprint (SHA-256)")], rows,
      widths: [20, 28, 52])
      + [
        .paragraph(
          words.word(
            "用 audit verify 可核对案卷库是否完好，用 audit replay 可把每个动作重新判定一遍。",
            "audit verify says whether the store is as it was written; audit replay decides every act again.")),
        .paragraph(words.word("程序版本 \(Engine.version)。", "Engine \(Engine.version).")),
      ]
  }
}
