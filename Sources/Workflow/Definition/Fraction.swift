/// An exact share, as a rule states it: `2/3`, `60%`, `0.75`. Never rounded.
public struct Fraction: Sendable, Hashable {
  public let numerator: Int
  public let denominator: Int

  /// `nil` if it is none, above 1, or has more than nine digits on a side.
  public init?(_ text: some StringProtocol) {
    guard let (numerator, denominator) = Fraction.parts(String(text)), denominator > 0, numerator <= denominator
    else { return nil }
    self.numerator = numerator
    self.denominator = denominator
  }

  /// -1, 0 or 1: `count` of `base` is less than, equal to or more than this share. Both are at most a billion.
  func compare(_ count: Int, of base: Int) -> Int {
    let (left, overflowLeft) = count.multipliedReportingOverflow(by: denominator)
    let (right, overflowRight) = base.multipliedReportingOverflow(by: numerator)
    if overflowLeft || overflowRight { return 0 }
    return left < right ? -1 : (left == right ? 0 : 1)
  }

  /// So many of `base` in per cent, with up to 34 digits: exact where that is enough, and cut where it is not, so that a
  /// share never seems to reach a limit. `nil` of nothing.
  static func percentage(_ count: Int, of base: Int) -> String? {
    guard base > 0, (0...Count.most).contains(count) else { return nil }
    var (whole, rest) = (count * 100).quotientAndRemainder(dividingBy: base)
    var significant = whole == 0 ? 0 : String(whole).count
    var text = String(whole) + (rest == 0 ? "" : ".")
    while rest > 0, significant < 34 {
      (whole, rest) = (rest * 10).quotientAndRemainder(dividingBy: base)
      text += String(whole)
      if significant > 0 || whole > 0 { significant += 1 }
    }
    return text
  }

  private static func parts(_ text: String) -> (Int, Int)? {
    if let slash = text.firstIndex(of: "/") {
      guard let top = whole(text[..<slash]), let bottom = whole(text[text.index(after: slash)...]) else { return nil }
      return (top, bottom)
    }
    let isPercent = text.hasSuffix("%")
    let number = isPercent ? text.dropLast() : text[...]
    let halves = number.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = halves.first, let integer = whole(first) else { return nil }
    guard halves.count == 2 else { return (integer, isPercent ? 100 : 1) }
    guard halves[1].utf8.count <= 6, let decimals = whole(halves[1]) else { return nil }
    let scale = halves[1].utf8.reduce(1) { sum, _ in sum * 10 }
    let (scaled, overflow) = integer.multipliedReportingOverflow(by: scale)
    return overflow ? nil : (scaled + decimals, isPercent ? scale * 100 : scale)
  }

  private static func whole(_ text: Substring) -> Int? {
    guard (1...9).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text)
  }
}

extension Fraction: CustomStringConvertible, TextCodable {
  public var description: String { "\(numerator)/\(denominator)" }
}
