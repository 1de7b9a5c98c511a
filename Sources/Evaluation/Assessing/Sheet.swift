import FEEL
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
  func fill(_ values: [Value]) {
    frame.reset()
    for (slot, parameter) in zip(rules.parameterSlots, rules.parameters) { frame.set(slot, parameter.value) }
    for (slot, value) in zip(rules.fieldSlots, values) { frame.set(slot, value) }
    for definition in rules.definitions { definition.program.evaluate(frame, into: definition.slot) }
  }

  /// Whether the slot belongs to a parameter, a field or a definition.
  func isNamed(_ slot: Slot) -> Bool { named.contains(slot) }

  /// What a name stands for, and what kind of name it is; `nil` for names of the language's own.
  func named(_ name: String) -> NamedValue? {
    guard let slot = rules.layout.slot(of: name) else { return nil }
    let origin: NamedValue.Origin =
      rules.schema[name] != nil
      ? .field : rules.parameters.contains { $0.name == name } ? .parameter : .definition
    return NamedValue(name: name, value: frame.value(slot), origin: origin)
  }
}
