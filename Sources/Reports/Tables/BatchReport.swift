public import Casework
import DMN
public import Diagnostics
import Evaluation
import FEEL
import Fingerprints
import Records
import Rules
import Workflow
import Outcomes

/// A whole batch in one of the formats that people and programs read.
public struct BatchReport {
  public enum Format: String, Sendable, CaseIterable {
    case table, json, ndjson, csv, md
  }

  let batch: Batch
  let language: Language
  let values: ValueText

  public init(_ batch: Batch, _ language: Language) {
    self.batch = batch
    self.language = language
    values = ValueText(batch.rules, language)
  }

  public func text(_ format: Format) -> String {
    switch format {
    case .table: TextTable(header: header, rows: rows).text + summary.map { "\($0)\n" }.joined()
    case .md:
      MarkdownTable(header: header, rows: rows).text + summary.map { $0.isEmpty ? "\n" : "- \($0.markdown)\n" }.joined()
    // Spreadsheet programs take a file without the mark for one in the system's old code page.
    case .csv: "\u{FEFF}" + ([header] + rows).map(CSVLine.text).joined()
    case .ndjson: batch.inOrder.map { line($0).line + "\n" }.joined()
    case .json: document.pretty
    }
  }

  /// Behind a table, with a line between.
  private var summary: [String] { SelectionSummary(batch, values).map { [""] + $0.lines } ?? [] }

  // MARK: Tables

  private var header: [String] {
    let dimensions = batch.rules.dimensions.map(\.id)
    let bonus = batch.rules.bonus == nil ? [] : [word("加分", "Bonus")]
    let grade = batch.rules.grades == nil ? [] : [word("等次", "Grade")]
    // Who ranks nobody has no ranks to show.
    let rank = batch.rules.selection == nil ? [] : [word("名次", "Rank")]
    return rank + [word("编号", "No."), word("名称", "Name"), word("结论", "Outcome")] + grade
      + [word("总分", "Total")] + dimensions + bonus + [word("理由", "Reason")]
  }

  private var rows: [[String]] {
    let reasons = Reasons(batch, language)
    let words = OutcomeWords(batch, values)
    return batch.inOrder.map { dossier in
      let score = dossier.assessment.score
      let dimensions = batch.rules.dimensions.indices.map { index in
        score.map { values.fixed($0.dimensions[index].points) } ?? ""
      }
      let bonus = batch.rules.bonus == nil ? [] : [score?.bonus.map { values.fixed($0.points) } ?? ""]
      let grade = batch.rules.grades == nil ? [] : [score?.grade ?? ""]
      let told = reasons.reasons(dossier).map { [$0.clause, $0.text].filter { !$0.isEmpty }.joined(separator: " ") }
      let rank = batch.rules.selection == nil ? [] : [dossier.ranked.map { "\($0.rank)" } ?? ""]
      return rank + [dossier.record.id, dossier.record.title, words.text(dossier)] + grade + [
        score?.total.map { values.fixed($0, scale: batch.rules.total.scale) } ?? ""
      ] + dimensions + bonus
        + [told.joined(separator: word("；", "; "))]
    }
  }

  private func word(_ zh: String, _ en: String) -> String { values.word(zh: zh, en: en) }

  // MARK: JSON

  private var document: JSON {
    .object([
      "format_version": .number(1), "engine": .string(Engine.version), "award": .string(batch.rules.award),
      "edition": .number(batch.rules.edition), "rules": .string(batch.rules.fingerprint.description),
      "records": .string(batch.recordsFingerprint.description),
      "results": .array(batch.inOrder.map(line)), "refused": .array(batch.refused.map(refused)),
      "superseded": ResubmissionReport(batch.superseded, batch.rules, language).json,
      "selection": SelectionCertificate(batch, language)?.document ?? .null,
    ])
  }

  /// One nominee.
  func line(_ dossier: Dossier) -> JSON {
    let assessment = dossier.assessment
    let reasons = Reasons(batch, language).reasons(dossier)
    return .object([
      "id": .string(dossier.record.id), "name": .string(dossier.record.title),
      "outcome": .string(dossier.outcome.rawValue), "grade": .optional(assessment.score?.grade),
      "total": .optional(assessment.score?.total), "rank": dossier.ranked.map { .number($0.rank) } ?? .null,
      "items": .array(items(assessment)),
      "missing": .array(assessment.missing.map { .string($0.path.description) }),
      "reasons": .array(
        reasons.map {
          .object(["code": .string($0.code), "clause": .string($0.clause), "text": .string($0.text)])
        }),
    ])
  }

  private func items(_ assessment: Assessment) -> [JSON] {
    let results = (assessment.conditions + assessment.vetoes).map { result in
      JSON.object(["id": .string(result.id), "result": result.answer.json])
    }
    let rules = batch.rules.dimensions.flatMap(\.items) + (batch.rules.bonus?.items ?? [])
    let scores = zip(rules, assessment.score?.items ?? []).map { item, result in
      JSON.object([
        "id": .string(item.id), "score": result.isOpen ? .null : .number(result.points), "max": .optional(item.max),
      ])
    }
    return results + scores
  }

  private func refused(_ record: RefusedRecord) -> JSON {
    .object([
      "id": .optional(record.id), "name": .optional(record.title), "number": .number(record.number),
      "diagnostics": .array(record.diagnostics.map { $0.json(language) }),
    ])
  }
}

extension Answer {
  /// `true`, `false`, or null while it is open.
  var json: JSON {
    switch self {
    case .yes: .boolean(true)
    case .no: .boolean(false)
    case .open, .notYet, .fault: .null
    }
  }
}

extension ItemResult {
  var isOpen: Bool { if case .open = state { true } else { false } }
}

extension Diagnostic {
  func json(_ language: Language) -> JSON {
    let place = span.map { span in
      if let cell = span.cell {
        return JSON.object([
          "file": .string(span.source.name), "sheet": .string(cell.sheet), "cell": .string(cell.address),
        ])
      }
      return JSON.object([
        "file": .string(span.source.name), "line": .number(span.start.line), "column": .number(span.start.column),
      ])
    }
    return .object([
      "code": .string(code), "severity": .string(severity.rawValue), "text": .string(text(language)),
      "place": place ?? .null,
    ])
  }
}
