import Diagnostics
import Records
import Store
import Workflow

/// Holds what a store lists against its log, from which all of it follows.
struct ListCheck {
  private let reading: Reading
  private let logged: [RoundID]

  init(_ reading: Reading) throws {
    self.reading = reading
    logged = try reading.loggedRounds()
  }

  /// The first list that says something else than the log; `nil`: all say the same.
  ///
  /// - Parameter progress: told how many rounds are done, of how many.
  func fault(progress: (Int, Int) -> Void) throws -> Verification.Cause? {
    let rounds = try reading.rounds()
    if let other = rounds.first(where: { !logged.contains($0.id) }) { return .list(.rounds, other.id, nil) }
    let listed = Dictionary(rounds.map { ($0.id, $0) }) { first, _ in first }
    let cases = Dictionary(grouping: try reading.cases()) { $0.round }
    if let other = cases.keys.sorted().first(where: { !logged.contains($0) }) { return .list(.cases, other, nil) }
    let revisions = Dictionary(grouping: try reading.revisions()) { $0.round }
    if let other = revisions.keys.sorted().first(where: { !logged.contains($0) }) { return .list(.records, other, nil) }
    for (index, id) in logged.enumerated() {
      progress(index, logged.count)
      do {
        guard let held = try HeldRound(id, reading) else { continue }
        if held.summary != listed[id] { return .list(.rounds, id, nil) }
        if let other = difference(held.listed, cases[id]?.map(\.item) ?? []) { return .list(.cases, id, other) }
        if let other = try difference(held, revisions[id] ?? []) { return .list(.records, id, other) }
      } catch is UnreadableRound {
        // Its files are those that it was opened with, and this program cannot make anything of them: the log is sound.
      }
    }
    return try assessments()
  }

  private func difference(_ expected: [CaseID: CaseSummary], _ found: [CaseSummary]) -> CaseID? {
    let rows = Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
    return Set(expected.keys).union(rows.keys).sorted().first { expected[$0] != rows[$0] }
  }

  private struct Revision: Hashable {
    let subject: CaseID
    let entry: Int
    let document: String
  }

  /// A record that came before its nomination stands under its own number: it is the same record.
  private func difference(_ held: HeldRound, _ rows: [RecordRevision]) throws -> CaseID? {
    let names = held.hand.answers.names
    var expected: [Revision] = []
    for entry in try reading.entries(of: held.id) where entry.kind == .records {
      for document in try entry.content().documents {
        expected += try held.batch(of: document, reading).records.map { record in
          Revision(subject: names.of(record: record.id), entry: entry.seq, document: document.fingerprint)
        }
      }
    }
    var counts: [CaseID: Int] = [:]
    for row in rows {
      counts[row.subject, default: 0] += 1
      if row.revision != counts[row.subject] { return row.subject }
    }
    let found = rows.map { row in
      Revision(subject: names.of(record: row.subject.rawValue), entry: row.entry, document: row.document)
    }
    return Set(expected).symmetricDifference(found).map(\.subject).min()
  }

  private func assessments() throws -> Verification.Cause? {
    var rows = Dictionary(try reading.assessments().map { ($0.entry, $0) }) { first, _ in first }
    var other: AssessmentLine?
    try reading.forEachEntry { entry in
      guard other == nil, entry.kind == .event, let line = AssessmentLine(entry, try entry.content()) else { return }
      if rows.removeValue(forKey: entry.seq) != line { other = line }
    }
    other = other ?? rows.values.min { $0.entry < $1.entry }
    return other.map { .list(.assessments, $0.round, $0.subject) }
  }
}
