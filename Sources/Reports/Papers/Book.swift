/// Tables that people go on working with in a spreadsheet, before they are a file.
struct Book: Sendable {
  let name: String
  var sheets: [Sheet] = []

  struct Sheet: Sendable {
    /// At most 31 characters, without `[]:*?/\`.
    let name: String
    /// Above the table, across all of it.
    let title: String
    let header: [String]
    var rows: [[Cell]] = []
    /// Below the table.
    var notes: [String] = []
    /// Characters, for each column.
    let widths: [Int]

    /// The row, from 1, in which the table's row of that index comes to stand.
    static func line(of index: Int) -> Int { index + 3 }
  }

  struct Cell: Sendable {
    enum Content: Sendable {
      case blank
      case text(String)
      /// Rounded already: a spreadsheet shows so many decimals.
      case number(Double, decimals: Int)
    }

    /// Where in this book a cell leads.
    struct Link: Sendable {
      let sheet: String
      /// From 1.
      let row: Int
    }

    let content: Content
    var link: Link?

    init(_ content: Content, link: Link? = nil) {
      self.content = content
      self.link = link
    }

    init(_ text: String) { self.init(text.isEmpty ? .blank : .text(text)) }
    /// What takes room; numbers are short.
    var shown: String { if case .text(let text) = content { text } else { "" } }

    init(_ count: Int) { self.init(.number(Double(count), decimals: 0)) }
  }

  /// A name that a sheet can bear and no sheet of the book has yet.
  func sheetName(_ wish: String) -> String {
    let clean = String(wish.map { "[]:*?/\\'".contains($0) ? "_" : $0 }.prefix(28))
    var name = clean.isEmpty ? "_" : clean
    var number = 2
    while sheets.contains(where: { $0.name.lowercased() == name.lowercased() }) {
      name = "\(clean)\(number)"
      number += 1
    }
    return name
  }
}
