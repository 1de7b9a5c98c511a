import Diagnostics
import FEEL
import Rules

/// What a form says about its columns.
struct FormWords {
  let language: Language

  init(_ language: Language) { self.language = language }

  var guideName: String { "填表说明" }

  var guideTitles: [String] {
    language == .zh
      ? ["工作表", "列", "必填", "填什么", "可选值或范围", "含义", "用在哪里"]
      : ["Sheet", "Column", "Required", "What to write", "Choices or range", "Meaning", "Used by"]
  }

  var guideLines: [String] {
    language == .zh
      ? [
        "一行填一个对象，列名不要改；带 * 的必填。", "“没有”填 无；空着就是没有填，两者不同。",
        "列表（荣誉、协议之类）填在同名的工作表里，每行一项，并写明是谁的；一项也没有的，在第一张表的那一列填 无。", "日期填 2025-03-01；号码的单元格已设为文本，不要改。",
      ]
      : [
        "One row for each nominee; leave the titles as they are. A * means: must be filled in.",
        "Where there is none, write 无; an empty cell means that it was not filled in, which is something else.",
        "Lists have a sheet of their own, one entry a row, with whose it is; where there is no entry at all, write 无 in the column of the first sheet.",
        "Write dates like 2025-03-01. Cells for numbers with a check digit are text: leave them so.",
      ]
  }

  var errorTitle: String { language == .zh ? "请核对" : "Please check" }

  func error(_ rule: FormValidation) -> String {
    let zh = language == .zh
    switch rule {
    case .choices, .area: return zh ? "请从下拉中选一个。" : "Choose one of the list."
    case .number: return zh ? "这里填一个数，要在允许的范围内；没有填 无。" : "A number within its range belongs here, or 无."
    case .day: return zh ? "这里填日期，如 2025-03-01；没有填 无。" : "A date like 2025-03-01 belongs here, or 无."
    case .length(let count): return zh ? "应有 \(count) 位，请核对。" : "It must have \(count) characters."
    }
  }

  func isRequired(_ field: Field?) -> String {
    field?.requirement == .required ? (language == .zh ? "是" : "yes") : ""
  }

  /// What to write.
  func kind(_ column: FormColumn) -> String {
    let zh = language == .zh
    switch column.content {
    case .number: return zh ? "对象的编号，各不相同" : "the nominee’s number, each another"
    case .owner(let field): return zh ? "是谁的：与第一张表的“\(field.name)”相同" : "whose it is: as in the first sheet"
    case .listColumn(let field):
      return zh ? "没有填 无；有的填在工作表“\(field.name)”" : "无 if there is none; otherwise use the sheet “\(field.name)”"
    case .inCell: return zh ? "写成 [{名称: 甲}, {名称: 乙}]，没有填 无" : "write it like [{name: a}, {name: b}], and 无 if none"
    case .field(let field), .part(_, let field), .component(_, let field):
      let unit = field.unit.map { zh ? "，单位 \($0)，只写数" : ", in \($0), the number alone" } ?? ""
      return kind(field) + unit
    }
  }

  private func kind(_ field: Field) -> String {
    let zh = language == .zh
    switch (field.shape, field.format) {
    case (.string, .residentID): return zh ? "公民身份号码，18 位" : "a resident number, 18 characters"
    case (.string, .creditCode): return zh ? "统一社会信用代码，18 位" : "a credit code, 18 characters"
    case (.string, .mobile): return zh ? "手机号，11 位" : "a mobile number, 11 digits"
    case (.string, _): return field.oneOf == nil ? (zh ? "文字" : "a text") : (zh ? "从下拉中选" : "choose one")
    case (.boolean, _): return zh ? "是 或 否" : "是 (yes) or 否 (no)"
    case (.integer, _): return zh ? "整数" : "a whole number"
    case (.number, _): return zh ? "数" : "a number"
    case (.date, _): return zh ? "日期" : "a date"
    case (.list, _): return zh ? "写成 [甲, 乙]，没有填 无" : "write it like [a, b], and 无 if there is none"
    case (.record, _): return zh ? "写成 {名称: 甲}，没有填 无" : "write it like {name: a}, and 无 if there is none"
    }
  }

  func choices(_ field: Field?) -> String {
    guard let field else { return "" }
    if let choices = field.oneOf { return choices.joined(separator: language == .zh ? "、" : ", ") }
    return field.range?.text ?? ""
  }

  /// The remark at a title: what to write, what it means, which clauses go by it.
  func remark(_ column: FormColumn) -> String {
    var lines = [kind(column)]
    let choices = choices(column.field)
    if !choices.isEmpty {
      lines.append((language == .zh ? "可选值或范围：" : "Choices or range: ") + choices.shortened(to: 120))
    }
    if let note = column.field?.note { lines.append(note) }
    if !column.clauses.isEmpty {
      lines.append(language == .zh ? "用在：" : "Used by:")
      lines += column.clauses.prefix(6)
      if column.clauses.count > 6 { lines.append("……") }
    }
    return lines.joined(separator: "\n")
  }
}
