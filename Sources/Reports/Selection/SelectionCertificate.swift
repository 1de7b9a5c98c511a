public import Casework
public import Diagnostics
import Evaluation
import FEEL
import Fingerprints
import Records
import Rules
import Outcomes

/// The list and the seats with all that they rest on, so that a checker who knows neither rules nor records can tell
/// whether they are as they must be.
public struct SelectionCertificate {
  private let batch: Batch
  private let selection: Selection
  private let quota: SelectionQuota
  /// The seats after a vote, or as they would go by rank.
  private let seats: SeatAllocation?
  private let values: ValueText

  /// `nil`: nobody is selected by these rules, or nobody has been ranked yet.
  public init?(_ batch: Batch, _ language: Language) {
    guard let selection = batch.selection, let quota = batch.rules.selection?.quota else { return nil }
    self.batch = batch
    self.selection = selection
    self.quota = quota
    seats = batch.allocation ?? batch.forecast
    values = ValueText(batch.rules, language)
  }

  public var text: String { document.pretty }

  var document: JSON {
    .object([
      "format_version": .number(1), "engine": .string(Engine.version), "award": .string(batch.rules.award),
      "edition": .number(batch.rules.edition), "rules": .string(batch.rules.fingerprint.description),
      "records": .string(batch.recordsFingerprint.description),
      "seats": .number(quota.seats), "places": .number(quota.candidates), "minimum": .optional(quota.minimum),
      "line": .optional(selection.line), "tie_break": .array(quota.tieBreakNames.map(JSON.string)),
      "seats_by": .string(batch.allocation == nil ? "rank" : "votes"), "counts": counts,
      "caps": .array(selection.caps.map(cap)), "floors": .array(quota.floors.indices.map(floor)),
      "ranking": .array(selection.ranking.map(nominee)), "below_minimum": .array(selection.belowMinimum.map(short)),
    ])
  }

  private var counts: JSON {
    .object([
      "ranked": .number(selection.ranking.count),
      "listed": .number(selection.ranking.count { $0.outcome == .shortlisted }),
      "open": .number(selection.ranking.count { $0.outcome == .tieOpen }),
      "below_minimum": .number(selection.belowMinimum.count), "seated": .number(seats?.selected.count ?? 0),
      "reserve": .number(seats?.reserve.count ?? 0), "undecided": .number(seats?.undecided.count ?? 0),
      "empty_seats": .number(seats?.emptySeats ?? quota.seats),
    ])
  }

  private func cap(_ report: CapReport) -> JSON {
    let programs = batch.rules.selection?.caps[report.index].group.programs ?? []
    let group = zip(report.group, programs).map { values.text($0, of: $1.tree) }.joined(separator: " ")
    return .object([
      "name": .string(quota.caps[report.index].name), "group": group.isEmpty ? .null : .string(group),
      "clause": .string(quota.caps[report.index].basis ?? quota.basis["caps"] ?? ""), "limit": .number(report.limit),
      "listed": .number(report.listed),
    ])
  }

  private func floor(_ index: Int) -> JSON {
    .object([
      "name": .string(quota.floors[index].name),
      "clause": .string(quota.floors[index].basis ?? quota.basis["floors"] ?? ""),
      "needed": .number(quota.floors[index].limit ?? 0), "soft": .boolean(quota.floors[index].isSoft),
      "listed": .number(selection.floors[index].listed),
      "seated": seats.map { .number($0.floors[index].listed) } ?? .null,
    ])
  }

  private func short(_ nominee: Short) -> JSON {
    .object([
      "id": .string(nominee.id), "name": .string(nominee.title), "total": .number(nominee.total),
      "gap": .number(nominee.gap),
    ])
  }

  // MARK: Nominees

  private func nominee(_ ranked: Ranked) -> JSON {
    .object([
      "id": .string(ranked.id), "name": .string(ranked.title), "rank": .number(ranked.rank),
      "total": .number(ranked.total), "keys": .array(ranked.standing.tieBreak.map { .optional($0.number) }),
      "caps": numbers(selection.caps.indices.filter { isMember(ranked, of: selection.caps[$0]) }),
      "floors": numbers(quota.floors.indices.filter { ranked.standing.floors[$0].group != nil }),
      "list": .string(ranked.outcome == .shortlisted ? "in" : ranked.outcome == .tieOpen ? "open" : "out"),
      "reason": ranked.reason.map(reason) ?? .null, "votes": seats?.votes[ranked.id].map { .number($0) } ?? .null,
      "holds_seat": .boolean(seats?.holders.contains(ranked.id) ?? false), "seat": seat(ranked.id),
      "seat_reason": seats?.reasons[ranked.id].map(reason) ?? .null,
    ])
  }

  private func isMember(_ ranked: Ranked, of cap: CapReport) -> Bool {
    ranked.standing.caps[cap.index].group == cap.group
  }

  private func seat(_ id: String) -> JSON {
    guard let seats else { return .null }
    return seats.selected.contains(id)
      ? .string("in")
      : seats.reserve.contains(id) ? .string("out") : seats.undecided.contains(id) ? .string("open") : .null
  }

  private func reason(_ reason: ListReason) -> JSON {
    switch reason {
    case .full(let line):
      .object([
        "code": .string("full"), "last": .optional(line.last), "gap": line.last == nil ? .null : .number(line.gap),
        "key": line.key.map { .number($0 + 1) } ?? .null,
      ])
    case .capped(let hold):
      .object([
        "code": .string("capped"), "cap": .number(hold.group + 1), "limit": .number(hold.limit),
        "holders": ids(hold.holders), "instead": .optional(hold.replacedBy),
      ])
    case .tied(let others): .object(["code": .string("tied"), "with": ids(others)])
    case .waits(let others): .object(["code": .string("waits"), "for": ids(others)])
    }
  }

  private func reason(_ reason: SeatReason) -> JSON {
    switch reason {
    case .full(let last): .object(["code": .string("full"), "last": .optional(last)])
    case .floor(let index, let holders):
      .object(["code": .string("floor"), "floor": .number(index + 1), "holders": ids(holders)])
    case .tied(let others): .object(["code": .string("tied"), "with": ids(others)])
    case .waits(let others): .object(["code": .string("waits"), "for": ids(others)])
    }
  }

  private func ids(_ ids: [String]) -> JSON { .array(ids.map(JSON.string)) }
  private func numbers(_ indices: [Int]) -> JSON { .array(indices.map { .number($0 + 1) }) }
}
