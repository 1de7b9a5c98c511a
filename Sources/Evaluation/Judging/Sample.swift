public import FEEL

/// Numbers of which something is reckoned: all in decimals, and nothing of no numbers.
public struct Sample: Sendable {
  /// Ascending.
  public let values: [Decimal]

  public init(_ values: some Sequence<Decimal>) { self.values = values.sorted() }

  /// Exact up to 34 digits.
  public var sum: Decimal { values.reduce(.zero) { $0.adding($1) ?? $0 } }

  public var mean: Decimal? { values.isEmpty ? nil : sum.divided(by: Decimal(values.count)) }

  public var median: Decimal? {
    guard !values.isEmpty else { return nil }
    let middle = values.count / 2
    if values.count % 2 == 1 { return values[middle] }
    return values[middle - 1].adding(values[middle])?.divided(by: Decimal(2))
  }

  /// The root of the mean square distance from the mean, of the numbers as they are (÷ n) and not of what they are drawn
  /// from.
  public var deviation: Decimal? {
    guard let mean else { return nil }
    let squares = values.compactMap { value in value.subtracting(mean).flatMap { $0.multiplied(by: $0) } }
    return Sample(squares).mean?.squareRoot
  }

  /// Without one of the highest and one of the lowest; as it is when there are two or fewer.
  public var trimmed: Sample { values.count > 2 ? Sample(values.dropFirst().dropLast()) : self }
}

extension Decimal {
  /// `nil` beyond the range of decimals.
  func minus(_ other: Decimal?) -> Decimal { other.flatMap { subtracting($0) } ?? self }
  func times(_ other: Decimal) -> Decimal { multiplied(by: other) ?? self }
  func over(_ other: Decimal) -> Decimal? { other.isZero ? nil : divided(by: other) }
  func plus(_ other: Decimal) -> Decimal { adding(other) ?? self }
}
