import Outcomes
import Workflow

/// What the rules would say, as the scenario lays it down; conditions are evaluated as they are in every round.
extension ScenarioWorld {
  func answer(_ question: Question, in round: Round, _ facts: inout Facts) {
    switch question {
    case .guard(let question):
      facts.guards[question.key] = Guard(question.expression.fragment).answer(question)
    case .rules(let question): facts.answer(question, verdict(on: question.case))
    case .ranking(let question): facts.ranking = ranking(question)
    case .seats(let question): facts.seats = seats(question, in: round)
    // What the scenario does not say limits nobody.
    case .parameter(let name): facts.parameters[name] = scenario.parameters[name] ?? max(1, round.order.count)
    case .replacement(let question):
      facts.replacement = inOrder(question.candidates).first.map { .stepsUp($0) } ?? .nobody
    case .box: return
    }
  }

  /// What the list says of a case is said when the list is made, and not before.
  private func verdict(on id: CaseID) -> RuleResult {
    guard let verdict = givens.verdicts[id], verdict.outcome?.isOfList != true else { return RuleResult(nil) }
    return RuleResult(verdict.outcome, reasons: verdict.reasons)
  }

  private func ranking(_ question: RankingQuestion) -> [CaseID: RuleResult] {
    let order = inOrder(question.cases)
    return question.cases.reduce(into: [:]) { results, id in
      let verdict = givens.verdicts[id]
      results[id] = RuleResult(
        verdict?.outcome ?? .shortlisted, reasons: verdict?.reasons ?? [],
        rank: order.firstIndex(of: id).map { $0 + 1 })
    }
  }

  /// As the scenario ranks them; those whom it does not name come behind, in the order of their nomination.
  private func inOrder(_ cases: [CaseID]) -> [CaseID] {
    let all = givens.ranking + scenario.nominations.map(\.id)
    return cases.sorted { (all.firstIndex(of: $0) ?? all.count) < (all.firstIndex(of: $1) ?? all.count) }
  }

  /// By votes; between those with as many, by rank where the stage says so, or else they are tied.
  private func seats(_ question: SeatsQuestion, in round: Round) -> [CaseID: Outcome] {
    let seats = places(question, in: round)
    let isByRank = question.keys.contains(.rank)
    let ranked = inOrder(question.passed)
    let order = ranked.enumerated().sorted { left, right in
      (question.votes[left.element]?.yes ?? 0, right.offset) > (question.votes[right.element]?.yes ?? 0, left.offset)
    }.map(\.element)
    let (within, beyond): (Outcome, Outcome) =
      question.purpose == .seats ? (.selected, .reserve) : (.shortlisted, .belowLine)
    var outcomes: [CaseID: Outcome] = [:]
    if question.purpose == .ties { for id in question.votes.keys { outcomes[id] = .belowLine } }
    for (index, id) in order.enumerated() { outcomes[id] = index < seats ? within : beyond }
    guard !isByRank, seats > 0, order.count > seats else { return outcomes }
    let line = question.votes[order[seats - 1]]?.yes
    guard question.votes[order[seats]]?.yes == line else { return outcomes }
    for id in order where question.votes[id]?.yes == line { outcomes[id] = .tieOpen }
    return outcomes
  }

  private func places(_ question: SeatsQuestion, in round: Round) -> Int {
    guard case .vote(let ballot)? = machine.definition(of: round)[question.stage]?.kind else { return 0 }
    let all =
      switch ballot.seats {
      case .number(let number)?: number
      case .parameter(let name)?: scenario.parameters[name] ?? question.passed.count
      case nil: question.passed.count
      }
    return max(0, all - question.seated.count)
  }
}

extension Outcome {
  /// Whether it comes with the list, and not from a case's own facts.
  fileprivate var isOfList: Bool {
    switch self {
    case .ranked, .shortlisted, .belowLine, .belowMinimum, .capped, .tieOpen: true
    case .incomplete, .ineligible, .vetoed, .pending, .reserve, .selected, .notAccepted, .withdrawn, .voteFailed,
      .cancelled, .named, .suspended, .revoked, .merged:
      false
    }
  }
}
