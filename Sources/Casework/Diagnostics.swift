public import Diagnostics

extension Message {
  public static let checkFailed = Message(
    "PX7001", .error, zh: "“{record}”自相矛盾，不符合校验 {id}“{check}”",
    en: "“{record}” contradicts itself: check {id} “{check}” fails")
  public static let unreadable = Message(
    "PX7002", .error, zh: "无法读取文件“{path}”", en: "cannot read the file “{path}”")

  public static let unknownFormat = Message(
    "PX7003", .error, zh: "看不出“{path}”是什么格式：应为 .yaml、.json、.ndjson 或 .csv",
    en: "cannot tell the format of “{path}”: .yaml, .json, .ndjson or .csv is expected")
  public static let badDatum = Message(
    "PX7004", .error, zh: "“{value}”不是字段“{field}”的值", en: "“{value}” is no value of the field “{field}”")
  public static let unknownField = Message(
    "PX7005", .error, zh: "记录中没有名为“{field}”的字段", en: "the records have no field ‘{field}’")
  public static let namesExpected = Message(
    "PX7006", .error, zh: "这里应当是“名称: 值”的一组字段", en: "a set of ‘name: value’ fields is expected here")
  public static let noCalendar = Message(
    "PX7007", .error, zh: "找不到日历文件：{path}", en: "there is no calendar file: {path}")
  public static let unknownRequestKey = Message(
    "PX7020", .error, zh: "这一行只能写 id、expression、context，不能写“{name}”",
    en: "a line holds id, expression and context, not “{name}”")
  public static let noExpression = Message(
    "PX7021", .error, zh: "这一行没有表达式（expression）", en: "the line has no expression (expression)")
  public static let unknownDecision = Message(
    "PX7022", .error, zh: "模型中没有名为“{name}”的决策，有的是：{names}", en: "the model has no decision “{name}”; it has: {names}")
  public static let otherAward = Message(
    "PX7008", .error, zh: "这个文件是“{text}”的，规则却是“{own}”的",
    en: "this file belongs to “{text}”, but the rules to “{own}”")
  public static let otherEdition = Message(
    "PX7009", .error, zh: "这个文件是 {text} 年度的，规则却是 {own} 年度的；应按申报时的规则评审",
    en: "this file belongs to {text}, but the rules to {own}; a nominee is judged by the rules of its own year")
}

public let allCaseworkMessages: [Message] = [
  .checkFailed, .unreadable, .unknownFormat, .badDatum, .unknownField, .namesExpected,
  .noCalendar, .otherAward, .otherEdition, .unknownRequestKey, .noExpression, .unknownDecision,
]
