public import Diagnostics
public import FEEL
import YAML

extension Desk {
  /// Names with values from a YAML or JSON file: numbers exact, texts as texts, `@"2025-12-01"` a date.
  public func context(_ path: String, log: inout DiagnosticLog) throws(Unreadable) -> Context {
    let source = try source(path)
    guard let node = Node.read(source, log: &log) else { return Context() }
    guard let entries = node.mapping else {
      log.report(Diagnostic(.namesExpected, at: node.span))
      return Context()
    }
    return Context(entries.map { ($0.keyText, $0.value.value) })
  }
}

extension Node {
  fileprivate var value: Value {
    switch content {
    case .sequence(let elements): .list(elements.map(\.value))
    case .mapping(let entries): .context(Context(entries.map { ($0.keyText, $0.value.value) }))
    case .scalar(let scalar): scalar.value
    }
  }
}

extension Scalar {
  fileprivate var value: Value {
    switch core {
    case .null: .null
    case .boolean(let holds): .boolean(holds)
    case .integer(let text), .float(let text): Decimal(text).map(Value.number) ?? .string(text)
    case .text: Value(atLiteral: text) ?? .string(text)
    }
  }
}

extension Value {
  /// `@"2025-12-01"`, as FEEL writes dates, times and durations.
  fileprivate init?(atLiteral text: String) {
    guard text.hasPrefix("@\""), text.hasSuffix("\""), text.utf8.count > 3 else { return nil }
    self.init(temporal: String(text.dropFirst(2).dropLast()))
  }
}
