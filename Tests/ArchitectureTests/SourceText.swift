/// The few things that these tests read from Swift sources, without a parser: imports, code without comments, literals.
struct SourceText {
  let path: String
  let text: String

  /// "Sources/FEEL/Syntax/Lexer.swift" is of FEEL.
  var module: String { String(path.split(separator: "/").dropFirst().first ?? "") }

  var fileName: String { String(path.split(separator: "/").last ?? "") }

  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  static func all(under folder: String) -> [SourceText] {
    Repository.files(under: folder, withSuffix: ".swift").compactMap { path in
      Repository.text(path).map { SourceText(path: path, text: $0) }
    }
  }

  /// The modules imported, with their lines (from 1).
  var imports: [(module: String, line: Int)] {
    lines.enumerated().compactMap { index, line in
      var words = line.split(whereSeparator: { $0 == " " || $0 == "\t" })[...]
      while let first = words.first, first.hasPrefix("@") || Self.accessLevels.contains(String(first)) {
        words = words.dropFirst()
      }
      guard words.first == "import" else { return nil }
      words = words.dropFirst()
      if let kind = words.first, Self.importKinds.contains(String(kind)) { words = words.dropFirst() }
      guard let module = words.first?.split(separator: ".").first else { return nil }
      return (String(module), index + 1)
    }
  }

  /// Lines that are not comments, with their numbers (from 1); text behind `//` is cut off.
  var code: [(text: String, line: Int)] {
    lines.enumerated().compactMap { index, line in
      let code = line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line
      return code.allSatisfy(\.isWhitespace) ? nil : (String(code), index + 1)
    }
  }

  private static let accessLevels: Set<String> = ["public", "package", "internal", "fileprivate", "private"]
  private static let importKinds: Set<String> = [
    "struct", "class", "enum", "protocol", "typealias", "func", "let", "var",
  ]
}
