public import FEEL

extension CompiledRuleSet {
  /// Every constant that a program or a table mentions: numbers, texts, dates and spans of time.
  ///
  /// They are where a missing fact's value can begin to matter.
  public var constants: Set<Value> {
    var constants = Set<Value>()
    for program in programs { program.tree.collectConstants(into: &constants) }
    return constants
  }

  private var programs: [Program] {
    let items = dimensions.flatMap(\.items) + (bonus?.items ?? [])
    return definitions.map(\.program) + (checks + eligibility + vetoes).map(\.program)
      + items.flatMap { $0.form.programs.compactMap(\.self) }
  }
}

extension Tree {
  fileprivate func collectConstants(into constants: inout Set<Value>) {
    switch kind {
    case .number(let number): constants.insert(.number(number))
    case .string(let text), .temporal(let text):
      constants.insert(.string(text))
      if let date = CivilDate(text) { constants.insert(.date(date)) }
      if let duration = YearsDuration(text) { constants.insert(.yearsDuration(duration)) }
      if let duration = DaysDuration(text) { constants.insert(.daysDuration(duration)) }
    default: break
    }
    for child in children { child.collectConstants(into: &constants) }
  }
}
