import Casework
import Diagnostics
import Testing

/// Whatever cannot be read is an error at its own place: nothing that is misspelt is passed over.
@Suite("读场景")
struct ScenarioReaderTests {
  static let head = """
    org: {people: {ent: {title: 申报人}, office1: {}, office2: {}, admin: {}}, roles: {office: [office1], administrator: [admin]}, unknown: [ghost]}
    calendars: {c: {holidays: ["2026-05-01..2026-05-05"], workdays: ["2026-05-09"]}}
    scenarios:
    - id: S1
      def: {stages: [{id: apply, type: form, who: [ent], next: review}, {id: review, type: approve, mode: all, who: [office1, office2], on_reject: end, next: approved}]}
      steps:

    """

  /// `‹…›` marks what the diagnostic of this code points at.
  static let faults: [(String, String)] = [
    ("PX5001", "- {do: submit, by: ent, expect: {‹actve›: {review: [office1, office2]}}}"),
    ("PX5001", "- {do: submit, by: ent, ‹expects›: {state: running}}"),
    ("PX5001", "- {do: save_restore, ‹data›: {}}"),
    ("PX5006", "- {do: submit, by: ‹[]›}"),
    ("PX7307", "- {do: deploy, by: admin, new_def: {same_as: S1, version: 2, with: {‹reviw›: {mode: any}}}}"),
    ("PX5010", "- {do: ‹submitt›, by: ent}"),
    ("PX7315", "- ‹{by: ent}›"),
    ("PX7314", "- ‹submit›"),
    ("PX5010", "- {do: submit, by: ent, expect: {state: ‹runing›}}"),
    ("PX5010", "- {do: submit, by: ent, expect: {refused: ‹NOT_ASIGNEE›}}"),
    ("PX7305", "- {do: submit, by: ‹entt›}"),
    ("PX7305", "- {do: submit, by: ent, expect: {active: {review: [office1, ‹ofice2›]}}}"),
    ("PX7307", "- {do: submit, by: ent, expect: {active: {‹reviw›: [office1, office2]}}}"),
    ("PX5005", "- {do: submit, by: ent, expect: {active: {review: ‹office1›}}}"),
    ("PX7314", "- {do: submit, by: ent, expect: {active: ‹[review]›}}"),
    ("PX5007", "- {do: submit, by: ent, expect: {state_version: ‹one›}}"),
    ("PX5007", "- {do: submit, by: ent, expect: {instance: ‹0›}}"),
    ("PX5012", "- {do: submit, by: ent, expect: {due: ‹2026-05-11›}}"),
    ("PX5010", "- {do: submit, by: ent, expect: {tally: {‹yess›: 1}}}"),
    ("PX5010", "- {do: submit, by: ent, expect: {closed: {office1: ‹closed›}}}"),
    ("PX5010", "- {do: submit, by: ent, expect: {outcome: ‹electd›}}"),
    ("PX5010", "- {do: submit, by: ent, expect: {incident: {stage: review, cause: ‹no_asignee›}}}"),
    ("PX5002", "- {do: submit, by: ent, expect: {incident: ‹{stage: review}›}}"),
    ("PX5010", "- {do: validate, by: admin, expect: {findings: [{stage: review, code: ‹dead_lock›}]}}"),
    ("PX7313", "- {do: simulate, by: ent, expect: {path: [‹[apply]›]}}"),
    ("PX7309", "- {do: submit, by: ent, expect: {log: [‹submitted ent apply›]}}"),
    ("PX7310", "- {do: submit, by: ent, expect: {log: [‹submit ent aply›]}}"),
    ("PX7308", "- {do: submit, by: ent, expect: {log: [‹submit -> ent›]}}"),
    ("PX7308", "- {do: submit, by: ent, expect: {log: [‹submit ent apply review›]}}"),
    ("PX7309", "- {do: submit, by: ent, expect: {log_count: {‹entr system›: 0}}}"),
    ("PX7310", "- {do: submit, by: ent, expect: {log_count: {‹enter systm›: 0}}}"),
    ("PX5010", "- {do: submit, by: ent, expect: {refused_count: {‹TO_LATE›: 1}}}"),
    ("PX7306", "- {do: submit, by: ent, expect: {cases: {‹c1›: {state: running}}}}"),
    ("PX7306", "- {do: submit, by: ent, case: ‹c1›}"),
    ("PX5001", "- {do: submit, by: ent, expect: {‹stands_at›: review}}"),
    ("PX5010", "- {do: deliver, fault: {sms: ‹fail›}}"),
    ("PX7317", "- {do: tamper, entry: 1, change: ‹{}›}"),
    ("PX7311", "- {do: concurrently, commands: [{do: submit, by: ent, ‹expect›: {state: running}}]}"),
    ("PX7311", "- {do: concurrently, commands: [{do: ‹concurrently›, commands: []}]}"),
    ("PX5010", "- {do: cast_many, choices: {‹yess›: [office1]}}"),
    ("PX7305", "- {do: cast_many, choices: {\"yes\": [‹office3›]}}"),
    ("PX5010", "- {do: submit, by: ent, rules_say: {\"1\": ‹fine›}}"),
  ]

  @Test("每种写错都在它自己的字上报出来", arguments: faults)
  func pointsAtIt(_ code: String, _ step: String) throws {
    let text = Self.head + "  " + step
    let pieces = text.split(separator: try Regex("[‹›]"), omittingEmptySubsequences: false).map(String.init)
    var log = DiagnosticLog()
    let file = try #require(try SharedScenarios.read(pieces.joined(), log: &log))
    let found = log.diagnostics.filter { $0.code == code }
    #expect(found.count == 1, "\(log.diagnostics.map { "\($0.code) \($0.text(.en)) \($0.span?.text ?? "")" })")
    let start = pieces[0].utf8.count
    #expect(found.first?.span?.range == start..<start + pieces[1].utf8.count, "\(found.first?.span?.text ?? "")")
    let results = try ScenarioSession(file).run()
    #expect(results.map(\.hasPassed) == [false], "a scenario with a fault in it has not passed")
  }

  @Test("说得出是哪两处不对：场景重号、same_as 绕圈和落空、没有流程、日历不明")
  func wholeFile() throws {
    let text = """
      calendars: {}
      scenarios:
      - {id: A, def: {same_as: B}, steps: []}
      - {id: B, def: {same_as: A}, steps: []}
      - {id: A, def: {same_as: C}, steps: []}
      - {id: D, steps: []}
      - {id: E}
      """
    var log = DiagnosticLog()
    _ = try SharedScenarios.read(text, log: &log)
    let codes = Set(log.diagnostics.map(\.code))
    #expect(codes == ["PX7301", "PX7302", "PX7303", "PX7304", "PX7312", "PX7316"], "\(codes.sorted())")
  }

  @Test("没有写期望的一步，也要被接受；写了拒绝的，要真的被拒绝")
  func refusals() throws {
    let steps = """
        - {do: submit, by: office1}
        - {do: submit, by: ent, expect: {refused: NOT_ASSIGNEE}}
        - {do: approve, by: ghost, expect: {state: running}}

      """
    var log = DiagnosticLog()
    let file = try #require(try SharedScenarios.read(Self.head + steps, log: &log))
    #expect(log.diagnostics.isEmpty)
    let failures = try ScenarioSession(file).run().flatMap(\.failures)
    #expect(failures.map(\.step) == [1, 2, 3])
    #expect(
      failures.map { $0.diagnostics.map { $0.text(.zh) } } == [
        ["refused 应为 无，实际是 NOT_ASSIGNEE（这里没有等您办理的事项）"], ["refused 应为 NOT_ASSIGNEE，实际是 无"],
        ["refused 应为 无，实际是 NOT_ASSIGNEE（人员名单中没有“ghost”）"],
      ], "\(failures.map { $0.diagnostics.map { $0.text(.zh) } })")
  }

  @Test("同时发生的动作试遍各种先后；ballots 必须一人一票")
  func orders() throws {
    let steps = """
        - {do: submit, by: ent}
        - {do: ballots, count: {"yes": 2}}
        - do: concurrently
          interleavings: 100
          commands: [{do: approve, by: office1}, {do: reject, by: office2, reason: 不齐}]
          expect: {state: rejected}

      """
    var log = DiagnosticLog()
    let file = try #require(try SharedScenarios.read(Self.head + steps, log: &log))
    let failures = try ScenarioSession(file).run().flatMap(\.failures)
    #expect(failures.map(\.step) == [2])
    #expect(failures.first?.diagnostics.map(\.code) == ["PX7335"])
    let wrong = try #require(
      try SharedScenarios.read(
        Self.head + steps.replacing("expect: {state: rejected}", with: "expect: {closed: {office1: closed_by_peer}}"),
        log: &log))
    let order = try ScenarioSession(wrong).run().flatMap(\.failures).last
    #expect(order?.circumstance == .order([1, 2]) && order?.step == 3)
  }
}
