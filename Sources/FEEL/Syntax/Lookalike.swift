/// A character that a Chinese input method (or a word processor) puts where FEEL wants an ASCII one.
///
/// By DMN 1.5 §10.3.1.2 most of them are legal in names, so that `营收＞１００` is silently one name; all others belong
/// to no token. Inside a string literal, and in names that are declared, they are ordinary text.
struct Lookalike: Sendable {
  let character: Unicode.Scalar
  /// What was meant; `%`, `;` and a lone `!` are no FEEL either.
  let replacement: String

  static func of(_ scalar: Unicode.Scalar) -> Lookalike? { table[scalar] }

  /// The full-width space is white space of FEEL too: it passes, with a hint.
  static let space: Unicode.Scalar = "\u{3000}"

  static let all: [Lookalike] =
    groups.flatMap { characters, replacement in
      characters.unicodeScalars.map { Lookalike(character: $0, replacement: replacement) }
    } + digits

  private static let table = Dictionary(uniqueKeysWithValues: all.map { ($0.character, $0) })

  private static let groups: [(String, String)] = [
    ("＞﹥〉》", ">"), ("＜﹤〈《", "<"), ("＝﹦", "="), ("≥≧", ">="), ("≤≦", "<="), ("≠", "!="), ("！", "!"),
    ("＋", "+"), ("－−–—", "-"), ("＊×", "*"), ("／÷", "/"), ("％", "%"), ("～…", ".."),
    ("．。·", "."), ("（", "("), ("）", ")"), ("［【〔", "["), ("］】〕", "]"), ("｛", "{"), ("｝", "}"),
    ("“”‘’＂＇「」", "\""), ("，、﹐", ","), ("；", ";"), ("：", ":"), ("＿", "_"), ("\u{3000}", " "),
  ]

  private static let digits: [Lookalike] = "０１２３４５６７８９".unicodeScalars.enumerated().map {
    Lookalike(character: $1, replacement: String($0))
  }
}
