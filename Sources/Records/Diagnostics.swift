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

  // MARK: - What was put in order in a cell

  static let tidyWidth = Message(
    "PX4101", .note, zh: "“{path}”里的全角“{before}”按半角“{after}”读",
    en: "“{path}”: the full-width “{before}” is read as “{after}”")
  static let tidyUnit = Message(
    "PX4102", .note, zh: "“{path}”写作“{before}”，去掉千分位和单位，按 {after} 读",
    en: "“{path}”: “{before}” is read as {after}, without its separators and unit")
  static let tidyPercent = Message(
    "PX4104", .note, zh: "“{path}”写作“{before}”，单位本是 %，按 {after} 读",
    en: "“{path}”: “{before}” is read as {after}, which is in per cent anyway")
  static let tidyChineseDate = Message(
    "PX4105", .note, zh: "“{path}”写作“{before}”，按 {after} 读", en: "“{path}”: “{before}” is read as {after}")
  static let tidyDate = Message(
    "PX4106", .note, zh: "“{path}”写作“{before}”，按 {after} 读", en: "“{path}”: “{before}” is read as {after}")
  static let tidyTime = Message(
    "PX4107", .note, zh: "“{path}”写作“{before}”，只要日期，按 {after} 读",
    en: "“{path}”: of “{before}” the day is wanted, {after}")
  static let tidySerial = Message(
    "PX4108", .note, zh: "“{path}”写作“{before}”，是表格软件里一天的序号，按 {after} 读",
    en: "“{path}”: “{before}” is a spreadsheet’s number for a day, {after}")
  static let tidyDateCell = Message(
    "PX4109", .note, zh: "“{path}”是文字，单元格里存的是日期“{before}”，按“{after}”读",
    en: "“{path}” is a text, and the cell holds the date “{before}”; it is read as “{after}”")
  static let ambiguousDate = Message(
    "PX4111", .error, zh: "“{path}”写作“{text}”，分不清哪个是年、月、日；请写成 2025-03-01",
    en: "“{path}” is “{text}”, of which nobody can tell day, month and year; write it like 2025-03-01")
  static let tidyBlanks = Message(
    "PX4113", .note, zh: "“{path}”里的空格、换行或看不见的字符去掉了：“{before}”读作“{after}”",
    en: "“{path}”: blanks, breaks or invisible characters are left out of “{before}”, which is read as “{after}”")
  static let tidyBoolean = Message(
    "PX4114", .note, zh: "“{path}”写作“{before}”，按“{after_zh}”读", en: "“{path}”: “{before}” is read as {after_en}")
  static let tidyNothing = Message(
    "PX4115", .note, zh: "“{path}”写作“{before}”，按没有填读；若是“没有”，请写 无",
    en: "“{path}”: “{before}” is read as not filled in; if there is none, write 无")
  static let tidyCode = Message(
    "PX4117", .note, zh: "“{path}”写作“{before}”，按 {after} 读", en: "“{path}”: “{before}” is read as {after}")
  static let tidyFilled = Message(
    "PX4120", .note, zh: "“{path}”与 {first} 是合并的单元格，按“{after}”读",
    en: "“{path}” is merged with {first} and read as “{after}”")
  static let coveredCell = Message(
    "PX4121", .error, zh: "“{path}”与 {first} 合并成了一格，这一行填的是什么说不准；请取消合并，逐行填写",
    en: "“{path}” is merged with {first}, so that nobody can tell what this row says; unmerge and fill in every row")
  static let tidyMobile = Message(
    "PX4122", .note, zh: "“{path}”写作“{before}”，去掉分隔，按 {after} 读",
    en: "“{path}”: “{before}” is read as {after}, without what separates its digits")
  static let tidyNegative = Message(
    "PX4123", .note, zh: "“{path}”写作“{before}”，是负数，按 {after} 读", en: "“{path}”: “{before}” is negative, {after}")
  static let inexactNumber = Message(
    "PX4124", .error, zh: "“{path}”应是一个确切的数，“{text}”只是大概或一段；请填准数",
    en: "“{path}” must be one exact number; “{text}” is an estimate or a range")
  static let notesOmitted = Message(
    "PX4130", .hint, zh: "还有 {count} 处写法也整理过，太多，不再逐条说明",
    en: "{count} more cells were put in order, too many to name each")
  static let chineseEncoding = Message(
    "PX4131", .note, zh: "文件不是 UTF-8，按 GB18030 编码读", en: "the file is not UTF-8; it is read as GB18030")

  // MARK: - Sheets and titles over titles

  static let noSuchSheet = Message(
    "PX4132", .error, zh: "“{path}”里没有名为“{name}”的工作表，有的是：{names_zh}",
    en: "there is no sheet “{name}” in “{path}”; it has: {names_en}")
  static let noSheets = Message(
    "PX4133", .error, zh: "“{path}”不是工作簿，没有工作表“{name}”可读；请去掉 --sheet",
    en: "“{path}” is no workbook and has no sheet “{name}”; leave --sheet out")
  static let untitledList = Message(
    "PX4146", .error, zh: "工作表“{sheet}”里找不到列名，应有其中的：{names_zh}",
    en: "the sheet “{sheet}” has none of the columns that belong there: {names_en}")
  static let noSuchPart = Message(
    "PX4134", .error, zh: "表头的“{group}”下面不能有“{name}”，可以有的是：{names_zh}",
    en: "“{name}” cannot stand below the title “{group}”; these can: {names_en}")
  static let splitField = Message(
    "PX4135", .error, zh: "“{group}”是一个字段，表头里不能再分成“{name}”等几列；请合成一列",
    en: "“{group}” is one field and cannot be divided into columns such as “{name}”; make it one column")
  static let ambiguousPart = Message(
    "PX4136", .error, zh: "表头的“{group}”下面的“{name}”，分不清是“{first}”还是“{second}”；请写全，或把“{group}”合并到它的各列之上",
    en:
      "nobody can tell whether “{name}” below “{group}” is “{first}” or “{second}”; write it out, or merge “{group}” over its columns"
  )
  static let untitledPart = Message(
    "PX4137", .error, zh: "表头的“{group}”下面有一列没有写名称", en: "a column below “{group}” has no title")
  static let nobodysRow = Message(
    "PX4138", .error, zh: "这一行没有写是谁的；若与上一行是同一名对象，请把“{column}”一列的单元格合并",
    en: "this row does not say whose it is; if it goes on with the nominee above, merge the cells of “{column}”")
  static let writtenTwice = Message(
    "PX4139", .error, zh: "同一名对象占了几行，“{column}”却不止写了一次；请只写在第一行",
    en: "a nominee has several rows, and “{column}” is written in more than one; write it in the first alone")

  // MARK: - Cells of a workbook

  static let errorCell = Message(
    "PX4140", .error, zh: "“{path}”的单元格里是错误值 {text}，请改正公式或直接填写",
    en: "the cell of “{path}” holds the error {text}; correct its formula or fill it in")
  static let uncomputedCell = Message(
    "PX4141", .error, zh: "“{path}”的单元格里是公式，文件里却没有算出的值；请用表格软件打开并保存一次",
    en:
      "the cell of “{path}” holds a formula, but the file does not say its value; open it in a spreadsheet and save it")
  static let otherCell = Message(
    "PX4142", .error, zh: "“{path}”应是{kind_zh}，单元格里存的却是{found_zh}“{text}”",
    en: "“{path}” must be {kind_en}, but the cell holds {found_en}, “{text}”")
  static let dayWithoutYear = Message(
    "PX4143", .error, zh: "“{path}”是文字，单元格里却存成了日期 {text}，可能是表格软件改的；请设为文本格式重填",
    en:
      "“{path}” is a text, but a spreadsheet has made the date {text} of it; format the cell as text and type it again")
  static let lostDigits = Message(
    "PX4144", .error, zh: "“{path}”超过 15 位，却存成了数，末几位已经丢失；请设为文本格式，照原件重填",
    en:
      "“{path}” has more than 15 digits but is stored as a number, and the last are lost; format the cell as text and type it again"
  )
  static let scaledCell = Message(
    "PX4147", .error, zh: "“{path}”的单元格按千分之一（或更小）显示，看到的数不是存的数；请设为常规格式，照这一列的单位重填",
    en:
      "the cell of “{path}” shows a thousandth of the number that it holds; take that format off and type the number in the unit of the column"
  )
  static let hiddenRows = Message(
    "PX4148", .hint, zh: "工作表“{sheet}”有 {count} 行是隐藏或筛掉的，照样读了；不要的请删去",
    en:
      "{count} rows of the sheet “{sheet}” are hidden or filtered out, and are read all the same; delete those not meant"
  )
  static let totalRow = Message(
    "PX4149", .hint, zh: "这一行是合计，不当作记录", en: "this row sums up those above, and is no record")
  static let mobileForm = Message(
    "PX4145", .error, zh: "“{path}”不是手机号：应是 1 开头的 11 位数字",
    en: "“{path}” must be a mobile number: 11 digits, the first of them 1")

  // MARK: - Workbooks

  static let notAWorkbook = Message(
    "PX4150", .error, zh: "“{path}”不是 .xlsx 工作簿", en: "“{path}” is no .xlsx workbook")
  static let oldWorkbook = Message(
    "PX4151", .error, zh: "“{path}”是旧式（.xls）或加了密码的工作簿，请另存为不加密的 .xlsx",
    en: "“{path}” is a workbook of the old form (.xls) or has a password; save it as .xlsx without one")
  static let damagedWorkbook = Message(
    "PX4152", .error, zh: "“{path}”损坏了：读不出 {part}；请用表格软件打开，另存一份",
    en: "“{path}” is damaged: {part} cannot be read; open it in a spreadsheet and save a copy")
  static let tooManyParts = Message(
    "PX4153", .error, zh: "“{path}”里的部件超过 {limit} 个，不予读取", en: "“{path}” has more than {limit} parts and is not read")
  static let partTooLarge = Message(
    "PX4154", .error, zh: "“{path}”的 {part} 展开后超过 {limit} MiB，不予读取",
    en: "{part} of “{path}” would take more than {limit} MiB and is not read")
  static let partTooDense = Message(
    "PX4155", .error, zh: "“{path}”的 {part} 展开后是原来的 {ratio} 倍，超过 {limit} 倍，像压缩炸弹，不予读取",
    en: "{part} of “{path}” would grow {ratio} times, more than {limit}, as in a zip bomb, and is not read")
  static let brokenPart = Message(
    "PX4156", .error, zh: "“{path}”的 {part} 第 {line} 行不合 XML 语法", en: "line {line} of {part} in “{path}” is no XML")
  static let documentType = Message(
    "PX4157", .error, zh: "“{path}”的 {part} 里有文档类型或实体声明，工作簿里不该有，不予读取",
    en: "{part} of “{path}” declares a document type or entities, which no workbook does, and is not read")
  static let partTooDeep = Message(
    "PX4158", .error, zh: "“{path}”的 {part} 套叠超过 {limit} 层，不予读取",
    en: "{part} of “{path}” is nested more than {limit} deep and is not read")
  static let tooManyCells = Message(
    "PX4159", .error, zh: "“{path}”到工作表“{sheet}”已超过 {limit} 格，请分成几个文件",
    en: "“{path}” has more than {limit} cells up to the sheet “{sheet}”; divide it")
  static let damagedSheet = Message(
    "PX4160", .error, zh: "“{path}”的工作表“{sheet}”损坏了，请用表格软件打开，另存一份",
    en: "the sheet “{sheet}” of “{path}” is damaged; open it in a spreadsheet and save a copy")
  static let severalSheets = Message(
    "PX4161", .error, zh: "工作表“{sheet}”和“{other}”都像名单，不知读哪张；请用 --sheet 指明，或只留一张",
    en: "the sheets “{sheet}” and “{other}” both look like the list of nominees; say which with --sheet, or keep one")
  static let unreadSheet = Message(
    "PX4162", .hint, zh: "工作表“{sheet}”没有读：不是名单，也不是哪个列表字段的",
    en: "the sheet “{sheet}” is not read: it is neither the list of nominees nor named after a list")
  static let captionRow = Message(
    "PX4163", .hint, zh: "这一行是合并成一格的文字，不当作记录", en: "this row is one text in merged cells, and no record")
  static let noOwnerColumn = Message(
    "PX4164", .error, zh: "工作表“{sheet}”里看不出每行是谁的，应有其中一列：{columns_zh}，而且名单里也有",
    en:
      "the sheet “{sheet}” does not say whose its rows are; one of these columns is needed, here and in the list: {columns_en}"
  )
  static let unknownOwner = Message(
    "PX4165", .error, zh: "名单里没有“{column}”为“{owner}”的记录", en: "the list has no record of which “{column}” is “{owner}”")
  static let noOwner = Message(
    "PX4166", .error, zh: "这一行没有填“{column}”，不知是谁的", en: "this row has no “{column}”: nobody knows whose it is")
  static let severalOwners = Message(
    "PX4167", .error, zh: "名单里不止一条记录的“{column}”是“{owner}”，不知这一行是谁的",
    en: "the list has several records of which “{column}” is “{owner}”: nobody knows whose this row is")

  // MARK: - Several copies of one nomination

  static let handedInLate = Message(
    "PX4201", .error, zh: "“{id}”递交于 {time}，已过截止时间 {deadline}，不予受理",
    en: "“{id}” was handed in at {time}, after the deadline of {deadline}, and is not accepted")
  static let unreadableTime = Message(
    "PX4202", .error, zh: "“{path}”写作“{text}”，看不出是什么时间；请写成 2025-12-03T10:00",
    en: "“{path}” is “{text}”, which is no time that could be read; write it like 2025-12-03T10:00")
  static let mergedInto = Message(
    "PX4203", .warning, zh: "“{id}”与“{other}”是同一对象，属重复推荐，并入“{other}”",
    en: "“{id}” is a second nomination of the nominee of “{other}”, and merged into it")

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
    tidyWidth, tidyUnit, tidyPercent, tidyChineseDate, tidyDate, tidyTime, tidySerial, tidyDateCell, ambiguousDate,
    tidyBlanks, tidyBoolean, tidyNothing, tidyCode, tidyFilled, coveredCell, tidyMobile, tidyNegative,
    inexactNumber, notesOmitted, chineseEncoding, noSuchSheet, noSheets, untitledList, noSuchPart, splitField,
    ambiguousPart, untitledPart, nobodysRow, writtenTwice, errorCell, uncomputedCell, otherCell, dayWithoutYear,
    lostDigits, scaledCell, hiddenRows, totalRow,
    mobileForm, notAWorkbook, oldWorkbook, damagedWorkbook, tooManyParts, partTooLarge, partTooDense, brokenPart,
    documentType, partTooDeep, tooManyCells, damagedSheet, severalSheets, unreadSheet, captionRow, noOwnerColumn,
    unknownOwner, noOwner, severalOwners, handedInLate, unreadableTime, mergedInto,
  ]
}

extension Phrase {
  static let otherRecord = Phrase(zh: "另一条写在这里", en: "the other one stands here")
  static let inCell = Phrase(zh: "表格第 {row} 行，“{column}”列", en: "row {row} of the table, column “{column}”")
  static let inSheet = Phrase(zh: "单元格 {cell}，“{column}”列", en: "cell {cell}, column “{column}”")
  static let noneIsLast = Phrase(
    zh: "递交时间没有填，或者相同，分不出以哪一份为准", en: "nobody can tell which was handed in last: a time is missing, or two are the same"
  )
  static let noneStays = Phrase(
    zh: "由不同单位推荐，规则（submission 的 stays）定不出保留哪一份",
    en: "they come from different units, and the rules (stays under submission) do not settle which one stays")
  static let firstColumn = Phrase(zh: "第一列在这里", en: "the first one is here")
  static let perhapsMeant = Phrase(zh: "是不是想写“{name}”？", en: "did you mean “{name}”?")
}
