import Diagnostics
import Rules
import Testing

/// What a rule file says of earlier titles and of copies of one nomination.
@Suite("往届称号和重复递交的写法")
struct EarlierRuleTests {
  static let rules =
    smallRules.replacing(
      "  次数: {type: integer,",
      with: """
          代码: {type: string, required: true}
          曾用代码: {type: list, of: string}
          推荐单位: {type: string}
          递交时间: {type: string}
          次数: {type: integer,
        """) + """
      earlier:
        - award: 样例
          match: {代码: 代码, 曾用代码: 代码, 名称: 名称}
          adds to: 奖项
          row: >-
            {级别: if 登记.状态 = "已撤销" then "省" else "国家",
            日期: 登记.命名日期}
          same by: [日期]
          basis: 第九条
      submission:
        time: 递交时间
        deadline: 2025-12-19T17:30
        by: 推荐单位
        stays: 推荐单位 = 名称
        basis: 第十条

      """

  @Test("没有错的写法没有诊断；登记册同一名称对几个字段的，符合一个即可")
  func sound() throws {
    let (_, compiled, log) = read(["规则.yaml": Self.rules])
    #expect(log.diagnostics.isEmpty, "\(DiagnosticRenderer(language: .zh).render(log.sorted))")
    let rules = try #require(compiled)
    let earlier = try #require(rules.earlier.first)
    #expect(earlier.match.map(\.theirs) == ["代码", "名称"])
    #expect(earlier.match.map(\.fields.count) == [2, 1])
    #expect(earlier.components.map(\.name) == ["级别", "日期"])
    #expect(rules.submission?.deadline?.text == "2025-12-19T17:30")
  }

  @Test(
    "每一处错都指到原处",
    arguments: [
      ("PX3150", "adds to: 奖项", "adds to: ⟦奖顶⟧"),
      ("PX3151", "adds to: 奖项", "adds to: ⟦曾用代码⟧"),
      ("PX3152", "{代码: 代码, 曾用代码: 代码, 名称: 名称}", "{代码: 代码, ⟦次数⟧: 代码}"),
      ("PX3154", "日期: 登记.命名日期}", "⟦日子⟧: 登记.命名日期}"),
      ("PX3006", "then \"省\"", "then ⟦\"县\"⟧"),
      ("PX3155", "日期: 登记.命名日期}", "日期: ⟦成立日期⟧}"),
      ("PX3156", "same by: [日期]", "same by: [日期, ⟦名次⟧]"),
      ("PX3157", "time: 递交时间", "time: ⟦次数⟧"),
      ("PX3150", "by: 推荐单位\n", "by: ⟦推荐人⟧\n"),
      ("PX3010", "deadline: 2025-12-19T17:30", "deadline: ⟦12月19日⟧"),
      ("PX3005", "  time: 递交时间\n", ""),
      ("PX3003", "match: {代码: 代码, 曾用代码: 代码, 名称: 名称}", "match: ⟦[]⟧"),
    ])
  func faults(_ code: String, _ old: String, _ new: String) {
    let text = Self.rules.replacing(old, with: new, maxReplacements: 1)
    #expect(text != Self.rules, "\(old)")
    let (_, compiled, log) = read(["规则.yaml": text.replacing("⟦", with: "").replacing("⟧", with: "")])
    #expect(compiled == nil)
    #expect(log.diagnostics.map(\.code) == [code], "\(DiagnosticRenderer(language: .zh).render(log.sorted))")
    guard let open = new.firstIndex(of: "⟦"), let close = new.firstIndex(of: "⟧") else { return }
    #expect(log.diagnostics.first?.span?.text == String(new[new.index(after: open)..<close]))
  }

  @Test("一行的值合不合列表里的类型，检查时就知道")
  func types() {
    let (_, compiled, log) = read(["规则.yaml": Self.rules.replacing("日期: 登记.命名日期}", with: "日期: 登记.编号}")])
    #expect(compiled == nil)
    #expect(log.diagnostics.map { $0.span?.text } == ["登记.编号"])
  }

  @Test("一行要写成一组值")
  func form() {
    let start = Self.rules.firstRange(of: "row: >-")!.lowerBound
    let end = Self.rules.firstRange(of: "same by:")!.lowerBound
    let text = Self.rules.replacingCharacters(start..<end, with: "row: 登记.命名日期\n    ")
    let (_, compiled, log) = read(["规则.yaml": text])
    #expect(compiled == nil)
    #expect(log.diagnostics.map(\.code) == ["PX3153"])
  }

  @Test("下一年度沿用；只改截止时间的写一行；不再问往届的写 []；规则的指纹随之变")
  func editions() throws {
    let next = "award: 样例\nedition: 2026\nextends: 规则.yaml\n"
    func compiled(_ more: String) throws -> CompiledRuleSet {
      let (_, compiled, log) = read(["规则.yaml": Self.rules, "次年.yaml": next + more], "次年.yaml")
      return try #require(compiled, "\(DiagnosticRenderer(language: .zh).render(log.sorted))")
    }
    let kept = try compiled("")
    #expect(kept.earlier.count == 1 && kept.submission?.deadline?.text == "2025-12-19T17:30")
    let changed = try compiled("submission: {deadline: 2026-12-21T17:30}\nearlier: []\n")
    #expect(changed.earlier.isEmpty && changed.submission?.deadline?.text == "2026-12-21T17:30")
    #expect(changed.submission?.by != nil)
    #expect(kept.fingerprint != changed.fingerprint)
  }
}

extension String {
  fileprivate func replacingCharacters(_ range: Range<Index>, with other: String) -> String {
    String(self[..<range.lowerBound]) + other + self[range.upperBound...]
  }
}
