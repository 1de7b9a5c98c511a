import FEEL
import Rules

extension Assessor {
  /// Tie-break keys, and the capped and floored groups that the nominee belongs to.
  func standing(_ score: Score) -> Standing {
    guard let selection = rules.selection else { return Standing(tieBreak: [], caps: [], floors: []) }
    let points = Dictionary(
      score.dimensions.flatMap { [($0.id, $0.points)] + $0.items.map { ($0.id, $0.points) } }
    ) { first, _ in first }
    for (id, slot) in selection.points { sheet.frame.set(slot, points[id].map(Value.number) ?? .null) }
    return Standing(
      tieBreak: selection.tieBreak.map { $0.program.evaluate(sheet.frame) },
      caps: zip(selection.caps, selection.quota.caps).map(membership),
      floors: zip(selection.floors, selection.quota.floors).map(membership))
  }

  private func membership(_ quota: CompiledQuota, _ limit: SelectionQuota.Limit) -> Membership {
    let own = quota.limit.flatMap { $0.evaluate(sheet.frame).number?.intValue }
    switch quota.group {
    case .matching(let program):
      let belongs = program.evaluate(sheet.frame) == .boolean(true)
      return Membership(group: belongs ? [] : nil, limit: own ?? limit.limit)
    case .per(let programs):
      return Membership(group: programs.map { $0.evaluate(sheet.frame) }, limit: own ?? limit.limit)
    }
  }
}
