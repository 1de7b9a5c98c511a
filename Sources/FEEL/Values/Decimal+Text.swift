extension Decimal: LosslessStringConvertible, CustomStringConvertible {
  /// The number that a text writes as FEEL does (`-1.50`, `.5`, `6.02e23`), and nothing else around it.
  ///
  /// Beyond 34 digits it is rounded half-even. `nil` for what is no number, and for numbers beyond 10^6145.
  public init?(_ text: String) { self.init(text[...]) }

  public init?(_ text: some StringProtocol) {
    let parsed = text.utf8.withContiguousStorageIfAvailable { NumberScanner(bytes: $0).number }
    guard let number = parsed ?? Array(text.utf8).withUnsafeBufferPointer({ NumberScanner(bytes: $0).number }) else {
      return nil
    }
    self = number
  }

  /// The shortest text that gives the same number again: `1.5`, `-0.001`; with an exponent (`1E+80`) only where
  /// plain notation would take more than about sixty zeros.
  public var description: String {
    if isSmall, exponent == 0 { return String(coefficient) }
    let (coefficient, exponent) = normalized
    let digits = coefficient.digits
    let point = digits.count + exponent
    let text: [UInt8]
    if exponent >= 0, exponent <= 60 {
      text = digits + repeatElement(0x30, count: exponent)
    } else if exponent < 0, point > 0 {
      text = digits[..<point] + [0x2E] + digits[point...]
    } else if exponent < 0, point > -60 {
      text = [0x30, 0x2E] + repeatElement(0x30, count: -point) + digits
    } else {
      let fraction = digits.count > 1 ? [0x2E] + digits[1...] : []
      text = digits[..<1] + fraction + Array("E\(point > 0 ? "+" : "")\(point - 1)".utf8)
    }
    return (isNegative ? "-" : "") + String(decoding: text, as: UTF8.self)
  }
}

extension Decimal {
  /// `coefficient × 10^exponent` for any exponent, rounded half-even; `nil` when it is too large.
  init?(rounding coefficient: Wide, _ exponent: Int, isNegative: Bool) {
    guard let number = DigitString(digits: coefficient.digits[...], exponent: exponent).number(isNegative) else {
      return nil
    }
    self = number
  }
}

/// Reads `[-] (digits [. digits] | . digits) [e [+|-] digits]` (DMN 1.5 §10.3.1.2, rule 35).
private struct NumberScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var number: Decimal? {
    var scanner = self
    return scanner.scan()
  }

  private mutating func scan() -> Decimal? {
    let isNegative = take(0x2D)
    let whole = takeDigits()
    var fraction = position..<position
    if take(0x2E) {
      fraction = takeDigits()
      if fraction.isEmpty { return nil }
    }
    if whole.isEmpty, fraction.isEmpty { return nil }
    guard let exponent = takeExponent(), position == bytes.count else { return nil }
    if whole.count + fraction.count <= 18, exponent == 0, fraction.count <= 18 {
      var value: Int64 = 0
      for index in whole { value = value * 10 + Int64(bytes[index] - 0x30) }
      for index in fraction { value = value * 10 + Int64(bytes[index] - 0x30) }
      return Decimal(small: isNegative ? -value : value, value == 0 ? 0 : -fraction.count)
    }
    let digits = Array(bytes[whole]) + Array(bytes[fraction])
    return DigitString(digits: digits[...], exponent: exponent - fraction.count).number(isNegative)
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func takeDigits() -> Range<Int> {
    let start = position
    while position < bytes.count, (0x30...0x39).contains(bytes[position]) { position += 1 }
    return start..<position
  }

  /// 0 when there is none. Exponents of more digits than matter stay at a bound: 0e999999999999 is a number.
  private mutating func takeExponent() -> Int? {
    guard take(0x65) || take(0x45) else { return 0 }
    let isNegative = take(0x2D)
    if !isNegative { _ = take(0x2B) }
    let digits = takeDigits()
    if digits.isEmpty { return nil }
    var value = 0
    for index in digits { value = min(value * 10 + Int(bytes[index] - 0x30), 1_000_000_000_000) }
    return isNegative ? -value : value
  }
}

/// Any number of decimal digits (ASCII) times a power of ten.
private struct DigitString {
  let digits: ArraySlice<UInt8>
  let exponent: Int

  func number(_ isNegative: Bool) -> Decimal? {
    let significant = digits.drop { $0 == 0x30 }
    if significant.isEmpty { return .zero }
    // Below 10^-6176 there are no places: fewer digits are kept.
    let kept = min(34, significant.count + exponent - Decimal.exponents.lowerBound, significant.count)
    if kept < 0 { return .zero }
    var coefficient = Wide(low: 0)
    for digit in significant.prefix(kept) { coefficient = coefficient.appending(UInt64(digit - 0x30)) }
    var exponent = exponent + significant.count - kept
    if raises(significant.dropFirst(kept), coefficient) { coefficient = coefficient.incremented }
    if coefficient == Wide.largest.incremented {
      coefficient = coefficient.dividedByTen.quotient
      exponent += 1
    }
    if coefficient.isZero { return .zero }
    // Above 10^6111 the coefficient takes the zeros, as far as it has room.
    if exponent > Decimal.exponents.upperBound + 34 { return nil }
    while exponent > Decimal.exponents.upperBound {
      coefficient = coefficient.appending(0)
      exponent -= 1
      if coefficient > Wide.largest { return nil }
    }
    return Decimal(coefficient, exponent, isNegative: isNegative)
  }

  /// Half-even on everything that is cut off.
  private func raises(_ dropped: ArraySlice<UInt8>, _ coefficient: Wide) -> Bool {
    guard let first = dropped.first else { return false }
    if first != 0x35 { return first > 0x35 }
    return dropped.dropFirst().contains { $0 != 0x30 } || coefficient.low % 2 == 1
  }
}
