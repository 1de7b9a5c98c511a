internal import CBID

/// The ways to round (DMN 1.5 §10.3.4.5); "half" ones decide only what lies exactly in the middle.
public enum RoundingMode: String, Sendable, Hashable, CaseIterable {
  /// Away from zero.
  case up
  /// Towards zero.
  case down
  case halfUp, halfDown, halfEven
  /// Towards negative infinity.
  case floor
  /// Towards positive infinity.
  case ceiling
}

extension Decimal {
  /// The scales that DMN's rounding functions take.
  public static let scales = -6111...6176

  /// With at most `scale` digits behind the decimal point (hundreds for -2); `nil` for a scale outside `scales`.
  ///
  /// `halfUp` is what the regulations call 四舍五入: 86.125 → 86.13, -86.125 → -86.13.
  public func rounded(scale: Int, _ mode: RoundingMode) -> Decimal? {
    guard Decimal.scales.contains(scale) else { return nil }
    guard exponent < -scale, !isZero else { return self }
    return isSmall ? smallRounded(scale: scale, mode) : bigRounded(scale: scale, mode)
  }

  /// The greatest integer that is not greater.
  public var floor: Decimal { rounded(scale: 0, .floor) ?? self }
  /// The least integer that is not less.
  public var ceiling: Decimal { rounded(scale: 0, .ceiling) ?? self }

  private func smallRounded(scale: Int, _ mode: RoundingMode) -> Decimal {
    let dropped = -scale - exponent
    let isNegative = coefficient < 0
    let (quotient, fraction) = Decimal.split(coefficient.magnitude, dropping: dropped)
    let digits = Int64(quotient) + (mode.raises(fraction, lastDigitIsOdd: quotient % 2 == 1, isNegative) ? 1 : 0)
    return Decimal(small: isNegative ? -digits : digits, -scale)
  }

  private static func split(_ magnitude: UInt64, dropping digits: Int) -> (UInt64, Fraction) {
    // An Int64 has at most 19 digits: of twenty that are dropped the first is 0.
    if digits > 19 { return (0, .belowHalf) }
    let power = digits == 19 ? 10_000_000_000_000_000_000 : PowerOfTen.int64(digits).magnitude
    let (quotient, remainder) = magnitude.quotientAndRemainder(dividingBy: power)
    if remainder == 0 { return (quotient, .none) }
    let rest = power - remainder
    return (quotient, remainder < rest ? .belowHalf : remainder == rest ? .half : .aboveHalf)
  }

  private func bigRounded(scale: Int, _ mode: RoundingMode) -> Decimal? {
    let quantum = Decimal(small: 1, -scale)
    func quantized(_ rounding: Int) -> Decimal? {
      computed { cbid_quantize(bid, quantum.bid, UInt32(rounding), $0) }
    }
    switch mode {
    case .up: return quantized(isNegative ? CBID_FLOOR : CBID_CEILING)
    case .down: return quantized(CBID_TRUNCATE)
    case .halfUp: return quantized(CBID_HALF_AWAY)
    case .halfEven: return quantized(CBID_HALF_EVEN)
    case .floor: return quantized(CBID_FLOOR)
    case .ceiling: return quantized(CBID_CEILING)
    case .halfDown:
      // Intel has no such direction: cut off, and go one further when more than half was lost.
      guard let cut = quantized(CBID_TRUNCATE), let lost = subtracting(cut) else { return nil }
      let half = Decimal(small: 5, -scale - 1)
      guard lost.magnitude > half else { return cut }
      return isNegative ? cut.subtracting(quantum) : cut.adding(quantum)
    }
  }
}

/// What is cut off, as a share of the last digit kept.
private enum Fraction {
  case none, belowHalf, half, aboveHalf
}

extension RoundingMode {
  /// Whether the magnitude that was cut off goes up by one.
  fileprivate func raises(_ fraction: Fraction, lastDigitIsOdd: Bool, _ isNegative: Bool) -> Bool {
    if fraction == .none { return false }
    switch self {
    case .up: return true
    case .down: return false
    case .halfUp: return fraction != .belowHalf
    case .halfDown: return fraction == .aboveHalf
    case .halfEven: return fraction == .aboveHalf || (fraction == .half && lastDigitIsOdd)
    case .floor: return isNegative
    case .ceiling: return !isNegative
    }
  }
}
