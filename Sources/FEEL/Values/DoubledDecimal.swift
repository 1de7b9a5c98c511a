internal import CBID

/// A number of some 68 digits as the sum of two of 34: for powers, whose rounding errors would add up.
///
/// Every step gives `nil` where a part leaves the bounds of the exponent.
struct DoubledDecimal {
  private let high: cbid_t
  private let low: cbid_t

  init(_ value: Decimal) { self.init(value.bid, Decimal.zero.bid) }

  private init(_ high: cbid_t, _ low: cbid_t) {
    self.high = high
    self.low = low
  }

  /// Rounded to 34 digits.
  func power(_ exponent: Int) -> Decimal? {
    var result = DoubledDecimal(.one)
    var square = self
    var rest = exponent.magnitude
    while rest > 0 {
      if rest % 2 == 1 {
        guard let product = result.multiplied(by: square) else { return nil }
        result = product
      }
      rest /= 2
      if rest > 0 {
        guard let next = square.multiplied(by: square) else { return nil }
        square = next
      }
    }
    return exponent < 0 ? result.reciprocal : Decimal(result.high)
  }

  private func multiplied(by other: DoubledDecimal) -> DoubledDecimal? {
    inBounds { flags in
      let product = cbid_multiply(high, other.high, flags)
      var error = cbid_multiply_add(high, other.high, DoubledDecimal.negated(product), flags)
      error = cbid_multiply_add(high, other.low, error, flags)
      error = cbid_multiply_add(low, other.high, error, flags)
      return DoubledDecimal.sum(product, error, flags)
    }
  }

  private var reciprocal: Decimal? {
    let one = Decimal.one.bid
    let result = inBounds { flags in
      let quotient = cbid_divide(one, high, flags)
      var error = cbid_multiply_add(DoubledDecimal.negated(quotient), high, one, flags)
      error = cbid_multiply_add(DoubledDecimal.negated(quotient), low, error, flags)
      return DoubledDecimal.sum(quotient, cbid_divide(error, high, flags), flags)
    }
    return result.flatMap { Decimal($0.high) }
  }

  /// The first is much the greater.
  private static func sum(_ value: cbid_t, _ error: cbid_t, _ flags: UnsafeMutablePointer<UInt32>) -> DoubledDecimal {
    let high = cbid_add(value, error, flags)
    return DoubledDecimal(high, cbid_subtract(error, cbid_subtract(high, value, flags), flags))
  }

  private static func negated(_ value: cbid_t) -> cbid_t { cbid_t(lo: value.lo, hi: value.hi ^ 1 << 63) }

  private func inBounds(_ step: (UnsafeMutablePointer<UInt32>) -> DoubledDecimal) -> DoubledDecimal? {
    var flags: UInt32 = 0
    let result = step(&flags)
    let isLost = flags & UInt32(CBID_INVALID | CBID_ZERO_DIVIDE | CBID_OVERFLOW | CBID_UNDERFLOW) != 0
    return isLost ? nil : result
  }
}
