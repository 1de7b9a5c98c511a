public import Outcomes

/// How a case, or a round, stands: who can act now, until when, and what was counted.
public struct View: Sendable, Hashable {
  public var state: Case.State
  /// Stages that are open, with those who can act in them now. Empty: nobody is asked, time passes.
  public var active: [StageID: [ActorID]]
  public var due: Instant?
  /// The deadline lies in a year without a calendar (暂定).
  public var isProvisional: Bool
  public var incident: Incident?
  public var outcome: Outcome?
  /// In a ballot that is not over: how it stands for this case.
  public var standing: VoteSession.Standing?
  public var tally: Tally?
  public var isVoid: Bool
  /// The stage where a case is, open or not yet open.
  public var standsAt: StageID?
}

extension Machine {
  /// The round, or the only case of a round of one.
  public func view(_ round: Round, at instant: Instant) -> View {
    if round.isLone, let id = round.order.first { return view(of: id, in: round, at: instant) }
    var view = View(
      state: round.state, active: [:], due: nil, isProvisional: false, incident: round.incident, outcome: nil,
      standing: nil, tally: nil, isVoid: false, standsAt: nil)
    guard round.suspension == nil else { return view }
    for opening in round.openings where opening.isOpen {
      let free = opening.remaining.filter { round.cases[$0]?.isHeld == false }
      if free.isEmpty { continue }
      view.active[opening.stage] = asked(opening, in: round, on: instant.day)
      let deadline = free.compactMap { opening.clocks[$0]?.deadline }.min { $0.due < $1.due } ?? opening.deadline
      view.due = deadline?.due
      view.isProvisional = deadline?.isProvisional ?? false
    }
    let voting = round.openings.last { $0.vote != nil }
    let vote = voting?.vote
    view.tally = voting.flatMap(tally)
    view.isVoid = vote?.isVoid ?? false
    return view
  }

  public func view(of id: CaseID, in round: Round, at instant: Instant) -> View {
    guard let item = round.cases[id] else {
      return View(
        state: .draft, active: [:], due: nil, isProvisional: false, incident: nil, outcome: nil, standing: nil,
        tally: nil, isVoid: false, standsAt: nil)
    }
    let all = item.openings + round.openings.filter { $0.cases.contains(id) }
    let voting = all.last { $0.vote != nil }
    let vote = voting?.vote
    var view = View(
      state: item.state, active: [:], due: nil, isProvisional: false, incident: item.incident, outcome: item.outcome,
      standing: vote?.standings[id], tally: vote?.caseTallies[id] ?? voting.flatMap(tally),
      isVoid: vote?.isVoid ?? false,
      standsAt: item.state.isFinal ? nil : item.arrivedAt ?? item.openOpenings.first?.stage)
    guard item.suspension == nil, round.suspension == nil, !item.state.isFinal else { return view }
    let definition = definition(of: round)
    for opening in item.openOpenings {
      let asked = asked(opening, in: round, on: instant.day)
      let holdsChild = definition[opening.stage]?.isSubflow == true
      if asked.isEmpty, opening.clocks.isEmpty, !holdsChild { continue }
      if !holdsChild { view.active[opening.stage, default: []] += asked }
      setDue(&view, opening.deadline)
      setDue(&view, opening.cutoff)
    }
    for opening in all where opening.isOpen {
      setDue(&view, opening.clocks[id].flatMap { $0.heldSince == nil ? $0.deadline : nil })
    }
    for request in item.recusalRequests {
      let deciders = deciders(on: request, of: id, in: round)
      if !deciders.isEmpty { view.active[request.stage, default: []] += deciders }
    }
    for objection in item.objections where objection.isOpen {
      let before = view.active[objection.settlingStage, default: []]
      view.active[objection.settlingStage] = before + objection.settlers.filter { !before.contains($0) }
    }
    return view
  }

  /// What was counted; before that, who is entitled and who is present.
  private func tally(_ opening: Opening) -> Tally? {
    guard let vote = opening.vote else { return nil }
    if let tally = vote.tally { return tally }
    let electors = opening.slots.count { $0.ending != .recused && $0.ending != .removed }
    return Tally(
      eligible: electors, present: vote.present.count, issued: 0, returned: 0, count: Count(),
      recused: opening.slots.count { $0.ending == .recused }, passed: nil)
  }

  private func setDue(_ view: inout View, _ deadline: Deadline?) {
    guard let deadline, deadline.pausedAt == nil, view.due.map({ deadline.due < $0 }) ?? true else { return }
    view.due = deadline.due
    view.isProvisional = deadline.isProvisional
  }

  /// Who can act in an opening on that day.
  public func asked(_ opening: Opening, in round: Round, on day: Day) -> [ActorID] {
    guard opening.isOpen, let stage = definition(of: round)[opening.stage] else { return [] }
    if case .vote = stage.kind, let vote = opening.vote { return voters(vote, opening) }
    if case .notice = stage.kind, !opening.clocks.isEmpty { return [] }
    var found: [ActorID] = []
    for slot in opening.slots where slot.isOpen {
      for actor in slot.asked where !found.contains(actor) && mayTake(actor, slot, opening, stage) {
        found.append(actor)
        for deputy in organization.deputies(of: actor, on: day) where !found.contains(deputy) { found.append(deputy) }
      }
    }
    return found
  }

  /// Of a pool only those who have no other slot in this round; for somebody who is late only who has not signed already.
  private func mayTake(_ actor: ActorID, _ slot: Slot, _ opening: Opening, _ stage: Stage) -> Bool {
    if slot.escalatedTo.contains(actor) { return !opening.slots.contains { $0.signature?.actor == actor } }
    guard slot.holder == nil else { return true }
    return !opening.slots.contains { other in
      other.index != slot.index && (other.signature?.actor == actor || (other.holder == actor && other.ending == nil))
    }
  }

  private func voters(_ vote: VoteSession, _ opening: Opening) -> [ActorID] {
    let electors = opening.slots.filter { $0.ending != .recused && $0.ending != .removed }.compactMap { $0.holder }
    if vote.tellers.isEmpty {
      let left = electors.filter { !vote.took.contains($0) }
      let others = left.filter { $0 != vote.chair }
      return others.isEmpty ? left : others
    }
    let left = vote.isOpen ? vote.present.filter { !vote.took.contains($0) } : []
    return left.isEmpty ? vote.tellers : left
  }
}

extension Machine {
  /// What casework may do now without anybody: not for cases that wait for facts, or for somebody's written reason.
  public func automaticTasks(in round: Round) -> [AutomaticTask] {
    guard round.suspension == nil else { return [] }
    let definition = definition(of: round)
    return round.order.flatMap { id -> [AutomaticTask] in
      guard let item = round.cases[id], !item.state.isFinal, item.suspension == nil, item.pendingAt == nil else {
        return []
      }
      return item.openOpenings.filter { opening in
        let isWaiting = opening.slots.contains { $0.isOpen && $0.role == PendingRule.slotRole }
        if case .rules? = definition[opening.stage]?.kind { return !isWaiting } else { return false }
      }.map { AutomaticTask(case: id, stage: $0.stage) }
    }
  }
}

extension Machine {
  /// Whether somebody does what the office does: opens a round, closes it.
  public func isOffice(_ actor: ActorID, in round: Round) -> Bool {
    Turn(machine: self, round: round, command: Command(.tick), actor: actor, now: Instant(minutes: 0), facts: Facts())
      .isOffice(actor)
  }
}
