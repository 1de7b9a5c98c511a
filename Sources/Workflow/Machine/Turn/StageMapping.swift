/// What the stages of one version are called in another: as somebody says, as the stage around them is called, or the same.
struct StageMapping {
  let old: WorkflowDefinition
  let new: WorkflowDefinition
  let said: [StageID: StageID]

  /// `nil`: it has no counterpart.
  func target(of stage: StageID) -> StageID? {
    if let target = said[stage] { return target }
    let name = stage.holder.map { holder in target(of: holder).map { stage.local.inside($0) } } ?? stage
    return name.flatMap { new[$0] == nil ? nil : $0 }
  }

  /// Where a case stands: a stage, and the splits and sub-flows that it is in, from the outermost inwards.
  struct Standing: Hashable {
    let stage: StageID
    /// `nil`: only named, not stood in.
    let blocks: [StageID]?
  }

  /// Everything in which something stands must have a counterpart of the same make, in the corresponding branch.
  func check(_ standings: [Standing], isLone: Bool) throws(Stop) {
    for (from, to) in said.sorted(by: { $0.key < $1.key }) {
      if old[from] == nil { throw .refuse(.badTarget, .noSuchStage, ["stage": from.rawValue]) }
      if new[to] == nil { throw .refuse(.badTarget, .noSuchStage, ["stage": to.rawValue]) }
    }
    var taken: [StageID: StageID] = [:]
    for standing in standings {
      let target = try check(standing, isLone: isLone)
      if let other = taken.updateValue(standing.stage, forKey: target), other != standing.stage {
        throw .refuse(
          .badTarget, .mappedTwice,
          ["stage": standing.stage.rawValue, "other": other.rawValue, "target": target.rawValue]
        )
      }
    }
  }

  private func check(_ standing: Standing, isLone: Bool) throws(Stop) -> StageID {
    guard let target = target(of: standing.stage), let from = old[standing.stage], let to = new[target] else {
      throw .refuse(.unmappedStage, ["stage": standing.stage.rawValue])
    }
    guard to.isOfTheMake(of: from), isLone || to.scope == from.scope, joinsMatch(from, to) else {
      throw .refuse(.badTarget, .otherKind, ["stage": standing.stage.rawValue, "target": target.rawValue])
    }
    if let blocks = standing.blocks, blocks.map({ self.target(of: $0) }) != new.blocks(around: target) {
      throw .refuse(.badTarget, .otherBlock, ["stage": standing.stage.rawValue, "target": target.rawValue])
    }
    return target
  }

  private func joinsMatch(_ from: Stage, _ to: Stage) -> Bool {
    guard case .split(let old) = from.kind, case .split(let new) = to.kind else { return true }
    return old.join.flatMap { target(of: $0) } == new.join
  }
}

extension Stage {
  /// Of the same type; a vote also of the same way to count, so that what has been cast means the same.
  fileprivate func isOfTheMake(of other: Stage) -> Bool {
    switch (self.kind, other.kind) {
    case (.form, .form), (.approve, .approve), (.score, .score), (.rules, .rules), (.notice, .notice),
      (.objection, .objection), (.choice, .choice), (.split, .split), (.join, .join), (.subflow, .subflow), (.cc, .cc),
      (.manage, .manage):
      true
    case (.vote(let ballot), .vote(let before)):
      ballot.isSecret == before.isSecret && ballot.subject == before.subject
        && ballot.isReported == before.isReported && ballot.teller.isEmpty == before.teller.isEmpty
    default: false
    }
  }
}
