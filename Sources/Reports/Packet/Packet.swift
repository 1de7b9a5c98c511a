public import Casework
public import Diagnostics
import Evaluation
import FEEL
import Fingerprints
import Records
import Outcomes
import Rules

/// 评审包: one HTML file in which a committee reads a whole batch on a machine without any network: the ranking with
/// search and filters, each nominee's justification, charts, and what has changed since an earlier batch.
///
/// It holds what a justification holds, sensitive facts masked as there; it is for the committee, not for the public.
public struct Packet {
  let batch: Batch
  let earlier: Batch?
  let language: Language
  let values: ValueText
  private let words: OutcomeWords
  private let reasons: Reasons

  /// - Parameter earlier: the same award's batch of the year before, to compare with.
  public init(_ batch: Batch, since earlier: Batch? = nil, _ language: Language) {
    self.batch = batch
    self.earlier = earlier
    self.language = language
    values = ValueText(batch.rules, language)
    words = OutcomeWords(batch, values)
    reasons = Reasons(batch, language)
  }

  /// The page, complete in itself.
  ///
  /// - Parameter progress: told how many nominees have been written of how many.
  public func html(progress: (Int, Int) -> Void = { _, _ in }) -> String {
    let dossiers = batch.inOrder
    var pieces: [(id: String, json: JSON)] = []
    for start in stride(from: 0, to: dossiers.count, by: Packet.chunk) {
      let part = dossiers[start..<min(start + Packet.chunk, dossiers.count)]
      pieces.append((id: "d\(start / Packet.chunk)", json: details(part)))
      progress(min(start + Packet.chunk, dossiers.count), dossiers.count)
    }
    return PacketPage(title: title, language: language, data: [(id: "packet", json: overview(dossiers))] + pieces).html
  }

  /// Nominees whose justifications are read together.
  private static let chunk = 50

  func word(_ zh: String, _ en: String) -> String { values.word(zh: zh, en: en) }

  var title: String {
    word(
      "\(batch.rules.edition)年度“\(batch.rules.award)”评审包",
      "“\(batch.rules.award)” \(batch.rules.edition): review packet")
  }

  // MARK: What the list shows

  private func overview(_ dossiers: [Dossier]) -> JSON {
    let outcomes = Outcome.allCases.filter { outcome in dossiers.contains { $0.outcome == outcome } }
    let filters = batch.rules.schema.fields.enumerated().filter { _, field in
      field.shape == .string && !field.isSensitive && field.oneOf?.isEmpty == false
    }
    let changes = PacketChanges(self, words)
    return .object([
      "title": .string(title),
      "language": .string(language.rawValue),
      "chunk": .number(Packet.chunk),
      "outcomes": .array(
        outcomes.map { outcome in
          let word = dossiers.first { $0.outcome == outcome }.map(words.word) ?? outcome.rawValue
          return .object(["code": .string(outcome.rawValue), "word": .string(word)])
        }),
      "filters": .array(
        filters.map { index, field in
          let used = Set(dossiers.map { text($0.record.values[index]) })
          return .object([
            "name": .string(field.name),
            "values": .array((field.oneOf ?? []).filter(used.contains).map(JSON.string)),
          ])
        }),
      "dimensions": .array(
        batch.rules.dimensions.map {
          .object(["id": .string($0.id), "name": .string($0.name), "max": .number($0.max)])
        }),
      "bonus": .boolean(batch.rules.bonus != nil),
      "maximum": .optional(batch.rules.maximum),
      "selection": selection,
      "warnings": .array(warnings.map(JSON.string)),
      "fingerprints": .array(fingerprints.map { .array([.string($0.name), .string($0.fingerprint)]) }),
      "rows": .array(
        dossiers.map { dossier in
          row(dossier, outcomes, filters.map(\.offset), changes.of(dossier))
        }),
      "changes": changes.json,
    ])
  }

  private var selection: JSON {
    guard let selection = batch.selection, let quota = batch.rules.selection?.quota else { return .null }
    return .object([
      "seats": .number(selection.seats), "places": .number(selection.places),
      "candidates": .number(quota.candidates), "ranked": .number(selection.ranking.count),
      "line": .optional(selection.line), "minimum": .optional(selection.minimum),
    ])
  }

  /// The first of those whose records were refused; by what could be read of them.
  private var refusedNames: String {
    let most = 8
    let names = batch.refused.prefix(most).map { record -> String in
      let number = record.id ?? "#\(record.number)"
      guard let title = record.title, title != number else { return number }
      return word("\(title)（\(number)）", "\(title) (\(number))")
    }
    let more = batch.refused.count > most ? word("等", " and others") : ""
    return names.joined(separator: word("、", ", ")) + more
  }

  /// What every reader has to know before reading on.
  private var warnings: [String] {
    var warnings: [String] = []
    if !batch.refused.isEmpty {
      let count = batch.refused.count
      warnings.append(
        word(
          "有 \(count) 份记录被拒收，不在其中：\(refusedNames)",
          "\(count.counted("record", "records")) refused and not in here: \(refusedNames)"))
    }
    if let year = batch.course?.provisionalAfter {
      warnings.append(
        word(
          "日历收录到 \(year) 年，此后的期限都是暂定，不得据以发布正式公告",
          "the calendars end with \(year): what lies beyond is provisional, and no ground for an official notice"))
    }
    return warnings
  }

  private var fingerprints: [(name: String, fingerprint: String)] {
    batch.rules.files.map { ($0.name, $0.fingerprint.description) }
      + [(batch.recordsName, batch.recordsFingerprint.description)]
  }

  private func row(_ dossier: Dossier, _ outcomes: [Outcome], _ filters: [Int], _ change: JSON) -> JSON {
    let score = dossier.assessment.score
    return .object([
      "id": .string(dossier.record.id),
      "title": .string(dossier.record.title),
      "outcome": .number(outcomes.firstIndex(of: dossier.outcome) ?? 0),
      "told": .string(words.text(dossier)),
      "rank": dossier.ranked.map { .number($0.rank) } ?? .null,
      "total": .optional(score?.total),
      "shown": .optional(score?.total.map { values.fixed($0, scale: batch.rules.total.scale) }),
      "grade": .optional(score?.grade),
      "points": .array((score?.dimensions ?? []).map { .number($0.points) }),
      // As every table shows them; for sums and pictures the exact ones serve.
      "marks": .array((score?.dimensions ?? []).map { .string(values.fixed($0.points)) }),
      "bonus": .optional(score?.bonus.map { values.fixed($0.points) }),
      "filters": .array(filters.map { .string(text(dossier.record.values[$0])) }),
      "reasons": .array(reasons.reasons(dossier).map { .string($0.text) }),
      "change": change,
    ])
  }

  private func text(_ value: Value) -> String { if case .string(let text) = value { text } else { "" } }

  // MARK: What opens behind a line

  /// Texts that occur often stand once: `s` holds them, `d` names them by their places.
  private func details(_ dossiers: ArraySlice<Dossier>) -> JSON {
    var shelf = TextShelf()
    let pages = dossiers.map { dossier in
      JSON.array(
        Justification(dossier, in: batch, language).page.blocks.compactMap { block in
          func place(_ text: String) -> JSON { .number(shelf.place(of: text)) }
          switch block {
          case .title: return nil
          case .conclusion(let words): return .array([.number(1), place(words)])
          case .section(let words): return .array([.number(2), place(words)])
          case .group(let words): return .array([.number(3), place(words)])
          case .item(let mark, let label, let text, let clause):
            return .array([.number(4), place(mark), place(label), place(text), place(clause)])
          case .line(let words): return .array([.number(5), place(words)])
          case .table(let header, let rows):
            return .array([.number(6), .array(header.map(place)), .array(rows.map { .array($0.map(place)) })])
          }
        })
    }
    return .object(["s": .array(shelf.texts.map(JSON.string)), "d": .array(pages)])
  }
}

private struct TextShelf {
  private(set) var texts: [String] = []
  private var places: [String: Int] = [:]

  mutating func place(of text: String) -> Int {
    if let place = places[text] { return place }
    places[text] = texts.count
    texts.append(text)
    return texts.count - 1
  }
}
