/// Where the cells of a workbook stand in the text that stands for it: each row a line, its cells between separators.
public struct Grid: Sendable {
  /// What stands between two cells: U+2502.
  public static let separator: [UInt8] = [0xE2, 0x94, 0x82]

  /// A line of the text: one row of a sheet.
  public struct Line: Sendable {
    /// Index among `sheets`.
    public let sheet: UInt32
    /// As the spreadsheet numbers it, from 1.
    public let row: UInt32

    public init(sheet: Int, row: Int) {
      self.sheet = UInt32(clamping: sheet)
      self.row = UInt32(clamping: row)
    }
  }

  public let sheets: [String]
  public let lines: [Line]

  public init(sheets: [String], lines: [Line]) {
    self.sheets = sheets
    self.lines = lines
  }

  func cell(at offset: Int, in source: Source) -> GridCell? {
    let number = source.position(at: offset).line
    guard lines.indices.contains(number - 1) else { return nil }
    let line = lines[number - 1]
    let start = source.start(ofLine: number)
    var column = 0
    var index = start
    let end = min(offset, source.bytes.count)
    while index + 2 < end {
      if source.bytes[index] == 0xE2, source.bytes[index + 1] == 0x94, source.bytes[index + 2] == 0x82 {
        column += 1
        index += 3
      } else {
        index += 1
      }
    }
    return GridCell(sheet: sheets[Int(line.sheet)], row: Int(line.row), column: column)
  }
}

/// A cell of a workbook, for people.
public struct GridCell: Sendable, Hashable, CustomStringConvertible {
  public let sheet: String
  /// From 1.
  public let row: Int
  /// From 0.
  public let column: Int

  public init(sheet: String, row: Int, column: Int) {
    self.sheet = sheet
    self.row = row
    self.column = column
  }

  /// `B7`
  public var address: String { GridCell.letters(of: column) + "\(row)" }

  /// `企业!B7`
  public var description: String { "\(sheet)!\(address)" }

  /// `A` for 0, `AA` for 26.
  public static func letters(of column: Int) -> String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}
