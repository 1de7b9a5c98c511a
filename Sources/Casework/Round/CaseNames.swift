import Workflow

/// Which case is about which record: mostly of the same name, unless the nomination names another (`record:`).
struct CaseNames {
  private var records: [CaseID: String] = [:]
  private var cases: [String: CaseID] = [:]

  init(_ nominations: [CaseID: Nomination] = [:]) {
    for (id, nomination) in nominations.sorted(by: { $0.key < $1.key }) { learn(id, nomination) }
  }

  mutating func learn(_ id: CaseID, _ nomination: Nomination) {
    guard let record = nomination.record, cases[record] == nil else { return }
    records[id] = record
    cases[record] = id
  }

  /// The case of a record, by the record's number.
  func of(record number: String) -> CaseID { cases[number] ?? CaseID(number) }

  func record(of id: CaseID) -> String { records[id] ?? id.rawValue }
}
