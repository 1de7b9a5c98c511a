@testable import Workflow

/// A small flow, how it is brought to its interesting stage, and what can be tried there.
struct SmallFlow: Sendable, CustomStringConvertible {
  let name: String
  let body: String
  /// Before the search begins.
  let prelude: [Try]
  let tries: [Try]

  struct Try: Sendable {
    let act: Command.Act
    let actor: ActorID
    /// The clock when it is tried: so many days later.
    var days = 0

    init(_ act: Command.Act, _ actor: ActorID, days: Int = 0) {
      self.act = act
      self.actor = actor
      self.days = days
    }
  }

  var description: String { name }

  private static func approve(_ actor: ActorID) -> Try { Try(.sign(.approve, for: nil, override: false), actor) }

  static let all = [
    SmallFlow(
      name: "会签、退回",
      body: """
        withdraw: {until: first_action}
        stages:
          - {id: apply, type: form, who: [ent], next: joint}
          - {id: joint, type: approve, mode: all, who: [a, b], max_returns: 2, recusal: {declared: true}, next: head}
          - {id: head, type: approve, mode: any, who: [boss], next: approved}
        """,
      prelude: [],
      tries: [
        Try(.submit, "ent"), approve("a"), approve("b"), approve("boss"), approve("x"), Try(.reject, "b"),
        Try(.sendBack(to: "apply"), "a"), Try(.sendBack(to: "joint"), "boss"), Try(.withdraw, "ent"),
        Try(.recuse([]), "a"), Try(.takeBack, "b"),
      ]),
    SmallFlow(
      name: "票签、过半",
      body: """
        stages:
          - {id: apply, type: form, who: [ent], next: vote}
          - {id: vote, type: vote, who: [a, b, c], rule: {more_than: 1/2, of: eligible}, recusal: {declared: true},
             on_reject: end, next: approved}
        """,
      prelude: [Try(.submit, "ent")],
      tries: [
        Try(.cast(.choice(.yes)), "a"), Try(.cast(.choice(.no)), "a"), Try(.cast(.choice(.yes)), "b"),
        Try(.cast(.choice(.abstain)), "b"), Try(.cast(.choice(.yes)), "c"), Try(.cast(.choice(.no)), "c"),
        Try(.recuse([]), "a"), Try(.recuse([]), "c"), Try(.cast(.choice(.yes)), "x"), Try(.transfer(to: "x"), "b"),
      ]),
    SmallFlow(
      name: "并行与汇合",
      body: """
        withdraw: {until: first_action}
        stages:
          - {id: apply, type: form, who: [ent], next: fork}
          - id: fork
            type: split
            join: merge
            branches: [{next: left}, {next: right}]
          - {id: left, type: approve, who: [a], recusal: {ordered_by: [office]}, alternates: [x], next: leftmost}
          - {id: leftmost, type: approve, who: [b], next: merge}
          - {id: right, type: approve, who: [c], may_cancel: [office], next: merge}
          - {id: merge, type: join, next: head}
          - {id: head, type: approve, who: [boss], next: approved}
        """,
      prelude: [Try(.submit, "ent")],
      tries: [
        approve("a"), approve("b"), approve("c"), approve("boss"), approve("x"), Try(.submit, "ent"),
        Try(.sendBack(to: "left"), "b"), Try(.sendBack(to: "apply"), "c"), Try(.reject, "boss"),
        Try(.cancelStage("right"), "office"), Try(.recuse([.actor("a")]), "office"), Try(.takeBack, "a"),
      ]),
    SmallFlow(
      name: "无记名票决、到会人数",
      body: """
        stages:
          - {id: apply, type: form, who: [ent], next: vote}
          - {id: vote, type: vote, who: [a, b, c], teller: [clerk], secret: true, proxy: forbidden,
             attendance: {at_least: 2/3, of: eligible}, rule: {more_than: 1/2, of: eligible}, on_reject: end,
             recusal: {ordered_by: [office]}, next: approved}
        """,
      prelude: [Try(.submit, "ent")],
      tries: [
        Try(.checkIn(["a"]), "clerk"), Try(.checkIn(["a", "b"]), "clerk"), Try(.checkIn(["a", "b", "c"]), "clerk"),
        Try(.openVote, "clerk"), Try(.cast(.choice(.yes)), "a"), Try(.cast(.choice(.no)), "a"),
        Try(.cast(.choice(.yes)), "b"), Try(.cast(.choice(.yes)), "c"), Try(.closeVote, "clerk"),
        Try(.adjourn, "clerk"), Try(.recuse([.actor("a")]), "office"),
        Try(.paperResult(PaperResult(issued: 2, returned: 3, count: Count(yes: 2))), "clerk"),
      ]),
    SmallFlow(
      name: "公示、异议",
      body: """
        stages:
          - {id: apply, type: form, who: [ent], next: notice}
          - {id: notice, type: notice, days: 2 working days, counting: next_day, objection_to: [a],
             on_founded: "return:apply", on_change: restart, restart_after: 2 working days, next: approved}
        """,
      prelude: [Try(.submit, "ent")],
      tries: [
        Try(.object(named: true, evidence: 1, against: nil, text: nil), "citizen"),
        Try(.settleObjection(number: 1, isFounded: false), "a"), Try(.settleObjection(number: 1, isFounded: true), "a"),
        Try(.settleObjection(number: nil, isFounded: false), "a", days: 2), Try(.tick, .system, days: 1),
        Try(.amendNotice, "office", days: 1), Try(.submit, "ent"), Try(.endNotice, "office"),
      ]),
    SmallFlow(
      name: "顺签、转办",
      body: """
        stages:
          - {id: apply, type: form, who: [ent], next: line}
          - {id: line, type: approve, mode: sequential, who: [a, b], may_remove: [office], redelegate: true,
             next: approved}
        """,
      prelude: [Try(.submit, "ent")],
      tries: [
        approve("a"), approve("b"), approve("x"), approve("y"), Try(.transfer(to: "x"), "a"),
        Try(.transfer(to: "b"), "a"), Try(.transfer(to: "y"), "b"), Try(.delegate(to: "y"), "a"),
        Try(.resolve(opinion: "同意"), "y"), Try(.addSigners([.actor("y")]), "a"),
        Try(.removeSigners([.actor("b")]), "office"), Try(.submit, "ent"), Try(.sendBack(to: "apply"), "b"),
        Try(.handover(of: "a", to: "x"), "admin"),
      ]),
    SmallFlow(
      name: "子流程",
      body: """
        stages:
          - {id: apply, type: form, who: [ent], next: check}
          - {id: check, type: subflow, flow: visit, on_child_rejected: "return:apply", next: head}
          - {id: head, type: approve, who: [boss], next: approved}
        flows:
          visit:
            stages:
              - {id: go, type: approve, mode: all, who: [a, b], on_reject: end, recusal: {ordered_by: [office]},
                 alternates: [x], next: report}
              - {id: report, type: approve, who: [c], next: approved}
        """,
      prelude: [Try(.submit, "ent")],
      tries: [
        approve("a"), approve("b"), approve("c"), approve("boss"), approve("x"), Try(.submit, "ent"),
        Try(.reject, "a"), Try(.sendBack(to: "check/go"), "c"), Try(.sendBack(to: "apply"), "c"),
        Try(.sendBack(to: "check"), "boss"), Try(.recuse([.actor("a")]), "office"), Try(.takeBack, "c"),
      ]),
  ]
}
