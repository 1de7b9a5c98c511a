internal import CBID

/// A number of FEEL: 34 decimal digits, exponents from -6176 to 6111, half-even (DMN 1.5 §10.3.2.3.1).
///
/// Sixteen trivially copyable bytes in one of two forms. A *small* number is an Int64 coefficient with an exponent;
/// everything whose digits do not fit there is an IEEE decimal128 (BID encoding). A number that can be small is
/// small, so that two forms never meet as equals. There is no infinity, no NaN and no negative zero: an operation
/// without a result gives `nil`, which FEEL shows as null.
public struct Decimal: Sendable {
  /// The coefficient of a small number, the low half of a big one.
  let low: UInt64
  /// The high half of a big number; for a small one a tag (a pattern that in BID means NaN) and the exponent.
  let high: UInt64

  /// The bounds of the exponent, for coefficients of up to 34 digits.
  static let exponents = -6176...6111

  private static let tag: UInt64 = 0x7C << 56

  public static let zero = Decimal(small: 0, 0)
  public static let one = Decimal(small: 1, 0)

  public init(_ value: Int) { self.init(coefficient: Int64(value), exponent: 0) }

  /// `coefficient × 10^exponent`; an exponent out of bounds gives the nearest number inside them.
  public init(coefficient: Int64, exponent: Int16) {
    if coefficient != .min, Decimal.exponents.contains(Int(exponent)) {
      self.init(small: coefficient, Int(exponent))
    } else {
      let magnitude = Wide(low: coefficient.magnitude)
      let whole = Decimal(rounding: magnitude, Int(exponent), isNegative: coefficient < 0)
      self = whole ?? Decimal(big: Wide.largest, Decimal.exponents.upperBound, isNegative: coefficient < 0)
    }
  }

  /// Coefficient and exponent, if they fit a cell of sixteen bytes.
  public var smallParts: (coefficient: Int64, exponent: Int16)? {
    isSmall ? (coefficient, Int16(truncatingIfNeeded: exponent)) : nil
  }

  public var isZero: Bool { isSmall && low == 0 }
  public var isNegative: Bool { isSmall ? coefficient < 0 : high >> 63 == 1 }

  /// Whether there is nothing behind the decimal point.
  public var isInteger: Bool {
    if exponent >= 0 || isZero { return true }
    // A big number's digits may end in zeros: 12345678901234567890.0 is an integer too.
    return magnitudeAndExponent.0.trailingZeros(atMost: -exponent) == -exponent
  }

  /// The number as an integer, if it is one and fits.
  public var intValue: Int? {
    guard isSmall else { return low == 1 << 63 && high == Decimal(Int.min).high ? Int.min : nil }
    if exponent == 0 { return Int(coefficient) }
    if coefficient == 0 { return 0 }
    guard abs(exponent) <= 18 else { return nil }
    let power = PowerOfTen.int64(abs(exponent))
    if exponent < 0 { return coefficient % power == 0 ? Int(coefficient / power) : nil }
    let (product, overflow) = coefficient.multipliedReportingOverflow(by: power)
    return overflow ? nil : Int(product)
  }

  /// The nearest binary number: for what is only looked at, never for computing.
  public var doubleValue: Double { cbid_to_double(bid) }
}

// MARK: - The two forms

extension Decimal {
  /// Without a check: `exponent` must be in bounds, `coefficient` not Int64.min.
  @inline(__always)
  init(small coefficient: Int64, _ exponent: Int) {
    low = UInt64(bitPattern: coefficient)
    high = Decimal.tag | UInt64(UInt16(truncatingIfNeeded: exponent))
  }

  /// Without a check: the coefficient has at most 34 digits and does not fit the small form.
  init(big coefficient: Wide, _ exponent: Int, isNegative: Bool) {
    low = coefficient.low
    high = (isNegative ? 1 << 63 : 0) | UInt64(exponent + 6176) << 49 | coefficient.high
  }

  /// `coefficient × 10^exponent`, small if it can be: a coefficient of at most 34 digits, an exponent in bounds.
  init(_ coefficient: Wide, _ exponent: Int, isNegative: Bool) {
    var coefficient = coefficient
    var exponent = exponent
    while !coefficient.fitsInt64, exponent < Decimal.exponents.upperBound {
      let (quotient, remainder) = coefficient.dividedByTen
      if remainder != 0 { break }
      coefficient = quotient
      exponent += 1
    }
    if coefficient.fitsInt64 {
      let value = Int64(coefficient.low)
      self.init(small: isNegative ? -value : value, value == 0 ? 0 : exponent)
    } else {
      self.init(big: coefficient, exponent, isNegative: isNegative)
    }
  }

  /// A result of Intel's library; `nil` for infinity and NaN.
  init?(_ result: cbid_t) {
    guard result.hi & (0x78 << 56) != 0x78 << 56 else { return nil }
    let (coefficient, exponent) = Decimal.parts(low: result.lo, high: result.hi)
    self.init(coefficient, exponent, isNegative: result.hi >> 63 == 1)
  }

  @inline(__always)
  var isSmall: Bool { high & Decimal.tag == Decimal.tag }

  /// Of a small number.
  @inline(__always)
  var coefficient: Int64 { Int64(bitPattern: low) }

  @inline(__always)
  var exponent: Int {
    isSmall ? Int(Int16(truncatingIfNeeded: high)) : Decimal.parts(low: low, high: high).exponent
  }

  var magnitudeAndExponent: (Wide, Int) {
    isSmall ? (Wide(low: coefficient.magnitude), exponent) : Decimal.parts(low: low, high: high)
  }

  var bid: cbid_t {
    guard isSmall else { return cbid_t(lo: low, hi: high) }
    let sign: UInt64 = coefficient < 0 ? 1 << 63 : 0
    return cbid_t(lo: coefficient.magnitude, hi: sign | UInt64(exponent + 6176) << 49)
  }

  private static func parts(low: UInt64, high: UInt64) -> (coefficient: Wide, exponent: Int) {
    // The other encoding (two leading ones) holds only coefficients beyond 34 digits, which count as 0.
    if high & (0x60 << 56) == 0x60 << 56 { return (Wide(low: 0), 0) }
    return (Wide(high: high & 0x1_FFFF_FFFF_FFFF, low: low), Int(high >> 49 & 0x3FFF) - 6176)
  }
}
