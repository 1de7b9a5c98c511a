public import FEEL
public import Records
public import Rules
public import Outcomes

/// What a rule set says of one record, rule by rule.
public struct Assessment: Sendable {
  /// The record's place in the batch, from 0; it never decides anything.
  public let ordinal: Int
  public let id: String
  public let title: String
  public internal(set) var outcome: Outcome
  public let conditions: [ConditionResult]
  public let vetoes: [ConditionResult]
  /// `nil` while nothing may be scored (待补正).
  public let score: Score?
  /// The facts that could change the outcome, in the order of the record.
  public let missing: [MissingFact]
  /// For the selection; empty where there is no score.
  public let standing: Standing?
  /// Facts that are unusual, though admitted.
  public let fingerprintOfRecord: String

  public var failedConditions: [ConditionResult] { conditions.filter { $0.answer == .no } }
  public var vetoesThatHold: [ConditionResult] { vetoes.filter { $0.answer == .yes } }
}

extension Assessment {
  /// Of a record that is not scored, whatever it says, because another stands for its nominee.
  public var unscored: Assessment {
    Assessment(
      ordinal: ordinal, id: id, title: title, outcome: outcome, conditions: conditions, vetoes: vetoes, score: nil,
      missing: [], standing: nil, fingerprintOfRecord: fingerprintOfRecord)
  }
}

/// What a condition or a veto says: 是, 否, 待核; or that it cannot be answered.
public enum Answer: Sendable, Hashable {
  case yes, no
  /// 待核: some admissible value of these missing facts would change it.
  case open([FactPath])
  /// Facts from others that are not due yet; nothing is held up.
  case notYet([FactPath])
  /// A null that no missing fact explains: a fault of the rule or of the record.
  case fault
}

/// One condition or veto, with what it read.
public struct ConditionResult: Sendable {
  public let id: String
  public let answer: Answer
  /// What each name that it reads stood for.
  public let values: [NamedValue]
  /// Only when the assessment was observed.
  public let trace: Trace?
  /// The office's own sentence, if the rule file has one; only when the assessment was observed.
  public let because: [BecausePiece]
}

/// A piece of a sentence of the office's own: its words, or the value of what stands in braces.
public enum BecausePiece: Sendable, Hashable {
  case text(String)
  case value(Value, of: Tree)
}

public struct NamedValue: Sendable {
  public let name: String
  public let value: Value
  public let origin: Origin

  public enum Origin: Sendable, Hashable { case field, parameter, definition }
}

/// The scores of one record, all unrounded; `total` alone is rounded.
public struct Score: Sendable {
  public let dimensions: [DimensionResult]
  /// The sum of the dimensions.
  public let subtotal: Decimal
  public let bonus: BonusResult?
  /// The unrounded sum of all that counts.
  public let sum: Decimal
  /// `sum` rounded as the rule file says; `nil` while an item waits for a fact from others.
  public let total: Decimal?
  public let grade: String?

  public var items: [ItemResult] { dimensions.flatMap(\.items) + (bonus?.items ?? []) }
}

public struct DimensionResult: Sendable {
  public let id: String
  public let points: Decimal
  public let items: [ItemResult]
}

public struct BonusResult: Sendable {
  public let items: [ItemResult]
  /// The indices of the items that count.
  public let counted: [Int]
  /// Before the cap.
  public let sum: Decimal
  public let cap: Decimal?
  public let points: Decimal
}

/// One line of the score table.
public struct ItemResult: Sendable {
  public let id: String
  public let points: Decimal
  public let state: State
  public let working: Working
  /// What the points were before the item's maximum cut them; `nil` if it did not.
  public let uncapped: Decimal?
  /// The office's own sentence, if the rule file has one.
  public let because: [BecausePiece]

  public enum State: Sendable, Hashable {
    case scored
    /// An optional fact is missing: 0 points, listed in 缺项清单.
    case missing([FactPath])
    /// A required fact is missing: there are no points yet.
    case open([FactPath])
    /// There is no value to score, for a reason other than a missing fact: 0 points.
    case notComputable
  }
}

/// How the points of an item came about.
public indirect enum Working: Sendable {
  case none
  case bands(input: Computed, match: Match)
  case elements([ElementWorking], counted: [Int], isSum: Bool)
  case table(inputs: [Computed], match: Match)
  case parts([PartWorking])
  case score(Computed)
  case panel(PanelWorking)
  case points(condition: Computed, holds: Bool)
}

/// A value with the expression that gave it.
public struct Computed: Sendable {
  public let program: Program
  public let value: Value
  public let trace: Trace?
  /// Of a definition that has no value: how it came to have none.
  public let origin: Trace?
}

/// Which rows of a table matched; none when the value fell to `else`.
public struct Match: Sendable {
  public let rows: [Int]
  public let isDefault: Bool
  public let points: Decimal?
}

public struct ElementWorking: Sendable {
  public let element: Value
  public let inputs: [Computed]
  public let match: Match
  public let factor: Decimal?
  public let addend: Decimal?
  public let points: Decimal
}

public struct PartWorking: Sendable {
  public let name: String
  public let points: Decimal
  public let working: Working
}

/// Judges' scores brought to one number.
public struct PanelWorking: Sendable {
  public let scores: [Decimal]
  public let highest: Decimal?
  public let lowest: Decimal?
  public let aggregate: Decimal?
  public let kind: Panel.Aggregate
  public let standing: PanelStanding
  public let factor: Decimal
  public let needed: Int
}

/// What became of a panel's number among the others of its group.
public enum PanelStanding: Sendable, Hashable {
  /// It counts as it is.
  case own
  /// The others of the group are not known yet.
  case notYet
  /// 样本不足, or nobody in the group differs: it counts as it is.
  case tooFew(Int, needed: Int)
  case level
  case standardized(PanelScore)
}

/// A panel's number brought to the mean and deviation that the rule file gives.
public struct PanelScore: Sendable, Hashable {
  public let group: Value
  public let groupMean: Decimal
  public let groupDeviation: Decimal
  public let zScore: Decimal
  /// From 0 to 100.
  public let value: Decimal
}

/// A fact that is not there although somebody should have given it.
public struct MissingFact: Sendable, Hashable {
  public let path: FactPath
  public let supplier: Supplier
}

/// What the selection needs to know of a nominee.
public struct Standing: Sendable {
  /// Unrounded, in the order of the rule file's keys; null sorts last.
  public let tieBreak: [Value]
  public let caps: [Membership]
  public let floors: [Membership]
}

/// Whether a nominee belongs to a group with a cap or a floor, and to which.
public struct Membership: Sendable, Hashable {
  /// `nil`: not a member. Groups by `per` have one key for each combination of values.
  public let group: [Value]?
  /// How many of the group there may (or must) be, as this nominee's facts say.
  public let limit: Int?
}
