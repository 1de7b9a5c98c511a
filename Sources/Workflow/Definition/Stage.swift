public import Diagnostics

/// One stage of a workflow: who does what, until when, and what comes of it.
public struct Stage: Sendable, Hashable {
  public let id: StageID
  /// Where its id is written.
  public let span: Span
  public var kind: Kind
  /// For people: 受理初审.
  public var name: String?
  /// The clause that asks for it: 第二十八条.
  public var basis: String?
  public var scope: Scope
  public var who: [Assignee]
  public var next: Target?
  public var nextSpan: Span?
  public var onReject: Action?
  /// The rules are run when the stage is finished, with what is due by then.
  public var phase: Phase?
  /// The outcome of the cases that pass: 命名 gives `named`.
  public var gives: Outcome?
  public var due: DueRule?
  /// 催办: the first time it is due, those who are late are reminded and have so much longer.
  public var grace: TimeSpan?
  public var onDue: DueAction?
  /// What the common deadline does, where `due` names one.
  public var onUntil: DueAction?
  public var escalateTo: [Assignee]
  public var clock: ClockRule
  public var remind: Int?
  public var urgesPerDay: Int?
  public var returns: ReturnRule
  public var recusal: RecusalRule
  public var minSigners: Int
  public var mayCancel: [Assignee]
  /// What becomes of cases held on the way when this round stage is passed (归档): `pending: cancelled`.
  public var closes: [Hold: Outcome]

  public init(id: StageID, span: Span, kind: Kind) {
    self.id = id
    self.span = span
    self.kind = kind
    name = nil
    basis = nil
    scope = .case
    who = []
    next = nil
    nextSpan = nil
    onReject = nil
    phase = nil
    gives = nil
    due = nil
    grace = nil
    onDue = nil
    onUntil = nil
    escalateTo = []
    clock = .restart
    remind = nil
    urgesPerDay = nil
    returns = ReturnRule()
    recusal = RecusalRule()
    minSigners = 1
    mayCancel = []
    closes = [:]
  }

  /// What kind of stage it is, with what only that kind has.
  public enum Kind: Sendable, Hashable {
    case form
    case approve(Approval)
    case vote(Ballot)
    case score(Scoring)
    /// Casework runs the rules; nobody is asked.
    case rules
    case notice(Notice)
    /// Reached by an objection only.
    case objection(onFounded: Action)
    case choice([Branch])
    case split(Split)
    case join
    case subflow(String, onChildRejected: Action?)
    case cc
    /// After the end: the yearly review of a title.
    case manage
  }

  /// Whether it acts on one nominee, or once for the whole batch.
  public enum Scope: String, Sendable, Hashable, Codable, CaseIterable {
    case `case`, round
  }

  /// What holds a case on its way without holding the others.
  public enum Hold: String, Sendable, Hashable, Codable, CaseIterable, CodingKeyRepresentable {
    case objection, suspension, pending, reserve
  }

  var isForm: Bool { if case .form = kind { true } else { false } }
  var isGateway: Bool {
    switch kind {
    case .choice, .split, .join, .cc: true
    default: false
    }
  }
}

/// 顺签, 会签, 或签.
public struct Approval: Sendable, Hashable {
  public enum Mode: String, Sendable, Hashable, Codable, CaseIterable {
    case sequential, all, any
  }

  /// A role gives all its members, or one slot that any one of them takes.
  public enum Expansion: String, Sendable, Hashable, Codable, CaseIterable {
    case allMembers = "all_members"
    case onePerRole = "one_per_role"
  }

  public enum SelfApproval: String, Sendable, Hashable, Codable, CaseIterable {
    case superior, skip, allow, incident
  }

  public var mode = Mode.all
  /// How the act is called: `approve`, `confirm`, `publish`, `name`, `archive`.
  public var act = Verb.approve
  public var expansion = Expansion.allMembers
  public var dedups = true
  public var stopWhen: GuardText?
  public var needsClaim = false
  public var takeBack: TakeBack?
  public var redelegates = false
  public var selfApproval = SelfApproval.superior
  public var signedFields: [String] = []
  /// Everybody is heard before a rejection takes effect.
  public var collectsAll = false
  /// Who has not answered when time is up leaves the facts open (待核); it is never taken for agreement.
  public var noReplyIsPending = false
  /// The rules make the list (排名, 入围) that is confirmed here.
  public var confirmsRanking = false
  public var mayAdd: [Assignee] = [.signers]
  public var mayRemove: [Assignee] = []
  public var excludesDeciders = false
  public var alternates: [ActorID] = []

  public enum TakeBack: String, Sendable, Hashable, Codable, CaseIterable {
    case never
    case untilNextActs = "until_next_acts"
  }

  public init() {}
}

/// 票签 and 票决.
public struct Ballot: Sendable, Hashable {
  public enum Base: String, Sendable, Hashable, Codable, CaseIterable {
    case eligible, present, cast
    case castWithoutAbstain = "cast_without_abstain"
    case weight
  }

  /// `more_than: 1/2, of: eligible`, always written out.
  public struct Threshold: Sendable, Hashable {
    public let share: Fraction
    public let isStrict: Bool
    public let base: Base

    func isMet(by count: Int, of base: Int) -> Bool {
      let order = share.compare(count, of: base)
      return isStrict ? order > 0 : order >= 0
    }
  }

  public enum Rule: Sendable, Hashable {
    case threshold(Threshold)
    case expression(GuardText)
  }

  /// What is voted on in a round: each case, or the list as a whole.
  public enum Subject: String, Sendable, Hashable, Codable, CaseIterable {
    case each, list
  }

  /// Who counts: a fixed actor or those of a role.
  public var rule: Rule?
  public var attendance: Threshold?
  public var isSecret = false
  public var decidesEarly = true
  public var teller: [Assignee] = []
  public var subject = Subject.each
  public var weights: [ActorID: Int] = [:]
  public var chairLast = false
  public var seats: Amount?
  public var maxChoices: Amount?
  public var runsOff = false
  /// 赞成票, 排名, 同分键, 再次投票: how seats are given out if more pass than there are seats. Evaluation does it.
  public var moreThanSeats: [SeatKey] = []
  public var forbidsProxies = false
  /// The teller reports how many are entitled and present; nobody is asked by name (支委会, 班组民主评议).
  public var isReported = false
  /// 缓议: how often the session may end undecided, and by when it meets again. `nil`: no limit.
  public var maxAdjournments: Int?
  public var adjournedFor: TimeSpan?
  /// Below so many who are not recused, nobody may vote.
  public var minElectors = 1
  /// Whether who stands back is no longer counted among 应到.
  public var recusedLeave = true
  public var alternates: [ActorID] = []
  /// Ties that the ranking left at the line are decided here.
  public var decidesTies = false

  public enum SeatKey: String, Sendable, Hashable, Codable, CaseIterable {
    case yesVotes = "yes_votes"
    case rank
    case tieBreak = "tie_break"
    case runOff = "run_off"
  }

  public init() {}
}

/// A number written out, or a parameter of the rule set that casework knows, such as 名额.
public enum Amount: Sendable, Hashable, Codable {
  case number(Int)
  case parameter(String)
}

/// Experts give points; the field of the record is written when the stage is finished.
public struct Scoring: Sendable, Hashable {
  public var field: String
  /// Fewer valid ones, and nothing is scored.
  public var minValid: Int
  /// How many of the highest and of the lowest are left out; the rule set does it, the page shows it.
  public var dropsHighest: Int
  public var dropsLowest: Int
  public var max: Int
  public var alternates: [ActorID]
}

/// 公示: nobody is asked, time passes, everybody may object.
public struct Notice: Sendable, Hashable {
  public var days = TimeSpan.workingDays(5)
  public var counting: Counting?
  public var endsAt: ClockTime?
  public var objectionTo: [Assignee] = []
  /// Where an objection is looked into; without one, in the notice itself.
  public var objectionStage: StageID?
  /// An interruption of so many working days starts the notice again.
  public var restartAfter: Int?
  public var onFounded: Action?
  public var restartsOnChange = false
  public var recordsAnonymousOnly = false

  public init() {}
}

public struct Branch: Sendable, Hashable {
  /// `nil` where nothing is asked: the default, or a branch of a parallel split.
  public let when: GuardText?
  public let isDefault: Bool
  public let next: StageID
  public let span: Span
}

public struct Split: Sendable, Hashable {
  public let isInclusive: Bool
  public let branches: [Branch]
  public let join: StageID?
}

/// When a stage is late: a period from its entry or a fixed instant; and a common deadline that ends it.
public struct DueRule: Sendable, Hashable {
  public var within: TimeSpan?
  public var at: Instant?
  /// The period begins no earlier than this common deadline (初审 begins when 推荐 has closed).
  public var notBefore: String?
  public var until: String?
  public var counting: Counting?

  public init(
    within: TimeSpan? = nil, at: Instant? = nil, notBefore: String? = nil, until: String? = nil,
    counting: Counting? = nil
  ) {
    self.within = within
    self.at = at
    self.notBefore = notBefore
    self.until = until
    self.counting = counting
  }
}

/// What lateness does; there is none that approves.
public enum DueAction: Sendable, Hashable, Codable {
  case end(Outcome?)
  case go(StageID)
  case escalate
}

public enum ClockRule: String, Sendable, Hashable, Codable, CaseIterable {
  case restart
  case pauseWhileReturned = "pause_while_returned"
}

/// 退回补正.
public struct ReturnRule: Sendable, Hashable {
  public enum Policy: String, Sendable, Hashable, Codable, CaseIterable {
    case runAgain = "run_again"
    case resumeHere = "resume_here"
  }

  public var limit: Int?
  public var within: TimeSpan?
  /// What comes of it if nothing is handed in within that time: 视为撤回.
  public var overdue: Outcome?
  /// What comes of it if papers are still missing after the last return: 不予受理.
  public var exhausted: Outcome?
  public var policy = Policy.runAgain

  public init() {}
}

/// 回避.
public struct RecusalRule: Sendable, Hashable {
  /// Who is of the nominee's company is left out without being asked.
  public var sameCompany = false
  public var declared = false
  /// Who may order somebody else to stand back.
  public var orderedBy: [Assignee] = []

  public init() {}
}
