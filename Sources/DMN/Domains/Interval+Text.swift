public import FEEL

extension Interval<Decimal> {
  /// Reads a range as a record's `range` writes it: `[0..100]`, `(0..1]`, `>= 1`, `< 60`. `nil` for anything else.
  public init?(_ text: String) { self.init(text) { Decimal($0) } }
}

extension Interval<CivilDate> {
  /// Reads `[2020-01-01..2025-12-31]`, `>= 2020-01-01`. `nil` for anything else.
  public init?(_ text: String) { self.init(text) { CivilDate($0) } }
}

extension Interval {
  fileprivate init?(_ text: String, bound: (String) -> Bound?) {
    let text = text.trimmedOfSpace
    for (sign, isLower, isIncluded) in [
      (">=", true, true), ("<=", false, true), (">", true, false), ("<", false, false),
    ]
    where text.hasPrefix(sign) {
      guard let value = bound(String(text.dropFirst(sign.count)).trimmedOfSpace) else { return nil }
      let end = End(value, isIncluded: isIncluded)
      self.init(lower: isLower ? end : nil, upper: isLower ? nil : end)
      return
    }
    guard let open = text.first, let close = text.last, "[(]".contains(open), "])[".contains(close), text.count > 4,
      let dots = text.firstRange(of: ".."),
      let low = bound(String(text[text.index(after: text.startIndex)..<dots.lowerBound]).trimmedOfSpace),
      let high = bound(String(text[dots.upperBound..<text.index(before: text.endIndex)]).trimmedOfSpace), low <= high
    else { return nil }
    self.init(lower: End(low, isIncluded: open == "["), upper: End(high, isIncluded: close == "]"))
  }
}
