public import Diagnostics
public import Outcomes

/// One stage of a workflow: who does what, until when, and what comes of it.
@dynamicMemberLookup
public struct Stage: Sendable, Hashable {
  private var box: Box<Fields>

  public init(id: StageID, span: Span, kind: Kind) {
    box = Box(Fields(id: id, span: span, kind: kind))
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

  /// What kind of stage it is, with what only that kind has.
  public enum Kind: Sendable, Hashable {
    case form
    case approve(Approval)
    indirect case vote(Ballot)
    indirect case score(Scoring)
    /// Casework runs the rules; nobody is asked.
    case rules
    indirect case notice(Notice)
    /// Reached by an objection only.
    indirect case objection(Inquiry)
    case choice([Branch])
    indirect case split(Split)
    case join
    /// One of the `flows`; the child's stages are called `stage/substage`.
    indirect case subflow(String, onChildRejected: Action?)
    case cc
    /// After the end: the yearly review of a title.
    indirect case manage(Management)
  }

  /// Whether it acts on one nominee, or once for the whole batch.
  public enum Scope: String, Sendable, Hashable, Codable, CaseIterable {
    case `case`, round
  }

  /// What holds a case on its way without holding the others.
  public enum Hold: String, Sendable, Hashable, Codable, CaseIterable, CodingKeyRepresentable {
    case objection, suspension, pending, reserve
  }

  public struct Fields: Sendable, Hashable {
    public internal(set) var id: StageID
    /// Where its id is written.
    public let span: Span
    public var kind: Kind
    /// For people: 受理初审.
    public var name: String?
    /// The clause that asks for it: 第二十八条.
    public var basis: String?
    public var scope: Scope
    public var who: [Assignee]
    public var next: Target?
    public var nextSpan: Span?
    public var onReject: Action?
    /// `false`: nobody may end a case here by saying no; papers are sent back, and the rules say who qualifies.
    public var isRejectable: Bool
    /// The rules are run when the stage is finished, with what is due by then.
    public var phase: Phase?
    /// The outcome of the cases that pass: 命名 gives `named`.
    public var gives: Outcome?
    public var due: DueRule?
    /// 催办: the first time it is due, those who are late are reminded and have so much longer.
    public var grace: TimeSpan?
    public var onDue: DueAction?
    /// What the common deadline does, where `due` names one.
    public var onUntil: DueAction?
    public var escalateTo: [Assignee]
    public var clock: ClockRule
    public var remind: Int?
    public var urgesPerDay: Int?
    public var returns: ReturnRule
    public var recusal: RecusalRule
    /// What has to be drawn by lot before.
    public var draw: DrawRule?
    /// A form that may be handed in again until its common deadline; the last one counts.
    public var takesResubmissions: Bool
    public var minSigners: Int
    public var mayCancel: [Assignee]
    /// What becomes of cases held on the way when this round stage is passed (归档): `pending: cancelled`.
    public var closes: [Hold: Outcome]

    public init(id: StageID, span: Span, kind: Kind) {
      self.id = id
      self.span = span
      self.kind = kind
      name = nil
      basis = nil
      scope = .case
      who = []
      next = nil
      nextSpan = nil
      onReject = nil
      isRejectable = true
      phase = nil
      gives = nil
      due = nil
      grace = nil
      onDue = nil
      onUntil = nil
      escalateTo = []
      clock = .restart
      remind = nil
      urgesPerDay = nil
      returns = ReturnRule()
      recusal = RecusalRule()
      draw = nil
      takesResubmissions = false
      minSigners = 1
      mayCancel = []
      closes = [:]
    }

    /// Whether anybody can be left out of it by rule, if it is known who is close to whom.
    var namesGrounds: Bool { recusal.sameCompany || !recusal.relations.isEmpty }
    var isForm: Bool { if case .form = kind { true } else { false } }
    var isSubflow: Bool { if case .subflow = kind { true } else { false } }
    var isGateway: Bool {
      switch kind {
      case .choice, .split, .join, .cc: true
      default: false
      }
    }
  }
}
