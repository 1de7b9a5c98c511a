import Diagnostics
import Testing

@Suite("What a terminal shows of a text")
struct RendererTests {
  private static let message = Message("PX4999", .error, zh: "这里不对：{text}", en: "this is wrong: {text}")

  @Test("carets stand under the place, whatever the characters before it take")
  func carets() {
    #expect(lines("姓名: 张三, 工龄: ⟦十五⟧ 年") == ["姓名: 张三, 工龄: 十五 年", "                  ^^^^"])
    #expect(lines("a\t⟦b⟧") == ["a b", "  ^"])
    #expect(lines("甲⟦⟧") == ["甲", "  ^"])
    #expect(lines("⟦甲\n乙⟧") == ["甲", "^^"])
  }

  @Test("a long line is cut to a window around the place", arguments: [0, 7, 50, 99, 150, 299])
  func window(_ place: Int) {
    let words = (0..<300).map { $0 == place ? "⟦错⟧" : "字" }
    let shown = lines(words.joined())
    let line = shown[0]
    #expect(displayWidth(line) <= 102)
    #expect(line.hasPrefix("…") == (place > 20) && line.hasSuffix("…") == (place < 270))
    let before = line.prefix { $0 != "错" }
    #expect(shown[1] == String(repeating: " ", count: displayWidth(String(before))) + "^^")
  }

  @Test("a place wider than the window is underlined as far as it is shown")
  func widePlace() {
    let shown = lines("⟦" + String(repeating: "a", count: 5000) + "⟧")
    #expect(shown == [String(repeating: "a", count: 100) + "…", String(repeating: "^", count: 100)])
  }

  @Test("of a confidential text only what is disclosed is shown, and the carets stay where they were")
  func confidential() {
    let text = "{\"姓名\": \"张三\", \"证号\": \"360299\", \"工龄\": x}"
    let source = Source(name: "名单", text: text).confidential
    let place = text.utf8.count - 2..<text.utf8.count - 1
    #expect(
      lines(Span(source, place)) == [
        "{\"****\": \"****\", \"****\": \"******\", \"****\": *}", "                                           ^",
      ])
    let name = 1..<9
    #expect(lines(Span(source, place, disclosing: [name, place]))[0].hasPrefix("{\"姓名\": \"****\", \"****\""))
    #expect(lines(Span(source, place, disclosing: [name, place]))[0].hasSuffix(": x}"))
  }

  @Test("characters that would move the cursor or turn the writing are shown as pictures")
  func pictures() {
    #expect(lines("甲\u{1B}[2J\u{202E}⟦乙⟧") == ["甲␛[2JU+202E乙", "            ^^"])
    let diagnostic = Diagnostic(Self.message, at: nil, ["text": "甲\u{1B}\n乙\u{7F}\u{2066}"])
    #expect(DiagnosticRenderer(language: .en).render(diagnostic) == "error[PX4999] this is wrong: 甲␛␊乙␡U+2066\n")
  }

  @Test("lines stay lines")
  func lines() {
    #expect("甲\u{1B}\n乙\u{202E}丙\r\n".printableLines == "甲␛\n乙U+202E丙␍\n")
    #expect("甲\n乙".printableLines == "甲\n乙")
  }

  @Test("an endless argument is cut")
  func longArgument() {
    let diagnostic = Diagnostic(Self.message, at: nil, ["text": String(repeating: "长", count: 10_000)])
    #expect(diagnostic.text(.zh).count == 405)
  }

  private func lines(_ marked: String) -> [String] {
    let parts = marked.split(separator: "⟦", omittingEmptySubsequences: false)
    let inner = parts[1].split(separator: "⟧", omittingEmptySubsequences: false)
    let start = parts[0].utf8.count
    let source = Source(name: "名单", text: marked.filter { $0 != "⟦" && $0 != "⟧" })
    return lines(Span(source, start..<start + inner[0].utf8.count))
  }

  /// The line of the source and the line of the carets.
  private func lines(_ span: Span) -> [String] {
    let diagnostic = Diagnostic(Self.message, at: span, ["text": ""])
    let shown = DiagnosticRenderer(language: .zh).render(diagnostic).split(separator: "\n").suffix(2)
    return shown.map { String($0.drop { $0 != "│" }.dropFirst(2)) }
  }
}
