/// All values from one end to the other (DMN 1.5 §10.3.2.7); an end that is `null` is unbounded.
public struct RangeValue: Sendable, Hashable {
  public let lowIncluded: Bool
  public let highIncluded: Bool
  /// Two: a value that holds ranges that hold values needs an indirection somewhere.
  private let ends: [Value]
  /// Written `(= 10)`; it equals no other range.
  public let isPoint: Bool

  public init(_ low: Value, _ high: Value, lowIncluded: Bool = true, highIncluded: Bool = true) {
    ends = [low, high]
    self.lowIncluded = lowIncluded
    self.highIncluded = highIncluded
    isPoint = false
  }

  /// The range that holds one value.
  public init(point value: Value) {
    ends = [value, value]
    lowIncluded = true
    highIncluded = true
    isPoint = true
  }

  public var low: Value { ends[0] }
  public var high: Value { ends[1] }
}
