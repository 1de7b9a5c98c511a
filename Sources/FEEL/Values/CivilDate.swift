/// A day of the proleptic Gregorian calendar, years -999,999,999 to 999,999,999 (DMN 1.5 §10.3.2.3.5).
///
/// Year 0 is 1 BC, as in ISO 8601. No clock, locale or time zone is involved.
public struct CivilDate: Sendable, Hashable, Comparable {
  /// Days since 1970-01-01.
  public let epochDays: Int64

  public static let years = -999_999_999...999_999_999
  private static let bounds = days(-999_999_999, 1, 1)...days(999_999_999, 12, 31)

  /// `nil` when there is no such day (2025-02-29).
  public init?(year: Int, month: Int, day: Int) {
    guard CivilDate.years.contains(year), (1...12).contains(month), day >= 1,
      day <= CivilDate.daysInMonth(year: year, month: month)
    else { return nil }
    epochDays = CivilDate.days(Int64(year), Int64(month), Int64(day))
  }

  /// `nil` beyond the years that FEEL knows.
  public init?(epochDays: Int64) {
    guard CivilDate.bounds.contains(epochDays) else { return nil }
    self.epochDays = epochDays
  }

  public var year: Int { components.year }
  public var month: Int { components.month }
  public var day: Int { components.day }

  /// 1 is Monday, 7 is Sunday.
  public var weekday: Int {
    // 1970-01-01 was a Thursday.
    let days = (epochDays + 3) % 7
    return Int(days < 0 ? days + 7 : days) + 1
  }

  /// 1 for the first of January.
  public var dayOfYear: Int {
    Int(epochDays - CivilDate.days(Int64(year), 1, 1)) + 1
  }

  /// ISO 8601: the week is the year's whose Thursday it holds.
  public var weekOfYear: Int {
    let thursday = epochDays - Int64(weekday) + 4
    let year = CivilDate.civil(thursday).year
    return Int(thursday - CivilDate.days(Int64(year), 1, 1)) / 7 + 1
  }

  /// Year, month (from 1) and day (from 1) at once.
  public var components: (year: Int, month: Int, day: Int) { CivilDate.civil(epochDays) }

  public static func < (left: CivilDate, right: CivilDate) -> Bool { left.epochDays < right.epochDays }

  public static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  /// `month` from 1 to 12.
  public static func daysInMonth(year: Int, month: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

// MARK: - Arithmetic

extension CivilDate {
  /// The same day of another month; the last day of that month where it has no such day, so that
  /// 2024-02-29 + P1Y is 2025-02-28. `nil` beyond the calendar.
  public func adding(_ duration: YearsDuration) -> CivilDate? {
    let (year, month, day) = components
    let (total, overflow) = (Int64(year) * 12 + Int64(month) - 1).addingReportingOverflow(duration.months)
    guard !overflow else { return nil }
    let newMonth = Int(total.floorRemainder(12)) + 1
    let newYear = Int(total.floorQuotient(12))
    guard CivilDate.years.contains(newYear) else { return nil }
    let last = CivilDate.daysInMonth(year: newYear, month: newMonth)
    return CivilDate(year: newYear, month: newMonth, day: min(day, last))
  }

  public func subtracting(_ duration: YearsDuration) -> CivilDate? { duration.negated.flatMap(adding) }

  /// The day in which midnight plus the duration lies: `2025-01-01 - PT1H` is 2024-12-31.
  public func adding(_ duration: DaysDuration) -> CivilDate? {
    adding(days: duration.seconds.floorQuotient(86400))
  }

  public func subtracting(_ duration: DaysDuration) -> CivilDate? { duration.negated.flatMap(adding) }

  public func adding(days: Int64) -> CivilDate? {
    let (sum, overflow) = epochDays.addingReportingOverflow(days)
    return overflow ? nil : CivilDate(epochDays: sum)
  }

  /// Whole days from `other` to this date, as FEEL's `-` gives them.
  public func since(_ other: CivilDate) -> DaysDuration {
    DaysDuration(seconds: (epochDays - other.epochDays) * 86400)
  }

  /// The whole months between two dates, towards zero (`years and months duration(start, self)`).
  public func monthsSince(_ start: CivilDate) -> YearsDuration {
    let (from, to) = (start.components, components)
    var months = Int64(to.year - from.year) * 12 + Int64(to.month - from.month)
    if months > 0, to.day < from.day { months -= 1 }
    if months < 0, to.day > from.day { months += 1 }
    return YearsDuration(months: months)
  }
}

// MARK: - Days and civil dates

extension CivilDate {
  /// Years are counted from March, so that the leap day comes last; 400 years have 146,097 days.
  private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted.floorQuotient(400)
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func civil(_ epochDays: Int64) -> (year: Int, month: Int, day: Int) {
    let shifted = epochDays + 719_468
    let era = shifted.floorQuotient(146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let fromMarch = (5 * dayOfYear + 2) / 153
    let month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
    let year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
    return (Int(year), Int(month), Int(dayOfYear - (153 * fromMarch + 2) / 5 + 1))
  }
}

extension Int64 {
  /// Towards negative infinity; the divisor is positive.
  func floorQuotient(_ divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }

  /// From 0 up to the divisor, which is positive.
  func floorRemainder(_ divisor: Int64) -> Int64 {
    let remainder = self % divisor
    return remainder < 0 ? remainder + divisor : remainder
  }
}

// MARK: - Text

extension CivilDate: LosslessStringConvertible, CustomStringConvertible {
  /// Reads `2025-12-01` and nothing else: four digits of year (up to nine, then without a leading zero), no zone.
  public init?(_ text: String) { self.init(text[...]) }

  public init?(_ text: some StringProtocol) {
    var scanner = CivilScanner(text)
    guard let date = scanner.date(), scanner.isAtEnd else { return nil }
    self = date
  }

  public var description: String {
    let (year, month, day) = components
    let digits = String(year.magnitude)
    let padding = String(repeating: "0", count: max(0, 4 - digits.count))
    return "\(year < 0 ? "-" : "")\(padding)\(digits)-\(twoDigits(month))-\(twoDigits(day))"
  }
}

func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
