import Workflow

extension Machine {
  /// More rounds of questions than any decision needs.
  static let questionLimit = 64

  /// The decision once all that the machine asks has been answered: never `needs`.
  func decide(
    _ command: Command, by actor: ActorID, at now: Instant, in round: Round,
    answering answer: (Question, inout Facts) throws -> Void
  ) throws -> Decision {
    var facts = Facts()
    for _ in 0..<Self.questionLimit {
      let decision = decide(command, by: actor, at: now, facts: facts, in: round)
      guard case .needs(let questions) = decision else { return decision }
      for question in questions { try answer(question, &facts) }
    }
    throw EndlessQuestions(act: "\(command.act)")
  }
}
