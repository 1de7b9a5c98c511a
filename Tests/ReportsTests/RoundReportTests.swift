import Casework
import Diagnostics
import Foundation
import Outcomes
import Records
import Reports
import Testing

/// The documents of a round, finished or cut off: nothing is said that was not decided.
@Suite("Documents of a round")
struct RoundReportTests {
  private func documents(_ award: String, _ year: Int, until verb: String? = nil) throws -> [String: String] {
    let (run, manifest) = try Repository.run(award, year, until: verb)
    let documents = RoundReport(run, manifest, .zh).documents
    return Dictionary(uniqueKeysWithValues: documents.map { ($0.path, $0.text) })
  }

  private func rows(_ text: String?) -> [Substring] {
    (text ?? "").split(separator: "\n").filter { $0.hasPrefix("| ") }
  }

  @Test("a round has the certificate of its list and seats, and what the judges gave")
  func selectionAndJudges() throws {
    let documents = try documents("红星工匠", 2025)
    #expect(documents["selection.json"]?.contains("\"seats_by\": \"votes\"") == true)
    let judges = try #require(documents["judges.md"])
    #expect(judges.contains("一致性 α＝"))
  }

  @Test("a round that is cut off before the list: under way, at which stage, and for whom it waits")
  func underWay() throws {
    let documents = try documents("党员示范企业", 2025, until: "confirm")
    let rows = rows(documents["not-selected.md"]).filter { $0.contains("| 办理中 |") }
    #expect(rows.count > 10)
    #expect(rows.allSatisfy { $0.contains("现在“入围排名”，待评选办办理，期限 2026-01-14 17:30") })
    #expect(!documents.values.contains { $0.contains("已排名") })
    #expect(documents["ranking.md"]?.contains("\n无\n") == true, "no empty tables")
  }

  @Test("a round that has not begun decides nothing")
  func notBegun() throws {
    let rows = rows(try documents("党员示范企业", 2025, until: "start")["not-selected.md"]).dropFirst(2)
    #expect(rows.count == 26)
    #expect(rows.allSatisfy { $0.contains("| 办理中 |") && $0.contains("本轮还没有开始") })
  }

  @Test("which floor kept how many seats empty, and why each of the reserve has none (E19)")
  func seats() throws {
    let documents = try documents("党员示范企业", 2025)
    let ranking = try #require(documents["ranking.md"])
    #expect(ranking.contains("## 名额\n\n- 名额 10，票决后给出"))
    #expect(ranking.contains("票决通过的只有") && ranking.contains("个名额空缺，不凑数"))
    #expect(ranking.contains("出缺："))
    let reserve = rows(documents["not-selected.md"]).filter { $0.contains("| 递补候选 |") }
    #expect(!reserve.isEmpty)
    #expect(reserve.allSatisfy { $0.contains("底线“") || $0.contains("个名额已给") })
  }

  @Test("撤回 says what it was, and 不予受理 which deadline passed")
  func withdrawn() throws {
    let rows = rows(try documents("红星工匠", 2025)["not-selected.md"])
    #expect(rows.contains { $0.contains("| 撤回（未获推荐） |") && $0.contains("未通过") })
    #expect(rows.contains { $0.contains("| 撤回 |") && $0.contains("撤回申报") })
    #expect(rows.contains { $0.contains("| 不予受理 |") && $0.contains("推荐截止（2025-12-19 17:30）之前未办完“申报”") })
  }

  @Test("a tie that was settled says how")
  func ties() throws {
    for award in ["党员先锋班组", "红星工匠"] {
      let documents = try documents(award, 2025).filter { $0.key.hasSuffix(".md") }
      #expect(!documents.values.contains { $0.contains("各键全同，待决") })
    }
    let teams = try documents("党员先锋班组", 2025).values.joined()
    #expect(teams.contains("各键全同，由评审委员会合议，入围") && teams.contains("各键全同，由评审委员会合议，没有入围"))
  }

  @Test("the procedure states the conclusion, also where a stage ended a case that never came to it")
  func conclusions() throws {
    let (run, manifest) = try Repository.run("红星工匠", 2025)
    let documents = RoundReport(run, manifest, .zh).documents
    for dossier in run.batch.dossiers where dossier.outcome == .cancelled || dossier.outcome == .notAccepted {
      let page = documents.first { $0.path == "justifications/\(dossier.record.id).md" }?.text ?? ""
      let procedure = page.components(separatedBy: "、程序\n").last ?? ""
      let phrase = dossier.outcome.phrase.text(.zh)
      #expect(procedure.contains("结论：\(phrase)") || procedure.contains("撤回申报"), "\(dossier.record.id)")
    }
  }

  @Test("refused acts: the line in the file, a sentence, the code behind it; no machine words")
  func refused() throws {
    let documents = try documents("党员示范企业", 2025)
    let refused = try #require(documents["refused.md"])
    #expect(refused.contains("澄江密封件有限公司"))
    let acts = rows(refused.components(separatedBy: "## 未被接受的动作").last)
    #expect(acts.first == "| 步骤 | 行 | 谁 | 动作 | 对象 | 原因 |")
    #expect(acts.contains { $0.contains("申报记录已被拒收") })
    #expect(acts.contains { $0.contains("须写明理由（REASON_REQUIRED）") })
    #expect(!documents.contains { $0.key.hasSuffix(".md") && $0.value.contains("system") })
    #expect(!documents.contains { $0.key.hasSuffix(".md") && $0.value.contains("\\[") })
  }

  @Test("sections are numbered without a gap; lists have one point")
  func layout() throws {
    for (path, text) in try documents("党员示范企业", 2025) where path.hasPrefix("justifications/") && path.hasSuffix(".md") {
      let numbers = text.split(separator: "\n").compactMap { line in
        line.hasPrefix("## ") && line.dropFirst(4).hasPrefix("、") ? line.dropFirst(3).first : nil
      }
      #expect(String(numbers) == "一二三四五", "\(path)")
      #expect(!text.contains("- ·") && !text.contains("等于 0"))
    }
  }

  @Test("2026 runs beyond the calendars: every deadline there is marked 暂定 (E52)")
  func provisional() throws {
    let documents = try documents("党员示范企业", 2026)
    #expect(documents["ranking.md"]?.contains("暂定：日历收录到 2026 年") == true)
    let page = try #require(documents["justifications/QY-2026-002.md"])
    let dates = page.matches(of: #/期限 (2027-\d\d-\d\d)(（暂定）)?/#)
    #expect(!dates.isEmpty && dates.allSatisfy { $0.2 != nil })
  }
}
