public import Workflow

/// A round: one award, one edition.
public struct RoundID: Name {
  public let rawValue: String
  public init(_ text: String) { rawValue = text }
}

/// One line of the log, as it is stored.
public struct Entry: Sendable, Hashable {
  /// From 1, without a gap, over all rounds of the store.
  public let seq: Int
  public let round: RoundID
  /// `nil`: the round itself.
  public let subject: CaseID?
  /// That of the subject once this has happened.
  public let version: Int
  /// The first entry of the act that this belongs to.
  public let act: Int
  public let at: Instant
  public let by: ActorID
  /// In which the body is written.
  public let format: Int
  public let kind: Kind
  /// JSON.
  public let body: String
  /// SHA-256 over the entry before and all of this.
  public let hash: [UInt8]

  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A round was opened, with all that it goes by.
    case opened
    /// Records were handed in.
    case records
    /// Something that happened in the workflow.
    case event
    /// Somebody did something; what followed from it comes after.
    case act
    /// A ballot box was counted and done away with.
    case counted
    /// A definition of the workflow for what comes.
    case amended
    /// People joined.
    case people
    /// The round is over for good.
    case closed
  }
}
