/// One activation of a split: its join counts these branches and no others.
public struct Fork: Sendable, Hashable, Codable {
  public let number: Int
  public let split: StageID
  public let join: StageID
  public internal(set) var branches: [State]
  /// The branch in which the split itself stands.
  public let outer: BranchKey?
  public internal(set) var isDone: Bool

  public enum State: String, Sendable, Hashable, Codable {
    case running, arrived, dead
  }
}

public struct BranchKey: Sendable, Hashable, Codable {
  public let fork: Int
  public let index: Int
}
