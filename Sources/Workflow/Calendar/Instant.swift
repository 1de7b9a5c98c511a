/// A civil time of the calendar's zone, to the second.
public struct Instant: Sendable, Hashable, Comparable {
  /// Seconds since 1970-01-01T00:00 in that zone; China has had no summer time since 1991.
  let seconds: Int

  public init(_ day: Day, _ time: ClockTime) { seconds = (day.number * 1440 + time.minute) * 60 }

  init(minutes: Int) { seconds = minutes * 60 }

  /// `2026-05-11T10:00` or `2026-05-11T10:00:30`; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, let day = Day(parts[0]) else { return nil }
    let clock = Array(parts[1].utf8)
    guard clock.count == 5 || (clock.count == 8 && clock[5] == 0x3A) else { return nil }
    guard let time = ClockTime(parts[1].prefix(5)), time.minute < 1440 else { return nil }
    var seconds = (day.number * 1440 + time.minute) * 60
    if clock.count == 8 {
      guard let second = Day.digits(clock[6..<8]), second < 60 else { return nil }
      seconds += second
    }
    self.seconds = seconds
  }

  /// Deadlines count whole minutes: 17:30:59 is still 17:30.
  var minutes: Int { seconds >= 0 ? seconds / 60 : (seconds - 59) / 60 }

  public var day: Day { Day(number: minutes >= 0 ? minutes / 1440 : (minutes - 1439) / 1440) }
  public var time: ClockTime { ClockTime(minute: minutes - day.number * 1440) }

  public static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }
}

extension Instant: CustomStringConvertible, TextCodable {
  public var description: String {
    let second = seconds - minutes * 60
    return "\(day)T\(time)" + (second == 0 ? "" : ":\(padded(second, 2))")
  }
}

/// A time of the day from `00:00` to `24:00`, the end of the day.
public struct ClockTime: Sendable, Hashable, Comparable {
  let minute: Int

  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 5, bytes[2] == 0x3A, let hour = Day.digits(bytes[0..<2]),
      let minute = Day.digits(bytes[3..<5]), minute < 60, hour * 60 + minute <= 1440
    else { return nil }
    self.minute = hour * 60 + minute
  }

  init(minute: Int) { self.minute = min(max(minute, 0), 1440) }

  public static let midnight = ClockTime(minute: 0)
  public static let endOfDay = ClockTime(minute: 1440)

  public static func < (left: ClockTime, right: ClockTime) -> Bool { left.minute < right.minute }
}

extension ClockTime: CustomStringConvertible, TextCodable {
  public var description: String { "\(padded(minute / 60, 2)):\(padded(minute % 60, 2))" }
}
