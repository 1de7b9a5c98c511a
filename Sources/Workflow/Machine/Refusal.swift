public import Diagnostics

/// Why a command changed nothing.
public struct Refusal: Error, Sendable, Hashable {
  public let code: Code
  /// The same sentence for command line, web page and API.
  public let diagnostic: Diagnostic

  /// - Parameter message: why in this very case; without one, what the code says.
  init(_ code: Code, _ message: Message? = nil, _ arguments: [String: String] = [:]) {
    self.code = code
    diagnostic = Diagnostic(message ?? code.message, at: nil, arguments)
  }

  /// Said by casework, for what the machine cannot know.
  public init(_ code: Code, _ arguments: [String: String]) { self.init(code, nil, arguments) }

  /// Another case with the same key has begun (`unique_by`); only casework sees all rounds.
  public static let duplicateInstance = Refusal(.duplicateInstance)

  public enum Code: String, Sendable, Hashable, Codable, CaseIterable {
    case notAssignee = "NOT_ASSIGNEE"
    case notYourTurn = "NOT_YOUR_TURN"
    case alreadyActed = "ALREADY_ACTED"
    case taskClosed = "TASK_CLOSED"
    case instanceClosed = "INSTANCE_CLOSED"
    case suspended = "SUSPENDED"
    case notSuspended = "NOT_SUSPENDED"
    case staleVersion = "STALE_VERSION"
    case alreadyClaimed = "ALREADY_CLAIMED"
    case notClaimed = "NOT_CLAIMED"
    case duplicateSigner = "DUPLICATE_SIGNER"
    case lastSigner = "LAST_SIGNER"
    case recused = "RECUSED"
    case badTarget = "BAD_TARGET"
    case reasonRequired = "REASON_REQUIRED"
    case notInitiator = "NOT_INITIATOR"
    case tooLate = "TOO_LATE"
    case delegationPending = "DELEGATION_PENDING"
    case redelegation = "REDELEGATION"
    case proxyWindow = "PROXY_WINDOW"
    case selfTarget = "SELF_TARGET"
    case noQuorum = "NO_QUORUM"
    case notPresent = "NOT_PRESENT"
    case notEligible = "NOT_ELIGIBLE"
    case secret = "SECRET"
    case voteClosed = "VOTE_CLOSED"
    case outOfWindow = "OUT_OF_WINDOW"
    case notAdmissible = "NOT_ADMISSIBLE"
    case returnLimit = "RETURN_LIMIT"
    case duplicateInstance = "DUPLICATE_INSTANCE"
    case invalidDefinition = "INVALID_DEFINITION"
    case unmappedStage = "UNMAPPED_STAGE"
    case ruleLowering = "RULE_LOWERING"
    case urgeLimit = "URGE_LIMIT"
    case sameDecider = "SAME_DECIDER"
    case chairLast = "CHAIR_LAST"
    case commandIDReused = "COMMAND_ID_REUSED"
  }
}
