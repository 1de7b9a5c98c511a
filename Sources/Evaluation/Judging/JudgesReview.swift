public import FEEL

/// How the judges of one group scored: who is severe or lenient, who raises his own unit, and how far they agree.
///
/// A mark is what the nominee is worth, plus the judge's bent, plus chance. The first two are fitted so
/// that neither one odd judge nor one odd mark moves the others. A finding is called one only where chance alone would
/// bring it, or another like it, into no more than one of a hundred reports.
public struct JudgesReview: Sendable {
  public let group: String?
  public let judges: [JudgeFinding]
  public let nominees: [NomineeScores]
  /// Krippendorff's α for intervals: 1 is full agreement, 0 what chance would bring; `nil`: too few scores.
  public let agreement: Decimal?
  /// What one mark differs by chance; `nil`: too few scores.
  public let spread: Decimal?
  /// How many marks a judge needs, on nominees whom two others scored.
  public let needed: Int

  /// Judges and nominees need to be this many, for anything to be said of a group.
  public static let fewestJudges = 3

  /// One for each group, in the order of their names; where a group falls apart into judges who have no nominee in
  /// common, one for each part.
  public static func reviews(_ marks: [JudgeMark], needed: Int = 5) -> [JudgesReview] {
    Dictionary(grouping: marks) { $0.group ?? "" }.sorted { $0.key < $1.key }.flatMap { name, marks in
      let parts = parts(marks)
      return parts.enumerated().map { index, part in
        JudgesReview(part, parts.count == 1 ? part.first?.group : name + "\(index + 1)", needed)
      }
    }
  }

  /// Marks that hang together: by a judge or by a nominee.
  private static func parts(_ marks: [JudgeMark]) -> [[JudgeMark]] {
    var parts: [[JudgeMark]] = []
    for (_, own) in Dictionary(grouping: marks, by: \.judge).sorted(by: { $0.key < $1.key }) {
      let nominees = Set(own.map(\.nominee))
      let touched = parts.indices.filter { part in parts[part].contains { nominees.contains($0.nominee) } }
      let joined = touched.flatMap { parts[$0] } + own
      parts = parts.indices.filter { !touched.contains($0) }.map { parts[$0] } + [joined]
    }
    return parts
  }

  private init(_ marks: [JudgeMark], _ group: String?, _ needed: Int) {
    self.group = group
    self.needed = needed
    let sheet = MarkSheet(marks)
    nominees = sheet.nominees.map { name in NomineeScores(name, marks.filter { $0.nominee == name }) }
      .standardized(needed: needed)
    guard sheet.judges.count >= Self.fewestJudges, let fit = ScoreFit(sheet, needed: needed) else {
      judges = sheet.judges.map { JudgeFinding($0, sheet, needed: needed) }
      (agreement, spread) = (nil, nil)
      return
    }
    judges = sheet.judges.map { JudgeFinding($0, sheet, fit, needed: needed) }
    agreement = sheet.agreement
    spread = fit.spread
  }
}

/// What there is to say of one judge.
public struct JudgeFinding: Sendable {
  public let judge: String
  public let valid: Int
  public let recused: Int
  public let void: Int
  /// Nominees of the group that the judge should have scored and did not.
  public let missing: Int
  public let mean: Decimal?
  /// How far above the others on the same nominees; below 0: severe. `nil`: 样本不足.
  public let bent: Decimal?
  public let isBentFound: Bool
  /// How far the own unit's nominees are raised beyond that; `nil`: none scored, or 样本不足.
  public let ownUnit: Decimal?
  public let isOwnUnitFound: Bool
  /// Own-unit nominees whom the judge scored instead of standing back.
  public let breaches: [String]

  /// Whether there is anything to look into.
  public var isNoted: Bool { isBentFound || isOwnUnitFound || !breaches.isEmpty }

  init(_ judge: String, _ sheet: MarkSheet, _ fit: ScoreFit? = nil, needed: Int) {
    let own = sheet.marks.filter { $0.judge == judge }
    self.judge = judge
    valid = own.count { $0.counted != nil }
    recused = own.count { $0.state == .recused }
    void = own.count { $0.state == .void }
    missing = sheet.nominees.count - own.count { $0.score != nil || $0.state != .valid }
    mean = Sample(own.compactMap(\.counted)).mean
    breaches = own.filter { $0.isOwnUnit && $0.state != .recused && $0.score != nil }.map(\.nominee)
    let bent = fit?.bent(of: judge)
    self.bent = bent?.value
    isBentFound = bent?.isFound ?? false
    let raised = fit?.ownUnit(of: judge)
    ownUnit = raised?.value
    isOwnUnitFound = raised?.isFound ?? false
  }
}

/// One nominee's scores, put together in each of the usual ways.
public struct NomineeScores: Sendable {
  public let nominee: String
  public let scores: [Decimal]
  public let recused: Int
  public let void: Int
  public let mean: Decimal?
  public let median: Decimal?
  /// Without one highest and one lowest.
  public let trimmedMean: Decimal?
  /// 离散度; 0 where all gave the same (E12).
  public let deviation: Decimal?
  /// How many deviations of the group's nominees the trimmed mean lies above their mean; `nil`: 样本不足, or no two of
  /// them differ.
  public private(set) var zScore: Decimal?

  init(_ nominee: String, _ marks: [JudgeMark]) {
    let sample = Sample(marks.compactMap(\.counted))
    self.nominee = nominee
    scores = sample.values
    recused = marks.count { $0.state == .recused }
    void = marks.count { $0.state == .void }
    mean = sample.mean
    median = sample.median
    trimmedMean = sample.trimmed.mean
    deviation = sample.deviation
  }

  fileprivate func standardized(_ group: Sample) -> NomineeScores {
    var scores = self
    scores.zScore = trimmedMean.flatMap { own in
      group.deviation.flatMap { own.minus(group.mean).over($0) }
    }
    return scores
  }
}

extension [NomineeScores] {
  fileprivate func standardized(needed: Int) -> [NomineeScores] {
    let group = Sample(compactMap(\.trimmedMean))
    guard group.values.count >= needed else { return self }
    return map { $0.standardized(group) }
  }
}
