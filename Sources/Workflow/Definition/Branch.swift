public import Diagnostics

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
