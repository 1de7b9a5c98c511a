import FEEL
import Testing

@Suite("日期、时间、时长") struct ValuesCalendar {
  // MARK: Dates

  @Test(
    "日期读出来再写出去",
    arguments: [
      "2017-12-31", "-2017-01-01", "0000-02-29", "0001-01-01", "999999999-12-31", "-999999999-01-01", "12345-06-07",
      "2024-02-29", "1582-10-10",
    ])
  func dates(_ text: String) {
    #expect(CivilDate(text)?.description == text)
  }

  @Test(
    "不是日期的文字读不出日期",
    arguments: [
      "", "2012-12-25T", "2012/12/25", "9999999999-12-25", "1000000000-01-01", "2017-13-10", "2017-00-10", "2017-12-32",
      "2017-12-00", "998-12-31", "01211-12-31", "+2012-12-02", "2025-02-29", "1900-02-29", "2012-1-1", "2012-12-25Z",
      " 2012-12-25", "-0000-01-01", "２０１２-12-25",
    ])
  func notDates(_ text: String) {
    #expect(CivilDate(text) == nil)
  }

  @Test("日数与年月日互换，四百年一轮，远近皆然") func days() throws {
    var day = try #require(CivilDate(year: 1599, month: 12, day: 31)).epochDays
    for year in 1600..<2001 {
      for month in 1...12 {
        for dayOfMonth in 1...CivilDate.daysInMonth(year: year, month: month) {
          day += 1
          let date = try #require(CivilDate(year: year, month: month, day: dayOfMonth))
          if date.epochDays != day { Issue.record("\(date)") }
          let parts = date.components
          if parts != (year, month, dayOfMonth) { Issue.record("\(date)") }
        }
      }
    }
    #expect(CivilDate(epochDays: 0)?.description == "1970-01-01")
    #expect(CivilDate("2000-03-01")?.epochDays == 11017)
    let last = try #require(CivilDate("999999999-12-31"))
    #expect(last.adding(days: 1) == nil)
    #expect(CivilDate("-999999999-01-01")?.adding(days: -1) == nil)
    #expect(last.adding(days: .max) == nil)
    #expect(CivilDate(epochDays: .max) == nil)
    #expect(CivilDate(epochDays: .min) == nil)
  }

  @Test(
    "星期、一年中的第几天、第几周",
    arguments: [
      ("2025-12-01", 1, 335, 49), ("2018-12-10", 1, 344, 50), ("2021-01-03", 7, 3, 53), ("2005-01-01", 6, 1, 53),
      ("2024-12-30", 1, 365, 1), ("2024-12-31", 2, 366, 1), ("1970-01-01", 4, 1, 1), ("1969-12-31", 3, 365, 1),
    ])
  func parts(_ text: String, _ weekday: Int, _ dayOfYear: Int, _ week: Int) throws {
    let date = try #require(CivilDate(text))
    #expect(date.weekday == weekday)
    #expect(date.dayOfYear == dayOfYear)
    #expect(date.weekOfYear == week)
  }

  @Test(
    "加减年月，无对应日取月末",
    arguments: [
      ("2024-02-29", "P1Y", "2025-02-28"), ("2028-02-29", "-P3Y", "2025-02-28"), ("2008-02-29", "P18Y", "2026-02-28"),
      ("2025-02-28", "-P1Y", "2024-02-28"), ("2024-02-29", "P4Y", "2028-02-29"), ("2025-01-31", "P1M", "2025-02-28"),
      ("2025-03-31", "-P1M", "2025-02-28"), ("2025-12-01", "-P3Y", "2022-12-01"), ("2025-12-31", "P2M", "2026-02-28"),
      ("-2021-01-01", "-P1M", "-2022-12-01"), ("999999999-12-31", "P1M", nil), ("-999999999-01-01", "-P1M", nil),
      ("2025-01-01", "P768614336404564650Y", nil),
    ] as [(String, String, String?)])
  func months(_ date: String, _ duration: String, _ expected: String?) throws {
    let (date, duration) = (try #require(CivilDate(date)), try #require(YearsDuration(duration)))
    #expect(date.adding(duration)?.description == expected)
    if let negated = duration.negated { #expect(date.subtracting(negated)?.description == expected) }
  }

  @Test("E8：满一年用正向加，两种写法不等价") func fullYear() throws {
    let (founded, reference) = (try #require(CivilDate("2024-02-29")), try #require(CivilDate("2025-02-28")))
    let year = try #require(YearsDuration("P1Y"))
    #expect(try #require(founded.adding(year)) <= reference)
    #expect(try #require(reference.subtracting(year)) < founded)
  }

  @Test(
    "加减日与时",
    arguments: [
      ("2025-12-01", "-P1D", "2025-11-30"), ("2021-01-01", "PT36H", "2021-01-02"),
      ("2021-01-01", "PT23H59M59S", "2021-01-01"),
      ("2021-01-01", "-PT1S", "2020-12-31"), ("2024-02-28", "P1D", "2024-02-29"),
      ("2021-01-01", "P99999999999999D", nil),
    ] as [(String, String, String?)])
  func dayArithmetic(_ date: String, _ duration: String, _ expected: String?) throws {
    let (date, duration) = (try #require(CivilDate(date)), try #require(DaysDuration(duration)))
    #expect(date.adding(duration)?.description == expected)
  }

  @Test(
    "两日之差",
    arguments: [
      ("2025-12-01", "2024-12-01", "P365D"), ("2024-12-01", "2025-12-01", "-P365D"),
      ("2025-01-01", "2025-01-01", "PT0S"),
      ("999999999-12-31", "-999999999-01-01", "P730484999633D"),
    ])
  func difference(_ left: String, _ right: String, _ expected: String) throws {
    let (left, right) = (try #require(CivilDate(left)), try #require(CivilDate(right)))
    #expect(left.since(right).description == expected)
  }

  @Test(
    "两日之间的整月",
    arguments: [
      ("2011-12-22", "2013-08-24", "P1Y8M"), ("2013-08-24", "2011-12-22", "-P1Y8M"),
      ("2016-09-30", "2017-12-28", "P1Y2M"),
      ("2014-12-31", "2019-10-01", "P4Y9M"), ("-2016-01-30", "-2017-02-28", "-P11M"),
      ("2016-01-01", "2016-01-01", "P0M"),
      ("2014-12-31", "-2019-10-01", "-P4033Y2M"), ("2017-09-05", "-2019-10-01", "-P4035Y11M"),
    ])
  func wholeMonths(_ start: String, _ end: String, _ expected: String) throws {
    let (start, end) = (try #require(CivilDate(start)), try #require(CivilDate(end)))
    #expect(end.monthsSince(start).description == expected)
  }

  // MARK: Times

  @Test(
    "时间读出来再写出去",
    arguments: [
      ("01:02:03", "01:02:03"), ("11:22:33.444", "11:22:33.444"), ("11:22:33.123456789", "11:22:33.123456789"),
      ("11:22:33.1234567891", "11:22:33.123456789"), ("11:22:33.500", "11:22:33.5"), ("23:59:00Z", "23:59:00Z"),
      ("13:20:00+02:00", "13:20:00+02:00"), ("11:22:33-00:00", "11:22:33Z"), ("11:59:45-02:45:55", "11:59:45-02:45:55"),
      ("00:01:00@Etc/UTC", "00:01:00@Etc/UTC"), ("00:01:00@Asia/Shanghai", "00:01:00@Asia/Shanghai"),
      ("24:00:00", "00:00:00"),
    ])
  func times(_ text: String, _ canonical: String) {
    #expect(CivilTime(text)?.description == canonical)
  }

  @Test(
    "不是时间的文字读不出时间",
    arguments: [
      "", "23:59:60", "24:00:01", "24:01:00", "24:00:00.1", "25:00:00", "00:60:00", "7:00:00", "07:1:00", "07:01:2",
      "13:20:00@xyz/abc", "13:20:00@GMT+2", "13:20:00@", "13:20:00@北京", "13:20:00+19:00", "13:20:00-18:00:01",
      "13:20:00+5:00", "13:20:00+02:00@Europe/Paris", "7:20", "07:2", "11:30:00T", "11:30:00.", "11:30", "11:30:00 ",
    ])
  func notTimes(_ text: String) {
    #expect(CivilTime(text) == nil)
  }

  @Test("时间的比较、加减") func timeArithmetic() throws {
    let noon = try #require(CivilTime("12:00:00"))
    let parse = { (text: String) in try #require(CivilTime(text)) }
    #expect(try parse("12:00:00Z").compared(to: parse("13:00:00+01:00")) == 0)
    #expect(try parse("12:00:00Z") != parse("13:00:00+01:00"))
    #expect(try noon.compared(to: parse("12:00:00+05:00")) == 0)
    #expect(try noon.compared(to: parse("12:00:01")) < 0)
    #expect(try parse("10:30:00.0001").compared(to: parse("10:30:00.0002")) == 0)
    #expect(try noon.adding(#require(DaysDuration("PT13H"))).description == "01:00:00")
    #expect(try noon.subtracting(#require(DaysDuration("PT12H0.5S")))?.description == "23:59:59.5")
    #expect(try noon.since(parse("10:30:00"))?.description == "PT1H30M")
    #expect(try noon.since(parse("10:30:00Z")) == nil)
    #expect(try parse("12:00:00Z").since(parse("12:00:00+02:00"))?.description == "PT2H")
    #expect(CivilTime(hour: 24, minute: 0, second: 0) == nil)
  }

  // MARK: Dates with times

  @Test(
    "日期时间读出来再写出去",
    arguments: [
      ("2012-12-24", "2012-12-24T00:00:00"), ("-2017-12-31T11:22:33.456+01:35", "-2017-12-31T11:22:33.456+01:35"),
      ("999999999-12-31T23:59:59.999999999@Europe/Paris", "999999999-12-31T23:59:59.999999999@Europe/Paris"),
      ("2021-01-01T24:00:00", "2021-01-02T00:00:00"),
    ])
  func dateTimes(_ text: String, _ canonical: String) {
    #expect(CivilDateTime(text)?.description == canonical)
  }

  @Test(
    "不是日期时间的文字读不出日期时间",
    arguments: [
      "", "11:00:00", "2011-12-0310:15:30", "2011-12-03T10:15:30+01:00@Europe/Paris", "2017-13-0T11:22:33",
      "2011-12-03T",
      "2017-12-31T24:00:01", "2017-12-31T13:20:00+05:0", "999999999-12-31T24:00:00", "2012-12-24 10:00:00",
    ])
  func notDateTimes(_ text: String) {
    #expect(CivilDateTime(text) == nil)
  }

  @Test(
    "日期时间加一段时长",
    arguments: [
      ("2021-01-12T10:10:10", "P1DT1H", "2021-01-13T11:10:10"),
      ("2021-01-12T10:10:10@Australia/Melbourne", "P1DT1H", "2021-01-13T11:10:10@Australia/Melbourne"),
      ("-2021-01-01T10:10:10+11:00", "-P1D", "-2022-12-31T10:10:10+11:00"),
      ("2021-03-28T01:30:00@Europe/Paris", "PT1H", "2021-03-28T03:30:00@Europe/Paris"),
      ("2021-10-31T02:30:00@Europe/Paris", "PT2H", "2021-10-31T03:30:00@Europe/Paris"),
      ("2021-01-01T00:00:00.5", "-PT0.75S", "2020-12-31T23:59:59.75"),
      ("999999999-12-31T23:59:59", "PT1S", nil), ("2021-01-01T00:00:00Z", "P106751991167300D", nil),
    ] as [(String, String, String?)])
  func dateTimeArithmetic(_ text: String, _ duration: String, _ expected: String?) throws {
    let (start, duration) = (try #require(CivilDateTime(text)), try #require(DaysDuration(duration)))
    #expect(start.adding(duration)?.description == expected)
  }

  @Test(
    "日期时间的比较与差",
    arguments: [
      ("2002-04-02T12:00:00-01:00", "2002-04-02T17:00:00+04:00", 0, "PT0S"),
      ("2018-10-08T00:00:00+02:00", "2018-10-08T00:00:00@Europe/Paris", 0, "PT0S"),
      ("2018-02-08T00:00:00+01:00", "2018-02-08T00:00:00@Europe/Paris", 0, "PT0S"),
      ("2018-12-08T00:00:00@Europe/Paris", "2018-12-08T00:00:00@Asia/Dhaka", 1, "PT5H"),
      ("2018-12-08T00:00:00", "2018-12-08T00:00:00Z", 0, nil), ("2018-12-08", "2018-12-09T01:00:00", -1, "-P1DT1H"),
      ("1890-01-01T00:00:00@Europe/Paris", "1890-01-01T00:00:00Z", -1, "-PT9M21S"),
      ("2900-07-01T00:00:00@Europe/Paris", "2900-06-30T22:00:00Z", 0, "PT0S"),
    ] as [(String, String, Int, String?)])
  func instants(_ left: String, _ right: String, _ order: Int, _ difference: String?) throws {
    let (left, right) = (try #require(CivilDateTime(left)), try #require(CivilDateTime(right)))
    #expect(left.compared(to: right) == order)
    #expect(right.compared(to: left) == -order)
    #expect(left.since(right)?.description == difference)
  }

  @Test("同一时刻在各地的钟上") func clocks() throws {
    let shanghai = try #require(CivilZone(region: "Asia/Shanghai"))
    let date = try #require(CivilDateTime(epochSeconds: 1_764_547_200, zone: shanghai))
    #expect(date.description == "2025-12-01T08:00:00@Asia/Shanghai")
    #expect(date.epochSeconds == 1_764_547_200)
    #expect(date.offsetSeconds == 28800)
    #expect(CivilDateTime(epochSeconds: .max, zone: .utc) == nil)
  }

  // MARK: Durations

  @Test(
    "日时长的规范写法",
    arguments: [
      ("P1D", "P1D"), ("PT24H", "P1D"), ("PT1000M0.999999999S", "PT16H40M0.999999999S"), ("PT0.S", "PT0S"),
      ("P0D", "PT0S"),
      ("-PT1H2M", "-PT1H2M"), ("P2DT274M", "P2DT4H34M"), ("-PT0.5S", "-PT0.5S"), ("-P1DT0.25S", "-P1DT0.25S"),
      ("-P0D", "PT0S"), ("PT36H", "P1DT12H"),
    ])
  func daysDurations(_ text: String, _ canonical: String) {
    #expect(DaysDuration(text)?.description == canonical)
  }

  @Test(
    "年月时长的规范写法",
    arguments: [
      ("P1Y2M", "P1Y2M"), ("P3Y", "P3Y"), ("P0Y", "P0M"), ("P26M", "P2Y2M"), ("-P100M", "-P8Y4M"), ("-P0M", "P0M"),
      ("P999999999M", "P83333333Y3M"), ("-P99999999Y", "-P99999999Y"),
    ])
  func yearsDurations(_ text: String, _ canonical: String) {
    #expect(YearsDuration(text)?.description == canonical)
  }

  @Test(
    "不是时长的文字读不出时长",
    arguments: [
      "", "P", "P0", "1Y", "1D", "P1H", "P1S", "PT", "P1DT", "--P1D", "P-1D", "P1Y2D", "PT1S1H", "P1.5D", "PT1.5H",
      "P1M1Y",
      "P99999999999999999999D", "P9223372036854775807D", "P9223372036854775807Y", "P1D ", "+P1D", "p1d",
    ])
  func notDurations(_ text: String) {
    #expect(DaysDuration(text) == nil)
    #expect(YearsDuration(text) == nil)
  }

  @Test(
    "时长的乘除",
    arguments: [
      ("P4DT1H", "*", "1.5", "P6DT1H30M"), ("-P1D", "*", "-10", "P10D"), ("P1D", "*", "0", "PT0S"),
      ("P10DT23H", "/", "2.5", "P4DT9H12M"), ("P10D", "/", "0", nil), ("PT1S", "/", "3", "PT0.333333333S"),
      ("-PT1S", "/", "3", "-PT0.333333333S"), ("P1D", "*", "1e30", nil),
      ("P2M", "*", "-1.5", "-P3M"), ("P1Y11M", "*", "-2.5", "-P4Y9M"), ("P10Y11M", "/", "2.5", "P4Y4M"),
      ("P10Y11M", "/", "-2.5", "-P4Y4M"), ("P10Y", "/", "0", nil), ("P1Y", "*", "1e30", nil),
    ] as [(String, String, String, String?)])
  func scaling(_ text: String, _ sign: String, _ factor: String, _ expected: String?) throws {
    let factor = try #require(Decimal(factor))
    if let days = DaysDuration(text) {
      #expect((sign == "*" ? days.multiplied(by: factor) : days.divided(by: factor))?.description == expected)
    } else {
      let years = try #require(YearsDuration(text))
      #expect((sign == "*" ? years.multiplied(by: factor) : years.divided(by: factor))?.description == expected)
    }
  }

  @Test("时长的和、差、比、部分") func durationArithmetic() throws {
    let days = { (text: String) in try #require(DaysDuration(text)) }
    #expect(try days("P1D").adding(days("-PT1H"))?.description == "PT23H")
    #expect(try days("PT0.5S").subtracting(days("PT1S"))?.description == "-PT0.5S")
    #expect(try days("P10D").divided(by: days("P5D")) == Decimal(2))
    #expect(try days("P10D").divided(by: days("PT0S")) == nil)
    #expect(try days("-PT0.5S") < days("PT0S"))
    let parts = try days("-P1DT2H3M4.5S").components
    #expect((parts.days, parts.hours, parts.minutes) == (-1, -2, -3))
    #expect((parts.seconds, parts.nanoseconds) == (-4, -500_000_000))
    let years = { (text: String) in try #require(YearsDuration(text)) }
    #expect(try years("P1Y").adding(years("-P1M"))?.description == "P11M")
    #expect(try years("P10Y").divided(by: years("P5Y")) == Decimal(2))
    #expect(try years("-P14M").components == (-1, -2))
    #expect(DaysDuration(seconds: .min).negated == nil)
    #expect(YearsDuration(months: .min).negated == nil)
    #expect(YearsDuration(months: .min).description == "-P768614336404564650Y8M")
    #expect(DaysDuration(seconds: .min).description == "-P106751991167300DT15H30M8S")
  }
}
