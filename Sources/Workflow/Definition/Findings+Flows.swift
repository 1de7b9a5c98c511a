/// Sub-flows are sound by themselves: their `approved` is the end of the child.
extension WorkflowDefinition {
  /// Each flow is looked into once, under the first stage that holds it; one that no stage holds, under its own name.
  func flowFindings(_ unread: Set<StageID>) -> [Finding] {
    var findings: [Finding] = []
    var seen = Set<WorkflowDefinition>()
    lookInto([self], at: nil, unread, &seen, &findings)
    for (name, flow) in flows.sorted(by: { $0.key < $1.key }) where seen.insert(flow).inserted {
      findings += flow.ownFindings(unread).map { $0.inside(StageID(name)) }
    }
    return findings
  }

  /// - Parameter around: the flows in which the stages stand, from the file inwards; the last one is looked into.
  private func lookInto(
    _ around: [WorkflowDefinition], at holder: StageID?, _ unread: Set<StageID>, _ seen: inout Set<WorkflowDefinition>,
    _ findings: inout [Finding]
  ) {
    for stage in around.last?.stages ?? [] {
      guard case .subflow(let name, _) = stage.kind else { continue }
      let id = stage.id.inside(holder)
      guard let flow = WorkflowDefinition.flow(name, among: around) else {
        findings.append(Finding(stage: id, code: .unknownFlow(name), span: stage.span))
        continue
      }
      if around.dropFirst().contains(flow) {
        findings.append(Finding(stage: id, code: .recursiveFlow(name), span: stage.span))
        continue
      }
      guard seen.insert(flow).inserted else { continue }
      findings += flow.ownFindings(unread).map { $0.inside(id) }
      lookInto(around + [flow], at: id, unread, &seen, &findings)
    }
  }
}

extension Finding {
  fileprivate func inside(_ holder: StageID) -> Finding {
    Finding(stage: stage.inside(holder), code: code, span: span)
  }
}
