/// A length of time as rules state it: `30 minutes`, `4 working hours`, `5 working days`, `30 days`, `1 month`, `3 years`.
///
/// Of working days the last is one; days, months and years are those of the calendar on the wall, and a last day that is
/// no working day gives way to the next that is (第四十七条).
public enum TimeSpan: Sendable, Hashable {
  case minutes(Int)
  case workingHours(Int)
  case workingDays(Int)
  case days(Int)
  case months(Int)
  case years(Int)

  static let longest = 10_000

  /// `nil` if it is none, or longer than 10,000 units.
  public init?(_ text: some StringProtocol) {
    let words = text.split(separator: " ")
    guard let first = words.first, let count = Int(first), (0...TimeSpan.longest).contains(count) else { return nil }
    switch words.dropFirst().joined(separator: " ") {
    case "minute", "minutes": self = .minutes(count)
    case "working hour", "working hours": self = .workingHours(count)
    case "working day", "working days": self = .workingDays(count)
    case "day", "days": self = .days(count)
    case "month", "months": self = .months(count)
    case "year", "years": self = .years(count)
    default: return nil
    }
  }
}

extension TimeSpan: CustomStringConvertible, TextCodable {
  public var description: String {
    switch self {
    case .minutes(let count): "\(count) minute\(count == 1 ? "" : "s")"
    case .workingHours(let count): "\(count) working hour\(count == 1 ? "" : "s")"
    case .workingDays(let count): "\(count) working day\(count == 1 ? "" : "s")"
    case .days(let count): "\(count) day\(count == 1 ? "" : "s")"
    case .months(let count): "\(count) month\(count == 1 ? "" : "s")"
    case .years(let count): "\(count) year\(count == 1 ? "" : "s")"
    }
  }
}

extension TimeSpan {
  /// The last day of a natural period, before any rest day is made good (民法典第二百零一、二百零二条).
  func lastDay(from start: Day, _ counting: Counting) -> Day {
    let corresponding: Day
    switch self {
    case .minutes, .workingHours, .workingDays: return start
    case .days(let count): corresponding = start.adding(count)
    case .months(let count): corresponding = start.adding(months: count)
    case .years(let count): corresponding = start.adding(months: count * 12)
    }
    return counting == .nextDay || corresponding == start ? corresponding : corresponding.adding(-1)
  }
}

/// Whether the day on which a period begins is its first day (当日起算) or the next one is (次日起算, 民法典第二百零一条).
public enum Counting: String, Sendable, Hashable, Codable, CaseIterable {
  case sameDay = "same_day"
  case nextDay = "next_day"
}
