import Diagnostics
import Testing

@testable import Workflow

@Suite("时间表：一轮评选最早、最迟何时办到哪里")
struct TimetableTests {
  private func timetable(
    _ award: String, _ start: String = "2025-12-01", _ pinned: [StageID: String] = ["public": "2026-02-11"]
  ) throws -> Timetable {
    Timetable(
      of: try Awards.definition(award), from: try #require(Day(start)), calendar: try Calendars.read(),
      pinned: try pinned.mapValues { try #require(Day($0)) })
  }

  /// 手算：照 domain §0.2、§3.1 的时限和 2025、2026 年的放假通知逐日数出，没有用程序。
  /// 环节, 最早, 最迟（用足时限）, 另加补正 2×5、催办 3 和 1、缓议 5（公示不另定日子）。
  static let byHand: [(String, String, String, String)] = [
    ("notice", "2025-12-01", "2025-12-01", "2025-12-01"), ("apply", "2025-12-01", "2025-12-19", "2025-12-19"),
    ("nominate", "2025-12-01", "2025-12-19", "2025-12-19"), ("steward", "2025-12-01", "2025-12-19", "2025-12-19"),
    ("intake", "2025-12-22", "2025-12-26", "2026-01-12"), ("joint", "2025-12-22", "2026-01-12", "2026-01-29"),
    ("visit", "2025-12-22", "2026-01-19", "2026-02-05"), ("autoscore", "2025-12-22", "2026-01-19", "2026-02-05"),
    ("expert", "2025-12-22", "2026-01-22", "2026-02-11"), ("rank", "2025-12-22", "2026-01-23", "2026-02-12"),
    ("panel", "2025-12-22", "2026-01-30", "2026-03-04"), ("vote", "2025-12-22", "2026-02-06", "2026-03-11"),
    ("public", "2026-02-24", "2026-02-24", "2026-03-18"), ("objection", "2026-02-11", "2026-03-12", "2026-05-14"),
    ("name", "2026-02-25", "2026-03-02", "2026-03-25"), ("archive", "2026-02-25", "2026-03-16", "2026-04-09"),
  ]

  @Test("党员示范企业 2025：与手算的逐环节相同", arguments: byHand)
  func enterprise(_ stage: String, _ earliest: String, _ latest: String, _ extended: String) throws {
    let plan = try timetable("党员示范企业")
    let row = try #require(plan.rows.first { $0.stage == StageID(stage) })
    #expect(row[.earliest]?.last.description == earliest)
    #expect(row[.latest]?.last.description == latest)
    #expect(row[.extended]?.last.description == extended)
    #expect(row.stretches.values.allSatisfy { !$0.isProvisional })
  }

  @Test("推荐截止 12-19；要用足 5 + 3 日的，第 7 个工作日 12-09 前申报")
  func deadline() throws {
    let plan = try timetable("党员示范企业")
    let deadline = try #require(plan.milestones.first)
    #expect(deadline.kind == .deadline("推荐截止") && deadline.day.description == "2025-12-19")
    let full = Dictionary(uniqueKeysWithValues: plan.rows.map { ($0.stage, $0.inFullBy?.description) })
    #expect(full["apply"] == "2025-12-09" && full["nominate"] == "2025-12-16" && full["steward"] == "2025-12-19")
    // 公示届满 02-24 起 10 个工作日：02-25、26、27、28（周六上班）、03-02 至 06、09。
    #expect(plan.milestones.last?.kind == .reserve)
    #expect(plan.milestones.last?.day.description == "2026-03-09")
  }

  @Test("公示逐日：02-14 周六上班算一日，春节九天不算")
  func counted() throws {
    let plan = try timetable("党员示范企业")
    let notice = try #require(plan.rows.first { $0.kind == .notice })
    #expect(notice.counting == .sameDay)
    #expect(
      notice.counted.map(\.description) == ["2026-02-11", "2026-02-12", "2026-02-13", "2026-02-14", "2026-02-24"])
  }

  @Test("两路并行：都回来才往下走，质安会签不拖长联审", arguments: ["党员先锋班组", "红星工匠"])
  func branches(_ award: String) throws {
    let rows = try timetable(award).rows
    func last(_ stage: StageID, _ pace: Timetable.Pace) -> String? {
      rows.first { $0.stage == stage }?[pace]?.last.description
    }
    // 质安会签 2 日：12-29、12-30；补正、催办用尽的再 13 日。
    #expect(last("quality", .latest) == "2025-12-30")
    #expect(last("joint", .latest) == "2026-01-12")
    #expect(last("joint_done", .latest) == "2026-01-12")
    #expect(last("visit", .latest) == "2026-01-19")
    #expect(last("joint_done", .earliest) == "2025-12-22")
    #expect(rows.map(\.stage).firstIndex(of: "joint")! < rows.map(\.stage).firstIndex(of: "joint_done")!)
  }

  @Test("选择分支：最早取短的，最迟取长的；绕回去的不算")
  func choice() throws {
    let text = """
      stages:
        - {id: apply, type: form, who: [{initiator: true}], next: which}
        - id: which
          type: choice
          branches: [{when: "x > 1", next: long}, {default: true, next: short}]
        - {id: long, type: approve, who: [a], due: 10 working days, on_reject: "return:apply", next: last}
        - {id: short, type: approve, who: [a], due: 2 working days, next: last}
        - {id: last, type: approve, who: [a], due: 1 working day, next: approved}
      """
    var log = DiagnosticLog()
    let node = try #require(SharedFiles.node(text))
    let read = WorkflowDefinition.read(node, log: &log)
    let definition = try #require(read)
    let plan = Timetable(of: definition, from: try #require(Day("2026-03-02")), calendar: try Calendars.read())
    let last = try #require(plan.rows.last)
    #expect(last.stage == "last")
    // 03-02 起：10 日到 03-16，再 1 日 03-17；最早当日。
    #expect(last[.latest]?.last.description == "2026-03-17")
    #expect(last[.earliest]?.last.description == "2026-03-02")
  }

  @Test("E52 跨入未收录的 2027 年：标暂定，不猜调休；补上日历就不再暂定")
  func provisional() throws {
    let plan = try timetable("党员示范企业", "2026-12-01", [:])
    #expect(plan.uncoveredYears == [2027])
    let rows = Dictionary(uniqueKeysWithValues: plan.rows.map { ($0.stage, $0) })
    #expect(rows["intake"]?[.latest]?.isProvisional == false)
    #expect(rows["intake"]?[.latest]?.last.description == "2026-12-28")
    #expect(rows["joint"]?[.latest]?.isProvisional == true)
    #expect(rows["archive"]?[.latest]?.isProvisional == true)
    #expect(plan.milestones.map(\.isProvisional) == [false, true])
    let next = WorkCalendar(
      years: [2027], holidays: [try #require(Day("2027-01-01"))], workedWeekendDays: [])
    let firm = Timetable(
      of: try Awards.definition("党员示范企业"), from: plan.start, calendar: plan.calendar.merging(next))
    #expect(firm.uncoveredYears.isEmpty)
    #expect(firm.rows.allSatisfy { row in row.stretches.values.allSatisfy { !$0.isProvisional } })
  }

  @Test("休息日起：从下一个工作日推算，并说出来")
  func restDay() throws {
    let plan = try timetable("红星工匠", "2026-02-16", [:])
    #expect(plan.startsOnRestDay)
    #expect(plan.start.description == "2026-02-24")
  }
}
