import Casework
import Evaluation
import FEEL
import Outcomes
import Records
import Rules
import Workflow

/// Why somebody who was ranked is not on the list, or would have no seat: with the others on whom it hangs.
struct PlaceWords {
  private let batch: Batch
  private let selection: Selection
  private let quota: SelectionQuota
  private let values: ValueText

  /// `nil`: nobody is ranked.
  init?(_ batch: Batch, _ values: ValueText) {
    guard let selection = batch.selection, let quota = batch.rules.selection?.quota else { return nil }
    self.batch = batch
    self.selection = selection
    self.quota = quota
    self.values = values
  }

  // MARK: The list

  func list(_ dossier: Dossier) -> [Reason] {
    guard let ranked = dossier.ranked, let reason = ranked.reason else { return [] }
    switch reason {
    case .full(let line): return [full(ranked, line)]
    case .capped(let hold): return [capped(ranked, hold)]
    case .tied(let others):
      let text = word(
        "，与\(names(others))同分，各项同分键全部相等，由\(quota.then ?? "评审委员会")决定",
        ", equal to \(names(others)) in every key; decided by \(quota.then ?? "the review committee")")
      return [Reason(code: Outcome.tieOpen.rawValue, clause: clause("tie_break"), text: standing(ranked) + text)]
    case .waits(let others):
      let text = word(
        "，能否入围取决于\(names(others))的并列怎样决定", "; whether it is on the list hangs on the tie between \(names(others))")
      return [Reason(code: Outcome.tieOpen.rawValue, clause: clause("tie_break"), text: standing(ranked) + text)]
    }
  }

  private func full(_ ranked: Ranked, _ line: ListReason.Line) -> Reason {
    let last = line.last.flatMap { selection[$0] }
    let text: String
    if let last, let key = line.key {
      text = word(
        "，与入围末位“\(last.title)”同分，按同分键“\(quota.tieBreakNames[key])”在后；入围名额 \(quota.candidates) 已满",
        ", the same as the last on the list, “\(last.title)”, but behind by the key “\(quota.tieBreakNames[key])”; "
          + "all \(quota.candidates) places are taken")
    } else if let last {
      text = word(
        "，入围线 \(total(last.total))（“\(last.title)”），差 \(total(line.gap))；入围名额 \(quota.candidates) 已满",
        ", the line is \(total(last.total)) (“\(last.title)”), short by \(total(line.gap)); "
          + "all \(quota.candidates) places are taken")
    } else {
      text = ""
    }
    return Reason(code: Outcome.belowLine.rawValue, clause: clause("candidates"), text: standing(ranked) + text)
  }

  private func capped(_ ranked: Ranked, _ hold: ListReason.Hold) -> Reason {
    let cap = quota.caps[hold.cap]
    let holders = names(hold.holders)
    let heir = hold.replacedBy.map { names([$0]) }
    let text =
      word(
        "；“\(cap.name)”上限 \(hold.limit) 名已满" + (holders.isEmpty ? "" : "（\(holders)）"),
        "; the cap “\(cap.name)” (\(hold.limit)) is full" + (holders.isEmpty ? "" : ": \(holders)"))
      + (heir.map { word("，由\($0)顶替入围", "; \($0) has the place instead") } ?? "")
    return Reason(
      code: Outcome.capped.rawValue, clause: cap.basis ?? clause("caps"), text: standing(ranked) + text)
  }

  /// Level at the line, and the committee chose another.
  func lostTie(_ dossier: Dossier) -> Reason {
    let judge = quota.then ?? word("评审委员会票决", "a vote of the review committee")
    let votes = dossier.history?.stages.compactMap(\.tieTally).last
    let tally = votes.flatMap { tally in Procedure(dossier, batch.rules, values).map { $0.story(tally) } }
      .map { word("（\($0)）", " (\($0))") }
    let ranked = dossier.ranked
    let equals = names(ranked?.ties.filter { $0.key == nil }.map(\.id) ?? [])
    return Reason(
      code: Outcome.belowLine.rawValue, clause: clause("tie_break"),
      text: (ranked.map(standing) ?? "")
        + word(
          "，与\(equals)同分，各项同分键全部相等，由\(judge)决定，没有入围\(tally ?? "")",
          ", equal to \(equals) in every key; decided by \(judge), not on the list\(tally ?? "")"))
  }

  // MARK: The seats, before any vote

  /// Nothing for those who would have a seat.
  func forecast(_ dossier: Dossier) -> [Reason] {
    let id = dossier.record.id
    guard let forecast = batch.forecast, let reason = forecast.reasons[id] else { return [] }
    let place = forecast.reserve.firstIndex(of: id).map { "\($0 + 1)" } ?? ""
    let start = word("按排名预推没有名额：", "by rank it would have no seat: ")
    let end = word("，列递补候选第 \(place) 位", "; number \(place) of the reserve")
    switch reason {
    case .full:
      let text = word(
        "\(quota.seats) 个名额已给排名在前的", "all \(quota.seats) seats go to those with a better rank")
      return [Reason(code: Outcome.reserve.rawValue, clause: clause("seats"), text: start + text + end)]
    case .floor(let index, let holders):
      let floor = quota.floors[index]
      let needed = floor.limit ?? 0
      let text = word(
        "底线“\(floor.name)”须 \(needed) 名，其余对象至多 \(quota.seats - needed) 个名额，已给\(names(holders))",
        "the floor “\(floor.name)” asks for \(needed), and the \(quota.seats - needed) other seats go to \(names(holders))"
      )
      return [
        Reason(code: Outcome.reserve.rawValue, clause: floor.basis ?? clause("floors"), text: start + text + end)
      ]
    case .tied(let others):
      let text = word(
        "按排名预推，末位名额与\(names(others))并列，各项同分键全部相等",
        "by rank, equal to \(names(others)) in every key at the last seat")
      return [Reason(code: Outcome.tieOpen.rawValue, clause: clause("tie_break"), text: text)]
    case .waits(let others):
      let text = word(
        "按排名预推，有无名额取决于\(names(others))的并列怎样决定",
        "by rank, whether it has a seat hangs on the tie between \(names(others))")
      return [Reason(code: Outcome.tieOpen.rawValue, clause: clause("tie_break"), text: text)]
    }
  }

  // MARK: Words

  private func standing(_ ranked: Ranked) -> String {
    word("第\(ranked.rank)名，总分 \(total(ranked.total))", "rank \(ranked.rank), total \(total(ranked.total))")
  }

  /// Of many only the first; the certificate has them all.
  private func names(_ ids: [String]) -> String {
    let most = 5
    let shown = ids.count > most + 1 ? ids.prefix(most) : ids[...]
    let told = shown.map { "“\(selection[$0]?.title ?? $0)”" }.joined(separator: word("、", ", "))
    return ids.count == shown.count
      ? told : told + word("等 \(ids.count) 名", " and \(ids.count - shown.count) more")
  }

  private func clause(_ key: String) -> String { quota.basis[key] ?? "" }
  private func total(_ number: Decimal) -> String { values.fixed(number, scale: batch.rules.total.scale) }
  private func word(_ zh: String, _ en: String) -> String { values.word(zh: zh, en: en) }
}
