import Casework
import Evaluation
import FEEL
import Outcomes
import Records
import Rules
import Workflow

/// 汇总表: everybody who was nominated, a sheet for each award; kept within the office.
struct SummaryBook {
  private let settings: PaperSettings
  private let words: PaperWords

  init(_ settings: PaperSettings, _ words: PaperWords) {
    self.settings = settings
    self.words = words
  }

  func book(_ batches: [Batch]) -> Book {
    var book = Book(name: words.word("汇总表", "summary"))
    for batch in batches { book.sheets.append(sheet(batch, book)) }
    return book
  }

  private func sheet(_ batch: Batch, _ book: Book) -> Book.Sheet {
    let award = settings[batch.rules.award]
    let values = ValueText(batch.rules, words.language)
    let outcomes = OutcomeWords(batch, values)
    var sheet = Book.Sheet(
      name: book.sheetName(batch.rules.award),
      title: words.word(
        "\(batch.rules.edition)年度\(words.quoted(batch.rules.award))申报推荐汇总表",
        "\(batch.rules.award) \(batch.rules.edition): nominees"),
      header: [
        words.word("序号", "#"), words.word("编号", "No."),
        batch.rules.subject == .individual ? words.word("姓名", "Name") : words.word("名称", "Name"),
        words.word("单位", "Unit"), award?.category?.name ?? words.word("类别", "Category"),
        words.word("推荐单位", "Recommended by"), words.word("联系人（不公示）", "Contact (not public)"),
        words.word("条件结论", "Conditions"), words.word("否决结论", "Vetoes"), words.word("自评分", "Points"),
        words.word("备注", "Remarks"),
      ], widths: [5, 13, 20, 22, 11, 22, 10, 14, 14, 8, 16])
    let dossiers = batch.dossiers.sorted { $0.record.id < $1.record.id }
    sheet.rows = dossiers.enumerated().map { index, dossier in
      let total = dossier.assessment.score?.total
      return [
        Book.Cell(index + 1), Book.Cell(dossier.record.id), Book.Cell(dossier.record.title),
        Book.Cell(unit(dossier, award, values)),
        Book.Cell(award?.category.flatMap { dossier.record.text($0.name, values) } ?? ""),
        Book.Cell(recommender(dossier) ?? unit(dossier, award, values)), Book.Cell(contact(dossier)),
        Book.Cell(conclusion(dossier.assessment.conditions, good: .yes)),
        Book.Cell(conclusion(dossier.assessment.vetoes, good: .no)),
        total.map { Book.Cell(.number(Chart.value($0), decimals: batch.rules.total.scale)) } ?? Book.Cell(""),
        Book.Cell(outcomes.text(dossier)),
      ]
    }
    sheet.notes = notes(batch, dossiers, award, values)
    return sheet
  }

  private func unit(_ dossier: Dossier, _ award: AwardSettings?, _ values: ValueText) -> String {
    award?.unit.flatMap { dossier.record.text($0.name, values) } ?? dossier.record.title
  }

  /// The unit whose count recommended it.
  private func recommender(_ dossier: Dossier) -> String? {
    let stage = dossier.history?.stages.first { $0.scope == .case && $0.tally != nil }
    return stage?.acts.compactMap(\.actor).lazy.compactMap { dossier.people[$0]?.company }.first
  }

  private func contact(_ dossier: Dossier) -> String {
    dossier.history?.submissions.last.flatMap { dossier.people[$0.by]?.name } ?? ""
  }

  private func conclusion(_ results: [ConditionResult], good: Answer) -> String {
    let isVeto = good == .no
    let bad = results.filter { $0.answer == (isVeto ? .yes : .no) }.map(\.id)
    let open = results.filter(\.answer.isOpen).map(\.id)
    if !bad.isEmpty {
      return (isVeto ? words.word("触发：", "hold: ") : words.word("不符合：", "not met: ")) + words.list(bad)
    }
    if !open.isEmpty { return words.word("待核：", "open: ") + words.list(open) }
    // Whoever withdrew early was never looked at.
    guard results.allSatisfy({ $0.answer == good }) else { return words.word("未审完", "not all checked") }
    return isVeto ? words.word("未触发", "none") : words.word("符合", "met")
  }

  private func notes(_ batch: Batch, _ dossiers: [Dossier], _ award: AwardSettings?, _ values: ValueText) -> [String] {
    let units = Set(dossiers.map { unit($0, award, values) }).count
    var notes = [
      words.word(
        "合计 \(dossiers.count)\(award?.counter ?? "")，涉及企业 \(units) 家", "\(dossiers.count) in all, of \(units) units")
    ]
    let standings = dossiers.compactMap(\.assessment.standing)
    for (index, floor) in (batch.rules.selection?.quota.floors ?? []).enumerated() where !standings.isEmpty {
      let members = standings.count { $0.floors[index].group != nil }
      notes.append(
        words.word(
          "其中\(floor.name) \(members)\(award?.counter ?? "")，占 \(words.percent(members, of: standings.count))（按已评分的 \(standings.count)\(award?.counter ?? "")计）",
          "\(floor.name): \(members), \(words.percent(members, of: standings.count)) of the \(standings.count) that were scored"
        ))
    }
    if !batch.refused.isEmpty {
      notes.append(
        words.word("另有拒收的记录 \(batch.refused.count) 份，不在表内", "\(batch.refused.count) refused records are not listed"))
    }
    notes.append(
      words.word("填表人：　　　　　　　审核人：　　　　　　　日期：　　　　年　　月　　日", "Filled in by:　　　　　　　Checked by:　　　　　　　Date:"))
    return notes
  }
}
