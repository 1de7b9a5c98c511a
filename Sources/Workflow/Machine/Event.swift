public import Outcomes

/// Something that has happened: what is stored for ever, and what a round is folded from.
public struct Event: Sendable, Hashable, Codable {
  public let at: Instant
  /// Who acted; `system` for what follows by rule.
  public let by: ActorID
  /// `nil`: the round.
  public let `case`: CaseID?
  public let change: Change

  public init(at instant: Instant, by actor: ActorID, case id: CaseID?, change: Change) {
    at = instant
    by = actor
    `case` = id
    self.change = change
  }

  /// What takes much room stands apart (`indirect`), so that an event is a few words to copy.
  public enum Change: Sendable, Hashable, Codable {
    /// A round of these cases begins, or these cases join it.
    indirect case began(cases: [NewCase], version: Int, isLone: Bool)
    /// Somebody acted; a secret ballot's content is not in the command.
    indirect case accepted(Act)
    /// What is known of the case's data.
    case dataSet([String: Datum])
    case entered(Opening)
    case slotChanged(opening: Int, Slot)
    indirect case voteChanged(opening: Int, VoteSession)
    indirect case clockChanged(opening: Int, of: CaseID, NoticeClock)
    indirect case deadlineChanged(opening: Int, Deadline?)
    indirect case cutoffChanged(opening: Int, Deadline?)
    case cutOff(opening: Int)
    indirect case objectionChanged(Objection)
    /// The case goes on from the opening; it has served it.
    case left(opening: Int, Departure)
    /// Nothing more happens in the opening.
    case closed(opening: Int, Opening.Ending)
    /// It waits for a round stage to open.
    case arrived(StageID?)
    case stateChanged(Case.State)
    indirect case assessed(StageID, Phase?, RuleResult)
    case outcomeChanged(Outcome, at: StageID?)
    case ranked(place: Int)
    /// `nil`: there is none any more.
    indirect case incident(Incident?)
    indirect case incidentSettled(Incident)
    indirect case guardAnswered(GuardKey, GuardAnswer)
    indirect case forked(Fork)
    indirect case forkChanged(Fork)
    indirect case resumePoint(ResumePoint?)
    /// Back to an earlier stage; round stages behind it have to be served again.
    indirect case sentBack(from: StageID, to: StageID, forgets: [StageID])
    /// Somebody answers, with a reason, for going on with these facts open.
    case pendingAccepted(reasons: [String])
    /// A case joins a notice that is open, with days of its own.
    indirect case joined(opening: Int, NoticeClock)
    case lateNoted(opening: Int)
    case reminded(opening: Int, on: Day)
    case urged(opening: Int, on: Day)
    case heldPending(StageID?)
    indirect case namedDeadline(String, Deadline)
    indirect case suspensionChanged(Suspension?)
    case appealed
    case vacated(CaseID)
    case filled(vacated: CaseID, by: CaseID?)
    /// The round runs another version of its workflow from here on.
    indirect case migrated(Migration)
    /// The list of an opening in a new order, with new places in it.
    case relisted(opening: Int, [Slot])
    indirect case stoodBack(Recusal)
    indirect case recusalAsked(RecusalRequest)
    indirect case recusalDecided(RecusalRequest)
    indirect case drawn(Draw)
    /// 重复推荐并入.
    case mergedInto(CaseID)
    /// Something has come up against a title that has been given.
    case revocationOpened(Revocation)
    /// 动态管理.
    indirect case titleChanged(TitleAct)
    /// An entry of the machine's own.
    indirect case noted(LogEntry)
  }

  /// An accepted command.
  public struct Act: Sendable, Hashable, Codable {
    public let verb: Verb
    public let command: Command
    /// The stage acted in.
    public let stage: StageID?
    public let opening: Int?
    /// To whom, whom, or for whom; one entry of the log for each.
    public let whom: [ActorID]
    /// A secret ballot: logged as `took_part`, and the command says nothing of the choice.
    public let isSecret: Bool
  }

  public struct NewCase: Sendable, Hashable, Codable {
    public let id: CaseID
    public let nomination: Nomination
  }

  public enum Departure: String, Sendable, Hashable, Codable {
    case passed, rejected, returned, withdrawn, ended, cancelled
  }
}
