public import Outcomes

/// The answers.
@dynamicMemberLookup
public struct Facts: Sendable, Hashable, Codable {
  private var box: Box<Fields>

  /// Nothing is known.
  public init() { box = Facts.none }

  private static let none = Box(Fields())

  public subscript<Member>(dynamicMember path: KeyPath<Fields, Member>) -> Member {
    @inline(__always) get { box.value[keyPath: path] }
  }

  public subscript<Member>(dynamicMember path: WritableKeyPath<Fields, Member>) -> Member {
    @inline(__always) get { box.value[keyPath: path] }
    @inline(__always) _modify {
      if !isKnownUniquelyReferenced(&box) { box = Box(box.value) }
      yield &box.value[keyPath: path]
    }
  }

  public struct Fields: Sendable, Hashable, Codable {
    public var guards: [GuardKey: GuardAnswer] = [:]
    public var results: [RulesKey: RuleResult] = [:]
    public var ranking: [CaseID: RuleResult]?
    /// `selected`, `reserve`, or `tieOpen` for those between whom a run-off decides; for ties `shortlisted` or
    /// `belowLine`.
    public var seats: [CaseID: Outcome]?
    /// The ballots of a sealed box.
    public var ballots: [Vote]?
    public var parameters: [String: Int] = [:]
    public var replacement: Replacement?
  }

  public enum Replacement: Sendable, Hashable, Codable {
    case stepsUp(CaseID)
    case nobody
  }

  /// What the rules say of a case at a stage.
  public mutating func answer(_ question: RulesQuestion, _ result: RuleResult) {
    self.results[RulesKey(case: question.case, stage: question.stage)] = result
  }

  public init(from decoder: any Decoder) throws { box = Box(try Fields(from: decoder)) }

  public func encode(to encoder: any Encoder) throws { try box.value.encode(to: encoder) }
}

public struct RulesKey: Sendable, Hashable, Codable {
  public let `case`: CaseID
  public let stage: StageID
}

public enum GuardAnswer: Sendable, Hashable, Codable {
  case holds
  case fails
  /// The first name, in reading order, that nothing was known of.
  case unknown(name: String)
}
