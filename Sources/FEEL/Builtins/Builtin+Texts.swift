/// DMN 1.5 §10.3.4.3. Positions and lengths count code points.
extension Builtin {
  private static let input = Parameter("input", .string)
  private static let pattern = Parameter("pattern", .string)
  private static let flags = Parameter("flags", .string, takesNull: true)
  private static let replacement = Parameter("replacement", .string)

  /// Regular expressions of XPath (DMN 1.5 §10.3.4.3).
  static let patterns: [Builtin] = [
    Builtin(
      "matches", Signature([input, pattern], .boolean, .two { $0.matches($2, $3, flags: .null, $1) }),
      Signature([input, pattern, flags], .boolean, .three { $0.matches($2, $3, flags: $4, $1) })),
    Builtin(
      "replace",
      Signature([input, pattern, replacement], .string, .three { $0.replace($2, $3, $4, flags: .null, $1) }),
      Signature(
        [input, pattern, replacement, flags], .string,
        .all { frame, site, list in
          frame.replace(
            frame.element(0, of: list), frame.element(1, of: list), frame.element(2, of: list),
            flags: frame.element(3, of: list), site)
        })),
    Builtin(
      "split",
      Signature(
        [Parameter("string", .string), Parameter("delimiter", .string)], .list(.string), .two { $0.split($2, $3, $1) })),
  ]

  static let texts: [Builtin] = [
    Builtin(
      "substring",
      Signature(
        [Parameter("string", .string), Parameter("start position", .number)], .string,
        .two { $0.substring($2, from: $3, length: nil, $1) }),
      Signature(
        [Parameter("string", .string), Parameter("start position", .number), Parameter("length", .number)], .string,
        .three { $0.substring($2, from: $3, length: $4, $1) })),
    Builtin(
      "string length",
      Signature(
        [Parameter("string", .string)], .number,
        .one { frame, _, text in Cell(coefficient: Int64(frame.text(text).unicodeScalars.count), exponent: 0) })),
    Builtin(
      "upper case",
      Signature(
        [Parameter("string", .string)], .string, .one { frame, _, text in frame.string(frame.text(text).uppercased()) })
    ),
    Builtin(
      "lower case",
      Signature(
        [Parameter("string", .string)], .string, .one { frame, _, text in frame.string(frame.text(text).lowercased()) })
    ),
    Builtin(
      "substring before",
      Signature(
        [Parameter("string", .string), Parameter("match", .string)], .string,
        .two { frame, _, text, match in frame.part(of: text, around: match, before: true) })),
    Builtin(
      "substring after",
      Signature(
        [Parameter("string", .string), Parameter("match", .string)], .string,
        .two { frame, _, text, match in frame.part(of: text, around: match, before: false) })),
    Builtin(
      "contains",
      Signature(
        [Parameter("string", .string), Parameter("match", .string)], .boolean,
        .two { frame, _, text, match in .boolean(frame.text(text).position(of: frame.text(match)) != nil) })),
    Builtin(
      "starts with",
      Signature(
        [Parameter("string", .string), Parameter("match", .string)], .boolean,
        .two { frame, _, text, match in
          .boolean(frame.text(text).unicodeScalars.starts(with: frame.text(match).unicodeScalars))
        })),
    Builtin(
      "ends with",
      Signature(
        [Parameter("string", .string), Parameter("match", .string)], .boolean,
        .two { frame, _, text, match in
          .boolean(frame.text(text).unicodeScalars.reversed().starts(with: frame.text(match).unicodeScalars.reversed()))
        })),
    Builtin(
      "string join",
      Signature([Parameter("list", .list)], .string, .one { $0.join($2, .null, $1) }),
      Signature(
        [Parameter("list", .list), Parameter("delimiter", .string, takesNull: true)], .string,
        .two { $0.join($2, $3, $1) })),
  ]
}

extension Frame {
  fileprivate func substring(_ string: Cell, from start: Cell, length: Cell?, _ site: Site) -> Cell {
    let scalars = text(string).unicodeScalars
    let count = scalars.count
    guard let start = integer(start), start != 0, start <= count, start >= -count else { return noResult(site) }
    let first = start > 0 ? start - 1 : count + start
    var taken = count - first
    if let length {
      guard let length = integer(length), length >= 1 else { return noResult(site) }
      taken = min(taken, length)
    }
    let lower = scalars.index(scalars.startIndex, offsetBy: first)
    return self.string(String(scalars[lower..<scalars.index(lower, offsetBy: taken)]))
  }

  fileprivate func part(of string: Cell, around match: Cell, before: Bool) -> Cell {
    let (whole, sought) = (text(string), text(match))
    guard let position = whole.position(of: sought) else { return self.string("") }
    let utf8 = whole.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: position)
    return self.string(
      String(
        before ? whole[..<start] : whole[utf8.index(start, offsetBy: sought.utf8.count)...]))
  }

  fileprivate func join(_ list: Cell, _ delimiter: Cell, _ site: Site) -> Cell {
    let separator = delimiter.isNull ? "" : text(delimiter)
    var result = ""
    var isFirst = true
    for index in 0..<list.count {
      let element = element(index, of: list)
      if element.isUnknown { return .unknown }
      if element.isNull { continue }
      guard element.tag == .string else { return noResult(site) }
      if !isFirst { result += separator }
      isFirst = false
      result += text(element)
      guard result.utf8.count <= Frame.textLimit else { return noResult(site) }
    }
    return string(result)
  }

  /// A position or a length: a fraction is cut off. `nil` if it does not fit.
  func integer(_ cell: Cell) -> Int? {
    cell.tag == .number && cell.exponent == 0
      ? Int(cell.bits) : decimal(cell).rounded(scale: 0, .down)?.intValue
  }
}

extension String {
  /// The byte at which the first occurrence of a text begins; time is linear (Knuth, Morris, Pratt).
  fileprivate func position(of match: String) -> Int? {
    let sought = Array(match.utf8)
    guard !sought.isEmpty else { return 0 }
    let borders = String.borders(sought)
    var matched = 0
    for (index, byte) in utf8.enumerated() {
      while matched > 0, sought[matched] != byte { matched = borders[matched - 1] }
      if sought[matched] == byte { matched += 1 }
      if matched == sought.count { return index + 1 - matched }
    }
    return nil
  }

  /// For each prefix: how long its longest beginning is that is its end too.
  private static func borders(_ bytes: [UInt8]) -> [Int] {
    var borders = [Int](repeating: 0, count: bytes.count)
    var length = 0
    for index in bytes.indices.dropFirst() {
      while length > 0, bytes[length] != bytes[index] { length = borders[length - 1] }
      if bytes[length] == bytes[index] { length += 1 }
      borders[index] = length
    }
    return borders
  }
}
