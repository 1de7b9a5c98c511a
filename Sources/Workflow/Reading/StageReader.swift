import Diagnostics
import YAML
import Outcomes

/// The words that stand under `type`.
enum StageType: String, CaseIterable {
  case form, approve, vote, score, rules, shortlist, notice, objection, choice, split, join, subflow, cc, manage

  /// The keys that only stages of this type have.
  var keys: [String] {
    switch self {
    case .form: ["resubmit"]
    case .rules, .join, .cc: []
    case .manage: ["valid", "review", "warning", "suspension", "revocation"]
    case .approve:
      [
        "mode", "act", "expand", "dedup", "stop_when", "claim", "take_back", "redelegate", "self_approval",
        "signed_fields", "collect_all", "no_reply", "may_add", "may_remove", "exclude", "alternates", "assess",
        "corrections",
      ]
    case .shortlist: ["mode", "act", "take_back", "may_add", "may_remove"]
    case .vote:
      [
        "rule", "weights", "early", "secret", "attendance", "teller", "proxy", "chair_last", "seats", "max_choices",
        "tie", "more_than_seats", "ballot", "electorate", "adjourn", "min_electors", "recused", "ties", "alternates",
        "yes_share", "chair", "online", "unit_notice",
      ]
    case .score: ["field", "valid", "drop", "max", "alternates"]
    case .notice:
      [
        "counting", "days", "ends_at", "objection_to", "on_objection", "restart_after", "on_founded", "on_change",
        "anonymous", "clues_to", "posted_field",
      ]
    case .objection: ["on_founded", "on_partly", "admission", "prolongation", "settlers"]
    case .choice: ["branches"]
    case .split: ["mode", "branches", "join"]
    case .subflow: ["flow", "on_child_rejected"]
    }
  }

  static let commonKeys = [
    "id", "type", "scope", "name", "basis", "who", "next", "on_reject", "phase", "gives", "due", "grace", "on_due",
    "on_until", "escalate_to", "clock", "remind", "urge", "max_returns", "returns", "return_policy", "recusal",
    "min_signers", "may_cancel", "closes", "draw",
  ]
}

extension FileReader {
  mutating func stage(_ node: Node) -> Stage? {
    guard node.mapping != nil else {
      report(.notAMapping, at: node.span)
      return nil
    }
    guard let idNode = node["id"] else {
      report(.missingKey, at: node.span, ["name": "id"])
      return nil
    }
    guard let typeNode = node["type"] else {
      report(.missingKey, at: idNode.span, ["name": "type"])
      return nil
    }
    guard let id = name(idNode, StageID.self), let type = word(typeNode, StageType.self) else { return nil }
    if id.holder != nil { report(.slashInName, at: idNode.span, ["name": id.rawValue]) }
    guard let keys = stageKeys(node, type) else { return nil }
    guard let kind = kind(keys, type) else { return nil }
    var stage = Stage(id: id, span: idNode.span, kind: kind)
    readCommon(keys, &stage)
    readTimes(keys, &stage)
    readReturns(keys, &stage)
    return stage
  }

  /// A key of another type of stage is not merely unknown.
  private mutating func stageKeys(_ node: Node, _ type: StageType) -> Keys? {
    let allowed = StageType.commonKeys + type.keys
    let elsewhere = Set(StageType.allCases.flatMap(\.keys)).subtracting(allowed)
    for entry in node.mapping ?? [] where elsewhere.contains(entry.keyText) {
      report(.keyOfOtherType, at: entry.key.span, ["name": entry.keyText, "type": type.rawValue])
    }
    let rest = (node.mapping ?? []).filter { !elsewhere.contains($0.keyText) }
    return keys(Node(.mapping(rest), at: node.span), allowed)
  }

  private mutating func readCommon(_ keys: Keys, _ stage: inout Stage) {
    stage.name = text(keys["name"])
    stage.basis = text(keys["basis"])
    stage.scope = word(keys["scope"], Stage.Scope.self) ?? .case
    stage.takesResubmissions = word(keys["resubmit"], LatestRule.self) != nil
    stage.who = who(keys["who"])
    stage.next = name(keys["next"], StageID.self).map { Target($0) }
    stage.nextSpan = keys["next"]?.span
    if keys["on_reject"]?.scalar?.text == RejectRule.forbidden.rawValue, case .approve = stage.kind {
      stage.isRejectable = false
    } else {
      stage.onReject = action(keys["on_reject"])
    }
    stage.phase = word(keys["phase"], Phase.self)
    stage.gives = word(keys["gives"], Outcome.self)
    stage.minSigners = integer(keys["min_signers"], in: 1...1000) ?? 1
    stage.mayCancel = who(keys["may_cancel"])
    if let node = keys["recusal"] { stage.recusal = recusal(node) }
    stage.draw = keys["draw"].flatMap { draw($0) }
    for entry in keys["closes"]?.mapping ?? [] {
      guard let hold = word(entry.key, Stage.Hold.self), let outcome = word(entry.value, Outcome.self) else { continue }
      stage.closes[hold] = outcome
    }
  }

  private mutating func readTimes(_ keys: Keys, _ stage: inout Stage) {
    stage.due = keys["due"].flatMap { due($0) }
    stage.grace = span(keys["grace"])
    stage.onDue = dueAction(keys["on_due"])
    stage.onUntil = dueAction(keys["on_until"])
    stage.escalateTo = who(keys["escalate_to"])
    stage.clock = word(keys["clock"], ClockRule.self) ?? .restart
    if let node = keys["remind"], let keys = self.keys(node, ["moment", "max"]) {
      _ = word(keys["moment"], RemindMoment.self)
      stage.remind = integer(keys["max"]) ?? 1
    }
    if let node = keys["urge"], let keys = self.keys(node, ["per", "max"]) {
      _ = word(keys["per"], UrgePeriod.self)
      stage.urgesPerDay = integer(keys["max"]) ?? 1
    }
  }

  /// A period, an instant, or both with a common deadline.
  private mutating func due(_ node: Node) -> DueRule? {
    if node.mapping != nil {
      guard let keys = keys(node, ["within", "not_before", "until", "counting"]) else { return nil }
      return DueRule(
        within: span(keys["within"]), notBefore: text(keys["not_before"]), until: text(keys["until"]),
        counting: word(keys["counting"], Counting.self))
    }
    guard let text = text(node) else { return nil }
    if let span = TimeSpan(text) { return DueRule(within: span) }
    if let instant = Instant(text) { return DueRule(at: instant) }
    report(.badDeadline, at: node.span, ["text": text])
    return nil
  }

  private mutating func readReturns(_ keys: Keys, _ stage: inout Stage) {
    stage.returns.limit = integer(keys["max_returns"], in: 0...100)
    if let policy = word(keys["return_policy"], ReturnRule.Policy.self) { stage.returns.policy = policy }
    guard let node = keys["returns"],
      let keys = self.keys(node, ["limit", "within", "clock", "overdue", "exhausted", "policy"])
    else { return }
    if let limit = integer(keys["limit"], in: 0...100) { stage.returns.limit = limit }
    stage.returns.within = span(keys["within"])
    if let clock = word(keys["clock"], ClockRule.self) { stage.clock = clock }
    stage.returns.overdue = word(keys["overdue"], Outcome.self)
    stage.returns.exhausted = word(keys["exhausted"], Outcome.self)
    if let policy = word(keys["policy"], ReturnRule.Policy.self) { stage.returns.policy = policy }
  }

  private mutating func kind(_ keys: Keys, _ type: StageType) -> Stage.Kind? {
    switch type {
    case .form: .form
    case .approve: .approve(approval(keys))
    case .shortlist: .approve(shortlist(keys))
    case .vote: .vote(ballot(keys))
    case .score: scoring(keys).map { .score($0) }
    case .rules: .rules
    case .notice: .notice(notice(keys))
    case .objection: .objection(inquiry(keys))
    case .choice: .choice(branches(keys["branches"], keys.span))
    case .split: .split(split(keys))
    case .join: .join
    case .subflow: text(required(keys, "flow")).map { .subflow($0, onChildRejected: action(keys["on_child_rejected"])) }
    case .cc: .cc
    case .manage: .manage(management(keys))
    }
  }

  private mutating func approval(_ keys: Keys) -> Approval {
    var approval = Approval()
    approval.mode = word(keys["mode"], Approval.Mode.self) ?? .all
    if let act = word(keys["act"], ApprovalAct.self) { approval.act = act.verb }
    approval.expansion = word(keys["expand"], Approval.Expansion.self) ?? .allMembers
    approval.dedups = word(keys["dedup"], Dedup.self) != Dedup.none
    approval.stopWhen = guardText(keys["stop_when"])
    approval.needsClaim = word(keys["claim"], Required.self) != nil
    approval.takeBack = word(keys["take_back"], Approval.TakeBack.self)
    approval.redelegates = boolean(keys["redelegate"]) ?? false
    approval.selfApproval = word(keys["self_approval"], Approval.SelfApproval.self) ?? .superior
    if let entries = keys["signed_fields"]?.mapping {
      for entry in entries { approval.fieldsOfRole[RoleName(entry.keyText)] = texts(entry.value) }
    } else {
      approval.signedFields = texts(keys["signed_fields"])
    }
    approval.assessesReplies = word(keys["assess"], AssessRule.self) != nil
    approval.takesCorrections = word(keys["corrections"], LatestRule.self) != nil
    approval.collectsAll = boolean(keys["collect_all"]) ?? false
    approval.noReplyIsPending = word(keys["no_reply"], NoReply.self) != nil
    if keys["may_add"] != nil { approval.mayAdd = who(keys["may_add"]) }
    approval.mayRemove = who(keys["may_remove"])
    approval.excludesDeciders = word(keys["exclude"], Exclusion.self) != nil
    approval.alternates = names(keys["alternates"], ActorID.self)
    return approval
  }

  private mutating func inquiry(_ keys: Keys) -> Inquiry {
    var inquiry = Inquiry()
    if let founded = action(keys["on_founded"]) { inquiry.onFounded = founded }
    inquiry.admission = span(keys["admission"])
    inquiry.prolongation = span(keys["prolongation"])
    inquiry.partlyRunsRules = word(keys["on_partly"], PartlyRule.self) != nil
    if let node = keys["settlers"], let keys = self.keys(node, ["at_least"]) {
      inquiry.minSettlers = integer(required(keys, "at_least"), in: 1...1000) ?? 1
    }
    return inquiry
  }

  private mutating func shortlist(_ keys: Keys) -> Approval {
    var approval = approval(keys)
    if keys["act"] == nil { approval.act = .confirm }
    approval.confirmsRanking = true
    return approval
  }

  private mutating func scoring(_ keys: Keys) -> Scoring? {
    guard let field = text(required(keys, "field")) else { return nil }
    var scoring = Scoring(field: field, minValid: 1, dropsHighest: 0, dropsLowest: 0, max: 100, alternates: [])
    if let node = keys["valid"], let keys = self.keys(node, ["at_least"]) {
      scoring.minValid = integer(keys["at_least"], in: 1...1000) ?? 1
    }
    if let node = keys["drop"], let keys = self.keys(node, ["highest", "lowest"]) {
      scoring.dropsHighest = integer(keys["highest"], in: 0...100) ?? 0
      scoring.dropsLowest = integer(keys["lowest"], in: 0...100) ?? 0
    }
    if let max = integer(keys["max"], in: 1...100_000) { scoring.max = max }
    scoring.alternates = names(keys["alternates"], ActorID.self)
    return scoring
  }

  private mutating func branches(_ node: Node?, _ span: Span) -> [Branch] {
    if node == nil { report(.missingKey, at: span, ["name": "branches"]) }
    return sequence(node).compactMap { item in
      guard let keys = keys(item, ["when", "default", "next"]), let next = name(required(keys, "next"), StageID.self)
      else { return nil }
      return Branch(
        when: guardText(keys["when"]), isDefault: boolean(keys["default"]) ?? false, next: Target(next),
        span: keys["next"]?.span ?? item.span)
    }
  }

  private mutating func split(_ keys: Keys) -> Split {
    Split(
      isInclusive: word(keys["mode"], SplitMode.self) == .inclusive, branches: branches(keys["branches"], keys.span),
      join: name(keys["join"], StageID.self))
  }
}

enum ApprovalAct: String, CaseIterable {
  case approve, confirm, publish, name, archive

  var verb: Verb { Verb(rawValue: rawValue) ?? .approve }
}

enum Dedup: String, CaseIterable {
  case keepFirst = "keep_first"
  case none
}

enum RejectRule: String, CaseIterable { case forbidden }
enum AssessRule: String, CaseIterable { case eachReply = "each_reply" }
enum LatestRule: String, CaseIterable { case latestCounts = "latest_counts" }
enum PartlyRule: String, CaseIterable { case rules }
enum NoReply: String, CaseIterable { case pending }
enum Exclusion: String, CaseIterable { case deciders }
enum SplitMode: String, CaseIterable { case parallel, inclusive }
enum RemindMoment: String, CaseIterable { case dueDayStart = "due_day_start" }
enum UrgePeriod: String, CaseIterable { case workingDay = "working_day" }
