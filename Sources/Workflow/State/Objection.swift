/// An objection and what became of it.
public struct Objection: Sendable, Hashable, Codable {
  /// In the order they came, from 1.
  public let number: Int
  public internal(set) var stage: StageID
  public let opening: Int
  public let by: ActorID
  public let at: Instant
  public let isNamed: Bool
  public let evidence: Int
  public let text: String?
  public let against: ActorID?
  /// Who settles it.
  public let settlers: [ActorID]
  public internal(set) var settlingStage: StageID
  /// Anonymous and without evidence: on record only.
  public let isRecordedOnly: Bool
  public internal(set) var deadline: Deadline?
  public internal(set) var settlement: Settlement?

  public struct Settlement: Sendable, Hashable, Codable {
    public let by: ActorID
    public let at: Instant
    public let isFounded: Bool
    public let reason: String?
  }

  public var isOpen: Bool { settlement == nil && !isRecordedOnly }
}
