public import Diagnostics

/// What is said about decision tables.
extension Message {
  public static let valueNotAllowed = Message(
    "PX2501", .error,
    zh: "“{value}”不是“{input}”的允许取值（{allowed_zh}）",
    en: "“{value}” is not an allowed value of “{input}” ({allowed_en})")

  public static let wrongCellCount = Message(
    "PX2502", .error,
    zh: "这一行有 {found} 格条件，而表头有 {expected} 个输入",
    en: "this row has {found} condition cells, but the table has {expected} inputs")

  public static let wrongOutputCount = Message(
    "PX2503", .error,
    zh: "这一行有 {found} 个结果，应为 {expected} 个",
    en: "this row has {found} outputs instead of {expected}")

  public static let tableIsEmpty = Message(
    "PX2504", .error, zh: "表中没有任何一行", en: "the table has no rows")

  public static let tableHasGap = Message(
    "PX2505", .error, zh: "{values} 没有任何一行与之相符", en: "no row matches {values}")

  public static let rowsOverlap = Message(
    "PX2506", .error,
    zh: "第 {first} 行与第 {second} 行都符合 {values}；命中方式 unique 只许一行相符",
    en: "rows {first} and {second} both match {values}; with hit policy unique only one row may")

  public static let rowsDisagree = Message(
    "PX2507", .error,
    zh: "第 {first} 行与第 {second} 行都符合 {values}，结果却不同；命中方式 any 要求结果相同",
    en: "rows {first} and {second} both match {values}, but their outputs differ; with hit policy any they must agree")

  public static let rowIsUnreachable = Message(
    "PX2508", .error,
    zh: "第 {row} 行永远轮不到：它能符合的取值，前面的行都已占去",
    en: "row {row} can never be reached: the rows before it take every value that it matches")

  public static let cellMatchesNothing = Message(
    "PX2509", .warning,
    zh: "第 {row} 行的这一格不符合“{input}”的任何取值（{domain}）",
    en: "this cell of row {row} matches no value of “{input}” ({domain})")

  public static let tableTooLarge = Message(
    "PX2510", .warning,
    zh: "表太大，没有查完有无遗漏与重叠",
    en: "the table is too large to be searched for gaps and overlaps")

  public static let outputValuesMissing = Message(
    "PX2511", .error,
    zh: "命中方式“{policy}”按结果取值表排先后，但没有给出结果取值表",
    en: "hit policy “{policy}” ranks outputs by the list of output values, but there is none")

  public static let severalOutputsAggregated = Message(
    "PX2512", .error,
    zh: "有多个结果的表不能汇总（{aggregation}）",
    en: "a table with several outputs cannot be aggregated ({aggregation})")

  // MARK: Files

  static let notXML = Message("PX2520", .error, zh: "这不是 XML 文件", en: "this is no XML file")
  static let brokenXML = Message(
    "PX2521", .error, zh: "XML 到这里就读不下去了，在元素“{element}”之内",
    en: "the XML breaks off here, within the element “{element}”")
  static let documentTooLarge = Message(
    "PX2522", .error, zh: "文件超过 {limit} MB，不再读下去", en: "the file is larger than {limit} MB and is not read")
  static let documentTooDeep = Message(
    "PX2523", .error, zh: "元素嵌套超过 {limit} 层", en: "elements are nested more than {limit} levels deep")
  static let notUTF8 = Message(
    "PX2524", .error, zh: "文件不是 UTF-8 编码，请另存为 UTF-8", en: "the file is not UTF-8; save it as UTF-8")
  static let documentType = Message(
    "PX2525", .error, zh: "模型文件不许有 DOCTYPE：它会引来外部实体",
    en: "a model has no DOCTYPE, which could bring in external entities")
  static let notDMN = Message(
    "PX2526", .error, zh: "这不是 DMN 1.1 至 1.5 的模型：根元素是“{element}”，命名空间是“{namespace}”",
    en: "this is no model of DMN 1.1 to 1.5: the root is “{element}” of the namespace “{namespace}”")
  static let noReference = Message(
    "PX2527", .error, zh: "“{element}”没有写明指向哪个元素（href）", en: "“{element}” does not say what it refers to (href)")
  static let noName = Message("PX2528", .error, zh: "“{element}”没有名称", en: "“{element}” has no name")
  static let noExpression = Message(
    "PX2529", .error, zh: "“{element}”里没有表达式", en: "there is no expression in “{element}”")
  static let unknownFunctionKind = Message(
    "PX2530", .error, zh: "没有“{kind}”这种函数，只有 FEEL、Java、PMML",
    en: "there is no kind of function “{kind}”; there are FEEL, Java, PMML")
  static let unknownHitPolicy = Message(
    "PX2531", .error, zh: "没有“{policy}”这种命中方式", en: "there is no hit policy “{policy}”")
  static let otherLanguage = Message(
    "PX2532", .error, zh: "这个表达式用 {language} 写成：只认 FEEL",
    en: "this expression is written in {language}: only FEEL is read")
  static let wrongRowLength = Message(
    "PX2533", .error, zh: "这一行有 {found} 格，而表头有 {expected} 列",
    en: "this row has {found} cells, but the table has {expected} columns")

  // MARK: Models

  static let unknownElement = Message(
    "PX2540", .error, zh: "模型中没有编号为“{id}”的元素", en: "the model has no element with the id “{id}”")
  static let unknownItemType = Message("PX2541", .error, zh: "没有名为“{name}”的类型", en: "no type is named “{name}”")
  static let duplicateElement = Message("PX2542", .error, zh: "“{name}”出现了两次", en: "“{name}” stands here twice")
  static let unknownImport = Message(
    "PX2543", .error, zh: "找不到要导入的模型“{name}”（{namespace}）",
    en: "the model to import as “{name}” is not there ({namespace})")
  static let circularImport = Message(
    "PX2544", .error, zh: "导入“{name}”绕成了一个圈", en: "the import “{name}” runs in a circle")
  static let foreignFunction = Message(
    "PX2545", .error, zh: "用 {kind} 写的函数不能运行：只运行 FEEL 写的函数",
    en: "a function written in {kind} is not run: only those in FEEL are")
  static let circularRequirement = Message(
    "PX2546", .error, zh: "需求绕成了一个圈：{path}", en: "the requirements run in a circle: {path}")
  static let noOutput = Message(
    "PX2547", .error, zh: "决策服务“{name}”没有输出决策", en: "the decision service “{name}” has no output decision")
  static let circularType = Message(
    "PX2548", .error, zh: "类型“{name}”绕了一圈又是它自己", en: "the type “{name}” is nothing but itself, in a circle")
  static let duplicateID = Message(
    "PX2549", .error, zh: "编号“{id}”出现了两次，引用它的只找得到前一个",
    en: "the id “{id}” stands here twice; references find the first one only")

  // MARK: Why a value is null

  static let doesNotConform = Message(
    "PX2550", .warning, zh: "“{value}”不是 {type}，结果为 null", en: "“{value}” is no {type}, which gives null")
  static let noFunction = Message("PX2551", .warning, zh: "要调用的不是函数", en: "what is called is no function")
  static let noParameter = Message(
    "PX2552", .warning, zh: "函数没有参数“{name}”，有的是：{names_zh}",
    en: "the function has no parameter “{name}”; it has: {names_en}")
  static let noList = Message("PX2553", .warning, zh: "要逐个查看的列表没有值", en: "the list to go through has no value")
  static let inputNotAdmitted = Message(
    "PX2554", .warning, zh: "“{value}”不在“{input}”允许的取值之内", en: "“{value}” is not among the values that “{input}” admits"
  )
  static let severalRowsMatch = Message(
    "PX2555", .warning, zh: "命中方式 unique 只许一行相符，第 {rows_zh} 行都符合",
    en: "with hit policy unique one row may match, and rows {rows_en} do")
  static let outputsDiffer = Message(
    "PX2556", .warning, zh: "命中方式 any 要求结果相同，第 {rows_zh} 行的结果不同",
    en: "with hit policy any the outputs must agree; those of rows {rows_en} differ")
  static let notACondition = Message(
    "PX2558", .warning, zh: "“{value}”不是条件（是或否），结果为 null",
    en: "“{value}” is no condition (true or false), which gives null")
  static let tooDeepCalls = Message(
    "PX2557", .warning, zh: "函数与决策相互调用过深", en: "functions and decisions call each other too deeply")

  static let noInput = Message(
    "PX2559", .warning, zh: "没有给出输入“{name}”，按 null 计", en: "the input “{name}” is not given, and counts as null")
  static let noLogic = Message(
    "PX2560", .warning, zh: "“{name}”没有写明逻辑，结果为 null", en: "the logic of “{name}” is not given, which gives null")

  /// A note beside a gap or an overlap.
  static let forExample = Phrase(zh: "例如 {example}", en: "for example {example}")

  /// A note beside an overlap: the other row.
  static let otherRow = Phrase(zh: "第 {row} 行", en: "row {row}")

  /// A note beside a row that is never reached.
  static let takenBy = Phrase(zh: "已被第 {row} 行占去", en: "taken by row {row}")

  public static let allDMNMessages: [Message] = [
    valueNotAllowed, wrongCellCount, wrongOutputCount, tableIsEmpty, tableHasGap, rowsOverlap, rowsDisagree,
    rowIsUnreachable, cellMatchesNothing, tableTooLarge, outputValuesMissing, severalOutputsAggregated,
    notXML, brokenXML, documentTooLarge, documentTooDeep, notUTF8, documentType, notDMN, noReference, noName,
    noExpression, unknownFunctionKind, unknownHitPolicy, unknownElement, unknownItemType, duplicateElement,
    unknownImport, circularImport, foreignFunction, doesNotConform, noFunction, noParameter, noList, inputNotAdmitted,
    severalRowsMatch, outputsDiffer, notACondition, tooDeepCalls, circularRequirement, noOutput, circularType,
    duplicateID, noInput, noLogic, otherLanguage, wrongRowLength,
  ]
}

extension Phrase {
  static let didYouMean = Phrase(zh: "是不是“{name}”？", en: "did you mean “{name}”?")
}
