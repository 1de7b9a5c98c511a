import DMN
import Diagnostics
import FEEL
import Testing

@Suite("遗漏") struct GapTests {
  private let percent = Domain.numbers(Interval(from: Decimal(0), through: Decimal(100)))
  private let count = Domain.integers(Interval(from: Decimal(0), through: nil))
  private let levels = Domain.enumeration(["国家", "省", "市"])

  private func check(
    _ text: String, _ domains: [String: Domain], by policy: HitPolicy = .unique, _ findings: [String],
    isComplete: Bool? = nil
  ) throws {
    let (table, found) = TableText(text, domains).compiled(policy)
    #expect(found == findings)
    let compiled = try #require(table)
    if let isComplete { #expect(compiled.isComplete == isComplete) }
  }

  @Test("整数的分档之间没有缝") func integersHaveNoGap() throws {
    try check("次数 => 分\n>= 12 => 6\n[10..11] => 4\n[8..9] => 2\n< 8 => 0", ["次数": count], [], isComplete: true)
    try check("次数 => 分\n> 11 => 6\n[10..12) => 4\n(7..9] => 2\n<= 7 => 0", ["次数": count], [], isComplete: true)
  }

  @Test("小数的分档之间有缝") func decimalsHaveGaps() throws {
    try check(
      "率 => 分\n>= 12 => 6\n[10..11] => 4\n< 10 => 0", ["率": percent],
      ["PX2505〔[10..11]〕率 (11..12) 没有任何一行与之相符｜例如 率 11.1"], isComplete: false)
  }

  @Test("缺了一个边界值") func missingBoundary() throws {
    try check(
      "率 => 分\n> 99.5 => 6\n[90..99.5) => 4\n< 90 => 0", ["率": percent],
      ["PX2505〔[90..99.5)〕率 99.5 没有任何一行与之相符"])
  }

  @Test("两头没有写到") func missingEnds() throws {
    try check(
      "率 => 分\n[20..80] => 1", ["率": percent],
      [
        "PX2505〔[20..80]〕率 [0..20) 没有任何一行与之相符｜例如 率 0",
        "PX2505〔[20..80]〕率 (80..100] 没有任何一行与之相符｜例如 率 81",
      ])
    try check(
      "率 => 分\n[20..80] => 1", ["率": .numbers()],
      [
        "PX2505〔[20..80]〕率 < 20 没有任何一行与之相符｜例如 率 19",
        "PX2505〔[20..80]〕率 > 80 没有任何一行与之相符｜例如 率 81",
      ])
    try check(
      "名次 => 分\n[1..3] => 9\n[5..8] => 8", ["名次": .integers(Interval(from: Decimal(1), through: Decimal(999)))],
      [
        "PX2505〔[1..3]〕名次 4 没有任何一行与之相符", "PX2505〔[5..8]〕名次 [9..999] 没有任何一行与之相符｜例如 名次 9",
      ])
  }

  @Test("按步长的数，如保留一位小数") func steps() throws {
    let tenths = Domain.numbers(Interval(from: Decimal(0), through: Decimal(10)), step: Decimal("0.1") ?? .one)
    try check("分 => 档\n<= 5.9 => 1\n>= 6 => 2", ["分": tenths], [], isComplete: true)
    try check(
      "分 => 档\n<= 5.8 => 1\n>= 6 => 2", ["分": tenths], ["PX2505〔<= 5.8〕分 5.9 没有任何一行与之相符"])
  }

  @Test("枚举没有写全") func enumeration() throws {
    try check("级别 => 分\n国家 => 3\n省, 市 => 2", ["级别": levels], [], isComplete: true)
    try check(
      "级别 => 分\n国家 => 3", ["级别": levels],
      [
        "PX2505〔国家〕级别 省, 市 没有任何一行与之相符｜例如 级别 省"
      ])
    try check("级别 => 分\nnot(国家) => 3\n\"国家\" => 1", ["级别": levels], [], isComplete: true)
  }

  @Test("布尔") func booleans() throws {
    try check("是否 => 分\ntrue => 3", ["是否": .booleans], ["PX2505〔true〕是否 false 没有任何一行与之相符"])
    try check("是否 => 分\ntrue => 3\nfalse => 1", ["是否": .booleans], [], isComplete: true)
  }

  @Test("日期按天相接") func dates() throws {
    let text = """
      日期 => 分
      < date("2025-01-01") => 1
      [date("2025-01-01")..date("2025-06-30")] => 2
      > date("2025-06-30") => 3
      """
    try check(text, ["日期": .dates(Interval())], [], isComplete: true)
    let gap = """
      日期 => 分
      <= date("2024-12-30") => 1
      >= @"2025-01-01" => 2
      """
    try check(
      gap, ["日期": .dates(Interval())],
      ["PX2505〔<= date(\"2024-12-30\")〕日期 2024-12-31 没有任何一行与之相符"])
  }

  @Test("没有列出的文字") func texts() throws {
    try check(
      "名称 => 分\n\"甲\" => 1\n\"乙\" => 2", ["名称": .texts], ["PX2505〔\"乙\"〕名称 其他 没有任何一行与之相符"])
    try check("名称 => 分\n\"甲\" => 1\nnot(\"甲\") => 2", ["名称": .texts], [], isComplete: true)
  }

  @Test("有 else 就没有遗漏；收集类也不要求写全") func defaults() throws {
    try check("率 => 分\n>= 12 => 6\nelse => 0", ["率": percent], [], isComplete: false)
    try check("率 => 分\n>= 12 => 6", ["率": percent], by: .collect(nil), [])
    try check("率 => 分\n>= 12 => 6", ["率": percent], by: .ruleOrder, [])
    try check(
      "率 => 分\n>= 12 => 6", ["率": percent], by: .first,
      [
        "PX2505〔>= 12〕率 [0..12) 没有任何一行与之相符｜例如 率 0"
      ])
  }

  @Test("几个输入合在一起的遗漏") func severalInputs() throws {
    let ranks = Domain.integers(Interval(from: Decimal(1), through: Decimal(999)))
    let text = "级别 | 名次 => 分\n国家 | [1..3] => 9\n国家 | [4..6] => 8\n省 | [1..3] => 6\n市 | - => 1\n省 | > 3 => 2"
    try check(
      text, ["级别": levels, "名次": ranks],
      ["PX2505〔国家 | [1..3]〕级别 国家；名次 [7..999] 没有任何一行与之相符｜例如 级别 国家；名次 7"])
    try check(
      text + "\n国家 | > 6 => 1", ["级别": levels, "名次": ranks], [], isComplete: true)
  }

  @Test("参数给出了值，就和数一样查") func parameters() throws {
    let text = TableText("率 => 分\n>= 优秀线 => 2\n< 80 => 1", ["率": percent], types: ["率": .number, "优秀线": .number])
    #expect(text.compiled(known: ["优秀线": .number(80)]).findings == [])
    #expect(
      text.compiled(known: ["优秀线": .number(90)]).findings == [
        "PX2505〔< 80〕率 [80..90) 没有任何一行与之相符｜例如 率 80"
      ])
    #expect(text.compiled().findings == [])
  }

  @Test("不是常量的格子不查，也不误报") func notConstant() throws {
    try check("数 => 分\n? * 2 > 10 => 1\nmodulo(?, 2) = 0 => 2", ["数": count], [], isComplete: false)
    let (table, found) = TableText(
      "数 | 级别 => 分\n> 线 | 国家 => 1\n- | - => 2", ["数": count, "级别": levels],
      types: ["线": .number, "数": .number, "级别": .enumeration(["国家", "省", "市"])]
    ).compiled(.first)
    #expect(found == [])
    #expect(table?.isComplete == true)
  }

  @Test("十个布尔输入的大表查得完") func manyInputs() throws {
    let names = (0..<12).map { "甲\($0)" }
    let head = names.joined(separator: " | ") + " => 分"
    let rows = (0..<12).map { row in
      (0..<12).map { $0 == row ? "true" : $0 < row ? "false" : "-" }.joined(separator: " | ") + " => \(row)"
    }
    let domains = Dictionary(uniqueKeysWithValues: names.map { ($0, Domain.booleans) })
    let text = ([head] + rows).joined(separator: "\n")
    let (table, found) = TableText(text, domains).compiled(.unique)
    #expect(found.count == 1)
    #expect(found.first?.contains("甲0 false；甲1 false") == true)
    #expect(table?.isDisjoint == true)
  }

  @Test("再大的表也不会查个没完") func hugeTable() throws {
    let names = ["甲", "乙", "丙", "丁", "戊"]
    var random: UInt64 = 7
    func next(_ limit: UInt64) -> UInt64 {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (random >> 33) % limit
    }
    let rows = (0..<150).map { row in
      let cells = names.map { _ in
        let low = next(900)
        return "[\(low)..\(low + 50 + next(100))]"
      }
      return cells.joined(separator: " | ") + " => \(row)"
    }
    let domain = Domain.integers(Interval(from: .zero, through: Decimal(1000)))
    let text = ([names.joined(separator: " | ") + " => 分"] + rows + ["else => 0"]).joined(separator: "\n")
    let (table, found) = TableText(text, Dictionary(uniqueKeysWithValues: names.map { ($0, domain) })).compiled(.first)
    #expect(table != nil)
    #expect(found.allSatisfy { $0.hasPrefix("PX2510") || $0.hasPrefix("PX2508") })
  }

  @Test("输入太多的表不查，并说明没有查") func tooManyInputs() throws {
    let names = (0..<70).map { "甲\($0)" }
    let text = """
      \(names.joined(separator: " | ")) => 分
      \(names.map { _ in "true" }.joined(separator: " | ")) => 1
      """
    let (table, found) = TableText(text, Dictionary(uniqueKeysWithValues: names.map { ($0, .booleans) })).compiled()
    #expect(table != nil)
    #expect(found.map { $0.prefix(6) } == ["PX2510"])
  }
}
