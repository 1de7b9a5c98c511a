/// Which days are worked, by the yearly notices of the State Council's office: holidays, and weekend days worked instead.
///
/// A year without a notice is not covered. What falls into one is reckoned from weekends alone and says that it is
/// provisional (暂定): nothing final may be built on it.
public struct WorkCalendar: Sendable, Hashable {
  public let zone: String
  /// In order, not overlapping. The last one's end is when a working day ends.
  public let officeHours: [Range<ClockTime>]
  public private(set) var years: Set<Int>
  public private(set) var holidays: Set<Day>
  public private(set) var workedWeekendDays: Set<Day>

  public init(
    zone: String = "Asia/Shanghai", officeHours: [Range<ClockTime>] = WorkCalendar.usualHours, years: Set<Int>,
    holidays: Set<Day>, workedWeekendDays: Set<Day>
  ) {
    self.zone = zone
    self.officeHours = officeHours.isEmpty ? WorkCalendar.usualHours : officeHours
    self.years = years
    self.holidays = holidays
    self.workedWeekendDays = workedWeekendDays
  }

  /// 08:30–12:00 and 14:00–17:30, as the offices have them (公告的受理时间); a calendar file that states others goes before.
  public static let usualHours = [
    ClockTime(minute: 510)..<ClockTime(minute: 720), ClockTime(minute: 840)..<ClockTime(minute: 1050),
  ]

  /// Both together; the office hours are the latest year's.
  public func merging(_ other: WorkCalendar) -> WorkCalendar {
    let isLater = (other.years.max() ?? 0) >= (years.max() ?? 0)
    return WorkCalendar(
      zone: isLater ? other.zone : zone, officeHours: isLater ? other.officeHours : officeHours,
      years: years.union(other.years), holidays: holidays.union(other.holidays),
      workedWeekendDays: workedWeekendDays.union(other.workedWeekendDays))
  }

  public func covers(_ day: Day) -> Bool { years.contains(day.year) }

  /// By the notice of its year; in a year without one, Monday to Friday.
  public func isWorkingDay(_ day: Day) -> Bool {
    if holidays.contains(day) { return false }
    return !day.isWeekend || workedWeekendDays.contains(day)
  }

  public var closingTime: ClockTime { officeHours.last?.upperBound ?? .endOfDay }

  /// Working days of a year that is covered.
  public func workingDays(inYear year: Int) -> Int? {
    guard years.contains(year), var day = Day(year: year, month: 1, day: 1) else { return nil }
    var count = 0
    while day.year == year {
      if isWorkingDay(day) { count += 1 }
      day = day.next
    }
    return count
  }

  /// The last of `count` working days. A rest day at the start is no first day; counting begins with the next working day.
  public func lastDay(of count: Int, from start: Day, counting: Counting) -> Reckoned<Day> {
    var reckoning = Reckoning(calendar: self, day: counting == .sameDay ? start : start.next)
    guard count > 0 else { return reckoning.result(start) }
    var left = min(count, TimeSpan.longest)
    while true {
      if reckoning.works() { left -= 1 }
      if left == 0 { return reckoning.result(reckoning.day) }
      reckoning.step()
    }
  }

  /// Working days from `first` to `last`, both included; provisional if a year between is not covered.
  public func count(from first: Day, through last: Day) -> Reckoned<Int> {
    var reckoning = Reckoning(calendar: self, day: first)
    var count = 0
    while reckoning.day <= last, reckoning.isInTime {
      if reckoning.works() { count += 1 }
      reckoning.step()
    }
    return reckoning.result(count)
  }

  /// When a period ends that begins at `start`: working days at `endsAt` of the last day (by default the closing time).
  public func end(
    of span: TimeSpan, from start: Instant, counting: Counting = .nextDay, endsAt: ClockTime? = nil
  ) -> Reckoned<Instant> {
    switch span {
    case .minutes(let count): Reckoned(Instant(minutes: start.minutes + count))
    case .workingHours(let count): end(ofWorkingMinutes: count * 60, from: start)
    case .workingDays(let count):
      lastDay(of: count, from: start.day, counting: counting).map { Instant($0, endsAt ?? closingTime) }
    case .days, .months, .years:
      workingDay(onOrAfter: span.lastDay(from: start.day, counting)).map { Instant($0, endsAt ?? closingTime) }
    }
  }

  /// The day itself, or the next that is worked: where the last day of a natural period is a rest day (顺延).
  public func workingDay(onOrAfter day: Day) -> Reckoned<Day> { lastDay(of: 1, from: day, counting: .sameDay) }

  /// The instant at which so much office time has passed; outside office hours it begins with the next opening.
  public func end(ofWorkingMinutes minutes: Int, from start: Instant) -> Reckoned<Instant> {
    var reckoning = Reckoning(calendar: self, day: start.day)
    var left = minutes
    while reckoning.isInTime {
      for hours in reckoning.works() ? officeHours : [] {
        let opening = max(Instant(reckoning.day, hours.lowerBound).minutes, start.minutes)
        let closing = Instant(reckoning.day, hours.upperBound).minutes
        guard closing > opening else { continue }
        if closing - opening >= left { return reckoning.result(Instant(minutes: opening + left)) }
        left -= closing - opening
      }
      reckoning.step()
    }
    return reckoning.result(Instant(reckoning.day, .midnight))
  }

  /// Office time between two instants, in minutes.
  public func workingMinutes(from start: Instant, to end: Instant) -> Int {
    var reckoning = Reckoning(calendar: self, day: start.day)
    var sum = 0
    while reckoning.day <= end.day, reckoning.isInTime {
      for hours in reckoning.works() ? officeHours : [] {
        let opening = max(Instant(reckoning.day, hours.lowerBound).minutes, start.minutes)
        let closing = min(Instant(reckoning.day, hours.upperBound).minutes, end.minutes)
        sum += max(0, closing - opening)
      }
      reckoning.step()
    }
    return sum
  }
}

/// What a calendar says, and whether it had to go beyond the years that it knows.
public struct Reckoned<Value: Sendable & Hashable>: Sendable, Hashable {
  public let value: Value
  /// Years without a notice that it went through; the value is provisional (暂定) unless there are none.
  public let uncoveredYears: [Int]
  public var isProvisional: Bool { !uncoveredYears.isEmpty }

  init(_ value: Value, uncoveredYears: [Int] = []) {
    self.value = value
    self.uncoveredYears = uncoveredYears
  }

  func map<Other>(_ transform: (Value) -> Other) -> Reckoned<Other> {
    Reckoned<Other>(transform(value), uncoveredYears: uncoveredYears)
  }
}

/// A walk over days that remembers the years it went through.
private struct Reckoning {
  let calendar: WorkCalendar
  var day: Day
  private var uncovered: [Int] = []
  private let limit: Day

  init(calendar: WorkCalendar, day: Day) {
    self.calendar = calendar
    self.day = day
    // Longer than the longest span can take, so that no calendar, however odd, keeps the walk going for ever.
    limit = day.adding(40_000)
  }

  var isInTime: Bool { day < limit }

  /// Whether the day it stands on is worked; its year counts as gone through.
  mutating func works() -> Bool {
    let year = day.year
    if uncovered.last != year, !calendar.years.contains(year) { uncovered.append(year) }
    return calendar.isWorkingDay(day) || !isInTime
  }

  mutating func step() { day = day.next }

  func result<Value>(_ value: Value) -> Reckoned<Value> { Reckoned(value, uncoveredYears: uncovered) }
}
