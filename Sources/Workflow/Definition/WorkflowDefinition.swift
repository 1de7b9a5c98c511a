public import Diagnostics

/// The stages of one award, as a workflow file states them (`workflows/党员示范企业.yaml`).
public struct WorkflowDefinition: Sendable, Hashable {
  public var name: String?
  public var version: Int
  /// In the order of the file; the first one is where every case begins.
  public var stages: [Stage]
  /// For deadlines and periods that say nothing else.
  public var counting: Counting
  /// When the last day of a period ends; by default with the office hours.
  public var endsAt: ClockTime?
  /// Common deadlines that stages refer to by name, such as 推荐截止.
  public var deadlines: [NamedDeadline]
  /// Who may start a round, and does what the office does.
  public var office: [Assignee]
  /// Who may assign, repair data, retry, suspend, terminate; not sign.
  public var administrators: [Assignee]
  /// Who may stop and resume besides the administrators, such as 纪检监督员.
  public var maySuspend: [Assignee]
  /// Who signed the stage before is skipped, but never after a return.
  public var dedupsConsecutive: Bool
  public var withdrawal: Withdrawal?
  public var appeal: AppealRule?
  /// Keys of the data; a second instance with equal values is refused by casework.
  public var uniqueBy: [String]
  public var flows: [String: WorkflowDefinition]
  public var listeners: [Listener]
  public var pending: PendingRule?
  public var reserve: ReserveRule?
  /// After 命名: the yearly review, warning, suspension and revocation of the title; reached from there only.
  public var afterwards: StageID?

  public init(stages: [Stage], version: Int = 1) {
    name = nil
    self.version = version
    self.stages = stages
    counting = .nextDay
    endsAt = nil
    deadlines = []
    office = [.role("office", sameCompany: false)]
    administrators = [.role("administrator", sameCompany: false)]
    maySuspend = []
    dedupsConsecutive = false
    withdrawal = nil
    appeal = nil
    uniqueBy = []
    flows = [:]
    listeners = []
    pending = nil
    reserve = nil
    afterwards = nil
  }

  public subscript(id: StageID) -> Stage? { stages.first { $0.id == id } }

  /// The form in which a case begins, and to which a rejection goes back by default.
  public var firstForm: Stage? { stages.first { $0.isForm } }
}

/// A common deadline: so long after the stage `from` has been passed.
public struct NamedDeadline: Sendable, Hashable, Codable {
  public let name: String
  public let from: StageID
  public let within: TimeSpan
  public let counting: Counting
}

/// Until when an applicant may take his application back, and what comes of it.
public struct Withdrawal: Sendable, Hashable, Codable {
  /// `nil`: until somebody else has acted. Otherwise until this stage has been entered.
  public let until: StageID?
  /// `nil`: the case is in draft again. Otherwise it ends so.
  public let outcome: Outcome?
  /// From the moment this stage has been passed, giving up means `cancelled`.
  public let givenUpAfter: StageID?
}

/// Against a rejection, decided by people who did not decide before.
public struct AppealRule: Sendable, Hashable, Codable {
  public let within: TimeSpan
  public let times: Int
  public let stage: StageID
  public let onUpheld: Action
  public let onDismissed: Action
}

/// How a case with an open fact (待核) may go on.
public struct PendingRule: Sendable, Hashable, Codable {
  /// The last stage that it may reach.
  public let mayPassUntil: StageID
  /// Who answers for it with a written reason, as 评选办主任.
  public let by: [Assignee]
  /// Stages that it must not enter.
  public let stopsBefore: [StageID]
}

/// 递补: who takes a seat that falls free.
public struct ReserveRule: Sendable, Hashable, Codable {
  /// Working days after the end of the notice during which a seat may be filled again.
  public let within: TimeSpan
  public let rounds: Int
  /// The notice that the one who steps up still needs.
  public let stage: StageID
}

public struct Listener: Sendable, Hashable, Codable {
  public let event: String
  public let call: String
}

/// One of those whom a stage asks.
public enum Assignee: Sendable, Hashable, Codable {
  case actor(ActorID)
  /// All who hold a role; with `sameCompany` only those of the case's company. A case's own roles go before.
  case role(RoleName, sameCompany: Bool)
  case superior(of: ActorID)
  case initiator
  /// Who has a slot in this round of the stage.
  case signers
}

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

  var stage: StageID? { if case .stage(let id) = self { id } else { nil } }
}

/// A FEEL text that casework evaluates, and the machine never does.
public struct GuardText: Sendable, Hashable {
  public let fragment: Fragment
  public var text: String { fragment.text }
}
