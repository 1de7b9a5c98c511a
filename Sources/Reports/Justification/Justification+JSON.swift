import Casework
import DMN
import Diagnostics
import Evaluation
import FEEL
import Fingerprints
import Records
import Rules
import Workflow
import Outcomes

extension Justification {
  /// The same content for programs: every clause with its values, rows and points; numbers exact.
  public var json: String { document.pretty }

  var document: JSON {
    .object([
      "format_version": .number(1), "id": .string(dossier.record.id), "name": .string(dossier.record.title),
      "award": .string(rules.award), "edition": .number(rules.edition),
      // Under way nothing has been decided, whatever the rules said so far.
      "outcome": batch.course != nil && dossier.outcome == .ranked ? .null : .string(dossier.outcome.rawValue),
      "outcome_text": .string(outcomeText),
      "grade": .optional(assessment.score?.grade), "total": .optional(assessment.score?.total),
      "rank": dossier.ranked.map { .number($0.rank) } ?? .null,
      "reasons": .array(
        reasonList.map {
          .object(["code": .string($0.code), "clause": .string($0.clause), "text": .string($0.text)])
        }),
      "conditions": .array(zip(rules.eligibility, assessment.conditions).map(condition)),
      "vetoes": .array(zip(rules.vetoes, assessment.vetoes).map(condition)),
      "score": assessment.score.map(score) ?? .null, "missing": .array(assessment.missing.map(missing)),
      "earlier": .array(dossier.record.additions.map(earlier)), "procedure": procedureJSON, "basis": basis,
    ])
  }

  /// A title that an earlier round gave, and where it is found.
  private func earlier(_ addition: Addition) -> JSON {
    let reference = addition.reference
    return .object([
      "field": .string(addition.field), "row": dossier.record.row(of: addition).map { .number($0 + 1) } ?? .null,
      "award": .string(reference.award), "edition": .number(reference.edition), "entry": .number(reference.number),
      "id": .string(reference.id), "clause": .string(reference.basis), "file": .string(addition.place.source.name),
      "line": .number(addition.place.start.line), "text": .string(values.citation(reference)),
    ])
  }

  private func condition(_ rule: CompiledCondition, _ result: ConditionResult) -> JSON {
    .object([
      "id": .string(rule.id), "name": .string(rule.name), "clause": .string(rule.basis),
      "result": result.answer.json, "expression": .string(rule.program.fragment.text),
      "sources": .array(rule.sources.map(JSON.string)),
      "values": .array(
        result.values.map { value in
          .object([
            "name": .string(value.name),
            "value": value.value.isUnknown ? .null : .string(values.text(value.value, of: value.name)),
          ])
        }),
      "text": .string(told(rule, result)),
    ])
  }

  private func score(_ score: Score) -> JSON {
    .object([
      "subtotal": .number(score.subtotal), "sum": .number(score.sum), "total": .optional(score.total),
      "dimensions": .array(
        zip(rules.dimensions, score.dimensions).map { dimension, result in
          .object([
            "id": .string(dimension.id), "name": .string(dimension.name), "max": .number(dimension.max),
            "points": .number(result.points), "items": .array(zip(dimension.items, result.items).map(item)),
          ])
        }),
      "bonus": score.bonus.map(bonus) ?? .null,
    ])
  }

  private func bonus(_ bonus: BonusResult) -> JSON {
    .object([
      "sum": .number(bonus.sum), "cap": .optional(bonus.cap), "points": .number(bonus.points),
      "items": .array(zip(rules.bonus?.items ?? [], bonus.items).map(item)),
    ])
  }

  private func item(_ item: CompiledItem, _ result: ItemResult) -> JSON {
    .object([
      "id": .string(item.id), "name": .string(item.name), "clause": .string(item.basis),
      "max": .optional(item.max), "points": result.isOpen ? .null : .number(result.points),
      "state": .string(unavailable(result) == nil ? result.state.code : ItemResult.State.notComputable.code),
      "missing": .array(result.state.missing.map { .string($0) }),
      "text": .string(sentence(item, result)),
    ])
  }

  private func missing(_ fact: MissingFact) -> JSON {
    .object([
      "fact": .string(fact.path.description),
      "from": .string(fact.supplier.phrase.text(values.language, fact.supplier.arguments)),
    ])
  }

  private var basis: JSON {
    .object([
      "regulation": .string(rules.regulation.short), "number": .string(rules.regulation.number),
      "rules": .string(rules.fingerprint.description), "record": .string(assessment.fingerprintOfRecord),
    ])
  }
}

extension ItemResult.State {
  var code: String {
    switch self {
    case .scored: "scored"
    case .missing: "missing"
    case .open: "open"
    case .notComputable: "not_computable"
    }
  }

  var missing: [String] {
    switch self {
    case .missing(let paths), .open(let paths): paths.map(\.description)
    case .scored, .notComputable: []
    }
  }
}
