import Diagnostics
import Workflow
import YAML

extension ScenarioFile {
  /// What stands outside the file and is read with it.
  struct Surroundings {
    /// The workflow that the file names; for scenarios without a `def` of their own.
    var workflow: Node?
    /// The calendar files that the file names.
    var calendar: WorkCalendar?
  }

  /// The path under a key that names another file, as it is written.
  static func reference(_ key: String, in node: Node) -> String? {
    guard let scalar = node[key]?.scalar, !scalar.text.isEmpty else { return nil }
    return scalar.text
  }

  /// Everything that cannot be read is reported at its own place; a scenario with such a place is not run, and has
  /// failed.
  static func read(_ node: Node, _ surroundings: Surroundings, log: inout DiagnosticLog) -> ScenarioFile {
    var reader = ScenarioReader(surroundings)
    let scenarios = reader.file(node)
    log.report(contentsOf: reader.reader.log.diagnostics)
    return ScenarioFile(source: node.span.source, scenarios: scenarios)
  }
}

/// Reads scenarios: first what holds for the whole file, then one after the other.
struct ScenarioReader {
  var reader = FileReader()
  let surroundings: ScenarioFile.Surroundings
  private var organization = Organization()
  private var unknownPeople: [String] = []
  private var calendars: [(name: String, calendar: WorkCalendar)] = []
  private var parameters: [String: Int] = [:]
  private var nodes: [String: Node] = [:]
  // What the scenario that is being read may name.
  var people: [String] = []
  var stages: [String] = []
  var nominations: [ActsFile.NominationEntry] = []
  var dataNames = Set<String>()

  init(_ surroundings: ScenarioFile.Surroundings) { self.surroundings = surroundings }

  /// Besides those read here: prose and tables for the reader of the file.
  private static let fileKeys = [
    "format", "date", "sources", "codes", "keys", "org", "calendars", "workflow", "parameters", "scenarios",
  ]
  private static let scenarioKeys = [
    "id", "title", "kind", "features", "source", "differs", "adapted", "after", "calendar", "org", "def", "proxies",
    "nominations", "parameters", "steps", "table", "property", "over",
  ]
  /// What a scenario takes over from the one that it comes after, unless it says otherwise.
  private static let inheritedKeys = ["calendar", "org", "def", "proxies", "nominations", "parameters"]

  mutating func file(_ node: Node) -> [Scenario] {
    guard let keys = reader.keys(node, Self.fileKeys) else { return [] }
    _ = reader.integer(keys["format"], in: 2...2)
    organization = keys["org"].map { reader.organization($0) } ?? Organization()
    unknownPeople = reader.texts(keys["org"]?["unknown"])
    readCalendars(keys["calendars"])
    parameters = numbers(keys["parameters"])
    let list = reader.sequence(reader.required(keys, "scenarios"))
    collect(list)
    return list.compactMap { scenario($0) }
  }

  private mutating func readCalendars(_ node: Node?) {
    if let calendar = surroundings.calendar { calendars.append((name: "calendars", calendar: calendar)) }
    for entry in node?.mapping ?? [] {
      if let calendar = WorkCalendar.read(entry.value, log: &reader.log) {
        calendars.append((name: entry.keyText, calendar: calendar))
      }
    }
  }

  mutating func numbers(_ node: Node?) -> [String: Int] {
    var found: [String: Int] = [:]
    for entry in node.map({ entries(of: $0) }) ?? [] { found[entry.keyText] = reader.integer(entry.value) }
    return found
  }

  /// The entries of a mapping, where nothing else may stand.
  mutating func entries(of node: Node) -> [Node.Entry] {
    if let entries = node.mapping { return entries }
    reader.report(.mappingExpected, at: node.span)
    return []
  }

  /// Scenarios by id, so that one can build on another.
  private mutating func collect(_ list: [Node]) {
    for node in list {
      guard let id = node["id"]?.scalar?.text else { continue }
      if nodes[id] == nil {
        nodes[id] = node
      } else if let place = node["id"]?.span {
        reader.report(.duplicateScenario, at: place, ["id": id])
      }
    }
  }

  private mutating func scenario(_ node: Node) -> Scenario? {
    let before = reader.log.errorCount
    let (node, prelude) = continued(node, within: [])
    guard let keys = reader.keys(node, Self.scenarioKeys),
      let idNode = reader.required(keys, "id"), let id = reader.text(idNode)
    else { return nil }
    readProse(keys)
    let organization = self.people(keys)
    nominations = reader.nominations(keys["nominations"])
    checkMentions()
    let body = definitionNode(keys)
    stages = body.map { stageNames($0) } ?? []
    let all = prelude + (keys["steps"]?.sequence ?? [])
    stages += all.flatMap { newStageNames($0) }
    dataNames = Self.dataNames(all, keys["nominations"])
    let earlier = prelude.compactMap { step($0) }
    let steps = reader.sequence(keys["steps"]).compactMap { step($0) }
    let definition = body.flatMap { self.definition($0, earlier + steps) }
    let table = reader.sequence(keys["table"]).compactMap { row($0) }
    if keys["steps"] == nil, keys["table"] == nil { reader.report(.nothingToTest, at: idNode.span, ["id": id]) }
    let calendar = self.calendar(keys, at: idNode.span)
    let coversAll = reader.word(keys["property"], Property.self) != nil
    _ = reader.word(keys["over"], Extent.self)
    return Scenario(
      id: id, title: reader.text(keys["title"]) ?? "", span: idNode.span,
      isReadable: reader.log.errorCount == before, calendar: calendar, organization: organization,
      definition: definition, nominations: nominations,
      parameters: parameters.merging(numbers(keys["parameters"])) { $1 }, prelude: earlier, steps: steps,
      table: table,
      coversAll: coversAll)
  }

  /// A scenario with what it takes over from those that it comes after, and their steps, of which nothing is expected
  /// any more.
  private mutating func continued(_ node: Node, within circle: [String]) -> (node: Node, prelude: [Node]) {
    guard let after = node["after"], let id = reader.text(after) else { return (node, []) }
    guard let other = nodes[id] else {
      reader.unknown(.unknownScenario, id, at: after.span, among: nodes.keys.sorted())
      return (node, [])
    }
    guard !circle.contains(id) else {
      reader.report(.circularScenario, at: after.span, ["id": id])
      return (node, [])
    }
    let (base, prelude) = continued(other, within: circle + [id])
    let taken = (base.mapping ?? []).filter { entry in
      Self.inheritedKeys.contains(entry.keyText) && node[entry.keyText] == nil
    }
    let steps = (other["steps"]?.sequence ?? []).map { step in
      Node(.mapping((step.mapping ?? []).filter { $0.keyText != "expect" }), at: step.span)
    }
    return (Node(.mapping((node.mapping ?? []) + taken), at: node.span), prelude + steps)
  }

  /// What is only for people, but of the right type.
  private mutating func readProse(_ keys: Keys) {
    _ = reader.word(keys["kind"], Kind.self)
    for key in ["features", "source"] { _ = reader.texts(keys[key]) }
    _ = reader.text(keys["differs"])
    _ = reader.boolean(keys["adapted"])
  }

  private mutating func people(_ keys: Keys) -> Organization {
    var own = organization
    if let node = keys["org"] { own = own.merging(reader.organization(node)) }
    own.proxies = reader.proxies(keys["proxies"])
    people = own.people.keys.map(\.rawValue).sorted() + unknownPeople + reader.texts(keys["org"]?["unknown"])
    people += [ActorID.system.rawValue, ActorID.anonymous.rawValue]
    for item in reader.list(keys["proxies"]) {
      for key in ["for", "to"] { checkActor(item[key]) }
    }
    return own
  }

  private mutating func checkMentions() {
    for mention in reader.mentions where !people.contains(mention.actor.rawValue) {
      reader.unknown(.unknownPerson, mention.actor.rawValue, at: mention.span, among: people)
    }
    reader.forgetMentions()
  }

  /// A name that is nobody's and not among those who are unknown on purpose is a slip of the pen.
  mutating func checkActor(_ node: Node?) {
    guard let node, let name = node.scalar?.text, !people.contains(name) else { return }
    reader.unknown(.unknownPerson, name, at: node.span, among: people)
  }

  private mutating func calendar(_ keys: Keys, at place: Span) -> WorkCalendar? {
    if let node = keys["calendar"] {
      return reader.word(node, among: calendars.map(\.name)).flatMap { name in
        calendars.first { $0.name == name }?.calendar
      }
    }
    if calendars.count != 1 { reader.report(.calendarUnclear, at: place, ["count": "\(calendars.count)"]) }
    return calendars.first?.calendar
  }

  private mutating func row(_ node: Node) -> TableRow? {
    guard let keys = reader.keys(node, ["at", "add", "due"]),
      let at = reader.instant(reader.required(keys, "at")), let span = reader.span(reader.required(keys, "add")),
      let due = expected(reader.required(keys, "due"), { $0.instant($1) })
    else { return nil }
    return TableRow(at: at, span: span, due: due)
  }

  /// A value with its place.
  mutating func expected<Value>(
    _ node: Node?, _ read: (inout FileReader, Node) -> Value?
  ) -> Expected<Value>? {
    guard let node, let value = read(&reader, node) else { return nil }
    return Expected(value: value, span: node.span)
  }

  private enum Kind: String, CaseIterable { case normal, edge, error }
  private enum Property: String, CaseIterable { case saved = "save_restore_after_each_step" }
  private enum Extent: String, CaseIterable { case all }
}

// MARK: - Definitions

extension ScenarioReader {
  /// The body under `def`, with `same_as` and `with` carried out; without one, the file's workflow.
  private mutating func definitionNode(_ keys: Keys) -> Node? {
    guard let def = keys["def"] else {
      if surroundings.workflow == nil, keys["steps"] != nil { reader.report(.noDefinition, at: keys.span) }
      return surroundings.workflow
    }
    return resolved(def, within: [])
  }

  mutating func resolved(_ def: Node, within circle: [String]) -> Node? {
    if def["same_as"] == nil, def["with"] == nil { return def }
    guard var base = base(of: def, within: circle) else { return nil }
    for entry in def.mapping ?? [] where entry.keyText != "same_as" && entry.keyText != "with" {
      base = base.replacing([entry])
    }
    guard let with = def["with"] else { return base }
    let stages = base["stages"]?.sequence ?? []
    let known = stages.compactMap { $0["id"]?.scalar?.text }
    for entry in entries(of: with) where !known.contains(entry.keyText) {
      reader.unknown(.unknownStageOfScenario, entry.keyText, at: entry.key.span, among: known)
    }
    let changed = stages.map { stage in
      (stage["id"]?.scalar?.text).flatMap { with[$0] }.map { stage.replacing($0.mapping ?? []) } ?? stage
    }
    return base.replacing(value: Node(.sequence(changed), at: base["stages"]?.span ?? base.span), of: "stages")
  }

  /// What a definition builds on: that of another scenario, or the file's workflow.
  private mutating func base(of def: Node, within circle: [String]) -> Node? {
    guard let other = def["same_as"] else {
      if surroundings.workflow == nil { reader.report(.noDefinition, at: def.span) }
      return surroundings.workflow
    }
    guard let id = reader.text(other) else { return nil }
    guard let node = nodes[id] else {
      reader.unknown(.unknownScenario, id, at: other.span, among: nodes.keys.sorted())
      return nil
    }
    guard !circle.contains(id) else {
      reader.report(.circularScenario, at: other.span, ["id": id])
      return nil
    }
    guard let def = node["def"] else { return surroundings.workflow }
    return resolved(def, within: circle + [id])
  }

  /// A definition that is looked at by `validate` may be unsound; any other must not.
  private mutating func definition(_ node: Node, _ steps: [ScenarioStep]) -> WorkflowDefinition? {
    let isValidated = steps.contains { if case .validate = $0.act { true } else { false } }
    return definition(node, isValidated: isValidated, dataNames: dataNames)
  }

  mutating func definition(
    _ node: Node, isValidated: Bool, dataNames: some Sequence<String>
  ) -> WorkflowDefinition? {
    var inner = FileReader()
    guard let definition = inner.definition(node) else {
      reader.log.report(contentsOf: inner.log.diagnostics)
      return nil
    }
    reader.log.report(contentsOf: inner.log.diagnostics)
    if !isValidated {
      for finding in definition.findings(unread: inner.unread) { reader.log.report(finding.diagnostic(definition)) }
    }
    GuardCheck(names: dataNames).check(definition, log: &reader.log)
    return definition
  }

  /// The names under which data are handed in anywhere in the scenario.
  private static func dataNames(_ steps: [Node], _ nominations: Node?) -> Set<String> {
    let commands = steps.flatMap { [$0] + ($0["commands"]?.sequence ?? []) }
    let cases = nominations?.mapping?.map(\.value) ?? []
    return Set((commands + cases).flatMap { $0["data"]?.mapping ?? [] }.map(\.keyText))
  }

  /// The stages of a version that a step deploys; what is wrong with it is said when the step is read.
  private mutating func newStageNames(_ step: Node) -> [String] {
    let said = reader.log
    defer { reader.log = said }
    return step["new_def"].flatMap { resolved($0, within: []) }.map { stageNames($0) } ?? []
  }

  /// The stages of a definition; those of a flow are called `stage/substage`.
  private func stageNames(_ def: Node, depth: Int = 0) -> [String] {
    (def["stages"]?.sequence ?? []).flatMap { stage -> [String] in
      guard let id = stage["id"]?.scalar?.text else { return [] }
      guard depth < 8, let flow = stage["flow"]?.scalar?.text, let inner = def["flows"]?[flow] else { return [id] }
      return [id] + stageNames(inner, depth: depth + 1).map { "\(id)/\($0)" }
    }
  }
}

extension Node {
  /// A mapping with some of its entries exchanged, and new ones added.
  fileprivate func replacing(_ entries: [Entry]) -> Node {
    let old = (mapping ?? []).filter { entry in !entries.contains { $0.keyText == entry.keyText } }
    return Node(.mapping(old + entries), at: span)
  }

  func replacing(value: Node, of key: String) -> Node {
    let entries = (mapping ?? []).map { $0.keyText == key ? Entry(key: $0.key, value: value) : $0 }
    return Node(.mapping(entries), at: span)
  }
}
