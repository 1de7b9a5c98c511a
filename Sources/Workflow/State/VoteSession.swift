import Outcomes

/// A vote: who is present, whether it is open, and what was counted.
public struct VoteSession: Sendable, Hashable, Codable {
  /// 1, and one more after each adjournment, void count or run-off.
  public internal(set) var number: Int
  /// Who opens it, closes it and reports the count; empty where ballots are simply cast.
  public internal(set) var tellers: [ActorID]
  /// Asked when all others have voted.
  public internal(set) var chair: ActorID?
  public internal(set) var present: [ActorID]
  public internal(set) var isOpen: Bool
  public internal(set) var hasOpened: Bool
  /// Who cast a ballot; of a secret one, that and nothing more.
  public internal(set) var took: [ActorID]
  /// Open votes only.
  public internal(set) var votes: [ActorID: Vote]
  public internal(set) var writtenOpinions: Int
  public internal(set) var adjournments: Int
  /// The cases voted on; in a run-off only the tied.
  public internal(set) var subjects: [CaseID]
  public internal(set) var isRunOff: Bool
  public internal(set) var seatsLeft: Int?
  /// Who does not vote on a case, besides those who left the list altogether.
  public internal(set) var recusedFrom: [CaseID: [ActorID]]
  /// Who presides, and who in his place over a case from which he stands back.
  public internal(set) var presiding: ActorID?
  public internal(set) var presidingOver: [CaseID: ActorID]?
  public internal(set) var tally: Tally?
  /// Each case's votes in the last count in which it stood.
  public internal(set) var caseTallies: [CaseID: Tally]
  /// Votes between those whom the ranking left level at the line, beside the vote on the list.
  public internal(set) var tieTallies: [CaseID: Tally]
  public internal(set) var standings: [CaseID: Standing]
  public internal(set) var isVoid: Bool
  /// Earlier counts: void ones, those before a run-off.
  public internal(set) var earlier: [Tally]

  public enum Standing: String, Sendable, Hashable, Codable, CaseIterable {
    case elected
    case notElected = "not_elected"
    case runOff = "run_off"
    /// Passed, and no seat left.
    case reserve
  }

  init() {
    number = 1
    tellers = []
    chair = nil
    present = []
    isOpen = false
    hasOpened = false
    took = []
    votes = [:]
    writtenOpinions = 0
    adjournments = 0
    subjects = []
    isRunOff = false
    seatsLeft = nil
    recusedFrom = [:]
    tally = nil
    caseTallies = [:]
    tieTallies = [:]
    standings = [:]
    isVoid = false
    earlier = []
  }
}

extension Opening {
  /// Whether the holder of a place has cast his ballot: then it is nobody else's any more.
  func hasCast(_ slot: Slot) -> Bool {
    guard let holder = slot.holder, let vote = self.vote else { return false }
    return vote.took.contains(holder)
  }
}
