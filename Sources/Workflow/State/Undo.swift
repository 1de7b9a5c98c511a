/// What it takes to bring a round back to where it stood before some events, without a copy of the whole.
///
/// Of the cases only those that the events are about are remembered, and of what only grows its length.
struct Undo {
  /// Mostly there is but one.
  private var first: Case?
  private var others: [Case] = []
  private let caseCount: Int
  private let logCount: Int
  private let version: Int
  private let openingCount: Int
  private let definitionVersion: Int
  private let isLone: Bool
  private let hasBegun: Bool
  private let openings: [Opening]
  private let seldom: Box<Round.Seldom>
  private var commands: [String] = []

  init(_ round: Round) {
    caseCount = round.cases.count
    logCount = round.log.count
    version = round.version
    openingCount = round.openingCount
    definitionVersion = round.definitionVersion
    isLone = round.isLone
    hasBegun = round.hasBegun
    openings = round.openings
    seldom = round.seldom
  }

  /// To be told of each event before it is applied.
  mutating func remember(_ round: Round, before event: Event) {
    switch event.change {
    case .accepted(let act):
      if let id = act.command.id, round.commands[id] == nil { commands.append(id) }
    case .migrated:
      for item in round.cases.values { remember(item) }
    default: break
    }
    if let id = event.case, first?.id != id, let item = round.cases[id] { remember(item) }
  }

  private mutating func remember(_ item: Case) {
    if first == nil { first = item }
    if first?.id == item.id || others.contains(where: { $0.id == item.id }) { return }
    others.append(item)
  }

  /// The round as it stood when this was made.
  func callAsFunction(_ round: inout Round) {
    if let first { round.cases.put(first) }
    for item in others { round.cases.put(item) }
    round.cases.cut(to: caseCount)
    round.log.removeSubrange(logCount...)
    for id in commands { round.commands[id] = nil }
    round.version = version
    round.openingCount = openingCount
    round.definitionVersion = definitionVersion
    round.isLone = isLone
    round.hasBegun = hasBegun
    round.openings = openings
    round.seldom = seldom
  }
}
