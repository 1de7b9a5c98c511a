/// A length of time as rules state it: `30 minutes`, `4 working hours`, `5 working days`.
public enum TimeSpan: Sendable, Hashable {
  case minutes(Int)
  case workingHours(Int)
  case workingDays(Int)

  static let longest = 10_000

  /// `nil` if it is none, or longer than 10,000 units.
  public init?(_ text: some StringProtocol) {
    let words = text.split(separator: " ")
    guard let first = words.first, let count = Int(first), (0...TimeSpan.longest).contains(count) else { return nil }
    switch words.dropFirst().joined(separator: " ") {
    case "minute", "minutes": self = .minutes(count)
    case "working hour", "working hours": self = .workingHours(count)
    case "working day", "working days": self = .workingDays(count)
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
    }
  }
}

/// Whether the day on which a period begins is its first day (当日起算) or the next one is (次日起算, 民法典第二百零一条).
public enum Counting: String, Sendable, Hashable, Codable, CaseIterable {
  case sameDay = "same_day"
  case nextDay = "next_day"
}
