import Diagnostics
import FEEL
import Workflow
import YAML

extension Desk {
  /// The calendar of a file, or of all files of a folder: all years together.
  func calendar(_ path: String, log: inout DiagnosticLog) throws(Unreadable) -> (WorkCalendar?, [Source]) {
    var shelf = CalendarShelf()
    var merged: WorkCalendar?
    var sources: [Source] = []
    for file in try files(under: [path]) {
      let source = try source(file)
      sources.append(source)
      guard let node = Node.read(source, log: &log), let year = shelf.read(node, log: &log) else { continue }
      merged = merged?.merging(year) ?? year
    }
    if sources.isEmpty { log.report(Diagnostic(.noCalendar, at: nil, ["path": path])) }
    return (merged, sources)
  }
}

/// Reads calendars that are to stand beside each other: each year has one, and the zone of each is one that there is.
struct CalendarShelf {
  private var years: [Int: Span] = [:]

  mutating func read(_ node: Node, log: inout DiagnosticLog) -> WorkCalendar? {
    guard let calendar = WorkCalendar.read(node, log: &log) else { return nil }
    if let zone = node["zone"], CivilZone(region: calendar.zone) == nil {
      log.report(Diagnostic(.unknownZone, at: zone.span, ["zone": calendar.zone]))
    }
    let place = (node["year"] ?? node["covers"] ?? node).span
    for year in calendar.years.sorted() {
      guard let other = years.updateValue(place, forKey: year) else { continue }
      log.report(
        Diagnostic(
          .twoCalendars, at: place, ["year": "\(year)"], notes: [Note(.otherCalendar, at: other)]))
    }
    return calendar
  }
}
