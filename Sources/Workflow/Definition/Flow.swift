/// Sub-flows: a stage of type `subflow` holds the stages of one of the `flows`; they are called `stage/substage`.
///
/// A name of a flow is looked for in the flow that uses it, then in those around it, and at last in the file.
extension WorkflowDefinition {
  public subscript(id: StageID) -> Stage? { index.map { $0.stages[id.number] } ?? find(id) }

  func find(_ id: StageID) -> Stage? { place(id)?.stage }

  /// The flow that a stage of type `subflow` holds; its stages bear the names that they have there.
  func flow(in id: StageID) -> WorkflowDefinition? {
    guard let (stage, around) = place(id), case .subflow(let name, _) = stage.kind else { return nil }
    return WorkflowDefinition.flow(name, among: around)
  }

  /// The flow to which a stage belongs: that of the file, or the one which the stage around it holds.
  func flow(around id: StageID) -> WorkflowDefinition? {
    guard let holder = id.holder else { return self }
    return flow(in: holder)
  }

  /// The form in which a stage's flow begins, and to which a rejection goes back by default.
  func form(for id: StageID) -> StageID? { flow(around: id)?.firstForm?.id.inside(id.holder) }

  /// The stages of the file from the one on that this stage is, or in whose sub-flow it is.
  func stages(from id: StageID) -> [StageID] {
    let root = id.path.first.map { StageID($0) }
    let index = stages.firstIndex { $0.id == root } ?? 0
    return stages[index...].map { $0.id }
  }

  static func flow(_ name: String, among around: [WorkflowDefinition]) -> WorkflowDefinition? {
    around.last { $0.flows[name] != nil }?.flows[name]
  }

  /// A stage, and the flows in which it stands, from the file inwards.
  private func place(_ id: StageID) -> (stage: Stage, around: [WorkflowDefinition])? {
    var around = [self]
    var holder: StageID?
    let path = id.path
    for (index, name) in path.enumerated() {
      guard let stage = around.last?.stages.first(where: { $0.id.rawValue == name }) else { return nil }
      if index == path.count - 1 { return (holder.map(stage.inside) ?? stage, around) }
      guard case .subflow(let flow, _) = stage.kind, let next = WorkflowDefinition.flow(flow, among: around) else {
        return nil
      }
      around.append(next)
      holder = stage.id.inside(holder)
    }
    return nil
  }
}

extension StageID {
  static let separator: Character = "/"

  var path: [String] { rawValue.split(separator: StageID.separator, omittingEmptySubsequences: false).map(String.init) }

  /// The stage in whose sub-flow it is: `check` of `check/visit`.
  var holder: StageID? {
    rawValue.lastIndex(of: StageID.separator).map { StageID(String(rawValue[..<$0])) }
  }

  /// As it is called in its own flow: `visit` of `check/visit`.
  var local: StageID {
    rawValue.lastIndex(of: StageID.separator).map { StageID(String(rawValue[rawValue.index(after: $0)...])) } ?? self
  }

  func inside(_ holder: StageID?) -> StageID {
    holder.map { StageID("\($0.rawValue)\(StageID.separator)\(rawValue)") } ?? self
  }
}

extension Stage {
  /// As it is called from outside: it and all that it leads to lie in the stage `holder`.
  func inside(_ holder: StageID) -> Stage {
    var stage = self
    stage.id = self.id.inside(holder)
    stage.kind = self.kind.inside(holder)
    stage.next = self.next?.inside(holder)
    stage.onReject = self.onReject?.inside(holder)
    stage.onDue = self.onDue?.inside(holder)
    stage.onUntil = self.onUntil?.inside(holder)
    return stage
  }
}

extension Stage.Kind {
  fileprivate func inside(_ holder: StageID) -> Stage.Kind {
    switch self {
    case .form, .approve, .vote, .score, .rules, .join, .cc, .manage: return self
    case .notice(var notice):
      notice.objectionStage = notice.objectionStage?.inside(holder)
      notice.onFounded = notice.onFounded?.inside(holder)
      return .notice(notice)
    case .objection(var inquiry):
      inquiry.onFounded = inquiry.onFounded.inside(holder)
      return .objection(inquiry)
    case .choice(let branches): return .choice(branches.map { $0.inside(holder) })
    case .split(let split):
      return .split(
        Split(
          isInclusive: split.isInclusive, branches: split.branches.map { $0.inside(holder) },
          join: split.join?.inside(holder)))
    case .subflow(let flow, let rejected): return .subflow(flow, onChildRejected: rejected?.inside(holder))
    }
  }
}

extension Branch {
  fileprivate func inside(_ holder: StageID) -> Branch {
    Branch(when: when, isDefault: isDefault, next: next.inside(holder), span: span)
  }
}

extension Target {
  fileprivate func inside(_ holder: StageID) -> Target {
    switch self {
    case .stage(let stage): .stage(stage.inside(holder))
    case .approved: .approved
    }
  }
}

extension Action {
  fileprivate func inside(_ holder: StageID) -> Action {
    switch self {
    case .end, .leaveToRules: self
    case .sendBack(let stage): .sendBack(stage.inside(holder))
    case .go(let stage): .go(stage.inside(holder))
    case .reopen(let stage): .reopen(stage.inside(holder))
    }
  }
}

extension DueAction {
  fileprivate func inside(_ holder: StageID) -> DueAction {
    switch self {
    case .end, .escalate: self
    case .go(let stage): .go(stage.inside(holder))
    }
  }
}
