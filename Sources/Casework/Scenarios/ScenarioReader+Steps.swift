import Diagnostics
import Outcomes
import Workflow
import YAML

/// What a scenario's runner does, beside the commands of the language.
enum RunnerCommand: String, CaseIterable {
  case castMany = "cast_many"
  case ballots, concurrently
  case saveRestore = "save_restore"
  case validate, simulate, deliver, tamper
  case verifyLog = "verify_log"

  /// What stands beside the keys that every step may have.
  var keys: [String] {
    switch self {
    case .castMany: ["choices", "case"] + Self.givens
    case .ballots: ["count", "case"] + Self.givens
    case .concurrently: ["commands", "interleavings", "copies"] + Self.givens
    case .saveRestore, .verifyLog: []
    case .validate: []
    case .simulate: ["data"]
    case .deliver: ["fault"]
    case .tamper: ["entry", "change"]
    }
  }

  /// What the rules say from then on.
  static let givens = ["rules_say", "ranking"]
}

extension ScenarioReader {
  /// Whatever a step does; who does it, and why, is for the reader where the runner does it.
  private static let commonKeys = ["do", "by", "at", "instance", "expect", "reason"]
  /// What the rules say, and which listeners fail, during a command.
  private static let givenKeys = RunnerCommand.givens + ["fault"]

  mutating func step(_ node: Node) -> ScenarioStep? {
    guard let word = word(of: node) else { return nil }
    let runner = RunnerCommand(rawValue: word.text)
    let read = word.text == Verb.deploy.rawValue ? deployment(node) : runner.map { act($0, node) } ?? command(node)
    guard let act = read else { return nil }
    checkPeople(node)
    return ScenarioStep(
      word: word.text, span: word.span, actor: reader.list(node["by"]).first?.scalar.map { ActorID($0.text) },
      at: node["at"].flatMap { reader.instant($0) }, instance: instance(node["instance"]), act: act,
      faults: faults(node["fault"]), givens: givens(node), expectation: node["expect"].flatMap { expectation($0) })
  }

  private mutating func word(of node: Node) -> (text: String, span: Span)? {
    guard node.mapping != nil else {
      reader.report(.mappingExpected, at: node.span)
      return nil
    }
    guard let place = node["do"] else {
      reader.report(.stepWithoutCommand, at: node.span)
      return nil
    }
    let words = Verb.allCases.map(\.rawValue) + RunnerCommand.allCases.map(\.rawValue)
    return reader.word(place, among: words).map { ($0, place.span) }
  }

  private mutating func instance(_ node: Node?) -> Int? { reader.integer(node, in: 1...10_000) }

  /// A command of the language, as it would stand in an acts file; of several people, one for each of them.
  private mutating func command(_ node: Node) -> ScenarioAct? {
    let people = node["by"]?.sequence ?? []
    let nodes = people.isEmpty ? [node] : people.map { node.replacing(value: $0, of: "by") }
    var steps: [Step] = []
    for node in nodes {
      var log = DiagnosticLog()
      let step = Step.read(
        node, nominations: nominations, alsoKnown: ["instance", "expect"] + Self.givenKeys, log: &log)
      reader.log.report(contentsOf: log.diagnostics)
      if let step { steps.append(step) }
    }
    return steps.isEmpty || steps.count < nodes.count ? nil : .commands(steps)
  }

  private mutating func act(_ command: RunnerCommand, _ node: Node) -> ScenarioAct? {
    guard let keys = reader.keys(node, Self.commonKeys + command.keys) else { return nil }
    for key in ["by", "reason"] { _ = reader.text(keys[key]) }
    switch command {
    case .castMany: return .castMany(casts(reader.required(keys, "choices")), of: caseID(keys["case"]))
    case .ballots:
      return reader.required(keys, "count").map { .ballots(reader.count($0), of: caseID(keys["case"])) }
    case .concurrently: return .concurrently(concurrency(keys))
    case .saveRestore: return .saveRestore
    case .validate: return .validate
    case .simulate: return .simulate(data: reader.data(keys["data"]))
    case .deliver: return .deliver
    case .tamper:
      guard let entry = reader.integer(reader.required(keys, "entry"), in: 1...1_000_000),
        let change = reader.required(keys, "change")
      else { return nil }
      if entries(of: change).isEmpty { reader.report(.nothingChanged, at: change.span) }
      return .tamper(entry: entry, change: reader.data(change))
    case .verifyLog: return .verifyLog
    }
  }

  /// Whether the version can be used is for `deploy` to say.
  private mutating func deployment(_ node: Node) -> ScenarioAct? {
    guard let keys = reader.keys(node, Self.commonKeys + ["new_def"]),
      let actor = reader.name(reader.required(keys, "by"), ActorID.self),
      let new = reader.required(keys, "new_def").flatMap({ resolved($0, within: []) }),
      let definition = definition(new, isValidated: true, dataNames: dataNames)
    else { return nil }
    _ = reader.text(keys["reason"])
    return .deploy(definition, by: actor)
  }

  private mutating func casts(_ node: Node?) -> [(voter: ActorID, choice: Choice)] {
    var casts: [(voter: ActorID, choice: Choice)] = []
    for entry in node.map({ entries(of: $0) }) ?? [] {
      guard let choice = reader.word(entry.key, Choice.self) else { continue }
      for voter in reader.list(entry.value) {
        checkActor(voter)
        if let name = reader.name(voter, ActorID.self) { casts.append((name, choice)) }
      }
    }
    return casts
  }

  private mutating func concurrency(_ keys: Keys) -> Concurrency {
    var commands: [ScenarioStep] = []
    for node in reader.sequence(reader.required(keys, "commands")) {
      // They have no order and no time of their own, and nothing can be expected after one of them.
      for key in ["at", "expect"] {
        if let entry = node.entry(key) { reader.report(.notAmongConcurrent, at: entry.key.span, ["name": key]) }
      }
      guard let step = step(node) else { continue }
      if case .concurrently = step.act {
        reader.report(.notAmongConcurrent, at: step.span, ["name": step.word])
      } else {
        commands.append(step)
      }
    }
    return Concurrency(
      commands: commands, interleavings: reader.integer(keys["interleavings"], in: 1...1000) ?? 1,
      copies: reader.integer(keys["copies"], in: 1...1000) ?? 1)
  }

  /// `{sms: fails}`.
  private mutating func faults(_ node: Node?) -> Set<String> {
    var found = Set<String>()
    for entry in node.map({ entries(of: $0) }) ?? [] where reader.word(entry.value, Fault.self) != nil {
      found.insert(entry.keyText)
    }
    return found
  }

  private enum Fault: String, CaseIterable { case fails }

  // MARK: What the rules say

  private mutating func givens(_ node: Node) -> Givens {
    var givens = Givens()
    for entry in node["rules_say"].map({ entries(of: $0) }) ?? [] {
      guard let id = caseID(entry.key), let verdict = verdict(entry.value) else { continue }
      givens.verdicts[id] = verdict
    }
    givens.ranking = reader.list(node["ranking"]).compactMap { caseID($0) }
    return givens
  }

  /// An outcome, `clear` where nothing stands against the case, or `{outcome: pending, reasons: [TY-F4]}`.
  private mutating func verdict(_ node: Node) -> Givens.Verdict? {
    guard node.mapping != nil else { return outcome(node).map { Givens.Verdict(outcome: $0.outcome, reasons: []) } }
    guard let keys = reader.keys(node, ["outcome", "reasons"]), let outcome = outcome(reader.required(keys, "outcome"))
    else { return nil }
    return Givens.Verdict(outcome: outcome.outcome, reasons: reader.texts(keys["reasons"]))
  }

  private mutating func outcome(_ node: Node?) -> (outcome: Outcome?, Void)? {
    let clear = "clear"
    guard let word = reader.word(node, among: [clear] + Outcome.allCases.map(\.rawValue)) else { return nil }
    return (Outcome(rawValue: word), ())
  }

  // MARK: Names

  /// A case that is nominated; in a scenario about one case on its own, that one.
  mutating func caseID(_ node: Node?) -> CaseID? {
    guard let node, let id = reader.name(node, CaseID.self) else { return nil }
    let known = nominations.isEmpty ? [Round.loneCase] : nominations.map(\.id)
    guard known.contains(id) else {
      reader.unknown(.unknownNomination, id.rawValue, at: node.span, among: known.map(\.rawValue))
      return nil
    }
    return id
  }

  private mutating func checkPeople(_ node: Node) {
    for key in ["to", "for", "task_of", "against", "subject"] { checkActor(node[key]) }
    for key in ["by", "present", "who"] {
      for item in reader.list(node[key]) { checkActor(item) }
    }
    for entry in node["roles"]?.mapping ?? [] {
      for item in reader.list(entry.value) { checkActor(item) }
    }
    if node["do"]?.scalar?.text != nil, let place = node["case"] { _ = caseID(place) }
  }
}
