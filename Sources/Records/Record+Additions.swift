public import Diagnostics
public import FEEL

/// A row of a nominee's list that stands in the register of an earlier round.
public struct Addition: Sendable, Hashable {
  /// The list that it belongs to.
  public let field: String
  public let row: Context
  /// A declared row that has the same in all of these is the same title.
  let sameBy: [String]
  public let reference: Reference
  /// The entry of the register.
  public let place: Span

  /// Where it is found, as people cite it.
  public struct Reference: Sendable, Hashable {
    public let award: String
    public let edition: Int
    /// From 1.
    public let number: Int
    /// The number that the title's holder had then.
    public let id: String
    /// The clause because of which it counts.
    public let basis: String

    public init(award: String, edition: Int, number: Int, id: String, basis: String) {
      self.award = award
      self.edition = edition
      self.number = number
      self.id = id
      self.basis = basis
    }
  }

  public init(_ row: Context, to field: String, sameBy: [String], reference: Reference, at place: Span) {
    self.field = field
    self.row = row
    self.sameBy = sameBy
    self.reference = reference
    self.place = place
  }

  fileprivate func isSame(_ other: Value) -> Bool {
    guard let other = other.context else { return false }
    return sameBy.allSatisfy { row[$0] == other[$0] }
  }
}

extension Record {
  /// The same nominee with the titles that earlier rounds gave it. What the register says takes the place of what the nominee has
  /// declared of the same title; a list that is not known stays unknown.
  public func adding(_ new: [Addition]) -> Record {
    if new.isEmpty { return self }
    var record = self
    // Two registers of one round say the same twice.
    record.additions = (additions + new).reduce(into: []) { kept, addition in
      if !kept.contains(where: { $0.field == addition.field && $0.isSame(.context(addition.row)) }) {
        kept.append(addition)
      }
    }
    return record.with(values)
  }

  /// The row in which the nominee has declared what the register says, too, if there is one.
  public func declared(_ addition: Addition) -> Context? {
    rows(of: addition.field)?.first(where: addition.isSame)?.context
  }

  /// From 0; `nil` where the list is not known.
  public func row(of addition: Addition) -> Int? {
    rows(of: addition.field)?.firstIndex(of: .context(addition.row))
  }

  private func rows(of field: String) -> [Value]? {
    names.firstIndex(of: field).flatMap { values[$0].list }
  }

  /// - Parameter values: one for each field of the schema, in its order.
  func withAdditions(_ values: [Value]) -> [Value] {
    var values = values
    for addition in additions {
      guard let index = names.firstIndex(of: addition.field), case .list(var rows) = values[index] else { continue }
      if let known = rows.firstIndex(where: addition.isSame) {
        rows[known] = .context(addition.row)
      } else {
        rows.append(.context(addition.row))
      }
      values[index] = .list(rows)
    }
    return values
  }

  /// The register's entry, of what stands there.
  func placeInRegister(of path: FactPath) -> Span? {
    guard !additions.isEmpty, case .row(let row)? = path.components.first else { return nil }
    return additions.first { $0.field == path.field && self.row(of: $0) == row }?.place
  }
}

extension RecordBatch {
  /// The batch with what registers say of single records.
  ///
  /// - Parameter additions: by the place of the record in the batch, `Record.ordinal`.
  public func adding(_ additions: [Int: [Addition]]) -> RecordBatch {
    if additions.isEmpty { return self }
    return with(records.map { $0.adding(additions[$0.ordinal] ?? []) })
  }

  /// The same file with other facts.
  func with(_ records: [Record]) -> RecordBatch {
    var batch = self
    batch.records = records
    return batch
  }
}
