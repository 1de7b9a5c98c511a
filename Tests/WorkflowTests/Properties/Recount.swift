import Outcomes

@testable import Workflow

/// Counts signatures and votes again, from what people did: the acts in the record, the lists as the file and the acts make
/// them, and the ballots that the test itself keeps. Nothing of the machine's own counting is used.
struct Recount {
  private var shelf: DefinitionShelf
  private let calendar: WorkCalendar
  private var definition: WorkflowDefinition
  /// Lists are being made anew.
  private var isMigrating = false
  private(set) var failures: [String] = []
  private var sheets: [Key: Sheet] = [:]
  /// The sheet of a stage that was open last, by case.
  private var latest: [StageKey: Sheet] = [:]
  /// What has been passed, in order.
  private var passes: [StageKey] = []
  /// How many passes there were when an activation of a split began.
  private var forks: [ForkKey: Int] = [:]

  private struct Key: Hashable {
    let owner: CaseID?
    let opening: Int
  }

  private struct StageKey: Hashable {
    let owner: CaseID?
    let stage: StageID
  }

  private struct ForkKey: Hashable {
    let owner: CaseID?
    let fork: Int
  }

  /// What was done in one opening.
  private struct Sheet {
    var stage: StageID
    let passesBefore: Int
    /// In the order of the list, those who are out of it included.
    var people: [ActorID]
    var gone = Set<ActorID>()
    var isPool: Bool
    var needed: Int
    var signed: [ActorID] = []
    /// Who may sign for whom, because he is late.
    var escalated: [ActorID: [ActorID]] = [:]
    var signers: [ActorID] = []
    /// Whose task somebody has in hand for a while.
    var delegated: [ActorID: ActorID] = [:]
    /// Who said no where all are heard.
    var against: [ActorID] = []
    var scored: [ActorID] = []
    var isServed = false
    /// The file lets it end early, and its condition held.
    var isStopped = false
    var isNew: Bool
    // Votes.
    var tellers: [ActorID] = []
    var subjects: [CaseID] = []
    var present: [ActorID] = []
    var votes: [ActorID: Vote] = [:]
    var took = 0
    /// Who has cast a ballot since the vote was opened; secret or not, it stays his.
    var casters = Set<ActorID>()
    var paper: PaperResult?
    var counted: [Vote]?
    /// The cases of the session that runs, and the ballots of the last session in which each stood.
    var running: [CaseID] = []
    var countedOf: [CaseID: [Vote]] = [:]
    // Notices.
    var posted: [CaseID: Instant] = [:]
    var heldDays: [CaseID: Set<Day>] = [:]
    var heldFrom: [CaseID: Day] = [:]
    var objections: [CaseID: Int] = [:]
  }

  init(_ machine: Machine) {
    shelf = machine.shelf
    calendar = machine.calendar
    definition = machine.shelf.newest
  }

  /// With the versions that have come since.
  init(_ machine: Machine, after other: Recount) {
    self = other
    shelf = machine.shelf
  }

  /// - Parameter box: the ballots cast so far, as the test keeps them.
  mutating func note(_ event: Event, box: [Vote]) {
    switch event.change {
    case .accepted(let act): note(act, event, box)
    case .entered(let opening): enter(opening, event)
    case .closed(let number, .passed): pass(Key(owner: event.case, opening: number), event)
    case .closed(let number, _): sheets[Key(owner: event.case, opening: number)] = nil
    case .left(let number, .passed): leave(Key(owner: nil, opening: number), event)
    case .noted(let entry): note(entry, event)
    case .guardAnswered(let key, .holds):
      change(event.case, key.stage) { $0.isStopped = true }
    case .forked(let fork): forks[ForkKey(owner: event.case, fork: fork.number)] = passes.count
    case .forkChanged(let fork): arrive(fork, event)
    case .migrated(let migration): move(migration)
    case .relisted(let number, let slots):
      if isMigrating { relist(Key(owner: event.case, opening: number), slots) }
    case .voteChanged(let number, let vote):
      sheets[Key(owner: event.case, opening: number)]?.running = vote.subjects
    case .clockChanged(let number, let id, let clock):
      post(Key(owner: event.case, opening: number), id, clock.postedAt)
    case .joined(let number, let clock):
      if let id = event.case { post(Key(owner: nil, opening: number), id, clock.postedAt) }
    default: break
    }
  }

  /// Published anew, what was before does not matter.
  private mutating func post(_ key: Key, _ id: CaseID, _ instant: Instant) {
    if sheets[key]?.posted[id] != instant { sheets[key]?.heldDays[id] = nil }
    sheets[key]?.posted[id] = instant
  }

  private mutating func change(_ owner: CaseID?, _ stage: StageID, _ body: (inout Sheet) -> Void) {
    for key in sheets.keys where key.owner == owner && sheets[key]?.stage == stage { body(&sheets[key]!) }
  }

  private mutating func fail(_ stage: StageID, _ what: String) { failures.append("\(stage) passed \(what)") }

  // MARK: - Lists

  private mutating func enter(_ opening: Opening, _ event: Event) {
    let key = StageKey(owner: event.case, stage: opening.stage)
    let held = opening.slots.filter { $0.ending != .recused && $0.ending != .removed }
    var sheet = Sheet(
      stage: opening.stage, passesBefore: passes.count, people: opening.slots.compactMap(\.holder),
      isPool: held.contains { $0.holder == nil }, needed: held.count, isNew: !opening.isAfterReturn)
    sheet.gone = Set(sheet.people).subtracting(held.compactMap(\.holder))
    sheet.tellers = opening.vote?.tellers ?? []
    sheet.subjects = opening.cases
    sheet.running = opening.vote?.subjects ?? opening.cases
    for slot in held {
      for other in slot.escalatedTo { sheet.escalated[other, default: []].append(slot.holder ?? "") }
    }
    sheet.posted = opening.clocks.mapValues(\.postedAt)
    for slot in held {
      guard let signature = slot.signature else {
        // He was not asked because he had signed just before; that stands, if it did.
        guard slot.ending == .approved, let holder = slot.holder else { continue }
        sheet.signed.append(holder)
        if latest[key]?.signed.contains(holder) != true {
          failures.append("\(opening.stage) opens with an approval that nobody gave")
        }
        continue
      }
      let signer = signature.onBehalfOf ?? signature.actor
      let known =
        latest[key]?.signers.contains(signer) == true && latest[key]?.signed.contains(slot.holder ?? signer) == true
      let isScore = latest[key]?.scored.contains(signature.actor) == true
      if isScore { sheet.scored.append(signature.actor) } else { sheet.signed.append(slot.holder ?? signer) }
      sheet.signers.append(signer)
      if !known, !isScore { failures.append("\(opening.stage) opens with a signature that nobody gave") }
    }
    if sheet.isNew, let wanted = list(opening.stage), wanted != sheet.people {
      failures.append("\(opening.stage) asks \(sheet.people), and the file says \(wanted)")
    }
    sheets[Key(owner: event.case, opening: opening.number)] = sheet
    latest[key] = sheet
  }

  /// Whom the file names, where it names people and nothing else.
  private func list(_ stage: StageID) -> [ActorID]? {
    guard let stage = definition[stage], stage.recusal == RecusalRule() else { return nil }
    if case .approve(let approval) = stage.kind, approval.needsClaim { return nil }
    if case .rules = stage.kind { return nil }
    if case .vote(let ballot) = stage.kind, ballot.isReported { return nil }
    var people: [ActorID] = []
    for entry in stage.who {
      // The applicant is not asked himself, but his superior.
      guard case .actor(let actor) = entry, actor != "ent" || stage.isForm else { return nil }
      if !people.contains(actor) { people.append(actor) }
    }
    return people
  }

  private mutating func move(_ migration: Migration) {
    isMigrating = true
    if let new = shelf[migration.to] { definition = new }
    sheets = sheets.mapValues { sheet in
      var sheet = sheet
      sheet.stage = migration(sheet.stage)
      return sheet
    }
    latest = Dictionary(latest.map { (StageKey(owner: $0.owner, stage: migration($0.stage)), $1) }) { $1 }
    passes = passes.map { StageKey(owner: $0.owner, stage: migration($0.stage)) }
  }

  /// The new version's list; what was given stands only for who is on it.
  private mutating func relist(_ key: Key, _ slots: [Slot]) {
    guard var sheet = sheets[key] else { return }
    let held = slots.filter { $0.ending != .recused && $0.ending != .removed }
    let people = held.compactMap(\.holder)
    if let wanted = list(sheet.stage), wanted != people {
      failures.append("\(sheet.stage) asks \(people) after a migration, and the file says \(wanted)")
    }
    sheet.gone = Set(slots.compactMap(\.holder)).subtracting(people)
    sheet.people = people + sheet.gone.sorted()
    sheet.needed = held.count
    sheet.isPool = held.contains { $0.holder == nil }
    let given = Set(held.compactMap(\.signature).map { $0.onBehalfOf ?? $0.actor }).union(people)
    sheet.signed.removeAll { !given.contains($0) }
    sheet.signers.removeAll { !given.contains($0) }
    sheet.scored.removeAll { !given.contains($0) }
    sheet.against.removeAll { !given.contains($0) }
    sheet.votes = sheet.votes.filter { people.contains($0.key) }
    sheets[key] = sheet
    latest[StageKey(owner: key.owner, stage: sheet.stage)] = sheet
  }

  private mutating func note(_ entry: LogEntry, _ event: Event) {
    guard let stage = entry.stage else { return }
    switch entry.verb {
    case "alternate" where !isMigrating:
      change(event.case, stage) { sheet in
        guard !sheet.isNew, let other = entry.whom else { return }
        let place = sheet.people.firstIndex(of: entry.actor).map { $0 + 1 } ?? sheet.people.count
        sheet.people.insert(other, at: place)
        sheet.needed += 1
      }
    case "escalate":
      guard let other = entry.whom else { return }
      change(event.case, stage) { sheet in
        sheet.escalated[other, default: []].append(sheet.delegated[entry.actor] ?? entry.actor)
      }
    case "auto_skip": change(event.case, stage) { $0.signed.append(entry.actor) }
    default: return
    }
  }

  // MARK: - Acts

  private mutating func note(_ act: Event.Act, _ event: Event, _ box: [Vote]) {
    isMigrating = false
    for key in sheets.keys { sheets[key]?.isNew = false }
    if act.verb == .object || act.verb == .settleObjection { return hold(act, event) }
    if case .handover(let holder, let other) = act.command.act { return handOver(holder, other, event) }
    guard let number = act.opening, let stage = act.stage else { return }
    let key = Key(owner: event.case, opening: number)
    guard var sheet = sheets[key] else { return void(act, StageKey(owner: event.case, stage: stage), event) }
    note(act, event.by, box, &sheet)
    sheets[key] = sheet
    latest[StageKey(owner: event.case, stage: stage)] = sheet
  }

  private mutating func note(_ act: Event.Act, _ actor: ActorID, _ box: [Vote], _ sheet: inout Sheet) {
    switch act.command.act {
    case .sign, .submit, .autoComplete:
      let signer = act.whom.first ?? actor
      if sheet.signed.contains(signer) { failures.append("\(sheet.stage): \(signer) signs twice") }
      let open = sheet.people.filter { !sheet.signed.contains($0) && !sheet.gone.contains($0) }
      // Whoever of a pool has claimed it since is late now.
      let late = sheet.escalated[signer].flatMap { late in late.first { open.contains($0) } ?? open.first }
      let place = sheet.people.contains(signer) ? signer : late ?? signer
      checkTurn(place, sheet)
      if place != signer, sheet.signers.contains(signer) { failures.append("\(sheet.stage): \(signer) signs twice") }
      sheet.signers.append(signer)
      sheet.signed.append(place)
      sheet.isServed = true
    case .claim: sheet.people.append(actor)
    case .unclaim: sheet.people.removeAll { $0 == actor }
    case .score: sheet.scored.append(actor)
    case .delegate(let other): sheet.delegated[other] = sheet.delegated[actor] ?? actor
    case .reject: sheet.against.append(actor)
    case .takeBack:
      sheet.signed.removeAll { $0 == actor }
      sheet.signers.removeAll { $0 == actor }
    case .transfer(let other): replace(actor, by: other, &sheet)
    case .assign(let holder, let other): replace(holder, by: other, &sheet)
    case .addSigners:
      sheet.people += act.whom
      sheet.needed += act.whom.count
    case .removeSigners: leave(act.whom, &sheet)
    case .recuse: leave(act.whom.isEmpty ? [actor] : act.whom, &sheet)
    case .checkIn(let present): sheet.present = present
    case .openVote: (sheet.votes, sheet.took, sheet.casters) = ([:], 0, [])
    case .cast(let vote):
      sheet.took += 1
      sheet.casters.insert(actor)
      if !act.isSecret { sheet.votes[actor] = vote }
    case .closeVote:
      let isSecret = if case .vote(let ballot)? = definition[sheet.stage]?.kind { ballot.isSecret } else { false }
      let counted = isSecret ? box : Array(sheet.votes.values)
      sheet.counted = counted
      for id in sheet.running { sheet.countedOf[id] = counted }
    case .paperResult(let result): sheet.paper = result
    case .adjourn: (sheet.votes, sheet.took, sheet.present, sheet.casters) = ([:], 0, [], [])
    default: return
    }
  }

  /// 顺签: who signs is the first who has not.
  private mutating func checkTurn(_ signer: ActorID, _ sheet: Sheet) {
    guard case .approve(let approval)? = definition[sheet.stage]?.kind, approval.mode == .sequential,
      !sheet.isPool
    else { return }
    let next = sheet.people.first { person in
      !sheet.signed.contains(person) && !sheet.gone.contains(person) && !sheet.against.contains(person)
    }
    if next != signer { failures.append("\(sheet.stage): \(signer) signs before \(next?.rawValue ?? "anybody")") }
  }

  /// Whatever he has not done yet, unless the other is in the list already.
  private mutating func handOver(_ holder: ActorID, _ other: ActorID, _ event: Event) {
    for key in sheets.keys where event.case == nil || key.owner == nil || key.owner == event.case {
      guard var sheet = sheets[key], !sheet.people.contains(other), !sheet.signed.contains(holder),
        !sheet.gone.contains(holder), !sheet.casters.contains(holder)
      else { continue }
      replace(holder, by: other, &sheet)
      sheets[key] = sheet
      latest[StageKey(owner: key.owner, stage: sheet.stage)] = sheet
    }
  }

  private func replace(_ holder: ActorID, by other: ActorID, _ sheet: inout Sheet) {
    if let index = sheet.people.firstIndex(of: holder) { sheet.people[index] = other }
    sheet.escalated = sheet.escalated.mapValues { late in late.map { $0 == holder ? other : $0 } }
  }

  private func leave(_ people: [ActorID], _ sheet: inout Sheet) {
    for person in people where sheet.people.contains(person) && !sheet.gone.contains(person) {
      sheet.gone.insert(person)
      sheet.signed.removeAll { $0 == person }
      sheet.scored.removeAll { $0 == person }
      sheet.against.removeAll { $0 == person }
      sheet.votes[person] = nil
      sheet.needed -= 1
    }
  }

  /// About a stage that is over: what was given there is taken back, or is void.
  private mutating func void(_ act: Event.Act, _ key: StageKey, _ event: Event) {
    switch act.verb {
    case .takeBack:
      latest[key]?.signed.removeAll { $0 == event.by }
      latest[key]?.signers.removeAll { $0 == event.by }
    case .recuse:
      latest[key]?.signed.removeAll { act.whom.contains($0) }
      latest[key]?.scored.removeAll { act.whom.contains($0) }
    default: return
    }
  }

  private mutating func hold(_ act: Event.Act, _ event: Event) {
    guard let id = event.case else { return }
    for key in sheets.keys where key.opening == act.opening {
      guard case .notice(let notice)? = sheets[key].flatMap({ definition[$0.stage] })?.kind,
        sheets[key]?.posted[id] != nil
      else { continue }
      if case .object(let named, let evidence, _, _) = act.command.act {
        if notice.recordsAnonymousOnly, !named, evidence == 0 { continue }
        sheets[key]?.objections[id, default: 0] += 1
        if sheets[key]?.heldFrom[id] == nil { sheets[key]?.heldFrom[id] = event.at.day }
      } else if let from = sheets[key]?.heldFrom[id] {
        sheets[key]?.objections[id, default: 0] -= 1
        if sheets[key]?.objections[id] != 0 { continue }
        sheets[key]?.heldFrom[id] = nil
        for number in from.number...event.at.day.number {
          sheets[key]?.heldDays[id, default: []].insert(Day(number: number))
        }
      }
    }
  }

  // MARK: - Passing

  private mutating func pass(_ key: Key, _ event: Event) {
    guard let sheet = sheets.removeValue(forKey: key), let stage = definition[sheet.stage] else { return }
    latest[StageKey(owner: key.owner, stage: sheet.stage)] = sheet
    passes.append(StageKey(owner: key.owner, stage: sheet.stage))
    switch stage.kind {
    case .form: if !sheet.isServed { fail(sheet.stage, "though nothing was handed in") }
    case .approve(let approval): check(sheet, approval, stage)
    case .score(let scoring):
      if sheet.scored.count < scoring.minValid { fail(sheet.stage, "with \(sheet.scored.count) scores") }
    case .rules: if !sheet.isServed { fail(sheet.stage, "though the rules were not run") }
    case .vote(let ballot): if stage.scope == .case { check(sheet, ballot, of: nil) }
    case .notice(let notice): if let id = key.owner { check(sheet, notice, id, event) }
    case .subflow: checkChild(sheet, key.owner)
    case .objection, .choice, .split, .join, .cc, .manage: break
    }
  }

  /// One case goes on from a stage of the round.
  private mutating func leave(_ key: Key, _ event: Event) {
    guard let sheet = sheets[key], let id = event.case, let stage = definition[sheet.stage] else { return }
    switch stage.kind {
    case .vote(let ballot): check(sheet, ballot, of: ballot.subject == .each ? id : nil)
    case .notice(let notice): check(sheet, notice, id, event)
    case .approve(let approval): check(sheet, approval, stage)
    default: return
    }
  }

  private mutating func check(_ sheet: Sheet, _ approval: Approval, _ stage: Stage) {
    if sheet.isStopped, approval.stopWhen != nil { return }
    if !sheet.against.isEmpty { fail(sheet.stage, "though \(sheet.against) said no") }
    let needed = approval.mode == .any ? 1 : max(sheet.needed, stage.minSigners, 1)
    if sheet.signed.count < needed { fail(sheet.stage, "with \(sheet.signed) signed, \(needed) needed") }
    let missing = sheet.people.filter { !sheet.signed.contains($0) && !sheet.gone.contains($0) }
    if approval.mode != .any, !sheet.isPool, !missing.isEmpty { fail(sheet.stage, "without \(missing)") }
  }

  private mutating func check(_ sheet: Sheet, _ ballot: Ballot, of id: CaseID?) {
    if sheet.votes.count > sheet.needed { fail(sheet.stage, "with \(sheet.votes.count) votes of \(sheet.needed)") }
    guard case .threshold(let rule)? = ballot.rule else { return }
    var (yes, no, cast) = (0, 0, 0)
    if let paper = sheet.paper {
      let count = id.map { paper.cases[$0] ?? Count() } ?? paper.count ?? Count()
      (yes, no, cast) = (count.yes, count.no, paper.returned ?? count.yes + count.no + count.abstain + count.spoiled)
    } else {
      for vote in id.flatMap({ sheet.countedOf[$0] }) ?? sheet.counted ?? Array(sheet.votes.values) {
        let choice: Choice? =
          switch vote {
          case .choice(let choice): choice
          case .marks(let marks): id.flatMap { marks[$0] }
          case .names(let names): id.map { names.contains($0) ? .yes : .abstain }
          }
        cast += 1
        yes += choice == .yes ? 1 : 0
        no += choice == .no ? 1 : 0
      }
    }
    let eligible = sheet.paper?.eligible.map { ballot.isReported ? $0 : sheet.needed } ?? sheet.needed
    let present =
      ballot.isReported
      ? sheet.paper?.present ?? 0 : sheet.present.count { sheet.people.contains($0) && !sheet.gone.contains($0) }
    if let quorum = ballot.attendance, !isMet(quorum, present, of: eligible) {
      fail(sheet.stage, "with \(present) of \(eligible) present")
    }
    let base =
      switch rule.base {
      case .eligible, .weight: eligible
      case .present: present
      case .cast: cast
      case .castWithoutAbstain: yes + no
      }
    if !isMet(rule, yes, of: base) { fail(sheet.stage, "with \(yes) of \(base) in favour") }
  }

  private func isMet(_ rule: Ballot.Threshold, _ count: Int, of base: Int) -> Bool {
    let (left, right) = (count * rule.share.denominator, base * rule.share.numerator)
    return rule.isStrict ? left > right : left >= right
  }

  /// So many working days after the day of posting; those of an objection do not count.
  private mutating func check(_ sheet: Sheet, _ notice: Notice, _ id: CaseID, _ event: Event) {
    guard case .workingDays(let days) = notice.days else { return }
    guard let posted = sheet.posted[id] else { return fail(sheet.stage, "though it was never published") }
    let held = sheet.heldDays[id] ?? []
    let first = posted.day.number + ((notice.counting ?? definition.counting) == .sameDay ? 0 : 1)
    let last = event.at.time == .midnight ? event.at.day.number - 1 : event.at.day.number
    let served = first > last ? 0 : (first...last).count { calendar.isWorking(Day(number: $0), but: held) }
    if served < days { fail(sheet.stage, "after \(served) of \(days) days") }
  }

  /// The child has come to its own end since it began.
  private mutating func checkChild(_ sheet: Sheet, _ owner: CaseID?) {
    let ends = definition.flow(in: sheet.stage)?.stages.filter { stage in
      if case .choice(let branches) = stage.kind { return branches.contains { $0.next == .approved } }
      return stage.next == .approved
    }
    let isPlain = ends?.allSatisfy { !$0.isGateway } ?? false
    let since = passes[sheet.passesBefore...]
    let isOver = ends?.contains { end in
      since.contains(StageKey(owner: owner, stage: end.id.inside(sheet.stage)))
    }
    if isPlain, isOver != true { fail(sheet.stage, "though its sub-flow is not over") }
  }

  /// All branches of a parallel split have been walked when its join goes on.
  private mutating func arrive(_ fork: Fork, _ event: Event) {
    guard fork.isDone, fork.branches.allSatisfy({ $0 == .arrived }), !fork.isChild,
      case .split(let split)? = definition[fork.split]?.kind, !split.isInclusive,
      let begun = forks[ForkKey(owner: event.case, fork: fork.number)]
    else { return }
    for first in split.branches.compactMap(\.next.stage) where definition[first]?.isGateway == false {
      if passes[begun...].contains(StageKey(owner: event.case, stage: first)) { continue }
      failures.append("\(fork.join) goes on, and \(first) has not been passed")
    }
  }
}

extension WorkCalendar {
  fileprivate func isWorking(_ day: Day, but held: Set<Day>) -> Bool {
    let isOff = holidays.contains(day) || (day.isWeekend && !workedWeekendDays.contains(day))
    return !isOff && !held.contains(day)
  }
}
