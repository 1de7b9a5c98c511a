/// A stage that waits for nothing but the rules: casework evaluates, and says `auto_complete`.
public struct AutomaticTask: Sendable, Hashable {
  public let `case`: CaseID
  public let stage: StageID
}
