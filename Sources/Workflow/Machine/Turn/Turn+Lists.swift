/// Those whom a stage will ask, and what was decided in making the list.
struct AskedList {
  var slots: [Slot] = []
  var notes: [LogEntry] = []
  /// Somebody was passed over because he would have judged his own case, and the stage says so.
  var isSkipped = false
  var incident: Incident.Cause?
}

extension Turn {
  /// Resolves `who`: recusal, alternates, one person one slot, nobody judges his own case (S1, S13–S15).
  func askedList(_ stage: Stage, of id: CaseID?) -> AskedList {
    var list = AskedList()
    if case .people? = stage.draw, drawn(for: stage, id) == nil {
      list.incident = .notDrawn
      return list
    }
    if case .approve(let approval) = stage.kind, approval.expansion == .onePerRole || approval.needsClaim {
      poolSlots(stage, approval, id, &list)
    } else {
      personSlots(stage, id, &list)
    }
    if list.incident == nil, !list.isSkipped || !list.slots.isEmpty {
      if list.slots.isEmpty { list.incident = .noAssignee }
      if list.slots.count < stage.minSigners, !list.slots.isEmpty { list.incident = .tooFewSigners }
    }
    if case .approve(let approval) = stage.kind, approval.mode == .sequential {
      for index in list.slots.indices.dropFirst() { list.slots[index].isAsked = false }
    }
    return list
  }

  private func poolSlots(_ stage: Stage, _ approval: Approval, _ id: CaseID?, _ list: inout AskedList) {
    if approval.needsClaim, approval.expansion == .allMembers {
      let pool = unrecused(members(stage.who, of: id), stage, id, &list)
      if !pool.isEmpty {
        list.slots = [Slot(index: 0, candidates: pool, holder: nil, role: firstRole(stage.who), isAsked: true)]
      }
      return
    }
    for entry in stage.who {
      let pool = unrecused(members([entry], of: id), stage, id, &list)
      if pool.isEmpty { list.incident = .noAssignee }
      let isRole = if case .role = entry { true } else { false }
      list.slots.append(
        Slot(
          index: list.slots.count, candidates: pool, holder: isRole ? nil : pool.first,
          role: firstRole(CollectionOfOne(entry)),
          isAsked: true))
    }
  }

  private func personSlots(_ stage: Stage, _ id: CaseID?, _ list: inout AskedList) {
    let drawn: [String]? = if case .people? = stage.draw { drawn(for: stage, id) } else { nil }
    for entry in stage.who {
      var asked = members(entry, of: id)
      if let drawn { asked.removeAll { !drawn.contains($0.rawValue) } }
      let role = firstRole(CollectionOfOne(entry))
      for actor in unrecused(asked, stage, id, &list) {
        guard let person = replacement(for: actor, stage, id, &list) else { continue }
        if dedups(stage), list.slots.contains(where: { $0.holder == person }) { continue }
        list.slots.append(
          Slot(
            index: list.slots.count, candidates: asked.count == 1 && asked[0] == person ? asked : [person],
            holder: person, role: role,
            isAsked: true))
      }
    }
    addAlternates(stage, id, &list)
  }

  private func dedups(_ stage: Stage) -> Bool {
    if case .approve(let approval) = stage.kind { approval.dedups } else { true }
  }

  private func firstRole(_ who: some Sequence<Assignee>) -> RoleName? {
    for case .role(let role, _) in who { return role }
    return nil
  }

  /// Left out by rule: of the nominee's company, or recused in this case before. On record.
  private func unrecused(_ actors: [ActorID], _ stage: Stage, _ id: CaseID?, _ list: inout AskedList) -> [ActorID] {
    if !actors.contains(where: { isRecused($0, stage, id) }) { return actors }
    return actors.filter { actor in
      guard isRecused(actor, stage, id) else { return true }
      list.notes.append(LogEntry("recuse", .system, whom: actor, stage: stage.id))
      return false
    }
  }

  func isRecused(_ actor: ActorID, _ stage: Stage, _ id: CaseID?) -> Bool {
    guard let id, stage.scope == .case || round.isLone else { return false }
    if stage.namesGrounds, ground(actor, stage.recusal, of: id) != nil { return true }
    let hasStoodBack = round.cases[id]?.openings.contains { opening in
      opening.stage == stage.id && opening.slots.contains { $0.ending == .recused && $0.holder == actor }
    }
    return hasStoodBack == true || (isExcludingDeciders(stage) && decided(actor, id))
  }

  private func isExcludingDeciders(_ stage: Stage) -> Bool {
    if case .approve(let approval) = stage.kind { approval.excludesDeciders || hasBeenAppealed } else { false }
  }

  private var hasBeenAppealed: Bool { subject.flatMap { round.cases[$0]?.appeals }.map { $0 > 0 } ?? false }

  /// Whether he has decided on this case before: signed or rejected, not merely filled in a form.
  func decided(_ actor: ActorID, _ id: CaseID) -> Bool {
    round.cases[id]?.openings.contains { opening in
      opening.slots.contains { slot in
        slot.signature?.actor == actor && (slot.signature?.verb == .reject || slot.signature?.verb.isApproval == true)
      }
    } ?? false
  }

  /// Nobody judges his own case (S15).
  private func replacement(
    for actor: ActorID, _ stage: Stage, _ id: CaseID?, _ list: inout AskedList
  ) -> ActorID? {
    guard case .approve(let approval) = stage.kind, let id, stage.scope == .case || round.isLone,
      round.cases[id]?.nomination.initiator == actor
    else { return actor }
    switch approval.selfApproval {
    case .allow: return actor
    case .skip:
      list.isSkipped = true
      list.notes.append(LogEntry("auto_skip", actor, stage: stage.id))
      return nil
    case .incident:
      list.incident = .selfApproval
      return nil
    case .superior:
      guard let superior = organization.superiors[actor], superior != actor else {
        list.incident = .selfApproval
        return nil
      }
      list.notes.append(LogEntry("self_approval", actor, whom: superior, stage: stage.id))
      return superior
    }
  }

  private func addAlternates(_ stage: Stage, _ id: CaseID?, _ list: inout AskedList) {
    if list.notes.isEmpty { return }
    var taken = list.slots.compactMap { $0.holder }
    for note in list.notes where note.verb == "recuse" {
      guard let recused = note.whom, let next = nextAlternate(stage, id, taken) else { continue }
      taken.append(next)
      list.notes.append(LogEntry("alternate", recused, whom: next, stage: stage.id))
      list.slots.append(Slot(index: list.slots.count, candidates: [next], holder: next, role: nil, isAsked: true))
    }
  }

  /// The next who may step in: not in the list in any state, not recused himself.
  func nextAlternate(_ stage: Stage, _ id: CaseID?, _ taken: [ActorID]) -> ActorID? {
    let alternates: [ActorID] =
      switch stage.kind {
      case .approve(let approval): approval.alternates
      case .vote(let ballot): ballot.alternates
      case .score(let scoring): scoring.alternates
      default: []
      }
    return alternates.first { !taken.contains($0) && !isRecused($0, stage, id) }
  }

  /// The slots of the stage's last round as they stood: a transferee is asked again (S1).
  func reusedSlots(_ last: Opening, _ stage: Stage, of id: CaseID?) -> [Slot] {
    var slots: [Slot] = []
    for slot in last.slots where slot.ending != .removed && slot.ending != .recused && slot.role != PendingRule.slotRole
    {
      var again = Slot(
        index: slots.count, candidates: slot.candidates, holder: slot.holder, role: slot.role, isAsked: true)
      if stands(slot, stage, id) { (again.ending, again.signature) = (slot.ending, slot.signature) }
      slots.append(again)
    }
    if case .approve(let approval) = stage.kind, approval.mode == .sequential {
      for index in slots.indices.dropFirst() { slots[index].isAsked = false }
    }
    return slots
  }

  /// 只由事实有变的部门重签: what this one signed for is as it was when the case was sent back.
  private func stands(_ slot: Slot, _ stage: Stage, _ id: CaseID?) -> Bool {
    guard case .approve(let approval) = stage.kind, !approval.fieldsOfRole.isEmpty, let role = slot.role,
      slot.ending == .approved, let item = id.flatMap({ round.cases[$0] }), let point = item.resume
    else { return false }
    return (approval.fieldsOfRole[role] ?? []).allSatisfy { item.data[$0] == point.data[$0] }
  }
}
