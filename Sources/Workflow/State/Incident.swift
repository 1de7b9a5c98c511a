/// Where the machine stopped, because going on would have meant to guess.
public struct Incident: Sendable, Hashable, Codable {
  public internal(set) var stage: StageID
  public let cause: Cause
  /// The opening in which it happened, if one was open.
  public let opening: Int?
  /// The branch of a split in which it stands.
  public let branch: BranchKey?

  public enum Cause: Sendable, Hashable, Codable {
    case noAssignee, noSuccessor, noBranch, tooFewSigners, selfApproval
    /// The lots have not been drawn yet.
    case notDrawn
    case unknownName(String)

    public var code: String {
      switch self {
      case .noAssignee: "no_assignee"
      case .noSuccessor: "no_successor"
      case .noBranch: "no_branch"
      case .tooFewSigners: "too_few_signers"
      case .selfApproval: "self_approval"
      case .notDrawn: "not_drawn"
      case .unknownName(let name): "unknown_name: \(name)"
      }
    }
  }
}
