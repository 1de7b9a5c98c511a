public import Diagnostics
public import Records
public import Rules

extension Desk {
  /// A batch of records in the format that the file's name tells: `.csv`, `.json`, `.ndjson`, `.yaml`.
  public func records(
    _ path: String, rules: CompiledRuleSet, log: inout DiagnosticLog
  ) throws(Unreadable) -> RecordBatch? {
    guard let format = RecordFormat(fileName: path) else {
      log.report(Diagnostic(.unknownFormat, at: nil, ["path": path]))
      return nil
    }
    return RecordBatch.read(try source(path), as: format, rules.schema, log: &log)
  }
}
