import Diagnostics
import FEEL
import Records
import Rules
import Workflow
import YAML

/// Whether a workflow, its rules, its records and its acts belong together: said before anything runs.
struct RoundCheck {
  private let rules: CompiledRuleSet
  private let reader: SupplementReader
  private(set) var log = DiagnosticLog()

  init(_ rules: CompiledRuleSet) {
    self.rules = rules
    reader = SupplementReader(rules.schema)
  }

  // MARK: The workflow

  /// What a workflow file takes from the rules: its award, parameters, fields, and how judges' scores are counted.
  mutating func check(workflow file: Node) {
    if let name = file["name"], let text = name.scalar?.text, text != rules.award {
      report(.workflowOfOtherAward, at: name.span, ["text": text, "own": rules.award])
    }
    for stage in file["stages"]?.sequence ?? [] {
      for key in ["seats", "max_choices"] { checkParameter(stage[key]) }
      checkShare(stage["yes_share"])
      checkPosted(stage["posted_field"])
      if stage["type"]?.scalar?.text == "score" { checkScoring(stage) }
    }
  }

  private mutating func checkParameter(_ node: Node?) {
    guard let node, case .text? = node.scalar?.core, let name = node.scalar?.text else { return }
    guard let parameter = rules.parameters.first(where: { $0.name == name }) else {
      return unknown(.unknownParameter, name, at: node.span, among: rules.parameters.map(\.name))
    }
    if parameter.value.number?.intValue == nil { report(.parameterNoCount, at: node.span, ["name": name]) }
  }

  private mutating func checkShare(_ node: Node?) {
    guard let field = field(node), let node else { return }
    if field.shape != .number { report(.fieldForShare, at: node.span, ["name": field.name]) }
  }

  /// A field that this edition's rules do not have is not written; one that they have has to be a date.
  private mutating func checkPosted(_ node: Node?) {
    guard let node, let name = node.scalar?.text, let field = rules.schema[name] else { return }
    if field.shape != .date { report(.postedFieldMissing, at: node.span, ["name": field.name]) }
  }

  private mutating func checkScoring(_ stage: Node) {
    guard let node = stage["field"], let field = field(node) else { return }
    guard field.shape == .list(.plain(.number)) else {
      return report(.fieldForScores, at: node.span, ["name": field.name])
    }
    for item in rules.dimensions.flatMap(\.items) where item.reads.fields.contains(field.name) {
      if case .panel(let panel) = item.form { compare(stage, panel, item.id) }
    }
  }

  private mutating func compare(_ stage: Node, _ panel: CompiledPanel, _ item: String) {
    let drop = stage["drop"]
    let counts = ["highest", "lowest"].map { drop?[$0]?.scalar?.text ?? "0" }
    let place = drop?.span ?? stage["field"]?.span ?? stage.span
    if panel.dropsExtremes, counts != ["1", "1"] {
      report(.dropsTooFew, at: place, ["item": item])
    } else if !panel.dropsExtremes, counts != ["0", "0"] {
      report(.dropsTooMany, at: place, ["item": item])
    }
    guard let least = stage["valid"]?["at_least"], let count = least.scalar.flatMap({ Int($0.text) }),
      count < panel.atLeast
    else { return }
    report(.otherMinimum, at: least.span, ["count": "\(count)", "item": item, "needed": "\(panel.atLeast)"])
  }

  private mutating func field(_ node: Node?) -> Field? {
    guard let node, let name = node.scalar?.text else { return nil }
    if let field = rules.schema[name] { return field }
    unknown(.noSuchField, name, at: node.span, among: rules.schema.fields.map(\.name))
    return nil
  }

  // MARK: The acts

  /// Each nomination has a record and each record a nomination; what is filled in, fits its field.
  mutating func check(_ acts: ActsFile, _ records: RecordBatch) {
    for heading in acts.heading {
      log.report(contentsOf: rules.mismatch(heading.name, heading.text, at: heading.span))
    }
    let known =
      records.records.map(\.id) + records.refused.compactMap(\.id) + records.mergers.map(\.record.id)
      + records.superseded.map(\.id)
    let nominated = acts.nominations.map { $0.nomination.record ?? $0.id.rawValue }
    for (entry, record) in zip(acts.nominations, nominated) where !known.contains(record) {
      unknown(
        .nominationWithoutRecord, record, at: entry.recordSpan ?? entry.span,
        among: known.filter { !nominated.contains($0) })
    }
    var seen = Set<String>()
    for (entry, record) in zip(acts.nominations, nominated) where !seen.insert(record).inserted {
      report(.recordNominatedTwice, at: entry.recordSpan ?? entry.span, ["name": record])
    }
    for record in records.records where !nominated.contains(record.id) {
      unknown(.recordWithoutNomination, record.id, at: record.span, among: [])
    }
    for node in acts.nominations.compactMap(\.data) + acts.steps.compactMap(\.data) where node.mapping != nil {
      _ = reader.read(node, log: &log)
    }
  }

  private mutating func report(_ message: Message, at span: Span, _ arguments: [String: String]) {
    log.report(Diagnostic(message, at: span, arguments))
  }

  private mutating func unknown(_ message: Message, _ name: String, at span: Span, among names: [String]) {
    var diagnostic = Diagnostic(message, at: span, ["name": name])
    if let near = nearestName(to: name, among: names) {
      diagnostic.fixIts = [FixIt(replace: span, with: near, .unsafe)]
    }
    log.report(diagnostic)
  }
}
