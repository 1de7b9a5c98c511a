/// One activation of a split: its join counts these branches and no others. The child of a sub-flow is one as well, with
/// a single branch; its stage is split and join in one.
public struct Fork: Sendable, Hashable, Codable {
  public let number: Int
  public internal(set) var split: StageID
  public internal(set) var join: StageID
  public internal(set) var branches: [State]
  /// The branch in which the split itself stands.
  public let outer: BranchKey?
  public internal(set) var isDone: Bool

  /// A sub-flow's child, alive in the stage that holds it.
  public var isChild: Bool { split == join }

  public enum State: String, Sendable, Hashable, Codable {
    case running, arrived, dead
  }
}

public struct BranchKey: Sendable, Hashable, Codable {
  public let fork: Int
  public let index: Int
}
