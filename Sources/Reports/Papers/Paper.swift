/// A document for people, as its parts, before it is HTML or Markdown; official ones follow GB/T 9704-2012.
struct Paper: Sendable {
  /// How it is set.
  enum Kind: Sendable {
    /// 公文: 公示, 决定.
    case official
    /// A form to be filled in and signed.
    case form
    /// Read within the office.
    case report
  }

  enum Block: Sendable {
    /// 发文机关标志, in red, with 发文字号 and the red line below.
    case letterhead(organ: String, number: String)
    case title(String)
    /// 主送.
    case addressees(String)
    /// `1` to `3`: 一、 （一） 1．
    case heading(Int, String)
    case paragraph(String)
    /// A line that stands by itself, such as an entry of a list.
    case line(String)
    /// What readers must not overlook.
    case caution(String)
    case table(PaperTable)
    case picture(svg: String, caption: String)
    /// 附件说明.
    case attachments([String])
    /// 署名 and 成文日期.
    case signature(organ: String, day: String)
    /// Places to sign, side by side.
    case signers([String])
    /// 附件 begin on a page of their own.
    case annex(mark: String)
    case pageBreak
    /// 版记: 抄送, 印发机关, 印发日期.
    case imprint([String])
  }

  let kind: Kind
  /// What the file and the window are called.
  let name: String
  private(set) var blocks: [Block] = []

  init(_ kind: Kind, name: String) {
    self.kind = kind
    self.name = name
  }

  mutating func add(_ block: Block) { blocks.append(block) }

  /// All that it says, for those who search it.
  var text: String {
    blocks.map { block in
      switch block {
      case .letterhead(let organ, let number): "\(organ)\n\(number)"
      case .title(let text), .addressees(let text), .heading(_, let text), .paragraph(let text), .line(let text),
        .caution(let text), .annex(let text):
        text
      case .table(let table): table.rows.flatMap { $0.map(\.text) }.joined(separator: "\n")
      case .picture(let svg, let caption): "\(caption)\n\(svg)"
      case .attachments(let lines), .signers(let lines), .imprint(let lines): lines.joined(separator: "\n")
      case .signature(let organ, let day): "\(organ)\n\(day)"
      case .pageBreak: ""
      }
    }.joined(separator: "\n")
  }
}

/// A table whose cells may span columns.
struct PaperTable: Sendable {
  struct Cell: Sendable {
    let text: String
    var isLabel = false
    var columns = 1
    var rows = 1
    /// Room that is left for hand-writing, in lines.
    var lines = 0
    var isNumber = false
    /// Room for a seal: what is printed stands at its foot.
    var isSeal = false
  }

  /// Shares of the width, one for each column; empty where the contents decide.
  var widths: [Int] = []
  var rows: [[Cell]]
  /// Rows that are repeated on each page.
  var headerRows = 0

  init(_ rows: [[Cell]], widths: [Int] = [], headerRows: Int = 0) {
    self.rows = rows
    self.widths = widths
    self.headerRows = headerRows
  }

  /// A plain table under one row of titles.
  ///
  /// - Parameter numbers: the columns that hold numbers.
  init(header: [String], rows: [[String]], widths: [Int] = [], numbers: Set<Int> = []) {
    let head = header.map { Cell(text: $0, isLabel: true) }
    let body = rows.map { row in
      row.enumerated().map { Cell(text: $1, isNumber: numbers.contains($0)) }
    }
    self.init([head] + body, widths: widths, headerRows: 1)
  }
}
