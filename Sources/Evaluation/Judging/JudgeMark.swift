public import FEEL

/// What one judge gave one nominee.
public struct JudgeMark: Sendable {
  public enum State: String, Sendable, CaseIterable {
    case valid = "有效"
    /// The judge stood back.
    case recused = "回避"
    /// Given, and not to be counted: by a judge who should have stood back (评选办法 第三十九条).
    case void = "作废"
  }

  public let judge: String
  public let nominee: String
  /// `nil`: not given.
  public let score: Decimal?
  public let state: State
  public let judgeUnit: String?
  public let nomineeUnit: String?
  /// Judges and nominees of one group are compared with each other only.
  public let group: String?

  public init(
    judge: String, nominee: String, score: Decimal?, state: State = .valid, judgeUnit: String? = nil,
    nomineeUnit: String? = nil, group: String? = nil
  ) {
    self.judge = judge
    self.nominee = nominee
    self.score = score
    self.state = state
    self.judgeUnit = judgeUnit
    self.nomineeUnit = nomineeUnit
    self.group = group
  }

  /// The score, if it counts.
  public var counted: Decimal? { state == .valid ? score : nil }

  /// Whether the judge and the nominee belong to the same unit.
  public var isOwnUnit: Bool { judgeUnit != nil && judgeUnit == nomineeUnit }
}
