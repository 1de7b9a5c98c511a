/// A place in the list of those asked: who holds it, and what became of it.
@dynamicMemberLookup
public struct Slot: Sendable, Hashable, Codable {
  private var box: Box<Fields>

  init(index: Int, candidates: [ActorID], holder: ActorID?, role: RoleName?, isAsked: Bool) {
    box = Box(Fields(index: index, candidates: candidates, holder: holder, role: role, isAsked: isAsked))
  }

  public subscript<Member>(dynamicMember path: KeyPath<Fields, Member>) -> Member {
    @inline(__always) get { box.value[keyPath: path] }
  }

  package subscript<Member>(dynamicMember path: WritableKeyPath<Fields, Member>) -> Member {
    @inline(__always) get { box.value[keyPath: path] }
    @inline(__always) _modify {
      if !isKnownUniquelyReferenced(&box) { box = Box(box.value) }
      yield &box.value[keyPath: path]
    }
  }

  public subscript<Member>(dynamicMember path: KeyPath<Seldom, Member>) -> Member {
    @inline(__always) get { box.value.seldom.value[keyPath: path] }
  }

  package subscript<Member>(dynamicMember path: WritableKeyPath<Seldom, Member>) -> Member {
    @inline(__always) get { box.value.seldom.value[keyPath: path] }
    @inline(__always) _modify {
      if !isKnownUniquelyReferenced(&box) { box = Box(box.value) }
      if !isKnownUniquelyReferenced(&box.value.seldom) { box.value.seldom = Box(box.value.seldom.value) }
      yield &box.value.seldom.value[keyPath: path]
    }
  }

  /// How a task ended. None is ever deleted.
  public enum Ending: String, Sendable, Hashable, Codable, CaseIterable {
    case approved, rejected, returned, abstained
    case closedByPeer = "closed_by_peer"
    case expired, removed, recused, cancelled, migrated
  }

  public struct Opinion: Sendable, Hashable, Codable {
    public let by: ActorID
    public let text: String?
    public let at: Instant
  }

  /// What nearly every act looks at.
  public struct Fields: Sendable, Hashable, Codable {
    public internal(set) var index: Int
    /// Whoever may take it, if nobody holds it yet; in the order of the list.
    public internal(set) var candidates: [ActorID]
    public internal(set) var holder: ActorID?
    /// As what he is asked: 评选办复核人.
    public internal(set) var role: RoleName?
    /// Sequential: whether his turn has come.
    public internal(set) var isAsked: Bool
    /// `nil`: still to be done.
    public internal(set) var ending: Ending?
    public internal(set) var signature: Signature?
    /// Nobody could take it over; an administrator has to assign it.
    public internal(set) var isParked = false
    /// Told that he is late, so that it is logged once.
    public internal(set) var isOverdue = false
    var seldom = Seldom.none

    init(index: Int, candidates: [ActorID], holder: ActorID?, role: RoleName?, isAsked: Bool) {
      self.index = index
      self.candidates = candidates
      self.holder = holder
      self.role = role
      self.isAsked = isAsked
    }

    // Stored beside the fields of `Seldom`, at one level.
    private enum CodingKeys: CodingKey {
      case index, candidates, holder, role, isAsked, ending, signature, isParked, isOverdue
    }

    var isOpen: Bool { ending == nil && isAsked && !isParked }
    /// The one who is out of the way because somebody else decided.
    package var isClosedUnacted: Bool {
      switch ending {
      case .closedByPeer, .expired, .removed, .recused, .cancelled, .returned: signature == nil
      case .approved, .rejected, .abstained, .migrated, nil: false
      }
    }
  }

  /// What only some tasks have; apart, so that a slot is little to copy.
  public struct Seldom: Sendable, Hashable, Codable {
    /// Who has it in hand for the holder, and answers to him.
    public internal(set) var delegates: [ActorID] = []
    public internal(set) var opinions: [Opinion] = []
    /// Asked besides the holder, who is late.
    public internal(set) var escalatedTo: [ActorID] = []
    /// What he gave: 专家评分.
    public internal(set) var score: String?
    /// Earlier replies that a correction has replaced; both are kept.
    public internal(set) var superseded: [Signature]?

    static let none = Box(Seldom())
  }

  public init(from decoder: any Decoder) throws {
    box = Box(try Fields(from: decoder))
    box.value.seldom = Box(try Seldom(from: decoder))
  }

  public func encode(to encoder: any Encoder) throws {
    try box.value.encode(to: encoder)
    try box.value.seldom.value.encode(to: encoder)
  }
}
