import Outcomes

/// One award, one edition: a machine over its cases. A case on its own is a round of one.
///
/// It is nothing but the fold of its events; nothing in it is reckoned, looked up or guessed.
public struct Round: Sendable, Hashable {
  public internal(set) var cases = CaseTable()
  /// In the order they were begun.
  public var order: [CaseID] { cases.ids }
  /// Of the stages of the round, in the order they were entered.
  public internal(set) var openings: [Opening] = []
  public internal(set) var isLone = false
  public internal(set) var hasBegun = false
  /// How many openings there have been, of the round and of its cases.
  public internal(set) var openingCount = 0
  public internal(set) var definitionVersion = 1
  public internal(set) var log: [LogEntry] = []
  public internal(set) var version = 0
  /// Command ids with what they said; of a secret cast only the id.
  var commands: [String: Command?] = [:]
  var seldom = Seldom.none

  /// What most acts leave alone; apart, so that a round is little to move about.
  struct Seldom: Sendable, Hashable {
    var deadlines: [String: Deadline] = [:]
    var suspension: Suspension?
    var incident: Incident?
    var vacancies: [Vacancy] = []
    var draws: [Draw] = []

    static let none = Box(Seldom())
  }

  public struct Vacancy: Sendable, Hashable, Codable {
    public let of: CaseID
    public let since: Instant
    public internal(set) var isFilled = false
    public internal(set) var by: CaseID?
  }

  public internal(set) var deadlines: [String: Deadline] {
    get { seldom.value.deadlines }
    _modify {
      if !isKnownUniquelyReferenced(&seldom) { seldom = Box(seldom.value) }
      yield &seldom.value.deadlines
    }
  }

  public internal(set) var suspension: Suspension? {
    get { seldom.value.suspension }
    _modify {
      if !isKnownUniquelyReferenced(&seldom) { seldom = Box(seldom.value) }
      yield &seldom.value.suspension
    }
  }

  public internal(set) var incident: Incident? {
    get { seldom.value.incident }
    _modify {
      if !isKnownUniquelyReferenced(&seldom) { seldom = Box(seldom.value) }
      yield &seldom.value.incident
    }
  }

  /// Seats that fell free, and who took them.
  public internal(set) var vacancies: [Vacancy] {
    get { seldom.value.vacancies }
    _modify {
      if !isKnownUniquelyReferenced(&seldom) { seldom = Box(seldom.value) }
      yield &seldom.value.vacancies
    }
  }

  /// What was drawn by lot, the latest last.
  public internal(set) var draws: [Draw] {
    get { seldom.value.draws }
    _modify {
      if !isKnownUniquelyReferenced(&seldom) { seldom = Box(seldom.value) }
      yield &seldom.value.draws
    }
  }

  public init() {}

  /// From its whole history.
  public init(_ events: some Sequence<Event>) {
    for event in events { apply(event) }
  }

  /// The id of the only case of a round of one.
  public static let loneCase = CaseID("1")

  public var state: Case.State {
    if isLone, let only = order.first, let lone = cases[only] { return lone.state }
    if hasBegun, order.allSatisfy({ cases[$0]?.state.isFinal ?? true }) { return .ended }
    if suspension != nil { return .suspended }
    if incident != nil { return .incident }
    return hasBegun && order.allSatisfy { cases[$0]?.state.isFinal ?? true } ? .ended : .running
  }

  /// Of a case, or of the round itself: how many accepted commands have changed it.
  public func version(of id: CaseID?) -> Int { id.map { cases[$0]?.version ?? 0 } ?? version }

  package func opening(_ number: Int, of id: CaseID?) -> Opening? {
    if let id { return cases.opening(number, of: id) }
    return openings.place(of: number).map { openings[$0] }
  }
}
