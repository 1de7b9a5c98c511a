internal import Diagnostics

/// Reads tokens into a tree: recursive descent over the grammar of DMN 1.5 §10.3.1.2, precedence by climbing.
///
/// Looks ahead by one token and never goes back, so that time is linear in the text. How deep a tree may grow is
/// bounded, for the parser and for all who walk it.
struct Parser {
  /// Said already: the parser reports where it fails, and stops.
  struct Failure: Error {}

  static let heightLimit = 160

  let fragment: Fragment
  private let text: String
  var lexer: Lexer
  private(set) var current: Token
  /// The scalar behind the last token that was taken, and its last byte.
  private(set) var position = 0
  private(set) var lastByte = 0
  private var nextID = 0
  private var depth = 0
  /// Whether `[` may close the range that is being read (`[1..5[`).
  private var isInEndpoint = false
  private(set) var diagnostics: [Diagnostic] = []

  /// Types of the host, by name.
  let types: [String: Type]

  init(_ fragment: Fragment, names: NameScanner, types: [String: Type] = [:]) {
    self.fragment = fragment
    self.types = types
    var text = fragment.text
    text.makeContiguousUTF8()
    self.text = text
    lexer = Lexer(text, names: names)
    current = lexer.token(at: 0)
  }

  var nodeCount: Int { nextID }

  /// A whole text: one expression, nothing behind it.
  mutating func wholeExpression() throws(Failure) -> Tree {
    guard current.kind != .end else { throw fail(.emptyExpression, at: current.range) }
    let tree = try expression()
    try expectEnd()
    return tree
  }

  mutating func expression() throws(Failure) -> Tree {
    let outer = isInEndpoint
    isInEndpoint = false
    defer { isInEndpoint = outer }
    return try binary(.or)
  }

  // MARK: Tokens

  /// Goes to the next token, and says what is to be said of this one.
  mutating func take() {
    for lint in current.lints { report(lint) }
    position = current.end
    lastByte = current.range.upperBound
    current = lexer.token(at: position)
  }

  /// Goes on behind a name that was read in another way.
  mutating func take(to end: Int, range: Range<Int>) {
    position = end
    lastByte = range.upperBound
    current = lexer.token(at: end)
  }

  mutating func take(if sign: Sign) -> Bool {
    guard current.kind == .sign(sign) else { return false }
    take()
    return true
  }

  mutating func take(if keyword: Keyword) -> Bool {
    guard current.kind == .keyword(keyword) else { return false }
    take()
    return true
  }

  mutating func expect(_ sign: Sign) throws(Failure) {
    guard take(if: sign) else { throw unexpected(.expectedSign, ["expected": sign.rawValue]) }
  }

  mutating func expect(_ keyword: Keyword) throws(Failure) {
    guard take(if: keyword) else { throw unexpected(.expectedKeyword, ["expected": keyword.rawValue]) }
  }

  mutating func expectEnd() throws(Failure) {
    guard current.kind == .end else { throw unexpected(.expectedOperator) }
    take()
  }

  // MARK: Saying what is wrong

  /// The next token does not fit; if it cannot even be read, that is said instead.
  mutating func unexpected(_ message: Message, _ arguments: [String: String] = [:]) -> Failure {
    let range = current.range
    for lint in current.lints { report(lint) }
    switch current.kind {
    case .unfinishedString: return fail(.unfinishedString, at: range.lowerBound..<range.lowerBound + 1)
    case .unfinishedComment: return fail(.unfinishedComment, at: range)
    case .stray:
      // A lint of the character itself has said it; one of the space before it has not.
      let isSaid = current.lints.contains { $0.range.overlaps(range) }
      return isSaid ? Failure() : fail(.strayCharacter, at: range, ["found": slice(range)])
    case .end: return fail(.unexpectedEnd, at: range, arguments, also: message)
    default:
      let found = slice(range)
      let fixIts = ChineseWord.keyword(for: found).map {
        [FixIt(replace: fragment.span(range), with: $0, .unsafe)]
      }
      return fail(message, at: range, arguments.merging(["found": found]) { $1 }, fixIts: fixIts ?? [])
    }
  }

  mutating func fail(
    _ message: Message, at range: Range<Int>, _ arguments: [String: String] = [:], also: Message? = nil,
    fixIts: [FixIt] = []
  ) -> Failure {
    // What is expected at the end of a text is said beside it.
    let notes = also.flatMap {
      $0 == .expectedOperator ? nil : Note($0.phrase, arguments.merging(["found": ""]) { $1 })
    }
    diagnostics.append(
      Diagnostic(
        message, at: fragment.span(range), arguments, notes: notes.map { [$0] } ?? [], fixIts: fixIts))
    return Failure()
  }

  private mutating func report(_ lint: Token.Lint) {
    let span = fragment.span(lint.range)
    diagnostics.append(
      Diagnostic(
        lint.message, at: span, ["written": lint.written, "replacement": lint.replacement],
        fixIts: lint.applicability == .display
          ? [] : [FixIt(replace: span, with: lint.replacement, lint.applicability)]))
  }

  func slice(_ range: Range<Int>) -> String { String(substring(range)) }

  private func substring(_ range: Range<Int>) -> Substring {
    let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
    return text[start..<text.utf8.index(start, offsetBy: range.count)]
  }

  // MARK: Nodes

  /// A node that ends with the last token taken.
  mutating func node(_ kind: Tree.Kind, from start: Int) throws(Failure) -> Tree {
    try node(kind, start..<max(start, lastByte))
  }

  mutating func node(_ kind: Tree.Kind, _ range: Range<Int>) throws(Failure) -> Tree {
    let leaf = Tree(id: nextID, range: range, kind: kind, height: 1, written: substring(range))
    let height = (leaf.children.map(\.height).max() ?? 0) + 1
    guard height <= Parser.heightLimit else { throw fail(.tooDeep, at: range) }
    nextID += 1
    return Tree(id: leaf.id, range: range, kind: kind, height: height, written: substring(range))
  }

  // MARK: Depth

  mutating func nested<Result>(_ body: (inout Parser) throws(Failure) -> Result) throws(Failure) -> Result {
    depth += 1
    defer { depth -= 1 }
    // An operand in parentheses takes two.
    guard depth <= 2 * Parser.heightLimit else { throw fail(.tooDeep, at: current.range) }
    return try body(&self)
  }

  /// The upper end of a range, behind which `[` may close.
  mutating func endpoint() throws(Failure) -> Tree {
    let outer = isInEndpoint
    isInEndpoint = true
    defer { isInEndpoint = outer }
    return try binary(.sum)
  }

  /// Whether the `[` that comes next closes the range being read rather than begins a filter.
  func closesRange() -> Bool {
    guard isInEndpoint, current.kind == .sign(.openBracket) else { return false }
    switch lexer.token(at: current.end).kind {
    case .end: return true
    case .sign(let sign): return [.close, .closeBracket, .closeBrace, .comma, .equal, .notEqual, .dot].contains(sign)
    case .keyword(let keyword): return [.then, .else, .and, .or, .return, .satisfies].contains(keyword)
    default: return false
    }
  }
}

/// Words of Chinese that people write for FEEL's.
enum ChineseWord {
  static func keyword(for word: String) -> String? {
    switch word {
    case "且", "并且", "和", "与": "and"
    case "或", "或者": "or"
    case "非", "不": "not"
    case "如果", "若": "if"
    case "则", "那么": "then"
    case "否则": "else"
    case "属于", "在": "in"
    case "真", "是": "true"
    case "假", "否": "false"
    case "等于": "="
    case "大于": ">"
    case "小于": "<"
    default: nil
    }
  }
}
