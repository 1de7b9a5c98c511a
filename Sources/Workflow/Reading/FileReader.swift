package import Diagnostics
package import YAML

/// Reads nodes as what they should be; says at its own place what is not, and goes on.
package struct FileReader {
  package var log = DiagnosticLog()
  /// Stages that are there, but make no sense: what leads to them is not to blame.
  package internal(set) var unread = Set<StageID>()
  /// The same of flows.
  var unreadFlows = Set<String>()
  /// People whom an acts file names before or beside the list of people, each where it does.
  package internal(set) var mentions: [Mention] = []

  package init() {}

  package struct Mention {
    package let actor: ActorID
    /// The role that the person is said to hold.
    package let role: RoleName?
    package let span: Span
  }

  package mutating func report(_ message: Message, at span: Span, _ arguments: [String: String] = [:]) {
    log.report(Diagnostic(message, at: span, arguments))
  }

  /// What was mentioned so far has been looked at.
  package mutating func forgetMentions() { mentions = [] }

  /// The values of a mapping by key. A key that is not among `allowed` is reported, with the nearest that is.
  package mutating func keys(_ node: Node, _ allowed: [String]) -> Keys? {
    guard let entries = node.mapping else {
      if !node.isNull { report(.notAMapping, at: node.span) }
      return node.isNull ? Keys(span: node.span, values: [:]) : nil
    }
    var values: [String: Node] = [:]
    for entry in entries {
      if allowed.contains(entry.keyText) {
        values[entry.keyText] = entry.value
      } else {
        unknown(.unknownKey, entry.keyText, at: entry.key.span, among: allowed)
      }
    }
    return Keys(span: node.span, values: values)
  }

  package mutating func unknown(_ message: Message, _ name: String, at span: Span, among names: [String]) {
    var diagnostic = Diagnostic(message, at: span, ["name": name])
    if let near = nearestName(to: name, among: names) {
      diagnostic.fixIts = [FixIt(replace: span, with: near, .unsafe)]
    } else if names.count <= 12 {
      diagnostic.notes = [Note(.possibleNames, at: nil, [:].naming("names", names))]
    }
    log.report(diagnostic)
  }

  package mutating func text(_ node: Node?) -> String? {
    guard let node else { return nil }
    guard let scalar = node.scalar, !node.isNull else {
      report(.notAText, at: node.span)
      return nil
    }
    return scalar.text
  }

  package mutating func integer(_ node: Node?, in range: ClosedRange<Int> = 0...1_000_000_000) -> Int? {
    guard let node else { return nil }
    guard case .integer(let text)? = node.scalar?.core, let number = Int(text), range.contains(number) else {
      report(.notAnInteger, at: node.span, ["lowest": String(range.lowerBound), "highest": String(range.upperBound)])
      return nil
    }
    return number
  }

  package mutating func boolean(_ node: Node?) -> Bool? {
    guard let node else { return nil }
    guard case .boolean(let value)? = node.scalar?.core else {
      report(.notABoolean, at: node.span)
      return nil
    }
    return value
  }

  /// The elements of a list; a single value stands for a list of one.
  package mutating func list(_ node: Node?) -> [Node] {
    guard let node else { return [] }
    if let elements = node.sequence { return elements }
    if node.isNull {
      return []
    }
    return [node]
  }

  package mutating func texts(_ node: Node?) -> [String] { list(node).compactMap { text($0) } }

  /// A list proper, where one value would be a mistake.
  package mutating func sequence(_ node: Node?) -> [Node] {
    guard let node else { return [] }
    guard let elements = node.sequence else {
      report(.notAList, at: node.span)
      return []
    }
    return elements
  }

  /// One of the words of an enumeration.
  package mutating func word<Word: RawRepresentable & CaseIterable>(_ node: Node?, _ type: Word.Type) -> Word?
  where Word.RawValue == String {
    word(node, among: Word.allCases.map(\.rawValue)).flatMap { Word(rawValue: $0) }
  }

  /// One of several words.
  package mutating func word(_ node: Node?, among words: [String]) -> String? {
    guard let node, let text = text(node) else { return nil }
    if words.contains(text) { return text }
    unknown(.notOneOf, text, at: node.span, among: words)
    return nil
  }

  /// A value that has a text of its own: a day, an instant, a duration, a fraction.
  mutating func value<Value>(_ node: Node?, _ message: Message, _ read: (String) -> Value?) -> Value? {
    guard let node, let text = text(node) else { return nil }
    if let value = read(text) { return value }
    report(message, at: node.span, ["text": text])
    return nil
  }

  package mutating func span(_ node: Node?) -> TimeSpan? { value(node, .badTimeSpan) { TimeSpan($0) } }
  package mutating func instant(_ node: Node?) -> Instant? { value(node, .badInstant) { Instant($0) } }
  mutating func day(_ node: Node?) -> Day? { value(node, .badDay) { Day($0) } }
  mutating func clockTime(_ node: Node?) -> ClockTime? { value(node, .badClockTime) { ClockTime($0) } }
  mutating func fraction(_ node: Node?) -> Fraction? { value(node, .badFraction) { Fraction($0) } }

  package mutating func name<ID: Name>(_ node: Node?, _ type: ID.Type) -> ID? {
    guard let text = text(node) else { return nil }
    if text.isEmpty, let node {
      report(.notAText, at: node.span)
      return nil
    }
    return ID(text)
  }

  package mutating func names<ID: Name>(_ node: Node?, _ type: ID.Type) -> [ID] {
    list(node).compactMap { name($0, type) }
  }

  /// A number written out or the name of a parameter.
  mutating func amount(_ node: Node?) -> Amount? {
    guard let node else { return nil }
    if case .integer? = node.scalar?.core { return integer(node).map { .number($0) } }
    return text(node).map { .parameter($0) }
  }

  /// Whatever is handed in as data. YAML has bounded the depth already.
  package func datum(_ node: Node) -> Datum {
    switch node.content {
    case .sequence(let elements): return .list(elements.map(datum))
    case .mapping(let entries):
      return .record(Dictionary(entries.map { ($0.keyText, datum($0.value)) }) { $1 })
    case .scalar(let scalar):
      switch scalar.core {
      case .null: return .null
      case .boolean(let value): return .boolean(value)
      case .integer(let text), .float(let text): return .number(text)
      case .text: return .text(scalar.text)
      }
    }
  }

  package func data(_ node: Node?) -> [String: Datum] {
    if case .record(let data)? = node.map(datum) { data } else { [:] }
  }
}

/// The values of a mapping, all keys of which are known.
package struct Keys {
  package let span: Span
  package let values: [String: Node]

  package subscript(key: String) -> Node? { values[key] }
}
