import Diagnostics
import Rules

extension Places {
  /// What of a row may be shown: all but its sensitive values and what looks like a resident number, of which so much
  /// stays that those who know it recognise it. Empty for a form without anything sensitive, of which all may be shown.
  ///
  /// - Parameter others: further stretches that must not be shown.
  func disclosed(in row: Range<Int>, except others: [Range<Int>] = []) -> [Range<Int>] {
    guard form.hides else { return [] }
    let rows = ([row] + further).sorted { $0.lowerBound < $1.lowerBound }
    var hidden = others + rows.flatMap { ResidentNumber.births(in: source.bytes[$0]) }
    for (index, field) in form.fields.enumerated() where field.hides {
      if let range = self[field: index] { hidden.append(hiddenPart(of: range, field.field)) }
    }
    return rows.removing(hidden)
  }

  /// Quotes and blanks around a value do not count to it.
  private func hiddenPart(of range: Range<Int>, _ field: Field) -> Range<Int> {
    let bytes = source.bytes[range]
    let isText = { (byte: UInt8) in ![0x20, 0x09, UInt8(ascii: "\""), UInt8(ascii: "'")].contains(byte) }
    guard field.isSensitive, let first = bytes.firstIndex(where: isText), let last = bytes.lastIndex(where: isText),
      bytes[first...last].allSatisfy({ $0 < 0x80 && isText($0) })
    else { return range }
    let (head, tail) = field.keeps(ofCount: last + 1 - first)
    return first + head..<last + 1 - tail
  }
}

extension [Range<Int>] {
  /// What is left, in order.
  func removing(_ others: [Range<Int>]) -> [Range<Int>] {
    others.reduce(self) { left, other in
      left.flatMap { range -> [Range<Int>] in
        guard range.overlaps(other) else { return [range] }
        return [
          range.lowerBound..<Swift.max(range.lowerBound, other.lowerBound),
          Swift.min(range.upperBound, other.upperBound)..<range.upperBound,
        ].filter { !$0.isEmpty }
      }
    }
  }
}
