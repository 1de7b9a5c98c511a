import Diagnostics
import Testing
import YAML

@Suite struct NodeTests {
  @Test(arguments: [
    ("甲: 1\n乙: [二, {三: 四}]\n", "{甲: 1, 乙: [二, {三: 四}]}"),
    ("- 甲\n-\n- ~\n", "[甲, , ~]"),
    ("底: &底1 {名额: 20}\n".replacing("底1", with: "d") + "今: *d\n", "{底: {名额: 20}, 今: {名额: 20}}"),
    ("\u{FEFF}甲: 乙\n", "{甲: 乙}"),
    ("# 注\n---\n甲: 'it''s'\n...\n", "{甲: it's}"),
    ("甲: |\n  一\n  二\n乙: >\n  一\n  二\n", "{甲: 一\n二\n, 乙: 一 二\n}"),
    ("键值: \"\\u7532\\\n  乙\"\n", "{键值: 甲乙}"),
    ("<<: 甲\n", "{<<: 甲}"),
  ])
  func 读成什么(_ written: String, _ expected: String) {
    var log = DiagnosticLog()
    let node = Node.read(Source(name: "例.yaml", text: written), log: &log)
    #expect(node.map(shape) == expected)
    #expect(log.diagnostics.isEmpty)
  }

  /// The spans of all nodes in the order in which they end, keys before values.
  @Test(arguments: [
    "⟦⟦甲⟧: ⟦1⟧\n⟦乙⟧: ⟦[⟦二⟧, ⟦三⟧]⟧⟧\n\n# 完\n",
    "\u{FEFF}⟦⟦甲⟧: ⟦𠮷⟧\n⟦乙⟧: ⟦'二'⟧⟧\n",
    "⟦⟦甲⟧: ⟦|\n  一\n  二⟧\n\n⟦乙⟧: ⟦x⟧⟧\n",
    "⟦⟦甲⟧: &a ⟦x⟧\n⟦乙⟧: !!str ⟦1⟧\n⟦丙⟧: ⟦*a⟧\n⟦丁⟧:⟦⟧⟧\n",
    "⟦⟦甲⟧: &a # 注\n  ⟦⟦乙⟧: ⟦丙⟧⟧⟧\n",
    "⟦- ⟦一\n  二⟧\n- ⟦\"三\\\n  四\"⟧⟧\n",
    "⟦[⟦{⟦a⟧: ⟦b⟧}⟧, ⟦⟦c⟧: ⟦d⟧⟧ ]⟧",
  ])
  func 写在哪里(_ marked: String) throws {
    let text = Marked(marked)
    var log = DiagnosticLog()
    let node = try #require(Node.read(text.source, log: &log))
    #expect(log.diagnostics.isEmpty)
    #expect(ranges(node) == text.ranges)
  }
}

func shape(_ node: Node) -> String {
  switch node.content {
  case .scalar(let scalar): scalar.text
  case .sequence(let elements): "[" + elements.map(shape).joined(separator: ", ") + "]"
  case .mapping(let entries):
    "{" + entries.map { "\(shape($0.key)): \(shape($0.value))" }.joined(separator: ", ") + "}"
  }
}

private func ranges(_ node: Node) -> [Range<Int>] {
  switch node.content {
  case .scalar: [node.span.range]
  case .sequence(let elements): elements.flatMap(ranges) + [node.span.range]
  case .mapping(let entries): entries.flatMap { ranges($0.key) + ranges($0.value) } + [node.span.range]
  }
}
