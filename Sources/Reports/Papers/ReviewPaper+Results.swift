import Casework
import Evaluation
import FEEL
import Outcomes
import Records
import Rules
import Workflow

/// What the report says of scores, ranking, votes, notice and seats.
extension ReviewPaper {
  // MARK: 评分

  var scores: [Paper.Block] {
    let scored = batch.dossiers.filter { $0.assessment.score != nil }
    guard !scored.isEmpty else { return [] }
    var blocks: [Paper.Block] = []
    let totals = scored.compactMap { $0.assessment.score?.total }
    var rows = rules.dimensions.indices.map { index in
      statistics(
        "\(rules.dimensions[index].id) \(rules.dimensions[index].name)", values.points(rules.dimensions[index].max),
        scored.compactMap { $0.assessment.score?.dimensions[index].points })
    }
    if rules.bonus != nil {
      rows.append(statistics(words.word("加分", "Bonus"), "", scored.compactMap { $0.assessment.score?.bonus?.points }))
    }
    rows.append(statistics(words.word("总分", "Total"), rules.maximum.map { values.points($0) } ?? "", totals))
    blocks += table(
      [
        words.word("维度", "Dimension"), words.word("满分", "Max."), words.word("最高", "Highest"),
        words.word("最低", "Lowest"),
        words.word("平均", "Mean"), words.word("中位数", "Median"),
      ], rows, numbers: [1, 2, 3, 4, 5])
    if !totals.isEmpty { blocks.append(distribution(totals)) }
    blocks.append(profile(scored))
    return blocks + judges
  }

  private func statistics(_ name: String, _ max: String, _ points: [Decimal]) -> [String] {
    let sorted = points.sorted()
    guard let least = sorted.first, let most = sorted.last else { return [name, max, "—", "—", "—", "—"] }
    let middle = sorted.count / 2
    let median = sorted.count % 2 == 1 ? sorted[middle] : mean([sorted[middle - 1], sorted[middle]])
    return [name, max, fixed(most), fixed(least)] + [mean(sorted), median].map { $0.map(fixed) ?? "—" }
  }

  private func mean(_ points: [Decimal]) -> Decimal? {
    let sum = points.reduce(Decimal?.some(.zero)) { sum, next in sum.flatMap { $0.adding(next) } }
    return sum.flatMap { $0.divided(by: Decimal(points.count)) }
  }

  private func distribution(_ totals: [Decimal]) -> Paper.Block {
    let line = batch.selection?.line.map { (name: words.word("入围线", "line"), value: Chart.value($0)) }
    let minimum = rules.selection?.quota.minimum.map { (name: words.word("最低分", "minimum"), value: Chart.value($0)) }
    let caption = words.word("总分分布（\(totals.count) 名）", "Totals of \(totals.count) nominees")
    let chart = DistributionChart(
      totals: totals.map(Chart.value), marks: [line, minimum].compactMap(\.self), title: caption,
      axes: (words.word("总分", "total"), words.word("对象数", "nominees")))
    return .picture(svg: chart.svg, caption: caption)
  }

  /// The mean of those on the list against that of all.
  private func profile(_ scored: [Dossier]) -> Paper.Block {
    let listed = scored.filter { $0.ranked?.outcome == .shortlisted }
    let rows = rules.dimensions.indices.map { index -> ProfileChart.Row in
      let dimension = rules.dimensions[index]
      let means = [listed, scored].map { group in
        mean(group.compactMap { $0.assessment.score?.dimensions[index].points })
      }
      return ProfileChart.Row(
        name: "\(dimension.id) \(dimension.name)",
        shares: means.map { $0.map { Chart.value($0) / max(1e-9, Chart.value(dimension.max)) } },
        labels: means.map { "\($0.map(fixed) ?? "—")／\(values.points(dimension.max))" })
    }
    let caption = words.word("各维度平均得分率", "Mean share of the full points")
    let chart = ProfileChart(
      rows: rows,
      series: [
        words.word("入围 \(listed.count) 名", "\(listed.count) listed"),
        words.word("全部 \(scored.count) 名", "all \(scored.count)"),
      ],
      title: caption)
    return .picture(svg: chart.svg, caption: caption)
  }

  private var judges: [Paper.Block] {
    let marks = batch.judgeMarks
    guard !marks.isEmpty else { return [] }
    let recused = batch.dossiers.flatMap { dossier -> [[String]] in
      guard let procedure = Procedure(dossier, rules, values) else { return [] }
      return procedure.history.stages.filter { !$0.recused.isEmpty }.map { stage in
        [
          stage.name ?? stage.stage.rawValue, dossier.record.title,
          words.list(stage.recused.map { procedure.recused($0, stage.stage) }),
        ]
      }
    }
    var blocks: [Paper.Block] = [.heading(2, words.word("评委", "Judges"))]
    for part in JudgesReport(JudgesReview.reviews(marks), words.language).tables {
      blocks += table(part.header, part.rows) + [.paragraph(part.note)]
    }
    guard !recused.isEmpty else { return blocks }
    return blocks + [.heading(2, words.word("回避", "Recusals"))]
      + table(
        [words.word("环节", "Stage"), words.word("对象", "Nominee"), words.word("回避的人", "Who stood back")], recused,
        widths: [18, 26, 56])
  }

  // MARK: 排名与入围

  var ranking: [Paper.Block] {
    guard let selection = batch.selection else { return [] }
    let ranked = batch.inOrder.filter { $0.ranked != nil }
    var blocks = (SelectionSummary(batch, values)?.lines ?? []).map { Paper.Block.line($0) }
    blocks += table(
      [
        words.word("名次", "Rank"), words.word("编号", "No."), words.word("对象", "Nominee"), words.word("总分", "Total"),
        words.word("结论", "Outcome"),
      ],
      ranked.map { dossier in
        [
          dossier.ranked.map { "\($0.rank)" } ?? "", dossier.record.id, dossier.record.title,
          dossier.ranked.map { fixed($0.total) } ?? "", outcomes.text(dossier),
        ]
      }, widths: [8, 18, 40, 12, 22], numbers: [0, 3])
    let outside = batch.inOrder.filter { [.belowLine, .capped, .tieOpen, .belowMinimum].contains($0.outcome) }
    guard !outside.isEmpty else { return blocks }
    let minimum = selection.minimum.map { words.word("（最低分 \(fixed($0))）", " (minimum \(fixed($0)))") } ?? ""
    return blocks + [.heading(2, words.word("没有入围的及理由\(minimum)", "Not on the list, and why\(minimum)"))]
      + reasonTable(outside)
  }

  // MARK: 会议与票决

  var votes: [Paper.Block] {
    let stages = batch.dossiers.compactMap(\.history).flatMap(\.stages).filter { $0.scope == .round && $0.tally != nil }
    let ids = stages.reduce(into: [StageID]()) { ids, stage in if !ids.contains(stage.stage) { ids.append(stage.stage) }
    }
    return ids.flatMap { id -> [Paper.Block] in
      let name = stages.first { $0.stage == id }?.name ?? id.rawValue
      let rows = batch.inOrder.flatMap { dossier in
        (dossier.history?.stages ?? []).filter { $0.stage == id }.flatMap { stage in
          (stage.earlierTallies + [stage.tally, stage.tieTally].compactMap(\.self)).map { row(dossier, $0) }
        }
      }
      return [.heading(2, name)]
        + table(
          [
            words.word("对象", "Nominee"), words.word("应到", "Entitled"), words.word("到会", "Present"),
            words.word("赞成", "For"),
            words.word("反对", "Against"), words.word("弃权", "Abstained"), words.word("无效", "Spoiled"),
            words.word("回避", "Recused"), words.word("结果", "Result"),
          ], rows, widths: [28, 9, 9, 9, 9, 9, 9, 9, 12], numbers: [1, 2, 3, 4, 5, 6, 7])
    }
  }

  private func row(_ dossier: Dossier, _ tally: Tally) -> [String] {
    let result = tally.passed.map { $0 ? words.word("通过", "passed") : words.word("未通过", "not passed") } ?? ""
    return [dossier.record.title]
      + [
        tally.eligible, tally.present, tally.count.yes, tally.count.no, tally.count.abstain, tally.count.spoiled,
        tally.recused,
      ].map(String.init) + [result]
  }

  // MARK: 公示与异议

  var notices: [Paper.Block] {
    let posted = batch.dossiers.filter { !$0.postings.isEmpty }
    guard !posted.isEmpty else { return [] }
    let days = Set(posted.flatMap(\.postings).map(\.postedAt.day)).sorted()
    var blocks: [Paper.Block] = days.map { day in
      let group = posted.filter { $0.postings.contains { $0.postedAt.day == day } }
      let ends = group.flatMap(\.postings).filter { $0.postedAt.day == day }.map(\.ends).min()
      let last = ends.map { words.day($0.day) } ?? ""
      return .paragraph(
        words.word(
          "\(words.day(day))公示 \(group.count) 名，至\(last)。", "\(group.count) posted on \(words.day(day)), until \(last)."
        ))
    }
    let objections = batch.inOrder.flatMap { dossier -> [[String]] in
      guard let procedure = Procedure(dossier, rules, values) else { return [] }
      return procedure.history.objections.map { [dossier.record.title, "\($0.number)", procedure.story($0)] }
    }
    blocks += table(
      [
        words.word("对象", "Nominee"), words.word("异议", "Objection"),
        words.word("来源、核查与结论", "From whom, findings, result"),
      ], objections,
      widths: [24, 10, 66])
    if objections.isEmpty { blocks.append(.paragraph(words.word("没有异议。", "Nobody objected."))) }
    return blocks
  }

  // MARK: 名额、名单

  var seats: [Paper.Block] { (SeatWords(batch, values)?.lines ?? []).map { .line($0) } }

  var proposal: [Paper.Block] {
    let chosen = batch.inOrder.filter { $0.outcome.standsPublicly }
    return table(
      [words.word("序号", "#"), words.word("编号", "No."), words.word("对象", "Nominee"), words.word("结论", "Outcome")],
      chosen.enumerated().map { index, dossier in
        ["\(index + 1)", dossier.record.id, dossier.record.title, outcomes.text(dossier)]
      }, widths: [8, 22, 46, 24], numbers: [0])
  }

  // MARK: 附

  /// 每对象逐项依据: points with their clauses and grounds, and the shape of the whole.
  func addGrounds(to paper: inout Paper) {
    let scored = batch.inOrder.filter { $0.assessment.score != nil }
    guard !scored.isEmpty else { return }
    paper.add(.annex(mark: words.word("附件", "Annex")))
    paper.add(.title(words.word("逐项依据", "Grounds of the points")))
    let listed = scored.filter { $0.ranked?.outcome == .shortlisted }
    let means = rules.dimensions.indices.map { index in
      mean(listed.compactMap { $0.assessment.score?.dimensions[index].points })
    }
    for dossier in scored {
      guard let score = dossier.assessment.score else { continue }
      let justification = Justification(dossier, in: batch, words.language)
      let total = score.total.map { "　\(fixed($0))" } ?? ""
      paper.add(.heading(2, "\(dossier.record.id)　\(dossier.record.title)\(total)"))
      let items = zip(rules.dimensions.flatMap(\.items) + (rules.bonus?.items ?? []), score.items)
      let rows = items.map { item, result in
        [
          item.id, item.name, item.basis.isEmpty ? rules.bonus?.basis ?? "" : item.basis,
          result.isOpen ? words.word("待核", "open") : values.points(result.points),
          justification.sentence(item, result),
        ]
      }
      for block in table(
        [
          words.word("项目", "Item"), words.word("名称", "Name"), words.word("条款", "Clause"), words.word("得分", "Points"),
          words.word("依据", "Grounds"),
        ], rows, widths: [8, 22, 14, 9, 47], numbers: [3])
      { paper.add(block) }
      if let picture = radar(dossier, score, means, isListed: !listed.isEmpty) { paper.add(picture) }
    }
  }

  private func radar(_ dossier: Dossier, _ score: Score, _ means: [Decimal?], isListed: Bool) -> Paper.Block? {
    let axes = rules.dimensions.indices.map { index -> RadarChart.Axis in
      let full = max(1e-9, Chart.value(rules.dimensions[index].max))
      let points = score.dimensions[index].points
      return RadarChart.Axis(
        name: rules.dimensions[index].name, own: Chart.value(points) / full,
        mean: isListed ? means[index].map { Chart.value($0) / full } : nil,
        label: "\(values.points(points))／\(values.points(rules.dimensions[index].max))")
    }
    let caption = words.word("\(dossier.record.title)：各维度得分", "\(dossier.record.title): dimensions")
    let chart = RadarChart(
      axes: axes, title: caption,
      legend: (
        dossier.record.title.count > 8 ? words.word("本对象", "this one") : dossier.record.title,
        words.word("入围平均", "mean of the list")
      ))
    return chart.svg.map { .picture(svg: $0, caption: caption) }
  }
}
