/// Who acted, as what, for whom, when, and what he said.
@dynamicMemberLookup
public struct Signature: Sendable, Hashable, Codable {
  private let box: Box<Fields>

  init(_ fields: Fields) { box = Box(fields) }

  public subscript<Member>(dynamicMember path: KeyPath<Fields, Member>) -> Member {
    @inline(__always) get { box.value[keyPath: path] }
  }

  public struct Fields: Sendable, Hashable, Codable {
    public let actor: ActorID
    /// As it stood when he acted.
    public let name: String?
    public let title: String?
    public let role: RoleName?
    public let onBehalfOf: ActorID?
    public let verb: Verb
    public let at: Instant
    public let reason: String?
    /// What he filled in: a department's answers.
    public let data: [String: Datum]
  }

  public init(from decoder: any Decoder) throws { box = Box(try Fields(from: decoder)) }

  public func encode(to encoder: any Encoder) throws { try box.value.encode(to: encoder) }
}
