public import Diagnostics
public import FEEL

/// What came of a test case.
public struct ConformanceResult: Sendable {
  public let suite: String
  public let id: String
  /// The expectation that failed; `nil` if none did.
  public let failure: Failure?

  public struct Failure: Sendable {
    public let name: String
    public let expected: Value
    public let actual: Value
    /// What was noticed while it was computed.
    public let diagnostics: [Diagnostic]
  }

  public var passed: Bool { failure == nil }
}

extension ConformanceSuite {
  /// Runs every case against the model.
  ///
  /// - Parameters:
  ///   - name: what the suite is called in the results.
  ///   - now: what `now()` and `today()` give.
  public func run(_ model: DecisionModel, name: String, now: CivilDateTime) -> [ConformanceResult] {
    cases.map { item in
      ConformanceResult(
        suite: name, id: item.id,
        failure: item.expectations.lazy.compactMap { failure($0, item, model, now) }.first)
    }
  }

  private func failure(
    _ expectation: Expectation, _ item: Case, _ model: DecisionModel, _ now: CivilDateTime
  ) -> ConformanceResult.Failure? {
    let evaluation: DecisionModel.Answer?
    if item.kind == .decisionService, let service = item.invocable {
      evaluation = model.evaluate(service: service, item.inputs, now: now)
    } else {
      evaluation = model.evaluate(expectation.name, item.inputs, now: now)
    }
    var actual = evaluation?.value ?? .null
    if item.kind == .decisionService, case .context(let outputs) = actual, let output = outputs[expectation.name] {
      actual = output
    }
    guard expectation.isReadable, evaluation != nil, actual.meets(expectation.value) else {
      return ConformanceResult.Failure(
        name: expectation.name, expected: expectation.value, actual: actual,
        diagnostics: evaluation?.diagnostics ?? [])
    }
    return nil
  }
}

extension Value {
  /// Equal as FEEL's `=` has it, at any depth, and of the same type.
  func meets(_ expected: Value) -> Bool {
    switch (self, expected) {
    case (.number(let left), .number(let right)): left.isNear(right)
    case (.list(let left), .list(let right)):
      left.count == right.count && zip(left, right).allSatisfy { $0.meets($1) }
    case (.context(let left), .context(let right)):
      left.entries.count == right.entries.count
        && left.entries.allSatisfy { entry in right[entry.name].map { entry.value.meets($0) } ?? false }
    case (.time(let left), .time(let right)): left.compared(to: right) == 0 && (left.zone == nil) == (right.zone == nil)
    case (.dateTime(let left), .dateTime(let right)):
      left.compared(to: right) == 0 && (left.zone == nil) == (right.zone == nil)
    default: self == expected
    }
  }
}

extension Decimal {
  /// Within a hundred-millionth, as the kit's own runner compares: many of its numbers were computed in binary.
  fileprivate func isNear(_ expected: Decimal) -> Bool {
    if self == expected { return true }
    guard let distance = subtracting(expected)?.magnitude,
      let bound = max(expected.magnitude, .one).multiplied(by: Decimal(coefficient: 1, exponent: -8))
    else { return false }
    return distance <= bound
  }
}
