extension String {
  /// What would be markup stands as it is; what would not be, stays readable.
  var markdown: String { escaped(inTable: false) }

  /// In a cell a bar would be the end of it, and so would a line break.
  var markdownCell: String {
    split(whereSeparator: \.isNewline).joined(separator: " ").escaped(inTable: true)
  }

  private func escaped(inTable: Bool) -> String {
    let characters = Array(self)
    var text = ""
    for (index, character) in characters.enumerated() {
      let before = index > 0 ? characters[index - 1] : nil
      let after = index + 1 < characters.count ? characters[index + 1] : nil
      if Self.isMarkup(character, before, after, isTable: inTable) || (index == 0 && Self.begins(characters)) {
        text.append("\\")
      }
      text.append(character)
    }
    return text
  }

  /// CommonMark 0.31: emphasis, code, links, HTML.
  private static func isMarkup(
    _ character: Character, _ before: Character?, _ after: Character?, isTable: Bool
  ) -> Bool {
    switch character {
    case "\\", "`", "*": true
    case "|": isTable
    // Between letters or digits it is part of the word.
    case "_": !(isWord(before) && isWord(after))
    case "]": after == "(" || after == "[" || after == ":"
    case "<": after.map { $0.isASCII && ($0.isLetter || "/!?".contains($0)) } ?? false
    case "&": after.map { $0.isASCII && ($0.isLetter || $0 == "#") } ?? false
    default: false
    }
  }

  private static func isWord(_ character: Character?) -> Bool {
    character.map { $0.isLetter || $0.isNumber } ?? false
  }

  /// What makes a heading, a list, a quotation of a line that it begins.
  private static func begins(_ line: [Character]) -> Bool {
    guard let first = line.first else { return false }
    let second = line.count > 1 ? line[1] : nil
    return switch first {
    case "#", ">", "~": true
    case "-", "+", "=": second.map { $0 == " " || $0 == first } ?? true
    default: false
    }
  }
}
