import Workflow

/// What a step brought about, beside the state that it left.
struct StepEffects {
  /// Of each command that changed nothing, why.
  var refusals: [Refusal] = []
  var accepted = 0
  /// By case; of the round itself under `nil`.
  private var closed: [CaseID?: [ActorID: Slot.Ending]] = [:]
  /// What is wrong with the definition, if it was looked at.
  var findings: [String]?
  /// The way that was shown.
  var path: [PathStep]?
  /// Whether the log was looked at, and the first entry that is not as it was written.
  var verification: (isIntact: Bool, entry: Int?)?

  /// Commands given at the same moment: some may be refused because others are not.
  var isConcurrent = false

  /// Of commands given at the same moment: the reason for which every one of them was refused.
  var commonRefusal: Refusal? {
    guard let first = refusals.first, accepted == 0, refusals.allSatisfy({ $0.code == first.code }) else { return nil }
    return first
  }

  /// The tasks closed unacted in a case, or in the stages of the round.
  func closed(_ id: CaseID?) -> [ActorID: Slot.Ending] { closed[id] ?? [:] }

  /// Notes whose task an event closes unacted.
  mutating func note(_ event: Event, in round: Round) {
    guard case .slotChanged(let number, let slot) = event.change,
      let opening = round.opening(number, of: event.case), slot.index < opening.slots.count
    else { return }
    let before = opening.slots[slot.index]
    guard before.ending == nil, before.isAsked, let ending = slot.ending else { return }
    if let late = before.holder, let actor = slot.signature?.actor, before.escalatedTo.contains(actor) {
      closed[event.case, default: [:]][late] = .closedByPeer
    }
    guard slot.isClosedUnacted else { return }
    let asked = (before.delegates.last ?? before.holder).map { [$0] } ?? before.candidates
    for actor in asked { closed[event.case, default: [:]][actor] = ending }
  }
}
