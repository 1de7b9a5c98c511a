import Casework
import Diagnostics
import FEEL
import Fingerprints
import Workflow

extension PlanReport {
  /// The same for programs; members are only ever added within a format version.
  public var json: String {
    JSON.object([
      "format_version": .number(1), "workflow": .optional(timetable.workflow),
      "start": .string(timetable.start.description),
      "starts_on_rest_day": .boolean(timetable.startsOnRestDay),
      "uncovered_years": .array(timetable.uncoveredYears.map(JSON.number)),
      "stages": .array(timetable.rows.map(json)), "deadlines": .array(timetable.milestones.map(json)),
      "assumptions": .array(words.assumptions.map(JSON.string)),
      "files": .array(
        ([plan.workflow] + plan.calendars).map { source in
          .object([
            "name": .string(source.name), "fingerprint": .string(Fingerprint(of: source.bytes).description),
          ])
        }),
    ]).pretty
  }

  private func json(_ row: Timetable.Row) -> JSON {
    .object([
      "stage": .string(row.stage.rawValue), "name": .optional(row.name), "basis": .optional(row.basis),
      "scope": .string(row.scope.rawValue), "kind": .string(row.kind.rawValue),
      "period": .optional(row.period?.description), "counting": .string(row.counting.rawValue),
      "until": .optional(row.until), "done_in_full_by": .optional(row.inFullBy?.description),
      "may_be_added": .array(row.extras.map(json)),
      "earliest": json(row[.earliest]), "latest": json(row[.latest]), "extended": json(row[.extended]),
      "counted_days": .array(row.counted.map { .string($0.description) }),
    ])
  }

  private func json(_ stretch: Timetable.Stretch?) -> JSON {
    guard let stretch else { return .null }
    return .object([
      "first": .string(stretch.first.description), "last": .string(stretch.last.description),
      "provisional": .boolean(stretch.isProvisional),
    ])
  }

  private func json(_ extra: Timetable.Extra) -> JSON {
    let (kind, count, span): (String, Int, TimeSpan) =
      switch extra {
      case .returns(let count, let within): ("returns", count, within)
      case .grace(let within): ("grace", 1, within)
      case .adjournments(let count, let within): ("adjournments", count, within)
      case .admission(let within): ("admission", 1, within)
      case .prolongation(let within): ("prolongation", 1, within)
      case .renewedNotice(let within): ("renewed_notice", 1, within)
      }
    return .object(["kind": .string(kind), "count": .number(count), "within": .string(span.description)])
  }

  private func json(_ milestone: Timetable.Milestone) -> JSON {
    let name: String =
      switch milestone.kind {
      case .deadline(let name): name
      case .reserve: "reserve"
      }
    return .object([
      "name": .string(name), "day": .string(milestone.day.description),
      "within": .string(milestone.within.description), "counting": .string(milestone.counting.rawValue),
      "provisional": .boolean(milestone.isProvisional),
    ])
  }
}
