import Diagnostics
import FEEL
import Testing

/// Whatever somebody writes as an expression: it is read or refused, and what runs has a value.
@Suite("乱文本：表达式")
struct LanguageFuzzTests {
  @Test("读、查、算、解释、再写出来")
  func expressions() {
    let world = World()
    let fuzzer = Fuzzer("expressions", corpus: Corpus.expressions, words: Corpus.words)
    fuzzer.run { mutator in
      let source = Source(name: "fuzz", bytes: mutator.text(upTo: 1 << 14))
      let tests = mutator.below(4) == 0
      let fault = world.take(source, tests: tests, strictly: mutator.below(2) == 0)
      return fault.map { "\($0): \(source.text.debugDescription)" }
    }
  }
}

/// Names of every kind, with values or without.
private struct World {
  private var layout = Layout()
  private let frame: Frame

  init() {
    let row = ContextType(name: "行", [("甲", .number), ("乙", .enumeration(["A", "B"])), ("丙", .date)])
    let record = Value.context(
      Context([("甲", .number(1)), ("乙", .string("A")), ("丙", Value(temporal: "2025-01-02") ?? .null)]))
    let facts: [(String, Type, Value)] = [
      ("n", .number, .number(3)), ("m", .number, .null), ("文", .string, .string("党员")), ("是", .boolean, .boolean(true)),
      ("日", .date, Value(temporal: "2025-06-01") ?? .null), ("行", .context(row), record),
      ("表", .list(.context(row)), .list([record, .null, .unknown])), ("缺", .any, .unknown),
      ("职工总数", .number, .number(16)), ("党员 人数", .number, .number(7)), ("基准日", .date, .unknown),
    ]
    var slots: [Slot] = []
    for (name, type, _) in facts { slots.append(layout.declare(name, type)) }
    frame = Frame(layout)
    for (slot, fact) in zip(slots, facts) { frame.set(slot, fact.2) }
  }

  func take(_ source: Source, tests: Bool, strictly: Bool) -> String? {
    var log = DiagnosticLog()
    let fragment = Fragment(source)
    let expression =
      tests
      ? Expression.parseUnaryTests(fragment, in: layout, log: &log) : Expression.parse(fragment, in: layout, log: &log)
    guard let expression else { return log.hasErrors ? log.fault(in: source) : "refused without a word" }
    if let fault = fault(expression.tree, within: 0..<fragment.text.utf8.count) { return fault }
    if let fault = printed(expression.tree, tests: tests) { return fault }
    let program = expression.compiled(in: layout, input: tests ? .number : nil, strictly: strictly, log: &log)
    if let fault = log.fault(in: source) { return fault }
    guard let program else { return log.hasErrors ? nil : "not compiled, without a word" }
    let value = program.evaluate(frame, input: .number(2))
    let explained = program.explain(frame, input: .number(2)).value
    return value.feelText == explained.feelText ? nil : "evaluated \(value.feelText), explained \(explained.feelText)"
  }

  /// Parts lie within the whole.
  private func fault(_ tree: Tree, within range: Range<Int>) -> String? {
    guard range.lowerBound <= tree.range.lowerBound, tree.range.upperBound <= range.upperBound else {
      return "\(tree.range) is outside \(range)"
    }
    return tree.children.lazy.compactMap { fault($0, within: range) }.first
  }

  private func printed(_ tree: Tree, tests: Bool) -> String? {
    let text = tests ? tree.formattedTests : tree.formatted
    var log = DiagnosticLog()
    let again =
      tests
      ? Expression.parseUnaryTests(Fragment(text), in: layout, log: &log)
      : Expression.parse(Fragment(text), in: layout, log: &log)
    // Parentheses that the printer needs may be one level too many.
    guard let again else {
      return log.diagnostics.allSatisfy { $0.code == "PX2021" } ? nil : "printed \(text), which is no expression"
    }
    let second = tests ? again.tree.formattedTests : again.tree.formatted
    return second == text ? nil : "printed \(text), then \(second)"
  }
}

extension DiagnosticLog {
  /// What is wrong with the diagnostics themselves: places outside the text, sentences that cannot be shown.
  func fault(in source: Source) -> String? {
    for diagnostic in diagnostics {
      for language in Language.allCases where diagnostic.text(language).isEmpty {
        return "\(diagnostic.code) says nothing"
      }
      guard let span = diagnostic.span else { continue }
      guard span.source == source else { continue }
      guard span.range.upperBound <= source.bytes.count else { return "\(diagnostic.code) is outside" }
      guard Terminal.isBoundary(span.range.lowerBound, of: source),
        Terminal.isBoundary(span.range.upperBound, of: source)
      else { return "\(diagnostic.code) at \(span.range) cuts a character in two" }
    }
    _ = DiagnosticRenderer(language: .zh).render(Array(sorted.prefix(20)))
    return nil
  }
}

private enum Terminal {
  /// Whether no character of well-formed UTF-8 is cut.
  static func isBoundary(_ offset: Int, of source: Source) -> Bool {
    guard offset < source.bytes.count, String(validating: source.bytes, as: UTF8.self) != nil else { return true }
    return source.bytes[offset] & 0xC0 != 0x80
  }
}
