/// A tie that may bias somebody (第三十九条): between two people, or to a company, or to one nominee.
public struct Relation: Sendable, Hashable, Codable {
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// 近亲属: spouse, lineal, collateral up to the third degree, close by marriage.
    case kin
    /// 聘用、劳动关系.
    case employment
    /// 股权.
    case shares
    /// 结对.
    case pairing
    /// 红链管家联系.
    case steward
    /// 同一部门.
    case department
    /// 师徒.
    case mentor
    /// 其他可能影响公正的.
    case other

    /// Whether it counts for years after it has ended.
    var outlasts: Bool {
      switch self {
      case .employment, .shares, .pairing, .steward: true
      case .kin, .department, .mentor, .other: false
      }
    }
  }

  public enum Party: Sendable, Hashable, Codable {
    case person(ActorID)
    case company(String)
    case nominee(CaseID)
  }

  public let who: ActorID
  public let kind: Kind
  public let party: Party
  /// The day on which it ended; `nil`: it lasts.
  public let until: Day?

  public init(_ who: ActorID, _ kind: Kind, _ party: Party, until: Day? = nil) {
    self.who = who
    self.kind = kind
    self.party = party
    self.until = until
  }

  /// - Parameter lookback: for so long a tie that outlasts its end still counts.
  func holds(on day: Day, lookback: TimeSpan?) -> Bool {
    guard let until, until < day else { return true }
    guard kind.outlasts, let lookback else { return false }
    return until >= day.going(back: lookback)
  }

  /// Whether it ties the two people, whichever of them stands first.
  func ties(_ actor: ActorID, to people: [ActorID], company: (String) -> Bool, nominee: CaseID) -> Bool {
    switch party {
    case .person(let other):
      (who == actor && people.contains(other)) || (other == actor && people.contains(who))
    case .company(let name): who == actor && company(name)
    case .nominee(let id): who == actor && id == nominee
    }
  }
}

/// Why somebody has no part in a case, as it stands in the record.
public struct Recusal: Sendable, Hashable, Codable {
  public let actor: ActorID
  public let stage: StageID
  public let ground: Ground
  public let at: Instant
  /// He had acted already when it was found out: what he gave is void, and it is noted against him (专家库诚信).
  public let wasFoundLate: Bool

  public enum Ground: Sendable, Hashable, Codable {
    /// Of the nominee's company, or of one of its group.
    case company
    case relation(Relation.Kind)
    case declared
    case ordered
  }
}

/// 申请回避, and what was decided on it.
public struct RecusalRequest: Sendable, Hashable, Codable {
  public let actor: ActorID
  public let stage: StageID
  public let opening: Int
  public let at: Instant
  public let reason: String?
  public internal(set) var decision: Decision?

  public struct Decision: Sendable, Hashable, Codable {
    public let by: ActorID
    public let at: Instant
    public let isGranted: Bool
    public let reason: String?
  }
}

extension Day {
  /// The corresponding day before, or the last of its month.
  fileprivate func going(back span: TimeSpan) -> Day {
    switch span {
    case .minutes, .workingHours, .workingDays: self
    case .days(let count): adding(-count)
    case .months(let count): adding(months: -count)
    case .years(let count): adding(months: -12 * count)
    }
  }
}
