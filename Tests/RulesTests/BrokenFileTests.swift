import Diagnostics
import Rules
import Testing

/// One fault each: what is said of it, where, and nothing else. The place is marked with ‹ and ›.
@Suite("Broken rule files")
struct BrokenFileTests {
  struct Fault: Sendable, CustomTestStringConvertible {
    let name: String
    /// What stands in the good file, and what stands there instead, with the fault marked.
    let good: String
    let bad: String
    let code: String

    var testDescription: String { name }

    init(_ name: String, _ good: String, _ bad: String, _ code: String) {
      self.name = name
      self.good = good
      self.bad = bad
      self.code = code
    }
  }

  static let good = """
    award: 试评
    edition: 2025
    regulation: {title: 评选办法, short: 评选办法, number: 〔2025〕1号}
    parameters:
      基准日: {value: 2025-12-01, type: date, basis: 第十条}
      名额: {value: 2, type: integer, basis: 第六条}
    record:
      名称: {type: string, required: true, key: true}
      成立日期: {type: date, required: true}
      党员数: {type: integer, required: true, range: "[0..1000]"}
      等级: {type: string, required: true, one of: [甲, 乙, 丙]}
      在链: {type: boolean, required: true}
      增长率: {type: number, required: false}
      事故:
        type: list
        required: true
        of:
          责任: {type: string, one of: [有, 无]}
          日期: {type: date}
    definitions:
      近三年起: 基准日 - duration("P3Y")
      满两年日: 成立日期 + duration("P2Y")
    eligibility:
      - {id: T1, name: 满两年, require: 满两年日 <= 基准日, basis: 第一条}
      - {id: T2, name: 在链, require: 在链 and 党员数 >= 3, basis: 第二条}
    vetoes:
      - {id: F1, name: 事故, when: 'some x in 事故 satisfies x.责任 = "有" and x.日期 >= 近三年起', source: 应急, lookback: 近三年, basis: 第三条}
    scoring:
      max: 20
      dimensions:
        - id: A
          name: 甲项
          max: 20
          items:
            - {id: A1, name: 党员, max: 10, of: 党员数, bands: [[">= 10", 10], ["[3..10)", 5], ["< 3", 0]], basis: 附件1}
            - {id: A2, name: 等级, max: 10, of: 等级, bands: [[甲, 10], [乙, 5], [丙, 0]], basis: 附件2}
    selection:
      seats: 名额
      tie_break: [A, A1]
      at least: [{name: 甲等, where: '等级 = "甲"', seats: 1}]
    """

  static let faults = [
    Fault("unknown key", "lookback: 近三年", "‹lookbak›: 近三年", "PX3004"),
    Fault("unknown key at the top", "scoring:\n", "‹scorring›:\n", "PX3004"),
    Fault("wrong type", "max: 20\n  dimensions", "max: ‹二十›\n  dimensions", "PX3003"),
    Fault("unknown type", "党员数: {type: integer", "党员数: {type: ‹interger›", "PX3009"),
    Fault("bad range", "\"[0..1000]\"", "‹\"[0-1000]\"›", "PX3011"),
    Fault("unknown name", "在链 and 党员数 >= 3", "在链 and ‹党员书› >= 3", "PX2104"),
    Fault("unknown component", "x.责任 =", "x.‹责认› =", "PX2106"),
    Fault("value outside the enumeration", "x.责任 = \"有\"", "x.责任 = ‹\"全部\"›", "PX2111"),
    Fault("full-width operator", "党员数 >= 3,", "党员数‹＞›3,", "PX2001"),
    Fault("no boolean", "require: 在链 and 党员数 >= 3", "require: ‹党员数 + 3›", "PX2113"),
    Fault("syntax of FEEL", "满两年日 <= 基准日", "满两年日 <=‹›", "PX2011"),
    Fault("gap", "[\"[3..10)\", 5]", "[\"[4..10)\", 5]", "PX2505"),
    Fault("overlap", "[\"[3..10)\", 5]", "[\"[3..10]\", 5]", "PX2506"),
    Fault("value of a band not allowed", "[乙, 5]", "[‹丁›, 5]", "PX2501"),
    Fault("maxima of items", "max: 10, of: 等级", "max: 9, of: 等级", "PX3012"),
    Fault("maxima of dimensions", "max: 20\n  dimensions", "max: ‹30›\n  dimensions", "PX3013"),
    Fault("duplicate id", "{id: T2,", "{id: ‹T1›,", "PX3007"),
    Fault("duplicate name", "  近三年起: 基准日", "  ‹在链›: 基准日", "PX3008"),
    Fault("circular definitions", "近三年起: 基准日 - duration", "‹近三年起›: 近三年起 - duration", "PX3020"),
    Fault("circular extends", "edition: 2025\n", "edition: 2025\nextends: ‹试评.yaml›\n", "PX3002"),
    Fault("unreadable include", "edition: 2025\n", "edition: 2025\nincludes: [‹没有.yaml›]\n", "PX3001"),
    Fault("no clause", ", basis: 附件1}", "}", "PX3017"),
    Fault("no maximum", "{id: A1, name: 党员, max: 10,", "{id: A1, name: 党员,", "PX3016"),
    Fault("two forms", "of: 等级, bands", "of: 等级, score: 1, bands", "PX3015"),
    Fault(
      "optional but decisive", "在链: {type: boolean, required: true}", "在链: {type: boolean, required: false}", "PX3019"),
    Fault("floor above the seats", "where: '等级 = \"甲\"', seats: 1", "where: '等级 = \"甲\"', seats: 3", "PX3023"),
    Fault("duplicate key", "required: true, key: true}", "required: true, ‹required›: true}", "PX1"),
    Fault("alias bomb", "award: 试评\n", "award: ‹*x›\n", "PX1"),
    Fault("tab", "  名额: {value: 2", "‹\t›名额: {value: 2", "PX1"),
  ]

  @Test("the good file has nothing to say of it")
  func goodFile() {
    let (rules, found) = read(Self.good)
    #expect(rules != nil)
    #expect(found.isEmpty, "\(DiagnosticRenderer(language: .en).render(found))")
  }

  @Test("one fault, one diagnostic, at its own place", arguments: faults)
  func fault(_ fault: Fault) {
    #expect(Self.good.contains(fault.good), "the good file has no “\(fault.good)”")
    let range = Self.good.firstRange(of: fault.good)!
    let marked = Self.good.replacingCharacters(in: range, with: fault.bad)
    let text = marked.replacing("‹", with: "").replacing("›", with: "")
    let (rules, found) = read(text)
    #expect(rules == nil)
    let codes = Set(found.map(\.code))
    #expect(
      codes.count == 1 && codes.allSatisfy { $0.hasPrefix(fault.code) },
      "\(codes): \(DiagnosticRenderer(language: .en).render(found))")
    #expect(found.allSatisfy { $0.span != nil })
    guard fault.bad.contains("‹"), let open = marked.firstRange(of: "‹"), let close = marked.firstRange(of: "›") else {
      return
    }
    let start = marked[..<open.lowerBound].utf8.count
    let length = marked[open.upperBound..<close.lowerBound].utf8.count
    let places = found.compactMap(\.span?.range)
    #expect(
      places.contains { length == 0 ? $0.contains(start) || $0.lowerBound <= start + 1 : $0 == start..<start + length },
      "\(places) instead of \(start..<start + length)")
  }

  @Test("any character taken away gives diagnostics or a rule set, never a crash")
  func deletions() {
    var text = Array(Self.good.unicodeScalars)
    for index in stride(from: 0, to: text.count, by: 3) {
      let removed = text.remove(at: index)
      var view = String.UnicodeScalarView()
      view.append(contentsOf: text)
      let (rules, found) = read(String(view))
      #expect(rules != nil || !found.isEmpty)
      text.insert(removed, at: index)
    }
  }

  private func read(_ text: String) -> (CompiledRuleSet?, [Diagnostic]) {
    var log = DiagnosticLog()
    let source = Source(name: "试评.yaml", text: text)
    let rules = RuleSet.read("试评.yaml", log: &log) { $0 == "试评.yaml" ? source : nil }
    return (rules?.compiled(log: &log), log.sorted)
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}
