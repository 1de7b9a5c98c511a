import Casework
import Diagnostics
import Evaluation
import FEEL
import Foundation
import Outcomes
import Records
import Rules
import Workflow

/// Those of one award who stand in a public document, as it writes them: the name, and what tells it from others.
struct PublicList {
  let batch: Batch
  let award: AwardSettings
  /// In the order of the settings.
  let lines: [String]
  private let order: ListOrder
  private let words: PaperWords

  init(_ dossiers: [Dossier], of batch: Batch, _ award: AwardSettings, _ settings: PaperSettings, _ words: PaperWords) {
    self.batch = batch
    self.award = award
    self.words = words
    order = settings.order
    let values = ValueText(batch.rules, words.language)
    lines = Self.sorted(dossiers, by: settings.order).map { Self.line($0, award, values, words) }
  }

  /// `8家`
  var count: String { words.word("\(lines.count)\(award.counter)", "\(lines.count)") }

  /// `命名8家企业为2025年度“党员示范企业”`, without the verb.
  func phrase(year: Int?) -> String {
    let name = (year.map { words.word("\($0)年度", "") } ?? "") + words.quoted(batch.rules.award)
    let when = year.map { words.word("", " of \($0)") } ?? ""
    return words.word("\(count)\(award.noun)为\(name)", "\(lines.count) as \(name)\(when)")
  }

  /// `红星工匠（20名，按姓氏笔画排序）`
  var title: String {
    words.word("\(batch.rules.award)（\(count)，\(orderPhrase)）", "\(batch.rules.award) (\(lines.count), \(orderPhrase))")
  }

  var orderPhrase: String {
    switch order {
    case .strokes where batch.rules.subject == .individual:
      words.word("按姓氏笔画排序", "in the order of strokes of the names")
    case .strokes: words.word("按名称笔画排序", "in the order of strokes of the names")
    case .rank: words.word("按评选名次排序", "by rank")
    case .number: words.word("按编号排序，不分先后", "by number, in no order of merit")
    }
  }

  /// Those whom nobody could tell apart by what is written.
  var twins: [String] {
    Dictionary(grouping: lines) { $0 }.filter { $0.value.count > 1 }.map(\.key).sorted()
  }

  var entries: [Paper.Block] {
    lines.enumerated().map { .line("\($0.offset + 1)．\($0.element)") }
  }

  private static func line(
    _ dossier: Dossier, _ award: AwardSettings, _ values: ValueText, _ words: PaperWords
  ) -> String {
    let behind = award.behind.compactMap { dossier.record.text($0.name, values) }
    guard !behind.isEmpty else { return dossier.record.title }
    return words.word(
      "\(dossier.record.title)（\(behind.joined(separator: "，"))）",
      "\(dossier.record.title) (\(behind.joined(separator: ", ")))")
  }

  /// The same on every machine: the collation comes with the program, not from the system.
  private static func sorted(_ dossiers: [Dossier], by order: ListOrder) -> [Dossier] {
    switch order {
    case .rank:
      return dossiers.sorted {
        ($0.ranked?.rank ?? .max, $0.record.id) < ($1.ranked?.rank ?? .max, $1.record.id)
      }
    case .number: return dossiers.sorted { $0.record.id < $1.record.id }
    case .strokes:
      let locale = Locale(identifier: "zh-u-co-stroke")
      return dossiers.sorted { left, right in
        switch left.record.title.compare(right.record.title, locale: locale) {
        case .orderedAscending: true
        case .orderedDescending: false
        case .orderedSame: left.record.id < right.record.id
        }
      }
    }
  }
}

extension Record {
  /// A field's value as people read it; `nil` where there is none.
  func text(_ field: String, _ values: ValueText) -> String? {
    guard let value = value(of: field), !value.isUnknown, !value.isNull else { return nil }
    return values.text(value, of: field)
  }
}

extension WorkflowDefinition {
  /// What nominees go through before the notice, as a notice tells it: what people sign, score and vote on.
  var stepsBeforeNotice: [String] {
    var steps: [String] = []
    for stage in stages {
      if case .notice = stage.kind { break }
      let isTold =
        switch stage.kind {
        case .approve: stage.scope == .case
        case .vote, .score: true
        default: false
        }
      if isTold, let name = stage.name, !steps.contains(name) { steps.append(name) }
    }
    return steps
  }

  var notice: Notice? {
    stages.lazy.compactMap { stage in
      if case .notice(let notice) = stage.kind { notice } else { nil }
    }.first
  }
}
