import Diagnostics
import FEEL
import Testing

/// Texts in which what is wrong stands between ‹ and ›, with the code that is expected there.
@Suite("指出错处") struct Complaints {
  private static let world: World = {
    var world = World()
    world.declare("营收", .number)
    world.declare("名称", .string)
    world.declare("已退休", .boolean)
    world.declare("成立日期", .date)
    world.declare("等级", .enumeration(["优秀", "达标", "未达标"]))
    world.declare(
      "荣誉",
      .list(
        .context(
          ContextType(
            name: "荣誉",
            [
              ("名称", .string), ("级别", .enumeration(["国家级", "省级"])), ("授予日期", .date),
            ]))))
    world.declare("企业", .context(ContextType(name: "企业", [("规模", .string)])))
    return world
  }()

  private func check(_ marked: String, _ code: String, _ fix: String? = nil, expecting: Type? = nil, input: Type? = nil)
  {
    let parts = marked.split(separator: "‹", maxSplits: 1, omittingEmptySubsequences: false)
    let rest = parts.count > 1 ? parts[1].split(separator: "›", maxSplits: 1, omittingEmptySubsequences: false) : []
    let text = parts[0] + (rest.first ?? "") + (rest.count > 1 ? rest[1] : "")
    let (program, log) = Self.world.program(String(text), expecting: expecting, input: input, tests: input != nil)
    #expect(program == nil, "\(text)")
    #expect(log.diagnostics.count == 1, "\(text): \(log.described)")
    guard let first = log.diagnostics.first else { return }
    #expect(first.code == code, "\(text): \(log.described)")
    let start = parts[0].utf8.count
    #expect(first.span?.range == start..<start + (rest.first?.utf8.count ?? 0), "\(text): \(log.described)")
    if let fix { #expect(first.fixIts.first?.replacement == fix, "\(text)") }
  }

  @Test(
    "句法",
    arguments: [
      ("‹›", "PX2010"), ("1 +‹›", "PX2011"), ("‹)›", "PX2012"), ("1 ‹2›", "PX2013"), ("(1 + 2‹›", "PX2011"),
      ("[1, 2‹)›", "PX2014"), ("if 已退休 ‹1›", "PX2015"), ("营收 + ‹\"›甲", "PX2006"), ("1 ‹/* 没完›", "PX2007"),
      ("{a: 1, ‹a›: 2}", "PX2019"), ("营收 ‹%› 2", "PX2005"), ("企业.‹(›", "PX2016"),
      ("1 instance of ‹5›", "PX2017"), ("@‹1›", "PX2018"), ("营收 ‹且› 已退休", "PX2013"),
    ])
  func syntax(_ marked: String, _ code: String) { check(marked, code) }

  @Test(
    "名称",
    arguments: [
      ("‹营业收›", "PX2104", nil), ("‹营受› + 1", "PX2104", "营收"), ("‹coutn›(荣誉)", "PX2118", "count"),
      ("some h in 荣誉 satisfies h.‹级刖› = \"省级\"", "PX2106", "级别"), ("荣誉[‹授予日月› >= 成立日期]", "PX2104", "授予日期"),
      ("企业.‹规摸›", "PX2106", "规模"), ("营收.‹规模›", "PX2105", nil), ("成立日期.‹yeer›", "PX2106", "year"),
      ("‹count›", "PX2103", nil), ("substring(string: 名称, ‹start›: 1)", "PX2121", nil), ("‹?› > 1", "PX2102", nil),
    ])
  func names(_ marked: String, _ code: String, _ fix: String?) { check(marked, code, fix) }

  @Test(
    "类型",
    arguments: [
      ("‹名称› - 1", "PX2107", nil), ("‹营收 + 成立日期›", "PX2108", nil), ("‹营收 > 名称›", "PX2109", nil),
      ("成立日期 > ‹荣誉›", "PX2110", nil),
      ("等级 = ‹\"优修\"›", "PX2111", "\"优秀\""), ("等级 in (\"优秀\", ‹\"良好\"›)", "PX2111", nil),
      ("list contains(荣誉.级别, ‹\"市级\"›)", "PX2111", nil), ("‹营收› and 已退休", "PX2113", nil),
      ("if ‹营收› then 1 else 2", "PX2113", nil), ("some h in 荣誉 satisfies ‹h.名称›", "PX2113", nil),
      ("some x in ‹营收› satisfies x > 1", "PX2115", nil), ("荣誉[‹\"甲\"›]", "PX2116", nil),
      ("contains(名称, ‹1›)", "PX2122", nil), ("‹contains›(名称)", "PX2119", nil), ("count(‹营收›)", "PX2122", nil),
      ("date(‹\"2025-3-1\"›)", "PX2201", nil), ("成立日期 + duration(‹\"3年\"›)", "PX2203", nil),
      ("‹@\"2025-3-1\"›", "PX2101", nil),
      ("‹营收›(1)", "PX2120", nil), ("1 instance of ‹数›", "PX2114", nil), ("‹等级 = 荣誉[1].级别›", "PX2112", nil),
    ])
  func types(_ marked: String, _ code: String, _ fix: String?) { check(marked, code, fix) }

  @Test("条件应当是是非")
  func expecting() {
    check("‹营收 + 1›", "PX2113", expecting: .boolean)
    check("‹名称›", "PX2117", expecting: .number)
  }

  @Test(
    "判定表的格子",
    arguments: [
      ("‹\"良好\"›", "PX2111", Type.enumeration(["优秀", "达标"])), ("优秀, ‹良好›", "PX2104", .enumeration(["优秀", "达标"])),
      ("‹[1..5]›", "PX2109", .string), ("< ‹成立日期›", "PX2109", .number), ("‹\"甲\"›", "PX2109", .number),
    ])
  func cells(_ marked: String, _ code: String, _ input: Type) { check(marked, code, input: input) }

  @Test("不严格时只是警告，照样运行")
  func leniently() {
    let (program, log) = Self.world.program("名称 - 1", strictly: false)
    #expect(program != nil)
    #expect(log.diagnostics.map(\.severity) == [.warning])
  }

  @Test("每句话都有两种语言，编号不重复")
  func catalogue() {
    let messages = Message.allFEELMessages
    #expect(Set(messages.map(\.code)).count == messages.count)
    for message in messages {
      #expect(message.code.hasPrefix("PX2"))
      #expect(names(message, .zh) == names(message, .en), "\(message.code)")
    }
  }

  @Test("全角空格后面的怪字符也说得出") func strayBehindSpace() {
    let (program, log) = World().program("1 +\u{3000}\u{1E}")
    #expect(program == nil)
    #expect(log.marks.contains("PX2005 \u{1E}"), "\(log.described)")
  }

  @Test("没有结束的文字，指的是整个引号") func unfinishedLookalike() {
    let (program, log) = World().program("“党员")
    #expect(program == nil)
    #expect(log.marks.contains("PX2006 “"), "\(log.described)")
  }

  /// `{type_zh}` in the one language and `{type_en}` in the other are one placeholder.
  private func names(_ message: Message, _ language: Language) -> Set<String> {
    let suffix = "_\(language.rawValue)"
    return Set(
      message.phrase.placeholders(language).map { $0.hasSuffix(suffix) ? String($0.dropLast(suffix.count)) : $0 })
  }

  @Test(
    "中文里类型用中文名，英文里照 FEEL 的写法",
    arguments: [
      ("1 = \"甲\"", "数与文字不能比较", "number and string cannot be compared"),
      ("[1] + 1", "“[1]”是数的列表，不能用于运算 +", "“[1]” is a list<number>, on which + does not work"),
      (
        "if 1 then 2 else 3", "这里应当是一个条件（是或否），而“1”是数",
        "a condition (true or false) should stand here, but “1” is a number"
      ),
      (
        "date(\"2025-01-01\") < duration(\"P1Y\")", "日期与年月时长不能比较",
        "date and years and months duration cannot be compared"
      ),
    ])
  func namesOfTypes(_ text: String, _ chinese: String, _ english: String) {
    let (_, log) = Self.world.program(text)
    #expect(log.diagnostics.map { $0.text(.zh) } == [chinese])
    #expect(log.diagnostics.map { $0.text(.en) } == [english])
  }
}
