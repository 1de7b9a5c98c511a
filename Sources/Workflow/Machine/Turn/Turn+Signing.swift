extension Turn {
  mutating func submit() throws(Stop) {
    if try resubmit() { return }
    let task = try task(.submit) { $0.isForm }
    guard let id = task.place.owner else { return }
    let stage = task.stage
    accept(.submit, id, stage: stage.id, opening: task.place.number, whom: task.principal.map { [$0] } ?? [])
    sign(task, .submit, .approved)
    if round.cases[id]?.state == .draft { emit(.stateChanged(.running), id) }
    try pass(task.place, stage)
  }

  /// One signature; whether it decides is the stage's rule (顺签, 会签, 或签).
  mutating func sign(_ verb: Verb, for principal: ActorID?, override: Bool) throws(Stop) {
    if override { throw .refuse(.ruleLowering) }
    if try replyLate(verb, .approved) { return }
    if try correctReply(verb, .approved) { return }
    let task = try task(verb, for: principal) { stage in
      switch stage.kind {
      case .approve(let approval): approval.act == verb
      case .notice: verb == .publish
      default: verb == .approve
      }
    } slot: { stage, slot in
      switch stage.kind {
      case .approve, .notice: true
      // Forms are handed in, ballots cast, points given; only for what is open in the facts somebody signs.
      default: slot.role == PendingRule.slotRole
      }
    }
    let stage = task.stage
    if isAnsweringForPending(task) { try requireReason() } else { try requireSample(task.place, stage) }
    accept(
      verb, task.place.owner, stage: stage.id, opening: task.place.number, whom: task.principal.map { [$0] } ?? [])
    sign(task, verb, .approved)
    switch stage.kind {
    case .notice(let notice): post(task.place, notice)
    default:
      if try answerForPending(task.place) { return }
      try advanceApproval(task.place, stage)
      try assessReply(task.place, stage)
    }
  }

  mutating func reject() throws(Stop) {
    if try replyLate(.reject, .rejected) { return }
    if try correctReply(.reject, .rejected) { return }
    let task = try task(.reject) { stage in
      if case .approve = stage.kind { true } else { false }
    }
    let stage = task.stage
    guard let opening = opening(task.place), case .approve(let approval) = stage.kind else { return }
    if !stage.isRejectable {
      throw .refuse(.notAdmissible, .mayNotReject, ["stage": stage.name ?? stage.id.rawValue])
    }
    try requireReason()
    accept(.reject, task.place.owner, stage: stage.id, opening: opening.number)
    sign(task, .reject, .rejected)
    if approval.collectsAll || stage.onReject == .leaveToRules {
      try advanceApproval(task.place, stage)
      try assessReply(task.place, stage)
    } else {
      try rejected(task.place)
    }
  }

  mutating func sign(_ task: OpenTask, _ verb: Verb, _ ending: Slot.Ending) {
    let signature = signature(verb, role: task.slot.role, for: task.principal)
    let actor = task.principal ?? actor
    if let late = task.slot.holder, task.slot.escalatedTo.contains(actor), let stage = opening(task.place)?.stage {
      // Who was late is not waited for any more.
      note(Slot.Ending.closedByPeer.rawValue, late, stage, task.place.owner)
    }
    change(task.place, task.slot.index) { slot in
      if !slot.escalatedTo.contains(actor) { slot.holder = actor }
      slot.signature = signature
      slot.ending = ending
    }
  }

  /// Looks whether an approval stage is finished, and opens the next slot of a 顺签.
  mutating func advanceApproval(_ place: Place) throws(Stop) {
    if let stage = stage(place) { try advanceApproval(place, stage) }
  }

  private mutating func advanceApproval(_ place: Place, _ stage: Stage) throws(Stop) {
    guard case .approve(let approval) = stage.kind else { return }
    if approval.mode == .any {
      // One of them is enough; but one has to have signed, and not only somebody to have left.
      guard let slots = opening(place)?.slots else { return }
      if slots.contains(where: { $0.ending == .rejected }) {
        if stage.onReject != .leaveToRules { return try rejected(place) }
      } else if !slots.contains(where: { $0.ending == .approved }) {
        return
      }
      return try pass(place, stage)
    }
    guard let opening = opening(place) else { return }
    let left = opening.slots.filter { $0.ending == nil }
    if left.isEmpty, opening.rejections > 0, stage.onReject != .leaveToRules {
      return try rejected(place)
    }
    switch approval.mode {
    case .any: return
    case .all: if left.isEmpty { return try passIfEnough(place, stage) }
    case .sequential:
      guard let next = left.first else { return try passIfEnough(place, stage) }
      if try stops(approval, stage, opening, place) { return }
      if !next.isAsked { change(place, next.index) { $0.isAsked = true } }
      return
    }
    _ = try stops(approval, stage, opening, place)
  }

  private mutating func stops(
    _ approval: Approval, _ stage: Stage, _ opening: Opening, _ place: Place
  ) throws(Stop) -> Bool {
    guard let condition = approval.stopWhen else { return false }
    switch try answer(condition, stage, place.owner, opening) {
    case .holds: try pass(place)
    case .fails: return false
    case .unknown(let name):
      fail(place.owner, stage.id, .unknownName(name), opening: place.number, branch: opening.branch)
    }
    return true
  }

  private mutating func passIfEnough(_ place: Place, _ stage: Stage) throws(Stop) {
    guard let opening = opening(place) else { return }
    let signed = opening.slots.count { $0.ending == .approved || $0.ending == .rejected || $0.ending == .expired }
    if signed >= stage.minSigners { return try pass(place) }
    fail(place.owner, stage.id, .tooFewSigners, opening: place.number, branch: opening.branch)
  }

  /// Casework reports that the machine's own slot is done; a human's task is nobody else's.
  mutating func autoComplete(taskOf holder: ActorID?) throws(Stop) {
    let holder = holder ?? .system
    guard holder == .system else { throw .refuse(.ruleLowering) }
    guard actor == .system else { throw .refuse(.notAssignee) }
    for place in places {
      guard let opening = opening(place), let stage = stage(place),
        let slot = opening.slots.first(where: { $0.isOpen && $0.holder == .system })
      else { continue }
      accept(.autoComplete, place.owner, stage: stage.id, opening: opening.number)
      if case .rules = stage.kind { return try pass(place) }
      sign(OpenTask(place: place, stage: stage, slot: slot, principal: nil), .autoComplete, .approved)
      return try advanceApproval(place)
    }
    throw .refuse(.notAssignee)
  }

  mutating func claim(_ role: RoleName?) throws(Stop) {
    for place in places {
      guard let opening = opening(place), let stage = stage(place) else { continue }
      let pools = opening.slots.filter { slot in
        slot.isOpen && slot.candidates.contains(actor) && (role == nil || slot.role == role)
      }
      guard
        let slot = pools.first(where: { $0.holder == actor }) ?? pools.first(where: { $0.holder == nil }) ?? pools.first
      else { continue }
      if slot.holder == actor { throw .answered }
      if slot.holder != nil { throw .refuse(.alreadyClaimed) }
      if holdsOrSigned(actor, opening) { throw .refuse(.duplicateSigner) }
      accept(.claim, place.owner, stage: stage.id, opening: opening.number)
      let claimant = actor
      change(place, slot.index) { $0.holder = claimant }
      return
    }
    throw .refuse(.notAssignee)
  }

  mutating func unclaim() throws(Stop) {
    for place in places {
      guard let opening = opening(place), let stage = stage(place),
        let slot = opening.slots.first(where: { $0.isOpen && $0.holder == actor && $0.candidates.count > 1 })
      else { continue }
      accept(.unclaim, place.owner, stage: stage.id, opening: opening.number)
      change(place, slot.index) { $0.holder = nil }
      return
    }
    throw .refuse(.notAssignee)
  }

  mutating func urge() throws(Stop) {
    guard let id = subject, round.cases[id]?.nomination.initiator == actor || isOffice(actor) else {
      throw .refuse(.notInitiator)
    }
    for place in places where place.owner != nil {
      guard let opening = opening(place), let stage = stage(place), let limit = stage.urgesPerDay else { continue }
      if opening.urges[now.day, default: 0] >= limit { throw .refuse(.urgeLimit) }
      let late = opening.slots.filter { $0.isOpen }.flatMap { $0.asked }
      accept(.urge, id, stage: stage.id, opening: opening.number, whom: late)
      emit(.urged(opening: opening.number, on: now.day), id)
      return
    }
    throw .refuse(.notAdmissible, .nothingToUrge)
  }
}
