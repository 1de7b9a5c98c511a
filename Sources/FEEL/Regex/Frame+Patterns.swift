/// `matches`, `replace` and `split`.
extension Frame {
  /// A pattern that was compiled before; a frame keeps some, since a rule has the same for every record.
  private func expression(_ pattern: Cell, flags: Cell, _ site: Site) -> RegularExpression? {
    let (pattern, flags) = (text(pattern), flags.isNull ? "" : text(flags))
    if let known = patterns.first(where: { $0.pattern == pattern && $0.flags == flags }) { return known.expression }
    guard let expression = RegularExpression(pattern, flags: flags) else {
      observer?.report(.noPattern, at: site.range, ["text": pattern])
      return nil
    }
    if patterns.count >= Frame.patternLimit { patterns.removeFirst() }
    patterns.append((pattern, flags, expression))
    return expression
  }

  private func search(
    _ input: [UInt8], _ expression: RegularExpression, isOnlyFirst: Bool, _ site: Site
  ) -> [RegularExpression.Match]? {
    switch expression.search(input, isOnlyFirst: isOnlyFirst) {
    case .found(let matches): return matches
    case .tooHard:
      observer?.report(.patternTooHard, at: site.range, [:])
      return nil
    }
  }

  /// Whether the pattern is found anywhere in the text.
  func matches(_ input: Cell, _ pattern: Cell, flags: Cell, _ site: Site) -> Cell {
    guard let expression = expression(pattern, flags: flags, site),
      let matches = search(Array(text(input).utf8), expression, isOnlyFirst: true, site)
    else { return .null }
    return .boolean(!matches.isEmpty)
  }

  /// Each match gives way to the replacement, in which `$1` is the first group.
  func replace(_ input: Cell, _ pattern: Cell, _ replacement: Cell, flags: Cell, _ site: Site) -> Cell {
    let isQuoted = !flags.isNull && text(flags).contains("q")
    guard let expression = expression(pattern, flags: flags, site) else { return .null }
    guard
      let parts = isQuoted
        ? [.text(text(replacement))] : Replacement.parts(of: text(replacement), groups: expression.groupCount)
    else { return null(.noReplacement, at: site.range, ["text": text(replacement)]) }
    let bytes = Array(text(input).utf8)
    guard let matches = search(bytes, expression, isOnlyFirst: false, site) else { return .null }
    var result: [UInt8] = []
    var rest = 0
    for match in matches {
      guard let whole = match[0] else { continue }
      result += bytes[rest..<whole.lowerBound]
      for part in parts {
        switch part {
        case .text(let text): result += text.utf8
        case .group(let number): if let range = match[number] { result += bytes[range] }
        }
      }
      rest = whole.upperBound
      guard result.count <= Frame.textLimit else { return null(.tooLong, at: site.range) }
    }
    result += bytes[rest...]
    return string(String(decoding: result, as: UTF8.self))
  }

  /// What stands between the matches; an empty text before, between and behind them, too.
  func split(_ input: Cell, _ delimiter: Cell, _ site: Site) -> Cell {
    let bytes = Array(text(input).utf8)
    guard let expression = expression(delimiter, flags: .null, site),
      let matches = search(bytes, expression, isOnlyFirst: false, site)
    else { return .null }
    var parts: [Cell] = []
    var rest = 0
    for match in matches {
      guard let whole = match[0], !(whole.isEmpty && (whole.lowerBound == 0 || whole.lowerBound == bytes.count)) else {
        continue
      }
      parts.append(string(String(decoding: bytes[rest..<whole.lowerBound], as: UTF8.self)))
      rest = whole.upperBound
    }
    parts.append(string(String(decoding: bytes[rest...], as: UTF8.self)))
    return list(parts) ?? null(.tooLong, at: site.range)
  }
}

/// What a match gives way to (XPath F&O 3.1 §5.6.4).
enum Replacement {
  case text(String)
  case group(Int)

  /// `nil` when a `$` has no number behind it, or a `\` neither `$` nor `\`.
  static func parts(of text: String, groups: Int) -> [Replacement]? {
    let scalars = Array(text.unicodeScalars)
    var parts: [Replacement] = []
    var plain = String.UnicodeScalarView()
    var position = 0
    while position < scalars.count {
      let scalar = scalars[position]
      position += 1
      switch scalar {
      case "\\":
        guard position < scalars.count, scalars[position] == "$" || scalars[position] == "\\" else { return nil }
        plain.append(scalars[position])
        position += 1
      case "$":
        guard let number = number(scalars, &position, groups: groups) else { return nil }
        parts.append(.text(String(plain)))
        plain = String.UnicodeScalarView()
        // A group that there is not stands for nothing.
        if number <= groups { parts.append(.group(number)) }
      default: plain.append(scalar)
      }
    }
    parts.append(.text(String(plain)))
    return parts
  }

  /// As many digits as name a group, and at least one.
  private static func number(_ scalars: [Unicode.Scalar], _ position: inout Int, groups: Int) -> Int? {
    var number: Int?
    while position < scalars.count, ("0"..."9").contains(scalars[position]) {
      let longer = (number ?? 0) * 10 + Int(scalars[position].value - 0x30)
      if number != nil, longer > groups { break }
      number = longer
      position += 1
    }
    return number
  }
}
