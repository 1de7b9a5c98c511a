import Diagnostics
import Rules
import Testing

/// Each fault of a rule file is reported once, at its own characters, and nothing besides.
@Suite struct RuleFaultTests {
  @Test func 没有错的文件没有诊断() {
    let (_, compiled, log) = read(["规则.yaml": smallRules])
    #expect(compiled != nil)
    #expect(log.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("score: 比例 / 100 * 8", "score: if 名额 = 0 then 0 else 比例 / 名额"), ("minimum: 10", "minimum: 22"),
    ("scale: 2,", "scale: 0,"),
    ("seats: 名额\n", "seats: 100000 / 1\n    # "), ("seats: 4,", "seats: 0,"), ("cap: 2", "cap: 0"),
  ])
  func 看似奇怪而不错(_ old: String, _ new: String) {
    let text = smallRules.replacing(old, with: new, maxReplacements: 1)
      .replacing(
        "candidates: ceiling(名额 * 1.2)",
        with: new.hasPrefix("seats: 100000") ? "candidates: 100000" : "candidates: ceiling(名额 * 1.2)")
    let (_, compiled, log) = read(["规则.yaml": text])
    #expect(compiled != nil && log.diagnostics.isEmpty, "\(DiagnosticRenderer(language: .en).render(log.sorted))")
  }

  /// A change to the valid file, with the place that must be underlined.
  struct Fault: Sendable, CustomStringConvertible {
    let name: String
    let code: String
    let old: String
    let new: String

    init(_ name: String, _ code: String, _ old: String, _ new: String) {
      (self.name, self.code, self.old, self.new) = (name, code, old, new)
    }

    var description: String { name }
  }

  @Test(arguments: [
    Fault("嵌在深处的字段名", "PX3004", "          of: 次数\n", "          of: 次数\n          ⟦treshold⟧: 60\n"),
    Fault("应为一组字段", "PX3003", "total: {scale: 2, round: half up, basis: 第八条}", "total: ⟦2⟧"),
    Fault("应为 true 或 false", "PX3003", "required: false", "required: ⟦否⟧"),
    Fault("参数的值不合类型", "PX3010", "value: 10,", "value: ⟦十⟧,"),
    Fault(
      "别名是另一字段的名称", "PX3050", "  成立日期: {type: date,", "  成立日期: {aliases: [建厂日期, ⟦规模⟧], type: date,"),
    Fault("别名给了两个字段", "PX3050", "  次数: {type: integer,", "  次数: {aliases: [多少, ⟦多少⟧], type: integer,"),
    Fault("向下填充应为是否", "PX3003", "  次数: {type: integer,", "  次数: {fill down: ⟦一律⟧, type: integer,"),
    Fault("参数与字段同名", "PX3008", "  备注数:", "  ⟦名额⟧:"),
    Fault("空档", "PX2505", #"["< 8", 0]"#, #"["⟦< 7⟧", 0]"#),
    Fault("重叠", "PX2506", #"["[8..12)", 3]"#, #"["⟦[8..12]⟧", 3]"#),
    Fault("维度满分不对", "PX3012", "      max: 12\n", "      max: ⟦13⟧\n"),
    Fault("定义绕圈", "PX3020", "近年奖项: 奖项[日期 >= 基准日 - duration(\"P1Y\")]", "⟦近年奖项⟧: 奖项[奖项数 > 1]"),
    Fault("定义有错", "PX2106", "奖项[日期 >= 基准日 - duration(\"P1Y\")]", "奖项[1].⟦日子⟧"),
    Fault("没有给分办法", "PX3014", "- id: B1\n", "- id: ⟦B1⟧\n"),
    Fault("没有的命中规则", "PX3006", "            inputs", "            hit policy: ⟦best⟧\n            inputs"),
    Fault("没有的舍入", "PX3006", "round: half up", "round: ⟦half⟧"),
    Fault("说明没有对应的条款", "PX3026", "  A1: 全年", "  ⟦A9⟧: 全年"),
    Fault("说明语的括号不成对", "PX3025", "全年 {次数} 次", "全年 ⟦{次数 次⟧"),
    Fault("给分超过满分", "PX3030", "- [国家, 6]", "- [国家, ⟦7⟧]"),
    Fault("分段给分超过满分", "PX3030", #"[">= 12", 6]"#, #"[">= 12", ⟦6.5⟧]"#),
    Fault("一行的格数不对", "PX3018", "- [国家, 6]", "- ⟦[国家, 省, 6]⟧"),
    Fault("取最高的不是列表", "PX3029", "best of: 近年奖项", "best of: ⟦次数⟧"),
    Fault("入围数算不出", "PX3027", "candidates: ceiling(名额 * 1.2)", "candidates: ⟦次数 * 2⟧"),
    Fault("没有批准文号而称表彰", "PX3024", "title: 样例评选办法", "title: ⟦样例表彰办法⟧"),
    Fault("给分低于零", "PX3039", #"["< 8", 0]"#, #"["< 8", ⟦-1⟧]"#),
    Fault("表里给分低于零", "PX3039", "- [省, 3]", "- [省, ⟦-3⟧]"),
    Fault("得分算式是常数，超过满分", "PX3030", "score: 比例 / 100 * 8", "score: ⟦2 * 5⟧"),
    Fault("得分算式是常数，低于零", "PX3039", "score: 比例 / 100 * 8", "score: ⟦名额 - 11⟧"),
    Fault("得分算式的一支超过满分", "PX3030", "score: 比例 / 100 * 8", "score: if 比例 > 50 then ⟦80⟧ else 比例 / 10"),
    Fault("得分算式的一支低于零", "PX3039", "score: 比例 / 100 * 8", "score: if 比例 > 50 then 8 else if 比例 > 9 then 1 else ⟦-1⟧"),
    Fault("加分低于零", "PX3039", "points: 1,", "points: ⟦-1⟧,"),
    Fault("加分封顶低于零", "PX3038", "cap: 2", "cap: ⟦9 - 名额⟧"),
    Fault("总分小数位数为负", "PX3037", "scale: 2,", "scale: ⟦-1⟧,"),
    Fault("总分小数位数过多", "PX3037", "scale: 2,", "scale: ⟦11⟧,"),
    Fault("名额为零", "PX3033", "seats: 名额\n", "seats: ⟦名额 - 10⟧\n"),
    Fault("名额不是整数", "PX3033", "seats: 名额\n", "seats: ⟦名额 / 4⟧\n"),
    Fault("名额过大", "PX3033", "seats: 名额\n", "seats: ⟦100001⟧\n"),
    Fault("名额大得离谱", "PX3033", "seats: 名额\n", "seats: ⟦10 ** 30⟧\n"),
    Fault("入围少于名额", "PX3034", "candidates: ceiling(名额 * 1.2)", "candidates: ⟦名额 - 1⟧"),
    Fault("入围不是整数", "PX3034", "candidates: ceiling(名额 * 1.2)", "candidates: ⟦名额 * 1.25⟧"),
    Fault("入围大得离谱", "PX3034", "candidates: ceiling(名额 * 1.2)", "candidates: ⟦名额 * 1000000⟧"),
    Fault("差额是负的", "PX3034", "candidates: ceiling(名额 * 1.2)", "candidates: ⟦seats plus -20%⟧"),
    Fault("上限席数为负", "PX3035", "seats: 4,", "seats: ⟦-4⟧,"),
    Fault("上限席数不是整数", "PX3035", "seats: 4,", "seats: ⟦名额 / 4⟧,"),
    Fault("上限席数的一支为负", "PX3035", "seats: 4,", "seats: 'if 规模 = \"大型\" then ⟦-4⟧ else 1',"),
    Fault("底线席数为负", "PX3035", "seats: 2,", "seats: ⟦-2⟧,"),
    Fault("最低分高过满分", "PX3036", "minimum: 10", "minimum: ⟦22.5⟧"),
    Fault("除以零", "PX3040", "score: 比例 / 100 * 8", "score: 比例 / ⟦0⟧ * 8"),
    Fault("除数总是零", "PX3040", "score: 比例 / 100 * 8", "score: 比例 / (⟦名额 - 10⟧)"),
    Fault("定义里除以零", "PX3040", "奖项数: count(近年奖项)", "奖项数: count(近年奖项) / ⟦0⟧"),
    Fault("条件里除以零", "PX3040", "when: 次数 = 0", "when: 次数 / ⟦0.0⟧ = 0"),
    Fault("来源缺少", "PX3005", "- {id: F1,", "- {⟦id⟧: F1,"),
  ]) func 一错一诊断(_ fault: Fault) throws {
    var base = smallRules
    // What is missing cannot be marked where it is missing: it is taken away first.
    switch fault.name {
    case "没有给分办法": base = base.replacing("          score: 比例 / 100 * 8\n", with: "")
    case "来源缺少": base = base.replacing("source: 公安, ", with: "")
    default: break
    }
    try #require(base.contains(fault.old), "the valid file has no such place")
    let marked = Marked(base.replacing(fault.old, with: fault.new, maxReplacements: 1))
    let (_, compiled, log) = read(["规则.yaml": marked.text])
    let found = log.sorted
    let shown = DiagnosticRenderer(language: .en).render(found)
    #expect(found.map(\.code) == [fault.code], "\(shown)")
    if found.first?.severity == .error { #expect(compiled == nil) }
    let span = try #require(found.first?.span)
    let expected = Span(span.source, try #require(marked.range))
    #expect(span.description == expected.description, "\(shown)")
    #expect(span.text == expected.text, "\(shown)")
  }

  // MARK: Files that refer to files

  @Test func 相互沿用绕圈() {
    let (rules, _, log) = read(["规则.yaml": "extends: 另一.yaml\n", "另一.yaml": "extends: 规则.yaml\n"])
    #expect(rules == nil)
    #expect(log.diagnostics.map(\.code) == ["PX3002"])
    #expect(log.diagnostics.first?.span?.description == "另一.yaml:1:10")
  }

  @Test func 引用的文件读不到() {
    let (rules, _, log) = read(["规则.yaml": smallRules + "includes: [共同.yaml]\n"])
    #expect(rules == nil)
    #expect(log.diagnostics.map(\.code) == ["PX3001"])
    #expect(log.diagnostics.first?.span?.text == "共同.yaml")
  }

  @Test func 沿用过深() {
    var files = ["规则.yaml": "extends: 1.yaml\n"]
    for level in 1...40 { files["\(level).yaml"] = "extends: \(level + 1).yaml\n" }
    #expect(read(files).log.diagnostics.map(\.code) == ["PX3032"])
  }

  @Test func 别名炸弹() {
    var text = "award: 样例\nx0: &x0 [一, 二]\n"
    for level in 1...40 {
      text += "x\(level): &x\(level) [\(Array(repeating: "*x\(level - 1)", count: 9).joined(separator: ", "))]\n"
    }
    let (rules, _, log) = read(["规则.yaml": text])
    #expect(rules == nil)
    #expect(log.diagnostics.contains { $0.code == "PX1012" })
  }

  @Test func 不是规则文件() {
    let (rules, _, log) = read(["规则.yaml": "edition: 2025\n"])
    #expect(rules == nil)
    #expect(log.diagnostics.map(\.code) == ["PX3028"])
  }
}
