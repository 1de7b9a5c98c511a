import Foundation
import Testing

@testable import Workflow

@Suite("事件存下来就不再变：写法如此，读得回来")
struct EventCodingTests {
  static let at = Instant("2026-03-02T10:00")!
  static let slot = Slot(index: 0, candidates: ["a"], holder: "a", role: "评选办", isAsked: true)
  static let slotText = #"""
    {"candidates":["a"],"delegates":[],"escalatedTo":[],"holder":"a","index":0,"isAsked":true,"isOverdue":false,"isParked":false,"opinions":[],"role":"评选办"}
    """#

  static let changes: [(Event.Change, String)] = [
    (
      .began(cases: [Event.NewCase(id: "c1", nomination: Nomination(by: "ent"))], version: 2, isLone: false),
      #"{"began":{"cases":[{"id":"c1","nomination":{"data":{},"initiator":"ent","roles":{}}}],"isLone":false,"version":2}}"#
    ),
    (
      .accepted(
        Event.Act(
          verb: .migrate, command: Command(.migrate(toVersion: 2, mapping: ["joint": "review"]), reason: "修订"),
          stage: nil, opening: nil, whom: [], isSecret: false)),
      #"""
      {"accepted":{"_0":{"command":{"act":{"migrate":{"mapping":{"joint":"review"},"toVersion":2}},"data":{},"reason":"修订"},"isSecret":false,"verb":"migrate","whom":[]}}}
      """#
    ),
    (
      .entered(Opening(number: 1, sequence: 3, stage: "check/go", at: at, cases: ["c1"], slots: [slot])),
      #"""
      {"entered":{"_0":{"cases":["c1"],"clocks":{},"departures":{},"enteredAt":"2026-03-02T10:00","isAfterReturn":false,"isCutOff":false,"isOverdue":false,"number":1,"reminders":0,"sequence":3,"slots":[\#(slotText)],"stage":"check/go","urges":[]}}}
      """#
    ),
    (.slotChanged(opening: 1, slot), #"{"slotChanged":{"_1":\#(slotText),"opening":1}}"#),
    (
      .incident(Incident(stage: "joint", cause: .noAssignee, opening: nil, branch: nil)),
      #"{"incident":{"_0":{"cause":{"noAssignee":{}},"stage":"joint"}}}"#
    ),
    (.incident(nil), #"{"incident":{}}"#),
    (
      .incidentSettled(Incident(stage: "joint", cause: .unknownName("x"), opening: 1, branch: nil)),
      #"{"incidentSettled":{"_0":{"cause":{"unknownName":{"_0":"x"}},"opening":1,"stage":"joint"}}}"#
    ),
    (
      .forked(
        Fork(
          number: 1, split: "check", join: "check", branches: [.running], outer: BranchKey(fork: 2, index: 0),
          isDone: false)),
      #"{"forked":{"_0":{"branches":["running"],"isDone":false,"join":"check","number":1,"outer":{"fork":2,"index":0},"split":"check"}}}"#
    ),
    (
      .migrated(Migration(from: 1, to: 2, stages: ["joint": "review"])),
      #"{"migrated":{"_0":{"from":1,"stages":{"joint":"review"},"to":2}}}"#
    ),
    (
      .titleChanged(TitleAct(.reviewed, at: at, by: "office", reason: nil, result: RuleResult(nil))),
      #"{"titleChanged":{"_0":{"at":"2026-03-02T10:00","by":"office","kind":"reviewed","result":{"reasons":[]},"wasLate":false}}}"#
    ),
    (.relisted(opening: 1, [slot]), #"{"relisted":{"_1":[\#(slotText)],"opening":1}}"#),
  ]

  @Test("写法", arguments: changes)
  func coding(_ change: Event.Change, _ text: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let event = Event(at: Self.at, by: "office", case: "c1", change: change)
    let line = #"{"at":"2026-03-02T10:00","by":"office","case":"c1","change":\#(text)}"#
    #expect(String(decoding: try encoder.encode(event), as: UTF8.self) == line)
    #expect(try JSONDecoder().decode(Event.self, from: Data(line.utf8)) == event)
  }
}
