public import Diagnostics
import Outcomes
import Workflow

/// A file of scenarios: what is to happen in a workflow, step by step, and what is expected after each.
public struct ScenarioFile: Sendable {
  public let source: Source
  /// In the order of the file.
  public let scenarios: [Scenario]
}

/// One scenario.
public struct Scenario: Sendable {
  public let id: String
  public let title: String
  /// Where its id is written.
  public let span: Span
  /// Whether there was nothing in it that could not be read.
  public let isReadable: Bool
  let calendar: WorkCalendar?
  let organization: Organization
  let definition: WorkflowDefinition?
  let nominations: [ActsFile.NominationEntry]
  /// What the rule set would hold: 名额.
  let parameters: [String: Int]
  /// The steps of those that it comes after.
  let prelude: [ScenarioStep]
  let steps: [ScenarioStep]
  let table: [TableRow]
  /// Runs every scenario of the file again, saving and restoring after each step.
  let coversAll: Bool
}

/// Arrival `at`, plus `span`, gives `due`.
struct TableRow: Sendable {
  let at: Instant
  let span: TimeSpan
  let due: Expected<Instant>
}

/// One step.
struct ScenarioStep: Sendable {
  /// The word under `do`, and where it is written.
  let word: String
  let span: Span
  /// Who acts, as it is written.
  let actor: ActorID?
  /// `nil`: at the instant of the step before.
  let at: Instant?
  /// The instance that it is about.
  let instance: Int?
  let act: ScenarioAct
  /// Listeners that fail when they are told.
  let faults: Set<String>
  /// What the rules say from this step on.
  let givens: Givens
  let expectation: Expectation?
}

/// What a step does.
enum ScenarioAct: Sendable {
  /// A command of the language, as it would stand in an acts file; of several people, one after the other.
  case commands([Step])
  /// One cast for each name, in the order written.
  case castMany([(voter: ActorID, choice: Choice)], of: CaseID?)
  /// One cast for each one present.
  case ballots(Count, of: CaseID?)
  case concurrently(Concurrency)
  case saveRestore
  case validate
  /// Who would be asked, if this were handed in now.
  case simulate(data: [String: Datum])
  /// A new version, for what begins from then on.
  case deploy(WorkflowDefinition, by: ActorID)
  case deliver
  case tamper(entry: Int, change: [String: Datum])
  case verifyLog
}

/// Commands given at the same moment.
struct Concurrency: Sendable {
  let commands: [ScenarioStep]
  /// So many orders are tried, each from the state before.
  let interleavings: Int
  /// Each command so many times at once.
  let copies: Int
}

/// What the rules say, laid down by a scenario: the workflow is tried out, not the rules.
struct Givens: Sendable {
  /// By case; a case that is not named keeps what was said of it last.
  var verdicts: [CaseID: Verdict] = [:]
  /// The order of the list, best first; empty: as it was.
  var ranking: [CaseID] = []

  struct Verdict: Sendable {
    /// `nil`: nothing stands against it.
    let outcome: Outcome?
    let reasons: [String]
  }

  /// What is said later goes before.
  mutating func merge(_ later: Givens) {
    verdicts.merge(later.verdicts) { $1 }
    if !later.ranking.isEmpty { ranking = later.ranking }
  }
}
