import Diagnostics
import Testing
import YAML

@testable import Workflow

@Suite("工作日历：放假、调休、期间")
struct WorkCalendarTests {
  @Test("全年工作日数", arguments: [(2024, 251), (2025, 248), (2026, 248)])
  func yearlyCount(_ year: Int, _ count: Int) throws {
    #expect(try Calendars.read().workingDays(inYear: year) == count)
  }

  /// domain §3.6 的向量表，编号就是表里的行：起始日, n, 当日起算末日, 次日起算末日。
  static let vectors: [(Int, String, Int, String, String)] = [
    (1, "2024-02-07", 5, "2024-02-19", "2024-02-20"), (2, "2024-04-03", 5, "2024-04-10", "2024-04-11"),
    (3, "2024-04-30", 5, "2024-05-09", "2024-05-10"), (4, "2024-09-29", 5, "2024-10-10", "2024-10-11"),
    (5, "2024-12-30", 5, "2025-01-06", "2025-01-07"), (6, "2025-01-24", 5, "2025-02-06", "2025-02-07"),
    (7, "2025-01-26", 5, "2025-02-07", "2025-02-08"), (8, "2025-01-27", 5, "2025-02-08", "2025-02-10"),
    (9, "2025-04-25", 5, "2025-04-30", "2025-05-06"), (10, "2025-05-30", 5, "2025-06-06", "2025-06-09"),
    (11, "2025-09-26", 5, "2025-10-09", "2025-10-10"), (12, "2025-09-30", 5, "2025-10-13", "2025-10-14"),
    (13, "2025-10-11", 5, "2025-10-16", "2025-10-17"), (14, "2025-10-14", 5, "2025-10-20", "2025-10-21"),
    (15, "2025-12-31", 5, "2026-01-07", "2026-01-08"), (16, "2026-01-04", 5, "2026-01-08", "2026-01-09"),
    (17, "2026-02-06", 7, "2026-02-14", "2026-02-24"), (18, "2026-02-10", 10, "2026-02-28", "2026-03-02"),
    (19, "2026-02-11", 5, "2026-02-24", "2026-02-25"), (20, "2026-02-14", 1, "2026-02-14", "2026-02-24"),
    (21, "2026-02-14", 5, "2026-02-27", "2026-02-28"), (22, "2026-02-16", 5, "2026-02-28", "2026-02-28"),
    (23, "2026-02-28", 3, "2026-03-03", "2026-03-04"), (24, "2026-04-30", 5, "2026-05-09", "2026-05-11"),
    (25, "2026-09-18", 5, "2026-09-23", "2026-09-24"), (26, "2026-09-24", 5, "2026-10-08", "2026-10-09"),
    (27, "2026-09-30", 5, "2026-10-12", "2026-10-13"),
  ]

  @Test("§3.6 向量：末日，当日起算与次日起算", arguments: vectors)
  func lastDay(_ number: Int, _ start: String, _ count: Int, _ sameDay: String, _ nextDay: String) throws {
    try check("向量 \(number)", try Calendars.read(), start, count, [.sameDay: sameDay, .nextDay: nextDay])
  }

  /// 公开通知里的公示期：起始日, n, 末日；2022 年的放假通知只取用到的几天。
  static let publicVectors: [(String, Int, Counting, String)] = [
    ("2022-05-07", 5, .sameDay, "2022-05-12"), ("2022-10-31", 5, .sameDay, "2022-11-04"),
    ("2025-10-14", 5, .sameDay, "2025-10-20"), ("2025-04-14", 5, .nextDay, "2025-04-21"),
    ("2025-04-14", 5, .sameDay, "2025-04-18"),
  ]

  @Test("§3.6 公开通知的对照", arguments: publicVectors)
  func publicLastDay(_ start: String, _ count: Int, _ counting: Counting, _ last: String) throws {
    let earlier = WorkCalendar(
      years: [2022], holidays: Set((1...4).compactMap { Day("2022-05-0\($0)") }),
      workedWeekendDays: [try #require(Day("2022-05-07"))])
    try check("公开通知", try Calendars.read().merging(earlier), start, count, [counting: last])
  }

  private func check(
    _ name: String, _ calendar: WorkCalendar, _ start: String, _ count: Int, _ expected: [Counting: String]
  ) throws {
    let day = try #require(Day(start))
    for (counting, text) in expected {
      let last = calendar.lastDay(of: count, from: day, counting: counting)
      #expect(last.value.description == text, "\(name)：\(start) + \(count), \(counting.rawValue)")
      #expect(!last.isProvisional)
    }
  }

  /// 放假（不是周末的）和调休上班的日子，§3.6 的表。
  @Test(
    "§3.6 放假与调休表",
    arguments: [
      (
        2024,
        "2024-01-01 2024-02-12..2024-02-16 2024-04-04..2024-04-05 2024-05-01..2024-05-03 2024-06-10 2024-09-16..2024-09-17 2024-10-01..2024-10-04 2024-10-07",
        "2024-02-04 2024-02-18 2024-04-07 2024-04-28 2024-05-11 2024-09-14 2024-09-29 2024-10-12"
      ),
      (
        2025,
        "2025-01-01 2025-01-28..2025-01-31 2025-02-03..2025-02-04 2025-04-04 2025-05-01..2025-05-02 2025-05-05 2025-06-02 2025-10-01..2025-10-03 2025-10-06..2025-10-08",
        "2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11"
      ),
      (
        2026,
        "2026-01-01..2026-01-02 2026-02-16..2026-02-20 2026-02-23 2026-04-06 2026-05-01 2026-05-04..2026-05-05 2026-06-19 2026-09-25 2026-10-01..2026-10-02 2026-10-05..2026-10-07",
        "2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10"
      ),
    ])
  func notice(_ year: Int, _ rest: String, _ worked: String) throws {
    let calendar = try Calendars.read()
    func days(_ text: String) throws -> Set<Day> {
      var found = Set<Day>()
      for part in text.split(separator: " ") {
        let first = try #require(Day(part.prefix(10)))
        let last = try #require(Day(part.suffix(10)))
        for offset in 0...(last.number - first.number) { found.insert(first.adding(offset)) }
      }
      return found
    }
    var day = try #require(Day(year: year, month: 1, day: 1))
    var (resting, working) = (Set<Day>(), Set<Day>())
    while day.year == year {
      if !day.isWeekend, !calendar.isWorkingDay(day) { resting.insert(day) }
      if day.isWeekend, calendar.isWorkingDay(day) { working.insert(day) }
      day = day.next
    }
    let (allRest, allWorked) = (try days(rest), try days(worked))
    #expect(resting == allRest)
    #expect(working == allWorked)
  }

  @Test("E25 自然日、月、年的期间：末日为休息日的顺延；工作日的期间不发生顺延")
  func naturalPeriods() throws {
    // 2026-02-10 次日起 5 日：末日 02-15 放假，顺延到 02-24；当日起算末日 02-14，周六上班，不顺延。
    try checkEnd("5 days", "2026-02-10T10:00", .nextDay, "2026-02-24T17:30")
    try checkEnd("5 days", "2026-02-10T10:00", .sameDay, "2026-02-14T17:30")
    // 01-31 起一个月：没有对应日，末日 02-28，周六上班。
    try checkEnd("1 month", "2026-01-31T10:00", .nextDay, "2026-02-28T17:30")
    try checkEnd("1 year", "2024-02-29T10:00", .nextDay, "2025-02-28T17:30")
    try checkEnd("3 months", "2025-07-01T10:00", .nextDay, "2025-10-09T17:30")
    #expect(TimeSpan("1 month")?.description == "1 month" && TimeSpan("3 years") == .years(3))
  }

  @Test("办公钟点来自日历文件；没有写的，按公告的受理时间 8:30–12:00、14:00–17:30")
  func officeHours() throws {
    let usual = ["08:30-12:00", "14:00-17:30"]
    func text(_ calendar: WorkCalendar) -> [String] {
      calendar.officeHours.map { "\($0.lowerBound)-\($0.upperBound)" }
    }
    let ours = text(try Calendars.read())
    #expect(ours == usual)
    #expect(text(WorkCalendar(years: [2026], holidays: [], workedWeekendDays: [])) == usual)
    var log = DiagnosticLog()
    let node = try #require(
      SharedFiles.node("{year: 2026, office_hours: [\"09:00-17:00\"], holidays: [], workdays: []}"))
    let read = WorkCalendar.read(node, log: &log)
    #expect(text(try #require(read)) == ["09:00-17:00"])
  }

  @Test("除夕 2024-02-09 是工作日；2026-02-14 周六上班")
  func singleDays() throws {
    let calendar = try Calendars.read()
    #expect(calendar.isWorkingDay(try #require(Day("2024-02-09"))))
    #expect(calendar.isWorkingDay(try #require(Day("2026-02-14"))))
    #expect(!calendar.isWorkingDay(try #require(Day("2026-02-16"))))
  }

  @Test("E25 补正：2026-02-10 退回，5 个工作日，末日 2026-02-24 17:30")
  func correction() throws {
    try checkEnd("5 working days", "2026-02-10T10:00", .nextDay, "2026-02-24T17:30")
  }

  @Test("E26 公示：2026-02-11 发布，当日起算到 02-24，次日起算到 02-25")
  func notice() throws {
    try checkEnd("5 working days", "2026-02-11T09:00", .sameDay, "2026-02-24T17:30")
    try checkEnd("5 working days", "2026-02-11T09:00", .nextDay, "2026-02-25T17:30")
  }

  @Test("推荐截止：2025-12-01 起 15 个工作日，当日起算")
  func nominationDeadline() throws {
    try checkEnd("15 working days", "2025-12-01T09:00", .sameDay, "2025-12-19T17:30")
    try checkEnd("15 working days", "2026-12-01T09:00", .sameDay, "2026-12-21T17:30")
  }

  @Test("办公钟点：午休不算，跨日接着算")
  func workingHours() throws {
    try checkEnd("4 working hours", "2026-05-11T10:00", .nextDay, "2026-05-11T16:00")
    try checkEnd("8 working hours", "2026-05-11T12:30", .nextDay, "2026-05-12T15:00")
    try checkEnd("90 minutes", "2026-05-11T23:30", .nextDay, "2026-05-12T01:00")
  }

  private func checkEnd(_ span: String, _ start: String, _ counting: Counting, _ expected: String) throws {
    let end = try Calendars.read().end(
      of: try #require(TimeSpan(span)), from: try #require(Instant(start)), counting: counting)
    #expect(end.value.description == expected)
    #expect(!end.isProvisional)
  }

  @Test("E52 跨入未收录的年份：标暂定，说出缺哪一年")
  func provisional() throws {
    let calendar = try Calendars.read()
    let end = calendar.lastDay(of: 5, from: try #require(Day("2026-12-28")), counting: .sameDay)
    #expect(end.isProvisional)
    #expect(end.uncoveredYears == [2027])
    let within = calendar.lastDay(of: 4, from: try #require(Day("2026-12-28")), counting: .sameDay)
    #expect(within.value.description == "2026-12-31")
    #expect(!within.isProvisional)
  }

  @Test("写错的日历：各处一并指出")
  func badCalendar() throws {
    let text = """
      year: 2026
      holidays: [2026-01-01..2026-01-03, 2025-05-01, 2026-13-01]
      workdays: [2026-01-05, 2026-01-03]
      ofice_hours: ["09:00-17:00"]
      """
    var log = DiagnosticLog()
    _ = WorkCalendar.read(try #require(SharedFiles.node(text)), log: &log)
    #expect(log.sorted.map(\.code) == ["PX5042", "PX5013", "PX5041", "PX5040", "PX5001"])
  }

  @Test("日期往返", arguments: ["0001-01-01", "1969-12-31", "2000-02-29", "2026-05-11", "9999-12-31"])
  func dayRoundTrip(_ text: String) throws {
    #expect(try #require(Day(text)).description == text)
  }

  @Test("不是日期", arguments: ["2026-02-30", "2026-1-1", "2025-02-29", "0000-01-01", "20260101", ""])
  func noDay(_ text: String) { #expect(Day(text) == nil) }
}
