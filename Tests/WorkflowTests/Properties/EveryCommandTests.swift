import Foundation
import TestSupport
import Testing

@testable import Workflow

@Suite("小流程：一定长度以内的一切命令序列")
struct EveryCommandTests {
  /// Sequences of accepted commands; a refused one leaves everything as it was, so that what follows it has been seen.
  static let length = 6

  @Test("每一条序列都守规矩", arguments: SmallFlow.all)
  func everySequence(_ flow: SmallFlow) throws {
    let definition = try Play.definition(flow.body)
    var play = Play(definition, try Calendars.read())
    for step in flow.prelude {
      let outcome = Search.act(step, &play)
      #expect(outcome == .accepted, "\(step)")
    }
    var search = Search(flow: flow)
    search.walk(play, left: Self.length)
    #expect(search.failures.isEmpty, "\(search.failures.prefix(3).joined(separator: "\n\n"))")
    // A search that tries in vain proves nothing: each try is accepted somewhere, or refused everywhere for a reason.
    #expect(search.endings.contains("approved"), "\(search.endings)")
    #expect(search.count > 100, "\(search.count)")
  }
}

private struct Search {
  let flow: SmallFlow
  var failures: [String] = []
  var endings = Set<String>()
  var count = 0

  mutating func walk(_ play: Play, left: Int) {
    guard left > 0, failures.count < 10 else { return }
    for step in flow.tries {
      var next = play
      let before = play.round
      let outcome = Search.act(step, &next)
      count += 1
      if case .refused = outcome {
        if next.round != before { failures.append("a refusal changed something: \(next.story)") }
        continue
      }
      if count.isMultiple(of: 64) {
        do { try next.saveAndRestore() } catch { failures.append("\(error)") }
        next.checkWayOut { _, _ in false }
      }
      if !next.failures.isEmpty {
        failures.append(next.failures.joined(separator: "; ") + "\n" + next.story)
        continue
      }
      endings.insert(next.round.state.rawValue)
      walk(next, left: left - 1)
    }
  }

  static func act(_ step: SmallFlow.Try, _ play: inout Play) -> Play.Outcome {
    play.now = Instant(minutes: play.now.minutes + 1 + step.days * 1440)
    return play.act(Command(step.act, reason: "理由"), by: step.actor) { _, _ in }
  }
}
