import Diagnostics

/// A document as its parts, before it is text or Markdown.
struct Page {
  enum Block {
    case title(String)
    /// What everybody looks for first.
    case conclusion(String)
    case section(String)
    case group(String)
    /// A line with what leads it and the clause that it rests on.
    case item(mark: String, label: String, text: String, clause: String)
    case line(String)
    case table(header: [String], rows: [[String]])
  }

  private(set) var blocks: [Block] = []
  private var parts = 0

  mutating func add(_ block: Block) { blocks.append(block) }

  /// A section with the next number: 一、二、三.
  mutating func addPart(_ words: String, _ language: Language) {
    parts += 1
    let number = language == .zh ? "\(parts.chineseNumeral)、" : "\(parts). "
    add(.section(number + words))
  }

  /// A table, or a word where there is nothing to put into it.
  mutating func addTable(header: [String], rows: [[String]], _ language: Language) {
    add(rows.isEmpty ? .line(language == .zh ? "无" : "None") : .table(header: header, rows: rows))
  }
}

extension Page {
  /// As a terminal shows it.
  var text: String {
    blocks.reduce(into: "") { text, block in
      switch block {
      case .title(let words): text += "\(words)\n"
      case .conclusion(let words): text += "\(words)\n"
      case .section(let words): text += "\n\(words)\n"
      case .group(let words): text += "  \(words)\n"
      case .item(let mark, let label, let words, let clause):
        let lead = [mark, label].filter { !$0.isEmpty }.joined(separator: " ")
        text += "  " + [lead, words, clause].filter { !$0.isEmpty }.joined(separator: "　") + "\n"
      case .line(let words): text += "  \(words)\n"
      case .table(let header, let rows): text += TextTable(header: header, rows: rows).text
      }
    }.printableLines
  }

  var markdown: String {
    var text = ""
    var wasItem = false
    for block in blocks {
      var isItem = false
      switch block {
      case .title(let words): text += "# \(words.markdown)\n\n"
      case .conclusion(let words): text += "**\(words.markdown)**\n\n"
      case .section(let words): text += (wasItem ? "\n" : "") + "## \(words.markdown)\n\n"
      case .group(let words): text += (wasItem ? "\n" : "") + "### \(words.markdown)\n\n"
      case .item(let mark, let label, let words, let clause):
        isItem = true
        text += "- \(item(mark, label, words, clause))\n"
      case .line(let words): text += (wasItem ? "\n" : "") + "\(words.markdown)\n\n"
      case .table(let header, let rows):
        text += (wasItem ? "\n" : "") + MarkdownTable(header: header, rows: rows).text + "\n"
      }
      wasItem = isItem
    }
    return text.printableLines
  }

  /// A list has points of its own: one that is only a point is not written twice.
  private func item(_ mark: String, _ label: String, _ words: String, _ clause: String) -> String {
    let mark = mark == "·" ? "" : mark
    let lead = label.isEmpty ? mark : "\(mark)\(mark.isEmpty ? "" : " ")**\(label.markdown)**"
    let tail = clause.isEmpty ? "" : "〔\(clause.markdown)〕"
    return [lead, words.markdown, tail].filter { !$0.isEmpty }.joined(separator: "　")
  }
}
