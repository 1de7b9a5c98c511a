import Diagnostics
import Testing
import YAML

@testable import Casework

@Suite("场景里的参数")
struct ParameterTests {
  @Test("流程用到的参数，场景写几就是几；没有写的不限，照样走得完", arguments: ["", "parameters: {名额: 1}"])
  func seats(_ parameters: String) throws {
    let text = """
      org: {people: {甲: {}, 乙: {}, 丙: {}, 丁: {}}, roles: {office: [甲]}}
      calendars: {日历: {holidays: [], workdays: [], covers: [2026]}}
      \(parameters)
      scenarios:
      - id: 例1
        nominations: {c1: {by: 甲}, c2: {by: 乙}}
        def: {stages: [{id: ballot, type: vote, scope: round, secret: true, seats: 名额, max_choices: 名额, who: [甲, 乙, 丙], rule: {more_than: 1/2, of: eligible}, teller: 丁, on_reject: end, next: approved}]}
        steps:
        - {do: start, by: 甲}
        - {do: check_in, by: 丁, present: [甲, 乙, 丙]}
        - {do: open_vote, by: 丁}
        - {do: cast, by: [甲, 乙, 丙], names: [c1]}
        - {do: close_vote, by: 丁, expect: {cases: {c1: {outcome: elected}}}}
      """
    var log = DiagnosticLog()
    let node = try #require(Node.read(Source(name: "场景", bytes: Array(text.utf8)), log: &log))
    let file = ScenarioFile.read(node, ScenarioFile.Surroundings(), log: &log)
    #expect(log.diagnostics.isEmpty, "\(log.diagnostics.map { $0.text(.zh) })")
    let results = try ScenarioSession(file).run()
    #expect(results.count == 1 && results.allSatisfy { $0.failures.isEmpty }, "\(results)")
  }
}
