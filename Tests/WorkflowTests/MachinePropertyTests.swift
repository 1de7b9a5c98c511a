import Outcomes
import Diagnostics
import Foundation
import TestSupport
import Testing
import YAML

import Outcomes
@testable import Workflow

@Suite("机器的性质：乱来也不出错，状态总是事件的折叠")
struct MachinePropertyTests {
  static let seconds = Patience.seconds(usually: 1)

  @Test("胡乱的命令：要么拒绝而什么也不变，要么事件折叠成状态", arguments: Awards.names)
  func fuzzCommands(_ award: String) throws {
    let seed = UInt64.random(in: 0..<1_000_000)
    let end = Date(timeIntervalSinceNow: Self.seconds)
    var runs: UInt64 = 0
    repeat {
      try play(award, seed: seed &+ runs)
      runs += 1
    } while Date() < end
  }

  private func play(_ award: String, seed: UInt64) throws {
    var chance = SplitMix(seed: seed)
    var run = try AwardRun.prepared(award, depth: Int.random(in: 0...4, using: &chance))
    var events = run.events
    var round = run.round
    for _ in 0..<200 {
      let (command, actor) = command(run, round, &chance)
      let isSlow = Int.random(in: 0..<20, using: &chance) == 0
      run.now = Instant(minutes: run.now.minutes + (isSlow ? Int.random(in: 0...4000, using: &chance) : 5))
      var facts = Facts()
      for attempt in 0..<50 {
        let before = round
        let decision = run.machine.decide(command, by: actor, at: run.now, facts: facts, in: round)
        if case .needs(let questions) = decision {
          for question in questions { answer(question, &facts, &chance) }
          #expect(attempt < 49, "seed \(seed): questions without end")
          continue
        }
        if case .events(let new, _) = decision {
          for event in new { round.apply(event) }
          events += new
        } else {
          #expect(round == before)
        }
        break
      }
      checkInvariants(round, seed)
    }
    #expect(Round(events) == round, "seed \(seed): the round is not the fold of its events")
    for id in round.order { #expect(run.machine.history(of: id, in: round) != nil) }
  }

  private func checkInvariants(_ round: Round, _ seed: UInt64) {
    for id in round.order {
      guard let item = round.cases[id] else { continue }
      let open = item.openOpenings
      if item.state.isFinal { #expect(open.isEmpty, "seed \(seed): \(id) is over, and \(open.map(\.stage)) are open") }
      let standing = round.openings.filter { $0.isOpen && $0.remaining.contains(id) }
      if item.state.isFinal {
        #expect(standing.isEmpty, "seed \(seed): \(id) is over, and stands in \(standing.map(\.stage))")
      }
      let isSomewhere = !open.isEmpty || item.arrivedAt != nil || item.incident != nil
      if !item.state.isFinal { #expect(isSomewhere, "seed \(seed): \(id) is nowhere") }
    }
  }

  /// Mostly what somebody who is asked could do, sometimes anything.
  private func command(
    _ run: AwardRun, _ round: Round, _ chance: inout SplitMix
  ) -> (Command, ActorID) {
    let id = round.order.randomElement(using: &chance)
    let isSensible = Int.random(in: 0..<10, using: &chance) < 9
    let inRound = Int.random(in: 0..<4, using: &chance) == 0
    let view = inRound ? run.machine.view(round, at: run.now) : run.machine.view(of: id ?? "c1", in: round, at: run.now)
    let stage = view.active.keys.sorted().randomElement(using: &chance)
    let asked = stage.flatMap { view.active[$0] }?.randomElement(using: &chance)
    let anybody = run.machine.organization.people.keys.sorted().randomElement(using: &chance) ?? "admin"
    var command = Command(act(round, stage.flatMap { run.machine.definition[$0] }, isSensible, &chance))
    command.case = inRound ? nil : id
    if Int.random(in: 0..<6, using: &chance) > 0 { command.reason = "理由" }
    if case .autoComplete = command.act { return (command, .system) }
    return (command, isSensible ? asked ?? "admin" : anybody)
  }

  private func act(
    _ round: Round, _ stage: Stage?, _ isSensible: Bool, _ chance: inout SplitMix
  ) -> Command.Act {
    let voters: [ActorID] = ["m1", "m2", "m3", "m4", "m5", "p1", "p2", "p3"]
    let present = voters.filter { _ in Bool.random(using: &chance) }
    let count = Count(yes: Int.random(in: 2...7, using: &chance), no: Int.random(in: 0...1, using: &chance))
    let report = PaperResult(
      issued: Int.random(in: 4...9, using: &chance), eligible: 7, present: Int.random(in: 4...7, using: &chance),
      count: count, cases: Dictionary(uniqueKeysWithValues: subjects(round).map { ($0, count) }))
    var acts: [Command.Act] = []
    if isSensible {
      switch stage?.kind {
      case .form?: acts = [.submit]
      case .approve(let approval)?:
        acts = Array(repeating: .sign(approval.act, for: nil, override: false), count: 12) + [.reject]
      case .vote?:
        acts = [
          .checkIn(stage?.id == "vote" ? ["m1", "m2", "m3", "m4", "m5"] : ["p1", "p2", "p3"]), .openVote, .openVote,
          .paperResult(report), .paperResult(report), .closeVote, .adjourn,
        ]
      case .score?: acts = [.score("\(Int.random(in: 0...100, using: &chance))"), .recuse([])]
      case .rules?: acts = [.autoComplete(taskOf: nil), .sign(.approve, for: nil, override: false)]
      case .notice?: acts = [.sign(.publish, for: nil, override: false), .tick]
      case .objection?: acts = [.settleObjection(number: nil, isFounded: Bool.random(using: &chance))]
      default: acts = [.tick, .autoComplete(taskOf: nil)]
      }
    } else {
      acts = [
        .withdraw, .takeBack, .transfer(to: "e1"), .delegate(to: "e2"), .resolve(opinion: nil), .claim(slot: nil),
        .unclaim,
        .sendBack(to: "apply"), .sendBack(to: "rank"), .sendBack(to: "intake"), .addSigners([.actor("e3")]),
        .removeSigners([.actor("e4")]), .cast(.choice(.yes)), .cast(.names(round.order)), .checkIn(present), .openVote,
        .closeVote, .paperResult(PaperResult(issued: .max, count: Count(yes: .max, no: .min))), .recuse([.actor("e5")]),
        .urge, .object(named: true, evidence: 1, against: "v1", text: nil), .amendNotice, .endNotice, .appeal, .suspend,
        .resume, .terminate, .cancelStage("joint"), .handover(of: "gongan", to: "fayuan"),
        .assign(taskOf: "gongan", to: "e6"), .setData, .retry, .tick, .fillReserve, .queryTally, .writtenOpinion("同意"),
        .migrate(toVersion: 2, mapping: [:]), .start(nominations: ["c9": Nomination(by: "ent_a")], subject: nil),
      ]
    }
    return acts.randomElement(using: &chance) ?? .tick
  }

  /// Those who are voted on, mostly.
  private func subjects(_ round: Round) -> [CaseID] {
    let vote = round.openings.last { $0.isOpen && $0.vote != nil }
    if vote?.stage == "panel" { return vote?.remaining.filter { round.cases[$0]?.outcome == .tieOpen } ?? [] }
    return vote?.vote?.subjects ?? []
  }

  private func answer(_ question: Question, _ facts: inout Facts, _ chance: inout SplitMix) {
    let rare: [Outcome?] = [.pending, .pending, .pending, .incomplete, .ineligible, .vetoed]
    let outcomes: [Outcome?] = Array(repeating: nil, count: 25) + rare
    switch question {
    case .guard(let question): facts.guards[question.key] = .holds
    case .rules(let question):
      facts.answer(question, RuleResult(outcomes.randomElement(using: &chance) ?? nil, reasons: ["TY-F4"]))
    case .ranking(let question):
      let listed: [Outcome] = [
        .shortlisted, .shortlisted, .shortlisted, .belowLine, .capped, .tieOpen, .belowMinimum, .pending,
      ]
      facts.ranking = Dictionary(
        uniqueKeysWithValues: question.cases.enumerated().map {
          ($1, RuleResult(listed.randomElement(using: &chance), rank: $0 + 1))
        })
    case .seats(let question):
      let seats: [Outcome] =
        question.purpose == .ties ? [.shortlisted, .belowLine] : [.selected, .selected, .reserve, .tieOpen]
      facts.seats = Dictionary(
        uniqueKeysWithValues: question.passed.map { ($0, seats.randomElement(using: &chance) ?? .reserve) })
    case .box: facts.ballots = [.choice(.yes), .names([])]
    case .parameter(let name): facts.parameters[name] = Int.random(in: 0...3, using: &chance)
    case .replacement(let question): facts.replacement = question.candidates.first.map { .stepsUp($0) } ?? .nobody
    }
  }

  @Test("写坏的流程文件：删一段、改一段，都读得完")
  func fuzzDefinitions() throws {
    let seed = UInt64.random(in: 0..<1_000_000)
    var chance = SplitMix(seed: seed)
    let text = try String(
      contentsOf: SharedFiles.checkout.appending(path: "workflows/红星工匠.yaml"), encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let end = Date(timeIntervalSinceNow: Self.seconds)
    repeat {
      var broken = lines
      for _ in 0..<Int.random(in: 1...6, using: &chance) {
        let index = Int.random(in: 0..<broken.count, using: &chance)
        switch Int.random(in: 0..<4, using: &chance) {
        case 0: broken.remove(at: index)
        case 1: broken.insert(lines.randomElement(using: &chance) ?? "", at: index)
        case 2: broken[index] = String(broken[index].dropLast(Int.random(in: 0...12, using: &chance)))
        default: broken[index] = broken[index].replacingOccurrences(of: "e", with: "")
        }
      }
      var log = DiagnosticLog()
      let source = Source(name: "seed \(seed)", text: broken.joined(separator: "\n"))
      guard let node = Node.read(source, log: &log) else { continue }
      _ = WorkflowDefinition.read(node, log: &log)
      _ = ActsFile.read(node, log: &log)
      _ = WorkCalendar.read(node, log: &log)
    } while Date() < end
  }
}
