public import Evaluation
public import Records
public import Workflow
public import Outcomes

/// All that there is to know about one nominee: the record, what the rules say of it, its place, and its way.
public struct Dossier: Sendable {
  public let record: Record
  public let assessment: Assessment
  /// What has come of it by now: what the evaluation said, what the selection made of it, what the workflow decided.
  public let outcome: Outcome
  public let ranked: Ranked?
  /// 五、程序; `nil` before a workflow has run.
  public let history: History?
  /// What was done about the case outside its stages, in the order of time.
  public let sideActs: [SideAct]
  /// Who everybody in the history is.
  public let people: [ActorID: Person]
  /// Of a second nomination: the one that it was merged into by the rules; `nil` where the workflow did it, too.
  public let merger: Merger?

  public init(
    record: Record, assessment: Assessment, outcome: Outcome, ranked: Ranked?, history: History? = nil,
    sideActs: [SideAct] = [], people: [ActorID: Person] = [:], merger: Merger? = nil
  ) {
    self.record = record
    self.assessment = assessment
    self.outcome = outcome
    self.ranked = ranked
    self.history = history
    self.sideActs = sideActs
    self.people = people
    self.merger = merger
  }
}
