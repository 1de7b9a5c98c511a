public import Diagnostics
public import Rules

extension RecordBatch {
  /// A fact that is tried out with another value: a field's name, and the value as YAML writes it on one line.
  public struct Trial: Sendable {
    public let field: String
    public let text: String

    /// `主题党日次数=11`, `荣誉=[]`; an empty value or `null` takes the fact away. `nil` without a name or a sign.
    public init?(_ text: String) {
      guard let sign = text.firstIndex(of: "="), sign != text.startIndex else { return nil }
      field = CellText.trimmed(String(text[..<sign]))
      self.text = String(text[text.index(after: sign)...])
    }

    /// As it was asked for; what is sensitive is masked.
    public func shown(_ schema: RecordSchema) -> String {
      "\(field)=\(ResidentNumber.concealed(in: schema[field]?.shown(text) ?? text))"
    }
  }

  /// The batch with some facts of one record changed; nothing is written anywhere.
  ///
  /// - Returns: `nil` when a name is no field or a value does not fit it; the log says where.
  public func changing(
    _ trials: [Trial], of record: Record, _ schema: RecordSchema, log: inout DiagnosticLog
  ) -> RecordBatch? {
    let before = log.errorCount
    var values = record.values
    for trial in trials {
      let text = "- {\"\(trial.field.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\": \(trial.text)}\n"
      let source = Source(name: "--set", text: text)
      let changed = RecordBatch.read(source, as: .yaml, schema, log: &log)
      guard let only = changed.records.first, let index = record.names.firstIndex(of: trial.field) else { continue }
      values[index] = only.values[index]
    }
    guard log.errorCount == before else { return nil }
    return with(records.map { $0.ordinal == record.ordinal ? $0.with(values) : $0 })
  }
}
