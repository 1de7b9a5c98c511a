import Casework
import Evaluation
import FEEL
import Records
import Rules
import Workflow

/// What judges gave: all of them beside each other, and a sheet for each, under numbers instead of names.
struct JudgeSheets {
  private let batch: Batch
  private let words: PaperWords
  private let values: ValueText
  private let marks: [Mark]
  /// In the order of their numbers.
  private let judges: [ActorID]

  /// What one judge did about one nominee.
  private struct Mark {
    let judge: ActorID
    let dossier: Dossier
    let score: String?
    let stands: Bool
    let isRecused: Bool
    let at: Instant?
    let reason: String?
  }

  init(_ batch: Batch, _ words: PaperWords) {
    self.batch = batch
    self.words = words
    values = ValueText(batch.rules, words.language)
    marks = batch.inOrder.flatMap { dossier in
      (dossier.history?.stages ?? []).filter { $0.acts.contains { $0.score != nil } }.flatMap(\.acts).compactMap {
        act in
        act.actor.map { judge in
          Mark(
            judge: judge, dossier: dossier, score: act.score, stands: act.score != nil && act.ending != .recused,
            isRecused: act.ending == .recused, at: act.signature?.at, reason: act.signature?.reason)
        }
      }
    }
    // 专家2 before 专家10.
    judges = Set(marks.map(\.judge)).sorted { ($0.rawValue.count, $0.rawValue) < ($1.rawValue.count, $1.rawValue) }
  }

  private var heading: String {
    words.word(
      "\(batch.rules.edition)年度\(words.quoted(batch.rules.award))", "\(batch.rules.award) \(batch.rules.edition): ")
  }

  private func title(_ number: Int) -> String { words.word("专家\(number)", "Judge \(number)") }

  // MARK: Beside each other

  /// 专家评分汇总表, one for each item that judges score.
  var panels: [Book.Sheet] {
    let items = batch.rules.dimensions.flatMap(\.items)
    return items.indices.compactMap { index in
      guard case .panel = items[index].form else { return nil }
      return panel(items[index], index)
    }
  }

  private func panel(_ item: CompiledItem, _ index: Int) -> Book.Sheet? {
    let lines = batch.inOrder.compactMap { dossier -> (Dossier, ItemResult, PanelWorking)? in
      guard let result = dossier.assessment.score?.dimensions.flatMap(\.items)[index],
        case .panel(let panel) = result.working
      else { return nil }
      return (dossier, result, panel)
    }
    guard !lines.isEmpty else { return nil }
    // Where scores came with the records, nobody knows whose they are.
    let count = judges.isEmpty ? lines.map { $0.2.scores.count }.max() ?? 0 : judges.count
    var header = [words.word("编号", "No."), words.word("对象", "Nominee")] + (0..<count).map { title($0 + 1) }
    header += [
      words.word("最高（去）", "Highest (out)"), words.word("最低（去）", "Lowest (out)"), words.word("有效平均", "Mean"),
      words.word("折算分", "Points"),
    ]
    var sheet = Book.Sheet(
      name: words.word("专家汇总 \(item.id)", "Judges \(item.id)"),
      title: heading + words.word("专家评分汇总表（\(item.id) \(item.name)）", "scores of the judges (\(item.id) \(item.name))"),
      header: header, widths: [14, 26] + Array(repeating: 9, count: count) + [11, 11, 11, 11])
    sheet.rows = lines.map { dossier, result, panel in
      [Book.Cell(dossier.record.id), Book.Cell(dossier.record.title)]
        + (0..<count).map { place in
          judges.isEmpty
            ? place < panel.scores.count ? number(panel.scores[place]) : Book.Cell("")
            : cell(judges[place], dossier)
        } + [
          panel.highest.map { number($0) } ?? Book.Cell("—"), panel.lowest.map { number($0) } ?? Book.Cell("—"),
          panel.aggregate.map { number($0) } ?? Book.Cell("—"),
          result.isOpen ? Book.Cell(words.word("待核", "open")) : number(result.points),
        ]
    }
    return sheet
  }

  private func cell(_ judge: ActorID, _ dossier: Dossier) -> Book.Cell {
    let own = marks.filter { $0.judge == judge && $0.dossier.record.ordinal == dossier.record.ordinal }
    if let last = own.last(where: \.stands) {
      return last.score.flatMap { Decimal($0) }.map { number($0) } ?? Book.Cell("")
    }
    guard let last = own.last else { return Book.Cell("") }
    if last.isRecused { return Book.Cell(last.score == nil ? words.word("回避", "recused") : words.word("作废", "void")) }
    return Book.Cell(words.word("未评", "missing"))
  }

  private func number(_ decimal: Decimal) -> Book.Cell {
    Book.Cell(.number(Chart.value(decimal.rounded(scale: 2, .halfUp) ?? decimal), decimals: 2))
  }

  // MARK: One by one

  /// 专家个人评分表. Nominees stand under their numbers, so that the sheets serve blind scoring too.
  func add(to book: inout Book) {
    let maximum = fullMarks
    for (index, judge) in judges.enumerated() {
      let own = marks.filter { $0.judge == judge }
      var sheet = Book.Sheet(
        name: book.sheetName(title(index + 1)),
        title: heading + words.word("专家个人评分表（\(title(index + 1))）", "scores of \(title(index + 1))"),
        header: [
          words.word("专家编号", "Judge"), words.word("对象编号", "Nominee"), words.word("指标", "Item"),
          words.word("满分", "Max."), words.word("得分", "Points"), words.word("扣分理由", "Reasons"),
          words.word("回避", "Recused"), words.word("日期", "Date"),
        ], widths: [10, 16, 26, 8, 9, 40, 10, 14])
      sheet.rows = own.map { mark in
        [
          Book.Cell(title(index + 1)), Book.Cell(mark.dossier.record.id), Book.Cell(itemName),
          maximum.map { Book.Cell($0) } ?? Book.Cell(""),
          mark.stands ? mark.score.flatMap { Decimal($0) }.map { number($0) } ?? Book.Cell("") : Book.Cell(""),
          Book.Cell(mark.reason ?? ""),
          Book.Cell(
            mark.isRecused ? mark.score == nil ? words.word("是", "yes") : words.word("是，评分作废", "yes, void") : ""),
          Book.Cell(mark.at?.day.description ?? ""),
        ]
      }
      sheet.notes = [
        words.word(
          "本人声明：与评分对象没有应当回避的关系；有的，已在“回避”栏注明。　　　　签名：　　　　　　　　日期：",
          "I declare that I have no tie to those whom I scored, but for those marked as recused.　　　　Signature:　　　　　　　　Date:"
        )
      ]
      book.sheets.append(sheet)
    }
  }

  private var fullMarks: Int? {
    batch.course?.definition.stages.lazy.compactMap { stage in
      if case .score(let scoring) = stage.kind { scoring.max } else { nil }
    }.first
  }

  private var itemName: String {
    words.list(
      batch.rules.dimensions.flatMap(\.items).filter { if case .panel = $0.form { true } else { false } }.map {
        "\($0.id) \($0.name)"
      })
  }
}
