import Diagnostics
import FEEL
import Rules

/// What a cell holds, and what was put in order in it.
extension FactReader {
  /// Whether a cell says something at all; why not is reported.
  mutating func isReadable(_ written: some WrittenValue, _ field: Field, _ path: FactPath) -> Bool {
    guard check(written.nature, written.mergedWith, written.text, written.range, path.description) else { return false }
    if let first = written.mergedWith {
      report(
        .tidyFilled, written.range,
        ["path": path.description, "first": first, "after": quoted(CellText.trimmed(written.text), field)])
    }
    return true
  }

  /// The same of a cell that is no field.
  mutating func check(
    _ nature: CellNature, _ mergedWith: String?, _ text: String, _ range: Range<Int>, _ path: String
  ) -> Bool {
    switch nature {
    case .covered: report(.coveredCell, range, ["path": path, "first": mergedWith ?? ""])
    case .scaled: report(.scaledCell, range, ["path": path])
    case .uncomputed: report(.uncomputedCell, range, ["path": path])
    case .error: report(.errorCell, range, ["path": path, "text": text])
    case .typed where text.first == "#" && CellText.isError(CellText.trimmed(text)):
      report(.errorCell, range, ["path": path, "text": CellText.trimmed(text)])
    default: return true
    }
    return false
  }

  /// Whether what a workbook says that a cell holds can be a value of this shape.
  mutating func fits(
    _ written: some WrittenValue, _ shape: Shape, _ field: Field, _ path: FactPath
  ) -> Bool {
    switch (written.nature, shape) {
    case (.typed, _), (.number, .integer), (.number, .number), (.number, .date), (.boolean, .boolean),
      (.date, .date), (.dayAndMonth, .date), (.dateTime, .date):
      return true
    // 1 and 0 are ways to say yes and no.
    case (.number, .boolean): return true
    case (.number, .string):
      let digits = written.text.utf8.count { (0x30...0x39).contains($0) }
      guard digits > 15 else { return true }
      report(.lostDigits, written.range, ["path": path.description])
    case (.date, .string), (.dateTime, .string), (.time, .string):
      note(.tidyDateCell, written.text, written.text, written, field, path)
      return true
    case (.dayAndMonth, .string):
      report(.dayWithoutYear, written.range, ["path": path.description, "text": field.shown(written.text)])
    default:
      let (kind, found) = (shape.words, written.nature.words)
      report(
        .otherCell, written.range,
        [
          "path": path.description, "text": field.shown(written.text), "kind_zh": kind.zh, "kind_en": kind.en,
          "found_zh": found.zh, "found_en": found.en,
        ])
    }
    return false
  }

  /// A cell of a workbook of which the day follows from what it holds; `nil` for what is written as a date or is none.
  func dateCell(_ written: some WrittenValue) -> Tidied? {
    guard written.kind == .cell, let dateSystem else { return nil }
    var tidied = Tidied(written.text)
    tidied.trim()
    switch written.nature {
    case .dateTime: tidied.become(String(tidied.text.prefix { $0 != " " }), .tidyTime)
    case .number, .typed:
      guard let date = dateSystem.date(unformatted: tidied.text) else { return nil }
      tidied.become(date.description, .tidySerial)
    default: return nil
    }
    return tidied
  }

  // MARK: - Notes

  mutating func note(_ steps: [Tidied.Step], _ written: some WrittenValue, _ field: Field, _ path: FactPath) {
    for step in steps { note(step.message, step.before, step.after, written, field, path) }
  }

  mutating func note(
    _ message: Message, _ before: String, _ after: String, _ written: some WrittenValue, _ field: Field,
    _ path: FactPath
  ) {
    if isMuted { return countNote() }
    report(
      message, written.range,
      ["path": path.description, "before": quoted(before, field), "after": quoted(after, field)])
  }

  mutating func noteBlanks(_ text: String, _ written: some WrittenValue, _ field: Field, _ path: FactPath) {
    guard written.kind == .cell, !text.utf8.elementsEqual(written.text.utf8) else { return }
    note(.tidyBlanks, written.text, text, written, field, path)
  }

  mutating func noteBoolean(
    _ value: Bool, _ text: String, _ written: some WrittenValue, _ field: Field, _ path: FactPath
  ) {
    if ["是", "否", "true", "false", "TRUE", "FALSE"].contains(text) { return }
    if isMuted { return countNote() }
    report(
      .tidyBoolean, written.range,
      [
        "path": path.description, "before": quoted(text, field), "after_zh": value ? "是" : "否",
        "after_en": value ? "true" : "false",
      ])
  }

  mutating func noteNothing(_ written: some WrittenValue, _ path: FactPath) {
    guard written.kind == .cell else { return }
    let text = CellText.trimmed(written.text)
    if text.isEmpty { return }
    report(.tidyNothing, written.range, ["path": path.description, "before": text])
  }

  private func quoted(_ text: String, _ field: Field) -> String {
    field.shown(text).shortened(to: 60).printable
  }
}

extension CellNature {
  /// “单元格里存的却是……”, “the cell holds …”.
  fileprivate var words: (zh: String, en: String) {
    switch self {
    case .date, .dayAndMonth, .dateTime: ("日期", "a date")
    case .time: ("时刻", "a time of day")
    case .boolean: ("是非值", "true or false")
    case .number, .scaled: ("数", "a number")
    case .typed, .error, .uncomputed, .covered: ("文字", "a text")
    }
  }
}
