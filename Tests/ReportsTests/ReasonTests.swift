import Casework
import Diagnostics
import Outcomes
import Reports
import Testing

/// What is said first, and what is only hinted at.
@Suite("Reasons")
struct ReasonTests {
  private func reasons(_ changes: String...) throws -> (Outcome, [Reason]) {
    let batch = try Repository.batch("党员示范企业", 2025, "星辰航空部件有限公司", changes[0], changes[1])
    let dossier = try #require(batch.dossiers(named: "星辰航空部件有限公司").first)
    return (dossier.outcome, Justification(dossier, in: batch, .zh).reasonList)
  }

  @Test("E55: 弄虚作假 before any other veto, vetoes before conditions")
  func order() throws {
    let (two, vetoes) = try reasons("政治纪律问题=true", "弄虚作假=true")
    #expect(two == .vetoed)
    #expect(vetoes.map(\.code) == ["TY-F12", "TY-F1"])
    let (both, mixed) = try reasons("正式党员数=2", "政治纪律问题=true")
    #expect(both == .vetoed)
    #expect(mixed.map(\.code) == ["TY-F1", "QY-T5"])
  }

  @Test("a missing fact that decides nothing any more is asked for because it is required, not for a rule's sake")
  func decidesNothing() throws {
    let old = "安全事故=[{等级: 一般, 责任: , 日期: 2021-09-12}]"
    let (outcome, reasons) = try reasons(old, "弄虚作假=false")
    #expect(outcome == .pending)
    #expect(reasons.map(\.text) == ["缺安全事故第1项的“责任”，应由联审部门（应急）提供（必填）"])
    let recent = "安全事故=[{等级: 一般, 责任: , 日期: 2025-09-12}]"
    #expect(try self.reasons(recent, "弄虚作假=false").1.map(\.text) == ["缺安全事故第1项的“责任”，应由联审部门（应急）提供（TY-F4 据以判断）"])
  }

  @Test("E12: judges who all say the same are counted, and it is pointed out")
  func allTheSame() throws {
    let batch = try Repository.batch("党员示范企业", 2025, "星辰航空部件有限公司", "专家评分=[88, 88, 88, 88, 88, 88, 88]")
    let dossier = try #require(batch.dossiers(named: "星辰航空部件有限公司").first)
    let text = Justification(dossier, in: batch, .zh).text
    #expect(text.contains("D2 专家评审　5.28／6"))
    #expect(text.contains("离散度为 0"))
  }
}
