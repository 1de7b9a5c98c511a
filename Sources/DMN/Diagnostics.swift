public import Diagnostics

/// What is said about decision tables.
extension Message {
  public static let valueNotAllowed = Message(
    "PX2501", .error,
    zh: "“{value}”不是“{input}”的允许取值（{allowed}）",
    en: "“{value}” is not an allowed value of “{input}” ({allowed})")

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

  /// A note beside a gap or an overlap.
  static let forExample = Phrase(zh: "例如 {example}", en: "for example {example}")

  /// A note beside an overlap: the other row.
  static let otherRow = Phrase(zh: "第 {row} 行", en: "row {row}")

  /// A note beside a row that is never reached.
  static let takenBy = Phrase(zh: "已被第 {row} 行占去", en: "taken by row {row}")

  public static let allDMNMessages: [Message] = [
    valueNotAllowed, wrongCellCount, wrongOutputCount, tableIsEmpty, tableHasGap, rowsOverlap, rowsDisagree,
    rowIsUnreachable, cellMatchesNothing, tableTooLarge, outputValuesMissing, severalOutputsAggregated,
  ]
}
