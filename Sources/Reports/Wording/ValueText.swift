import Diagnostics
import Evaluation
import FEEL
import Records
import Rules

/// Values as people read them; what is sensitive is masked.
struct ValueText: Sendable {
  let language: Language
  /// Parameters, fields and definitions: what a sentence may call by its name.
  let names: Set<String>
  private let sensitivity: Sensitivity
  /// Rows that stand in the registers of earlier rounds: wherever one is told, its register is.
  private var additions: [Addition] = []

  init(_ rules: CompiledRuleSet, _ language: Language) {
    self.language = language
    sensitivity = Sensitivity(rules)
    names = Set(rules.layout.names)
  }

  /// The same for what is said of one nominee.
  func citing(_ record: Record) -> ValueText {
    var text = self
    text.additions = record.additions
    return text
  }

  /// What a part of an expression gave.
  func text(_ trace: Trace) -> String { text(trace.value, of: trace.tree) }

  /// What an expression gave.
  func text(_ value: Value, of tree: Tree) -> String {
    if case .name(let name) = tree.kind, names.contains(name) { return text(value, of: name) }
    return text(value.hidden(sensitivity.degree(tree)))
  }

  /// - Parameter name: the field, parameter or definition, which may be sensitive, or hang on what is.
  func text(_ value: Value, of name: String? = nil) -> String {
    if let name, let field = sensitivity.fields[name] { return mask(value, field) }
    let value = name.map { value.hidden(sensitivity.degree(of: $0)) } ?? value
    switch value {
    case .null: return word(zh: "无", en: "none")
    case .unknown: return word(zh: "缺", en: "missing")
    case .boolean(let holds): return holds ? word(zh: "是", en: "yes") : word(zh: "否", en: "no")
    case .number(let number): return self.number(number)
    case .string(let text): return text.oneLine
    case .date(let date): return date.description
    case .list(let elements): return list(elements, of: name)
    case .context(let context): return row(context, of: name)
    case .yearsDuration(let duration): return span(duration)
    case .daysDuration(let duration): return days(duration)
    default: return value.feelText
    }
  }

  /// A missing fact as people call it: “主题党日次数”, 安全事故第1项的“责任”.
  ///
  /// - Parameter path: as `FactPath` describes itself, rows from 1.
  func fact(_ path: String) -> String {
    var parts = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1, let last = parts.popLast() else { return "“\(path)”" }
    let rows = parts.map { part -> String in
      guard let bracket = part.lastIndex(of: "["), part.hasSuffix("]") else { return part }
      let row = part[part.index(after: bracket)...].dropLast()
      return word(zh: "\(part[..<bracket])第\(row)项", en: "\(part[..<bracket]) no. \(row)")
    }
    return language == .zh
      ? rows.joined(separator: "的") + "的“\(last)”" : "“\(last)” of " + rows.reversed().joined(separator: " of ")
  }

  func facts(_ paths: some Sequence<some CustomStringConvertible>) -> String {
    paths.map { fact($0.description) }.joined(separator: word(zh: "、", en: ", "))
  }

  /// At most four decimals; a longer number is cut, not rounded, and says so, so that it never seems to reach a limit.
  func number(_ number: Decimal) -> String {
    guard let cut = number.rounded(scale: 4, .down), cut != number else { return number.description }
    return "\(cut)…"
  }

  func list(_ elements: [Value], of name: String?) -> String {
    guard !elements.isEmpty else { return word(zh: "无", en: "none") }
    if elements.allSatisfy({ $0.context != nil }) {
      let rows = elements.map { text($0, of: name) }.joined(separator: word(zh: "；", en: "; "))
      return word(zh: "\(elements.count)项（\(rows)）", en: "\(elements.count) (\(rows))")
    }
    return elements.map { text($0, of: name) }.joined(separator: word(zh: "、", en: ", "))
  }

  /// A row without what is empty in it: `级别 国家，名次 2`.
  func row(_ context: Context, of name: String? = nil) -> String {
    let told = context.entries.filter { !$0.value.isNull && !$0.value.isUnknown && $0.value.list?.isEmpty != true }
      .map { entry in
        let path = name.map { "\($0).\(entry.name)" }
        if let path, sensitivity.fields[path] != nil { return "\(entry.name) \(text(entry.value, of: path))" }
        return "\(entry.name) \(text(entry.value.hidden(sensitivity.degree(of: entry.name)), of: path))"
      }
      .joined(separator: word(zh: "，", en: ", "))
    guard let addition = additions.first(where: { $0.row == context }) else { return told }
    return told + word(zh: "；", en: "; ") + citation(addition.reference)
  }

  /// Where a row that nobody declared is found.
  func citation(_ reference: Addition.Reference) -> String {
    word(
      zh: "见\(reference.edition)年度“\(reference.award)”登记册第\(reference.number)条（\(reference.id)）",
      en:
        "see entry \(reference.number) (\(reference.id)) in the \(reference.edition) register of “\(reference.award)”")
  }

  /// The entries of registers among the rows of a list, where they are not told one by one; nothing where there are none.
  func citations(in list: Value) -> String {
    let found = additions.filter { list.list?.contains(.context($0.row)) == true }
    if found.isEmpty { return "" }
    let told = found.map { citation($0.reference) }.joined(separator: word(zh: "，", en: ", "))
    return word(zh: "（\(told)）", en: " (\(told))")
  }

  /// Points with the decimals of the total: a score of 5.34 stays, one of 8.9666… is cut for the eye.
  func points(_ points: Decimal) -> String {
    guard let rounded = points.rounded(scale: 2, .halfUp) else { return points.description }
    return rounded.description
  }

  /// With exactly two decimals, as sums are written.
  func fixed(_ points: Decimal, scale: Int = 2) -> String {
    guard let rounded = points.rounded(scale: scale, .halfUp) else { return points.description }
    guard scale > 0 else { return rounded.description }
    var text = rounded.description
    let decimals = text.firstIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) - 1 } ?? 0
    if decimals == 0 { text += "." }
    return text + String(repeating: "0", count: max(0, scale - decimals))
  }

  /// A sentence of the office's own.
  func sentence(_ pieces: [BecausePiece]) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .value(let value, let tree): text(value, of: tree)
      }
    }.joined()
  }

  /// Why an expression gave no value; a value that the reason names is hidden like any other.
  func reason(_ null: NullReason, of tree: Tree) -> String {
    guard sensitivity.degree(tree) != .none else { return null.text(language) }
    guard let text = null.arguments["text"], !tree.text.contains(text) else { return null.text(language) }
    return null.message.phrase.text(language, null.arguments.merging(["text": "****"]) { $1 })
  }

  func word(zh: String, en: String) -> String { language == .zh ? zh : en }

  private func mask(_ value: Value, _ field: Field) -> String {
    guard case .string(let text) = value else { return "****" }
    return field.shown(text)
  }

  private func span(_ duration: YearsDuration) -> String {
    let (years, months) = duration.components
    switch (years, months) {
    case (_, 0): return word(zh: "\(years)年", en: years == 1 ? "1 year" : "\(years) years")
    case (0, _): return word(zh: "\(months)个月", en: months == 1 ? "1 month" : "\(months) months")
    default: return word(zh: "\(years)年\(months)个月", en: "\(years) years \(months) months")
    }
  }

  private func days(_ duration: DaysDuration) -> String {
    let parts = duration.components
    guard parts.hours == 0, parts.minutes == 0, parts.seconds == 0 else { return duration.description }
    return word(zh: "\(parts.days)天", en: parts.days == 1 ? "1 day" : "\(parts.days) days")
  }
}

extension String {
  /// Line breaks and tabs, which prose may have, as blanks.
  fileprivate var oneLine: String {
    contains { $0.isNewline || $0 == "\t" }
      ? split { $0.isNewline || $0 == "\t" }.joined(separator: " ").printable : printable
  }
}
