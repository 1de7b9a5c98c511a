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

  /// An identifier or keyword outside `//` comments, with the bytes around it (spaces left as they are; 10 at an end).
  struct Word {
    let text: String
    let before: UInt8
    let after: UInt8
    /// From 1.
    let line: Int
  }

  /// Read byte by byte, since these tests read all sources in a debug build.
  var words: [Word] {
    let bytes = Array(text.utf8)
    var words: [Word] = []
    var line = 1
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if Self.isWordByte(byte) {
        let start = index
        while index < bytes.count, Self.isWordByte(bytes[index]) { index += 1 }
        words.append(
          Word(
            text: String(decoding: bytes[start..<index], as: UTF8.self), before: start > 0 ? bytes[start - 1] : 10,
            after: index < bytes.count ? bytes[index] : 10, line: line))
      } else if byte == UInt8(ascii: "/"), index + 1 < bytes.count, bytes[index + 1] == byte {
        while index < bytes.count, bytes[index] != 10 { index += 1 }
      } else {
        if byte == 10 { line += 1 }
        index += 1
      }
    }
    return words
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private static let accessLevels: Set<String> = ["public", "package", "internal", "fileprivate", "private"]
  private static let importKinds: Set<String> = [
    "struct", "class", "enum", "protocol", "typealias", "func", "let", "var",
  ]
}
