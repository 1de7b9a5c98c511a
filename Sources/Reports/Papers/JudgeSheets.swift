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
  private let acts: [Place: JudgeAct]
  /// In the order of their numbers.
  private let judges: [ActorID]

  private struct Place: Hashable {
    let judge: ActorID
    let nominee: Int

    init(_ judge: ActorID, _ dossier: Dossier) {
      self.judge = judge
      nominee = dossier.record.ordinal
    }
  }

  init(_ batch: Batch, _ words: PaperWords) {
    self.batch = batch
    self.words = words
    values = ValueText(batch.rules, words.language)
    acts = Dictionary(batch.judgeActs.map { (Place($0.judge, $0.dossier), $0) }) { $1 }
    // 专家2 before 专家10.
    judges = Set(acts.keys.map(\.judge)).sorted { ($0.rawValue.count, $0.rawValue) < ($1.rawValue.count, $1.rawValue) }
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
    guard let act = acts[Place(judge, dossier)] else { return Book.Cell("") }
    switch act.state {
    case .valid: return act.score.map { number($0) } ?? Book.Cell(words.word("未评", "missing"))
    case .recused: return Book.Cell(words.word("回避", "recused"))
    case .void: return Book.Cell(words.word("作废", "void"))
    }
  }

  private func number(_ decimal: Decimal) -> Book.Cell {
    Book.Cell(.number(Chart.value(decimal.rounded(scale: 2, .halfUp) ?? decimal), decimals: 2))
  }

  // MARK: One by one

  /// 专家个人评分表. Nominees stand under their numbers, so that the sheets serve blind scoring too.
  func add(to book: inout Book) {
    let maximum = fullMarks
    let dossiers = batch.inOrder
    for (index, judge) in judges.enumerated() {
      let own = dossiers.compactMap { acts[Place(judge, $0)] }
      var sheet = Book.Sheet(
        name: book.sheetName(title(index + 1)),
        title: heading + words.word("专家个人评分表（\(title(index + 1))）", "scores of \(title(index + 1))"),
        header: [
          words.word("专家编号", "Judge"), words.word("对象编号", "Nominee"), words.word("指标", "Item"),
          words.word("满分", "Max."), words.word("得分", "Points"), words.word("扣分理由", "Reasons"),
          words.word("回避", "Recused"), words.word("日期", "Date"),
        ], widths: [10, 16, 26, 8, 9, 40, 10, 14])
      sheet.rows = own.map { act in
        [
          Book.Cell(title(index + 1)), Book.Cell(act.dossier.record.id), Book.Cell(itemName),
          maximum.map { Book.Cell($0) } ?? Book.Cell(""),
          act.state == .valid ? act.score.map { number($0) } ?? Book.Cell("") : Book.Cell(""),
          Book.Cell(act.act.signature?.reason ?? ""), Book.Cell(recusal(act)),
          Book.Cell(act.act.signature?.at.day.description ?? ""),
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

  private func recusal(_ act: JudgeAct) -> String {
    switch act.state {
    case .valid: ""
    case .recused: words.word("是", "yes")
    case .void: words.word("是，评分作废", "yes, void")
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
