import Diagnostics
import Testing
import YAML

@Suite struct FaultTests {
  /// The first mark is the place of the fault; the second, if there is one, that of its note.
  @Test(arguments: [
    ("PX1004", "⟦⟧"),
    ("PX1004", "⟦⟧# 只有注释\n"),
    ("PX1005", "甲: 1\n⟦---⟧\n乙: 2\n"),
    ("PX1006", "甲: 1\n乙: 2\n⟦甲⟧: 3\n"),
    ("PX1006", "甲: {a: 1, ⟦\"a\"⟧: 2}\n"),
    ("PX1007", "甲: {⟦[a]⟧: 1}\n"),
    ("PX1008", "甲: ⟦!岗位⟧ x\n".replacing("岗位", with: "post")),
    ("PX1008", "甲: ⟦!!binary⟧ x\n"),
    ("PX1008", "甲: ⟦!!map⟧ [x]\n"),
    ("PX1009", "甲: !!int ⟦十⟧\n"),
    ("PX1010", "甲: &d1 1\n乙: ⟦*d2⟧\n"),
    ("PX1011", "甲: &d\n  - ⟦*d⟧\n"),
    ("PX1020", "甲:\n⟦\t⟧乙: 1\n"),
    ("PX1021", "甲: ⟦@⟧处\n"),
    ("PX1021", "甲: ⟦%⟧\n"),
    ("PX1022", "甲: &⟦名⟧ 1\n"),
    ("PX1022", "甲: *⟦名⟧\n"),
    ("PX1023", "甲: ⟦\"⟧一\n乙: 二\n"),
    ("PX1024", "甲: 1\n⟦乙⟧\n丙: 2\n"),
    ("PX1025", "甲: 1\n乙⟦：⟧2\n丙: 2\n"),
    ("PX1025", "甲⟦：⟧1\n丙: 2\n"),
    ("PX1026", "甲: 1\n乙⟦:⟧2\n丙: 2\n"),
    ("PX1026", "甲⟦:⟧1\n丙: 2\n"),
    ("PX1027", "甲: 时间⟦:⟧ 三月\n"),
    ("PX1027", "甲: 1\n  乙⟦:⟧ 2\n"),
    ("PX1028", "甲: ⟦-⟧ 1\n"),
    ("PX1030", "甲: [1, 2\n乙⟦:⟧ 3\n"),
    ("PX1031", "甲: {一: 1\n乙⟦:⟧ 3\n"),
    ("PX1032", "甲: \"一\" ⟦=⟧ 二\n"),
    ("PX1042", "  甲: 1\n ⟦乙⟧: 2\n"),
    ("PX1033", "- 1\n⟦乙⟧: 2\n"),
    ("PX1030", "甲: [1, 2⟦⟧"),
    ("PX1034", "甲: [⟦,⟧ 2]\n"),
    ("PX1035", "甲: \"一⟦\\d⟧+\"\n"),
    ("PX1036", "甲: \"\\u⟦7⟧5\"\n"),
    ("PX1037", "甲: \"\\u⟦D⟧842\\uDFB7\"\n"),
    ("PX1038", "甲: |⟦二⟧\n  x\n"),
    ("PX1039", "甲: ⟦!⟧h!x y\n"),
    ("PX1040", "⟦%YAML 3.0⟧\n---\n甲: 1\n"),
    ("PX1041", "甲: \"一\n⟦-⟧--\n乙: 1\n"),
    ("PX1042", "[1]\n⟦乙⟧\n"),
  ])
  func 指到原处(_ code: String, _ marked: String) {
    check(code, marked)
  }

  private func check(_ code: String, _ marked: String, limits: Limits = .default) {
    let text = Marked(marked)
    var log = DiagnosticLog()
    _ = Node.read(text.source, limits: limits, log: &log)
    #expect(log.diagnostics.map(\.code) == [code], "\(marked)")
    #expect(log.diagnostics.compactMap { $0.span?.range } == text.ranges, "\(marked)")
    for diagnostic in log.diagnostics {
      for language in Language.allCases { #expect(!diagnostic.text(language).contains("{")) }
    }
  }

  @Test func 限度() {
    let limits = Limits(bytes: 60, depth: 3, nodes: 8, aliasedNodes: 5)
    check("PX1003", "⟦⟧" + String(repeating: "甲", count: 21), limits: limits)
    check("PX1013", "[[[⟦[⟧[[[[[[", limits: limits)
    check("PX1013", "a: {a: {a: ⟦{⟧a: 1}}}", limits: limits)
    check("PX1014", "[1,2,3,4,5,6,7,8,⟦9⟧]", limits: limits)
    check("PX1012", "- &a [1, 2]\n- *a\n- ⟦*a⟧\n", limits: limits)
    check("PX1013", "- &a [1]\n- [[⟦*⟧a]]\n", limits: limits)
  }

  @Test(
    arguments: [
      ([0x61, 0x3A, 0x20, 0xB1, 0xED], 3..<4, "PX1001"),
      ([0x61, 0x3A, 0x20, 0xE4, 0xB8], 3..<4, "PX1001"),
      ([0x61, 0x3A, 0x20, 0xED, 0xA0, 0x80], 3..<4, "PX1001"),
      ([0x61, 0x3A, 0x20, 0xC0, 0x80], 3..<4, "PX1001"),
      ([0xFF, 0xFE, 0x61, 0x00], 0..<1, "PX1001"),
      ([0x61, 0x3A, 0x20, 0x08, 0x62], 3..<4, "PX1002"),
      ([0x61, 0x3A, 0x20, 0x00], 3..<4, "PX1002"),
      ([0xE7, 0x94, 0xB2, 0xC2, 0x80], 3..<5, "PX1002"),
    ] as [([UInt8], Range<Int>, String)])
  func 字节不对(_ bytes: [UInt8], _ range: Range<Int>, _ code: String) {
    var log = DiagnosticLog()
    #expect(Node.read(Source(name: "例.yaml", bytes: bytes), log: &log) == nil)
    #expect(log.diagnostics.map(\.code) == [code])
    #expect(log.diagnostics.first?.span?.range == range)
  }

  @Test func 十亿个笑话() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...20 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    var log = DiagnosticLog()
    #expect(Node.read(Source(name: "例.yaml", text: text), log: &log) == nil)
    #expect(log.diagnostics.map(\.code) == ["PX1012"])
  }

  /// After a fault inside a document the rest of it is still there.
  @Test func 读出其余() {
    var log = DiagnosticLog()
    let text = "甲: 1\n甲: 2\n乙: *x\n丙: !y 3\n[1]: 2\n丁: 4\n"
    let node = Node.read(Source(name: "例.yaml", text: text), log: &log)
    #expect(log.diagnostics.map(\.code) == ["PX1006", "PX1010", "PX1008", "PX1007"])
    #expect(node.map(shape) == "{甲: 1, 乙: , 丙: 3, 丁: 4}")
  }

  /// In a large mapping, and where two texts are written differently but are the same (é as one character or two).
  @Test(arguments: [2, 10, 31, 32, 33, 34, 100, 1000])
  func 重复的键(_ count: Int) {
    for (first, again) in [("甲0", "甲0"), ("caf\u{E9}", "cafe\u{301}"), ("乙", "'甲\(count - 1)'")] {
      let keys = [first] + (1..<count).map { "甲\($0)" } + [again]
      let text = keys.map { "\($0): 1\n" }.joined()
      var log = DiagnosticLog()
      let node = Node.read(Source(name: "例.yaml", text: text), log: &log)
      #expect(log.diagnostics.map(\.code) == ["PX1006"], "\(count) \(again)")
      #expect(log.diagnostics.compactMap { $0.span?.start.line } == [count + 1])
      #expect(node?.mapping?.count == count)
    }
  }

  @Test func 两种语言都有() {
    #expect(Set(Message.allYAMLMessages.map(\.code)).count == Message.allYAMLMessages.count)
    for message in Message.allYAMLMessages {
      #expect(!message.phrase.zh.isEmpty && !message.phrase.en.isEmpty)
      #expect(message.phrase.placeholders(.zh).sorted() == message.phrase.placeholders(.en).sorted(), "\(message.code)")
      #expect(message.code.hasPrefix("PX1"))
    }
  }
}
