public import Outcomes

/// What happened in a case, stage by stage, as data: for part 五（程序）of a justification. Reports makes the sentences.
public struct History: Sendable, Hashable, Codable {
  public let `case`: CaseID
  public let stages: [StageHistory]
  public let objections: [Objection]
  public let outcome: Outcome?
  public let outcomeStage: StageID?
  /// How the workflow file calls that stage, and the clause that asks for it.
  public let outcomeStageName: String?
  public let outcomeBasis: String?
  public let state: Case.State
  public let endedAt: Instant?
  /// Why somebody had no part in it.
  public let recusals: [Recusal]
  /// Each time that it was handed in.
  public let submissions: [Case.Submission]
  public let mergedInto: CaseID?
  /// What has come up against the title since it was given.
  public let revocations: [Revocation]
  /// `nil`: it has not been given one, or the workflow says nothing of what comes after.
  public let title: TitleHistory?
  /// `nil`: it is over.
  public let whereabouts: Whereabouts?
}

/// What has become of a title, and what is due.
public struct TitleHistory: Sendable, Hashable, Codable {
  /// How the workflow file calls its management, and the clause that asks for it.
  public let name: String?
  public let basis: String?
  public let acts: [TitleAct]
  public let namedAt: Instant
  /// The last day on which it is valid.
  public let lastDay: Day?
  /// `nil`: there is none to come.
  public let nextReview: Deadline?
  /// Of a revocation that has been asked for: until when the vote has to be held.
  public let decisionDue: Deadline?
  /// Of a revoked title: through which day the nominee is not accepted again.
  public let barredThrough: Day?
}

/// One time that a stage was open for the case.
public struct StageHistory: Sendable, Hashable, Codable {
  public let stage: StageID
  /// As the workflow file calls it.
  public let name: String?
  /// The clause that asks for it.
  public let basis: String?
  public let scope: Stage.Scope
  public let enteredAt: Instant
  /// `nil`: still open.
  public let leftAt: Instant?
  public let deadline: Deadline?
  public let wasLate: Bool
  /// The common deadline at which it was cut off, and how the file calls it.
  public let cutOff: CutOff?
  /// Sent back, and nothing was handed in within the time given.
  public let wasLeftUncorrected: Bool
  /// Passed, rejected, returned …; `nil`: still open.
  public let ending: Event.Departure?
  /// Who was asked, what each did, when, as what, and why; in the order of the list.
  public let acts: [ActHistory]
  public let tally: Tally?
  /// The votes for this case between those who were level at the line; they were voted on beside the list.
  public let tieTally: Tally?
  /// Void counts, adjourned sessions, the count before a run-off.
  public let earlierTallies: [Tally]
  /// Who presided over it.
  public let presiding: ActorID?
  /// Members who stood back from this case.
  public let recused: [ActorID]
  public let notice: NoticeHistory?
  /// What the rules said when the stage was served.
  public let assessment: Case.Assessment?
}

public struct CutOff: Sendable, Hashable, Codable {
  public let name: String?
  public let at: Instant
}

public struct ActHistory: Sendable, Hashable, Codable {
  /// Who holds the place; for a pool that nobody has taken, nobody.
  public let actor: ActorID?
  public let role: RoleName?
  /// `nil`: still open.
  public let ending: Slot.Ending?
  public let signature: Signature?
  public let opinions: [Slot.Opinion]
  public let score: String?
  /// Replies that a correction has replaced.
  public let superseded: [Signature]
}

public struct NoticeHistory: Sendable, Hashable, Codable {
  public let postedAt: Instant
  public let counting: Counting
  public let ends: Instant
  public let isProvisional: Bool
  public let restarts: Int
}

extension Machine {
  /// In the order in which the stages were entered; `nil` if there is no such case.
  public func history(of id: CaseID, in round: Round) -> History? {
    guard let item = round.cases[id] else { return nil }
    let own = item.openings.map { ($0, Stage.Scope.case) }
    let common = round.openings.filter { $0.cases.contains(id) }.map { ($0, Stage.Scope.round) }
    let ordered = (own + common).sorted { $0.0.sequence < $1.0.sequence }
    let definition = definition(of: round)
    return History(
      case: id, stages: ordered.map { entry($0.0, $0.1, item, definition) }, objections: item.objections,
      outcome: item.outcome,
      outcomeStage: item.outcomeStage, outcomeStageName: item.outcomeStage.flatMap { definition[$0]?.name },
      outcomeBasis: item.outcomeStage.flatMap { definition[$0]?.basis }, state: item.state, endedAt: item.endedAt,
      recusals: item.recusals, submissions: item.submissions, mergedInto: item.mergedInto,
      revocations: item.revocations, title: title(of: item, definition),
      whereabouts: whereabouts(of: item, in: round))
  }

  private func title(of item: Case, _ definition: WorkflowDefinition) -> TitleHistory? {
    guard let namedAt = item.namedAt, let stage = definition.afterwards.flatMap({ definition[$0] }),
      case .manage(let rules) = stage.kind
    else { return nil }
    let within = rules.revocation?.within
    let revoked = item.titleActs.last { $0.kind == .revoked }
    return TitleHistory(
      name: stage.name, basis: stage.basis, acts: item.titleActs, namedAt: namedAt,
      lastDay: item.lastDay(rules, definition),
      nextReview: item.nextReview(rules, definition, calendar),
      decisionDue: item.openRevocation.flatMap { opened in
        within.map { calendar.deadline($0, from: opened.at, definition) }
      },
      barredThrough: revoked.flatMap { act in
        rules.revocation?.barred?.lastDay(from: act.at.day, definition.counting)
      })
  }

  /// A stage that was over before a migration is told as its own version has it.
  private func entry(
    _ opening: Opening, _ scope: Stage.Scope, _ item: Case, _ definition: WorkflowDefinition
  ) -> StageHistory {
    let stage = opening.origin.map { shelf[$0.version]?[$0.stage] } ?? definition[opening.stage]
    let leaving = opening.departures[item.id]
    let end = leaving?.at ?? opening.endedAt
    let recused = opening.slots.filter { $0.ending == .recused }.compactMap { $0.holder }
    return StageHistory(
      stage: opening.origin?.stage ?? opening.stage, name: stage?.name, basis: stage?.basis, scope: scope,
      enteredAt: opening.enteredAt,
      leftAt: end, deadline: opening.deadline, wasLate: opening.isOverdue,
      cutOff: opening.isCutOff ? opening.cutoff.map { CutOff(name: stage?.due?.until, at: $0.due) } : nil,
      wasLeftUncorrected: opening.overdueOutcome != nil && opening.isOverdue,
      ending: leaving?.how ?? opening.ending.flatMap { Event.Departure(rawValue: $0.rawValue) },
      acts: opening.slots.filter { $0.isAsked || $0.ending != nil }.map(act),
      tally: opening.vote?.caseTallies[item.id] ?? opening.vote?.tally,
      tieTally: opening.vote?.tieTallies[item.id], earlierTallies: opening.vote?.earlier ?? [],
      presiding: opening.vote?.presidingOver?[item.id] ?? opening.vote?.presiding,
      recused: recused + (opening.vote?.recusedFrom[item.id] ?? []),
      notice: opening.clocks[item.id].map(notice),
      assessment: item.results.last {
        $0.stage == opening.stage && $0.phase == stage?.phase && $0.at >= opening.enteredAt && $0.at <= end ?? $0.at
      }
    )
  }

  private func act(_ slot: Slot) -> ActHistory {
    ActHistory(
      actor: slot.holder, role: slot.role, ending: slot.ending, signature: slot.signature, opinions: slot.opinions,
      score: slot.score, superseded: slot.superseded ?? [])
  }

  private func notice(_ clock: NoticeClock) -> NoticeHistory {
    NoticeHistory(
      postedAt: clock.postedAt, counting: clock.counting, ends: clock.deadline.due,
      isProvisional: clock.deadline.isProvisional, restarts: clock.restarts)
  }
}
