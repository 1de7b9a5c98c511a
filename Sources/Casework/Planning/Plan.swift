public import Diagnostics
public import Workflow

/// The timetable of a round that has not begun, with the files that it was reckoned from.
public struct Plan: Sendable {
  public let timetable: Timetable
  public let workflow: Source
  public let calendars: [Source]
}
