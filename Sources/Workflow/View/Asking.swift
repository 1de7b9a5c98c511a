/// Somebody has come to be asked: a new line of his to-do list.
public struct Asking: Sendable, Hashable, Codable {
  /// `nil`: in a stage of the round.
  public let `case`: CaseID?
  public let stage: StageID
  /// Which opening of the stage.
  public let opening: Int
  public let actor: ActorID
}

extension Machine {
  /// Who came to be asked by these events, in their order: by a stage that was entered, or because his turn or somebody
  /// else's task came to him.
  ///
  /// - Parameter round: as it was before the events.
  public func askings(by events: [Event], in round: Round) -> [Asking] {
    var round = round
    return events.flatMap { event in
      let before = asked(after: event, in: round)
      round.apply(event)
      return asked(after: event, in: round).filter { !before.contains($0) }
    }
  }

  /// Who is asked now, in the order in which the stages were entered.
  func askings(in round: Round) -> [Asking] {
    round.everyOpening.flatMap { owner, opening in opening.isOpen ? asked(in: opening, owner, round) : [] }
  }

  /// Those asked in the opening that an event is about.
  private func asked(after event: Event, in round: Round) -> [Asking] {
    switch event.change {
    case .entered(let opening): return asked(opening.number, event.case, round)
    case .slotChanged(let number, _), .relisted(let number, _): return asked(number, event.case, round)
    case .objectionChanged(let objection):
      let known = event.case.flatMap { round.cases[$0] }?.objections.first { $0.number == objection.number }
      guard let known, known.isOpen else { return [] }
      return known.settlers.map { actor in
        Asking(case: event.case, stage: known.settlingStage, opening: known.opening, actor: actor)
      }
    default: return []
    }
  }

  private func asked(_ number: Int, _ owner: CaseID?, _ round: Round) -> [Asking] {
    guard let opening = round.opening(number, of: owner), opening.isOpen else { return [] }
    return asked(in: opening, owner, round)
  }

  /// In a vote all who may vote, the chair last, and those who count; elsewhere those whose turn it is.
  private func asked(in opening: Opening, _ owner: CaseID?, _ round: Round) -> [Asking] {
    var actors: [ActorID] = []
    if let vote = opening.vote {
      let electors = opening.slots.filter { $0.isInForce }.compactMap { $0.holder }
      actors = electors.filter { $0 != vote.chair } + electors.filter { $0 == vote.chair } + vote.tellers
    } else {
      actors = opening.slots.filter { $0.isOpen }.flatMap { $0.asked }
    }
    var seen = Set<ActorID>()
    return actors.filter { seen.insert($0).inserted }.map { actor in
      Asking(case: owner, stage: opening.stage, opening: opening.number, actor: actor)
    }
  }
}

extension Round {
  /// Of the round and of its cases, in the order in which they were made.
  var everyOpening: [(owner: CaseID?, opening: Opening)] {
    let common = openings.map { (owner: CaseID?.none, opening: $0) }
    let own = order.flatMap { id in (cases[id]?.openings ?? []).map { (owner: CaseID?.some(id), opening: $0) } }
    return (common + own).sorted { $0.opening.sequence < $1.opening.sequence }
  }
}
