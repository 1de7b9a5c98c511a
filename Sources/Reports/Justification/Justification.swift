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

/// What a committee reads about one nominee: the conclusion, every clause with the values that it rests on, the points,
/// the place, and the way through the procedure. Nothing is said that was not computed.
public struct Justification {
  let batch: Batch
  let dossier: Dossier
  let values: ValueText
  let narrator: Narrator
  private let reasons: Reasons

  public init(_ dossier: Dossier, in batch: Batch, _ language: Language) {
    self.batch = batch
    self.dossier = dossier
    values = ValueText(batch.rules, language).citing(dossier.record)
    narrator = Narrator(values)
    reasons = Reasons(batch, language)
  }

  /// 撤回（未获推荐）.
  var outcomeText: String { OutcomeWords(batch, values).text(dossier) }

  var rules: CompiledRuleSet { batch.rules }
  var assessment: Assessment { dossier.assessment }

  /// As a terminal shows it.
  public var text: String { page.text }

  public var markdown: String { page.markdown }

  /// Why the nominee stands where it stands.
  public var reasonList: [Reason] { reasons.reasons(dossier) }

  var page: Page {
    var page = Page()
    page.add(.title(heading))
    page.add(.conclusion(conclusion))
    for reason in reasonList {
      page.add(.item(mark: "·", label: "", text: reason.text, clause: reason.clause))
    }
    addConditions(to: &page)
    addVetoes(to: &page)
    addScore(to: &page)
    addMissing(to: &page)
    addPlace(to: &page)
    addProcedure(to: &page)
    addBasis(to: &page)
    return page
  }

  private var heading: String {
    let year = values.word(zh: "\(rules.edition)年度", en: "\(rules.edition)")
    let id = dossier.record.id == dossier.record.title ? [] : [dossier.record.id]
    return ([dossier.record.title, rules.award, year] + id).joined(separator: "　")
  }

  private var conclusion: String {
    var parts = [outcomeText]
    if let grade = assessment.score?.grade { parts.append(values.word(zh: "等次 \(grade)", en: "grade \(grade)")) }
    if let ranked = dossier.ranked { parts.append(values.word(zh: "第\(ranked.rank)名", en: "rank \(ranked.rank)")) }
    if let total = assessment.score?.total {
      parts.append(values.word(zh: "\(self.total(total))分", en: "\(self.total(total)) points"))
    }
    let line = parts.joined(separator: "　")
    return values.word(zh: "结论：", en: "Conclusion: ") + line + margin
  }

  /// How far above the line, and whose line it is.
  private var margin: String {
    guard let ranked = dossier.ranked, let selection = batch.selection, let line = selection.line,
      dossier.outcome != .belowLine, let gap = ranked.total.subtracting(line), !gap.isNegative
    else { return "" }
    return values.word(
      zh: "　（入围线 \(total(line))，超出 \(total(gap))）",
      en: "　(the line is \(total(line)), \(total(gap)) above it)")
  }

  func total(_ total: Decimal) -> String { values.fixed(total, scale: rules.total.scale) }

  // MARK: 一、二

  private func addConditions(to page: inout Page) {
    guard !rules.eligibility.isEmpty else { return }
    let count = rules.eligibility.count
    let failed = assessment.failedConditions.count
    let open = assessment.conditions.count { $0.answer.isOpen }
    let unchecked = assessment.conditions.count { $0.answer.isNotYet }
    let summary =
      failed > 0
      ? values.word(zh: "\(count)项中 \(failed)项不符合", en: "\(failed) of \(count) not met")
      : open > 0
        ? values.word(zh: "\(count)项中 \(open)项待核", en: "\(open) of \(count) open")
        : unchecked > 0
          ? values.word(zh: "\(count)项中未见不符合的", en: "of \(count), none found not met")
          : values.word(zh: "\(count)项全部符合", en: "all \(count) met")
    page.addPart(
      values.word(zh: "资格条件　", en: "Conditions: ") + summary + told(unchecked: unchecked), values.language)
    for (rule, result) in zip(rules.eligibility, assessment.conditions) {
      page.add(
        .item(
          mark: mark(result.answer, good: .yes), label: "\(rule.id) \(rule.name)", text: told(rule, result),
          clause: rule.basis))
    }
  }

  private func addVetoes(to page: inout Page) {
    guard !rules.vetoes.isEmpty else { return }
    let count = rules.vetoes.count
    let holding = assessment.vetoesThatHold.count
    let open = assessment.vetoes.count { $0.answer.isOpen }
    let unchecked = assessment.vetoes.count { $0.answer.isNotYet }
    let summary =
      holding > 0
      ? values.word(zh: "\(count)项中触发 \(holding)项", en: "\(holding) of \(count) hold")
      : open > 0
        ? values.word(zh: "\(count)项中 \(open)项待核", en: "\(open) of \(count) open")
        : unchecked > 0
          ? values.word(zh: "\(count)项中未见触发的", en: "of \(count), none found to hold")
          : values.word(zh: "\(count)项均未触发", en: "none of the \(count) holds")
    page.addPart(values.word(zh: "一票否决　", en: "Vetoes: ") + summary + told(unchecked: unchecked), values.language)
    for (rule, result) in zip(rules.vetoes, assessment.vetoes) {
      let source = rule.sources.joined(separator: values.word(zh: "、", en: ", "))
      let origin = values.word(zh: "来源：\(source)", en: "source: \(source)")
      let lookback =
        rule.lookback.isEmpty
        ? "" : values.word(zh: "回溯：\(rule.lookback)", en: "period: \(rule.lookback)")
      page.add(
        .item(
          mark: result.answer == .yes ? "✗" : mark(result.answer, good: .no), label: "\(rule.id) \(rule.name)",
          text: [told(rule, result), lookback, source.isEmpty ? "" : origin].filter { !$0.isEmpty }
            .joined(separator: "　"),
          clause: rule.basis))
    }
  }

  /// Facts that were not due yet: nobody has looked. In a case that ended before anybody did, at anything.
  private func told(unchecked count: Int) -> String {
    let some = count == 0 ? "" : values.word(zh: "，其中 \(count)项尚未核查", en: "; \(count) of them not checked yet")
    guard let history = dossier.history, !history.stages.contains(where: { $0.assessment != nil }) else { return some }
    return some + values.word(zh: "（未经审查，只按申报记录）", en: " (by the record alone: nobody has examined it)")
  }

  /// Whether the case has come to where points are given; without a workflow it always has.
  var isScored: Bool {
    guard let history = dossier.history else { return batch.course == nil }
    return dossier.ranked != nil
      || history.stages.contains { $0.assessment?.phase == .scoring || $0.assessment?.phase == .final }
  }

  private func mark(_ answer: Answer, good: Answer) -> String {
    switch answer {
    case .open: "？"
    case .notYet: "…"
    case .fault: "！"
    case good: good == .yes ? "✓" : "○"
    default: "✗"
    }
  }

  /// What makes a condition hold or not: in the office's own words, where the rule file has some.
  func told(_ rule: CompiledCondition, _ result: ConditionResult) -> String {
    switch result.answer {
    case .open(let paths):
      return values.word(zh: "待核：缺\(values.facts(paths))", en: "open: \(values.facts(paths)) missing")
    case .notYet(let paths):
      return values.word(zh: "尚未核查：\(values.facts(paths))", en: "not checked yet: \(values.facts(paths))")
    case .fault:
      let why = result.trace.flatMap { trace in trace.null.map { values.reason($0, of: trace.tree) } } ?? ""
      return values.word(zh: "算不出是与否：\(why)", en: "neither yes nor no: \(why)")
    case .yes, .no:
      return narrator.told(result)
    }
  }

  // MARK: 缺项

  private func addMissing(to page: inout Page) {
    let listed = (assessment.score?.items ?? []).compactMap { item -> (ItemResult, [String])? in
      if case .missing(let paths) = item.state { (item, paths.map(\.description)) } else { nil }
    }
    guard !listed.isEmpty, isScored else { return }
    page.add(.section(values.word(zh: "缺项清单", en: "Missing facts")))
    for (item, paths) in listed {
      let names = values.facts(paths)
      page.add(
        .item(
          mark: "·", label: item.id,
          text: values.word(zh: "缺选填事实\(names)，该项记 0 分", en: "the optional fact \(names) is missing: 0 points"),
          clause: ""))
    }
  }

  // MARK: 四

  private func addPlace(to page: inout Page) {
    guard let quota = rules.selection?.quota else { return }
    guard let ranked = dossier.ranked, let selection = batch.selection else {
      return page.addPart(values.word(zh: "排序　没有参加排序", en: "Ranking: not ranked"), values.language)
    }
    page.addPart(
      values.word(
        zh: "排序　第\(ranked.rank)名（共 \(selection.ranking.count)名参加排序，入围 \(quota.candidates)，名额 \(quota.seats)）",
        en:
          "Ranking: \(ranked.rank) of \(selection.ranking.count) (\(quota.candidates) places on the list, \(quota.seats) seats)"
      ), values.language)
    page.add(.line(ties(ranked, quota)))
    page.add(.line(groups(quota)))
    if ranked.isPending {
      page.add(.line(values.word(zh: "待核：经评选办主任书面说明参加排序", en: "Open facts: ranked on the director's written reason")))
    }
  }

  private func ties(_ ranked: Ranked, _ quota: SelectionQuota) -> String {
    guard !ranked.ties.isEmpty else { return values.word(zh: "同分：无", en: "Ties: none") }
    // So many at one total are told by their number; the ranking shows them all.
    let most = 12
    var told = ranked.ties.prefix(most).map { tie -> String in
      let other = batch.selection?[tie.id]?.title ?? tie.id
      guard let key = tie.key.map({ quota.tieBreakNames[$0] }) else {
        return values.word(zh: "与“\(other)”各键全同，", en: "equal to “\(other)” in every key: ")
          + settled(ranked, tie, quota)
      }
      return tie.isAhead
        ? values.word(zh: "与“\(other)”同分，按“\(key)”在前", en: "same total as “\(other)”, ahead by “\(key)”")
        : values.word(zh: "与“\(other)”同分，按“\(key)”在后", en: "same total as “\(other)”, behind by “\(key)”")
    }
    if ranked.ties.count > most {
      let more = ranked.ties.count - most
      told.append(values.word(zh: "另有 \(more)名同分", en: "\(more) more with the same total"))
    }
    return values.word(zh: "同分：", en: "Ties: ") + told.joined(separator: values.word(zh: "；", en: "; "))
  }

  /// What became of a tie that no key breaks: it mattered at the line only, and there the committee decided.
  private func settled(_ ranked: Ranked, _ tie: Tie, _ quota: SelectionQuota) -> String {
    let outcomes = [ranked.outcome, batch.selection?[tie.id]?.outcome]
    guard outcomes.contains(.tieOpen) else {
      return ranked.outcome == .shortlisted
        ? values.word(zh: "都在入围名额之内，不须分先后", en: "both on the list, so that neither need be first")
        : values.word(zh: "都不在入围名额之内，不须分先后", en: "neither on the list, so that neither need be first")
    }
    if dossier.outcome == .tieOpen || dossier.history == nil { return values.word(zh: "待决", en: "undecided") }
    let judge = quota.then ?? values.word(zh: "评审委员会票决", en: "a vote of the review committee")
    return dossier.outcome == .belowLine
      ? values.word(zh: "由\(judge)，没有入围", en: "decided by \(judge), not on the list")
      : values.word(zh: "由\(judge)，入围", en: "decided by \(judge), on the list")
  }

  /// The caps and floors of the groups that the nominee belongs to.
  private func groups(_ quota: SelectionQuota) -> String {
    guard let standing = assessment.standing else { return "" }
    var told: [String] = []
    for (index, cap) in quota.caps.enumerated() where standing.caps[index].group != nil {
      let limit = standing.caps[index].limit.map { "\($0)" } ?? "—"
      let isHeld = dossier.ranked?.cappedBy == index
      told.append(
        values.word(
          zh: "“\(cap.name)”上限 \(limit)，\(isHeld ? "受限" : "未受限")",
          en: "cap “\(cap.name)” \(limit): \(isHeld ? "held back" : "not held back")"))
    }
    for (index, floor) in quota.floors.enumerated() where standing.floors[index].group != nil {
      let limit = floor.limit.map { "\($0)" } ?? "—"
      let soft = floor.isSoft ? values.word(zh: "（提示性）", en: " (advisory)") : ""
      told.append(
        values.word(
          zh: "计入“\(floor.name)”底线 \(limit)\(soft)", en: "counts for the floor “\(floor.name)” \(limit)\(soft)"))
    }
    let text = told.isEmpty ? values.word(zh: "无", en: "none") : told.joined(separator: values.word(zh: "；", en: "; "))
    return values.word(zh: "分档：", en: "Caps and floors: ") + text
  }

  // MARK: 依据

  private func addBasis(to page: inout Page) {
    page.add(.section(values.word(zh: "依据", en: "Based on")))
    page.add(.line("《\(rules.regulation.short)》\(rules.regulation.number)"))
    for addition in dossier.record.additions { page.add(.line(told(addition))) }
    page.add(
      .line(
        values.word(zh: "规则 \(rules.fingerprint)", en: "rules \(rules.fingerprint)")))
    page.add(
      .line(values.word(zh: "记录 \(assessment.fingerprintOfRecord)", en: "record \(assessment.fingerprintOfRecord)")))
  }
}

extension Justification {
  /// A title that an earlier round gave: which row it is, and where it is found.
  private func told(_ addition: Addition) -> String {
    let row = dossier.record.row(of: addition).map { "\($0 + 1)" }
    let place =
      row.map { values.word(zh: "\(addition.field)第\($0)项", en: "\(addition.field) no. \($0)") }
      ?? values.word(zh: "\(addition.field)未填，未列入", en: "\(addition.field) is not filled in, so that it is left out")
    return values.word(zh: "往届称号　\(place)：", en: "Earlier titles: \(place), ") + values.citation(addition.reference)
      + values.word(zh: "〔\(addition.reference.basis)〕", en: " 〔\(addition.reference.basis)〕")
  }
}

extension Answer {
  /// Facts from others that are not due yet.
  var isNotYet: Bool { if case .notYet = self { true } else { false } }

  var isOpen: Bool {
    switch self {
    case .open, .fault: true
    default: false
    }
  }
}
