import Diagnostics
import Evaluation
import FEEL
import Rules

/// Puts what a condition's parts gave into a sentence: the values, how they stand to the limits, which row decided.
///
/// It reads a trace of the very program that decided; nothing is said that was not computed.
struct Narrator {
  let values: ValueText
  private let language: Language

  init(_ values: ValueText) {
    self.values = values
    language = values.language
  }

  /// What makes a condition hold or fail: in the office's own words, where the rule file has some.
  func told(_ result: ConditionResult) -> String {
    result.because.isEmpty ? result.trace.map(sentence) ?? "" : values.sentence(result.because)
  }

  /// What makes a condition hold or fail.
  func sentence(_ trace: Trace) -> String {
    switch trace.tree.kind {
    case .and(let parts): joined(parts, trace, all: trace.value == .boolean(true), decisive: .boolean(false))
    case .or(let parts): joined(parts, trace, all: trace.value != .boolean(true), decisive: .boolean(true))
    case .compare(let comparison, let left, let right): comparing(comparison, left, right, trace)
    case .isIn(let value, let tests): membership(value, tests, trace)
    case .between(let value, let low, let high): between(value, low, high, trace)
    case .quantified(let quantifier, let iterators, _): quantified(quantifier, iterators, trace)
    case .ifElse(_, let then, let otherwise): branch(then, otherwise, trace)
    case .call(let callee, let arguments): call(callee, arguments, trace)
    case .name(let name): named(name, trace.value)
    default: noun(trace)
    }
  }

  /// A part as a thing with its value: `正式党员数 17`, `有效协议 2项`.
  func noun(_ trace: Trace) -> String {
    switch trace.tree.kind {
    case .number, .string, .boolean, .null, .temporal: return values.text(trace)
    case .name(let name): return "\(name) \(values.text(trace.value, of: name))"
    case .path(_, let component): return "\(component.name) \(values.text(trace))"
    case .call(let callee, let arguments):
      if case .name("count") = callee.kind, let list = arguments.values.first {
        return counted(list, trace)
      }
      if case .name("duration") = callee.kind { return values.text(trace) }
      return "\(shortened(trace.tree.text)) ＝ \(values.text(trace))"
    case .arithmetic(let operation, let left, let right):
      return "\(operand(left, trace)) \(sign(operation)) \(operand(right, trace)) ＝ \(values.text(trace))"
    case .compare, .and, .or, .isIn, .between, .quantified: return sentence(trace)
    case .ifElse(_, let then, let otherwise): return branch(then, otherwise, trace)
    default: return "\(shortened(trace.tree.text)) ＝ \(values.text(trace))"
    }
  }

  /// What an expression looks at, name by name, each once: for what is too tangled for a sentence of its own.
  func mentioned(_ trace: Trace) -> String {
    var seen: [String] = []
    var told: [String] = []
    func collect(_ trace: Trace, _ bound: Set<String>) {
      if case .name(let name) = trace.tree.kind, values.names.contains(name), !bound.contains(name),
        !seen.contains(name)
      {
        seen.append(name)
        told.append("\(name) \(values.text(trace.value, of: name))")
      }
      let inner = bound.union(trace.bindings.map(\.name))
      for child in trace.children { collect(child, inner) }
    }
    collect(trace, [])
    return told.joined(separator: values.word(zh: "，", en: ", "))
  }

  /// How a number came about: the operands with their values, without the result, which stands before.
  func calculation(_ trace: Trace) -> String {
    switch trace.tree.kind {
    case .arithmetic(let operation, let left, let right):
      return "\(operand(left, trace)) \(sign(operation)) \(operand(right, trace))"
    case .ifElse(let condition, let then, let otherwise):
      guard let taken = trace.child(then) ?? trace.child(otherwise) else { return mentioned(trace) }
      if case .number = taken.tree.kind {
        // A chain of conditions that ends in a constant: what the conditions looked at.
        return trace.child(then) != nil && trace.child(otherwise) == nil
          ? trace.child(condition).map(sentence) ?? "" : mentioned(trace)
      }
      return calculation(taken)
    case .call(let callee, let arguments):
      if case .name(let name) = callee.kind, name == "min" || name == "max", arguments.values.count > 1 {
        return limited(name, arguments.values, trace)
      }
      if case .name("count") = callee.kind { return noun(trace) }
      return mentioned(trace)
    default: return noun(trace)
    }
  }

  /// `min(6, …)`: what was computed, and the limit only where it was reached.
  private func limited(_ name: String, _ arguments: [Tree], _ trace: Trace) -> String {
    let parts = arguments.compactMap(trace.child)
    let constants = parts.filter { if case .number = $0.tree.kind { true } else { false } }
    let computed = parts.filter { if case .number = $0.tree.kind { false } else { true } }
    let told = computed.map(calculation).joined(separator: values.word(zh: "；", en: "; "))
    guard let limit = constants.first, limit.value == trace.value, computed.contains(where: { $0.value != trace.value })
    else { return told }
    let bound = values.text(limit)
    return name == "min"
      ? values.word(zh: "\(told)，以 \(bound) 为限", en: "\(told), at most \(bound)")
      : values.word(zh: "\(told)，不低于 \(bound)", en: "\(told), at least \(bound)")
  }

  // MARK: Both, either

  private func joined(_ parts: [Tree], _ trace: Trace, all: Bool, decisive: Value) -> String {
    let traces = parts.compactMap { part in trace.children.first { $0.tree.id == part.id } }
    let told = all ? traces : traces.filter { $0.value == decisive }
    return (told.isEmpty ? traces : told).map(sentence).joined(separator: values.word(zh: "；", en: "; "))
  }

  private func branch(_ then: Tree, _ otherwise: Tree, _ trace: Trace) -> String {
    for part in [then, otherwise] {
      if let taken = trace.children.first(where: { $0.tree.id == part.id }) { return noun(taken) }
    }
    return values.text(trace)
  }

  // MARK: Comparisons

  private func comparing(_ comparison: Tree.Comparison, _ left: Tree, _ right: Tree, _ trace: Trace) -> String {
    guard let a = trace.child(left), let b = trace.child(right) else { return shortened(trace.tree.text) }
    if let sentence = completedSpan(comparison, a, b, trace) { return sentence }
    let holds = trace.value == .boolean(true)
    if case .string = b.value {
      let is_ = (comparison == .equal) == holds
      return values.word(
        zh: "\(label(a))为“\(values.text(a))”" + (is_ ? "" : "，不是“\(values.text(b))”"),
        en: "\(label(a)) is “\(values.text(a))”" + (is_ ? "" : ", not “\(values.text(b))”"))
    }
    // Nothing is not more than nothing, and a number is itself: the value says it.
    if comparison == .greater, !holds, a.value == b.value, b.value.number?.isZero == true { return noun(a) }
    if comparison == .equal, holds, case .number = b.tree.kind { return noun(a) }
    return compared(comparison, a, b, holds)
  }

  private func compared(_ comparison: Tree.Comparison, _ a: Trace, _ b: Trace, _ holds: Bool) -> String {
    let phrase = relation(comparison, holds: holds, isDate: a.value.date != nil)
    return "\(noun(a))\(values.word(zh: "，", en: ", "))\(phrase) \(limit(b))"
  }

  /// `if 营业收入上年 > 0 then … else null`: which condition left a definition without a value.
  func whyNothing(_ trace: Trace) -> String? {
    guard case .ifElse(let condition, let then, _) = trace.tree.kind, let told = trace.child(condition) else {
      return nil
    }
    if trace.child(then) == nil, case .compare(let comparison, let left, let right) = told.tree.kind,
      let a = told.child(left), let b = told.child(right)
    {
      return compared(comparison, a, b, told.value == .boolean(true))
    }
    return sentence(told)
  }

  /// `成立日期 + duration("P2Y") <= 基准日`: 成立日期 2016-05-18，满2年于 2018-05-18，不晚于基准日 2025-12-01.
  private func completedSpan(_ comparison: Tree.Comparison, _ left: Trace, _ right: Trace, _ trace: Trace) -> String? {
    guard case .arithmetic(.add, let start, let length) = left.tree.kind, left.value.date != nil,
      let from = left.child(start), from.value.date != nil, let span = left.child(length)
    else { return nil }
    let phrase = relation(comparison, holds: trace.value == .boolean(true), isDate: true)
    let day = values.text(left)
    let duration = values.text(span)
    return values.word(
      zh: "\(noun(from))，满\(duration)于 \(day)，\(phrase)\(noun(right))",
      en: "\(noun(from)), \(duration) complete on \(day), \(phrase) \(noun(right))")
  }

  private func relation(_ comparison: Tree.Comparison, holds: Bool, isDate: Bool) -> String {
    let effective = holds ? comparison : comparison.opposite
    let phrase: Phrase =
      switch (effective, isDate) {
      case (.equal, _): Phrase(zh: "等于", en: "equal to")
      case (.notEqual, _): Phrase(zh: "不等于", en: "not equal to")
      case (.less, true): Phrase(zh: "早于", en: "before")
      case (.lessOrEqual, true): Phrase(zh: "不晚于", en: "not after")
      case (.greater, true): Phrase(zh: "晚于", en: "after")
      case (.greaterOrEqual, true): Phrase(zh: "不早于", en: "not before")
      case (.less, false): Phrase(zh: "低于", en: "less than")
      case (.lessOrEqual, false): Phrase(zh: "不高于", en: "not more than")
      case (.greater, false): Phrase(zh: "高于", en: "more than")
      case (.greaterOrEqual, false): Phrase(zh: "不低于", en: "not less than")
      }
    return phrase.text(language)
  }

  /// What something is compared with: a number alone, or a name with its value.
  private func limit(_ trace: Trace) -> String {
    switch trace.tree.kind {
    case .number, .string, .boolean, .null, .temporal: values.text(trace)
    case .name(let name): "\(name) \(values.text(trace.value, of: name))"
    case .ifElse: values.text(trace)
    default: noun(trace)
    }
  }

  private func between(_ value: Tree, _ low: Tree, _ high: Tree, _ trace: Trace) -> String {
    guard let subject = trace.child(value), let a = trace.child(low), let b = trace.child(high) else {
      return shortened(trace.tree.text)
    }
    let inside = trace.value == .boolean(true)
    return values.word(
      zh: "\(noun(subject))，\(inside ? "在" : "不在") \(values.text(a)) 至 \(values.text(b)) 之间",
      en: "\(noun(subject)), \(inside ? "" : "not ")between \(values.text(a)) and \(values.text(b))")
  }

  private func membership(_ value: Tree, _ tests: [Tree], _ trace: Trace) -> String {
    guard let subject = trace.child(value) else { return shortened(trace.tree.text) }
    let choices = tests.flatMap(\.elements).map { $0.constantText ?? $0.text }
      .joined(separator: values.word(zh: "、", en: ", "))
    let isIn = trace.value == .boolean(true)
    return values.word(
      zh: "\(label(subject))为“\(values.text(subject))”" + (isIn ? "" : "，不在“\(choices)”之列"),
      en: "\(label(subject)) is “\(values.text(subject))”" + (isIn ? "" : ", not one of \(choices)"))
  }

  /// The name of a part without its value.
  private func label(_ trace: Trace) -> String {
    switch trace.tree.kind {
    case .name(let name): name
    case .path(_, let component): component.name
    default: shortened(trace.tree.text)
    }
  }

  // MARK: Lists

  private func quantified(_ quantifier: Tree.Quantifier, _ iterators: [Tree.Iterator], _ trace: Trace) -> String {
    guard let first = iterators.first, let domain = trace.child(first.domain) else { return mentioned(trace) }
    // Over constants, such as [0, 1, 2], what matters is what the condition looks at.
    if case .list = domain.tree.kind { return mentioned(trace) }
    let name = label(domain)
    let count = domain.value.list?.count ?? 1
    guard count > 0 else { return values.word(zh: "\(name)：无", en: "\(name): none") }
    let decisive = Value.boolean(quantifier == .some)
    if trace.value == decisive, let index = trace.steps.firstIndex(where: { $0.value == decisive }) {
      let element = trace.steps[index].bindings.first.map { values.text($0.value, of: domain.tree) } ?? ""
      let verb =
        quantifier == .some
        ? values.word(zh: "属此情形", en: "is such a case") : values.word(zh: "不满足", en: "does not satisfy this")
      return values.word(
        zh: "\(name)第\(index + 1)项（\(element)）\(verb)", en: "\(name) no. \(index + 1) (\(element)) \(verb)")
    }
    return quantifier == .some
      ? values.word(zh: "\(name) \(count)项，均不属此情形", en: "\(name): \(count), none is such a case")
      : values.word(zh: "\(name) \(count)项，均满足", en: "\(name): \(count), all satisfy this")
  }

  private func counted(_ list: Tree, _ trace: Trace) -> String {
    let count = values.text(trace)
    let cited = trace.child(list).map { values.citations(in: $0.value) } ?? ""
    if case .filter(let source, let condition) = list.kind {
      let told = phrase(condition)
      return values.word(
        zh: "\(shortened(source.text))中\(told)的 \(count)项", en: "\(shortened(source.text)) with \(told): \(count)")
        + cited
    }
    return values.word(zh: "\(shortened(list.text)) \(count)项", en: "\(shortened(list.text)): \(count)") + cited
  }

  /// A condition as words, without the values: `结果 in ("不合格", "基本合格")` is 结果为“不合格”或“基本合格”.
  private func phrase(_ tree: Tree) -> String {
    switch tree.kind {
    case .and(let parts): return parts.map(phrase).joined(separator: values.word(zh: "且", en: " and "))
    case .or(let parts): return parts.map(phrase).joined(separator: values.word(zh: "或", en: " or "))
    case .compare(let comparison, let left, let right):
      guard left.isPlain, right.isPlain else { return lookedAt(tree) }
      let word = relation(comparison, holds: true, isDate: left.text.hasSuffix("日期") || left.text.hasSuffix("期止"))
      if case .string(let text) = right.kind, comparison == .equal {
        return values.word(zh: "\(left.text)为“\(text)”", en: "\(left.text) “\(text)”")
      }
      return
        "\(left.text)\(values.word(zh: "", en: " "))\(word)\(values.word(zh: "", en: " "))\(right.constantText ?? right.text)"
    case .isIn(let value, let tests):
      let elements = tests.flatMap(\.elements)
      guard value.isPlain, elements.allSatisfy(\.isPlain) else { return lookedAt(tree) }
      let choices = elements.map { "“\($0.constantText ?? $0.text)”" }
        .joined(separator: values.word(zh: "或", en: " or "))
      return values.word(zh: "\(value.text)为\(choices)", en: "\(value.text) \(choices)")
    default: return lookedAt(tree)
    }
  }

  /// What is too tangled for words of its own: the components that it looks at.
  private func lookedAt(_ tree: Tree) -> String {
    let all = tree.namesInOrder
    let own = all.filter { !values.names.contains($0) }
    let names = (own.isEmpty ? all : own).map { "“\($0)”" }.joined()
    return values.word(zh: "\(names)合乎要求", en: "\(names) as required")
  }

  // MARK: Calls and names

  private func call(_ callee: Tree, _ arguments: Tree.Arguments, _ trace: Trace) -> String {
    if case .name("not") = callee.kind, let inner = arguments.values.first, let told = trace.first(inner) {
      return sentence(told)
    }
    return noun(trace)
  }

  private func named(_ name: String, _ value: Value) -> String {
    values.word(zh: "\(name)：\(values.text(value, of: name))", en: "\(name): \(values.text(value, of: name))")
  }

  private func operand(_ tree: Tree, _ trace: Trace) -> String {
    guard let part = trace.child(tree) else { return shortened(tree.text) }
    switch part.tree.kind {
    case .ifElse(let condition, let then, let otherwise):
      // A constant for a condition: the constant, and what it hangs on.
      guard let taken = part.child(then) ?? part.child(otherwise), case .number = taken.tree.kind,
        let reason = part.child(condition)
      else { return noun(part) }
      return values.word(
        zh: "\(values.text(part))（\(sentence(reason))）", en: "\(values.text(part)) (\(sentence(reason)))")
    case .arithmetic(let operation, let left, let right):
      let text = "\(operand(left, part)) \(sign(operation)) \(operand(right, part))"
      return trace.binds(looserThan: operation) ? "（\(text)）" : text
    default: return noun(part)
    }
  }

  private func sign(_ operation: Tree.Arithmetic) -> String {
    switch operation {
    case .add: "＋"
    case .subtract: "－"
    case .multiply: "×"
    case .divide: "÷"
    case .power: "^"
    }
  }

  /// On one line, as long as a line of a report has room for.
  func shortened(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count <= 60 ? line : "\(line.prefix(59))…"
  }
}

extension Trace {
  func child(_ tree: Tree) -> Trace? { children.first { $0.tree.id == tree.id } }

  /// Whether an operation inside needs brackets: a sum within a product.
  fileprivate func binds(looserThan inner: Tree.Arithmetic) -> Bool {
    guard case .arithmetic(let outer, _, _) = tree.kind else { return false }
    let isSum = inner == .add || inner == .subtract
    return isSum && outer != .add && outer != .subtract
  }
}

extension Tree.Comparison {
  var opposite: Tree.Comparison {
    switch self {
    case .equal: .notEqual
    case .notEqual: .equal
    case .less: .greaterOrEqual
    case .lessOrEqual: .greater
    case .greater: .lessOrEqual
    case .greaterOrEqual: .less
    }
  }
}

extension Tree {
  /// A name, a component or a constant: what a sentence can put as it is written.
  fileprivate var isPlain: Bool {
    switch kind {
    case .number, .string, .boolean, .null, .temporal, .name: true
    case .path(let base, _): base.isPlain
    default: false
    }
  }

  /// Names and components in the order of reading, each once, without those of functions.
  fileprivate var namesInOrder: [String] {
    var found: [String] = []
    func collect(_ tree: Tree) {
      switch tree.kind {
      case .name(let name): if !found.contains(name) { found.append(name) }
      case .call(_, let arguments): for argument in arguments.values { collect(argument) }
      default: for child in tree.children { collect(child) }
      }
    }
    collect(self)
    return found
  }

  /// The members of a list written out; otherwise the part itself.
  var elements: [Tree] {
    if case .list(let elements) = kind { elements } else { [self] }
  }

  /// A constant as people write it, a text without its quotes.
  var constantText: String? {
    switch kind {
    case .string(let text), .temporal(let text): text
    case .number(let number): number.description
    default: nil
    }
  }
}
