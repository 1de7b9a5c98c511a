/// The sections of a rule file, each with the keys that may stand in it.
///
/// `schema/rules.json` describes the same sections under the same names for editors; a test holds the two together.
public enum RuleSection: String, Sendable, CaseIterable {
  case file, regulation, parameter, field, check, condition, veto, scoring, dimension, item, table, panel
  case standardize, bonus, total, grades, selection, tieBreakKey, quota, clauses, earlier, submission

  public var keys: [String] {
    switch self {
    case .file:
      [
        "award", "edition", "subject", "regulation", "includes", "extends", "parameters", "record", "checks",
        "definitions", "eligibility", "vetoes", "scoring", "bonus", "total", "grades", "selection", "earlier",
        "submission", "because", "remove",
      ]
    case .regulation: ["title", "short", "number", "approval_number"]
    case .parameter: ["value", "type", "of", "unit", "basis", "one of", "note"]
    case .field:
      [
        "type", "of", "required", "required when", "one of", "range", "usual", "format", "sensitive", "key", "title",
        "unit", "from", "department", "changeable", "default", "aliases", "fill down",
        "evidence", "note",
      ]
    case .check, .condition: ["id", "name", "require", "basis", "note"]
    case .veto: ["id", "name", "when", "source", "lookback", "evidence", "cited first", "basis", "note"]
    case .scoring: ["max", "missing_optional", "basis", "dimensions"]
    case .dimension: ["id", "name", "max", "items", "basis", "note"]
    case .item:
      ["id", "name", "max", "basis", "note", "unit", "of", "when", "times", "plus"] + Self.forms
    case .table: ["hit policy", "inputs", "rows"]
    case .panel: ["scores", "drop", "at least", "aggregate", "standardize", "times"]
    case .standardize: ["within", "mean", "deviation", "at least"]
    case .bonus: ["cap", "basis", "count", "items"]
    case .total: ["scale", "round", "basis"]
    case .grades: ["of", "bands", "basis"]
    case .selection:
      [
        "seats", "candidates", "minimum", "tie_break", "then", "at most", "at least", "unfilled_floor", "caps_bind_at",
        "shares", "basis",
      ]
    case .tieBreakKey: ["name", "by", "basis"]
    case .quota: ["id", "name", "where", "per", "seats", "share", "soft", "basis", "note"]
    case .clauses: ["seats", "candidates", "minimum", "caps", "floors", "tie_break"]
    case .earlier: ["award", "match", "adds to", "row", "same by", "basis", "note"]
    case .submission: ["time", "deadline", "by", "stays", "basis", "note"]
    }
  }

  /// The keys of an item that say how points are given: one of them.
  static let forms = ["bands", "best of", "sum of", "table", "parts", "score", "panel", "points"]
}
