/// By what cases are told apart (`unique_by`): one nominee, one award, one year.
public struct UniqueKey: Sendable, Hashable, Codable {
  /// In the order of the file.
  public let values: [Datum]
}

extension WorkflowDefinition {
  /// `nil`: the file asks for none, or a value is missing, without which nobody can tell.
  public func uniqueKey(of data: [String: Datum]) -> UniqueKey? {
    let values = uniqueBy.map { data[$0] ?? .null }
    return values.isEmpty || values.contains(.null) ? nil : UniqueKey(values: values)
  }

  /// The keys of the cases that a `start` would begin; of other commands none. Where one is taken in another round, it is
  /// for casework to refuse (`Refusal.duplicateInstance`); within the round the machine does.
  public func uniqueKeys(startedBy command: Command) -> [UniqueKey] {
    guard case .start(let nominations, _) = command.act else { return [] }
    if nominations.isEmpty { return [uniqueKey(of: command.data)].compactMap(\.self) }
    return nominations.sorted { $0.key < $1.key }.compactMap { _, nomination in
      uniqueKey(of: nomination.data.merging(command.data) { $1 })
    }
  }
}
