public import Diagnostics
public import Records
public import Rules

extension Desk {
  /// A batch of records in the format that the file's name tells: `.xlsx`, `.csv`, `.json`, `.ndjson`, `.yaml`.
  ///
  /// - Parameters:
  ///   - sheet: which sheet of a workbook lists the nominees, where more than one could.
  ///   - progress: told now and then how many thousandths are done.
  public func records(
    _ path: String, rules: CompiledRuleSet, sheet: String? = nil, log: inout DiagnosticLog,
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws(Unreadable) -> RecordBatch? {
    Desk.records(try source(path), rules: rules, sheet: sheet, log: &log, progress: progress)
  }

  /// The same of a text that was read already.
  static func records(
    _ source: Source, rules: CompiledRuleSet, sheet: String? = nil, log: inout DiagnosticLog,
    progress: (Int, Int) -> Void = { _, _ in }
  ) -> RecordBatch? {
    guard let format = RecordFormat(fileName: source.name) else {
      log.report(Diagnostic(.unknownFormat, at: nil, ["path": source.name]))
      return nil
    }
    let batch = RecordBatch.read(
      source, as: format, rules.schema, settling: rules, sheet: sheet, log: &log, progress: progress)
    for heading in batch.heading {
      log.report(contentsOf: rules.mismatch(heading.name, heading.text, at: heading.span))
    }
    return batch
  }
}

extension CompiledRuleSet {
  /// Records and acts are judged by the rules that they were made for (评选办法 第五十条), never by another year's.
  func mismatch(_ key: String, _ text: String, at span: Span) -> [Diagnostic] {
    let own = key == "award" ? award : "\(edition)"
    guard text != own else { return [] }
    return [Diagnostic(key == "award" ? .otherAward : .otherEdition, at: span, ["own": own, "text": text])]
  }
}
