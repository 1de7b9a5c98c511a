public import Casework
public import Diagnostics
import Workflow

/// The timetable of a round as a page, as data, and as a picture.
public struct PlanReport {
  let timetable: Timetable
  let plan: Plan
  let words: PlanWords

  public init(_ plan: Plan, _ language: Language) {
    self.plan = plan
    timetable = plan.timetable
    words = PlanWords(language: language)
  }

  var title: String {
    words.word(
      "\(timetable.workflow ?? "")：\(timetable.start) 起的时间表",
      "\(timetable.workflow ?? ""): a round from \(timetable.start)")
  }

  /// For a terminal: columns that line up, Chinese characters taking two cells.
  public var text: String {
    let header = [
      words.word("环节", "stage"), words.word("依据", "clause"), words.word("期间", "period"), words.pace(.earliest),
      words.pace(.latest), words.pace(.extended),
    ]
    var text = title + "\n\n" + TextTable(header: header, rows: timetable.rows.map(cells)).text
    for section in [milestoneLines, noticeLines, remarkLines] where !section.isEmpty {
      text += "\n" + section.map { $0 + "\n" }.joined()
    }
    return text + "\n" + words.word("推算的前提", "Taken for granted") + "\n"
      + words.assumptions.map { "  · \($0)\n" }.joined()
  }

  private func cells(_ row: Timetable.Row) -> [String] {
    var period = row.period.map { "\(words.span($0))，\(words.counting(row.counting))" } ?? "–"
    if row.period == nil, let until = row.until { period = words.word("至\(until)", "until \(until)") }
    if words.language == .en { period = period.replacing("，", with: ", ") }
    return [words.name(row), row.basis ?? "–", period] + Timetable.Pace.allCases.map { end(row, $0) }
  }

  private func end(_ row: Timetable.Row, _ pace: Timetable.Pace) -> String {
    guard let stretch = row[pace], row.kind != .aside || pace != .earliest else { return "–" }
    return words.day(stretch.last, isProvisional: stretch.isProvisional)
  }

  private var milestoneLines: [String] {
    timetable.milestones.map { milestone in
      let day = words.day(milestone.day, isProvisional: milestone.isProvisional)
      return words.word(
        "\(words.milestone(milestone.kind))：\(day)（\(words.span(milestone.within))，\(words.counting(milestone.counting))）",
        "\(words.milestone(milestone.kind)): \(day) (\(words.span(milestone.within)), \(words.counting(milestone.counting)))"
      )
    }
  }

  /// Each day that a notice counts: what the announcement has to say, and what is easily counted wrong.
  private var noticeLines: [String] {
    timetable.rows.filter { $0.kind == .notice }.flatMap { row -> [String] in
      guard let first = row[.latest]?.first, let last = row[.latest], let period = row.period else { return [] }
      let head = words.word(
        "\(words.name(row))：\(words.day(first)) 发布，\(words.span(period))，\(words.counting(row.counting))，"
          + "至 \(words.day(last.last, isProvisional: last.isProvisional))",
        "\(words.name(row)): posted \(words.day(first)), \(words.span(period)) \(words.counting(row.counting)), "
          + "until \(words.day(last.last, isProvisional: last.isProvisional))")
      return [head]
        + row.counted.enumerated().map { index, day in
          let worked = day.isWeekend ? words.word("，调休上班", ", a worked weekend day") : ""
          return words.word(
            "  第 \(index + 1) 日　\(words.day(day))\(worked)", "  day \(index + 1)  \(words.day(day))\(worked)")
        }
    }
  }

  private var remarkLines: [String] {
    timetable.rows.compactMap { row in
      let remarks = words.remarks(row)
      if remarks.isEmpty { return nil }
      return words.name(row) + words.word("：", ": ") + remarks.joined(separator: words.word("；", "; "))
    }
  }
}
