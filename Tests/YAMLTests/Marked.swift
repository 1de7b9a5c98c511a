import Diagnostics

/// A text in which ⟦ and ⟧ stand around the places that are meant, inner ones first.
struct Marked {
  let source: Source
  let ranges: [Range<Int>]

  init(_ text: String, name: String = "例.yaml") {
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
    source = Source(name: name, bytes: bytes)
    self.ranges = ranges
  }
}
