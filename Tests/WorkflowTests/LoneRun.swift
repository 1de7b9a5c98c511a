import Diagnostics
import Outcomes
import Testing
import YAML

@testable import Workflow

/// A small flow played from steps as they would stand in an acts file, with everything watched that must always be so.
struct LoneRun {
  var play: Play
  /// What conditions say; not laid down: they fail.
  var holds: Set<String> = []
  var unknown: Set<String> = []
  /// Conditions that hold from so many in favour on.
  var needed: [String: Int] = [:]

  init(_ flow: String, cases: [CaseID] = []) throws {
    play = Play(try Play.definition(flow), try Calendars.read(), cases: cases)
  }

  init(_ machine: Machine, cases: [CaseID] = []) { play = Play(machine, cases: cases) }

  var round: Round { play.round }
  var machine: Machine { play.machine }

  /// All of them are accepted.
  mutating func act(_ steps: String) throws {
    for node in try #require(SharedFiles.node(steps)?.sequence) {
      let outcome = try act(node)
      #expect(outcome == .accepted || outcome == .answered, "\(play.acts.last?.description ?? "")")
    }
  }

  /// The code with which one step is refused.
  mutating func refused(_ step: String) throws -> Refusal.Code? {
    let outcome = try act(try #require(SharedFiles.node(step)))
    if case .refused(let code) = outcome { return code }
    return nil
  }

  private mutating func act(_ node: Node) throws -> Play.Outcome {
    var log = DiagnosticLog()
    let read = Step.read(node, log: &log)
    #expect(log.diagnostics.isEmpty, "\(log.diagnostics.map { $0.text(.en) })")
    let step = try #require(read)
    if let at = step.at { play.now = at }
    let (holds, unknown, needed) = (holds, unknown, needed)
    let outcome = play.act(step.command, by: step.actor) { question, facts in
      switch question {
      case .guard(let question) where needed[question.expression.text] != nil:
        let isEnough = question.approvals >= needed[question.expression.text] ?? 0
        facts.guards[question.key] = isEnough ? .holds : .fails
      case .guard(let question) where unknown.contains(question.expression.text):
        facts.guards[question.key] = .unknown(name: question.expression.text)
      case .guard(let question): facts.guards[question.key] = holds.contains(question.expression.text) ? .holds : .fails
      case .rules(let question): facts.answer(question, RuleResult(nil))
      case .ranking(let question):
        facts.ranking = Dictionary(
          uniqueKeysWithValues: question.cases.enumerated().map { ($1, RuleResult(.shortlisted, rank: $0 + 1)) })
      default: Issue.record("\(question)")
      }
    }
    try play.saveAndRestore()
    #expect(play.failures.isEmpty, "\(play.failures)\n\(play.story)")
    return outcome
  }

  /// Who is asked where: `head: boss; joint: a b`.
  var active: String {
    let view = machine.view(round, at: play.now)
    return view.active.sorted { $0.key < $1.key }.map { stage, actors in
      "\(stage): \(actors.map(\.rawValue).sorted().joined(separator: " "))"
    }.joined(separator: "; ")
  }

  var state: Case.State { round.state }

  func log(_ verb: String) -> [String] { round.log.filter { $0.verb == verb }.map(\.description) }
}
