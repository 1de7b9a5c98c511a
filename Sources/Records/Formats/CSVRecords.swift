import Diagnostics

/// Records in a table: the first row names the fields, each further one is a record.
struct CSVRecords {
  private let source: Source
  private let form: RowForm

  init(_ source: Source, _ form: RowForm) {
    self.source = source
    self.form = form
  }

  func read(_ log: inout DiagnosticLog, _ body: (RecordOutcome) -> Void) -> [RecordBatch.Heading] {
    source.bytes.withUnsafeBufferPointer { bytes in
      guard bytes.isUTF8 else { return log.report(.notUTF8(source, 0..<bytes.count, isTable: true)) }
      read(CSVScanner(source, bytes), &log, body)
    }
    return []
  }

  private func read(_ scanner: CSVScanner, _ log: inout DiagnosticLog, _ body: (RecordOutcome) -> Void) {
    var header: TableHeader?
    var isFirst = true
    var ordinal = 0
    scanner.scan { step in
      if isFirst {
        isFirst = false
        header = self.header(step, &log)
        return
      }
      guard let header else { return }
      body(outcome(step, header, ordinal, &log))
      ordinal += 1
    }
    if isFirst || ordinal == 0 && header != nil {
      log.report(Diagnostic(.noRecords, at: Span(source, 0..<0)))
    }
  }

  private func header(_ step: CSVScanner.Step, _ log: inout DiagnosticLog) -> TableHeader? {
    switch step {
    case .row(let cells, _):
      if let fault = CSVSeparator.foreign(cells.range, form, source) {
        log.report(fault)
        return nil
      }
      return TableHeader(cells, form, source, &log)
    case .faulty(_, let line, _):
      log.report(CSVSeparator.foreign(line, form, source) ?? fault(step).diagnostic)
    case .unclosed: log.report(fault(step).diagnostic)
    }
    return nil
  }

  private func outcome(
    _ step: CSVScanner.Step, _ header: TableHeader, _ ordinal: Int, _ log: inout DiagnosticLog
  ) -> RecordOutcome {
    guard case .row(let cells, let number) = step else { return refusal(fault(step), ordinal, &log) }
    let range = cells.range
    guard cells.count == header.columns.count else {
      let arguments = ["row": "\(number)", "actual": "\(cells.count)", "expected": "\(header.columns.count)"]
      let extra = cells.dropFirst(header.columns.count).first?.range.lowerBound ?? range.lowerBound
      let place = Span(source, extra..<range.upperBound)
      return refusal((Diagnostic(.csvRagged, at: place, arguments), range), ordinal, &log)
    }
    var reader = FactReader(source, form, tableRow: number)
    let row = TableRow(cells: cells, header: header, range: range)
    return reader.outcome(TableValue.row(row, source), ordinal: ordinal, log: &log)
  }

  private func fault(_ step: CSVScanner.Step) -> (diagnostic: Diagnostic, range: Range<Int>) {
    switch step {
    case .faulty(let place, let line, _):
      (Diagnostic(.csvQuote, at: Span(source, place..<max(place + 1, line.upperBound))), line)
    case .unclosed(let place, _):
      (Diagnostic(.csvUnclosed, at: Span(source, place..<place + 1)), place..<source.bytes.count)
    case .row(let cells, _): (Diagnostic(.csvHeaderMissing, at: Span(source, cells.range)), cells.range)
    }
  }

  private func refusal(
    _ fault: (diagnostic: Diagnostic, range: Range<Int>), _ ordinal: Int, _ log: inout DiagnosticLog
  ) -> RecordOutcome {
    log.report(fault.diagnostic)
    return .refused(
      Refusal(id: nil, ordinal: ordinal, span: Span(source, fault.range), diagnostics: [fault.diagnostic]))
  }
}
