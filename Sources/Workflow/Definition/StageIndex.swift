/// The stages of a definition by their names, those in sub-flows by their whole names (`check/visit`).
final class StageIndex: Sendable, Hashable {
  let stages: [StageID: Stage]
  /// Whether a reply that comes too late can still be given in some stage.
  let takesLateReplies: Bool

  init(_ definition: WorkflowDefinition) {
    var stages: [StageID: Stage] = [:]
    for name in definition.everyName { stages[name] = definition.find(name) }
    self.stages = stages
    takesLateReplies = stages.values.contains { stage in
      if case .approve(let approval) = stage.kind { approval.noReplyIsPending } else { false }
    }
  }

  /// It follows from the definition: two definitions that are equal have equal ones.
  static func == (left: StageIndex, right: StageIndex) -> Bool { true }
  func hash(into hasher: inout Hasher) {}
}

extension WorkflowDefinition {
  var indexed: WorkflowDefinition {
    var copy = self
    copy.index = StageIndex(self)
    return copy
  }

  var takesLateReplies: Bool { index?.takesLateReplies ?? true }

  /// The names of all stages, to the depth that sub-flows may have.
  fileprivate var everyName: [StageID] {
    var names: [StageID] = []
    var around: [(id: StageID?, flow: WorkflowDefinition, outer: [WorkflowDefinition])] = [(nil, self, [])]
    while let (holder, flow, outer) = around.popLast() {
      for stage in flow.stages {
        let name = stage.id.inside(holder)
        names.append(name)
        // A flow that holds itself is a finding, and is looked into no further than its stages are ever named.
        guard case .subflow(let inner, _) = stage.kind, outer.count < 8,
          let next = WorkflowDefinition.flow(inner, among: outer + [flow])
        else { continue }
        around.append((name, next, outer + [flow]))
      }
    }
    return names
  }
}
