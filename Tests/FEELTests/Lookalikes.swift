import Diagnostics
@testable import FEEL
import Testing

@Suite("形似字符") struct Lookalikes {
  /// A text in which the character stands where its replacement would be right.
  private func sample(_ lookalike: Lookalike) -> String {
    let character = String(lookalike.character)
    return switch lookalike.replacement {
    case "..": "[1\(character)2]"
    case ".": "1\(character)5"
    case "0"..."9": "a + \(character)"
    case "!": "a \(character)= b"
    case "(": "\(character)a)"
    case ")": "(a\(character)"
    case "[": "\(character)1, 2]"
    case "]": "[1, 2\(character)"
    case "{": "\(character)x: 1}"
    case "}": "{x: 1\(character)"
    case "\"": "\(character)甲\(character)"
    case ",": "[1\(character)2]"
    case ":": "{x\(character)1}"
    default: "a\(character)b"
    }
  }

  private let world = World([("a", .number(2)), ("b", .number(3)), ("a_b", .number(4))])

  /// The text after the safe fixes.
  private func fixed(_ text: String, _ log: DiagnosticLog) -> String {
    var bytes = Array(text.utf8)
    let fixes = log.diagnostics.flatMap(\.fixIts).filter { $0.applicability == .safe }
    for fix in fixes.sorted(by: { $0.span.range.lowerBound > $1.span.range.lowerBound }) {
      bytes.replaceSubrange(fix.span.range, with: Array(fix.replacement.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("一共六十六个，不重复")
  func count() {
    #expect(Lookalike.all.count == 66)
    #expect(Set(Lookalike.all.map(\.character)).count == 66)
    #expect(Lookalike.all.count { NameCharacters.continues($0.character) } == 50)
  }

  @Test("用错的地方：指出这一个字符，改了就对", arguments: Lookalike.all.map(\.character))
  func failing(_ character: Unicode.Scalar) throws {
    let lookalike = try #require(Lookalike.of(character))
    let text = sample(lookalike)
    let (program, log) = world.program(text)
    if character == Lookalike.space {
      #expect(log.marks.first == "PX2002 \u{3000}")
      return
    }
    #expect(program == nil, "\(text)")
    #expect(log.diagnostics.first?.span?.text == String(character), "\(text): \(log.described)")
    guard lookalike.replacement != "%", lookalike.replacement != ";" else {
      #expect(log.diagnostics.map(\.code) == ["PX2004"], "\(text): \(log.described)")
      return
    }
    #expect(log.diagnostics.allSatisfy { $0.code == "PX2001" }, "\(text): \(log.described)")
    let (repaired, after) = world.program(fixed(text, log))
    #expect(repaired != nil, "\(fixed(text, log)): \(after.described)")
    #expect(after.diagnostics.isEmpty, "\(fixed(text, log)): \(after.described)")
  }

  @Test("引号之内是普通文字", arguments: Lookalike.all.map(\.character))
  func inTexts(_ character: Unicode.Scalar) {
    let (program, log) = world.program("\"甲\(character)乙\"")
    #expect(log.diagnostics.isEmpty)
    #expect(program?.evaluate(world.frame) == .string("甲\(character)乙"))
  }

  @Test(
    "声明过的名称里是合法的",
    arguments: Lookalike.all.map(\.character).filter { NameCharacters.continues($0) })
  func inNames(_ character: Unicode.Scalar) {
    let name = "甲\(character)乙"
    let world = World([(name, .number(7)), ("甲", .number(1))])
    let (program, log) = world.program("\(name) + 甲")
    #expect(log.diagnostics.isEmpty, "\(log.described)")
    #expect(program?.evaluate(world.frame) == .number(8))
    #expect(isFEELName(name))
  }

  @Test(
    "一句话里的几处，一次全部指出",
    arguments: [
      ("营收＞１００", "营收>100"), ("营收 ≥ 100 and 名称 ＝ “甲”", "营收 >= 100 and 名称 = \"甲\""),
      ("count（列表）＞＝ 1", "count(列表)>= 1"), ("列表【1】", "列表[1]"),
      ("if 营收＞0 then ‘甲’ else 「乙」", "if 营收>0 then \"甲\" else \"乙\""),
      ("max（1，2，３．５）", "max(1,2,3.5)"), ("营收 in [1……5]", "营收 in [1..5]"), ("营收——1", "营收-1"),
      ("名称 in （“甲”、“乙”）", "名称 in (\"甲\",\"乙\")"), ("近三年营收（万元）＞ 0", "近三年营收（万元）> 0"),
      ("营收 == 1", "营收 = 1"), ("营收 <> 1", "营收 != 1"), ("营收 > 1 && 营收 < 9", "营收 > 1 and 营收 < 9"),
      ("营收 == 1 || 名称 == \"乙\"", "营收 = 1 or 名称 = \"乙\""),
    ])
  func together(_ text: String, _ repaired: String) {
    let world = World([
      ("营收", .number(200)), ("名称", .string("甲")), ("列表", .list([.number(1)])), ("近三年营收（万元）", .number(1)),
    ])
    let (program, log) = world.program(text)
    #expect(program == nil)
    #expect(fixed(text, log) == repaired)
    let (after, log2) = world.program(repaired)
    #expect(after != nil && log2.diagnostics.isEmpty, "\(log2.described)")
  }

  @Test(
    "别的语言的“且、或、非”",
    arguments: [("真&&假", "&&", "and"), ("真||假", "||", "or"), ("!真", "!", "not(…)"), ("真 and !(假)", "!", "not(…)")])
  func otherLanguages(_ text: String, _ sign: String, _ word: String) {
    let (program, log) = World([("真", .boolean(true)), ("假", .boolean(false))]).program(text)
    #expect(program == nil)
    #expect(log.diagnostics.map { $0.text(.zh) } == ["FEEL 没有“\(sign)”，要写“\(word)”"])
    #expect(log.diagnostics.first?.span?.text == sign)
  }

  @Test("半角括号的名称是函数调用")
  func call() {
    let (_, log) = World([("近三年营收（万元）", .number(1))]).program("近三年营收(万元)")
    #expect(log.marks.contains("PX2118 近三年营收"))
  }
}
