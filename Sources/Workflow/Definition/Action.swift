public import Outcomes

/// Where something leads: `end`, `end:withdrawn`, `return:apply`, `go:review`, `reopen:review`, `rules`.
public enum Action: Sendable, Hashable, Codable {
  /// The case ends as rejected, with the outcome given.
  case end(Outcome?)
  case sendBack(StageID)
  case go(StageID)
  case reopen(StageID)
  /// The reply stands on record, and the rules decide.
  case leaveToRules

  var target: StageID? {
    switch self {
    case .end, .leaveToRules: nil
    case .sendBack(let stage), .go(let stage), .reopen(let stage): stage
    }
  }
}

/// What comes after a stage.
public enum Target: Sendable, Hashable, Codable {
  case stage(StageID)
  case approved

  /// As it is written: the name of a stage, or `approved`.
  init(_ name: StageID) { self = name == Target.end ? .approved : .stage(name) }

  static let end = StageID("approved")

  var stage: StageID? { if case .stage(let id) = self { id } else { nil } }
}
