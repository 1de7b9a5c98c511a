import DMN
import Diagnostics
import Foundation
import Testing

@Suite("读不下去的文件") struct XMLFaultTests {
  /// What is found, as `PX2521 3:1 sentence`; nothing is read.
  private func check(_ text: ModelText, _ finding: String) {
    #expect(text.model == nil)
    #expect(text.diagnostics.map(found) == [finding])
  }

  private func found(_ diagnostic: Diagnostic) -> String {
    let start = diagnostic.span.map { "\($0.start.line):\($0.start.column)" } ?? "?"
    return "\(diagnostic.code) \(start) \(diagnostic.text(.zh))"
  }

  @Test(
    "文件是空的，或根本不是 XML",
    arguments: ["", " \n", "award: 红星工匠\n", "{\"name\": \"评选\"}", "\u{FEFF}", "<", "<!-- 只有注释 -->", "PK\u{3}\u{4}"])
  func notXML(_ text: String) {
    check(ModelText(file: text), "PX2520 1:1 这不是 XML 文件")
  }

  @Test(
    "断在哪一行、哪个元素里",
    arguments: [
      // An element without its end.
      ("<decision id='d' name='甲'>\n<literalExpression><text>1</text>\n</decision>", "PX2521 4:1", "literalExpression"),
      ("<decision id='d' name='甲'>\n<variable name='甲'>", "PX2521 4:1", "variable"),
      // Attributes without quotes, twice, without a value, with a tag in them.
      ("<decision id=d name='甲'/>", "PX2521 2:1", "definitions"),
      ("\n<decision id='d' id='e'/>", "PX2521 3:1", "definitions"),
      ("<decision id/>", "PX2521 2:1", "definitions"),
      ("<decision id='d'>\n<variable name='<甲>'/></decision>", "PX2521 3:1", "decision"),
      // Signs that must be written as entities, and entities that there are not.
      ("<decision><literalExpression>\n<text>1 < 2</text>", "PX2521 3:1", "text"),
      ("<decision><literalExpression>\n<text>甲 & 乙</text>", "PX2521 3:1", "text"),
      ("<decision><literalExpression>\n<text>&nbsp;</text>", "PX2521 3:1", "text"),
      ("<decision>\n\n<text>&#0;</text>", "PX2521 4:1", "text"),
      ("<decision>\n<text><![CDATA[1</text></decision>", "PX2521 3:1", "text"),
      ("<d:decision/>", "PX2521 2:1", "definitions"),
      ("</definitions>\n<definitions/>", "PX2520 3:1", nil),
    ] as [(String, String, String?)])
  func broken(_ body: String, _ place: String, _ element: String?) {
    let text = ModelText(body)
    let sentence = element.map { "XML 到这里就读不下去了，在元素“\($0)”之内" } ?? "这不是 XML 文件"
    check(text, "\(place) \(sentence)")
  }

  @Test(
    "DOCTYPE 一概不读：外部实体、实体炸弹都进不来",
    arguments: [
      "<!DOCTYPE definitions>", "<!DOCTYPE d SYSTEM \"http://example.org/d.dtd\">",
      "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
      "<!DOCTYPE d [<!ENTITY a \"哈哈\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>",
      "<!DOCTYPE d [<!ENTITY % p SYSTEM \"http://example.org/p\"> %p;]>",
    ])
  func documentType(_ declaration: String) {
    let body = ModelText.file(
      "<decision id='d' name='甲'><literalExpression><text>&c;&x;</text></literalExpression></decision>")
    for (before, place) in [("", "1:1"), ("<?xml version=\"1.0\"?>\n", "2:1"), ("<!-- <x> -->\n\u{20}", "2:2")] {
      let text = ModelText(file: before + declaration + "\n" + body)
      check(text, "PX2525 \(place) 模型文件不许有 DOCTYPE：它会引来外部实体")
    }
  }

  @Test("XInclude 不理会") func xinclude() throws {
    let text = ModelText(
      "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='file:///etc/passwd' parse='text'/>"
        + XML.decision("甲", XML.feel("1")))
    #expect(text.findings == [])
    try text.check("甲", gives: "1")
  }

  @Test("不是 UTF-8：编码声明、字节、零字节") func encodings() throws {
    let model = ModelText.file(XML.decision("甲", XML.feel("1")))
    let refused = "文件不是 UTF-8 编码，请另存为 UTF-8"
    let blanks = String(repeating: " ", count: 500)
    for name in ["GB18030", "UTF-16", "UTF-7", "ISO-8859-1", "x-utf-8-x"] {
      check(ModelText(file: "<?xml version=\"1.0\" encoding=\"\(name)\"?>\n" + model), "PX2524 1:31 \(refused)")
      check(ModelText(file: "<?xml version='1.0'\(blanks)encoding = '\(name)' ?>\n" + model), "PX2524 1:532 \(refused)")
    }
    check(ModelText(bytes: Array("<a>\n评选".utf8) + [0xB1, 0xED, 0x0A] + model.utf8), "PX2524 2:3 \(refused)")
    let hidden = "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY x \"1\">]><d>&x;</d>"
    let units = [hidden.utf16.map { ($0 >> 8, $0 & 0xFF) }, hidden.utf16.map { ($0 & 0xFF, $0 >> 8) }]
    for (index, unit) in units.enumerated() {
      let bytes = unit.flatMap { [UInt8($0.0), UInt8($0.1)] }
      check(ModelText(bytes: bytes), "PX2524 1:\(index + 1) \(refused)")
      check(ModelText(bytes: (index == 0 ? [0xFE, 0xFF] : [0xFF, 0xFE]) + bytes), "PX2524 1:1 \(refused)")
    }
    for prefix in [
      "\u{FEFF}", "\u{FEFF}<?xml version=\"1.0\" encoding=\"utf-8\"?>",
      "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>",
    ] {
      let text = ModelText(file: prefix + model)
      #expect(text.findings == [])
      try text.check("甲", gives: "1")
    }
  }

  @Test("嵌得太深", .timeLimit(.minutes(1))) func limits() {
    for count in [200, 300, 100_000] {
      let deep = String(repeating: "<list>", count: count) + String(repeating: "</list>", count: count)
      check(ModelText("<decision>\n" + deep + "</decision>"), "PX2523 3:\(198 * 6 + 1) 元素嵌套超过 200 层")
    }
  }

  @Test("正好不太深：盒式表达式套了一百多层也算得出") func deepest() throws {
    let depth = 190
    let logic = String(repeating: "<list>", count: depth) + XML.feel("1") + String(repeating: "</list>", count: depth)
    let text = ModelText(XML.decision("甲", logic))
    #expect(text.findings == [])
    try text.check("甲", gives: String(repeating: "[", count: depth) + "1" + String(repeating: "]", count: depth))
  }

  @Test("FEEL 套得太深，说明而不崩") func deepFEEL() throws {
    let text = ModelText(XML.decision("甲", XML.feel(String(repeating: "(", count: 50_000))))
    #expect(text.findings.count == 1)
    try text.check("甲", gives: "null")
  }
}
