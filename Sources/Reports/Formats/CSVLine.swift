/// One line of CSV (RFC 4180).
enum CSVLine {
  static func text(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") + "\r\n" }

  /// Spreadsheet programs run a cell that begins with one of these as a formula.
  private static func cell(_ text: String) -> String {
    let isFormula = text.first.map { "=+-@\t".contains($0) } == true && Double(text) == nil
    let text = isFormula ? "'" + text : text
    guard text.contains(where: { ",\"\r\n".contains($0) || $0.isNewline }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
