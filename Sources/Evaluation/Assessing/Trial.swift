import FEEL
import Records
import Rules
import Outcomes

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

  private let sheet: Sheet
  private let record: Record
  private let paths: [FactPath]
  private let constants: Set<Value>
  private let reads: FactReads

  init(_ sheet: Sheet, _ record: Record, _ paths: [FactPath], constants: Set<Value>, reads: FactReads) {
    self.sheet = sheet
    self.record = record
    self.paths = paths
    self.constants = constants
    self.reads = reads
  }

  func outcome(of program: Program) -> Outcome {
    defer { sheet.fill(record.values) }
    let candidates = Candidates(rules: sheet.rules, record: record, constants: constants, reads: reads)
    let choices = paths.map(candidates.values)
    let outcome = outcome(of: program, choices.map(\.values))
    guard case .always = outcome, choices.contains(where: { !$0.areExhaustive }) else { return outcome }
    return .depends(Set(zip(paths, choices).filter { !$1.areExhaustive }.map(\.0)))
  }

  private func outcome(of program: Program, _ candidates: [[Value]]) -> Outcome {
    let total = candidates.reduce(1) { $0.multipliedReportingOverflow(by: max($1.count, 1)).partialValue }
    guard total > 0, total <= Self.combinations else { return oneByOne(program, candidates) }
    var results: [Value] = []
    results.reserveCapacity(total)
    for index in 0..<total {
      // Lists lie in the frame's arena until it is filled anew.
      if index % 256 == 255 { sheet.fill(record.values) }
      results.append(result(program, assignment(index, candidates)))
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

  private func result(_ program: Program, _ assignment: [Value]) -> Value {
    var values = record.values
    for (path, value) in zip(paths, assignment) { values.put(value, at: path, in: sheet.rules.schema) }
    sheet.change(Set(paths.map(\.field)), values)
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

  /// Too many at once: each fact in turn, the others held at a few of their values.
  private func oneByOne(_ program: Program, _ candidates: [[Value]]) -> Outcome {
    var relevant = Set<FactPath>()
    var seen: Value?
    for (position, choices) in candidates.enumerated() {
      for base in 0..<8 {
        var assignment = candidates.map { $0[min(base * $0.count / 8, $0.count - 1)] }
        let results = choices.map { choice in
          assignment[position] = choice
          return result(program, assignment)
        }.filter { !$0.isNull }
        seen = seen ?? results.first
        if results.contains(where: { $0 != results[0] }) { relevant.insert(paths[position]) }
      }
    }
    if relevant.isEmpty, let seen { return .always(seen) }
    return .depends(relevant.isEmpty ? Set(paths) : relevant)
  }
}

extension [Value] {
  /// Puts a value where a fact was missing.
  mutating func put(_ value: Value, at path: FactPath, in schema: RecordSchema) {
    guard let index = schema.fields.firstIndex(where: { $0.name == path.field }) else { return }
    self[index] = self[index].replacing(path.components[...], with: value)
  }
}

extension Value {
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
