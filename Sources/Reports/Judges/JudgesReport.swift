public import Diagnostics
public import Evaluation
import Casework
import FEEL

/// How judges scored, for the 评选办: severity, agreement, own units, and each nominee's scores put together in each of
/// the usual ways.
public struct JudgesReport {
  public enum Format: String, Sendable, CaseIterable { case table, json, md }

  private let reviews: [JudgesReview]
  private let language: Language

  public init(_ reviews: [JudgesReview], _ language: Language) {
    self.reviews = reviews
    self.language = language
  }

  /// Whether there is anything to look into.
  public var findsAnything: Bool { reviews.contains { $0.judges.contains(where: \.isNoted) } }

  public func text(_ format: Format) -> String {
    switch format {
    case .table: reviews.map(table).joined(separator: "\n")
    case .md: reviews.map(markdown).joined(separator: "\n")
    case .json: document.pretty
    }
  }

  /// For documents: who scored how, and what is said of all of them together; one for each group.
  var tables: [(header: [String], rows: [[String]], note: String)] {
    reviews.map { (header: judgeHeader, rows: judgeRows($0), note: agreement($0)) }
  }

  // MARK: For people

  private func table(_ review: JudgesReview) -> String {
    ([head(review)].compactMap(\.self) + [
      TextTable(header: judgeHeader, rows: judgeRows(review)).text, agreement(review),
    ]
      + ["", TextTable(header: nomineeHeader, rows: nomineeRows(review)).text]).joined(separator: "\n") + "\n"
  }

  private func markdown(_ review: JudgesReview) -> String {
    ([head(review).map { "## \($0)\n" }].compactMap(\.self)
      + [
        MarkdownTable(header: judgeHeader, rows: judgeRows(review)).text, agreement(review), "",
        MarkdownTable(header: nomineeHeader, rows: nomineeRows(review)).text,
      ]).joined(separator: "\n")
  }

  private func head(_ review: JudgesReview) -> String? { review.group.map { word("评审组：\($0)", "Group: \($0)") } }

  private var judgeHeader: [String] {
    [
      word("评委", "Judge"), word("有效", "Valid"), word("回避", "Recused"), word("作废", "Void"), word("未评", "Missing"),
      word("平均", "Mean"), word("比其他评委", "Against others"), word("本单位", "Own unit"), word("说明", "Note"),
    ]
  }

  private func judgeRows(_ review: JudgesReview) -> [[String]] {
    review.judges.map { judge in
      [
        judge.judge, "\(judge.valid)", "\(judge.recused)", "\(judge.void)", "\(judge.missing)", number(judge.mean),
        signed(judge.bent), signed(judge.ownUnit), note(judge, review),
      ]
    }
  }

  private func note(_ judge: JudgeFinding, _ review: JudgesReview) -> String {
    var notes: [String] = []
    if let bent = judge.bent {
      if judge.isBentFound {
        let size = number(bent.magnitude)
        notes.append(
          bent.isNegative ? word("偏严 \(size) 分", "severe by \(size)") : word("偏宽 \(size) 分", "lenient by \(size)"))
      }
    } else {
      notes.append(
        word(
          "样本不足（有效评分须 \(review.needed) 份、每名对象须 \(JudgesReview.fewestJudges) 人评）",
          "too few scores (\(review.needed) are needed, on nominees scored by \(JudgesReview.fewestJudges))"))
    }
    if judge.isOwnUnitFound {
      notes.append(word("本单位对象偏高 \(number(judge.ownUnit)) 分", "own unit raised by \(number(judge.ownUnit))"))
    }
    if !judge.breaches.isEmpty {
      let names = judge.breaches.joined(separator: word("、", ", "))
      notes.append(word("应回避而评分：\(names)", "should have stood back: \(names)"))
    }
    return notes.isEmpty ? word("未见异常", "nothing unusual") : notes.joined(separator: word("；", "; "))
  }

  private func agreement(_ review: JudgesReview) -> String {
    guard let agreement = review.agreement, let spread = review.spread else {
      return word("一致性：样本不足", "Agreement: too few scores")
    }
    return word(
      "一致性 α＝\(number(agreement, scale: 3))（1 为全部一致）；单个评分的随机差异 \(number(spread)) 分；照此标准，一百份没有问题的报告里误报的不超过一份",
      "agreement α = \(number(agreement, scale: 3)) (1: full); one score differs by \(number(spread)) by chance; of a hundred "
        + "panels with nothing amiss at most one is noted")
  }

  private var nomineeHeader: [String] {
    [
      word("对象", "Nominee"), word("有效分", "Scores"), word("回避", "Recused"), word("作废", "Void"), word("平均", "Mean"),
      word("去高去低平均", "Trimmed mean"), word("中位数", "Median"), word("离散度", "Deviation"), word("Z分", "Z score"),
    ]
  }

  private func nomineeRows(_ review: JudgesReview) -> [[String]] {
    review.nominees.map { nominee in
      [
        nominee.nominee, nominee.scores.map(\.description).joined(separator: word("、", ", ")), "\(nominee.recused)",
        "\(nominee.void)", number(nominee.mean), number(nominee.trimmedMean), number(nominee.median),
        number(nominee.deviation), nominee.zScore.map { signed($0) } ?? word("样本不足", "too few"),
      ]
    }
  }

  // MARK: JSON

  private var document: JSON {
    .object([
      "format_version": .number(1), "engine": .string(Engine.version),
      "groups": .array(
        reviews.map { review in
          .object([
            "group": .optional(review.group), "agreement": .optional(rounded(review.agreement)),
            "spread": .optional(rounded(review.spread)), "needed": .number(review.needed),
            "judges": .array(review.judges.map(judge)), "nominees": .array(review.nominees.map(nominee)),
          ])
        }),
    ])
  }

  private func judge(_ judge: JudgeFinding) -> JSON {
    .object([
      "judge": .string(judge.judge), "valid": .number(judge.valid), "recused": .number(judge.recused),
      "void": .number(judge.void), "missing": .number(judge.missing), "mean": .optional(rounded(judge.mean)),
      "against_others": .optional(rounded(judge.bent)), "own_unit": .optional(rounded(judge.ownUnit)),
      "too_few": .boolean(judge.bent == nil), "severity_found": .boolean(judge.isBentFound),
      "own_unit_found": .boolean(judge.isOwnUnitFound), "breaches": .array(judge.breaches.map(JSON.string)),
    ])
  }

  private func nominee(_ nominee: NomineeScores) -> JSON {
    .object([
      "nominee": .string(nominee.nominee), "scores": .array(nominee.scores.map(JSON.number)),
      "recused": .number(nominee.recused), "void": .number(nominee.void), "mean": .optional(rounded(nominee.mean)),
      "trimmed_mean": .optional(rounded(nominee.trimmedMean)), "median": .optional(rounded(nominee.median)),
      "deviation": .optional(rounded(nominee.deviation)), "z_score": .optional(rounded(nominee.zScore)),
    ])
  }

  // MARK: Words

  private func rounded(_ number: Decimal?) -> Decimal? { number?.rounded(scale: 6, .halfUp) }

  private func number(_ number: Decimal?, scale: Int = 2) -> String {
    number.flatMap { $0.rounded(scale: scale, .halfUp)?.description } ?? "—"
  }

  private func signed(_ number: Decimal?) -> String {
    guard let number, let rounded = number.rounded(scale: 2, .halfUp) else { return "—" }
    return rounded.isNegative || rounded.isZero ? rounded.description : "+\(rounded)"
  }

  private func word(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
}
