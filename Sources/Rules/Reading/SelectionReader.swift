import Diagnostics
import FEEL
import YAML

/// Reads how the list is drawn from the ranking.
enum SelectionReader {
  /// The only settings there are so far; another word is an error, not a silent default.
  private static let settings = [
    "unfilled_floor": "leave seats empty", "caps_bind_at": "shortlist", "shares": "round up",
  ]

  static func read(_ nodes: [String: Node], span: Span, log: inout DiagnosticLog) -> SelectionRule? {
    for (key, word) in settings.sorted(by: { $0.key < $1.key }) {
      guard let node = nodes[key], let text = node.readText(log: &log), text != word else { continue }
      log.report(.notOneOf(text, at: node.span, choices: [word]))
    }
    guard let seats = nodes["seats"] else {
      log.report(.missingKey("seats", at: span))
      return nil
    }
    guard let seats = seats.readFragment(log: &log) else { return nil }
    let surplus = nodes["candidates"].flatMap(readSurplus)
    return SelectionRule(
      seats: seats,
      candidates: surplus == nil ? nodes["candidates"]?.readFragment(log: &log) : nil,
      surplus: surplus,
      candidatesSpan: nodes["candidates"]?.span,
      minimum: nodes["minimum"]?.readFragment(log: &log),
      tieBreak: (nodes["tie_break"]?.readList(log: &log) ?? []).compactMap { readKey($0, log: &log) },
      then: nodes["then"]?.readText(log: &log),
      caps: (nodes["at most"]?.readList(log: &log) ?? []).compactMap { readQuota($0, log: &log) },
      floors: (nodes["at least"]?.readList(log: &log) ?? []).compactMap { readQuota($0, log: &log) },
      basis: readBasis(nodes["basis"], log: &log),
      span: span)
  }

  /// `seats plus 20%`.
  private static func readSurplus(_ node: Node) -> Decimal? {
    guard let words = node.scalar?.text.split(separator: " "), words.count == 3, words[0] == "seats",
      words[1] == "plus", words[2].hasSuffix("%")
    else { return nil }
    return Decimal(words[2].dropLast())
  }

  private static func readKey(_ node: Node, log: inout DiagnosticLog) -> TieBreakKey? {
    if let fragment = node.scalar?.fragment { return TieBreakKey(name: fragment.text, by: fragment) }
    guard let section = Section(node, .tieBreakKey, log: &log),
      let by = section.requiredFragment("by", log: &log)
    else { return nil }
    return TieBreakKey(name: section.text("name", log: &log) ?? by.text, by: by)
  }

  private static func readQuota(_ node: Node, log: inout DiagnosticLog) -> Quota? {
    guard let section = Section(node, .quota, log: &log) else { return nil }
    guard let group = readGroup(section, log: &log), let amount = readAmount(section, log: &log) else { return nil }
    return Quota(
      name: section.text("name", log: &log) ?? group.text, group: group, amount: amount,
      isSoft: section.boolean("soft", log: &log) ?? false, basis: section.text("basis", log: &log),
      span: node.headSpan)
  }

  private static func readGroup(_ section: Section, log: inout DiagnosticLog) -> Quota.Group? {
    if let node = section["per"] {
      let fields = node.sequence ?? [node]
      return .per(fields.compactMap { $0.readFragment(log: &log) })
    }
    return section.requiredFragment("where", log: &log).map(Quota.Group.matching)
  }

  private static func readAmount(_ section: Section, log: inout DiagnosticLog) -> Quota.Amount? {
    if let node = section["share"] {
      guard let share = node.readPercentage(log: &log) else { return nil }
      guard share >= Decimal(0), share <= Decimal(100) else {
        log.report(Diagnostic(.shareOutOfRange, at: node.span))
        return nil
      }
      return .share(share, node.span)
    }
    return section.requiredFragment("seats", log: &log).map(Quota.Amount.seats)
  }

  private static func readBasis(_ node: Node?, log: inout DiagnosticLog) -> [String: String] {
    guard let node else { return [:] }
    if let text = node.scalar?.text { return ["seats": text] }
    return readNodes(node, .clauses, log: &log).compactMapValues { $0.readText(log: &log) }
  }
}

extension Quota.Group {
  var text: String {
    switch self {
    case .matching(let expression): expression.text
    case .per(let fields): fields.map(\.text).joined(separator: "、")
    }
  }
}
