public import Casework
public import Diagnostics
import Evaluation
import FEEL
import Fingerprints
import Records
import Rules
import Workflow
import Outcomes

/// All documents of a round: the ranking, each nominee's justification, who was not selected and why, refused records
/// and acts, and a manifest by which everything can be traced.
public struct RoundReport {
  public struct Document: Sendable {
    /// A path within the folder of the round.
    public let path: String
    public let text: String
  }

  private let run: RoundRun
  private let manifest: Manifest
  private let language: Language
  private let values: ValueText
  private let words: OutcomeWords

  public init(_ run: RoundRun, _ manifest: Manifest, _ language: Language) {
    self.run = run
    self.manifest = manifest
    self.language = language
    values = ValueText(run.batch.rules, language)
    words = OutcomeWords(run.batch, values)
  }

  public var documents: [Document] {
    var documents = [
      Document(path: "ranking.md", text: ranking),
      Document(path: "not-selected.md", text: notSelected),
      Document(path: "refused.md", text: refused),
      Document(path: "results.ndjson", text: BatchReport(run.batch, language).text(.ndjson)),
      Document(path: "standing.json", text: run.standing.pretty),
      Document(path: Register.fileName, text: Register(run).json.pretty),
    ]
    if let certificate = SelectionCertificate(run.batch, language) {
      documents.append(Document(path: "selection.json", text: certificate.text))
    }
    let marks = run.batch.judgeMarks
    if !marks.isEmpty {
      let report = JudgesReport(JudgesReview.reviews(marks), language)
      documents.append(Document(path: "judges.md", text: report.text(.md)))
      documents.append(Document(path: "judges.json", text: report.text(.json)))
    }
    for dossier in run.batch.inOrder {
      let justification = Justification(dossier, in: run.batch, language)
      let name = "justifications/\(dossier.record.id.asFileName)"
      documents.append(Document(path: "\(name).md", text: justification.markdown))
      documents.append(Document(path: "\(name).json", text: justification.json))
    }
    documents.append(Document(path: "manifest.json", text: manifestText(documents)))
    return documents
  }

  /// For the terminal: how many of each outcome there are.
  public var summary: String {
    let groups = Dictionary(grouping: run.batch.dossiers, by: \.outcome)
    let told = Outcome.allCases.compactMap { outcome -> String? in
      groups[outcome].flatMap { group in group.first.map { "\(words.word($0)) \(group.count)" } }
    }
    return told.joined(separator: word("，", ", "))
  }

  /// The ranking as a table for the terminal.
  public var rankingTable: String { TextTable(header: rankingHeader, rows: rankingRows).text }

  private func word(_ zh: String, _ en: String) -> String { values.word(zh: zh, en: en) }

  private var title: String {
    word(
      "\(run.batch.rules.edition)年度“\(run.batch.rules.award)”", "“\(run.batch.rules.award)” \(run.batch.rules.edition)")
  }

  // MARK: Ranking

  private var rankingHeader: [String] {
    [word("名次", "Rank"), word("编号", "No."), word("名称", "Name"), word("总分", "Total"), word("结论", "Outcome")]
  }

  private var rankingRows: [[String]] {
    run.batch.inOrder.filter { $0.ranked != nil }.map { dossier in
      [
        dossier.ranked.map { "\($0.rank)" } ?? "", dossier.record.id, dossier.record.title,
        dossier.ranked.map { values.fixed($0.total, scale: run.batch.rules.total.scale) } ?? "",
        words.text(dossier),
      ]
    }
  }

  private var ranking: String {
    var page = Page()
    page.add(.title(word("\(title)排名", "\(title): ranking")))
    addCaution(to: &page)
    if let selection = run.batch.selection, let quota = run.batch.rules.selection?.quota {
      let line = selection.line.map { values.fixed($0, scale: run.batch.rules.total.scale) } ?? "—"
      page.add(
        .line(
          word(
            "名额 \(quota.seats)，入围 \(quota.candidates)，参加排序 \(selection.ranking.count)，入围线 \(line)",
            "\(quota.seats) seats, \(quota.candidates) places on the list, \(selection.ranking.count) ranked, line \(line)"
          )))
      for warning in SelectionSummary(run.batch, values)?.warnings ?? [] { page.add(.line(warning)) }
    }
    page.addTable(header: rankingHeader, rows: rankingRows, language)
    if let selection = run.batch.selection { addGroups(selection, to: &page) }
    if let seats = SeatWords(run.batch, values) {
      page.add(.section(word("名额", "Seats")))
      for line in seats.lines { page.add(.item(mark: "·", label: "", text: line, clause: "")) }
    }
    return page.markdown
  }

  /// 暂定: what lies beyond the calendars is no ground for an official notice (E52).
  private func addCaution(to page: inout Page) {
    guard let year = run.batch.course?.provisionalAfter else { return }
    page.add(
      .line(
        word(
          "暂定：日历收录到 \(year) 年，此后的期限和公示截止日都是推算的，补上日历后重算；不得据以发布正式公告",
          "Provisional: the calendars end with \(year); what lies beyond is reckoned from weekends alone, will be reckoned "
            + "anew, and is no ground for an official notice")))
  }

  private func addGroups(_ selection: Selection, to page: inout Page) {
    guard let quota = run.batch.rules.selection?.quota else { return }
    let header = [word("上限或底线", "Cap or floor"), word("应", "Limit"), word("入围中", "On the list"), word("说明", "Note")]
    let caps = selection.caps.filter { !$0.heldBack.isEmpty || quota.caps[$0.index].isSingleGroup }
    var rows: [[String]] = caps.map { report in
      let group = zip(report.group, run.batch.rules.selection?.caps[report.index].group.programs ?? [])
        .map { values.text($0, of: $1.tree) }.joined(separator: " ")
      let name = "\(quota.caps[report.index].name)\(group.isEmpty ? "" : "：\(group)")"
      let held = report.heldBack.compactMap { selection[$0]?.title }.joined(separator: word("、", ", "))
      return [
        name, "≤ \(report.limit)", "\(report.listed)",
        held.isEmpty ? "" : word("因分档上限未入：\(held)", "held back by the cap: \(held)"),
      ]
    }
    rows += selection.floors.map { report in
      let floor = quota.floors[report.index]
      let note = report.listed >= report.needed ? "" : word("不足：空缺不凑数", "too few: seats stay empty")
      return [
        floor.name + (floor.isSoft ? word("（提示性）", " (advisory)") : ""), "≥ \(report.needed)", "\(report.listed)", note,
      ]
    }
    guard !rows.isEmpty else { return }
    page.add(.section(word("分档上限与结构底线", "Caps and floors")))
    page.addTable(header: header, rows: rows, language)
  }

  // MARK: Those who are not selected, and what was refused

  private static let successful: Set<Outcome> = [.named, .suspended, .selected]

  private var notSelected: String {
    let reasons = Reasons(run.batch, language)
    var page = Page()
    page.add(.title(word("\(title)未命名对象及理由", "\(title): not selected, and why")))
    addCaution(to: &page)
    let others = run.batch.inOrder.filter { !Self.successful.contains($0.outcome) }
    page.addTable(
      header: [
        word("编号", "No."), word("名称", "Name"), word("结论", "Outcome"), word("依据", "Clause"), word("理由", "Reason"),
      ],
      rows: others.map { dossier in
        let told = reasons.reasons(dossier)
        return [
          dossier.record.id, dossier.record.title, words.text(dossier),
          told.map(\.clause).filter { !$0.isEmpty }.joined(separator: word("；", "; ")),
          told.map(\.text).joined(separator: word("；", "; ")),
        ]
      }, language)
    return page.markdown
  }

  private var refused: String {
    var page = Page()
    page.add(.title(word("\(title)拒收的记录与未被接受的动作", "\(title): refused records and acts")))
    page.add(.section(word("拒收的记录", "Refused records")))
    page.addTable(
      header: [word("序号", "#"), word("编号", "No."), word("名称", "Name"), word("位置", "Place"), word("原因", "Reason")],
      rows: run.batch.refused.flatMap { record in
        record.diagnostics.map { diagnostic in
          [
            "\(record.number)", record.id ?? "", record.title == record.id ? "" : record.title ?? "",
            diagnostic.span?.description ?? "", told(diagnostic, diagnostic.code),
          ]
        }
      }, language)
    if !run.batch.superseded.isEmpty {
      let report = ResubmissionReport(run.batch.superseded, run.batch.rules, language)
      page.add(.section(word("重新递交的", "Handed in anew")))
      page.addTable(header: report.header, rows: report.rows, language)
    }
    page.add(.section(word("未被接受的动作", "Refused acts")))
    guard run.keepsRefusedActs else {
      page.add(
        .line(
          word(
            "案卷库只记办成的动作；未被接受的什么也没有改变，当时已告知办理人，库里不留，这里列不出。",
            "The store holds only what was done. Acts that were refused changed nothing; whoever tried them was told, and they are not kept, so that none can be listed here."
          )))
      return page.markdown
    }
    page.addTable(
      header: [
        word("步骤", "Step"), word("行", "Line"), word("谁", "Who"), word("动作", "Act"), word("对象", "Case"),
        word("原因", "Reason"),
      ],
      rows: run.refusedActs.map { act in
        [
          "\(act.number)", "\(act.step.span.start.line)", who(act.step.actor), act.step.verb.phrase.text(language),
          act.step.command.case?.rawValue ?? "", why(act),
        ]
      }, language)
    return page.markdown
  }

  private func why(_ act: RefusedAct) -> String {
    switch act.cause {
    case .workflow(let refusal): told(refusal.diagnostic, refusal.code.rawValue)
    case .facts(let diagnostics): diagnostics.map { told($0, $0.code) }.joined(separator: word("；", "; "))
    }
  }

  /// The sentence, and behind it the code for those who look it up.
  private func told(_ diagnostic: Diagnostic, _ code: String) -> String {
    diagnostic.text(language) + word("（\(code)）", " (\(code))")
  }

  private func who(_ actor: ActorID) -> String {
    guard let person = run.organization.people[actor], let name = person.name else {
      return actor == .system ? word("系统", "the system") : actor.rawValue
    }
    return [person.title, name].compactMap(\.self).joined(separator: word("", " "))
  }

  // MARK: Manifest

  private func manifestText(_ documents: [Document]) -> String {
    JSON.object([
      "format_version": .number(1), "engine": .string(Engine.version),
      "award": .string(run.batch.rules.award), "edition": .number(run.batch.rules.edition),
      "rules": .object([
        "fingerprint": .string(run.batch.rules.fingerprint.description),
        "files": .array(run.batch.rules.files.map { file($0.name, $0.fingerprint) }),
      ]),
      "workflow": file(manifest.workflow), "records": file(manifest.records), "acts": manifest.acts.map(file) ?? .null,
      "log": .optional(manifest.log),
      "calendars": .array(manifest.calendars.map(file)), "earlier": .array(manifest.earlier.map(file)),
      "documents": .array(documents.map { file($0.path, Fingerprint(of: $0.text)) }),
    ]).pretty
  }

  private func file(_ source: Source) -> JSON { file(source.name, Fingerprint(of: source.bytes)) }

  private func file(_ name: String, _ fingerprint: Fingerprint) -> JSON {
    .object(["file": .string(name), "fingerprint": .string(fingerprint.description)])
  }
}

extension String {
  /// Without what a file system would take for something else.
  var asFileName: String {
    let text = String(map { "/\\:*?\"<>|".contains($0) || $0.isNewline ? "_" : $0 })
    return text.hasPrefix(".") ? "_" + text : text
  }
}
