public import Diagnostics
public import Rules

/// The records of one file: those that are taken, and those that are refused with their reasons.
public struct RecordBatch: Sendable {
  public let source: Source
  /// In the order of the file.
  public internal(set) var records: [Record]
  public let refused: [Refusal]
  /// What the file says around its records (`award`, `edition`), with places; empty for CSV, NDJSON and bare lists.
  public let heading: [Heading]
  /// Which sheet of a workbook was asked for.
  public let sheet: String?
  /// Earlier copies of nominations, for which a later one counts.
  public internal(set) var superseded: [Superseded] = []
  /// Second nominations of nominees, each taken up by the one that stays.
  public internal(set) var mergers: [Merger] = []

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
  ///
  /// - Parameters:
  ///   - rules: what they say of several copies of one nomination, and of several nominations of one nominee, is carried out.
  ///     Without them, and where they cannot tell, none of these is taken.
  ///   - sheet: which sheet of a workbook lists the nominees, where more than one could.
  ///   - progress: told now and then how many thousandths are done.
  public static func read(
    _ source: Source, as format: RecordFormat, _ schema: RecordSchema, settling rules: CompiledRuleSet? = nil,
    sheet: String? = nil, log: inout DiagnosticLog, progress: (Int, Int) -> Void = { _, _ in }
  ) -> RecordBatch {
    var collector = BatchCollector()
    let stream = RecordStream(source, as: format, schema, sheet: sheet)
    let heading = stream.read(&log, progress: progress) { collector.take($0) }
    if let rules, let submission = rules.submission { collector.settle(Settlement(submission, rules), &log) }
    collector.refuseDuplicates(&log)
    var batch = RecordBatch(
      source: source, records: collector.records, refused: collector.refused, heading: heading, sheet: sheet)
    batch.superseded = collector.superseded
    batch.mergers = collector.mergers
    return batch
  }
}

/// Puts a stream's outcomes together, and finds those that say who somebody is in the same words.
private struct BatchCollector {
  private(set) var records: [Record] = []
  private(set) var refused: [Refusal] = []
  private(set) var superseded: [Superseded] = []
  private(set) var mergers: [Merger] = []
  /// Why the rules could not settle which of several records counts, by the place in the batch.
  private var doubts: [Int: Phrase] = [:]
  /// By the fields of a mark: for each text the first record that bears it.
  private var firsts: [[String]: [String: Bearer]] = [:]
  /// What records before lack, the last one’s first: most records of a file lack the same as another, and then share one list.
  private var lacking: [[FactPath]] = []
  private var duplicates: [(bearer: Bearer, first: Bearer)] = []

  /// A record, and one of its marks.
  private struct Bearer {
    let record: Int
    let mark: Int
  }

  mutating func take(_ outcome: RecordOutcome) {
    switch outcome {
    case .refused(let refusal): refused.append(refusal)
    case .taken(var record):
      share(&record.missing)
      records.append(record)
      for (index, mark) in record.marks.enumerated() {
        let bearer = Bearer(record: records.count - 1, mark: index)
        if let first = firsts[mark.fields]?[mark.text] {
          duplicates.append((bearer, first))
        } else {
          firsts[mark.fields, default: [:]][mark.text] = bearer
        }
      }
    }
  }

  /// Settles what the rules can: what is left is as if the copies that do not count had never been there.
  mutating func settle(_ settlement: Settlement, _ log: inout DiagnosticLog) {
    guard !duplicates.isEmpty || records.contains(where: settlement.objects) else { return }
    let outcome = settlement.settle(records)
    superseded = outcome.superseded
    mergers = outcome.mergers
    doubts = outcome.doubts
    for refusal in outcome.refused { log.report(contentsOf: refusal.diagnostics) }
    refused = (refused + outcome.refused).sorted { $0.ordinal < $1.ordinal }
    let kept = outcome.kept
    (records, firsts, duplicates) = ([], [:], [])
    for record in kept { take(.taken(record)) }
  }

  private mutating func share(_ missing: inout [FactPath]) {
    if let index = lacking.firstIndex(of: missing) {
      missing = lacking[index]
      if index > 0 { lacking.swapAt(0, index) }
    } else {
      lacking.insert(missing, at: 0)
      if lacking.count > 8 { lacking.removeLast() }
    }
  }

  /// Neither of two is taken: which of them counts is not for a reader to say.
  mutating func refuseDuplicates(_ log: inout DiagnosticLog) {
    guard !duplicates.isEmpty else { return }
    var found: [Int: [Diagnostic]] = [:]
    for (bearer, first) in duplicates {
      found[bearer.record, default: []].append(diagnostic(bearer, other: first))
      // Of three that are alike the first is told once.
      let other = diagnostic(first, other: bearer)
      if found[first.record]?.contains(where: { $0.span == other.span }) != true {
        found[first.record, default: []].append(other)
      }
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

  private func diagnostic(_ bearer: Bearer, other: Bearer) -> Diagnostic {
    let (one, two) = (records[bearer.record], records[other.record])
    let (mark, others) = (one.marks[bearer.mark], two.marks[other.mark])
    let arguments = ["id": name(one), "other": name(two)].naming("field", mark.fields)
    return Diagnostic(
      name(one) == name(two) ? .duplicateNumber : .duplicateRecord, at: one.span(mark.range), arguments,
      notes: [Note(.otherRecord, at: two.span(others.range))] + (doubts[one.ordinal].map { [Note($0)] } ?? []))
  }

  /// By its number; where it has none, by its place.
  private func name(_ record: Record) -> String {
    record.marks.first { $0.fields == ["编号"] }?.text ?? "#\(record.ordinal + 1)"
  }
}
