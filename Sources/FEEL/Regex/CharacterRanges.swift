/// Characters as ranges of code points, in ascending order.
struct CharacterRanges {
  let ranges: [ClosedRange<UInt32>]

  init(_ ranges: [ClosedRange<UInt32>]) { self.ranges = ranges }

  /// As it stands between the brackets of a class.
  var text: String {
    ranges.map { range in
      let low = String(range.lowerBound, radix: 16, uppercase: true)
      let high = String(range.upperBound, radix: 16, uppercase: true)
      return low == high ? "\\x{\(low)}" : "\\x{\(low)}-\\x{\(high)}"
    }.joined()
  }

  /// All other characters; surrogates are none.
  var inverted: CharacterRanges {
    var gaps: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges {
      if range.lowerBound > next { gaps.append(next...range.lowerBound - 1) }
      next = range.upperBound + 1
    }
    if next <= 0x10FFFF { gaps.append(next...0x10FFFF) }
    return CharacterRanges(gaps.flatMap(CharacterRanges.withoutSurrogates))
  }

  private static func withoutSurrogates(_ range: ClosedRange<UInt32>) -> [ClosedRange<UInt32>] {
    guard range.overlaps(0xD800...0xDFFF) else { return [range] }
    var parts: [ClosedRange<UInt32>] = []
    if range.lowerBound < 0xD800 { parts.append(range.lowerBound...0xD7FF) }
    if range.upperBound > 0xDFFF { parts.append(0xE000...range.upperBound) }
    return parts
  }

  static let space = CharacterRanges([0x09...0x0A, 0x0D...0x0D, 0x20...0x20])

  /// XML 1.1, NameStartChar.
  static let nameStart = CharacterRanges([
    0x3A...0x3A, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D,
    0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF,
    0xFDF0...0xFFFD, 0x10000...0xEFFFF,
  ])

  /// XML 1.1, NameChar.
  static let name = CharacterRanges([
    0x2D...0x2E, 0x30...0x3A, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A, 0xB7...0xB7, 0xC0...0xD6, 0xD8...0xF6,
    0xF8...0x37D, 0x37F...0x1FFF, 0x200C...0x200D, 0x203F...0x2040, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF,
    0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF,
  ])
}
