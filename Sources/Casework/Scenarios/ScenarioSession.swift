import Diagnostics
import Workflow

/// Runs the scenarios of a file.
public struct ScenarioSession {
  private let file: ScenarioFile
  private let savesAfterEachStep: Bool

  /// - Parameter savesAfterEachStep: whether every scenario is saved and restored after each step, besides.
  public init(_ file: ScenarioFile, savesAfterEachStep: Bool = false) {
    self.file = file
    self.savesAfterEachStep = savesAfterEachStep
  }

  /// One result for each scenario, in the order of the file.
  ///
  /// - Parameter only: the ids of those that are run; empty: all.
  public func run(only: [String] = []) throws -> [ScenarioResult] {
    try file.scenarios.filter { only.isEmpty || only.contains($0.id) }.map { try run($0) }
  }

  private func run(_ scenario: Scenario) throws -> ScenarioResult {
    guard scenario.isReadable else {
      return ScenarioResult(scenario: scenario, failures: [.whole(scenario, .unreadableScenario)])
    }
    var failures = scenario.tableFailures
    failures += try play(scenario, saving: savesAfterEachStep)
    if scenario.coversAll { failures += try playAll(for: scenario) }
    return ScenarioResult(scenario: scenario, failures: failures)
  }

  private func play(_ scenario: Scenario, saving: Bool) throws -> [ScenarioFailure] {
    // A store is slower than memory: it is there for those who ask for it, and where its log is looked at.
    let vault: any ScenarioVault = saving || scenario.looksAtLog ? try LedgerVault() : PlainVault()
    guard var run = ScenarioRun(scenario, vault: vault, savesAfterEachStep: saving) else { return [] }
    try run.run()
    return run.failures
  }

  /// Every scenario of the file again, saved and restored after each step; what fails, fails where the property stands.
  private func playAll(for scenario: Scenario) throws -> [ScenarioFailure] {
    try file.scenarios.filter(\.isReadable).flatMap { other in
      try play(other, saving: true).map { failure in
        ScenarioFailure(
          step: failure.step, title: failure.title, span: failure.span, circumstance: .saved(scenario: other.id),
          diagnostics: failure.diagnostics)
      }
    }
  }
}

extension Scenario {
  fileprivate var looksAtLog: Bool {
    steps.contains { step in
      switch step.act {
      case .tamper, .verifyLog: true
      default: false
      }
    }
  }

  /// Rows that come out otherwise, each as a failure of its own.
  fileprivate var tableFailures: [ScenarioFailure] {
    guard let calendar else { return [] }
    return table.compactMap { row in
      let due = calendar.end(of: row.span, from: row.at).value
      if due == row.due.value { return nil }
      let diagnostic = Diagnostic.other(
        "\(row.at) + \(row.span)", at: row.due.span, row.due.value.description, due.description)
      return ScenarioFailure(step: nil, title: "", span: row.due.span, circumstance: nil, diagnostics: [diagnostic])
    }
  }
}

extension ScenarioFailure {
  /// Of the scenario as a whole.
  fileprivate static func whole(_ scenario: Scenario, _ message: Message) -> ScenarioFailure {
    ScenarioFailure(
      step: nil, title: "", span: scenario.span, circumstance: nil,
      diagnostics: [Diagnostic(message, at: scenario.span)])
  }
}
