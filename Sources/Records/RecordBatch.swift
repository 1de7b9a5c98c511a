public import Diagnostics
public import Rules

/// The records of one file: those that are taken, and those that are refused with their reasons.
public struct RecordBatch: Sendable {
  public let source: Source
  /// In the order of the file.
  public let records: [Record]
  public let refused: [Refusal]
  /// What the file says around its records (`award`, `edition`), with places; empty for CSV, NDJSON and bare lists.
  public let heading: [Heading]

  public struct Heading: Sendable {
    public let name: String
    public let text: String
    public let span: Span
  }

  public subscript(heading name: String) -> Heading? { heading.first { $0.name == name } }
}

extension RecordBatch {
  /// Reads a file against a schema. A record with a fault is refused with all of its faults; the others go on. Every
  /// fault is in the log, too, besides warnings.
  public static func read(
    _ source: Source, as format: RecordFormat, _ schema: RecordSchema, log: inout DiagnosticLog
  ) -> RecordBatch {
    var collector = BatchCollector()
    let heading = RecordStream(source, as: format, schema).read(&log) { collector.take($0) }
    collector.refuseDuplicates(&log)
    return RecordBatch(source: source, records: collector.records, refused: collector.refused, heading: heading)
  }
}

/// Puts a stream's outcomes together, and finds those that say who somebody is in the same words.
private struct BatchCollector {
  private(set) var records: [Record] = []
  private(set) var refused: [Refusal] = []
  private var firsts: [String: Int] = [:]
  /// By ordinal.
  private var duplicates: [Int: Int] = [:]

  mutating func take(_ outcome: RecordOutcome) {
    switch outcome {
    case .refused(let refusal): refused.append(refusal)
    case .taken(let record):
      records.append(record)
      guard let key = record.key else { return }
      guard let first = firsts[key] else { return firsts[key] = records.count - 1 }
      duplicates[records.count - 1] = first
    }
  }

  /// Neither of two is taken: which of them counts is not for a reader to say.
  mutating func refuseDuplicates(_ log: inout DiagnosticLog) {
    guard !duplicates.isEmpty else { return }
    var found: [Int: [Diagnostic]] = [:]
    for (index, first) in duplicates.sorted(by: { $0.key < $1.key }) {
      found[index, default: []].append(diagnostic(records[index], other: records[first]))
      if found[first] == nil { found[first] = [diagnostic(records[first], other: records[index])] }
    }
    for index in found.keys.sorted() {
      let record = records[index]
      let diagnostics = found[index] ?? []
      log.report(contentsOf: diagnostics)
      refused.append(
        Refusal(
          id: record.id, title: record.title, ordinal: record.ordinal, span: record.span, diagnostics: diagnostics))
    }
    refused.sort { $0.ordinal < $1.ordinal }
    records = records.enumerated().filter { found[$0.offset] == nil }.map(\.element)
  }

  private func diagnostic(_ record: Record, other: Record) -> Diagnostic {
    Diagnostic(
      .duplicateRecord, at: record.span(record.keyRange), ["id": record.id],
      notes: [Note(.otherRecord, at: other.span(other.keyRange))])
  }
}
