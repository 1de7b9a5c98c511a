public import Diagnostics

extension Type {
  /// What it is called: in Chinese in words, in English as FEEL writes it.
  public var phrase: Phrase { Phrase(zh: chinese, en: description) }

  private var chinese: String {
    switch self {
    case .any: "任意的值"
    case .null: "空值"
    case .boolean: "是否"
    case .number: "数"
    case .string, .enumeration: "文字"
    case .date: "日期"
    case .time: "时间"
    case .dateTime: "日期和时间"
    case .daysDuration: "天数时长"
    case .yearsDuration: "年月时长"
    case .list(.any): "列表"
    case .list(let element): "\(element.chinese)的列表"
    case .range(.any): "区间"
    case .range(let element): "\(element.chinese)的区间"
    case .context: "一组字段"
    case .function: "函数"
    }
  }
}
