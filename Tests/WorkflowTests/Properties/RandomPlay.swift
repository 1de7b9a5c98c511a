import Outcomes
import TestSupport

@testable import Workflow

/// Somebody who does mostly what he is asked to do, and now and then anything.
struct RandomPlay {
  var play: Play
  var chance: SplitMix
  /// What the stages are called in the second version.
  var names: [StageID: StageID] = [:]

  /// Now and then the whole round moves to the other version, and back.
  mutating func migrate() {
    let isFirst = play.round.definitionVersion == 1
    let back = Dictionary(names.map { ($1, $0) }) { first, _ in first }
    var answers = chance
    let command = Command(.migrate(toVersion: isFirst ? 2 : 1, mapping: isFirst ? names : back), reason: "修订")
    play.act(command, by: "admin") { question, facts in RandomPlay.answer(question, &facts, &answers) }
    chance = answers
  }

  mutating func step() {
    if !names.isEmpty, chance.below(25) == 0 { return migrate() }
    let isSlow = chance.below(12) == 0
    play.now = Instant(minutes: play.now.minutes + (isSlow ? chance.below(3000) : 1 + chance.below(5)))
    let (command, actor) = command()
    var answers = chance
    play.act(command, by: actor) { question, facts in RandomPlay.answer(question, &facts, &answers) }
    chance = answers
  }

  private mutating func command() -> (Command, ActorID) {
    let round = play.round
    var (act, actor, owner, stage) = (Command.Act.tick, ActorID.system, CaseID?.none, StageID?.none)
    let open = round.everyOpening.filter { $0.opening.isOpen }
    if chance.below(8) > 0, !open.isEmpty {
      let (id, opening) = chance.pick(open)
      (act, actor) = sensible(opening)
      (owner, stage) = (id, opening.stage)
    } else {
      act = anything()
      actor = chance.pick(Play.people)
      if chance.below(2) == 0 { actor = chance.pick(["ent", "office", "admin", "clerk"]) }
      if !round.order.isEmpty { owner = chance.pick(round.order.map { $0 } + [nil]) }
    }
    var command = Command(act, case: owner, stage: chance.below(3) == 0 ? stage : nil)
    if chance.below(8) > 0 { command.reason = "理由" }
    if chance.below(6) == 0 { command.data = ["sum": .number(String(chance.below(3)))] }
    if chance.below(20) == 0 { command.id = "k\(chance.below(4))" }
    if chance.below(30) == 0 { command.ifVersion = chance.below(30) }
    return (command, actor)
  }

  /// What somebody who is asked in this opening could do.
  private mutating func sensible(_ opening: Opening) -> (Command.Act, ActorID) {
    guard let stage = play.machine.definition(of: play.round)[opening.stage] else { return (.tick, .system) }
    let asked = play.machine.asked(opening, in: play.round, on: play.now.day)
    let actor = asked.isEmpty ? "admin" : chance.pick(asked)
    switch stage.kind {
    case .form: return (.submit, actor)
    case .approve(let approval):
      let no: [Command.Act] = [
        .reject, .sendBack(to: "apply"), .transfer(to: "x"), .delegate(to: "y"), .resolve(opinion: nil), .recuse([]),
        .addSigners([.actor("d")]), .claim(slot: nil), .claim(slot: nil), .takeBack,
      ]
      return (chance.below(4) == 0 ? chance.pick(no) : .sign(approval.act, for: nil, override: false), actor)
    case .vote: return (ballot(opening, stage), actor)
    case .score: return (chance.below(8) == 0 ? .recuse([]) : .score(String(chance.below(12))), actor)
    case .rules: return (.autoComplete(taskOf: nil), .system)
    case .notice:
      let acts: [(Command.Act, ActorID)] = [
        (.tick, .system), (.tick, .system), (.object(named: true, evidence: 1, against: nil, text: nil), "citizen"),
        (.settleObjection(number: nil, isFounded: chance.below(4) == 0), "b"), (.amendNotice, "office"),
        (.settleObjection(number: nil, isFounded: false), "a"), (.sign(.publish, for: nil, override: false), "office"),
      ]
      return chance.pick(acts)
    case .objection, .choice, .split, .join, .subflow, .cc, .manage: return (.tick, .system)
    }
  }

  private mutating func ballot(_ opening: Opening, _ stage: Stage) -> Command.Act {
    let subjects = opening.vote?.subjects ?? []
    let isEach = stage.scope == .round && !play.round.isLone
    let choice = chance.pick([Choice.yes, .yes, .yes, .no, .abstain])
    let vote: Vote =
      isEach
      ? chance.below(3) == 0
        ? .names(subjects.filter { _ in chance.below(3) > 0 })
        : .marks(Dictionary(uniqueKeysWithValues: subjects.map { ($0, chance.pick([Choice.yes, .yes, .no])) }))
      : .choice(choice)
    if opening.vote?.tellers.isEmpty != false { return chance.below(10) == 0 ? .recuse([]) : .cast(vote) }
    if opening.vote?.isOpen == true {
      let yes = chance.below(4)
      let report = PaperResult(
        issued: 3, returned: 3, count: Count(yes: yes, no: 3 - yes),
        cases: isEach ? Dictionary(uniqueKeysWithValues: subjects.map { ($0, Count(yes: chance.below(4))) }) : [:])
      return chance.pick([
        .cast(vote), .cast(vote), .cast(vote), .closeVote, .paperResult(report), .adjourn, .recuse([]),
        .recuse([.actor("a")]),
      ])
    }
    return chance.pick([
      .checkIn(["a", "b", "c"]), .checkIn(["a", "b"]), .checkIn(["a", "x"]), .openVote, .openVote, .openVote,
    ])
  }

  private mutating func anything() -> Command.Act {
    let stages = play.machine.definition(of: play.round).stages.map(\.id)
    return chance.pick([
      .submit, .withdraw, .takeBack, .takeBack, .transfer(to: "y"), .delegate(to: "x"), .resolve(opinion: "可"),
      .sign(.approve, for: nil, override: chance.below(9) == 0), .sign(.name, for: nil, override: false),
      .setProxy(to: "x"), .addSigners([.actor("d"), .actor("y")]), .removeSigners([.actor("b")]), .unclaim,
      .cast(.choice(.yes)), .checkIn(["a", "b", "c"]), .openVote, .closeVote, .adjourn, .queryTally, .urge,
      .writtenOpinion("可"), .recuse([.actor("a")]), .recuse([.actor("b")]), .recuse([]), .score("5"),
      .sendBack(to: chance.pick(stages)), .sendBack(to: "apply"), .reject, .amendNotice, .endNotice, .appeal,
      .settleObjection(number: 1, isFounded: false), .suspend, .resume, .resume, .resume,
      chance.below(4) == 0 ? .terminate : .tick, .cancelStage(chance.pick(stages)), .handover(of: "a", to: "d"),
      .handover(of: "b", to: "a"), .assign(taskOf: "a", to: "d"), .assign(taskOf: "b", to: "y"), .setData, .retry,
      .retry, .migrate(toVersion: 1 + chance.below(3), mapping: [:]), .tick, .fillReserve, .claim(slot: nil),
      .autoComplete(taskOf: "a"), .paperResult(PaperResult(issued: .max, count: Count(yes: .max, no: .min))),
    ])
  }

  static func answer(_ question: Question, _ facts: inout Facts, _ chance: inout SplitMix) {
    switch question {
    case .guard(let question):
      let answers: [GuardAnswer] = [.holds, .holds, .fails, .fails, .fails, .unknown(name: "kind")]
      facts.guards[question.key] = chance.pick(answers)
    case .rules(let question): facts.answer(question, RuleResult(nil))
    case .ranking(let question):
      let outcomes: [Outcome] = [.shortlisted, .shortlisted, .shortlisted, .belowLine]
      facts.ranking = Dictionary(
        uniqueKeysWithValues: question.cases.enumerated().map { ($1, RuleResult(chance.pick(outcomes), rank: $0 + 1)) })
    case .seats(let question):
      facts.seats = Dictionary(uniqueKeysWithValues: question.passed.map { ($0, .selected) })
    case .box: return
    case .parameter(let name): facts.parameters[name] = chance.below(3)
    case .replacement(let question): facts.replacement = question.candidates.first.map { .stepsUp($0) } ?? .nobody
    }
  }
}
