public import Diagnostics
public import FEEL
public import Rules
public import YAML

/// Reads facts that somebody fills in after a record was handed in, by the same rules as the record itself.
public struct SupplementReader: Sendable {
  private let form: RowForm
  private let takesID: Bool

  public init(_ schema: RecordSchema) {
    form = RowForm(schema.fields)
    takesID = schema["编号"] != nil
  }

  /// A mapping of fields to values. Whatever is wrong is reported at its own place; then there are no facts at all.
  ///
  /// - Returns: the value of each field that is named; `.unknown` for one that is left empty.
  public func read(_ node: Node, log: inout DiagnosticLog) -> [String: Value]? {
    let before = log.errorCount
    let names = (node.mapping ?? []).map(\.keyText)
    // A record may say its number beside its fields; who fills in facts has said already whose they are.
    for entry in node.mapping ?? [] where entry.keyText == "编号" && !takesID {
      log.report(
        Diagnostic(.unknownField, at: entry.key.span, ["name": "编号", "where_zh": "", "where_en": "the record"]))
    }
    let source = node.span.source
    var reader = FactReader(form.hides ? source.confidential : source, form)
    let outcome = reader.outcome(YAMLValue(node), ordinal: 0, log: &log)
    guard log.errorCount == before, case .taken(let record) = outcome else { return nil }
    return Dictionary(
      zip(form.names, record.values).filter { names.contains($0.0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The value of one field, as YAML writes it on one line; `nil` when it is no such value.
  public func value(_ text: String, of field: Field) -> Value? {
    var log = DiagnosticLog()
    let name = field.name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    guard let node = Node.read(Source(name: field.name, text: "{\"\(name)\": \(text)}"), log: &log) else { return nil }
    return read(node, log: &log)?[field.name]
  }
}
