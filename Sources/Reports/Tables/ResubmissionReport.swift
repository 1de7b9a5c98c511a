public import Diagnostics
import FEEL
public import Records
public import Rules

/// Copies of nominations for which later ones count: which, and what has changed.
public struct ResubmissionReport {
  private let superseded: [Superseded]
  private let values: ValueText
  private let words: DifferenceWords

  public init(_ superseded: [Superseded], _ rules: CompiledRuleSet, _ language: Language) {
    self.superseded = superseded
    values = ValueText(rules, language)
    words = DifferenceWords(values)
  }

  /// For the terminal, a line for each.
  public var lines: [String] {
    superseded.map { "\(told($0))\(values.word(zh: "；改动：", en: "; changed: "))\(changes($0))" }
  }

  var header: [String] {
    [
      values.word(zh: "编号", en: "No."), values.word(zh: "名称", en: "Name"), values.word(zh: "递交", en: "Handed in"),
      values.word(zh: "以哪一份为准", en: "The copy that counts"), values.word(zh: "改动", en: "Changes"),
    ]
  }

  var rows: [[String]] {
    superseded.map { copy in
      [copy.id, copy.title == copy.id ? "" : copy.title, copy.time, counting(copy).trimmed, changes(copy)]
    }
  }

  var json: JSON {
    .array(
      superseded.map { copy in
        .object([
          "id": .string(copy.id), "name": .string(copy.title), "time": .string(copy.time), "by": .string(copy.later),
          "by_time": .string(copy.laterTime),
          "differences": .array(
            copy.differences.map { difference in
              .object([
                "field": .string(difference.field), "before": value(difference.before, difference.field),
                "after": value(difference.after, difference.field),
              ])
            }),
        ])
      })
  }

  private func value(_ value: Value, _ field: String) -> JSON {
    value.isUnknown ? .null : .string(values.text(value, of: field))
  }

  private func told(_ copy: Superseded) -> String {
    let start = values.word(zh: "“\(copy.title)”重新递交", en: "“\(copy.title)” was handed in again")
    if copy.time.isEmpty {
      return start + values.word(zh: "，以\(counting(copy))为准", en: ", and \(counting(copy)) counts")
    }
    return start
      + values.word(
        zh: "，\(copy.time) 的一份由\(counting(copy))代替", en: ": the copy of \(copy.time) gives way to \(counting(copy))")
  }

  private func counting(_ copy: Superseded) -> String {
    let name = copy.later == copy.id ? "" : copy.later
    if copy.laterTime.isEmpty { return name.isEmpty ? values.word(zh: "后一份", en: "the later copy") : name }
    let when = values.word(zh: " \(copy.laterTime) 的一份", en: "that of \(copy.laterTime)")
    return name.isEmpty ? when : values.word(zh: " \(name)（\(copy.laterTime)）", en: "\(name) of \(copy.laterTime)")
  }

  private func changes(_ copy: Superseded) -> String {
    copy.differences.isEmpty ? values.word(zh: "没有", en: "nothing") : words.text(copy.differences)
  }
}

extension String {
  fileprivate var trimmed: String { String(drop { $0 == " " }) }
}
