import Foundation
import Testing

@Suite("案卷、环节和人，用人们叫的名字")
struct NamingTests {
  @Test("案卷用编号或名称；同名的要编号；没有的直说没有，带代码")
  func cases() throws {
    let round = try SmallRound()
    let records = "records:\n  - {编号: X-1, 名称: 甲厂, 次数: 3}\n  - {编号: X-2, 名称: 乙厂, 次数: 2}\n  - {编号: X-3, 名称: 乙厂, 次数: 2}\n"
    _ = try round.scratch.file("记录.yaml", records)
    let people = try String(contentsOfFile: round.path("人员.yaml"), encoding: .utf8)
    _ = try round.scratch.file("人员.yaml", people.replacing("  X-2: {by: 乙}", with: "  X-2: {by: 乙}\n  X-3: {by: 乙}"))
    #expect(try round.open().code == 0)
    #expect(try round.act("submit", "--case", "甲厂", "--as", "甲").code == 0)
    func say(_ words: String...) throws -> Program.Result {
      try Program.run(["case"] + words, environment: round.environment)
    }
    let (history, numbered) = (try say("history", "甲厂"), try say("history", "X-1"))
    #expect(history.code == 0 && history.output == numbered.output && history.output.contains("提交"))
    #expect(try say("show", "甲厂", "--at", "2026-05-11T10:00").output.contains("票决"))
    for answer in [
      try say("history", "乙厂"), try say("show", "乙厂"), try round.act("submit", "--case", "乙厂", "--as", "乙"),
    ] {
      #expect(
        answer.code == 2 && answer.complaints.contains("PX7217") && answer.complaints.contains("X-2、X-3"), "\(answer)")
    }
    let unknown = try say("show", "甲场")
    #expect(unknown.code == 2 && unknown.complaints.contains("错误[PX9005] 没有“甲场”这名申报对象；是不是“甲厂”？"), "\(unknown)")
    let english = try say("show", "nope", "--lang", "en")
    #expect(english.complaints.contains("error[PX9005] there is no nominee “nope”"), "\(english)")
    #expect(try say("history", "没有").complaints.contains("PX7206"))
    #expect(try round.act("submit", "--case", "没有", "--as", "甲").complaints.contains("PX7215"))
  }

  @Test("环节用编号或名称；没有的环节，说有哪些")
  func stages() throws {
    let round = try SmallRound()
    #expect(try round.open().code == 0)
    #expect(try round.act("submit", "--case", "X-1", "--as", "甲", "--stage", "申报").code == 0)
    let unknown = try round.act("submit", "--case", "X-2", "--as", "乙", "--stage", "初申")
    #expect(unknown.code == 1, "\(unknown)")
    #expect(unknown.complaints.contains("错误[PX7216] 流程里没有环节“初申”，有的是：申报（apply）、票决（vote）"), "\(unknown)")
    let english = try round.act("submit", "--case", "X-2", "--as", "乙", "--stage", "初申", "--lang", "en")
    #expect(english.complaints.contains("has no stage “初申”; it has: apply, vote"), "\(english)")
    let back = try round.act("return", "--case", "X-1", "--as", "经办", "--to-stage", "无此环节", "--reason", "缺件")
    #expect(back.code == 1 && back.complaints.contains("PX7216"), "\(back)")
    let known = try round.act("return", "--case", "X-1", "--as", "经办", "--to-stage", "申报", "--reason", "缺件")
    #expect(!known.complaints.contains("PX7216"), "\(known)")
  }

  @Test("名单里没有的人，直说没有；开启和改版要由谁来，也直说")
  func people() throws {
    let round = try SmallRound()
    func open(by actor: String) throws -> Program.Result {
      try Program.run(
        "round", "open", "--workflow", round.path("流程.yaml"), "--rules", round.path("规则.yaml"), "--records",
        round.path("记录.yaml"), "--people", round.path("人员.yaml"), "--as", actor, "--at", "2026-05-11T09:00",
        environment: round.environment)
    }
    #expect(try open(by: "张三").complaints.contains("错误[PX5265] 人员名单中没有“张三”"))
    #expect(try open(by: "甲").complaints.contains("错误[PX5349] “甲”不是评选办人员，不能开启评选"))
    #expect(try open(by: "经办").code == 0)
    let stranger = try round.act("submit", "--case", "X-1", "--as", "张三")
    #expect(stranger.code == 1 && stranger.complaints.contains("错误[PX5265] 人员名单中没有“张三”"), "\(stranger)")
    #expect(stranger.complaints.contains("NOT_ASSIGNEE"))
    #expect(try round.act("submit", "--case", "X-1", "--as", "乙").complaints.contains("PX5201"))
    func amend(by actor: String) throws -> String {
      try Program.run(
        "round", "amend", "--workflow", round.path("流程2.yaml"), "--as", actor, "--reason", "修订", "--at",
        "2026-05-11T10:00", environment: round.environment
      ).complaints
    }
    #expect(try amend(by: "张三").contains("错误[PX5265] 人员名单中没有“张三”"))
    #expect(try amend(by: "经办").contains("错误[PX5350] “经办”不是系统管理员，不能启用新版流程"))
  }
}
