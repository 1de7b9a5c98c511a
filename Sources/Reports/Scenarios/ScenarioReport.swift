public import Casework
public import Diagnostics

/// What came of scenarios, for people: each failed step with its place, what was expected and what there was.
public struct ScenarioReport {
  private let results: [ScenarioResult]
  private let language: Language

  public init(_ results: [ScenarioResult], _ language: Language) {
    self.results = results
    self.language = language
  }

  public var passedCount: Int { results.count(where: \.hasPassed) }
  public var failedCount: Int { results.count - passedCount }

  /// The failed scenarios, and a last line that programs read, too: `85 passed, 0 failed`.
  public var text: String {
    results.filter { !$0.hasPassed }.map(text).joined() + "\(passedCount) passed, \(failedCount) failed\n"
  }

  private func text(_ result: ScenarioResult) -> String {
    let scenario = result.scenario
    let title = [scenario.id, scenario.title].filter { !$0.isEmpty }.joined(separator: " ")
    return "✗ \(title)\n" + result.failures.map(text).joined()
  }

  private func text(_ failure: ScenarioFailure) -> String {
    let heading = [step(failure), failure.circumstance.map(circumstance)].compactMap(\.self)
    let place = "\(failure.span.source.name):\(failure.span.start.line):\(failure.span.start.column)"
    let lines = failure.diagnostics.map { diagnostic in
      let own = diagnostic.span?.start
      // Where the step takes several lines, the place of what was expected, too.
      let isElsewhere = own.map { $0.line != failure.span.start.line } ?? false
      let place = isElsewhere ? own.map { "\($0.line):\($0.column) " } ?? "" : ""
      return "    \(place)\(diagnostic.text(language))\n"
    }
    return "  " + (heading + [place]).joined(separator: "  ") + "\n" + lines.joined()
  }

  private func step(_ failure: ScenarioFailure) -> String? {
    guard let number = failure.step else { return nil }
    return switch language {
    case .zh: "第 \(number) 步 \(failure.title)"
    case .en: "step \(number) \(failure.title)"
    }
  }

  private func circumstance(_ circumstance: ScenarioFailure.Circumstance) -> String {
    switch (circumstance, language) {
    case (.order(let order), .zh): "先后 \(order.map(String.init).joined(separator: "、"))"
    case (.order(let order), .en): "in the order \(order.map(String.init).joined(separator: ", "))"
    case (.saved(let scenario), .zh): "存下再读回时的 \(scenario)"
    case (.saved(let scenario), .en): "\(scenario) when saved and restored"
    }
  }
}
