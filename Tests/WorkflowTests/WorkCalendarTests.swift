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

  /// 起始日, n, 当日起算末日, 次日起算末日.
  static let vectors: [(String, Int, String, String)] = [
    ("2024-02-07", 5, "2024-02-19", "2024-02-20"), ("2024-04-03", 5, "2024-04-10", "2024-04-11"),
    ("2024-04-30", 5, "2024-05-09", "2024-05-10"), ("2024-09-29", 5, "2024-10-10", "2024-10-11"),
    ("2024-12-30", 5, "2025-01-06", "2025-01-07"), ("2025-01-24", 5, "2025-02-06", "2025-02-07"),
    ("2025-01-26", 5, "2025-02-07", "2025-02-08"), ("2025-01-27", 5, "2025-02-08", "2025-02-10"),
    ("2025-04-25", 5, "2025-04-30", "2025-05-06"), ("2025-05-30", 5, "2025-06-06", "2025-06-09"),
    ("2025-09-26", 5, "2025-10-09", "2025-10-10"), ("2025-09-30", 5, "2025-10-13", "2025-10-14"),
    ("2025-10-11", 5, "2025-10-16", "2025-10-17"), ("2025-10-14", 5, "2025-10-20", "2025-10-21"),
    ("2025-12-31", 5, "2026-01-07", "2026-01-08"), ("2026-01-04", 5, "2026-01-08", "2026-01-09"),
    ("2026-02-06", 7, "2026-02-14", "2026-02-24"), ("2026-02-10", 10, "2026-02-28", "2026-03-02"),
    ("2026-02-11", 5, "2026-02-24", "2026-02-25"), ("2026-02-14", 1, "2026-02-14", "2026-02-24"),
    ("2026-02-14", 5, "2026-02-27", "2026-02-28"), ("2026-02-16", 5, "2026-02-28", "2026-02-28"),
    ("2026-02-28", 3, "2026-03-03", "2026-03-04"), ("2026-04-30", 5, "2026-05-09", "2026-05-11"),
    ("2026-09-18", 5, "2026-09-23", "2026-09-24"), ("2026-09-24", 5, "2026-10-08", "2026-10-09"),
    ("2026-09-30", 5, "2026-10-12", "2026-10-13"), ("2025-04-14", 5, "2025-04-18", "2025-04-21"),
  ]

  @Test("末日：当日起算与次日起算", arguments: vectors)
  func lastDay(_ start: String, _ count: Int, _ sameDay: String, _ nextDay: String) throws {
    let calendar = try Calendars.read()
    let day = try #require(Day(start))
    for (counting, expected) in [(Counting.sameDay, sameDay), (.nextDay, nextDay)] {
      let last = calendar.lastDay(of: count, from: day, counting: counting)
      #expect(last.value.description == expected, "\(start) + \(count), \(counting.rawValue)")
      #expect(!last.isProvisional)
    }
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
