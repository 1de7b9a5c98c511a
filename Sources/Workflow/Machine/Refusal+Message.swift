import Diagnostics

extension Refusal.Code {
  /// What the code says by itself; a refusal may say more.
  var message: Message {
    switch self {
    case .notAssignee: .notAssignee
    case .notYourTurn: .notYourTurn
    case .alreadyActed: .alreadyActed
    case .taskClosed: .taskClosed
    case .instanceClosed: .instanceClosed
    case .suspended: .suspended
    case .notSuspended: .notSuspended
    case .staleVersion: .staleVersion
    case .alreadyClaimed: .alreadyClaimed
    case .notClaimed: .notClaimed
    case .duplicateSigner: .duplicateSigner
    case .lastSigner: .lastSigner
    case .recused: .recused
    case .badTarget: .badTarget
    case .reasonRequired: .reasonRequired
    case .notInitiator: .notInitiator
    case .tooLate: .tooLate
    case .delegationPending: .delegationPending
    case .redelegation: .redelegation
    case .proxyWindow: .proxyWindow
    case .selfTarget: .selfTarget
    case .noQuorum: .noQuorum
    case .notPresent: .notPresent
    case .notEligible: .notEligible
    case .secret: .secret
    case .voteClosed: .voteClosed
    case .outOfWindow: .outOfWindow
    case .notAdmissible: .notAdmissible
    case .returnLimit: .returnLimit
    case .duplicateInstance: .duplicateInstance
    case .invalidDefinition: .invalidDefinition
    case .unmappedStage: .unmappedStage
    case .ruleLowering: .ruleLowering
    case .urgeLimit: .urgeLimit
    case .sameDecider: .sameDecider
    case .chairLast: .chairLast
    case .commandIDReused: .commandIDReused
    }
  }
}
