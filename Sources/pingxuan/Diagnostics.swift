import Diagnostics

/// What the command itself can say, beside what it is asked for.
extension Message {
  static let unwritable = Message(
    "PX9001", .error, zh: "无法写入“{path}”：{cause_zh}", en: "cannot write “{path}”: {cause_en}")
  static let outputFailed = Message(
    "PX9002", .error, zh: "无法写出结果：{cause_zh}", en: "cannot write the results: {cause_en}")

  static let nothingToCheck = Message(
    "PX9003", .error, zh: "“{paths}”里没有 .yaml 文件，没有可查的",
    en: "there are no .yaml files in “{paths}”, and nothing to check")
  static let noTestCases = Message(
    "PX9018", .error, zh: "“{path}”里没有测试用例（.xml）", en: "there are no test cases (.xml) in “{path}”")
  static let noScenarios = Message(
    "PX9050", .error, zh: "“{paths}”里没有流程场景（scenarios）", en: "there are no scenarios in “{paths}”")
  static let noSuchScenario = Message(
    "PX9051", .error, zh: "没有编号为“{id}”的场景", en: "there is no scenario “{id}”")
  static let severalNominees = Message(
    "PX9004", .error, zh: "有 {count} 名申报对象叫“{name}”：{ids_zh}；请用编号指明一名",
    en: "{count} nominees are called “{name}”: {ids_en}; name one of them by its number")

  static let noSuchNominee = Message(
    "PX9005", .error, zh: "没有“{name}”这名申报对象{hint_zh}", en: "there is no nominee “{name}”{hint_en}")

  // MARK: - Usage

  static let missingArgument = Message(
    "PX9010", .error, zh: "用法有误：缺少“{name}”", en: "wrong usage: “{name}” is missing")
  static let missingValue = Message(
    "PX9011", .error, zh: "用法有误：“{name}”后面缺少值", en: "wrong usage: “{name}” is given without a value")
  static let unknownOption = Message(
    "PX9012", .error, zh: "用法有误：没有“{name}”这个选项{hint_zh}", en: "wrong usage: there is no option “{name}”{hint_en}")
  static let invalidValue = Message(
    "PX9013", .error, zh: "用法有误：“{value}”不能作“{name}”的值{choices_zh}",
    en: "wrong usage: “{value}” is no value for “{name}”{choices_en}")
  static let unexpectedArgument = Message(
    "PX9014", .error, zh: "用法有误：多出了“{name}”", en: "wrong usage: “{name}” is not expected")
  static let wrongUsage = Message("PX9015", .error, zh: "用法有误：{sentence}", en: "wrong usage: {sentence}")
  static let unknownCommand = Message(
    "PX9019", .error, zh: "用法有误：“{command}”没有子命令“{name}”，有的是：{names_zh}",
    en: "wrong usage: “{command}” has no subcommand “{name}”; it has: {names_en}")
  static let noVerb = Message(
    "PX9027", .error, zh: "用法有误：没有写办什么动作；可以写的动作如下",
    en: "wrong usage: it does not say what is done; these are the acts that there are")
  static let oneExpression = Message(
    "PX9016", .error, zh: "用法有误：请给出一个表达式，或用 --batch 给出文件",
    en: "wrong usage: give one expression, or a file with --batch")
  static let badTrial = Message(
    "PX9017", .error, zh: "用法有误：--set 应写成“字段=值”，不是“{value}”",
    en: "wrong usage: --set must be written as “field=value”, not “{value}”")

  static let badInstant = Message(
    "PX9023", .error, zh: "用法有误：时间应写成 2025-12-01T09:00 或 2025-12-01，不是“{value}”",
    en: "wrong usage: a time is written 2025-12-01T09:00 or 2025-12-01, not “{value}”")
  static let badPair = Message(
    "PX9021", .error, zh: "用法有误：应写成“键=值”，不是“{value}”",
    en: "wrong usage: it must be written as “key=value”, not “{value}”")
  static let emptyBallot = Message(
    "PX9024", .error, zh: "标准输入里没有票，什么也没有投出；空白票请写 []",
    en: "there is no ballot on standard input; nothing was cast. A blank one is written []")
  static let inTheFuture = Message(
    "PX9025", .error, zh: "{value} 还没有到：记录只写已经发生的事",
    en: "{value} is yet to come: the record holds only what has happened")
  static let notAProgram = Message(
    "PX9026", .error, zh: "用法有误：“{name}”不是可以运行的程序，没有送出任何消息",
    en: "wrong usage: “{name}” is no program that can be run; no message was delivered")
  static let endlessQuestions = Message(
    "PX9022", .error, zh: "内部错误：流程在“{act}”处反复询问，什么也没有记下",
    en: "internal error: the workflow asks without end at “{act}”; nothing was recorded")
  static let unexpectedFault = Message(
    "PX9028", .error, zh: "内部错误：{fault}", en: "internal error: {fault}")
  static let unreadableBallot = Message(
    "PX9029", .error, zh: "票读不懂，没有投出（写了什么不再显示）：choice 可以是 yes、no、abstain，names 写成 [编号, 编号]，marks 写成 {编号: yes}",
    en:
      "the ballot cannot be read and was not cast (what it said is not shown): a choice is yes, no or abstain, names are written [id, id], marks {id: yes}"
  )
  static let ballotInHistory = Message(
    "PX9030", .warning, zh: "这是无记名投票，而票写在命令行里，会留在终端的历史中：请清除那一行，以后写 --choice -，票从标准输入给",
    en:
      "this ballot is secret, but it was given on the command line, which a shell keeps in its history: remove that line, and next time write --choice - and give it on standard input"
  )
  static let badHead = Message(
    "PX9033", .error, zh: "用法有误：--head 应是 audit verify 打印的末条指纹（sha256: 加 64 位），不是“{value}”",
    en: "wrong usage: --head takes the last hash as audit verify prints it (sha256: and 64 digits), not “{value}”")
  static let badID = Message(
    "PX9034", .error, zh: "用法有误：“{value}”不能作评选的编号：不能空着，也不能换行",
    en: "wrong usage: “{value}” cannot be the id of a round: it is neither empty nor longer than a line")
  static let amendsOneThing = Message(
    "PX9036", .error, zh: "用法有误：写 --workflow 启用新版流程，或写 --calendars 补充日历，二者之一",
    en: "wrong usage: give --workflow to deploy a new version, or --calendars to add years, one of them")
  static let packetHalfGiven = Message(
    "PX9037", .error, zh: "用法有误：--rules 和 --records 要一起写，或都不写而取案卷库里的一轮",
    en: "wrong usage: give --rules and --records together, or neither for a round of the store")
  static let lastHalfGiven = Message(
    "PX9038", .error, zh: "用法有误：--last-rules 和 --last-records 要一起写",
    en: "wrong usage: --last-rules and --last-records go together")
  static let earlierWithoutRules = Message(
    "PX9060", .error, zh: "用法有误：--earlier 要和 --rules、--records 一起写；案卷库里的一轮，登记册在开启时就已存下",
    en:
      "wrong usage: --earlier goes with --rules and --records; a round of the store keeps the registers that it was opened with"
  )
  static let otherHalfGiven = Message(
    "PX9061", .error, zh: "用法有误：--other-rules 和 --other-records 要一起写",
    en: "wrong usage: --other-rules and --other-records go together")
  static let twoIDs = Message(
    "PX9035", .error, zh: "用法有误：--id 写的是“{id}”，--round 写的是“{round}”，只写一个",
    en: "wrong usage: --id says “{id}” and --round says “{round}”; give one of them")
  static let badDay = Message(
    "PX9031", .error, zh: "用法有误：“{value}”不是日期；请写成 2025-12-01",
    en: "wrong usage: “{value}” is no day; write 2025-12-01")
  static let badPin = Message(
    "PX9032", .error, zh: "用法有误：--at 应写成“环节=日期”，不是“{value}”",
    en: "wrong usage: --at must be written as “stage=day”, not “{value}”")
  static let recordsNeedRules = Message(
    "PX9045", .error, zh: "“{path}”是申报记录，要按规则来查：请加 --rules 规则文件",
    en: "“{path}” holds records, which are checked by their rules: add --rules FILE")

  static let allCommandMessages: [Message] = [
    recordsNeedRules, unwritable, outputFailed, nothingToCheck, noTestCases, noScenarios, noSuchScenario,
    severalNominees, noSuchNominee,
    missingArgument, missingValue, unknownOption, invalidValue, unexpectedArgument, wrongUsage, unknownCommand, noVerb,
    oneExpression, badTrial, badInstant, badPair, emptyBallot, inTheFuture, notAProgram, endlessQuestions,
    unexpectedFault, unreadableBallot, ballotInHistory, badHead, badID, twoIDs, amendsOneThing, packetHalfGiven,
    lastHalfGiven, earlierWithoutRules, otherHalfGiven,
    badDay, badPin,
  ]
}
