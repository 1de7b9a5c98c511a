import Diagnostics

/// What stands between the columns of a text that ought to have commas there.
enum CSVSeparator {
  private static let signs: [(sign: Character, zh: String, en: String)] = [
    (";", "分号", "a semicolon"), ("；", "全角分号", "a full-width semicolon"), ("\t", "制表符", "a tab"), ("|", "竖线", "a bar"),
    ("，", "全角逗号", "a full-width comma"), ("、", "顿号", "an enumeration comma"),
  ]

  /// What is said of a first line in which another sign than a comma stands between the names of fields.
  static func foreign(_ line: Range<Int>, _ form: RowForm, _ source: Source) -> Diagnostic? {
    let text = String(decoding: source.bytes[line], as: UTF8.self)
    guard names(text, ",", form) == 0 else { return nil }
    guard let found = signs.first(where: { text.contains($0.sign) && names(text, $0.sign, form) > 0 }) else {
      return nil
    }
    return Diagnostic(.csvSeparator, at: Span(source, line), ["sign_zh": found.zh, "sign_en": found.en])
      .disclosing([line].removing(ResidentNumber.births(in: source.bytes[line])))
  }

  /// How many parts of a line name fields.
  static func names(_ line: String, _ separator: Character, _ form: RowForm) -> Int {
    line.split(separator: separator).count { TableTitle($0.filter { $0 != "\"" }, form).column.isKnown }
  }
}
