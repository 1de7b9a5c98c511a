import Casework
import Diagnostics
import Records
import Rules
import Testing

/// E2: one person may be nominated for two awards; what he has done counts once.
@Suite("E2 同一佐证复用")
struct EvidenceReuseTests {
  private func batch(_ award: String, _ rows: String, _ field: String) throws -> (RecordBatch, CompiledRuleSet) {
    let text = """
      award: \(award)
      edition: 2025
      subject: individual
      regulation: {title: 办法, short: 办法, number: 1号, approval_number: none}
      parameters: {}
      record:
        姓名: {type: string, required: true, title: true, key: true}
        证号: {type: string, required: false, evidence: true}
        \(field): {type: list, of: {编号: {type: string, evidence: true}, 名称: {type: string}}, required: false}
      eligibility:
        - {id: T1, name: 有名, require: 姓名 != "", basis: 第一条}

      """
    var log = DiagnosticLog()
    let rules = RuleSet.read("规则.yaml", log: &log) { Source(name: $0, text: text) }?.compiled(log: &log)
    let compiled = try #require(rules, "\(DiagnosticRenderer(language: .zh).render(log.sorted))")
    let source = Source(name: "\(award).yaml", text: rows)
    return (RecordBatch.read(source, as: .yaml, compiled.schema, log: &log), compiled)
  }

  @Test("两个奖项的对象用了同一编号，两名都指出来；“无”和空着的不算；名称相同不算")
  func acrossAwards() throws {
    let (craftsmen, rules) = try batch(
      "红星工匠", "- {姓名: 张航, 证号: 无, 专利: [{编号: ZL1, 名称: 甲}, {编号: ZL2}]}\n- {姓名: 李敏, 专利: [{名称: 乙}]}\n", "专利")
    let (teams, others) = try batch("先锋班组", "- {姓名: 一班, 证号: 无, 成果: [{编号: ZL9, 名称: 乙}, {编号: ZL2, 名称: 丙}]}\n", "成果")
    let found = EvidenceReuse(craftsmen, rules).shared(with: teams, others)
    #expect(
      found.map { $0.text(.zh) } == [
        "同一佐证复用：“张航”的“专利[2].编号”与先锋班组“一班”的“成果[2].编号”都是“ZL2”，同一业绩不得重复计分"
      ])
    #expect(found.first?.span?.text == "ZL2" && found.first?.notes.first?.span?.source.name == "先锋班组.yaml")
  }

  @Test("同一奖项里两名对象用了同一编号的，也指出来；同一名对象写两处的不算；行的先后不起作用")
  func withinOne() throws {
    let rows = ["- {姓名: 张航, 证号: C7, 专利: [{编号: C7}]}\n", "- {姓名: 李敏, 证号: C7}\n"]
    for text in [rows.joined(), rows.reversed().joined()] {
      let (batch, rules) = try batch("红星工匠", text, "专利")
      let found = EvidenceReuse(batch, rules).withinBatch
      #expect(found.count == 1 && found[0].text(.zh).contains("“张航”") && found[0].text(.zh).contains("“李敏”"))
    }
  }
}
