public import Diagnostics
public import YAML

extension WorkCalendar {
  /// Reads one year's notice (`calendars/中国-2026.yaml`), or a calendar of several years by its days.
  public static func read(_ node: Node, log: inout DiagnosticLog) -> WorkCalendar? {
    var reader = FileReader()
    defer { log.report(contentsOf: reader.log.diagnostics) }
    return reader.calendar(node)
  }
}

extension FileReader {
  mutating func calendar(_ node: Node) -> WorkCalendar? {
    guard let keys = keys(node, ["name", "year", "zone", "basis", "office_hours", "holidays", "workdays", "covers"])
    else { return nil }
    _ = (text(keys["name"]), text(keys["basis"]))
    var holidays = Set<Day>()
    for item in list(required(keys, "holidays")) { holidays.formUnion(days(item)) }
    var worked = Set<Day>()
    for item in list(required(keys, "workdays")) {
      for day in days(item) {
        check(day, item, holidays)
        worked.insert(day)
      }
    }
    var years = Set(list(keys["covers"]).compactMap { integer($0, in: 1...9999) })
    if let year = integer(keys["year"], in: 1...9999) {
      years = [year]
      checkYear(year, keys["holidays"], keys["workdays"])
    } else if years.isEmpty {
      years = Set(holidays.map(\.year))
    }
    return WorkCalendar(
      zone: text(keys["zone"]) ?? "Asia/Shanghai", officeHours: list(keys["office_hours"]).compactMap { hours($0) },
      years: years, holidays: holidays, workedWeekendDays: worked)
  }

  /// A day, or several: `2026-02-15..2026-02-23`.
  private mutating func days(_ node: Node) -> [Day] {
    guard let text = text(node) else { return [] }
    let ends = text.split(separator: ".", omittingEmptySubsequences: true)
    if let day = Day(text) { return [day] }
    if ends.count == 2, text.contains(".."), let first = Day(ends[0]), let last = Day(ends[1]), first <= last,
      last <= first.adding(60)
    {
      return (0...(last.number - first.number)).map { first.adding($0) }
    }
    report(.badDay, at: node.span, ["text": text])
    return []
  }

  /// A worked day that is no weekend day, or is a holiday too, is a slip of the pen.
  private mutating func check(_ day: Day, _ node: Node, _ holidays: Set<Day>) {
    if holidays.contains(day) { report(.workedHoliday, at: node.span, ["day": day.description]) }
    if !day.isWeekend { report(.workedWeekday, at: node.span, ["day": day.description]) }
  }

  private mutating func checkYear(_ year: Int, _ nodes: Node?...) {
    for node in nodes.flatMap({ list($0) }) {
      guard let text = node.scalar?.text, let day = Day(text.prefix(10)) else { continue }
      if day.year != year { report(.dayOfOtherYear, at: node.span, ["day": day.description, "year": String(year)]) }
    }
  }

  /// `09:00-12:00`.
  private mutating func hours(_ node: Node) -> Range<ClockTime>? {
    guard let text = text(node) else { return nil }
    let ends = text.split(separator: "-")
    if ends.count == 2, let from = ClockTime(ends[0]), let to = ClockTime(ends[1]), from < to { return from..<to }
    report(.badOfficeHours, at: node.span, ["text": text])
    return nil
  }
}
