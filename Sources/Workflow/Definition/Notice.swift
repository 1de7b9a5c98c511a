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
  /// Anonymous ones with evidence are no objections; they are passed on to these (纪检), who look into them.
  public var cluesTo: [Assignee] = []
  /// The field that gets the day of posting: 公示起日.
  public var postedField: String?

  public init() {}
}
