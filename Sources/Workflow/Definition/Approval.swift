/// 顺签, 会签, 或签.
@dynamicMemberLookup
public struct Approval: Sendable, Hashable {
  private var box: Box<Fields>

  public init() { box = Box(Fields()) }

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

  public enum Mode: String, Sendable, Hashable, Codable, CaseIterable {
    case sequential, all, any
  }

  /// A role gives all its members, or one slot that any one of them takes.
  public enum Expansion: String, Sendable, Hashable, Codable, CaseIterable {
    case allMembers = "all_members"
    case onePerRole = "one_per_role"
  }

  public enum SelfApproval: String, Sendable, Hashable, Codable, CaseIterable {
    case superior, skip, allow, incident
  }

  public enum TakeBack: String, Sendable, Hashable, Codable, CaseIterable {
    case never
    case untilNextActs = "until_next_acts"
  }

  public struct Fields: Sendable, Hashable {
    public var mode = Mode.all
    /// How the act is called: `approve`, `confirm`, `publish`, `name`, `archive`.
    public var act = Verb.approve
    public var expansion = Expansion.allMembers
    public var dedups = true
    public var stopWhen: GuardText?
    public var needsClaim = false
    public var takeBack: TakeBack?
    public var redelegates = false
    public var selfApproval = SelfApproval.superior
    public var signedFields: [String] = []
    /// What each signs for: after a change only those sign again whose fields have changed.
    public var fieldsOfRole: [RoleName: [String]] = [:]
    /// The rules are run with each reply, for everybody to see; they decide when all have replied.
    public var assessesReplies = false
    /// A reply may be corrected by a later one, which counts; both are kept.
    public var takesCorrections = false
    /// Everybody is heard before a rejection takes effect.
    public var collectsAll = false
    /// Who has not answered when time is up leaves the facts open (待核); it is never taken for agreement.
    public var noReplyIsPending = false
    /// The rules make the list (排名, 入围) that is confirmed here.
    public var confirmsRanking = false
    public var mayAdd: [Assignee] = [.signers]
    public var mayRemove: [Assignee] = []
    public var excludesDeciders = false
    public var alternates: [ActorID] = []

    var allSignedFields: [String] { signedFields + fieldsOfRole.values.flatMap { $0 } }
  }
}
