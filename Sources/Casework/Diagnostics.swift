public import Diagnostics

extension Message {
  public static let checkFailed = Message(
    "PX7001", .error, zh: "“{record}”自相矛盾，不符合校验 {id}“{check}”",
    en: "“{record}” contradicts itself: check {id} “{check}” fails")
  public static let unreadable = Message(
    "PX7002", .error, zh: "无法读取“{path}”：{cause_zh}", en: "cannot read “{path}”: {cause_en}")

  public static let unknownFormat = Message(
    "PX7003", .error, zh: "看不出“{path}”是什么格式：应为 .yaml、.json、.ndjson 或 .csv",
    en: "cannot tell the format of “{path}”: .yaml, .json, .ndjson or .csv is expected")
  public static let namesExpected = Message(
    "PX7006", .error, zh: "这里应当是“名称: 值”的一组字段", en: "a set of “name: value” fields is expected here")
  public static let noCalendar = Message(
    "PX7007", .error, zh: "找不到日历文件：{path}", en: "there is no calendar file: {path}")
  public static let unknownRequestKey = Message(
    "PX7020", .error, zh: "这一行只能写 id、expression、context，不能写“{name}”",
    en: "a line holds id, expression and context, not “{name}”")
  public static let noExpression = Message(
    "PX7021", .error, zh: "这一行没有表达式（expression）", en: "the line has no expression (expression)")
  public static let unknownDecision = Message(
    "PX7022", .error, zh: "模型中没有名为“{name}”的决策，有的是：{names_zh}",
    en: "the model has no decision “{name}”; it has: {names_en}")
  static let unknownZone = Message(
    "PX7010", .error, zh: "没有名为“{zone}”的时区；中国写 Asia/Shanghai",
    en: "there is no time zone “{zone}”; for China write Asia/Shanghai")
  static let twoCalendars = Message(
    "PX7011", .error, zh: "{year} 年有两份日历", en: "there are two calendars for {year}")
  static let textLikeDate = Message(
    "PX7012", .hint, zh: "“{name}”在这里是一段文字，不是日期；要作日期，写成 @\"{text}\"",
    en: "“{name}” is a text here, not a date; for a date write @\"{text}\"")
  public static let otherAward = Message(
    "PX7008", .error, zh: "这个文件是“{text}”的，规则却是“{own}”的",
    en: "this file belongs to “{text}”, but the rules to “{own}”")
  public static let otherEdition = Message(
    "PX7009", .error, zh: "这个文件是 {text} 年度的，规则却是 {own} 年度的；应按申报时的规则评审",
    en: "this file belongs to {text}, but the rules to {own}; a nominee is judged by the rules of its own year")

  // MARK: - A workflow and the rules that it runs with

  static let workflowOfOtherAward = Message(
    "PX7120", .error, zh: "这份流程是“{text}”的，规则却是“{own}”的",
    en: "this is the workflow of “{text}”, but the rules are those of “{own}”")
  static let unknownParameter = Message(
    "PX7121", .error, zh: "规则文件里没有名为“{name}”的参数", en: "the rule file has no parameter “{name}”")
  static let parameterNoCount = Message(
    "PX7122", .error, zh: "参数“{name}”不是整数，不能作人数", en: "the parameter “{name}” is no whole number and counts nobody")
  static let noSuchField = Message(
    "PX7123", .error, zh: "规则文件的记录里没有名为“{name}”的字段", en: "the records of the rule file have no field “{name}”")
  static let fieldForScores = Message(
    "PX7124", .error, zh: "字段“{name}”放不下各位专家的评分：它不是数的列表",
    en: "the field “{name}” cannot hold the judges' scores: it is no list of numbers")
  static let fieldForShare = Message(
    "PX7125", .error, zh: "字段“{name}”放不下百分比：它不是数",
    en: "the field “{name}” cannot hold a share in per cent: it is no number")
  static let dropsTooFew = Message(
    "PX7126", .error, zh: "规则 {item} 去掉一个最高分、一个最低分，highest 和 lowest 都应写 1",
    en: "the rule {item} leaves out one highest and one lowest score; write 1 for both, highest and lowest")
  static let dropsTooMany = Message(
    "PX7128", .error, zh: "规则 {item} 不去掉任何评分，这里不能写 drop",
    en: "the rule {item} leaves out no score; there is nothing to drop here")
  static let otherMinimum = Message(
    "PX7127", .error, zh: "有效评委 {count} 名即可评分，而规则 {item} 要求不少于 {needed} 名",
    en: "{count} valid scores would do here, but the rule {item} asks for at least {needed}")

  // MARK: - Nominations and records

  static let nominationWithoutRecord = Message(
    "PX7130", .error, zh: "提名了“{name}”，申报记录里却没有这一份", en: "“{name}” is nominated, but has no record")
  static let recordWithoutNomination = Message(
    "PX7131", .error, zh: "申报记录“{name}”没有提名：经办记录的 nominations 里没有它",
    en: "the record “{name}” is nobody's: the acts do not nominate it")
  static let recordRefused = Message(
    "PX7132", .error, zh: "“{case}”的申报记录已被拒收，这一件没有开始；请先改正记录",
    en: "the record of “{case}” was refused, so the case never began; correct the record first")
  static let nobodyToStart = Message(
    "PX7133", .error, zh: "提名的记录全部被拒收，本轮不能开始",
    en: "all records that are nominated were refused; there is nobody to begin with")
  static let unchangeable = Message(
    "PX7134", .error, zh: "“{field}”已经填报，申报人不得更改为 {text}",
    en: "“{field}” has been given already; the applicant cannot change it to {text}")

  // MARK: - Calendars

  static let beyondCalendars = Message(
    "PX7140", .warning, zh: "日历收录到 {year} 年：此后的期限和公示截止日都是暂定，不触发任何事，不得据以发布正式公告；补上日历后自动重算",
    en:
      "the calendars end with {year}: deadlines and notices beyond are provisional and fire nothing; add the calendar, and they are reckoned anew"
  )
}

extension Message {
  // MARK: - Planning

  static let noSuchStage = Message(
    "PX7150", .error, zh: "流程里没有名为“{name}”的环节", en: "the workflow has no stage “{name}”")
  static let startsOnRestDay = Message(
    "PX7151", .warning, zh: "{day} 不上班，通知和公示不在休息日发布；改从 {next} 起推算",
    en: "{day} is a rest day, on which nothing is published; the plan begins on {next}")
  static let planBeyondCalendars = Message(
    "PX7152", .warning, zh: "没有收录 {years_zh} 年的日历：落在其中的日期按周一至周五推算，都是暂定，不得写进正式公告",
    en:
      "there is no calendar for {years_en}: days in it are reckoned from Monday to Friday and provisional; publish none of them"
  )
}

extension Phrase {
  static let nearestStage = Phrase(zh: "是不是“{name}”？", en: "did you mean “{name}”?")
  static let otherCalendar = Phrase(zh: "另一份写在这里", en: "the other one stands here")
  static let fileAbsent = Phrase(zh: "不存在", en: "there is no such file or folder")
  static let folderAbsent = Phrase(zh: "所在的文件夹不存在", en: "its folder does not exist")
  static let fileIsFolder = Phrase(zh: "这是一个文件夹", en: "it is a folder")
  static let fileIsNoFolder = Phrase(zh: "路径中有一段不是文件夹", en: "a part of the path is no folder")
  static let fileForbidden = Phrase(zh: "没有权限", en: "permission denied")
  static let fileReadOnly = Phrase(zh: "所在的磁盘只读", en: "the disk is read-only")
  static let fileFull = Phrase(zh: "磁盘已满，或超过大小限制", en: "the disk is full, or a limit is reached")
  static let fileClosed = Phrase(zh: "输出已经关闭", en: "the output is closed")
  static let fileOther = Phrase(zh: "系统错误 {number}", en: "system error {number}")
}

public let allCaseworkMessages: [Message] = [
  .checkFailed, .unreadable, .unknownFormat, .namesExpected, .noCalendar, .unknownZone, .twoCalendars, .textLikeDate,
  .otherAward, .otherEdition,
  .unknownRequestKey, .noExpression, .unknownDecision,
  .workflowOfOtherAward, .unknownParameter, .parameterNoCount, .noSuchField, .fieldForScores, .fieldForShare,
  .dropsTooFew,
  .dropsTooMany, .otherMinimum, .nominationWithoutRecord, .recordWithoutNomination, .recordRefused, .nobodyToStart,
  .unchangeable,
  .beyondCalendars, .noSuchStage, .startsOnRestDay, .planBeyondCalendars,
]
