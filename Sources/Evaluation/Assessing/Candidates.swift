import FEEL
import Records
import Rules

/// Admissible values of a missing fact that between them show whether it can change a result: every value of an
/// enumeration, and for numbers and dates those on both sides of everything that they could be compared with.
struct Candidates {
  private let source: CandidateSource
  private let rules: CompiledRuleSet

  /// - Parameters:
  ///   - constants: those of the rule set.
  ///   - reads: what the condition in question reads; other components of a row make no difference to it.
  init(rules: CompiledRuleSet, record: Record, constants: Set<Value>, reads: FactReads) {
    self.rules = rules
    let marks = Marks(rules: rules, values: reads.fields.compactMap(record.value), constants: constants)
    source = CandidateSource(marks: marks) {
      reads.readsComponent($0)
    }
  }

  /// Numbers from which sums, differences, shares and rates of growth come to one of these.
  private static func reckoned(_ numbers: [Decimal]) -> Set<Decimal> {
    let hundred = Decimal(100)
    var found = Set<Decimal>()
    for a in numbers {
      for b in numbers {
        let share = b.divided(by: hundred)
        let grown = share.flatMap { $0.adding(Decimal(1)) }
        let results = [
          a.adding(b), a.subtracting(b), a.multiplied(by: b), a.divided(by: b),
          b.adding(Decimal(1)).flatMap { a.multiplied(by: $0) },
          share.flatMap { a.multiplied(by: $0) }, grown.flatMap { a.multiplied(by: $0) },
        ]
        for result in results { if let result = result?.rounded(scale: 6, .halfUp) { found.insert(result) } }
      }
    }
    return found
  }

  /// Never empty. Not exhaustive for rows and lists, of which there are too many to try: that none of those tried
  /// makes a difference proves nothing.
  ///
  /// - Parameter numbers: asked of a number alone: what stands beside it where something is reckoned from it before it is compared.
  func values(_ path: FactPath, reckonedWith numbers: () -> [Decimal]) -> (values: [Value], areExhaustive: Bool) {
    guard var target = rules.schema[path.field] else { return ([.null], false) }
    for case .name(let name) in path.components {
      guard let component = target.shape.components.first(where: { $0.name == name }) else { break }
      target = component
    }
    var source = source
    if target.shape == .number || target.shape == .integer { source.reckoned = Self.reckoned(numbers()) }
    let isRow = path.components.last.map { if case .row = $0 { true } else { false } } ?? false
    let candidates =
      isRow
      ? source.elements(of: target, path: path.names) : source.values(of: target, path: path.names)
    let isPlain = target.shape.components.isEmpty && !isRow && !target.shape.isList
    return candidates.isEmpty ? ([.null], false) : (candidates, isPlain)
  }
}

extension Shape {
  fileprivate var isList: Bool { if case .list = self { true } else { false } }
}

/// The numbers, dates and texts that a rule set and what a condition reads of a record mention.
private struct Marks {
  var numbers: Set<Decimal> = [Decimal(0)]
  var dates: Set<CivilDate> = []
  var texts: Set<String> = []
  var yearSpans: Set<Int64> = []

  init(rules: CompiledRuleSet, values: [Value], constants: Set<Value>) {
    for parameter in rules.parameters { add(parameter.value) }
    for value in values { add(value) }
    for constant in constants { add(constant) }
    shiftDates()
  }

  private mutating func add(_ value: Value) {
    switch value {
    case .number(let number): numbers.insert(number)
    case .date(let date): dates.insert(date)
    case .string(let text): texts.insert(text)
    case .yearsDuration(let duration): yearSpans.insert(duration.months)
    case .list(let elements): for element in elements { add(element) }
    case .context(let context): for entry in context.entries { add(entry.value) }
    default: break
    }
  }

  /// A date may be compared after a span of years was added to it or taken away.
  private mutating func shiftDates() {
    let spans = yearSpans.flatMap { [YearsDuration(months: $0), YearsDuration(months: -$0)] }
    dates.formUnion(dates.flatMap { date in spans.compactMap { date.adding($0) } })
  }
}

private struct CandidateSource {
  let marks: Marks
  /// More numbers, where something is reckoned from the one that is missing.
  var reckoned: Set<Decimal> = []
  let isRead: ([String]) -> Bool

  /// Rows of a list are tried one at a time, and several of a kind, since rules count them.
  private static let repetitions = [2, 3, 5, 10]
  private static let rowLimit = 160

  func values(of field: Field, path: [String]) -> [Value] {
    switch field.shape {
    case .boolean: [.boolean(false), .boolean(true)]
    case .string: field.oneOf?.map(Value.string) ?? texts
    case .integer: numbers(of: field, step: Decimal(1))
    case .number: numbers(of: field, step: Decimal("0.01") ?? Decimal(1))
    case .date: dates(of: field)
    case .record: rows(of: field, path: path)
    case .list: lists(of: elements(of: field, path: path))
    }
  }

  /// Values of one element of a list.
  func elements(of field: Field, path: [String]) -> [Value] {
    guard case .list(let element) = field.shape else { return [] }
    switch element {
    case .row: return rows(of: field, path: path)
    case .plain(let shape):
      return values(
        of: Field(name: field.name, shape: shape, oneOf: field.oneOf, range: field.range), path: path)
    }
  }

  private func lists(of elements: [Value]) -> [Value] {
    [.list([])] + elements.map { .list([$0]) }
      + elements.flatMap { element in
        Self.repetitions.map { .list(Array(repeating: element, count: $0)) }
      }
  }

  /// Combinations of the components that rules read; the others take their first value.
  private func rows(of field: Field, path: [String]) -> [Value] {
    var rows: [[(String, Value)]] = [[]]
    for component in field.shape.components {
      let own = path + [component.name]
      var choices = values(of: component, path: own)
      if !isRead(own) { choices = Array(choices.prefix(1)) }
      // Values of an enumeration are all tried; of numbers and dates fewer, where there are many components.
      while rows.count * choices.count > Self.rowLimit, choices.count > 8, component.oneOf == nil {
        choices = choices.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
      }
      rows = rows.flatMap { row in choices.map { row + [(component.name, $0)] } }
    }
    if rows.count > Self.rowLimit {
      let step = rows.count / Self.rowLimit + 1
      rows = rows.enumerated().filter { $0.offset % step == 0 }.map(\.element)
    }
    return rows.map { .context(Context($0)) }
  }

  private var texts: [Value] {
    // Also a text that nothing mentions.
    (marks.texts.sorted() + ["\u{2026}"]).map(Value.string)
  }

  private func numbers(of field: Field, step: Decimal) -> [Value] {
    var numbers = marks.numbers
    for mark in marks.numbers {
      if let more = mark.adding(step) { numbers.insert(more) }
      if let less = mark.subtracting(step) { numbers.insert(less) }
    }
    for end in [field.range?.lower?.number, field.range?.upper?.number] {
      if let end { numbers.insert(end) }
    }
    numbers.insert(Decimal(1_000_000_000))
    let whole = step == Decimal(1)
    if !reckoned.isEmpty {
      numbers.formUnion(reckoned)
      numbers.formUnion(between(numbers.sorted()))
      // The whole numbers on both sides.
      if whole {
        numbers.formUnion(
          numbers.flatMap { [$0.rounded(scale: 0, .floor), $0.rounded(scale: 0, .ceiling)] }.compactMap(\.self))
      }
    }
    return numbers.filter { (!whole || $0.isInteger) && field.range?.contains(.number($0)) != false }
      .sorted().map(Value.number)
  }

  /// One number within each gap.
  private func between(_ numbers: [Decimal]) -> [Decimal] {
    zip(numbers, numbers.dropFirst()).compactMap { low, high in
      low.adding(high)?.divided(by: Decimal(2))?.rounded(scale: 6, .halfUp)
    }
  }

  private func dates(of field: Field) -> [Value] {
    var dates = marks.dates
    for mark in marks.dates {
      if let next = mark.adding(days: 1) { dates.insert(next) }
      if let previous = mark.adding(days: -1) { dates.insert(previous) }
    }
    for text in ["1900-01-01", "2999-12-31"] {
      if let date = CivilDate(text) { dates.insert(date) }
    }
    return dates.filter { field.range?.contains(.date($0)) != false }.sorted().map(Value.date)
  }
}
