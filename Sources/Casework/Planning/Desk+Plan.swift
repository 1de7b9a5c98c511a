public import Diagnostics
public import Workflow
import YAML

extension Desk {
  /// Reckons when a round that begins on a day would be where.
  ///
  /// - Parameter calendars: a folder of calendar files, or one such file.
  /// - Parameter pinned: stages that begin on a day of their own, as they were named.
  /// - Returns: `nil` when a file is wrong, or a stage that is pinned does not exist; the log says what.
  public func plan(
    workflow: String, from start: Day, calendars: String, pinned: [(stage: String, day: Day)] = [],
    log: inout DiagnosticLog
  ) throws(Unreadable) -> Plan? {
    let before = log.errorCount
    let source = try source(workflow)
    let definition = Node.read(source, log: &log).flatMap { WorkflowDefinition.read($0, log: &log) }
    let (calendar, sources) = try calendar(calendars, log: &log)
    guard log.errorCount == before, let definition, let calendar else { return nil }
    var days: [StageID: Day] = [:]
    for (stage, day) in pinned {
      guard definition[StageID(stage)] == nil else {
        days[StageID(stage)] = day
        if day < start {
          let arguments = ["stage": stage, "day": day.description, "start": start.description]
          log.report(Diagnostic(.pinnedBeforeStart, at: nil, arguments))
        }
        continue
      }
      let names = definition.stages.map(\.id.rawValue)
      var diagnostic = Diagnostic(.noSuchStage, at: nil, ["name": stage])
      if let near = nearestName(to: stage, among: names) {
        diagnostic.notes = [Note(.nearestStage, at: nil, ["name": near])]
      }
      log.report(diagnostic)
    }
    guard log.errorCount == before else { return nil }
    let timetable = Timetable(of: definition, from: start, calendar: calendar, pinned: days)
    warn(of: timetable, start, log: &log)
    for (stage, day) in days.sorted(by: { $0.key < $1.key }) {
      let row = timetable.rows.first { $0.stage == stage }
      guard let first = row?[.earliest]?.first, first > calendar.workingDay(onOrAfter: day).value else { continue }
      let arguments = ["stage": stage.rawValue, "day": day.description, "first": first.description]
      log.report(Diagnostic(.pinnedTooEarly, at: nil, arguments))
    }
    return Plan(timetable: timetable, workflow: source, calendars: sources)
  }

  private func warn(of timetable: Timetable, _ start: Day, log: inout DiagnosticLog) {
    if timetable.startsOnRestDay {
      log.report(
        Diagnostic(
          .startsOnRestDay, at: nil, ["day": start.description, "next": timetable.start.description]))
    }
    let years = timetable.uncoveredYears.map(String.init)
    if !years.isEmpty { log.report(Diagnostic(.planBeyondCalendars, at: nil, [:].naming("years", years))) }
  }
}
