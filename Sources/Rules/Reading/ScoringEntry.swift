import Diagnostics
import FEEL
import YAML

/// The scoring section of one file; a child edition may give a part of it.
struct ScoringEntry {
  var max: Located<Decimal>?
  var dimensions: [DimensionEntry] = []

  init() {}

  init(_ node: Node, log: inout DiagnosticLog) {
    guard let section = Section(node, .scoring, log: &log) else {
      return
    }
    max = section["max"].flatMap { readMaximum($0, log: &log) }
    if let node = section["missing_optional"], let text = node.readText(log: &log), text != "zero and listed" {
      log.report(.notOneOf(text, at: node.span, choices: ["zero and listed"]))
    }
    dimensions = section.list("dimensions", log: &log).compactMap { DimensionEntry($0, log: &log) }
  }
}

struct DimensionEntry {
  let id: Located<String>
  var name: String?
  var max: Located<Decimal>?
  var items: [Item]

  init?(_ node: Node, log: inout DiagnosticLog) {
    guard let section = Section(node, .dimension, log: &log),
      let id = section.required("id", log: &log).flatMap({ Located(text: $0, log: &log) })
    else { return nil }
    self.id = id
    name = section.text("name", log: &log)
    max = section["max"].flatMap { readMaximum($0, log: &log) }
    items = section.list("items", log: &log).enumerated()
      .compactMap { ItemReader.read($1, role: .scored, index: $0, log: &log) }
  }
}

private func readMaximum(_ node: Node, log: inout DiagnosticLog) -> Located<Decimal>? {
  node.readNumber(log: &log).map { Located(value: $0, span: node.span) }
}

/// The bonus section of one file.
struct BonusEntry {
  var cap: Fragment?
  var basis: String?
  var best: Int?
  var items: [Item] = []
  var isPresent = false

  init() {}

  init(_ node: Node, log: inout DiagnosticLog) {
    guard let section = Section(node, .bonus, log: &log) else { return }
    isPresent = true
    cap = section.fragment("cap", log: &log)
    basis = section.text("basis", log: &log)
    best = section["count"].flatMap { readBest($0, log: &log) }
    items = section.list("items", log: &log).enumerated()
      .compactMap { ItemReader.read($1, role: .bonus, index: $0, log: &log) }
  }
}

/// `the best 2`.
private func readBest(_ node: Node, log: inout DiagnosticLog) -> Int? {
  guard let text = node.readText(log: &log) else { return nil }
  let words = text.split(separator: " ")
  if words.count == 3, words[0] == "the", words[1] == "best", let count = Int(words[2]), count > 0 { return count }
  log.report(.notOneOf(text, at: node.span, choices: ["the best 2"]))
  return nil
}
