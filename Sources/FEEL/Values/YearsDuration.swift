/// A length of time in months: years and months duration (DMN 1.5 §10.3.2.3.8).
public struct YearsDuration: Sendable, Hashable, Comparable {
  public let months: Int64

  public static let zero = YearsDuration(months: 0)

  public init(months: Int64) { self.months = months }

  /// Months beyond a whole number are cut off; `nil` when there are too many.
  public init?(months: Decimal) {
    guard let whole = months.rounded(scale: 0, .down)?.intValue else { return nil }
    self.init(months: Int64(whole))
  }

  /// Years and months as people say them, both with the sign of the whole.
  public var components: (years: Int64, months: Int64) { (months / 12, months % 12) }

  public var isNegative: Bool { months < 0 }

  /// `nil` only for the very longest.
  public var negated: YearsDuration? {
    let (result, overflow) = Int64(0).subtractingReportingOverflow(months)
    return overflow ? nil : YearsDuration(months: result)
  }

  public var magnitude: YearsDuration? { isNegative ? negated : self }

  public static func < (left: YearsDuration, right: YearsDuration) -> Bool { left.months < right.months }

  public func adding(_ other: YearsDuration) -> YearsDuration? {
    let (sum, overflow) = months.addingReportingOverflow(other.months)
    return overflow ? nil : YearsDuration(months: sum)
  }

  public func subtracting(_ other: YearsDuration) -> YearsDuration? { other.negated.flatMap(adding) }

  public func multiplied(by factor: Decimal) -> YearsDuration? {
    Decimal(Int(months)).multiplied(by: factor).flatMap(YearsDuration.init(months:))
  }

  public func divided(by divisor: Decimal) -> YearsDuration? {
    Decimal(Int(months)).divided(by: divisor).flatMap(YearsDuration.init(months:))
  }

  public func divided(by other: YearsDuration) -> Decimal? {
    Decimal(Int(months)).divided(by: Decimal(Int(other.months)))
  }
}

extension YearsDuration: LosslessStringConvertible, CustomStringConvertible {
  /// Reads `P1Y2M`, `P3Y`, `-P26M`.
  public init?(_ text: String) { self.init(text[...]) }

  public init?(_ text: some StringProtocol) {
    var scanner = CivilScanner(text)
    let isNegative = scanner.take("-")
    guard scanner.take("P") else { return nil }
    let years = scanner.integer(before: ["Y"])
    let months = scanner.integer(before: ["M"])
    guard years != nil || months != nil, scanner.isAtEnd else { return nil }
    let (product, tooMany) = (years?.value ?? 0).multipliedReportingOverflow(by: 12)
    let (total, overflow) = product.addingReportingOverflow(months?.value ?? 0)
    guard !tooMany, !overflow else { return nil }
    self.init(months: isNegative ? -total : total)
  }

  /// FEEL's canonical form: `P1Y2M`, `P0M`.
  public var description: String {
    let (years, months) = components
    if years == 0, months == 0 { return "P0M" }
    let text = (years == 0 ? "" : "\(years.magnitude)Y") + (months == 0 ? "" : "\(months.magnitude)M")
    return "\(isNegative ? "-" : "")P\(text)"
  }
}
