/// Whether seats can be given out so that every one of some rules holds: at least so many of these kinds of nominees, at
/// most so many of those.
///
/// Kinds that no rule tells apart count as one. The first phase of the simplex method, in fractions.
struct SeatSystem {
  struct Rule {
    /// For each kind of nominee, whether it counts.
    let counts: [Bool]
    let isFloor: Bool
    let bound: Int
  }

  let rules: [Rule]

  /// More rules than these are not looked at: the fractions could outgrow their numbers.
  static let mostRules = 14

  var isFeasible: Bool {
    var table = Tableau(rules.filter { !$0.isFloor || $0.bound > 0 })
    while let column = table.entering { table.pivot(column) }
    return table.lack.isZero
  }

  /// The fewest rules that cannot hold together, the first of them by their order; empty when all can.
  func smallestConflict() -> [Int] {
    guard rules.count <= Self.mostRules, !isFeasible else { return [] }
    for size in 1...rules.count {
      let found = Self.choices(of: size, from: rules.indices).first { choice in
        !SeatSystem(rules: choice.map { rules[$0] }).isFeasible
      }
      if let found { return found }
    }
    return []
  }

  private static func choices(of size: Int, from indices: Range<Int>) -> [[Int]] {
    guard size > 0 else { return [[]] }
    return indices.flatMap { first in
      choices(of: size - 1, from: (first + 1)..<indices.upperBound).map { [first] + $0 }
    }
  }
}

/// One row for each rule, in columns the kinds of nominees and each rule's slack; the last is the bound.
private struct Tableau {
  private var rows: [[Fraction]]
  /// What the floors still lack together.
  private var goal: [Fraction]
  private var basis: [Int]
  private let width: Int

  init(_ rules: [SeatSystem.Rule]) {
    let kinds = rules.first?.counts.count ?? 0
    width = kinds + rules.count
    rows = rules.enumerated().map { index, rule in
      let slack = rules.indices.map { Fraction($0 == index ? (rule.isFloor ? -1 : 1) : 0) }
      return rule.counts.map { Fraction($0 ? 1 : 0) } + slack + [Fraction(rule.bound)]
    }
    // A floor begins with a seat that nobody has, behind all columns.
    basis = rules.indices.map { kinds + $0 + (rules[$0].isFloor ? rules.count : 0) }
    goal = (0...width).map { _ in Fraction(0) }
    for (row, rule) in zip(rows, rules) where rule.isFloor {
      for column in 0...width { goal[column] = goal[column] - row[column] * Fraction(-1) }
    }
  }

  var lack: Fraction { goal[width] }

  /// Bland's rule: the first column by which less is lacking, so that nothing runs in a circle.
  var entering: Int? { (0..<width).first { goal[$0].isPositive } }

  mutating func pivot(_ column: Int) {
    var leaving: Int?
    for row in rows.indices where rows[row][column].isPositive {
      guard let best = leaving else {
        leaving = row
        continue
      }
      let (one, other) = (rows[row][width] / rows[row][column], rows[best][width] / rows[best][column])
      let less = other - one
      if less.isPositive || (less.isZero && basis[row] < basis[best]) { leaving = row }
    }
    guard let leaving else { return goal[column] = Fraction(0) }
    let head = rows[leaving][column]
    rows[leaving] = rows[leaving].map { $0 / head }
    for row in rows.indices where row != leaving { reduce(&rows[row], by: rows[leaving], column) }
    reduce(&goal, by: rows[leaving], column)
    basis[leaving] = column
  }

  private func reduce(_ row: inout [Fraction], by pivot: [Fraction], _ column: Int) {
    let factor = row[column]
    guard !factor.isZero else { return }
    for index in row.indices { row[index] = row[index] - factor * pivot[index] }
  }
}

private struct Fraction {
  private let above: Int128
  private let below: Int128

  init(_ value: Int) { (above, below) = (Int128(value), 1) }

  private init(_ above: Int128, _ below: Int128) {
    var (a, b) = (above.magnitude, below.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    let divisor = below < 0 ? -Int128(max(a, 1)) : Int128(max(a, 1))
    (self.above, self.below) = (above / divisor, below / divisor)
  }

  var isZero: Bool { above == 0 }
  var isPositive: Bool { above > 0 }

  static func - (left: Fraction, right: Fraction) -> Fraction {
    Fraction(left.above * right.below - right.above * left.below, left.below * right.below)
  }

  static func * (left: Fraction, right: Fraction) -> Fraction {
    Fraction(left.above * right.above, left.below * right.below)
  }

  static func / (left: Fraction, right: Fraction) -> Fraction {
    Fraction(left.above * right.below, left.below * right.above)
  }
}
