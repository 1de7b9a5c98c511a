/// The stages of one award, as a workflow file states them (`workflows/党员示范企业.yaml`).
public struct WorkflowDefinition: Sendable, Hashable {
  public var name: String?
  public var version: Int
  /// In the order of the file; the first one is where every case begins.
  public var stages: [Stage] { didSet { index = nil } }
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
  /// Sub-flows by name. Of a flow only its name, its stages and its own flows count; all else holds for the whole file.
  public var flows: [String: WorkflowDefinition] { didSet { index = nil } }
  public var listeners: [Listener]
  public var pending: PendingRule?
  public var reserve: ReserveRule?
  /// After 命名: the yearly review, warning, suspension and revocation of the title; reached from there only.
  public var afterwards: StageID?

  /// Made when the definition is put on a shelf; it holds nothing that does not stand here.
  var index: StageIndex?

  /// - Parameter version: counts up; a round keeps the one with which it began.
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

  /// The form in which a case begins, and to which a rejection goes back by default.
  public var firstForm: Stage? { stages.first { $0.isForm } }
}
