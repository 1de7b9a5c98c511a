import Diagnostics
import FEEL
import Rules
import Testing

/// What a file includes stays as it is: the same id or name given again is an error at both places, not a silent change.
@Suite struct IncludingTests {
  private static let part = """
    parameters:
      起点: {type: date, basis: 第一条}
    record:
      事故数: {type: integer, required: true, from: department, department: 应急}
    checks: [{id: K9, name: 不为负, require: 事故数 >= 0}]
    definitions:
      有事故: 事故数 > 0
    eligibility: [{id: T9, name: 事故少, require: 事故数 < 3, basis: 第九条}]
    vetoes: [{id: TY-F1, name: 有事故, when: 有事故, source: 应急, basis: 第九条}]
    bonus: {cap: 2, items: [{id: J9, name: 无事故, when: not(有事故), points: 1}]}

    """

  @Test(arguments: [
    ("vetoes: [{id: ⟦TY-F1⟧, name: 别的, when: 次数 > 50, source: 公安, basis: 第五条}]\n", "TY-F1"),
    ("eligibility: [{id: ⟦T9⟧, name: 别的, require: 次数 > 5, basis: 第五条}]\n", "T9"),
    ("eligibility: [{id: ⟦TY-F1⟧, name: 别的, require: 次数 > 5, basis: 第五条}]\n", "TY-F1"),
    ("checks: [{id: ⟦K9⟧, name: 别的, require: 次数 > 5}]\n", "K9"),
    ("bonus: {cap: 2, items: [{id: ⟦J9⟧, name: 别的, when: 有事故, points: 1}]}\n", "J9"),
    ("definitions: {⟦有事故⟧: 次数 > 5}\n", "有事故"),
    ("record: {⟦事故数⟧: {type: number}}\n", "事故数"),
    ("parameters: {起点: {value: 2025-12-01, basis: ⟦第二条⟧}}\n", "起点.basis"),
  ])
  func 引入的不能再写(_ marked: String, _ id: String) throws {
    let text = Marked("award: 甲\nedition: 2025\nincludes: [共同.yaml]\n" + marked)
    let log = read(["规则.yaml": text.text, "共同.yaml": Self.part]).log
    #expect(log.diagnostics.map(\.code) == ["PX3007"])
    #expect(log.diagnostics.first?.text(.zh) == "“\(id)”重复")
    #expect(log.diagnostics.first?.span?.range == text.range)
    #expect(log.diagnostics.first?.notes.first?.span?.source.name == "共同.yaml")
  }

  @Test func 先删去就可以另写() {
    let rules = smallRules.replacing(
      "vetoes:\n", with: "remove: [TY-F1]\nvetoes:\n  - {id: TY-F1, name: 别的, when: 次数 > 50, source: 公安, basis: 第五条}\n")
    let part = "vetoes: [{id: TY-F1, name: 共同, when: 1 > 2, source: 应急, basis: 第九条}]\n"
    let (_, compiled, log) = read(["规则.yaml": rules + "includes: [共同.yaml]\n", "共同.yaml": part])
    #expect(log.diagnostics.isEmpty)
    #expect(compiled?.vetoes.map(\.name) == ["别的", "一次也没有"])
  }

  @Test func 两个引入的文件也不能相同() {
    let other = "definitions: {有事故: 1 > 0}\n"
    let rules = "award: 甲\nedition: 2025\nincludes: [共同.yaml, 另一.yaml]\n"
    let log = read(["规则.yaml": rules, "共同.yaml": Self.part, "另一.yaml": other]).log
    #expect(log.diagnostics.map(\.code) == ["PX3007"])
    #expect(log.diagnostics.first?.span?.source.name == "另一.yaml")
  }

  @Test func 两处引入同一文件不算重复() throws {
    let rules = smallRules + "includes: [一.yaml, 二.yaml]\n"
    let part = "definitions: {有次数: 1 > 0}\n"
    let files = [
      "规则.yaml": rules, "一.yaml": "includes: [底.yaml]\n", "二.yaml": "includes: [底.yaml]\n", "底.yaml": part,
    ]
    let (_, compiled, log) = read(files)
    #expect(log.diagnostics.isEmpty)
    #expect(compiled?.definitions.map(\.name).contains("有次数") == true)
  }

  @Test func 引入的参数可以补上缺的键() throws {
    let part = "parameters:\n  起点: {type: date, basis: 第一条}\n"
    let rules = smallRules.replacing("  名额: {", with: "  起点: {value: 2025-12-01}\n  名额: {") + "includes: [共同.yaml]\n"
    let (_, compiled, log) = read(["规则.yaml": rules, "共同.yaml": part])
    #expect(log.diagnostics.isEmpty)
    #expect(compiled?.parameters.first { $0.name == "起点" }?.basis == "第一条")
  }

  @Test func 下一年度可以改引入的() throws {
    let base = smallRules + "includes: [共同.yaml]\n"
    let part = "definitions: {有次数: 1 > 0}\n"
    let next = "extends: 2025.yaml\nedition: 2026\ndefinitions: {有次数: 次数 > 0}\n"
    let (_, compiled, log) = read(["2025.yaml": base, "共同.yaml": part, "规则.yaml": next])
    #expect(log.diagnostics.isEmpty)
    #expect(compiled?.definitions.first { $0.name == "有次数" }?.reads.fields == ["次数"])
  }

  @Test func 引入的维度可以加项而不能改项() {
    let part = """
      scoring:
        dimensions:
          - {id: A, name: 甲, max: 3, items: [{id: A9, name: 引入, max: 1, score: 1, basis: 附件}]}

      """
    func rules(_ id: String) -> String {
      """
      award: 甲
      edition: 2025
      includes: [共同.yaml]
      record: {名称: {type: string}}
      scoring: {max: 3, dimensions: [{id: A, items: [{id: \(id), name: 自有, max: 2, score: 2, basis: 附件}]}]}

      """
    }
    #expect(read(["规则.yaml": rules("A1"), "共同.yaml": part]).log.diagnostics.isEmpty)
    #expect(read(["规则.yaml": rules("A9"), "共同.yaml": part]).log.diagnostics.map(\.code) == ["PX3007"])
  }
}
