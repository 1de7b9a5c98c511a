import Outcomes

/// Sub-flows: a child is one activation, like that of a split with a single branch. Its stages are stages of the case.
extension Turn {
  /// A new child each time: what an earlier one has done stays on record and counts no more.
  mutating func beginChild(_ id: CaseID, _ stage: Stage, _ outer: BranchKey?, _ entry: Entry) throws(Stop) {
    guard let first = definition.flow(in: stage.id)?.stages.first else {
      return fail(id, stage.id, .noBranch, branch: outer)
    }
    try open(stage, [id], owner: id, branch: outer, entry)
    let number = (round.cases[id]?.forks.count ?? 0) + 1
    emit(
      .forked(
        Fork(number: number, split: stage.id, join: stage.id, branches: [.running], outer: outer, isDone: false)), id)
    try enter(id, first.id.inside(stage.id), branch: BranchKey(fork: number, index: 0))
  }

  /// The innermost child in which a branch lies.
  func child(around branch: BranchKey?, _ id: CaseID) -> Fork? {
    var key = branch
    while let current = key, let fork = fork(current, id) {
      if fork.isChild { return fork }
      key = fork.outer
    }
    return nil
  }

  /// The stage that holds a child.
  func holder(of child: Fork, _ id: CaseID) -> Place? {
    let opening = round.cases[id]?.openings.last { $0.stage == child.split && $0.branch == child.outer }
    return opening.map { Place(owner: id, number: $0.number) }
  }

  /// An opening, and if it holds a child, those that are open in the child.
  func placesInside(_ place: Place) -> [Place] {
    guard let id = place.owner, let item = round.cases[id], let child = child(in: place) else { return [place] }
    let inside = BranchKey(fork: child.number, index: 0)
    let inner = item.openOpenings.filter { encloses(inside, $0.branch, item) }
    return [place] + inner.map { Place(owner: id, number: $0.number) }
  }

  private func child(in place: Place) -> Fork? {
    guard let id = place.owner, let opening = opening(place), stage(place)?.isSubflow == true else { return nil }
    return round.cases[id]?.forks.last { $0.isChild && $0.split == opening.stage && $0.outer == opening.branch }
  }

  /// The child has come to its end: the stage that holds it is served, or does what it says of a child turned down.
  mutating func endChild(
    _ child: Fork, _ id: CaseID, isApproved: Bool, _ outcome: Outcome? = nil, slots ending: Slot.Ending = .cancelled
  ) throws(Stop) {
    guard !child.isDone, let place = holder(of: child, id), let stage = stage(place) else { return }
    var over = child
    over.branches = [isApproved ? .arrived : .dead]
    over.isDone = true
    emit(.forkChanged(over), id)
    closeChild(place, ending)
    if isApproved { return try pass(place) }
    var action: Action?
    if case .subflow(_, let onRejected) = stage.kind { action = onRejected }
    // What the child says of the outcome holds unless the stage itself says something.
    if case .end(nil)? = action ?? stage.onReject { action = .end(outcome) }
    try rejected(place, action)
  }

  /// Ends what is open in the child that an opening holds, and the activations in it.
  mutating func closeChild(_ place: Place, _ ending: Slot.Ending) {
    guard let id = place.owner, let child = child(in: place) else { return }
    for inner in placesInside(place).dropFirst() {
      closeSlots(inner, ending)
      emit(.closed(opening: inner.number, ending == .cancelled ? .cancelled : .ended), id)
    }
    endForks(id, inside: BranchKey(fork: child.number, index: 0))
    if let child = round.cases[id]?.forks.first(where: { $0.number == child.number }), !child.isDone {
      endFork(child, id)
    }
  }

  /// Activations in a branch are over: nothing arrives at their joins any more.
  mutating func endForks(_ id: CaseID, inside branch: BranchKey?) {
    guard let item = round.cases[id] else { return }
    for fork in item.forks where !fork.isDone && encloses(branch, fork.outer, item) { endFork(fork, id) }
  }

  private mutating func endFork(_ fork: Fork, _ id: CaseID) {
    var over = fork
    over.isDone = true
    emit(.forkChanged(over), id)
  }
}
