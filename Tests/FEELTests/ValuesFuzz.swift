import FEEL
import TestSupport
import Testing

/// Noise that looks like numbers, dates and durations: nothing may trap, and what is read comes back from its text.
@Suite("数与日期的乱码") struct ValuesFuzz {
  @Test("读得出的，写出去再读还是它", arguments: [11, 12, 13] as [UInt64]) func roundTrip(seed: UInt64) {
    var random = SplitMix(seed: seed)
    for _ in 0..<20_000 {
      let text = random.noise()
      if let number = Decimal(text) { check(number, text, seed) { Decimal($0) } }
      if let date = CivilDate(text) { check(date, text, seed) { CivilDate($0) } }
      if let time = CivilTime(text) { check(time, text, seed) { CivilTime($0) } }
      if let dateTime = CivilDateTime(text) { check(dateTime, text, seed) { CivilDateTime($0) } }
      if let duration = DaysDuration(text) { check(duration, text, seed) { DaysDuration($0) } }
      if let duration = YearsDuration(text) { check(duration, text, seed) { YearsDuration($0) } }
    }
  }

  @Test("任何两个数都能算，不会中断", arguments: [21, 22] as [UInt64]) func anyNumbers(seed: UInt64) {
    var random = SplitMix(seed: seed)
    for _ in 0..<3_000 {
      let (a, b) = (random.number(), random.number())
      let results = [
        a.adding(b), a.subtracting(b), a.multiplied(by: b), a.divided(by: b), a.modulo(b), a.squareRoot, a.floor,
        a.ceiling, a.negated, a.rounded(scale: Int.random(in: -6200...6200, using: &random), .halfDown),
        DaysDuration(seconds: a)?.inSeconds,
      ]
      for case let result? in results { check(result, "\(a) \(b)", seed) { Decimal($0) } }
      _ = (a.intValue, a.isInteger, a < b, a == b, a.hashValue, YearsDuration(months: a))
      if a < b, let sum = a.subtracting(b) { #expect(sum <= .zero, "\(a) \(b) seed \(seed)") }
    }
  }

  private func check<Value: Equatable & CustomStringConvertible>(
    _ value: Value, _ text: String, _ seed: UInt64, read: (String) -> Value?
  ) {
    if read(value.description) != value { Issue.record("\(text) gave \(value), seed \(seed)") }
  }
}

extension SplitMix {
  fileprivate mutating func noise() -> String {
    let stems = [
      "1", "0", "9223372036854775807", "12.50", "-", "e", "E+", "6144", "-6176", ".", "2024-02-29", "T", "P", "1Y", "M",
      "D",
      "23:59:60", "24:00:00", "12:30:01", "Z", "+08:00", "@Asia/Shanghai", "@", "H", "S", "999999999", "-12-31", "０",
      "年",
      "00000000000000000000000000000000000", "5",
    ]
    return (0..<Int.random(in: 1...5, using: &self)).map { _ in stems.randomElement(using: &self) ?? "" }.joined()
  }

  fileprivate mutating func number() -> Decimal {
    let digits = (0..<Int.random(in: 1...36, using: &self)).map { _ in "\(Int.random(in: 0...9, using: &self))" }
    let range = [-3...3, -40...40, -6200...6200].randomElement(using: &self) ?? 0...0
    let sign = Bool.random(using: &self) ? "-" : ""
    return Decimal("\(sign)\(digits.joined())e\(Int.random(in: range, using: &self))") ?? .zero
  }
}
