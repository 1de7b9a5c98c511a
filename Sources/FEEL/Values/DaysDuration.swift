/// A length of time in seconds: days and time duration (DMN 1.5 §10.3.2.3.7).
public struct DaysDuration: Sendable, Hashable, Comparable {
  /// Whole seconds, rounded down: -0.5 s is -1 s and 500,000,000 ns.
  public let seconds: Int64
  /// What is above them, from 0 to 999,999,999.
  public let nanoseconds: Int32

  public static let zero = DaysDuration(seconds: 0)

  public init(seconds: Int64) {
    self.seconds = seconds
    nanoseconds = 0
  }

  /// Any number of nanoseconds, also negative.
  public init(nanoseconds: Int64) {
    seconds = nanoseconds.floorQuotient(1_000_000_000)
    self.nanoseconds = Int32(nanoseconds.floorRemainder(1_000_000_000))
  }

  /// `nil` when there are too many days.
  public init?(days: Int64) {
    let (seconds, overflow) = days.multipliedReportingOverflow(by: 86400)
    guard !overflow else { return nil }
    self.init(seconds: seconds)
  }

  /// Both added up; `nil` when it is too long.
  public init?(seconds: Int64, nanoseconds: Int64) {
    let (sum, overflow) = seconds.addingReportingOverflow(nanoseconds.floorQuotient(1_000_000_000))
    guard !overflow else { return nil }
    self.seconds = sum
    self.nanoseconds = Int32(nanoseconds.floorRemainder(1_000_000_000))
  }

  /// Digits beyond nanoseconds are cut off; `nil` when it is too long.
  public init?(seconds: Decimal) {
    guard let nanoseconds = seconds.multiplied(by: Decimal(1_000_000_000))?.rounded(scale: 0, .down),
      let part = nanoseconds.modulo(Decimal(1_000_000_000)), let below = part.intValue,
      let whole = nanoseconds.subtracting(part)?.divided(by: Decimal(1_000_000_000))?.intValue
    else { return nil }
    self.init(seconds: Int64(whole), nanoseconds: Int64(below))
  }

  /// The length in seconds, exact.
  public var inSeconds: Decimal {
    let fraction = Decimal(coefficient: Int64(nanoseconds), exponent: -9)
    return Decimal(Int(seconds)).adding(fraction) ?? .zero
  }

  public var isNegative: Bool { seconds < 0 }

  /// `nil` only for the very longest.
  public var negated: DaysDuration? {
    let (whole, overflow) = Int64(0).subtractingReportingOverflow(seconds)
    return overflow ? nil : DaysDuration(seconds: whole, nanoseconds: -Int64(nanoseconds))
  }

  public var magnitude: DaysDuration? { isNegative ? negated : self }

  public static func < (left: DaysDuration, right: DaysDuration) -> Bool {
    (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
  }

  public func adding(_ other: DaysDuration) -> DaysDuration? {
    let (sum, overflow) = seconds.addingReportingOverflow(other.seconds)
    return overflow ? nil : DaysDuration(seconds: sum, nanoseconds: Int64(nanoseconds) + Int64(other.nanoseconds))
  }

  public func subtracting(_ other: DaysDuration) -> DaysDuration? { other.negated.flatMap(adding) }

  public func multiplied(by factor: Decimal) -> DaysDuration? {
    inSeconds.multiplied(by: factor).flatMap(DaysDuration.init(seconds:))
  }

  public func divided(by divisor: Decimal) -> DaysDuration? {
    inSeconds.divided(by: divisor).flatMap(DaysDuration.init(seconds:))
  }

  public func divided(by other: DaysDuration) -> Decimal? { inSeconds.divided(by: other.inSeconds) }
}

extension DaysDuration {
  /// What people call its parts: each with the sign of the whole.
  public struct Components: Sendable, Hashable {
    public let days: Int64
    public let hours: Int
    public let minutes: Int
    public let seconds: Int
    public let nanoseconds: Int
  }

  public var components: Components {
    // -1.5 s is stored as -2 s and 0.5 s; its parts are 1 s and 0.5 s, both negative.
    let borrows = isNegative && nanoseconds > 0
    let whole = borrows ? seconds + 1 : seconds
    return Components(
      days: whole / 86400, hours: Int(whole % 86400 / 3600), minutes: Int(whole % 3600 / 60),
      seconds: Int(whole % 60), nanoseconds: Int(borrows ? nanoseconds - 1_000_000_000 : nanoseconds))
  }
}

extension DaysDuration: LosslessStringConvertible, CustomStringConvertible {
  /// Reads `P1DT2H3M4.5S`, any part of it left out, `-` before it.
  public init?(_ text: String) { self.init(text[...]) }

  public init?(_ text: some StringProtocol) {
    var scanner = CivilScanner(text)
    let isNegative = scanner.take("-")
    guard scanner.take("P"), let duration = scanner.daysAndTime(isNegative: isNegative), scanner.isAtEnd else {
      return nil
    }
    self = duration
  }

  /// FEEL's canonical form: `P1DT2H`, `PT0S`.
  public var description: String {
    let parts = components
    var time = ""
    if parts.hours != 0 { time += "\(parts.hours.magnitude)H" }
    if parts.minutes != 0 { time += "\(parts.minutes.magnitude)M" }
    if parts.seconds != 0 || parts.nanoseconds != 0 {
      time += "\(parts.seconds.magnitude)\(fractionText(Int(parts.nanoseconds.magnitude)))S"
    }
    let days = parts.days == 0 ? "" : "\(parts.days.magnitude)D"
    if days.isEmpty, time.isEmpty { return "PT0S" }
    return "\(isNegative ? "-" : "")P\(days)\(time.isEmpty ? "" : "T\(time)")"
  }
}

extension CivilScanner {
  /// What stands behind the P.
  fileprivate mutating func daysAndTime(isNegative: Bool) -> DaysDuration? {
    var total: Int64? = 0
    var nanoseconds: Int64 = 0
    var isEmpty = true
    if let days = integer(before: ["D"]) {
      isEmpty = false
      add(days.value, times: 86400, to: &total)
    }
    if take("T") {
      isEmpty = true
      var units: [Unicode.Scalar] = ["H", "M", "S"]
      while let part = integer(before: units) {
        isEmpty = false
        add(part.value, times: part.unit == "H" ? 3600 : part.unit == "M" ? 60 : 1, to: &total)
        nanoseconds = nanosecondsOfFraction(part.fraction)
        units.removeSubrange(...(units.firstIndex(of: part.unit) ?? 0))
      }
    }
    guard !isEmpty, let total else { return nil }
    return isNegative
      ? DaysDuration(seconds: -total, nanoseconds: -nanoseconds)
      : DaysDuration(seconds: total, nanoseconds: nanoseconds)
  }

  private func add(_ value: Int64, times factor: Int64, to total: inout Int64?) {
    let (product, overflow) = value.multipliedReportingOverflow(by: factor)
    let sum = total?.addingReportingOverflow(product)
    total = overflow || sum?.overflow == true ? nil : sum?.partialValue
  }

  /// Digits with one of these units behind them, a fraction only before S; `nil`, and nothing read, if there are none.
  mutating func integer(
    before units: [Unicode.Scalar]
  ) -> (value: Int64, fraction: ArraySlice<UInt8>, unit: Unicode.Scalar)? {
    var ahead = self
    let digits = ahead.digitRun()
    guard !digits.isEmpty, let value = Int64(String(decoding: digits, as: UTF8.self)) else { return nil }
    let hasFraction = ahead.take(".")
    let fraction = hasFraction ? ahead.digitRun() : []
    guard let unit = units.first(where: { ahead.take($0) }), !hasFraction || unit == "S" else { return nil }
    self = ahead
    return (value, fraction, unit)
  }
}
