/// One of those whom a stage asks.
public enum Assignee: Sendable, Hashable, Codable {
  case actor(ActorID)
  /// All who hold a role; with `sameCompany` only those of the case's company. A case's own roles go before.
  case role(RoleName, sameCompany: Bool)
  case superior(of: ActorID)
  case initiator
  /// Who has a slot in this round of the stage.
  case signers
}
