import FEEL

/// How a workbook counts days (ECMA-376 part 1, §18.17.4.1).
enum DateSystem: Sendable {
  /// 1 is 1900-01-01, and 60 is a day that never was, 1900-02-29.
  case from1900
  /// 0 is 1904-01-01.
  case from1904

  /// The last day of the year 9999.
  private static let last = 2_958_465

  /// `nil` for what is no day.
  func date(_ serial: Int) -> CivilDate? {
    let days: Int
    switch self {
    case .from1900:
      guard serial >= 1, serial != 60, serial <= Self.last else { return nil }
      days = serial < 60 ? serial + 1 : serial
    case .from1904:
      guard serial >= 0, serial + 1462 <= Self.last else { return nil }
      days = serial + 1462
    }
    // 25569 is 1970-01-01.
    return CivilDate(epochDays: Int64(days - 25_569))
  }

  /// A whole number in a column of dates that shows no date: only what cannot be a year, a month or a day written as digits.
  func date(unformatted text: String) -> CivilDate? {
    guard text.utf8.count == 5, let serial = Int(text), serial >= 10_000 else { return nil }
    return date(serial)
  }
}

/// A day and a time of day as a workbook keeps them, in one number.
struct SerialInstant {
  let date: CivilDate?
  let isMidnight: Bool
  /// `08:30`, `08:30:15`
  let time: String

  init?(_ number: Double, _ system: DateSystem) {
    guard number >= 0, number < 3_000_000 else { return nil }
    var day = Int(number)
    var seconds = Int(((number - Double(day)) * 86_400).rounded())
    if seconds == 86_400 { (day, seconds) = (day + 1, 0) }
    date = system.date(day)
    isMidnight = seconds == 0
    let parts = [seconds / 3600, seconds / 60 % 60] + (seconds % 60 == 0 ? [] : [seconds % 60])
    time = parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}
