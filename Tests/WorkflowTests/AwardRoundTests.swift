import Outcomes
import Diagnostics
import Testing
import YAML

@testable import Workflow

@Suite("一轮评选从头到尾")
struct AwardRoundTests {
  @Test("从发布到归档：两家命名，一家递补候选")
  func wholeRound() throws {
    var run = try AwardRun.voted()
    #expect(run.state("c1") == "running selected @public")
    #expect(run.state("c3") == "running reserve @public")
    #expect(run.machine.view(run.round, at: run.now).due?.description == "2026-02-24T17:30")
    try run.play("- {do: tick, at: \"2026-02-24T17:30\"}\n- {do: name, by: chief, at: \"2026-03-02T10:00\"}")
    #expect(run.state("c1") == "running named @archive")
    try run.play("- {do: archive, by: office1, at: \"2026-03-10T10:00\"}")
    #expect(
      ["c1", "c2", "c3"].map { run.state(CaseID($0)) } == ["approved named", "approved named", "rejected reserve"])
    #expect(run.round.state == .ended)
    #expect(Round(run.events) == run.round)
  }

  @Test("推荐截止 2025-12-19 17:30：之前没有申报的不予受理")
  func deadline() throws {
    var run = try AwardRun("党员示范企业")
    #expect(run.round.deadlines["推荐截止"]?.due.description == "2025-12-19T17:30")
    try run.apply(["c1"])
    try run.play(
      "- {do: submit, by: ent_b, case: c2, at: \"2025-12-19T17:30\"}\n- {do: tick, at: \"2025-12-19T17:31\"}")
    #expect(run.state("c1") == "running @intake")
    #expect(run.state("c2") == "rejected not_accepted")
    #expect(run.state("c3") == "rejected not_accepted")
    #expect(try run.refused("{do: submit, by: ent_c, case: c3, at: \"2025-12-19T17:32\"}") == .instanceClosed)
  }

  @Test("初审期限自推荐截止起算：12-26")
  func intakeDeadline() throws {
    var run = try AwardRun("党员示范企业")
    try run.apply(["c1"])
    #expect(run.machine.view(of: "c1", in: run.round, at: run.now).due?.description == "2025-12-26T17:30")
  }

  @Test("E23、E24 缺必填事实：退回补正，至多两次，第三次不予受理")
  func incomplete() throws {
    var run = try AwardRun("党员示范企业")
    try run.apply(["c1"])
    run.results["c1 intake"] = RuleResult(.incomplete, reasons: ["营业收入本年"])
    try run.accept(["c1"])
    #expect(run.state("c1") == "running @apply")
    #expect(run.machine.view(of: "c1", in: run.round, at: run.now).due?.description == "2025-12-29T17:30")
    try run.play("- {do: submit, by: ent_a, case: c1}")
    #expect(run.active("c1") == ["intake": ["office1"]], "推荐、佐证不必重来")
    try run.accept(["c1"])
    try run.play("- {do: submit, by: ent_a, case: c1}")
    try run.accept(["c1"])
    #expect(run.state("c1") == "rejected not_accepted")
  }

  @Test("E25 补正期末日 2026-02-24，逾期未补：视为撤回")
  func overdueCorrection() throws {
    var run = try AwardRun("党员示范企业")
    try run.apply(["c1"])
    try run.play(
      """
      - {do: return, by: office1, case: c1, to_stage: apply, reason: 缺审计报告, at: "2026-02-10T10:00"}
      - {do: tick, at: "2026-02-24T17:30"}
      """)
    #expect(run.state("c1") == "withdrawn withdrawn")
  }

  @Test("补正期间初审的钟停着")
  func clockPauses() throws {
    var run = try AwardRun("党员示范企业")
    try run.apply(["c1"])
    try run.play(
      """
      - {do: return, by: office1, case: c1, to_stage: apply, reason: 缺一页, at: "2025-12-23T10:00"}
      - {do: submit, by: ent_a, case: c1, at: "2025-12-29T10:00"}
      """)
    // 12-22、12-23 已用，余 24、25、26 三日：12-30、12-31、2026-01-04（周日上班）。
    #expect(run.machine.view(of: "c1", in: run.round, at: run.now).due?.description == "2026-01-04T17:30")
  }

  @Test("条件不满足、一票否决：当场终结", arguments: [Outcome.ineligible, .vetoed])
  func endsAtOnce(_ outcome: Outcome) throws {
    var run = try AwardRun("党员示范企业")
    try run.apply(["c1"])
    run.results["c1 intake"] = RuleResult(outcome, reasons: ["QY-T1"])
    try run.accept(["c1"])
    #expect(run.state("c1") == "rejected \(outcome.rawValue)")
    #expect(run.round.cases["c1"]?.outcomeStage == "intake")
  }

  @Test("E37 部门未回复：催办后待核，主任书面说明才能往下走，票决前停住；迟到的回函放行")
  func pending() throws {
    var run = try AwardRun("党员示范企业")
    try run.apply(["c1", "c2", "c3"])
    try run.accept(["c1", "c2", "c3"])
    try run.clear(["c2", "c3"])
    for department in AwardRun.departments where department != "yingji" {
      try run.play("- {do: approve, by: \(department), case: c1}")
    }
    let open = RuleResult(.pending, reasons: ["TY-F4"])
    for stage in ["joint", "autoscore", "recheck_vote", "recheck_public"] { run.results["c1 \(stage)"] = open }
    // 12-22 起 10 日到 2026-01-06，催办 3 日到 01-09。
    try run.play("- {do: tick, at: \"2026-01-06T17:30\"}")
    #expect(run.round.log.contains { $0.description == "remind yingji joint" })
    #expect(run.active("c1") == ["joint": ["yingji"]])
    try run.play("- {do: tick, at: \"2026-01-09T17:30\"}")
    #expect(run.active("c1") == ["joint": ["director"]])
    #expect(run.round.cases["c1"]?.awaitsReason == true)
    #expect(try run.refused("{do: approve, by: director, case: c1}") == .reasonRequired)
    try run.play("- {do: approve, by: director, case: c1, reason: 事故认定书下月出具，先行评审}")
    #expect(run.state("c1") == "running @visit")
    try run.visitAndScore(["c1", "c2", "c3"])
    try run.rankAndDeliberate([
      "c1": RuleResult(.pending, rank: 1), "c2": RuleResult(.shortlisted, rank: 2),
      "c3": RuleResult(.shortlisted, rank: 3),
    ])
    #expect(run.state("c1") == "running pending @recheck_vote")
    #expect(run.active == ["vote": ["teller"]], "不拖延其余对象")
    run.seats = ["c2": .selected, "c3": .selected]
    try run.play(
      """
      - {do: check_in, by: teller, present: [m1, m2, m3, m4, m5], at: "2026-02-06T09:00"}
      - {do: open_vote, by: teller}
      - {do: paper_result, by: teller, votes: {c2: 4, c3: 4}}
      """)
    #expect(run.active == ["public": ["office1", "office2", "director"]])
    run.results["c1 recheck_vote"] = RuleResult(nil)
    try run.play("- {do: approve, by: yingji, case: c1, data: {安全事故: []}, at: \"2026-02-07T10:00\"}")
    #expect(run.state("c1") == "running shortlisted @vote", "事实到齐，不再待核；票决为它再开一次")
    #expect(run.active["vote"] == ["teller"])
  }

  @Test("E52 公示跨入未收录的 2027 年：暂定，到时不触发；补上日历后重算")
  func provisionalNotice() throws {
    let text = """
      ends_at: "17:30"
      stages:
        - {id: public, type: notice, days: 5 working days, counting: same_day, next: name}
        - {id: name, type: approve, mode: any, who: [chief], next: approved}
      """
    var log = DiagnosticLog()
    let node = try #require(SharedFiles.node(text))
    let read = WorkflowDefinition.read(node, log: &log)
    let definition = try #require(read)
    var organization = Organization(people: ["office1": Person(), "chief": Person()], roles: ["office": ["office1"]])
    organization.roles["administrator"] = ["office1"]
    let old = Machine(definition, calendar: try Calendars.read(), organization: organization)
    let new = Machine(
      definition,
      calendar: old.calendar.merging(
        WorkCalendar(years: [2027], holidays: [try #require(Day("2027-01-01"))], workedWeekendDays: [])),
      organization: organization)
    var round = Round()
    try decide(old, Command(.start(nominations: [:], subject: nil)), "office1", "2026-12-29T09:00", &round)
    #expect(old.view(round, at: try #require(Instant("2026-12-29T09:00"))).isProvisional)
    try decide(old, Command(.tick), "system", "2027-02-01T09:00", &round)
    #expect(old.view(round, at: try #require(Instant("2027-02-01T09:00"))).active == ["public": []])
    try decide(new, Command(.tick), "system", "2027-01-05T09:00", &round)
    let view = new.view(round, at: try #require(Instant("2027-01-05T09:00")))
    #expect(view.due?.description == "2027-01-05T17:30")
    #expect(!view.isProvisional)
    try decide(new, Command(.tick), "system", "2027-01-05T17:30", &round)
    #expect(new.view(round, at: try #require(Instant("2027-01-05T17:30"))).active == ["name": ["chief"]])
  }

  private func decide(
    _ machine: Machine, _ command: Command, _ actor: ActorID, _ at: String, _ round: inout Round
  ) throws {
    let decision = machine.decide(command, by: actor, at: try #require(Instant(at)), in: round)
    guard case .events(let events, _) = decision else {
      Issue.record("\(decision)")
      return
    }
    for event in events { round.apply(event) }
  }

  @Test("许多件同时到期：一次问完")
  func questionsTogether() throws {
    var run = try AwardRun("党员示范企业")
    try run.apply(["c1", "c2", "c3"])
    try run.accept(["c1", "c2", "c3"])
    try run.play("- {do: tick, at: \"2026-01-06T17:30\"}")
    run.asked = []
    let command = Command(.tick)
    let instant = try #require(Instant("2026-01-09T17:30"))
    guard case .needs(let questions) = run.machine.decide(command, by: .system, at: instant, in: run.round) else {
      Issue.record("nothing asked")
      return
    }
    #expect(questions.count == 3)
  }

  @Test("待核到归档仍未核清：取消")
  func pendingAtArchive() throws {
    var run = try AwardRun.ranked()
    run.results["c1 recheck_vote"] = RuleResult(.pending, reasons: ["TY-F4"])
    try run.rankAndDeliberate(AwardRun.shortlist)
    run.seats = ["c2": .selected, "c3": .selected]
    try run.play(
      """
      - {do: check_in, by: teller, present: [m1, m2, m3, m4, m5], at: "2026-02-06T09:00"}
      - {do: open_vote, by: teller}
      - {do: paper_result, by: teller, votes: {c2: 4, c3: 4}}
      - {do: publish, by: office1, at: "2026-02-11T09:00"}
      - {do: tick, at: "2026-02-24T17:30"}
      - {do: name, by: chief, at: "2026-03-02T10:00"}
      - {do: archive, by: office1}
      """)
    #expect(run.state("c1") == "rejected cancelled")
    #expect(run.round.state == .ended)
  }

  @Test("专家：本企业的自动回避，分数写进记录，缺项重评")
  func experts() throws {
    var run = try AwardRun("党员示范企业")
    try run.apply(["c1"])
    try run.accept(["c1"])
    try run.clear(["c1"])
    try run.visit("c1")
    #expect(run.active("c1") == ["expert": ["e1", "e2", "e3", "e4", "e5", "e6"]])
    #expect(try run.refused("{do: score, by: e7, case: c1, points: 90}") == .recused)
    #expect(try run.refused("{do: score, by: e1, case: c1, points: 100.5}") == .notAdmissible)
    #expect(try run.refused("{do: score, by: e1, case: c1, points: -1}") == .notAdmissible)
    try run.play(
      """
      - {do: recuse, by: e6, case: c1, reason: 师徒}
      - {do: decide_recusal, by: director, case: c1, who: e6, result: granted}
      - {do: score, by: e1, case: c1, points: 90.50}
      - {do: score, by: e2, case: c1, points: 100}
      - {do: score, by: e3, case: c1, points: 88}
      - {do: score, by: e4, case: c1, points: 0}
      - {do: score, by: e5, case: c1, points: 91}
      """)
    let scores = ["90.50", "100", "88", "0", "91"].map { Datum.number($0) }
    #expect(run.round.cases["c1"]?.data["专家评分"] == .list(scores))
  }

  @Test("E31 未回避而打分：分数作废；够五人就重算，不够就重评；已经入围的要重排")
  func voidedScore() throws {
    var run = try AwardRun.ranked()
    try run.rankAndDeliberate(AwardRun.shortlist)
    #expect(run.state("c2") == "running shortlisted @vote")
    #expect(try run.refused("{do: recuse, by: office1, case: c2, who: [e1], reason: 师徒}") == .notAssignee)
    #expect(try run.refused("{do: recuse, by: director, case: c2, who: [e1]}") == .reasonRequired)
    try run.play("- {do: recuse, by: director, case: c2, who: [e1, e2], reason: 师徒}")
    let scores = ["87.5", "88.5", "89.5", "90.5", "91.5"].map { Datum.number($0) }
    #expect(run.round.cases["c2"]?.data["专家评分"] == .list(scores))
    #expect(run.state("c2") == "running shortlisted @rank")
    #expect(run.active["rank"] == ["office1", "office2", "director"])
    try run.play("- {do: recuse, by: director, case: c2, who: [e3], reason: 结对}")
    #expect(run.round.cases["c2"]?.incident?.cause == .tooFewSigners)
    try run.play(
      """
      - {do: assign, by: admin, case: c2, task_of: e3, to: citizen, reason: 换补专家}
      - {do: score, by: citizen, case: c2, points: 80}
      """)
    #expect(run.state("c2") == "running shortlisted @rank")
    #expect(run.round.cases["c2"]?.recusals.filter(\.wasFoundLate).map(\.actor) == ["e1", "e2", "e3"], "记入专家库诚信")
    let void = try #require(run.round.cases["c2"]?.openings.filter { $0.stage == "expert" }.last)
    #expect(void.slots.filter { $0.ending == .recused }.compactMap { $0.signature?.actor } == ["e1", "e2", "e3"])
  }

  @Test("有效评委不足 5 人：停下，不评")
  func tooFewExperts() throws {
    var run = try AwardRun("党员示范企业")
    try run.apply(["c1"])
    try run.accept(["c1"])
    try run.clear(["c1"])
    try run.visit("c1")
    try run.play(
      """
      - {do: recuse, by: e5, case: c1}
      - {do: decide_recusal, by: director, case: c1, who: e5, result: granted}
      - {do: recuse, by: e6, case: c1}
      - {do: decide_recusal, by: director, case: c1, who: e6, result: granted}
      - {do: score, by: e1, case: c1, points: 90}
      - {do: score, by: e2, case: c1, points: 90}
      - {do: score, by: e3, case: c1, points: 90}
      - {do: score, by: e4, case: c1, points: 90}
      """)
    #expect(run.round.cases["c1"]?.incident?.cause == .tooFewSigners)
  }

  @Test("回避者从应到会中扣除，只就有关的对象")
  func recusalInVote() throws {
    let run = try AwardRun.voted()
    let vote = try #require(run.round.openings.last { $0.stage == "vote" }?.vote)
    #expect(vote.caseTallies["c1"]?.eligible == 6)
    #expect(vote.caseTallies["c2"]?.eligible == 5, "m6 是云岭精密的人")
    #expect(vote.caseTallies["c2"]?.recused == 1)
  }

  @Test("到会不足三分之二，不得表决；赞成须过应到会半数")
  func quorumAndMajority() throws {
    var run = try AwardRun.ranked()
    try run.rankAndDeliberate(AwardRun.shortlist)
    try run.play("- {do: check_in, by: teller, present: [m1, m2, m3], at: \"2026-02-06T09:00\"}")
    #expect(try run.refused("{do: open_vote, by: teller}") == .noQuorum)
    run.seats = ["c1": .selected]
    try run.play(
      """
      - {do: check_in, by: teller, present: [m1, m2, m3, m4]}
      - {do: open_vote, by: teller}
      - {do: paper_result, by: teller, votes: {c1: 4, c2: {"yes": 2, "no": 2}, c3: {"yes": 3, abstain: 1}}}
      """)
    #expect(run.state("c2") == "rejected vote_failed")
    #expect(run.state("c3") == "rejected vote_failed", "3 不超过 6 的半数")
    let seats = run.asked.compactMap { if case .seats(let question) = $0 { question } else { nil } }.last
    #expect(seats?.passed == ["c1"])
  }

  @Test("异议只停该对象；成立则取消，递补一名，另行公示")
  func objectionAndReserve() throws {
    var run = try AwardRun.voted()
    try run.object(to: "c2", at: "2026-02-12T10:00", "founded", at: "2026-02-13T10:00", by: ["monitor"])
    #expect(run.active("c2") == ["objection": ["v1", "v2", "monitor"]], "一个人认定还不算")
    try run.play("- {do: settle_objection, by: v2, case: c2, result: founded, reason: 查实}")
    #expect(run.state("c2") == "rejected cancelled")
    run.replacement = .stepsUp("c3")
    try run.play("- {do: fill_reserve, by: office1, case: c2, at: \"2026-02-24T10:00\"}")
    let candidates = run.asked.compactMap {
      if case .replacement(let question) = $0 { question.candidates } else { nil }
    }
    #expect(candidates.last == ["c3"])
    #expect(run.state("c3") == "running selected @public")
    #expect(run.machine.view(of: "c3", in: run.round, at: run.now).due?.description == "2026-02-28T17:30")
    try run.play("- {do: tick, at: \"2026-02-28T17:30\"}\n- {do: name, by: chief, at: \"2026-03-04T10:00\"}")
    #expect(run.state("c1") == "running named @archive")
    #expect(run.state("c3") == "running named @archive")
  }

  @Test(
    "异议不成立：中断不足 2 日续公示，满 2 日重新起算",
    arguments: [
      ("2026-02-12T15:00", "2026-02-25T17:30", 0), ("2026-02-13T15:00", "2026-02-27T17:30", 1),
    ])
  func unfounded(_ settled: String, _ due: String, _ restarts: Int) throws {
    var run = try AwardRun.voted()
    try run.object(to: "c2", at: "2026-02-12T10:00", "unfounded", at: settled)
    #expect(run.machine.view(of: "c2", in: run.round, at: run.now).due?.description == due)
    #expect(run.machine.view(of: "c1", in: run.round, at: run.now).due?.description == "2026-02-24T17:30")
    #expect(
      run.machine.history(of: "c2", in: run.round)?.stages.last { $0.notice != nil }?.notice?.restarts == restarts)
  }

  @Test("公示之外不得提异议；匿名无线索只作记录；申报人不得就自己的对象提异议")
  func admissibility() throws {
    var run = try AwardRun.voted()
    #expect(try run.refused("{do: object, by: ent_a, case: c1, at: \"2026-02-12T10:00\"}") == .notAdmissible)
    try run.play("- {do: object, by: anonymous, case: c1, named: false, evidence: 0, at: \"2026-02-12T10:00\"}")
    #expect(run.active("c1").isEmpty)
    #expect(run.round.log.contains { $0.verb == "record_objection" })
    try run.play("- {do: tick, at: \"2026-02-24T17:30\"}")
    #expect(
      try run.refused("{do: object, by: citizen, case: c1, evidence: 1, at: \"2026-02-24T17:31\"}") == .outOfWindow)
  }

  @Test("入围前撤回是撤回，入围后放弃是取消；公示中放弃空出名额")
  func withdrawing() throws {
    var early = try AwardRun("党员示范企业")
    try early.apply(["c1"])
    try early.play("- {do: withdraw, by: ent_a, case: c1}")
    #expect(early.state("c1") == "withdrawn withdrawn")
    var late = try AwardRun.voted()
    try late.play("- {do: withdraw, by: ent_b, case: c2, at: \"2026-02-12T10:00\"}")
    #expect(late.state("c2") == "withdrawn cancelled")
    #expect(late.round.vacancies.map(\.of) == ["c2"])
  }

  @Test("不推荐：撤回；到会不足，不得表决")
  func nomination() throws {
    var run = try AwardRun("党员示范企业")
    try run.play("- {do: submit, by: ent_a, case: c1}")
    #expect(
      try run.refused("{do: paper_result, by: sec_b, case: c1, eligible: 7, attended: 7, count: {\"yes\": 7}}")
        == .notAssignee)
    #expect(
      try run.refused("{do: paper_result, by: sec_a, case: c1, eligible: 7, attended: 4, count: {\"yes\": 4}}")
        == .noQuorum)
    try run.play("- {do: paper_result, by: sec_a, case: c1, eligible: 7, attended: 6, count: {\"yes\": 3, \"no\": 3}}")
    #expect(run.state("c1") == "rejected withdrawn")
  }

  @Test("E15 并列待决由评审委员会票决")
  func ties() throws {
    var run = try AwardRun.ranked()
    run.ranking = [
      "c1": RuleResult(.shortlisted, rank: 1), "c2": RuleResult(.tieOpen, rank: 2), "c3": RuleResult(.tieOpen, rank: 2),
    ]
    try run.play(
      """
      - {do: confirm, by: office1, at: "2026-01-23T10:00"}
      - {do: check_in, by: teller, present: [p1, p2, p3], at: "2026-01-30T09:00"}
      - {do: open_vote, by: teller}
      """)
    #expect(try run.refused("{do: paper_result, by: teller, count: {\"yes\": 3}}") == .badTarget)
    run.seats = ["c2": .shortlisted, "c3": .belowLine]
    try run.play("- {do: paper_result, by: teller, count: {\"yes\": 3}, votes: {c2: 2, c3: 1}}")
    #expect(run.state("c2") == "running shortlisted @vote")
    #expect(run.state("c3") == "rejected below_line")
  }

  @Test("缓议至多一次")
  func adjourning() throws {
    var run = try AwardRun.ranked()
    run.ranking = Dictionary(uniqueKeysWithValues: AwardRun.shortlist.map { (CaseID($0.key), $0.value) })
    try run.play(
      """
      - {do: confirm, by: office1, at: "2026-01-23T10:00"}
      - {do: check_in, by: teller, present: [p1, p2, p3], at: "2026-01-30T09:00"}
      - {do: open_vote, by: teller}
      - {do: adjourn, by: teller, reason: 情况不清}
      - {do: check_in, by: teller, present: [p1, p2, p3], at: "2026-02-03T09:00"}
      - {do: open_vote, by: teller}
      """)
    #expect(try run.refused("{do: adjourn, by: teller}") == .notAdmissible)
  }

  @Test("纪检监督员可以叫停整轮，恢复后接着走")
  func suspending() throws {
    var run = try AwardRun.voted()
    try run.play("- {do: suspend, by: monitor, reason: 接到举报, at: \"2026-02-12T10:00\"}")
    #expect(run.round.state == .suspended)
    #expect(try run.refused("{do: withdraw, by: ent_b, case: c2}") == .suspended)
    try run.play("- {do: tick, at: \"2026-02-24T17:30\"}\n- {do: resume, by: monitor, at: \"2026-02-25T10:00\"}")
    #expect(run.state("c1") == "running selected @public")
    // 02-11、02-12 已过，余 13、14、24 三日：26、27、28。
    #expect(run.machine.view(run.round, at: run.now).due?.description == "2026-02-28T17:30")
  }

  @Test("程序部分的数据：谁、何时、以什么身份、做了什么、票数、条款")
  func history() throws {
    var run = try AwardRun.voted()
    try run.play("- {do: tick, at: \"2026-02-24T17:30\"}")
    let history = try #require(run.machine.history(of: "c1", in: run.round))
    #expect(
      history.stages.map(\.stage.rawValue) == [
        "notice", "apply", "nominate", "steward", "intake", "joint", "visit", "autoscore", "expert", "rank", "panel",
        "recheck_vote", "vote", "recheck_public", "public", "recheck_name", "name",
      ])
    let intake = try #require(history.stages.first { $0.stage == "intake" })
    #expect(intake.basis == "第二十八条")
    #expect(intake.acts.map { $0.signature?.name } == ["辛某", "壬某"])
    #expect(intake.acts.map(\.role) == ["评选办经办人", "评选办复核人"])
    #expect(intake.ending == .passed)
    #expect(intake.assessment?.result.outcome == nil)
    let nominate = try #require(history.stages.first { $0.stage == "nominate" }?.tally)
    #expect([nominate.eligible, nominate.present, nominate.count.yes, nominate.count.no] == [7, 6, 5, 1])
    let vote = try #require(history.stages.first { $0.stage == "vote" }?.tally)
    #expect([vote.eligible, vote.present, vote.count.yes, vote.recused] == [6, 5, 5, 0])
    let joint = try #require(history.stages.first { $0.stage == "joint" })
    #expect(joint.acts.count == 11)
    #expect(joint.acts.first?.signature?.data == ["jiwei": .text("无")])
    let notice = try #require(history.stages.first { $0.stage == "public" }?.notice)
    #expect(notice.ends.description == "2026-02-24T17:30")
    #expect(notice.counting == .sameDay)
  }
}
