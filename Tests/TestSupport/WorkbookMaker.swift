import CZipSys

/// Makes workbooks for tests, part by part, as spreadsheets write them.
public struct WorkbookMaker: Sendable {
  /// What a cell is to hold.
  public enum Cell: Sendable {
    case blank
    /// An empty cell that is there, as in merged cells.
    case styled
    case shared(String)
    case inline(String)
    /// A shared text of several runs, with its pronunciation.
    case rich([String])
    case number(String, Format = .general)
    case formula(String, value: String?)
    case formulaText(String)
    case boolean(Bool)
    case error(String)
    case isoDate(String)
  }

  public enum Format: Int, CaseIterable, Sendable {
    case general, percent, date, chineseDate, dayAndMonth, time, dateTime, text, quoted, coloured, padded, elapsed,
      thousandths, inYi, inWan

    /// As it is written where every format is.
    var written: String {
      switch self {
      case .general: "General"
      case .percent: "0.00%"
      case .date: "yyyy-mm-dd"
      case .chineseDate: "yyyy\"年\"m\"月\"d\"日\""
      case .dateTime: "yyyy-mm-dd hh:mm"
      case .text: "@"
      default: code.text ?? "General"
      }
    }

    /// A custom format, or the number of one that needs none.
    fileprivate var code: (id: Int, text: String?) {
      switch self {
      case .general: (0, nil)
      case .percent: (10, nil)
      case .date: (14, nil)
      case .chineseDate: (31, nil)
      case .dayAndMonth: (164, "m\"月\"d\"日\"")
      case .time: (165, "hh:mm")
      case .dateTime: (22, nil)
      case .text: (49, nil)
      case .quoted: (166, "0\"天 days\"")
      case .coloured: (167, "[Red][$-804]yyyy/m/d;@")
      case .padded: (168, "0000")
      case .elapsed: (169, "[h]:mm")
      case .thousandths: (170, "#,##0.0,")
      case .inYi: (171, "0.00\"亿元\"")
      case .inWan: (172, "#,##0.00\"万元\"")
      }
    }
  }

  public struct Sheet: Sendable {
    public var name: String
    public var rows: [[Cell]]
    public var merges: [String]
    public var state: String

    public init(name: String, rows: [[Cell]], merges: [String] = [], state: String = "visible") {
      self.name = name
      self.rows = rows
      self.merges = merges
      self.state = state
    }
  }

  public var sheets: [Sheet]
  public var is1904 = false
  /// Further parts, or others in place of those that are made.
  public var parts: [String: String] = [:]
  /// In front of the names of elements.
  public var prefix = ""

  public init(_ sheets: [Sheet]) { self.sheets = sheets }

  /// One sheet.
  public init(_ rows: [[Cell]], merges: [String] = []) {
    sheets = [Sheet(name: "名单", rows: rows, merges: merges)]
  }

  /// A table of texts.
  public init(_ rows: [[String]]) { self.init(rows.map { $0.map { $0.isEmpty ? .blank : .shared($0) } }) }

  /// The whole, as a file holds it.
  public var bytes: [UInt8] {
    var texts: [String] = []
    var parts = [
      "[Content_Types].xml": contentTypes,
      "_rels/.rels": Self.relationships([("rId1", "officeDocument", "xl/workbook.xml")]),
      "xl/workbook.xml": workbook, "xl/styles.xml": Self.styles,
      "xl/_rels/workbook.xml.rels": Self.relationships(
        sheets.indices.map { ("rId\($0 + 1)", "worksheet", "worksheets/sheet\($0 + 1).xml") } + [
          ("rId91", "styles", "/xl/styles.xml"), ("rId92", "sharedStrings", "sharedStrings.xml"),
        ]),
    ]
    for (index, sheet) in sheets.enumerated() {
      parts["xl/worksheets/sheet\(index + 1).xml"] = xml(sheet, &texts)
    }
    let items = texts.map { "<si>\($0)</si>" }.joined()
    parts["xl/sharedStrings.xml"] = "<sst xmlns=\"\(Self.main)\" count=\"\(texts.count)\">\(items)</sst>"
    return zip(parts.merging(self.parts) { $1 }.mapValues { Array($0.utf8) })
  }

  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

  private var contentTypes: String {
    let kinds = [("workbook", "sheet.main"), ("styles", "styles"), ("sharedStrings", "sharedStrings")]
    let parts =
      kinds.map { ("xl/\($0.0).xml", $0.1) }
      + sheets.indices.map { ("xl/worksheets/sheet\($0 + 1).xml", "worksheet") }
    let items = parts.map { part, kind in
      """
      <Override PartName="/\(part)" \
      ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.\(kind)+xml"/>
      """
    }
    return """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      \(items.joined())</Types>
      """
  }

  private static let package = "http://schemas.openxmlformats.org/package/2006/relationships"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// What a root declares.
  private var names: String {
    let own = prefix.isEmpty ? "xmlns" : "xmlns:\(prefix.dropLast())"
    return "\(own)=\"\(Self.main)\" xmlns:r=\"\(Self.office)\""
  }

  private static func relationships(_ list: [(String, String, String)]) -> String {
    let items = list.map { "<Relationship Id=\"\($0.0)\" Type=\"\(office)/\($0.1)\" Target=\"\($0.2)\"/>" }.joined()
    return "<Relationships xmlns=\"\(package)\">\(items)</Relationships>"
  }

  private var workbook: String {
    let list = sheets.enumerated().map {
      "<\(prefix)sheet name=\"\($1.name)\" sheetId=\"\($0 + 7)\" state=\"\($1.state)\" r:id=\"rId\($0 + 1)\"/>"
    }.joined()
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <\(prefix)workbook \(names)><\(prefix)workbookPr date1904="\(is1904 ? 1 : 0)"/><\(prefix)sheets>\(list)</\(prefix)sheets></\(prefix)workbook>
      """
  }

  private static var styles: String {
    let formats = Format.allCases.map(\.code)
    let custom = formats.compactMap { format in
      format.text.map { "<numFmt numFmtId=\"\(format.id)\" formatCode=\"\(escaped($0))\"/>" }
    }
    let cells = formats.map { "<xf numFmtId=\"\($0.id)\" applyNumberFormat=\"1\"/>" }
    return """
      <styleSheet xmlns="\(main)"><numFmts count="\(custom.count)">\(custom.joined())</numFmts>\
      <cellStyleXfs count="1"><xf numFmtId="9"/></cellStyleXfs>\
      <cellXfs count="\(cells.count)">\(cells.joined())</cellXfs></styleSheet>
      """
  }

  private func xml(_ sheet: Sheet, _ texts: inout [String]) -> String {
    var rows = ""
    for (row, cells) in sheet.rows.enumerated() {
      rows += "<\(prefix)row r=\"\(row + 1)\">"
      for (column, cell) in cells.enumerated() { rows += xml(cell, Self.address(row, column), &texts) }
      rows += "</\(prefix)row>"
    }
    let areas = sheet.merges.map { "<\(prefix)mergeCell ref=\"\($0)\"/>" }.joined()
    let merges = areas.isEmpty ? "" : "<\(prefix)mergeCells>\(areas)</\(prefix)mergeCells>"
    return """
      <\(prefix)worksheet \(names)><\(prefix)sheetData>\(rows)</\(prefix)sheetData>\(merges)</\(prefix)worksheet>
      """
  }

  private func xml(_ cell: Cell, _ address: String, _ texts: inout [String]) -> String {
    func c(_ attributes: String, _ inside: String) -> String {
      "<\(prefix)c r=\"\(address)\"\(attributes)>\(inside)</\(prefix)c>"
    }
    func v(_ value: String) -> String { "<\(prefix)v>\(Self.escaped(value))</\(prefix)v>" }
    func f(_ formula: String) -> String { "<\(prefix)f>\(Self.escaped(formula))</\(prefix)f>" }
    switch cell {
    case .blank: return ""
    case .styled: return c(" s=\"2\"", "")
    case .shared(let text):
      texts.append("<t xml:space=\"preserve\">\(Self.escaped(text))</t>")
      return c(" t=\"s\"", v("\(texts.count - 1)"))
    case .rich(let runs):
      texts.append(
        runs.map { "<r><rPr><b/></rPr><t>\(Self.escaped($0))</t></r>" }.joined()
          + "<rPh sb=\"0\" eb=\"1\"><t>zhāng</t></rPh>")
      return c(" t=\"s\"", v("\(texts.count - 1)"))
    case .inline(let text):
      return c(" t=\"inlineStr\"", "<\(prefix)is><\(prefix)t>\(Self.escaped(text))</\(prefix)t></\(prefix)is>")
    case .number(let value, let format): return c(" s=\"\(format.rawValue)\"", v(value))
    case .formula(let text, let value): return c("", f(text) + (value.map(v) ?? ""))
    case .formulaText(let text): return c(" t=\"str\"", f("\"\(text)\"") + v(text))
    case .boolean(let value): return c(" t=\"b\"", v(value ? "1" : "0"))
    case .error(let text): return c(" t=\"e\"", v(text))
    case .isoDate(let text): return c(" t=\"d\"", v(text))
    }
  }

  private static func address(_ row: Int, _ column: Int) -> String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return "\(letters)\(row + 1)"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
      .replacing("\r", with: "_x000D_")
  }
}

/// An archive in memory.
public func zip(_ parts: [String: [UInt8]]) -> [UInt8] {
  guard let source = zip_source_buffer_create(nil, 0, 0, nil),
    let archive = zip_open_from_source(source, ZIP_CREATE | ZIP_TRUNCATE, nil)
  else { return [] }
  zip_source_keep(source)
  defer { zip_source_free(source) }
  let sorted = parts.sorted { $0.key < $1.key }
  let buffers = sorted.map { part in
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, part.value.count))
    _ = buffer.initialize(from: part.value)
    return buffer
  }
  defer { for buffer in buffers { buffer.deallocate() } }
  for ((name, bytes), buffer) in Swift.zip(sorted, buffers) {
    guard let data = zip_source_buffer(archive, buffer.baseAddress, UInt64(bytes.count), 0) else { return [] }
    zip_file_add(archive, name, data, ZIP_FL_ENC_UTF_8)
  }
  guard zip_close(archive) == 0, zip_source_open(source) == 0 else { return [] }
  defer { zip_source_close(source) }
  zip_source_seek(source, 0, SEEK_END)
  let count = Int(zip_source_tell(source))
  zip_source_seek(source, 0, SEEK_SET)
  var bytes = [UInt8](repeating: 0, count: count)
  zip_source_read(source, &bytes, UInt64(count))
  return bytes
}

private let SEEK_SET: Int32 = 0
private let SEEK_END: Int32 = 2
