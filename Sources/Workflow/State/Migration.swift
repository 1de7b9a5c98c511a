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
    for index in self.openings.indices { self.openings[index].move(migration) }
    for index in self.incidents.indices { self.incidents[index].stage.move(migration) }
    for index in self.results.indices { self.results[index].stage.move(migration) }
    for index in self.objections.indices {
      self.objections[index].stage.move(migration)
      self.objections[index].settlingStage.move(migration)
    }
    for index in self.forks.indices {
      self.forks[index].split.move(migration)
      self.forks[index].join.move(migration)
    }
    if var point = self.resume {
      point.stage.move(migration)
      point.from.move(migration)
      point.lapsed = point.lapsed.map { migration($0) }
      self.resume = point
    }
    self.outcomeStage?.move(migration)
    self.arrivedAt?.move(migration)
    self.pendingAt?.move(migration)
    self.passed = self.passed.map { migration($0) }
    self.returns = Dictionary(self.returns.map { (migration($0.key), $0.value) }) { $0 + $1 }
  }
}

extension Opening {
  fileprivate mutating func move(_ migration: Migration) {
    if !self.isOpen, self.origin == nil { self.origin = Origin(version: migration.from, stage: self.stage) }
    self.stage.move(migration)
  }
}

extension StageID {
  fileprivate mutating func move(_ migration: Migration) { self = migration(self) }
}
