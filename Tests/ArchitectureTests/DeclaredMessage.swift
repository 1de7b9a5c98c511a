/// A `static let name = Message("PX1001", …, zh: "…", en: "…")` as it is written in Sources.
struct DeclaredMessage {
  let name: String
  let code: String
  let zh: String
  let en: String
  let module: String
  /// "Sources/YAML/Diagnostics.swift:12".
  let place: String
  /// Whether the name occurs a second time in the file that declares it, within a list named all…Messages.
  let isListed: Bool

  static func all() -> [DeclaredMessage] { SourceText.all(under: "Sources").flatMap(declared(in:)) }

  static func declared(in source: SourceText) -> [DeclaredMessage] {
    let text = source.text
    guard text.contains("Message(") else { return [] }
    let lists = text.matches(of: #/all\w*Messages\b[^\[\]]*(?:\[Message\])?[^\[\]]*\[([^\]]*)\]/#).map { $0.1 }
    let declaration = #/let\s+`?(\w+)`?\s*(?::\s*Message)?\s*=\s*(?:Message|\.init)\(\s*"(PX\w*)"/#
    return text.matches(of: declaration).map { match in
      let name = String(match.1)
      let (zh, afterChinese) = argument("zh:", in: text[match.range.upperBound...])
      let (en, _) = argument("en:", in: afterChinese)
      return DeclaredMessage(
        name: name, code: String(match.2),
        zh: zh, en: en,
        module: source.module,
        place: "\(source.path):\(text[..<match.range.lowerBound].count { $0 == "\n" } + 1)",
        isListed: lists.contains { list in
          list.split { !($0.isLetter || $0.isNumber || $0 == "_") }.contains { $0 == name }
        })
    }
  }

  /// The string literals behind a label, joined as `+` joins them, and what follows; empty when there are none.
  private static func argument(_ label: String, in text: Substring) -> (text: String, rest: Substring) {
    guard let start = text.firstRange(of: label)?.upperBound else { return ("", text) }
    var result = ""
    var rest = text[start...].drop(while: \.isWhitespace)
    while rest.first == "\"" {
      let (literal, after) = readLiteral(rest)
      result += literal
      rest = after.drop(while: \.isWhitespace)
      guard rest.first == "+" else { break }
      rest = rest.dropFirst().drop(while: \.isWhitespace)
    }
    return (result, rest)
  }

  /// One literal from its opening quotes, escapes left as they are written.
  private static func readLiteral(_ text: Substring) -> (literal: String, rest: Substring) {
    let quotes = text.hasPrefix("\"\"\"") ? "\"\"\"" : "\""
    var rest = text.dropFirst(quotes.count)
    var literal = ""
    while let character = rest.first, !rest.hasPrefix(quotes) {
      literal.append(character)
      rest = rest.dropFirst()
      if character == "\\", let escaped = rest.first {
        literal.append(escaped)
        rest = rest.dropFirst()
      }
    }
    return (literal, rest.dropFirst(quotes.count))
  }
}
