public import Diagnostics

/// The files that a round was carried out with, besides the rules, which name theirs themselves.
public struct Manifest: Sendable {
  public let workflow: Source
  public let records: Source
  public let acts: Source
  public let calendars: [Source]
}
