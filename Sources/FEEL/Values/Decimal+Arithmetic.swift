internal import CBID

extension Decimal {
  public func adding(_ other: Decimal) -> Decimal? {
    if let (left, right, exponent) = aligned(with: other) {
      let (sum, overflow) = left.addingReportingOverflow(right)
      if !overflow, sum != .min { return Decimal(small: sum, exponent) }
    }
    return computed { cbid_add(bid, other.bid, $0) }
  }

  public func subtracting(_ other: Decimal) -> Decimal? {
    if let (left, right, exponent) = aligned(with: other) {
      let (difference, overflow) = left.subtractingReportingOverflow(right)
      if !overflow, difference != .min { return Decimal(small: difference, exponent) }
    }
    return computed { cbid_subtract(bid, other.bid, $0) }
  }

  public func multiplied(by other: Decimal) -> Decimal? {
    if isSmall, other.isSmall {
      let (product, overflow) = coefficient.multipliedReportingOverflow(by: other.coefficient)
      let sum = exponent + other.exponent
      if !overflow, product != .min, Decimal.exponents.contains(sum) { return Decimal(small: product, sum) }
    }
    return computed { cbid_multiply(bid, other.bid, $0) }
  }

  /// `nil` when the divisor is 0.
  public func divided(by other: Decimal) -> Decimal? {
    guard !other.isZero else { return nil }
    if isSmall, other.isSmall, coefficient % other.coefficient == 0 {
      let difference = exponent - other.exponent
      if Decimal.exponents.contains(difference) {
        return Decimal(small: coefficient / other.coefficient, difference)
      }
    }
    if let quotient = finiteQuotient(by: other) { return quotient }
    return computed { cbid_divide(bid, other.bid, $0) }
  }

  /// The quotient, if both are small and the divisor a product of twos and fives: then its digits end.
  private func finiteQuotient(by other: Decimal) -> Decimal? {
    guard isSmall, other.isSmall, other.coefficient > 0 else { return nil }
    let twos = other.coefficient.trailingZeroBitCount
    guard let fives = Decimal.powerOfFive(other.coefficient >> Int64(twos)) else { return nil }
    let digits = max(twos, fives)
    guard digits <= 18, Decimal.exponents.contains(exponent - other.exponent - digits) else { return nil }
    let factor = PowerOfTen.int64(digits) / other.coefficient
    let (product, overflow) = coefficient.multipliedReportingOverflow(by: factor)
    return overflow || product == .min ? nil : Decimal(small: product, exponent - other.exponent - digits)
  }

  private static func powerOfFive(_ number: Int64) -> Int? {
    switch number {
    case 1: 0
    case 5: 1
    case 25: 2
    case 125: 3
    case 625: 4
    case 3125: 5
    case 15625: 6
    default: nil
    }
  }

  /// `x - y × floor(x / y)`, exact: the sign is the divisor's (DMN 1.5 §10.3.4.5). `nil` when the divisor is 0.
  public func modulo(_ other: Decimal) -> Decimal? {
    guard !other.isZero else { return nil }
    if let (left, right, exponent) = aligned(with: other) {
      let remainder = left % right
      return Decimal(small: remainder != 0 && (remainder < 0) != (right < 0) ? remainder + right : remainder, exponent)
    }
    guard let remainder = computed({ cbid_remainder(bid, other.bid, $0) }) else { return nil }
    return !remainder.isZero && remainder.isNegative != other.isNegative ? remainder.adding(other) : remainder
  }

  public var negated: Decimal {
    isSmall ? Decimal(small: -coefficient, exponent) : Decimal(low: low, high: high ^ 1 << 63)
  }

  public var magnitude: Decimal { isNegative ? negated : self }

  private init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// Both coefficients under the smaller exponent, if they are small and stay so.
  @inline(__always)
  func aligned(with other: Decimal) -> (left: Int64, right: Int64, exponent: Int)? {
    guard isSmall, other.isSmall else { return nil }
    let distance = exponent - other.exponent
    if distance == 0 { return (coefficient, other.coefficient, exponent) }
    if distance > 0 {
      guard let scaled = Decimal.scaled(coefficient, by: distance) else { return nil }
      return (scaled, other.coefficient, other.exponent)
    }
    guard let scaled = Decimal.scaled(other.coefficient, by: -distance) else { return nil }
    return (coefficient, scaled, exponent)
  }

  @inline(__always)
  private static func scaled(_ coefficient: Int64, by exponent: Int) -> Int64? {
    if coefficient == 0 { return 0 }
    guard exponent <= 18 else { return nil }
    let (product, overflow) = coefficient.multipliedReportingOverflow(by: PowerOfTen.int64(exponent))
    return overflow ? nil : product
  }

  /// What Intel's library says, unless it says that there is no result.
  func computed(_ operation: (UnsafeMutablePointer<UInt32>) -> cbid_t) -> Decimal? {
    var flags: UInt32 = 0
    let result = operation(&flags)
    return Decimal(result)
  }
}

extension Decimal: Comparable {
  /// By value: 1.50 is 1.5.
  public static func == (left: Decimal, right: Decimal) -> Bool {
    if let (a, b, _) = left.aligned(with: right) { return a == b }
    // Small and big are never equal; two small ones that cannot be aligned differ by more than Int64's digits.
    if left.isSmall || right.isSmall { return false }
    return cbid_compare(left.bid, right.bid) == 0
  }

  public static func < (left: Decimal, right: Decimal) -> Bool {
    if let (a, b, _) = left.aligned(with: right) { return a < b }
    return cbid_compare(left.bid, right.bid) < 0
  }
}

extension Decimal: Hashable {
  public func hash(into hasher: inout Hasher) {
    let (coefficient, exponent) = normalized
    hasher.combine(isNegative)
    hasher.combine(coefficient.low)
    hasher.combine(coefficient.high)
    hasher.combine(exponent)
  }

  /// Magnitude without zeros at its end; 0 has exponent 0.
  var normalized: (Wide, Int) {
    var (coefficient, exponent) = magnitudeAndExponent
    if coefficient.isZero { return (coefficient, 0) }
    while true {
      let (quotient, remainder) = coefficient.dividedByTen
      if remainder != 0 { return (coefficient, exponent) }
      coefficient = quotient
      exponent += 1
    }
  }
}
