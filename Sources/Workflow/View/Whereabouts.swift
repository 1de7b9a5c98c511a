import Outcomes

/// Where a case that is not over stands, and what it waits for.
public struct Whereabouts: Sendable, Hashable, Codable {
  /// `nil`: nowhere yet.
  public let stage: StageID?
  /// As the workflow file calls the stage, and the clause that asks for it.
  public let name: String?
  public let basis: String?
  public let wait: Wait
  public let deadline: Deadline?

  public enum Wait: Sendable, Hashable, Codable {
    /// Those who are asked in the stage.
    case people
    /// 待核: somebody's written reason.
    case reason
    /// 待核: the open facts themselves.
    case facts
    /// The rest of the round, for the stage to open.
    case others
    /// The end of the notice.
    case notice
    /// The settlement of an objection.
    case objection
    /// A seat that falls free.
    case seat
    /// An administrator, where the machine stopped.
    case incident(Incident.Cause)
    /// To be resumed.
    case suspension
  }
}

extension Machine {
  func whereabouts(of item: Case, in round: Round) -> Whereabouts? {
    guard !item.state.isFinal else { return nil }
    let definition = definition(of: round)
    func whereabouts(_ stage: StageID?, _ wait: Whereabouts.Wait, _ deadline: Deadline? = nil) -> Whereabouts {
      let known = stage.flatMap { definition[$0] }
      return Whereabouts(stage: stage, name: known?.name, basis: known?.basis, wait: wait, deadline: deadline)
    }
    let own = item.openOpenings.first { $0.slots.contains(where: { $0.isOpen }) } ?? item.openOpenings.first
    let common = round.openings.last { $0.isOpen && $0.remaining.contains(item.id) }
    let here = own ?? common
    let stage = here?.stage ?? item.arrivedAt
    if item.suspension != nil || round.suspension != nil { return whereabouts(stage, .suspension) }
    if let incident = item.incident { return whereabouts(incident.stage, .incident(incident.cause)) }
    if let objection = item.objections.first(where: { $0.isOpen }) {
      return whereabouts(objection.settlingStage, .objection, objection.runningDeadline)
    }
    if let stage = item.pendingAt { return whereabouts(stage, .facts) }
    if item.awaitsReason { return whereabouts(stage, .reason) }
    if item.outcome == .reserve, here == nil { return whereabouts(stage, .seat) }
    guard let here else { return whereabouts(stage, .others) }
    if let clock = here.clocks[item.id] { return whereabouts(here.stage, .notice, clock.deadline) }
    let deadlines = [here.deadline, here.cutoff].compactMap(\.self).filter { $0.pausedAt == nil }
    return whereabouts(here.stage, .people, deadlines.min { $0.due < $1.due })
  }
}
