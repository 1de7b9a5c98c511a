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

/// Why a nominee stands where it stands: a code, the clause, and the sentence.
public struct Reason: Sendable, Hashable {
  /// The id of the rule, or the outcome's code where no single rule decided.
  public let code: String
  public let clause: String
  public let text: String
}

/// Finds the reasons of an outcome.
struct Reasons {
  let batch: Batch
  let language: Language
  private let values: ValueText
  private let narrator: Narrator

  init(_ batch: Batch, _ language: Language) { self.init(batch, ValueText(batch.rules, language)) }

  private init(_ batch: Batch, _ values: ValueText) {
    self.batch = batch
    self.values = values
    language = values.language
    narrator = Narrator(values)
  }

  func reasons(_ dossier: Dossier) -> [Reason] {
    let own = dossier.record.additions.isEmpty ? self : Reasons(batch, values.citing(dossier.record))
    return own.found(dossier)
  }

  private func found(_ dossier: Dossier) -> [Reason] {
    if let merger = dossier.merger { return [merged(dossier, merger)] }
    return switch dossier.outcome {
    case .vetoed: vetoes(dossier) + failedConditions(dossier)
    case .ineligible: failedConditions(dossier)
    case .incomplete, .pending: missing(dossier) + progress(dossier)
    case .belowMinimum: belowMinimum(dossier)
    case .belowLine, .capped, .tieOpen: place(dossier) + progress(dossier)
    case .shortlisted: place(dossier) + progress(dossier)
    case .ranked, .selected: progress(dossier)
    default: (dossier.history.map { decided(dossier, $0) } ?? []) + progress(dossier)
    }
  }

  /// A second nomination of the same nominee, which another has taken up (E1).
  private func merged(_ dossier: Dossier, _ merger: Merger) -> Reason {
    let other = batch.dossiers.first { $0.record.id == merger.into && $0.merger == nil }
    let name = other.map { $0.record.title == merger.into ? "" : "“\($0.record.title)”" } ?? ""
    let added = merger.filled.map { "“\($0)”" }.joined(separator: values.word(zh: "、", en: ", "))
    let differing = DifferenceWords(values).text(merger.differences)
    return Reason(
      code: Outcome.merged.rawValue, clause: batch.rules.submission?.basis ?? "",
      text: values.word(
        zh: "与 \(merger.into)\(name)是同一对象，属重复推荐，并入该件",
        en: "the same nominee as \(merger.into)\(name.isEmpty ? "" : " ")\(name), and merged into it")
        + (added.isEmpty ? "" : values.word(zh: "；由本件补上\(added)", en: "; \(added) taken over from here"))
        + (differing.isEmpty
          ? "" : values.word(zh: "；两件不一致的以该件为准：\(differing)", en: "; where they differ, that one counts: \(differing)"))
    )
  }

  /// Where the case stands while it is not over; after 命名 there is nothing more to wait for.
  private func progress(_ dossier: Dossier) -> [Reason] {
    guard batch.course != nil, !dossier.outcome.hasBeenNamed else { return [] }
    guard let history = dossier.history, let procedure = Procedure(dossier, batch.rules, values) else {
      let text = values.word(zh: "本轮还没有开始", en: "the round has not begun")
      return [Reason(code: dossier.outcome.rawValue, clause: "", text: text)]
    }
    guard let progress = Progress(history, procedure, values) else { return [] }
    return [Reason(code: dossier.outcome.rawValue, clause: progress.clause, text: progress.text)]
  }

  /// In the order of the rule file, but for those that it wants cited first.
  private func vetoes(_ dossier: Dossier) -> [Reason] {
    let holding = dossier.assessment.vetoesThatHold.compactMap { result in
      batch.rules.vetoes.first { $0.id == result.id }.map { (rule: $0, result: result) }
    }
    let first = holding.filter(\.rule.isCitedFirst)
    return (first + holding.filter { !$0.rule.isCitedFirst }).map { rule, result in
      let sources = rule.sources.joined(separator: values.word(zh: "、", en: ", "))
      let told = told(result)
      return Reason(
        code: rule.id, clause: rule.basis,
        text: values.word(
          zh: "\(rule.name)：\(told)（来源：\(sources)）", en: "\(rule.name): \(told) (source: \(sources))"))
    }
  }

  private func failedConditions(_ dossier: Dossier) -> [Reason] {
    dossier.assessment.failedConditions.compactMap { result in
      guard let rule = batch.rules.eligibility.first(where: { $0.id == result.id }) else { return nil }
      return Reason(
        code: rule.id, clause: rule.basis,
        text: values.word(zh: "\(rule.name)：\(told(result))", en: "\(rule.name): \(told(result))"))
    }
  }

  /// The comparison itself: an office's own sentence need not say which way it went.
  private func told(_ result: ConditionResult) -> String { result.trace.map(narrator.sentence) ?? "" }

  /// Each fact that is asked for, from whom, and the rules that wait for it.
  private func missing(_ dossier: Dossier) -> [Reason] {
    dossier.assessment.missing.map { fact in
      let readers = readers(of: fact, dossier.assessment)
      let ids = readers.map(\.id).joined(separator: values.word(zh: "、", en: ", "))
      let from = fact.supplier.phrase.text(language, fact.supplier.arguments)
      let name = values.fact(fact.path.description)
      let text =
        tooFew(fact, dossier).map { $0 + values.word(zh: "（\(ids) 据以计分）", en: " (\(ids) depend on it)") }
        ?? values.word(
          zh: "缺\(name)，应由\(from)提供" + (ids.isEmpty ? "（必填）" : "（\(ids) 据以判断）"),
          en: "\(name) is missing; \(from) must give it" + (ids.isEmpty ? " (required)" : " (\(ids) depend on it)"))
      return Reason(code: readers.first?.id ?? dossier.outcome.rawValue, clause: readers.first?.basis ?? "", text: text)
    } + faults(dossier)
  }

  /// Judges' scores that are there, but not enough of them.
  private func tooFew(_ fact: MissingFact, _ dossier: Dossier) -> String? {
    guard let score = dossier.assessment.score else { return nil }
    let items = zip(batch.rules.dimensions.flatMap(\.items), score.dimensions.flatMap(\.items))
    for (rule, item) in items where rule.reads.fields.contains(fact.path.field) {
      guard case .panel(let panel) = item.working, panel.scores.count < panel.needed else { continue }
      return values.word(
        zh: "“\(fact.path)”：有效评委 \(panel.scores.count) 名，不足 \(panel.needed) 名",
        en: "“\(fact.path)”: \(panel.scores.count) valid scores, fewer than \(panel.needed)")
    }
    return nil
  }

  /// The rules that wait for a fact; one that has its answer without it does not.
  private func readers(of fact: MissingFact, _ assessment: Assessment) -> [(id: String, basis: String)] {
    let rules = batch.rules
    let open = (assessment.conditions + assessment.vetoes).filter(\.answer.isOpen).map(\.id)
    let deciding = (rules.eligibility + rules.vetoes).filter {
      $0.reads.fields.contains(fact.path.field) && open.contains($0.id)
    }
    if !deciding.isEmpty { return deciding.map { ($0.id, $0.basis) } }
    return rules.dimensions.flatMap(\.items).filter { $0.reads.fields.contains(fact.path.field) }
      .map { ($0.id, $0.basis) }
  }

  /// Conditions that gave no answer although no fact is missing: a fault of the rule or of the record.
  private func faults(_ dossier: Dossier) -> [Reason] {
    (dossier.assessment.conditions + dossier.assessment.vetoes).filter { $0.answer == .fault }.compactMap { result in
      let rules = batch.rules.eligibility + batch.rules.vetoes
      guard let rule = rules.first(where: { $0.id == result.id }) else { return nil }
      let why = result.trace.flatMap { trace in trace.null.map { values.reason($0, of: trace.tree) } } ?? ""
      return Reason(
        code: rule.id, clause: rule.basis,
        text: values.word(
          zh: "\(rule.name)：算不出是与否（\(why)），请查规则与记录",
          en: "\(rule.name): neither yes nor no (\(why)); check the rule and the record"))
    }
  }

  /// What a stage of the workflow decided: who, and why.
  private func decided(_ dossier: Dossier, _ history: History) -> [Reason] {
    let vote = history.stages.last { $0.tally?.passed == true && $0.scope == .round }
    let decisive =
      (dossier.outcome == .reserve ? vote : nil)
      ?? history.stages.last { $0.stage == history.outcomeStage } ?? history.stages.last
    guard let stage = decisive, let procedure = Procedure(dossier, batch.rules, values) else { return [] }
    let clause = dossier.outcome == .reserve ? stage.basis : history.outcomeBasis ?? stage.basis
    let seats = SeatWords(batch, values)
    return [
      Reason(
        code: dossier.outcome.rawValue, clause: clause ?? "",
        text: Decision(dossier, history, stage, procedure, seats, values).text)
    ]
  }

  private func belowMinimum(_ dossier: Dossier) -> [Reason] {
    guard let quota = batch.rules.selection?.quota, let minimum = quota.minimum,
      let total = dossier.assessment.score?.total, let gap = minimum.subtracting(total)
    else { return [] }
    let scale = batch.rules.total.scale
    let (t, m, g) = (
      values.fixed(total, scale: scale), values.fixed(minimum, scale: scale), values.fixed(gap, scale: scale)
    )
    return [
      Reason(
        code: Outcome.belowMinimum.rawValue, clause: quota.basis["minimum"] ?? "",
        text: values.word(zh: "总分 \(t)，最低分 \(m)，差 \(g)", en: "total \(t), minimum \(m), short by \(g)"))
    ]
  }

  /// Why one who was ranked is not on the list, or, before any vote, would have no seat.
  private func place(_ dossier: Dossier) -> [Reason] {
    guard let place = PlaceWords(batch, values) else { return [] }
    if dossier.outcome == .belowLine, dossier.ranked?.outcome == .tieOpen { return [place.lostTie(dossier)] }
    return dossier.outcome == .shortlisted ? place.forecast(dossier) : place.list(dossier)
  }
}
