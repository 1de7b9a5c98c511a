public import Diagnostics
public import YAML

/// What people did in a round, one step after the other: an acts file.
public struct ActsFile: Sendable {
  /// What the file says it belongs to (`award`, `edition`), with places; nothing where it does not say.
  public var heading: [(name: String, text: String, span: Span)]
  public var organization: Organization
  /// In the order of the file.
  public var nominations: [NominationEntry]
  public var steps: [Step]

  /// A case, and who stands for it.
  public struct NominationEntry: Sendable {
    public let id: CaseID
    public let nomination: Nomination
    /// Where the case is named.
    public let span: Span
    /// Where its record is named, if it is.
    public let recordSpan: Span?
    /// What is handed in with it, as it is written.
    public let data: Node?
  }

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
    var file = ActsFile(
      heading: heading, organization: organization, nominations: reader.nominations(keys["nominations"]), steps: [])
    for item in reader.sequence(reader.required(keys, "steps")) {
      if let step = reader.step(item, nominations: file.nominations) { file.steps.append(step) }
    }
    reader.check(file)
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
  /// The word under `do`.
  public let span: Span
  /// What stands under `data`, as it is written.
  public let data: Node?
  /// Where the values of the keys are written.
  let places: [String: Span]

  /// The start of a round with these nominations, by somebody who says so outside a file.
  ///
  /// - Precondition: there are nominations.
  public init(starting nominations: [ActsFile.NominationEntry], by actor: ActorID) {
    let all = Dictionary(nominations.map { ($0.id, $0.nomination) }) { first, _ in first }
    self.init(
      verb: .start, actor: actor, at: nil, command: Command(.start(nominations: all, subject: nil)),
      span: nominations[0].span, data: nil, places: [:])
  }

  init(
    verb: Verb, actor: ActorID, at instant: Instant?, command: Command, span: Span, data: Node?, places: [String: Span]
  ) {
    self.verb = verb
    self.actor = actor
    at = instant
    self.command = command
    self.span = span
    self.data = data
    self.places = places
  }

  /// The same step with another command.
  public func with(_ command: Command) -> Step {
    Step(verb: verb, actor: actor, at: at, command: command, span: span, data: data, places: places)
  }

  /// Where the value of a key is written; without it, the word under `do`.
  public func place(of key: String) -> Span { places[key] ?? span }

  /// Reads a single step. `alsoKnown`: keys that somebody else reads.
  public static func read(
    _ node: Node, nominations: [ActsFile.NominationEntry] = [], alsoKnown: [String] = [],
    log: inout DiagnosticLog
  ) -> Step? {
    var reader = FileReader()
    defer { log.report(contentsOf: reader.log.diagnostics) }
    return reader.step(node, nominations: nominations, alsoKnown: alsoKnown)
  }
}

extension FileReader {
  /// Steps by people whom the file does not know, or about cases that it does not name.
  fileprivate mutating func check(_ file: ActsFile) {
    let people = file.organization.people.keys.map(\.rawValue).sorted()
    let known = Set(people + [ActorID.system.rawValue, ActorID.anonymous.rawValue])
    let cases = file.nominations.map(\.id.rawValue)
    for mention in mentions where !known.contains(mention.actor.rawValue) {
      let name = mention.actor.rawValue
      guard let role = mention.role else {
        unknown(.unknownActor, name, at: mention.span, among: people)
        continue
      }
      report(.unknownMember, at: mention.span, ["role": role.rawValue, "name": name])
    }
    var last: Instant?
    for step in file.steps {
      if !known.contains(step.actor.rawValue) {
        unknown(.unknownActor, step.actor.rawValue, at: step.place(of: "by"), among: people)
      }
      if let id = step.command.case, !cases.contains(id.rawValue) {
        unknown(.unknownCase, id.rawValue, at: step.place(of: "case"), among: cases)
      }
      if let at = step.at {
        if let last, at < last { report(.stepBeforeLast, at: step.place(of: "at"), ["at": at.description]) }
        last = at
      } else if last == nil {
        report(.missingKey, at: step.span, ["name": "at"])
      }
    }
  }
}
