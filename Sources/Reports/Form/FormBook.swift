import CXlsxSys
import Casework
import Foundation

/// A workbook that is being written, by libxlsxwriter.
final class FormBook {
  private let book: UnsafeMutablePointer<lxw_workbook>
  private var formats: [FormStyle: UnsafeMutablePointer<lxw_format>] = [:]

  init(_ path: String) throws(FileFault) {
    book = try NewWorkbook.create(path)
    for style in FormStyle.allCases { formats[style] = format(style) }
  }

  func addSheet(_ name: String) -> FormPage { FormPage(workbook_add_worksheet(book, name), formats) }

  func close() throws(FileFault) {
    guard workbook_close(book).rawValue == 0 else { throw .other(EIO) }
  }

  private func format(_ style: FormStyle) -> UnsafeMutablePointer<lxw_format>? {
    let format = workbook_add_format(book)
    switch style {
    case .plain: break
    case .text: format_set_num_format(format, "@")
    case .date: format_set_num_format(format, "yyyy-mm-dd")
    case .title, .required:
      format_set_bold(format)
      format_set_text_wrap(format)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_bg_color(format, style == .required ? 0xFDE9D9 : 0xDCE6F1)
    }
    return format
  }
}

/// A sheet of it.
struct FormPage {
  private let sheet: UnsafeMutablePointer<lxw_worksheet>?
  private let formats: [FormStyle: UnsafeMutablePointer<lxw_format>]

  init(
    _ sheet: UnsafeMutablePointer<lxw_worksheet>?, _ formats: [FormStyle: UnsafeMutablePointer<lxw_format>]
  ) {
    self.sheet = sheet
    self.formats = formats
  }

  func setColumn(_ column: Int, width: Int, _ style: FormStyle) {
    let index = lxw_col_t(column)
    worksheet_set_column(sheet, index, index, Double(width), formats[style])
  }

  func write(_ text: String, _ row: Int, _ column: Int, _ style: FormStyle) {
    worksheet_write_string(sheet, lxw_row_t(row), lxw_col_t(column), text, formats[style])
  }

  func write(_ cell: FormCell, _ row: Int, _ column: Int, _ style: FormStyle) {
    let (line, place) = (lxw_row_t(row), lxw_col_t(column))
    switch cell {
    case .blank: break
    case .text(let text): write(text, row, column, style == .plain ? .text : style)
    case .number(let number): worksheet_write_number(sheet, line, place, number, formats[style])
    case .day(let day): worksheet_write_number(sheet, line, place, Double(day + 25_569), formats[.date])
    }
  }

  func remark(_ text: String, _ row: Int, _ column: Int) {
    var options = lxw_comment_options()
    options.x_scale = 2.2
    options.y_scale = 2
    worksheet_write_comment_opt(sheet, lxw_row_t(row), lxw_col_t(column), text, &options)
  }

  func freeze(rows: Int, columns: Int) { worksheet_freeze_panes(sheet, lxw_row_t(rows), lxw_col_t(columns)) }

  func hide() { worksheet_hide(sheet) }

  /// Of what is no choice a spreadsheet only warns, for 无 may be written there.
  func validate(_ column: Int, rows: ClosedRange<Int>, _ rule: FormValidation, _ words: FormWords) {
    var validation = lxw_data_validation()
    validation.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue)
    var strings: [UnsafeMutablePointer<CChar>?] = []
    defer { for string in strings { free(string) } }
    func keep(_ text: String) -> UnsafeMutablePointer<CChar>? {
      strings.append(strdup(text))
      return strings.last ?? nil
    }
    validation.error_title = keep(words.errorTitle)
    validation.error_message = keep(words.error(rule))
    switch rule {
    case .choices(let choices):
      validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      validation.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_STOP.rawValue)
      var list = choices.map(keep) + [nil]
      list.withUnsafeMutableBufferPointer { list in
        validation.value_list = list.baseAddress
        apply(&validation, column, rows)
      }
      return
    case .area(let area):
      validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      validation.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_STOP.rawValue)
      validation.value_formula = keep(area)
    case .number(let lower, let upper, let isWhole):
      let type = isWhole ? LXW_VALIDATION_TYPE_INTEGER : LXW_VALIDATION_TYPE_DECIMAL
      validation.validate = UInt8(type.rawValue)
      limit(&validation, lower ?? -1e12, upper ?? 1e12)
    case .day(let lower, let upper):
      validation.validate = UInt8(LXW_VALIDATION_TYPE_DATE_NUMBER.rawValue)
      limit(&validation, lower ?? 1, upper ?? 2_958_465)
    case .length(let count):
      validation.validate = UInt8(LXW_VALIDATION_TYPE_LENGTH.rawValue)
      validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_EQUAL_TO.rawValue)
      validation.value_number = Double(count)
    }
    apply(&validation, column, rows)
  }

  private func limit(_ validation: inout lxw_data_validation, _ lower: Double, _ upper: Double) {
    validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
    validation.minimum_number = lower
    validation.maximum_number = upper
  }

  private func apply(_ validation: inout lxw_data_validation, _ column: Int, _ rows: ClosedRange<Int>) {
    worksheet_data_validation_range(
      sheet, lxw_row_t(rows.lowerBound), lxw_col_t(column), lxw_row_t(rows.upperBound), lxw_col_t(column), &validation)
  }
}
