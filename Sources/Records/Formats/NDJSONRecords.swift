import CJSON
import Diagnostics

/// Records in JSON, one to a line. A line that is no JSON is refused like any other fault of a record.
struct NDJSONRecords {
  private let source: Source
  private let form: RowForm

  init(_ source: Source, _ form: RowForm) {
    self.source = source
    self.form = form
  }

  func read(_ log: inout DiagnosticLog, _ body: (RecordOutcome) -> Void) -> [RecordBatch.Heading] {
    let reader = JSONReader()
    var ordinal = 0
    source.bytes.withUnsafeBufferPointer { bytes in
      var start = source.bytes.startOfText
      while start < bytes.count {
        let end = bytes.end(ofLineAt: start)
        if !bytes.isBlank(start..<end) {
          body(outcome(reader, bytes, start..<end, ordinal, &log))
          ordinal += 1
        }
        start = end + 1
      }
    }
    if ordinal == 0 { log.report(Diagnostic(.noRecords, at: Span(source, 0..<0))) }
    return []
  }

  private func outcome(
    _ reader: JSONReader, _ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, _ ordinal: Int,
    _ log: inout DiagnosticLog
  ) -> RecordOutcome {
    var outcome: RecordOutcome?
    let fault = withPadding(bytes, line) { text in
      reader.read(text, base: line.lowerBound) { row in
        var facts = FactReader(source, form)
        outcome = facts.outcome(row, ordinal: ordinal, log: &log)
      }
    }
    if let outcome { return outcome }
    let diagnostic = fault?.diagnostic(source, line) ?? Diagnostic(.notARecord, at: Span(source, line))
    log.report(diagnostic)
    return .refused(
      Refusal(id: nil, ordinal: ordinal, span: Span(source, line), diagnostics: [diagnostic]))
  }

  /// Lines near the end of the file are copied, for simdjson reads beyond them.
  private func withPadding<Result>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    if line.upperBound + Int(cjson_padding) <= bytes.count {
      return body(UnsafeBufferPointer(rebasing: bytes[line]))
    }
    let padded = Array(bytes[line]) + [UInt8](repeating: 0x20, count: Int(cjson_padding))
    return padded.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[..<line.count])) }
  }
}
