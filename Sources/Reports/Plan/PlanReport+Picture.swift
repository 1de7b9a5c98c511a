import Diagnostics
import Workflow

extension PlanReport {
  /// A Gantt chart for one sheet of A4, landscape.
  public var svg: String {
    var chart = PlanChart(timetable, words, title: title)
    return chart.picture()
  }
}

/// Draws a timetable: a column of days for each day, a row for each stage.
private struct PlanChart {
  private let timetable: Timetable
  private let words: PlanWords
  private let title: String
  private let first: Day
  private let days: [Day]
  private var drawing = Drawing()

  // A4 landscape at 96 dots per inch.
  private static let (width, height) = (1123.0, 794.0)
  private static let (left, right) = (272.0, 1123.0 - 30)
  private static let top = 112.0
  private let bottom: Double
  private let rowHeight: Double
  private let dayWidth: Double

  private enum Ink {
    static let (early, late, added) = ("#174a7c", "#9dbfe0", "#5b7fa3")
    static let (notice, noticeEarly) = ("#e7a49a", "#a8281c")
    static let (weekend, holiday, worked) = ("#eeeeee", "#fbdfdb", "#dff0d8")
    static let (grid, faint, grey, open, deadline) = ("#cccccc", "#e4e4e4", "#666666", "#9a6a00", "#b00020")
  }

  init(_ timetable: Timetable, _ words: PlanWords, title: String) {
    self.timetable = timetable
    self.words = words
    self.title = title
    let lasts = timetable.rows.flatMap { $0.stretches.values.map(\.last) } + timetable.milestones.map(\.day)
    let monday = timetable.start.adding(1 - timetable.start.weekday)
    first = monday
    let last = (lasts.max() ?? timetable.start).adding(7)
    var days: [Day] = []
    var day = monday
    while day <= last, days.count < 1200 {
      days.append(day)
      day = day.next
    }
    self.days = days
    dayWidth = (Self.right - Self.left) / Double(max(days.count, 1))
    rowHeight = min(29, (Self.height - Self.top - 126) / Double(max(timetable.rows.count, 1)))
    bottom = Self.top + rowHeight * Double(timetable.rows.count)
  }

  mutating func picture() -> String {
    drawing.text(title, 30, 40, size: 20, isBold: true)
    drawing.text(subtitle, 30, 60, size: 10.5, fill: Ink.grey)
    shadeDays()
    drawScale()
    for (index, row) in timetable.rows.enumerated() { draw(row, at: Self.top + rowHeight * Double(index)) }
    for milestone in timetable.milestones { draw(milestone) }
    drawFrame()
    drawLegend()
    return drawing.svg(width: 1123, height: 794, paper: (297, 210), title: title)
  }

  private var subtitle: String {
    let ends = timetable.rows.last { $0.kind != .aside }
    let spans = Timetable.Pace.allCases.compactMap { pace -> String? in
      guard let stretch = ends?[pace] else { return nil }
      return "\(words.pace(pace)) \(words.day(stretch.last, isProvisional: stretch.isProvisional))"
    }
    return words.word("全部办结：", "All done: ") + spans.joined(separator: words.word("；", "; "))
  }

  /// The left edge of a day's column.
  private func x(_ day: Day) -> Double {
    Self.left + dayWidth * Double(days.firstIndex(of: day) ?? (day < first ? 0 : days.count))
  }

  // MARK: Days

  private mutating func shadeDays() {
    let calendar = timetable.calendar
    for day in days {
      let fill: String? =
        if calendar.holidays.contains(day) { Ink.holiday } else if calendar.isWorkingDay(day) {
          day.isWeekend ? Ink.worked : nil
        } else { Ink.weekend }
      if let fill { drawing.rectangle(x(day), Self.top, dayWidth, bottom - Self.top, fill: fill) }
      if day.isWeekend, calendar.isWorkingDay(day) {
        drawing.text(
          words.word("班", "w"), x(day) + dayWidth / 2, Self.top - 3, size: 7, fill: "#2d7a1f", anchor: .middle)
      }
    }
    let open = days.filter { !calendar.covers($0) }
    guard let from = open.first else { return }
    drawing.rectangle(x(from), Self.top, Self.right - x(from), bottom - Self.top, fill: "url(#open)", opacity: 0.3)
    drawing.text(
      words.word("\(from.year) 年日历未收录：暂定", "no calendar for \(from.year): provisional"), Self.right, 78, size: 10,
      fill: Ink.open, anchor: .end)
  }

  /// Months, and the Monday of each week.
  private mutating func drawScale() {
    var months: [(day: Day, count: Int)] = []
    for day in days {
      if let last = months.last, last.day.month == day.month {
        months[months.count - 1].count += 1
      } else {
        months.append((day, 1))
      }
    }
    for (day, count) in months {
      drawing.line(x(day), Self.top - 28, x(day), bottom, Ink.grid, width: 0.9)
      guard Double(count) * dayWidth > 64 else { continue }
      drawing.text(
        words.word("\(day.year) 年 \(day.month) 月", "\(day.year)-\(day.month)"), x(day) + 4, Self.top - 18, size: 10.5,
        isBold: true)
    }
    let step = dayWidth * 7 < 16 ? 2 : 1
    for (index, day) in days.filter({ $0.weekday == 1 }).enumerated() {
      drawing.line(x(day), Self.top - 13, x(day), bottom, Ink.faint)
      if index % step == 0 { drawing.text("\(day.dayOfMonth)", x(day) + 1.5, Self.top - 5, size: 8, fill: Ink.grey) }
    }
  }

  // MARK: Stages

  private mutating func draw(_ row: Timetable.Row, at y: Double) {
    let middle = y + rowHeight / 2
    drawing.line(30, y, Self.right, y, Ink.faint)
    drawing.text(words.name(row), 34, middle + 4, size: 11.5, fill: row.kind == .automatic ? Ink.grey : "#222")
    drawing.text(detail(row), Self.left - 6, middle + 3.5, size: 8.5, fill: Ink.grey, anchor: .end)
    guard let early = row[.earliest], let late = row[.latest], let added = row[.extended] else { return }
    if row.kind == .automatic {
      drawing.diamond(x(early.last) + dayWidth / 2, middle, 3.4, fill: Ink.early)
      drawing.diamond(x(late.last) + dayWidth / 2, middle, 3.4, fill: Ink.late)
      return
    }
    let (lateInk, earlyInk) = row.kind == .notice ? (Ink.notice, Ink.noticeEarly) : (Ink.late, Ink.early)
    let (top, height) = (middle - 6, 12.0)
    if added.last > late.last {
      // Behind the latest end: what comes to it only if something is added.
      drawing.rectangle(
        x(late.last.next), top + 0.5, x(added.last.next) - x(late.last.next), height - 1, fill: "#fff",
        stroke: Ink.added, round: 2, isDashed: true)
    }
    drawing.rectangle(
      x(late.first), top, x(late.last.next) - x(late.first), height, fill: lateInk,
      stroke: row.kind == .aside ? Ink.added : nil, round: 2, isDashed: row.kind == .aside,
      opacity: row.kind == .aside ? 0.6 : 1)
    if row.kind != .aside {
      drawing.rectangle(
        x(early.first), middle - 2.5, max(x(early.last.next) - x(early.first), 3), 5, fill: earlyInk, round: 1.5)
    }
    label(late, added, at: middle)
  }

  private func detail(_ row: Timetable.Row) -> String {
    let period = row.period.map(words.span) ?? row.until.map { words.word("至\($0)", "until \($0)") } ?? ""
    let extras = row.extras.map { extra -> String in
      switch extra {
      case .returns(let count, let span): words.word("补正 \(count)×\(number(span))", "+\(count)×\(number(span)) returns")
      case .grace(let span): words.word("催办 \(number(span))", "+\(number(span)) reminded")
      case .adjournments(let count, let span):
        words.word("缓议 \(count)×\(number(span))", "+\(count)×\(number(span)) adjourned")
      case .admission(let span): words.word("受理 \(number(span))", "+\(number(span)) admission")
      case .prolongation(let span): words.word("延长 \(number(span))", "+\(number(span)) prolonged")
      case .renewedNotice(let span): words.word("重新公示 \(number(span))", "+\(number(span)) notice anew")
      }
    }
    return ([period] + extras).filter { !$0.isEmpty }.joined(separator: words.word("，", ", "))
  }

  private func number(_ span: TimeSpan) -> String {
    span.description.split(separator: " ").first.map(String.init) ?? ""
  }

  /// The ends as months and days: the latest behind its bar, where need be in the open bar of what may be added.
  private mutating func label(_ late: Timetable.Stretch, _ added: Timetable.Stretch, at y: Double) {
    let room = x(added.last.next) - x(late.last.next)
    let isInside = room > width(late) + 6
    if isInside || added.last <= late.last { write(late, x(late.last.next) + 3, y, "#222") }
    guard added.last > late.last else { return }
    if !isInside { write(late, x(late.first) - 3, y, "#222", anchor: .end) }
    if x(added.last.next) + width(added) + 6 < Self.right {
      write(added, x(added.last.next) + 4, y, Ink.added)
    } else {
      write(added, x(added.last.next) - 4, y, Ink.added, anchor: .end)
    }
  }

  private mutating func write(
    _ stretch: Timetable.Stretch, _ x: Double, _ y: Double, _ fill: String, anchor: Drawing.Anchor = .start
  ) {
    drawing.text(text(stretch), x, y + 3.2, size: 8.8, fill: stretch.isProvisional ? Ink.open : fill, anchor: anchor)
  }

  private func text(_ stretch: Timetable.Stretch) -> String {
    stretch.last.description.dropFirst(5) + words.provisional(stretch.isProvisional)
  }

  private func width(_ stretch: Timetable.Stretch) -> Double { 4.9 * Double(displayWidth(text(stretch))) }

  private mutating func draw(_ milestone: Timetable.Milestone) {
    let edge = x(milestone.day.next)
    drawing.line(edge, Self.top, edge, bottom, Ink.deadline, width: 1.1, isDashed: true)
    drawing.line(edge, Self.top - 31, edge, Self.top - 28, Ink.deadline, width: 1.1)
    let text =
      "\(words.milestone(milestone.kind)) \(milestone.day.description.dropFirst(5))"
      + words.provisional(milestone.isProvisional)
    drawing.text(text, edge - 3, Self.top - 32, size: 9.5, fill: Ink.deadline, anchor: .end, isBold: true)
  }

  // MARK: Frame and legend

  private mutating func drawFrame() {
    for y in [Self.top, bottom] { drawing.line(30, y, Self.right, y, "#888888", width: 0.9) }
    drawing.line(Self.left, Self.top - 28, Self.left, bottom, "#888888", width: 0.9)
    drawing.line(Self.right, Self.top, Self.right, bottom, Ink.grid, width: 0.9)
  }

  private mutating func drawLegend() {
    let y = bottom + 18
    var x = 34.0
    func next(_ text: String, _ drawing: inout Drawing, _ sign: (inout Drawing, Double) -> Void) {
      sign(&drawing, x)
      drawing.text(text, x + 26, y + 3.5, size: 9.5, fill: "#333333")
      x += 26 + 5.6 * Double(displayWidth(text)) + 18
    }
    next(words.pace(.earliest), &drawing) { $0.rectangle($1, y - 2.5, 20, 5, fill: Ink.early, round: 1.5) }
    next(words.pace(.latest), &drawing) { $0.rectangle($1, y - 6, 20, 12, fill: Ink.late, round: 2) }
    next(words.pace(.extended), &drawing) {
      $0.rectangle($1, y - 4, 20, 8, fill: "#fff", stroke: Ink.added, round: 2, isDashed: true)
    }
    next(words.word("公示", "notice"), &drawing) { $0.rectangle($1, y - 6, 20, 12, fill: Ink.notice, round: 2) }
    next(words.word("自动", "automatic"), &drawing) { $0.diamond($1 + 10, y, 3.4, fill: Ink.early) }
    next(words.word("周末", "weekend"), &drawing) { $0.rectangle($1, y - 6, 20, 12, fill: Ink.weekend) }
    next(words.word("放假", "holiday"), &drawing) { $0.rectangle($1, y - 6, 20, 12, fill: Ink.holiday) }
    next(words.word("调休上班", "worked weekend"), &drawing) { $0.rectangle($1, y - 6, 20, 12, fill: Ink.worked) }
    for (index, assumption) in words.assumptions.enumerated() {
      drawing.text(assumption, 34, y + 24 + 15 * Double(index), size: 9.5, fill: "#444444")
    }
  }
}
