import Diagnostics
import FEEL
import Rules
import Testing

/// A year's rules build on the year before's, and on parts that awards share.
@Suite struct MergingTests {
  private func child(_ text: String) throws -> CompiledRuleSet {
    let files = ["2025.yaml": smallRules, "规则.yaml": "extends: 2025.yaml\nedition: 2026\n" + text]
    let (_, compiled, log) = read(files)
    return try #require(compiled, "\(DiagnosticRenderer(language: .en).render(log.sorted))")
  }

  @Test func 什么都不改() throws {
    let rules = try child("")
    #expect(rules.award == "样例")
    #expect(rules.edition == 2026)
    #expect(rules.files.map(\.name) == ["2025.yaml", "规则.yaml"])
    #expect(rules.itemCount == 3)
  }

  @Test func 同编号的条款整条替换() throws {
    let rules = try child(
      "eligibility: [{id: T1, name: 成立满三年, require: 成立日期 + duration(\"P3Y\") <= 基准日, basis: 第三条}]\n")
    #expect(rules.eligibility.map(\.id) == ["T1", "T2"])
    #expect(rules.eligibility.map(\.name) == ["成立满三年", "大型，或者有两次"])
  }

  @Test func 替换的条款不沿用旧的字段() {
    let files = [
      "2025.yaml": smallRules,
      "规则.yaml": "extends: 2025.yaml\nedition: 2026\neligibility: [{id: T1, name: 成立满三年, basis: 第三条}]\n",
    ]
    #expect(read(files).log.diagnostics.map(\.code) == ["PX3005"])
  }

  @Test func 新条款排在后面() throws {
    let rules = try child("vetoes: [{id: F2, name: 次数过多, when: 次数 > 50, source: 公安, basis: 第五条}]\n")
    #expect(rules.vetoes.map(\.id) == ["F1", "F2"])
  }

  @Test func 维度保留没有提到的项() throws {
    let rules = try child(
      "scoring:\n  max: 24\n  dimensions:\n    - id: B\n      max: 12\n      items:\n"
        + "        - {id: B2, name: 备注, max: 4, score: 备注数, basis: 附件1-4}\n")
    #expect(rules.dimensions.map(\.name) == ["甲", "乙"])
    #expect(rules.dimensions.map(\.max) == [Decimal(12), Decimal(12)])
    #expect(rules.dimensions.flatMap(\.items).map(\.id) == ["A1", "A2", "B1", "B2"])
    #expect(rules.maximum == Decimal(24))
  }

  @Test func 合并之后满分须相等() {
    let files = ["2025.yaml": smallRules, "规则.yaml": "extends: 2025.yaml\nedition: 2026\nscoring: {max: 24}\n"]
    #expect(read(files).log.diagnostics.map(\.code) == ["PX3013"])
  }

  @Test func 参数逐键合并() throws {
    let rules = try child("parameters: {名额: {value: 12}}\n")
    let parameter = try #require(rules.parameters.first { $0.name == "名额" })
    #expect(parameter.value == .number(Decimal(12)))
    #expect(parameter.unit == "个")
    #expect(parameter.basis == "第二条")
    #expect(rules.selection?.quota.seats == 12)
    #expect(rules.selection?.quota.candidates == 15)
  }

  @Test func 字段和定义整个替换() throws {
    let rules = try child("record: {备注数: {type: number, required: true}}\ndefinitions: {奖项数: count(奖项)}\n")
    #expect(rules.schema["备注数"]?.shape == .number)
    #expect(rules.schema["备注数"]?.requirement == .required)
    #expect(rules.schema.fields.map(\.name).firstIndex(of: "备注数") == 5)
    #expect(rules.definitions.first { $0.name == "奖项数" }?.reads.direct == ["奖项"])
  }

  @Test func 逐键合并的部分() throws {
    let rules = try child("total: {scale: 1}\nselection: {minimum: 11}\nregulation: {number: 样例〔2026〕1号}\n")
    #expect(rules.total.scale == 1)
    #expect(rules.total.basis == "第八条")
    #expect(rules.selection?.quota.minimum == Decimal(11))
    #expect(rules.selection?.quota.caps.count == 1)
    #expect(rules.regulation.number == "样例〔2026〕1号")
    #expect(rules.regulation.short == "样例办法")
  }

  @Test func 删去() throws {
    let rules = try child("remove: [T2, B, J1, K1]\nscoring: {max: 12}\n")
    #expect(rules.eligibility.map(\.id) == ["T1"])
    #expect(rules.dimensions.map(\.id) == ["A"])
    #expect(rules.checks.isEmpty)
    #expect(rules.bonus?.items.isEmpty == true)
  }

  @Test func 没有可删的() {
    let files = ["2025.yaml": smallRules, "规则.yaml": "extends: 2025.yaml\nedition: 2026\nremove: [T9]\n"]
    let log = read(files).log
    #expect(log.diagnostics.map(\.code) == ["PX3021"])
    #expect(log.diagnostics.first?.span?.text == "T9")
  }

  @Test func 共同部分在前本文件在后() throws {
    let part = """
      vetoes:
        - {id: G1, name: 共同一, when: 次数 > 50, source: 法院, basis: 第十条}
      """
    let files = ["规则.yaml": smallRules + "includes: [部分/共同.yaml]\n", "部分/共同.yaml": part]
    let rules = try #require(read(files).compiled)
    #expect(rules.vetoes.map(\.id) == ["G1", "F1"])
    #expect(rules.vetoes.map(\.name) == ["共同一", "一次也没有"])
    #expect(rules.files.map(\.name) == ["部分/共同.yaml", "规则.yaml"])
  }

  @Test func 指纹随任何一个文件变() throws {
    let files = ["2025.yaml": smallRules, "规则.yaml": "extends: 2025.yaml\nedition: 2026\n"]
    var touched = files
    touched["2025.yaml"] = smallRules + "# 一处注释\n"
    let first = try #require(read(files).compiled)
    #expect(read(files).compiled?.fingerprint == first.fingerprint)
    #expect(read(touched).compiled?.fingerprint != first.fingerprint)
  }
}
