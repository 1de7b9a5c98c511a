public import Diagnostics

public struct Branch: Sendable, Hashable {
  /// `nil` where nothing is asked: the default, or a branch of a parallel split.
  public let when: GuardText?
  public let isDefault: Bool
  public let next: Target
  public let span: Span

  /// The stage that it leads to, and where that is written; `nil` where it leads to the end.
  var way: (id: StageID, span: Span?)? { next.stage.map { ($0, span) } }
}

public struct Split: Sendable, Hashable {
  public let isInclusive: Bool
  public let branches: [Branch]
  public let join: StageID?
}
