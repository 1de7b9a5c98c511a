import Workflow

/// `verb actor -> actor stage`; parts left out are not compared.
struct LogPattern: Sendable, Hashable {
  let verb: String
  let actor: ActorID?
  let whom: ActorID?
  let stage: StageID?

  func matches(_ entry: LogEntry) -> Bool {
    entry.verb == verb && (actor == nil || entry.actor == actor) && (whom == nil || entry.whom == whom)
      && (stage == nil || entry.stage == stage)
  }

  var description: String {
    [verb, actor?.rawValue, whom.map { "-> \($0)" }, stage?.rawValue].compactMap(\.self).joined(separator: " ")
  }
}

extension LogPattern {
  /// What a text of this form cannot be read for.
  enum Fault: Error {
    /// Not of this form at all.
    case form
    case unknownVerb(String)
    /// Neither a person nor a stage that the scenario knows.
    case unknownName(String)
  }

  /// Reads a pattern. A name that is both a person's and a stage's is the person's.
  init(_ text: String, isActor: (String) -> Bool, isStage: (String) -> Bool) throws(Fault) {
    var words = text.split(separator: " ").map(String.init)
    guard !words.isEmpty else { throw .form }
    verb = words.removeFirst()
    guard Self.verbs.contains(verb) else { throw .unknownVerb(verb) }
    var actor: ActorID?
    var whom: ActorID?
    if let first = words.first, first != "->", isActor(first) {
      actor = ActorID(first)
      words.removeFirst()
    }
    if words.first == "->" {
      guard actor != nil, words.count > 1 else { throw .form }
      guard isActor(words[1]) else { throw .unknownName(words[1]) }
      whom = ActorID(words[1])
      words.removeFirst(2)
    }
    if let name = words.first {
      guard isStage(name) else { throw .unknownName(name) }
      words.removeFirst()
      stage = StageID(name)
    } else {
      stage = nil
    }
    guard words.isEmpty else { throw .form }
    (self.actor, self.whom) = (actor, whom)
  }

  /// Those of the commands, and those of the machine's own entries.
  static let verbs =
    Verb.allCases.map(\.rawValue) + [
      "enter", "took_part", "closed_by_peer", "returned", "expired", "removed", "cancelled", "lapse", "alternate",
      "auto_skip", "self_approval", "remind", "overdue", "escalate", "cc", "record_objection", "incident",
    ]
}
