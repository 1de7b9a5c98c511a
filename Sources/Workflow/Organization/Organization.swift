/// Who there is, who holds which role, who is whose superior, as things stand when it is asked.
public struct Organization: Sendable, Hashable, Codable {
  public var people: [ActorID: Person]
  public var superiors: [ActorID: ActorID]
  public var roles: [RoleName: [ActorID]]
  public var chair: ActorID?
  public var proxies: [Proxy]
  /// Who is close to whom (第三十九条), beside the companies that people are of.
  public var relations: [Relation]
  /// Companies that count as one: a core plant and its subordinate units.
  public var groups: [String: [String]]

  public init(
    people: [ActorID: Person] = [:], superiors: [ActorID: ActorID] = [:], roles: [RoleName: [ActorID]] = [:],
    chair: ActorID? = nil, proxies: [Proxy] = [], relations: [Relation] = [], groups: [String: [String]] = [:]
  ) {
    self.relations = relations
    self.groups = groups
    self.people = people
    self.superiors = superiors
    self.roles = roles
    self.chair = chair
    self.proxies = proxies
  }

  /// Whether there is nobody of this name: neither among the people nor in a role.
  func isStranger(_ actor: ActorID) -> Bool {
    !knows(actor) && actor != .system && actor != .anonymous && !roles.values.contains { $0.contains(actor) }
  }

  /// The other one's entries go before; a role is replaced whole.
  public func merging(_ other: Organization) -> Organization {
    Organization(
      people: people.merging(other.people) { $1 }, superiors: superiors.merging(other.superiors) { $1 },
      roles: roles.merging(other.roles) { $1 }, chair: other.chair ?? chair, proxies: proxies + other.proxies,
      relations: relations + other.relations, groups: groups.merging(other.groups) { $1 })
  }

  public func knows(_ actor: ActorID) -> Bool { people[actor] != nil }

  func company(of actor: ActorID) -> String? { people[actor]?.company }

  /// The same company, or companies of one group.
  func areOne(_ company: String, _ other: String) -> Bool {
    company == other || groups.values.contains { $0.contains(company) && $0.contains(other) }
  }

  /// As it stands in the record: stored, so that it stays readable when the person is gone.
  func name(of actor: ActorID) -> String? { people[actor]?.name }

  /// For whom `actor` may act today, besides himself.
  func principals(of actor: ActorID, on day: Day) -> [ActorID] {
    proxies.filter { $0.deputy == actor && $0.holds(on: day) }.map(\.principal)
  }

  func deputies(of actor: ActorID, on day: Day) -> [ActorID] {
    proxies.filter { $0.principal == actor && $0.holds(on: day) }.map(\.deputy)
  }
}

public struct Person: Sendable, Hashable, Codable {
  public var name: String?
  public var company: String?
  public var title: String?
  /// The machine, not a human being.
  public var isAutomatic: Bool

  public init(name: String? = nil, company: String? = nil, title: String? = nil, isAutomatic: Bool = false) {
    self.name = name
    self.company = company
    self.title = title
    self.isAutomatic = isAutomatic
  }
}

/// A standing proxy on certain days, both included: either may act, the record names both.
public struct Proxy: Sendable, Hashable, Codable {
  public let principal: ActorID
  public let deputy: ActorID
  public let firstDay: Day
  public let lastDay: Day

  public init(for principal: ActorID, to deputy: ActorID, firstDay: Day, lastDay: Day) {
    self.principal = principal
    self.deputy = deputy
    self.firstDay = firstDay
    self.lastDay = lastDay
  }

  func holds(on day: Day) -> Bool { firstDay <= day && day <= lastDay }
}

/// Who stands for a nominee, and who holds which role for this case alone (推荐单位, 红链管家).
public struct Nomination: Sendable, Hashable, Codable {
  public var initiator: ActorID
  public var roles: [RoleName: [ActorID]]
  /// The key of the record that it is about, if it differs from the case's id.
  public var record: String?
  /// Whom the case is about; he cannot object in his own case.
  public var subject: ActorID?
  public var data: [String: Datum]

  public init(
    by initiator: ActorID, roles: [RoleName: [ActorID]] = [:], record: String? = nil, subject: ActorID? = nil,
    data: [String: Datum] = [:]
  ) {
    self.initiator = initiator
    self.roles = roles
    self.record = record
    self.subject = subject
    self.data = data
  }
}
