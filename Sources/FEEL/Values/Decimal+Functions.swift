internal import CBID

/// What FEEL's numeric functions need; each correct to 34 digits, `exponential`, `logarithm` and fractional powers
/// to about one unit in the last of them.
extension Decimal {
  /// `nil` for a negative number.
  public var squareRoot: Decimal? {
    guard !isNegative else { return nil }
    return computed { cbid_sqrt(bid, $0) }
  }

  /// e to this power; `nil` when that is too large.
  public var exponential: Decimal? { computed { cbid_exp(bid, $0) } }

  /// The natural logarithm; `nil` for 0 and below.
  public var logarithm: Decimal? {
    guard !isNegative, !isZero else { return nil }
    return computed { cbid_log(bid, $0) }
  }

  /// `self ** exponent`; `nil` for 0 to a negative power, a negative base with a fractional exponent, and overflow.
  public func power(_ exponent: Decimal) -> Decimal? {
    if let whole = exponent.intValue, let exact = exactPower(whole.magnitude) {
      return whole < 0 ? Decimal.one.divided(by: exact) : exact
    }
    if let whole = exponent.intValue, let near = DoubledDecimal(self).power(whole) { return near }
    if isZero { return exponent.isNegative ? nil : .zero }
    return computed { cbid_pow(bid, exponent.bid, $0) }
  }

  /// By squaring, as long as no digit is lost: Intel's `pow` is off by one in the last digit even for some of these.
  private func exactPower(_ exponent: UInt) -> Decimal? {
    var result = Decimal.one
    var square = self
    var rest = exponent
    while rest > 0 {
      if rest % 2 == 1 {
        guard let product = result.exactProduct(square) else { return nil }
        result = product
      }
      rest /= 2
      if rest > 0 {
        guard let next = square.exactProduct(square) else { return nil }
        square = next
      }
    }
    return result
  }

  private func exactProduct(_ other: Decimal) -> Decimal? {
    var flags: UInt32 = 0
    let product = cbid_multiply(bid, other.bid, &flags)
    return flags & UInt32(CBID_INEXACT | CBID_OVERFLOW | CBID_UNDERFLOW) == 0 ? Decimal(product) : nil
  }
}
