import CXlsxSys
import Foundation

/// Writes workbooks with libxlsxwriter.
enum XlsxWriterBook {
  struct Failed: Error {}

  /// - Parameter keepsNothing: the library's way for large workbooks, with the texts within the cells.
  static func write(_ maker: WorkbookMaker, to path: String, keepsNothing: Bool) throws {
    var options = lxw_workbook_options()
    options.constant_memory = keepsNothing ? 1 : 0
    guard let book = workbook_new_opt(path, &options) else { throw Failed() }
    let formats = Dictionary(
      uniqueKeysWithValues: WorkbookMaker.Format.allCases.map { format in
        let made = workbook_add_format(book)
        format_set_num_format(made, format.written)
        return (format, made)
      })
    let plain = workbook_add_format(book)
    for given in maker.sheets {
      let sheet = workbook_add_worksheet(book, given.name)
      if given.state == "hidden" { worksheet_hide(sheet) }
      for area in given.merges { merge(area, sheet, plain) }
      for (row, cells) in given.rows.enumerated() {
        for (column, cell) in cells.enumerated() {
          write(cell, sheet, lxw_row_t(row), lxw_col_t(column), formats, plain)
        }
      }
    }
    guard workbook_close(book).rawValue == 0 else { throw Failed() }
  }

  private typealias Formats = [WorkbookMaker.Format: UnsafeMutablePointer<lxw_format>?]

  private static func write(
    _ cell: WorkbookMaker.Cell, _ sheet: UnsafeMutablePointer<lxw_worksheet>?, _ row: lxw_row_t, _ column: lxw_col_t,
    _ formats: Formats, _ plain: UnsafeMutablePointer<lxw_format>?
  ) {
    switch cell {
    case .blank: break
    case .styled: worksheet_write_blank(sheet, row, column, plain)
    case .shared(let text), .inline(let text): worksheet_write_string(sheet, row, column, text, nil)
    case .rich(let runs): writeRich(runs, sheet, row, column, plain)
    case .number(let number, let format):
      worksheet_write_number(sheet, row, column, Double(number) ?? 0, formats[format] ?? nil)
    case .formula(let formula, let value):
      worksheet_write_formula_num(sheet, row, column, "=\(formula)", nil, value.flatMap { Double($0) } ?? 0)
    case .formulaText(let text): worksheet_write_formula_str(sheet, row, column, "=\"\(text)\"", nil, text)
    case .boolean(let holds): worksheet_write_boolean(sheet, row, column, holds ? 1 : 0, nil)
    case .error(let text): worksheet_write_formula_str(sheet, row, column, "=NA()", nil, text)
    case .isoDate(let text):
      let parts = text.split { "-T:".contains($0) }.compactMap { Int32($0) }
      guard parts.count >= 3 else { return }
      var day = lxw_datetime(year: parts[0], month: parts[1], day: parts[2], hour: 0, min: 0, sec: 0)
      worksheet_write_datetime(sheet, row, column, &day, formats[.date] ?? nil)
    }
  }

  private static func writeRich(
    _ runs: [String], _ sheet: UnsafeMutablePointer<lxw_worksheet>?, _ row: lxw_row_t, _ column: lxw_col_t,
    _ format: UnsafeMutablePointer<lxw_format>?
  ) {
    let texts = runs.map { strdup($0) }
    defer { for text in texts { free(text) } }
    var parts = texts.map { lxw_rich_string_tuple(format: format, string: $0) }
    parts.withUnsafeMutableBufferPointer { parts in
      var list: [UnsafeMutablePointer<lxw_rich_string_tuple>?] = parts.indices.map { parts.baseAddress! + $0 } + [nil]
      worksheet_write_rich_string(sheet, row, column, &list, nil)
    }
  }

  /// `B2:B4`; the cells are written afterwards.
  private static func merge(
    _ area: String, _ sheet: UnsafeMutablePointer<lxw_worksheet>?, _ format: UnsafeMutablePointer<lxw_format>?
  ) {
    let corners = area.split(separator: ":").map { corner in
      (
        row: lxw_row_t((Int(corner.drop { $0.isLetter }) ?? 1) - 1),
        column: lxw_col_t(
          corner.prefix { $0.isLetter }.unicodeScalars.reduce(0) { $0 * 26 + Int($1.value) - 64 } - 1)
      )
    }
    guard let first = corners.first, let last = corners.last else { return }
    worksheet_merge_range(sheet, first.row, first.column, last.row, last.column, "", format)
  }
}
