import Diagnostics
import YAML

extension FileReader {
  mutating func ballot(_ keys: Keys) -> Ballot {
    var ballot = Ballot()
    ballot.rule = keys["rule"].flatMap { voteRule($0) }
    if keys["rule"] == nil { report(.missingKey, at: keys.span, ["name": "rule"]) }
    ballot.attendance = keys["attendance"].flatMap { threshold($0) }
    ballot.isSecret = boolean(keys["secret"]) ?? false
    ballot.decidesEarly = boolean(keys["early"]) ?? true
    ballot.teller = who(keys["teller"])
    ballot.subject = word(keys["ballot"], Ballot.Subject.self) ?? .each
    for entry in keys["weights"]?.mapping ?? [] {
      if let weight = integer(entry.value) { ballot.weights[ActorID(entry.keyText)] = weight }
    }
    ballot.chairLast = boolean(keys["chair_last"]) ?? false
    ballot.forbidsProxies = word(keys["proxy"], ProxyRule.self) != nil
    ballot.isReported = word(keys["electorate"], Electorate.self) != nil
    ballot.minElectors = integer(keys["min_electors"], in: 1...1000) ?? 1
    ballot.recusedLeave = word(keys["recused"], RecusedRule.self) != .stay
    ballot.decidesTies = word(keys["ties"], TiesRule.self) != nil
    ballot.shareField = text(keys["yes_share"])
    ballot.chair = who(keys["chair"])
    ballot.allowsRemote = word(keys["online"], OnlineRule.self) != nil
    if let days = interruption(keys["unit_notice"]) { ballot.unitNotice = .workingDays(days) }
    ballot.alternates = names(keys["alternates"], ActorID.self)
    readSeats(keys, &ballot)
    if let node = keys["adjourn"], let keys = self.keys(node, ["max", "within"]) {
      ballot.maxAdjournments = integer(keys["max"])
      ballot.adjournedFor = span(keys["within"])
    }
    return ballot
  }

  private mutating func readSeats(_ keys: Keys, _ ballot: inout Ballot) {
    ballot.seats = amount(keys["seats"])
    ballot.maxChoices = amount(keys["max_choices"])
    ballot.runsOff = word(keys["tie"], TieRule.self) != nil
    ballot.moreThanSeats = list(keys["more_than_seats"]).compactMap { word($0, Ballot.SeatKey.self) }
  }

  /// `{more_than: 1/2, of: eligible}`, `{at_least: …}`, or `{expr: …}`.
  private mutating func voteRule(_ node: Node) -> Ballot.Rule? {
    if let expression = node["expr"] {
      _ = keys(node, ["expr"])
      return guardText(expression).map { .expression($0) }
    }
    return threshold(node).map { .threshold($0) }
  }

  mutating func threshold(_ node: Node) -> Ballot.Threshold? {
    guard let keys = keys(node, ["more_than", "at_least", "of"]) else { return nil }
    let base = word(required(keys, "of"), Ballot.Base.self)
    let strict = fraction(keys["more_than"])
    let weak = fraction(keys["at_least"])
    guard let share = strict ?? weak else {
      if keys["more_than"] == nil, keys["at_least"] == nil {
        report(.missingKey, at: keys.span, ["name": "more_than"])
      }
      return nil
    }
    return base.map { Ballot.Threshold(share: share, isStrict: strict != nil, base: $0) }
  }

  mutating func notice(_ keys: Keys) -> Notice {
    var notice = Notice()
    if let days = span(required(keys, "days")) { notice.days = days }
    notice.counting = word(keys["counting"], Counting.self)
    notice.endsAt = clockTime(keys["ends_at"])
    notice.objectionTo = who(keys["objection_to"])
    notice.onFounded = action(keys["on_founded"])
    notice.restartsOnChange = word(keys["on_change"], ChangeRule.self) != nil
    notice.cluesTo = who(keys["clues_to"])
    notice.postedField = text(keys["posted_field"])
    notice.recordsAnonymousOnly = word(keys["anonymous"], AnonymousRule.self) != nil
    notice.restartAfter = interruption(keys["restart_after"])
    guard let node = keys["on_objection"] else { return notice }
    if node.mapping == nil {
      _ = word(node, ObjectionRule.self)
    } else if let inner = self.keys(node, ["holds", "stage", "restart_after"]) {
      _ = word(inner["holds"], ObjectionHolds.self)
      notice.objectionStage = name(inner["stage"], StageID.self)
      if let days = interruption(inner["restart_after"]) { notice.restartAfter = days }
    }
    return notice
  }

  private mutating func interruption(_ node: Node?) -> Int? {
    guard let node, let span = span(node) else { return nil }
    if case .workingDays(let days) = span { return days }
    report(.badTimeSpan, at: node.span, ["text": span.description])
    return nil
  }
}

enum OnlineRule: String, CaseIterable { case twoFactor = "two_factor" }
enum ProxyRule: String, CaseIterable { case forbidden }
enum Electorate: String, CaseIterable { case reported }
enum TieRule: String, CaseIterable { case runOff = "run_off" }
enum TiesRule: String, CaseIterable { case decidedHere = "decided_here" }
enum ChangeRule: String, CaseIterable { case restart }
enum AnonymousRule: String, CaseIterable { case recordOnly = "record_only" }
enum ObjectionRule: String, CaseIterable { case pause }
enum ObjectionHolds: String, CaseIterable { case `case` }

enum RecusedRule: String, CaseIterable {
  case leave = "leave the electorate"
  case stay = "stay in the electorate"
}
