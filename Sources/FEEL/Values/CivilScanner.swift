/// Reads dates, times, zones and durations in the forms of ISO 8601 that FEEL takes (DMN 1.5 §10.3.4.1).
struct CivilScanner {
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: some StringProtocol) { bytes = Array(text.utf8) }

  var isAtEnd: Bool { position == bytes.count }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, UInt32(bytes[position]) == character.value else { return false }
    position += 1
    return true
  }

  /// A number of exactly so many digits.
  mutating func number(digits count: Int) -> Int? {
    let run = digitRun(atMost: count)
    return run.count == count ? value(run) : nil
  }

  /// The digits from here on, as a range; of a longer run only the first `limit`.
  mutating func digitRun(atMost limit: Int = .max) -> ArraySlice<UInt8> {
    let start = position
    while position < bytes.count, position - start < limit, (0x30...0x39).contains(bytes[position]) { position += 1 }
    return bytes[start..<position]
  }

  /// At most 18 digits.
  func value(_ digits: ArraySlice<UInt8>) -> Int { digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } }

  /// What is left, as a text.
  mutating func rest() -> String {
    defer { position = bytes.count }
    return String(decoding: bytes[position...], as: UTF8.self)
  }
}

extension CivilScanner {
  /// `[-]YYYY-MM-DD`
  mutating func date() -> CivilDate? {
    let isNegative = take("-")
    let digits = digitRun(atMost: 10)
    guard (4...9).contains(digits.count), digits.count == 4 || digits.first != 0x30 else { return nil }
    let year = value(digits)
    guard !(isNegative && year == 0), take("-"), let month = number(digits: 2), take("-"),
      let day = number(digits: 2)
    else { return nil }
    return CivilDate(year: isNegative ? -year : year, month: month, day: day)
  }

  /// `hh:mm:ss[.fraction][zone]`; `24:00:00` comes out as 86,400 seconds of the day. Digits of the fraction beyond
  /// nanoseconds are cut off.
  mutating func time() -> (nanoseconds: Int64, zone: CivilZone?)? {
    guard let hour = number(digits: 2), take(":"), let minute = number(digits: 2), take(":"),
      let second = number(digits: 2), minute < 60, second < 60
    else { return nil }
    var nanoseconds = Int64(hour * 3600 + minute * 60 + second) * 1_000_000_000
    if take(".") {
      let fraction = digitRun()
      guard !fraction.isEmpty else { return nil }
      nanoseconds += nanosecondsOfFraction(fraction)
    }
    guard nanoseconds <= CivilTime.nanosecondsPerDay else { return nil }
    if isAtEnd { return (nanoseconds, nil) }
    guard let zone = zone() else { return nil }
    return (nanoseconds, zone)
  }

  func nanosecondsOfFraction(_ digits: ArraySlice<UInt8>) -> Int64 {
    var result: Int64 = 0
    for place in 0..<9 {
      let index = digits.startIndex + place
      result = result * 10 + (index < digits.endIndex ? Int64(digits[index] - 0x30) : 0)
    }
    return result
  }

  /// `Z`, `+hh:mm[:ss]` up to 18 hours, or `@Area/City`.
  private mutating func zone() -> CivilZone? {
    if take("Z") { return .utc }
    if take("@") { return CivilZone(region: rest()) }
    let isNegative = take("-")
    guard isNegative || take("+"), let hours = number(digits: 2), take(":"), let minutes = number(digits: 2),
      minutes < 60
    else { return nil }
    var seconds = 0
    if take(":") {
      guard let value = number(digits: 2), value < 60 else { return nil }
      seconds = value
    }
    let offset = hours * 3600 + minutes * 60 + seconds
    return CivilZone(offsetSeconds: isNegative ? -offset : offset)
  }
}
