import FEEL

/// Finds a level for each nominee and a bent for each judge, so that what is left of the marks is chance.
///
/// What judges gave their own units has no part in it, and neither has a mark that is far out by Tukey's median polish:
/// so neither an odd judge nor an odd mark moves the others.
struct ScoreFit {
  /// What one mark differs by chance.
  let spread: Decimal

  struct Estimate {
    let value: Decimal
    let isFound: Bool
  }

  private struct Cell {
    let judge: String
    let nominee: String
    let isOwnUnit: Bool
    let score: Decimal
  }

  private let cells: [Cell]
  private let levels: [String: Decimal]
  private let bents: [String: Decimal]
  /// How many marks each judge's bent rests on.
  private let counts: [String: Int]
  /// Beyond how many deviations a bent, and a raised own unit, are found.
  private let limits: (bent: Decimal, ownUnit: Decimal)
  private let needed: Int

  /// `nil`: fewer nominees than are needed were scored by three judges who are not of their units.
  init?(_ sheet: MarkSheet, needed: Int) {
    cells = sheet.marks.compactMap { mark in
      mark.counted.map { Cell(judge: mark.judge, nominee: mark.nominee, isOwnUnit: mark.isOwnUnit, score: $0) }
    }
    self.needed = needed
    let usable = Dictionary(grouping: cells.filter { !$0.isOwnUnit }, by: \.nominee)
      .filter { $0.value.count >= JudgesReview.fewestJudges }
    guard usable.count >= needed else { return nil }
    let marks = usable.sorted { $0.key < $1.key }.flatMap(\.value)
    let rough = Self.fit(marks, rounds: 8) { $0.median }
    let far = Sample(marks.map { rough.left($0).magnitude }).median?.times(Self.farOut) ?? .zero
    let kept = far.isZero ? marks : marks.filter { rough.left($0).magnitude <= far }
    let fit = Self.fit(kept, rounds: 40) { $0.mean }
    (levels, bents) = (fit.levels, fit.bents)
    counts = Dictionary(grouping: kept, by: \.judge).mapValues(\.count)
    let free = max(1, kept.count - fit.levels.count - fit.bents.count + 1)
    let squares = Sample(kept.map { fit.left($0).times(fit.left($0)) }).sum
    spread = squares.over(Decimal(free))?.squareRoot ?? .zero
    // Half of the alarms for each of the two; a bent may go either way, a unit is only raised.
    let units = max(1, Set(cells.filter(\.isOwnUnit).map(\.judge)).count)
    limits = (
      Self.limit(tests: 4 * fit.bents.count, free: free), Self.limit(tests: 2 * units, free: free)
    )
  }

  /// How far the judge's marks lie above those of the judge in the middle of the others; `nil`: too few.
  func bent(of judge: String) -> Estimate? {
    guard let own = bents[judge], let count = counts[judge], count >= needed else { return nil }
    let others = bents.filter { $0.key != judge }
    guard let middle = Sample(others.values).median else { return nil }
    let value = own.minus(middle)
    // A median of n keeps two thirds of what their mean knows.
    let known = others.keys.reduce(0) { $0 + (counts[$1] ?? 0) } * 2 / 3
    return Estimate(value: value, isFound: exceeds(value, limits.bent, parts: [count, max(1, known)]))
  }

  /// How far the marks for the own unit lie above what the others and the judge's bent explain; `nil`: none, or too few
  /// others.
  func ownUnit(of judge: String) -> Estimate? {
    let own = cells.filter { $0.judge == judge && $0.isOwnUnit && levels[$0.nominee] != nil }
    guard !own.isEmpty, let bent = bents[judge], let count = counts[judge], count >= needed else { return nil }
    guard let raised = Sample(own.map { $0.score.minus(levels[$0.nominee]) }).mean else { return nil }
    let value = raised.minus(bent)
    let parts = [own.count, count, own.count * max(1, bents.count - 1)]
    return Estimate(value: value, isFound: !value.isNegative && exceeds(value, limits.ownUnit, parts: parts))
  }

  // MARK: Fitting

  private struct Fit {
    var levels: [String: Decimal] = [:]
    var bents: [String: Decimal] = [:]

    func left(_ cell: Cell) -> Decimal { cell.score.minus(levels[cell.nominee]).minus(bents[cell.judge]) }
  }

  /// Levels and bents in turn, each in the middle of what the other leaves.
  private static func fit(_ cells: [Cell], rounds: Int, _ middle: (Sample) -> Decimal?) -> Fit {
    let byNominee = Dictionary(grouping: cells, by: \.nominee)
    let byJudge = Dictionary(grouping: cells, by: \.judge)
    var fit = Fit()
    for _ in 0..<rounds {
      let before = fit
      for (nominee, own) in byNominee {
        fit.levels[nominee] = middle(Sample(own.map { $0.score.minus(before.bents[$0.judge]) }))
      }
      let levels = fit.levels
      for (judge, own) in byJudge {
        fit.bents[judge] = middle(Sample(own.map { $0.score.minus(levels[$0.nominee]) }))
      }
      // Together the bents are nothing.
      let centre = Sample(fit.bents.values).mean
      fit.bents = fit.bents.mapValues { $0.minus(centre) }
      if fit.bents == before.bents, fit.levels == before.levels { break }
    }
    return fit
  }

  // MARK: Chance

  /// In medians of what is left: six of its deviations.
  private static let farOut = Decimal(9)

  /// - Parameter parts: of how many marks each part of the value is a mean.
  private func exceeds(_ value: Decimal, _ limit: Decimal, parts: [Int]) -> Bool {
    let variance = Sample(parts.compactMap { Decimal.one.over(Decimal($0)) }).sum
    guard let error = variance.squareRoot?.times(spread), !value.isZero else { return false }
    return value.magnitude > error.times(limit)
  }

  /// How many deviations chance exceeds on one side in any of the tests, once in a hundred reports: the normal quantile
  /// (Abramowitz and Stegun 26.2.23), widened as Student's is, since the spread is itself an estimate.
  private static func limit(tests: Int, free: Int) -> Decimal {
    let tail = Decimal.one.over(Decimal(100 * tests)) ?? .one
    guard let root = tail.logarithm?.times(Decimal(-2)).squareRoot else { return Decimal(4) }
    let above = polynomial(["2.515517", "0.802853", "0.010328"], root)
    let below = polynomial(["1", "1.432788", "0.189269", "0.001308"], root)
    let quantile = root.minus(above.over(below))
    let widening = quantile.times(quantile).plus(.one).over(Decimal(4 * free)) ?? .zero
    return quantile.times(widening.plus(.one))
  }

  private static func polynomial(_ coefficients: [String], _ x: Decimal) -> Decimal {
    coefficients.reversed().reduce(.zero) { $0.times(x).plus(Decimal($1) ?? .zero) }
  }
}
