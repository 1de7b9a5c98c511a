import Diagnostics
package import YAML

extension FileReader {
  static let stepKeys = [
    "do", "by", "at", "case", "stage", "command_id", "if_version", "reason", "data", "to", "to_stage", "who", "for",
    "task_of", "slot", "override", "opinion", "text", "choice", "marks", "names", "count", "votes", "issued",
    "returned",
    "eligible", "attended", "present", "points", "subject", "named", "evidence", "against", "objection", "result",
    "roles", "to_version", "mapping", "received", "touches_veto", "cases", "group", "from", "drawn", "seed", "minutes",
    "into", "online", "verified", "posted",
  ]

  mutating func step(
    _ node: Node, nominations: [ActsFile.NominationEntry], alsoKnown: [String] = []
  ) -> Step? {
    guard let keys = keys(node, Self.stepKeys + alsoKnown) else { return nil }
    guard let verbNode = required(keys, "do"), let verb = word(verbNode, Verb.self) else { return nil }
    guard let act = act(verb, keys, nominations) else { return nil }
    // Ballots are not cast one by one in a file, and the clock is nobody: what `by` leaves out, the machine does.
    let actor = name(keys["by"], ActorID.self) ?? .system
    if keys["by"] == nil, verb != .tick { report(.missingKey, at: keys.span, ["name": "by"]) }
    var command = Command(act)
    command.case = name(keys["case"], CaseID.self)
    command.stage = verb == .cancelStage ? nil : name(keys["stage"], StageID.self)
    command.id = text(keys["command_id"])
    command.ifVersion = integer(keys["if_version"])
    command.reason = keys["reason"]?.scalar?.text
    command.data = data(keys["data"])
    if let data = keys["data"], data.mapping == nil, !data.isNull { report(.notAMapping, at: data.span) }
    return Step(
      verb: verb, actor: actor, at: instant(keys["at"]), command: command, span: verbNode.span, data: keys["data"],
      places: keys.values.mapValues(\.span))
  }

  private mutating func act(
    _ verb: Verb, _ keys: Keys, _ nominations: [ActsFile.NominationEntry]
  ) -> Command.Act? {
    switch verb {
    case .start: return start(keys, nominations)
    case .submit: return .submit
    case .approve, .confirm, .publish, .name, .archive:
      return .sign(verb, for: name(keys["for"], ActorID.self), override: boolean(keys["override"]) ?? false)
    case .reject: return .reject
    case .sendBack: return name(required(keys, "to_stage"), StageID.self).map { .sendBack(to: $0) }
    case .withdraw: return .withdraw
    case .takeBack: return .takeBack
    case .transfer: return name(required(keys, "to"), ActorID.self).map { .transfer(to: $0) }
    case .delegate: return name(required(keys, "to"), ActorID.self).map { .delegate(to: $0) }
    case .resolve: return .resolve(opinion: text(keys["opinion"]))
    case .proxySet: return name(required(keys, "to"), ActorID.self).map { .setProxy(to: $0) }
    case .addSign: return .addSigners(who(required(keys, "who")))
    case .removeSign: return .removeSigners(who(required(keys, "who")))
    case .claim: return .claim(slot: name(keys["slot"], RoleName.self))
    case .unclaim: return .unclaim
    case .cast, .checkIn, .openVote, .closeVote, .adjourn, .paperResult, .writtenOpinion, .queryTally:
      return votingAct(verb, keys)
    case .recuse: return .recuse(who(keys["who"]))
    case .score: return points(keys)
    case .urge: return .urge
    case .object, .settleObjection, .amendNotice, .endNotice, .admitObjection, .dismissObjection, .prolongObjection,
      .withdrawObjection:
      return noticeAct(verb, keys)
    case .decideRecusal:
      guard let other = name(required(keys, "who"), ActorID.self),
        let result = word(required(keys, "result"), RecusalResult.self)
      else { return nil }
      return .decideRecusal(of: other, isGranted: result == .granted)
    case .draw: return drawAct(keys)
    case .merge: return name(required(keys, "into"), CaseID.self).map { .merge(into: $0) }
    case .appeal: return .appeal
    case .suspend: return .suspend
    case .resume: return .resume
    case .terminate: return .terminate
    case .cancelStage: return name(required(keys, "stage"), StageID.self).map { .cancelStage($0) }
    case .autoComplete: return .autoComplete(taskOf: name(keys["task_of"], ActorID.self))
    case .handover, .assign: return handingOver(verb, keys)
    case .setData:
      // Nothing to fill in is a slip, not an act.
      if required(keys, "data")?.mapping?.isEmpty == true { report(.missingKey, at: keys.span, ["name": "data"]) }
      return .setData
    case .retry: return .retry
    case .orgChange:
      let roles = roles(required(keys, "roles"))
      if keys["roles"] != nil, roles.isEmpty { report(.missingKey, at: keys.span, ["name": "roles"]) }
      return .changeOrganization(roles: roles)
    case .migrate: return .migrate(toVersion: integer(keys["to_version"]) ?? 0, mapping: mapping(keys["mapping"]))
    case .tick: return .tick
    case .fillReserve: return .fillReserve
    case .reviewTitle: return .reviewTitle
    case .warnTitle: return .warnTitle
    case .suspendTitle: return .suspendTitle
    case .restoreTitle: return .restoreTitle
    case .openRevocation: return .openRevocation
    case .decideRevocation: return .decideRevocation(paperResult(keys))
    case .deploy:
      report(.notInActs, at: keys.span, ["name": verb.rawValue])
      return nil
    }
  }

  private mutating func start(
    _ keys: Keys, _ nominations: [ActsFile.NominationEntry]
  ) -> Command.Act {
    .start(
      nominations: Dictionary(nominations.map { ($0.id, $0.nomination) }) { first, _ in first },
      subject: name(keys["subject"], ActorID.self))
  }

  private mutating func handingOver(_ verb: Verb, _ keys: Keys) -> Command.Act? {
    guard let holder = name(required(keys, "task_of"), ActorID.self),
      let other = name(required(keys, "to"), ActorID.self)
    else { return nil }
    return verb == .handover ? .handover(of: holder, to: other) : .assign(taskOf: holder, to: other)
  }

  private mutating func noticeAct(_ verb: Verb, _ keys: Keys) -> Command.Act? {
    switch verb {
    case .object: return objection(keys)
    case .settleObjection:
      guard let result = word(required(keys, "result"), ObjectionResult.self) else { return nil }
      let number = integer(keys["objection"])
      switch result {
      case .founded, .unfounded: return .settleObjection(number: number, isFounded: result == .founded)
      case .partly: return .settleOtherwise(number: number, .partly)
      case .dropped: return .settleOtherwise(number: number, .dropped)
      }
    case .admitObjection:
      return .admitObjection(number: integer(keys["objection"]), touchesVeto: boolean(keys["touches_veto"]) ?? false)
    case .dismissObjection: return .dismissObjection(number: integer(keys["objection"]))
    case .prolongObjection: return .prolongObjection(number: integer(keys["objection"]))
    case .withdrawObjection: return .withdrawObjection(number: integer(keys["objection"]))
    case .amendNotice: return .amendNotice
    default: return .endNotice
    }
  }

  /// By the one who objects; or entered by the office, with the time at which it was received.
  private mutating func objection(_ keys: Keys) -> Command.Act? {
    let (named, evidence) = (boolean(keys["named"]) ?? true, integer(keys["evidence"]) ?? 0)
    let (against, text) = (name(keys["against"], ActorID.self), text(keys["text"]))
    guard keys["received"] != nil || keys["for"] != nil else {
      return .object(named: named, evidence: evidence, against: against, text: text)
    }
    guard let receivedAt = received(required(keys, "received")),
      let objector = name(required(keys, "for"), ActorID.self)
    else { return nil }
    return .registerObjection(
      ReceivedObjection(
        objector: objector, receivedAt: receivedAt, isNamed: named, evidence: evidence, against: against, text: text))
  }

  /// The time of receipt; of a letter the day of its postmark, which counts until the office closes (邮戳当日有效).
  private mutating func received(_ node: Node?) -> Instant? {
    guard let node, let text = text(node) else { return nil }
    if let day = Day(text) { return Instant(day, .midnight) }
    return instant(node)
  }

  private mutating func drawAct(_ keys: Keys) -> Command.Act? {
    guard let stage = name(required(keys, "stage"), StageID.self) else { return nil }
    let one = name(keys["case"], CaseID.self).map { [$0] } ?? []
    return .draw(
      Draw(
        stage: stage, cases: one + names(keys["cases"], CaseID.self), group: text(keys["group"]),
        pool: texts(keys["from"]), drawn: texts(keys["drawn"]), seed: text(keys["seed"]),
        minutes: text(keys["minutes"])))
  }

  /// As it was written: 88.50 stays 88.50.
  private mutating func points(_ keys: Keys) -> Command.Act? {
    guard let node = required(keys, "points"), let text = text(node) else { return nil }
    switch node.scalar?.core {
    case .integer?, .float?: return .score(text)
    default:
      report(.notANumber, at: node.span)
      return nil
    }
  }

  private mutating func votingAct(_ verb: Verb, _ keys: Keys) -> Command.Act? {
    switch verb {
    case .cast: return vote(keys).map { .cast($0) }
    case .checkIn:
      let present = names(required(keys, "present"), ActorID.self)
      guard keys["online"] != nil else { return .checkIn(present) }
      return .checkInRemote(
        present: present, remote: names(keys["online"], ActorID.self), verified: names(keys["verified"], ActorID.self))
    case .openVote: return .openVote
    case .closeVote: return .closeVote
    case .adjourn: return .adjourn
    case .paperResult: return .paperResult(paperResult(keys))
    case .writtenOpinion: return .writtenOpinion(text(keys["text"]) ?? "")
    default: return .queryTally
    }
  }

  private mutating func vote(_ keys: Keys) -> Vote? {
    if keys["names"] != nil { return .names(names(keys["names"], CaseID.self)) }
    guard let marks = keys["marks"] else {
      if keys["choice"] == nil { report(.ballotMissing, at: keys.span) }
      return word(keys["choice"], Choice.self).map { .choice($0) }
    }
    var found: [CaseID: Choice] = [:]
    for entry in marks.mapping ?? [] {
      if let choice = word(entry.value, Choice.self) { found[CaseID(entry.keyText)] = choice }
    }
    if marks.mapping == nil { report(.notAMapping, at: marks.span) }
    return .marks(found)
  }

  private mutating func paperResult(_ keys: Keys) -> PaperResult {
    var result = PaperResult(
      issued: integer(keys["issued"]), returned: integer(keys["returned"]), eligible: integer(keys["eligible"]),
      present: integer(keys["attended"]))
    result.count = keys["count"].map { count($0) }
    result.posting = posting(keys["posted"])
    for entry in keys["votes"]?.mapping ?? [] {
      // A number alone: so many in favour.
      let isNumber = entry.value.mapping == nil
      result.cases[CaseID(entry.keyText)] =
        isNumber ? Count(yes: integer(entry.value) ?? 0) : count(entry.value)
    }
    return result
  }

  package mutating func count(_ node: Node) -> Count {
    guard let keys = keys(node, ["yes", "no", "abstain", "spoiled"]) else { return Count() }
    return Count(
      yes: integer(keys["yes"]) ?? 0, no: integer(keys["no"]) ?? 0, abstain: integer(keys["abstain"]) ?? 0,
      spoiled: integer(keys["spoiled"]) ?? 0)
  }

  private mutating func roles(_ node: Node?) -> [RoleName: [ActorID]] {
    var found: [RoleName: [ActorID]] = [:]
    for entry in node?.mapping ?? [] { found[RoleName(entry.keyText)] = names(entry.value, ActorID.self) }
    return found
  }

  private mutating func mapping(_ node: Node?) -> [StageID: StageID] {
    var found: [StageID: StageID] = [:]
    for entry in node?.mapping ?? [] { found[StageID(entry.keyText)] = name(entry.value, StageID.self) }
    return found
  }
}

enum ObjectionResult: String, CaseIterable { case founded, unfounded, partly, dropped }
enum RecusalResult: String, CaseIterable { case granted, denied }
