import Diagnostics
import FEEL
import Testing

@Suite("三个奖项的表达式") struct AwardExpressions {
  func check(_ text: String, _ world: World, _ type: Type?) {
    let (program, log) = world.program(text, expecting: type)
    #expect(program != nil, "\(text): \(log.described)")
    #expect(log.diagnostics.isEmpty, "\(text): \(log.described)")
    guard let program else { return }
    if let type { #expect(program.type == type, "\(text): \(program.type)") }
    // Nothing is known of anybody: it must run, and both ways alike.
    let frame = world.frame
    #expect(program.evaluate(frame) == program.explain(frame).value, "\(text)")
  }

  @Test("企业的条件", arguments: Awards.enterpriseConditions)
  func enterpriseConditions(_ text: String) { check(text, Awards.enterprise, .boolean) }

  @Test("企业的分数", arguments: Awards.enterpriseNumbers)
  func enterpriseNumbers(_ text: String) { check(text, Awards.enterprise, .number) }

  @Test("企业的定义", arguments: Awards.enterpriseDefinitions.map(\.1) + Awards.enterpriseLists)
  func enterpriseDefinitions(_ text: String) { check(text, Awards.enterprise, nil) }

  @Test("班组的条件", arguments: Awards.teamConditions)
  func teamConditions(_ text: String) { check(text, Awards.team, .boolean) }

  @Test("班组的分数", arguments: Awards.teamNumbers)
  func teamNumbers(_ text: String) { check(text, Awards.team, .number) }

  @Test("班组的定义", arguments: Awards.teamDefinitions.map(\.1))
  func teamDefinitions(_ text: String) { check(text, Awards.team, nil) }

  @Test("工匠的条件", arguments: Awards.craftsmanConditions)
  func craftsmanConditions(_ text: String) { check(text, Awards.craftsman, .boolean) }

  @Test("工匠的分数", arguments: Awards.craftsmanNumbers)
  func craftsmanNumbers(_ text: String) { check(text, Awards.craftsman, .number) }

  @Test("工匠的定义", arguments: Awards.craftsmanDefinitions.map(\.1))
  func craftsmanDefinitions(_ text: String) { check(text, Awards.craftsman, nil) }

  @Test("读了哪些字段和子字段")
  func reads() throws {
    let (program, _) = Awards.enterprise.program("sum(有效协议.活动次数) + count(党员示范岗[count(徒弟) >= 1])")
    let reads = try #require(program).reads
    #expect(reads.names == ["有效协议", "党员示范岗"])
    #expect(reads.components == [["共建协议", "活动次数"], ["党员示范岗", "徒弟"]])
    let (nested, _) = Awards.team.program("every 岗 in 党员示范岗 satisfies count(岗.徒弟[协议日期 <= 考核期止]) >= 1")
    #expect(try #require(nested).reads.components == [["党员示范岗", "徒弟"], ["党员示范岗.徒弟", "协议日期"]])
    #expect(try #require(nested).reads.names == ["党员示范岗", "考核期止"])
  }
}
