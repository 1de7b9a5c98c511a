import Diagnostics
import FEEL
import YAML

/// Reads lines of a score table: an id, a name, a maximum, a clause, and one way to give points.
enum ItemReader {
  /// The role of an item decides what must stand in it.
  enum Role {
    case scored, bonus, part
  }

  static func read(_ node: Node, role: Role, index: Int, log: inout DiagnosticLog) -> Item? {
    let count = node.mapping?.lazy.compactMap { best($0.keyText) }.first ?? 1
    guard
      let section = Section(node, .item, naming: { best($0) == nil ? $0 : "best of" }, log: &log)
    else { return nil }
    let name = section.requiredText("name", log: &log)
    let id = role == .part ? "\(index + 1)" : section.requiredText("id", log: &log)
    let max = section["max"]?.readNumber(log: &log)
    let basis = role == .scored ? readBasis(section, log: &log) : section.text("basis", log: &log) ?? ""
    guard let name, let id else { return nil }
    if role == .scored, section["max"] == nil {
      log.report(Diagnostic(.missingMaximum, at: section["id"]?.span ?? node.headSpan, ["id": id]))
    }
    guard let form = readForm(section, id: id, best: count, log: &log) else { return nil }
    return Item(
      id: id, name: name, max: max, maxSpan: section["max"]?.span, form: form, basis: basis,
      unit: section.text("unit", log: &log), span: section["id"]?.span ?? node.headSpan)
  }

  private static func readForm(_ section: Section, id: String, best: Int, log: inout DiagnosticLog) -> Form? {
    // `table` belongs to `best of` and `sum of` when one of them is there.
    let listed = section.has("best of") || section.has("sum of")
    let present = RuleSection.forms.filter { section.has($0) && !($0 == "table" && listed) }
    guard let key = present.first else {
      let forms = RuleSection.forms.joined(separator: " / ")
      log.report(Diagnostic(.noForm, at: section["id"]?.span ?? section.node.headSpan, ["id": id, "forms": forms]))
      return nil
    }
    guard present.count == 1 else {
      log.report(
        Diagnostic(
          .severalForms, at: section["id"]?.span ?? section.node.headSpan,
          ["id": id].naming("forms", present)))
      return nil
    }
    switch key {
    case "bands": return readBands(section, log: &log)
    case "best of": return readElements(section, key, log: &log) { .bestOf(count: best, list: $0, $1) }
    case "sum of": return readElements(section, key, log: &log) { .sumOf(list: $0, $1) }
    case "table": return section["table"].flatMap { TableReader.readTable($0, log: &log) }.map(Form.table)
    case "parts": return readParts(section, log: &log)
    case "score": return section.requiredFragment("score", log: &log).map(Form.score)
    case "panel": return section["panel"].flatMap { readPanel($0, log: &log) }.map(Form.panel)
    default: return readPoints(section, log: &log)
    }
  }

  private static func readBands(_ section: Section, log: inout DiagnosticLog) -> Form? {
    let of = section.requiredFragment("of", log: &log)
    guard let bands = section.required("bands", log: &log),
      let table = TableReader.readBands(bands, of: of, log: &log), let of
    else { return nil }
    return .bands(of: of, table)
  }

  private static func readElements(
    _ section: Section, _ key: String, log: inout DiagnosticLog, make: (Fragment, ElementPoints) -> Form
  ) -> Form? {
    let list = section.requiredFragment(key, log: &log)
    let table = section.required("table", log: &log).flatMap { TableReader.readTable($0, log: &log) }
    guard let list, let table else { return nil }
    return make(
      list,
      ElementPoints(
        table: table, times: section.fragment("times", log: &log), plus: section.fragment("plus", log: &log)))
  }

  private static func readParts(_ section: Section, log: inout DiagnosticLog) -> Form? {
    let nodes = section.list("parts", log: &log)
    let parts = nodes.enumerated().compactMap { read($1, role: .part, index: $0, log: &log) }
    return parts.isEmpty ? nil : .parts(parts)
  }

  private static func readPoints(_ section: Section, log: inout DiagnosticLog) -> Form? {
    let when = section.requiredFragment("when", log: &log)
    let points = section.requiredFragment("points", log: &log)
    guard let when, let points else { return nil }
    return .points(when: when, points: points)
  }

  private static let dropChoices = ["one highest and one lowest", "none"]

  private static func readPanel(_ node: Node, log: inout DiagnosticLog) -> Panel? {
    guard let section = Section(node, .panel, log: &log) else {
      return nil
    }
    let drop = section.text("drop", log: &log) ?? "none"
    if !dropChoices.contains(drop) {
      log.report(.notOneOf(drop, at: section["drop"]?.span ?? node.headSpan, choices: dropChoices))
    }
    let scores = section.requiredFragment("scores", log: &log)
    let times = section.requiredFragment("times", log: &log)
    guard let scores, let times else { return nil }
    return Panel(
      scores: scores, dropsExtremes: drop == dropChoices[0], atLeast: section.integer("at least", log: &log) ?? 1,
      aggregate: section.choice("aggregate", of: Panel.Aggregate.self, log: &log) ?? .mean,
      standardize: section["standardize"].flatMap { readStandardization($0, log: &log) }, times: times)
  }

  private static func readStandardization(_ node: Node, log: inout DiagnosticLog) -> Panel.Standardization? {
    guard let section = Section(node, .standardize, log: &log) else { return nil }
    let within = section.requiredFragment("within", log: &log)
    let mean = section.required("mean", log: &log)?.readNumber(log: &log)
    let deviation = section.required("deviation", log: &log)?.readNumber(log: &log)
    guard let within, let mean, let deviation else { return nil }
    if deviation <= .zero, let span = section["deviation"]?.span {
      log.report(Diagnostic(.deviationNotPositive, at: span, ["value": deviation.description]))
    }
    return Panel.Standardization(
      within: within, mean: mean, deviation: deviation, atLeast: section.integer("at least", log: &log) ?? 5)
  }

  /// `best 2 of` says in the key how many count.
  private static func best(_ key: String) -> Int? {
    let words = key.split(separator: " ")
    guard words.count == 3, words[0] == "best", words[2] == "of", let count = Int(words[1]), count > 0 else {
      return nil
    }
    return count
  }
}
