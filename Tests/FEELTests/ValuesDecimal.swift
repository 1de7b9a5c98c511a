@testable import FEEL
import TestSupport
import Testing

@Suite("数") struct ValuesDecimal {
  // MARK: Text

  @Test(
    "读出来再写出去，是同一个数的规范写法",
    arguments: [
      ("0", "0"), ("-0", "0"), ("0.000", "0"), ("1.50", "1.5"), ("-1.50", "-1.5"), (".5", "0.5"), ("-.5", "-0.5"),
      ("007", "7"), ("100", "100"), ("1e3", "1000"), ("1E+3", "1000"), ("12.5e-3", "0.0125"), ("-0.001", "-0.001"),
      ("9223372036854775807", "9223372036854775807"), ("9223372036854775808", "9223372036854775808"),
      ("-9223372036854775808", "-9223372036854775808"), ("12345678901234567890.0", "12345678901234567890"),
      ("1234567890123456789012345678901234", "1234567890123456789012345678901234"),
      ("12345678901234567890123456789012345", "12345678901234567890123456789012340"),
      ("12345678901234567890123456789012355", "12345678901234567890123456789012360"),
      ("12345678901234567890123456789012345000001", "12345678901234567890123456789012350000000"),
      ("99999999999999999999999999999999995", "100000000000000000000000000000000000"),
      ("0.00000000000000000000000000000000000000000001", "0.00000000000000000000000000000000000000000001"),
      ("1e60", "1" + String(repeating: "0", count: 60)), ("1e61", "1E+61"), ("1.25e63", "1.25E+63"),
      ("123e-80", "1.23E-78"), ("1e6144", "1E+6144"),
      (
        "9.999999999999999999999999999999999e6144",
        "9.999999999999999999999999999999999E+6144"
      ),
      ("1e-6176", "1E-6176"), ("1e-6177", "0"), ("6e-6177", "1E-6176"), ("5e-6177", "0"), ("15e-6177", "2E-6176"),
      ("0e999999999999999999", "0"), ("1e-999999999999999999", "0"),
    ])
  func text(_ written: String, _ canonical: String) throws {
    let number = try #require(Decimal(written))
    #expect(number.description == canonical)
    #expect(Decimal(canonical) == number)
  }

  @Test(
    "不是数的文字读不出数",
    arguments: [
      "", "-", "+1", "1.", ".", "1e", "1e+", "1_000", "1,000", " 1", "1 ", "0x10", "NaN", "Inf", "Infinity",
      "-Infinity",
      "sNaN1", "１２", "1.2.3", "--1", "1e5.0", "1e6145", "1e999999999999999999", "十",
    ])
  func notText(_ written: String) {
    #expect(Decimal(written) == nil)
  }

  // MARK: Value semantics

  @Test(
    "相等与散列只看数值",
    arguments: [
      ("1.50", "1.5"), ("100", "1e2"), ("0", "-0.00"), ("12345678901234567890", "1234567890123456789e1"),
      ("12345678901234567890123456789", "12345678901234567890123456789.00000"), ("1e6111", "10e6110"),
      ("1e6144", "1000e6141"), ("-9223372036854775808", "-922337203685477580.8e1"),
    ])
  func equality(_ left: String, _ right: String) throws {
    let (a, b) = (try #require(Decimal(left)), try #require(Decimal(right)))
    #expect(a == b)
    #expect(a.hashValue == b.hashValue)
    #expect(!(a < b) && !(b < a))
  }

  @Test(
    "从小到大",
    arguments: [
      [
        "-1e6144", "-12345678901234567890123", "-9223372036854775808", "-9223372036854775807", "-1.0000001", "-1",
        "-1e-6176",
        "0", "1e-6176", "0.1", "0.3333333333333333333333333333333333", "1", "9223372036854775807",
        "9223372036854775808",
        "1e19", "1e30", "1e6144",
      ]
    ])
  func order(_ ascending: [String]) throws {
    let numbers = try ascending.map { try #require(Decimal($0)) }
    for (i, a) in numbers.enumerated() {
      for (j, b) in numbers.enumerated() {
        #expect((a < b) == (i < j), "\(a) \(b)")
        #expect((a == b) == (i == j), "\(a) \(b)")
      }
    }
  }

  @Test("装进十六字节的格子再取出来") func smallParts() throws {
    let number = try #require(Decimal("-12.50"))
    let parts = try #require(number.smallParts)
    #expect(Decimal(coefficient: parts.coefficient, exponent: parts.exponent) == number)
    #expect(Decimal("12345678901234567890123")?.smallParts == nil)
    #expect(MemoryLayout<Decimal>.size == 16)
    #expect(Decimal(coefficient: .min, exponent: 0).intValue == .min)
    #expect(Decimal(coefficient: 1, exponent: 20000).description == "9.999999999999999999999999999999999E+6144")
    #expect(Decimal(coefficient: 1, exponent: -20000) == .zero)
  }

  @Test(
    "整数",
    arguments: [
      ("12", 12), ("12.00", 12), ("12.5", nil), ("1e2", 100), ("-9223372036854775808", Int.min),
      ("9223372036854775807", Int.max), ("9223372036854775808", nil), ("1e19", nil), ("0e-5", 0), ("1e-30", nil),
    ] as [(String, Int?)])
  func integers(_ text: String, _ expected: Int?) throws {
    let number = try #require(Decimal(text))
    #expect(number.intValue == expected)
    #expect(number.isInteger == (expected != nil || number.magnitude > Decimal(1_000_000_000_000_000_000)))
  }

  // MARK: Operations

  @Test(
    "算术",
    arguments: [
      ("0.1", "+", "0.2", "0.3"), ("1", "/", "3", "0.3333333333333333333333333333333333"),
      ("269", "/", "3", "89.66666666666666666666666666666667"), ("1.10", "*", "2.00", "2.2"), ("7", "/", "2", "3.5"),
      ("1", "/", "0", nil), ("0", "/", "0", nil), ("0", "/", "5", "0"), ("1e6144", "*", "10", nil),
      ("9e6144", "+", "9e6144", nil), ("1e-6176", "/", "10", "0"),
      ("9223372036854775807", "+", "1", "9223372036854775808"),
      ("-9223372036854775807", "-", "1", "-9223372036854775808"),
      ("9223372036854775808", "-", "1", "9223372036854775807"),
      ("-9223372036854775808", "/", "-1", "9223372036854775808"),
      ("3037000500", "*", "3037000500", "9223372037000250000"),
      ("4294967296", "*", "4294967296", "18446744073709551616"),
      ("1e30", "+", "1e-4", "1000000000000000000000000000000"),
      ("1e30", "+", "1e-3", "1000000000000000000000000000000.001"),
      ("0", "+", "1e-300", "1E-300"), ("0e100", "+", "1.5", "1.5"),
      ("10", "%", "4", "2"), ("-12", "%", "5", "3"), ("12", "%", "-5", "-3"), ("-12", "%", "-5", "-2"),
      ("10.1", "%", "4.5", "1.1"), ("-10.1", "%", "4.5", "3.4"), ("10.1", "%", "-4.5", "-3.4"), ("5", "%", "0", nil),
      ("1e40", "%", "7", "4"), ("12345678901234567890123", "%", "10", "3"),
      (
        "-1", "%", "1e30",
        "999999999999999999999999999999"
      ),
      ("2", "^", "10", "1024"), ("2", "^", "-2", "0.25"), ("10", "^", "33", "1000000000000000000000000000000000"),
      ("0", "^", "0", "1"), ("0", "^", "-1", nil), ("0", "^", "0.5", "0"), ("-2", "^", "3", "-8"),
      ("-8", "^", "0.5", nil),
      ("4", "^", "0.5", "2"), ("1.05", "^", "10", "1.62889462677744140625"), ("10", "^", "7000", nil),
      ("1", "^", "999999999", "1"), ("0.1", "^", "99999", "0"),
      ("1.020833333333333333333333333333333", "^", "36", "2.100749822428429076198353089672963"),
      ("1.020833333333333333333333333333333", "^", "-36", "0.4760205091170818021506889024299513"),
      ("1.05", "^", "30", "4.321942375150662009157288198886473"),
      ("1.05", "^", "-30", "0.2313774486558581681024428551323753"),
      ("3", "^", "-7", "0.0004572473708276177411979881115683585"),
      ("-1.1", "^", "51", "-129.1299381676648481573331455893942"),
      ("0.9999999999999999999999999999999999", "^", "999", "0.9999999999999999999999999999999001"),
      ("1.0000000001", "^", "999999999", "1.105170917959604678425751325466085"),
    ] as [(String, String, String, String?)])
  func arithmetic(_ left: String, _ sign: String, _ right: String, _ expected: String?) throws {
    let (a, b) = (try #require(Decimal(left)), try #require(Decimal(right)))
    let result =
      switch sign {
      case "+": a.adding(b)
      case "-": a.subtracting(b)
      case "*": a.multiplied(by: b)
      case "/": a.divided(by: b)
      case "%": a.modulo(b)
      default: a.power(b)
      }
    #expect(result?.description == expected)
  }

  @Test(
    "四舍五入及其他取整方式",
    arguments: [
      ("78.485", 2, .halfUp, "78.49"), ("85.235", 2, .halfUp, "85.24"), ("86.125", 2, .halfUp, "86.13"),
      ("86.125", 2, .halfEven, "86.12"), ("86.135", 2, .halfEven, "86.14"), ("-86.125", 2, .halfUp, "-86.13"),
      ("5.5", 0, .up, "6"), ("-5.5", 0, .up, "-6"), ("1.121", 2, .up, "1.13"), ("-1.126", 2, .up, "-1.13"),
      ("5.5", 0, .down, "5"), ("-5.5", 0, .down, "-5"), ("1.126", 2, .down, "1.12"),
      ("5.5", 0, .halfDown, "5"), ("-5.5", 0, .halfDown, "-5"), ("1.126", 2, .halfDown, "1.13"),
      ("5.51", 0, .halfDown, "6"),
      ("1.5", 0, .floor, "1"), ("-1.56", 1, .floor, "-1.6"), ("1.5", 0, .ceiling, "2"), ("-1.5", 0, .ceiling, "-1"),
      ("1234", -2, .halfUp, "1200"), ("1250", -2, .halfEven, "1200"), ("1350", -2, .halfEven, "1400"),
      ("9223372036854775807", -19, .halfUp, "10000000000000000000"), ("9223372036854775807", -20, .halfUp, "0"),
      ("4223372036854775807", -19, .halfUp, "0"), ("1", -30, .up, "1000000000000000000000000000000"),
      ("9223372036854775807", -18, .halfUp, "9000000000000000000"),
      ("0.3333333333333333333333333333333333", 2, .halfUp, "0.33"),
      ("0.6666666666666666666666666666666667", 20, .halfEven, "0.66666666666666666667"),
      ("2.5000000000000000000000000000000", 0, .halfDown, "2"),
      ("2.500000000000000000000000000000001", 0, .halfDown, "3"),
      ("-2.500000000000000000000000000000001", 0, .halfDown, "-3"),
      ("-2.333333333333333333333333333333333", 0, .floor, "-3"),
      ("-2.333333333333333333333333333333333", 0, .up, "-3"), ("2.333333333333333333333333333333333", 0, .up, "3"),
      ("-2.333333333333333333333333333333333", 0, .down, "-2"),
      ("-2.333333333333333333333333333333333", 0, .ceiling, "-2"),
      ("99999999999999999999999.5", 0, .halfUp, "100000000000000000000000"), ("1.5", 6176, .halfUp, "1.5"),
      ("1.5", 6177, .halfUp, nil), ("1.5", -6112, .halfUp, nil), ("0", -5, .up, "0"),
    ] as [(String, Int, RoundingMode, String?)])
  func rounding(_ text: String, _ scale: Int, _ mode: RoundingMode, _ expected: String?) throws {
    let number = try #require(Decimal(text))
    #expect(number.rounded(scale: scale, mode)?.description == expected)
  }

  @Test("初等函数") func functions() throws {
    #expect(Decimal(2).squareRoot?.description == "1.414213562373095048801688724209698")
    #expect(Decimal(16).squareRoot == Decimal(4))
    #expect(Decimal(-1).squareRoot == nil)
    #expect(Decimal(0).logarithm == nil)
    #expect(Decimal(1).logarithm == .zero)
    #expect(Decimal(0).exponential == .one)
    let e = try #require(Decimal(1).exponential)
    #expect(e.rounded(scale: 30, .halfEven)?.description == "2.718281828459045235360287471353")
    #expect(Decimal(1_000_000).exponential == nil)
    #expect(Decimal(-1_000_000).exponential == .zero)
    #expect(Decimal(5).negated == Decimal(-5))
    #expect(Decimal("-12345678901234567890123")?.magnitude == Decimal("12345678901234567890123"))
  }

  // MARK: Two tiers, one number

  /// The fast tier and Intel's must say the same as whole numbers of 128 bits, rounded by hand.
  @Test("快的一层与慢的一层没有差别", arguments: [1, 2, 3, 4] as [UInt64]) func tiers(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    for _ in 0..<5000 {
      let (a, b) = (random.operand(), random.operand())
      let (x, y) = (Decimal(coefficient: a.0, exponent: a.1), Decimal(coefficient: b.0, exponent: b.1))
      let low = min(a.1, b.1)
      let (wideA, wideB) = (shifted(a.0, Int(a.1 - low)), shifted(b.0, Int(b.1 - low)))
      let context = "seed \(seed): \(x) \(y)"
      #expect(x.adding(y) == wide(wideA + wideB, Int(low)), "\(context)")
      #expect(x.subtracting(y) == wide(wideA - wideB, Int(low)), "\(context)")
      #expect(x.multiplied(by: y) == wide(Int128(a.0) * Int128(b.0), Int(a.1 + b.1)), "\(context)")
      #expect((x < y) == (wideA < wideB), "\(context)")
      #expect((x == y) == (wideA == wideB), "\(context)")
      if let quotient = x.divided(by: y), b.0 != 0 {
        // |x - q y| is at most half of q's last digit times |y|.
        let back = try #require(quotient.multiplied(by: y)?.subtracting(x)).magnitude
        let bound = try #require(
          quotient.magnitude.multiplied(by: Decimal("1e-33") ?? .zero)?.multiplied(by: y.magnitude))
        #expect(back <= bound, "\(context)")
      }
      if b.0 != 0 {
        let remainder = ((wideA % wideB) + wideB) % wideB
        #expect(x.modulo(y) == wide(remainder, Int(low)), "\(context)")
      }
      for mode in RoundingMode.allCases {
        let small = x.rounded(scale: 2, mode)
        #expect(small == byHand(a.0, Int(a.1), scale: 2, mode), "\(context) \(mode)")
      }
    }
  }

  /// `coefficient × 10^exponent`, rounded half-even to 34 digits by whole numbers only.
  private func wide(_ coefficient: Int128, _ exponent: Int) -> Decimal? {
    var magnitude = coefficient.magnitude
    var exponent = exponent
    var dropped: (last: UInt128, sticky: Bool) = (0, false)
    while magnitude >= tenTo34 {
      dropped = (magnitude % 10, dropped.sticky || dropped.last != 0)
      magnitude /= 10
      exponent += 1
    }
    if dropped.last > 5 || (dropped.last == 5 && (dropped.sticky || magnitude % 2 == 1)) { magnitude += 1 }
    return Decimal("\(coefficient < 0 ? "-" : "")\(magnitude)e\(exponent)")
  }

  private func shifted(_ coefficient: Int64, _ places: Int) -> Int128 {
    var value = Int128(coefficient)
    for _ in 0..<places { value *= 10 }
    return value
  }

  private func byHand(_ coefficient: Int64, _ exponent: Int, scale: Int, _ mode: RoundingMode) -> Decimal? {
    let dropped = -scale - exponent
    guard dropped > 0 else { return Decimal(coefficient: coefficient, exponent: Int16(exponent)) }
    let power = shifted(1, dropped)
    let (quotient, remainder) = Int128(coefficient).quotientAndRemainder(dividingBy: power)
    let sign: Int128 = coefficient < 0 ? -1 : 1
    let twice = remainder.magnitude * 2
    let goesUp: Bool
    switch mode {
    case .up: goesUp = remainder != 0
    case .down: goesUp = false
    case .halfUp: goesUp = twice >= power.magnitude
    case .halfDown: goesUp = twice > power.magnitude
    case .halfEven: goesUp = twice > power.magnitude || (twice == power.magnitude && quotient % 2 != 0)
    case .floor: goesUp = remainder < 0
    case .ceiling: goesUp = remainder > 0
    }
    return Decimal("\(quotient + (goesUp ? sign : 0))e\(-scale)")
  }
}

private let tenTo34: UInt128 = (0..<34).reduce(1) { power, _ in power * 10 }

extension SplitMix {
  /// Mostly short numbers, often ones at the border of 64 bits.
  fileprivate mutating func operand() -> (Int64, Int16) {
    let exponent = Int16.random(in: -9...8, using: &self)
    let coefficient: Int64
    switch Int.random(in: 0..<6, using: &self) {
    case 0: coefficient = Int64.random(in: -9...9, using: &self)
    case 1: coefficient = Int64.max - Int64.random(in: 0...3, using: &self)
    case 2: coefficient = -Int64.max + Int64.random(in: 0...3, using: &self)
    case 3: coefficient = Int64.random(in: -Int64.max...Int64.max, using: &self)
    case 4: coefficient = Int64.random(in: -3_037_000_600...3_037_000_600, using: &self)
    default: coefficient = Int64.random(in: -100_000...100_000, using: &self)
    }
    return (coefficient, exponent)
  }
}
