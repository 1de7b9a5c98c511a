public import Outcomes

/// One time that a stage is open: its list of those asked, frozen when it was made, and all that happened in it.
///
/// Nothing of it is ever deleted; a stage that is entered again has another opening.
@dynamicMemberLookup
public struct Opening: Sendable, Hashable, Codable {
  private var box: Box<Fields>

  init(
    number: Int, sequence: Int, stage: StageID, at instant: Instant, cases: [CaseID], slots: [Slot] = [],
    branch: BranchKey? = nil, deadline: Deadline? = nil, cutoff: Deadline? = nil, isAfterReturn: Bool = false,
    overdueOutcome: Outcome? = nil
  ) {
    box = Box(
      Fields(
        number: number, sequence: sequence, stage: stage, enteredAt: instant, cases: cases, slots: slots,
        deadline: deadline, cutoff: cutoff, branch: branch, isAfterReturn: isAfterReturn, overdueOutcome: overdueOutcome
      ))
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

  public struct Origin: Sendable, Hashable, Codable {
    public let version: Int
    public let stage: StageID
  }

  public enum Ending: String, Sendable, Hashable, Codable {
    case passed, rejected, returned, withdrawn, ended, cancelled
  }

  public struct Leaving: Sendable, Hashable, Codable {
    public let how: Event.Departure
    public let at: Instant
  }

  /// What nearly every act looks at.
  public struct Fields: Sendable, Hashable, Codable {
    /// Counts the openings of its case, or of the round.
    public let number: Int
    /// Counts all openings of the round and its cases, in the order in which they were made.
    public let sequence: Int
    /// As the round's version of the workflow calls it.
    public internal(set) var stage: StageID
    public let enteredAt: Instant
    /// The cases that it is about; for a stage of one case, that case.
    public internal(set) var cases: [CaseID]
    public internal(set) var slots: [Slot]
    public internal(set) var deadline: Deadline?
    /// The common deadline that ends it, such as 推荐截止.
    public internal(set) var cutoff: Deadline?
    public internal(set) var isCutOff = false
    public internal(set) var ending: Ending?
    public internal(set) var endedAt: Instant?
    /// The branch of a split in which it stands.
    public internal(set) var branch: BranchKey?
    /// Opened by a return: who signed the stage before is not skipped.
    public internal(set) var isAfterReturn: Bool
    /// Reminders sent, whether overdue has been logged.
    public internal(set) var reminders = 0
    public internal(set) var lastRemindedOn: Day?
    public internal(set) var isOverdue = false
    /// What comes of it when the deadline passes unanswered after a return: 视为撤回.
    public internal(set) var overdueOutcome: Outcome?
    /// What it was called when it was over, if the round has been moved to another version since.
    public internal(set) var origin: Origin?
    var seldom = Seldom.none

    // Stored beside the fields of `Seldom`, at one level.
    private enum CodingKeys: CodingKey {
      case number, sequence, stage, enteredAt, cases, slots, deadline, cutoff, isCutOff, ending, endedAt, branch
      case isAfterReturn, reminders, lastRemindedOn, isOverdue, overdueOutcome, origin
    }

    public var isOpen: Bool { ending == nil }
    package var approvals: Int { slots.count { $0.signature?.verb.isApproval == true && $0.ending == .approved } }
    package var rejections: Int { slots.count { $0.ending == .rejected } }
    var openSlots: Int { slots.count { $0.ending == nil } }
  }

  /// What only some stages have; apart, so that an opening is little to copy.
  public struct Seldom: Sendable, Hashable, Codable {
    public internal(set) var vote: VoteSession?
    /// 公示: one clock for each case.
    public internal(set) var clocks: [CaseID: NoticeClock] = [:]
    /// Why a case went on, and when.
    public internal(set) var departures: [CaseID: Leaving] = [:]
    /// How often it was urged on each day.
    public internal(set) var urges: [Day: Int] = [:]

    static let none = Box(Seldom())
  }

  /// Those who have not gone on.
  public var remaining: [CaseID] {
    let departures = self.departures
    return departures.isEmpty ? self.cases : self.cases.filter { departures[$0] == nil }
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

extension [Opening] {
  /// They are numbered as they are made.
  @inline(__always) func place(of number: Int) -> Int? {
    let place = number - 1
    if indices.contains(place), self[place].number == number { return place }
    return lastIndex { $0.number == number }
  }
}
