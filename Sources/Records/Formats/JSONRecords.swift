import CJSON
import Diagnostics

/// Records in one JSON text: a list of objects, an object with such a list under `records`, or one object that is a
/// record.
struct JSONRecords {
  private let source: Source
  private let form: RowForm

  init(_ source: Source, _ form: RowForm) {
    self.source = source
    self.form = form
  }

  func read(_ log: inout DiagnosticLog, _ body: (RecordOutcome) -> Void) -> [RecordBatch.Heading] {
    let start = source.bytes.startOfText
    let padded = source.bytes + [UInt8](repeating: 0x20, count: Int(cjson_padding))
    return padded.withUnsafeBufferPointer { buffer in
      read(UnsafeBufferPointer(rebasing: buffer[start..<source.bytes.count]), start, &log, body)
    }
  }

  private func read(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ log: inout DiagnosticLog, _ body: (RecordOutcome) -> Void
  ) -> [RecordBatch.Heading] {
    if text.isBlank(0..<text.count) {
      log.report(Diagnostic(.noRecords, at: Span(source, 0..<0)))
      return []
    }
    let reader = JSONReader()
    var heading = HeadingReader(source)
    var headingLog = DiagnosticLog()
    var ordinal = 0
    let (isList, fault) = reader.each(text, base: start) { part in
      switch part {
      case .record(let row):
        body(outcome(row, ordinal, &log))
        ordinal += 1
      case .heading(let name, let value): heading.read(name.text, name.range, value, &headingLog)
      }
    }
    guard isList else {
      readOne(reader, text, start, &log, body)
      return []
    }
    log.report(contentsOf: headingLog.diagnostics)
    report(fault, start, &log)
    if ordinal == 0, fault == nil { log.report(Diagnostic(.noRecords, at: Span(source, 0..<0))) }
    return heading.found
  }

  private func readOne(
    _ reader: JSONReader, _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ log: inout DiagnosticLog,
    _ body: (RecordOutcome) -> Void
  ) {
    let fault = reader.read(text, base: start) { row in body(outcome(row, 0, &log)) }
    report(fault, start, &log)
  }

  private func report(_ fault: JSONReader.Fault?, _ start: Int, _ log: inout DiagnosticLog) {
    guard let fault else { return }
    log.report(fault.diagnostic(source, start..<source.bytes.count))
  }

  private func outcome(_ row: JSONValue, _ ordinal: Int, _ log: inout DiagnosticLog) -> RecordOutcome {
    var reader = FactReader(source, form)
    return reader.outcome(row, ordinal: ordinal, log: &log)
  }
}
