import Diagnostics

/// A text in which ⟦ and ⟧ stand around the place that is meant.
struct Marked {
  let text: String
  /// In bytes; `nil` when nothing is marked.
  let range: Range<Int>?

  init(_ marked: String) {
    var bytes: [UInt8] = []
    var lower: Int?
    var range: Range<Int>?
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦": lower = bytes.count
      case "⟧": range = lower.map { $0..<bytes.count }
      default: bytes.append(contentsOf: String(Character(scalar)).utf8)
      }
    }
    text = String(decoding: bytes, as: UTF8.self)
    self.range = range
  }
}
