/// A round has been moved to another version of its workflow.
public struct Migration: Sendable, Hashable, Codable {
  public let from: Int
  public let to: Int
  /// What the stages in which something stands or stood are called now; others are called as before.
  public let stages: [StageID: StageID]

  func callAsFunction(_ stage: StageID) -> StageID { stages[stage] ?? stage }
}

extension Round {
  mutating func move(_ migration: Migration) {
    definitionVersion = migration.to
    for index in openings.indices { openings[index].move(migration) }
    incident?.stage.move(migration)
    for id in order { change(id) { $0.move(migration) } }
  }

  /// A list made anew: nobody's place is lost, but all may stand elsewhere in it.
  mutating func relist(_ number: Int, _ slots: [Slot], _ id: CaseID?) {
    changeOpening(number, id) { $0.slots = slots }
  }
}

extension Case {
  fileprivate mutating func move(_ migration: Migration) {
    for index in openings.indices { openings[index].move(migration) }
    for index in incidents.indices { incidents[index].stage.move(migration) }
    for index in results.indices { results[index].stage.move(migration) }
    for index in objections.indices {
      objections[index].stage.move(migration)
      objections[index].settlingStage.move(migration)
    }
    for index in forks.indices {
      forks[index].split.move(migration)
      forks[index].join.move(migration)
    }
    if var point = resume {
      point.stage.move(migration)
      point.from.move(migration)
      point.lapsed = point.lapsed.map { migration($0) }
      resume = point
    }
    outcomeStage?.move(migration)
    arrivedAt?.move(migration)
    pendingAt?.move(migration)
    passed = passed.map { migration($0) }
    returns = Dictionary(returns.map { (migration($0.key), $0.value) }) { $0 + $1 }
  }
}

extension Opening {
  fileprivate mutating func move(_ migration: Migration) {
    if !isOpen, origin == nil { origin = Origin(version: migration.from, stage: stage) }
    stage.move(migration)
  }
}

extension StageID {
  fileprivate mutating func move(_ migration: Migration) { self = migration(self) }
}
