public import Diagnostics
public import FEEL
import Records
import YAML

extension Desk {
  /// Names with values from a YAML or JSON file: numbers exact, texts as texts, `@"2025-12-01"` a date.
  public func context(_ path: String, log: inout DiagnosticLog) throws(Unreadable) -> Context {
    let source = try source(path)
    if RecordFormat(fileName: path) == .json { return json(source, log: &log) }
    guard let node = Node.read(source, log: &log) else { return Context() }
    guard node.mapping != nil else {
      log.report(Diagnostic(.namesExpected, at: node.span))
      return Context()
    }
    return node.names
  }

  private func json(_ source: Source, log: inout DiagnosticLog) -> Context {
    guard let value = JSONText.value(source, log: &log) else { return Context() }
    guard case .context(let names) = value else {
      log.report(Diagnostic(.namesExpected, at: Span(source, 0..<1)))
      return Context()
    }
    return names.withTemporals
  }
}

extension Context {
  /// With texts such as `@"2025-12-01"` as the dates, times and durations that FEEL means by them.
  var withTemporals: Context { Context(entries.map { ($0.name, $0.value.withTemporals) }) }
}

extension Node {
  /// The entries of a mapping as names with values.
  var names: Context { Context((mapping ?? []).map { ($0.keyText, $0.value.value) }) }

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
  fileprivate var withTemporals: Value {
    switch self {
    case .string(let text): Value(atLiteral: text) ?? self
    case .list(let elements): .list(elements.map(\.withTemporals))
    case .context(let context): .context(context.withTemporals)
    default: self
    }
  }

  /// `@"2025-12-01"`, as FEEL writes dates, times and durations.
  fileprivate init?(atLiteral text: String) {
    guard text.hasPrefix("@\""), text.hasSuffix("\""), text.utf8.count > 3 else { return nil }
    self.init(temporal: String(text.dropFirst(2).dropLast()))
  }
}
