public import FEEL

/// 公民身份号码 (GB 11643-1999): 6 digits of area, 8 of birth, 3 of order, a check character.
public struct ResidentNumber: Sendable, Hashable {
  /// 18 characters, the last of them a digit or `X`.
  public let text: String
  public let birthDate: CivilDate

  public enum Fault: Error, Sendable, Hashable {
    /// Not 17 digits and a digit or `X`.
    case form
    /// No province has the first two digits.
    case province(String)
    /// There is no such day.
    case birthDate
    /// The last character ought to be another.
    case check(expected: Character)
  }

  public enum Sex: Sendable, Hashable {
    case male, female
  }

  public init(_ text: String) throws(Fault) {
    let bytes = Array(text.utf8)
    guard bytes.count == 18, bytes[..<17].allSatisfy({ (0x30...0x39).contains($0) }),
      (0x30...0x39).contains(bytes[17]) || bytes[17] == UInt8(ascii: "X")
    else { throw .form }
    let digits = bytes[..<17].map { Int($0 - 0x30) }
    guard Self.provinces.contains(digits[0] * 10 + digits[1]) else { throw .province(String(text.prefix(2))) }
    let year = digits[6..<10].reduce(0) { $0 * 10 + $1 }
    guard let birthDate = CivilDate(year: year, month: digits[10] * 10 + digits[11], day: digits[12] * 10 + digits[13])
    else { throw .birthDate }
    let expected = Self.checkCharacter(digits)
    guard Character(Unicode.Scalar(bytes[17])) == expected else { throw .check(expected: expected) }
    self.text = text
    self.birthDate = birthDate
  }

  /// By the parity of the order number: odd ones are men's.
  public var sex: Sex {
    let order = text.utf8.dropFirst(16).first ?? 0x30
    return order % 2 == 1 ? .male : .female
  }

  /// `360299********003X`, as it may stand in documents.
  public var masked: String { text.prefix(6) + "********" + text.suffix(4) }

  private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

  private static func checkCharacter(_ digits: [Int]) -> Character {
    let sum = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
    return Array("10X98765432")[sum % 11]
  }

  /// The first two digits of GB/T 2260; 83 stands on the residence permits of people from Taiwan.
  private static let provinces: Set<Int> = Set(
    [11...15, 21...23, 31...37, 41...46, 50...54, 61...65, 71...71, 81...83].flatMap { Array($0) })
}
