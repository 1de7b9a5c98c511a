public import Diagnostics
public import FEEL

/// A year's criteria for one award as they were written: names, texts and places, nothing compiled.
///
/// It is one edition with all that it extends and includes merged in.
public struct RuleSet: Sendable {
  public let award: String
  /// The award year, 评选年度.
  public let edition: Int
  public let subject: Subject
  public let regulation: Regulation
  public let parameters: [Parameter]
  public let schema: RecordSchema
  public let checks: [Condition]
  public let definitions: [Definition]
  public let eligibility: [Condition]
  public let vetoes: [Veto]
  public let scoring: Scoring?
  public let bonus: Bonus?
  public let total: TotalRule
  public let grades: Grades?
  public let selection: SelectionRule?
  /// What earlier rounds' registers of titles add to the facts.
  public let earlier: [EarlierRule]
  /// `nil`: of two nominations of one nominee neither is taken.
  public let submission: SubmissionRule?
  /// Sentences of the office's own, by the id of the rule that they explain; FEEL stands in braces.
  public let because: [String: Fragment]
  /// Every file that was read, the eldest first.
  public let sources: [Source]
}

/// What is being selected.
public enum Subject: String, Sendable, CaseIterable {
  case enterprise, team, individual, branch, brand, post
}

/// The document that the clauses stand in.
public struct Regulation: Sendable {
  public let title: String
  /// The name that clauses are cited by, e.g. 评选办法（试行）.
  public let short: String
  public let number: String
  /// 表彰项目批准文号; `nil` when the activity is no 表彰.
  public let approvalNumber: String?
}

/// What changes from year to year.
public struct Parameter: Sendable {
  public let name: String
  public let value: Value
  public let type: Type
  public let unit: String?
  /// The clause that fixes it.
  public let basis: String?
  public let span: Span
}

public struct Definition: Sendable {
  public let name: String
  public let expression: Fragment
  public let nameSpan: Span
}

/// Something that must hold.
public struct Condition: Sendable {
  public let id: String
  public let name: String
  public let require: Fragment
  /// Empty for a check of a record.
  public let basis: String
  public let idSpan: Span
}

/// Something that excludes when it holds.
public struct Veto: Sendable {
  public let id: String
  public let name: String
  public let when: Fragment
  /// The departments that answer it, 来源部门.
  public let sources: [String]
  /// 回溯期.
  public let lookback: String
  public let evidence: String?
  /// Whether it stands before the others where several hold, as 弄虚作假 does.
  public let isCitedFirst: Bool
  public let basis: String
  public let idSpan: Span
}

public struct Scoring: Sendable {
  public let max: Decimal
  public let maxSpan: Span
  public let dimensions: [Dimension]
}

public struct Dimension: Sendable {
  public let id: String
  public let name: String
  public let max: Decimal
  public let maxSpan: Span
  public let items: [Item]
}

/// One line of the score table.
public struct Item: Sendable {
  public let id: String
  public let name: String
  /// `nil` for a bonus item or a part without a limit of its own.
  public let max: Decimal?
  public let maxSpan: Span?
  public let form: Form
  public let basis: String
  public let unit: String?
  public let span: Span
}

/// The seven ways to give points, and points for a single condition.
public indirect enum Form: Sendable {
  case bands(of: Fragment, Table)
  case bestOf(count: Int, list: Fragment, ElementPoints)
  case sumOf(list: Fragment, ElementPoints)
  case table(Table)
  case parts([Item])
  case score(Fragment)
  case panel(Panel)
  /// `when` and `points`.
  case points(when: Fragment, points: Fragment)
}

/// A decision table as it was written.
public struct Table: Sendable {
  public struct Row: Sendable {
    /// One cell for each input; empty for the `else` row.
    public let cells: [Fragment]
    public let output: Fragment
    public let isDefault: Bool
    public let span: Span
  }

  public let hitPolicy: String
  public let hitPolicySpan: Span?
  public let inputs: [Fragment]
  public let rows: [Row]
  public let span: Span
}

/// The points of one element of a list.
public struct ElementPoints: Sendable {
  public let table: Table
  public let times: Fragment?
  public let plus: Fragment?
}

/// Judges' scores brought to one number.
public struct Panel: Sendable {
  public let scores: Fragment
  public let dropsExtremes: Bool
  public let atLeast: Int
  public let aggregate: Aggregate
  /// `nil`: the scores count as they are.
  public let standardize: Standardization?
  public let times: Fragment

  public enum Aggregate: String, Sendable, CaseIterable { case mean, median }

  /// Nominees of several groups of judges are brought to one mean and one deviation (Z 分).
  public struct Standardization: Sendable {
    /// What the nominees of one group of judges have in common.
    public let within: Fragment
    public let mean: Decimal
    public let deviation: Decimal
    /// In a smaller group the scores count as they are.
    public let atLeast: Int
  }
}

public struct Bonus: Sendable {
  public let cap: Fragment?
  public let basis: String
  /// How many of the items count, the best first; `nil` for all.
  public let best: Int?
  public let items: [Item]
}

/// How the sum becomes the total: rounded once, on the unrounded sum.
public struct TotalRule: Sendable {
  public let scale: Int
  public let rounding: Rounding
  public let basis: String?

  public enum Rounding: String, Sendable, CaseIterable {
    case halfUp = "half up"
    case halfEven = "half even"
    case halfDown = "half down"
    case up
    case down
  }
}

/// Names for bands of the total, or of an expression.
public struct Grades: Sendable {
  /// `nil`: the total.
  public let of: Fragment?
  public let table: Table?
  /// A text expression instead of bands.
  public let expression: Fragment?
}

public struct SelectionRule: Sendable {
  public let seats: Fragment
  public let candidates: Fragment?
  /// A percentage added to the seats, when `candidates` was written as `seats plus 20%`.
  public let surplus: Decimal?
  /// Where one of the two was written.
  public let candidatesSpan: Span?
  public let minimum: Fragment?
  public let tieBreak: [TieBreakKey]
  /// Who decides a tie that no key breaks.
  public let then: String?
  public let caps: [Quota]
  public let floors: [Quota]
  /// Clauses by what they fix: seats, candidates, minimum, caps, tie_break.
  public let basis: [String: String]
  public let span: Span
}

public struct TieBreakKey: Sendable {
  public let name: String
  public let by: Fragment
}

/// A cap (at most) or a floor (at least) for a group of nominees.
public struct Quota: Sendable {
  public enum Amount: Sendable {
    case seats(Fragment)
    /// A share of the seats in percent, rounded up.
    case share(Decimal, Span)
  }

  public let name: String
  public let group: Group
  public let amount: Amount
  public let isSoft: Bool
  public let basis: String?
  public let span: Span

  public enum Group: Sendable {
    case matching(Fragment)
    /// One group for each combination of values of these fields.
    case per([Fragment])
  }
}
