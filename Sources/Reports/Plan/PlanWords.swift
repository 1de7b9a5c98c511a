import Diagnostics
import Workflow

/// How a plan names periods, days and what it takes for granted.
struct PlanWords {
  let language: Language

  func word(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  /// `5 个工作日`, as the regulation writes it.
  func span(_ span: TimeSpan) -> String {
    guard language == .zh else { return span.description }
    return switch span {
    case .minutes(let count): "\(count) 分钟"
    case .workingHours(let count): "\(count) 个工作小时"
    case .workingDays(let count): "\(count) 个工作日"
    case .days(let count): "\(count) 日"
    case .months(let count): "\(count) 个月"
    case .years(let count): "\(count) 年"
    }
  }

  func counting(_ counting: Counting) -> String {
    counting == .sameDay ? word("当日起算", "from that day") : word("次日起算", "from the next day")
  }

  func extra(_ extra: Timetable.Extra) -> String {
    switch extra {
    case .returns(let count, let within):
      word("补正 \(count) 次×\(span(within))", "\(count) return\(count == 1 ? "" : "s") of \(span(within))")
    case .grace(let within): word("催办 \(span(within))", "reminded, \(span(within))")
    case .adjournments(let count, let within):
      word("缓议 \(count) 次×\(span(within))", "\(count) adjournment\(count == 1 ? "" : "s") of \(span(within))")
    case .admission(let within): word("受理 \(span(within))", "admission, \(span(within))")
    case .prolongation(let within): word("复杂的延长 \(span(within))", "prolonged by \(span(within))")
    case .renewedNotice(let within): word("重新公示 \(span(within))", "notice anew, \(span(within))")
    }
  }

  /// `2025-12-26 周五`; one that lies beyond the calendars says so.
  func day(_ day: Day, isProvisional: Bool = false) -> String {
    "\(day) \(weekday(day))" + provisional(isProvisional)
  }

  func weekday(_ day: Day) -> String {
    let zh = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"]
    let en = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    return word(zh[day.weekday - 1], en[day.weekday - 1])
  }

  func provisional(_ isProvisional: Bool) -> String { isProvisional ? word("（暂定）", " (provisional)") : "" }

  func name(_ row: Timetable.Row) -> String { row.name ?? row.stage.rawValue }

  func pace(_ pace: Timetable.Pace) -> String {
    switch pace {
    case .earliest: word("最早", "earliest")
    case .latest: word("最迟（用足时限）", "latest (periods used up)")
    case .extended: word("最迟（另加补正等）", "with all that may be added")
    }
  }

  /// What stands beside a row.
  func remarks(_ row: Timetable.Row) -> [String] {
    var remarks: [String] = []
    if let until = row.until { remarks.append(word("不超过\(until)", "not beyond \(until)")) }
    if !row.extras.isEmpty {
      remarks.append(word("另加", "may be added: ") + row.extras.map(extra).joined(separator: word("、", ", ")))
    }
    if let day = row.inFullBy {
      remarks.append(
        word("\(day) 前办完的，后面的环节用得足时限", "done by \(day), the stages behind it have their periods in full"))
    }
    if row.kind == .aside { remarks.append(word("只停被异议的对象", "holds only the case objected to")) }
    return remarks
  }

  func milestone(_ kind: Timetable.Milestone.Kind) -> String {
    switch kind {
    case .deadline(let name): name
    case .reserve: word("递补截止", "end of the time for filling seats")
    }
  }

  /// What the reckoning takes for granted; it is part of the page.
  var assumptions: [String] {
    [
      word(
        "最早：人人当日办理，只等必须经过的日子（公示期，以及推荐截止之后才开始的初审）。",
        "Earliest: everybody acts on the day; only notices, and what waits for a common deadline, take time."),
      word(
        "最迟（用足时限）：每个环节都用到末日；到期即转下一环节；公示在上一环节办结后的下一个工作日发布。",
        "Latest: every stage uses its period to the last day; a notice is posted on the next working day."),
      word(
        "最迟（另加补正等）：再加上允许的退回补正（补正期间初审的钟停着）、催办、缓议；异议核查加延长和重新公示。",
        "With all that may be added: returns (the reviewer's clock stands meanwhile), reminders, adjournments; "
          + "an objection with its prolongation and the notice anew."),
      word(
        "期间只数工作日（含调休上班日），末日截止；异议和递补只牵动有关的对象，不推迟其余对象命名。",
        "Periods count working days (worked weekends included); an objection or a seat filled again delays only the "
          + "case concerned."),
    ]
  }
}
