import Diagnostics

/// A text in lines that are no wider than a box: Chinese breaks anywhere, English between words.
enum WrappedText {
  /// - Parameter cells: the width of a line, a Chinese character taking two.
  static func lines(_ text: String, cells: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var width = 0
    for piece in pieces(text) {
      let own = displayWidth(piece)
      if width > 0, width + displayWidth(piece.trimmed) > cells {
        lines.append(line.trimmed)
        (line, width) = ("", 0)
      }
      for part in own > cells ? piece.map(String.init) : [piece] {
        if width + displayWidth(part) > cells, width > 0 {
          lines.append(line.trimmed)
          (line, width) = ("", 0)
        }
        line += part
        width += displayWidth(part)
      }
    }
    if !line.trimmed.isEmpty { lines.append(line.trimmed) }
    return lines.isEmpty ? [""] : lines
  }

  /// What is not torn apart: a word with the space or the stop behind it, a wide character with the stops behind it.
  private static func pieces(_ text: String) -> [String] {
    var pieces: [String] = []
    for character in text {
      let isStop = "，。、；：）”》".contains(character) || character == " "
      let isWide = displayWidth(String(character)) > 1
      let continues = pieces.last.map { last in
        isStop || last.hasSuffix("（") || last.hasSuffix("“")
          || (!isWide && displayWidth(String(last.last!)) == 1 && last.last != " ")
      }
      if continues == true { pieces[pieces.count - 1].append(character) } else { pieces.append(String(character)) }
    }
    return pieces
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
