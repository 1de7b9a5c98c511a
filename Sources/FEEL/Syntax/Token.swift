internal import Diagnostics

/// The words that cannot be names.
enum Keyword: String, Sendable {
  case `if`, then, `else`, `for`, `in`, `return`, some, every, satisfies, and, or, between, instance, function
  case external, `true`, `false`, null
}

/// The signs of the language; a look-alike stands for the sign that was meant.
enum Sign: String, Sendable {
  case plus = "+", minus = "-", times = "*", divide = "/", power = "**"
  case equal = "=", notEqual = "!=", less = "<", lessOrEqual = "<=", greater = ">", greaterOrEqual = ">="
  case open = "(", close = ")", openBracket = "[", closeBracket = "]", openBrace = "{", closeBrace = "}"
  case comma = ",", colon = ":", dot = ".", dots = "..", arrow = "->", input = "?", at = "@"
}

struct Token: Sendable {
  enum Kind: Sendable, Equatable {
    case name(String)
    case keyword(Keyword)
    case number(String)
    case string(String)
    case sign(Sign)
    case end
    /// A character that begins no token.
    case stray
    case unfinishedString
    case unfinishedComment
  }

  /// Something written that stands for something else: a look-alike, or a sign of another language such as `==`.
  struct Lint: Sendable {
    let written: String
    let replacement: String
    let range: Range<Int>
    let applicability: FixIt.Applicability
    let message: Message
  }

  let kind: Kind
  /// In UTF-8 bytes of the fragment's text.
  let range: Range<Int>
  /// The index of the scalar behind it.
  let end: Int
  /// Said when the parser takes the token, not when the lexer looks ahead.
  let lints: [Lint]
}
