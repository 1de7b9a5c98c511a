import Diagnostics

extension Paper {
  /// For those who go on writing with it.
  var markdown: String {
    blocks.map(markdown).filter { !$0.isEmpty }.joined(separator: "\n\n").printableLines + "\n"
  }

  private func markdown(_ block: Block) -> String {
    switch block {
    case .letterhead(let organ, let number): "**\(organ.markdown)**\n\n\(number.markdown)"
    // Lines of a title are set, not written.
    case .title(let text):
      "# \(text.replacing("\n", with: text.contains { $0.isASCII && $0.isLetter } ? " " : "").markdown)"
    case .addressees(let text), .paragraph(let text), .line(let text): text.markdown
    case .caution(let text): "> **\(text.markdown)**"
    case .heading(let level, let text): "\(String(repeating: "#", count: level + 1)) \(text.markdown)"
    case .table(let table): markdown(table)
    // A picture stands in the HTML alone.
    case .picture(_, let caption): "*\(caption.markdown)*"
    case .attachments(let lines), .imprint(let lines): lines.map(\.markdown).joined(separator: "  \n")
    case .signature(let organ, let day): "\(organ.markdown)  \n\(day.markdown)"
    case .signers(let lines): lines.map { "\($0.markdown)：＿＿＿＿" }.joined(separator: "　")
    case .annex(let mark): "---\n\n**\(mark.markdown)**"
    case .pageBreak: "---"
    }
  }

  private func markdown(_ table: PaperTable) -> String {
    let width = table.rows.map { $0.map(\.columns).reduce(0, +) }.max() ?? 0
    let rows = table.rows.map { row in
      row.flatMap { [$0.text] + Array(repeating: "", count: $0.columns - 1) }
    }.map { $0 + Array(repeating: "", count: width - $0.count) }
    // A form has no titles: the first row of Markdown's tables must be one.
    let hasHeader = table.headerRows > 0
    let header = hasHeader ? rows.first ?? [] : Array(repeating: "", count: width)
    let text = MarkdownTable(header: header, rows: Array(hasHeader ? rows.dropFirst() : rows[...])).text
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }
}
