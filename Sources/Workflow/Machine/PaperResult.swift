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
}
