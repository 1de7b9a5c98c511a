import FEEL
import Records
import Rules
import Outcomes

/// All that the outcome of a trial hangs on, within one rule set.
struct TrialCase: Hashable {
  let condition: String
  let paths: [FactPath]
  /// Of the fields that the condition reads.
  let values: [Value]
}

/// Tries what a program says for the values that missing facts could have.
///
/// Unknown cells alone would call a condition open whenever they cannot decide it; trying the admissible values tells
/// whether the fact can really change the result, and which of several facts can.
struct Trial {
  enum Outcome {
    case always(Value)
    /// The facts of which some admissible value changes the result.
    case depends(Set<FactPath>)
  }

  /// More combinations than these are not tried one by one.
  private static let combinations = 4_096
  private static let samples = 32

  private let program: Program
  private let sheet: Sheet
  private let record: Record
  private let paths: [FactPath]
  private let constants: Set<Value>
  private let reckoning: Reckoning
  private let reads: FactReads
  /// Which fields of the schema are tried, each once, and for each path which of these; a path without a field has none.
  private let fields: [Int]
  private let places: [Int?]
  /// What the program needs of what hangs on these fields.
  private let definitions: [CompiledDefinition]

  init(
    _ program: Program, _ sheet: Sheet, _ record: Record, _ paths: [FactPath], constants: Set<Value>,
    _ reckoning: Reckoning,
    reads: FactReads
  ) {
    self.program = program
    self.sheet = sheet
    self.record = record
    self.paths = paths
    self.constants = constants
    self.reckoning = reckoning
    self.reads = reads
    let schema = sheet.rules.schema
    var fields: [Int] = []
    var places: [Int?] = []
    for path in paths {
      guard let index = schema.fields.firstIndex(where: { $0.name == path.field }) else {
        places.append(nil)
        continue
      }
      if !fields.contains(index) { fields.append(index) }
      places.append(fields.firstIndex(of: index))
    }
    self.fields = fields
    self.places = places
    let names = Set(fields.map { schema.fields[$0].name })
    // Each definition needs only those before it.
    var needed = Set(program.reads.names)
    for definition in sheet.rules.definitions.reversed() where needed.contains(definition.name) {
      needed.formUnion(definition.program.reads.names)
    }
    definitions = sheet.rules.definitions.filter {
      needed.contains($0.name) && !names.isDisjoint(with: $0.reads.fields)
    }
  }

  var outcome: Outcome {
    defer { sheet.fill(record.values) }
    let candidates = Candidates(rules: sheet.rules, record: record, constants: constants, reads: reads)
    let choices = paths.map { path in
      candidates.values(path) {
        reckoning.uses(path, in: program.tree) ? reckoning.numbers(in: program.tree, of: record) : []
      }
    }
    let outcome = outcome(among: choices.map(\.values))
    guard case .always = outcome, choices.contains(where: { !$0.areExhaustive }) else { return outcome }
    return .depends(Set(zip(paths, choices).filter { !$1.areExhaustive }.map(\.0)))
  }

  private func outcome(among candidates: [[Value]]) -> Outcome {
    let total = candidates.reduce(1) { $0.multipliedReportingOverflow(by: max($1.count, 1)).partialValue }
    guard total > 0, total <= Self.combinations else { return sampled(candidates) }
    var results: [Value] = []
    results.reserveCapacity(total)
    for index in 0..<total {
      // Lists lie in the frame's arena until it is filled anew.
      if index % 256 == 255 { sheet.fill(record.values) }
      results.append(result(assignment(index, candidates)))
    }
    let known = results.filter { !$0.isNull }
    guard let first = known.first else { return .always(.null) }
    if known.allSatisfy({ $0 == first }) { return .always(first) }
    return .depends(relevant(results, candidates))
  }

  /// The values of combination number `index`, the last path varying fastest.
  private func assignment(_ index: Int, _ candidates: [[Value]]) -> [Value] {
    var rest = index
    var values: [Value] = []
    for choices in candidates.reversed() {
      values.append(choices[rest % choices.count])
      rest /= choices.count
    }
    return values.reversed()
  }

  private func result(_ assignment: [Value]) -> Value {
    var values = fields.map { record.values[$0] }
    for index in paths.indices {
      guard let place = places[index] else { continue }
      values[place] = values[place].replacing(paths[index].components[...], with: assignment[index])
    }
    sheet.change(fields, values, definitions)
    return program.evaluate(sheet.frame)
  }

  /// A fact matters when two combinations that differ in it alone differ in their result.
  private func relevant(_ results: [Value], _ candidates: [[Value]]) -> Set<FactPath> {
    var relevant = Set<FactPath>()
    var stride = 1
    for (position, choices) in candidates.enumerated().reversed() {
      let block = stride * choices.count
      let differs = results.indices.contains { index in
        let first = index - (index % block) + (index % stride)
        return !results[index].isNull && !results[first].isNull && results[index] != results[first]
      }
      if differs { relevant.insert(paths[position]) }
      stride = block
    }
    return relevant.isEmpty ? Set(paths) : relevant
  }

  /// Too many to try them all: each fact in turn, beside some values of the others. Where two of these come to
  /// different results, the way from one to the other, a fact at a time, tells on which facts that hangs.
  private func sampled(_ candidates: [[Value]]) -> Outcome {
    var relevant = Set<FactPath>()
    var first: (assignment: [Value], result: Value)?
    for sample in 0..<Self.samples {
      sheet.fill(record.values)
      let others = self.sample(sample, candidates)
      for (position, choices) in candidates.enumerated() where !relevant.contains(paths[position]) {
        var assignment = others
        let results = choices.map { choice in
          assignment[position] = choice
          return result(assignment)
        }.filter { !$0.isNull }
        if results.contains(where: { $0 != results[0] }) { relevant.insert(paths[position]) }
      }
      let found = result(others)
      guard !found.isNull else { continue }
      if let first, first.result != found { relevant.formUnion(turns(first.assignment, others)) }
      first = first ?? (others, found)
    }
    if relevant.isEmpty, let first { return .always(first.result) }
    return .depends(relevant.isEmpty ? Set(paths) : relevant)
  }

  /// The facts at which the result changes on the way from one assignment to another.
  private func turns(_ start: [Value], _ end: [Value]) -> Set<FactPath> {
    var assignment = start
    var last = result(start)
    var turns = Set<FactPath>()
    for position in assignment.indices {
      assignment[position] = end[position]
      let next = result(assignment)
      if !last.isNull, !next.isNull, next != last { turns.insert(paths[position]) }
      last = next
    }
    return turns
  }

  /// The first ones go evenly from the least values to the greatest; the rest mix them, always in the same way.
  private func sample(_ number: Int, _ candidates: [[Value]]) -> [Value] {
    let even = Self.samples / 4
    if number < even { return candidates.map { $0[min(number * $0.count / even, $0.count - 1)] } }
    var state = UInt64(number)
    return candidates.map { choices in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return choices[Int(state >> 33) % choices.count]
    }
  }
}

extension Value {
  /// With a value where a fact was missing.
  fileprivate func replacing(_ components: ArraySlice<FactPath.Component>, with value: Value) -> Value {
    guard let first = components.first else { return value }
    let rest = components.dropFirst()
    switch (first, self) {
    case (.row(let row), .list(var elements)) where elements.indices.contains(row):
      elements[row] = elements[row].replacing(rest, with: value)
      return .list(elements)
    case (.name(let name), .context(var context)):
      context[name] = (context[name] ?? .null).replacing(rest, with: value)
      return .context(context)
    default: return self
    }
  }
}
