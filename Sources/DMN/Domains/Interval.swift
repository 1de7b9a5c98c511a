/// A stretch of an ordered kind of values; an end that is missing is unbounded.
public struct Interval<Bound: Comparable & Hashable & Sendable>: Sendable, Hashable {
  public struct End: Sendable, Hashable {
    public let value: Bound
    public let isIncluded: Bool

    public init(_ value: Bound, isIncluded: Bool = true) {
      self.value = value
      self.isIncluded = isIncluded
    }
  }

  public let lower: End?
  public let upper: End?

  public init(lower: End?, upper: End?) {
    self.lower = lower
    self.upper = upper
  }

  /// Everything.
  public init() { self.init(lower: nil, upper: nil) }

  /// Both ends belong to it.
  public init(from low: Bound?, through high: Bound?) {
    self.init(lower: low.map { End($0) }, upper: high.map { End($0) })
  }

  public func contains(_ value: Bound) -> Bool { isAboveLower(value) && isBelowUpper(value) }

  private func isAboveLower(_ value: Bound) -> Bool {
    guard let lower else { return true }
    return lower.isIncluded ? value >= lower.value : value > lower.value
  }

  private func isBelowUpper(_ value: Bound) -> Bool {
    guard let upper else { return true }
    return upper.isIncluded ? value <= upper.value : value < upper.value
  }

  func map<Other>(_ transform: (Bound) -> Other) -> Interval<Other> {
    Interval<Other>(
      lower: lower.map { Interval<Other>.End(transform($0.value), isIncluded: $0.isIncluded) },
      upper: upper.map { Interval<Other>.End(transform($0.value), isIncluded: $0.isIncluded) })
  }
}
