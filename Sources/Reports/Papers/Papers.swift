public import Casework
public import Diagnostics
import Evaluation
import FEEL
import Outcomes
import Records
import Rules
import Workflow

/// The documents that the office hands out and keeps, of one or several awards of a year.
public struct Papers {
  public enum Kind: String, Sendable, CaseIterable {
    case form, summary, scores, notice, decision, report

    public var phrase: Phrase {
      switch self {
      case .form: Phrase(zh: "推荐表", en: "recommendation form")
      case .summary: Phrase(zh: "汇总表", en: "summary")
      case .scores: Phrase(zh: "评分表", en: "scores")
      case .notice: Phrase(zh: "公示公告", en: "public notice")
      case .decision: Phrase(zh: "命名决定", en: "decision")
      case .report: Phrase(zh: "评审报告", en: "report")
      }
    }
  }

  /// A document, under its path within the folder of documents, without an ending.
  public struct File: Sendable {
    public let path: String
    public let content: Content

    public enum Content: Sendable {
      /// The same twice: a page to print, and a text to go on with.
      case text(html: String, markdown: String)
      case book(Workbook)
    }
  }

  /// A workbook that is not yet a file.
  public struct Workbook: Sendable {
    let book: Book
    /// Writes it as .xlsx.
    public func write(to path: String) throws(FileFault) { try BookFile(book: book).write(to: path) }
  }

  private let batches: [Batch]
  private let settings: PaperSettings
  private let words: PaperWords
  private let log: String?

  /// - Parameters:
  ///   - batches: of one year.
  ///   - log: the hash of the last entry of the store's log, where they come from one.
  public init(_ batches: [Batch], log: String? = nil, _ settings: PaperSettings, _ language: Language) {
    let order = settings.awards.map(\.name)
    func place(_ batch: Batch) -> Int { order.firstIndex(of: batch.rules.award) ?? order.count }
    self.batches = batches.enumerated().sorted { (place($0.element), $0.offset) < (place($1.element), $1.offset) }
      .map(\.element)
    self.settings = settings
    self.log = log
    words = PaperWords(language: language)
  }

  /// Writes what can be written; what cannot, and what has to be looked at, is reported.
  ///
  /// - Parameter progress: told how many forms have been written of how many.
  public func files(
    _ kinds: Set<Kind>, log diagnostics: inout DiagnosticLog, progress: (Int, Int) -> Void = { _, _ in }
  ) -> [File] {
    for batch in batches { settings.check(batch.rules, log: &diagnostics) }
    let years = Set(batches.map(\.rules.edition))
    if years.count > 1 {
      let names = batches.map { "\($0.rules.award) \($0.rules.edition)" }
      diagnostics.report(Diagnostic(.severalEditions, at: nil, [:].naming("names", names)))
    }
    guard !diagnostics.hasErrors else { return [] }
    var files: [File] = []
    for kind in Kind.allCases where kinds.contains(kind) {
      switch kind {
      case .form: files += forms(&diagnostics, progress)
      case .summary: files.append(file(SummaryBook(settings, words).book(batches)))
      case .scores:
        files += batches.filter { !$0.rules.dimensions.isEmpty }.map { file(ScoreBook($0, words).book) }
      case .notice: files += notices(&diagnostics)
      case .decision: files += decisions(&diagnostics)
      case .report: files += batches.map { file(ReviewPaper($0, log: self.log, settings, words).paper) }
      }
    }
    return files
  }

  /// What nominees of all these awards go through before the notice, in the order of the first.
  static func commonSteps(_ batches: [Batch]) -> [String] {
    let steps = batches.compactMap { $0.course?.definition.stepsBeforeNotice }
    return (steps.first ?? []).filter { step in steps.allSatisfy { $0.contains(step) } }
  }

  private func file(_ book: Book) -> File { File(path: book.name, content: .book(Workbook(book: book))) }

  private func file(_ paper: Paper) -> File {
    File(path: paper.name, content: .text(html: paper.html(words.language), markdown: paper.markdown))
  }

  // MARK: Forms

  private func forms(_ log: inout DiagnosticLog, _ progress: (Int, Int) -> Void) -> [File] {
    let all = batches.flatMap { batch in batch.dossiers.map { (batch, $0) } }
    return all.enumerated().compactMap { index, entry in
      let form = FormPaper(entry.1, in: entry.0, settings, words)
      defer { progress(index + 1, all.count) }
      if let objection = form.objection {
        log.report(objection)
        return nil
      }
      return file(form.paper)
    }
  }

  // MARK: What everybody may read

  private func notices(_ log: inout DiagnosticLog) -> [File] {
    if !settings.notice.missing.isEmpty {
      log.report(Diagnostic(.noticeIncomplete, at: nil, [:].naming("names", settings.notice.missing)))
      return []
    }
    let ready = official(&log)
    let none = ready.filter { batch in !batch.dossiers.contains { !$0.postings.isEmpty } }
    if !none.isEmpty { log.report(Diagnostic(.nothingPosted, at: nil, awards(none))) }
    let gone = ready.flatMap { batch in
      batch.dossiers.filter { !$0.postings.isEmpty && !$0.outcome.standsPublicly }
    }
    if !gone.isEmpty {
      log.report(Diagnostic(.noLongerListed, at: nil, [:].naming("names", gone.map(\.record.title))))
    }
    return NoticePaper.all(ready, settings, words).compactMap { published($0.paper, $0.publicLists, &log) }
  }

  private func decisions(_ log: inout DiagnosticLog) -> [File] {
    let ready = official(&log)
    let none = ready.filter { batch in !batch.dossiers.contains { $0.namedOn != nil } }
    if !none.isEmpty { log.report(Diagnostic(.nothingNamed, at: nil, awards(none))) }
    return DecisionPaper.all(ready, settings, words).compactMap { decision in
      if decision.number == nil {
        log.report(Diagnostic(.numberMissing, at: nil, ["day": decision.day.description]))
      }
      return published(decision.paper, decision.publicLists, &log)
    }
  }

  /// What lies beyond the calendars is no ground for an official document (E52).
  private func official(_ log: inout DiagnosticLog) -> [Batch] {
    batches.filter { batch in
      guard let year = batch.course?.provisionalAfter else { return true }
      let diagnostic = Diagnostic(.provisionalPaper, at: nil, ["award": batch.rules.award, "year": "\(year)"])
      if !log.diagnostics.contains(diagnostic) { log.report(diagnostic) }
      return false
    }
  }

  private func awards(_ batches: [Batch]) -> [String: String] {
    [:].naming("awards", batches.map(\.rules.award))
  }

  /// A paper for everybody, unless it says what nobody else may know.
  private func published(_ paper: Paper, _ lists: [PublicList], _ log: inout DiagnosticLog) -> File? {
    let text = paper.text
    let found = Disclosures(batches).found(in: text)
    if let first = found.first {
      let arguments = [
        "paper": paper.name, "what_zh": first.phrase.text(.zh, first.arguments),
        "what_en": first.phrase.text(.en, first.arguments),
      ]
      log.report(Diagnostic(.privateInPublic, at: nil, arguments))
      return nil
    }
    for twin in lists.flatMap(\.twins) {
      log.report(Diagnostic(.twinsInPublic, at: nil, ["paper": paper.name, "name": twin]))
    }
    if text.contains("表彰"), lists.contains(where: { $0.batch.rules.regulation.approvalNumber == nil }) {
      log.report(Diagnostic(.commendationWord, at: nil, ["paper": paper.name]))
    }
    return file(paper)
  }
}
