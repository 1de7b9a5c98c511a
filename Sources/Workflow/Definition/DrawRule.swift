/// What is drawn by lot before a stage is served. The lots are drawn elsewhere; the machine records and checks them.
public enum DrawRule: Sendable, Hashable {
  /// Of those whom the stage would ask, only the ones drawn are asked (随机抽取专家).
  case people(atLeast: Int, atMost: Int, isOdd: Bool)
  /// So large a share has to be looked at more closely (抽查).
  case share(Fraction, of: Pool)

  public enum Pool: String, Sendable, Hashable, Codable, CaseIterable {
    /// The numbered pieces of evidence of one nominee.
    case evidence
    /// The cases that stand in the round stage.
    case cases
  }

  /// Whether so many of so many will do.
  func admits(_ count: Int, of total: Int) -> Bool {
    switch self {
    case .people(let least, let most, let isOdd):
      (least...max(least, most)).contains(count) && (!isOdd || count % 2 == 1)
    case .share(let share, _): total > 0 && share.compare(count, of: total) >= 0
    }
  }
}

/// What was drawn, from what, and how anybody can see that it was by lot.
public struct Draw: Sendable, Hashable, Codable {
  public var stage: StageID
  /// The cases that it is for; none: all of the round.
  public let cases: [CaseID]
  /// 机加、装配、复材…: which of several panels it is.
  public let group: String?
  /// Everything that was in the box; people, pieces of evidence or cases by name.
  public var pool: [String]
  public var drawn: [String]
  /// With the pool it gives the lots again.
  public let seed: String?
  /// Where it is written down, if it was drawn by hand.
  public let minutes: String?

  func covers(_ id: CaseID?) -> Bool { cases.isEmpty || (id.map(cases.contains) ?? false) }
}
