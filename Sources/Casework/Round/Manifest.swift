public import Diagnostics

/// The files that a round was carried out with, besides the rules, which name theirs themselves.
public struct Manifest: Sendable {
  public let workflow: Source
  public let records: Source
  /// `nil`: the acts are those of a store.
  public let acts: Source?
  /// The hash of the last entry of the store's log, where the acts are its.
  public let log: String?
  public let calendars: [Source]
  /// The registers of earlier rounds.
  public internal(set) var earlier: [Source]

  init(
    workflow: Source, records: Source, acts: Source?, log: String? = nil, calendars: [Source], earlier: [Source] = []
  ) {
    self.workflow = workflow
    self.records = records
    self.acts = acts
    self.log = log
    self.calendars = calendars
    self.earlier = earlier
  }
}
