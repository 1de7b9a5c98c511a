import DMN
import Diagnostics
import FEEL
import Testing

@Suite("格子里的写法") struct CellTests {
  private let grades = Domain.enumeration(["学徒工", "初级工", "技师", "高级技师", "特级技师", "首席技师", "A/B", "十（甲）"])

  private func check(_ cell: String, matches expected: [String]) throws {
    guard case .enumeration(let values) = grades else { return }
    let text = TableText("等级 => 分\n\(cell) => 1\nelse => 0", ["等级": grades])
    let (compiled, findings) = text.compiled()
    #expect(findings == [])
    let table = try #require(compiled)
    let frame = Frame(text.layout)
    let matched = values.filter { table.evaluate(frame, inputs: [.string($0)]).matched == [0] }
    #expect(matched == expected)
  }

  @Test(
    "允许的取值不加引号，也可以加",
    arguments: [
      ("技师", ["技师"]), ("首席技师, 特级技师", ["特级技师", "首席技师"]), ("\"首席技师\", 特级技师", ["特级技师", "首席技师"]),
      ("not(技师, 高级技师)", ["学徒工", "初级工", "特级技师", "首席技师", "A/B", "十（甲）"]),
      ("A/B", ["A/B"]), ("十（甲）, 学徒工", ["学徒工", "十（甲）"]), ("? = \"技师\"", ["技师"]),
    ])
  func bare(_ cell: String, _ expected: [String]) throws {
    try check(cell, matches: expected)
  }

  @Test(
    "不允许的取值，指出最近的一个",
    arguments: [
      ("技帅", "PX2501〔技帅〕“技帅”不是“等级”的允许取值（学徒工、初级工、技师）"),
      ("技师, 初级", "PX2501〔初级〕“初级”不是“等级”的允许取值（学徒工、初级工、技师）"),
      ("not(学徒)", "PX2501〔学徒〕“学徒”不是“等级”的允许取值（学徒工、初级工、技师）"),
    ])
  func notAllowed(_ cell: String, _ finding: String) {
    let domain = Domain.enumeration(["学徒工", "初级工", "技师"])
    let (table, findings) = TableText("等级 => 分\n\(cell) => 1\nelse => 0", ["等级": domain]).compiled()
    #expect(table == nil)
    #expect(findings == [finding])
  }

  @Test("行的格数不对、空表、没有结果取值表") func shape() {
    let count = Domain.integers()
    #expect(
      TableText("甲 | 乙 => 分\n> 1 => 1", ["甲": count, "乙": count]).compiled().findings == [
        "PX2502〔> 1〕这一行有 1 格条件，而表头有 2 个输入"
      ])
    #expect(
      TableText("甲 => 分\n> 1 => 1 | 2\nelse => 0", ["甲": count]).compiled().findings == [
        "PX2503〔2〕这一行有 2 个结果，应为 1 个"
      ])
    #expect(TableText("甲 => 分", ["甲": count]).compiled().findings == ["PX2504〔〕表中没有任何一行"])
    #expect(
      TableText("甲 => 分\n- => 1", ["甲": count]).compiled(.priority).findings == [
        "PX2511〔〕命中方式“priority”按结果取值表排先后，但没有给出结果取值表"
      ])
    #expect(
      TableText("甲 => 分 | 名\n- => 1 | 2", ["甲": count]).compiled(.collect(.sum)).findings == [
        "PX2512〔〕有多个结果的表不能汇总（sum）"
      ])
  }

  @Test("格子里的错指到格子里的字") func spans() throws {
    let text = TableText("次数 => 分\n>= 十二次 => 6\nelse => 0", ["次数": .integers()])
    let (table, findings) = text.compiled()
    #expect(table == nil)
    #expect(findings.count == 1)
    #expect(findings.first?.contains("〔十二次〕") == true)
  }
}
