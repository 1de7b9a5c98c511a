/// A regular expression of XPath (F&O 3.1 §5.6, XML Schema 1.1 part 2 appendix G) written as PCRE2 reads it.
///
/// The two differ silently: PCRE2 takes look-arounds, possessive quantifiers and a hundred escapes that XPath does not
/// have, and means something else by class subtraction, `$` and `\w`. So the pattern is read by XPath's grammar, and
/// written anew.
struct XPathPattern {
  private struct Malformed: Error {}

  private let text: [Unicode.Scalar]
  private let flags: PatternFlags
  private var position = 0
  private var result = ""
  private var depth = 0
  /// Groups in the order of their opening parentheses: whether each is closed.
  private var groups: [Bool] = []

  private static let deepest = 250
  private static let longest = 20_000

  private init(_ pattern: String, _ flags: PatternFlags) {
    let scalars = Array(pattern.unicodeScalars)
    text = flags.contains(.extended) ? XPathPattern.withoutSpace(scalars) : scalars
    self.flags = flags
  }

  /// White space outside of classes is taken away before anything is read, even within an escape.
  private static func withoutSpace(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var kept: [Unicode.Scalar] = []
    var classes = 0
    var isEscaped = false
    for scalar in scalars {
      if classes == 0, scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r" { continue }
      kept.append(scalar)
      if isEscaped {
        isEscaped = false
      } else {
        switch scalar {
        case "\\": isEscaped = true
        case "[": classes += 1
        case "]": classes = max(0, classes - 1)
        default: break
        }
      }
    }
    return kept
  }

  /// `nil` when the pattern is none.
  static func translated(_ pattern: String, _ flags: PatternFlags) -> (pattern: String, groupCount: Int)? {
    guard pattern.utf8.count <= longest else { return nil }
    if flags.contains(.quoted) { return (pattern.unicodeScalars.map(literal).joined(), 0) }
    var reader = XPathPattern(pattern, flags)
    guard (try? reader.alternatives()) != nil, reader.position == reader.text.count else { return nil }
    return (reader.result, reader.groups.count)
  }

  // MARK: Structure

  private mutating func alternatives() throws(Malformed) {
    depth += 1
    defer { depth -= 1 }
    guard depth <= XPathPattern.deepest else { throw Malformed() }
    try branch()
    while take("|") {
      result += "|"
      try branch()
    }
  }

  private mutating func branch() throws(Malformed) {
    while let next = peek, next != "|", next != ")" {
      try atom(next)
      try quantifier()
    }
  }

  private mutating func atom(_ next: Unicode.Scalar) throws(Malformed) {
    position += 1
    switch next {
    case "(": try group()
    case "[": result += try characterClass()
    case ".": result += flags.contains(.dotAll) ? "(?s:.)" : "[^\\n\\r]"
    case "^": result += flags.contains(.multiline) ? "(?m:^)" : "\\A"
    case "$": result += flags.contains(.multiline) ? "(?m:$)" : "\\z"
    case "\\": try escape()
    case "?", "*", "+", "{", "}", "]": throw Malformed()
    default: result += XPathPattern.literal(next)
    }
  }

  private mutating func group() throws(Malformed) {
    if take("?") {
      guard take(":") else { throw Malformed() }
      result += "(?:"
      try alternatives()
    } else {
      let index = groups.count
      groups.append(false)
      result += "("
      try alternatives()
      groups[index] = true
    }
    guard take(")") else { throw Malformed() }
    result += ")"
  }

  private mutating func quantifier() throws(Malformed) {
    guard let next = peek else { return }
    switch next {
    case "?", "*", "+":
      position += 1
      result.unicodeScalars.append(next)
    case "{":
      position += 1
      try quantity()
    default: return
    }
    if take("?") { result += "?" }
    // A second quantifier has nothing to count.
    if let next = peek, next == "?" || next == "*" || next == "+" || next == "{" { throw Malformed() }
  }

  /// `{3}`, `{3,}`, `{3,5}`, with the brace read already.
  private mutating func quantity() throws(Malformed) {
    let low = try number()
    var written = "{\(low)"
    if take(",") {
      written += ","
      if let next = peek, ("0"..."9").contains(next) {
        let high = try number()
        guard high >= low else { throw Malformed() }
        written += "\(high)"
      }
    }
    guard take("}") else { throw Malformed() }
    result += written + "}"
  }

  private mutating func number() throws(Malformed) -> Int {
    var value: Int?
    while let next = peek, ("0"..."9").contains(next) {
      value = (value ?? 0) * 10 + Int(next.value - 0x30)
      guard let value, value <= 65_535 else { throw Malformed() }
      position += 1
    }
    guard let value else { throw Malformed() }
    return value
  }

  // MARK: Escapes

  private mutating func escape() throws(Malformed) {
    guard let next = peek else { throw Malformed() }
    if ("1"..."9").contains(next) { return try backReference() }
    position += 1
    if let scalar = XPathPattern.single(next) {
      result += XPathPattern.literal(scalar)
    } else {
      result += "[" + (try multiple(next)) + "]"
    }
  }

  /// As many digits as name a group; the group must be closed by then.
  private mutating func backReference() throws(Malformed) {
    var number = 0
    while let next = peek, ("0"..."9").contains(next) {
      let longer = number * 10 + Int(next.value - 0x30)
      if number > 0, longer > groups.count { break }
      number = longer
      position += 1
    }
    guard number <= groups.count, groups[number - 1] else { throw Malformed() }
    result += "(?:\\g{\(number)})"
  }

  /// The character that an escape stands for; `nil` if it stands for several.
  private static func single(_ letter: Unicode.Scalar) -> Unicode.Scalar? {
    switch letter {
    case "n": "\n"
    case "r": "\r"
    case "t": "\t"
    case "\\", "|", ".", "?", "*", "+", "(", ")", "{", "}", "-", "[", "]", "^", "$": letter
    default: nil
    }
  }

  /// What stands within the brackets of a class for an escape of several characters.
  private mutating func multiple(_ letter: Unicode.Scalar) throws(Malformed) -> String {
    switch letter {
    case "s": return CharacterRanges.space.text
    case "S": return CharacterRanges.space.inverted.text
    case "i": return CharacterRanges.nameStart.text
    case "I": return CharacterRanges.nameStart.inverted.text
    case "c": return CharacterRanges.name.text
    case "C": return CharacterRanges.name.inverted.text
    case "d": return "\\p{Nd}"
    case "D": return "\\P{Nd}"
    // All but punctuation, separators and others (XML Schema 1.1 part 2 §G.4.2.5).
    case "w": return "\\p{L}\\p{M}\\p{N}\\p{S}"
    case "W": return "\\p{P}\\p{Z}\\p{C}"
    case "p": return try property(isNegated: false)
    case "P": return try property(isNegated: true)
    default: throw Malformed()
    }
  }

  /// `{Lu}` or `{IsBasicLatin}`.
  private mutating func property(isNegated: Bool) throws(Malformed) -> String {
    guard take("{") else { throw Malformed() }
    var name = ""
    while let next = peek, next != "}" {
      name.unicodeScalars.append(next)
      position += 1
      guard name.utf8.count <= 80 else { throw Malformed() }
    }
    guard take("}") else { throw Malformed() }
    if XPathPattern.categories.contains(name) { return "\\\(isNegated ? "P" : "p"){\(name)}" }
    guard name.hasPrefix("Is"), let range = UnicodeBlock.range(named: String(name.dropFirst(2))) else {
      throw Malformed()
    }
    let block = CharacterRanges([range])
    return (isNegated ? block.inverted : block).text
  }

  private static let categories: Set<String> = [
    "L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No", "P", "Pc", "Pd", "Ps", "Pe", "Pi",
    "Pf", "Po", "Z", "Zs", "Zl", "Zp", "S", "Sm", "Sc", "Sk", "So", "C", "Cc", "Cf", "Co", "Cn",
  ]

  // MARK: Classes

  /// Behind `[`, up to its `]`; `[a-z-[aeiou]]` becomes a look-ahead and a class.
  private mutating func characterClass() throws(Malformed) -> String {
    depth += 1
    defer { depth -= 1 }
    guard depth <= XPathPattern.deepest else { throw Malformed() }
    let isNegated = take("^")
    var items = ""
    while let next = peek, next != "]" {
      if next == "-", text[safe: position + 1] == "[" {
        guard !items.isEmpty else { throw Malformed() }
        position += 2
        let excluded = try characterClass()
        guard take("]") else { throw Malformed() }
        return "(?:(?!\(excluded))[\(isNegated ? "^" : "")\(items)])"
      }
      items += try classItem(next, isFirst: items.isEmpty)
    }
    guard take("]"), !items.isEmpty else { throw Malformed() }
    return "[\(isNegated ? "^" : "")\(items)]"
  }

  private mutating func classItem(_ next: Unicode.Scalar, isFirst: Bool) throws(Malformed) -> String {
    position += 1
    var low = next
    switch next {
    case "[": throw Malformed()
    case "\\":
      guard let letter = peek else { throw Malformed() }
      position += 1
      guard let scalar = XPathPattern.single(letter) else { return try multiple(letter) }
      low = scalar
    case "-":
      // Stands for itself only at either end.
      guard isFirst || peek == "]" else { throw Malformed() }
      return "\\x{2D}"
    default: break
    }
    guard peek == "-", let after = text[safe: position + 1], after != "]", after != "[" else {
      return XPathPattern.hexadecimal(low)
    }
    position += 1
    let high = try endOfRange()
    guard low.value <= high.value else { throw Malformed() }
    return "\(XPathPattern.hexadecimal(low))-\(XPathPattern.hexadecimal(high))"
  }

  private mutating func endOfRange() throws(Malformed) -> Unicode.Scalar {
    guard let next = peek, next != "-" else { throw Malformed() }
    position += 1
    guard next == "\\" else { return next }
    guard let letter = peek, let scalar = XPathPattern.single(letter) else { throw Malformed() }
    position += 1
    return scalar
  }

  // MARK: Characters

  private var peek: Unicode.Scalar? { text[safe: position] }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard peek == scalar else { return false }
    position += 1
    return true
  }

  private static func literal(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "0"..."9", "A"..."Z", "a"..."z": String(scalar)
    default: hexadecimal(scalar)
    }
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    "\\x{\(String(scalar.value, radix: 16, uppercase: true))}"
  }
}

extension Array {
  fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
