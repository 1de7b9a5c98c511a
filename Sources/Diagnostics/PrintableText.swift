extension String {
  /// The text with pictures in place of what would move the cursor, turn the direction of writing or stay unseen:
  /// `␛`, `U+202E`.
  public var printable: String { printable(keepingBreaks: false) }

  /// The same of a text of several lines, which stay lines.
  public var printableLines: String { printable(keepingBreaks: true) }

  private func printable(keepingBreaks: Bool) -> String {
    func picture(_ scalar: Unicode.Scalar) -> String? { keepingBreaks && scalar == "\n" ? nil : scalar.picture }
    guard unicodeScalars.contains(where: { picture($0) != nil }) else { return self }
    return unicodeScalars.reduce(into: "") { text, scalar in
      if let picture = picture(scalar) { text += picture } else { text.unicodeScalars.append(scalar) }
    }
  }

  /// At most so many characters, the last of them `…` where some are left out.
  public func shortened(to limit: Int) -> String {
    // No character takes less than a byte, so that most texts need not be counted.
    guard utf8.count > limit, let end = index(startIndex, offsetBy: limit, limitedBy: endIndex), end != endIndex else {
      return self
    }
    return prefix(limit - 1) + "…"
  }
}

extension Unicode.Scalar {
  /// What stands for a character that must not reach a terminal; `nil` for all others.
  public var picture: String? {
    switch value {
    case 0...0x1F: Unicode.Scalar(0x2400 + value).map { String(Character($0)) }
    case 0x7F: "␡"
    case 0x80...0x9F, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF: codePoint
    default: nil
    }
  }

  private var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
