import Diagnostics

extension Paper {
  /// One file that needs nothing besides itself, set for A4; no script, no network.
  func html(_ language: Language) -> String {
    """
    <!DOCTYPE html>
    <html lang="\(language == .zh ? "zh-CN" : "en")">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <title>\(SVG.escaped(name))</title>
    <style>
    \(PaperStyle.text(kind))
    </style>
    </head>
    <body class="\(kind.styleClass)">
    <main>
    \(blocks.map(html).joined(separator: "\n"))
    </main>
    </body>
    </html>

    """
  }

  private func html(_ block: Block) -> String {
    switch block {
    case .letterhead(let organ, let number):
      """
      <header class="mark"><p class="organ" style="font-size:\(min(26, 430 / max(1, organ.count)))pt">\(lines(organ))</p><p class="number">\(lines(number))</p><hr></header>
      """
    case .title(let text): "<h1>\(unbroken(lines(text)))</h1>"
    case .addressees(let text): "<p class=\"flush\">\(lines(text))</p>"
    case .paragraph(let text): "<p>\(lines(text))</p>"
    case .line(let text): "<p class=\"entry\">\(lines(text))</p>"
    case .caution(let text): "<p class=\"caution\">\(lines(text))</p>"
    case .heading(let level, let text): "<h\(level + 1)>\(lines(text))</h\(level + 1)>"
    case .table(let table): html(table)
    case .picture(let svg, let caption): "<figure>\(svg)<figcaption>\(lines(caption))</figcaption></figure>"
    case .attachments(let lines): attachments(lines)
    case .signature(let organ, let day):
      "<div class=\"signature\"><div><p>\(lines(organ))</p><p>\(lines(day))</p></div></div>"
    case .signers(let names):
      "<p class=\"signers\">" + names.map { "<span>\(lines($0))：</span>" }.joined() + "</p>"
    case .annex(let mark): "<p class=\"annex\">\(lines(mark))</p>"
    case .pageBreak: "<div class=\"page\"></div>"
    case .imprint(let lines):
      "<footer>" + lines.map { "<p>\(self.lines($0))</p>" }.joined() + "</footer>"
    }
  }

  private func attachments(_ lines: [String]) -> String {
    "<div class=\"attachments\">" + lines.map { "<p>\(self.lines($0))</p>" }.joined() + "</div>"
  }

  private func html(_ table: PaperTable) -> String {
    let sum = table.widths.reduce(0, +)
    let columns =
      sum == 0
      ? ""
      : "<colgroup>"
        + table.widths.map { "<col style=\"width:\($0 * 1000 / sum / 10).\($0 * 1000 / sum % 10)%\">" }.joined()
        + "</colgroup>"
    let head = table.rows.prefix(table.headerRows).map { row($0) }.joined()
    let body = table.rows.dropFirst(table.headerRows).map { row($0) }.joined(separator: "\n")
    return "<table>\(columns)" + (head.isEmpty ? "" : "<thead>\(head)</thead>") + "<tbody>\n\(body)\n</tbody></table>"
  }

  private func row(_ cells: [PaperTable.Cell]) -> String {
    "<tr>"
      + cells.map { cell in
        let tag = cell.isLabel ? "th" : "td"
        let span =
          (cell.columns > 1 ? " colspan=\"\(cell.columns)\"" : "") + (cell.rows > 1 ? " rowspan=\"\(cell.rows)\"" : "")
        let style = cell.lines > 0 ? " style=\"height:\(cell.lines * 8)mm\"" : ""
        let kind = cell.isNumber ? " class=\"number\"" : cell.isSeal ? " class=\"seal\"" : ""
        return "<\(tag)\(span)\(kind)\(style)>\(words(cell.text))</\(tag)>"
      }.joined() + "</tr>"
  }

  /// A line ends within no name in quotation marks.
  private func unbroken(_ html: String) -> String {
    html.replacing("“", with: "<span class=\"nb\">“").replacing("”", with: "”</span>")
  }

  /// A cell's text, in which short numbers such as `GJ-2025-001` and `2026-02-11` stay on one line, and words whole; only a
  /// fingerprint may go on in the next line.
  private func words(_ text: String) -> String {
    var html = ""
    var run = ""
    func close() {
      if run.contains("-"), run.count <= 16 {
        html += "<span class=\"nb\">\(run)</span>"
      } else if run.count > 32 {
        var rest = run[...]
        while !rest.isEmpty {
          html += "\(rest.prefix(16))<wbr>"
          rest = rest.dropFirst(16)
        }
      } else {
        html += run
      }
      run = ""
    }
    for character in text {
      if character.isASCII, character.isLetter || character.isNumber || character == "-" {
        run.append(character)
      } else {
        close()
        html += lines(String(character))
      }
    }
    close()
    return html
  }

  /// Escaped; a line break stays one.
  private func lines(_ text: String) -> String { SVG.escaped(text).replacing("\n", with: "<br>") }
}

extension Paper.Kind {
  fileprivate var styleClass: String {
    switch self {
    case .official: "official"
    case .form: "form"
    case .report: "report"
    }
  }
}
