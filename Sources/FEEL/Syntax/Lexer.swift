internal import Diagnostics

/// Cuts a text into tokens, one at a time: where a name ends depends on the names in scope, which the parser knows.
struct Lexer: Sendable {
  let text: [Unicode.Scalar]
  /// The byte offset of each scalar, and of the end.
  private let offsets: [Int]
  var names: NameScanner

  init(_ string: String, names: NameScanner) {
    text = Array(string.unicodeScalars)
    var offsets: [Int] = []
    offsets.reserveCapacity(text.count + 1)
    var offset = 0
    for scalar in text {
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    offsets.append(offset)
    self.offsets = offsets
    self.names = names
  }

  /// The token at or behind the scalar `position`.
  func token(at position: Int) -> Token {
    var lints: [Token.Lint] = []
    let (start, isFinished) = skipSpace(from: position, &lints)
    guard isFinished else {
      return Token(kind: .unfinishedComment, range: bytes(start..<text.count), end: text.count, lints: [])
    }
    guard start < text.count else {
      return Token(kind: .end, range: bytes(start..<start), end: start, lints: lints)
    }
    let (kind, end) = scan(at: start, &lints)
    return Token(kind: kind, range: bytes(start..<end), end: end, lints: lints)
  }

  func bytes(_ range: Range<Int>) -> Range<Int> { offsets[range.lowerBound]..<offsets[range.upperBound] }

  /// The first scalar at or behind a place that is neither white space nor comment; `nil` if a comment has no end.
  func skipSpace(from position: Int) -> Int? {
    var lints: [Token.Lint] = []
    let (end, isFinished) = skipSpace(from: position, &lints)
    return isFinished ? end : nil
  }

  private func scan(at start: Int, _ lints: inout [Token.Lint]) -> (Token.Kind, Int) {
    let declared = names.longest(in: text, at: start)
    if NameCharacters.startsPlainly(text[start]) || text[start] == "＿" {
      var nameLints: [Token.Lint] = []
      let (name, end) = plainName(at: start, &nameLints)
      if let declared, declared.end >= end { return (.name(declared.name), declared.end) }
      lints += nameLints
      return (Keyword(rawValue: name).map(Token.Kind.keyword) ?? .name(name), end)
    }
    if let declared { return (.name(declared.name), declared.end) }
    if digit(at: start) != nil || (isPoint(start) && digit(at: start + 1) != nil) { return number(at: start, &lints) }
    if meaning(at: start) == "\"" || text[start] == "'" { return string(at: start, &lints) }
    return sign(at: start, &lints)
  }
}

// MARK: White space

extension Lexer {
  /// Where it ends, or where the comment begins that has no end.
  private func skipSpace(from position: Int, _ lints: inout [Token.Lint]) -> (end: Int, isFinished: Bool) {
    var position = position
    while position < text.count {
      if text[position] == Lookalike.space {
        lints.append(lint(position..<position + 1, " ", .safe, .fullWidthSpace))
        position += 1
      } else if NameCharacters.isSpace(text[position]) {
        position += 1
      } else if text[position] == "/", position + 1 < text.count, text[position + 1] == "/" {
        while position < text.count, text[position] != "\n" { position += 1 }
      } else if text[position] == "/", position + 1 < text.count, text[position + 1] == "*" {
        guard let end = endOfComment(from: position + 2) else { return (position, false) }
        position = end
      } else {
        break
      }
    }
    return (position, true)
  }

  private func endOfComment(from start: Int) -> Int? {
    var position = start
    while position + 1 < text.count {
      if text[position] == "*", text[position + 1] == "/" { return position + 2 }
      position += 1
    }
    return nil
  }
}

// MARK: Names

extension Lexer {
  /// A run of plain name characters; full-width digits and `＿` in it are taken for what they look like.
  private func plainName(at start: Int, _ lints: inout [Token.Lint]) -> (String, Int) {
    var name = String.UnicodeScalarView()
    var position = start
    while position < text.count {
      let scalar = text[position]
      if NameCharacters.continuesPlainly(scalar) {
        name.append(scalar)
      } else if let lookalike = Lookalike.of(scalar), lookalike.replacement.unicodeScalars.count == 1,
        let meant = lookalike.replacement.unicodeScalars.first, NameCharacters.continuesPlainly(meant)
      {
        name.append(meant)
        lints.append(lint(position..<position + 1, lookalike.replacement, .safe, .lookalike))
      } else {
        break
      }
      position += 1
    }
    return (String(name), position)
  }

  /// A name that is declared where it stands, such as a key of a context: words of any name characters.
  ///
  /// - Parameter joins: whether spaces and signs may stand between words.
  func declaredName(at position: Int, joins: Bool) -> (name: String, range: Range<Int>, end: Int)? {
    guard let start = skipSpace(from: position), start < text.count, NameCharacters.starts(text[start]) else {
      return nil
    }
    var end = start
    var name = String.UnicodeScalarView()
    var position = start
    while position < text.count {
      let scalar = text[position]
      if NameCharacters.continues(scalar) || (joins && NameCharacters.joins(scalar)) {
        name.append(scalar)
        position += 1
        end = position
      } else if joins, NameCharacters.isSpace(scalar) {
        while position < text.count, NameCharacters.isSpace(text[position]) { position += 1 }
        guard position < text.count, NameCharacters.continues(text[position]) || NameCharacters.joins(text[position])
        else { break }
        name.append(" ")
      } else {
        break
      }
    }
    return (String(name), bytes(start..<end), end)
  }

  /// A name of one or more words before the keyword `in`.
  func iteratorName(at position: Int) -> (name: String, range: Range<Int>, end: Int)? {
    guard let start = skipSpace(from: position), start < text.count, NameCharacters.starts(text[start]) else {
      return nil
    }
    var words: [String] = []
    var position = start
    var end = start
    while position < text.count, NameCharacters.starts(text[position]) {
      let first = position
      while position < text.count, NameCharacters.continues(text[position]) { position += 1 }
      let word = String(String.UnicodeScalarView(text[first..<position]))
      if word == Keyword.in.rawValue, !words.isEmpty { return (words.joined(separator: " "), bytes(start..<end), end) }
      guard Keyword(rawValue: word) == nil else { return nil }
      words.append(word)
      end = position
      while position < text.count, NameCharacters.isSpace(text[position]) { position += 1 }
    }
    return nil
  }
}

// MARK: Numbers

extension Lexer {
  private func number(at start: Int, _ lints: inout [Token.Lint]) -> (Token.Kind, Int) {
    var written = ""
    var position = start
    func takeDigits(_ lints: inout [Token.Lint]) {
      while let digit = digit(at: position) {
        take(digit, &lints)
      }
    }
    func take(_ character: String, _ lints: inout [Token.Lint]) {
      if !text[position].isASCII { lints.append(lint(position..<position + 1, character, .safe, .lookalike)) }
      written += character
      position += 1
    }
    takeDigits(&lints)
    if isPoint(position), digit(at: position + 1) != nil {
      take(".", &lints)
      takeDigits(&lints)
    }
    if position < text.count, text[position] == "e" || text[position] == "E", let end = exponent(at: position) {
      written += String(String.UnicodeScalarView(text[position..<end]))
      position = end
    }
    return (.number(written), position)
  }

  private func exponent(at start: Int) -> Int? {
    var position = start + 1
    if position < text.count, text[position] == "+" || text[position] == "-" { position += 1 }
    guard position < text.count, NameCharacters.isDigit(text[position]) else { return nil }
    while position < text.count, NameCharacters.isDigit(text[position]) { position += 1 }
    return position
  }

  private func digit(at position: Int) -> String? {
    guard position < text.count else { return nil }
    if NameCharacters.isDigit(text[position]) { return String(text[position]) }
    guard let meant = Lookalike.of(text[position])?.replacement, meant >= "0", meant <= "9" else { return nil }
    return meant
  }

  private func isPoint(_ position: Int) -> Bool { meaning(at: position) == "." }
}

// MARK: Strings

extension Lexer {
  /// DMN 1.5 §10.3.1.2, rules 33–36. What a look-alike opens, its partner or `"` closes.
  private func string(at start: Int, _ lints: inout [Token.Lint]) -> (Token.Kind, Int) {
    let opening = text[start]
    guard let close = closingQuote(of: opening, from: start + 1) else {
      return (.unfinishedString, text.count)
    }
    if opening != "\"" { lints.append(quoteLint(start)) }
    if text[close] != "\"" { lints.append(quoteLint(close)) }
    return (.string(unescaped(start + 1..<close)), close + 1)
  }

  private func quoteLint(_ position: Int) -> Token.Lint { lint(position..<position + 1, "\"", .safe, .lookalike) }

  private func closingQuote(of opening: Unicode.Scalar, from start: Int) -> Int? {
    let closing: [Unicode.Scalar] =
      switch opening {
      case "“", "”": ["”", "“", "\""]
      case "‘", "’": ["’", "‘", "\""]
      case "「", "」": ["」", "「", "\""]
      case "\"": ["\""]
      default: [opening, "\""]
      }
    var position = start
    while position < text.count {
      if closing.contains(text[position]) { return position }
      position += text[position] == "\\" ? 2 : 1
    }
    return nil
  }

  private func unescaped(_ range: Range<Int>) -> String {
    var result = String.UnicodeScalarView()
    var position = range.lowerBound
    while position < range.upperBound {
      guard text[position] == "\\" else {
        result.append(text[position])
        position += 1
        continue
      }
      // A backslash that begins no escape stands for itself, as in the pattern "\\d+".
      let (scalar, end) = escape(at: position, before: range.upperBound) ?? (text[position], position + 1)
      result.append(scalar)
      position = end
    }
    return String(result)
  }

  private func escape(at start: Int, before limit: Int) -> (Unicode.Scalar, Int)? {
    guard start + 1 < limit else { return nil }
    switch text[start + 1] {
    case "n": return ("\n", start + 2)
    case "r": return ("\r", start + 2)
    case "t": return ("\t", start + 2)
    case "\"", "'", "\\": return (text[start + 1], start + 2)
    case "u": return codePoint(at: start + 2, digits: 4, before: limit)
    case "U": return codePoint(at: start + 2, digits: 6, before: limit)
    default: return nil
    }
  }

  /// `\u` with four or `\U` with six digits; two `\u` may be a surrogate pair.
  private func codePoint(at start: Int, digits: Int, before limit: Int) -> (Unicode.Scalar, Int)? {
    guard let value = hexadecimal(at: start, digits: digits, before: limit) else { return nil }
    if let scalar = Unicode.Scalar(value) { return (scalar, start + digits) }
    let next = start + digits
    guard digits == 4, (0xD800..<0xDC00).contains(value), next + 1 < limit, text[next] == "\\", text[next + 1] == "u",
      let low = hexadecimal(at: next + 2, digits: 4, before: limit), (0xDC00..<0xE000).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (value - 0xD800) << 10 + (low - 0xDC00))
    else { return nil }
    return (scalar, next + 6)
  }

  private func hexadecimal(at start: Int, digits: Int, before limit: Int) -> UInt32? {
    guard start + digits <= limit else { return nil }
    let written = String(String.UnicodeScalarView(text[start..<start + digits]))
    return written.utf8.count == digits && written.first != "+" && written.first != "-"
      ? UInt32(written, radix: 16) : nil
  }
}

// MARK: Signs

extension Lexer {
  private func sign(at start: Int, _ lints: inout [Token.Lint]) -> (Token.Kind, Int) {
    if let foreign = foreignSign(at: start) {
      lints.append(lint(start..<start + 2, foreign.rawValue, .safe, .foreignOperator))
      return (.sign(foreign), start + 2)
    }
    if let keyword = foreignKeyword(at: start) {
      lints.append(
        lint(start..<start + 2, keyword.rawValue, isApart(start..<start + 2) ? .safe : .display, .foreignOperator))
      return (.keyword(keyword), start + 2)
    }
    guard let first = meaning(at: start) else { return (.stray, start + 1) }
    if let second = meaning(at: start + 1), let sign = Sign(rawValue: first + second), sign.rawValue.count == 2 {
      lintLookalikes(start..<start + 2, &lints)
      return (.sign(sign), start + 2)
    }
    if text[start] == "!" {
      lints.append(lint(start..<start + 1, "not(…)", .display, .foreignOperator))
      return (.stray, start + 1)
    }
    guard let sign = Sign(rawValue: first) else {
      if let lookalike = Lookalike.of(text[start]) {
        lints.append(lint(start..<start + 1, lookalike.replacement, .display, .lookalikeOfNothing))
      }
      return (.stray, start + 1)
    }
    // …… and —— are typed in pairs, and mean one sign.
    let isPair = start + 1 < text.count && text[start] == text[start + 1] && (text[start] == "…" || text[start] == "—")
    if isPair {
      lints.append(lint(start..<start + 2, sign.rawValue, .safe, .lookalike))
      return (.sign(sign), start + 2)
    }
    lintLookalikes(start..<start + 1, &lints)
    return (.sign(sign), start + 1)
  }

  /// What programmers of other languages write.
  private func foreignSign(at start: Int) -> Sign? {
    guard start + 1 < text.count else { return nil }
    switch (text[start], text[start + 1]) {
    case ("=", "="): return .equal
    case ("<", ">"): return .notEqual
    default: return nil
    }
  }

  private func foreignKeyword(at start: Int) -> Keyword? {
    guard start + 1 < text.count else { return nil }
    switch (text[start], text[start + 1]) {
    case ("&", "&"): return .and
    case ("|", "|"): return .or
    default: return nil
    }
  }

  /// Whether a word in this place would not run into its neighbours.
  private func isApart(_ range: Range<Int>) -> Bool {
    range.lowerBound > 0 && NameCharacters.isSpace(text[range.lowerBound - 1]) && range.upperBound < text.count
      && NameCharacters.isSpace(text[range.upperBound])
  }

  /// The ASCII text that a scalar stands for: itself, or what it looks like.
  private func meaning(at position: Int) -> String? {
    guard position < text.count else { return nil }
    return text[position].isASCII ? String(text[position]) : Lookalike.of(text[position])?.replacement
  }

  private func lintLookalikes(_ range: Range<Int>, _ lints: inout [Token.Lint]) {
    for position in range {
      guard let lookalike = Lookalike.of(text[position]) else { continue }
      lints.append(lint(position..<position + 1, lookalike.replacement, .safe, .lookalike))
    }
  }

  private func lint(
    _ range: Range<Int>, _ replacement: String, _ applicability: FixIt.Applicability, _ message: Message
  ) -> Token.Lint {
    Token.Lint(
      written: String(String.UnicodeScalarView(text[range])), replacement: replacement, range: bytes(range),
      applicability: applicability, message: message)
  }
}
