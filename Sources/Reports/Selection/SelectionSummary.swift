import Casework
import Evaluation
import FEEL
import Outcomes
import Rules

/// What there is to say of a list as a whole: places, the line, caps and floors, and how the seats would go.
struct SelectionSummary {
  private let batch: Batch
  private let selection: Selection
  private let quota: SelectionQuota
  private let values: ValueText

  /// `nil`: nobody is selected by these rules.
  init?(_ batch: Batch, _ values: ValueText) {
    guard let selection = batch.selection, let quota = batch.rules.selection?.quota else { return nil }
    self.batch = batch
    self.selection = selection
    self.quota = quota
    self.values = values
  }

  var lines: [String] { [places] + warnings + caps + floors + forecast }

  private var places: String {
    let listed = selection.ranking.filter { $0.outcome == .shortlisted }
    let open = selection.ranking.count { $0.outcome == .tieOpen }
    let line = listed.last.map { last in
      let total = values.fixed(last.total, scale: batch.rules.total.scale)
      return word("；入围线 \(total)（“\(last.title)”）", "; the line is \(total) (“\(last.title)”)")
    }
    return word(
      "名额 \(quota.seats)，入围名额 \(quota.candidates)；参加排序 \(selection.ranking.count)，入围 \(listed.count)"
        + (open > 0 ? "，并列待决 \(open)" : ""),
      "\(quota.seats) seats, \(quota.candidates) places on the list; \(selection.ranking.count) ranked, \(listed.count) on it"
        + (open > 0 ? ", \(open) undecided" : "")) + (line ?? "")
  }

  /// A list without surplus has to be approved (E16).
  var warnings: [String] {
    if selection.ranking.count <= quota.seats {
      return [
        word(
          "参加排序的不多于名额：按实有人数等额评审，须由链党委批准并说明",
          "There are no more nominees than seats: the committee has to approve and explain a list without surplus")
      ]
    }
    guard selection.ranking.count < quota.candidates else { return [] }
    return [
      word(
        "参加排序的不足入围数 \(quota.candidates)，按实有人数入围",
        "Fewer are ranked than the \(quota.candidates) places on the list; all of them are on it")
    ]
  }

  private var caps: [String] {
    selection.caps.filter { !$0.heldBack.isEmpty || quota.caps[$0.index].isSingleGroup }.map { report in
      let programs = batch.rules.selection?.caps[report.index].group.programs ?? []
      let group = zip(report.group, programs).map { values.text($0, of: $1.tree) }.joined(separator: " ")
      let name = quota.caps[report.index].name + (group.isEmpty ? "" : word("：\(group)", ": \(group)"))
      let held =
        report.heldBack.isEmpty
        ? ""
        : word(
          "，因上限未入 \(report.heldBack.count)：\(names(report.heldBack))",
          "; \(report.heldBack.count) held back: \(names(report.heldBack))")
      return word(
        "上限“\(name)”至多 \(report.limit)：入围 \(report.listed)",
        "cap “\(name)”, at most \(report.limit): \(report.listed) on the list") + held
    }
  }

  private var floors: [String] {
    selection.floors.map { report in
      let floor = quota.floors[report.index]
      let soft = floor.isSoft ? word("（提示性）", " (advisory)") : ""
      let seated = batch.forecast?.floors[report.index].listed
      let short = (seated ?? report.listed) < report.needed
      let end = !short ? "" : floor.isSoft ? word("，不足", "; too few") : word("，不足：空缺不凑数", "; too few: seats stay empty")
      return word(
        "底线“\(floor.name)”\(soft)至少 \(report.needed)：入围 \(report.listed)"
          + (seated.map { "，预推有名额 \($0)" } ?? ""),
        "floor “\(floor.name)”\(soft), at least \(report.needed): \(report.listed) on the list"
          + (seated.map { ", \($0) with a seat by rank" } ?? "")) + end
    }
  }

  private var forecast: [String] {
    guard let forecast = batch.forecast, !forecast.selected.isEmpty else { return [] }
    let reserve = forecast.reserve.isEmpty ? "" : word("（\(names(forecast.reserve))）", " (\(names(forecast.reserve)))")
    let open =
      forecast.undecided.isEmpty
      ? "" : word("，并列待决 \(forecast.undecided.count)", ", \(forecast.undecided.count) undecided")
    return [
      word(
        "按排名预推（入围的票决都通过、票数相同）：有名额 \(forecast.selected.count)\(open)，递补候选 \(forecast.reserve.count)\(reserve)，空缺 \(forecast.emptySeats)",
        "By rank, if all on the list pass the vote with equal votes: \(forecast.selected.count) with a seat\(open), "
          + "\(forecast.reserve.count) in reserve\(reserve), \(forecast.emptySeats) seats empty")
    ]
  }

  private func names(_ ids: [String]) -> String {
    ids.map { selection[$0]?.title ?? $0 }.joined(separator: word("、", ", "))
  }

  private func word(_ zh: String, _ en: String) -> String { values.word(zh: zh, en: en) }
}
