import Outcomes

/// Something that was done about a title after it had been given.
public struct TitleAct: Sendable, Hashable, Codable {
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case reviewed, warned, suspended, restored, revoked
    /// 票决未过: the title stands as it stood.
    case kept
  }

  public let kind: Kind
  public let at: Instant
  public let by: ActorID
  public let reason: String?
  /// By when it has to be put right. Nothing happens by itself when that has passed.
  public let due: Deadline?
  /// After the time for it had passed.
  public let wasLate: Bool
  /// What the rules said in a review.
  public let result: RuleResult?
  public let tally: Tally?

  init(
    _ kind: Kind, at instant: Instant, by actor: ActorID, reason: String?, due: Deadline? = nil, wasLate: Bool = false,
    result: RuleResult? = nil, tally: Tally? = nil
  ) {
    self.kind = kind
    at = instant
    by = actor
    self.reason = reason
    self.due = due
    self.wasLate = wasLate
    self.result = result
    self.tally = tally
  }
}

extension Case {
  /// It has been given the title, and the title has not been revoked.
  package var isTitled: Bool { self.outcome == .named || self.outcome == .suspended }

  /// The selection is over for it, and the title lives on.
  public var holdsTitle: Bool { self.state == .approved && self.isTitled }

  /// Asked for, and not voted on yet.
  public var openRevocation: Revocation? {
    self.revocations.count > self.settledRevocations ? self.revocations.last : nil
  }

  /// 整改中 or 暂停中: the last of these, if nobody has lifted it.
  public var standingCensure: TitleAct? {
    let censures = self.titleActs.filter { $0.kind == .warned || $0.kind == .suspended || $0.kind == .restored }
    return censures.last.flatMap { $0.kind == .restored ? nil : $0 }
  }

}

extension Case {
  /// When the next yearly review is due; one that left facts open does not count.
  func nextReview(_ rules: Management, _ definition: WorkflowDefinition, _ calendar: WorkCalendar) -> Deadline? {
    guard let span = rules.review, let namedAt = self.namedAt, self.isTitled else { return nil }
    let last = self.titleActs.last { $0.kind == .reviewed && $0.result?.outcome != .pending }?.at ?? namedAt
    let due = calendar.deadline(span, from: last, definition)
    if let end = lastDay(rules, definition), due.due.day > end { return nil }
    return due
  }

  /// The last day on which the title is valid.
  func lastDay(_ rules: Management, _ definition: WorkflowDefinition) -> Day? {
    guard let valid = rules.valid, let namedAt = self.namedAt else { return nil }
    return valid.lastDay(from: namedAt.day, definition.counting)
  }
}

extension WorkCalendar {
  func deadline(_ span: TimeSpan, from start: Instant, _ definition: WorkflowDefinition) -> Deadline {
    let end = end(of: span, from: start, counting: definition.counting, endsAt: definition.endsAt)
    return Deadline(
      due: end.value, isProvisional: end.isProvisional, from: start, within: span, counting: definition.counting,
      pausedAt: nil)
  }
}

extension Deadline {
  /// A provisional one is never missed.
  func isMissed(at now: Instant) -> Bool { !isProvisional && now.minutes > due.minutes }
}

extension Round {
  public var holdsTitles: Bool { order.contains { cases[$0]?.holdsTitle ?? false } }

  /// What may still be done when the selection has been closed: titles live on, and with them 动态管理, corrected
  /// replies (E38), and changes among those who see to it.
  public func isManagement(_ command: Command) -> Bool {
    let id = command.case ?? (isLone ? order.first : nil)
    return switch command.act {
    case .sign, .reject: id.flatMap { cases[$0]?.holdsTitle } ?? false
    case .changeOrganization: holdsTitles
    default: command.act.isAboutTitle
    }
  }
}

extension Command.Act {
  var isAboutTitle: Bool {
    switch self {
    case .reviewTitle, .warnTitle, .suspendTitle, .restoreTitle, .openRevocation, .decideRevocation: true
    default: false
    }
  }
}
