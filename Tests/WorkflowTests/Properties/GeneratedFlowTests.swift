import Foundation
import TestSupport
import Testing

@testable import Workflow

@Suite("随手造的小流程：怎么乱来都守规矩")
struct GeneratedFlowTests {
  /// So many at least, however busy the machine is: what is asked of them together at the end needs a few.
  static let fewest: UInt64 = 60
  static let seconds = Patience.seconds(usually: Patience.hasTheNight ? 120 : 3)

  @Test("单件和整轮：签够才过、记录只增、版本逐一、存取不变、总有出路", arguments: [false, true])
  func randomCommands(_ isRound: Bool) throws {
    let first = Patience.seed ?? UInt64.random(in: 0..<1_000_000)
    let end = Date(timeIntervalSinceNow: Self.seconds)
    let calendar = try Calendars.read()
    var seed = first
    var kinds = Set<String>()
    var (finals, migrations) = (0, 0)
    repeat {
      var generator = FlowGenerator(seed: seed, isRound: isRound)
      let flow = generator.flow()
      let definition = try Play.definition(flow)
      kinds.formUnion(definition.stages.map { String("\($0.kind)".prefix { $0 != "(" }) })
      let cases: [CaseID] = isRound ? ["c1", "c2", "c3"] : []
      var run = RandomPlay(play: Play(definition, calendar, cases: cases), chance: SplitMix(seed: seed))
      if seed.isMultiple(of: 2) {
        let second = try Play.definition(FlowGenerator.revised(flow))
        run.play.machine = try run.play.machine.deploying(second, by: "admin")
        run.names = FlowGenerator.renamed(definition)
      }
      for step in 0..<120 where run.play.failures.isEmpty {
        run.step()
        if step % 40 == 39 { try run.play.saveAndRestore() }
      }
      run.play.checkWayOut { question, facts in
        if case .guard(let question) = question { facts.guards[question.key] = .fails }
        var chance = SplitMix(seed: 1)
        if case .guard = question { return true }
        RandomPlay.answer(question, &facts, &chance)
        return true
      }
      migrations += run.play.round.log.count { $0.verb == "migrate" }
      finals += run.play.round.order.count { run.play.round.cases[$0]?.state.isFinal == true }
      guard run.play.failures.isEmpty else {
        let acts = run.play.acts.filter { $0.refusal == nil }.suffix(40).map(\.description).joined(separator: "\n")
        Issue.record("seed \(seed): \(run.play.failures.joined(separator: "; "))\n\(flow)\n\(acts)")
        return
      }
      seed &+= 1
    } while Date() < end || seed &- first < Self.fewest
    #expect(kinds.count >= (isRound ? 12 : 11), "seed \(first): only \(kinds.sorted())")
    #expect(migrations > 0, "seed \(first): hardly ever a migration")
    #expect(finals > 0, "seed \(first): hardly anything comes to an end")
  }
}
