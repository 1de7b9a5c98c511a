import Outcomes
import Diagnostics
import Testing
import YAML

@testable import Workflow

/// A round of an award played from an acts file; what the rules would say is laid down by the test.
struct AwardRun {
  var machine: Machine
  var round = Round()
  var events: [Event] = []
  /// What the rules say of a case at a stage; not laid down: nothing against it.
  var results: [String: RuleResult] = [:]
  var ranking: [CaseID: RuleResult] = [:]
  var seats: [CaseID: Outcome] = [:]
  var replacement: Facts.Replacement = .nobody
  var parameters = ["名额": 2]
  var asked: [Question] = []
  var now = Instant("2025-12-01T09:00")!
  private var nominations: [(id: CaseID, nomination: Nomination)] = []

  init(_ award: String, _ acts: String = AwardRun.people) throws {
    var log = DiagnosticLog()
    let node = try #require(SharedFiles.node(acts))
    let read = ActsFile.read(node, log: &log)
    let file = try #require(read)
    #expect(log.diagnostics.isEmpty, "\(log.diagnostics.map { "\($0.text(.zh)) \($0.span?.description ?? "")" })")
    machine = Machine(
      try Awards.definition(award), calendar: try Calendars.read(), organization: file.organization)
    nominations = file.nominations
    for step in file.steps { try play(step) }
  }

  /// Steps, one a line, as they would stand in an acts file; all of them must be accepted.
  mutating func play(_ text: String) throws {
    for node in try #require(SharedFiles.node(text)?.sequence) {
      var log = DiagnosticLog()
      let step = Step.read(node, nominations: nominations, log: &log)
      #expect(log.diagnostics.isEmpty, "\(log.diagnostics.map { $0.text(.zh) })")
      try play(try #require(step))
    }
  }

  private mutating func play(_ step: Step) throws {
    if let at = step.at { now = at }
    let refusal = try carryOut(step.command, by: step.actor)
    #expect(
      refusal == nil, "\(step.span.description) \(step.verb.rawValue) by \(step.actor): \(refusal?.code.rawValue ?? "")"
    )
    try runRules()
  }

  /// The code of the refusal of one step.
  mutating func refused(_ text: String) throws -> Refusal.Code? {
    var log = DiagnosticLog()
    let node = try #require(SharedFiles.node(text))
    let read = Step.read(node, nominations: nominations, log: &log)
    let step = try #require(read)
    if let at = step.at { now = at }
    return try carryOut(step.command, by: step.actor)?.code
  }

  /// Casework's part: stages that wait for nothing but the rules.
  private mutating func runRules() throws {
    for _ in 0..<50 {
      let tasks = machine.automaticTasks(in: round)
      if tasks.isEmpty { return }
      for task in tasks {
        let command = Command(.autoComplete(taskOf: nil), case: task.case, stage: task.stage)
        let refusal = try carryOut(command, by: .system)
        #expect(refusal == nil, "auto_complete \(task): \(refusal?.code.rawValue ?? "")")
      }
    }
  }

  private mutating func carryOut(_ command: Command, by actor: ActorID) throws -> Refusal? {
    var facts = Facts()
    for _ in 0..<50 {
      switch machine.decide(command, by: actor, at: now, facts: facts, in: round) {
      case .refused(let refusal): return refusal
      case .events(let new, _):
        for event in new { round.apply(event) }
        events += new
        return nil
      case .needs(let questions):
        asked += questions
        for question in questions { answer(question, &facts) }
      }
    }
    Issue.record("questions without end")
    return nil
  }

  private func answer(_ question: Question, _ facts: inout Facts) {
    switch question {
    case .rules(let question):
      facts.answer(question, results["\(question.case) \(question.stage)"] ?? RuleResult(nil))
    case .ranking: facts.ranking = ranking
    case .seats: facts.seats = seats
    case .parameter(let name): facts.parameters[name] = parameters[name]
    case .replacement: facts.replacement = replacement
    case .guard, .box: Issue.record("\(question)")
    }
  }

  func state(_ id: CaseID) -> String {
    let view = machine.view(of: id, in: round, at: now)
    return [view.state.rawValue, view.outcome?.rawValue, view.standsAt.map { "@\($0)" }].compactMap { $0 }
      .joined(separator: " ")
  }

  var active: [StageID: [ActorID]] { machine.view(round, at: now).active }
  func active(_ id: CaseID) -> [StageID: [ActorID]] { machine.view(of: id, in: round, at: now).active }

  // MARK: - People and phases

  /// Everybody is invented.
  static let people = """
    org:
      people:
        ent_a: {name: 甲某, company: 晨曦航材, title: 党务专员}
        ent_b: {name: 乙某, company: 云岭精密, title: 党务专员}
        ent_c: {name: 丙某, company: 远山复材, title: 党务专员}
        sec_a: {name: 丁某, company: 晨曦航材, title: 党支部书记}
        sec_b: {name: 戊某, company: 云岭精密, title: 党支部书记}
        sec_c: {name: 己某, company: 远山复材, title: 党支部书记}
        guide: {name: 庚某, title: 红链管家}
        office1: {name: 辛某, title: 评选办经办人}
        office2: {name: 壬某, title: 评选办复核人}
        director: {name: 癸某, title: 评选办主任}
        jiwei: {}
        gongan: {}
        fayuan: {}
        shuiwu: {}
        yingji: {}
        huanbao: {}
        shichang: {}
        renshe: {}
        baomi: {}
        xinfang: {}
        haiguan: {}
        v1: {}
        v2: {}
        e1: {}
        e2: {}
        e3: {}
        e4: {}
        e5: {}
        e6: {}
        e7: {company: 晨曦航材}
        p1: {}
        p2: {}
        p3: {}
        m1: {}
        m2: {}
        m3: {}
        m4: {}
        m5: {}
        m6: {company: 云岭精密}
        teller: {}
        monitor: {}
        chief: {}
        admin: {}
        citizen: {}
        zhian: {company: 晨曦航材}
      superior: {v1: director}
      roles:
        评选办: [office1, office2, director]
        评选办经办人: [office1]
        评选办复核人: [office2]
        评选办主任: [director]
        系统管理员: [admin]
        纪检监督员: [monitor]
        推荐单位: [sec_a, sec_b, sec_c]
        红链管家: [guide]
        纪检监察: [jiwei]
        公安: [gongan]
        法院: [fayuan]
        税务: [shuiwu]
        应急: [yingji]
        生态环境: [huanbao]
        市场监管: [shichang]
        人社: [renshe]
        保密部门: [baomi]
        信访: [xinfang]
        海关: [haiguan]
        核查组: [v1, v2]
        评审专家: [e1, e2, e3, e4, e5, e6, e7]
        评审委员会: [p1, p2, p3]
        链党委委员: [m1, m2, m3, m4, m5, m6]
        链党委书记: [chief]
        计票员: [teller]
    nominations:
      c1: {by: ent_a}
      c2: {by: ent_b}
      c3: {by: ent_c}
    steps:
      - {do: start, by: office1, at: "2025-12-01T09:00"}
      - {do: publish, by: office1}
    """

  static let departments = [
    "jiwei", "gongan", "fayuan", "shuiwu", "yingji", "huanbao", "shichang", "renshe", "baomi", "xinfang", "haiguan",
  ]

  private func secretary(_ id: String) -> String { ["c1": "sec_a", "c2": "sec_b", "c3": "sec_c"][id] ?? "" }
  private func applicant(_ id: String) -> String { ["c1": "ent_a", "c2": "ent_b", "c3": "ent_c"][id] ?? "" }

  /// Application, recommendation, steward.
  mutating func apply(_ ids: [String]) throws {
    for id in ids {
      try play(
        """
        - {do: submit, by: \(applicant(id)), case: \(id), at: "2025-12-03T10:00"}
        - {do: paper_result, by: \(secretary(id)), case: \(id), eligible: 7, attended: 6, count: {"yes": 5, "no": 1}}
        - {do: approve, by: guide, case: \(id)}
        """)
    }
  }

  mutating func accept(_ ids: [String]) throws {
    for id in ids {
      try play(
        "- {do: approve, by: office1, case: \(id), at: \"2025-12-22T10:00\"}\n- {do: approve, by: office2, case: \(id)}"
      )
    }
  }

  mutating func clear(_ ids: [String]) throws {
    for id in ids {
      for department in Self.departments {
        try play("- {do: approve, by: \(department), case: \(id), at: \"2025-12-29T10:00\", data: {\(department): 无}}")
      }
    }
  }

  mutating func visitAndScore(_ ids: [String]) throws {
    for id in ids {
      try play("- {do: approve, by: v1, case: \(id), at: \"2026-01-13T10:00\"}\n- {do: approve, by: v2, case: \(id)}")
      for (index, expert) in ["e1", "e2", "e3", "e4", "e5", "e6", "e7"].enumerated() where id != "c1" || expert != "e7"
      {
        try play("- {do: score, by: \(expert), case: \(id), points: \(85 + index).5, at: \"2026-01-20T10:00\"}")
      }
    }
  }

  mutating func rankAndDeliberate(_ outcomes: [String: RuleResult]) throws {
    ranking = Dictionary(uniqueKeysWithValues: outcomes.map { (CaseID($0.key), $0.value) })
    try play(
      """
      - {do: confirm, by: office1, at: "2026-01-23T10:00"}
      - {do: check_in, by: teller, present: [p1, p2, p3], at: "2026-01-30T09:00"}
      - {do: open_vote, by: teller}
      - {do: paper_result, by: teller, count: {"yes": 3}}
      """)
  }
}
