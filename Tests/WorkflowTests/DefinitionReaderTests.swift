import Diagnostics
import Foundation
import Testing
import YAML

@testable import Workflow

@Suite("流程文件：错在哪里就指到哪里，一次说全")
struct DefinitionReaderTests {
  /// The diagnostics of a text as `code:line:column word`, in order of place.
  private func check(_ text: String, _ expected: [String]) throws {
    var log = DiagnosticLog()
    let node = try #require(SharedFiles.node(text))
    _ = WorkflowDefinition.read(node, log: &log)
    let found = log.sorted.map { diagnostic in
      let place = diagnostic.span.map { "\($0.start.line):\($0.start.column) \($0.text)" } ?? "-"
      return "\(diagnostic.code) \(place)"
    }
    #expect(found == expected)
  }

  @Test("写错的键：指出最相近的")
  func unknownKeys() throws {
    let text = """
      verison: 1
      stages:
        - {id: apply, type: form, who: [a], nextt: review}
        - {id: review, type: aprove, who: [b], next: approved}
      """
    try check(
      text,
      ["PX5001 1:1 verison", "PX5037 3:10 apply", "PX5001 3:39 nextt", "PX5010 4:24 aprove"])
    var log = DiagnosticLog()
    _ = WorkflowDefinition.read(try #require(SharedFiles.node(text)), log: &log)
    #expect(log.sorted.compactMap { $0.fixIts.first?.replacement } == ["version", "next", "approve"])
  }

  @Test("值不对：期间、分数、去向、结论、钟点")
  func badValues() throws {
    try check(
      """
      ends_at: "25:00"
      counting: sameday
      stages:
        - {id: apply, type: form, who: [a], due: 5 weeks, next: vote}
        - id: vote
          type: vote
          who: [m1]
          rule: {more_than: 3/2, of: eligble}
          on_reject: end:vote_faild
          next: approved
      """,
      [
        "PX5014 1:10 \"25:00\"", "PX5010 2:11 sameday", "PX5016 4:44 5 weeks", "PX5015 8:23 3/2", "PX5010 8:32 eligble",
        "PX5017 9:16 end:vote_faild",
      ])
  }

  @Test("别类环节的键、缺的键")
  func keysOfOthers() throws {
    try check(
      """
      stages:
        - {id: apply, type: form, who: [a], secret: true, next: vote}
        - {id: vote, type: vote, who: [m1], days: 5 working days, next: approved}
        - {type: form, who: [a]}
      """,
      [
        "PX5003 2:39 secret", "PX5002 3:5 {id: vote, type: vote, who: [m1], days: 5 working days, next: approved}",
        "PX5003 3:39 days", "PX5002 4:5 {type: form, who: [a]}",
      ])
  }

  @Test("环节的毛病：重名、通不到、走不出、无人办理、去向不存在")
  func shape() throws {
    try check(
      """
      stages:
        - {id: apply, type: form, who: [a], next: reviev}
        - {id: review, type: approve, who: [], next: apply}
        - {id: review, type: approve, who: [b], next: loop}
        - {id: loop, type: approve, who: [b], next: loop}
      """,
      [
        "PX5031 2:45 reviev", "PX5033 3:10 review", "PX5030 4:10 review", "PX5037 5:10 loop",
      ])
  }

  @Test("去向写错一个字，只报这一处，只提示一次")
  func typo() throws {
    for (right, wrong) in [("next: intake", "next: intak"), ("next: rank", "next: 排名")] {
      let text = try awards().replacing(right, with: wrong)
      let log = try findings(text)
      #expect(log.map(\.code) == ["PX5031"], "\(wrong): \(log.map { $0.text(.zh) })")
      #expect(log.first?.notes.isEmpty == true)
      #expect(log.first?.fixIts.map(\.replacement) == (wrong == "next: intak" ? ["intake"] : []))
    }
    #expect(try findings("verison: 1\n" + awards()).map { $0.notes.count } == [0])
  }

  @Test("环节本身写错了，通向它的不算错")
  func unread() throws {
    #expect(try findings(awards().replacing("type: objection", with: "type: objetion")).map(\.code) == ["PX5010"])
  }

  @Test("走来走去走不到办结：指到绕回去的那一步")
  func noEnd() throws {
    let log = try findings(awards().replacing("next: approved", with: "next: notice"))
    #expect(log.map { "\($0.code) \($0.span?.text ?? "")" } == ["PX5037 archive"])
  }

  @Test("期限写错：举个例子")
  func badDeadline() throws {
    let log = try findings(awards().replacing("due: 1 working day", with: "due: 十个工作日"))
    #expect(log.map(\.code) == ["PX5016"])
    #expect(log.first?.text(.zh).contains("5 working days") == true)
  }

  @Test("不许“不同意”的，只能写在审批环节")
  func forbidden() throws {
    let definition = try Awards.definition("党员示范企业")
    #expect(definition["intake"]?.isRejectable == false)
    #expect(
      try findings(awards().replacing("on_reject: end:vote_failed", with: "on_reject: forbidden")).map(\.code) == [
        "PX5017"
      ])
  }

  private func awards() throws -> String {
    try String(contentsOf: SharedFiles.checkout.appending(path: "workflows/党员示范企业.yaml"), encoding: .utf8)
  }

  private func findings(_ text: String) throws -> [Diagnostic] {
    var log = DiagnosticLog()
    _ = WorkflowDefinition.read(try #require(SharedFiles.node(text)), log: &log)
    return log.sorted
  }

  @Test("别处提到的环节和截止也要有")
  func namesElsewhere() throws {
    try check(
      """
      pending: {may_pass_until: pannel, by: [a], stops_before: [review, vote]}
      deadlines: {推荐截止: {from: aply, within: 15 working days}}
      stages:
        - {id: apply, type: form, who: [a], due: {until: 推荐截至}, next: panel}
        - {id: panel, type: approve, who: [b], next: approved}
      """,
      ["PX5038 1:27 pannel", "PX5038 1:59 review", "PX5038 1:67 vote", "PX5038 2:26 aply", "PX5039 4:52 推荐截至"])
  }

  @Test("什么都没有", arguments: ["stages: []", "name: x", "stages: 5", "[]", "~"])
  func nothing(_ text: String) throws {
    var log = DiagnosticLog()
    #expect(WorkflowDefinition.read(try #require(SharedFiles.node(text)), log: &log) == nil)
    #expect(log.hasErrors)
  }
}

@Suite("经办记录：读得出，错处说得清")
struct ActsFileTests {
  private func check(_ text: String, _ expected: [String]) throws {
    var log = DiagnosticLog()
    _ = ActsFile.read(try #require(SharedFiles.node(text)), log: &log)
    #expect(
      log.sorted.map { "\($0.code) \($0.span?.start.line ?? 0)" } == expected, "\(log.sorted.map { $0.text(.zh) })")
  }

  static let head = """
    org:
      people: {office1: {name: 辛某}, ent_a: {name: 甲某}}
      roles: {评选办: [office1]}
    nominations: {c1: {by: ent_a}}

    """

  @Test("读得通")
  func good() throws {
    let text =
      Self.head + """
        steps:
          - {do: start, by: office1, at: "2025-12-01T09:00", data: {公示起日: 2026-02-11}}
          - {do: submit, by: ent_a, case: c1}
          - {do: score, by: office1, case: c1, points: 88.50}
          - {do: paper_result, by: office1, count: {"yes": 5}, votes: {c1: {"yes": 3, "no": 1}}}
          - {do: tick, at: "2025-12-19T17:30"}
        """
    var log = DiagnosticLog()
    let read = ActsFile.read(try #require(SharedFiles.node(text)), log: &log)
    let file = try #require(read)
    #expect(log.diagnostics.isEmpty, "\(log.diagnostics.map { $0.text(.zh) })")
    #expect(file.steps.map(\.verb) == [.start, .submit, .score, .paperResult, .tick])
    #expect(file.steps[0].command.act == .start(nominations: ["c1": Nomination(by: "ent_a")], subject: nil))
    #expect(file.steps[0].command.data == ["公示起日": .text("2026-02-11")])
    #expect(file.steps[2].command.act == .score("88.50"))
    #expect(file.steps[4].actor == .system)
  }

  @Test("不认识的动作、人、对象、键；时间倒着走；缺了该有的")
  func bad() throws {
    try check(
      Self.head + """
        steps:
          - {do: submitt, by: ent_a, at: "2025-12-01T09:00"}
          - {do: submit, by: ent_b, at: "2025-12-02T09:00"}
          - {do: submit, by: ent_a, case: c2}
          - {do: submit, by: ent_a, reasn: x}
          - {do: submit, by: ent_a, at: "2025-12-01T09:00"}
          - {do: return, by: office1}
          - {do: score, by: office1, points: 很好}
          - {do: submit}
        """,
      [
        "PX5010 6", "PX5021 7", "PX5023 8", "PX5001 9", "PX5024 10", "PX5002 11", "PX5008 12", "PX5002 13",
      ])
  }

  @Test("角色里的人不在名单上")
  func unknownMember() throws {
    try check(
      "org: {people: {a: {}}, roles: {评选办: [b]}}\nsteps: []", ["PX5022 1"])
  }

  @Test("指到写错的那个值上，不指到动作上")
  func places() throws {
    let text = """
      org: {people: {甲: {}}, roles: {评选办: [甲, 乙]}}
      nominations: {c1: {by: 丙, roles: {红链管家: [丁]}}}
      steps:
        - {do: start, by: 戊, at: "2025-12-02T09:00"}
        - {do: submit, by: 甲, case: c2, at: "2025-12-01T09:00"}
      """
    var log = DiagnosticLog()
    _ = ActsFile.read(try #require(SharedFiles.node(text)), log: &log)
    #expect(
      log.sorted.map { "\($0.code) \($0.span?.text ?? "")" } == [
        "PX5022 乙", "PX5021 丙", "PX5022 丁", "PX5021 戊", "PX5023 c2", "PX5024 \"2025-12-01T09:00\"",
      ])
  }
}
