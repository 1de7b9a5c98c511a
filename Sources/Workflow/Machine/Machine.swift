import Diagnostics

/// The rules of the game: the versions of a definition, a calendar and the people. It keeps no state of its own.
///
/// `decide` says what follows from a command; the round is folded from what follows. No clock, no chance, no expression:
/// time and actor are arguments, what the rules say is a fact.
public struct Machine: Sendable {
  private let setting: Box<Setting>

  private struct Setting: Sendable {
    let shelf: DefinitionShelf
    let calendar: WorkCalendar
    let organization: Organization
  }

  public var shelf: DefinitionShelf { setting.value.shelf }
  public var calendar: WorkCalendar { setting.value.calendar }
  /// As things stand now; what was asked of whom before stands in the round.
  public var organization: Organization { setting.value.organization }

  public init(_ definition: WorkflowDefinition, calendar: WorkCalendar, organization: Organization) {
    self.init(DefinitionShelf(definition), calendar: calendar, organization: organization)
  }

  public init(_ shelf: DefinitionShelf, calendar: WorkCalendar, organization: Organization) {
    setting = Box(Setting(shelf: shelf, calendar: calendar, organization: organization))
  }

  /// The newest version: that of whatever begins now.
  public var definition: WorkflowDefinition { shelf.newest }

  /// The version that a round keeps. One that is not on the shelf has no stages, and `decide` refuses.
  public func definition(of round: Round) -> WorkflowDefinition { flow(of: round).value }

  func flow(of round: Round) -> Box<WorkflowDefinition> {
    setting.value.shelf.box(round.hasBegun ? round.definitionVersion : nil)
      ?? Box(WorkflowDefinition(stages: [], version: round.definitionVersion))
  }

  /// The machine with a new version, for what begins from now on; rounds that have begun keep theirs.
  ///
  /// By an administrator. Refused as a whole if the version is no higher than the newest, or has findings.
  public func deploying(_ new: WorkflowDefinition, by actor: ActorID) throws(Refusal) -> Machine {
    let turn = Turn(
      machine: self, round: Round(), command: Command(.tick), actor: actor, now: Instant(minutes: 0), facts: Facts())
    guard turn.isAdministrator(actor) else {
      throw Refusal(
        .notAssignee, organization.isStranger(actor) ? .unknownPerson : .notAdministrator, ["name": actor.rawValue])
    }
    if new.version <= definition.version {
      throw Refusal(
        .invalidDefinition, .versionNotNewer, ["version": String(new.version), "newest": String(definition.version)])
    }
    if !new.findings().isEmpty { throw Refusal(.invalidDefinition) }
    var shelf = shelf
    shelf.put(new)
    return Machine(shelf, calendar: calendar, organization: organization)
  }

  /// With other people, from now on.
  public func with(_ organization: Organization) -> Machine {
    Machine(shelf, calendar: calendar, organization: organization)
  }

  /// As it is once this has happened: who holds which role may have changed.
  public func after(_ event: Event) -> Machine {
    guard case .accepted(let act) = event.change, case .changeOrganization(let roles) = act.command.act else {
      return self
    }
    var organization = organization
    organization.roles.merge(roles) { $1 }
    return with(organization)
  }

  /// Decides, and moves the round on at once: the same as `decide` and then `apply` for each event.
  public func carryOut(
    _ command: Command, by actor: ActorID, at instant: Instant, facts: Facts = Facts(), in round: inout Round
  ) -> Decision {
    // The turn has the round for itself, so that nothing is copied when it changes; what it holds then is the fold of
    // the events, and of a refusal nothing is kept.
    var turn = Turn(
      machine: self, round: Round(), flow: flow(of: round), command: command, actor: actor, now: instant, facts: facts)
    turn.undo = Undo(round)
    swap(&turn.round, &round)
    let decision = Machine.decision(&turn)
    switch decision {
    case .events(let events, _) where !events.isEmpty: break
    // Of what was answered before nothing is kept either, not even a deadline that has passed by now.
    case .events, .refused, .needs: turn.undo?(&turn.round)
    }
    swap(&round, &turn.round)
    return decision
  }

  /// The events that follow, a coded refusal that changes nothing, or questions to be answered first.
  ///
  /// Deadlines that have passed by `instant` take effect before the command does; a command at the very minute of a
  /// deadline comes before it.
  public func decide(
    _ command: Command, by actor: ActorID, at instant: Instant, facts: Facts = Facts(), in round: Round
  ) -> Decision {
    var turn = Turn(machine: self, round: round, command: command, actor: actor, now: instant, facts: facts)
    return Machine.decision(&turn)
  }

  private static func decision(_ turn: inout Turn) -> Decision {
    do throws(Stop) {
      try turn.run()
      return .events(turn.events, ballot: turn.ballot)
    } catch {
      switch error {
      case .refused(let refusal):
        // Whoever mistypes a name is to hear that, and not that there is nothing to do.
        let isStranger = refusal.code == .notAssignee && turn.machine.organization.isStranger(turn.actor)
        return .refused(
          isStranger ? Refusal(.notAssignee, .unknownPerson, ["name": turn.actor.rawValue]) : refusal)
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
