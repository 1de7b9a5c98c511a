public import Diagnostics

extension Message {
  // MARK: - Files: what stands where it cannot be

  static let unknownKey = Message(
    "PX5001", .error, zh: "没有名为“{name}”的键",
    en: "there is no key “{name}” here")
  static let missingKey = Message(
    "PX5002", .error, zh: "缺少“{name}”",
    en: "“{name}” is missing")
  static let keyOfOtherType = Message(
    "PX5003", .error, zh: "“{name}”不是 {type} 类环节的键",
    en: "“{name}” is no key of a stage of type {type}")
  static let notAMapping = Message(
    "PX5004", .error, zh: "这里应是“键: 值”",
    en: "keys with values are expected here")
  static let notAList = Message(
    "PX5005", .error, zh: "这里应是列表",
    en: "a list is expected here")
  static let notAText = Message(
    "PX5006", .error, zh: "这里应是一段文字",
    en: "a text is expected here")
  static let notAnInteger = Message(
    "PX5007", .error, zh: "这里应是 {lowest} 到 {highest} 之间的整数",
    en: "a whole number from {lowest} to {highest} is expected here")
  static let notANumber = Message(
    "PX5008", .error, zh: "这里应是数字",
    en: "a number is expected here")
  static let notABoolean = Message(
    "PX5009", .error, zh: "这里应是 true 或 false",
    en: "true or false is expected here")
  static let notOneOf = Message(
    "PX5010", .error, zh: "这里不能写“{name}”",
    en: "“{name}” is not possible here")
  static let badTimeSpan = Message(
    "PX5011", .error, zh: "“{text}”不是期间；请写成 5 working days、4 working hours、30 minutes、30 days、1 month 或 3 years",
    en: "“{text}” is no period; write 5 working days, 4 working hours, 30 minutes, 30 days, 1 month or 3 years")
  static let badInstant = Message(
    "PX5012", .error, zh: "“{text}”不是时刻；请写成 2026-05-11T10:00",
    en: "“{text}” is no time; write 2026-05-11T10:00")
  static let badDay = Message(
    "PX5013", .error, zh: "“{text}”不是日期；请写成 2026-05-11，连续几天写成 2026-05-01..2026-05-05",
    en: "“{text}” is no day; write 2026-05-11, or 2026-05-01..2026-05-05 for several")
  static let badClockTime = Message(
    "PX5014", .error, zh: "“{text}”不是钟点；请写成 17:30",
    en: "“{text}” is no time of the day; write 17:30")
  static let badFraction = Message(
    "PX5015", .error, zh: "“{text}”不是不超过 1 的分数；请写成 2/3、60% 或 0.75",
    en: "“{text}” is no fraction of at most 1; write 2/3, 60% or 0.75")
  static let badDeadline = Message(
    "PX5016", .error, zh: "“{text}”既不是期间也不是时刻；请写成 5 working days 或 2026-05-15T17:00",
    en: "“{text}” is neither a period nor a time; write 5 working days or 2026-05-15T17:00")
  static let badAction = Message(
    "PX5017", .error, zh: "“{text}”不是去向；请写成 end、end:withdrawn、return:环节、go:环节或 rules",
    en: "“{text}” leads nowhere; write end, end:withdrawn, return:STAGE, go:STAGE or rules")
  static let badAssignee = Message(
    "PX5018", .error, zh: "这里没有写明是谁：role、superior_of、initiator 或 signers",
    en: "this names nobody: role, superior_of, initiator or signers")
  static let badOfficeHours = Message(
    "PX5019", .error, zh: "“{text}”不是办公时间；请写成 09:00-12:00",
    en: "“{text}” are no office hours; write 09:00-12:00")
  static let notInActs = Message(
    "PX5020", .error, zh: "经办记录中不能有“{name}”",
    en: "“{name}” has no place in an acts file")
  static let unknownActor = Message(
    "PX5021", .error, zh: "人员名单中没有“{name}”",
    en: "“{name}” is not among the people")
  static let unknownMember = Message(
    "PX5022", .error, zh: "角色“{role}”中的“{name}”不在人员名单中",
    en: "“{name}”, who holds the role “{role}”, is not among the people")
  static let unknownCase = Message(
    "PX5023", .error, zh: "提名中没有“{name}”",
    en: "“{name}” is not among the nominations")
  static let stepBeforeLast = Message(
    "PX5024", .error, zh: "这一步的时间 {at} 早于上一步",
    en: "this step's time {at} lies before the step above")

  static let duplicateStage = Message(
    "PX5030", .error, zh: "环节“{stage}”重复",
    en: "the stage “{stage}” is given twice")
  static let unknownTarget = Message(
    "PX5031", .error, zh: "环节“{stage}”通向不存在的“{target}”",
    en: "the stage “{stage}” leads to “{target}”, which does not exist")
  static let unreachableStage = Message(
    "PX5032", .error, zh: "没有哪条路通到环节“{stage}”",
    en: "no way leads to the stage “{stage}”")
  static let noAssignee = Message(
    "PX5033", .error, zh: "环节“{stage}”没有写由谁办理",
    en: "the stage “{stage}” asks nobody")
  static let noJoin = Message(
    "PX5034", .error, zh: "分支“{stage}”没有写在哪里汇合",
    en: "the split “{stage}” does not name its join")
  static let reachedTwice = Message(
    "PX5035", .error, zh: "并行分支各自走到“{stage}”，同一件会办结两次",
    en: "parallel branches come to “{stage}” by themselves, so that a case would end twice")
  static let deadlock = Message(
    "PX5036", .error, zh: "汇合“{stage}”要等的分支不会都走到，件会停在这里",
    en: "the join “{stage}” waits for branches that are not all taken, and a case would stop there")
  static let noEnd = Message(
    "PX5037", .error, zh: "从环节“{stage}”走不到办结",
    en: "no way leads from the stage “{stage}” to the end")

  static let unknownStage = Message(
    "PX5038", .error, zh: "没有名为“{name}”的环节",
    en: "there is no stage “{name}”")
  static let unknownDeadline = Message(
    "PX5039", .error, zh: "没有名为“{name}”的共同截止",
    en: "there is no common deadline “{name}”")
  static let workedHoliday = Message(
    "PX5040", .error, zh: "{day} 既是放假日又是调休上班日",
    en: "{day} is given both as a holiday and as a worked day")
  static let workedWeekday = Message(
    "PX5041", .warning, zh: "{day} 本来就不是周末，不必写作调休上班日",
    en: "{day} is no weekend day anyway and need not be given as worked")
  static let dayOfOtherYear = Message(
    "PX5042", .error, zh: "{day} 不在 {year} 年",
    en: "{day} is not in the year {year}")

  static let unknownFlow = Message(
    "PX5043", .error, zh: "环节“{stage}”要走的子流程“{name}”不存在",
    en: "the stage “{stage}” holds the flow “{name}”, which does not exist")
  static let recursiveFlow = Message(
    "PX5044", .error, zh: "子流程“{name}”在环节“{stage}”又走回自己，永远走不完",
    en: "the flow “{name}” comes back to itself at the stage “{stage}” and would never be over")
  static let unusedFlow = Message(
    "PX5045", .warning, zh: "没有哪个环节走子流程“{name}”", en: "no stage holds the flow “{name}”")
  static let keyOfWholeFile = Message(
    "PX5046", .error, zh: "子流程里不写“{name}”：除环节外，一切以整份文件为准",
    en: "“{name}” is not said of a sub-flow: but for its stages, everything holds for the whole file")
  static let roundInFlow = Message(
    "PX5047", .error, zh: "子流程逐件办理，不能整批（scope: round）",
    en: "a sub-flow is walked case by case and not by the whole round (scope: round)")
  static let slashInName = Message(
    "PX5048", .error, zh: "环节的代号“{name}”里不能有“/”：它用来写“环节/子环节”",
    en: "the name of a stage, “{name}”, has no “/” in it, which stands in “stage/substage”")

  static let noTeller = Message(
    "PX5049", .error, zh: "无记名表决“{stage}”没有写由谁计票，投了也数不出来",
    en: "the secret vote “{stage}” names no teller, so that nobody would ever count it")

  // MARK: - Refusals: one for each code
  static let notAssignee = Message(
    "PX5201", .error, zh: "这里没有等您办理的事项",
    en: "there is nothing here for you to act on")
  static let notYourTurn = Message(
    "PX5202", .error, zh: "还没有轮到您签署",
    en: "it is not your turn to sign yet")
  static let alreadyActed = Message(
    "PX5203", .error, zh: "您已经办理过，不能再办一次",
    en: "you have acted already and cannot act again")
  static let taskClosed = Message(
    "PX5204", .error, zh: "这项任务已经关闭，不必再办",
    en: "this task has been closed and needs nothing more")
  static let instanceClosed = Message(
    "PX5205", .error, zh: "已经办结，不能再操作",
    en: "it is over, and nothing more can be done")
  static let suspended = Message(
    "PX5206", .error, zh: "已经中止；恢复之前不能操作",
    en: "it is suspended; nothing can be done until it is resumed")
  static let notSuspended = Message(
    "PX5207", .error, zh: "并没有中止，无须恢复",
    en: "it is not suspended, so there is nothing to resume")
  static let staleVersion = Message(
    "PX5208", .error, zh: "您看到的是第 {given} 版，现在已是第 {now} 版；请刷新后再决定",
    en: "you decided on version {given}, and it is at version {now} now; look again and decide anew")
  static let alreadyClaimed = Message(
    "PX5209", .error, zh: "已被他人认领",
    en: "somebody else has claimed it")
  static let notClaimed = Message(
    "PX5210", .error, zh: "请先认领，再办理",
    en: "claim it before you act on it")
  static let duplicateSigner = Message(
    "PX5211", .error, zh: "一人一签：此人已在本轮名单中",
    en: "one person, one signature: this person is in the round already")
  static let lastSigner = Message(
    "PX5212", .error, zh: "再减人就不足规定的签署人数",
    en: "with fewer signers the stage would not have the number it needs")
  static let recused = Message(
    "PX5213", .error, zh: "应当回避，不得办理",
    en: "has to stand back and may not act here")
  static let badTarget = Message(
    "PX5214", .error, zh: "要办的对象不在这里",
    en: "what it is about is not here")
  static let reasonRequired = Message(
    "PX5215", .error, zh: "须写明理由",
    en: "a reason has to be given")
  static let notInitiator = Message(
    "PX5216", .error, zh: "只有申报人可以这样做",
    en: "only the applicant may do this")
  static let tooLate = Message(
    "PX5217", .error, zh: "已经晚了，不能再这样做",
    en: "it is too late for this")
  static let delegationPending = Message(
    "PX5218", .error, zh: "已委派他人，待其回复后由本人签署",
    en: "it is delegated; the owner signs after the delegate has answered")
  static let redelegation = Message(
    "PX5219", .error, zh: "本环节不得再委派",
    en: "this stage does not allow delegating again")
  static let proxyWindow = Message(
    "PX5220", .error, zh: "不在代理期限之内",
    en: "the proxy is not valid on this day")
  static let selfTarget = Message(
    "PX5221", .error, zh: "不能交给自己",
    en: "it cannot be given to oneself")
  static let noQuorum = Message(
    "PX5222", .error, zh: "到会人数不足（须达 {needed}），不得开始表决",
    en: "there is no quorum ({needed} is needed), so voting cannot begin")
  static let notPresent = Message(
    "PX5223", .error, zh: "未到会，不得投票",
    en: "who is not present cannot vote")
  static let notEligible = Message(
    "PX5224", .error, zh: "不在应到会人员之列",
    en: "is not among those entitled to vote")
  static let secret = Message(
    "PX5225", .error, zh: "无记名投票在计票之前不得查询",
    en: "a secret ballot is not counted before it is closed")
  static let voteClosed = Message(
    "PX5226", .error, zh: "投票不在进行之中",
    en: "voting is not open")
  static let outOfWindow = Message(
    "PX5227", .error, zh: "不在公示期内",
    en: "the notice is not running")
  static let notAdmissible = Message(
    "PX5228", .error, zh: "此处不允许这样做",
    en: "not admissible here")
  static let returnLimit = Message(
    "PX5229", .error, zh: "已退回 {limit} 次，不得再退回，须作出决定",
    en: "it has been returned {limit} times already; a decision is due now")
  static let duplicateInstance = Message(
    "PX5230", .error, zh: "同一对象在同一评选中只能有一件",
    en: "the same nominee can have only one case in the same selection")
  static let invalidDefinition = Message(
    "PX5231", .error, zh: "流程文件有错误，不能启用",
    en: "the workflow file has errors and cannot be used")
  static let unmappedStage = Message(
    "PX5232", .error, zh: "进行中的环节在新版流程中没有对应：{stage}",
    en: "a stage in progress has no counterpart in the new version: {stage}")
  static let ruleLowering = Message(
    "PX5233", .error, zh: "不得降低规则：任何人不得替他人签署",
    en: "rules are not lowered: nobody signs for somebody else")
  static let urgeLimit = Message(
    "PX5234", .error, zh: "今天已经催办过",
    en: "a reminder has been sent today already")
  static let sameDecider = Message(
    "PX5235", .error, zh: "参与过原决定的人不得再作决定",
    en: "who took part in the decision cannot decide on it again")
  static let chairLast = Message(
    "PX5236", .error, zh: "主持人应当末位表态",
    en: "the chair votes last")
  static let commandIDReused = Message(
    "PX5237", .error, zh: "命令号 {id} 已用于另一项操作",
    en: "the command id {id} has been used for another act")

  // MARK: - Refusals: why in this very case
  static let mayNotReject = Message(
    "PX5238", .error, zh: "“{stage}”不得以“不同意”了结：缺件、缺事实的退回补正，是否符合条件由规则判定",
    en: "“{stage}” cannot be ended by a rejection: return what is missing, and let the rules say who qualifies")
  static let nothingStopped = Message(
    "PX5239", .error, zh: "没有停下来的事项，无须重新办理", en: "nothing has stopped here, so there is nothing to retry")
  static let noAppeal = Message(
    "PX5240", .error, zh: "不得申诉：本流程没有申诉，或者结论、次数不合", en: "there is no appeal here, or not against this, or not again")
  static let objectingToOwn = Message(
    "PX5241", .error, zh: "申报人不得就自己的对象提出异议", en: "nobody objects to his own case")
  static let noProxyAct = Message(
    "PX5242", .error, zh: "代理写在人员名单里，不能这样设定；表决不得代理",
    en: "proxies stand among the people, not among the acts; nobody votes by proxy")
  static let secretVoteStays = Message(
    "PX5243", .error, zh: "无记名投票不得转给他人", en: "a secret vote cannot be passed on")
  static let voteRuns = Message(
    "PX5244", .error, zh: "表决正在进行，不得再签到或再次开始", en: "voting is going on: nobody checks in, and it does not begin again")
  static let adjournedOften = Message(
    "PX5245", .error, zh: "缓议已有 {limit} 次，不得再缓议", en: "it has been adjourned {limit} times and cannot be again")
  static let impossibleCount = Message(
    "PX5246", .error, zh: "报告的票数不成立：缺总数、有负数，或多于收回的选票",
    en: "the count reported is impossible: totals missing, a number below zero, or more votes than ballots")
  static let issuedBeyondPresent = Message(
    "PX5355", .error, zh: "到会 {present} 人，发出的选票却有 {issued} 张",
    en: "{present} are present, but {issued} ballots are said to have been issued")
  static let presentBeyondEligible = Message(
    "PX5247", .error, zh: "须报告应到和到会人数，到会不得多于应到",
    en: "say how many are entitled and how many are present, the latter not more than the former")
  static let noWithdrawal = Message(
    "PX5248", .error, zh: "本流程不得撤回", en: "nothing can be withdrawn in this workflow")
  static let noDeclaredRecusal = Message(
    "PX5249", .error, zh: "“{stage}”没有自行申请回避一说", en: "nobody stands back of his own accord at “{stage}”")
  static let noReserve = Message(
    "PX5250", .error, zh: "本流程没有递补", en: "no seat is filled again in this workflow")
  static let reserveOnce = Message(
    "PX5251", .error, zh: "递补只进行 {rounds} 轮：“{case}”本身就是递补上来的",
    en: "seats are filled again {rounds} time(s) only: “{case}” itself stepped up for another")
  static let noticeRunsOn = Message(
    "PX5252", .error, zh: "公示不得提前结束", en: "a notice cannot be cut short")
  static let migratesWhole = Message(
    "PX5253", .error, zh: "流程版本整轮一起改，不能只改“{case}”一件",
    en: "a round changes its version of the workflow as a whole, not for “{case}” alone")
  static let scoreOutOfRange = Message(
    "PX5254", .error, zh: "评分 {points} 不是 0 到 {highest} 之间的数", en: "the score {points} is no number from 0 to {highest}"
  )
  static let nothingToUrge = Message(
    "PX5255", .error, zh: "眼下没有可以催办的环节", en: "there is no stage here whose signers can be urged")
  static let writesThoughPresent = Message(
    "PX5256", .error, zh: "到会的人当场表决，不另交书面意见", en: "who is present votes and hands in no written opinion")

  static let votesBeyondBallots = Message(
    "PX5260", .error, zh: "“{case}”的票数合计 {votes}，多于收回的选票 {returned} 张",
    en: "“{case}” has {votes} votes, more than the {returned} ballots returned")
  static let votesOmitted = Message(
    "PX5261", .error, zh: "没有报告“{case}”的票数", en: "no votes are reported for “{case}”")
  static let notVotedOn = Message(
    "PX5262", .error, zh: "“{case}”不在本次表决之列", en: "“{case}” is not voted on here")
  static let noSuchCase = Message(
    "PX5263", .error, zh: "本轮没有“{case}”这一件", en: "there is no case “{case}” in this round")
  static let caseMissing = Message(
    "PX5264", .error, zh: "没有写明是哪一件", en: "it does not say which case it is about")
  static let unknownPerson = Message(
    "PX5265", .error, zh: "人员名单中没有“{name}”", en: "“{name}” is not among the people")
  static let holdsNothing = Message(
    "PX5266", .error, zh: "“{name}”手里没有这样的任务", en: "“{name}” has no such task in hand")
  static let noWayBack = Message(
    "PX5267", .error, zh: "不能退回到环节“{stage}”：没有经过它，或者它不在同一支路上",
    en: "it cannot go back to the stage “{stage}”: it never passed it, or not in this branch")
  static let notToBeCancelled = Message(
    "PX5268", .error, zh: "环节“{stage}”不在并行支路中办理，不能放弃",
    en: "the stage “{stage}” is no open branch and cannot be given up")
  static let noSuchObjection = Message(
    "PX5269", .error, zh: "没有待办结的这件异议，或者有几件而未写明是哪一件",
    en: "there is no such open objection, or there are several and it does not say which")
  static let badBallot = Message(
    "PX5270", .error, zh: "选票不合本次表决：所写对象不在其中、重复，或写法不对",
    en: "the ballot does not fit this vote: names that are not in it, names given twice, or the wrong form")
  static let noVacancy = Message(
    "PX5271", .error, zh: "“{case}”没有空出的名额可以递补", en: "no seat of “{case}” is free to be filled again")
  static let notInReserve = Message(
    "PX5272", .error, zh: "“{case}”不是递补候选", en: "“{case}” is not in the reserve")
  static let nobodyNamed = Message(
    "PX5273", .error, zh: "没有写明是谁", en: "it names nobody")
  static let versionNotNewer = Message(
    "PX5274", .error, zh: "新流程是第 {version} 版，须高于现有的第 {newest} 版",
    en: "the new workflow is version {version}, which has to be higher than {newest}")
  static let versionMissing = Message(
    "PX5275", .error, zh: "这一轮按第 {version} 版流程办理，而手头没有这一版",
    en: "this round runs version {version} of its workflow, which is not at hand")
  static let sameVersion = Message(
    "PX5276", .error, zh: "本来就按第 {version} 版流程办理", en: "it runs version {version} of the workflow already")
  static let noSuchVersion = Message(
    "PX5277", .error, zh: "没有启用过第 {version} 版流程", en: "version {version} of the workflow has not been deployed")
  static let noSuchStage = Message(
    "PX5278", .error, zh: "流程中没有环节“{stage}”", en: "the workflow has no stage “{stage}”")
  static let otherKind = Message(
    "PX5279", .error, zh: "“{stage}”和“{target}”不是同一类环节，不能接着办",
    en: "“{stage}” and “{target}” are not of the same kind, so that it cannot go on there")
  static let otherBlock = Message(
    "PX5280", .error, zh: "“{stage}”和“{target}”不在对应的并行支路或子流程里",
    en: "“{stage}” and “{target}” do not lie in corresponding branches or sub-flows")
  static let mappedTwice = Message(
    "PX5281", .error, zh: "“{stage}”和“{other}”都在办理，不能都对应到“{target}”",
    en: "“{stage}” and “{other}” are both open and cannot both become “{target}”")
  static let secretVoteRuns = Message(
    "PX5282", .error, zh: "无记名投票正在进行，计票之后才能改用别的流程版本",
    en: "a secret vote is going on; the version can be changed after it has been counted")
  static let migrationAsksNobody = Message(
    "PX5283", .error, zh: "按新版流程，环节“{stage}”无人可办", en: "in the new version nobody can be asked at the stage “{stage}”")

  // MARK: - Objections
  static let receivedLater = Message(
    "PX5320", .error, zh: "收到的时间晚于现在", en: "it cannot have been received later than now")
  static let admittedAlready = Message(
    "PX5321", .error, zh: "这件异议已经决定受理，或者不须受理", en: "whether this objection is admitted has been said, or need not be")
  static let notAdmittedYet = Message(
    "PX5322", .error, zh: "这件异议还没有受理：先受理，或者不予受理",
    en: "this objection has not been admitted yet: admit it, or dismiss it")
  static let noProlongation = Message(
    "PX5323", .error, zh: "不得延长：没有延长一说，还没有受理，或者已经延长过",
    en: "it cannot be prolonged: there is no such rule, it is not admitted, or it has been prolonged already")
  static let notTakenBack = Message(
    "PX5324", .error, zh: "异议人没有撤回，不得就此终止核查", en: "the objection has not been taken back, so it cannot be given up")
  static let vetoToBeCleared = Message(
    "PX5325", .error, zh: "涉及否决情形，异议人撤回也须查清", en: "it touches a veto and has to be cleared up, though it was taken back"
  )
  static let noPartlyFounded = Message(
    "PX5326", .error, zh: "本流程没有“部分成立”一说", en: "an objection cannot be founded in part here")

  // MARK: - Recusal, lots, votes
  static let recusalUndecided = Message(
    "PX5327", .error, zh: "已申请回避，决定之前不得办理",
    en: "an application to stand back is undecided; until then nothing can be done")
  static let noRecusalRequest = Message(
    "PX5328", .error, zh: "“{name}”没有待决定的回避申请", en: "“{name}” has no undecided application to stand back")
  static let nothingToDraw = Message(
    "PX5329", .error, zh: "环节“{stage}”没有要抽取的", en: "nothing is drawn by lot for the stage “{stage}”")
  static let badDraw = Message(
    "PX5330", .error, zh: "抽取的结果不成立：抽中的不在签里、有重复，或者签与该抽的不符",
    en: "the draw is impossible: lots that were not in the box, lots drawn twice, or a box that holds something else")
  static let drawOfOtherSize = Message(
    "PX5331", .error, zh: "从 {total} 个中抽了 {count} 个，与流程规定的数目不符",
    en: "{count} of {total} were drawn, which is not what the workflow asks for")
  static let drawWithoutProof = Message(
    "PX5332", .error, zh: "抽取须写明种子或者记录", en: "a draw needs its seed, or its minutes")
  static let sampleMissing = Message(
    "PX5333", .error, zh: "“{stage}”须先抽查不少于 {share}，还没有抽取",
    en: "“{stage}” needs a sample of {share}, which has not been drawn")
  static let tooFewElectors = Message(
    "PX5334", .error, zh: "“{case}”回避之后可以表决的只有 {count} 人，不足 {needed} 人：不得表决，报上级决定",
    en: "only {count} may vote on “{case}”, fewer than {needed}: it is for the superior body to decide")
  static let tooFewVoted = Message(
    "PX5335", .error, zh: "投票的只有 {count} 人，未投票的算未到会，不足 {needed}",
    en: "only {count} voted; who cast nothing was not present, and {needed} are needed")
  static let noRemoteVoting = Message(
    "PX5336", .error, zh: "“{stage}”没有规定可以线上参会，线上的不计到会", en: "“{stage}” provides for nobody to attend from elsewhere")
  static let notVerified = Message(
    "PX5337", .error, zh: "“{name}”线上参会没有双因子核验，不计到会",
    en: "“{name}” attends from elsewhere without proof by two factors, and does not count as present")
  static let noUnitNotice = Message(
    "PX5338", .error, zh: "“{stage}”须在单位内公示不少于 {days} 个工作日，没有写明公示的起止",
    en: "“{stage}” has to be posted in the unit for {days} working days; when it was is not said")
  static let unitNoticeTooShort = Message(
    "PX5339", .error, zh: "“{stage}”的单位内公示（{first} 至 {last}）不合规定：须在推荐环节开始之后、届满之后报告，不少于 {days} 个工作日",
    en:
      "the unit's notice of “{stage}” ({first} to {last}) will not do: {days} working days, within the stage, and over")
  static let submittedTooLate = Message(
    "PX5340", .error, zh: "推荐截止已过，不再接受新的版本，以截止前最后一次为准",
    en: "the deadline has passed: no other version is accepted, the last one before it counts")
  static let alreadyReviewed = Message(
    "PX5341", .error, zh: "已经开始审查，不再接受新的版本；缺件的等退回补正", en: "it is being reviewed, and no other version is accepted")

  // MARK: - Titles
  static let noManagement = Message(
    "PX5342", .error, zh: "本流程的动态管理没有规定这一项", en: "the workflow provides for nothing of the kind after the naming")
  static let noTitle = Message(
    "PX5343", .error, zh: "“{case}”没有称号可管理：命名并归档之后才有动态管理",
    en: "“{case}” has no title to look after: that begins when it has been named and archived")
  static let titleExpired = Message(
    "PX5344", .error, zh: "“{case}”的称号有效期到 {day} 为止，此后只能撤销",
    en: "the title of “{case}” was valid through {day}; now it can only be revoked")
  static let titleSuspended = Message(
    "PX5345", .error, zh: "“{case}”的称号已经暂停", en: "the title of “{case}” is suspended already")
  static let nothingToRestore = Message(
    "PX5346", .error, zh: "“{case}”没有未解除的警示或暂停", en: "there is no warning or suspension of “{case}” to lift")
  static let revocationUndecided = Message(
    "PX5347", .error, zh: "“{case}”的撤销已经提请，等待票决", en: "the revocation of “{case}” is waiting for the vote")
  static let noRevocation = Message(
    "PX5348", .error, zh: "没有提请撤销“{case}”，不得票决", en: "nobody has asked for the revocation of “{case}”")
  static let notOfOffice = Message(
    "PX5349", .error, zh: "“{name}”不是评选办人员，不能开启评选", en: "“{name}” is not of the office and cannot open a round")
  static let notAdministrator = Message(
    "PX5350", .error, zh: "“{name}”不是系统管理员，不能启用新版流程",
    en: "“{name}” is no administrator and cannot deploy a workflow")
  static let noStages = Message(
    "PX5354", .error, zh: "“{name}”是空的：流程至少要有一个环节", en: "“{name}” is empty: a workflow has at least one stage")
  static let ballotOnList = Message(
    "PX5351", .error, zh: "这次是对名单表决：票写成 names（圈选）或 marks（逐件），不写 choice",
    en: "this vote is on a list: a ballot holds names, or marks for each case, and no choice")
  static let ballotOnCase = Message(
    "PX5352", .error, zh: "这次是对一件表决：票写成 choice（yes、no、abstain），不写 names 或 marks",
    en: "this vote is on one case: a ballot holds a choice (yes, no, abstain), neither names nor marks")
  static let ballotMissing = Message(
    "PX5353", .error, zh: "没有写票：对一件表决写 choice，对名单表决写 names（圈选）或 marks（逐件）",
    en: "there is no ballot: on one case it is a choice, on a list names, or marks for each case")
}

extension Phrase {
  static let possibleNames = Phrase(zh: "可以写：{names_zh}", en: "possible here: {names_en}")
}

extension Message {
  /// Everything that this module can say.
  public static let allWorkflowMessages: [Message] = [
    .unknownKey, .missingKey, .keyOfOtherType, .notAMapping, .notAList, .notAText, .notAnInteger, .notANumber,
    .notABoolean, .notOneOf, .badTimeSpan, .badInstant, .badDay, .badClockTime, .badFraction, .badDeadline, .badAction,
    .badAssignee, .badOfficeHours, .notInActs, .unknownActor, .unknownMember, .unknownCase, .stepBeforeLast,
    .duplicateStage, .unknownTarget, .unreachableStage, .noAssignee, .noJoin, .reachedTwice, .deadlock, .noEnd,
    .unknownFlow, .recursiveFlow, .unusedFlow, .keyOfWholeFile, .roundInFlow, .slashInName, .noTeller, .unknownStage,
    .unknownDeadline, .workedHoliday, .workedWeekday, .dayOfOtherYear, .notAssignee, .notYourTurn, .alreadyActed,
    .taskClosed, .instanceClosed, .suspended, .notSuspended, .staleVersion, .alreadyClaimed, .notClaimed,
    .duplicateSigner, .lastSigner, .recused, .badTarget, .reasonRequired, .notInitiator, .tooLate, .delegationPending,
    .redelegation, .proxyWindow, .selfTarget, .noQuorum, .notPresent, .notEligible, .secret, .voteClosed, .outOfWindow,
    .notAdmissible, .returnLimit, .duplicateInstance, .invalidDefinition, .unmappedStage, .ruleLowering, .urgeLimit,
    .sameDecider, .chairLast, .commandIDReused, .mayNotReject, .nothingStopped, .noAppeal, .objectingToOwn,
    .noProxyAct, .secretVoteStays, .voteRuns, .adjournedOften, .impossibleCount, .issuedBeyondPresent,
    .presentBeyondEligible, .noWithdrawal,
    .noDeclaredRecusal, .noReserve, .reserveOnce, .noticeRunsOn, .migratesWhole, .scoreOutOfRange, .nothingToUrge,
    .writesThoughPresent, .votesBeyondBallots, .votesOmitted, .notVotedOn, .noSuchCase, .caseMissing, .unknownPerson,
    .holdsNothing, .noWayBack, .notToBeCancelled, .noSuchObjection, .badBallot, .noVacancy, .notInReserve,
    .nobodyNamed, .versionNotNewer, .versionMissing, .sameVersion, .noSuchVersion, .noSuchStage, .otherKind,
    .otherBlock, .mappedTwice, .secretVoteRuns, .migrationAsksNobody, .receivedLater, .admittedAlready,
    .notAdmittedYet, .noProlongation, .notTakenBack, .vetoToBeCleared, .noPartlyFounded, .recusalUndecided,
    .noRecusalRequest, .nothingToDraw, .badDraw, .drawOfOtherSize, .drawWithoutProof, .sampleMissing, .tooFewElectors,
    .tooFewVoted, .noRemoteVoting, .notVerified, .noUnitNotice, .unitNoticeTooShort, .submittedTooLate,
    .alreadyReviewed, .noManagement, .noTitle, .titleExpired, .titleSuspended, .nothingToRestore,
    .revocationUndecided, .noRevocation, .notOfOffice, .notAdministrator,
    .noStages, .ballotOnList, .ballotOnCase, .ballotMissing,
  ]
}
