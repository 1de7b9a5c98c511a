public import Diagnostics

/// Everything that FEEL can say.
extension Message {
  public static let allFEELMessages: [Message] = [
    .lookalike, .fullWidthSpace, .foreignOperator, .lookalikeOfNothing, .strayCharacter, .unfinishedString,
    .unfinishedComment, .numberOutOfBounds, .emptyExpression, .unexpectedEnd, .expectedExpression,
    .expectedOperator, .expectedSign, .expectedKeyword, .expectedName, .expectedTypeName, .expectedTemporal,
    .duplicateKey, .externalFunction, .tooDeep,
    .badTemporal, .inputOutsideTests, .functionWithoutArguments, .unknownName, .noComponents, .unknownComponent,
    .wrongOperand, .operandsDoNotFit, .neverEqual, .noOrder, .notAValue, .noCommonValue, .notACondition, .unknownType,
    .notAList, .notAFilter, .wrongType, .unknownFunction, .wrongArgumentCount, .notAFunction, .unknownParameter,
    .wrongArgument,
    .noSuchDate, .noSuchTime, .noSuchDuration, .noSuchNumber, .nullOperand, .nullArgument, .divisionByZero,
    .noResult, .tooLong, .emptyList, .notANumber, .notComparable, .noSuchComponent, .nullBase, .nullDomain,
    .noSuchElement, .tooDeepCalls, .nullEnd, .clockInRule, .noClock,
    .noPattern, .patternTooHard, .noReplacement,
  ]

  /// The same as a warning: where the standard runs what cannot have a result.
  var weakened: Message { Message(code, min(severity, .warning), zh: phrase.zh, en: phrase.en) }

  // MARK: Syntax

  static let lookalike = Message(
    "PX2001", .error, zh: "“{written}”与 FEEL 的字符形似而不同，这里要写“{replacement}”",
    en: "“{written}” only looks like the character that FEEL wants here: “{replacement}”")
  static let fullWidthSpace = Message(
    "PX2002", .hint, zh: "这里是全角空格，作空白看待", en: "a full-width space, taken as white space")
  static let foreignOperator = Message(
    "PX2003", .error, zh: "FEEL 没有“{written}”，要写“{replacement}”", en: "FEEL has no “{written}”: write “{replacement}”")
  static let lookalikeOfNothing = Message(
    "PX2004", .error, zh: "“{written}”形似“{replacement}”，FEEL 两者都不用",
    en: "“{written}” looks like “{replacement}”, and FEEL uses neither")
  static let strayCharacter = Message(
    "PX2005", .error, zh: "FEEL 不用字符“{found}”", en: "FEEL does not use the character “{found}”")
  static let unfinishedString = Message(
    "PX2006", .error, zh: "文字没有以引号结束", en: "the text is not closed by a quotation mark")
  static let unfinishedComment = Message(
    "PX2007", .error, zh: "注释没有以 */ 结束", en: "the comment is not closed by */")
  static let numberOutOfBounds = Message(
    "PX2009", .error, zh: "数“{found}”超出可表示的范围", en: "the number “{found}” is out of bounds")
  static let emptyExpression = Message("PX2010", .error, zh: "表达式是空的", en: "the expression is empty")
  static let unexpectedEnd = Message(
    "PX2011", .error, zh: "表达式没有写完", en: "the expression ends too early")
  static let expectedExpression = Message(
    "PX2012", .error, zh: "这里应当是一个值，而不是“{found}”", en: "a value should stand here, not “{found}”")
  static let expectedOperator = Message(
    "PX2013", .error, zh: "“{found}”之前缺少运算符，或者表达式应当在此结束",
    en: "an operator is missing before “{found}”, or the expression should end here")
  static let expectedSign = Message(
    "PX2014", .error, zh: "这里应当是“{expected}”，而不是“{found}”", en: "“{expected}” should stand here, not “{found}”")
  static let expectedKeyword = Message(
    "PX2015", .error, zh: "这里应当是 {expected}，而不是“{found}”", en: "{expected} should stand here, not “{found}”")
  static let expectedName = Message(
    "PX2016", .error, zh: "这里应当是一个名称，而不是“{found}”", en: "a name should stand here, not “{found}”")
  static let expectedTypeName = Message(
    "PX2017", .error, zh: "这里应当是一个类型，而不是“{found}”", en: "a type should stand here, not “{found}”")
  static let expectedTemporal = Message(
    "PX2018", .error, zh: "@ 之后应当是引号中的日期、时间或时长", en: "after @ comes a date, a time or a duration in quotation marks")
  static let duplicateKey = Message(
    "PX2019", .error, zh: "“{name}”在这里出现了两次", en: "“{name}” stands here twice")
  static let externalFunction = Message(
    "PX2020", .error, zh: "不支持外部函数", en: "external functions are not supported")
  static let tooDeep = Message(
    "PX2021", .error, zh: "表达式嵌套过深", en: "the expression is nested too deeply")

  // MARK: Types

  static let badTemporal = Message(
    "PX2101", .error, zh: "“{text}”不是日期、时间或时长，日期要写成 2025-03-01 的样子",
    en: "“{text}” is no date, time or duration; a date is written like 2025-03-01")
  static let inputOutsideTests = Message(
    "PX2102", .error, zh: "? 只能在判定表的格子里使用", en: "? stands only in the cells of decision tables")
  static let functionWithoutArguments = Message(
    "PX2103", .error, zh: "函数 {name} 之后应当有括号", en: "the function {name} wants parentheses behind it")
  static let unknownName = Message(
    "PX2104", .error, zh: "没有名为“{name}”的字段、参数或定义", en: "no field, parameter or definition is named “{name}”")
  static let noComponents = Message(
    "PX2105", .error, zh: "{type_zh}没有子字段“{name}”", en: "a {type_en} has no component “{name}”")
  static let unknownComponent = Message(
    "PX2106", .error, zh: "没有名为“{name}”的子字段，有的是：{names_zh}", en: "no component is named “{name}”; there are: {names_en}"
  )
  static let wrongOperand = Message(
    "PX2107", .error, zh: "“{text}”是{type_zh}，不能用于运算 {operator}",
    en: "“{text}” is a {type_en}, on which {operator} does not work")
  static let operandsDoNotFit = Message(
    "PX2108", .error, zh: "{left_zh} {operator} {right_zh} 没有意义", en: "{left_en} {operator} {right_en} has no meaning")
  static let neverEqual = Message(
    "PX2109", .error, zh: "{left_zh}与{right_zh}不能比较", en: "{left_en} and {right_en} cannot be compared")
  static let noOrder = Message(
    "PX2110", .error, zh: "“{text}”是{type_zh}，没有大小之分", en: "“{text}” is a {type_en}, which has no order")
  static let notAValue = Message(
    "PX2111", .error, zh: "“{text}”不在可取的值之内：{values_zh}", en: "“{text}” is none of the allowed values: {values_en}")
  static let noCommonValue = Message(
    "PX2112", .error, zh: "两边可取的值没有一个相同：{left_zh}；{right_zh}",
    en: "the two sides have no value in common: {left_en}; {right_en}")
  static let notACondition = Message(
    "PX2113", .error, zh: "这里应当是一个条件（是或否），而“{text}”是{type_zh}",
    en: "a condition (true or false) should stand here, but “{text}” is a {type_en}")
  static let unknownType = Message("PX2114", .error, zh: "没有名为“{name}”的类型", en: "no type is named “{name}”")
  static let notAList = Message(
    "PX2115", .error, zh: "这里应当是一个列表，而“{text}”是{type_zh}", en: "a list should stand here, but “{text}” is a {type_en}")
  static let notAFilter = Message(
    "PX2116", .error, zh: "方括号里应当是条件或序号，而“{text}”是{type_zh}",
    en: "a condition or a position should stand in the brackets, but “{text}” is a {type_en}")
  static let wrongType = Message(
    "PX2117", .error, zh: "这里应当是{wanted_zh}，而“{text}”是{type_zh}",
    en: "a {wanted_en} should stand here, but “{text}” is a {type_en}")
  static let unknownFunction = Message("PX2118", .error, zh: "没有名为“{name}”的函数", en: "no function is named “{name}”")
  static let wrongArgumentCount = Message(
    "PX2119", .error, zh: "{name} 要 {wanted} 个参数，这里给了 {count} 个", en: "{name} takes {wanted} arguments, not {count}")
  static let notAFunction = Message(
    "PX2120", .error, zh: "“{text}”是{type_zh}，不是函数", en: "“{text}” is a {type_en}, not a function")
  static let unknownParameter = Message(
    "PX2121", .error, zh: "函数 {function} 没有名为“{name}”的参数", en: "the function {function} has no parameter “{name}”")
  static let wrongArgument = Message(
    "PX2122", .error, zh: "函数 {function} 的参数 {parameter} 不能是{type_zh}（“{text}”）",
    en: "the parameter {parameter} of the function {function} cannot be a {type_en} (“{text}”)")

  static let clockInRule = Message(
    "PX2123", .error, zh: "规则里不能用 {function}()：结论会随日子变；要比较的日子请写成参数，如 基准日",
    en: "a rule cannot use {function}(): its answer would change with the day; make the day a parameter, as 基准日 is")

  // MARK: Why a value is null

  static let noSuchDate = Message(
    "PX2201", .error, zh: "没有“{text}”这个日期，日期要写成 2025-03-01 的样子",
    en: "there is no date “{text}”; dates are written like 2025-03-01")
  static let noSuchTime = Message("PX2202", .error, zh: "没有“{text}”这个时间", en: "there is no time “{text}”")
  static let noSuchDuration = Message(
    "PX2203", .error, zh: "“{text}”不是时长，时长要写成 P1Y、P6M、P30D 的样子",
    en: "“{text}” is no duration; durations are written like P1Y, P6M, P30D")
  static let noSuchNumber = Message("PX2204", .error, zh: "“{text}”不是数", en: "“{text}” is no number")
  static let nullOperand = Message("PX2205", .error, zh: "“{text}”没有值", en: "“{text}” has no value")
  static let nullArgument = Message(
    "PX2206", .error, zh: "交给函数 {function} 的参数没有值", en: "an argument of the function {function} has no value")
  static let divisionByZero = Message("PX2207", .error, zh: "除数“{text}”为 0", en: "the divisor “{text}” is 0")
  static let noResult = Message("PX2208", .error, zh: "“{text}”对这些值没有结果", en: "“{text}” has no result for these values")
  static let tooLong = Message("PX2209", .error, zh: "列表或循环过长", en: "the list or the iteration is too long")
  static let emptyList = Message(
    "PX2210", .error, zh: "空列表没有 {function} 的结果", en: "the function {function} has no result for an empty list")
  static let notANumber = Message(
    "PX2211", .error, zh: "函数 {function} 只用于数，这里有{type_zh}",
    en: "the function {function} is for numbers, and there is a {type_en}")
  static let notComparable = Message(
    "PX2212", .error, zh: "{left_zh}与{right_zh}不能比较", en: "{left_en} and {right_en} cannot be compared")
  static let noSuchComponent = Message("PX2213", .error, zh: "没有子字段“{name}”", en: "there is no component “{name}”")
  static let nullBase = Message("PX2214", .error, zh: "没有值，也就没有“{name}”", en: "there is no value, and so no “{name}”")
  static let nullDomain = Message("PX2215", .error, zh: "要逐个查看的列表没有值", en: "the list to go through has no value")
  static let noSuchElement = Message(
    "PX2216", .error, zh: "列表有 {count} 项，没有第 {position} 项",
    en: "the list has {count} elements, and no number {position}")
  static let nullEnd = Message("PX2218", .error, zh: "区间的一端没有值", en: "an end of the range has no value")
  static let noPattern = Message(
    "PX2220", .error, zh: "“{text}”不是正则表达式", en: "“{text}” is no regular expression")
  static let patternTooHard = Message(
    "PX2221", .error, zh: "这个正则表达式要试的可能太多，不再试下去",
    en: "this regular expression has too many ways to try, and is given up")
  static let noReplacement = Message(
    "PX2222", .error, zh: "“{text}”不能用来替换：$ 之后应是组的序号，\\ 之后应是 $ 或 \\",
    en: "“{text}” cannot be put in: behind $ stands the number of a group, behind \\ a $ or a \\")
  static let noClock = Message(
    "PX2219", .error, zh: "没有给出当前时间，{function}() 没有值",
    en: "{function}() has no value, since nobody said what time it is")
  static let tooDeepCalls = Message("PX2217", .error, zh: "函数调用嵌套过深", en: "functions call each other too deeply")
}
