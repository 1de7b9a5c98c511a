import Diagnostics

/// A text in which ⟦ and ⟧ stand around the places that are meant, inner ones first.
struct Marked {
  let text: String
  let ranges: [Range<Int>]

  init(_ text: String) {
    var bytes: [UInt8] = []
    var ranges: [Range<Int>] = []
    var open: [Int] = []
    for scalar in text.unicodeScalars {
      switch scalar {
      case "⟦": open.append(bytes.count)
      case "⟧": ranges.append((open.popLast() ?? 0)..<bytes.count)
      default: bytes.append(contentsOf: String(Character(scalar)).utf8)
      }
    }
    self.text = String(decoding: bytes, as: UTF8.self)
    self.ranges = ranges
  }
}
