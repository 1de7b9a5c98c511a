/// An unsigned integer of 128 bits: the coefficient of a number of 34 digits.
///
/// The standard library's UInt128 would do, but is not there on every platform that the package names.
struct Wide: Comparable {
  var high: UInt64
  var low: UInt64

  init(high: UInt64 = 0, low: UInt64) {
    self.high = high
    self.low = low
  }

  static func < (left: Wide, right: Wide) -> Bool {
    left.high == right.high ? left.low < right.low : left.high < right.high
  }

  /// 10^34 - 1
  static let largest = Wide(high: 542_101_086_242_752, low: 4_003_012_203_950_112_767)

  var isZero: Bool { high == 0 && low == 0 }
  var fitsInt64: Bool { high == 0 && low <= UInt64(Int64.max) }

  var dividedByTen: (quotient: Wide, remainder: UInt64) {
    let (upper, rest) = high.quotientAndRemainder(dividingBy: 10)
    let (lower, remainder) = (10 as UInt64).dividingFullWidth((rest, low))
    return (Wide(high: upper, low: lower), remainder)
  }

  /// `self × 10 + digit`; stays below 2^128 for up to 38 digits.
  func appending(_ digit: UInt64) -> Wide {
    let (carry, lower) = low.multipliedFullWidth(by: 10)
    let (sum, overflow) = lower.addingReportingOverflow(digit)
    return Wide(high: high &* 10 &+ carry &+ (overflow ? 1 : 0), low: sum)
  }

  var incremented: Wide { low == .max ? Wide(high: high &+ 1, low: 0) : Wide(high: high, low: low + 1) }

  /// How many times ten divides it, counted up to a limit; 0 has as many as one likes.
  func trailingZeros(atMost limit: Int) -> Int {
    if isZero { return limit }
    var count = 0
    var rest = self
    while count < limit {
      let (quotient, remainder) = rest.dividedByTen
      if remainder != 0 { break }
      rest = quotient
      count += 1
    }
    return count
  }

  /// Digits, at least one, in ASCII.
  var digits: [UInt8] {
    var reversed: [UInt8] = []
    var rest = self
    repeat {
      let (quotient, remainder) = rest.dividedByTen
      reversed.append(UInt8(remainder) + 0x30)
      rest = quotient
    } while !rest.isZero
    return reversed.reversed()
  }
}
