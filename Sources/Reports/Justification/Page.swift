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

  var blocks: [Block] = []

  mutating func add(_ block: Block) { blocks.append(block) }
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
    }
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
        let lead = label.isEmpty ? mark : "\(mark)\(mark.isEmpty ? "" : " ")**\(label.markdown)**"
        let tail = clause.isEmpty ? "" : "〔\(clause.markdown)〕"
        text += "- " + [lead, words.markdown, tail].filter { !$0.isEmpty }.joined(separator: "　") + "\n"
      case .line(let words): text += (wasItem ? "\n" : "") + "\(words.markdown)\n\n"
      case .table(let header, let rows):
        text += (wasItem ? "\n" : "") + MarkdownTable(header: header, rows: rows).text + "\n"
      }
      wasItem = isItem
    }
    return text
  }
}

extension String {
  /// What would be markup stands as it is.
  var markdown: String {
    var text = ""
    for character in self {
      if "\\`*_[]<>|#".contains(character) { text.append("\\") }
      text.append(character)
    }
    return text
  }
}
