/// A time of the day, with a zone or without (DMN 1.5 §10.3.2.3.4).
///
/// `==` is identity as FEEL's `is` understands it (11:00Z is not 12:00+01:00); `compared(to:)` is its `=` and `<`.
public struct CivilTime: Sendable, Hashable {
  /// From 0 up to a day.
  public let nanosecondOfDay: Int64
  public let zone: CivilZone?

  static let nanosecondsPerDay: Int64 = 86_400_000_000_000

  public static let midnight = CivilTime(checked: 0, zone: nil)

  /// `nil` when there is no such time.
  public init?(hour: Int, minute: Int, second: Int, nanosecond: Int = 0, zone: CivilZone? = nil) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second),
      (0...999_999_999).contains(nanosecond)
    else { return nil }
    self.init(checked: Int64(hour * 3600 + minute * 60 + second) * 1_000_000_000 + Int64(nanosecond), zone: zone)
  }

  /// `nil` outside a day.
  public init?(nanosecondOfDay: Int64, zone: CivilZone? = nil) {
    guard nanosecondOfDay >= 0, nanosecondOfDay < CivilTime.nanosecondsPerDay else { return nil }
    self.init(checked: nanosecondOfDay, zone: zone)
  }

  private init(checked nanosecondOfDay: Int64, zone: CivilZone?) {
    self.nanosecondOfDay = nanosecondOfDay
    self.zone = zone
  }

  public var hour: Int { Int(secondOfDay / 3600) }
  public var minute: Int { Int(secondOfDay / 60 % 60) }
  public var second: Int { Int(secondOfDay % 60) }
  public var nanosecond: Int { Int(nanosecondOfDay % 1_000_000_000) }

  /// Without the fraction.
  public var secondOfDay: Int64 { nanosecondOfDay / 1_000_000_000 }

  /// The offset from UTC, in seconds, of a zone that has one at all times.
  public var offsetSeconds: Int? {
    if case .offset(let seconds)? = zone { Int(seconds) } else { nil }
  }

  public func with(zone: CivilZone?) -> CivilTime { CivilTime(checked: nanosecondOfDay, zone: zone) }
}

extension CivilTime {
  /// Below, at or above 0 as FEEL's `<`, `=`, `>`: whole seconds count (so the TCK), and a time without zone is read
  /// in the other's.
  public func compared(to other: CivilTime) -> Int {
    let isLocal = zone == nil || other.zone == nil
    let left = isLocal ? secondOfDay : secondOfDay - offset
    let right = isLocal ? other.secondOfDay : other.secondOfDay - other.offset
    return left < right ? -1 : left == right ? 0 : 1
  }

  /// Around the clock.
  public func adding(_ duration: DaysDuration) -> CivilTime {
    let shift = duration.seconds.floorRemainder(86400) * 1_000_000_000 + Int64(duration.nanoseconds)
    return CivilTime(
      checked: (nanosecondOfDay + shift).floorRemainder(CivilTime.nanosecondsPerDay), zone: zone)
  }

  public func subtracting(_ duration: DaysDuration) -> CivilTime? { duration.negated.map(adding) }

  /// `nil` when only one of the two has a zone.
  public func since(_ other: CivilTime) -> DaysDuration? {
    guard (zone == nil) == (other.zone == nil) else { return nil }
    let shift = zone == nil ? 0 : offset - other.offset
    return DaysDuration(nanoseconds: nanosecondOfDay - other.nanosecondOfDay - shift * 1_000_000_000)
  }

  /// A region has no offset without a date; its winter time of 1970 serves to compare.
  private var offset: Int64 { zone?.offset(atLocal: secondOfDay) ?? 0 }
}

extension CivilTime: LosslessStringConvertible, CustomStringConvertible {
  /// Reads `13:20:00`, `13:20:00.5+08:00`, `13:20:00@Asia/Shanghai`; `24:00:00` is midnight.
  public init?(_ text: String) { self.init(text[...]) }

  public init?(_ text: some StringProtocol) {
    var scanner = CivilScanner(text)
    guard let (nanoseconds, zone) = scanner.time(), scanner.isAtEnd else { return nil }
    self.init(checked: nanoseconds % CivilTime.nanosecondsPerDay, zone: zone)
  }

  public var description: String {
    let clock = "\(twoDigits(hour)):\(twoDigits(minute)):\(twoDigits(second))"
    return clock + fractionText(nanosecond) + (zone?.description ?? "")
  }
}

/// `.5` for half a second; nothing for none.
func fractionText(_ nanoseconds: Int) -> String {
  guard nanoseconds > 0 else { return "" }
  let digits = String(nanoseconds)
  var text = String(repeating: "0", count: 9 - digits.count) + digits
  while text.hasSuffix("0") { text.removeLast() }
  return ".\(text)"
}
