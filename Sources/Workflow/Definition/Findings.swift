public import Diagnostics

/// Something about the stages that would stop a case for ever, ask nobody, or end it twice.
public struct Finding: Sendable, Hashable {
  public let stage: StageID
  public let code: Code
  public let span: Span?

  public enum Code: Sendable, Hashable {
    case duplicateID, noAssignee, noTeller, unreachable, noJoin, reachedTwice, deadlock, noEnd
    case unknownTarget(StageID)
    case unknownFlow(String)
    /// A flow that uses itself would never be over.
    case recursiveFlow(String)

    public var text: String {
      switch self {
      case .duplicateID: "duplicate_id"
      case .noAssignee: "no_assignee"
      case .noTeller: "no_teller"
      case .unreachable: "unreachable"
      case .noJoin: "no_join"
      case .reachedTwice: "reached_twice"
      case .deadlock: "deadlock"
      case .noEnd: "no_end"
      case .unknownTarget(let stage): "unknown_target: \(stage)"
      case .unknownFlow(let name): "unknown_flow: \(name)"
      case .recursiveFlow(let name): "recursive_flow: \(name)"
      }
    }
  }

  package func diagnostic(_ definition: WorkflowDefinition) -> Diagnostic {
    var arguments = ["stage": stage.rawValue]
    switch code {
    case .unknownTarget(let target): arguments["target"] = target.rawValue
    case .unknownFlow(let name), .recursiveFlow(let name): arguments["name"] = name
    default: break
    }
    var diagnostic = Diagnostic(message, at: span, arguments)
    // Where the target is written by itself, it can be replaced.
    if case .unknownTarget(let target) = code, let span, span.text == target.rawValue,
      let near = definition.flow(around: stage)?.nearestTarget(to: target)
    {
      diagnostic.fixIts = [FixIt(replace: span, with: near, .unsafe)]
    }
    return diagnostic
  }

  private var message: Message {
    switch code {
    case .duplicateID: .duplicateStage
    case .noAssignee: .noAssignee
    case .noTeller: .noTeller
    case .unreachable: .unreachableStage
    case .noJoin: .noJoin
    case .reachedTwice: .reachedTwice
    case .deadlock: .deadlock
    case .noEnd: .noEnd
    case .unknownTarget: .unknownTarget
    case .unknownFlow: .unknownFlow
    case .recursiveFlow: .recursiveFlow
    }
  }
}

extension WorkflowDefinition {
  /// Everything that the shape of the stages gets wrong, those of sub-flows included, in one pass. Empty: every case can
  /// come to one end.
  ///
  /// - Parameter unread: stages that are there, but could not be read; what leads to them is no mistake.
  public func findings(unread: Set<StageID> = []) -> [Finding] {
    ownFindings(unread) + flowFindings(unread)
  }

  /// What is wrong with the stages of this flow itself.
  func ownFindings(_ unread: Set<StageID>) -> [Finding] {
    var findings = duplicates() + stages.flatMap(missingPeople)
    findings += stages.flatMap(unknownTargets).filter { finding in
      if case .unknownTarget(let target) = finding.code { !unread.contains(target) } else { true }
    }
    let reached = reachable()
    for stage in stages where !reached.contains(stage.id) {
      findings.append(Finding(stage: stage.id, code: .unreachable, span: stage.span))
    }
    findings += splits() + joins() + deadEnds()
    var seen = Set<Finding>()
    return findings.filter { seen.insert($0).inserted }
  }

  private func duplicates() -> [Finding] {
    var seen = Set<StageID>()
    return stages.compactMap { stage in
      seen.insert(stage.id).inserted ? nil : Finding(stage: stage.id, code: .duplicateID, span: stage.span)
    }
  }

  private func missingPeople(_ stage: Stage) -> [Finding] {
    let asksSomebody =
      switch stage.kind {
      case .form, .approve, .score, .objection: true
      case .vote(let ballot): !ballot.isReported || ballot.teller.isEmpty
      case .manage(let management): management != Management()
      case .rules, .notice, .choice, .split, .join, .subflow, .cc: false
      }
    if case .vote(let ballot) = stage.kind, ballot.isSecret, ballot.teller.isEmpty, !ballot.isReported {
      return [Finding(stage: stage.id, code: .noTeller, span: stage.span)]
    }
    return asksSomebody && stage.who.isEmpty ? [Finding(stage: stage.id, code: .noAssignee, span: stage.span)] : []
  }

  private func unknownTargets(_ stage: Stage) -> [Finding] {
    targets(of: stage).filter { self[$0.id] == nil }.map { target in
      Finding(stage: stage.id, code: .unknownTarget(target.id), span: target.span ?? stage.span)
    }
  }

  /// Every stage that this one names.
  private func targets(of stage: Stage) -> [(id: StageID, span: Span?)] {
    var found: [(id: StageID, span: Span?)] = ways(from: stage).map { ($0.id, $0.span) }
    if let target = stage.onReject?.target { found.append((target, nil)) }
    if let appeal, appeal.stage == stage.id {
      found += [appeal.onUpheld, appeal.onDismissed].compactMap(\.target).map { ($0, nil) }
    }
    return found
  }

  /// Where a case may walk from here.
  func ways(from stage: Stage) -> [(id: StageID, span: Span?)] {
    var found: [(id: StageID, span: Span?)] = []
    if let next = stage.next?.stage { found.append((next, stage.nextSpan)) }
    switch stage.kind {
    case .choice(let branches): found += branches.compactMap(\.way)
    case .split(let split):
      found += split.branches.compactMap(\.way)
      if let join = split.join { found.append((join, nil)) }
    case .notice(let notice):
      if let stage = notice.objectionStage { found.append((stage, nil)) }
      if let target = notice.onFounded?.target { found.append((target, nil)) }
    case .objection(let inquiry): if let target = inquiry.onFounded.target { found.append((target, nil)) }
    case .subflow(_, let rejected?): if let target = rejected.target { found.append((target, nil)) }
    default: break
    }
    for case .go(let target)? in [stage.onDue, stage.onUntil] { found.append((target, nil)) }
    if case .go(let target)? = stage.onReject { found.append((target, nil)) }
    return found
  }

  /// A target that does not exist was found already: what it was meant to lead to is not found missing as well.
  private func reachable() -> Set<StageID> {
    var found = Set<StageID>()
    var open = [stages.first?.id, appeal?.stage, afterwards].compactMap { $0 }
    while let id = open.popLast() {
      guard found.insert(id).inserted else { continue }
      // Two stages of the same id are one finding; both lead somewhere.
      for (index, stage) in stages.enumerated() where stage.id == id {
        for target in ways(from: stage).map({ $0.id }) {
          if self[target] != nil {
            open.append(target)
          } else if let near = nearestTarget(to: target) {
            open.append(StageID(near))
          } else if index + 1 < stages.count {
            open.append(stages[index + 1].id)
          }
        }
      }
    }
    return found
  }

  /// What somebody who wrote the name of a stage may have meant.
  func nearestTarget(to name: StageID) -> String? {
    nearestName(to: name.rawValue, among: stages.map(\.id.rawValue) + [Target.end.rawValue])
  }

  // MARK: - Blocks: each split names its join

  private func splits() -> [Finding] {
    stages.flatMap { stage -> [Finding] in
      guard case .split(let split) = stage.kind else { return [] }
      var findings: [Finding] = []
      if split.join == nil { findings.append(Finding(stage: stage.id, code: .noJoin, span: stage.span)) }
      let toEnd = split.branches.count { endsBefore(split.join, from: $0.next) }
      if toEnd > (split.join == nil ? 1 : 0) {
        findings.append(Finding(stage: Target.end, code: .reachedTwice, span: stage.span))
      }
      return findings
    }
  }

  /// Whether a branch can come to the end without passing the join.
  private func endsBefore(_ join: StageID?, from start: Target) -> Bool {
    guard let start = start.stage else { return true }
    var seen = Set<StageID>()
    var open = [start]
    while let id = open.popLast() {
      guard id != join, seen.insert(id).inserted, let stage = self[id] else { continue }
      if case .approved? = stage.next { return true }
      if case .choice(let branches) = stage.kind, branches.contains(where: { $0.next == .approved }) { return true }
      open += ways(from: stage).map { $0.id }
    }
    return false
  }

  /// A join that no split names waits for branches not all of which are taken.
  private func joins() -> [Finding] {
    let named = stages.compactMap { stage -> StageID? in
      if case .split(let split) = stage.kind { split.join } else { nil }
    }
    return stages.filter { stage in
      if case .join = stage.kind { !named.contains(stage.id) } else { false }
    }.map { Finding(stage: $0.id, code: .deadlock, span: $0.span) }
  }

  /// Stages from which no way leads to the end, such as one without `next`.
  private func deadEnds() -> [Finding] {
    stages.compactMap { stage in
      let mayEndHere =
        switch stage.kind {
        case .objection, .manage, .choice, .split: true
        default: stage.next != nil || stage.id == appeal?.stage
        }
      if mayEndHere { return nil }
      return Finding(stage: stage.id, code: .noEnd, span: stage.span)
    } + circles()
  }

  /// Stages that lead round and round: a case that nobody turns down would never be over.
  private func circles() -> [Finding] {
    var ending = Set(stages.filter { endsItself($0) }.map { $0.id })
    var grew = true
    while grew {
      grew = false
      for stage in stages where !ending.contains(stage.id) && walks(from: stage).contains(where: ending.contains) {
        ending.insert(stage.id)
        grew = true
      }
    }
    return stages.enumerated().filter { index, stage in
      // Without `next`, or with a target that does not exist, it has been found already.
      guard !ending.contains(stage.id), stage.next != nil else { return false }
      // Of a circle only the stage that closes it is named.
      return walks(from: stage).contains { target in stages.prefix(index + 1).contains { $0.id == target } }
    }.map { Finding(stage: $1.id, code: .noEnd, span: $1.span) }
  }

  /// Where a case goes on: not back to be corrected, and not to the side for an objection, which is over there.
  private func walks(from stage: Stage) -> [StageID] {
    var stage = stage
    switch stage.kind {
    case .notice(var notice):
      (notice.objectionStage, notice.onFounded) = (nil, nil)
      stage.kind = .notice(notice)
    case .objection: return []
    default: break
    }
    return ways(from: stage).map { $0.id }
  }

  private func endsItself(_ stage: Stage) -> Bool {
    if case .approved? = stage.next { return true }
    switch stage.kind {
    case .choice(let branches): return branches.contains { $0.next.stage.map { self[$0] == nil } ?? true }
    case .objection, .manage: return true
    default: return stage.id == appeal?.stage || stage.next == nil || stage.next?.stage.map { self[$0] == nil } ?? false
    }
  }
}
