import Diagnostics
import YAML

/// A mapping of a rule file being read: it knows which keys may stand there and says which may not.
struct Section {
  let node: Node
  private let values: [String: Node]

  /// Reports what is no mapping, and each key that the section does not have.
  ///
  /// - Parameter naming: what a key stands for, where it is written in more than one way.
  init?(
    _ node: Node, _ section: RuleSection, naming: (String) -> String = { $0 }, log: inout DiagnosticLog
  ) {
    guard let entries = node.mapping else {
      log.report(.expected(.mapping, at: node.span))
      return nil
    }
    let keys = section.keys
    var values: [String: Node] = [:]
    for entry in entries {
      guard let written = entry.key.scalar?.text else {
        log.report(.expected(.text, at: entry.key.span))
        continue
      }
      let key = naming(written)
      if keys.contains(key) {
        values[key] = entry.value
      } else {
        log.report(.unknownKey(key, at: entry.key.span, among: keys))
      }
    }
    self.node = node
    self.values = values
  }

  subscript(key: String) -> Node? {
    guard let node = values[key], !node.isEmpty else { return nil }
    return node
  }

  func has(_ key: String) -> Bool { values[key] != nil }

  /// The node under `key`, which must be there.
  func required(_ key: String, log: inout DiagnosticLog) -> Node? {
    if let node = self[key] { return node }
    log.report(.missingKey(key, at: values[key]?.span ?? node.headSpan))
    return nil
  }

  func text(_ key: String, log: inout DiagnosticLog) -> String? { self[key]?.readText(log: &log) }

  func requiredText(_ key: String, log: inout DiagnosticLog) -> String? {
    required(key, log: &log)?.readText(log: &log)
  }

  func fragment(_ key: String, log: inout DiagnosticLog) -> Fragment? { self[key]?.readFragment(log: &log) }

  func requiredFragment(_ key: String, log: inout DiagnosticLog) -> Fragment? {
    required(key, log: &log)?.readFragment(log: &log)
  }

  func boolean(_ key: String, log: inout DiagnosticLog) -> Bool? { self[key]?.readBoolean(log: &log) }

  func integer(_ key: String, log: inout DiagnosticLog) -> Int? { self[key]?.readInteger(log: &log) }

  /// One of the raw values of an enumeration of texts.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, of type: Choice.Type, log: inout DiagnosticLog
  ) -> Choice? where Choice.RawValue == String {
    guard let node = self[key], let text = node.readText(log: &log) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    log.report(.notOneOf(text, at: node.span, choices: Choice.allCases.map(\.rawValue)))
    return nil
  }

  func list(_ key: String, log: inout DiagnosticLog) -> [Node] { self[key]?.readList(log: &log) ?? [] }
}
