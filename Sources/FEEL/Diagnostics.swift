public import Diagnostics

/// Everything that FEEL can say.
extension Message {
  public static let allFEELMessages: [Message] = [
    .lookalike, .fullWidthSpace, .foreignOperator, .lookalikeOfNothing, .strayCharacter, .unfinishedString,
    .unfinishedComment, .badEscape, .numberOutOfBounds, .emptyExpression, .unexpectedEnd, .expectedExpression,
    .expectedOperator, .expectedSign, .expectedKeyword, .expectedName, .expectedTypeName, .expectedTemporal,
    .duplicateKey, .externalFunction, .tooDeep,
  ]

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
  static let badEscape = Message(
    "PX2008", .error, zh: "文字中没有“{found}”这种转义", en: "a text has no escape “{found}”")
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
}
