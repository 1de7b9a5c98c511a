import Casework
import Evaluation
import FEEL
import Outcomes
import Records
import Rules
import Workflow

/// 评分表 of one award: all in all, what judges gave put together, a sheet for each judge, and what each point rests on.
/// Points of the first sheet lead to their grounds.
struct ScoreBook {
  private let batch: Batch
  private let words: PaperWords
  private let values: ValueText
  private let judges: JudgeSheets
  private let basisName: String

  init(_ batch: Batch, _ words: PaperWords) {
    self.batch = batch
    self.words = words
    values = ValueText(batch.rules, words.language)
    judges = JudgeSheets(batch, words)
    basisName = words.word("依据", "Grounds")
  }

  var book: Book {
    let name = words.word("评分表-\(batch.rules.award)", "scores-\(batch.rules.award)")
    var book = Book(name: name.asFileName)
    let (grounds, lines) = self.grounds
    book.sheets = [overall(lines)] + judges.panels + [grounds]
    judges.add(to: &book)
    return book
  }

  private var rules: CompiledRuleSet { batch.rules }
  private var scored: [Dossier] { batch.inOrder.filter { $0.assessment.score != nil } }
  private var heading: String {
    words.word("\(rules.edition)年度\(words.quoted(rules.award))", "\(rules.award) \(rules.edition): ")
  }

  // MARK: 综合表

  private func overall(_ lines: [Place: Int]) -> Book.Sheet {
    let hasBonus = rules.bonus != nil
    let keys = rules.selection?.quota.tieBreakNames ?? []
    let outcomes = OutcomeWords(batch, values)
    var header = [words.word("排名", "Rank"), words.word("编号", "No."), words.word("对象", "Nominee")]
    header += rules.dimensions.map { "\($0.id) \($0.name)" } + (hasBonus ? [words.word("加分", "Bonus")] : [])
    header += [words.word("总分", "Total")] + keys.map { words.word("同分键：\($0)", "Tie key: \($0)") }
    header += [words.word("分档", "Groups"), words.word("结论", "Outcome")]
    var widths = [6, 13, 20] + rules.dimensions.map { _ in 9 } + (hasBonus ? [8] : [])
    widths += [9] + keys.map { _ in 11 } + [18, 14]
    var sheet = Book.Sheet(
      name: words.word("综合表", "Overall"), title: heading + words.word("评分综合表", "scores in all"), header: header,
      widths: widths)
    sheet.rows = scored.map { dossier in
      let score = dossier.assessment.score
      var cells = [dossier.ranked.map { Book.Cell($0.rank) } ?? Book.Cell("—")]
      cells += [Book.Cell(dossier.record.id), Book.Cell(dossier.record.title)]
      for (index, result) in (score?.dimensions ?? []).enumerated() {
        cells.append(points(result.points, lines[Place(dossier: dossier.record.ordinal, dimension: index)]))
      }
      if hasBonus {
        cells.append(
          points(
            score?.bonus?.points ?? .zero,
            lines[Place(dossier: dossier.record.ordinal, dimension: rules.dimensions.count)]))
      }
      cells.append(
        score?.total.map { Book.Cell(.number(Chart.value($0), decimals: rules.total.scale)) }
          ?? Book.Cell(words.word("未评完", "unfinished")))
      let ties = dossier.assessment.standing?.tieBreak ?? []
      cells += keys.indices.map { Book.Cell($0 < ties.count ? values.text(ties[$0]) : "") }
      cells += [Book.Cell(groups(dossier)), Book.Cell(outcomes.text(dossier))]
      return cells
    }
    sheet.notes = [
      words.word(
        "点各维度的分，可看依据条款、所填事实和算法；总分按未取整的各项之和取整。",
        "Points lead to their clauses, facts and sums; the total is rounded once, from the sum of what is not rounded.")
    ]
    return sheet
  }

  private func points(_ points: Decimal, _ line: Int?) -> Book.Cell {
    let rounded = points.rounded(scale: 2, .halfUp) ?? points
    return Book.Cell(
      .number(Chart.value(rounded), decimals: 2),
      link: line.map { Book.Cell.Link(sheet: basisName, row: Book.Sheet.line(of: $0)) })
  }

  /// The groups with a cap or a floor that it belongs to.
  private func groups(_ dossier: Dossier) -> String {
    guard let quota = rules.selection?.quota, let standing = dossier.assessment.standing else { return "" }
    let caps = zip(quota.caps, standing.caps).filter { $0.isSingleGroup && $1.group != nil }.map(\.0.name)
    let floors = zip(quota.floors, standing.floors).filter { $1.group != nil }.map(\.0.name)
    return words.list(
      (caps + floors).reduce(into: []) { names, name in if !names.contains(name) { names.append(name) } })
  }

  // MARK: 依据

  private struct Place: Hashable {
    let dossier: Int
    let dimension: Int
  }

  private var grounds: (Book.Sheet, [Place: Int]) {
    var lines: [Place: Int] = [:]
    var sheet = Book.Sheet(
      name: basisName, title: heading + words.word("各项依据", "grounds of the points"),
      header: [
        words.word("编号", "No."), words.word("对象", "Nominee"), words.word("维度", "Dimension"), words.word("项目", "Item"),
        words.word("名称", "Name"), words.word("条款", "Clause"), words.word("满分", "Max."), words.word("得分", "Points"),
        words.word("依据和算法", "Grounds"),
      ], widths: [14, 22, 14, 8, 30, 16, 8, 9, 70])
    for dossier in scored {
      guard let score = dossier.assessment.score else { continue }
      let justification = Justification(dossier, in: batch, words.language)
      var groups = zip(rules.dimensions, score.dimensions).map { ("\($0.id) \($0.name)", $0.items, $1.items) }
      if let bonus = rules.bonus, let result = score.bonus {
        groups.append((words.word("加分", "Bonus"), bonus.items, result.items))
      }
      for (index, group) in groups.enumerated() {
        lines[Place(dossier: dossier.record.ordinal, dimension: index)] = sheet.rows.count
        for (item, result) in zip(group.1, group.2) {
          sheet.rows.append([
            Book.Cell(dossier.record.id), Book.Cell(dossier.record.title), Book.Cell(group.0), Book.Cell(item.id),
            Book.Cell(item.name), Book.Cell(item.basis.isEmpty ? rules.bonus?.basis ?? "" : item.basis),
            item.max.map { Book.Cell(.number(Chart.value($0), decimals: 0)) } ?? Book.Cell(""),
            result.isOpen ? Book.Cell(words.word("待核", "open")) : points(result.points, nil),
            Book.Cell(justification.sentence(item, result)),
          ])
        }
      }
    }
    return (sheet, lines)
  }
}
