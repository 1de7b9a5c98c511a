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
  /// When it came in, if that was before it was entered here (系统接收时间、到达邮戳日), and who entered it.
  public internal(set) var receivedAt: Instant?
  public internal(set) var registeredBy: ActorID?
  /// Anonymous, but with evidence: passed on to be looked into, and holding nothing.
  public internal(set) var isClue: Bool?
  /// Until when it has to be said whether it is admitted; `nil`: it needs no admission.
  public internal(set) var admissionDeadline: Deadline?
  public internal(set) var admission: Admission?
  /// What each of those who look into it has found so far.
  public internal(set) var findings: [Settlement]?
  public internal(set) var prolongation: Prolongation?
  /// Taken back by the one who raised it; it is looked into all the same.
  public internal(set) var withdrawnAt: Instant?
  public internal(set) var isOverdue: Bool?

  public struct Settlement: Sendable, Hashable, Codable {
    public let by: ActorID
    public let at: Instant
    public let isFounded: Bool
    public let reason: String?
    /// 部分成立, or given up after it was taken back; `nil`: as `isFounded` says.
    public var other: Other?

    public enum Other: String, Sendable, Hashable, Codable {
      case partly, dropped
    }

    func agrees(with other: Settlement) -> Bool { isFounded == other.isFounded && self.other == other.other }
  }

  /// 受理, or 不予受理.
  public struct Admission: Sendable, Hashable, Codable {
    public let by: ActorID
    public let at: Instant
    public let isAdmitted: Bool
    /// It is about something that would be a veto: it has to be cleared up, whatever becomes of the objection.
    public let touchesVeto: Bool
    public let reason: String?
  }

  /// 延长, of which those concerned are told.
  public struct Prolongation: Sendable, Hashable, Codable {
    public let by: ActorID
    public let at: Instant
    public let reason: String?
  }

  init(
    number: Int, stage: StageID, opening: Int, by objector: ActorID, at instant: Instant, isNamed: Bool, evidence: Int,
    text: String?, against: ActorID?, settlers: [ActorID], settlingStage: StageID, isRecordedOnly: Bool
  ) {
    self.number = number
    self.stage = stage
    self.opening = opening
    by = objector
    at = instant
    self.isNamed = isNamed
    self.evidence = evidence
    self.text = text
    self.against = against
    self.settlers = settlers
    self.settlingStage = settlingStage
    self.isRecordedOnly = isRecordedOnly
    deadline = nil
    settlement = nil
  }

  /// It holds the case: received, and neither dismissed nor settled.
  public var isOpen: Bool {
    settlement == nil && !isRecordedOnly && isClue != true && admission?.isAdmitted != false
  }

  /// What is running: the time to admit it, or the time to look into it.
  public var runningDeadline: Deadline? {
    guard isOpen else { return nil }
    return admissionDeadline != nil && admission == nil ? admissionDeadline : deadline
  }

  public var awaitsAdmission: Bool { isOpen && admissionDeadline != nil && admission == nil }
}
