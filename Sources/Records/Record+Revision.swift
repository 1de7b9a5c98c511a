public import FEEL

extension Record {
  /// The same nominee with other facts, as they stand at a later stage.
  ///
  /// - Parameter values: one for each field of the schema, in its order.
  public func with(_ values: [Value]) -> Record {
    let values = withAdditions(values)
    return Record(
      id: id, title: title, ordinal: ordinal, values: values,
      missing: zip(names, values).flatMap { FactPath($0).missing(in: $1) }, places: places, range: range, marks: marks,
      additions: additions)
  }

  /// What tells this nominee from every other in whatever batch: its keys. The number 编号 is only this batch's.
  public var identities: [String] { marks.filter { $0.fields != ["编号"] }.map(\.text) }

  /// Whether people mean this nominee by a name: its number, its key, or what it is called.
  public func isKnown(as name: String) -> Bool { name == id || name == title || marks.contains { $0.text == name } }
}

extension FactPath {
  /// This path, or those below it, at which nothing is known.
  fileprivate func missing(in value: Value) -> [FactPath] {
    switch value {
    case .unknown: [self]
    case .list(let elements): elements.enumerated().flatMap { appending(.row($0)).missing(in: $1) }
    case .context(let context): context.entries.flatMap { appending(.name($0.name)).missing(in: $0.value) }
    default: []
    }
  }
}
