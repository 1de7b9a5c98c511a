/// The stages of a definition by their names, those in sub-flows by their whole names (`check/visit`).
final class StageIndex: Sendable, Hashable {
  let stages: NameTable<Stage>
  /// Whether a reply that comes too late can still be given in some stage.
  let takesLateReplies: Bool
  /// Whether a reply that was given can be corrected in some stage.
  let takesCorrections: Bool

  init(_ definition: WorkflowDefinition) {
    let found = definition.everyName.compactMap { name in definition.find(name).map { (name.number, $0) } }
    stages = NameTable(found)
    let approvals = found.compactMap { _, stage in
      if case .approve(let approval) = stage.kind { approval } else { nil }
    }
    takesLateReplies = approvals.contains { $0.noReplyIsPending }
    takesCorrections = approvals.contains { $0.takesCorrections }
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
  var takesCorrections: Bool { index?.takesCorrections ?? true }

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
