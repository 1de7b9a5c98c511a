/// What follows from a command.
public enum Decision: Sendable, Hashable {
  /// To be appended and applied in this order. A ballot goes into the sealed box and nowhere else.
  case events([Event], ballot: Vote?)
  case refused(Refusal)
  /// Answer these, and decide again.
  case needs([Question])
}
