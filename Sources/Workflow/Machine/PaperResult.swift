/// A count by hand, as the teller reports it.
public struct PaperResult: Sendable, Hashable, Codable {
  public var issued: Int?
  public var returned: Int?
  /// 应到 and 到会, where nobody is asked by name.
  public var eligible: Int?
  public var present: Int?
  /// On the one question.
  public var count: Count?
  /// For each case; where names are marked, how often each was.
  public var cases: [CaseID: Count]
  /// 单位内公示.
  public var posting: Posting?

  public init(
    issued: Int? = nil, returned: Int? = nil, eligible: Int? = nil, present: Int? = nil, count: Count? = nil,
    cases: [CaseID: Count] = [:]
  ) {
    self.issued = issued
    self.returned = returned
    self.eligible = eligible
    self.present = present
    self.count = count
    self.cases = cases
  }
}

/// The first and the last day on which something was posted.
public struct Posting: Sendable, Hashable, Codable {
  public let first: Day
  public let last: Day
}

extension PaperResult {
  var isPossible: Bool {
    let numbers = [issued, returned, eligible, present].compactMap { $0 }
    return numbers.allSatisfy { (0...Count.most).contains($0) } && count?.isPossible ?? true
      && cases.values.allSatisfy(\.isPossible)
  }
}

/// Ballots by what they say. Numbers only: no names, no order.
public struct Count: Sendable, Hashable, Codable {
  public var yes = 0
  public var no = 0
  public var abstain = 0
  public var spoiled = 0

  public init(yes: Int = 0, no: Int = 0, abstain: Int = 0, spoiled: Int = 0) {
    self.yes = yes
    self.no = no
    self.abstain = abstain
    self.spoiled = spoiled
  }

  mutating func add(_ choice: Choice, weight: Int = 1) {
    switch choice {
    case .yes: yes += weight
    case .no: no += weight
    case .abstain: abstain += weight
    }
  }

  var total: Int { yes + no + abstain + spoiled }

  static let most = 1_000_000
  static func bounded(_ number: Int) -> Int { min(max(number, 0), most) }

  /// Numbers that a count can have: none below zero, none beyond belief.
  var isPossible: Bool { [yes, no, abstain, spoiled].allSatisfy { (0...Count.most).contains($0) } }
}
