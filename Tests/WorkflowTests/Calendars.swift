import Diagnostics
import Foundation
import Testing
import YAML

@testable import Workflow

/// The calendars of the checkout, as casework would merge them.
enum Calendars {
  static func read() throws -> WorkCalendar {
    var calendar: WorkCalendar?
    for year in 2024...2026 {
      var log = DiagnosticLog()
      let file = SharedFiles.checkout.appending(path: "calendars/中国-\(year).yaml")
      let node = try #require(try SharedFiles.node(file, log: &log))
      let read = try #require(WorkCalendar.read(node, log: &log))
      #expect(log.diagnostics.isEmpty, "\(log.diagnostics.map { $0.text(.zh) })")
      calendar = calendar?.merging(read) ?? read
    }
    return try #require(calendar)
  }
}
