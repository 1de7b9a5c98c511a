import Outcomes
@testable import Workflow

extension AwardRun {
  private func secretary(_ id: String) -> String { ["c1": "sec_a", "c2": "sec_b", "c3": "sec_c"][id] ?? "" }
  private func applicant(_ id: String) -> String { ["c1": "ent_a", "c2": "ent_b", "c3": "ent_c"][id] ?? "" }

  /// Application, recommendation, steward.
  mutating func apply(_ ids: [String]) throws {
    for id in ids {
      try play(
        """
        - {do: submit, by: \(applicant(id)), case: \(id), at: "2025-12-03T10:00"}
        - do: paper_result
          by: \(secretary(id))
          case: \(id)
          at: "2025-12-09T10:00"
          posted: 2025-12-04..2025-12-08
          eligible: 7
          attended: 6
          count: {"yes": 5, "no": 1}
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

  /// A sample of the evidence first, then the two who visit.
  mutating func visit(_ id: String, at instant: String = "2026-01-13T10:00") throws {
    try play(
      """
      - {do: draw, by: office1, stage: visit, case: \(id), at: "\(instant)", from: [ZZ-001, ZZ-002, ZZ-003], drawn: [ZZ-002], minutes: 抽查记录}
      - {do: approve, by: v1, case: \(id)}
      - {do: approve, by: v2, case: \(id)}
      """)
  }

  mutating func visitAndScore(_ ids: [String]) throws {
    for id in ids {
      try visit(id)
      for (index, expert) in ["e1", "e2", "e3", "e4", "e5", "e6", "e7"].enumerated() where id != "c1" || expert != "e7"
      {
        try play("- {do: score, by: \(expert), case: \(id), points: \(85 + index).5, at: \"2026-01-20T10:00\"}")
      }
    }
  }

  mutating func rankAndDeliberate(_ outcomes: [String: RuleResult]) throws {
    ranking = Dictionary(uniqueKeysWithValues: outcomes.map { (CaseID($0.key), $0.value) })
    try play("- {do: confirm, by: office1, at: \"2026-01-23T10:00\"}")
    if machine.definition["panel"]?.draw != nil {
      let first = outcomes.keys.sorted().first { outcomes[$0]?.outcome?.isFinal == false } ?? ""
      try play("- {do: draw, by: office1, stage: panel, drawn: [\(first)], minutes: 技能复核抽签记录}")
    }
    try play(
      """
      - {do: check_in, by: teller, present: [p1, p2, p3], at: "2026-01-30T09:00"}
      - {do: open_vote, by: teller}
      - {do: paper_result, by: teller, count: {"yes": 3}}
      """)
  }

  /// The notice is objected to, the objection admitted, and two find the same.
  mutating func object(
    to id: String, at raised: String, _ result: String, at settled: String, by settlers: [String] = ["v1", "v2"],
    _ more: String = ""
  ) throws {
    try play(
      """
      - {do: object, by: citizen, case: \(id), evidence: 1, text: 业绩不实, at: "\(raised)"}
      - {do: admit_objection, by: v1, case: \(id)}
      """)
    for settler in settlers {
      try play(
        "- {do: settle_objection, by: \(settler), case: \(id), result: \(result), reason: 核查报告, at: \"\(settled)\"\(more)}"
      )
    }
  }

  static let shortlist = [
    "c1": RuleResult(.shortlisted, rank: 1), "c2": RuleResult(.shortlisted, rank: 2),
    "c3": RuleResult(.shortlisted, rank: 3),
  ]

  /// All three cases wait for the ranking.
  static func ranked(_ people: String = AwardRun.people) throws -> AwardRun {
    var run = try AwardRun("党员示范企业", people)
    try run.apply(["c1", "c2", "c3"])
    try run.accept(["c1", "c2", "c3"])
    try run.clear(["c1", "c2", "c3"])
    try run.visitAndScore(["c1", "c2", "c3"])
    return run
  }

  /// Two have a seat, one is a reserve, the notice is posted.
  static func voted() throws -> AwardRun {
    var run = try ranked()
    try run.rankAndDeliberate(shortlist)
    run.seats = ["c1": .selected, "c2": .selected, "c3": .reserve]
    try run.play(
      """
      - {do: check_in, by: teller, present: [m1, m2, m3, m4, m5], at: "2026-02-06T09:00"}
      - {do: open_vote, by: teller}
      - {do: paper_result, by: teller, votes: {c1: {"yes": 5}, c2: {"yes": 4, "no": 1}, c3: {"yes": 4, abstain: 1}}}
      - {do: publish, by: office1, at: "2026-02-11T09:00"}
      """)
    return run
  }

  /// So far on its way; the other awards from the beginning.
  static func prepared(_ award: String, depth: Int) throws -> AwardRun {
    guard award == "党员示范企业", depth > 0 else { return try AwardRun(award) }
    if depth == 4 { return try voted() }
    if depth == 3 { return try ranked() }
    var run = try AwardRun(award)
    try run.apply(["c1", "c2", "c3"])
    if depth == 2 { try run.accept(["c1", "c2", "c3"]) }
    return run
  }
}
