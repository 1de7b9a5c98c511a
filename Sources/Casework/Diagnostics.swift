public import Diagnostics

extension Message {
  static let markWithoutNames = Message(
    "PX7401", .error, zh: "这一行评分没有写评委或对象", en: "this row of scores names no judge, or no nominee")
  public static let checkFailed = Message(
    "PX7001", .error, zh: "“{record}”自相矛盾，不符合校验 {id}“{check}”",
    en: "“{record}” contradicts itself: check {id} “{check}” fails")
  public static let unreadable = Message(
    "PX7002", .error, zh: "无法读取“{path}”：{cause_zh}", en: "cannot read “{path}”: {cause_en}")

  public static let unknownFormat = Message(
    "PX7003", .error, zh: "看不出“{path}”是什么格式：应为 .xlsx、.csv、.yaml、.json 或 .ndjson",
    en: "cannot tell the format of “{path}”: .xlsx, .csv, .yaml, .json or .ndjson is expected")
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

// MARK: - Rounds in a store

extension Message {
  static let noSuchRound = Message(
    "PX7201", .error, zh: "案卷库里没有评选“{name}”，有的是：{names_zh}",
    en: "the store has no round “{name}”; it has: {names_en}")
  static let roundExists = Message(
    "PX7202", .error, zh: "评选“{name}”已经开启", en: "the round “{name}” was opened before")
  static let roundClosed = Message(
    "PX7203", .error, zh: "评选“{name}”已经结束，此后只有称号的动态管理",
    en: "the round “{name}” is closed; only its titles can still be looked after")
  static let roundGoesOn = Message(
    "PX7204", .error, zh: "评选“{name}”还有 {count} 名对象没有结果，不能结束；先办完，或带理由终止",
    en: "{count} nominees of the round “{name}” have no outcome yet; see to them first, or terminate them with a reason"
  )
  static let beforeLastAct = Message(
    "PX7205", .error, zh: "时间 {at} 早于已记录的最后一个动作（{last}）：记录只能往后写",
    en: "{at} lies before the last act on record ({last}): the record only goes forward")
  static let noSuchCase = Message(
    "PX7206", .error, zh: "评选“{round}”里没有案卷“{name}”", en: "the round “{round}” has no case “{name}”")
  static let caseInSeveralRounds = Message(
    "PX7207", .error, zh: "案卷“{name}”在几个评选里都有：{rounds_zh}；请用 --round 指明",
    en: "several rounds have a case “{name}”: {rounds_en}; say which with --round")
  static let severalRounds = Message(
    "PX7208", .error, zh: "案卷库里有几个评选：{rounds_zh}；请用 --round 指明",
    en: "the store has several rounds: {rounds_en}; say which with --round")
  static let emptyStore = Message(
    "PX7209", .error, zh: "案卷库里还没有评选；用 round open 开启一个", en: "the store has no round yet; round open opens one")
  static let calendarStands = Message(
    "PX7218", .error, zh: "这个评选已有 {year} 年的日历，不能由“{path}”换成另一份；期限已照它计算",
    en: "the round has a calendar for {year}, by which deadlines were reckoned; “{path}” cannot take its place")
  static let noNewCalendar = Message(
    "PX7219", .error, zh: "“{path}”里没有这个评选还没有的日历", en: "“{path}” has no calendar that the round does not have")
  static let notOffice = Message(
    "PX7210", .error, zh: "“{actor}”不是评选办人员，不能开启、结束评选，也不能收记录、补日历",
    en: "“{actor}” is not of the office, which alone opens and closes rounds and takes in records and calendars")
  static let underReview = Message(
    "PX7212", .error, zh: "这些案卷已交上材料，记录不再整份更换，由退回补正或补录更改：{cases_zh}",
    en: "the papers of these cases are handed in; their records change by a return or by what is filled in: {cases_en}")
  public static let ballotsMissing = Message(
    "PX7214", .error, zh: "已有 {cast} 人投票，票箱里却有 {found} 张票：票箱被动过，不能计票；请休会，查明后重新投票",
    en:
      "{cast} people have voted, but the box holds {found} ballots: it was tampered with and cannot be counted; adjourn, look into it, and vote again"
  )
  static let unknownCase = Message(
    "PX7215", .error, zh: "没有编号为“{name}”的案卷", en: "there is no case “{name}”")
  static let noStageOfRound = Message(
    "PX7216", .error, zh: "流程里没有环节“{name}”，有的是：{stages_zh}",
    en: "the workflow has no stage “{name}”; it has: {stages_en}")
  static let severalCases = Message(
    "PX7217", .error, zh: "有 {count} 份案卷叫“{name}”：{ids_zh}；请用编号指明一份",
    en: "{count} cases are called “{name}”: {ids_en}; say which by its id")
  static let nothingToImport = Message(
    "PX7213", .error, zh: "没有可收的记录", en: "there is no record that could be taken in")
  static let noStart = Message(
    "PX7211", .error, zh: "人员文件里没有提名（nominations），无从开启",
    en: "the file of people names no nominations; there is nothing to open")
}

// MARK: - Registers of titles

extension Message {
  static let noRegister = Message(
    "PX7250", .error, zh: "“{path}”里没有称号登记册（register.json）",
    en: "there is no register of titles (register.json) in “{path}”")
  static let notARegister = Message(
    "PX7251", .error, zh: "“{path}”不是称号登记册：应有 award、edition、entries",
    en: "“{path}” is no register of titles, which has award, edition and entries")
  static let otherRegisterVersion = Message(
    "PX7252", .error, zh: "登记册“{path}”的格式（format_version）不是 {version}，这个版本的程序读不了",
    en: "the register “{path}” is not of format_version {version}, the only one that this program reads")
  static let badRegisterMember = Message(
    "PX7253", .error, zh: "登记册的“{key}”应是{kind_zh}", en: "“{key}” of the register must be {kind_en}")
  static let entryTwice = Message(
    "PX7254", .error, zh: "登记册里有两条都是第 {number} 条", en: "the register has two entries of the number {number}")
  static let registerTwice = Message(
    "PX7255", .error, zh: "{edition}年度“{award}”有两份登记册，内容不同；另一份是“{other}”，请只用最新的一份",
    en: "there are two different registers of “{award}” {edition}, the other being “{other}”; give the latest one only")
  static let registerNotEarlier = Message(
    "PX7256", .error, zh: "{edition}年度“{award}”登记册不早于所用规则的 {own} 年度，不能作往届",
    en: "the register of “{award}” {edition} is not earlier than the rules, which are of {own}")
  static let registerWithoutIdentity = Message(
    "PX7257", .error, zh: "{edition}年度“{award}”登记册里没有“{name}”的指纹，认不出是谁",
    en: "the register of “{award}” {edition} has no fingerprints of “{name}”, by which its holders could be told")
  static let registerUnused = Message(
    "PX7258", .hint, zh: "规则的 earlier 没有写“{award}”，{edition}年度的这份登记册没有用到",
    en: "the rules say nothing of “{award}” under earlier, so that its register of {edition} is not used")
  static let foundInRegister = Message(
    "PX7260", .note, zh: "{edition}年度“{award}”登记册（{entries} 条）里有本次申报对象 {count} 名：{holders_zh}",
    en: "nominees found in the {edition} register of “{award}” ({entries} entries), {count} in all: {holders_en}")
  static let nobodyInRegister = Message(
    "PX7261", .note, zh: "{edition}年度“{award}”登记册（{entries} 条）里没有本次申报对象",
    en: "no nominee is found in the {edition} register of “{award}” ({entries} entries)")
  static let declaredOtherwise = Message(
    "PX7262", .warning, zh: "“{title}”申报的“{field}”与{edition}年度“{award}”登记册第{number}条不符：{components_zh}；以登记册为准",
    en:
      "what “{title}” says under “{field}” is not what entry {number} in the {edition} register of “{award}” has: {components_en}; the register counts"
  )
  static let listNotFilledIn = Message(
    "PX7263", .hint, zh: "“{title}”没有填“{field}”，{edition}年度“{award}”登记册第{number}条要等填了才列入",
    en:
      "“{title}” has left “{field}” empty; entry {number} in the {edition} register of “{award}” is added once it is filled in"
  )

  static let evidenceReused = Message(
    "PX7270", .warning,
    zh: "同一佐证复用：“{title}”的“{path}”与{award}“{other}”的“{other_path}”都是“{number}”，同一业绩不得重复计分",
    en:
      "one piece of evidence is used twice: “{path}” of “{title}” and “{other_path}” of “{other}” ({award}) are both “{number}”; it must not be scored twice"
  )
}

// MARK: - Scenarios

extension Message {
  static let duplicateScenario = Message(
    "PX7301", .error, zh: "场景编号“{id}”重复", en: "the scenario “{id}” is given twice")
  static let unknownScenario = Message(
    "PX7302", .error, zh: "本文件没有编号为“{name}”的场景", en: "this file has no scenario “{name}”")
  static let circularScenario = Message(
    "PX7303", .error, zh: "same_as 绕回了“{id}”自己", en: "same_as leads back to “{id}” itself")
  static let noDefinition = Message(
    "PX7304", .error, zh: "没有写是哪份流程：场景要有 def，或整份文件要有 workflow",
    en: "it does not say which workflow: a scenario needs a def, or the file a workflow")
  static let unknownPerson = Message(
    "PX7305", .error, zh: "人员名单（org.people）里没有“{name}”；故意写没有的人，列进 org.unknown",
    en: "“{name}” is not among org.people; who is unknown on purpose stands in org.unknown")
  static let unknownNomination = Message(
    "PX7306", .error, zh: "本场景没有提名“{name}”", en: "the scenario nominates no “{name}”")
  static let unknownStageOfScenario = Message(
    "PX7307", .error, zh: "流程中没有环节“{name}”", en: "the workflow has no stage “{name}”")
  static let badLogPattern = Message(
    "PX7308", .error, zh: "日志写作“动作 人 [-> 人] [环节]”，如 transfer 甲 -> 乙 review",
    en: "a log entry is written “verb actor [-> actor] [stage]”, such as transfer a -> b review")
  static let unknownLogVerb = Message(
    "PX7309", .error, zh: "日志里没有“{name}”这种记载", en: "the log has no entries “{name}”")
  static let unknownLogName = Message(
    "PX7310", .error, zh: "“{name}”既不是人员，也不是环节", en: "“{name}” is neither a person nor a stage")
  static let notAmongConcurrent = Message(
    "PX7311", .error, zh: "同时发生的动作没有先后，里面不能写“{name}”",
    en: "what happens at the same moment has no order; “{name}” cannot stand in it")
  static let calendarUnclear = Message(
    "PX7312", .error, zh: "文件里有 {count} 份日历，请用 calendar 指明本场景用哪一份",
    en: "the file has {count} calendars; name the one that holds here with calendar")
  static let badPathStep = Message(
    "PX7313", .error, zh: "path 的每一步写作 [环节, 人]", en: "a step of a path is written [stage, actor]")
  static let mappingExpected = Message(
    "PX7314", .error, zh: "这里应是“键: 值”", en: "keys with values are expected here")
  static let stepWithoutCommand = Message(
    "PX7315", .error, zh: "这一步没有写做什么（do）", en: "the step does not say what is done (do)")
  static let nothingToTest = Message(
    "PX7316", .error, zh: "场景“{id}”既没有 steps，也没有 table", en: "the scenario “{id}” has neither steps nor a table")
  static let nothingChanged = Message(
    "PX7317", .error, zh: "change 里没有写改什么", en: "change does not say what is changed")

  // What came of them

  static let otherThanExpected = Message(
    "PX7330", .error, zh: "{key} 应为 {expected_zh}，实际是 {actual_zh}",
    en: "{key} should be {expected_en}, but is {actual_en}")
  static let logLacks = Message(
    "PX7331", .error, zh: "log 应依次有“{pattern}”，实际是 {log}", en: "log should have “{pattern}” in this order, but is {log}"
  )
  static let restoredDifferently = Message(
    "PX7332", .error, zh: "存下再读回，第 {number} 件变了样", en: "saved and restored, instance {number} is not what it was")
  static let cannotBegin = Message(
    "PX7333", .error, zh: "不能开始：{why_zh}", en: "it cannot begin: {why_en}")
  static let noInstance = Message(
    "PX7334", .error, zh: "没有第 {number} 件", en: "there is no instance {number}")
  static let noVoteOpen = Message(
    "PX7335", .error, zh: "没有正在进行的投票，无从投票", en: "no vote is open, so that no ballot can be cast")
  static let ballotsDoNotAddUp = Message(
    "PX7336", .error, zh: "ballots 是一人一票：写了 {given} 票，可投票的有 {present} 人",
    en: "ballots are one for each: {given} are given, and {present} can vote")
  static let noSuchEntry = Message(
    "PX7337", .error, zh: "日志没有第 {entry} 条，无从改动", en: "the log has no entry {entry} that could be changed")
  static let unreadableScenario = Message(
    "PX7338", .error, zh: "场景里有读不懂的地方，没有运行", en: "parts of the scenario cannot be read; it was not run")
}

extension Message {
  static let lotsNotOfSeed = Message(
    "PX7145", .error, zh: "照种子“{seed}”抽不出这样的结果", en: "the seed “{seed}” does not give these lots")
  static let postedOnRestDay = Message(
    "PX7146", .warning, zh: "{day} 不上班，公告不宜在休息日发布；公示自 {next} 起算",
    en: "{day} is a rest day, on which no notice should be posted; its days count from {next}")
  static let recordNominatedTwice = Message(
    "PX7148", .error, zh: "申报记录“{name}”被提名两次；同一对象重复推荐的，用 merge 并入一件",
    en: "the record “{name}” is nominated twice; a second recommendation is merged into the first case")
  static let postedFieldMissing = Message(
    "PX7147", .error, zh: "字段“{name}”放不下公示的首日：它不是日期",
    en: "the field “{name}” cannot hold the day of posting: it is no date")

  // MARK: - Planning

  static let noSuchStage = Message(
    "PX7150", .error, zh: "流程里没有名为“{name}”的环节", en: "the workflow has no stage “{name}”")
  static let startsOnRestDay = Message(
    "PX7151", .warning, zh: "{day} 不上班，通知和公示不在休息日发布；改从 {next} 起推算",
    en: "{day} is a rest day, on which nothing is published; the plan begins on {next}")
  static let pinnedBeforeStart = Message(
    "PX7153", .error, zh: "“{stage}”定在 {day}，早于发布通知的 {start}",
    en: "“{stage}” is set to {day}, before the notice of {start}")
  static let pinnedTooEarly = Message(
    "PX7154", .warning, zh: "“{stage}”定在 {day}，此前的环节却最早到 {first} 才办完：从 {first} 起推算",
    en: "“{stage}” is set to {day}, but what comes before it ends no earlier than {first}: the plan goes by {first}")
  static let planBeyondCalendars = Message(
    "PX7152", .warning, zh: "没有收录 {years_zh} 年的日历：落在其中的日期按周一至周五推算，都是暂定，不得写进正式公告",
    en:
      "there is no calendar for {years_en}: days in it are reckoned from Monday to Friday and provisional; publish none of them"
  )

  // MARK: - Documents

  static let badDocumentNumber = Message(
    "PX7230", .error, zh: "“{text}”不是发文字号：应如“航链党发〔2026〕2号”，年份用六角括号，序号不加“第”、不编虚位",
    en: "“{text}” is no document number: it reads like 航链党发〔2026〕2号, the year in 〔〕, the number without zeros before it"
  )
  static let noSuchPaperField = Message(
    "PX7231", .error, zh: "“{award}”的规则里没有名为“{name}”的字段", en: "the rules of “{award}” have no field “{name}”")
  static let sensitivePaperField = Message(
    "PX7232", .error, zh: "“{name}”是敏感信息，不得写进公开的名单", en: "“{name}” is sensitive and must not stand in a public list")
  static let awardWithoutSettings = Message(
    "PX7233", .error, zh: "文书设置的 awards 里没有“{award}”",
    en: "the settings for documents say nothing of “{award}” under awards")
  static let mobileOnNotice = Message(
    "PX7234", .error, zh: "公示的电话不能是手机号：公开文书里不出现个人电话",
    en: "a notice must not give a mobile number: no private telephone in a public document")
  public static let noticeIncomplete = Message(
    "PX7235", .error, zh: "公示公告写不出：文书设置的 notice 缺 {names_zh}",
    en: "no notice can be written: the settings lack {names_en} under notice")
  public static let nothingPosted = Message(
    "PX7236", .note, zh: "{awards_zh}还没有发布公示，没有公示公告", en: "{awards_en}: nothing has been posted, so there is no notice")
  public static let nothingNamed = Message(
    "PX7237", .note, zh: "{awards_zh}还没有命名，没有命名决定", en: "{awards_en}: nobody has been named, so there is no decision")
  public static let provisionalPaper = Message(
    "PX7238", .error, zh: "“{award}”的期限超出日历（收录到 {year} 年），是暂定的：不得据以写出公示公告和命名决定，补上日历后再写",
    en:
      "periods of “{award}” lie beyond the calendars, which end with {year}: no notice and no decision until the year is added"
  )
  public static let noLongerListed = Message(
    "PX7239", .note, zh: "曾经公示、现在不再拟命名的没有列入：{names_zh}",
    en: "not listed, as they were posted and are no longer to be named: {names_en}")
  public static let commendationWord = Message(
    "PX7240", .warning, zh: "《{paper}》里有“表彰”二字，规则里没有填批准文号（approval_number）；未经批准的活动应写“选树”“命名”",
    en:
      "“{paper}” holds the word 表彰 (state commendation), and the rules give no approval_number; write 选树 or 命名 instead")
  public static let deedsTooLong = Message(
    "PX7241", .error, zh: "{id} 的“{name}”有 {count} 字，超过 {limit} 字：推荐表没有写出，请压缩后再写，不会截断",
    en:
      "“{name}” of {id} has {count} characters, more than {limit}: its form was not written; shorten the text, it is never cut"
  )
  public static let numberMissing = Message(
    "PX7242", .warning, zh: "{day} 的命名决定没有发文字号：请在文书设置的 decision.numbers 里按先后补上",
    en: "the decision of {day} has no document number: add it to decision.numbers in the settings, in their order")
  public static let privateInPublic = Message(
    "PX7243", .error, zh: "《{paper}》没有写出：其中有不得公开的内容（{what_zh}）",
    en: "“{paper}” was not written: it holds what must not be published ({what_en})")
  public static let twinsInPublic = Message(
    "PX7247", .warning, zh: "《{paper}》里有两名写法相同：“{name}”；请在文书设置的 behind 里加一个能区分的字段",
    en: "“{paper}” lists two that nobody can tell apart: “{name}”; add a field to behind in the settings")
  public static let severalEditions = Message(
    "PX7244", .error, zh: "这几轮评选不是同一年度的，不能写进同一份文书：{names_zh}",
    en: "these rounds are not of one year and cannot share documents: {names_en}")
  public static let noBrowser = Message(
    "PX7245", .warning, zh: "没有找到 Chromium，PDF 没有写出；网页文件可在浏览器里打印成 PDF",
    en: "there is no Chromium, so no PDF was written; print the HTML files to PDF in a browser")
  public static let printingFailed = Message(
    "PX7246", .error, zh: "“{path}”没有印成 PDF：Chromium 退出码 {code}",
    en: "“{path}” was not printed to PDF: Chromium ended with {code}")
}

extension Phrase {
  public static let identityNumber = Phrase(zh: "身份号码", en: "an identity number")
  public static let mobileNumber = Phrase(zh: "手机号", en: "a mobile number")
  public static let sensitiveFact = Phrase(zh: "敏感信息“{name}”", en: "the sensitive fact “{name}”")
  static let text = Phrase(zh: "文字", en: "a text")
  static let wholeNumber = Phrase(zh: "大于 0 的整数", en: "a whole number above 0")
  static let day = Phrase(zh: "日期，如 2026-03-02", en: "a day such as 2026-03-02")
  static let list = Phrase(zh: "列表", en: "a list")
  static let identities = Phrase(
    zh: "字段名对 sha256 指纹，如 {\"统一社会信用代码\": \"sha256:…\"}",
    en: "sha256 fingerprints by the names of fields, such as {\"统一社会信用代码\": \"sha256:…\"}")
  static let titleStatus = Phrase(zh: " named、suspended、revoked 之一", en: "one of named, suspended, revoked")
  static let holder = Phrase(zh: "{title}（第{number}条）", en: "{title} (entry {number})")
  static let moreHolders = Phrase(zh: "等", en: " and {count} more")
  static let nothing = Phrase(zh: "无", en: "nothing")
  static let nearestStage = Phrase(zh: "是不是“{name}”？", en: "did you mean “{name}”?")
  static let sameNumberHere = Phrase(zh: "另一处写在这里", en: "the other one stands here")
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
  .checkFailed, .unreadable, .unknownFormat, .markWithoutNames, .namesExpected, .noCalendar, .unknownZone,
  .twoCalendars, .textLikeDate,
  .otherAward, .otherEdition,
  .unknownRequestKey, .noExpression, .unknownDecision,
  .workflowOfOtherAward, .unknownParameter, .parameterNoCount, .noSuchField, .fieldForScores, .fieldForShare,
  .dropsTooFew,
  .dropsTooMany, .otherMinimum, .nominationWithoutRecord, .recordWithoutNomination, .recordRefused, .nobodyToStart,
  .unchangeable,
  .beyondCalendars, .lotsNotOfSeed, .postedOnRestDay, .postedFieldMissing, .recordNominatedTwice,
  .noSuchRound, .roundExists, .roundClosed, .roundGoesOn, .beforeLastAct, .noSuchCase, .caseInSeveralRounds,
  .severalRounds, .emptyStore, .notOffice, .calendarStands, .noNewCalendar, .noStart, .underReview, .nothingToImport,
  .ballotsMissing,
  .unknownCase, .noStageOfRound, .severalCases,
  .noRegister, .notARegister, .otherRegisterVersion, .badRegisterMember, .entryTwice, .registerTwice,
  .registerNotEarlier, .registerWithoutIdentity, .registerUnused, .foundInRegister, .nobodyInRegister,
  .declaredOtherwise, .listNotFilledIn, .evidenceReused,
  .duplicateScenario, .unknownScenario, .circularScenario, .noDefinition, .unknownPerson, .unknownNomination,
  .unknownStageOfScenario, .badLogPattern, .unknownLogVerb, .unknownLogName, .notAmongConcurrent, .calendarUnclear,
  .badPathStep, .mappingExpected, .stepWithoutCommand, .nothingToTest, .nothingChanged, .otherThanExpected, .logLacks,
  .restoredDifferently, .cannotBegin, .noInstance, .noVoteOpen, .ballotsDoNotAddUp, .noSuchEntry,
  .unreadableScenario,
  .badDocumentNumber, .noSuchPaperField, .sensitivePaperField, .awardWithoutSettings, .mobileOnNotice,
  .noticeIncomplete, .nothingPosted, .nothingNamed, .provisionalPaper, .noLongerListed, .commendationWord,
  .deedsTooLong, .numberMissing, .privateInPublic, .twinsInPublic,
  .severalEditions, .noBrowser, .printingFailed,
  .noSuchStage, .startsOnRestDay, .planBeyondCalendars, .pinnedBeforeStart, .pinnedTooEarly,
]
