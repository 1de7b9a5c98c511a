import Diagnostics
import YAML

/// Rules about people that several types of stages share.
extension FileReader {
  mutating func recusal(_ node: Node) -> RecusalRule {
    var rule = RecusalRule()
    let known = ["same_company", "relations", "lookback", "declared", "decided_by", "deputies", "ordered_by"]
    guard let keys = keys(node, known) else { return rule }
    rule.sameCompany = boolean(keys["same_company"]) ?? false
    if keys["relations"]?.scalar?.text == AllRelations.all.rawValue {
      rule.relations = Set(Relation.Kind.allCases)
    } else {
      rule.relations = Set(list(keys["relations"]).compactMap { word($0, Relation.Kind.self) })
    }
    rule.lookback = span(keys["lookback"])
    rule.declared = boolean(keys["declared"]) ?? false
    rule.decidedBy = who(keys["decided_by"])
    rule.deputies = who(keys["deputies"])
    rule.orderedBy = who(keys["ordered_by"])
    return rule
  }

  /// `{count: 7}`, `{at_least: 5, odd: true}`, `{share: 30%, of: evidence}`.
  mutating func draw(_ node: Node) -> DrawRule? {
    guard let keys = keys(node, ["count", "at_least", "odd", "share", "of"]) else { return nil }
    if let share = fraction(keys["share"]) {
      return word(required(keys, "of"), DrawRule.Pool.self).map { .share(share, of: $0) }
    }
    if let count = integer(keys["count"], in: 1...1000) { return .people(atLeast: count, atMost: count, isOdd: false) }
    guard let least = integer(required(keys, "at_least"), in: 1...1000) else { return nil }
    return .people(atLeast: least, atMost: 1000, isOdd: boolean(keys["odd"]) ?? false)
  }

  /// `2025-12-04..2025-12-08`, or one day.
  mutating func posting(_ node: Node?) -> Posting? {
    guard let node, let text = text(node) else { return nil }
    let ends = text.split(separator: ".", omittingEmptySubsequences: true)
    if let day = Day(text) { return Posting(first: day, last: day) }
    if ends.count == 2, let first = Day(ends[0]), let last = Day(ends[1]), first <= last {
      return Posting(first: first, last: last)
    }
    report(.badDay, at: node.span, ["text": text])
    return nil
  }
}

enum AllRelations: String, CaseIterable { case all }
