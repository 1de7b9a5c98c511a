import Diagnostics
import Testing
import YAML

@Suite struct ScalarTests {
  @Test(arguments: [
    ("no", Core.text), ("on", .text), ("yes", .text), ("2026-01-01", .text), ("1:30", .text),
    ("0o17", .integer("15")), ("0x1F", .integer("31")), ("0xFFFFFFFFFFFFFFFFF", .integer("0xFFFFFFFFFFFFFFFFF")),
    ("017", .integer("017")), ("-3", .integer("-3")), ("+3", .integer("+3")), ("1_000", .text), ("0b1", .text),
    (".inf", .float(".inf")), ("-.INF", .float("-.INF")), (".nan", .float(".nan")), ("-.nan", .text),
    ("1.50", .float("1.50")), ("1.", .float("1.")), (".5", .float(".5")), ("1e3", .float("1e3")), ("1e", .text),
    (".", .text), ("+", .text), ("~", .null), ("null", .null), ("NULL", .null), ("nULL", .text),
    ("true", .boolean(true)), ("False", .boolean(false)), ("tRUE", .text), ("'1'", .text), ("\"null\"", .text),
    ("!!str 1", .text), ("! 1", .text), ("!!int 1", .integer("1")), ("!!int '1'", .integer("1")),
    ("!!float 1", .integer("1")), ("!!bool 'true'", .boolean(true)), ("!!null ''", .null), ("１", .text),
  ])
  func 核心模式(_ written: String, _ expected: Core) {
    var log = DiagnosticLog()
    let node = Node.read(Source(name: "例.yaml", text: "值: \(written)\n"), log: &log)
    #expect(node?["值"]?.scalar?.core == expected)
    #expect(log.diagnostics.isEmpty)
  }

  /// ⟦…⟧ in the written text are the places of the words 甲 and 乙 of the decoded one.
  @Test(arguments: [
    "k: x ⟦甲⟧ = ⟦乙⟧ # 注\n",
    "k: x ⟦甲⟧\n\n   y ⟦乙⟧ z\n",
    "k: 'it''s ⟦甲⟧\n  and '' ⟦乙⟧'\n",
    "k: \"\\t\\x41 ⟦甲⟧ \\\n   \\u5341 ⟦\\u4e59⟧\"\n",
    "k: \"a ⟦甲⟧   \n\n  b\\\"⟦乙⟧\"\n",
    "k: |\n  a\n    ⟦甲⟧\n\n  b ⟦乙⟧\nj: 1\n",
    "k: |2-\n    ⟦甲⟧\n  ⟦乙⟧\n",
    "k: >+\n  a ⟦甲⟧\n  b\n\n  c ⟦乙⟧\n\n",
    "k: >-\r\n  a ⟦甲⟧\r\n  ⟦乙⟧\r\n",
    "\u{FEFF}- - >\n      ⟦甲⟧\n       x\n      ⟦乙⟧\n",
    "k: &a !!str \"⟦甲⟧\\U00020BB7⟦乙⟧\"\n",
    "k: 'a ⟦甲⟧\u{2028}  ⟦乙⟧\u{85}x'\n",
  ])
  func 字在哪里(_ marked: String) throws {
    let text = Marked(marked)
    var log = DiagnosticLog()
    let node = try #require(Node.read(text.source, log: &log))
    let scalar = try #require(scalars(node).last { $0.text.contains("甲") })
    let fragment = scalar.fragment
    #expect(fragment.text == scalar.text)
    #expect(place(of: "甲", in: fragment) == text.ranges[0])
    #expect(place(of: "乙", in: fragment) == text.ranges[1])
    #expect(fragment.span.range.upperBound <= text.source.bytes.count)
  }

  private func place(of word: String, in fragment: Fragment) -> Range<Int>? {
    let bytes = Array(fragment.text.utf8)
    let wanted = Array(word.utf8)
    guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: wanted) }) else { return nil }
    return fragment.span(start..<start + wanted.count).range
  }
}

func scalars(_ node: Node) -> [Scalar] {
  switch node.content {
  case .scalar(let scalar): [scalar]
  case .sequence(let elements): elements.flatMap(scalars)
  case .mapping(let entries): entries.flatMap { scalars($0.key) + scalars($0.value) }
  }
}
