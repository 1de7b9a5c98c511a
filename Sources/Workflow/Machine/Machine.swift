import Diagnostics

/// The rules of the game: a definition, a calendar and the people. It keeps no state of its own.
///
/// `decide` says what follows from a command; the round is folded from what follows. No clock, no chance, no expression:
/// time and actor are arguments, what the rules say is a fact.
public struct Machine: Sendable {
  public let definition: WorkflowDefinition
  public let calendar: WorkCalendar
  /// As things stand now; what was asked of whom before stands in the round.
  public let organization: Organization

  public init(_ definition: WorkflowDefinition, calendar: WorkCalendar, organization: Organization) {
    self.definition = definition
    self.calendar = calendar
    self.organization = organization
  }

  /// The events that follow, a coded refusal that changes nothing, or questions to be answered first.
  ///
  /// Deadlines that have passed by `instant` take effect before the command does; a command at the very minute of a
  /// deadline comes before it.
  public func decide(
    _ command: Command, by actor: ActorID, at instant: Instant, facts: Facts = Facts(), in round: Round
  ) -> Decision {
    var turn = Turn(machine: self, round: round, command: command, actor: actor, now: instant, facts: facts)
    do throws(Stop) {
      try turn.run()
      return .events(turn.events, ballot: turn.ballot)
    } catch {
      switch error {
      case .refused(let refusal): return .refused(refusal)
      case .needs(let questions): return .needs(questions)
      case .answered: return .events([], ballot: nil)
      }
    }
  }
}

/// Why a turn ends before its end.
enum Stop: Error {
  case refused(Refusal)
  case needs([Question])
  /// The same command was carried out before, or there is nothing to do: the same answer, no second act.
  case answered

  static func refuse(_ code: Refusal.Code, _ arguments: [String: String] = [:]) -> Stop {
    .refused(Refusal(code, nil, arguments))
  }

  static func refuse(_ code: Refusal.Code, _ message: Message, _ arguments: [String: String] = [:]) -> Stop {
    .refused(Refusal(code, message, arguments))
  }
}
