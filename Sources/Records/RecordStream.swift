public import Diagnostics
public import Rules

/// What became of one row of a file.
public enum RecordOutcome: Sendable {
  case taken(Record)
  case refused(Refusal)
}

/// The records of a file one after the other, for files that are too large to keep.
///
/// Unlike `RecordBatch` it does not notice that two records have the same key.
public struct RecordStream: Sendable {
  private let source: Source
  private let format: RecordFormat
  private let form: RowForm

  public init(_ source: Source, as format: RecordFormat, _ schema: RecordSchema) {
    self.format = format
    form = RowForm(schema.fields, title: schema.title?.name)
    self.source = form.hides ? source.confidential : source
  }

  /// Gives each record to `body` as soon as it has been read; returns what the file says around them.
  @discardableResult
  public func read(
    _ log: inout DiagnosticLog, _ body: (RecordOutcome) -> Void
  ) -> [RecordBatch.Heading] {
    guard source.bytes.count < Int(UInt32.max) - 1024 else {
      log.report(Diagnostic(.fileTooLarge, at: Span(source, 0..<0)))
      return []
    }
    var found = DiagnosticLog()
    let heading = readRows(&found) { body($0.concealed(form)) }
    log.report(contentsOf: found.diagnostics.map { $0.concealed(form) })
    if found.omittedNotes > 0 { log.report(Diagnostic(.notesOmitted, at: nil, ["count": "\(found.omittedNotes)"])) }
    return heading
  }

  private func readRows(_ log: inout DiagnosticLog, _ body: (RecordOutcome) -> Void) -> [RecordBatch.Heading] {
    switch format {
    case .yaml: YAMLRecords(source, form).read(&log, body)
    case .json: JSONRecords(source, form).read(&log, body)
    case .ndjson: NDJSONRecords(source, form).read(&log, body)
    case .csv: readTable(&log, body)
    case .xlsx: WorkbookRecords(source, form).read(&log, body)
    }
  }

  private func readTable(_ log: inout DiagnosticLog, _ body: (RecordOutcome) -> Void) -> [RecordBatch.Heading] {
    let isUTF8 = source.bytes.withUnsafeBufferPointer { $0.isUTF8 }
    guard !isUTF8, let decoded = ChineseEncoding.table(source, form) else {
      return CSVRecords(source, form).read(&log, body)
    }
    log.report(Diagnostic(.chineseEncoding, at: nil))
    return CSVRecords(decoded, form).read(&log, body)
  }
}
