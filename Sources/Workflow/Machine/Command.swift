/// What somebody wants done: a step of an acts file without who and when.
@dynamicMemberLookup
public struct Command: Sendable, Hashable, Codable {
  private var box: Box<Fields>

  public init(
    _ act: Act, case: CaseID? = nil, stage: StageID? = nil, id: String? = nil, ifVersion: Int? = nil,
    reason: String? = nil, data: [String: Datum] = [:]
  ) {
    box = Box(
      Fields(act: act, case: `case`, stage: stage, id: id, ifVersion: ifVersion, reason: reason, data: data))
  }

  public subscript<Member>(dynamicMember path: KeyPath<Fields, Member>) -> Member {
    @inline(__always) get { box.value[keyPath: path] }
  }

  public subscript<Member>(dynamicMember path: WritableKeyPath<Fields, Member>) -> Member {
    @inline(__always) get { box.value[keyPath: path] }
    @inline(__always) _modify {
      if !isKnownUniquelyReferenced(&box) { box = Box(box.value) }
      yield &box.value[keyPath: path]
    }
  }

  public struct Fields: Sendable, Hashable, Codable {
    public var act: Act
    /// The case that it is about; without one, the round (or the only case).
    public var `case`: CaseID?
    /// Which of several open stages is meant; mostly there is but one.
    public var stage: StageID?
    /// The same id with the same content is the same act.
    public var id: String?
    /// The version of the picture on which it was decided.
    public var ifVersion: Int?
    public var reason: String?
    /// Merged into the case's data; for a round, into that of each of its cases.
    public var data: [String: Datum]

    /// "" is no reason.
    var statedReason: String? {
      guard let reason, reason.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else { return nil }
      return reason
    }
  }

  public init(from decoder: any Decoder) throws { box = Box(try Fields(from: decoder)) }

  public func encode(to encoder: any Encoder) throws { try box.value.encode(to: encoder) }

  public enum Act: Sendable, Hashable, Codable {
    /// A round of these cases, or these cases join it; none: a case on its own.
    indirect case start(nominations: [CaseID: Nomination], subject: ActorID?)
    case submit
    /// `approve`, or what the stage calls it; `for`: as this one's proxy.
    case sign(Verb, for: ActorID?, override: Bool)
    case reject
    case sendBack(to: StageID)
    case withdraw
    case takeBack
    case transfer(to: ActorID)
    case delegate(to: ActorID)
    case resolve(opinion: String?)
    case setProxy(to: ActorID)
    case addSigners([Assignee])
    case removeSigners([Assignee])
    case claim(slot: RoleName?)
    case unclaim
    case cast(Vote)
    case checkIn([ActorID])
    case openVote
    case closeVote
    case adjourn
    indirect case paperResult(PaperResult)
    case writtenOpinion(String)
    case queryTally
    /// Nobody named: oneself.
    case recuse([Assignee])
    /// A decimal number as it was given.
    case score(String)
    case urge
    indirect case object(named: Bool, evidence: Int, against: ActorID?, text: String?)
    case settleObjection(number: Int?, isFounded: Bool)
    /// Entered for somebody else, and received at another time than now.
    indirect case registerObjection(ReceivedObjection)
    case admitObjection(number: Int?, touchesVeto: Bool)
    case dismissObjection(number: Int?)
    case prolongObjection(number: Int?)
    case withdrawObjection(number: Int?)
    indirect case settleOtherwise(number: Int?, Objection.Settlement.Other)
    case decideRecusal(of: ActorID, isGranted: Bool)
    indirect case draw(Draw)
    case merge(into: CaseID)
    /// Who attends from elsewhere, and of whom two factors say that it is he.
    indirect case checkInRemote(present: [ActorID], remote: [ActorID], verified: [ActorID])
    case amendNotice
    case endNotice
    case appeal
    case suspend
    case resume
    case terminate
    case cancelStage(StageID)
    case autoComplete(taskOf: ActorID?)
    case handover(of: ActorID, to: ActorID)
    case assign(taskOf: ActorID, to: ActorID)
    case setData
    case retry
    case changeOrganization(roles: [RoleName: [ActorID]])
    indirect case migrate(toVersion: Int, mapping: [StageID: StageID])
    /// The time has come to look at the deadlines.
    case tick
    /// The seat of this case has fallen free: the next in rank takes it (递补).
    case fillReserve
    // 动态管理, of a title that has been given.
    case reviewTitle
    case warnTitle
    case suspendTitle
    /// Lifts a warning or a suspension.
    case restoreTitle
    case openRevocation
    indirect case decideRevocation(PaperResult)
  }
}

/// An objection that came by letter, by mail or at the counter.
public struct ReceivedObjection: Sendable, Hashable, Codable {
  public let objector: ActorID
  /// The system's time of receipt, or the postmark.
  public let receivedAt: Instant
  public let isNamed: Bool
  public let evidence: Int
  public let against: ActorID?
  public let text: String?
}
