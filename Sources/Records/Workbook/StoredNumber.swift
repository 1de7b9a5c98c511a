/// A number as a workbook keeps it, which is binary and shows fifteen digits: `0.98499999999999999` is 0.985.
struct StoredNumber {
  private var digits: [UInt8] = []
  /// Of the last digit.
  private var exponent = 0
  private let isNegative: Bool

  /// What a spreadsheet shows of a number, and what it lets people type.
  private static let precision = 15

  init?(_ text: some Sequence<UInt8>) {
    var rest = Array(text)[...]
    isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest.removeFirst() }
    var seen = false
    var point = false
    while let byte = rest.first {
      switch byte {
      case 0x30...0x39:
        seen = true
        if !digits.isEmpty || byte != 0x30 { digits.append(byte - 0x30) }
        if point { exponent -= 1 }
      case UInt8(ascii: ".") where !point: point = true
      case UInt8(ascii: "e") where seen, UInt8(ascii: "E") where seen:
        guard let power = Int(String(decoding: rest.dropFirst(), as: UTF8.self)), abs(power) < 400 else { return nil }
        exponent += power
        rest = rest.suffix(1)
      default: return nil
      }
      rest.removeFirst()
    }
    guard seen else { return nil }
    round()
  }

  /// Whether it has more digits in front of the point than a workbook can keep, so that the last of them are lost.
  var hasLostDigits: Bool { digits.count + exponent > Self.precision }

  private mutating func round() {
    if digits.count > Self.precision {
      let isUp = digits[Self.precision] >= 5
      exponent += digits.count - Self.precision
      digits.removeLast(digits.count - Self.precision)
      if isUp { increment() }
    }
    while digits.last == 0 {
      digits.removeLast()
      exponent += 1
    }
    if digits.isEmpty { exponent = 0 }
  }

  private mutating func increment() {
    var index = digits.count - 1
    while index >= 0, digits[index] == 9 {
      digits[index] = 0
      index -= 1
    }
    if index >= 0 { digits[index] += 1 } else { digits.insert(1, at: 0) }
  }

  /// In plain digits, the point moved by so many places to the right.
  func text(shiftedBy places: Int = 0) -> String {
    if digits.isEmpty { return "0" }
    let exponent = exponent + places
    var text = digits.map { $0 + 0x30 }
    if exponent >= 0 {
      text += [UInt8](repeating: 0x30, count: exponent)
    } else if -exponent < text.count {
      text.insert(UInt8(ascii: "."), at: text.count + exponent)
    } else {
      text = [0x30, UInt8(ascii: ".")] + [UInt8](repeating: 0x30, count: -exponent - text.count) + text
    }
    return (isNegative ? "-" : "") + String(decoding: text, as: UTF8.self)
  }
}
