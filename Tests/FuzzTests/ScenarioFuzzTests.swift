import Diagnostics
import Foundation
import Testing
import YAML

@testable import Casework

/// Whatever stands in a file of scenarios: it is run, or every reason why not has a place in it.
@Suite("乱文本：流程场景")
struct ScenarioFuzzTests {
  private static let words = [
    "- ", ": ", "\n  ", "{", "}", "[", "]", "expect: ", "do: ", "by: ", "same_as: ", "after: ", "with: ", "active: ",
    "log: ",
    "concurrently", "commands: ", "copies: 3", "interleavings: 9", "ballots", "deploy", "migrate", "simulate", "tamper",
    "verify_log", "save_restore", "instance: 2", "case: ", "nominations: ", "例1", "例2", "甲", "review", "approved",
    "null",
    "type: choice", "type: split", "type: vote", "when: ", "table: ", "property: save_restore_after_each_step",
    "\"2026-05-11T10:00\"", "submit", "approve", "start",
  ]

  @Test("读得懂就走得完，读不懂就说在哪里")
  func scenarios() throws {
    Fuzzer("scenarios", corpus: Self.corpus, words: Self.words).run { mutator in
      let source = Source(name: "fuzz", bytes: mutator.text(upTo: 1 << 13))
      var log = DiagnosticLog()
      guard let node = Node.read(source, log: &log) else {
        return log.hasErrors ? log.fault(in: source) : "refused silently"
      }
      let file = ScenarioFile.read(node, ScenarioFile.Surroundings(), log: &log)
      if let fault = log.fault(in: source) { return fault }
      do {
        for result in try ScenarioSession(file).run() {
          for failure in result.failures where failure.diagnostics.isEmpty {
            return "failed without a word: \(failure)"
          }
        }
      } catch {
        return "stopped by \(error)"
      }
      return nil
    }
  }

  /// The examples of the page that explains scenarios, and one that counts votes.
  private static var corpus: [[UInt8]] {
    let page = String(decoding: Corpus.file("docs/scenarios.md"), as: UTF8.self)
    let blocks = page.components(separatedBy: "```yaml\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
    return (blocks + [vote]).map { Array($0.utf8) }
  }

  private static let vote = """
    org: {people: {甲: {}, 乙: {}, 丙: {}, 丁: {}}, roles: {office: [甲], administrator: [丁]}}
    calendars: {日历: {holidays: [], workdays: [], covers: [2026]}}
    scenarios:
    - id: 例1
      nominations: {c1: {by: 甲}, c2: {by: 乙}}
      def: {listeners: [{event: stage_entered, call: sms}], stages: [{id: ballot, type: vote, scope: round, secret: true, seats: 1, who: [甲, 乙, 丙], rule: {more_than: 1/2, of: eligible}, teller: 丁, tie: run_off, on_reject: end, next: approved}]}
      steps:
      - {do: start, by: 甲, expect: {active: {ballot: [丁]}, cases: {c1: {stands_at: ballot}}}}
      - {do: check_in, by: 丁, present: [甲, 乙, 丙]}
      - {do: open_vote, by: 丁}
      - {do: cast, by: [甲, 乙], names: [c1]}
      - {do: concurrently, commands: [{do: cast, by: 丙, names: [c2]}], copies: 2, expect: {refused_count: {ALREADY_ACTED: 1}}}
      - {do: deliver, fault: {sms: fails}, expect: {outbox: {sms: 0}}}
      - {do: close_vote, by: 丁, expect: {state: ended, cases: {c1: {outcome: elected, tally: {"yes": 2}}}}}
      - {do: verify_log, expect: {outcome: intact}}
    - {id: 例2, table: [{at: "2026-05-11T10:00", add: 1 working day, due: "2026-05-12T17:30"}]}
    """
}
