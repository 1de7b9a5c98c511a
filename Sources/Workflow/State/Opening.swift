/// One time that a stage is open: its list of those asked, frozen when it was made, and all that happened in it.
///
/// Nothing of it is ever deleted; a stage that is entered again has another opening.
public struct Opening: Sendable, Hashable, Codable {
  /// Counts the openings of its case, or of the round.
  public let number: Int
  public let stage: StageID
  public let enteredAt: Instant
  /// The cases that it is about; for a stage of one case, that case.
  public internal(set) var cases: [CaseID]
  public internal(set) var slots: [Slot]
  public internal(set) var vote: VoteSession?
  /// 公示: one clock for each case.
  public internal(set) var clocks: [CaseID: NoticeClock]
  public internal(set) var deadline: Deadline?
  /// The common deadline that ends it, such as 推荐截止.
  public internal(set) var cutoff: Deadline?
  public internal(set) var isCutOff: Bool
  /// Why a case went on, and when.
  public internal(set) var departures: [CaseID: Leaving]
  public internal(set) var ending: Ending?
  public internal(set) var endedAt: Instant?
  /// The branch of a split in which it stands.
  public internal(set) var branch: BranchKey?
  /// Opened by a return: who signed the stage before is not skipped.
  public internal(set) var isAfterReturn: Bool
  /// Reminders sent, per day urged, whether overdue has been logged.
  public internal(set) var reminders: Int
  public internal(set) var lastRemindedOn: Day?
  public internal(set) var urges: [Day: Int]
  public internal(set) var isOverdue: Bool
  /// What comes of it when the deadline passes unanswered after a return: 视为撤回.
  public internal(set) var overdueOutcome: Outcome?

  public enum Ending: String, Sendable, Hashable, Codable {
    case passed, rejected, returned, withdrawn, ended, cancelled
  }

  public struct Leaving: Sendable, Hashable, Codable {
    public let how: Event.Departure
    public let at: Instant
  }

  init(
    number: Int, stage: StageID, at instant: Instant, cases: [CaseID], slots: [Slot] = [], branch: BranchKey? = nil,
    isAfterReturn: Bool = false
  ) {
    self.number = number
    self.stage = stage
    enteredAt = instant
    self.cases = cases
    self.slots = slots
    vote = nil
    clocks = [:]
    deadline = nil
    cutoff = nil
    isCutOff = false
    departures = [:]
    ending = nil
    endedAt = nil
    self.branch = branch
    self.isAfterReturn = isAfterReturn
    reminders = 0
    lastRemindedOn = nil
    urges = [:]
    isOverdue = false
    overdueOutcome = nil
  }

  public var isOpen: Bool { ending == nil }
  /// Those who have not gone on.
  public var remaining: [CaseID] { cases.filter { departures[$0] == nil } }
  var approvals: Int { slots.count { $0.signature?.verb.isApproval == true && $0.ending == .approved } }
  var rejections: Int { slots.count { $0.ending == .rejected } }
  var openSlots: Int { slots.count { $0.ending == nil } }
}

/// A place in the list of those asked: who holds it, and what became of it.
public struct Slot: Sendable, Hashable, Codable {
  public let index: Int
  /// Whoever may take it, if nobody holds it yet; in the order of the list.
  public internal(set) var candidates: [ActorID]
  public internal(set) var holder: ActorID?
  /// As what he is asked: 评选办复核人.
  public internal(set) var role: RoleName?
  /// Sequential: whether his turn has come.
  public internal(set) var isAsked: Bool
  /// `nil`: still to be done.
  public internal(set) var ending: Ending?
  public internal(set) var signature: Signature?
  /// Who has it in hand for the holder, and answers to him.
  public internal(set) var delegates: [ActorID]
  public internal(set) var opinions: [Opinion]
  /// Asked besides the holder, who is late.
  public internal(set) var escalatedTo: [ActorID]
  /// Nobody could take it over; an administrator has to assign it.
  public internal(set) var isParked: Bool
  /// Told that he is late, so that it is logged once.
  public internal(set) var isOverdue: Bool
  /// What he gave: 专家评分.
  public internal(set) var score: String?

  /// How a task ended. None is ever deleted.
  public enum Ending: String, Sendable, Hashable, Codable {
    case approved, rejected, returned, abstained
    case closedByPeer = "closed_by_peer"
    case expired, removed, recused, cancelled, migrated
  }

  public struct Opinion: Sendable, Hashable, Codable {
    public let by: ActorID
    public let text: String?
    public let at: Instant
  }

  init(index: Int, candidates: [ActorID], holder: ActorID?, role: RoleName?, isAsked: Bool) {
    self.index = index
    self.candidates = candidates
    self.holder = holder
    self.role = role
    self.isAsked = isAsked
    ending = nil
    signature = nil
    delegates = []
    opinions = []
    escalatedTo = []
    isParked = false
    isOverdue = false
    score = nil
  }

  var isOpen: Bool { ending == nil && isAsked && !isParked }
  /// The one who is out of the way because somebody else decided.
  var isClosedUnacted: Bool {
    switch ending {
    case .closedByPeer, .expired, .removed, .recused, .cancelled, .returned: signature == nil
    case .approved, .rejected, .abstained, .migrated, nil: false
    }
  }
}

/// Who acted, as what, for whom, when, and what he said.
public struct Signature: Sendable, Hashable, Codable {
  public let actor: ActorID
  /// As it stood when he acted.
  public let name: String?
  public let title: String?
  public let role: RoleName?
  public let onBehalfOf: ActorID?
  public let verb: Verb
  public let at: Instant
  public let reason: String?
  /// What he filled in: a department's answers.
  public let data: [String: Datum]
}

/// When something is due. A provisional one lies in a year without a calendar: it fires nothing until it is reckoned anew.
public struct Deadline: Sendable, Hashable, Codable {
  public internal(set) var due: Instant
  public internal(set) var isProvisional: Bool
  /// From when, so that it can be reckoned again.
  public let from: Instant
  public let within: TimeSpan?
  public let counting: Counting
  /// While the papers are with the applicant, or the case is suspended, it does not run.
  public internal(set) var pausedAt: Instant?
}

/// A vote: who is present, whether it is open, and what was counted.
public struct VoteSession: Sendable, Hashable, Codable {
  /// 1, and one more after each adjournment, void count or run-off.
  public internal(set) var number: Int
  /// Who opens it, closes it and reports the count; empty where ballots are simply cast.
  public internal(set) var tellers: [ActorID]
  /// Asked when all others have voted.
  public internal(set) var chair: ActorID?
  public internal(set) var present: [ActorID]
  public internal(set) var isOpen: Bool
  public internal(set) var hasOpened: Bool
  /// Who cast a ballot; of a secret one, that and nothing more.
  public internal(set) var took: [ActorID]
  /// Open votes only.
  public internal(set) var votes: [ActorID: Vote]
  public internal(set) var writtenOpinions: Int
  public internal(set) var adjournments: Int
  /// The cases voted on; in a run-off only the tied.
  public internal(set) var subjects: [CaseID]
  public internal(set) var isRunOff: Bool
  public internal(set) var seatsLeft: Int?
  /// Who does not vote on a case, besides those who left the list altogether.
  public internal(set) var recusedFrom: [CaseID: [ActorID]]
  public internal(set) var tally: Tally?
  /// Each case's votes in the last count in which it stood.
  public internal(set) var caseTallies: [CaseID: Tally]
  public internal(set) var standings: [CaseID: Standing]
  public internal(set) var isVoid: Bool
  /// Earlier counts: void ones, those before a run-off.
  public internal(set) var earlier: [Tally]

  public enum Standing: String, Sendable, Hashable, Codable {
    case elected
    case notElected = "not_elected"
    case runOff = "run_off"
    /// Passed, and no seat left.
    case reserve
  }

  init() {
    number = 1
    tellers = []
    chair = nil
    present = []
    isOpen = false
    hasOpened = false
    took = []
    votes = [:]
    writtenOpinions = 0
    adjournments = 0
    subjects = []
    isRunOff = false
    seatsLeft = nil
    recusedFrom = [:]
    tally = nil
    caseTallies = [:]
    standings = [:]
    isVoid = false
    earlier = []
  }
}

/// 应到, 到会, 发出, 收回, 赞成, 反对, 弃权, 无效, 回避.
public struct Tally: Sendable, Hashable, Codable {
  public var eligible: Int
  public var present: Int
  public var issued: Int
  public var returned: Int
  public var count: Count
  public var recused: Int
  public var passed: Bool?
}

/// How much of a notice one case has served.
public struct NoticeClock: Sendable, Hashable, Codable {
  /// Posting, or the day after a settlement.
  public internal(set) var from: Day
  public internal(set) var counting: Counting
  /// Working days still to be served from `from` on.
  public internal(set) var daysLeft: Int
  public internal(set) var deadline: Deadline
  public internal(set) var heldSince: Instant?
  public internal(set) var restarts: Int
  public internal(set) var postedAt: Instant
}

/// An objection and what became of it.
public struct Objection: Sendable, Hashable, Codable {
  /// In the order they came, from 1.
  public let number: Int
  public let stage: StageID
  public let opening: Int
  public let by: ActorID
  public let at: Instant
  public let isNamed: Bool
  public let evidence: Int
  public let text: String?
  public let against: ActorID?
  /// Who settles it.
  public let settlers: [ActorID]
  public let settlingStage: StageID
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

/// Where the machine stopped, because going on would have meant to guess.
public struct Incident: Sendable, Hashable, Codable {
  public let stage: StageID
  public let cause: Cause
  /// The opening in which it happened, if one was open.
  public let opening: Int?
  /// The branch of a split in which it stands.
  public let branch: BranchKey?

  public enum Cause: Sendable, Hashable, Codable {
    case noAssignee, noSuccessor, noBranch, tooFewSigners, selfApproval
    case unknownName(String)

    public var code: String {
      switch self {
      case .noAssignee: "no_assignee"
      case .noSuccessor: "no_successor"
      case .noBranch: "no_branch"
      case .tooFewSigners: "too_few_signers"
      case .selfApproval: "self_approval"
      case .unknownName(let name): "unknown_name: \(name)"
      }
    }
  }
}

/// One activation of a split: its join counts these branches and no others.
public struct Fork: Sendable, Hashable, Codable {
  public let number: Int
  public let split: StageID
  public let join: StageID
  public internal(set) var branches: [State]
  /// The branch in which the split itself stands.
  public let outer: BranchKey?
  public internal(set) var isDone: Bool

  public enum State: String, Sendable, Hashable, Codable {
    case running, arrived, dead
  }
}

public struct BranchKey: Sendable, Hashable, Codable {
  public let fork: Int
  public let index: Int
}

/// After a return that says `resume_here`: where the case goes back to.
public struct ResumePoint: Sendable, Hashable, Codable {
  public let stage: StageID
  public let opening: Int
  /// The stage that it was sent back to.
  public internal(set) var from: StageID
  /// The data when it was sent back: earlier signatures lapse if what they stand for has changed.
  public let data: [String: Datum]
  /// Stages that have to sign again before, because what they signed for has changed.
  public internal(set) var lapsed: [StageID]
}

public struct Suspension: Sendable, Hashable, Codable {
  public let at: Instant
  public let before: Case.State
}
