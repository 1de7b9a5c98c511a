/// 统一社会信用代码 (GB 32100-2015): department, kind, 6 digits of area, 9 characters of the body's own code with its
/// own check (GB 11714-1997), a check character.
public struct CreditCode: Sendable, Hashable {
  /// 18 characters.
  public let text: String

  public enum Fault: Error, Sendable, Hashable {
    /// Not 18 characters long.
    case length(Int)
    /// A character that the code does not use, at an index; `likely` is what it is often mistaken for.
    case character(Character, at: Int, likely: Character?)
    /// The area is written in digits.
    case area
    /// The check of the body's own code, the 17th character.
    case bodyCheck(expected: Character)
    case check(expected: Character)
  }

  public init(_ text: String) throws(Fault) {
    let characters = Array(text)
    guard characters.count == 18 else { throw .length(characters.count) }
    let values = try Self.values(characters)
    guard values[2..<8].allSatisfy({ $0 < 10 }) else { throw .area }
    let bodyCheck = Self.bodyCheck(characters[8..<16])
    guard characters[16] == bodyCheck else { throw .bodyCheck(expected: bodyCheck) }
    let check = Self.check(values[..<17])
    guard characters[17] == check else { throw .check(expected: check) }
    self.text = text
  }

  /// A character's value is its index, so `H` is 17 and `J` is 18; I, O, S, V and Z are not used.
  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
  private static let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
  private static let likely: [Character: Character] = ["O": "0", "I": "1", "S": "5", "V": "U", "Z": "2"]

  private static func values(_ characters: [Character]) throws(Fault) -> [Int] {
    var values: [Int] = []
    for (index, character) in characters.enumerated() {
      guard let value = alphabet.firstIndex(of: character) else {
        throw .character(character, at: index, likely: likely[character])
      }
      values.append(value)
    }
    return values
  }

  private static func check(_ values: ArraySlice<Int>) -> Character {
    let sum = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }
    return alphabet[(31 - sum % 31) % 31]
  }

  /// GB 11714-1997: here letters count from `A` = 10 to `Z` = 35.
  private static func bodyCheck(_ body: ArraySlice<Character>) -> Character {
    let sum = zip(body, [3, 7, 9, 10, 5, 8, 4, 2]).reduce(0) { $0 + ($1.0.bodyValue ?? 0) * $1.1 }
    return Array("0123456789X0")[11 - sum % 11]
  }
}

extension Character {
  /// 0–9, then A = 10 to Z = 35.
  fileprivate var bodyValue: Int? {
    guard let byte = asciiValue else { return nil }
    switch byte {
    case 0x30...0x39: return Int(byte) - 0x30
    case 0x41...0x5A: return Int(byte) - 0x41 + 10
    default: return nil
    }
  }
}
