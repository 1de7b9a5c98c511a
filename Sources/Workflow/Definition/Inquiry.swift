/// 异议核查: how an objection is admitted, looked into and decided.
public struct Inquiry: Sendable, Hashable {
  /// What comes of the case when the objection is founded.
  public var onFounded = Action.end(nil)
  /// Whether it is admitted has to be said within this time; `nil`: it needs no admission.
  public var admission: TimeSpan?
  /// By how much the time for a difficult one can be prolonged, once, which those concerned are told.
  public var prolongation: TimeSpan?
  /// So many have to come to the same finding.
  public var minSettlers = 1
  /// What is founded in part is a matter of facts: they are put right, the rules are run again, and the notice restarts.
  public var partlyRunsRules = false

  public init() {}
}
