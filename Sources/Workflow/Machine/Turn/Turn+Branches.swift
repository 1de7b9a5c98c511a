import Outcomes

extension Turn {
  /// The first branch that holds; the default if none does; none at all is an incident (S7).
  mutating func choose(_ id: CaseID, _ stage: Stage, _ branches: [Branch], _ branch: BranchKey?) throws(Stop) {
    for option in branches where !option.isDefault {
      guard let condition = option.when else { return try go(id, option.next, branch: branch) }
      switch try answer(condition, stage, id) {
      case .holds: return try go(id, option.next, branch: branch)
      case .fails: continue
      case .unknown(let name): return fail(id, stage.id, .unknownName(name), branch: branch)
      }
    }
    if let fallback = branches.first(where: \.isDefault) { return try go(id, fallback.next, branch: branch) }
    fail(id, stage.id, .noBranch, branch: branch)
  }

  /// All branches, or all that hold; the join waits for exactly these.
  mutating func fork(_ id: CaseID, _ stage: Stage, _ split: Split, _ outer: BranchKey?) throws(Stop) {
    guard let join = split.join else { return }
    var taken: [Branch] = []
    for option in split.branches where !option.isDefault {
      guard let condition = option.when, split.isInclusive else {
        taken.append(option)
        continue
      }
      switch try answer(condition, stage, id) {
      case .holds: taken.append(option)
      case .fails: continue
      case .unknown(let name): return fail(id, stage.id, .unknownName(name), branch: outer)
      }
    }
    if taken.isEmpty { taken = split.branches.filter(\.isDefault) }
    if taken.isEmpty { return fail(id, stage.id, .noBranch, branch: outer) }
    let number = (round.cases[id]?.forks.count ?? 0) + 1
    let states = taken.map { _ in Fork.State.running }
    emit(.forked(Fork(number: number, split: stage.id, join: join, branches: states, outer: outer, isDone: false)), id)
    for (index, option) in taken.enumerated() {
      try go(id, option.next, branch: BranchKey(fork: number, index: index))
      // The whole activation may be over already: the case has ended, or the sub-flow in which it stands.
      if round.cases[id]?.state.isFinal == true || isOver(number, id) { return }
    }
  }

  /// Counts the branches of this activation of the split, and goes on when each has arrived or died.
  mutating func join(_ id: CaseID, _ stage: Stage, _ branch: BranchKey?) throws(Stop) {
    guard let branch, let fork = fork(branch, id), !fork.isChild else {
      guard let next = stage.next else { return }
      return try go(id, next, branch: branch)
    }
    try arrive(id, fork, branch.index, .arrived)
  }

  /// Not by itself: somebody else has ended it while its branches were being entered.
  private func isOver(_ fork: Int, _ id: CaseID) -> Bool {
    round.cases[id]?.forks.first { $0.number == fork }?.isDone == true
  }

  func fork(_ key: BranchKey, _ id: CaseID) -> Fork? { round.cases[id]?.forks.first { $0.number == key.fork } }

  private mutating func arrive(_ id: CaseID, _ fork: Fork, _ index: Int, _ state: Fork.State) throws(Stop) {
    var fork = fork
    guard index < fork.branches.count, !fork.isDone else { return }
    fork.branches[index] = state
    fork.isDone = !fork.branches.contains(.running)
    emit(.forkChanged(fork), id)
    guard fork.isDone else { return }
    guard fork.branches.contains(.arrived) else { return try end(id, nil, at: fork.split, branch: fork.outer) }
    if let next = definition[fork.join]?.next { try go(id, next, branch: fork.outer) }
  }

  mutating func copy(_ id: CaseID, _ stage: Stage, _ branch: BranchKey?) throws(Stop) {
    for actor in members(stage.who, of: id) { note("cc", actor, stage.id, id) }
    if let next = stage.next { try go(id, next, branch: branch) }
  }

  /// This stage is given up; its branch dies and is no longer waited for.
  mutating func cancel(_ target: StageID) throws(Stop) {
    guard let id = subject, let opening = round.cases[id]?.openOpenings.first(where: { $0.stage == target }) else {
      throw .refuse(.badTarget, .notToBeCancelled, ["stage": target.rawValue])
    }
    let may = definition[target].map { members($0.mayCancel, of: id) } ?? []
    guard may.contains(actor) || isAdministrator(actor) else { throw .refuse(.notAssignee) }
    guard let branch = opening.branch, let fork = fork(branch, id), !fork.isChild else {
      throw .refuse(.badTarget, .notToBeCancelled, ["stage": target.rawValue])
    }
    let place = Place(owner: id, number: opening.number)
    accept(.cancelStage, id, stage: target, opening: opening.number)
    closeChild(place, .cancelled)
    closeSlots(place, .cancelled)
    emit(.closed(opening: place.number, .cancelled), id)
    try arrive(id, fork, branch.index, .dead)
  }

  private func votersLeft(_ opening: Opening) -> Int {
    electors(opening).count { opening.vote?.took.contains($0) == false }
  }

  /// A condition's answer, from the facts; it stands in the record.
  mutating func answer(_ condition: GuardText, _ stage: Stage, _ id: CaseID?, _ opening: Opening? = nil) throws(Stop)
    -> GuardAnswer
  {
    let votes = opening?.vote?.tally?.count
    let question = GuardQuestion(
      case: id, stage: stage.id, expression: condition, data: id.flatMap { round.cases[$0]?.data } ?? [:],
      approvals: votes?.yes ?? opening?.approvals ?? 0, rejections: votes?.no ?? opening?.rejections ?? 0,
      pending: votes == nil ? opening?.openSlots ?? 0 : opening.map(votersLeft) ?? 0)
    guard let answer = facts.guards[question.key] else { throw .needs([.guard(question)]) }
    emit(.guardAnswered(question.key, answer), id)
    return answer
  }
}
