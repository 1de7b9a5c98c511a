import Diagnostics
import FEEL
import YAML

/// Reads what a rule file says of earlier titles and of copies of one nomination.
enum EarlierReader {
  static func readEarlier(_ node: Node, log: inout DiagnosticLog) -> EarlierRule? {
    guard let section = Section(node, .earlier, log: &log) else { return nil }
    let award = section.requiredText("award", log: &log)
    let match = section.required("match", log: &log).flatMap { readMatch($0, log: &log) }
    let field = section.required("adds to", log: &log)
    let row = section.requiredFragment("row", log: &log)
    let sameBy = section.required("same by", log: &log).flatMap { readNames($0, log: &log) }
    let basis = section.requiredText("basis", log: &log)
    guard let award, let match, let field, let name = field.readText(log: &log), let row, let sameBy, let basis else {
      return nil
    }
    return EarlierRule(
      award: award, match: match, field: name, fieldSpan: field.span, row: row, sameBy: sameBy, basis: basis)
  }

  /// A name that both have, several, or own names with the register's.
  private static func readMatch(_ node: Node, log: inout DiagnosticLog) -> [EarlierRule.Match]? {
    guard let entries = node.mapping else {
      return readNames(node, log: &log)?.map { EarlierRule.Match(own: $0.name, theirs: $0.name, span: $0.span) }
    }
    return some(
      entries.compactMap { entry in
        entry.value.readText(log: &log).map {
          EarlierRule.Match(own: entry.keyText, theirs: $0, span: entry.key.span)
        }
      }, node, log: &log)
  }

  private static func readNames(_ node: Node, log: inout DiagnosticLog) -> [(name: String, span: Span)]? {
    some(
      (node.sequence ?? [node]).compactMap { element in
        element.readText(log: &log).map { ($0, element.span) }
      }, node, log: &log)
  }

  /// By nothing at all everybody is the same.
  private static func some<Element>(_ elements: [Element], _ node: Node, log: inout DiagnosticLog) -> [Element]? {
    if elements.isEmpty { log.report(.expected(.text, at: node.span)) }
    return elements.isEmpty ? nil : elements
  }

  static func readSubmission(_ nodes: [String: Node], span: Span, log: inout DiagnosticLog) -> SubmissionRule? {
    guard let time = nodes["time"] else {
      log.report(.missingKey("time", at: span))
      return nil
    }
    guard let name = time.readText(log: &log) else { return nil }
    return SubmissionRule(
      time: name, timeSpan: time.span, deadline: nodes["deadline"].flatMap { readDeadline($0, log: &log) },
      by: nodes["by"]?.readText(log: &log), bySpan: nodes["by"]?.span,
      stays: nodes["stays"]?.readFragment(log: &log), basis: nodes["basis"]?.readText(log: &log) ?? "")
  }

  private static func readDeadline(_ node: Node, log: inout DiagnosticLog) -> SubmissionRule.Deadline? {
    guard let text = node.readText(log: &log) else { return nil }
    guard let instant = CivilDateTime(submitted: text) else {
      log.report(.badValue(text, .moment, at: node.span))
      return nil
    }
    return SubmissionRule.Deadline(instant: instant, text: text)
  }
}
