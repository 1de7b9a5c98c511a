/// One line of the log: `verb actor -> actor stage`.
public struct LogEntry: Sendable, Hashable, Codable {
  public let verb: String
  public let actor: ActorID
  public let whom: ActorID?
  public let stage: StageID?

  public init(_ verb: String, _ actor: ActorID, whom: ActorID? = nil, stage: StageID? = nil) {
    self.verb = verb
    self.actor = actor
    self.whom = whom
    self.stage = stage
  }

  public var description: String {
    [verb, actor.rawValue, whom.map { "-> \($0)" }, stage?.rawValue].compactMap { $0 }.joined(separator: " ")
  }
}
