public import Diagnostics

/// Everything that reading and compiling rule sets can say.
extension Message {
  static let unreadableFile = Message(
    "PX3001", .error, zh: "找不到或无法读取文件“{path}”", en: "cannot find or read the file “{path}”")
  static let circularFiles = Message(
    "PX3002", .error, zh: "“{key}”绕成了一个圈：{path}", en: "“{key}” runs in a circle: {path}")
  static let expectedKind = Message("PX3003", .error, zh: "这里应当是{kind_zh}", en: "{kind_en} is expected here")
  static let unknownKey = Message(
    "PX3004", .error, zh: "这里没有名为“{key}”的字段", en: "there is no key “{key}” here")
  static let missingKey = Message("PX3005", .error, zh: "缺少字段“{key}”", en: "the key “{key}” is missing")
  static let notOneOf = Message(
    "PX3006", .error, zh: "“{text}”不在可选值之中：{choices}", en: "“{text}” is not among the choices: {choices}")
  static let duplicateID = Message("PX3007", .error, zh: "“{id}”重复", en: "“{id}” is given twice")
  static let duplicateName = Message(
    "PX3008", .error, zh: "名称“{name}”已被{what_zh}使用", en: "the name “{name}” is already taken by {what_en}")
  static let unknownType = Message(
    "PX3009", .error, zh: "没有名为“{type}”的类型", en: "there is no type “{type}”")
  static let badValue = Message(
    "PX3010", .error, zh: "“{text}”不是{kind_zh}", en: "“{text}” is not {kind_en}")
  static let badRange = Message(
    "PX3011", .error, zh: "“{text}”不是取值范围，应写成 [0..100] 或 >= 0 的样子",
    en: "“{text}” is no range of values; write it like [0..100] or >= 0")
  static let maximaOfItems = Message(
    "PX3012", .error, zh: "维度 {id} 的满分是 {max}，其下各项满分之和却是 {sum}",
    en: "dimension {id} has a maximum of {max}, but the maxima of its items add up to {sum}")
  static let maximaOfDimensions = Message(
    "PX3013", .error, zh: "总满分是 {max}，各维度满分之和却是 {sum}",
    en: "the overall maximum is {max}, but the maxima of the dimensions add up to {sum}")
  static let noForm = Message(
    "PX3014", .error, zh: "评分项 {id} 没有写明怎样给分：应有 {forms} 之一",
    en: "item {id} does not say how points are given: one of {forms} is needed")
  static let severalForms = Message(
    "PX3015", .error, zh: "评分项 {id} 同时写了 {forms_zh}，只能留一种",
    en: "item {id} has {forms_en} at the same time; keep one")
  static let missingMaximum = Message(
    "PX3016", .error, zh: "评分项 {id} 没有满分（max）", en: "item {id} has no maximum (max)")
  static let missingBasis = Message(
    "PX3017", .error, zh: "“{id}”没有写依据条款（basis）", en: "“{id}” does not cite its clause (basis)")
  static let rowLength = Message(
    "PX3018", .error, zh: "这一行应有 {expected} 格（{inputs} 个条件加 1 个分值），实际有 {actual} 格",
    en: "this row must have {expected} cells, {inputs} for tests and one for the points, not {actual}")
  static let optionalButDecides = Message(
    "PX3019", .error, zh: "字段“{field}”被{rule}读取，必须是必填（required: true）",
    en: "the field “{field}” is read by {rule}, so it must be required (required: true)")
  static let circularDefinitions = Message(
    "PX3020", .error, zh: "定义“{name}”绕成了一个圈：{path}",
    en: "the definition “{name}” runs in a circle: {path}")
  static let nothingToRemove = Message(
    "PX3021", .error, zh: "上一年度没有“{id}”，无从删去", en: "the earlier edition has no “{id}” to remove")
  static let shareOutOfRange = Message(
    "PX3022", .error, zh: "比例应在 0% 与 100% 之间", en: "a share must lie between 0% and 100%")
  static let floorsExceedSeats = Message(
    "PX3023", .error, zh: "结构底线要求 {floor} 席，超过名额 {seats}（{name}）",
    en: "the floor asks for {floor} seats, more than the {seats} there are ({name})")
  static let wordOfHonour = Message(
    "PX3024", .warning, zh: "出现“表彰”二字而没有填批准文号（approval_number）；未经批准的活动应写“选树”“命名”",
    en: "the word 表彰 (state commendation) stands here without an approval_number; write 选树 or 命名 instead")
  static let unknownInTemplate = Message(
    "PX3025", .error, zh: "说明语中的花括号没有成对", en: "the braces in this sentence do not match")
  static let becauseUnknown = Message(
    "PX3026", .error, zh: "没有编号为“{id}”的条款、否决项或评分项", en: "there is no rule with the id “{id}”")
  static let noScore = Message(
    "PX3027", .error, zh: "“{name}”取不到数：{why_zh}", en: "“{name}” gives no number: {why_en}")
  static let notARuleFile = Message(
    "PX3028", .error, zh: "这不是规则文件：没有 award（奖项）字段", en: "this is no rule file: it has no key “award”")
  static let elementsNeeded = Message(
    "PX3029", .error, zh: "这里需要一个列表，得到的是{type_zh}", en: "a list is needed here, this is {type_en}")
  static let pointsAboveMaximum = Message(
    "PX3030", .error, zh: "这里给 {points} 分，超过本项满分 {max}",
    en: "{points} points are given here, more than the item’s maximum of {max}")
  static let fileTooLarge = Message(
    "PX3032", .error, zh: "规则文件相互引用超过 {limit} 层", en: "rule files refer to each other more than {limit} levels deep")
  static let impossibleSeats = Message(
    "PX3033", .error, zh: "名额应是 1 到 {most} 的整数，这里是 {value}",
    en: "seats must be a whole number from 1 to {most}, not {value}")
  static let impossibleCandidates = Message(
    "PX3034", .error, zh: "入围数应是 {least}（名额）到 {most} 的整数，这里是 {value}",
    en: "candidates must be a whole number from {least}, the seats, to {most}, not {value}")
  static let impossibleQuota = Message(
    "PX3035", .error, zh: "“{name}”的席数应是 0 到 {most} 的整数，这里是 {value}",
    en: "the seats of “{name}” must be a whole number from 0 to {most}, not {value}")
  static let unreachableMinimum = Message(
    "PX3036", .error, zh: "最低分 {minimum} 超过能得的最高分 {best}（满分与加分封顶之和），无人能过",
    en: "nobody can reach the minimum of {minimum}: the best total is {best}, the maximum and the cap of the bonus")
  static let impossibleScale = Message(
    "PX3037", .error, zh: "总分的小数位数应是 0 到 {most} 的整数，这里是 {value}",
    en: "the total must have from 0 to {most} decimals, not {value}")
  static let negativeCap = Message(
    "PX3038", .error, zh: "加分封顶不能是负数，这里是 {value}", en: "the cap of the bonus cannot be negative, and is {value}")
  static let negativePoints = Message(
    "PX3039", .error, zh: "这里给 {points} 分，低于 0", en: "{points} points are given here, less than 0")
  static let alwaysDividesByZero = Message(
    "PX3040", .error, zh: "除数“{text}”总是 0", en: "the divisor “{text}” is always 0")
  static let emptyRuleFile = Message(
    "PX3041", .error, zh: "规则文件里没有 record（申报字段），没有可以评的",
    en: "the rule file has no “record”, the form of the nominees: there is nothing to judge")
  static let conflictingQuotas = Message(
    "PX3042", .error, zh: "这几条不能同时满足：{rules_zh}", en: "these cannot hold together: {rules_en}")
  static let deviationNotPositive = Message(
    "PX3044", .error, zh: "标准差应大于 0，这里是 {value}", en: "the deviation must be above 0, and is {value}")
  static let seatsCannotBeFilled = Message(
    "PX3043", .warning, zh: "名额给不满：{rules_zh}，不能同时满足",
    en: "the seats can never all be filled, since these cannot hold together: {rules_en}")
  static let aliasTaken = Message(
    "PX3050", .error, zh: "“{name}”已是字段“{field}”的名称或别名，不能再作别名",
    en: "“{name}” is the name or an alias of the field “{field}” already, and cannot be an alias again")

  // MARK: Earlier titles, and copies of one nomination

  static let noSuchField = Message(
    "PX3150", .error, zh: "申报字段（record）里没有“{name}”", en: "the record has no field “{name}”")
  static let noListOfRows = Message(
    "PX3151", .error, zh: "字段“{field}”不是一行行组成的列表，放不下往届的称号",
    en: "the field “{field}” is no list of rows, and cannot hold earlier titles")
  static let noIdentityField = Message(
    "PX3152", .error, zh: "字段“{field}”不是文本，不能用来认定是同一对象",
    en: "the field “{field}” is no text, by which a nominee could be known to be the same")
  static let rowForm = Message(
    "PX3153", .error, zh: "往届的一行应写成 {row}", en: "the row of an earlier title is written {row}")
  static let noSuchComponent = Message(
    "PX3154", .error, zh: "“{field}”的一行里没有“{name}”", en: "a row of “{field}” has no “{name}”")
  static let rowReadsRecord = Message(
    "PX3155", .error, zh: "往届的一行只能用“登记”和参数写成，不能读取“{name}”",
    en: "the row of an earlier title is made of 登记 and parameters; it cannot read “{name}”")
  static let sameByAbsent = Message(
    "PX3156", .error, zh: "往届的一行（row）没有写“{name}”，不能用来认定是同一称号",
    en: "the row does not say “{name}”, by which two titles could be known to be the same")
  static let noTimeField = Message(
    "PX3157", .error, zh: "字段“{field}”放不下递交时间：它既不是文本，也不是日期",
    en: "the field “{field}” cannot hold the time of handing in: it is neither a text nor a date")
}

/// All of them, for the test that each exists in both languages.
public let allRulesMessages: [Message] = [
  .unreadableFile, .circularFiles, .expectedKind, .unknownKey, .missingKey, .notOneOf, .duplicateID, .duplicateName,
  .unknownType, .badValue, .badRange, .maximaOfItems, .maximaOfDimensions, .noForm, .severalForms, .missingMaximum,
  .missingBasis, .rowLength, .optionalButDecides, .circularDefinitions, .nothingToRemove, .shareOutOfRange,
  .floorsExceedSeats, .wordOfHonour, .unknownInTemplate, .becauseUnknown, .noScore, .notARuleFile, .elementsNeeded,
  .pointsAboveMaximum, .fileTooLarge, .impossibleSeats, .impossibleCandidates, .impossibleQuota, .unreachableMinimum,
  .impossibleScale, .negativeCap, .negativePoints, .alwaysDividesByZero, .emptyRuleFile, .conflictingQuotas,
  .seatsCannotBeFilled, .deviationNotPositive, .aliasTaken,
  .noSuchField, .noListOfRows, .noIdentityField, .rowForm, .noSuchComponent, .rowReadsRecord, .sameByAbsent,
  .noTimeField,
]

/// A kind of value that a place of the file asks for.
enum Kind {
  case mapping, list, text, expression, boolean, integer, number, percentage, date, moment, row

  var phrase: Phrase {
    switch self {
    case .mapping: Phrase(zh: "“名称: 值”的一组字段", en: "a set of “key: value” fields")
    case .list: Phrase(zh: "列表", en: "a list")
    case .text: Phrase(zh: "文本", en: "a text")
    case .expression: Phrase(zh: "表达式", en: "an expression")
    case .boolean: Phrase(zh: " true 或 false", en: "true or false")
    case .integer: Phrase(zh: "整数", en: "a whole number")
    case .number: Phrase(zh: "数", en: "a number")
    case .percentage: Phrase(zh: "百分数，如 30%", en: "a percentage such as 30%")
    case .date: Phrase(zh: "日期，如 2025-12-01", en: "a date such as 2025-12-01")
    case .moment: Phrase(zh: "时间，如 2025-12-19T17:30", en: "a time such as 2025-12-19T17:30")
    case .row: Phrase(zh: "一行：[条件, …, 分值]", en: "a row: [test, …, points]")
    }
  }
}

extension Diagnostic {
  static func expected(_ kind: Kind, at span: Span) -> Diagnostic {
    Diagnostic(.expectedKind, at: span, [:].naming("kind", kind.phrase))
  }

  static func badValue(_ text: String, _ kind: Kind, at span: Span) -> Diagnostic {
    Diagnostic(.badValue, at: span, ["text": text].naming("kind", kind.phrase))
  }

  static func unknownKey(_ key: String, at span: Span, among keys: [String]) -> Diagnostic {
    var diagnostic = Diagnostic(.unknownKey, at: span, ["key": key])
    diagnostic.suggest(nearestName(to: key, among: keys), at: span)
    return diagnostic
  }

  static func missingKey(_ key: String, at span: Span) -> Diagnostic {
    Diagnostic(.missingKey, at: span, ["key": key])
  }

  static func notOneOf(_ text: String, at span: Span, choices: [String]) -> Diagnostic {
    var diagnostic = Diagnostic(.notOneOf, at: span, ["text": text, "choices": choices.joined(separator: " / ")])
    diagnostic.suggest(nearestName(to: text, among: choices), at: span)
    return diagnostic
  }

  /// Offers a name that is near; it may be wrong, so nobody applies it unasked.
  mutating func suggest(_ name: String?, at span: Span) {
    guard let name else { return }
    fixIts.append(FixIt(replace: span, with: name, .unsafe))
  }
}

extension Phrase {
  static let includedStandsHere = Phrase(
    zh: "引入的文件已经写在这里；要改，就在下一年度的文件里改（extends）",
    en: "it comes from an included file; change it in the next edition (extends)")
  static let standsAgainst = Phrase(zh: "与它相抵的：{rule_zh}", en: "what stands against it: {rule_en}")
  static let firstStandsHere = Phrase(zh: "先出现在这里", en: "it stands here first")
}
