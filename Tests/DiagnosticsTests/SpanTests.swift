import Testing

@testable import Diagnostics

@Suite("位置")
struct SpanTests {
  @Test("不切开一个字") func wholeCharacters() {
    let source = Source(name: "例", text: "a“党𠮷")
    func text(_ range: Range<Int>) -> String { Span(source, range).text }
    #expect(text(1..<2) == "“")
    #expect(text(2..<3) == "“")
    #expect(text(0..<5) == "a“党")
    #expect(text(4..<8) == "党𠮷")
    #expect(text(9..<9) == "" && Span(source, 9..<9).range == 7..<7)
    #expect(text(0..<1) == "a")
  }

  @Test("不出文本的边") func clamped() {
    let source = Source(name: "例", text: "党")
    #expect(Span(source, -5..<90).range == 0..<3)
    #expect(Span(source, 3..<4).range == 3..<3)
    #expect(Span(Source(name: "空", text: ""), 0..<1).range == 0..<0)
  }

  @Test("不是 UTF-8 的字节各自成一格") func illFormed() {
    let source = Source(name: "例", bytes: [0x80, 0x80, 0x80, 0x80, 0x80, 0xE5, 0x61])
    for index in 0..<5 { #expect(Span(source, index..<index + 1).range == index..<index + 1) }
    #expect(Span(source, 5..<6).range == 5..<6)
  }
}
