import Diagnostics
import FEEL
import YAML

/// One file as it was written, before what it extends and includes is merged in: any section may be absent.
struct RuleFile {
  var source: Source
  var award: String?
  var edition: Int?
  var subject: Subject?
  var regulation: [String: Located<String>] = [:]
  var includes: [Located<String>] = []
  var extends: Located<String>?
  var parameters: [ParameterEntry] = []
  var fields: [Located<Field>] = []
  var checks: [Condition] = []
  var definitions: [Definition] = []
  var eligibility: [Condition] = []
  var vetoes: [Veto] = []
  var scoring = ScoringEntry()
  var bonus = BonusEntry()
  var total: [String: Node] = [:]
  var grades: Grades?
  var selection: [String: Node] = [:]
  var selectionSpan: Span?
  /// `nil`: not said, which leaves the earlier edition's.
  var earlier: [EarlierRule]?
  var submission: [String: Node] = [:]
  var submissionSpan: Span?
  var because: [(id: Located<String>, sentence: Fragment)] = []
  var remove: [Located<String>] = []
  /// Where the file begins to say something.
  var headSpan: Span

  init(source: Source) {
    self.source = source
    headSpan = Span(source, 0..<0)
  }

  /// Reads what stands in the file; what is wrong is reported, and the rest is read all the same.
  init(_ node: Node, source: Source, log: inout DiagnosticLog) {
    self.init(source: source)
    headSpan = node.headSpan
    guard let section = Section(node, .file, log: &log) else { return }
    award = section.text("award", log: &log)
    edition = section.integer("edition", log: &log)
    subject = section.choice("subject", of: Subject.self, log: &log)
    if let node = section["regulation"] {
      regulation = readTexts(node, .regulation, log: &log)
    }
    includes = section.list("includes", log: &log).compactMap { Located(text: $0, log: &log) }
    extends = section["extends"].flatMap { Located(text: $0, log: &log) }
    if let node = section["parameters"] { parameters = readParameters(node, log: &log) }
    if let node = section["record"] { fields = FieldReader.readFields(node, path: "", log: &log) }
    checks = section.list("checks", log: &log).compactMap { readCheck($0, log: &log) }
    if let node = section["definitions"] { definitions = readDefinitions(node, log: &log) }
    eligibility = section.list("eligibility", log: &log).compactMap { readCondition($0, log: &log) }
    vetoes = section.list("vetoes", log: &log).compactMap { readVeto($0, log: &log) }
    if let node = section["scoring"] { scoring = ScoringEntry(node, log: &log) }
    if let node = section["bonus"] { bonus = BonusEntry(node, log: &log) }
    if let node = section["total"] { total = readNodes(node, .total, log: &log) }
    if let node = section["grades"] { grades = readGrades(node, log: &log) }
    if let node = section["selection"] {
      selection = readNodes(node, .selection, log: &log)
      selectionSpan = node.headSpan
    }
    if section.has("earlier") {
      earlier = section.list("earlier", log: &log).compactMap { EarlierReader.readEarlier($0, log: &log) }
    }
    if let node = section["submission"] {
      submission = readNodes(node, .submission, log: &log)
      submissionSpan = node.headSpan
    }
    if let node = section["because"] { because = readSentences(node, log: &log) }
    remove = section.list("remove", log: &log).compactMap { Located(text: $0, log: &log) }
  }
}

/// A value with the place where it was written.
struct Located<Value: Sendable>: Sendable {
  let value: Value
  let span: Span
}

extension Located<String> {
  init?(text node: Node, log: inout DiagnosticLog) {
    guard let text = node.readText(log: &log) else { return nil }
    self.init(value: text, span: node.span)
  }
}

/// A parameter whose keys may be completed by the edition before.
struct ParameterEntry {
  let name: Located<String>
  var keys: [String: Node]
}

private func readTexts(_ node: Node, _ section: RuleSection, log: inout DiagnosticLog) -> [String: Located<String>] {
  var texts: [String: Located<String>] = [:]
  for (key, node) in readNodes(node, section, log: &log) {
    texts[key] = Located(text: node, log: &log)
  }
  return texts
}

func readNodes(_ node: Node, _ section: RuleSection, log: inout DiagnosticLog) -> [String: Node] {
  guard let read = Section(node, section, log: &log) else { return [:] }
  return section.keys.reduce(into: [:]) { nodes, key in nodes[key] = read[key] }
}

private func readParameters(_ node: Node, log: inout DiagnosticLog) -> [ParameterEntry] {
  namedEntries(node, log: &log).map { name, value in
    ParameterEntry(
      name: name,
      keys: readNodes(value, .parameter, log: &log))
  }
}

/// The entries of a mapping whose keys are names of the office's own.
func namedEntries(_ node: Node, log: inout DiagnosticLog) -> [(Located<String>, Node)] {
  guard let entries = node.mapping else {
    log.report(.expected(.mapping, at: node.span))
    return []
  }
  return entries.compactMap { entry in
    Located(text: entry.key, log: &log).map { ($0, entry.value) }
  }
}

private func readDefinitions(_ node: Node, log: inout DiagnosticLog) -> [Definition] {
  namedEntries(node, log: &log).compactMap { name, value in
    value.readFragment(log: &log).map { Definition(name: name.value, expression: $0, nameSpan: name.span) }
  }
}

private func readCheck(_ node: Node, log: inout DiagnosticLog) -> Condition? {
  guard let section = Section(node, .check, log: &log) else { return nil }
  return readRequirement(section, basis: section.text("basis", log: &log) ?? "", log: &log)
}

private func readCondition(_ node: Node, log: inout DiagnosticLog) -> Condition? {
  guard let section = Section(node, .condition, log: &log) else { return nil }
  return readRequirement(section, basis: readBasis(section, log: &log), log: &log)
}

private func readRequirement(_ section: Section, basis: String, log: inout DiagnosticLog) -> Condition? {
  let id = section.required("id", log: &log).flatMap { Located(text: $0, log: &log) }
  let name = section.requiredText("name", log: &log)
  let require = section.requiredFragment("require", log: &log)
  guard let id, let name, let require else { return nil }
  return Condition(id: id.value, name: name, require: require, basis: basis, idSpan: id.span)
}

private func readVeto(_ node: Node, log: inout DiagnosticLog) -> Veto? {
  guard let section = Section(node, .veto, log: &log) else { return nil }
  let id = section.required("id", log: &log).flatMap { Located(text: $0, log: &log) }
  let name = section.requiredText("name", log: &log)
  let when = section.requiredFragment("when", log: &log)
  let sources = section.required("source", log: &log)?.readTexts(log: &log) ?? []
  let basis = readBasis(section, log: &log)
  guard let id, let name, let when else { return nil }
  return Veto(
    id: id.value, name: name, when: when, sources: sources, lookback: section.text("lookback", log: &log) ?? "",
    evidence: section.text("evidence", log: &log), isCitedFirst: section.boolean("cited first", log: &log) ?? false,
    basis: basis, idSpan: id.span)
}

/// The clause of an entry; what decides about people must have one.
func readBasis(_ section: Section, log: inout DiagnosticLog) -> String {
  if let basis = section.text("basis", log: &log), !basis.isEmpty { return basis }
  let id = section["id"]
  log.report(Diagnostic(.missingBasis, at: id?.span ?? section.node.headSpan, ["id": id?.scalar?.text ?? ""]))
  return ""
}

private func readGrades(_ node: Node, log: inout DiagnosticLog) -> Grades? {
  if node.sequence != nil {
    return TableReader.readBands(node, of: nil, log: &log).map { Grades(of: nil, table: $0, expression: nil) }
  }
  if node.scalar != nil {
    return node.readFragment(log: &log).map { Grades(of: nil, table: nil, expression: $0) }
  }
  guard let section = Section(node, .grades, log: &log) else { return nil }
  let of = section.requiredFragment("of", log: &log)
  let table = section.required("bands", log: &log).flatMap { TableReader.readBands($0, of: of, log: &log) }
  return table.map { Grades(of: of, table: $0, expression: nil) }
}

private func readSentences(_ node: Node, log: inout DiagnosticLog) -> [(id: Located<String>, sentence: Fragment)] {
  namedEntries(node, log: &log).compactMap { id, value in
    value.readFragment(log: &log).map { (id, $0) }
  }
}
