public import Diagnostics
public import YAML

/// What people did in a round, one step after the other: an acts file.
public struct ActsFile: Sendable {
  /// What the file says it belongs to (`award`, `edition`), with places; nothing where it does not say.
  public var heading: [(name: String, text: String, span: Span)]
  public var organization: Organization
  /// In the order of the file.
  public var nominations: [(id: CaseID, nomination: Nomination)]
  public var steps: [Step]

  /// Everything that is wrong is reported at its own place. `nil` only if there is no mapping at all.
  public static func read(_ node: Node, log: inout DiagnosticLog) -> ActsFile? {
    var reader = FileReader()
    defer { log.report(contentsOf: reader.log.diagnostics) }
    guard let keys = reader.keys(node, ["award", "edition", "org", "proxies", "nominations", "steps"]) else {
      return nil
    }
    let heading = ["award", "edition"].compactMap { name in
      keys[name].flatMap { node in reader.text(node).map { (name: name, text: $0, span: node.span) } }
    }
    var organization = keys["org"].map { reader.organization($0) } ?? Organization()
    organization.proxies = reader.proxies(keys["proxies"])
    let nominations = reader.nominations(keys["nominations"])
    var file = ActsFile(
      heading: heading, organization: organization,
      nominations: nominations.map { (id: $0.0, nomination: $0.1) }, steps: [])
    for item in reader.sequence(reader.required(keys, "steps")) {
      if let step = reader.step(item, nominations: file.nominations) { file.steps.append(step) }
    }
    reader.check(file, nominations)
    return file
  }
}

/// One step: who does what, and when.
public struct Step: Sendable {
  public let verb: Verb
  public let actor: ActorID
  /// `nil`: at the instant of the step before.
  public let at: Instant?
  public let command: Command
  public let span: Span

  /// Reads a single step. `alsoKnown`: keys that somebody else reads.
  public static func read(
    _ node: Node, nominations: [(id: CaseID, nomination: Nomination)] = [], alsoKnown: [String] = [],
    log: inout DiagnosticLog
  ) -> Step? {
    var reader = FileReader()
    defer { log.report(contentsOf: reader.log.diagnostics) }
    return reader.step(node, nominations: nominations, alsoKnown: alsoKnown)
  }
}

extension FileReader {
  /// Steps by people whom the file does not know, or about cases that it does not name.
  fileprivate mutating func check(_ file: ActsFile, _ nominations: [(CaseID, Nomination, Span)]) {
    let people = file.organization.people.keys.map(\.rawValue).sorted()
    let known = Set(people + [ActorID.system.rawValue, ActorID.anonymous.rawValue])
    let cases = file.nominations.map(\.id.rawValue)
    for (_, nomination, span) in nominations where !known.contains(nomination.initiator.rawValue) {
      unknown(.unknownActor, nomination.initiator.rawValue, at: span, among: people)
    }
    for (_, nomination, span) in nominations {
      for member in nomination.roles.values.flatMap({ $0 }).sorted() where !known.contains(member.rawValue) {
        unknown(.unknownActor, member.rawValue, at: span, among: people)
      }
    }
    for (role, members) in file.organization.roles.sorted(by: { $0.key < $1.key }) {
      for member in members where !known.contains(member.rawValue) {
        log.report(Diagnostic(.unknownMember, at: nil, ["role": role.rawValue, "name": member.rawValue]))
      }
    }
    var last: Instant?
    for step in file.steps {
      if !known.contains(step.actor.rawValue) {
        unknown(.unknownActor, step.actor.rawValue, at: step.span, among: people)
      }
      if let id = step.command.case, !cases.contains(id.rawValue) {
        unknown(.unknownCase, id.rawValue, at: step.span, among: cases)
      }
      if let at = step.at {
        if let last, at < last { report(.stepBeforeLast, at: step.span, ["at": at.description]) }
        last = at
      } else if last == nil {
        report(.missingKey, at: step.span, ["name": "at"])
      }
    }
  }
}
