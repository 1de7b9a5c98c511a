import CXlsxSys
import Casework
import Diagnostics
import Foundation

/// Writes a book as an .xlsx file to be printed on A4 across, by libxlsxwriter.
struct BookFile {
  let book: Book

  func write(to path: String) throws(FileFault) {
    let file = try NewWorkbook.create(path)
    let styles = Styles(file)
    for sheet in book.sheets { write(sheet, file, styles) }
    guard workbook_close(file).rawValue == 0 else { throw .other(EIO) }
  }

  private func write(_ sheet: Book.Sheet, _ file: UnsafeMutablePointer<lxw_workbook>, _ styles: Styles) {
    let page = workbook_add_worksheet(file, sheet.name)
    let last = lxw_col_t(max(0, sheet.header.count - 1))
    worksheet_set_landscape(page)
    worksheet_set_paper(page, 9)
    worksheet_fit_to_pages(page, 1, 0)
    worksheet_repeat_rows(page, 0, 1)
    worksheet_freeze_panes(page, 2, 0)
    worksheet_set_footer(page, "&C&P / &N")
    if sheet.header.count > 1 {
      worksheet_merge_range(page, 0, 0, 0, last, sheet.title, styles.title)
    } else {
      worksheet_write_string(page, 0, 0, sheet.title, styles.title)
    }
    worksheet_set_row(page, 0, 30, nil)
    for (column, title) in sheet.header.enumerated() {
      worksheet_write_string(page, 1, lxw_col_t(column), title, styles.header)
    }
    for (column, width) in sheet.widths.enumerated() {
      worksheet_set_column(page, lxw_col_t(column), lxw_col_t(column), Double(width), nil)
    }
    worksheet_set_row(page, 1, height(sheet.header, sheet.widths), nil)
    for (row, cells) in sheet.rows.enumerated() {
      worksheet_set_row(page, lxw_row_t(row + 2), height(cells.map(\.shown), sheet.widths), nil)
      for (column, cell) in cells.enumerated() { write(cell, page, row + 2, column, styles) }
    }
    for (index, note) in sheet.notes.enumerated() {
      worksheet_write_string(page, lxw_row_t(sheet.rows.count + 3 + index), 0, note, nil)
    }
  }

  /// Points, so that the longest text shows whole: not every spreadsheet finds the height of wrapped lines itself.
  private func height(_ texts: [String], _ widths: [Int]) -> Double {
    let lines = zip(texts, widths).map { text, width in
      text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { max(1, (displayWidth(String($0)) + width - 1) / max(1, width - 1)) }.reduce(0, +)
    }
    return Double(min(26, lines.max() ?? 1)) * 15 + 4
  }

  private func write(
    _ cell: Book.Cell, _ page: UnsafeMutablePointer<lxw_worksheet>?, _ row: Int, _ column: Int, _ styles: Styles
  ) {
    let (line, place) = (lxw_row_t(row), lxw_col_t(column))
    // A link goes first: what is written afterwards takes its place as text, and leads on.
    if let link = cell.link {
      worksheet_write_url(page, line, place, "internal:'\(link.sheet)'!A\(link.row)", styles.text)
    }
    switch cell.content {
    case .blank: worksheet_write_blank(page, line, place, styles.text)
    case .text(let text): worksheet_write_string(page, line, place, text, cell.link == nil ? styles.text : styles.link)
    case .number(let number, let decimals):
      worksheet_write_number(page, line, place, number, styles.number(decimals, isLink: cell.link != nil))
    }
  }
}

/// How the cells of a book look.
private struct Styles {
  let title: UnsafeMutablePointer<lxw_format>?
  let header: UnsafeMutablePointer<lxw_format>?
  let text: UnsafeMutablePointer<lxw_format>?
  let link: UnsafeMutablePointer<lxw_format>?
  private let numbers: [UnsafeMutablePointer<lxw_format>?]
  private let linkedNumbers: [UnsafeMutablePointer<lxw_format>?]

  /// More decimals than that no table shows.
  private static let mostDecimals = 4

  init(_ file: UnsafeMutablePointer<lxw_workbook>) {
    func make(_ body: (UnsafeMutablePointer<lxw_format>?) -> Void) -> UnsafeMutablePointer<lxw_format>? {
      let format = workbook_add_format(file)
      format_set_text_wrap(format)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
      body(format)
      return format
    }
    func blue(_ format: UnsafeMutablePointer<lxw_format>?) { format_set_font_color(format, 0x1F5FA8) }
    func framed(_ format: UnsafeMutablePointer<lxw_format>?) {
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
    }
    title = make {
      format_set_bold($0)
      format_set_font_size($0, 16)
      format_set_align($0, UInt8(LXW_ALIGN_CENTER.rawValue))
    }
    header = make {
      framed($0)
      format_set_bold($0)
      format_set_align($0, UInt8(LXW_ALIGN_CENTER.rawValue))
      format_set_bg_color($0, 0xDCE6F1)
    }
    text = make(framed)
    link = make {
      framed($0)
      blue($0)
    }
    func number(_ decimals: Int) -> String { decimals == 0 ? "0" : "0." + String(repeating: "0", count: decimals) }
    numbers = (0...Self.mostDecimals).map { decimals in
      make {
        framed($0)
        format_set_num_format($0, number(decimals))
      }
    }
    linkedNumbers = (0...Self.mostDecimals).map { decimals in
      make {
        framed($0)
        blue($0)
        format_set_num_format($0, number(decimals))
      }
    }
  }

  func number(_ decimals: Int, isLink: Bool) -> UnsafeMutablePointer<lxw_format>? {
    let place = min(max(0, decimals), Self.mostDecimals)
    return isLink ? linkedNumbers[place] : numbers[place]
  }
}
