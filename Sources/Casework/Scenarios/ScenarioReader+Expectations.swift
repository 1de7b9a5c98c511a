import Diagnostics
import Outcomes
import Workflow
import YAML

extension ScenarioReader {
  private static let viewKeys = ["state", "active", "closed", "tally", "due", "incident", "outcome"]
  private static let expectationKeys =
    [
      "instance", "refused", "findings", "outbox", "state_version", "def_version", "entry", "path", "log", "log_count",
      "refused_count", "cases", "note",
    ] + viewKeys

  /// What is misspelt here would otherwise never be compared: every key and every code is one that there is.
  mutating func expectation(_ node: Node) -> Expectation? {
    guard let keys = reader.keys(node, Self.expectationKeys) else { return nil }
    var expectation = Expectation(span: node.span)
    if let instance = reader.integer(keys["instance"], in: 1...10_000) { expectation.instance = instance }
    expectation.refused = expected(keys["refused"]) { $0.word($1, Refusal.Code.self) }
    expectation.findings = findings(keys["findings"])
    expectation.outbox = counts(keys["outbox"]).map { (listener: $0.key.keyText, count: $0.count) }
    expectation.stateVersion = expected(keys["state_version"]) { $0.integer($1) }
    expectation.definitionVersion = expected(keys["def_version"]) { $0.integer($1) }
    expectation.entry = expected(keys["entry"]) { $0.integer($1) }
    expectation.path = path(keys["path"])
    expectation.log = reader.sequence(keys["log"]).compactMap { node in
      pattern(node).map { Expected(value: $0, span: node.span) }
    }
    expectation.logCounts = counts(keys["log_count"]).compactMap { entry in
      pattern(entry.key.key).map { (pattern: $0, count: entry.count) }
    }
    expectation.refusedCounts = counts(keys["refused_count"]).compactMap { entry in
      reader.word(entry.key.key, Refusal.Code.self).map { (code: $0, count: entry.count) }
    }
    for entry in keys["cases"].map({ entries(of: $0) }) ?? [] {
      guard let id = caseID(entry.key), let keys = reader.keys(entry.value, Self.viewKeys + ["stands_at"]) else {
        continue
      }
      expectation.cases.append((id: id, view: view(keys)))
    }
    _ = reader.text(keys["note"])
    expectation.view = view(keys)
    return expectation
  }

  private mutating func view(_ keys: Keys) -> ExpectedView {
    var view = ExpectedView()
    view.state = expected(keys["state"]) { $0.word($1, Case.State.self) }
    view.active = active(keys["active"])
    view.closed = closed(keys["closed"])
    view.tally = counts(keys["tally"]).compactMap { entry in
      reader.word(entry.key.key, TallyKey.self).map { (key: $0, count: entry.count) }
    }
    view.due = expected(keys["due"]) { $0.instant($1) }
    view.incident = incident(keys["incident"])
    view.outcome = expected(keys["outcome"]) { $0.word($1, among: Self.outcomes) }
    if let node = keys["stands_at"] { view.standsAt = stage(node).map { Expected(value: $0, span: node.span) } }
    return view
  }

  /// Of a count, of a verified log, of a case in a ballot, and of a case at its end.
  private static let outcomes: [String] = {
    let all =
      ["void", "intact", "broken"] + VoteSession.Standing.allCases.map(\.rawValue) + Outcome.allCases.map(\.rawValue)
    return all.enumerated().filter { index, word in !all.prefix(index).contains(word) }.map(\.element)
  }()

  private mutating func active(_ node: Node?) -> Expected<[StageID: [ActorID]]>? {
    guard let node else { return nil }
    var found: [StageID: [ActorID]] = [:]
    for entry in entries(of: node) {
      guard let stage = stage(entry.key) else { continue }
      found[stage] = reader.sequence(entry.value).compactMap { actor($0) }
    }
    return Expected(value: found, span: node.span)
  }

  private mutating func closed(_ node: Node?) -> Expected<[ActorID: Slot.Ending]>? {
    guard let node else { return nil }
    var found: [ActorID: Slot.Ending] = [:]
    for entry in entries(of: node) {
      guard let actor = actor(entry.key), let ending = reader.word(entry.value, Slot.Ending.self) else { continue }
      found[actor] = ending
    }
    return Expected(value: found, span: node.span)
  }

  private mutating func incident(_ node: Node?) -> Expected<ExpectedIncident>? {
    guard let node, let keys = reader.keys(node, ["stage", "cause"]),
      let stage = reader.required(keys, "stage").flatMap({ stage($0) }),
      let cause = code(reader.required(keys, "cause"), among: Incident.Cause.codes, withArgument: ["unknown_name"])
    else { return nil }
    return Expected(value: ExpectedIncident(stage: stage, cause: cause), span: node.span)
  }

  private mutating func findings(_ node: Node?) -> Expected<[String]>? {
    guard let node else { return nil }
    let found = reader.sequence(node).compactMap { item -> String? in
      guard let keys = reader.keys(item, ["stage", "code"]), let place = reader.required(keys, "stage"),
        let stage = place.scalar?.text == "approved" ? StageID("approved") : stage(place),
        let code = code(reader.required(keys, "code"), among: Finding.Code.codes, withArgument: ["unknown_target"])
      else { return nil }
      return "\(stage): \(code)"
    }
    return Expected(value: found, span: node.span)
  }

  /// A code, or one with an argument behind a colon: `unknown_name: bar`.
  private mutating func code(_ node: Node?, among codes: [String], withArgument others: [String]) -> String? {
    guard let node, let text = reader.text(node) else { return nil }
    for other in others where text.hasPrefix("\(other): ") && text.count > other.count + 2 { return text }
    return reader.word(node, among: codes)
  }

  private mutating func path(_ node: Node?) -> Expected<[PathStep]>? {
    guard let node else { return nil }
    let found = reader.sequence(node).compactMap { item -> PathStep? in
      guard let pair = item.sequence, pair.count == 2 else {
        reader.report(.badPathStep, at: item.span)
        return nil
      }
      guard let stage = stage(pair[0]), let actor = actor(pair[1]) else { return nil }
      return PathStep(stage: stage, actor: actor)
    }
    return Expected(value: found, span: node.span)
  }

  private mutating func counts(_ node: Node?) -> [(key: Node.Entry, count: Expected<Int>)] {
    guard let node else { return [] }
    return entries(of: node).compactMap { entry in
      expected(entry.value) { $0.integer($1) }.map { (key: entry, count: $0) }
    }
  }

  // MARK: Names

  private mutating func stage(_ node: Node) -> StageID? {
    guard let name = reader.name(node, StageID.self) else { return nil }
    guard stages.contains(name.rawValue) else {
      reader.unknown(.unknownStageOfScenario, name.rawValue, at: node.span, among: stages)
      return nil
    }
    return name
  }

  private mutating func actor(_ node: Node) -> ActorID? {
    checkActor(node)
    return reader.name(node, ActorID.self)
  }

  private mutating func pattern(_ node: Node) -> LogPattern? {
    guard let text = reader.text(node) else { return nil }
    do throws(LogPattern.Fault) {
      let (people, stages) = (people, stages)
      return try LogPattern(text) {
        people.contains($0)
      } isStage: {
        stages.contains($0)
      }
    } catch {
      switch error {
      case .form: reader.report(.badLogPattern, at: node.span)
      case .unknownVerb(let verb): reader.unknown(.unknownLogVerb, verb, at: node.span, among: LogPattern.verbs)
      case .unknownName(let name): reader.unknown(.unknownLogName, name, at: node.span, among: people + stages)
      }
      return nil
    }
  }
}

extension Incident.Cause {
  fileprivate static let codes = [
    noAssignee.code, noSuccessor.code, noBranch.code, tooFewSigners.code, selfApproval.code,
  ]
}

extension Finding.Code {
  fileprivate static let codes = [
    duplicateID, noAssignee, unreachable, noJoin, reachedTwice, deadlock, noEnd,
  ].map(\.text)
}
