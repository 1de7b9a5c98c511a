import Evaluation
import FEEL
import Records
import Rules
import Workflow
import Outcomes

/// Answers what the machine asks: from the rules and their parameters. What a ballot box holds is not its business.
struct Answers {
  let rules: CompiledRuleSet
  let assessor: Assessor
  private let selector: Selector?
  let reader: SupplementReader
  /// By the number of the record.
  private var facts: [String: CaseFacts] = [:]
  /// The last assessment of each case.
  private(set) var assessments: [CaseID: Assessment] = [:]
  private(set) var latest: [CaseID: Record] = [:]
  private(set) var selection: Selection?
  /// How the seats were given out, in the last count that gave any.
  private(set) var allocation: SeatAllocation?
  private(set) var refused: [RefusedRecord] = []
  private(set) var superseded: [Superseded] = []
  /// Learned when the cases begin.
  private(set) var names = CaseNames()

  init(rules: CompiledRuleSet) {
    self.rules = rules
    assessor = Assessor(rules, observing: true)
    selector = Selector(rules)
    reader = SupplementReader(rules.schema)
  }

  /// Whether a valid record stands behind the case; without one it never begins.
  func knows(_ id: CaseID) -> Bool { facts(of: id) != nil }

  /// The same of a case that has not begun.
  func knows(_ id: CaseID, _ nomination: Nomination) -> Bool { facts[nomination.record ?? id.rawValue] != nil }

  func facts(of id: CaseID) -> CaseFacts? { facts[names.record(of: id)] }

  mutating func learn(_ cases: [Event.NewCase]) {
    for item in cases { names.learn(item.id, item.nomination) }
  }

  /// Records handed in later take the place of those before.
  mutating func receive(_ records: RecordBatch) {
    refused += records.refused.map(RefusedRecord.init) + records.mergers.map(RefusedRecord.init)
    superseded += records.superseded
    for record in records.records {
      let failed = assessor.failedChecks(record)
      if failed.isEmpty {
        facts[record.id] = CaseFacts(rules: rules, record: record, reader: reader)
      } else {
        refused.append(RefusedRecord(record, failed: failed))
      }
    }
    refused.sort { $0.number < $1.number }
  }

  mutating func answer(_ question: Question, round: Round, into answers: inout Facts) {
    switch question {
    case .guard(let question): answers.guards[question.key] = evaluate(question)
    case .rules(let question):
      // A title is looked at again without touching what its selection was based on.
      let isTitle = round.cases[question.case]?.holdsTitle ?? false
      answers.answer(question, assess(question, isKept: !isTitle))
    case .ranking(let question): answers.ranking = rank(question, round)
    case .seats(let question): answers.seats = allocate(question)
    case .box: return
    case .parameter(let name): answers.parameters[name] = parameter(name)
    case .replacement(let question): answers.replacement = replace(question)
    }
  }

  // MARK: Rules

  private mutating func assess(_ question: RulesQuestion, isKept: Bool) -> RuleResult {
    guard let facts = facts(of: question.case) else { return RuleResult(.notAccepted, reasons: ["no_record"]) }
    let record = facts.record(at: question.phase, data: question.data)
    let assessment = assessor.assess(record, due: question.phase.due)
    if isKept {
      assessments[question.case] = assessment
      latest[question.case] = record
    }
    return result(assessment)
  }

  /// Nothing stands against going on unless the rules say so; the place comes with the ranking.
  private func result(_ assessment: Assessment, rank: Int? = nil) -> RuleResult {
    let outcome = assessment.outcome == .ranked ? nil : assessment.outcome
    return RuleResult(
      outcome, reasons: assessment.decidingIDs, rank: rank, total: assessment.score?.total?.description,
      reference: assessment.fingerprintOfRecord)
  }

  private func evaluate(_ question: GuardQuestion) -> GuardAnswer {
    Guard(question.expression.fragment).answer(question)
  }

  private func parameter(_ name: String) -> Int? {
    guard let parameter = rules.parameters.first(where: { $0.name == name }) else { return nil }
    return parameter.value.number?.intValue
  }

  // MARK: The list

  private mutating func rank(_ question: RankingQuestion, _ round: Round) -> [CaseID: RuleResult] {
    guard let selector else { return [:] }
    // Who is ranked again alone, after a score turned out void, is ranked among all who were.
    let others = (self.selection?.ranking ?? []).map { names.of(record: $0.id) }.filter { !question.cases.contains($0) }
    var entered = others.compactMap { assessments[$0] }
    let known = entered.count
    var admitted = Set(others.filter { round.cases[$0]?.acceptedReasons != nil }.map(names.record))
    let records = question.cases.reduce(into: [CaseID: Record]()) { records, id in
      records[id] = facts(of: id)?.record(at: .final, data: question.data[id] ?? [:])
    }
    assessor.learnPanels(others.compactMap { latest[$0] } + records.values)
    for id in question.cases {
      guard let record = records[id] else { continue }
      let assessment = assessor.assess(record)
      assessments[id] = assessment
      latest[id] = record
      entered.append(assessment)
      if round.cases[id]?.acceptedReasons != nil { admitted.insert(assessment.id) }
    }
    let selection = selector.select(entered, admitted: admitted)
    self.selection = selection
    return entered.dropFirst(known).reduce(into: [:]) { results, assessment in
      let ranked = selection[assessment.id]
      var result = result(assessment, rank: ranked?.rank)
      // 待核 and let on: with a place on the list it stays 待核. The line, the caps and the minimum are final for it,
      // too: whatever comes in can give it no more points, and a list that is confirmed is not filled up again.
      if let ranked, !(ranked.isPending && ranked.outcome == .shortlisted) { result.outcome = ranked.outcome }
      if ranked == nil, result.outcome == .pending, isBelowMinimum(assessment) { result.outcome = .belowMinimum }
      results[names.of(record: assessment.id)] = result
    }
  }

  private func isBelowMinimum(_ assessment: Assessment) -> Bool {
    guard let minimum = rules.selection?.quota.minimum, let total = assessment.score?.total else { return false }
    return total < minimum
  }

  // MARK: Seats

  private mutating func allocate(_ question: SeatsQuestion) -> [CaseID: Outcome] {
    guard let selector, let selection else { return [:] }
    switch question.purpose {
    case .seats:
      let votes = question.passed.reduce(into: [:]) { $0[names.record(of: $1)] = question.votes[$1]?.yes ?? 0 }
      let allocation = selector.allocate(
        passed: votes, in: selection, Array(assessments.values), seated: question.seated.map(names.record))
      self.allocation = allocation
      var outcomes: [CaseID: Outcome] = [:]
      for id in allocation.selected { outcomes[names.of(record: id)] = .selected }
      for id in allocation.reserve { outcomes[names.of(record: id)] = .reserve }
      for id in allocation.undecided { outcomes[names.of(record: id)] = .tieOpen }
      return outcomes
    case .ties: return breakTies(question, selection)
    }
  }

  /// The committee's votes part those whom no key parted; whoever is still level stays undecided. Whose place hung on
  /// a tie further up is not voted down for it.
  private func breakTies(_ question: SeatsQuestion, _ selection: Selection) -> [CaseID: Outcome] {
    guard let selector else { return [:] }
    let votes = question.passed.reduce(into: [:]) { $0[names.record(of: $1)] = question.votes[$1]?.yes ?? 0 }
    let rejected = question.votes.keys.map(names.record).filter { id in
      if case .waits? = selection[id]?.reason { false } else { votes[id] == nil }
    }
    let settled = selector.settle(selection, votes: votes, rejected: Set(rejected))
    return question.votes.keys.reduce(into: [:]) { $0[$1] = settled[names.record(of: $1)] ?? .belowLine }
  }

  /// 递补: the first in rank whom floors and caps admit.
  private func replace(_ question: ReplacementQuestion) -> Facts.Replacement {
    guard let selector, let selection else { return .nobody }
    let next = selector.replacement(
      among: question.candidates.map(names.record), seated: question.seated.map(names.record), in: selection,
      Array(assessments.values))
    return next.map { .stepsUp(names.of(record: $0)) } ?? .nobody
  }

  // MARK: What stands at the end

  /// A nominee with the last that the rules said, and the way through the stages; `nil` for a record that was refused.
  func dossier(
    _ record: Record, _ history: History?, sideActs: [SideAct], people: [ActorID: Person]
  ) -> Dossier? {
    let id = names.of(record: record.id)
    guard let facts = facts(of: id) else { return nil }
    // A case that never came to a stage where the rules run is judged by what it handed in.
    let assessment = assessments[id] ?? assessor.assess(facts.record(at: .intake, data: [:]), due: .applicant)
    let ranked = selection?[record.id]
    // What has not been found out in the workflow is not a conclusion yet.
    let reached = history?.outcome ?? assessments[id]?.outcome.whileUnderWay ?? .ranked
    return Dossier(
      record: latest[id] ?? record, assessment: assessment,
      outcome: reached, ranked: ranked, history: history,
      sideActs: sideActs, people: people)
  }
}

extension Outcome {
  /// What the rules said last is the outcome of a case on its way, if it waits for facts; an end comes from the workflow.
  fileprivate var whileUnderWay: Outcome? { self == .incomplete || self == .pending ? self : nil }
}

extension Assessment {
  /// The rules and facts by which the outcome came about.
  var decidingIDs: [String] {
    switch outcome {
    case .vetoed: vetoesThatHold.map(\.id)
    case .ineligible: failedConditions.map(\.id)
    case .incomplete, .pending: missing.map(\.path.description)
    default: []
    }
  }
}
