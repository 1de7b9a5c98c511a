import Diagnostics
import YAML

/// Records in YAML: a list of mappings, a mapping with such a list under `records`, or one mapping that is a record.
struct YAMLRecords {
  private let source: Source
  private let form: RowForm

  init(_ source: Source, _ form: RowForm) {
    self.source = source
    self.form = form
  }

  func read(_ log: inout DiagnosticLog, _ body: (RecordOutcome) -> Void) -> [RecordBatch.Heading] {
    var faults = DiagnosticLog()
    let root = Node.read(source, log: &faults)
    guard let root else {
      // What is empty for YAML has no records for us.
      let isEmpty = faults.diagnostics.map(\.code) == ["PX1004"]
      log.report(contentsOf: isEmpty ? [Diagnostic(.noRecords, at: Span(source, 0..<0))] : faults.diagnostics)
      return []
    }
    log.report(contentsOf: faults.diagnostics)
    var heading = HeadingReader(source)
    let rows = rows(root, &heading, &log)
    if rows?.isEmpty == true { log.report(Diagnostic(.noRecords, at: Span(source, 0..<0))) }
    let places = faults.diagnostics.filter { $0.severity == .error }
    for (ordinal, row) in (rows ?? []).enumerated() {
      body(outcome(YAMLValue(row), ordinal, places, &log))
    }
    return heading.found
  }

  private func rows(_ root: Node, _ heading: inout HeadingReader, _ log: inout DiagnosticLog) -> [Node]? {
    if let rows = root.sequence { return rows }
    guard let entries = root.mapping else {
      log.report(Diagnostic(.notRecords, at: root.span))
      return nil
    }
    guard let list = root["records"] else { return [root] }
    for entry in entries where entry.keyText != "records" {
      heading.read(entry.keyText, entry.key.span.range, YAMLValue(entry.value), &log)
    }
    guard let rows = list.sequence else {
      log.report(Diagnostic(.notRecords, at: list.span))
      return nil
    }
    return rows
  }

  /// What is wrong with the YAML inside of a record counts against that record.
  private func outcome(
    _ row: YAMLValue, _ ordinal: Int, _ faults: [Diagnostic], _ log: inout DiagnosticLog
  ) -> RecordOutcome {
    var reader = FactReader(source, form)
    let outcome = reader.outcome(row, ordinal: ordinal, log: &log)
    let own = faults.filter { $0.span.map { row.range.contains($0.range.lowerBound) } ?? false }
    if own.isEmpty { return outcome }
    switch outcome {
    case .taken(let record):
      return .refused(
        Refusal(id: record.id, title: record.title, ordinal: ordinal, span: record.span, diagnostics: own))
    case .refused(let refusal):
      return .refused(
        Refusal(
          id: refusal.id, title: refusal.title, ordinal: ordinal, span: refusal.span,
          diagnostics: own + refusal.diagnostics))
    }
  }
}

/// Reads what stands beside the list of records.
struct HeadingReader {
  private let source: Source
  private(set) var found: [RecordBatch.Heading] = []

  init(_ source: Source) { self.source = source }

  mutating func read(
    _ name: String, _ nameRange: Range<Int>, _ value: some WrittenValue, _ log: inout DiagnosticLog
  ) {
    guard ["award", "edition"].contains(name) else {
      let span = Span(source, nameRange)
      let fixIts = nearestName(to: name, among: ["award", "edition", "records"])
        .map { [FixIt(replace: span, with: $0, .display)] }
      return log.report(Diagnostic(.unknownHeading, at: span, ["name": name], fixIts: fixIts ?? []))
    }
    let shown = [nameRange.lowerBound..<max(nameRange.upperBound, value.range.upperBound)]
    let isPlain = value.kind != .list && value.kind != .row
    found.append(
      RecordBatch.Heading(
        name: name, text: value.text, span: Span(source, value.range, disclosing: isPlain ? shown : [nameRange])))
  }
}
