/// A day with a time of the day (DMN 1.5 §10.3.2.3.6); the zone is the time's.
///
/// `==` is identity as FEEL's `is` understands it; `compared(to:)` is its `=` and `<`.
public struct CivilDateTime: Sendable, Hashable {
  public let date: CivilDate
  public let time: CivilTime

  public init(date: CivilDate, time: CivilTime) {
    self.date = date
    self.time = time
  }

  /// An instant as the clocks of a zone show it; `nil` beyond the calendar.
  public init?(epochSeconds: Int64, nanosecond: Int = 0, zone: CivilZone) {
    let (local, overflow) = epochSeconds.addingReportingOverflow(zone.offset(at: epochSeconds))
    guard !overflow, let dateTime = CivilDateTime(localSeconds: local, nanosecond: nanosecond, zone: zone) else {
      return nil
    }
    self = dateTime
  }

  public var zone: CivilZone? { time.zone }

  /// The offset from UTC at this time, in seconds; `nil` without a zone.
  public var offsetSeconds: Int? { zone.map { Int($0.offset(atLocal: localSeconds)) } }

  /// Seconds since 1970-01-01T00:00Z, without the fraction; a local time counts as UTC.
  public var epochSeconds: Int64 { localSeconds - Int64(offsetSeconds ?? 0) }

  /// By the local clock.
  private var localSeconds: Int64 { date.epochDays * 86400 + time.secondOfDay }

  private init?(localSeconds: Int64, nanosecond: Int, zone: CivilZone?) {
    guard let date = CivilDate(epochDays: localSeconds.floorQuotient(86400)),
      let time = CivilTime(
        nanosecondOfDay: localSeconds.floorRemainder(86400) * 1_000_000_000 + Int64(nanosecond), zone: zone)
    else { return nil }
    self.init(date: date, time: time)
  }
}

extension CivilDateTime {
  /// Below, at or above 0 as FEEL's `<`, `=`, `>`: whole seconds count (so the TCK), and a time without zone is read
  /// in the other's.
  public func compared(to other: CivilDateTime) -> Int {
    let isLocal = zone == nil || other.zone == nil
    let left = isLocal ? localSeconds : epochSeconds
    let right = isLocal ? other.localSeconds : other.epochSeconds
    return left < right ? -1 : left == right ? 0 : 1
  }

  /// As for a date; the clock stays.
  public func adding(_ duration: YearsDuration) -> CivilDateTime? {
    date.adding(duration).map { CivilDateTime(date: $0, time: time) }
  }

  public func subtracting(_ duration: YearsDuration) -> CivilDateTime? { duration.negated.flatMap(adding) }

  /// So much later; across a change of the clocks the clock shows accordingly.
  public func adding(_ duration: DaysDuration) -> CivilDateTime? {
    let nanoseconds = Int64(time.nanosecond) + Int64(duration.nanoseconds)
    let (seconds, overflow) = epochSeconds.addingReportingOverflow(duration.seconds)
    let carried = seconds.addingReportingOverflow(nanoseconds / 1_000_000_000)
    guard !overflow, !carried.overflow else { return nil }
    let nanosecond = Int(nanoseconds % 1_000_000_000)
    guard let zone else {
      return CivilDateTime(localSeconds: carried.partialValue, nanosecond: nanosecond, zone: nil)
    }
    return CivilDateTime(epochSeconds: carried.partialValue, nanosecond: nanosecond, zone: zone)
  }

  public func subtracting(_ duration: DaysDuration) -> CivilDateTime? { duration.negated.flatMap(adding) }

  /// `nil` when only one of the two has a zone (DMN 1.5 §10.3.2.13.5).
  public func since(_ other: CivilDateTime) -> DaysDuration? {
    guard (zone == nil) == (other.zone == nil) else { return nil }
    return DaysDuration(
      seconds: epochSeconds - other.epochSeconds, nanoseconds: Int64(time.nanosecond - other.time.nanosecond))
  }
}

extension CivilDateTime: LosslessStringConvertible, CustomStringConvertible {
  /// Reads `2025-12-01T13:20:00`, with fraction and zone as a time has them; a date alone is its midnight, and
  /// `24:00:00` is the next day's.
  public init?(_ text: String) { self.init(text[...]) }

  public init?(_ text: some StringProtocol) {
    var scanner = CivilScanner(text)
    guard let date = scanner.date() else { return nil }
    if scanner.isAtEnd {
      self.init(date: date, time: .midnight)
      return
    }
    guard scanner.take("T"), let (nanoseconds, zone) = scanner.time(), scanner.isAtEnd,
      let day = date.adding(days: nanoseconds / CivilTime.nanosecondsPerDay),
      let time = CivilTime(nanosecondOfDay: nanoseconds % CivilTime.nanosecondsPerDay, zone: zone)
    else { return nil }
    self.init(date: day, time: time)
  }

  public var description: String { "\(date)T\(time)" }
}
