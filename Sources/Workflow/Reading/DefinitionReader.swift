public import Diagnostics
public import YAML
import Outcomes

extension WorkflowDefinition {
  /// Reads the body of a workflow file. Everything that is wrong is reported, all at once, each at its own place.
  ///
  /// `nil` only if there is no list of stages at all; whether it may be used is for the log to say.
  public static func read(_ node: Node, log: inout DiagnosticLog) -> WorkflowDefinition? {
    var reader = FileReader()
    guard let definition = reader.definition(node) else {
      log.report(contentsOf: reader.log.diagnostics)
      return nil
    }
    log.report(contentsOf: reader.log.diagnostics)
    for finding in definition.findings(unread: reader.unread) {
      if case .unknownFlow(let name) = finding.code, reader.unreadFlows.contains(name) { continue }
      log.report(finding.diagnostic(definition))
    }
    return definition
  }
}

extension FileReader {
  static let definitionKeys = [
    "name", "version", "stages", "counting", "ends_at", "deadlines", "office", "administrators", "may_suspend",
    "dedup_stages", "withdraw", "appeal", "unique_by", "flows", "listeners", "pending", "reserve", "beyond_calendar",
    "afterwards",
  ]

  package mutating func definition(_ node: Node) -> WorkflowDefinition? {
    guard let keys = keys(node, Self.definitionKeys), var definition = stages(keys, node) else { return nil }
    readGeneral(keys, &definition)
    readPeople(keys, &definition)
    readFlows(keys, &definition)
    checkNames(keys, definition)
    checkFlows(keys, definition)
    return definition
  }

  /// `nil` without any stage that can be read.
  mutating func stages(_ keys: Keys, _ node: Node) -> WorkflowDefinition? {
    guard let list = keys["stages"], list.sequence?.isEmpty == false else {
      let isEmpty = keys["stages"]?.sequence?.isEmpty == true
      report(isEmpty ? .noStages : .missingKey, at: keys["stages"]?.span ?? node.span, ["name": "stages"])
      return nil
    }
    var definition = WorkflowDefinition(stages: [])
    for item in sequence(list) {
      if let stage = stage(item) {
        definition.stages.append(stage)
      } else if let id = item["id"]?.scalar?.text {
        unread.insert(StageID(id))
      }
    }
    return definition.stages.isEmpty ? nil : definition
  }

  private mutating func readGeneral(_ keys: Keys, _ definition: inout WorkflowDefinition) {
    definition.name = text(keys["name"])
    if let version = integer(keys["version"], in: 1...1_000_000) { definition.version = version }
    if let counting = word(keys["counting"], Counting.self) { definition.counting = counting }
    definition.endsAt = clockTime(keys["ends_at"])
    definition.dedupsConsecutive = word(keys["dedup_stages"], Consecutive.self) != nil
    definition.uniqueBy = texts(keys["unique_by"])
    _ = word(keys["beyond_calendar"], BeyondCalendar.self)
    definition.afterwards = name(keys["afterwards"], StageID.self)
    for entry in keys["deadlines"]?.mapping ?? [] {
      if let deadline = deadline(entry, definition.counting) { definition.deadlines.append(deadline) }
    }
    for item in list(keys["listeners"]) {
      guard let keys = self.keys(item, ["event", "call"]), let event = word(keys["event"], ListenerEvent.self),
        let call = text(required(keys, "call"))
      else { continue }
      definition.listeners.append(Listener(event: event.rawValue, call: call))
    }
  }

  private mutating func deadline(_ entry: Node.Entry, _ counting: Counting) -> NamedDeadline? {
    guard let keys = keys(entry.value, ["from", "within", "counting"]),
      let from = name(required(keys, "from"), StageID.self), let within = span(required(keys, "within"))
    else { return nil }
    return NamedDeadline(
      name: entry.keyText, from: from, within: within, counting: word(keys["counting"], Counting.self) ?? counting)
  }

  private mutating func readPeople(_ keys: Keys, _ definition: inout WorkflowDefinition) {
    if keys["office"] != nil { definition.office = who(keys["office"]) }
    if keys["administrators"] != nil { definition.administrators = who(keys["administrators"]) }
    definition.maySuspend = who(keys["may_suspend"])
    definition.withdrawal = keys["withdraw"].flatMap { withdrawal($0) }
    definition.appeal = keys["appeal"].flatMap { appeal($0) }
    definition.pending = keys["pending"].flatMap { pending($0) }
    definition.reserve = keys["reserve"].flatMap { reserve($0) }
  }

  private mutating func withdrawal(_ node: Node) -> Withdrawal? {
    guard let keys = keys(node, ["until", "outcome", "given_up_after"]) else { return nil }
    let until = name(required(keys, "until"), StageID.self)
    return Withdrawal(
      until: until == "first_action" ? nil : until, outcome: word(keys["outcome"], Outcome.self),
      givenUpAfter: name(keys["given_up_after"], StageID.self))
  }

  private mutating func appeal(_ node: Node) -> AppealRule? {
    guard let keys = keys(node, ["within", "times", "stage", "on_upheld", "on_dismissed"]),
      let within = span(required(keys, "within")), let stage = name(required(keys, "stage"), StageID.self),
      let upheld = action(required(keys, "on_upheld"))
    else { return nil }
    return AppealRule(
      within: within, times: integer(keys["times"]) ?? 1, stage: stage, onUpheld: upheld,
      onDismissed: action(keys["on_dismissed"]) ?? .end(nil))
  }

  private mutating func pending(_ node: Node) -> PendingRule? {
    guard let keys = keys(node, ["may_pass_until", "by", "reason", "stops_before"]),
      let until = name(required(keys, "may_pass_until"), StageID.self)
    else { return nil }
    _ = word(keys["reason"], Required.self)
    return PendingRule(
      mayPassUntil: until, by: who(required(keys, "by")), stopsBefore: names(keys["stops_before"], StageID.self))
  }

  private mutating func reserve(_ node: Node) -> ReserveRule? {
    guard let keys = keys(node, ["within", "rounds", "stage"]), let within = span(required(keys, "within")),
      let stage = name(required(keys, "stage"), StageID.self)
    else { return nil }
    return ReserveRule(within: within, rounds: integer(keys["rounds"]) ?? 1, stage: stage)
  }

  package mutating func required(_ keys: Keys, _ key: String) -> Node? {
    if keys[key] == nil { report(.missingKey, at: keys.span, ["name": key]) }
    return keys[key]
  }

  // MARK: - People and actions

  mutating func who(_ node: Node?) -> [Assignee] { list(node).compactMap { assignee($0) } }

  private mutating func assignee(_ node: Node) -> Assignee? {
    guard node.mapping != nil else { return name(node, ActorID.self).map { .actor($0) } }
    guard let keys = keys(node, ["role", "same_company", "superior_of", "initiator", "signers"]) else { return nil }
    if let role = name(keys["role"], RoleName.self) {
      return .role(role, sameCompany: boolean(keys["same_company"]) ?? false)
    }
    if let actor = name(keys["superior_of"], ActorID.self) { return .superior(of: actor) }
    if boolean(keys["initiator"]) == true { return .initiator }
    if boolean(keys["signers"]) == true { return .signers }
    report(.badAssignee, at: node.span)
    return nil
  }

  /// `end`, `end:withdrawn`, `return:S`, `go:S`, `reopen:S`, `rules`.
  mutating func action(_ node: Node?) -> Action? {
    guard let node, let text = text(node) else { return nil }
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let rest = parts.count == 2 ? String(parts[1]).drop { $0 == " " } : ""
    switch (parts.first.map(String.init) ?? "", rest.isEmpty) {
    case ("end", true) where parts.count == 1: return .end(nil)
    case ("end", false): if let outcome = Outcome(rawValue: String(rest)) { return .end(outcome) }
    case ("return", false): return .sendBack(StageID(String(rest)))
    case ("go", false): return .go(StageID(String(rest)))
    case ("reopen", false): return .reopen(StageID(String(rest)))
    case ("rules", true) where parts.count == 1: return .leaveToRules
    default: break
    }
    report(.badAction, at: node.span, ["text": text])
    return nil
  }

  mutating func dueAction(_ node: Node?) -> DueAction? {
    guard let node, let text = text(node) else { return nil }
    if text == "escalate" { return .escalate }
    switch action(node) {
    case .end(let outcome)?: return .end(outcome)
    case .go(let stage)?: return .go(stage)
    case nil: return nil
    case .sendBack?, .reopen?, .leaveToRules?:
      report(.badAction, at: node.span, ["text": text])
      return nil
    }
  }

  mutating func guardText(_ node: Node?) -> GuardText? {
    guard let node, text(node) != nil else { return nil }
    return node.scalar.map { GuardText(fragment: $0.fragment) }
  }
}

// Keys with one possible word: written out, so that the file says it, not the code.
enum Consecutive: String, CaseIterable { case consecutive }
enum BeyondCalendar: String, CaseIterable { case provisional }
enum Required: String, CaseIterable { case required }
enum ListenerEvent: String, CaseIterable { case stageEntered = "stage_entered" }
