import Casework
import Diagnostics
import Evaluation
import FEEL
import Records
import Rules
import Workflow

/// 推荐表: what a nominee hands in, with what the rules make of it, and room for opinions and seals. One for each.
struct FormPaper {
  private let dossier: Dossier
  private let batch: Batch
  private let settings: PaperSettings
  private let words: PaperWords
  private let values: ValueText

  init(_ dossier: Dossier, in batch: Batch, _ settings: PaperSettings, _ words: PaperWords) {
    self.dossier = dossier
    self.batch = batch
    self.settings = settings
    self.words = words
    values = ValueText(batch.rules, words.language)
  }

  /// Why it cannot be written: prose that is too long is not cut.
  var objection: Diagnostic? {
    guard let deeds = settings[batch.rules.award]?.deeds, let field = deeds.field, let text = deedsText,
      text.count > deeds.limit
    else { return nil }
    return Diagnostic(
      .deedsTooLong, at: nil,
      ["id": dossier.record.id, "name": field.name, "count": "\(text.count)", "limit": "\(deeds.limit)"])
  }

  var paper: Paper {
    let name = words.word("推荐表", "form") + "/" + dossier.record.id.asFileName
    var paper = Paper(.form, name: name)
    paper.add(
      .title(
        words.word(
          "\(rules.edition)年度\(words.quoted(rules.award))推荐表", "\(rules.award) \(rules.edition): recommendation")))
    paper.add(.addressees(head))
    paper.add(.table(facts))
    for field in lists { addList(field, to: &paper) }
    addDeeds(to: &paper)
    addScores(to: &paper)
    addVetoes(to: &paper)
    addOpinions(to: &paper)
    addContents(to: &paper)
    return paper
  }

  private var rules: CompiledRuleSet { batch.rules }

  private var head: String {
    let day = dossier.history?.submissions.last.map { words.day($0.at.day) } ?? words.word("　　年　　月　　日", "__________")
    return words.word(
      "编号：\(dossier.record.id)　　奖项：\(rules.award)　　申报日期：\(day)",
      "No. \(dossier.record.id)　　Award: \(rules.award)　　Handed in: \(day)")
  }

  // MARK: What was filled in

  private var fields: [Field] {
    rules.schema.fields.filter { $0.supplier == .applicant && $0.name != settings[rules.award]?.deeds?.field?.name }
  }
  private var plain: [Field] { fields.filter { $0.rows == nil } }
  private var lists: [Field] { fields.filter { $0.rows != nil } }

  /// Rows beside the photograph of a person: 2 寸, 35 mm by 49 mm.
  private static let photoRows = 6

  private var facts: PaperTable {
    let pairs = stride(from: 0, to: plain.count, by: 2).map { Array(plain[$0..<min($0 + 2, plain.count)]) }
    let hasPhoto = rules.subject == .individual
    var rows = pairs.enumerated().map { index, pair in
      let isBeside = hasPhoto && index < Self.photoRows
      var cells: [PaperTable.Cell] = []
      for (place, field) in pair.enumerated() {
        cells.append(.init(text: label(field), isLabel: true))
        let isLast = place == pair.count - 1
        // The last value takes the room that is left.
        let columns = isLast ? (pair.count == 1 ? 3 : 1) + (hasPhoto && !isBeside ? 1 : 0) : 1
        cells.append(.init(text: text(field), columns: columns))
      }
      return cells
    }
    if hasPhoto, !rows.isEmpty {
      rows[0].append(
        .init(text: words.word("照片\n（2 寸）", "Photo\n35 × 49 mm"), rows: min(Self.photoRows, rows.count)))
    }
    return PaperTable(rows, widths: hasPhoto ? [17, 24, 17, 24, 18] : [19, 31, 19, 31])
  }

  private func label(_ field: Field) -> String {
    field.name + (field.unit.map { words.word("（\($0)）", " (\($0))") } ?? "")
  }

  private func text(_ field: Field) -> String { dossier.record.text(field.name, values) ?? "" }

  private func rows(of field: Field) -> [Value]? {
    dossier.record.value(of: field.name)?.list
  }

  /// More columns than that do not fit on a page.
  private static let widestTable = 8

  private func addList(_ field: Field, to paper: inout Paper) {
    guard let components = field.rows else { return }
    paper.add(.heading(2, field.name))
    guard let rows = rows(of: field) else { return paper.add(.paragraph(words.word("未填", "not given"))) }
    guard !rows.isEmpty else { return paper.add(.paragraph(words.word("无", "none"))) }
    guard components.count <= Self.widestTable, components.allSatisfy({ $0.rows == nil }) else {
      for (index, row) in rows.enumerated() {
        paper.add(.line("\(index + 1)．\(row.context.map { values.row($0, of: field.name) } ?? "")"))
      }
      return
    }
    paper.add(
      .table(
        PaperTable(
          header: [words.word("序号", "#")] + components.map(label),
          rows: rows.enumerated().map { index, row in
            ["\(index + 1)"] + components.map { component in self.text(row, component, of: field) }
          })))
  }

  private func text(_ row: Value, _ component: Field, of field: Field) -> String {
    guard let value = row.context?[component.name], !value.isNull, !value.isUnknown else { return "" }
    return values.text(value, of: "\(field.name).\(component.name)")
  }

  // MARK: 主要事迹

  private var deedsText: String? {
    settings[rules.award]?.deeds?.field.flatMap { dossier.record.text($0.name, values) }
  }

  private func addDeeds(to paper: inout Paper) {
    guard let deeds = settings[rules.award]?.deeds else { return }
    paper.add(.heading(1, words.word("主要事迹（\(deeds.limit)字以内）", "Deeds (at most \(deeds.limit) characters)")))
    paper.add(.table(PaperTable([[.init(text: deedsText ?? "", lines: deedsText == nil ? 20 : 0)]])))
  }

  // MARK: 评分自评表

  /// Items with points, each with the number under which its evidence is bound.
  private var evidence: [(number: String, item: CompiledItem)] {
    let results = dossier.assessment.score?.items ?? []
    let items = zip(allItems, results).filter { !isForOthers($0.0, $0.1) && !$0.1.points.isZero }.map(\.0)
    return items.enumerated().map { index, item in
      (number: "ZZ-" + String(repeating: "0", count: max(0, 3 - "\(index + 1)".count)) + "\(index + 1)", item: item)
    }
  }

  /// What judges score is no self-assessment, whatever has come of it since.
  private func isForOthers(_ item: CompiledItem, _ result: ItemResult) -> Bool {
    if case .panel = item.form { return true }
    return result.isOpen
  }

  private var allItems: [CompiledItem] { rules.dimensions.flatMap(\.items) + (rules.bonus?.items ?? []) }

  private func addScores(to paper: inout Paper) {
    guard !allItems.isEmpty else { return }
    paper.add(.heading(1, words.word("评分自评表", "Self-assessment")))
    let results = dossier.assessment.score?.items
    let numbers = Dictionary(evidence.map { ($0.item.id, $0.number) }, uniquingKeysWith: { first, _ in first })
    paper.add(
      .table(
        PaperTable(
          header: [
            words.word("项目", "Item"), words.word("名称", "Name"), words.word("依据", "Clause"), words.word("满分", "Max."),
            words.word("自评分", "Points"), words.word("佐证编号", "Evidence"),
          ],
          rows: allItems.enumerated().map { index, item in
            let result = results.map { $0[index] }
            let points =
              result.map { isForOthers(item, $0) ? words.word("待评", "open") : values.points($0.points) } ?? ""
            return [
              item.id, item.name, item.basis, item.max.map { values.points($0) } ?? "", points, numbers[item.id] ?? "",
            ]
          }, widths: [8, 40, 20, 9, 10, 13], numbers: [3, 4])))
    paper.add(
      .paragraph(
        words.word(
          "自评分由规则按所填事实算出；待评的由专家、评选办或流程给出。",
          "Points follow from what was filled in; those that are open come from experts, the office or the workflow.")))
  }

  // MARK: 否决事项承诺

  private func addVetoes(to paper: inout Paper) {
    guard !rules.vetoes.isEmpty else { return }
    paper.add(.heading(1, words.word("否决事项承诺", "Declaration on vetoes")))
    paper.add(
      .table(
        PaperTable(
          header: [words.word("依据", "Clause"), words.word("情形", "What excludes"), words.word("承诺", "Declared")],
          rows: rules.vetoes.map { [$0.basis, $0.name, words.word("无□　有□", "no □ yes □")] },
          widths: [24, 58, 18])))
    paper.add(
      .paragraph(
        words.word(
          "以上逐项如实填写，有一项不实，愿意承担《\(rules.regulation.short)》规定的后果。",
          "All of this is true; whoever declares what is not bears what 《\(rules.regulation.short)》 says.")))
    paper.add(
      .signers([
        rules.subject == .individual ? words.word("本人签字", "Signature") : words.word("负责人签字", "Signature of the head"),
        words.word("日期", "Date"),
      ]))
  }

  // MARK: Opinions, and what is bound in

  private func addOpinions(to paper: inout Paper) {
    guard !settings.opinions.isEmpty else { return }
    paper.add(.heading(1, words.word("意见", "Opinions")))
    let seal = words.word("（盖章）　　　　年　　月　　日", "(seal)　　____ ____ ____")
    paper.add(
      .table(
        PaperTable(
          settings.opinions.map { opinion in
            [.init(text: opinion, isLabel: true), .init(text: seal, lines: 4, isSeal: true)]
          }, widths: [22, 78])))
  }

  private func addContents(to paper: inout Paper) {
    guard !evidence.isEmpty else { return }
    paper.add(.pageBreak)
    paper.add(.heading(1, words.word("材料目录", "Contents of the file")))
    paper.add(
      .table(
        PaperTable(
          header: [
            words.word("佐证编号", "Evidence"), words.word("对应项目", "Item"), words.word("材料名称", "Document"),
            words.word("页码", "Page"),
          ], rows: evidence.map { [$0.number, "\($0.item.id) \($0.item.name)", "", ""] }, widths: [14, 40, 34, 12])))
  }
}
