import Diagnostics
import Evaluation
public import Records
public import Rules
import Fingerprints
import Outcomes

extension Batch {
  /// Judges a batch of records in one step, with all facts due.
  ///
  /// - Parameters:
  ///   - observing: whether justifications will be wanted.
  ///   - progress: told how many records are judged, of how many.
  public init(
    _ records: RecordBatch, rules: CompiledRuleSet, observing: Bool = true, progress: (Int, Int) -> Void = { _, _ in }
  ) {
    let assessor = Assessor(rules, observing: observing)
    var refused = records.refused.map(RefusedRecord.init)
    var accepted: [(Record, Assessment)] = []
    assessor.learnPanels(records.records.filter { assessor.failedChecks($0).isEmpty })
    for (index, record) in records.records.enumerated() {
      progress(index, records.records.count)
      let failed = assessor.failedChecks(record)
      if failed.isEmpty {
        accepted.append((record, assessor.assess(record)))
      } else {
        refused.append(RefusedRecord(record, failed: failed))
      }
    }
    let selection = Selector(rules)?.select(accepted.map(\.1))
    let places = Dictionary((selection?.ranking ?? []).map { ($0.ordinal, $0) }) { first, _ in first }
    let judged = accepted.map { record, assessment in
      let ranked = places[record.ordinal]
      return Dossier(
        record: record, assessment: assessment, outcome: ranked?.outcomeOnTheList ?? assessment.outcome, ranked: ranked)
    }
    let merged = records.mergers.map { merger in
      Dossier(
        record: merger.record, assessment: assessor.assess(merger.record).unscored, outcome: .merged, ranked: nil,
        merger: merger
      )
    }
    self.init(
      rules: rules, dossiers: judged + merged, refused: refused.sorted { $0.number < $1.number },
      superseded: records.superseded, selection: selection, recordsName: records.source.name,
      recordsFingerprint: Fingerprint(of: records.source.bytes))
  }
}

extension Ranked {
  /// 待核 stays 待核, whatever place it would have.
  var outcomeOnTheList: Outcome { isPending ? .pending : outcome }
}

extension RefusedRecord {
  init(_ refusal: Refusal) {
    self.init(
      id: refusal.id, title: refusal.title, number: refusal.ordinal + 1, diagnostics: refusal.diagnostics)
  }

  /// A second nomination, which never becomes a case of its own.
  init(_ merger: Merger) {
    self.init(
      id: merger.record.id, title: merger.record.title, number: merger.record.ordinal + 1,
      diagnostics: [merger.diagnostic])
  }

  /// A record that contradicts itself.
  init(_ record: Record, failed: [CompiledCondition]) {
    self.init(
      id: record.id, title: record.title, number: record.ordinal + 1,
      diagnostics: failed.map { check in
        let span = check.reads.fields.first.map { record.place(of: FactPath($0)) } ?? record.span
        return Diagnostic(.checkFailed, at: span, ["record": record.title, "check": check.name, "id": check.id])
      })
  }
}
