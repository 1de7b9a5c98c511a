public import Diagnostics

/// Everything that reading records can say.
extension Message {
  // MARK: - Rows and fields

  static let notARecord = Message(
    "PX4001", .error, zh: "这里应是一条记录（一组字段和值）", en: "a record (fields with their values) is expected here")
  static let unknownField = Message(
    "PX4002", .error, zh: "{where_zh}没有名为“{name}”的字段", en: "{where_en} has no field “{name}”")
  static let duplicateField = Message(
    "PX4003", .error, zh: "字段“{name}”在同一条记录里写了两次", en: "the field “{name}” is given twice in one record")
  static let wrongKind = Message(
    "PX4004", .error, zh: "“{path}”应是{kind_zh}，这里是{found_zh}", en: "“{path}” must be {kind_en}; this is {found_en}")
  static let duplicateRecord = Message(
    "PX4005", .error,
    zh: "两条记录的“{field_zh}”相同：{id} 与 {other}；请只留一条",
    en: "two records have the same “{field_en}”: {id} and {other}; keep one of them")
  static let duplicateNumber = Message(
    "PX4006", .error,
    zh: "两条记录的“{field_zh}”都是 {id}；请改正其中一个，或只留一条",
    en: "two records have the same “{field_en}”, {id}; correct one of them, or keep one only")

  // MARK: - Values

  static let notANumber = Message(
    "PX4010", .error,
    zh: "“{path}”应是一个确切的数，只用数字、小数点和负号，不是“{text}”",
    en: "“{path}” must be one exact number, written with digits, a point and a minus sign only, not “{text}”")
  static let notAnInteger = Message(
    "PX4011", .error, zh: "“{path}”应是整数，不是“{text}”", en: "“{path}” must be a whole number, not “{text}”")
  static let tooManyDigits = Message(
    "PX4012", .error,
    zh: "“{path}”的有效数字超过 34 位，无法原样保存", en: "“{path}” has more than 34 digits and could not be kept whole")
  static let notADate = Message(
    "PX4013", .error,
    zh: "“{path}”应是写成 2025-03-01 的日期，不是“{text}”", en: "“{path}” must be a date written like 2025-03-01, not “{text}”")
  static let noSuchDay = Message(
    "PX4014", .error, zh: "没有“{text}”这一天", en: "there is no day “{text}”")
  static let notABoolean = Message(
    "PX4015", .error,
    zh: "“{path}”应是 true（是）或 false（否），不是“{text}”", en: "“{path}” must be true or false, not “{text}”")
  static let notAChoice = Message(
    "PX4016", .error, zh: "“{path}”不能是“{text}”，只能是：{choices_zh}",
    en: "“{path}” must be one of {choices_en}, not “{text}”")
  static let outOfRange = Message(
    "PX4017", .error, zh: "“{path}”是 {text}，不在允许的范围 {range} 之内", en: "“{path}” is {text}, but must lie within {range}")
  static let unusual = Message(
    "PX4018", .warning, zh: "“{path}”是 {text}，不在通常的范围 {range} 之内，请核对",
    en: "“{path}” is {text}, outside the usual {range}; check it")
  static let perhapsAFraction = Message(
    "PX4019", .hint, zh: "“{path}”的单位是 %，写的却是 {text}；若指 {percent}%，请改写",
    en: "“{path}” is in per cent, but {text} is given; if {percent}% is meant, write that")
  static let listInCell = Message(
    "PX4020", .error,
    zh: "“{path}”是列表，在一格里写成 [甲, 乙] 或 [{名称: 甲}, {名称: 乙}]；没有就写 无",
    en: "“{path}” must be a list; in a cell write it like [a, b] or [{name: a}, {name: b}], and 无 if there is none")
  static let rowInCell = Message(
    "PX4021", .error,
    zh: "“{path}”是一组字段，在一格里写成 {名称: 甲, 级别: 省}；没有就写 无",
    en: "“{path}” must be a row of fields; in a cell write it like {name: a, level: b}, and 无 if there is none")
  static let unseenCharacter = Message(
    "PX4022", .error, zh: "“{path}”里有看不见的字符 {character}，请删去",
    en: "an invisible character, {character}, stands in “{path}”; take it out")
  static let severalLines = Message(
    "PX4023", .error, zh: "“{path}”里有换行或制表符，应写在一行里",
    en: "a line break or a tab stands in “{path}”, which belongs on one line")
  static let otherUnit = Message(
    "PX4024", .error, zh: "“{path}”的单位是 {unit}，这里写的是“{given}”；请换算后只写数",
    en: "“{path}” is given in {unit}, but “{given}” stands here; convert it and write the number alone")

  // MARK: - Numbers with a check

  static let residentForm = Message(
    "PX4030", .error,
    zh: "“{path}”不是公民身份号码：应是 17 位数字加一位校验码（数字或 X）",
    en: "“{path}” must be a resident number: 17 digits and a check character (a digit or X)")
  static let residentProvince = Message(
    "PX4031", .error,
    zh: "“{path}”的前两位“{digits}”不是省级代码", en: "the first two digits of “{path}” are {digits}, which is no province")
  static let residentBirth = Message(
    "PX4032", .error,
    zh: "“{path}”第 7–14 位不是日历上的一天", en: "digits 7 to 14 of “{path}” are no day of the calendar")
  static let residentCheck = Message(
    "PX4033", .error,
    zh: "“{path}”的校验码不对：按前 17 位应是 {expected}；请核对每一位",
    en: "the check character of “{path}” is wrong: the 17 digits before it ask for {expected}; check every digit")
  static let creditLength = Message(
    "PX4034", .error,
    zh: "“{path}”应有 18 位，这里有 {count} 位", en: "“{path}” must have 18 characters, not {count}")
  static let creditCharacter = Message(
    "PX4035", .error,
    zh: "“{path}”第 {place} 位“{character}”不是信用代码的字符",
    en: "character {place} of “{path}”, {character}, is not used in credit codes")
  static let creditLookalike = Message(
    "PX4036", .error,
    zh: "“{path}”第 {place} 位“{character}”不是信用代码的字符，可能是“{likely}”，请核对原件",
    en: "character {place} of “{path}”, {character}, is not used in credit codes; perhaps it is {likely}")
  static let creditArea = Message(
    "PX4037", .error,
    zh: "“{path}”第 3–8 位是行政区划，应是数字", en: "characters 3 to 8 of “{path}” name an area and must be digits")
  static let creditBodyCheck = Message(
    "PX4038", .error,
    zh: "“{path}”第 17 位（主体标识码的校验）不对，应是 {expected}；请核对每一位",
    en: "character 17 of “{path}”, the check of the body’s own code, ought to be {expected}; check every character")
  static let creditCheck = Message(
    "PX4039", .error,
    zh: "“{path}”的校验码不对，应是 {expected}；请核对每一位",
    en: "the check character of “{path}” ought to be {expected}; check every character")

  // MARK: - Files

  static let fileTooLarge = Message(
    "PX4050", .error, zh: "文件超过 4 GiB，请分成几个文件", en: "the file is larger than 4 GiB; divide it")
  static let recordsNotUTF8 = Message(
    "PX4051", .error,
    zh: "文件不是 UTF-8 编码：第 {offset} 字节处是 0x{byte}；请另存为 UTF-8（表格软件里选“CSV UTF-8”）",
    en: "the file is not UTF-8: 0x{byte} at byte offset {offset}; save it as UTF-8 (“CSV UTF-8” in a spreadsheet)")
  static let textNotUTF8 = Message(
    "PX4055", .error,
    zh: "文件不是 UTF-8 编码：第 {offset} 字节处是 0x{byte}；请在编辑器中另存为 UTF-8",
    en: "the file is not UTF-8: 0x{byte} at byte offset {offset}; save it as UTF-8 in an editor")
  static let noRecords = Message(
    "PX4052", .error, zh: "文件里没有记录", en: "there are no records in the file")
  static let notRecords = Message(
    "PX4053", .error,
    zh: "文件应是记录的列表，或带有 records 列表的一组字段",
    en: "the file must be a list of records, or fields with a list “records” among them")
  static let unknownHeading = Message(
    "PX4054", .error,
    zh: "records 旁边只能写 award 和 edition，不能写“{name}”",
    en: "only “award” and “edition” may stand beside “records”, not “{name}”")

  // MARK: - JSON

  static let jsonSyntax = Message(
    "PX4060", .error, zh: "这里不合 JSON 语法；请检查逗号、冒号、括号和引号",
    en: "this is no JSON; look at commas, colons, brackets and quotes")
  static let jsonEnds = Message(
    "PX4061", .error, zh: "JSON 到这里就断了，缺少右括号", en: "the JSON ends here; a closing bracket is missing")
  static let jsonTrailing = Message(
    "PX4062", .error, zh: "JSON 在前面已经结束，这里多出了内容", en: "the JSON has already ended; this is left over")
  static let jsonTooDeep = Message(
    "PX4063", .error, zh: "列表和字段套叠超过 {limit} 层", en: "lists and rows are nested more than {limit} deep")
  static let jsonUnclosed = Message(
    "PX4064", .error, zh: "有一处双引号没有配对", en: "a quote is never closed")
  static let jsonControl = Message(
    "PX4065", .error, zh: "双引号里有换行或控制字符；换行写作 \\n",
    en: "a line break or control character stands in quotes; write \\n for a break")
  static let jsonWord = Message(
    "PX4066", .error,
    zh: "“{text}”不是 JSON 的值：文字要加双引号，数的前面不能有多余的 0、加号或小数点",
    en:
      "“{text}” is no value of JSON: texts need quotes, and no superfluous 0, no + and no point stands in front of a number"
  )
  static let jsonEscape = Message(
    "PX4067", .error, zh: "双引号里的反斜杠转义不对", en: "an escape in these quotes is wrong")
  static let readerFailed = Message(
    "PX4069", .error, zh: "内存不足，读取中止", en: "reading stopped for lack of memory")

  // MARK: - CSV

  static let csvHeaderMissing = Message(
    "PX4070", .error, zh: "第一行应是各列的字段名", en: "the first row names the columns")
  static let csvUnknownColumn = Message(
    "PX4071", .error, zh: "没有名为“{name}”的字段，这一列无法读取", en: "there is no field “{name}” for this column")
  static let csvDuplicateColumn = Message(
    "PX4072", .error, zh: "“{name}”占了两列", en: "there are two columns “{name}”")
  static let csvRagged = Message(
    "PX4073", .error,
    zh: "第 {row} 行有 {actual} 格，表头有 {expected} 列；格里有逗号时要加双引号",
    en: "row {row} has {actual} cells, the header {expected}; a cell with a comma needs quotes")
  static let csvQuote = Message(
    "PX4074", .error,
    zh: "双引号用得不对：整格加双引号，格里的双引号写两遍",
    en: "quotes stand around the whole cell, and a quote inside is written twice")
  static let csvUnclosed = Message(
    "PX4075", .error, zh: "这一格的双引号到文件末尾也没有配对", en: "the quote of this cell is never closed")
  static let csvSeparator = Message(
    "PX4076", .error,
    zh: "各列之间应是半角逗号，这里是{sign_zh}；请另存为以逗号分隔的 CSV",
    en: "a comma separates the columns, not {sign_en}; save the file as a CSV separated by commas")

  public static let allRecordsMessages: [Message] = [
    notARecord, unknownField, duplicateField, wrongKind, duplicateRecord, duplicateNumber, notANumber, notAnInteger,
    tooManyDigits,
    notADate, noSuchDay, notABoolean, notAChoice, outOfRange, unusual, perhapsAFraction, listInCell, rowInCell,
    unseenCharacter, severalLines, otherUnit,
    residentForm, residentProvince, residentBirth, residentCheck, creditLength, creditCharacter, creditLookalike,
    creditArea, creditBodyCheck, creditCheck, fileTooLarge, recordsNotUTF8, textNotUTF8, noRecords, notRecords,
    unknownHeading,
    jsonSyntax, jsonEnds, jsonTrailing, jsonTooDeep, jsonUnclosed, jsonControl, jsonWord, jsonEscape, readerFailed,
    csvHeaderMissing, csvUnknownColumn, csvDuplicateColumn, csvRagged, csvQuote, csvUnclosed,
    csvSeparator,
  ]
}

extension Phrase {
  static let otherRecord = Phrase(zh: "另一条写在这里", en: "the other one stands here")
  static let inCell = Phrase(zh: "表格第 {row} 行，“{column}”列", en: "row {row} of the table, column “{column}”")
  static let firstColumn = Phrase(zh: "第一列在这里", en: "the first one is here")
  static let perhapsMeant = Phrase(zh: "是不是想写“{name}”？", en: "did you mean “{name}”?")
}
