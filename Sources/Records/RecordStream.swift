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
  private let sheet: String?

  /// - Parameter sheet: which sheet of a workbook lists the nominees, where more than one could.
  public init(_ source: Source, as format: RecordFormat, _ schema: RecordSchema, sheet: String? = nil) {
    self.format = format
    self.sheet = sheet
    form = RowForm(schema.fields, title: schema.title?.name)
    self.source = form.hides ? source.confidential : source
  }

  /// Gives each record to `body` as soon as it has been read; returns what the file says around them.
  ///
  /// - Parameter progress: told now and then how many thousandths are done.
  @discardableResult
  public func read(
    _ log: inout DiagnosticLog, progress: (Int, Int) -> Void = { _, _ in }, _ body: (RecordOutcome) -> Void
  ) -> [RecordBatch.Heading] {
    guard source.bytes.count < Int(UInt32.max) - 1024 else {
      log.report(Diagnostic(.fileTooLarge, at: Span(source, 0..<0)))
      return []
    }
    if let sheet, format != .xlsx {
      log.report(Diagnostic(.noSheets, at: nil, ["path": source.name, "name": sheet]))
      return []
    }
    var found = DiagnosticLog()
    let opening = format == .xlsx ? Self.opening : 0
    var count = 0
    let heading = readRows(&found, { progress(Int($0 * Double(opening)), 1000) }) { outcome in
      count += 1
      if count.isMultiple(of: 256) {
        let (place, size) = outcome.place
        progress(opening + (1000 - opening) * place / max(1, size), 1000)
      }
      body(outcome.concealed(form))
    }
    log.report(contentsOf: found.diagnostics.map { $0.concealed(form) })
    if found.omittedNotes > 0 { log.report(Diagnostic(.notesOmitted, at: nil, ["count": "\(found.omittedNotes)"])) }
    return heading
  }

  /// How much of the work it is to open a workbook, in thousandths.
  private static let opening = 300

  private func readRows(
    _ log: inout DiagnosticLog, _ opened: (Double) -> Void, _ body: (RecordOutcome) -> Void
  ) -> [RecordBatch.Heading] {
    switch format {
    case .yaml: YAMLRecords(source, form).read(&log, body)
    case .json: JSONRecords(source, form).read(&log, body)
    case .ndjson: NDJSONRecords(source, form).read(&log, body)
    case .csv: readTable(&log, body)
    case .xlsx: WorkbookRecords(source, form, sheet: sheet).read(&log, opened, body)
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

extension RecordOutcome {
  /// Where it stands, and how long the whole is, in bytes.
  fileprivate var place: (Int, of: Int) {
    switch self {
    case .taken(let record): (record.range.lowerBound, record.places.source.bytes.count)
    case .refused(let refusal): (refusal.span.range.lowerBound, refusal.span.source.bytes.count)
    }
  }
}
