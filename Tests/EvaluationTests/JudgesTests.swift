import Evaluation
import FEEL
import TestSupport
import Testing

/// Who is severe, who raises his own unit, and how often chance alone is taken for it.
@Suite("Judges")
struct JudgesTests {
  private struct Panel {
    var judges = 7
    var nominees = 14
    /// Half the width of chance, in points.
    var noise = 3
    /// What each judge adds.
    var bents: [Int: Int] = [:]
    /// What a judge adds for the nominee of the own unit.
    var raised: [Int: Int] = [:]

    func marks(_ generator: inout SplitMix) -> [JudgeMark] {
      let worth = (0..<nominees).map { _ in 60 + generator.below(25) }
      return (0..<judges).flatMap { judge in
        (0..<nominees).map { nominee in
          // Two draws make a hump.
          let chance = (0..<2).map { _ in generator.below(2 * noise + 1) - noise }.reduce(0, +)
          let own = judge == nominee ? raised[judge, default: 0] : 0
          let score = Decimal(worth[nominee] + bents[judge, default: 0] + own).adding(
            Decimal(coefficient: Int64(chance * 5), exponent: -1))
          return JudgeMark(
            judge: "评委\(judge)", nominee: "对象\(nominee)", score: score, judgeUnit: "单位\(judge)",
            nomineeUnit: "单位\(nominee)")
        }
      }
    }
  }

  @Test("one judge harsh by 8 and one who raises the own unit by 10: both are found, and nobody else")
  func planted() throws {
    let seed = Patience.seed ?? UInt64.random(in: 0..<UInt64.max)
    var generator = SplitMix(seed: seed)
    var others = 0
    var raised = 0
    for _ in 0..<100 {
      let marks = Panel(bents: [2: -8], raised: [5: 10]).marks(&generator)
      let review = try #require(JudgesReview.reviews(marks).first)
      let severe = try #require(review.judges.first { $0.judge == "评委2" })
      let partial = try #require(review.judges.first { $0.judge == "评委5" })
      #expect(severe.isBentFound && severe.bent.map { $0 < Decimal(-6) } == true, "seed \(seed)")
      #expect(partial.ownUnit.map { $0 > Decimal(3) } == true, "seed \(seed)")
      raised += partial.isOwnUnitFound ? 1 : 0
      others += review.judges.count { finding in
        (finding.isBentFound && finding.judge != "评委2") || (finding.isOwnUnitFound && finding.judge != "评委5")
      }
    }
    // One mark of 98 is less than one judge's bent, and chance may hide it.
    #expect(raised >= 97 && others <= 5, "\(raised) found, \(others) besides; seed \(seed)")
  }

  @Test("of clean panels no more than one in a hundred raises an alarm")
  func clean() throws {
    let seed = Patience.seed ?? UInt64.random(in: 0..<UInt64.max)
    var generator = SplitMix(seed: seed)
    let rounds = Patience.hasTheNight ? 5_000 : 500
    let alarms = (0..<rounds).count { _ in
      JudgesReview.reviews(Panel().marks(&generator))[0].judges.contains { $0.isBentFound || $0.isOwnUnitFound }
    }
    // Three deviations of chance above what is promised.
    #expect(alarms <= rounds / 100 + 3 * (rounds >= 5_000 ? 7 : 2), "\(alarms) of \(rounds), seed \(seed)")
  }

  @Test("too few scores: 样本不足, and nothing is standardised")
  func few() throws {
    var generator = SplitMix(seed: 1)
    let marks = Panel(nominees: 4, bents: [2: -30]).marks(&generator)
    let review = try #require(JudgesReview.reviews(marks).first)
    #expect(review.judges.allSatisfy { $0.bent == nil && !$0.isBentFound })
    #expect(review.agreement == nil)
    #expect(review.nominees.allSatisfy { $0.zScore == nil })
    // Who scored few of many is not judged by them, though the others are.
    let many = Panel(bents: [2: -8]).marks(&generator)
    let sparse = many.filter { $0.judge != "评委2" || ["对象0", "对象1", "对象3"].contains($0.nominee) }
    let rest = try #require(JudgesReview.reviews(sparse).first)
    #expect(rest.judges.first { $0.judge == "评委2" }?.bent == nil)
    #expect(rest.judges.first { $0.judge == "评委3" }?.bent != nil)
    #expect(rest.judges.first { $0.judge == "评委2" }?.missing == 11)
  }

  @Test("judges who have no nominee in common are not compared")
  func apart() throws {
    var generator = SplitMix(seed: 2)
    let one = Panel().marks(&generator)
    let other = Panel(bents: [3: -9]).marks(&generator).map {
      JudgeMark(judge: $0.judge + "乙", nominee: $0.nominee + "乙", score: $0.score?.adding(Decimal(-20)))
    }
    let reviews = JudgesReview.reviews((one + other).shuffled(using: &generator))
    #expect(reviews.map(\.group) == ["1", "2"])
    #expect(reviews.map { $0.judges.filter(\.isBentFound).map(\.judge) } == [[], ["评委3乙"]])
  }

  @Test("E12: all give 88: 88, a deviation of 0, and nobody is suspected")
  func level() throws {
    let marks = (0..<7).flatMap { judge in
      (0..<6).map { JudgeMark(judge: "评委\(judge)", nominee: "对象\($0)", score: Decimal(88)) }
    }
    let review = try #require(JudgesReview.reviews(marks).first)
    #expect(review.nominees.allSatisfy { $0.trimmedMean == Decimal(88) && $0.deviation == .zero && $0.zScore == nil })
    #expect(review.judges.allSatisfy { !$0.isNoted && $0.bent == .zero })
    #expect(review.spread == .zero)
  }

  @Test("E31: recused and void scores do not count, and who did not stand back is named")
  func recused() throws {
    let scores: [(String, Int, JudgeMark.State, String)] = [
      ("甲", 88, .valid, "一厂"), ("乙", 90, .valid, "二厂"), ("丙", 86, .valid, "三厂"), ("丁", 92, .valid, "四厂"),
      ("戊", 85, .valid, "五厂"), ("己", 100, .void, "本厂"), ("庚", 0, .recused, "六厂"),
    ]
    let marks = scores.map { judge, score, state, unit in
      JudgeMark(
        judge: judge, nominee: "某", score: state == .recused ? nil : Decimal(score), state: state, judgeUnit: unit,
        nomineeUnit: "本厂")
    }
    let review = try #require(JudgesReview.reviews(marks).first)
    let nominee = try #require(review.nominees.first)
    #expect(nominee.scores.count == 5 && nominee.void == 1 && nominee.recused == 1)
    #expect(nominee.trimmedMean == Decimal(88) && nominee.median == Decimal(88))
    #expect(review.judges.filter { !$0.breaches.isEmpty }.map(\.judge) == ["己"])
  }

  @Test("Krippendorff's own example for intervals comes to 0.849")
  func agreement() throws {
    // Krippendorff (2011), “Computing Krippendorff’s Alpha-Reliability”, section C.
    let rows = [
      "1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 .",
    ]
    let marks = rows.enumerated().flatMap { judge, row in
      row.split(separator: " ").enumerated().compactMap { nominee, text in
        Decimal(text).map { JudgeMark(judge: "评委\(judge)", nominee: "对象\(nominee)", score: $0) }
      }
    }
    let review = try #require(JudgesReview.reviews(marks).first)
    #expect(review.agreement?.rounded(scale: 3, .halfUp) == Decimal("0.849"))
  }
}
