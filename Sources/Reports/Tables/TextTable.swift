import Diagnostics

/// Columns that line up on a terminal, Chinese characters taking two cells.
struct TextTable {
  let header: [String]
  let rows: [[String]]

  var text: String {
    let widths = header.indices.map { column in
      ([header] + rows).map { displayWidth($0[column]) }.max() ?? 0
    }
    func line(_ cells: [String]) -> String {
      let padded = zip(cells, widths).map { cell, width in
        cell + String(repeating: " ", count: width - displayWidth(cell))
      }
      let joined = padded.joined(separator: "  ")
      return String(joined.reversed().drop { $0 == " " }.reversed()) + "\n"
    }
    let rule = widths.map { String(repeating: "─", count: $0) }
    return line(header) + line(rule) + rows.map(line).joined()
  }
}

struct MarkdownTable {
  let header: [String]
  let rows: [[String]]

  var text: String {
    func line(_ cells: [String]) -> String { "| " + cells.map(\.markdownCell).joined(separator: " | ") + " |\n" }
    return line(header) + "|" + String(repeating: " --- |", count: header.count) + "\n" + rows.map(line).joined()
  }
}
