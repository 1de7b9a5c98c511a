import Diagnostics
import Workflow

/// What is expected, and where it is written.
struct Expected<Value: Sendable>: Sendable {
  let value: Value
  let span: Span
}

/// The view after a step; only what is given is compared.
struct Expectation: Sendable {
  /// Where it is written.
  let span: Span
  /// The instance looked at.
  var instance = 1
  var refused: Expected<Refusal.Code>?
  /// In any order, all of them.
  var findings: Expected<[String]>?
  var outbox: [(listener: String, count: Expected<Int>)] = []
  var stateVersion: Expected<Int>?
  var definitionVersion: Expected<Int>?
  /// The first bad entry of the log.
  var entry: Expected<Int>?
  var path: Expected<[PathStep]>?
  /// In this order, with others between them.
  var log: [Expected<LogPattern>] = []
  var logCounts: [(pattern: LogPattern, count: Expected<Int>)] = []
  var refusedCounts: [(code: Refusal.Code, count: Expected<Int>)] = []
  var cases: [(id: CaseID, view: ExpectedView)] = []
  var view = ExpectedView()
}

/// How a case, or the round, is expected to stand.
struct ExpectedView: Sendable {
  var state: Expected<Case.State>?
  /// Every open stage with all who can act in it, in any order.
  var active: Expected<[StageID: [ActorID]]>?
  /// The tasks that the command closed unacted, all of them.
  var closed: Expected<[ActorID: Slot.Ending]>?
  var tally: [(key: TallyKey, count: Expected<Int>)] = []
  var due: Expected<Instant>?
  var incident: Expected<ExpectedIncident>?
  var outcome: Expected<String>?
  var standsAt: Expected<StageID>?
}

struct ExpectedIncident: Sendable, Hashable {
  let stage: StageID
  /// A code, some with an argument: `unknown_name: bar`.
  let cause: String
}

/// Who is asked at which stage, on the way that a simulation shows.
struct PathStep: Sendable, Hashable {
  let stage: StageID
  let actor: ActorID
}

/// What is counted in a vote, and in a list of signers.
enum TallyKey: String, CaseIterable, Sendable {
  case eligible, present, issued, returned, yes, no, abstain, spoiled, recused, written, approve, reject
  case seatsLeft = "seats_left"
}
