public import Outcomes

/// One nominee's case: what is folded from its events.
@dynamicMemberLookup
public struct Case: Sendable, Hashable {
  private var box: Box<Fields>

  init(id: CaseID, nomination: Nomination) {
    box = Box(Fields(id: id, nomination: nomination))
  }

  public subscript<Member>(dynamicMember path: KeyPath<Fields, Member>) -> Member {
    @inline(__always) get { box.value[keyPath: path] }
  }

  package subscript<Member>(dynamicMember path: WritableKeyPath<Fields, Member>) -> Member {
    @inline(__always) get { box.value[keyPath: path] }
    @inline(__always) _modify {
      if !isKnownUniquelyReferenced(&box) { box = Box(box.value) }
      yield &box.value[keyPath: path]
    }
  }

  public subscript<Member>(dynamicMember path: KeyPath<Seldom, Member>) -> Member {
    @inline(__always) get { box.value.seldom.value[keyPath: path] }
  }

  package subscript<Member>(dynamicMember path: WritableKeyPath<Seldom, Member>) -> Member {
    @inline(__always) get { box.value.seldom.value[keyPath: path] }
    @inline(__always) _modify {
      if !isKnownUniquelyReferenced(&box) { box = Box(box.value) }
      if !isKnownUniquelyReferenced(&box.value.seldom) { box.value.seldom = Box(box.value.seldom.value) }
      yield &box.value.seldom.value[keyPath: path]
    }
  }

  public enum State: String, Sendable, Hashable, Codable, CaseIterable {
    case draft, running, suspended, approved, rejected, withdrawn, terminated, incident
    /// A round only.
    case ended

    public var isFinal: Bool {
      switch self {
      case .approved, .rejected, .withdrawn, .terminated, .ended: true
      case .draft, .running, .suspended, .incident: false
      }
    }
  }

  public struct Assessment: Sendable, Hashable, Codable {
    public internal(set) var stage: StageID
    public let phase: Phase?
    public let at: Instant
    public let result: RuleResult
  }

  public struct Submission: Sendable, Hashable, Codable {
    public let at: Instant
    public let by: ActorID
    /// Fields that are not what they were before.
    public let changed: [String]
  }

  /// What nearly every act looks at.
  public struct Fields: Sendable, Hashable {
    public let id: CaseID
    private let nominated: Box<Nomination>
    public internal(set) var state = State.draft
    public internal(set) var outcome: Outcome?
    /// The stage at which the outcome came.
    public internal(set) var outcomeStage: StageID?
    public internal(set) var data: [String: Datum] = [:]
    /// Of the stages of one case, in the order they were entered.
    public internal(set) var openings: [Opening] = []
    /// The round stage that it waits for or stands in.
    public internal(set) var arrivedAt: StageID?
    /// Round stages that it has served since it was last sent back behind them.
    public internal(set) var passed: [StageID] = []
    public internal(set) var rank: Int?
    public internal(set) var forks: [Fork] = []
    public internal(set) var suspension: Suspension?
    /// 待核: the stage that it may not enter, or in which somebody has to answer for it.
    public internal(set) var pendingAt: StageID?
    public internal(set) var appeals = 0
    public internal(set) var mergedInto: CaseID?
    /// When, and at which stage, it was given the title.
    public internal(set) var namedAt: Instant?
    public internal(set) var namedStage: StageID?
    /// +1 for each accepted command that changed something.
    public internal(set) var version = 0
    public internal(set) var endedAt: Instant?
    var seldom = Seldom.none

    init(id: CaseID, nomination: Nomination) {
      self.id = id
      nominated = Box(nomination)
      data = nomination.data
    }

    public var nomination: Nomination { nominated.value }
    public var openOpenings: [Opening] { openings.filter { $0.isOpen } }
  }

  /// What most acts leave alone; apart, so that a case is little to copy.
  public struct Seldom: Sendable, Hashable {
    public internal(set) var returns: [StageID: Int] = [:]
    public internal(set) var result: RuleResult?
    public internal(set) var results: [Assessment] = []
    /// Where it has stopped; several if it did in several branches.
    public internal(set) var incidents: [Incident] = []
    public internal(set) var objections: [Objection] = []
    public internal(set) var resume: ResumePoint?
    /// What somebody has answered for with a written reason.
    public internal(set) var acceptedReasons: [String]?
    /// Each time that it was handed in, and what was filled in.
    public internal(set) var submissions: [Submission] = []
    public internal(set) var recusals: [Recusal] = []
    public internal(set) var recusalRequests: [RecusalRequest] = []
    public internal(set) var revocations: [Revocation] = []
    /// How many of them have been voted on.
    public internal(set) var settledRevocations = 0
    /// What was done about the title since it was given.
    public internal(set) var titleActs: [TitleAct] = []

    public var incident: Incident? { incidents.first }

    static let none = Box(Seldom())
  }

  /// Held, it does not keep a round stage from opening.
  public var isHeld: Bool {
    self.suspension != nil || self.pendingAt != nil || self.outcome == .reserve
      || self.objections.contains { $0.isOpen }
  }

  /// 待核: somebody has to answer for the open facts with a written reason, or the facts have to come in.
  public var awaitsReason: Bool {
    self.openOpenings.contains { opening in
      opening.slots.contains { $0.isOpen && $0.role == PendingRule.slotRole }
    }
  }
}

/// 启动撤销: what came up against a title, and when. Deciding on it is 动态管理.
public struct Revocation: Sendable, Hashable, Codable {
  public let at: Instant
  public let by: ActorID
  public let stage: StageID
  public let reason: String?
}
