import Diagnostics
import YAML

extension RuleFile {
  /// Within one file an id stands once.
  func checkUnique(log: inout DiagnosticLog) {
    var first: [String: Span] = [:]
    for (id, span) in ids + dimensionIDs {
      if let earlier = first[id] {
        log.report(
          Diagnostic(.duplicateID, at: span, ["id": id], notes: [Note(.firstStandsHere, at: earlier)]))
      } else {
        first[id] = span
      }
    }
  }

  /// What a file includes is its own; to define it again would silently take away what all awards share. Only the keys
  /// that an included parameter leaves open may be given, and items added to an included dimension.
  func checkRepetition(of included: RuleFile, log: inout DiagnosticLog) {
    let dimensions = Dictionary(included.dimensionIDs) { first, _ in first }
    let ids = Dictionary(included.ids) { first, _ in first }
    let names = Dictionary(included.names) { first, _ in first }
    for (id, span) in self.ids { report(id, span, ids[id] ?? dimensions[id], log: &log) }
    for (id, span) in dimensionIDs { report(id, span, ids[id], log: &log) }
    for (name, span) in self.names { report(name, span, names[name], log: &log) }
    for entry in parameters {
      guard let other = included.parameters.first(where: { $0.name.value == entry.name.value }) else { continue }
      for (key, node) in entry.keys.sorted(by: { $0.key < $1.key }) {
        report("\(entry.name.value).\(key)", node.span, other.keys[key]?.span, log: &log)
      }
    }
  }

  /// Two files may include a third one: the same entry at the same place is no repetition. What is removed may be
  /// written anew.
  private func report(_ id: String, _ span: Span, _ earlier: Span?, log: inout DiagnosticLog) {
    guard let earlier, earlier != span, !remove.contains(where: { $0.value == id }) else { return }
    log.report(
      Diagnostic(.duplicateID, at: span, ["id": id], notes: [Note(.includedStandsHere, at: earlier)]))
  }

  private var ids: [(String, Span)] {
    checks.map { ($0.id, $0.idSpan) } + eligibility.map { ($0.id, $0.idSpan) } + vetoes.map { ($0.id, $0.idSpan) }
      + scoring.dimensions.flatMap { $0.items.map { ($0.id, $0.span) } } + bonus.items.map { ($0.id, $0.span) }
  }

  private var dimensionIDs: [(String, Span)] { scoring.dimensions.map { ($0.id.value, $0.id.span) } }

  private var names: [(String, Span)] {
    fields.map { ($0.value.name, $0.span) } + definitions.map { ($0.name, $0.nameSpan) }
  }
}
