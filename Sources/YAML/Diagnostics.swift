public import Diagnostics

extension Message {
  // MARK: - The text as a whole

  static let notUTF8 = Message(
    "PX1001", .error,
    zh: "文件不是 UTF-8 编码：第 {offset} 字节处是 0x{byte}；请在编辑器中另存为 UTF-8",
    en: "the file is not UTF-8: 0x{byte} at byte offset {offset}; save it as UTF-8")
  static let controlCharacter = Message(
    "PX1002", .error,
    zh: "这里有看不见的控制字符 {character}，YAML 不允许",
    en: "the invisible control character {character} stands here, which YAML does not allow")
  static let tooManyBytes = Message(
    "PX1003", .error,
    zh: "文件超过 {limit} KiB，不予读取",
    en: "the file is larger than {limit} KiB and is not read")
  static let emptyDocument = Message(
    "PX1004", .error, zh: "文件中没有内容", en: "there is nothing in the file")
  static let severalDocuments = Message(
    "PX1005", .error,
    zh: "一个文件只能有一个 YAML 文档，这里又开始了一个",
    en: "a file holds one YAML document, and another one begins here")

  // MARK: - Keys, tags, aliases, limits

  static let duplicateKey = Message(
    "PX1006", .error, zh: "“{key}”重复", en: "“{key}” is given twice")
  static let keyIsNoText = Message(
    "PX1007", .error, zh: "键必须是一段文字，不能是列表或映射", en: "a key must be a text, not a list or a mapping")
  static let unknownTag = Message(
    "PX1008", .error,
    zh: "不认识标签 {tag}；只能用 !!str、!!int、!!float、!!bool、!!null、!!seq 和 !!map，并与值的种类相符",
    en: "unknown tag {tag}; only !!str, !!int, !!float, !!bool, !!null, !!seq and !!map may be used, each on its kind")
  static let tagMismatch = Message(
    "PX1009", .error, zh: "“{text}”不能读作 {tag}", en: "“{text}” cannot be read as {tag}")
  static let undefinedAlias = Message(
    "PX1010", .error, zh: "前文没有锚点 &{name}", en: "there is no anchor &{name} before this")
  static let cyclicAlias = Message(
    "PX1011", .error, zh: "*{name} 引用了它自己所在的内容", en: "*{name} refers to what it is itself a part of")
  static let aliasExplosion = Message(
    "PX1012", .error,
    zh: "别名展开后超过 {limit} 个节点，不予读取",
    en: "aliases stand for more than {limit} nodes; the file is not read")
  static let tooDeep = Message(
    "PX1013", .error, zh: "列表和映射套叠超过 {limit} 层", en: "lists and mappings are nested more than {limit} deep")
  static let tooManyNodes = Message(
    "PX1014", .error, zh: "文件中超过 {limit} 个节点，不予读取", en: "there are more than {limit} nodes; the file is not read")

  // MARK: - Syntax

  static let tabIndentation = Message(
    "PX1020", .error, zh: "缩进只能用空格，这里是制表符", en: "indent with spaces only; this is a tab")
  static let reservedCharacter = Message(
    "PX1021", .error,
    zh: "文字不能以“{character}”开头；请给整段文字加上引号",
    en: "a text cannot begin with “{character}”; put the whole text in quotes")
  static let anchorName = Message(
    "PX1022", .error,
    zh: "锚点和别名的名字只能用字母、数字、“_”和“-”，不能用汉字或其他符号；以 & 或 * 开头的文字请加引号",
    en: "names of anchors and aliases are made of A–Z, a–z, 0–9, _ and -; put a text that begins with & or * in quotes")
  static let unclosedQuote = Message(
    "PX1023", .error, zh: "这个引号到文件末尾也没有配对", en: "this quote is never closed")
  static let missingColon = Message(
    "PX1024", .error,
    zh: "这里应是“键: 值”，却没有“:”（半角冒号加空格）",
    en: "“key: value” is expected here, but there is no “:” followed by a space")
  static let fullWidthColon = Message(
    "PX1025", .error, zh: "键后面应是半角冒号加空格，这里是全角冒号", en: "a key is followed by “:” and a space; this is a full-width colon"
  )
  static let spaceAfterColon = Message(
    "PX1026", .error, zh: "键的冒号后面缺少空格", en: "a space is missing behind the colon of a key")
  static let colonInText = Message(
    "PX1027", .error,
    zh: "这里不能再有“键: 值”；文字里有冒号加空格时，请给整段文字加上引号；若是新的一行，请检查缩进",
    en: "“key: value” cannot stand here; put a text that contains “: ” in quotes, or check the indentation of the line")
  static let entryNotAllowed = Message(
    "PX1028", .error, zh: "“-”列表项不能写在这里；列表要另起一行", en: "an entry “-” cannot stand here; a list begins on a new line")
  static let keyNotAllowed = Message(
    "PX1029", .error, zh: "“?”不能写在这里", en: "“?” cannot stand here")
  static let flowSequenceEnd = Message(
    "PX1030", .error, zh: "方括号里这里应是“,”或“]”", en: "“,” or “]” is expected here")
  static let flowMappingEnd = Message(
    "PX1031", .error, zh: "花括号里这里应是“,”或“}”", en: "“,” or “}” is expected here")
  static let expectedKey = Message(
    "PX1032", .error,
    zh: "这里应是下一个键；请检查缩进是否与前面的键对齐，引号后面是否还有文字",
    en: "the next key is expected here; check that it lines up with the keys before it and that no text follows a quote"
  )
  static let expectedEntry = Message(
    "PX1033", .error,
    zh: "这里应是下一个“-”列表项；请检查缩进是否对齐",
    en: "the next entry “-” is expected here; check the indentation")
  static let expectedValue = Message("PX1034", .error, zh: "这里缺少一个值", en: "a value is missing here")
  static let unknownEscape = Message(
    "PX1035", .error,
    zh: "双引号里没有 \\{character} 这种转义；反斜杠本身写作 \\\\，或改用单引号",
    en: "there is no escape \\{character} in double quotes; write \\\\ for a backslash, or use single quotes")
  static let hexadecimalEscape = Message(
    "PX1036", .error,
    zh: "\\x、\\u、\\U 之后应分别有 2、4、8 位十六进制数字",
    en: "\\x, \\u and \\U are followed by 2, 4 and 8 hexadecimal digits")
  static let escapedCodePoint = Message(
    "PX1037", .error,
    zh: "这个转义不是任何字符；第 16 平面以内、代理区以外的字符写作 \\UXXXXXXXX",
    en: "this escape is no character; write \\UXXXXXXXX instead of two surrogates")
  static let blockHeader = Message(
    "PX1038", .error,
    zh: "“|”或“>”后面只能有 1 到 9 的缩进数、“+”或“-”，以及注释",
    en: "“|” or “>” is followed by an indentation of 1 to 9, “+” or “-”, and a comment only")
  static let badTag = Message(
    "PX1039", .error,
    zh: "标签写法不对；以“!”开头的文字请加引号",
    en: "this is no tag; put a text that begins with “!” in quotes")
  static let badDirective = Message(
    "PX1040", .error,
    zh: "以“%”开头的行是 YAML 指令，只能是 %YAML 1.2 或 %TAG；文字请加引号",
    en: "a line that begins with “%” is a directive, %YAML 1.2 or %TAG; put a text in quotes")
  static let documentMarkInQuotes = Message(
    "PX1041", .error,
    zh: "引号还没有配对，就遇到了行首的“---”或“...”",
    en: "“---” or “...” stands at the beginning of a line before this quote is closed")
  static let contentAfterEnd = Message(
    "PX1042", .error,
    zh: "文档的内容在前面已经结束，这里多出了文字；请检查缩进",
    en: "the document has already ended and this is left over; check the indentation")
  static let otherSyntax = Message(
    "PX1048", .error, zh: "这里不合 YAML 语法（{problem}）", en: "this is no YAML ({problem})")
  static let readerFailed = Message(
    "PX1049", .error, zh: "内存不足，YAML 读取中止", en: "reading stopped for lack of memory")

  public static let allYAMLMessages: [Message] = [
    notUTF8, controlCharacter, tooManyBytes, emptyDocument, severalDocuments, duplicateKey, keyIsNoText, unknownTag,
    tagMismatch, undefinedAlias, cyclicAlias, aliasExplosion, tooDeep, tooManyNodes, tabIndentation,
    reservedCharacter, anchorName, unclosedQuote, missingColon, fullWidthColon, spaceAfterColon, colonInText,
    entryNotAllowed, keyNotAllowed, flowSequenceEnd, flowMappingEnd, expectedKey, expectedEntry, expectedValue,
    unknownEscape, hexadecimalEscape, escapedCodePoint, blockHeader, badTag, badDirective, documentMarkInQuotes,
    contentAfterEnd, otherSyntax, readerFailed,
  ]
}

extension Phrase {
  static let firstDocument = Phrase(zh: "第一个文档从这里开始", en: "the first document begins here")
  static let firstKey = Phrase(zh: "第一次写在这里", en: "it is first given here")
  static let anchorBegins = Phrase(zh: "它从这里开始", en: "it begins here")
  static let tagStands = Phrase(zh: "标签写在这里", en: "the tag stands here")
  static let openedHere = Phrase(zh: "从这里开始", en: "it begins here")
}
