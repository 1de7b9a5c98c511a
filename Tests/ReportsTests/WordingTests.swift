import Casework
import Diagnostics
import Outcomes
import Testing

@testable import Reports

/// How things are put.
@Suite("Wording")
struct WordingTests {
  private func page(_ nominee: String, _ changes: String..., award: String = "党员示范企业") throws -> (
    text: String, json: String
  ) {
    let batch =
      try changes.isEmpty
      ? Repository.batch(award, 2025) : Repository.batch(award, 2025, nominee, changing: changes)
    let dossier = try #require(batch.dossiers(named: nominee).first)
    let justification = Justification(dossier, in: batch, .zh)
    return (justification.text, justification.json)
  }

  @Test("what cannot be computed says why, and is no missing fact")
  func notComputable() throws {
    let (text, json) = try page("星辰航空部件有限公司", "营业收入上年=0")
    #expect(text.contains("B1 营业收入增长率　0／8　营业收入上年 0，不高于 0，增长率不可计算，0 分"))
    #expect(!text.contains("缺项清单"))
    #expect(json.contains("\"state\": \"not_computable\""))
  }

  @Test("a missing fact is no value in JSON, and its sentence is that of the page")
  func missingInJSON() throws {
    let (_, json) = try page("星辰航空部件有限公司", "链上状态=")
    #expect(json.contains("\"name\": \"链上状态\",\n          \"value\": null"))
    #expect(json.contains("\"text\": \"待核：缺“链上状态”\""))
    #expect(!json.contains("\"缺\"") && json.contains("成立日期 2016-05-18，满2年于"))
  }

  @Test("too few judges are counted, not called missing")
  func tooFewJudges() throws {
    let (text, _) = try page("星辰航空部件有限公司", "专家评分=[89.5, 92.5]")
    #expect(text.contains("“专家评分”：有效评委 2 名，不足 5 名"))
    #expect(!text.contains("缺“专家评分”"))
  }

  @Test("待补正 lists every fact without which it would not be settled")
  func allThatIsMissing() throws {
    let (text, _) = try page("星辰航空部件有限公司", "按期换届=", "安全事故=", "品牌可推广=", "专家评分=[89.5, 92.5]")
    for fact in ["按期换届", "安全事故", "品牌可推广"] { #expect(text.contains("缺“\(fact)”，应由")) }
    #expect(text.contains("“专家评分”"))
  }

  @Test("a missing component is named as people say it")
  func components() throws {
    let (text, _) = try page("星辰航空部件有限公司", "安全事故=[{等级: 一般, 日期: 2025-08-21}]")
    #expect(text.contains("缺安全事故第1项的“责任”"))
  }

  @Test("what is too tangled for a sentence names what it looked at; a number is not equal to itself")
  func tangled() throws {
    let (post, _) = try page("SFG-001", award: "双培双带")
    #expect(post.contains("徒弟中“现技能等级”“起点技能等级”合乎要求的"))
    #expect(!post.contains("index of"))
    let (team, _) = try page("BZ-2025-002", award: "党员先锋班组")
    #expect(team.contains("死亡人次 0 ＝ 0　"))
  }

  @Test("labels of bands have Chinese punctuation")
  func bands() throws {
    let batch = try Repository.batch("红星工匠", 2025)
    let all = batch.dossiers.map { Justification($0, in: batch, .zh).text }.joined()
    #expect(all.contains("首席技师、特级技师，不限，不限") && !all.contains("首席技师, 特级技师"))
  }

  @Test("a rule set that selects nobody has no ranks")
  func withoutSelection() throws {
    let batch = try Repository.batch("双培双带", 2025)
    let table = BatchReport(batch, .zh).text(.md)
    #expect(!table.contains("名次") && !table.contains("已排名") && table.contains("已评定"))
    #expect(batch.dossiers.contains { $0.outcome == .ranked })
  }

  @Test(
    "Markdown: only what would be markup is escaped",
    arguments: [
      ("属“>= 12”一档", "属“>= 12”一档"), ("[10..15)", "[10..15)"), ("见[附件](x)", "见[附件\\](x)"),
      ("NOT_ADMISSIBLE", "NOT_ADMISSIBLE"),
      ("_甲_", "\\_甲\\_"), ("a*b", "a\\*b"), ("> 甲", "\\> 甲"), ("# 甲", "\\# 甲"), ("- 甲", "\\- 甲"), ("-50", "-50"),
      ("<b>", "\\<b>"),
      ("3 < 4", "3 < 4"), ("A&B", "A\\&B"), ("甲 & 乙", "甲 & 乙"),
    ])
  func markdown(_ text: String, _ expected: String) { #expect(text.markdown == expected) }

  @Test("in a table a bar and a line break would end the cell")
  func cells() { #expect("甲|乙\n丙".markdownCell == "甲\\|乙 丙") }
}
