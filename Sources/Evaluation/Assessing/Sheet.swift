import FEEL
import Records
import Rules

/// The frame in which a rule set's programs run, filled with one record.
final class Sheet {
  let rules: CompiledRuleSet
  let frame: Frame
  private let named: Set<Slot>

  init(_ rules: CompiledRuleSet) {
    self.rules = rules
    frame = Frame(rules.widestLayout)
    named = Set(rules.layout.names.compactMap(rules.layout.slot))
  }

  /// - Parameter values: one for each field of the schema, in its order.
  func fill(_ values: [Value]) { rules.fill(frame, values) }

  /// Whether a missing component is wanted in its row: one “已撤销时必填” only where the row says so.
  func wants(_ path: FactPath, of record: Record) -> Bool {
    guard let condition = rules.componentConditions[path.names.joined(separator: ".")] else { return true }
    if path.components.isEmpty { return condition.program.evaluate(frame) == .boolean(true) }
    guard case .row(let row)? = path.components.first,
      let index = rules.schema.fields.firstIndex(where: { $0.name == path.field }),
      let element = record.values[index].list?[row].context
    else { return true }
    let shadowed = condition.components.map(\.slot).filter(isNamed).map { ($0, frame.value($0)) }
    defer { for (slot, value) in shadowed { frame.set(slot, value) } }
    for (name, slot) in condition.components { frame.set(slot, element[name] ?? .null) }
    return condition.program.evaluate(frame) == .boolean(true)
  }

  /// Whether the slot belongs to a parameter, a field or a definition.
  func isNamed(_ slot: Slot) -> Bool { named.contains(slot) }

  /// Gives some fields other values; what hangs on them is reckoned again.
  ///
  /// - Parameter fields: places in the schema, one for each value.
  func change(_ fields: [Int], _ values: [Value], _ definitions: [CompiledDefinition]) {
    for (index, value) in zip(fields, values) { frame.set(rules.fieldSlots[index], value) }
    for definition in definitions { definition.program.evaluate(frame, into: definition.slot) }
  }

  /// What a name stands for, and what kind of name it is; `nil` for names of the language's own.
  func named(_ name: String) -> NamedValue? {
    guard let slot = rules.layout.slot(of: name) else { return nil }
    let origin: NamedValue.Origin =
      rules.schema[name] != nil
      ? .field : rules.parameters.contains { $0.name == name } ? .parameter : .definition
    return NamedValue(name: name, value: frame.value(slot), origin: origin)
  }
}
