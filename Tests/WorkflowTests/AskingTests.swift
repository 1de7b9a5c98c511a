import TestSupport
import Testing

@testable import Workflow

@Suite("请了谁：通知、预演；同一对象只办一件")
struct AskingTests {
  static let line = """
    listeners: [{event: stage_entered, call: sms}, {event: stage_entered, call: board}]
    stages:
      - {id: apply, type: form, who: [ent], next: line}
      - {id: line, type: approve, mode: sequential, who: [a, b], next: check}
      - {id: check, type: rules, next: vote}
      - {id: vote, type: vote, who: [a, b, c], teller: [clerk], rule: {more_than: 1/2, of: eligible}, next: approved}
    """

  /// Who is told by `listener` after the last step: `stage actor`.
  private func told(_ run: inout LoneRun, _ step: String, _ listener: String = "sms") throws -> [String] {
    let before = run.play
    try run.act("- \(step)")
    let new = Array(run.play.events.dropFirst(before.events.count))
    return run.machine.messages(following: new, in: before.round).filter { $0.listener == listener }
      .map { "\($0.asking.stage) \($0.asking.actor)" }
  }

  @Test("每个轮到的人一条，机器自己不算；转给谁，通知谁")
  func messages() throws {
    var run = try LoneRun(Self.line)
    #expect(try told(&run, "{do: submit, by: ent}") == ["line a"])
    #expect(try told(&run, "{do: approve, by: a}", "board") == ["line b"])
    #expect(try told(&run, "{do: delegate, by: b, to: y}") == ["line y"])
    #expect(try told(&run, "{do: resolve, by: y, opinion: 可}") == ["line b"])
    #expect(try told(&run, "{do: transfer, by: b, to: x}") == ["line x"])
    #expect(try told(&run, "{do: approve, by: x}") == [])
    #expect(try told(&run, "{do: auto_complete, by: system}") == ["vote a", "vote b", "vote c", "vote clerk"])
    #expect(try told(&run, "{do: check_in, by: clerk, present: [a]}") == [])
  }

  @Test("没有写通知的，没有通知")
  func noListeners() throws {
    var run = try LoneRun(
      Self.line.replacing(
        "listeners: [{event: stage_entered, call: sms}", with: "listeners: [{event: stage_entered, call: mail}"))
    #expect(try told(&run, "{do: submit, by: ent}") == [])
  }

  @Test("预演：从现在起依次请谁；什么也不改")
  func simulation() throws {
    var run = try LoneRun(Self.line)
    try run.act("- {do: submit, by: ent}")
    let before = run.round
    let simulation = run.machine.simulate(run.round, at: run.play.now) { _, _ in false }
    #expect(
      simulation.path.map { "\($0.stage) \($0.actor)" } == [
        "line a", "line b", "check system", "vote a", "vote b", "vote c", "vote clerk",
      ])
    #expect(simulation.end == .over(.approved))
    #expect(run.round == before)
  }

  @Test("预演停在哪里、为什么停")
  func simulationStops() throws {
    let flow = """
      stages:
        - {id: apply, type: form, who: [ent], next: fork}
        - {id: fork, type: choice, branches: [{when: small, next: here}, {default: true, next: there}]}
        - {id: here, type: approve, who: {role: nobody}, next: approved}
        - {id: there, type: notice, days: 3 working days, objection_to: [a], on_founded: end, next: back}
        - {id: back, type: choice, branches: [{when: again, next: there}, {default: true, next: approved}]}
      """
    let run = try LoneRun(flow)
    func end(_ answers: [String: GuardAnswer]) -> Simulation.End {
      run.machine.simulate(run.round, at: run.play.now) { question, facts in
        guard case .guard(let question) = question, let answer = answers[question.expression.text] else { return false }
        facts.guards[question.key] = answer
        return true
      }.end
    }
    #expect(end(["small": .fails, "again": .fails]) == .over(.approved))
    guard case .incident(let incident) = end(["small": .holds]) else {
      Issue.record("no incident")
      return
    }
    #expect(incident.cause == .noAssignee)
    guard case .unanswered(let questions) = end([:]) else {
      Issue.record("answered")
      return
    }
    #expect(questions.count == 1)
    #expect(end(["small": .fails, "again": .holds]) == .waits, "绕到没有日历的年份")
  }

  @Test("整轮也能预演：各件、整批环节、名单")
  func simulationOfARound() throws {
    var run = try LoneRun(
      """
      stages:
        - {id: apply, type: form, who: [ent], next: rank}
        - {id: rank, type: shortlist, scope: round, who: [office], next: elect}
        - {id: elect, type: vote, scope: round, who: [a, b], teller: [clerk], ballot: each, seats: 1, tie: run_off,
           rule: {more_than: 1/2, of: eligible}, on_reject: end, next: approved}
      """, cases: ["c1", "c2"])
    try run.act("- {do: submit, by: ent, case: c1}")
    let simulation = run.machine.simulate(run.round, at: run.play.now) { question, facts in
      var chance = SplitMix(seed: 1)
      RandomPlay.answer(question, &facts, &chance)
      return true
    }
    #expect(
      simulation.path.map { "\($0.case?.rawValue ?? "-") \($0.stage) \($0.actor)" } == [
        "c2 apply ent", "- rank office", "- elect a", "- elect b", "- elect clerk",
      ])
    #expect(simulation.end == .over(.ended))
  }

  @Test("唯一键：按 unique_by 的值；缺了值就没有键；一轮之内不许重复")
  func uniqueKeys() throws {
    let flow = """
      unique_by: [award, nominee]
      stages:
        - {id: apply, type: form, who: [ent], next: approved}
      """
    let definition = try Play.definition(flow)
    let data: [String: Datum] = ["award": .text("红星工匠"), "nominee": .text("A-1"), "x": .null]
    #expect(definition.uniqueKey(of: data)?.values == [.text("红星工匠"), .text("A-1")])
    #expect(definition.uniqueKey(of: ["award": .text("红星工匠")]) == nil)
    #expect(
      try Play.definition("stages: [{id: apply, type: form, who: [ent], next: approved}]").uniqueKey(of: data) == nil)
    let lone = Command(.start(nominations: [:], subject: nil), data: data)
    #expect(definition.uniqueKeys(startedBy: lone).count == 1)
    #expect(definition.uniqueKeys(startedBy: Command(.submit, data: data)).isEmpty)

    let machine = Machine(definition, calendar: try Calendars.read(), organization: Play.organization())
    let nomination = Nomination(by: "ent", data: ["nominee": .text("A-1")])
    func start(_ ids: [CaseID], in round: Round) -> Decision {
      let nominations = Dictionary(uniqueKeysWithValues: ids.map { ($0, nomination) })
      let command = Command(.start(nominations: nominations, subject: nil), data: ["award": .text("红星工匠")])
      return machine.decide(command, by: "office", at: Instant("2026-03-02T10:00")!, in: round)
    }
    #expect(start(["c1", "c2"], in: Round()) == .refused(.duplicateInstance))
    guard case .events(let events, _) = start(["c1"], in: Round()) else {
      Issue.record("refused")
      return
    }
    #expect(start(["c2"], in: Round(events)) == .refused(.duplicateInstance))
  }
}
