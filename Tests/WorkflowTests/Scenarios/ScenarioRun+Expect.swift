import YAML

@testable import Workflow

extension ScenarioRun {
  /// The view after the step; only what is given is compared.
  mutating func check(_ expect: Node, _ refusal: Refusal.Code?, _ number: Int, _ verb: String) {
    let place = "\(scenario.id) step \(number) \(verb)"
    let expected = expect["refused"]?.scalar?.text
    if refusal?.rawValue != expected {
      failures.append("\(place): refused \(refusal?.rawValue ?? "nothing"), expected \(expected ?? "nothing")")
    }
    checkView(expect, machine.view(round, at: now), round.isLone ? round.order.first : nil, place)
    for entry in expect["cases"]?.mapping ?? [] {
      let id = CaseID(entry.keyText)
      checkView(entry.value, machine.view(of: id, in: round, at: now), id, "\(place) \(id)")
    }
    checkLog(expect, place)
    if let path = expect["path"] { checkPath(path, place) }
    for entry in expect["outbox"]?.mapping ?? [] {
      let waiting = outbox.count { $0.listener == entry.keyText }
      compare(String(waiting), entry.value.scalar?.text, "\(place) outbox \(entry.keyText)")
    }
    for entry in expect["refused_count"]?.mapping ?? [] {
      compare(String(refusals[entry.keyText] ?? 0), entry.value.scalar?.text, "\(place) refused \(entry.keyText)")
    }
    if let version = number_(expect["state_version"]) {
      let actual = round.isLone ? round.order.first.flatMap { round.cases[$0]?.version } : round.version
      compare(actual.map(String.init), String(version), "\(place) state_version")
    }
    if let version = number_(expect["def_version"]) {
      compare(String(round.definitionVersion), String(version), "\(place) def_version")
    }
  }

  private mutating func checkPath(_ expected: Node, _ place: String) {
    let wanted = (expected.sequence ?? []).map { pair in
      (pair.sequence ?? []).compactMap { $0.scalar?.text }.joined(separator: " ")
    }
    let found = simulated?.path.map { "\($0.stage) \($0.actor)" } ?? []
    if found != wanted { failures.append("\(place): path \(found), expected \(wanted)") }
  }

  private mutating func checkView(_ expect: Node, _ view: View, _ id: CaseID?, _ place: String) {
    if let state = expect["state"]?.scalar?.text { compare(view.state.rawValue, state, "\(place) state") }
    if let active = expect["active"] { checkActive(active, view, place) }
    if let closed = expect["closed"] { checkClosed(closed, place) }
    if let due = expect["due"]?.scalar?.text { compare(view.due?.description, due, "\(place) due") }
    if let stage = expect["stands_at"]?.scalar?.text { compare(view.standsAt?.rawValue, stage, "\(place) stands_at") }
    if let outcome = expect["outcome"]?.scalar?.text {
      compare(view.isVoid ? "void" : view.standing?.rawValue, outcome, "\(place) outcome")
    }
    if let incident = expect["incident"] {
      let expected = "\(incident["stage"]?.scalar?.text ?? ""): \(incident["cause"]?.scalar?.text ?? "")"
      compare(view.incident.map { "\($0.stage): \($0.cause.code)" }, expected, "\(place) incident")
    }
    for entry in expect["tally"]?.mapping ?? [] {
      compare(
        tally(entry.keyText, view, id).map(String.init), entry.value.scalar?.text, "\(place) tally \(entry.keyText)")
    }
  }

  private mutating func checkActive(_ expected: Node, _ view: View, _ place: String) {
    let wanted = (expected.mapping ?? []).map { entry in
      "\(entry.keyText): \((entry.value.sequence ?? []).compactMap { $0.scalar?.text }.sorted())"
    }.sorted()
    let found = view.active.map { "\($0.key): \($0.value.map(\.rawValue).sorted())" }.sorted()
    if found != wanted { failures.append("\(place): active \(found), expected \(wanted)") }
  }

  private mutating func checkClosed(_ expected: Node, _ place: String) {
    let wanted = (expected.mapping ?? []).map { "\($0.keyText): \($0.value.scalar?.text ?? "")" }.sorted()
    let found = closedTasks.map { "\($0.key): \($0.value)" }.sorted()
    if found != wanted { failures.append("\(place): closed \(found), expected \(wanted)") }
  }

  private func tally(_ key: String, _ view: View, _ id: CaseID?) -> Int? {
    let own = id.flatMap { round.cases[$0]?.openings } ?? []
    let opening = (own + round.openings.filter { opening in id.map { opening.cases.contains($0) } ?? true })
      .last { $0.vote != nil || !$0.slots.isEmpty }
    switch key {
    case "approve": return opening?.approvals
    case "written": return opening?.vote?.writtenOpinions
    case "seats_left": return opening?.vote?.seatsLeft
    case "eligible": return view.tally?.eligible
    case "present": return view.tally?.present
    case "issued": return view.tally?.issued
    case "returned": return view.tally?.returned
    case "yes": return view.tally?.count.yes
    case "no": return view.tally?.count.no
    case "abstain": return view.tally?.count.abstain
    case "spoiled": return view.tally?.count.spoiled
    default: return nil
    }
  }

  // MARK: - Log

  private mutating func checkLog(_ expect: Node, _ place: String) {
    let patterns = (expect["log"]?.sequence ?? []).compactMap { $0.scalar?.text }
    var rest = patterns[...]
    for entry in round.log {
      if let next = rest.first, Pattern(next).matches(entry) { rest = rest.dropFirst() }
    }
    if let missing = rest.first {
      failures.append("\(place): log has no “\(missing)” in order: \(round.log.map(\.description))")
    }
    for entry in expect["log_count"]?.mapping ?? [] {
      let found = round.log.count { Pattern(entry.keyText).matches($0) }
      compare(String(found), entry.value.scalar?.text, "\(place) log_count \(entry.keyText)")
    }
  }

  private mutating func compare(_ found: String?, _ expected: String?, _ what: String) {
    if found != expected { failures.append("\(what): \(found ?? "nothing"), expected \(expected ?? "nothing")") }
  }

  func number_(_ node: Node?) -> Int? { node?.scalar.flatMap { Int($0.text) } }

  /// `verb actor [-> actor] [stage]`; parts left out are not compared.
  private struct Pattern {
    let verb: String
    var actor: String?
    var whom: String?
    var stage: String?

    init(_ text: String) {
      var words = text.split(separator: " ").map(String.init)
      verb = words.isEmpty ? "" : words.removeFirst()
      if words.first != nil, words.first != "->" { actor = words.removeFirst() }
      if words.first == "->", words.count > 1 {
        whom = words[1]
        words.removeFirst(2)
      }
      stage = words.first
    }

    func matches(_ entry: LogEntry) -> Bool {
      entry.verb == verb && (actor == nil || entry.actor.rawValue == actor)
        && (whom == nil || entry.whom?.rawValue == whom) && (stage == nil || entry.stage?.rawValue == stage)
    }
  }
}
