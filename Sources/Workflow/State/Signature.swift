/// Who acted, as what, for whom, when, and what he said.
public struct Signature: Sendable, Hashable, Codable {
  public let actor: ActorID
  /// As it stood when he acted.
  public let name: String?
  public let title: String?
  public let role: RoleName?
  public let onBehalfOf: ActorID?
  public let verb: Verb
  public let at: Instant
  public let reason: String?
  /// What he filled in: a department's answers.
  public let data: [String: Datum]
}
