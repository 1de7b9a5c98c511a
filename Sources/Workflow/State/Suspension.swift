public struct Suspension: Sendable, Hashable, Codable {
  public let at: Instant
  public let before: Case.State
}
