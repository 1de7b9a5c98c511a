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

  public init(
    record: Record, assessment: Assessment, outcome: Outcome, ranked: Ranked?, history: History? = nil
  ) {
    self.record = record
    self.assessment = assessment
    self.outcome = outcome
    self.ranked = ranked
    self.history = history
  }
}
