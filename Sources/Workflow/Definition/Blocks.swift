/// Which splits and sub-flows lie around a stage. Each split names its join, so that it is a matter of looking.
extension WorkflowDefinition {
  /// From the outermost inwards; empty for a stage on the main way.
  func blocks(around id: StageID) -> [StageID] {
    let splits = flow(around: id)?.splits(around: id.local).map { $0.inside(id.holder) } ?? []
    guard let holder = id.holder else { return splits }
    return blocks(around: holder) + [holder] + splits
  }

  private func splits(around id: StageID) -> [StageID] {
    let blocks = stages.compactMap { stage in
      if case .split(let split) = stage.kind { (split: stage.id, inside: inside(split)) } else { nil }
    }
    return blocks.filter { $0.inside.contains(id) }.map(\.split).sorted { left, right in
      blocks.count { $0.inside.contains(left) } < blocks.count { $0.inside.contains(right) }
    }
  }

  /// What is reached from the branches of a split before its join.
  private func inside(_ split: Split) -> Set<StageID> {
    var found = Set<StageID>()
    var open = split.branches.compactMap(\.next.stage)
    while let id = open.popLast() {
      guard id != split.join, found.insert(id).inserted, let stage = stages.first(where: { $0.id == id }) else {
        continue
      }
      open += ways(from: stage).map { $0.id }
    }
    return found
  }
}
