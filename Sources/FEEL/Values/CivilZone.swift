import Foundation

/// What relates a local time to UTC: a fixed offset, or the rules of a region (`Asia/Shanghai`).
public enum CivilZone: Sendable, Hashable {
  /// Seconds east of Greenwich, within ±18 hours.
  case offset(seconds: Int32)
  /// A name of the IANA database.
  case region(String)

  public static let utc = CivilZone.offset(seconds: 0)

  /// `nil` beyond 18 hours.
  public init?(offsetSeconds: Int) {
    guard (-64800...64800).contains(offsetSeconds) else { return nil }
    self = .offset(seconds: Int32(offsetSeconds))
  }

  /// `nil` for a name that the database does not have.
  public init?(region: String) {
    // Foundation also takes GMT+2 and abbreviations such as CST, which stand for no region.
    let isName = region.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2F, 0x5F: true
      default: false
      }
    }
    guard isName, region.contains("/") || CivilZone.plainNames.contains(region), TimeZone(identifier: region) != nil
    else { return nil }
    self = .region(region)
  }

  private static let plainNames: Set<String> = ["UTC", "GMT", "UCT", "Zulu", "Universal"]

  /// Seconds east of Greenwich at a local time, given as seconds since 1970-01-01T00:00 by the local clock.
  func offset(atLocal seconds: Int64) -> Int64 {
    guard case .region(let name) = self else { return fixedOffset }
    guard let rules = TimeZone(identifier: name) else { return 0 }
    // An hour that the clocks show twice is the earlier one; one that they skip is read by the old offset.
    let day: Int64 = 86400
    let old = CivilZone.offset(of: rules, at: seconds - day)
    if CivilZone.offset(of: rules, at: seconds - old) == old { return old }
    let new = CivilZone.offset(of: rules, at: seconds + day)
    return CivilZone.offset(of: rules, at: seconds - new) == new ? new : old
  }

  /// The same at an instant, given as seconds since 1970-01-01T00:00Z.
  func offset(at instant: Int64) -> Int64 {
    guard case .region(let name) = self else { return fixedOffset }
    guard let rules = TimeZone(identifier: name) else { return 0 }
    return CivilZone.offset(of: rules, at: instant)
  }

  private var fixedOffset: Int64 {
    if case .offset(let seconds) = self { Int64(seconds) } else { 0 }
  }

  private static func offset(of rules: TimeZone, at instant: Int64) -> Int64 {
    // The rules of today hold for ever, in a cycle of 400 years; before 1600 there was local mean time only.
    let cycle: Int64 = 146_097 * 86400
    var seconds = instant
    if seconds > cycle { seconds = seconds % cycle + cycle }
    if seconds < -cycle { seconds = -cycle }
    return Int64(rules.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds))))
  }
}

extension CivilZone: CustomStringConvertible {
  /// `Z`, `+08:00`, `@Asia/Shanghai`: what stands behind the time.
  public var description: String {
    switch self {
    case .region(let name): return "@\(name)"
    case .offset(0): return "Z"
    case .offset(let offset):
      let magnitude = Int(offset.magnitude)
      let seconds = magnitude % 60
      let text = "\(twoDigits(magnitude / 3600)):\(twoDigits(magnitude / 60 % 60))"
      return "\(offset < 0 ? "-" : "+")\(text)\(seconds == 0 ? "" : ":\(twoDigits(seconds))")"
    }
  }
}
