/// Finds the names that only a declaration makes readable: those with spaces, signs or look-alikes in them.
///
/// DMN 1.5 §10.3.1.3 asks for the longest name in scope. A name of plain characters ends where they end and needs no
/// list; of the others the scanner keeps those in scope, by first character, the longest first.
struct NameScanner: Sendable {
  private struct Candidate: Sendable {
    let name: String
    let scalars: [Unicode.Scalar]
  }

  private var candidates: [Unicode.Scalar: [Candidate]] = [:]

  /// Knows the names of the language itself.
  static let ofLanguage = NameScanner(
    Builtin.names + TemporalProperty.names + ["days and time duration", "years and months duration"])

  private init(_ names: [String]) {
    for name in names { declare(name) }
  }

  /// A name of plain characters is let pass: the lexer finds it anyway.
  mutating func declare(_ name: String) {
    let scalars = Array(name.unicodeScalars)
    guard let first = scalars.first, !NameScanner.isPlain(scalars) else { return }
    var list = candidates[first] ?? []
    guard !list.contains(where: { $0.name == name }) else { return }
    let index = list.firstIndex { $0.scalars.count < scalars.count } ?? list.count
    list.insert(Candidate(name: name, scalars: scalars), at: index)
    candidates[first] = list
  }

  static func isPlain(_ scalars: [Unicode.Scalar]) -> Bool {
    guard let first = scalars.first, NameCharacters.startsPlainly(first) else { return false }
    return scalars.allSatisfy(NameCharacters.continuesPlainly)
  }

  /// The longest declared name that stands at `start`, and where it ends. A space in it may be any white space.
  func longest(in text: [Unicode.Scalar], at start: Int) -> (name: String, end: Int)? {
    guard start < text.count, let list = candidates[text[start]] else { return nil }
    for candidate in list {
      if let end = NameScanner.end(of: candidate.scalars, in: text, at: start) { return (candidate.name, end) }
    }
    return nil
  }

  private static func end(of name: [Unicode.Scalar], in text: [Unicode.Scalar], at start: Int) -> Int? {
    var position = start
    for scalar in name {
      guard position < text.count else { return nil }
      if scalar == " " {
        guard NameCharacters.isSpace(text[position]) else { return nil }
        while position < text.count, NameCharacters.isSpace(text[position]) { position += 1 }
      } else {
        guard text[position] == scalar else { return nil }
        position += 1
      }
    }
    // It must not end inside a word.
    if position < text.count, let last = name.last, NameCharacters.continuesPlainly(last),
      NameCharacters.continuesPlainly(text[position])
    {
      return nil
    }
    return position
  }
}
